/** Times of day: 14:00, 午後3時半, 正午, 14:00〜16:00, 10時から12時, 14:00から2時間. */
import type { Minute } from '../day.ts';
import { begins, KANJI_NUMBER, NUMBER, numberOf, type Said } from './notation.ts';
import type { Wrong } from './reading.ts';

export interface Span {
  readonly start: Minute;
  readonly end?: Minute;
}

export type TimeReading = ({ readonly span: Span } | TimeWrong) & { readonly length: number };

export interface TimeWrong {
  readonly kind: Extract<Wrong['kind'], 'noSuchTime' | 'ambiguous' | 'endBeforeStart'>;
  /** What may have been meant; minutes beyond 1440 lie in the next day. */
  readonly nearest: readonly Span[];
}

const HOUR = 60;
const NOON = 12 * HOUR;
const MIDNIGHT = 24 * HOUR;
/** The latest hour that people write for one of the next day's. */
const LATEST = 30 * HOUR;

/** An hour without 時 or minutes is one only before another that has them: 14〜16時. */
const CLOCK = begins(
  '(?<noon>正午|noon(?!\\p{L}))' +
    '|(?:(?<before>午前|午後|am|pm)\\s*)?(?<hour>\\d{1,2})' +
    `(?:\\s*:\\s*(?<minutes>\\d+)|\\s*時(?!間)(?:\\s*(?<spoken>${NUMBER})\\s*分|(?<thirty>半)|(?!\\d))` +
    '|(?=\\s*[~-]\\s*\\d{1,2}\\s*時(?!間))|(?=\\s*(?:am|pm)(?!\\p{L})))' +
    '(?:\\s*(?<after>am|pm)(?!\\p{L}))?',
);
const UNTIL = begins('\\s*(?:~|から|より|to\\b|-|ー|→)\\s*');
const OPEN_END = begins('\\s*(?:~|から|より)');
const BY = begins('\\s*(?:まで|迄)');
const DURATION = begins(
  `(?:(?<hours>\\d{1,2}(?:\\.5)?|${KANJI_NUMBER})\\s*時間(?<thirty>半)?)?(?:\\s*(?<minutes>\\d{1,3})\\s*分間?)?`,
);

interface Clock {
  readonly minute: Minute;
  /** Whether 午前 or 午後 was said with it; an end without one takes it over. */
  readonly half?: 'morning' | 'afternoon' | undefined;
}

/** Reads a time, or a start and an end, at the beginning of a folded text; undefined where none stands there. */
export function readTime(text: string): TimeReading | undefined {
  const first = CLOCK.exec(text);
  if (!first) return undefined;
  const start = clockOf(first.groups ?? {});
  if ('kind' in start) return { ...start, length: first[0].length };
  if (start.minute === MIDNIGHT) return { ...wrong('noSuchTime', MIDNIGHT), length: first[0].length };

  const rest = text.slice(first[0].length);
  const joined = UNTIL.exec(rest)?.[0] ?? '';
  const second = joined ? readEnd(rest.slice(joined.length), start) : undefined;
  if (!second) {
    const open = OPEN_END.exec(rest)?.[0] ?? '';
    return { span: { start: start.minute }, length: first[0].length + open.length };
  }
  return { ...spanned(start.minute, second), length: first[0].length + joined.length + second.length };
}

function spanned(start: Minute, second: Clock | TimeWrong): { readonly span: Span } | TimeWrong {
  if ('kind' in second) {
    return { kind: second.kind, nearest: second.nearest.map(({ start: end }) => spanOf(start, end)) };
  }
  const end = second.minute;
  if (end > MIDNIGHT) return { kind: 'noSuchTime', nearest: [{ start, end: MIDNIGHT }] };
  if (end <= start) return { kind: 'endBeforeStart', nearest: [turned(start, end)] };
  return { span: { start, end } };
}

function readEnd(text: string, start: Clock): ((Clock | TimeWrong) & { length: number }) | undefined {
  const found = CLOCK.exec(text);
  if (found) {
    const by = BY.exec(text.slice(found[0].length))?.[0] ?? '';
    return { ...clockOf(found.groups ?? {}, start), length: found[0].length + by.length };
  }
  const lasting = DURATION.exec(text);
  if (!lasting?.[0]) return undefined;
  const { hours = '0', minutes = '0', thirty } = lasting.groups ?? {};
  const whole = hours.includes('.') ? Number(hours) : numberOf(hours);
  const long = whole * HOUR + Number(minutes) + (thirty ? HOUR / 2 : 0);
  return { minute: start.minute + long, length: lasting[0].length };
}

/** An hour from 1 to 6 without 午前, 午後 or a leading zero may be either: nobody meets at 2:00, and few at 02:00. */
function clockOf(said: Said, start?: Clock): Clock | TimeWrong {
  if (said.noon) return { minute: NOON };
  const hour = Number(said.hour);
  const minutes = said.thirty ? HOUR / 2 : numberOf(said.minutes ?? said.spoken ?? '0');
  const literal = hour * HOUR + minutes;
  if (said.minutes?.length === 1) return wrong('noSuchTime', ...oneFigure(hour * HOUR, minutes));
  if ((said.minutes?.length ?? 2) > 2) return wrong('noSuchTime');
  if (minutes >= HOUR) return wrong('noSuchTime', literal);

  const word = said.before ?? said.after;
  if (word) return inHalf(word, hour, minutes);
  if (start?.half === 'afternoon' && hour >= 1 && hour < 12) return { minute: literal + NOON };
  if (start?.half === 'morning' && literal > start.minute) return { minute: literal };
  if (/^[1-6]$/.test(said.hour ?? '')) {
    return wrong('ambiguous', ...[literal, literal + NOON].filter((one) => one > (start?.minute ?? 0)));
  }
  if (literal <= MIDNIGHT) return { minute: literal };
  return literal <= LATEST ? wrong('noSuchTime', literal) : wrong('noSuchTime');
}

/** 12時 with 午前 or 午後 may be noon or midnight; in English 12 pm is noon. */
function inHalf(word: string, hour: number, minutes: number): Clock | TimeWrong {
  const half = word === '午後' || word === 'pm' ? 'afternoon' : 'morning';
  if (hour > 12) return wrong('noSuchTime', hour * HOUR + minutes);
  if (hour === 12 && word.startsWith('午')) {
    return wrong('ambiguous', NOON + minutes, (half === 'afternoon' ? MIDNIGHT : 0) + minutes);
  }
  return { minute: (hour % 12) * HOUR + minutes + (half === 'afternoon' ? NOON : 0), half };
}

const wrong = (kind: TimeWrong['kind'], ...starts: Minute[]): TimeWrong => ({
  kind,
  nearest: starts.map((start) => ({ start })),
});

/** 14:3 may be 14:30 or 14:03. */
const oneFigure = (hour: Minute, figure: number): Minute[] =>
  [figure * 10, figure]
    .filter((minutes, at, all) => minutes < HOUR && all.indexOf(minutes) === at)
    .map((minutes) => hour + minutes);

const spanOf = (start: Minute, end: Minute): Span => (end > start && end <= MIDNIGHT ? { start, end } : { start });

/** An end that comes first: midnight, an afternoon written with the morning's hour, else the two turned round. */
function turned(start: Minute, end: Minute): Span {
  if (start === end) return { start };
  if (end === 0) return { start, end: MIDNIGHT };
  const later = end + NOON;
  return later > start && later <= MIDNIGHT ? { start, end: later } : { start: end, end: start };
}
