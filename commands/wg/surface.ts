/** A meeting in its body's channel: as called, or taken back. */

import type { Surface } from '../../src/command/surface.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { buttons, note, type Part, rows } from '../../src/text/message.ts';
import { bodyText } from '../subjects/bodies.ts';
import { text } from './text.ts';

export const meetingSurface: Surface = {
  kind: 'meeting',
  async render(id, now, chart, store) {
    const meeting = await store.meetings.byNumber(Number(id));
    if (!meeting) return undefined;
    const body = bodyText(chart, meeting.body);
    if (meeting.state === 'cancelled') return { summary: text.cancelled(body, meeting) };
    const agenda: Part =
      meeting.agenda.length === 0 ? note(text.noAgenda) : rows(meeting.agenda.map((one, i) => text.agenda(one, i + 1)));
    const undo = {
      label: text.undo,
      line: `/wg undo M${meeting.number}`,
      style: 'danger',
      confirm: text.confirmUndo,
    } as const;
    const undoable = now <= meeting.createdAt + UNDO_WITHIN;
    return { summary: text.scheduled(body, meeting), parts: undoable ? [agenda, buttons(undo)] : [agenda] };
  },
};
