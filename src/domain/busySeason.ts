/** The times of the year in which offices are busy, by month and day: 議会, 申告, 当初課税, 国保, 異動期. */
import type { BusySeason } from './bestDate.ts';
import type { BusinessSystem } from './council.ts';
import { type Day, dayFrom, endOfMonth, partsOf } from './day.ts';

export interface YearlySeason {
  readonly name: string;
  /** `02-16`; the end may lie in the next year. `02-29` is the last day of February. */
  readonly from: string;
  readonly until: string;
  /** The business systems that it concerns, by slug or a part of their name; undefined: everyone. */
  readonly systems: readonly string[] | undefined;
}

const season = (name: string, from: string, until: string, ...systems: string[]): YearlySeason => ({
  name,
  from,
  until,
  systems: systems.length === 0 ? undefined : systems,
});

/** Where the council sets none of its own. */
export const USUAL_SEASONS: readonly YearlySeason[] = [
  season('3月議会', '03-01', '03-31'),
  season('6月議会', '06-01', '06-30'),
  season('9月議会', '09-01', '09-30'),
  season('12月議会', '12-01', '12-28'),
  season('申告', '02-16', '03-15', '税'),
  season('当初課税', '04-01', '06-30', '税'),
  season('国保', '07-01', '07-31', '国民健康保険', '国保'),
  season('異動期', '03-20', '04-10'),
];

/** The seasons of the years around this day. */
export function seasonsAround(
  day: Day,
  yearly: readonly YearlySeason[],
  systemsOf: readonly BusinessSystem[],
): readonly BusySeason[] {
  const { year } = partsOf(day);
  return yearly.flatMap(({ name, from, until, systems }) => {
    const concerned = systemsOf.filter((one) => systems?.some((word) => one.slug === word || one.name.includes(word)));
    const bodies = systems && concerned.map((one) => one.body);
    return [year - 1, year, year + 1].map((start) => ({
      name,
      from: dayOf(start, from),
      until: dayOf(until < from ? start + 1 : start, until),
      municipalities: undefined,
      bodies,
    }));
  });
}

function dayOf(year: number, written: string): Day {
  const [month = 1, date = 1] = written.split('-').map(Number);
  return dayFrom(year, month, date) ?? endOfMonth(year, month);
}
