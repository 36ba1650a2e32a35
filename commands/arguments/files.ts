/** A file given to a form; a form alone can take it. */
import { absent, argument } from '../../src/command/argument.ts';
import type { AnswerSheetRead } from '../../src/sheet/answerSheet.ts';
import type { ItemsReading, Reading } from '../../src/sheet/reading.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

/** A file, and what it holds once it is read. */
export interface Sent<Held> {
  /** Slack's id of it. */
  readonly id: string;
  readonly holds?: { readonly name: string } & Held;
}

export type SentSheet<Held = Reading> = Sent<{ readonly sha256: string; readonly reading: Held }>;
export type SentAnswers = SentSheet<AnswerSheetRead>;
export type SentRoster = Sent<{ readonly sheets: readonly Sheet[] }>;

const sentFile = <Given extends { readonly id: string }>(label: Text) =>
  argument<Given>({
    label,
    field: { kind: 'file' },
    read: (line) => {
      const [id] = /^F[A-Z0-9]+(?=\s|$)/.exec(line) ?? [];
      return id === undefined ? absent : { read: { id } as Given, length: id.length };
    },
  });

export const FILE: Text = { ja: ja`ファイル(xlsx・CSV)`, en: en`file (xlsx or CSV)` };

/** A workbook or CSV of requirements. */
export const sentSheet = sentFile<SentSheet>(FILE);

/** A 課題管理表. */
export const sentItems = sentFile<SentSheet<ItemsReading>>(FILE);

/** A 質問・回答票. */
export const sentAnswers = sentFile<SentAnswers>({
  ja: ja`質問・回答票(xlsx・CSV)`,
  en: en`the filled-in sheet (xlsx or CSV)`,
});

/** A 名簿. */
export const sentRoster = sentFile<SentRoster>({
  ja: ja`名簿のファイル(xlsx・CSV)`,
  en: en`roster file (xlsx or CSV)`,
});
