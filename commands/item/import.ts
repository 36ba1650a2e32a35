/** `/item import`: takes a 課題管理表 that was edited offline, and shows what it would change; the button under it does exactly that. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { readItemsApart } from '../../src/sheet/reading.ts';
import { beginThread } from '../../src/sheet/thread.ts';
import { en, ja } from '../../src/text/text.ts';
import { sentItems } from '../arguments/files.ts';
import { imports } from '../req/importText.ts';
import { previewItems } from './importing.ts';

export const itemImport = subcommand({
  name: 'import',
  alias: ['取込', '取り込み', '取込み', 'インポート'],
  summary: {
    ja: ja`編集した課題管理表を取り込みます`,
    en: en`Merge an edited workbook of items back`,
  },
  effect: 'act',
  args: z.object({ file: sentItems }),
  examples: [''],

  async prepare(said, _scene, _store, fetchFile) {
    beginThread();
    const fetched = await fetchFile(said.file.id);
    if ('refused' in fetched) return { refused: whisper(imports.notFetched[fetched.refused]) };
    const { name, bytes } = fetched;
    const reading = await readItemsApart({ name, bytes, items: true });
    if ('refused' in reading) return { refused: whisper(reading.refused) };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { said: { file: { ...said.file, holds: { name, sha256, reading } } } };
  },

  about: aboutNothing,
  /** Each item and each cell is asked for by itself. */
  who: everySeat,

  async run({ file }, scene, store): Promise<Reply> {
    const { holds } = file;
    if (!holds) throw new Error('the file was not read');
    const { name, sha256, reading } = holds;
    if ('refused' in reading) return whisper(reading.refused);
    return previewItems({ name, sha256, lines: reading.lines }, scene, store);
  },
});
