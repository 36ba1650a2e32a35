/** Giving the agenda out (公開・配布): it stands in the meeting's thread from then on, and how it read is kept. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { threadOf } from '../../../src/domain/meeting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { placesOf } from '../../../src/text/meetings.ts';
import { rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { same } from '../../../src/text/text.ts';
import { surfacesOf, takesEntries } from './adding.ts';
import type { AgendaScene } from './meant.ts';
import { linesOf, outOf, sectionsOf } from './sections.ts';
import { agenda as text } from './text.ts';

export async function issueAgenda(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { subject, acting, person, chart, now, today } = scene;
  const { meeting } = subject;
  if (!meeting) return whisper(text.noMeetingToPut(bodyOf(chart, subject.body)?.name ?? subject.body));
  if (!takesEntries(meeting, today)) return whisper(text.over(meeting));
  const sections = await sectionsOf(meeting, store);
  const lines = linesOf(meeting, sections, chart);
  if (lines.length === 0) return whisper(text.nothingToIssue(meeting));
  const { on, changed } = await outOf(meeting, sections, chart, store);
  if (on !== undefined && !changed) return whisper(text.issuedAlready(meeting, on, today));
  const issues = await store.agendas.issues(meeting.number);
  await store.agendas.issue(meeting.number, lines, now, { person: person.id, seat: acting.role.seat });
  const { number } = meeting;
  // Given out once more, its message reads anew, and the thread hears that it changed.
  const again: Post = {
    kind: 'message',
    key: `agenda:${number}:${issues.length + 1}`,
    to: placesOf(meeting),
    thread: threadOf(meeting),
    message: { summary: text.reissued(meeting), parts: [rows(lines.map(same))] },
  };
  return {
    ...whisper(text.issued(meeting)),
    posts: [
      issues.length === 0
        ? { kind: 'surface', to: placesOf(meeting), surface: `agenda:${number}`, thread: threadOf(meeting) }
        : again,
    ],
    refresh: surfacesOf([number]),
    done: [`meeting:${number}`],
  };
}
