/**
 * The handover pack (引継書) of a seat: all that whoever sits there next needs to go on, put together from what is
 * remembered, at any time. It is never kept: it is true on the day on which it is read.
 */
import type { Audience } from './audience.ts';
import { maySee } from './audience.ts';
import type { YearlySeason } from './busySeason.ts';
import { type Circulation, lastOfEach, type Position } from './circulation.ts';
import { type Body, bodyOf, type Chart, type RoleName, rolesOn, type Seat, type Tenure } from './council.ts';
import { type Day, partsOf } from './day.ts';
import { groups } from './groups.ts';
import { byDue, type Item, turnOf } from './item.ts';
import { bodiesOf, byTime, type Meeting } from './meeting.ts';
import { isFor, type MeetingPaper } from './paper.ts';
import { isRead } from './past.ts';
import { type Poll, unanswered } from './poll.ts';
import type { Decision, Requirement } from './requirement.ts';
import { officersOn } from './rotation.ts';

/** A decision with the requirements on which it was made, and those of them on which it no longer stands. */
export type DecidedLines = Decision & { readonly numbers: readonly number[]; readonly fallen: readonly number[] };

/** What a body has to do with its requirements. */
export interface BodyWork {
  readonly undecided: { readonly total: number; readonly first: readonly Pick<Requirement, 'number' | 'text'>[] };
  readonly provisional: number;
  readonly review: number;
  readonly decided: { readonly total: number; readonly latest: readonly DecidedLines[] };
}

/** What is remembered of a council, as far as packs of these bodies need it. */
export interface PackFacts {
  readonly chart: Chart;
  readonly on: Day;
  /** The municipality whose council member acts for the chair that day, where one does. */
  readonly acting: string | undefined;
  readonly council: string;
  /** The day of the next switch. */
  readonly switchDay: Day;
  /** The first day of the next term. */
  readonly officersFrom: Day;
  /** The tenures of the day. */
  readonly tenures: readonly Tenure[];
  /** Those of the switch day of which the reader may know. */
  readonly next: readonly Tenure[];
  readonly names: ReadonlyMap<number, string>;
  /** Mail addresses that the roster knows. */
  readonly mails: ReadonlyMap<number, string>;
  readonly items: readonly Item[];
  readonly work: ReadonlyMap<string, BodyWork>;
  readonly circulations: readonly { readonly circulation: Circulation; readonly positions: readonly Position[] }[];
  /** From a year ago on. */
  readonly meetings: readonly Meeting[];
  readonly polls: readonly Poll[];
  readonly papers: readonly MeetingPaper[];
  readonly seasons: readonly YearlySeason[];
}

/** Who reads it. */
export interface PackReader {
  readonly audience: Audience;
  /** The first day of what is over that they read; undefined: all. */
  readonly past?: Day | undefined;
}

export interface Pack {
  readonly seat: Seat;
  readonly body: Body;
  readonly on: Day;
  readonly switchDay: Day;
  /** When the office passes that the seat gives, where that is not with the seat itself. */
  readonly officeFrom: Day | undefined;
  readonly holders: readonly Tenure[];
  readonly deputies: readonly Tenure[];
  /** What the seat gives today: the offices of the year too. */
  readonly duties: readonly Duty[];
  readonly items: readonly Item[];
  /** How many further items the body has open. */
  readonly otherItems: number;
  readonly work: BodyWork;
  readonly circulations: readonly PackCirculation[];
  readonly meetings: readonly Meeting[];
  readonly polls: readonly PackPoll[];
  readonly papers: readonly MeetingPaper[];
  readonly contacts: readonly Tenure[];
  readonly secretariat: readonly Tenure[];
  /** Of the contacts, for readers of member municipalities. */
  readonly mails: ReadonlyMap<number, string>;
  readonly year: readonly YearEntry[];
  /** Who sits there from the switch on, as far as the reader may know; undefined: nobody is named yet. */
  readonly successors: readonly Tenure[] | undefined;
}

/** What whoever sits in a seat does: an office's, or the chair's while none of the chair's is there. */
export type Duty = RoleName | 'actingChair';

const isOffice = (duty: Duty): boolean =>
  ['chair', 'viceChair', 'secretariat', 'projectTeamLeader', 'actingChair'].includes(duty);

export interface PackCirculation {
  readonly circulation: Circulation;
  readonly objections: readonly Position[];
  /** The answer of the seat's municipality; undefined: it is awaited. */
  readonly own: Position | undefined;
  /** Whether its municipality answers at all. */
  readonly asked: boolean;
}

export interface PackPoll {
  readonly poll: Poll;
  readonly answered: boolean;
}

/** What comes round in a month of the year. */
export type YearEntry = { readonly month: number } & (
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  | { readonly kind: 'season'; readonly season: YearlySeason }
  | { readonly kind: 'due'; readonly item: Item }
  | { readonly kind: 'switch' }
);

export function packOf(seat: Seat, facts: PackFacts, reader: PackReader): Pack {
  const { chart, on, switchDay, tenures, next } = facts;
  const body = bodyOf(chart, seat.body);
  if (!body) throw new Error(`a seat of ${seat.body}, which is no body`);
  const mine = tenures.filter((one) => one.seat.id === seat.id);
  const inBody = facts.items.filter((one) => one.body === seat.body);
  const duties = dutiesOf(seat, mine, facts);
  const live = new Set(tenures.map((one) => one.seat.id));
  const own = facts.items.filter((one) => {
    const turn = turnOf(one);
    // What nobody holds is with the secretariat.
    return turn.includes(seat.id) || (duties.includes('secretariat') && !turn.some((id) => live.has(id)));
  });
  const meetings = facts.meetings.filter(
    (one) =>
      one.state === 'scheduled' &&
      bodiesOf(one).includes(seat.body) &&
      isRead({ kind: 'meeting', day: one.day }, reader.past),
  );
  const coming = meetings.filter((one) => one.day >= on).toSorted(byTime);
  const successors = next.filter((one) => one.seat.id === seat.id);
  return {
    seat,
    body,
    on,
    switchDay,
    officeFrom: facts.officersFrom !== switchDay && duties.some(isOffice) ? facts.officersFrom : undefined,
    holders: mine.filter((one) => !one.deputy),
    deputies: mine.filter((one) => one.deputy),
    duties,
    items: own.toSorted(byDue),
    otherItems: inBody.filter((one) => !own.includes(one)).length,
    work: guarded(facts.work.get(seat.body) ?? NO_WORK, reader),
    circulations: circulationsOf(seat, facts),
    meetings: coming,
    polls: facts.polls
      .filter((one) => bodiesOf(one).includes(seat.body))
      .map((poll) => ({
        poll,
        answered: seat.municipality === undefined || unanswered(poll, [seat.municipality], seat.body).length === 0,
      })),
    papers: facts.papers.filter(
      (one) => isFor(reader.audience, one) && meetings.some(({ number }) => number === one.meeting),
    ),
    contacts: tenures.filter((one) => one.seat.body === seat.body && one.seat.role !== 'information'),
    secretariat: secretariatOf(facts),
    mails: reader.audience === 'internal' ? facts.mails : new Map(),
    year: yearOf(meetings, own, facts, body),
    successors: successors.length === 0 ? undefined : successors,
  };
}

const NO_WORK: BodyWork = {
  undecided: { total: 0, first: [] },
  provisional: 0,
  review: 0,
  decided: { total: 0, latest: [] },
};

/** Costs stay within those who may see them, and what is no more of before with those who read that far back. */
function guarded(work: BodyWork, { audience, past }: PackReader): BodyWork {
  const read = work.decided.latest.filter((one) => isRead({ kind: 'numbered', ...one }, past));
  const latest = maySee(audience, 'cost') ? read : read.map((one) => ({ ...one, cost: undefined }));
  return { ...work, decided: { ...work.decided, latest } };
}

/** What the seat gives whoever sits in it; for a vacant one, what it would. */
function dutiesOf(seat: Seat, mine: readonly Tenure[], { chart, on, acting }: PackFacts): Duty[] {
  const code = seat.municipality ?? mine[0]?.municipality ?? officersOn(chart.rotation, on).office;
  const sitting: Tenure = { seat, person: 0, municipality: code, from: on, until: undefined, deputy: false };
  return [...new Set(rolesOn([sitting], chart, on, acting).map((one) => (one.acting ? 'actingChair' : one.as)))];
}

function circulationsOf(seat: Seat, { circulations }: PackFacts): PackCirculation[] {
  return circulations
    .filter(({ circulation }) => circulation.body === seat.body && circulation.ended === undefined)
    .map(({ circulation, positions }) => {
      const counting = lastOfEach(positions);
      return {
        circulation,
        objections: [...counting.values()].filter((one) => one.answer === 'object'),
        own: seat.municipality === undefined ? undefined : counting.get(seat.municipality),
        asked: seat.municipality !== undefined && circulation.eligible.includes(seat.municipality),
      };
    });
}

function secretariatOf({ tenures, chart, on }: PackFacts): Tenure[] {
  return tenures.filter((one) => rolesOn([one], chart, on).some((role) => role.as === 'secretariat'));
}

/** The months of the fiscal year, with what was and what comes: of meetings each of the last twelve months. */
function yearOf(meetings: readonly Meeting[], own: readonly Item[], facts: PackFacts, body: Body): YearEntry[] {
  const systems = facts.chart.systems.filter((one) => one.body === body.slug);
  const entries: YearEntry[] = [
    { month: monthOf(facts.switchDay), kind: 'switch' },
    ...meetings.map((meeting): YearEntry => ({ month: monthOf(meeting.day), kind: 'meeting', meeting })),
    ...facts.seasons
      .filter((one) => concerns(one, systems))
      .map((season): YearEntry => ({ month: Number(season.from.slice(0, 2)), kind: 'season', season })),
    ...own.flatMap((item): YearEntry[] =>
      item.due === undefined ? [] : [{ month: monthOf(item.due), kind: 'due', item }],
    ),
  ];
  return entries.toSorted((a, b) => ((a.month + 8) % 12) - ((b.month + 8) % 12));
}

const concerns = (
  { systems }: YearlySeason,
  own: readonly { readonly slug: string; readonly name: string }[],
): boolean =>
  systems === undefined || own.some((one) => systems.some((word) => one.slug === word || one.name.includes(word)));

const monthOf = (day: Day): number => partsOf(day).month;

/** Entries of the year month by month, April first. */
export const byMonth = (year: readonly YearEntry[]): Map<number, YearEntry[]> => groups(year, (one) => one.month);
