/** Takes one's last step on the minutes back: an answer while they are open, a change or the asking within ten minutes. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { UNDO_WITHIN } from '../../../src/domain/decide.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { lastOwnEntry, takenBackWith } from '../../../src/domain/minutes.ts';
import { channelCanvas, minutesNow } from '../../../src/minutes/standing.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { same } from '../../../src/text/text.ts';
import { minutes as text } from './text.ts';
import { askAgain, type By } from './writing.ts';

export async function undoMinutes(meeting: Meeting, by: By, scene: Scene, store: CouncilStore): Promise<Reply> {
  const { now } = scene;
  const stood = await minutesNow(meeting, scene, store);
  if (!stood) return whisper(text.notYet(meeting));
  const newest = lastOwnEntry(stood.entries, by.person);
  const last = newest && takenBackWith(stood.entries, newest);
  if (!last) return whisper(text.nothingToUndo(meeting));
  const answer = last.kind === 'confirm' || last.kind === 'correct';
  if (stood.standing.state === 'confirmed' && last.kind !== 'amend') return whisper(text.alreadyConfirmed(meeting));
  // An answer to words that were changed since counts no more.
  if (answer && !stood.minutes.answers.some((one) => one.serial === last.serial))
    return whisper(text.nothingToUndo(meeting));
  if (!answer && now > last.at + UNDO_WITHIN) return whisper(text.tooLate);
  const before = stood.entries.findLast((one) => one.content !== undefined && one.serial < last.serial);
  if (last.kind === 'amend' && before?.content) {
    await store.minutes.write(meeting.number, {
      ...{ kind: 'restore', content: before.content, section: last.section, undoes: last.serial, at: now },
      ...by,
    });
  } else await store.minutes.write(meeting.number, { kind: 'undo', undoes: last.serial, at: now, ...by });
  const key = `minutes:${meeting.number}`;
  const told = text.redrafted(same(bodiesNames(scene.chart, meeting)), meeting);
  const again = last.kind === 'amend' ? await askAgain(meeting, told, scene, by, store) : [];
  const words = answer ? undefined : await minutesNow(meeting, scene, store);
  const posts = [...again, ...(words ? [await channelCanvas(meeting, words, scene, store)] : [])];
  return { ...whisper(text.undone(last.kind, meeting)), posts, refresh: [key], done: [key] };
}
