/** `/council roster-import`: takes a roster in a form and shows what it would change; the button under it does exactly that. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, roleAs } from '../../src/command/who.ts';
import { openApart } from '../../src/sheet/reading.ts';
import { beginThread } from '../../src/sheet/thread.ts';
import { en, ja } from '../../src/text/text.ts';
import { sentRoster } from '../arguments/files.ts';
import { span } from '../arguments/seats.ts';
import { previewRoster } from './rosterImporting.ts';
import { text } from './rosterImportText.ts';

/** An information section its own rows, the secretariat the others'; each row is looked at by itself. */
const importer: Who<unknown, Admitted> = (scene) => {
  const role = roleAs(scene, 'information') ?? roleAs(scene, 'secretariat');
  return role ? { admits: { acting: { role, onBehalf: false } } } : { refused: text.sectionOnly };
};

export const councilRosterImport = subcommand({
  name: 'roster-import',
  alias: ['名簿取込', '名簿取り込み'],
  summary: { ja: ja`担当者名簿(xlsx・CSV)を取り込みます`, en: en`Import a roster from xlsx or CSV` },
  effect: 'act',
  args: z.object({ day: span.optional(), file: sentRoster }),
  examples: [''],

  async prepare(said, _scene, _store, fetchFile) {
    beginThread();
    const fetched = await fetchFile(said.file.id);
    if ('refused' in fetched) return { refused: whisper(text.notFetched) };
    const { name, bytes } = fetched;
    const opened = await openApart({ name, bytes });
    if ('refused' in opened) return { refused: whisper(opened.refused) };
    return { said: { ...said, file: { ...said.file, holds: { name, sheets: opened.sheets } } } };
  },

  about: aboutNothing,
  who: importer,

  run({ file, day }, scene, store): Promise<Reply> {
    if (!file.holds) throw new Error('the file was not read');
    return previewRoster({ ...file.holds, on: day?.from ?? scene.today }, scene, store);
  },
});
