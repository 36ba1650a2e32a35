/** `/wg decide D3 2`: calls the meeting for this candidate, and closes the poll, in one act. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { bodiesOf, schedule } from '../../../src/domain/meeting.ts';
import { candidatesOf } from '../../../src/domain/poll.ts';
import { bodiesNames, placesOf } from '../../../src/text/meetings.ts';
import { buttons } from '../../../src/text/message.ts';
import { en, ja, same } from '../../../src/text/text.ts';
import { candidateNumber, pollNumber } from '../../arguments/numbers.ts';
import { leadsPoll, pollMeant, weigh } from '../../subjects/polls.ts';
import { calendarFile } from '../calendarFile.ts';
import { meetingsBeside } from '../changing.ts';
import { text as wgText } from '../text.ts';
import { warningNotes } from './surface.ts';
import { slotText, poll as text } from './text.ts';

export const wgDecide = subcommand({
  name: 'decide',
  alias: ['日程決定', 'この日で決定', '決定'],
  summary: { ja: ja`日程調整の候補から会議の日程を決定します`, en: en`Decide the date of a poll` },
  effect: 'act',
  args: z.object({ number: pollNumber, candidate: candidateNumber.optional() }),
  examples: ['D3 2', 'D3'],

  about: (said, _, store) => pollMeant(said.number, store),

  who: leadsPoll,

  async run(said, scene, store): Promise<Reply> {
    const { subject: poll, acting, person, now, chart, calendar, place } = scene;
    const { number, body, joint, link, agenda } = poll;
    const names = same(bodiesNames(chart, poll));
    if (poll.state !== 'open') return whisper(text.over(number, poll.state));
    const candidates = candidatesOf(poll);
    if (said.candidate === undefined) {
      const offered = candidates
        .slice(0, 10)
        .map((one) => ({ label: slotText(one.slot), line: `/wg decide D${number} ${one.number}` }));
      return whisper(text.which, buttons(...offered));
    }
    const chosen = candidates.find((one) => one.number === said.candidate);
    if (!chosen) return whisper(text.noCandidate(said.candidate));
    const result = schedule(chosen.slot, await meetingsBeside(bodiesOf(poll), chosen.slot.day, store), now);
    if ('refused' in result) {
      return whisper(
        result.refused === 'clash' ? wgText.clash(names, result.with) : wgText.past({ when: slotText(chosen.slot) }),
      );
    }

    const weighed = await weigh(poll, chart, calendar, scene.today, store);
    const ranked = weighed.ranked.filter((one) => one.candidate.number === chosen.number);
    const warned = warningNotes({ ...weighed, ranked });
    const by = { person: person.id, seat: acting.role.seat };
    const meeting = await store.meetings.schedule({
      ...result.slot,
      place: poll.place,
      link,
      agenda,
      body,
      joint,
      at: now,
      by,
    });
    await store.polls.settle(number, { state: 'decided', meeting: meeting.number, at: now });

    const channels = [];
    for (const one of bodiesOf(poll)) channels.push(...(await store.channels.ofBody(one)));
    const heardThere = channels.some((one) => one.channelId === place.channelId);
    return {
      ...((!heardThere || warned.length > 0) && whisper(text.decidedTitle(names, number, meeting), ...warned)),
      posts: [
        { kind: 'surface', to: placesOf(meeting), surface: `meeting:${meeting.number}` },
        calendarFile(meeting, scene),
      ],
      // Polls of other bodies see the meeting from now on.
      refresh: [`poll:${number}`, ...(await store.polls.unsettled()).map((one) => `poll:${one.number}`)],
      done: [`poll:${number}`, `meeting:${meeting.number}`],
    };
  },
});
