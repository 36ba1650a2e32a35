/** The 資料 of a meeting in its thread, as its channels' readers may see them: of each the version that counts, and since when. */
import type { Surface } from '../../src/command/surface.ts';
import { dayAt } from '../../src/domain/day.ts';
import { isFor, latest } from '../../src/domain/paper.ts';
import { circleOf } from '../../src/minutes/standing.ts';
import { buttons, note, rows } from '../../src/text/message.ts';
import { paper as text } from './paperText.ts';

export const papersSurface: Surface = {
  kind: 'papers',
  async render(id, now, _chart, store) {
    const meeting = await store.meetings.byNumber(Number(id));
    if (!meeting) return undefined;
    const circle = await circleOf(meeting, store);
    const all = latest(await store.papers.of(meeting.number));
    const shown = all.filter((one) => isFor(circle, one));
    return {
      summary: all.length === 0 ? text.noPapers(meeting.number) : text.papers(meeting.number),
      parts: [
        ...(shown.length === 0 ? [] : [rows(shown.map((one) => text.standing(one, dayAt(now))))]),
        ...(shown.length < all.length ? [note(text.withheld)] : []),
        buttons({ label: text.register, line: `/wg paper M${meeting.number}` }),
      ],
    };
  },
};
