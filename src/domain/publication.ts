/**
 * Next year's names (内示): shown to others only from the day on which their municipality publishes them, or when the year
 * has come; its own information section prepares and sees them.
 *
 * A whole year is open or it is not: were single seats hidden, one could tell which of them change.
 */
import type { Tenure } from './council.ts';
import { addDays, type Day } from './day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from './fiscalYear.ts';

/** A municipality's names of a fiscal year are shown to others from the day on. */
export interface Publication {
  readonly code: string;
  readonly year: FiscalYear;
  readonly on: Day;
}

/** Who looks at the roster, and when. */
export interface Onlooker {
  readonly today: Day;
  /** The municipalities whose unpublished names they prepare. */
  readonly own: readonly string[];
}

/** Whether the municipality's names of that year are shown to everyone in the council. */
export const isPublished = (published: readonly Publication[], code: string, year: FiscalYear, today: Day): boolean =>
  year <= fiscalYearOf(today) || published.some((one) => one.code === code && one.year === year && one.on <= today);

/** Whether the onlooker may see who of the municipality holds what on the day. */
export const mayKnow = (published: readonly Publication[], code: string, on: Day, { today, own }: Onlooker): boolean =>
  own.includes(code) || isPublished(published, code, fiscalYearOf(on), today);

/**
 * The tenures as the onlooker may see them: none that begins in a year they may not know, and of none its end where the
 * end would tell that somebody leaves in such a year.
 */
export function seenBy<Held extends Pick<Tenure, 'municipality' | 'from' | 'until'>>(
  tenures: readonly Held[],
  published: readonly Publication[],
  onlooker: Onlooker,
): readonly Held[] {
  return tenures
    .filter(({ municipality, from }) => mayKnow(published, municipality, from, onlooker))
    .map((one) => ({ ...one, until: endSeen(published, one.municipality, one.until, onlooker) }));
}

/** The last day of a tenure as the onlooker may be told it: none where it would tell of a year they may not know. */
export const endSeen = (
  published: readonly Publication[],
  code: string,
  until: Day | undefined,
  onlooker: Onlooker,
): Day | undefined =>
  until === undefined || mayKnow(published, code, addDays(until, 1), onlooker) ? until : undefined;

/** The year that is prepared: the next one. */
export const preparedYear = (today: Day): FiscalYear => fiscalYearOf(today) + 1;

/** A seat without a holder on the first day of the year that is prepared stays 未定. */
export const firstPrepared = (today: Day): Day => firstDayOf(preparedYear(today));
