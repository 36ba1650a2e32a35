/** Where largely the same people meet on the same day already: together, one after the other, or as said. Asked, not assumed. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { clock, dayAt } from '../../src/domain/day.ts';
import { apart, rightAfter, sharedPeople } from '../../src/domain/joint.ts';
import { bodiesOf, type Meeting, type Slot, schedule } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { type Button, buttons, note, type Part } from '../../src/text/message.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import type { CallingScene, Spot } from './calling.ts';
import { whenOf } from './text.ts';

/** When offices close. */
const CLOSING = 17 * 60 + 15;
/** What a button's line may hold. */
export const LONGEST = 1_500;

interface Beside {
  /** The meeting with which it shares most people. */
  readonly other: Meeting;
  readonly people: readonly number[];
  /** Right after that one, where this is free. */
  readonly after: Slot | undefined;
}

/** `but`: the meeting itself, where it was called already. */
async function besideOf(
  body: string,
  slot: Slot,
  but: number | undefined,
  { now }: Pick<CallingScene, 'now'>,
  store: CouncilStore,
): Promise<Beside | undefined> {
  const tenures = await store.tenuresOn(slot.day, { today: dayAt(now), own: [] });
  const sameDay = (await store.meetings.from(slot.day)).filter((one) => one.day === slot.day);
  const [found] = sameDay
    .filter((one) => !bodiesOf(one).includes(body) && apart(slot, one))
    .map((other) => ({
      other,
      people: [...new Set(bodiesOf(other).flatMap((one) => sharedPeople(tenures, body, one)))],
    }))
    .filter(({ people }) => people.length > 0)
    .sort((a, b) => b.people.length - a.people.length);
  if (!found) return undefined;
  const after = rightAfter(slot, found.other, CLOSING);
  const own = (await store.meetings.on(body, slot.day)).filter((one) => one.number !== but);
  return { ...found, after: after && 'slot' in schedule(after, own, now) ? after : undefined };
}

export const namesOf = async (people: readonly number[], store: CouncilStore): Promise<Text> => {
  const names = await store.names(people);
  return listed(people.map((one) => same(names.get(one) ?? '')));
};

export async function offerTogether(
  body: string,
  slot: Slot,
  spot: Spot,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const { chart } = scene;
  const beside = await besideOf(body, slot, undefined, scene, store);
  if (!beside) return undefined;
  const { other, people, after } = beside;
  const name = bodyOf(chart, body)?.name ?? body;
  const list: Button[] = [
    { label: text.together(other), line: `/wg join M${other.number} ${name} ${spot.agenda.join('、')}`.trim() },
    ...(after ? [{ label: text.after(after), line: lineOf(name, after, spot) }] : []),
    { label: text.asSaid, line: lineOf(name, slot, spot) },
  ];
  if (list.some((one) => one.line.length > LONGEST)) return undefined;
  const told = await namesOf(people, store);
  return whisper(text.ask(same(bodiesNames(chart, other)), other, told), buttons(...list));
}

/** The same of a meeting that a poll has decided: it can still be put right after the other. */
export async function offerBackToBack(
  meeting: Meeting,
  scene: Pick<CallingScene, 'now' | 'chart'>,
  store: CouncilStore,
): Promise<Part[]> {
  if (meeting.joint.length > 0) return [];
  const beside = await besideOf(meeting.body, meeting, meeting.number, scene, store);
  if (!beside) return [];
  const { other, people, after } = beside;
  const told = note(text.beside(same(bodiesNames(scene.chart, other)), other, await namesOf(people, store)));
  if (!after) return [told];
  const until = after.end === undefined ? '' : `-${clock(after.end)}`;
  const line = `/wg move M${meeting.number} ${after.day} ${clock(after.start)}${until}`;
  return [told, buttons({ label: text.moveAfter(after), line })];
}

const lineOf = (name: string, { day, start, end }: Slot, spot: Spot): string =>
  besides(`/wg schedule ${name} ${day} ${clock(start)}${end === undefined ? '' : `-${clock(end)}`} 個別`, spot);

/** What calls it, with what was said besides its time. */
export const besides = (line: string, { place, link, agenda }: Spot): string =>
  [
    line,
    ...(place === undefined ? [] : [/\s/u.test(place) ? `「${place}」` : place]),
    ...(link === undefined ? [] : [link]),
    agenda.join('、'),
  ]
    .join(' ')
    .trim();

const beside = (bodies: Text, other: Meeting, people: Text): Text => ({
  ja: ja`同じ日に、委員の多くが重なる${bodies}の会議M${other.number}(${whenOf(other)})があります(両方の委員:${people})。`,
  en: en`On the same day ${bodies} meets (M${other.number}, ${whenOf(other)}), with largely the same people: ${people}.`,
});

export const text = {
  beside,
  ask: (bodies: Text, other: Meeting, people: Text): Text => ({
    ja: ja`${beside(bodies, other, people)}どのように開催しますか。まだ招集はしていません。`,
    en: en`${beside(bodies, other, people)} How shall it be? Nothing was called yet.`,
  }),
  moveAfter: (slot: Slot): Text => ({
    ja: ja`続けて${clock(slot.start)}開始にする`,
    en: en`Move it right after, to ${clock(slot.start)}`,
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
