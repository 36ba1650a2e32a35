/** `/req questions 未回答`: the questions to the vendors with their answers, a page at a time. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { memberSeat } from '../../../src/command/who.ts';
import type { Body } from '../../../src/domain/council.ts';
import { buttons, rows } from '../../../src/text/message.ts';
import { en, ja, same } from '../../../src/text/text.ts';
import { listFilter } from '../../arguments/filter.ts';
import { fromOf, PAGE, paging } from '../../paging.ts';
import { leftOut, mayShow } from '../../subjects/audience.ts';
import { bodyMeant } from '../../subjects/bodies.ts';
import { answerSheetText as sheets } from './answerSheetText.ts';
import { questionText as text } from './text.ts';

const filter = listFilter<'open' | 'answered' | 'all'>({
  label: { ja: ja`未回答・回答済・すべて、業務・WG名、p2`, en: en`open, answered or all; system or body; p2` },
  states: [
    { value: 'open', words: ['未回答', '回答待ち'] },
    { value: 'answered', words: ['回答済', '回答済み'] },
    { value: 'all', words: ['すべて', '全て', '全件'] },
  ],
});

export const reqQuestions = subcommand({
  name: 'questions',
  alias: ['質問一覧', '質問票'],
  summary: { ja: ja`ベンダへの質問と回答の一覧を表示します`, en: en`List the questions to the vendors` },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', '未回答 介護保険', 'すべて p2'],

  async about(said, scene): Promise<About<Body | undefined>> {
    const word = said.filter?.name;
    return word === undefined && !scene.place.mapped ? { subject: undefined } : bodyMeant(word, scene);
  },

  who: memberSeat,

  async run(said, scene, store): Promise<Reply> {
    const { subject: body } = scene;
    if (!mayShow(scene, 'questions')) return whisper(text.notHere, ...leftOut(scene, 'questions'));
    const { state = 'open', page } = said.filter ?? {};
    const { total, questions } = await store.questions.list(
      { body: body?.slug, state },
      { from: fromOf(page), size: PAGE },
    );
    return whisper(
      text.title(body ? same(body.name) : text.everything, text.state[state], total),
      ...(questions.length > 0 ? [rows(questions.map((one) => text.row(one, scene.today)))] : []),
      ...paging(total, page, ['/req questions', state, body?.slug ?? ''].join(' ').trimEnd()),
      ...(total > 0 ? [buttons({ label: sheets.asFile, line: '/req questionnaire' })] : []),
    );
  },
});
