/**
 * A formal paper (起案資料, 開催通知, 議事録, 引継書) as data, in the order in which an office reads it: number and day,
 * addressee, sender, title, body, tables, boxes for seals. Japanese only: it goes into a municipality's files.
 */
export interface Paper {
  /** 文書番号, set right at the top; the office fills it in where it is `open`. */
  readonly number?: string | 'open';
  /** 令和8年6月1日, below the number. */
  readonly date?: string;
  /** 宛先, a line each, with their 様. */
  readonly to?: readonly string[];
  /** 発信者, a line each, set right. */
  readonly from?: readonly string[];
  readonly title: string;
  /** Wide tables need the paper lying. */
  readonly landscape?: true;
  /** One page by design, as a letter is: its page has no number. */
  readonly single?: true;
  readonly blocks: readonly Block[];
}

export type Block =
  /** A paragraph, its first line indented by one character. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** 記, centred; what follows are the particulars, until 以上 set right. */
  | { readonly kind: 'particulars'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | Table
  /** Empty boxes to be sealed: 起案者, 係長, 課長 … */
  | { readonly kind: 'seals'; readonly labels: readonly string[] }
  | { readonly kind: 'pageBreak' };

export interface Table {
  readonly kind: 'table';
  /** The header row; repeated at the top of each page. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns, in per cent. */
  readonly widths?: readonly number[];
}
