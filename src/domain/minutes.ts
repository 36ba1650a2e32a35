/**
 * Minutes (議事録): sections of lines, drafted when a meeting closes, corrected line by line with every version kept, and
 * confirmed by each municipality or by its silence.
 *
 * How they stand follows from the entries and the clock alone, whether or not anything ran. What is corrected after it was sent is
 * sent again: nobody's confirmation stands for words that they have not seen.
 */
import { type Audience, type Guarded, maySee } from './audience.ts';
import { addBusinessDays, type OfficeCalendar } from './businessDay.ts';
import { type Circulation, type Circumstances, type Position, standingOf } from './circulation.ts';
import { type Day, dayAt, type Instant } from './day.ts';

/** 日時, 場所, 出席, 欠席, 議題, 経過, 決定事項, 宿題, 確認事項, 次回, in the order of the paper. */
export const SECTIONS = [
  'held',
  'place',
  'present',
  'absent',
  'agenda',
  'course',
  'decisions',
  'items',
  'confirmations',
  'next',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface MinutesLine {
  /** What all readers of the minutes may see; empty where nothing of the line is. */
  readonly words: string;
  /** What follows for those alone who may see it. */
  readonly guarded?: { readonly what: Guarded; readonly words: string } | undefined;
  /** The decision of which it speaks, and the name with which the line begins. */
  readonly decision?: { readonly id: number; readonly name: string } | undefined;
}

export interface MinutesContent {
  /** 第3回 介護保険WG会議 */
  readonly title: string;
  readonly sections: Readonly<Record<Section, readonly MinutesLine[]>>;
}

/** How confirmation was asked, frozen then. */
export interface Asking {
  /** So many days of silence are confirmation; undefined: silence is none. */
  readonly silence: number | undefined;
  /** Codes of the municipalities that confirm. */
  readonly eligible: readonly string[];
  readonly deadline: Day;
}

export interface MinutesEntry {
  readonly serial: number;
  readonly kind: 'draft' | 'amend' | 'restore' | 'ask' | 'confirm' | 'correct' | 'undo' | 'end';
  /** The minutes from then on: with 'draft', 'amend' and 'restore'. */
  readonly content?: MinutesContent | undefined;
  readonly asking?: Asking | undefined;
  readonly section?: Section | undefined;
  /** Why it was amended, or what is to be corrected. */
  readonly words?: string | undefined;
  readonly municipality?: string | undefined;
  readonly source?: string | undefined;
  /** The serial of the entry that this one takes back. */
  readonly undoes?: number | undefined;
  readonly at: Instant;
  readonly person: number;
  readonly seat: string;
}

export interface Minutes {
  readonly content: MinutesContent;
  /** 第n版 */
  readonly version: number;
  readonly draftedAt: Instant;
  /** When the words last changed. */
  readonly writtenAt: Instant;
  readonly asked: { readonly serial: number; readonly at: Instant; readonly asking: Asking } | undefined;
  /** The answers since they were sent last. */
  readonly answers: readonly MinutesEntry[];
  /** What was corrected after they were sent for the first time (訂正), the oldest first. */
  readonly corrections: readonly MinutesEntry[];
  readonly ended: Instant | undefined;
}

/** The minutes that these entries make; undefined before the first draft. */
export function minutesOf(entries: readonly MinutesEntry[]): Minutes | undefined {
  const undone = new Set(entries.map((one) => one.undoes));
  const standing = entries.filter((one) => !undone.has(one.serial));
  const texts = entries.filter((one) => one.content !== undefined);
  const [first] = texts;
  const last = texts.at(-1);
  if (!first || !last?.content) return undefined;
  const ended = entries.find((one) => one.kind === 'end');
  // Asking is for the words as they were then; what was corrected after all had confirmed is not asked again.
  const ask = standing.findLast(
    ({ kind, serial }) => kind === 'ask' && (ended ? serial < ended.serial : serial > last.serial),
  );
  const firstAsk = entries.find((one) => one.kind === 'ask')?.serial ?? Number.POSITIVE_INFINITY;
  return {
    content: last.content,
    version: texts.length,
    draftedAt: first.at,
    writtenAt: last.at,
    asked: ask?.asking && { serial: ask.serial, at: ask.at, asking: ask.asking },
    answers: standing.filter(
      ({ kind, serial }) => (kind === 'confirm' || kind === 'correct') && serial > (ask?.serial ?? 0),
    ),
    corrections: standing.filter(({ kind, serial }) => kind === 'amend' && serial > firstAsk),
    ended: ended?.at,
  };
}

export interface MinutesStand {
  readonly municipality: string;
  readonly stand: 'confirmed' | 'silent' | 'correct' | 'waiting' | 'vacant';
  readonly answer: MinutesEntry | undefined;
  /** The end of the day with which silence confirms. */
  readonly silentFrom: Instant | undefined;
}

export interface MinutesStanding {
  readonly state: 'draft' | 'asked' | 'correcting' | 'confirmed';
  readonly lines: readonly MinutesStand[];
  /** When the last of them confirmed. */
  readonly confirmedAt: Instant | undefined;
}

/** How they stand; silence runs as in a circulation. */
export function minutesStanding(minutes: Minutes, now: Instant, around: Circumstances): MinutesStanding {
  const { asked, ended } = minutes;
  if (!asked) return { state: 'draft', lines: [], confirmedAt: undefined };
  const at = ended ?? now;
  const { lines: found } = standingOf(circulated(asked), minutes.answers.map(toPosition), at, around);
  const lines = found.map(({ municipality, stand, position, silentFrom }): MinutesStand => {
    const answer = minutes.answers.findLast((one) => one.municipality === municipality);
    const is = position ? (position.answer === 'agree' ? 'confirmed' : 'correct') : stand;
    return { municipality, stand: is as MinutesStand['stand'], answer, silentFrom };
  });
  if (lines.some(({ stand }) => stand === 'correct')) return { state: 'correcting', lines, confirmedAt: undefined };
  const confirmed = lines.length > 0 && lines.every(({ stand }) => stand === 'confirmed' || stand === 'silent');
  if (!confirmed) return { state: 'asked', lines, confirmedAt: undefined };
  const last = Math.max(asked.at, ...lines.map(({ answer, silentFrom }) => answer?.at ?? silentFrom ?? 0));
  return { state: 'confirmed', lines, confirmedAt: ended ?? (last as Instant) };
}

/** Confirming minutes is a circulation of its own kind: all, no requirements. */
const circulated = ({ at, asking }: NonNullable<Minutes['asked']>): Circulation => ({
  ...{ number: 0, body: '', requirements: [], outcome: 'standard', note: undefined, cost: undefined, scope: [] },
  ...{ until: undefined, postedAt: at, by: { person: 0, seat: '', municipality: '' }, onBehalf: false },
  ...{ deadline: asking.deadline, silence: asking.silence, eligible: asking.eligible },
  rule: { agreement: 'all', quorum: 'none', basis: undefined },
  ...{ previous: undefined, ended: undefined },
});

const toPosition = ({ kind, municipality, words, source, at, person, seat }: MinutesEntry): Position => ({
  ...{ municipality: municipality ?? '', answer: kind === 'confirm' ? 'agree' : 'object', reason: words },
  ...{ until: undefined, at, person, seat, source },
});

/** The decisions of which they speak: confirming the minutes confirms those that are provisional. */
export const decisionsIn = ({ sections }: MinutesContent): number[] =>
  sections.decisions.flatMap(({ decision }) => decision?.id ?? []);

/** A line of free words; one that names costs, RFI answers or 意向 is for those alone who may see such. */
export function freeLine(words: string): MinutesLine {
  const what = GUARDS.find(([, pattern]) => pattern.test(words))?.[0];
  return what === undefined ? { words } : { words: '', guarded: { what, words } };
}

const GUARDS: readonly (readonly [Guarded, RegExp])[] = [
  ['cost', /費用|経費|見積|予算額|[0-9０-９][,，0-9０-９]*\s*(?:千円|万円|億円|円)/u],
  ['rfiMarks', /rfi|ＲＦＩ|情報提供依頼/iu],
  ['intentionsBeforeClosing', /意向/u],
];

/** A line as this audience reads it; undefined where nothing of it is for them. */
export function lineFor({ words, guarded }: MinutesLine, audience: Audience): string | undefined {
  const more = guarded && maySee(audience, guarded.what) ? guarded.words : '';
  const whole = [words, more].filter((one) => one !== '').join(' ');
  return whole === '' ? undefined : whole;
}

/** Whether something of them is not for this audience. */
export const withheldFrom = ({ sections }: MinutesContent, audience: Audience): boolean =>
  SECTIONS.some((one) => sections[one].some(({ guarded }) => guarded && !maySee(audience, guarded.what)));

/** What was typed in place of a section; a line that speaks of the same decision keeps it, and what is guarded in it. */
export function amendedLines(before: readonly MinutesLine[], typed: string): MinutesLine[] {
  const lines = typed.split(/\r?\n/u).filter((one) => one.trim() !== '');
  return lines.map((one): MinutesLine => {
    const line = one.trim();
    const same = before.find((old) => lineFor(old, 'internal') === line);
    if (same) return same;
    const old = before.find(({ decision }) => decision && line.startsWith(decision.name));
    if (!old) return namedLine(before, line) ?? freeLine(line);
    const more = old.guarded?.words;
    return more !== undefined && line.endsWith(more)
      ? { ...old, words: line.slice(0, -more.length).trim() }
      : { ...freeLine(line), decision: old.decision };
  });
}

/** Other names behind the same municipality are for the same readers. */
function namedLine(before: readonly MinutesLine[], line: string): MinutesLine | undefined {
  const old = before.find(({ words, guarded }) => guarded?.what === 'attendees' && line.startsWith(`${words} `));
  return old && { words: old.words, guarded: { what: 'attendees', words: line.slice(old.words.length).trim() } };
}

/** A new draft: what was corrected by hand stays, all else is as the records have it now; undefined where nothing differs. */
export function redrafted(entries: readonly MinutesEntry[], fresh: MinutesContent): MinutesContent | undefined {
  const current = minutesOf(entries)?.content;
  if (!current) return fresh;
  const undone = new Set(entries.map((one) => one.undoes));
  const byHand = new Set(
    entries.filter((one) => one.kind === 'amend' && !undone.has(one.serial)).map((one) => one.section),
  );
  const sections = Object.fromEntries(
    SECTIONS.map((one) => [one, byHand.has(one) ? current.sections[one] : fresh.sections[one]]),
  ) as unknown as MinutesContent['sections'];
  const content = { title: fresh.title, sections };
  return sameContent(content, current) ? undefined : content;
}

/** Whether they say the same; what comes back from the database has its keys in another order. */
export const sameContent = (a: MinutesContent, b: MinutesContent): boolean =>
  a.title === b.title && SECTIONS.every((one) => written(a.sections[one]) === written(b.sections[one]));

const written = (lines: readonly MinutesLine[]): string =>
  JSON.stringify(lines.map((one) => [one.words, one.guarded?.what, one.guarded?.words, one.decision?.id]));

/** The last entry of this person that can be taken back: an answer, a correction, or the asking. */
export function lastOwnEntry(entries: readonly MinutesEntry[], person: number): MinutesEntry | undefined {
  const undone = new Set(entries.map((one) => one.undoes));
  return entries.findLast(
    (one) =>
      one.person === person &&
      !undone.has(one.serial) &&
      (one.kind === 'confirm' || one.kind === 'correct' || one.kind === 'amend' || one.kind === 'ask'),
  );
}

/** Whether the municipalities were asked, and that was not taken back. */
export const wasAsked = (entries: readonly MinutesEntry[]): boolean =>
  entries.some((one) => one.kind === 'ask' && !entries.some(({ undoes }) => undoes === one.serial));

/** What taking this entry back takes back: with the asking that a correction brought about, the correction. */
export function takenBackWith(entries: readonly MinutesEntry[], last: MinutesEntry): MinutesEntry {
  const before = entries.find((one) => one.serial === last.serial - 1);
  const together =
    last.kind === 'ask' && before?.kind === 'amend' && before.at === last.at && before.person === last.person;
  return together ? before : last;
}

/** A version with what it changed: lines by section, before and after. */
export interface Version {
  readonly number: number;
  readonly entry: MinutesEntry;
  readonly changed: readonly {
    readonly section: Section;
    readonly before: readonly MinutesLine[];
    readonly after: readonly MinutesLine[];
  }[];
}

export function versionsOf(entries: readonly MinutesEntry[]): Version[] {
  const texts = entries.flatMap((entry) => (entry.content ? [{ entry, content: entry.content }] : []));
  return texts.map(({ entry, content }, i) => {
    const old = texts[i - 1]?.content;
    const differs = (one: Section): boolean =>
      old !== undefined && written(old.sections[one]) !== written(content.sections[one]);
    const changed = SECTIONS.filter(differs).map((section) => ({
      ...{ section, before: old?.sections[section] ?? [], after: content.sections[section] },
    }));
    return { number: i + 1, entry, changed };
  });
}

/** So many business days after it was asked, whose seats have not answered are reminded; the third goes up. */
const REMINDED: readonly number[] = [3, 7];
const GOES_UP = 10;

export function reminderOn(
  asked: Pick<NonNullable<Minutes['asked']>, 'at'>,
  today: Day,
  calendar: OfficeCalendar,
): 'seat' | 'lead' | undefined {
  const since = (days: number): boolean => addBusinessDays(dayAt(asked.at), days, calendar) === today;
  if (REMINDED.some(since)) return 'seat';
  return since(GOES_UP) ? 'lead' : undefined;
}
