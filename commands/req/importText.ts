/** What is said about imports: what one would do, what one did, what stands on one. */
import type { Day } from '../../src/domain/day.ts';
import { type Comparison, changedFields, type Extent, type Field } from '../../src/domain/importing.ts';
import type { SheetReadBy, Understood, Unread } from '../../src/sheet/requirementRow.ts';
import type { Refusal } from '../../src/sheet/text.ts';
import type { ImportBatch, ImportCounts } from '../../src/store/council/importing.ts';
import type { OnImport } from '../../src/store/council/onImport.ts';
import { momentAsOf } from '../../src/text/dates.ts';
import { grouped } from '../../src/text/numbers.ts';
import type { Place } from '../../src/text/place.ts';
import { en, ja, listed, onOneLine, same, type Text } from '../../src/text/text.ts';
import { numbersText } from '../subjects/requirements.ts';
import { profileName, saidWords } from './profileText.ts';

const comma: Text = { ja: ja`、`, en: en`, ` };

export const fieldText = {
  itemNo: { ja: ja`項番`, en: en`item no.` },
  category: { ja: ja`分類`, en: en`category` },
  text: { ja: ja`要件内容`, en: en`text` },
  class: { ja: ja`区分`, en: en`class` },
  convenience: { ja: ja`便利機能等`, en: en`convenience` },
  cost: { ja: ja`費用`, en: en`cost` },
  alternative: { ja: ja`代替案`, en: en`alternative` },
  remarks: { ja: ja`備考`, en: en`remarks` },
  marks: { ja: ja`ベンダ回答`, en: en`vendor answers` },
} as const satisfies Record<Field, Text>;

/** 取込12 */
export const importName = (id: number): Text => ({ ja: ja`取込${id}`, en: en`Import ${id}` });

/** Where a word on the file is said: the extent, and what columns and marks mean. */
const SAID: Readonly<Record<Place, { readonly part: Text; readonly columns: Text; readonly own: Text }>> = {
  slack: {
    part: { ja: ja`一部`, en: en`part` },
    columns: { ja: ja`取込のフォームの「列・記号の指定」`, en: en`the form` },
    own: {
      ja: ja`どのベンダのどの回の回答かは、取込のフォームでお選びいただけます。`,
      en: en`Whose answers they are, and of which round, can be chosen in the form.`,
    },
  },
  shell: {
    part: same('--part'),
    columns: same('--columns'),
    own: {
      ja: ja`どのベンダのどの回の回答かは、--vendor と --round で指定できます。`,
      en: en`Whose answers they are, and of which round, can be said by --vendor and --round.`,
    },
  },
};

export const imports = {
  counts: ({ created, updated, unchanged, gone }: ImportCounts): Text => ({
    ja: ja`新規 ${grouped(created)}件、変更 ${grouped(updated)}件、変更なし ${grouped(unchanged)}件、一覧から消えた要件 ${grouped(gone)}件`,
    en: en`${grouped(created)} new, ${grouped(updated)} changed, ${grouped(unchanged)} unchanged, ${grouped(gone)} gone from the list`,
  }),
  changed: ({ before, after }: Comparison['updated'][number]): Text => {
    const fields = listed(
      changedFields(before, after).map((field) => fieldText[field]),
      comma,
    );
    return before.goneIn === undefined
      ? { ja: ja`変更:${before.number} ${fields}`, en: en`Changed: ${before.number} ${fields}` }
      : {
          ja: ja`変更:${before.number} 一覧に再掲 ${fields}`,
          en: en`Changed: ${before.number} back in the list ${fields}`,
        };
  },
  more: (count: number): Text => ({ ja: ja`ほか変更 ${grouped(count)}件`, en: en`and ${grouped(count)} more changed` }),
  kept: (fields: Comparison['kept']): Text => {
    const names = listed(
      fields.map((field) => fieldText[field]),
      comma,
    );
    return {
      ja: ja`この表に列のない項目(${names})は、登録済みの内容のまま残します。`,
      en: en`What this list has no column for stays as it is known: ${names}.`,
    };
  },
  gone: (numbers: readonly number[]): Text => ({
    ja: ja`一覧から消えた要件:${numbersText(numbers)}(削除せず、印を付けて残します)`,
    en: en`Gone from the list: ${numbersText(numbers)} (kept, and marked)`,
  }),
  blanked: (list: readonly (readonly [source: string, count: number])[]): Text => ({
    ja: ja`ベンダ回答が空欄のため、登録済みの回答を未回答に戻します:${list.map(([source, count]) => `${source} ${grouped(count)}件`).join('、')}`,
    en: en`Answers that are blank in the list will be blank: ${list.map(([source, count]) => `${source} ${grouped(count)}`).join(', ')}`,
  }),
  toReview: (numbers: readonly number[]): Text => ({
    ja: ja`決定済みで、要再確認になる要件:${numbersText(numbers)}(決定はそのまま有効です)`,
    en: en`Decided, and to be reviewed after it: ${numbersText(numbers)} (the decisions stand)`,
  }),
  nowToReview: (numbers: readonly number[]): Text => ({
    ja: ja`決定済みの要件${numbersText(numbers)}は、要再確認になりました。担当の会議体のチャンネルにもお知らせします。`,
    en: en`The decisions on ${numbersText(numbers)} are to be reviewed; their bodies are told too.`,
  }),
  tellReview: (id: number, numbers: readonly number[]): Text => ({
    ja: ja`要件一覧の更新(${importName(id)})により、決定済みの要件${numbersText(numbers)}は、要件内容・区分が変わったか、一覧から消えたため、要再確認になりました。決定はそのまま有効です。お手数ですが、内容のご確認をお願いします。`,
    en: en`By ${importName(id)} the text or class of requirement ${numbersText(numbers)} changed, or the list lacks it. What was decided stands and is to be reviewed.`,
  }),
  tellReviewOver: (id: number, numbers: readonly number[]): Text => ({
    ja: ja`${importName(id)}が取り消され、決定済みの要件${numbersText(numbers)}は、決定時の内容に戻りました。再確認は不要です。`,
    en: en`${importName(id)} was taken back: requirement ${numbersText(numbers)} is again as it was decided on. There is nothing left to review.`,
  }),
  listReview: { ja: ja`要再確認の一覧`, en: en`What to review` },
  extent: (extent: Extent, place: Place): Text =>
    extent === 'part'
      ? {
          ja: ja`一部の一覧として扱います。載っていない要件はそのままです。`,
          en: en`Taken as a part: requirements that it does not have stay as they are.`,
        }
      : {
          ja: ja`記載のある業務の全件の一覧として扱います。一部だけの場合は「${SAID[place].part}」をご指定ください。`,
          en: en`Taken as all requirements of the systems in it. Say “${SAID[place].part}” where it is only some of them.`,
        },
  preview: (name: string): Text => ({
    ja: ja`「${name}」を取り込むと、次のように変わります。まだ取り込んでいません。`,
    en: en`“${name}” would change this. Nothing is imported yet.`,
  }),
  carryOut: { ja: ja`この内容で取り込む`, en: en`Import this` },
  changedSince: {
    ja: ja`内容の表示後に登録内容が変わったため、取り込んでいません。お手数ですが、もう一度ファイルからお試しください。`,
    en: en`What is known changed after the preview, so nothing was imported. Please begin again with the file.`,
  },
  undo: { ja: ja`取込を取り消す`, en: en`Take the import back` },
  undoSure: (id: number): Text => ({
    ja: ja`${importName(id)}を取り消し、要件を取込前の状態に戻します。よろしいですか。`,
    en: en`Take ${importName(id)} back and restore the requirements as they were before?`,
  }),
  refusedCells: (name: string, count: number): Text => ({
    ja: ja`「${name}」に読み取れないセルが${grouped(count)}件あるため、取り込んでいません。一覧(CSV)をダイレクトメッセージでお送りします。`,
    en: en`${grouped(count)} cells of “${name}” cannot be read, so nothing was imported. A list (CSV) follows as a direct message.`,
  }),
  readable: (counts: Text): Text => ({
    ja: ja`読み取れた行:${counts}`,
    en: en`Of the rows that can be read: ${counts}`,
  }),
  correctionTitle: (name: string): Text => ({ ja: ja`${name} の要確認セル`, en: en`Cells to correct in ${name}` }),
  cell: ({ sheet, cell, why }: Refusal): Text => ({ ja: ja`${sheet}!${cell} ${why}`, en: en`${sheet}!${cell} ${why}` }),
  unread: (list: readonly Unread[]): Text => {
    const cells = list.slice(0, 5).map((one) => `${one.sheet}!${one.cell}(${shortly(one.words)})`);
    const more = list.length > cells.length ? { ja: ja` ほか`, en: en` and more` } : { ja: ja``, en: en`` };
    return {
      ja: ja`読み飛ばした箇所 ${grouped(list.length)}件:${cells.join('、')}${more}`,
      en: en`Passed over, ${grouped(list.length)}: ${cells.join(', ')}${more}`,
    };
  },
  said: ({ sheet, said, profile }: SheetReadBy, place: Place): Text => {
    const words = saidWords(said);
    const by: Text =
      profile === undefined
        ? { ja: ja`ご指定`, en: en`what was said of it` }
        : {
            ja: ja`ご指定(${profileName(profile)}で記憶した分を含む)`,
            en: en`what was said of it (with ${profileName(profile)})`,
          };
    return {
      ja: ja`シート「${sheet}」は、${by}により、${words} として読み取りました。改める場合は、${SAID[place].columns}でご指定のうえ、もう一度お試しください。`,
      en: en`Sheet “${sheet}” was read with ${by}: ${words}. To change that, say it in ${SAID[place].columns} and give the file again.`,
    };
  },
  understood: (sheet: string, { column, words, round, vendor }: Understood, place: Place): Text => ({
    ja: ja`シート「${sheet}」の${column}列「${words}」は、${vendor}の${round}の回答として読み取りました。異なる場合は、${SAID[place].columns}で「${column}=RFI A社」「${column}=無視」のようにご指定のうえ、もう一度お試しください。`,
    en: en`Column ${column} “${words}” of sheet “${sheet}” was read as ${vendor}'s answers (${round}). Where that is wrong, say it like “${column}=RFI A社” or “${column}=ignore” in ${SAID[place].columns} and give the file again.`,
  }),
  legend: ({ sheet, legend }: SheetReadBy): Text => {
    const all = legend.map(([written, mark]) => `${written}=${mark}`).join('、');
    return {
      ja: ja`シート「${sheet}」の記号は、凡例により ${all} として読み取りました。異なる場合は「記号B=○」のように指定できます。`,
      en: en`The marks of “${sheet}” were read by its legend: ${all}. Where that is wrong, say it like “記号B=○”.`,
    };
  },
  sayColumns: (place: Place): Text => ({
    ja: ja`列や記号の意味は、${SAID[place].columns}で「E=RFI A社、F=無視、記号B=○」のようにご指定いただけます。${SAID[place].own}一度取り込むと、同じ見出しの表では次回から省略できます。`,
    en: en`What columns and marks mean can be said in ${SAID[place].columns}, like “E=RFI A社, F=ignore, 記号B=○”. ${SAID[place].own} Once imported, it is remembered for tables with the same headings.`,
  }),
  asked: {
    vendor: {
      ja: ja`どのベンダの回答か(見出しから読み取れない場合)`,
      en: en`whose answers, where headings do not say`,
    },
    round: { ja: ja`どの回の回答か(見出しから読み取れない場合)`, en: en`of which round, where headings do not say` },
  } satisfies Record<'vendor' | 'round', Text>,
  askedHint: {
    ja: ja`見出しが「回答」だけの列に当てはめます。見出し・シート名・ファイル名に名前がある場合は、選択を省略できます。`,
    en: en`For a column whose heading says no more than that it holds answers. Not needed where headings, the sheet or the file say it.`,
  },
  notFetched: {
    tooLarge: {
      ja: ja`ファイルが大きすぎます(上限 50MB)。画像や使わないシートを除いてお試しください。`,
      en: en`The file is too large (at most 50 MB). Try without pictures and unused sheets.`,
    },
    elsewhere: {
      ja: ja`Slackの外にあるファイルは取り込めません。端末からファイルを選び直してください。`,
      en: en`A file that lies outside Slack cannot be imported. Choose it from your own device.`,
    },
    unreached: {
      ja: ja`Slackからファイルを受け取れませんでした。少し待ってから、もう一度お試しください。`,
      en: en`The file could not be fetched from Slack. Please try again in a moment.`,
    },
  } satisfies Record<'tooLarge' | 'elsewhere' | 'unreached', Text>,
  nothing: {
    ja: ja`登録済みの内容と同じため、取り込むものはありません。`,
    en: en`Everything is as it is known already; there is nothing to import.`,
  },
  imported: (id: number, counts: Text): Text => ({
    ja: ja`${importName(id)}として取り込みました。${counts}です。`,
    en: en`Imported as ${importName(id)}: ${counts}.`,
  }),
  noImport: (id: number): Text => ({
    ja: ja`${importName(id)}は見つかりませんでした。番号をご確認ください。`,
    en: en`${importName(id)} does not exist.`,
  }),
  undoneBefore: (
    { id, undoneAt }: ImportBatch & { undoneAt: NonNullable<ImportBatch['undoneAt']> },
    today: Day,
  ): Text => ({
    ja: ja`${importName(id)}は${momentAsOf(undoneAt, today)}に取り消されています。`,
    en: en`${importName(id)} was taken back on ${momentAsOf(undoneAt, today)}.`,
  }),
  unrecorded: (id: number): Text => ({
    ja: ja`${importName(id)}は、変更前の内容が記録されていないため、取り消せません。`,
    en: en`${importName(id)} cannot be taken back: what was before it is not recorded.`,
  }),
  stands: (id: number, on: OnImport): Text => {
    const reasons = ON_IT.flatMap((of) => (on[of].length > 0 ? [onIt[of](on[of])] : []));
    return {
      ja: ja`${importName(id)}は取り消せません。${listed(reasons, comma)}があります。後の取込から順に取り消すか、個別に修正してください。`,
      en: en`${importName(id)} cannot be taken back. On it stand ${listed(reasons, comma)}. Take back later imports first, or correct single rows.`,
    };
  },
  undone: ({ id, name }: ImportBatch, count: number): Text => ({
    ja: ja`${importName(id)}(${name})を取り消し、要件 ${grouped(count)}件を取込前の状態に戻しました。`,
    en: en`${importName(id)} (${name}) was taken back; ${grouped(count)} requirements are as they were before.`,
  }),
} as const;

const shortly = (words: string): string => {
  const one = [...onOneLine(words)];
  return one.length > 15 ? `${one.slice(0, 15).join('')}…` : one.join('');
};

const onIt: Readonly<Record<keyof OnImport, (numbers: readonly number[]) => Text>> = {
  decided: (numbers: readonly number[]): Text => ({
    ja: ja`この取込を前提とした決定(要件${numbersText(numbers)})`,
    en: en`decisions made after it (requirements ${numbersText(numbers)})`,
  }),
  circulations: (numbers: readonly number[]): Text => ({
    ja: ja`この取込の要件についての持ち回り審議(${numbers.map((one) => `P${one}`).join('、')})`,
    en: en`circulations on its requirements (${numbers.map((one) => `P${one}`).join(', ')})`,
  }),
  questions: (numbers: readonly number[]): Text => ({
    ja: ja`この取込の要件についての質問(${numbers.map((one) => `Q${one}`).join('、')})`,
    en: en`questions about its requirements (${numbers.map((one) => `Q${one}`).join(', ')})`,
  }),
  confirmed: (numbers: readonly number[]): Text => ({
    ja: ja`ベンダ回答の確認(要件${numbersText(numbers)})`,
    en: en`confirmed vendor answers (requirements ${numbersText(numbers)})`,
  }),
  imports: (ids: readonly number[]): Text => ({
    ja: ja`同じ要件を変更した後の取込(${listed(ids.map(importName), comma)})`,
    en: en`later imports of the same requirements (${listed(ids.map(importName), comma)})`,
  }),
};

const ON_IT = ['decided', 'circulations', 'questions', 'confirmed', 'imports'] as const satisfies (keyof OnImport)[];
