/** `/req questionnaire A社`: the 質問・回答票 as a workbook, the council's own or a vendor's, to the asker alone. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../../src/command/subcommand.ts';
import { memberSeat } from '../../../src/command/who.ts';
import { fold } from '../../../src/domain/fold.ts';
import { binaryFile } from '../../../src/text/post.ts';
import { en, ja } from '../../../src/text/text.ts';
import { oneWord } from '../../arguments/words.ts';
import { answerSheetText as text } from './answerSheetText.ts';
import { everyQuestion, questionFile } from './questionFile.ts';

export const reqQuestionnaire = subcommand({
  name: 'questionnaire',
  alias: ['質問回答票', '質問・回答票', '質問票出力', '質問出力'],
  summary: { ja: ja`質問・回答票をExcelで受け取ります`, en: en`Get the questions and answers as a workbook` },
  effect: 'act',
  args: z.object({
    vendor: oneWord({ ja: ja`ベンダ名(省略すると全件)`, en: en`vendor (all where left out)` }).optional(),
  }),
  examples: ['', 'A社'],
  about: aboutNothing,
  who: memberSeat,

  async run(said, { chart, now, today, person }, store): Promise<Reply> {
    const names = (await store.sources()).vendors.map((one) => one.name);
    const vendor = names.find((one) => said.vendor !== undefined && fold(one) === fold(said.vendor));
    if (said.vendor !== undefined && vendor === undefined) return whisper(text.noVendor(said.vendor, names));
    const { questions, requirements } = await everyQuestion(store);
    const bytes = await questionFile(questions, { vendor, chart, requirements, on: today });
    const name = `質問・回答票${vendor === undefined ? '' : `_${vendor}`}_${today}.xlsx`;
    return {
      ...whisper(text.sent(vendor)),
      posts: [
        {
          ...{ kind: 'file', key: `questions:${person.id}:${now}`, to: { person: person.id } },
          file: binaryFile(name, text.title, bytes),
        },
      ],
      done: ['export:questions'],
    };
  },
});
