/**
 * `/wg undo M12`: takes back what was last done to a meeting (its call, a move, a cancellation) within ten minutes;
 * `/wg undo D3` the same of a date poll.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, leadOf, seatOf } from '../../src/command/who.ts';
import { bodiesOf, type Meeting, schedule, threadOf } from '../../src/domain/meeting.ts';
import { type MeetingChange, takeBack } from '../../src/domain/meetingChange.ts';
import { canTakeBackOpening, isOpen } from '../../src/domain/sitting.ts';
import type { KeptPoll } from '../../src/store/council/polls.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { meetingNumber, pollNumber } from '../arguments/numbers.ts';
import { paperMark } from '../arguments/papers.ts';
import { leadsPoll, pollMeant } from '../subjects/polls.ts';
import { calendarFile } from './calendarFile.ts';
import { change } from './changeText.ts';
import { changeReply, meetingMeant, meetingsBeside } from './changing.ts';
import { withdrawPaper } from './paper.ts';
import { undoPoll } from './poll/undo.ts';
import { sitting } from './sittingText.ts';
import { text } from './text.ts';

type UndoScene = Scene & Admitted & { readonly subject: Meeting };

type Undoing =
  | { readonly meeting: Meeting; readonly paper: string | undefined; readonly poll?: undefined }
  | { readonly poll: KeptPoll };

/** A 資料 is taken back by whoever may register one; all else by the lead. */
const mayUndo: Who<Undoing, Admitted> = (scene, subject) => {
  if (subject.poll) return leadsPoll(scene, subject.poll);
  return subject.paper === undefined ? leadOf(scene, subject.meeting) : seatOf(scene, subject.meeting);
};

export const wgUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: {
    ja: ja`直前の招集・変更・中止・資料登録・日程調整を取り消します(10分以内)`,
    en: en`Take back a call, a change, a paper or a poll (within 10 minutes)`,
  },
  effect: 'act',
  args: z.object({ number: meetingNumber.optional(), poll: pollNumber.optional(), paper: paperMark.optional() }),
  examples: ['M12', 'M12 資料1-2', 'D3', ''],

  async about(said, scene, store): Promise<About<Undoing>> {
    const number = said.number ?? (said.poll === undefined ? await lastMeeting(scene, store) : undefined);
    const asked = said.poll ?? (said.number === undefined ? await lastPoll(number, scene, store) : undefined);
    if (asked !== undefined) {
      const poll = await pollMeant(asked, store);
      return 'refused' in poll ? poll : { subject: { poll: poll.subject } };
    }
    if (number === undefined) return { refused: whisper(text.nothingToUndo) };
    const meant = await meetingMeant(number, store);
    return 'refused' in meant ? meant : { subject: { meeting: meant.subject, paper: said.paper } };
  },

  who: mayUndo,

  async run(said, asked, store): Promise<Reply> {
    if (asked.subject.poll) return undoPoll(asked.subject.poll, asked, store);
    const { meeting } = asked.subject;
    const scene = { ...asked, subject: meeting };
    const { now, line } = scene;
    if (said.paper !== undefined) return withdrawPaper(said.paper, scene, store);
    if (meeting.openedAt !== undefined) return takeBackOpening(scene, store);
    const taking = takeBack(meeting, await store.meetings.history(meeting.number), now);
    if ('refused' in taking) {
      if (taking.refused === 'withdrawn') return whisper(text.alreadyCancelled(meeting));
      if (meeting.state === 'cancelled') return whisper(change.refused({ refused: 'cancelled' }, meeting));
      const cancel = { label: change.toCancel, line: `/wg cancel M${meeting.number}` };
      return whisper(text.tooLate(meeting), ...(meeting.createdAt < now ? [buttons(cancel)] : []));
    }
    if (taking.back === 'withdrawn') return withdraw(scene, store);
    // 「取消」 of a meeting that was just moved may mean the move or the meeting: asked, never guessed.
    if (taking.back === 'movedBack' && SAYS_CANCEL.test(line)) {
      return whisper(
        change.undoMeans(meeting.number),
        buttons(
          { label: change.undoMove, line: `/wg undo M${meeting.number}` },
          { label: change.toCancel, line: `/wg cancel M${meeting.number}` },
        ),
      );
    }
    return changeBack(taking.back, taking.change, scene, store);
  },
});

const lastMeeting = async ({ person }: Scene, store: CouncilStore): Promise<number | undefined> =>
  (await store.meetings.lastBy(person.id))?.number;

/** The poll that one opened or changed after one's last act on a meeting. */
async function lastPoll(
  meeting: number | undefined,
  { person }: Scene,
  store: CouncilStore,
): Promise<number | undefined> {
  const last = await store.polls.lastBy(person.id);
  const known = meeting === undefined ? undefined : await store.meetings.byNumber(meeting);
  return last && (!known || last.at > known.changedAt) ? last.number : undefined;
}

const SAYS_CANCEL = /^\/wg\s+取/u;

/** A meeting that was opened is not taken back any more; its opening is, while nothing rests on it. */
async function takeBackOpening({ subject: meeting, now }: UndoScene, store: CouncilStore): Promise<Reply> {
  if (!isOpen(meeting)) return whisper(sitting.isClosed(meeting));
  const notes = (await store.notes.ofMeeting(meeting.number)).filter((one) => one.takenBackAt === undefined);
  const resting = (await store.decisions.ofMeeting(meeting.number)).length + notes.length;
  if (!canTakeBackOpening(meeting, resting, now)) return whisper(sitting.restsOnIt(meeting));
  const back = await store.meetings.unopen(meeting.number);
  return {
    ...whisper(sitting.takenBack(back)),
    refresh: [`meeting:${meeting.number}`],
    done: [`meeting:${meeting.number}`],
  };
}

/** The call itself: the meeting was never to be. */
async function withdraw(scene: UndoScene, store: CouncilStore): Promise<Reply> {
  const { subject: meeting, acting, person, now, chart } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const cancelled = await store.meetings.change({ number: meeting.number, kind: 'withdrawn', at: now, by });
  // Called from a date poll: the poll goes on as it was.
  const poll = await store.polls.ofMeeting(meeting.number);
  if (poll) await store.polls.settle(poll.number, { state: 'open' });
  return {
    ...whisper(text.cancelled(same(bodiesNames(chart, cancelled)), cancelled)),
    posts: [calendarFile(cancelled, scene, threadOf(meeting))],
    refresh: [
      `meeting:${meeting.number}`,
      ...(meeting.series === undefined ? [] : [`series:${meeting.series}`]),
      ...(poll ? [`poll:${poll.number}`] : []),
    ],
    done: [`meeting:${meeting.number}`, ...(poll ? [`poll:${poll.number}`] : [])],
  };
}

async function changeBack(
  back: 'movedBack' | 'restored' | 'parted',
  undone: MeetingChange,
  scene: UndoScene,
  store: CouncilStore,
): Promise<Reply> {
  const { subject: meeting, acting, person, now, chart } = scene;
  const { day, start, end, place, link } = undone;
  if (back !== 'parted') {
    const beside = await meetingsBeside(bodiesOf(meeting), day, store);
    const free = schedule(
      { day, start, end },
      beside.filter((one) => one.number !== meeting.number),
      now,
    );
    if ('refused' in free) return whisper(change.notFree(change.slot(undone)));
  }
  const changed = await store.meetings.change({
    number: meeting.number,
    kind: back,
    ...(back === 'movedBack' && { to: { day, start, end, place, link } }),
    at: now,
    by: { person: person.id, seat: acting.role.seat },
  });
  return changeReply(changed, change.back(same(bodiesNames(chart, changed)), changed, undone), scene, store, meeting);
}
