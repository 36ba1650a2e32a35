/** The places to which the room's clock is most often moved. */
import { businessDayFrom } from '../domain/businessDay.ts';
import { addDays, dayAt, type Instant, instantAt } from '../domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import type { Jump } from './roomState.ts';

/** No national holiday lies between April 1 and 28, so weekends alone decide which day of April is the first open one. */
const ANY_APRIL = { holidays: new Map(), fixedUntil: dayAt(0 as Instant), closed: new Set<never>() };

export function jumpsFrom(now: Instant): Jump[] {
  const today = dayAt(now);
  const aprilFirst = firstDayOf(fiscalYearOf(today) + 1);
  const opening = businessDayFrom(aprilFirst, ANY_APRIL);
  return [
    { label: { ja: '明日 9:00', en: 'Tomorrow 9:00' }, at: instantAt(addDays(today, 1), 9 * 60) },
    { label: { ja: '次の4月1日 0:00', en: 'Next April 1, 0:00' }, at: instantAt(aprilFirst) },
    {
      label: { ja: '次の年度の最初の開庁日 9:00', en: 'First business day of next fiscal year, 9:00' },
      at: instantAt(opening, 9 * 60),
    },
  ];
}
