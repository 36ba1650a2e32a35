/** A file given to a form. */
import { absent, argument } from '../../src/command/argument.ts';
import type { ItemsReading, Reading } from '../../src/sheet/reading.ts';
import { en, ja } from '../../src/text/text.ts';

export interface SentSheet<Held = Reading> {
  /** Slack's id of it. */
  readonly id: string;
  /** What it holds, once it is read. */
  readonly holds?: { readonly name: string; readonly sha256: string; readonly reading: Held };
}

const sentFile = <Held>() =>
  argument<SentSheet<Held>>({
    label: { ja: ja`ファイル(xlsx・CSV)`, en: en`file (xlsx or CSV)` },
    field: { kind: 'file' },
    read: (line) => {
      const [id] = /^F[A-Z0-9]+(?=\s|$)/.exec(line) ?? [];
      return id === undefined ? absent : { read: { id }, length: id.length };
    },
  });

/** A workbook or CSV of requirements; a form alone can take it. */
export const sentSheet = sentFile<Reading>();

/** A 課題管理表. */
export const sentItems = sentFile<ItemsReading>();
