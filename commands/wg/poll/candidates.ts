/** `/wg candidates D3 追加 6/18 10:00-12:00`, `取消 2`, `変更 2 6/19 10:00-12:00`: one candidate; answers to others stay. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import type { Instant } from '../../../src/domain/day.ts';
import { addCandidate, type Edited, moveCandidate, type Poll, removeCandidate } from '../../../src/domain/poll.ts';
import type { When } from '../../../src/domain/when.ts';
import { en, ja } from '../../../src/text/text.ts';
import { when } from '../../arguments/dates.ts';
import { candidateNumber, pollNumber } from '../../arguments/numbers.ts';
import { choice } from '../../arguments/words.ts';
import { pollMeant } from '../../subjects/polls.ts';
import { text as wgText } from '../text.ts';
import { poll as text } from './text.ts';

type How = 'add' | 'remove' | 'move';

const how = choice<How>({ ja: ja`追加・取消・変更`, en: en`add, remove or move` }, [
  { value: 'add', label: { ja: ja`追加`, en: en`add` }, words: ['追加'] },
  { value: 'remove', label: { ja: ja`取消`, en: en`remove` }, words: ['取消', '取り消し', '削除'] },
  { value: 'move', label: { ja: ja`変更`, en: en`move` }, words: ['変更'] },
]);

export const wgCandidates = subcommand({
  name: 'candidates',
  alias: ['候補', '候補日', '候補変更'],
  summary: { ja: ja`日程調整の候補を追加・取消・変更します`, en: en`Add, remove or move a candidate of a poll` },
  effect: 'act',
  args: z.object({ number: pollNumber, how, candidate: candidateNumber.optional(), when: when.optional() }),
  examples: ['D3 追加 6/18 10:00-12:00', 'D3 取消 2', 'D3 変更 2 6/19 10:00-12:00'],

  about: (said, _, store) => pollMeant(said.number, store),

  who: leadOf,

  async run(said, { subject: poll, now }, store): Promise<Reply> {
    const { number } = poll;
    if (said.how !== 'remove' && said.when && said.when.start === undefined) return whisper(wgText.noTime);
    const result = edit(poll, said, now);
    if (!result) return whisper(text.editUsage(number));
    if ('refused' in result) return whisper(text.editRefused(number, result));
    await store.polls.keepCandidate(number, result.candidate, now);
    return {
      ...whisper(text.edited(number, said.how, result.candidate)),
      refresh: (await store.polls.unsettled()).map((one) => `poll:${one.number}`),
      done: [`poll:${number}`],
    };
  },
});

interface Said {
  readonly how: How;
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
