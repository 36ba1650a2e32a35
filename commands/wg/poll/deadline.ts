/** A deadline on a day on which offices are closed is taken as said; the next business day is offered beside it. */
import { businessDayFrom, isBusinessDay, type OfficeCalendar } from '../../../src/domain/businessDay.ts';
import type { Day } from '../../../src/domain/day.ts';
import { candidatesOf } from '../../../src/domain/poll.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { buttons, note, type Part } from '../../../src/text/message.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';

export function closedDeadline(poll: KeptPoll, deadline: Day, today: Day, calendar: OfficeCalendar): Part[] {
  if (isBusinessDay(deadline, calendar)) return [];
  const next = businessDayFrom(deadline, calendar);
  const first = candidatesOf(poll)[0]?.slot.day;
  const fits = first === undefined || next < first;
  const offer = { label: text.instead(next, today), line: `/wg candidates D${poll.number} 期限 ${next}` };
  return [note(text.closed(deadline, today)), ...(fits ? [buttons(offer)] : [])];
}

const text = {
  closed: (day: Day, today: Day): Text => ({
    ja: ja`回答期限の${dayAsOf(day, today)}は閉庁日です。`,
    en: en`Offices are closed on the deadline, ${dayAsOf(day, today)}.`,
  }),
  instead: (day: Day, today: Day): Text => ({
    ja: ja`期限を${dayAsOf(day, today)}にする`,
    en: en`Make it ${dayAsOf(day, today)}`,
  }),
};
