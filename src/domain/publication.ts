/**
 * Names to come (内示): shown to others only from the day on which their municipality publishes them, or when their day has
 * come; its own information section prepares and sees them.
 *
 * Of next year a municipality's names are open or they are not, all of them: were single seats hidden, one could tell which
 * of them change. Within the year whoever sits stays, for others, until the change is published or there: published are the
 * days on which something was to change when it was; what is prepared afterwards for another day waits for the next time.
 */
import type { Tenure } from './council.ts';
import { addDays, type Day } from './day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from './fiscalYear.ts';

/** A municipality's names of a fiscal year are shown to others from the day on. */
export interface Publication {
  readonly code: string;
  readonly year: FiscalYear;
  readonly on: Day;
  /** The days within the year whose changes are published, each with the day from which it is. */
  readonly days?: PublishedDays | undefined;
}

export type PublishedDays = Readonly<Record<string, Day>>;

/** Who looks at the roster, and when. */
export interface Onlooker {
  readonly today: Day;
  /** The municipalities whose unpublished names they prepare. */
  readonly own: readonly string[];
}

/** Whether the municipality's names of that year are shown to everyone in the council. */
export const isPublished = (published: readonly Publication[], code: string, year: FiscalYear, today: Day): boolean =>
  year <= fiscalYearOf(today) || published.some((one) => one.code === code && one.year === year && one.on <= today);

/**
 * Whether a change of the municipality's names on that day is shown to everyone: it is there, or was published. What a
 * municipality publishes before the year begins are those of its first day; of later days it publishes within the year.
 */
export const isShown = (published: readonly Publication[], code: string, from: Day, today: Day): boolean =>
  from <= today ||
  published.some(
    (one) =>
      one.code === code &&
      one.year === fiscalYearOf(from) &&
      isReached(from === firstDayOf(one.year) ? one.on : one.days?.[from], today),
  );

const isReached = (on: Day | undefined, today: Day): boolean => on !== undefined && on <= today;

/** The days to come within the year on which somebody of the municipality begins, or is gone, as it stands. */
export function daysPrepared(
  tenures: readonly Pick<Tenure, 'municipality' | 'from' | 'until'>[],
  code: string,
  today: Day,
): Day[] {
  const days = tenures
    .filter(({ municipality }) => municipality === code)
    .flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [addDays(until, 1)])])
    .filter((one) => one > today && fiscalYearOf(one) === fiscalYearOf(today));
  return [...new Set(days)].toSorted();
}

/** These days are published from that day on; what others see already, they go on seeing. */
export const daysPublished = (before: PublishedDays, days: readonly Day[], on: Day, today: Day): PublishedDays => ({
  ...Object.fromEntries(Object.entries(before).filter(([, since]) => since <= today)),
  ...Object.fromEntries(days.map((one) => [one, on])),
});

/** Whether the onlooker may see who of the municipality holds what on the day. */
export const mayKnow = (published: readonly Publication[], code: string, on: Day, { today, own }: Onlooker): boolean =>
  own.includes(code) || isPublished(published, code, fiscalYearOf(on), today);

const isSeen = (published: readonly Publication[], code: string, from: Day, { today, own }: Onlooker): boolean =>
  own.includes(code) || isShown(published, code, from, today);

/**
 * The tenures as the onlooker may see them: none whose beginning they may not know, and of none its end where the end would
 * tell that somebody leaves then.
 */
export function seenBy<Held extends Pick<Tenure, 'municipality' | 'from' | 'until'>>(
  tenures: readonly Held[],
  published: readonly Publication[],
  onlooker: Onlooker,
): readonly Held[] {
  return tenures
    .filter(({ municipality, from }) => isSeen(published, municipality, from, onlooker))
    .map((one) => ({ ...one, until: endSeen(published, one.municipality, one.until, onlooker) }));
}

/** The last day of a tenure as the onlooker may be told it: none where it would tell of a change they may not know. */
export const endSeen = (
  published: readonly Publication[],
  code: string,
  until: Day | undefined,
  onlooker: Onlooker,
): Day | undefined => (until === undefined || isSeen(published, code, addDays(until, 1), onlooker) ? until : undefined);

/** The year that is prepared: the next one. */
export const preparedYear = (today: Day): FiscalYear => fiscalYearOf(today) + 1;

/** A seat without a holder on the first day of the year that is prepared stays 未定. */
export const firstPrepared = (today: Day): Day => firstDayOf(preparedYear(today));
