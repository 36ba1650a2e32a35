/** An agenda that was given out, in the thread of its meeting, in the channels of the bodies that meet. */

import type { Surface } from '../../../src/command/surface.ts';
import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import { bodyOf, type Chart } from '../../../src/domain/council.ts';
import { dayAt } from '../../../src/domain/day.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { isOpen } from '../../../src/domain/sitting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { type Button, note } from '../../../src/text/message.ts';
import { refs } from './adding.ts';
import { outOf, type Section, sectionParts, sectionsOf } from './sections.ts';
import { agenda as text } from './text.ts';

/** So many have a button of their own: the next ones. */
const BUTTONS = 4;

export const agendaSurface: Surface = {
  kind: 'agenda',
  async render(id, now, chart, store: CouncilStore) {
    const meeting = await store.meetings.byNumber(Number(id));
    if (!meeting) return undefined;
    const sections = await sectionsOf(meeting, store);
    const entries = sections.flatMap((one) => one.entries);
    const { on } = await outOf(meeting, sections, chart, store);
    return {
      summary: text.title(bodiesNames(chart, meeting), meeting),
      parts: [
        ...sectionParts(meeting, sections, chart, note(text.none)),
        note(text.time(entries, meeting)),
        ...(on === undefined ? [] : [note(text.isOut(on, false, dayAt(now)))]),
      ],
    };
  },
};

/** While the meeting sits, the next entries are marked as covered by a button. */
export function coverButtons(meeting: Meeting, sections: readonly Section[], chart: Chart): Button[] {
  if (!isOpen(meeting)) return [];
  return sections
    .flatMap(({ entries }) => entries)
    .filter(
      (entry) => !entry.settled && entry.places.some((one) => one.meeting === meeting.number && one.fate === 'on'),
    )
    .slice(0, BUTTONS)
    .map((entry) => coverButton(entry, meeting, chart));
}

export const coverButton = (entry: AgendaEntry, meeting: Meeting, chart: Chart): Button => ({
  label: text.toCover(entry, meeting.joint.length === 0 ? '' : `${bodyOf(chart, entry.body)?.name ?? entry.body} `),
  line: `/wg agenda M${meeting.number} ${refs([entry], entry.body)} cover`,
});
