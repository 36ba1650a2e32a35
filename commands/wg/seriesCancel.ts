/** 以降: a meeting and all later ones of its series are cancelled; shown first where there are more than five. */

import { publishedOf } from '../../src/calendar/ics.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { byTime, type Meeting } from '../../src/domain/meeting.ts';
import { cancel } from '../../src/domain/meetingChange.ts';
import type { Avoided } from '../../src/domain/meetingCounts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../src/text/meetings.ts';
import { buttons, note, rows } from '../../src/text/message.ts';
import type { FilePost } from '../../src/text/post.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { countedAsOf, countedAsText } from '../arguments/avoided.ts';
import { eventOf } from './calendarFile.ts';
import { countedText, recountButtons } from './counted.ts';
import { AT_ONCE } from './series.ts';
import { series as text } from './seriesText.ts';

export const CANCEL = 'wg cancel';

export interface CancelledFor {
  readonly reason: string;
  /** Why they were not needed; undefined: they were. */
  readonly avoided?: Avoided | undefined;
}

/** Exactly what was shown. */
export interface CancelPlan extends CancelledFor {
  readonly bodies: readonly string[];
  readonly numbers: readonly number[];
}

export async function cancelRest(
  why: CancelledFor,
  scene: Scene & Admitted & { readonly subject: Meeting },
  store: CouncilStore,
): Promise<Reply> {
  const { subject: meeting, now, person } = scene;
  if (meeting.series === undefined) return whisper(text.noSeries(meeting.number));
  const rest = (await store.meetings.ofSeries(meeting.series))
    .filter((one) => byTime(meeting, one) <= 0 && !cancel(one, now))
    .sort(byTime);
  const plan: CancelPlan = { bodies: [meeting.body], numbers: rest.map((one) => one.number), ...why };
  if (rest.length <= AT_ONCE) return cancelAll(plan, scene, store);
  const id = await store.plans.keep({ act: CANCEL, person: person.id, at: now, content: plan });
  return whisper(
    text.cancelPreview(rest.length, why.reason),
    note(text.countedAs(countedAsText[countedAsOf(why.avoided)])),
    rows(rest.map(text.cancelRow)),
    buttons({ label: text.cancelThese(rest.length), line: `/wg proceed ${id}`, style: 'danger' }),
  );
}

/** Those of them that can still be cancelled. */
export async function cancelAll(
  { numbers, reason, avoided }: CancelPlan,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { person, acting, now, chart, place } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const done: Meeting[] = [];
  for (const number of numbers) {
    const meeting = await store.meetings.byNumber(number);
    if (!meeting || cancel(meeting, now)) continue;
    done.push(await store.meetings.change({ number, kind: 'cancelled', reason, avoided, at: now, by }));
  }
  const [first] = done;
  if (first?.series === undefined) return whisper(text.planDone);
  const names = same(bodiesNames(chart, first));
  const file: FilePost = {
    kind: 'file',
    key: `ics:series:${first.series}:cancel:${first.number}:${first.sequence}`,
    to: placesOf(first),
    thread: `series:${first.series}`,
    file: {
      name: `S${first.series}-cancel.ics`,
      title: { ja: ja`予定の取消(${done.length}回)`, en: en`Cancellation (${done.length} meetings)` },
      content: publishedOf(done.map((one) => eventOf(one, scene, now))),
    },
  };
  const channels = await store.channels.ofBody(first.body);
  const heardThere = channels.some((one) => one.channelId === place.channelId);
  const as = countedAsOf(avoided);
  const all = { number: first.number, ...(done.length > 1 && { of: done.length }) };
  const counted = buttons(...recountButtons(all, as));
  return {
    ...(heardThere
      ? whisper(countedText(all, as), counted)
      : whisper(text.cancelled(names, done, reason), note(countedText(all, as)), counted)),
    posts: [
      {
        kind: 'message',
        key: `cancel:series:${first.series}:${first.number}:${first.sequence}`,
        to: placesOf(first),
        message: { summary: text.cancelled(names, done, reason) },
      },
      file,
    ],
    refresh: [`series:${first.series}`, ...done.map((one) => `meeting:${one.number}`)],
    done: done.map((one) => `meeting:${one.number}`),
  };
}
