/**
 * Circulation (持ち回り審議): a body decides without meeting, each municipality answering until a day.
 *
 * How it stands follows from the answers and the clock alone, whether or not anything ran: rule, municipalities, deadline
 * and silence are those of the day on which it was posted.
 */
import { isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import { isOn } from './council.ts';
import { addDays, type Day, dayAt, endOfDay, type Instant, partsOf } from './day.ts';
import { groups } from './groups.ts';
import type { Decidable, Outcome } from './requirement.ts';
import { type Attendance, type Count, carried, count, type Rule } from './rule.ts';

/** 同意, 異議, 庁内確認中, 棄権, 対象外 */
export const ANSWERS = ['agree', 'object', 'hold', 'abstain', 'na'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Position {
  readonly municipality: string;
  /** 'undo' takes the municipality's last answer back. */
  readonly answer: Answer | 'undo';
  readonly reason: string | undefined;
  /** Until when a hold lasts. */
  readonly until: Day | undefined;
  readonly at: Instant;
  readonly person: number;
  /** The seat that answers; the secretariat's where it entered the answer (代行入力). */
  readonly seat: string;
  /** 電話, メール or 書面, the day and the name, where another entered it. */
  readonly source: string | undefined;
}

export interface Circulation {
  /** P3, for ever. */
  readonly number: number;
  readonly body: string;
  readonly requirements: readonly number[];
  readonly outcome: Outcome;
  readonly note: string | undefined;
  /** 千円 */
  readonly cost: number | undefined;
  readonly scope: readonly string[];
  readonly until: Day | undefined;
  readonly postedAt: Instant;
  readonly by: { readonly person: number; readonly seat: string; readonly municipality: string };
  readonly onBehalf: boolean;
  readonly deadline: Day;
  /** So many days of silence are agreement (みなし同意); undefined: silence is none. */
  readonly silence: number | undefined;
  readonly rule: Rule;
  /** The municipalities that answer. */
  readonly eligible: readonly string[];
  /** What was not agreed before, and comes again: 継続協議, or one rung up. */
  readonly previous: number | undefined;
  /** How it ended, once that was recorded. */
  readonly ended: Ending | undefined;
}

export interface Ending {
  /** 'overtaken': a decision was made on all of its requirements elsewhere. */
  readonly how: 'agreed' | 'notAgreed' | 'withdrawn' | 'overtaken';
  readonly at: Instant;
  readonly decision: number | undefined;
}

/** 災害 or 選挙: silence does not run for this municipality. */
export interface Suspension {
  readonly municipality: string;
  readonly kind: 'disaster' | 'election';
  readonly from: Day;
  readonly until: Day | undefined;
}

/** What else decides how it stands. */
export interface Circumstances {
  readonly calendar: OfficeCalendar;
  readonly suspensions: readonly Suspension[];
  /** When each municipality's seat was held. */
  readonly held: ReadonlyMap<string, readonly { readonly from: Day; readonly until: Day | undefined }[]>;
  /** Whether the request reached the body. */
  readonly delivered: boolean;
}

export type Stand = Answer | 'silent' | 'waiting' | 'vacant';

export interface Line {
  readonly municipality: string;
  readonly stand: Stand;
  /** The answer that counts. */
  readonly position: Position | undefined;
  /** The end of the day with which silence is agreement. */
  readonly silentFrom: Instant | undefined;
}

export interface Standing {
  readonly state: 'open' | 'objected' | Ending['how'];
  readonly lines: readonly Line[];
  /** When it ends, or ended, unless everyone answers before. */
  readonly closes: Instant;
  /** Who counted as present. */
  readonly count: Count;
}

/** Whether answers are taken. */
export const isOpen = ({ state }: Pick<Standing, 'state'>): boolean => state === 'open' || state === 'objected';

/** Whether a decision was made on it elsewhere since the circulation was posted. */
export const isOvertaken = ({ standing }: Pick<Decidable, 'standing'>, postedAt: Instant): boolean =>
  standing !== undefined && standing.at > postedAt;

export function standingOf(
  circulation: Circulation,
  positions: readonly Position[],
  now: Instant,
  around: Circumstances,
): Standing {
  const { eligible, rule, deadline, ended } = circulation;
  const at = ended?.at ?? now;
  const counting = lastOfEach(positions);
  const lines = eligible.map((code) => lineOf(code, counting.get(code), circulation, at, around));
  const closes = Math.max(endOfDay(deadline), ...lines.map(openUntil)) as Instant;
  const seen = count(rule, eligible, attendance(lines));
  const known = { lines, closes, count: seen };
  if (ended) return { state: ended.how, ...known };

  const outstanding = lines.some(({ stand }) => stand === 'waiting' || stand === 'vacant' || stand === 'hold');
  const yes = isCarried(lines, rule, seen);
  if (now >= closes) return { state: yes ? 'agreed' : 'notAgreed', ...known };
  if (!outstanding && yes) return { state: 'agreed', ...known };
  const objected = lines.some(({ stand }) => stand === 'object') && (rule.agreement === 'all' || !outstanding);
  return { state: objected ? 'objected' : 'open', ...known };
}

/** The answer of each municipality that counts: its last that was not taken back. */
export const lastOfEach = (positions: readonly Position[]): Map<string, Position> =>
  lastStanding(positions, (one) => one.answer === 'undo');

/** What each municipality said last and did not take back. */
export function lastStanding<Said extends { readonly municipality: string }>(
  said: readonly Said[],
  takesBack: (one: Said) => boolean,
): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const [code, given] of groups(said, (one) => one.municipality)) {
    const stack: Said[] = [];
    for (const one of given) {
      if (takesBack(one)) stack.pop();
      else stack.push(one);
    }
    const last = stack.at(-1);
    if (last) found.set(code, last);
  }
  return found;
}

function lineOf(
  municipality: string,
  position: Position | undefined,
  circulation: Circulation,
  now: Instant,
  around: Circumstances,
): Line {
  if (position) return { municipality, stand: position.answer as Answer, position, silentFrom: undefined };
  const silentFrom = silenceOf(municipality, circulation, around);
  const spans = around.held.get(municipality) ?? [];
  const on = silentFrom !== undefined && silentFrom <= now ? dayAt(silentFrom) : dayAt(now);
  if (!spans.some((span) => isOn(span, on)))
    return { municipality, stand: 'vacant', position: undefined, silentFrom: undefined };
  const silent = silentFrom !== undefined && now >= silentFrom;
  return { municipality, stand: silent ? 'silent' : 'waiting', position: undefined, silentFrom };
}

/** When this municipality's silence is agreement: the deadline, and not before so many days on which it could answer. */
function silenceOf(municipality: string, circulation: Circulation, around: Circumstances): Instant | undefined {
  const { silence, postedAt, deadline } = circulation;
  if (silence === undefined || !around.delivered) return undefined;
  const suspensions = around.suspensions.filter((one) => one.municipality === municipality);
  let left = silence;
  let day = dayAt(postedAt);
  for (let tried = 0; tried < LONGEST; tried += 1) {
    day = addDays(day, 1);
    if (!runs(day, around.calendar) || suspensions.some((one) => isOn(one, day))) continue;
    left -= 1;
    if (left <= 0 && day >= deadline) return endOfDay(day);
  }
  return undefined;
}

/** In days: a municipality that is suspended for longer is not silent. */
const LONGEST = 400;

/** Silence runs on business days, and not while people change places: from March 25 to April 10. */
export function runs(day: Day, calendar: OfficeCalendar): boolean {
  const { month, date } = partsOf(day);
  const moving = (month === 3 && date >= 25) || (month === 4 && date <= 10);
  return !moving && isBusinessDay(day, calendar);
}

/** The day that a circulation gets where none is named: so many days on which silence runs. */
export function deadlineFrom(posted: Day, days: number, calendar: OfficeCalendar): Day {
  let day = posted;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (runs(day, calendar)) left -= 1;
  }
  return day;
}

/** Silence is agreement by the body's setting, unless the council decides or cost is involved. */
export const silenceFor = (
  setting: unknown,
  {
    council,
    cost,
    outcome,
  }: { readonly council: boolean; readonly cost: number | undefined; readonly outcome: Outcome },
): number | undefined =>
  typeof setting === 'number' && setting > 0 && !council && !cost && outcome !== 'exception' ? setting : undefined;

function openUntil({ stand, position, silentFrom }: Line): number {
  if (stand === 'hold' && position?.until) return endOfDay(position.until);
  return stand === 'waiting' || stand === 'silent' ? (silentFrom ?? 0) : 0;
}

const attendance = (lines: readonly Line[]): Attendance =>
  new Map(lines.map(({ municipality, stand }) => [municipality, ANSWERED.has(stand) ? 'present' : 'absent']));

const ANSWERED = new Set<Stand>(['agree', 'object', 'abstain', 'na', 'silent']);

/** All: everyone who counts; else of those who answered, when enough did. */
function isCarried(lines: readonly Line[], { agreement }: Rule, { met }: Count): boolean {
  const of = (...stands: Stand[]): number => lines.filter(({ stand }) => stands.includes(stand)).length;
  const agree = of('agree', 'silent');
  if (agreement === 'all') return carried('all', { agree, counting: lines.length - of('abstain', 'na') });
  return met && carried(agreement, { agree, counting: agree + of('object') });
}
