/**
 * How far back one reads (閲覧範囲): a joiner from a day on, where one was set; everyone else everything.
 *
 * What stands or is open is of today, and is read whenever it began. What is over is read where it was on that day or later;
 * so is each thing that was said or done on the way.
 */
import { type Chart, isJoining, municipalityOf, type Role } from './council.ts';
import { type Day, dayAt, type Instant } from './day.ts';
import { type Item, isLive } from './item.ts';

/** The joiner for whom alone one sits, if that is so: who also sits for a member, or advises, reads everything. */
export function readsAs(roles: readonly Pick<Role, 'municipality'>[], chart: Chart): string | undefined {
  const [only, ...others] = new Set(roles.map((role) => role.municipality));
  if (only === undefined || others.length > 0) return undefined;
  return isJoining(municipalityOf(chart, only)?.kind) ? only : undefined;
}

/** What is remembered, as far as it tells whether it is of before. */
export type Remembered =
  /** A requirement's decision; `stands`: nothing took its place since. */
  | { readonly kind: 'decision'; readonly at: Instant; readonly stands: boolean }
  /** A decision by its number, which stands where it does on one requirement at least. */
  | ({ readonly kind: 'numbered' } & Numbered)
  /** A meeting, and with it its agenda, papers and minutes. */
  | { readonly kind: 'meeting'; readonly day: Day }
  /** What is to be spoken of, at the meetings of these days; of none while it waits. */
  | { readonly kind: 'entry'; readonly at: Instant; readonly waits: boolean; readonly meetings: readonly Day[] }
  | ({ readonly kind: 'item' } & Pick<Item, 'status' | 'done' | 'raised'>)
  /** A word or a deed of a history: an approval, a comment, a change. */
  | { readonly kind: 'step'; readonly at: Instant };

interface Numbered {
  readonly at: Instant;
  readonly cancelledAt: Instant | undefined;
  readonly numbers: readonly number[];
  /** Those of them on which it does not stand any more. */
  readonly fallen: readonly number[];
}

/** Whether who reads from that day on reads this; undefined: from the beginning. */
export const isRead = (one: Remembered, from: Day | undefined): boolean =>
  from === undefined || isOfToday(one) || lastDayOf(one) >= from;

function isOfToday(one: Remembered): boolean {
  if (one.kind === 'decision') return one.stands;
  if (one.kind === 'numbered') return one.cancelledAt === undefined && one.fallen.length < one.numbers.length;
  if (one.kind === 'entry') return one.waits;
  return one.kind === 'item' && isLive(one);
}

function lastDayOf(one: Remembered): Day {
  if (one.kind === 'meeting') return one.day;
  if (one.kind === 'entry') return one.meetings.toSorted().at(-1) ?? dayAt(one.at);
  return dayAt(one.kind === 'item' ? (one.done?.at ?? one.raised.at) : one.at);
}
