/**
 * When a meeting is, when a series of meetings is, or when it may be (several candidates, between 、 or spaces):
 * 6/12 14:00-16:00, 毎月第2火曜 14:00-16:00 6回, 6/12 14:00-16:00、6/13 10:00-12:00.
 */
import { argument, type ReadingDay } from '../../src/command/argument.ts';
import { type Recurrence, readRecurring } from '../../src/domain/when/recurring.ts';
import { readWhen, type When } from '../../src/domain/when.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { whenReader } from './dates.ts';

export type MeetingTimes =
  | { readonly once: When }
  | { readonly every: Recurrence }
  | { readonly candidates: readonly When[] };

export const meetingTimes = argument<MeetingTimes>({
  label: whenReader.label,
  field: whenReader.field,
  read: (line, on) => {
    const recurring = readRecurring(line, on.today, on.calendar);
    if ('unclear' in recurring) return { unclear: text[recurring.unclear](recurring.typed) };
    if ('read' in recurring) return { read: { every: recurring.read }, length: recurring.length };
    const several = candidatesApart(line, on) ?? candidatesIn(line, on);
    if (several) return several;
    const reading = whenReader.read(line, on);
    return 'read' in reading ? { ...reading, read: { once: reading.read } } : reading;
  },
});

const BETWEEN = /\s*(?:[、,，・;；\n]|または|もしくは)\s*/gu;

/** Two or more times; a comma before no date, or after more than a date, belongs to what follows. */
function candidatesIn(line: string, on: ReadingDay) {
  const candidates: When[] = [];
  const notes: Text[] = [];
  let from = 0;
  for (const between of line.matchAll(BETWEEN)) {
    const next = between.index + between[0].length;
    if ('none' in readWhen(line.slice(next), on.today, on.calendar)) continue;
    const chunk = line.slice(from, between.index);
    const reading = whenReader.read(chunk, on);
    if ('unclear' in reading) return reading;
    if (!('read' in reading) || chunk.slice(reading.length).trim() !== '') break;
    candidates.push(reading.read);
    notes.push(...(reading.notes ?? []));
    from = next;
  }
  if (candidates.length === 0) return undefined;
  const last = whenReader.read(line.slice(from), on);
  if (!('read' in last)) return last;
  const length = from + last.length;
  return { read: { candidates: [...candidates, last.read] }, length, notes: [...notes, ...(last.notes ?? [])] };
}

/** Two or more days with their hours, one after the other; a day and its hour may be written apart too. */
function candidatesApart(line: string, on: ReadingDay) {
  const candidates: When[] = [];
  const notes: Text[] = [];
  let from = 0;
  let length = 0;
  for (;;) {
    const found = timeAt(line.slice(from), on);
    if (!found) break;
    candidates.push(found.read);
    notes.push(...(found.notes ?? []));
    length = from + found.length;
    from = length + (/^[\s、,，・;；]+/u.exec(line.slice(length))?.[0].length ?? 0);
  }
  return candidates.length < 2 ? undefined : { read: { candidates }, length, notes };
}

/** So many words a day with its hours may have: 来月 第2火曜 14時から 16時まで. */
const WORDS = 5;

/** The longest run of words that is nothing but a day with its hour. */
function timeAt(line: string, on: ReadingDay) {
  const ends = [...line.matchAll(/[^\s、,，・;；]+/gu)].slice(0, WORDS).map((word) => word.index + word[0].length);
  for (const end of ends.reverse()) {
    const reading = whenReader.read(line.slice(0, end), on);
    if ('read' in reading && reading.length === end && reading.read.start !== undefined) return reading;
  }
  return undefined;
}

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
