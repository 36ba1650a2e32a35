/** `/wg notice M12 [出欠期限]`: the 開催通知 as a Word file in the meeting's thread, with room for its 文書番号. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { actingOn } from '../../src/domain/council.ts';
import { threadOf } from '../../src/domain/meeting.ts';
import { cancel, standing } from '../../src/domain/meetingChange.ts';
import { wordFile } from '../../src/paper/word.ts';
import { placesOf } from '../../src/text/meetings.ts';
import { note } from '../../src/text/message.ts';
import { binaryFile } from '../../src/text/post.ts';
import { en, ja } from '../../src/text/text.ts';
import { dueDay } from '../arguments/dates.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { change } from './changeText.ts';
import { meetingMeant } from './changing.ts';
import { answersDue, noticePaper } from './noticePaper.ts';
import { notice as text } from './noticeText.ts';

export const wgNotice = subcommand({
  name: 'notice',
  alias: ['開催通知', '通知', '開催案内'],
  summary: { ja: ja`開催通知(Word)を作成します`, en: en`Make the formal notice (Word)` },
  effect: 'act',
  args: z.object({ number: meetingNumber, due: dueDay.optional() }),
  examples: ['M12', 'M12 6/9'],
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: leadOf,

  async run(said, { subject: meeting, council, chart, calendar, today, now }, store): Promise<Reply> {
    const refused = cancel(meeting, now);
    if (refused) return whisper(change.refused(refused, meeting));
    const due = said.due ?? answersDue(meeting, today, calendar);
    if (due > meeting.day) return whisper(text.lateDue(due, meeting.day));

    const tenures = await store.tenuresOn(today);
    const acting = actingOn(chart, today, await store.presentAtCouncil(today));
    const names = await store.names(tenures.map((one) => one.person));
    const moved = standing(await store.meetings.history(meeting.number)).filter((one) => one.kind === 'moved');
    const before = moved.findLast((one) => one.day !== meeting.day || one.start !== meeting.start);
    const paper = noticePaper({ council: council.name, meeting, before, chart, tenures, names, acting, due, today });
    const name = `開催通知_M${meeting.number}.docx`;
    return {
      ...whisper(
        text.made(meeting.number, due),
        ...(meeting.place === undefined && meeting.link === undefined ? [note(text.noPlace)] : []),
      ),
      posts: [
        {
          kind: 'file',
          key: `notice:meeting:${meeting.number}:${meeting.sequence}:${now}`,
          to: placesOf(meeting),
          thread: threadOf(meeting),
          file: binaryFile(name, text.title(meeting.number), await wordFile(paper)),
        },
      ],
      done: [`meeting:${meeting.number}`, `notice:${meeting.number}`],
    };
  },
});
