/** What is said of a file or a cell that cannot be read as it is: what stands there, and what was expected. */
import { codeText } from '../text/faultTold.ts';
import { en, ja, same, type Text } from '../text/text.ts';

const orNearest = (near: string | undefined): Text =>
  near === undefined ? same('') : { ja: ja`「${near}」のことでしょうか。`, en: en` Did you mean “${near}”?` };

/** 100,000 */
const grouped = (n: number): string => n.toLocaleString('en');

/** Of a file. */
export const text = {
  empty: { ja: ja`ファイルが空です。`, en: en`The file is empty.` },
  tooLarge: (megabytes: number): Text => ({
    ja: ja`ファイルが大きすぎます(上限 ${megabytes}MB)。画像や使わないシートを除いてお試しください。`,
    en: en`The file is too large (at most ${megabytes} MB). Try without pictures and unused sheets.`,
  }),
  tooManyRows: (sheet: string, limit: number): Text => ({
    ja: ja`シート「${sheet}」の行が多すぎます(上限 ${grouped(limit)}行)。シートやファイルを分けてお試しください。`,
    en: en`Sheet “${sheet}” has too many rows (at most ${grouped(limit)}). Split it into several sheets or files.`,
  }),
  oldOrLocked: {
    ja: ja`パスワード付きか、古い形式(.xls)のファイルです。パスワードを外し、.xlsx で保存し直してください。`,
    en: en`The file has a password or is in the old format (.xls). Save it as .xlsx without a password.`,
  },
  unpacksTooLarge: {
    ja: ja`展開すると極端に大きくなるファイルのため、開いていません。使わないシートや画像を除いてお試しください。`,
    en: en`The file was not opened: it becomes far too large when unpacked. Try without pictures and unused sheets.`,
  },
  macros: {
    ja: ja`マクロを含むファイル(.xlsm)は取り込めません。マクロなしの .xlsx で保存し直してください。`,
    en: en`The file contains macros (.xlsm). Save it as .xlsx without macros.`,
  },
  tooMuch: {
    ja: ja`ファイルの中身が多すぎて読み取れません。使わないシートや書式を除くか、分けてお試しください。`,
    en: en`The file holds too much to be read. Remove unused sheets and formats, or split it.`,
  },
  tooLong: (seconds: number): Text => ({
    ja: ja`${seconds}秒以内に読み取れませんでした。使わないシートや書式を除くか、分けてお試しください。`,
    en: en`The file could not be read within ${seconds} seconds. Remove unused sheets and formats, or split it.`,
  }),
  broken: {
    ja: ja`Excelファイルとして読み取れません。Excelで開けるかをご確認のうえ、「名前を付けて保存」で .xlsx に保存し直し、もう一度お試しください。`,
    en: en`Not readable as an Excel file. Open it in Excel, save it again as .xlsx, and try once more.`,
  },
  /** Something that this program, not the file, should have known; its number is where the log has it. */
  unreadable: (code: string | undefined): Text => ({
    ja: ja`ファイルを読み取れませんでした。内容は取り込んでいません。Excelで開き、「名前を付けて保存」で .xlsx に保存し直してから、もう一度お試しください。${codeText(code)}`,
    en: en`The file could not be read, and nothing of it was taken. Open it in Excel, save it again as .xlsx, and try once more.${codeText(code)}`,
  }),
  neither: {
    ja: ja`Excel(.xlsx)でもCSVでもないファイルです。CSVの場合は、UTF-8かシフトJISで保存してください。`,
    en: en`The file is neither Excel (.xlsx) nor CSV. Save a CSV file as UTF-8 or Shift_JIS.`,
  },
  personalNumber: (sheet: string, cell: string): Text => ({
    ja: ja`「${sheet}」の${cell}に、個人番号(マイナンバー)と思われる12桁の番号が含まれているため、受け付けませんでした。内容は保存していません。ファイルからも、Slackに送ったファイルからも削除をお願いします。`,
    en: en`${cell} of “${sheet}” seems to hold a personal number (My Number), so the file was not accepted; nothing was stored. Please delete it from the file, and the file from Slack.`,
  }),
  unclosedQuote: (line: number): Text => ({
    ja: ja`${line}行目から始まる引用符「"」が閉じていません。`,
    en: en`The quote that opens on line ${line} is never closed.`,
  }),
};

/** A cell that cannot be read as it is. */
export interface Refusal {
  readonly sheet: string;
  /** `B7` */
  readonly cell: string;
  readonly why: Text;
}

/** The headings of the correction file. */
export const correction = {
  sheet: { ja: ja`シート`, en: en`Sheet` },
  cell: { ja: ja`セル`, en: en`Cell` },
  stands: { ja: ja`現在の内容`, en: en`What stands there` },
  why: { ja: ja`確認事項`, en: en`What is wrong` },
} as const satisfies Record<string, Text>;

/** What stands in a cell, shortened visibly where it is long. */
const shown = (words: string): string => {
  const characters = Array.from(words);
  return characters.length > 30 ? `${characters.slice(0, 30).join('')}…` : words;
};

const kinds = {
  vendor: { ja: ja`ベンダ`, en: en`vendor` },
  system: { ja: ja`業務システム`, en: en`system` },
} as const satisfies Record<string, Text>;

/** Of a cell. */
export const refusal = {
  noHeader: {
    ja: ja`機能要件の表の見出しが見つかりません。「機能ID」「機能要件」「区分」の列が必要です。見出しがほかの名前の場合は、「A=機能ID」「B=機能要件」「C=区分」のように列をご指定ください。`,
    en: en`No table of requirements was found. It needs the columns 機能ID, 機能要件 and 区分; where they are headed otherwise, say “A=機能ID”, “B=機能要件”, “C=区分”.`,
  },
  noColumn: (heading: string): Text => ({
    ja: ja`この行から始まる見出しに「${shown(heading)}」の列がありません。`,
    en: en`The headings that begin in this row have no column “${shown(heading)}”.`,
  }),
  twice: (heading: string): Text => ({
    ja: ja`「${shown(heading)}」と同じ意味の列が、左にもあります。どちらか1つにしてください。`,
    en: en`A column further left means the same as “${shown(heading)}”. Keep one.`,
  }),
  whichRound: (heading: string): Text => ({
    ja: ja`「${shown(heading)}」がどの回の回答か分かりません。上の見出しに回の名前を入れてください。`,
    en: en`It is not said in which round “${shown(heading)}” answered. Put the round's name above.`,
  }),
  whichRoundOf: (vendor: string, heading: string): Text => ({
    ja: ja`${vendor}の「${shown(heading)}」がどの回の回答か分かりません。見出し、シート名、ファイル名のいずれかに回の名前を入れてください。`,
    en: en`It is not said in which round ${vendor} answered in “${shown(heading)}”. Put the round's name into the heading, the sheet's name or the file's.`,
  }),
  unit: (heading: string): Text => ({
    ja: ja`「${shown(heading)}」の単位が千円かどうか分かりません。見出しを「費用(千円)」としてください。`,
    en: en`“${shown(heading)}” does not say that it is in thousands of yen. Write 費用(千円).`,
  }),
  unknown: (kind: keyof typeof kinds, words: string, near: string | undefined): Text => ({
    ja: ja`「${shown(words)}」という${kinds[kind]}は登録されていません。${orNearest(near)}`,
    en: en`There is no ${kinds[kind]} “${shown(words)}”.${orNearest(near)}`,
  }),
  contradicts: (no: string, name: string): Text => ({
    ja: ja`業務番号「${no}」と業務名「${shown(name)}」が別の業務を指しています。`,
    en: en`The number “${no}” and the name “${shown(name)}” mean different systems.`,
  }),
  becameDay: (words: string): Text => ({
    ja: ja`業務番号が、Excelによって日付「${words}」に変わったようです。文字列で入力するか、業務名の列を設けてください。`,
    en: en`Excel seems to have turned the system's number into the day ${words}. Enter it as text, or add a column 業務名.`,
  }),
  missing: (heading: string): Text => ({
    ja: ja`「${shown(heading)}」が空欄です。`,
    en: en`“${shown(heading)}” is empty.`,
  }),
  fault: (words: string): Text => ({
    ja: ja`「${shown(words)}」は、計算できない数式の表示です。文字でご入力ください。`,
    en: en`“${shown(words)}” is a formula's error. Enter it as text.`,
  }),
  lostZero: (words: string): Text => ({
    ja: ja`機能IDが数値の「${shown(words)}」になっており、先頭の0が落ちた可能性があります。文字列で入力してください。`,
    en: en`The function id is the number ${shown(words)}; its leading zero may be lost. Enter it as text.`,
  }),
  sameId: (id: string, sheet: string, cell: string): Text => ({
    ja: ja`機能ID「${shown(id)}」は、同じ業務の「${sheet}」${cell}ですでに使われています。`,
    en: en`The function id “${shown(id)}” is already used in the same system at ${cell} of “${sheet}”.`,
  }),
  otherwise: (id: string, sheet: string, cell: string): Text => ({
    ja: ja`機能ID「${shown(id)}」は「${sheet}」${cell}にもありますが、要件内容・区分・費用などが異なります。ベンダ回答のほかは、同じ内容にそろえてください。`,
    en: en`The function id “${shown(id)}” is also at ${cell} of “${sheet}”, with another text, class, cost or so. Apart from the vendors' answers, make both the same.`,
  }),
  mark: (words: string): Text => ({
    ja: ja`「${shown(words)}」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。`,
    en: en`“${shown(words)}” is no mark. Enter ◎, ○, △, × or －.`,
  }),
  class: (words: string): Text => ({
    ja: ja`「${shown(words)}」は区分ではありません。必須・任意・実装しないのいずれかを入力してください。`,
    en: en`“${shown(words)}” is no 区分. Enter 必須, 任意 or 実装しない.`,
  }),
  flag: (words: string): Text => ({
    ja: ja`「${shown(words)}」は読み取れません。該当する場合は○を、しない場合は空欄にしてください。`,
    en: en`“${shown(words)}” cannot be read. Enter ○ or leave the cell empty.`,
  }),
  cost: (words: string): Text => ({
    ja: ja`「${shown(words)}」は費用として読み取れません。千円単位の整数を入力してください。`,
    en: en`“${shown(words)}” is no cost. Enter thousands of yen as a whole number.`,
  }),
};

/** Of a 課題管理表. */
export const items = {
  noTable: {
    ja: ja`課題管理表の見出し(「No.」と「件名」)が見つかりません。「/item 課題管理表」で出力したファイルをお使いください。`,
    en: en`There is no row with the headings “No.” and “件名”. Please use a workbook that /item export gave you.`,
  },
} as const;
