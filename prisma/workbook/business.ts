/**
 * What a business of the sample workbook is about. Demo text in the words of the trade; it is nobody's specification.
 */

export interface Business {
  /** The slug of the system. */
  readonly system: string;
  /** How many requirements it has. */
  readonly count: number;
  /** Whom its records are about. */
  readonly person: string;
  /** `大分類/中分類/kind: targets`, with the kinds of sentences.ts: data (情報), paper (帳票), run (処理). */
  readonly about: readonly string[];
}
