/**
 * How many meetings were planned, held and avoided: what 25 working groups spare each other by circulating, by meeting
 * together, and by not meeting where nothing is left.
 *
 * A joint meeting was planned once for each of its bodies and is held once: by the body that called it; for the others it
 * was merged.
 */
import type { Day } from './day.ts';
import type { Meeting } from './meeting.ts';

/** Why a planned meeting was not needed. */
export const AVOIDED = ['circulation', 'merged', 'nothingLeft'] as const;
export type Avoided = (typeof AVOIDED)[number];

export interface CountedMeeting extends Pick<Meeting, 'body' | 'day' | 'state' | 'openedAt'> {
  /** The other bodies that meet with it. */
  readonly joint: readonly string[];
  /** Taken back within minutes: it was never planned. */
  readonly withdrawn: boolean;
  /** Cancelled because it was not needed; undefined: for another reason, or not cancelled. */
  readonly avoided: Avoided | undefined;
}

export interface MeetingCounts {
  readonly planned: number;
  readonly held: number;
  readonly coming: number;
  readonly avoided: Readonly<Record<Avoided, number>>;
  /** Cancelled for another reason. */
  readonly cancelled: number;
  /** Its day is over, and it was not opened. */
  readonly notOpened: number;
}

type Fate = Avoided | 'held' | 'coming' | 'cancelled' | 'notOpened';

/** What became of a body's meeting. */
export function fateOf(meeting: CountedMeeting, body: string, today: Day): Fate {
  if (meeting.state === 'cancelled') return meeting.avoided ?? 'cancelled';
  if (body !== meeting.body) return 'merged';
  if (meeting.openedAt !== undefined) return 'held';
  return meeting.day < today ? 'notOpened' : 'coming';
}

/** What the reason of a cancellation seems to say: proposed where nobody said it, and never counted by itself. */
export function avoidedBy(reason: string | undefined): Avoided | undefined {
  if (reason === undefined) return undefined;
  return REASONS.find(([, pattern]) => pattern.test(reason.normalize('NFKC')))?.[0];
}

const REASONS: readonly (readonly [Avoided, RegExp])[] = [
  ['circulation', /持ち?回り|書面(?:協議|審議|決議|開催|会議)|メール審議|circulation/iu],
  ['merged', /合同|統合|(?:と|に)(?:併せ|合わせ)て(?:開催|実施)|joint|merged/iu],
  [
    'nothingLeft',
    /(?:議題|案件|審議事項|協議事項|議事|未決(?:事項)?|残件|残り)(?:の?事項)?(?:が|は|も)?\s*(?:な[いしくか]|無[いしくか]|ありません|ございません|0件)|(?:すべて|全て|全件).{0,12}(?:決定|合意|確認|終了|完了)|nothing (?:is )?left|no agenda/iu,
  ],
];

/** Of one body. */
export function countMeetings(meetings: readonly CountedMeeting[], body: string, today: Day): MeetingCounts {
  const fates = meetings
    .filter((one) => !one.withdrawn && (one.body === body || one.joint.includes(body)))
    .map((one) => fateOf(one, body, today));
  const of = (fate: Fate): number => fates.filter((one) => one === fate).length;
  return {
    planned: fates.length,
    held: of('held'),
    coming: of('coming'),
    avoided: { circulation: of('circulation'), merged: of('merged'), nothingLeft: of('nothingLeft') },
    cancelled: of('cancelled'),
    notOpened: of('notOpened'),
  };
}

/** Of all bodies together. */
export function totalOf(counts: readonly MeetingCounts[]): MeetingCounts {
  const sum = (of: (one: MeetingCounts) => number): number => counts.reduce((all, one) => all + of(one), 0);
  return {
    planned: sum((one) => one.planned),
    held: sum((one) => one.held),
    coming: sum((one) => one.coming),
    avoided: {
      circulation: sum((one) => one.avoided.circulation),
      merged: sum((one) => one.avoided.merged),
      nothingLeft: sum((one) => one.avoided.nothingLeft),
    },
    cancelled: sum((one) => one.cancelled),
    notOpened: sum((one) => one.notOpened),
  };
}

export const avoidedIn = ({ avoided }: Pick<MeetingCounts, 'avoided'>): number =>
  avoided.circulation + avoided.merged + avoided.nothingLeft;
