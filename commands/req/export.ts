/** `/req export 介護保険 未決 csv`: the requirements as a file, sent to the asker alone. */
import { z } from 'zod';
import { absent, argument } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Day } from '../../src/domain/day.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import type { Misfit } from '../../src/sheet/writeCsv.ts';
import { fiscalYearText, officialDay } from '../../src/text/dates.ts';
import { line, note, type Part, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { binaryFile } from '../../src/text/post.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { filterIn, filterWords, type RequirementFilterSaid } from '../arguments/requirementFilter.ts';
import { mayShow } from '../subjects/audience.ts';
import { type ExportFormat, exportedFile, exportedName } from './exportedFile.ts';
import { filterOf, narrowedTo } from './narrowing.ts';

interface Wanted {
  readonly format?: ExportFormat;
  readonly filter: RequirementFilterSaid;
}

const FORMATS: readonly { readonly format: ExportFormat; readonly words: readonly string[] }[] = [
  { format: 'xlsx', words: ['xlsx', 'excel', 'エクセル'] },
  { format: 'csv', words: ['csv', 'utf-8', 'utf8'] },
  { format: 'cp932', words: ['cp932', 'sjis', 'shift_jis', 'シフトJIS'] },
];
const formatIn = (typed: string): ExportFormat | undefined =>
  FORMATS.find(({ words }) => words.some((one) => nameKey(one) === nameKey(typed)))?.format;

/** What a list is narrowed by, and a format, in any order. */
const wanted = argument<Wanted>({
  label: { ja: ja`絞り込み(一覧と同じ)、xlsx・csv・cp932`, en: en`filters as of list; xlsx, csv or cp932` },
  field: { kind: 'line' },
  read(typed) {
    if (typed.trim() === '') return absent;
    const words = typed.trim().split(/\s+/u);
    const [format, second] = words.filter((one) => formatIn(one));
    if (second !== undefined) return { unclear: text.twice(second) };
    const filter = filterIn(
      words.filter((one) => one !== format),
      'name',
    );
    if ('unclear' in filter) return filter;
    const known = format === undefined ? undefined : formatIn(format);
    return { read: { filter, ...(known && { format: known }) }, length: typed.length };
  },
});

export const reqExport = subcommand({
  name: 'export',
  alias: ['出力', '書出し', 'エクスポート'],
  summary: {
    ja: ja`要件一覧をファイル(xlsx・CSV)で書き出します`,
    en: en`Export the requirements as xlsx or CSV`,
  },
  effect: 'act',
  args: z.object({ wanted: wanted.optional() }),
  examples: ['', '介護保険 未決', '決定済 csv', '要検討 介護保険', 'cp932'],
  about: (said, scene, store) => narrowedTo(said.wanted?.filter ?? {}, 'here', scene, store),
  who: secretariat,

  async run({ wanted }, scene, store): Promise<Reply> {
    const { subject, person, today, now, chart } = scene;
    const { format = 'xlsx', filter: said = {} } = wanted ?? {};
    // The file comes to the asker alone, wherever they asked.
    const alone = { ...scene, place: { ...scene.place, mapped: undefined } };
    const meant = await filterOf({ ...said, state: said.state ?? 'all' }, alone, store);
    if ('refused' in meant) return meant.refused;
    const found = await store.exporting.requirements(meant.filter);
    if (found.length === 0) return whisper(text.none(subject.name, meant.told));

    const names = { systems: chart.systems, ...(await store.sources()) };
    const as = { format, vendorAnswers: mayShow(alone, 'rfiMarks') && mayShow(alone, 'cost'), on: today };
    const { bytes, misfits } = await exportedFile(found, names, as);
    const title = text.title(subject.name, meant.told, found.length, today);
    const to = { person: person.id };
    const key = `export:person-${person.id}:${now}:${[format, filterWords(said, subject)].join(':')}`;
    return {
      ...whisper(text.sent(found.length)),
      posts: [
        { kind: 'message', key: `${key}:message`, to, message: { summary: title, parts: told(misfits) } },
        { kind: 'file', key, to, file: binaryFile(exportedName(format, today), title, bytes) },
      ],
      done: ['export:requirements'],
    };
  },
});

/** How many misfits are listed; the rest is counted. */
const SHOWN = 50;

function told(misfits: readonly Misfit[]): Part[] {
  if (misfits.length === 0) return [note(text.importable)];
  const more = misfits.length > SHOWN ? [note(text.more(misfits.length - SHOWN))] : [];
  return [line(text.misfits(misfits.length)), rows(misfits.slice(0, SHOWN).map(text.misfit)), ...more];
}

const text = {
  twice: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。形式は1つだけご入力ください。`,
    en: en`“${word}” was not understood: give one format alone.`,
  }),
  none: (of: Text, state: Text): Text => ({
    ja: ja`${of}(${state})に該当する要件がないため、ファイルは作成していません。「/req 一覧」で件数をご確認いただけます。`,
    en: en`There are no requirements of ${of} (${state}), so no file was made. /req list shows what there is.`,
  }),
  sent: (count: number): Text => ({
    ja: ja`要件${grouped(count)}件のファイルを、ダイレクトメッセージでお送りします。`,
    en: en`A file of ${grouped(count)} requirements is sent to you as a direct message.`,
  }),
  title: (of: Text, state: Text, count: number, on: Day): Text => ({
    ja: ja`要件一覧:${of}(${state})${grouped(count)}件、${fiscalYearText(fiscalYearOf(on))}、${officialDay(on)}現在`,
    en: en`Requirements of ${of} (${state}): ${grouped(count)}, ${fiscalYearText(fiscalYearOf(on))}, as of ${officialDay(on)}`,
  }),
  importable: {
    ja: ja`このファイルは、そのまま取り込むことができます。決定の列は取込の対象外です。先頭の「'」は、数式として扱われないようにするためのものです。`,
    en: en`The file can be imported as it is; the columns of decisions are not imported. An apostrophe at the beginning keeps a text from becoming a formula.`,
  },
  misfits: (count: number): Text => ({
    ja: ja`この形式では表せない文字が${grouped(count)}か所あり、次のとおり置き換えています。このファイルを取り込むと要件の文言が変わりますので、取込用にはxlsxかcsvをご利用ください。`,
    en: en`${grouped(count)} characters do not exist in this format and were replaced as listed. Importing this file would change the texts; use xlsx or csv for that.`,
  }),
  misfit: ({ cell, character, instead }: Misfit): Text => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return instead === ''
      ? { ja: ja`• ${cell} ${code} → 除去`, en: en`• ${cell} ${code} → left out` }
      : {
          ja: ja`• ${cell} 「${character}」(${code})→「${instead}」`,
          en: en`• ${cell} “${character}” (${code}) → “${instead}”`,
        };
  },
  more: (count: number): Text => ({ ja: ja`ほか${grouped(count)}か所`, en: en`and ${grouped(count)} more` }),
};
