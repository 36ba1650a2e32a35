/**
 * What is captured from a message while a meeting is open: lines that begin with 決定:, 宿題:, 確認:, 申合せ: or 経過:, with any
 * colon, bullet or spaces. Words are cut from the message as typed.
 *
 * An owner and a due day are taken from an item where they stand plainly: before it, in brackets, or with まで. Where they could
 * mean several things it says so, and nothing is guessed.
 */
import type { OfficeCalendar } from './businessDay.ts';
import type { Day } from './day.ts';
import { fold } from './fold.ts';
import { type DayReading, readDay, readDayDone, refusePast, type WhenProblem } from './when.ts';

/** 'resolution': what was agreed and is no requirement's decision (申合せ). */
export const CAPTURED = ['decision', 'resolution', 'item', 'confirmation', 'course'] as const;
export type CapturedKind = (typeof CAPTURED)[number];

export interface CapturedLine {
  readonly kind: CapturedKind;
  readonly words: string;
}

const KINDS: Readonly<Record<string, CapturedKind>> = {
  決定: 'decision',
  申合せ: 'resolution',
  申し合わせ: 'resolution',
  宿題: 'item',
  確認: 'confirmation',
  経過: 'course',
};

/** Bullets, quotes, numbers and bold marks that stand before, as people paste them. */
const MARKED =
  /^[\s　]*(?:[・•◦‣●○■□◆◇▪*＊\-‐–—>＞]+[\s　]*|[(（]?[\d０-９]{1,2}[)）.．、][\s　]*|[①-⑳][\s　]*)*(決定|申合せ|申し合わせ|宿題|確認|経過)(?:事項)?[\s　*]*[:：][\s　*]*(.*)$/u;

/** The lines of a message that are marked, in order; an empty one has no words yet. */
export const capturedIn = (message: string): CapturedLine[] =>
  message.split(/\r?\n/u).flatMap((line) => {
    const [, mark = '', words = ''] = MARKED.exec(line) ?? [];
    const kind = KINDS[mark];
    return kind === undefined ? [] : [{ kind, words: words.trim() }];
  });

/** The marked lines themselves: of all else that people write, nothing is kept. */
export const markedLines = (message: string): string[] => message.split(/\r?\n/u).filter((line) => MARKED.test(line));

/** An owner as typed: a mention's markup, or a name behind @ or as a municipality's. */
export interface CapturedItem {
  readonly owners: readonly string[];
  readonly due: Day | undefined;
  readonly title: string;
}

export type ItemUnclear =
  | { readonly unclear: 'day'; readonly problem: WhenProblem }
  | { readonly unclear: 'severalDays' }
  | { readonly unclear: 'noTitle' };

const OWNER = /^(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>|[@＠][^\s　@＠<、,:：(（)）]+)/u;
const BETWEEN = /^(?:さん|様)?[\s　]*(?:[、,・:：とはが][\s　]*)?/u;

/** Owner, due day and what is to be done; `names` are the municipalities' names. */
export function itemIn(
  words: string,
  names: readonly string[],
  today: Day,
  calendar: OfficeCalendar,
): CapturedItem | ItemUnclear {
  const dayOf = (text: string): DayReading => refusePast(readDay(text, today, calendar), text, today);
  const found: { owners: string[]; days: Day[] } = { owners: [], days: [] };

  /** Takes owners and a day from the beginning; gives the rest, or what is wrong with the day. */
  function taken(text: string): { readonly rest: string } | ItemUnclear {
    let rest = text.trimStart();
    for (;;) {
      const owner = OWNER.exec(rest)?.[0] ?? nameAt(rest, names);
      if (owner !== undefined) {
        found.owners.push(owner);
        rest = rest.slice(owner.length).replace(BETWEEN, '');
        continue;
      }
      const reading = dayOf(rest);
      if ('unclear' in reading) return { unclear: 'day', problem: reading.unclear };
      if ('none' in reading) return { rest };
      found.days.push(reading.read.day);
      rest = rest.slice(reading.length).replace(/^(?:に)?[\s　]*(?:[、,:：][\s　]*)?/u, '');
    }
  }

  const front = taken(words);
  if ('unclear' in front) return front;
  let title = front.rest;
  // 「…(那珂市、6/20まで)」: nothing else may stand in the brackets.
  const [whole, inside] = /[(（]([^()（）]*)[)）][\s　。]*$/u.exec(title) ?? [];
  if (whole !== undefined && inside !== undefined) {
    const before = { owners: found.owners.length, days: found.days.length };
    const back = taken(inside);
    if ('unclear' in back) return back;
    const took = found.owners.length > before.owners || found.days.length > before.days;
    if (took && back.rest.trim() === '') title = title.slice(0, -whole.length).trimEnd();
  }
  if (found.days.length === 0) {
    const end = itemAtEnd(title, today, calendar);
    title = end.title;
    found.owners.push(...end.owners);
    if (end.due !== undefined) found.days.push(end.due);
  }
  // 「帳票を6/20までに確認」: the day counts, the words stay as they are.
  for (const until of title.matchAll(/まで|迄/gu)) {
    const day = dayBefore(title.slice(0, until.index + until[0].length), dayOf);
    if (day !== undefined) found.days.push(day);
  }
  if (title.trim() === '') return { unclear: 'noTitle' };
  const [due, ...others] = new Set(found.days);
  if (others.length > 0) return { unclear: 'severalDays' };
  return { owners: [...new Set(found.owners)], due, title: title.trim() };
}

/** Owners and a day that stand at the end, apart from what is to be done: 帳票の確認 @那珂市 6/20まで. */
export function itemAtEnd(words: string, today: Day, calendar: OfficeCalendar): CapturedItem {
  const owners: string[] = [];
  let due: Day | undefined;
  let title = words.trim();
  for (;;) {
    const [, before, last = ''] = /^(.*\S)[\s　]+(\S+)$/u.exec(title) ?? [];
    if (before === undefined) break;
    if (OWNER.exec(last)?.[0] === last) owners.unshift(last);
    else {
      // A day that is likelier over (6/1 on June 12) is a word of the title.
      const reading = due === undefined && /\P{Nd}/u.test(last) ? readDayDone(last, today, calendar) : undefined;
      if (!reading || !('read' in reading) || reading.length !== last.length || reading.read.day < today) break;
      due = reading.read.day;
    }
    title = before;
  }
  return { owners, due, title };
}

/** A municipality's name with which the text begins, where something that cannot belong to it follows. */
function nameAt(text: string, names: readonly string[]): string | undefined {
  const name = names.find((one) => text.startsWith(one) || fold(text).startsWith(fold(one)));
  if (name === undefined) return undefined;
  return /^(?:[\s　、,・:：)）はがと]|さん|$)/u.test(text.slice(name.length)) ? name : undefined;
}

/** The longest day that ends where this text ends. */
function dayBefore(text: string, dayOf: (text: string) => DayReading): Day | undefined {
  for (let from = Math.max(0, text.length - LONGEST); from < text.length; from += 1) {
    const reading = dayOf(text.slice(from));
    if ('read' in reading && from + reading.length === text.length) return reading.read.day;
  }
  return undefined;
}

/** In characters: no day is written longer. */
const LONGEST = 30;
