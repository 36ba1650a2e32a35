/** Where largely the same people meet on the same day already: together, one after the other, or as said. Asked, not assumed. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { clock, dayAt } from '../../src/domain/day.ts';
import { apart, rightAfter, sharedPeople } from '../../src/domain/joint.ts';
import { type Meeting, type Slot, schedule } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { type Button, buttons } from '../../src/text/message.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import type { CallingScene, Spot } from './schedule.ts';
import { whenOf } from './text.ts';

/** When offices close. */
const CLOSING = 17 * 60 + 15;
/** What a button's line may hold. */
const LONGEST = 1_500;

export async function offerTogether(
  body: string,
  slot: Slot,
  spot: Spot,
  { chart, now }: CallingScene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const tenures = await store.tenuresOn(slot.day, { today: dayAt(now), own: [] });
  const sameDay = (await store.meetings.from(slot.day)).filter((one) => one.day === slot.day);
  const found = sameDay
    .filter((one) => one.body !== body && apart(slot, one))
    .map((other) => ({ other, people: sharedPeople(tenures, body, other.body) }))
    .filter(({ people }) => people.length > 0)
    .sort((a, b) => b.people.length - a.people.length)[0];
  if (!found) return undefined;

  const { other, people } = found;
  const name = bodyOf(chart, body)?.name ?? body;
  const after = rightAfter(slot, other, CLOSING);
  const free = after && 'slot' in schedule(after, await store.meetings.on(body, slot.day), now) ? after : undefined;
  const list: Button[] = [
    { label: text.together(other), line: `/wg join M${other.number} ${name} ${spot.agenda.join('、')}`.trim() },
    ...(free ? [{ label: text.after(free), line: lineOf(name, free, spot) }] : []),
    { label: text.asSaid, line: lineOf(name, slot, spot) },
  ];
  if (list.some((one) => one.line.length > LONGEST)) return undefined;
  const names = await store.names(people);
  const told = listed(people.map((one) => same(names.get(one) ?? '')));
  return whisper(text.ask(same(bodiesNames(chart, other)), other, told), buttons(...list));
}

const lineOf = (name: string, { day, start, end }: Slot, { place, link, agenda }: Spot): string =>
  [
    `/wg schedule ${name} ${day} ${clock(start)}${end === undefined ? '' : `-${clock(end)}`} 個別`,
    ...(place === undefined ? [] : [/\s/u.test(place) ? `「${place}」` : place]),
    ...(link === undefined ? [] : [link]),
    agenda.join('、'),
  ]
    .join(' ')
    .trim();

const text = {
  ask: (bodies: Text, other: Meeting, people: Text): Text => ({
    ja: ja`同じ日に、委員の多くが重なる${bodies}の会議M${other.number}(${whenOf(other)})があります(両方の委員:${people})。どのように開催しますか。まだ招集はしていません。`,
    en: en`On the same day ${bodies} meets (M${other.number}, ${whenOf(other)}), with largely the same people: ${people}. How shall it be? Nothing was called yet.`,
  }),
  together: (other: Meeting): Text => ({
    ja: ja`M${other.number}と合同で開催する`,
    en: en`Together with M${other.number}`,
  }),
  after: (slot: Slot): Text => ({
    ja: ja`続けて${clock(slot.start)}から開催する`,
    en: en`Right after it, at ${clock(slot.start)}`,
  }),
  asSaid: { ja: ja`このまま個別に開催する`, en: en`On its own, as typed` },
} as const;
