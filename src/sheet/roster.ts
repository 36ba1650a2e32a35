/**
 * The rows of a roster (名簿) as they are written, each cell with its place: the header is found below a title, merged cells
 * speak for every row that they cover, and a blank 会議体 or 団体 is that of the row above.
 */
import { fold } from '../domain/fold.ts';
import { type Cell, cellName, type Sheet, wordsOf } from './sheet.ts';

const COLUMNS = {
  body: ['会議体', 'WG', '分科会', '部会', '会議体名', 'WG名', 'body'],
  municipality: ['団体', '市町', '市町村', '市町名', '団体名', '構成団体', 'municipality'],
  role: ['役割', '役職', '役割名', 'role'],
  deputy: ['正副', '正・副', '主副', '主・副', 'primary or deputy'],
  section: ['課名', '所属', '所属課', '課・係', '部署', 'section'],
  name: ['氏名', '名前', '担当者', '担当者名', '担当者氏名', 'name'],
  kana: ['ふりがな', 'フリガナ', 'よみがな', 'カナ'],
  email: ['メール', 'メールアドレス', 'e-mail', 'email', 'mail'],
  account: ['slack', 'slackid', 'slackのid', 'slackアカウント', 'アカウント'],
  from: ['就任日', '着任日', '開始日', '任期開始', '就任年月日', 'from'],
  until: ['退任日', '離任日', '終了日', '任期終了', '退任年月日', 'until'],
} as const;

export type RosterField = keyof typeof COLUMNS;

export const rosterFields = Object.keys(COLUMNS) as readonly RosterField[];

export interface WrittenCell {
  readonly words: string;
  /** Excel's own date. */
  readonly date: string | undefined;
  /** `B7` */
  readonly cell: string;
}

export interface RosterRow {
  readonly sheet: string;
  /** The day of which it tells, as its sheet's name or the title above writes it (令和9年3月20日現在); undefined: it says none. */
  readonly asOf: string | undefined;
  readonly cells: Readonly<Record<RosterField, WrittenCell>>;
}

export interface RosterSheets {
  readonly rows: readonly RosterRow[];
  /** Sheets in which no roster was found: covers, notes. */
  readonly passed: readonly string[];
}

/** Headers begin within the first rows. */
const FIRST_ROWS = 60;
const REQUIRED: readonly RosterField[] = ['body', 'municipality', 'name'];

export function rosterIn(sheets: readonly Sheet[]): RosterSheets {
  const found = sheets.map((sheet) => ({ sheet, header: headerOf(sheet) }));
  return {
    rows: found.flatMap(({ sheet, header }) => (header ? rowsBelow(sheet, header) : [])),
    passed: found.filter((one) => !one.header).map((one) => one.sheet.name),
  };
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<RosterField, number>;
}

const form = (words: string): string => fold(words).replace(/[\s・()]/gu, '');

const MEANINGS: ReadonlyMap<string, RosterField> = new Map(
  Object.entries(COLUMNS).flatMap(([field, words]) => words.map((one) => [form(one), field as RosterField])),
);

function headerOf({ rows }: Sheet): Header | undefined {
  for (const [row, cells] of rows.slice(0, FIRST_ROWS).entries()) {
    const columns = new Map<RosterField, number>();
    for (const [col, cell] of cells.entries()) {
      const field = MEANINGS.get(form(wordsOf(cell)));
      if (field && !columns.has(field)) columns.set(field, col);
    }
    if (REQUIRED.every((one) => columns.has(one))) return { row, columns };
  }
  return undefined;
}

function rowsBelow(sheet: Sheet, { row: top, columns }: Header): RosterRow[] {
  const list: RosterRow[] = [];
  const asOf = /\d{4}-\d\d-\d\d$/u.exec(sheet.name)?.[0] ?? asOfIn(sheet.rows.slice(0, top));
  let above: { body: string; municipality: string } = { body: '', municipality: '' };
  for (let row = top + 1; row < sheet.rows.length; row += 1) {
    const at = (field: RosterField): WrittenCell => {
      const col = columns.get(field);
      if (col === undefined) return { words: '', date: undefined, cell: cellName(row, 0) };
      const cell = covering(sheet, row, col);
      const date = cell instanceof Date ? cell.toISOString().slice(0, 10) : undefined;
      return { words: wordsOf(cell), date, cell: cellName(row, col) };
    };
    const cells = Object.fromEntries(
      (Object.keys(COLUMNS) as RosterField[]).map((field) => [field, at(field)]),
    ) as Record<RosterField, WrittenCell>;
    if (Object.values(cells).every((one) => one.words === '')) continue;
    // Another body begins its municipalities anew.
    if (cells.body.words !== '') above = { body: cells.body.words, municipality: '' };
    if (cells.municipality.words !== '') above = { ...above, municipality: cells.municipality.words };
    list.push({
      sheet: sheet.name,
      asOf,
      cells: {
        ...cells,
        body: { ...cells.body, words: above.body },
        municipality: { ...cells.municipality, words: above.municipality },
      },
    });
  }
  return list;
}

const AS_OF = /([^\s()]*\d日?)(?:\(.\))?\s*(?:現在|時点)/u;

function asOfIn(above: Sheet['rows']): string | undefined {
  for (const cell of above.flat()) {
    const [, written] = AS_OF.exec(wordsOf(cell).normalize('NFKC')) ?? [];
    if (written !== undefined) return written;
  }
  return undefined;
}

/** The cell, or the first of the merged range that covers it. */
function covering({ rows, merges }: Sheet, row: number, col: number): Cell | undefined {
  const merge = merges.find(
    (one) => one.startRow <= row && row <= one.endRow && one.startCol <= col && col <= one.endCol,
  );
  return merge ? rows[merge.startRow]?.[merge.startCol] : rows[row]?.[col];
}
