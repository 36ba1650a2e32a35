/** `/wg undo D3`: the last that was done to a poll (opened, a candidate, its deadline, a body joined, withdrawn) was not. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import type { Chart } from '../../../src/domain/council.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { type PollBack, takeBackPoll } from '../../../src/domain/pollChange.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { placesOf } from '../../../src/text/meetings.ts';
import { type Button, buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { undoText as text } from './undoText.ts';

export const undoButton = (number: number): Button => ({ label: text.undo, line: `/wg undo D${number}` });

/** On the poll's own message, where whoever presses by mistake is asked first. */
export const undoOpening = (number: number): Button => ({
  ...undoButton(number),
  ...{ label: text.undoOpening, style: 'danger', confirm: text.confirmUndoOpening },
});

export async function undoPoll(
  poll: KeptPoll,
  { acting, person, now, chart }: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { number } = poll;
  const back = takeBackPoll(poll, await store.polls.changes(number), now);
  if ('refused' in back) {
    const meeting = back.refused === 'decided' ? poll.meeting : undefined;
    const instead = meeting === undefined ? [] : [buttons({ label: text.undoMeeting, line: `/wg undo M${meeting}` })];
    return whisper(text.undoRefused(number, back), ...instead);
  }
  await restore(number, back, now, store);
  const undoes = back.back === 'opening' ? undefined : back.change.serial;
  await store.polls.noteChange(number, { kind: 'undone', undoes }, now, { person: person.id, seat: acting.role.seat });
  return {
    ...whisper(text.takenBack(poll, back, chart, dayAt(now))),
    ...(back.back === 'joined' && { posts: [tellParted(poll, back, chart)] }),
    refresh: [...new Set([number, ...(await store.polls.unsettled()).map((one) => one.number)])].map(
      (one) => `poll:${one}`,
    ),
    done: [`poll:${number}`],
  };
}

/** Those who were asked with it hear that they are not any more. */
const tellParted = (poll: KeptPoll, back: PollBack & { readonly back: 'joined' }, chart: Chart): Post => ({
  kind: 'message',
  key: `poll:${poll.number}:parted:${back.change.serial}`,
  to: placesOf(poll),
  message: { summary: text.parted(poll, back, chart) },
});

async function restore(number: number, back: PollBack, now: Scene['now'], store: CouncilStore): Promise<void> {
  switch (back.back) {
    case 'candidate':
      await store.polls.keepCandidate(number, back.candidate, now);
      return;
    case 'deadline':
      await store.polls.extend(number, back.deadline);
      return;
    case 'joined':
      await store.polls.together(number, back.joint);
      return;
    case 'withdrawn':
      await store.polls.settle(number, { state: 'open' });
      return;
    case 'opening':
      await store.polls.settle(number, { state: 'cancelled', at: now });
      return;
  }
}
