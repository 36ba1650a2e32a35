/** A file given to a form. */
import { absent, argument } from '../../src/command/argument.ts';
import type { Reading } from '../../src/sheet/reading.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { en, ja } from '../../src/text/text.ts';

export interface SentSheet {
  /** Slack's id of it. */
  readonly id: string;
  /** What it holds, once it is read. */
  readonly holds?: { readonly name: string; readonly sha256: string; readonly reading: Reading };
}

export interface SentRoster {
  readonly id: string;
  readonly holds?: { readonly name: string; readonly sheets: readonly Sheet[] };
}

/** A roster's workbook or CSV. */
export const sentRoster = argument<SentRoster>({
  label: { ja: ja`名簿のファイル(xlsx・CSV)`, en: en`roster file (xlsx or CSV)` },
  field: { kind: 'file' },
  read: (line) => {
    const [id] = /^F[A-Z0-9]+(?=\s|$)/.exec(line) ?? [];
    return id === undefined ? absent : { read: { id }, length: id.length };
  },
});

/** A workbook or CSV; a form alone can take it. */
export const sentSheet = argument<SentSheet>({
  label: { ja: ja`ファイル(xlsx・CSV)`, en: en`file (xlsx or CSV)` },
  field: { kind: 'file' },
  read: (line) => {
    const [id] = /^F[A-Z0-9]+(?=\s|$)/.exec(line) ?? [];
    return id === undefined ? absent : { read: { id }, length: id.length };
  },
});
