/**
 * `/wg candidates D3 追加 6/18 10:00-12:00`, `取消 2`, `変更 2 6/19 10:00-12:00`: one candidate; answers to others stay.
 * `/wg candidates D3 期限 6/12`: another deadline; a poll that was closed takes answers again.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import type { Admitted } from '../../../src/command/who.ts';
import type { Instant } from '../../../src/domain/day.ts';
import {
  addCandidate,
  type Edited,
  moveCandidate,
  moveDeadline,
  type Poll,
  removeCandidate,
} from '../../../src/domain/poll.ts';
import type { When } from '../../../src/domain/when.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { when } from '../../arguments/dates.ts';
import { candidateNumber, pollNumber } from '../../arguments/numbers.ts';
import { choice } from '../../arguments/words.ts';
import { leadsPoll, pollMeant } from '../../subjects/polls.ts';
import { text as wgText } from '../text.ts';
import { closedDeadline } from './deadline.ts';
import { poll as text } from './text.ts';
import { undoButton } from './undo.ts';
import { undoText } from './undoText.ts';

type How = 'add' | 'remove' | 'move' | 'deadline';

const how = choice<How>({ ja: ja`追加・取消・変更・期限`, en: en`add, remove, move or deadline` }, [
  { value: 'add', label: { ja: ja`追加`, en: en`add` }, words: ['追加'] },
  { value: 'remove', label: { ja: ja`取消`, en: en`remove` }, words: ['取消', '取り消し', '削除'] },
  { value: 'move', label: { ja: ja`変更`, en: en`move` }, words: ['変更'] },
  {
    value: 'deadline',
    label: { ja: ja`期限`, en: en`deadline` },
    words: ['期限', '回答期限', '期限延長', '締切', '〆切', 'due'],
  },
]);

export const wgCandidates = subcommand({
  name: 'candidates',
  alias: ['候補', '候補日', '候補変更'],
  summary: { ja: ja`日程調整の候補や回答期限を変更します`, en: en`Change the candidates or the deadline of a poll` },
  effect: 'act',
  args: z.object({ number: pollNumber, how, candidate: candidateNumber.optional(), when: when.optional() }),
  examples: ['D3 追加 6/18 10:00-12:00', 'D3 取消 2', 'D3 変更 2 6/19 10:00-12:00', 'D3 期限 6/12'],

  about: (said, _, store) => pollMeant(said.number, store),

  who: leadsPoll,

  async run(said, scene, store): Promise<Reply> {
    const { subject: poll, acting, person, now } = scene;
    const { number } = poll;
    const { how, when: at } = said;
    if (how === 'deadline') return extend(at, said.candidate, scene, store);
    if (how !== 'remove' && at && at.start === undefined) return whisper(wgText.noTime);
    const result = edit(poll, { ...said, how }, now);
    if (!result) return whisper(text.editUsage(number));
    if ('refused' in result) return whisper(text.editRefused(number, result));
    const { candidate } = result;
    const before = poll.candidates.find((one) => one.number === candidate.number);
    await store.polls.keepCandidate(number, candidate, now);
    const deed = { kind: 'candidate' as const, candidate: candidate.number, before };
    await store.polls.noteChange(number, deed, now, { person: person.id, seat: acting.role.seat });
    return {
      ...whisper(text.edited(number, how, candidate), buttons(undoButton(number))),
      refresh: (await store.polls.unsettled()).map((one) => `poll:${one.number}`),
      done: [`poll:${number}`],
    };
  },
});

async function extend(
  on: When | undefined,
  candidate: number | undefined,
  { subject: poll, acting, person, now, today, calendar }: Scene & Admitted & { readonly subject: KeptPoll },
  store: CouncilStore,
): Promise<Reply> {
  const { number } = poll;
  if (!on || candidate !== undefined) return whisper(text.editUsage(number));
  const result = moveDeadline(poll, on.day, today);
  if ('refused' in result) return whisper(undoText.deadlineRefused(number, result));
  await store.polls.extend(number, result.deadline);
  const deed = { kind: 'deadline' as const, before: poll.deadline };
  await store.polls.noteChange(number, deed, now, { person: person.id, seat: acting.role.seat });
  return {
    ...whisper(
      undoText.deadlineMoved(number, poll.deadline, result.deadline, today),
      ...closedDeadline(poll, result.deadline, today, calendar),
      buttons(undoButton(number)),
    ),
    refresh: [`poll:${number}`],
    done: [`poll:${number}`],
  };
}

interface Said {
  readonly how: Exclude<How, 'deadline'>;
  readonly candidate?: number | undefined;
  readonly when?: When | undefined;
}

/** Undefined where words are missing, or too many. */
function edit(poll: Poll, { how, candidate, when }: Said, now: Instant): Edited | undefined {
  const slot = when?.start === undefined ? undefined : { day: when.day, start: when.start, end: when.end };
  if (how === 'add') return slot && candidate === undefined ? addCandidate(poll, slot, now) : undefined;
  if (candidate === undefined) return undefined;
  if (how === 'remove') return when ? undefined : removeCandidate(poll, candidate);
  return slot && moveCandidate(poll, candidate, slot, now);
}
