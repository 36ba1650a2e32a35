/** What is said to who acts while nothing is shown to anybody else: that it is done, and when the others hear. */
import { dayAt } from '../domain/day.ts';
import { hiddenUntil } from '../domain/handover.ts';
import { momentAsOf } from '../text/dates.ts';
import { note } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import type { Reply } from './reply.ts';
import type { Scene } from './scene.ts';

export function hushed(reply: Reply, { now, calendar, chart }: Pick<Scene, 'now' | 'calendar' | 'chart'>): Reply {
  const until = hiddenUntil(now, calendar, chart.rotation.starts);
  const told = (reply.posts ?? []).length + (reply.refresh ?? []).length;
  if (until === undefined || reply.done === undefined || told === 0) return reply;
  const later = text.later(momentAsOf(until, dayAt(now)), hiddenUntil(now, calendar, []) === until);
  if (!reply.whisper)
    return { ...reply, whisper: { summary: { ja: ja`記録しました。${later}`, en: en`Recorded. ${later}` } } };
  return { ...reply, whisper: { ...reply.whisper, parts: [...(reply.whisper.parts ?? []), note(later)] } };
}

const text = {
  later: (until: Text, ofYear: boolean): Text =>
    ofYear
      ? {
          ja: ja`年度切替え後の最初の開庁日を待って、${until}に関係者へお知らせします。`,
          en: en`The others hear of it on the first business day of the year, ${until}.`,
        }
      : {
          ja: ja`会長市町の交代後の最初の開庁日を待って、${until}に関係者へお知らせします。`,
          en: en`The others hear of it once the offices have opened after the chair passed on, ${until}.`,
        },
};
