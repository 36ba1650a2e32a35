/** `/req answers`: takes a 質問・回答票 that came back in a form, and shows what it answers; the button records exactly that. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { readAnswersApart } from '../../../src/sheet/reading.ts';
import { beginThread } from '../../../src/sheet/thread.ts';
import { en, ja } from '../../../src/text/text.ts';
import { sentAnswers } from '../../arguments/files.ts';
import { oneWord } from '../../arguments/words.ts';
import { imports } from '../importText.ts';
import { answerSheetText as text } from './answerSheetText.ts';
import { previewAnswers } from './takingAnswers.ts';

export const reqAnswers = subcommand({
  name: 'answers',
  alias: ['回答取込', '回答票取込', '回答票', '質問回答票取込'],
  summary: {
    ja: ja`記入済みの質問・回答票(xlsx・CSV)を取り込みます`,
    en: en`Take in the answers of a filled-in sheet`,
  },
  effect: 'act',
  args: z.object({
    from: oneWord({
      ja: ja`回答者(ベンダ名。票に記載があれば省略)`,
      en: en`who answers, unless the sheet says so`,
    }).optional(),
    file: sentAnswers,
  }),
  examples: ['', 'A社'],

  async prepare(said, _scene, _store, fetchFile) {
    beginThread();
    const fetched = await fetchFile(said.file.id);
    if ('refused' in fetched) return { refused: whisper(imports.notFetched[fetched.refused]) };
    const { name, bytes } = fetched;
    const reading = await readAnswersApart({ answersIn: name, bytes });
    if ('refused' in reading) return { refused: whisper(reading.refused) };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { said: { ...said, file: { ...said.file, holds: { name, sha256, reading } } } };
  },

  about: aboutNothing,
  who: secretariat,

  async run({ file: { holds }, from }, scene, store): Promise<Reply> {
    if (!holds) throw new Error('the file was not read');
    const { name, sha256, reading } = holds;
    if (reading.rows.length === 0) return whisper(text.noTable(name, 'slack'));
    return previewAnswers({ name, sha256, reading, from }, scene, store);
  },
});
