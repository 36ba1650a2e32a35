/** `/req import`: takes a workbook in a form and shows what it would change; the button under it imports exactly that. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Extent } from '../../src/domain/importing.ts';
import { readApart } from '../../src/sheet/reading.ts';
import { beginThread } from '../../src/sheet/thread.ts';
import { en, ja } from '../../src/text/text.ts';
import { sentSheet } from '../arguments/files.ts';
import { sheetWords } from '../arguments/sheetWords.ts';
import { choice } from '../arguments/words.ts';
import { previewImport } from './importing.ts';
import { imports as text } from './importText.ts';

const extent = choice<Extent>({ ja: ja`一覧の範囲`, en: en`extent` }, [
  {
    value: 'whole',
    label: { ja: ja`全部(載っている業務の全件)`, en: en`whole (all of the systems in it)` },
    words: ['全部', '全件', 'すべて'],
  },
  { value: 'part', label: { ja: ja`一部(追加・変更分のみ)`, en: en`part (additions and changes)` }, words: ['一部'] },
]);

export const reqImport = subcommand({
  name: 'import',
  alias: ['取込', '取り込み', '取込み'],
  summary: { ja: ja`要件一覧(xlsx・CSV)を取り込みます`, en: en`Import requirements from xlsx or CSV` },
  effect: 'act',
  args: z.object({ extent: extent.optional(), said: sheetWords.optional(), file: sentSheet }),
  examples: ['', '一部', 'E=RFI A社、記号B=○'],

  async prepare(said, _scene, store, fetchFile) {
    beginThread();
    const fetched = await fetchFile(said.file.id);
    if ('refused' in fetched) return { refused: whisper(text.notFetched[fetched.refused]) };
    const { name, bytes } = fetched;
    const { systems } = await store.chart();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const profiles = await store.sheetProfiles.all();
    const sources = await store.sources();
    const known = { systems, ...sources, profiles, ...(said.said && { said: said.said }) };
    const reading = await readApart({ name, bytes, known });
    if ('refused' in reading) return { refused: whisper(reading.refused) };
    return { said: { ...said, file: { ...said.file, holds: { name, sha256, reading } } } };
  },

  about: aboutNothing,
  who: secretariat,

  async run({ file, extent = 'whole' }, scene, store): Promise<Reply> {
    const { holds } = file;
    if (!holds) throw new Error('the file was not read');
    const { name, sha256, reading } = holds;
    if ('refused' in reading) return whisper(reading.refused);
    return previewImport({ name, sha256, extent, reading }, scene, store);
  },
});
