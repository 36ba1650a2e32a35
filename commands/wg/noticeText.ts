/** What is said around a 開催通知; the paper itself stands in noticePaper.ts. */
import type { Day } from '../../src/domain/day.ts';
import { dayAsOf, officialDay } from '../../src/text/dates.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

export const notice = {
  button: { ja: ja`開催通知を作成`, en: en`Make the notice` },
  title: (number: number): Text => ({ ja: ja`開催通知(M${number})`, en: en`Notice of meeting M${number}` }),
  made: (number: number, due: Day): Text => ({
    ja: ja`会議M${number}の開催通知(Word)を作成し、会議のスレッドに置きました。出欠の期限は${officialDay(due)}です。文書番号と連絡先は空欄ですので、ご記入のうえ発送してください。`,
    en: en`The notice of meeting M${number} stands in its thread as a Word file; answers are due on ${officialDay(due)}. Please fill in its number and the contact before it goes out.`,
  }),
  noPlace: {
    ja: ja`会場が未定のため、場所は空欄です。`,
    en: en`The place is not known yet and was left open.`,
  },
  lateDue: (due: Day, on: Day): Text => ({
    ja: ja`出欠の期限(${dayAsOf(due, on)})は、会議の日(${dayAsOf(on, due)})以前にしてください。`,
    en: en`The day for answers (${dayAsOf(due, on)}) must not be after the meeting (${dayAsOf(on, due)}).`,
  }),
};
