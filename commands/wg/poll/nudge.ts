/** `/wg nudge D3`: asks those who have not answered, and nobody else; at most once a business day. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { isBusinessDay } from '../../../src/domain/businessDay.ts';
import { bodiesOf } from '../../../src/domain/meeting.ts';
import { standingOf, unanswered } from '../../../src/domain/poll.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { buttons, note } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, same } from '../../../src/text/text.ts';
import { pollNumber } from '../../arguments/numbers.ts';
import { askedIn, leadsPoll, pollMeant } from '../../subjects/polls.ts';
import { peopleOf } from './answer.ts';
import { namesOf } from './surface.ts';
import { poll as text } from './text.ts';

export const wgNudge = subcommand({
  name: 'nudge',
  alias: ['回答依頼', '催促', '未回答に依頼'],
  summary: { ja: ja`日程調整に未回答の市町へ回答をお願いします`, en: en`Ask those who have not answered a poll` },
  effect: 'act',
  args: z.object({ number: pollNumber }),
  examples: ['D3'],

  about: (said, _, store) => pollMeant(said.number, store),

  who: leadsPoll,

  async run(_, scene, store): Promise<Reply> {
    const { subject: poll, chart, now, today, calendar } = scene;
    const { number, deadline } = poll;
    const standing = standingOf(poll, now);
    if (standing !== 'open') return whisper(text.over(number, standing));
    const towns = askedIn(poll, chart);
    const silent = bodiesOf(poll).flatMap((body) => unanswered(poll, towns, body).map((code) => ({ body, code })));
    if (silent.length === 0) return whisper(text.allAnswered);
    if (!isBusinessDay(today, calendar)) return whisper(text.closedToday);
    if (poll.nudgedOn === today) return whisper(text.nudgedToday);

    const bodies = same(bodiesNames(chart, poll));
    const posts: Post[] = [];
    const [asked, vacant] = [new Set<string>(), new Set<string>()];
    const told = new Set<number>();
    for (const { body, code } of silent) {
      const people = await peopleOf([body], [code], today, store);
      (people.length > 0 ? asked : vacant).add(code);
      const summary = text.reminder(number, bodies, namesOf([code], chart), deadline, today);
      const answer = { label: text.answer, line: `/wg answer D${number}` };
      // Who sits in several of the bodies is asked once.
      for (const person of people.filter((one) => !told.has(one)))
        posts.push({
          kind: 'message',
          key: `poll:${number}:nudge:${today}:person-${person}`,
          to: { person },
          message: { summary, parts: [buttons(answer)] },
        });
      for (const person of people) told.add(person);
    }
    const notes = vacant.size === 0 ? [] : [note(text.vacant(namesOf([...vacant], chart)))];
    if (asked.size === 0) return whisper(text.vacant(namesOf([...vacant], chart)));
    await store.polls.nudged(number, today);
    return { ...whisper(text.nudgedTo(namesOf([...asked], chart)), ...notes), posts, done: [`poll:${number}`] };
  },
});
