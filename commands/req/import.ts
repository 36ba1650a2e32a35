/** `/req import`: takes a workbook in a form and shows what it would change; the button under it imports exactly that. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Form, FormField } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Extent } from '../../src/domain/importing.ts';
import type { SaidOfSheet } from '../../src/domain/sheetProfile.ts';
import { readApart } from '../../src/sheet/reading.ts';
import { beginThread } from '../../src/sheet/thread.ts';
import type { SourceName } from '../../src/store/council/chart.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { FILE, sentSheet } from '../arguments/files.ts';
import { SHEET_WORDS, sheetWords } from '../arguments/sheetWords.ts';
import { type Choice, choice, oneWord } from '../arguments/words.ts';
import { type Own, ownNamed } from '../subjects/sources.ts';
import { previewImport } from './importing.ts';
import { imports as text } from './importText.ts';
import { saidWords } from './profileText.ts';

const EXTENTS: readonly Choice<Extent>[] = [
  {
    value: 'whole',
    label: { ja: ja`全部(載っている業務の全件)`, en: en`whole (all of the systems in it)` },
    words: ['全部', '全件', 'すべて'],
  },
  { value: 'part', label: { ja: ja`一部(追加・変更分のみ)`, en: en`part (additions and changes)` }, words: ['一部'] },
];
const EXTENT: Text = { ja: ja`一覧の範囲`, en: en`extent` };
const VENDOR: Text = { ja: ja`ベンダ`, en: en`vendor` };
const ROUND: Text = { ja: ja`回`, en: en`round` };

export const reqImport = subcommand({
  name: 'import',
  alias: ['取込', '取り込み', '取込み', 'インポート'],
  summary: { ja: ja`要件一覧(xlsx・CSV)を取り込みます`, en: en`Import requirements from xlsx or CSV` },
  effect: 'act',
  args: z.object({
    extent: choice(EXTENT, EXTENTS).optional(),
    vendor: oneWord(VENDOR, { by: ['ベンダ', 'ベンダー', '事業者', 'vendor'], always: true }).optional(),
    round: oneWord(ROUND, { by: ['回', 'round'], always: true }).optional(),
    said: sheetWords.optional(),
    file: sentSheet.optional(),
  }),
  opensForm: (said) => said.file === undefined,
  examples: ['', '一部', 'ベンダ A社 回 RFI', 'E=RFI A社、記号B=○'],

  async prepare(said, _scene, store, fetchFile) {
    const sources = await store.sources();
    const named = ownNamed(said, sources);
    if ('refused' in named) return { refused: whisper(named.refused) };
    if (!said.file) return { read: { form: formFor(said, named.own, sources) } };
    beginThread();
    const fetched = await fetchFile(said.file.id);
    if ('refused' in fetched) return { refused: whisper(text.notFetched[fetched.refused]) };
    const { name, bytes } = fetched;
    const { systems } = await store.chart();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const profiles = await store.sheetProfiles.all();
    const known = { systems, ...sources, profiles, own: named.own, ...(said.said && { said: said.said }) };
    const reading = await readApart({ name, bytes, known });
    if ('refused' in reading) return { refused: whisper(reading.refused) };
    return { said: { ...said, file: { ...said.file, holds: { name, sha256, reading } } } };
  },

  about: aboutNothing,
  who: secretariat,

  async run({ file, extent = 'whole' }, scene, store): Promise<Reply> {
    const holds = file?.holds;
    if (!holds) throw new Error('the file was not read');
    const { name, sha256, reading } = holds;
    if ('refused' in reading) return whisper(reading.refused);
    return previewImport({ name, sha256, extent, reading }, scene, store);
  },
});

interface SaidBefore {
  readonly extent?: Extent | undefined;
  readonly said?: SaidOfSheet | undefined;
}

/** Asks for the file, and offers the council's vendors and rounds for a list whose headings do not say whose answers it holds. */
function formFor(
  { extent, said }: SaidBefore,
  own: Own,
  { vendors, rounds }: { readonly vendors: readonly SourceName[]; readonly rounds: readonly SourceName[] },
): Form {
  return {
    ...{ command: 'req', subcommand: 'import', title: reqImport.summary },
    fields: [
      {
        ...{ key: 'extent', label: EXTENT, optional: true, initial: extent ?? '' },
        field: { kind: 'choice', options: EXTENTS.map(({ value, label }) => ({ value, label })) },
      },
      ...sourceField('vendor', vendors, own.vendor),
      ...sourceField('round', rounds, own.round),
      {
        ...{ key: 'said', label: SHEET_WORDS.label, optional: true, initial: said ? saidWords(said) : '' },
        field: SHEET_WORDS.field,
      },
      { key: 'file', label: FILE, field: { kind: 'file' }, optional: false, initial: '' },
    ],
  };
}

/** So many can be chosen from; a council with more says it in the line. */
const OPTIONS = 100;

function sourceField(key: 'vendor' | 'round', list: readonly SourceName[], own: SourceName | undefined): FormField[] {
  const options = list.slice(0, OPTIONS).map(({ name }) => ({ value: name, label: same(name) }));
  if (options.length === 0) return [];
  return [
    {
      key,
      label: text.asked[key],
      field: { kind: 'choice', options },
      optional: true,
      initial: own?.name ?? '',
      ...(key === 'vendor' && { hint: text.askedHint }),
    },
  ];
}
