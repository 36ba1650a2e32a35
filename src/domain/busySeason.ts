/** The times of the year in which offices are busy, by month and day: 議会, 申告, 当初課税, 国保, 異動期. */
import type { BusySeason } from './bestDate.ts';
import { type Day, dayFrom, endOfMonth, partsOf } from './day.ts';

export interface YearlySeason {
  readonly name: string;
  /** `02-16`; the end may lie in the next year. `02-29` is the last day of February. */
  readonly from: string;
  readonly until: string;
  /** The business systems that it concerns; undefined: everyone. */
  readonly systems: readonly string[] | undefined;
}

const everyone = (name: string, from: string, until: string): YearlySeason => ({
  name,
  from,
  until,
  systems: undefined,
});

/** Where the council sets none of its own. */
export const USUAL_SEASONS: readonly YearlySeason[] = [
  everyone('3月議会', '03-01', '03-31'),
  everyone('6月議会', '06-01', '06-30'),
  everyone('9月議会', '09-01', '09-30'),
  everyone('12月議会', '12-01', '12-28'),
  everyone('申告', '02-16', '03-15'),
  everyone('当初課税', '04-01', '06-30'),
  everyone('国保', '07-01', '07-31'),
  everyone('異動期', '03-20', '04-10'),
];

/** The seasons of the years around this day. */
export function seasonsAround(
  day: Day,
  yearly: readonly YearlySeason[],
  bodyOfSystem: (system: string) => string | undefined,
): readonly BusySeason[] {
  const { year } = partsOf(day);
  return yearly.flatMap(({ name, from, until, systems }) => {
    const bodies = systems?.map(bodyOfSystem).filter((one) => one !== undefined);
    return [year - 1, year].map((start) => ({
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
