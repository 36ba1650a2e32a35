/**
 * The reader of dates: takes the longest day, and time, that it understands from the beginning of a line, and refuses
 * where the words contradict each other or what follows still looks like a date. It never guesses.
 *
 * Matching is on a folded copy, so any hand can type it; lengths and words told back are those of the line as typed.
 */
import type { OfficeCalendar } from './businessDay.ts';
import { addDays, type Day, dayFrom, daysBetween, type Minute, partsOf, type Weekday, weekdayOf } from './day.ts';
import { foldWithOffsets } from './fold.ts';
import { CALENDAR_DAYS, comingDays } from './when/calendarDays.ts';
import { ENGLISH_DAYS } from './when/english.ts';
import { notUnderstood } from './when/following.ts';
import { begins, type Notation } from './when/notation.ts';
import type { DayReading, Reading, When, WhenNote, WhenReading, Wrong } from './when/reading.ts';
import { RELATIVE_DAYS } from './when/relativeDays.ts';
import { readTime, type Span, type TimeWrong } from './when/times.ts';
import { UNCLEAR_DAYS } from './when/unclearDays.ts';
import { closestWith, readWeekday } from './when/weekdays.ts';

export type { DayReading, When, WhenNote, WhenProblem, WhenReading } from './when/reading.ts';

/** All ways of writing a day; the longest that matches is meant, of equals the first. */
const NOTATIONS: readonly Notation[] = [...CALENDAR_DAYS, ...RELATIVE_DAYS, ...ENGLISH_DAYS, ...UNCLEAR_DAYS];

/** ①, ² and their like fold to figures but never belong to a date: `6/1②` is no twelfth of June. */
const BEFORE_MARKS = /^\P{No}*/u;
const BEFORE_TIME = begins('\\s*(?:の\\s*|t(?=\\d)|[,、@]\\s*|at\\s+)?');
/** What a due day may end in. */
const BY = begins('(?:まで|迄|中(?!\\p{Script=Han}))に?');
const MIDNIGHT = 24 * 60;

/** A day, and where given its start and end: `来月第2火曜 14時から16時`. */
export const readWhen = (line: string, today: Day, calendar: OfficeCalendar): WhenReading =>
  readPhrase(line, today, calendar, (text) => {
    const [joint] = BEFORE_TIME.exec(text) ?? [''];
    const time = readTime(text.slice(joint.length));
    return time && { ...time, length: joint.length + time.length };
  });

/** A day alone, such as a due day: `3営業日後`, `6/12まで`. */
export const readDay = (line: string, today: Day, calendar: OfficeCalendar): DayReading =>
  readPhrase(line, today, calendar, (text) => {
    const by = BY.exec(text);
    return by ? { length: by[0].length } : undefined;
  });

/** The day on which something was done: 6/3 is the last such day where that is nearer than the coming one. */
export function readDayDone(line: string, today: Day, calendar: OfficeCalendar): DayReading {
  const coming = readDay(line, today, calendar);
  if ('none' in coming || !MONTH_AND_DATE.test(foldWithOffsets(line).folded)) return coming;
  const last = readDay(line, addDays(today, 1 - A_YEAR), calendar);
  if (!('read' in last) || !('read' in coming)) return 'read' in last ? last : coming;
  const away = ({ read }: { readonly read: { readonly day: Day } }): number => Math.abs(daysBetween(read.day, today));
  return away(last) < away(coming) ? last : coming;
}

/** Whether such a day without a year was over lately, so that the one of next year is likelier a slip. */
export const wasLately = (line: string, day: Day, today: Day): boolean => {
  const ahead = daysBetween(today, day);
  return ahead > LIKELIER_OVER && ahead <= A_YEAR && MONTH_AND_DATE.test(foldWithOffsets(line).folded);
};

/** In days. */
const LIKELIER_OVER = 275;

/** Without a year; one that is written means the same wherever one reads from. */
const MONTH_AND_DATE = /^\s*\d{1,2}\s*(?:[/月.]|-(?=\d))/u;
const A_YEAR = 365;

/** Refuses a reading that is over: nothing can be called for, or fall due on, such a day. `minute` is the time now. */
export function refusePast<Meant extends When>(
  reading: Reading<Meant>,
  line: string,
  today: Day,
  minute: Minute = 0,
): Reading<Meant> {
  if (!('read' in reading)) return reading;
  const { day, start = MIDNIGHT } = reading.read;
  if (day > today || (day === today && start >= minute)) return reading;
  const typed = line.slice(0, reading.length).trim();
  return { unclear: { kind: 'past', day, typed, nearest: [{ ...reading.read, day: againAfter(day, today) }] } };
}

/** In a week for a day of the last seven, else when its month and date come again. */
function againAfter(day: Day, today: Day): Day {
  const { month, date } = partsOf(day);
  const nextWeek = addDays(day, 7);
  return nextWeek > today ? nextWeek : (comingDays(today, (year) => dayFrom(year, month, date))[0] ?? nextWeek);
}

/** Reads what comes after the day and still belongs to the phrase; undefined where nothing does. */
type Tail = (text: string) => (({ readonly span?: Span } | TimeWrong) & { readonly length: number }) | undefined;

function readPhrase(line: string, today: Day, calendar: OfficeCalendar, readTail: Tail): WhenReading {
  const { folded, at } = foldWithOffsets(BEFORE_MARKS.exec(line)?.[0] ?? '');
  const unclear = (wrong: Wrong, from: number, to: number): WhenReading => ({
    unclear: { ...wrong, typed: line.slice(at[from], at[to]).trim() },
  });

  const from = folded.search(/\S|$/u);
  const phrase = longest(folded.slice(from));
  if (!phrase) return { none: true };
  const named = from + phrase.found[0].length;
  const continued = phrase.notation.word === true && /^\p{L}/u.test(folded.slice(named));
  const meaning = phrase.notation.means(phrase.found.groups ?? {}, today, calendar);
  if ('wrong' in meaning) {
    const partOfWord = continued && notUnderstood(folded.slice(named), false) === 0;
    return partOfWord ? { none: true } : unclear(meaning.wrong, from, named);
  }

  const { weekday: before } = phrase.notation;
  const weekday = before ? { said: before(phrase.found.groups ?? {}), length: 0 } : readWeekday(folded.slice(named));
  const dated = named + weekday.length;
  const day = meaning.days.find((one) => weekday.said === undefined || weekdayOf(one) === weekday.said);
  if (!day) return unclear(contradicts(meaning.days[0], weekday.said!, today), from, dated);

  const tail = readTail(folded.slice(dated));
  const end = dated + (tail?.length ?? 0);
  if (tail && 'kind' in tail) {
    return unclear({ kind: tail.kind, nearest: tail.nearest.map((span) => whenOn(day, span)) }, from, end);
  }

  const read: When = { day, ...tail?.span };
  const more = notUnderstood(folded.slice(end), read.start !== undefined);
  if (more > 0 || at[end] === at[end - 1]) {
    return unclear({ kind: 'notUnderstood', nearest: [read] }, end, end + Math.max(more, 1));
  }
  if (continued && end === named) return { none: true };
  const notes: readonly WhenNote[] = day === meaning.days[0] ? (meaning.notes ?? []) : ['laterYear'];
  return { read, length: at[end]!, notes };
}

function longest(text: string) {
  const matches = NOTATIONS.flatMap((notation) => {
    const found = notation.pattern.exec(text);
    return found ? [{ notation, found }] : [];
  });
  const length = Math.max(0, ...matches.map(({ found }) => found[0].length));
  return matches.find(({ found }) => found[0].length === length);
}

function contradicts(day: Day, said: Weekday, today: Day): Wrong {
  const closest = closestWith(said, day);
  const nearest = [day, day >= today && closest < today ? addDays(closest, 7) : closest];
  return { kind: 'weekdayContradicts', day, said, nearest: nearest.map((one) => ({ day: one })) };
}

/** Minutes beyond midnight lie in the next day. */
const whenOn = (day: Day, span: Span): When =>
  span.start < MIDNIGHT ? { day, ...span } : { day: addDays(day, 1), start: span.start - MIDNIGHT };
