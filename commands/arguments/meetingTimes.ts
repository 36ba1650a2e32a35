/** When a meeting is, or when a series of meetings is: 6/12 14:00-16:00, 毎月第2火曜 14:00-16:00 6回. */
import { argument } from '../../src/command/argument.ts';
import { type Recurrence, readRecurring } from '../../src/domain/when/recurring.ts';
import type { When } from '../../src/domain/when.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { whenReader } from './dates.ts';

export type MeetingTimes = { readonly once: When } | { readonly every: Recurrence };

export const meetingTimes = argument<MeetingTimes>({
  label: whenReader.label,
  field: whenReader.field,
  read: (line, on) => {
    const recurring = readRecurring(line, on.today, on.calendar);
    if ('unclear' in recurring) return { unclear: text[recurring.unclear](recurring.typed) };
    if ('read' in recurring) return { read: { every: recurring.read }, length: recurring.length };
    const reading = whenReader.read(line, on);
    return 'read' in reading ? { read: { once: reading.read }, length: reading.length } : reading;
  },
});

const text: Readonly<Record<'time' | 'howOften' | 'nth' | 'date' | 'until', (typed: string) => Text>> = {
  time: (typed) => ({
    ja: ja`時刻「${typed}」を読み取れませんでした。14:00-16:00 のようにご入力ください。`,
    en: en`The time “${typed}” was not understood. Type it like 14:00-16:00.`,
  }),
  howOften: (typed) => ({
    ja: ja`「${typed}」を何回開催するかをご入力ください。例:毎月第2火曜 14:00-16:00 6回、または 12月まで`,
    en: en`Please say how often: “${typed}”, then 6回 (6 times) or 12月まで (until December).`,
  }),
  nth: (typed) => ({
    ja: ja`「${typed}」のない月があります。第1から第4、または最終でご入力ください。`,
    en: en`Some months have no “${typed}”. Please use the 1st to the 4th, or the last.`,
  }),
  date: (typed) => ({
    ja: ja`「${typed}」のない月があります。1日から28日まででご入力ください。`,
    en: en`Some months have no “${typed}”. Please use a date from 1 to 28.`,
  }),
  until: (typed) => ({
    ja: ja`「${typed}」を読み取れませんでした。終わりは、6回、12月まで、2027/3/31まで のようにご入力ください。`,
    en: en`“${typed}” was not understood. End a series like 6回, 12月まで or until 2027/3/31.`,
  }),
};
