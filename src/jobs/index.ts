/** What the clock does. What exists is written here. */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import type { Day } from '../domain/day.ts';
import type { Job } from '../job/job.ts';
import { circulationJob } from './circulation.ts';
import { digestJob } from './digest.ts';
import { handoverJob } from './handover.ts';
import { minutesJob } from './minutes.ts';
import { overviewJob } from './overview.ts';
import { type Returning, returnedJob } from './returned.ts';
import { successionJob } from './succession.ts';

/**
 * `leaps`: the clock is moved on by hand, and the days that it passes over were no outage. `returning`: where letters come back;
 * left out, nobody looks.
 */
export const jobs = (
  calendarOn: (day: Day) => OfficeCalendar,
  leaps = false,
  returning: Returning | undefined = undefined,
): readonly Job[] => [
  handoverJob(calendarOn),
  successionJob(calendarOn),
  circulationJob(calendarOn),
  minutesJob(calendarOn),
  digestJob(calendarOn, leaps),
  overviewJob(calendarOn),
  ...(returning ? [returnedJob(returning)] : []),
];
