/** The minutes of a meeting in its thread: how they stand, what they hold in figures, and who has confirmed. */
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import type { Surface } from '../../../src/command/surface.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { minutesNow } from '../../../src/minutes/standing.ts';
import { SECTION_NAMES } from '../../../src/minutes/text.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { buttons, facts, note } from '../../../src/text/message.ts';
import { same } from '../../../src/text/text.ts';
import { actsOf, stateParts } from './show.ts';
import { minutes as text } from './text.ts';

export const minutesSurface: Surface = {
  kind: 'minutes',
  async render(id, now, chart, store) {
    const meeting = await store.meetings.byNumber(Number(id));
    if (!meeting) return undefined;
    const today = dayAt(now);
    const calendar = { ...officeCalendar(today), closed: await store.closedDays(today) };
    const stood = await minutesNow(meeting, { now, calendar, shown: true }, store);
    if (!stood) return undefined;
    const { minutes, standing } = stood;
    const counted = (['decisions', 'items', 'confirmations'] as const).map(
      (one) =>
        [SECTION_NAMES[one], text.count(minutes.content.sections[one].length)] as [
          ReturnType<typeof same>,
          ReturnType<typeof same>,
        ],
    );
    const show = { label: text.buttons.show, line: `/wg minutes M${meeting.number}` };
    return {
      summary: text.summary(same(bodiesNames(chart, meeting)), meeting, standing),
      parts: [
        facts(...counted),
        note(text.version(minutes.version)),
        ...stateParts(minutes, standing, today, (code) => municipalityOf(chart, code)?.name ?? code),
        buttons(show, ...actsOf(meeting, standing, { leads: true, answers: true })),
      ],
    };
  },
};
