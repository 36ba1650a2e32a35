/** Where largely the same people have a meeting or a poll in the days of a new poll: together, or as said. Asked, not assumed. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { leadOfEach } from '../../../src/command/who.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import { clock, type Day, dayAt } from '../../../src/domain/day.ts';
import { sharedPeople } from '../../../src/domain/joint.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import { candidatesOf, type Poll, standingOf } from '../../../src/domain/poll.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { type Button, buttons, note } from '../../../src/text/message.ts';
import { en, ja, same, type Text } from '../../../src/text/text.ts';
import type { CallingScene, Spot } from '../calling.ts';
import { besides, LONGEST, namesOf, text as togetherText } from '../offerTogether.ts';
import { whenOf } from '../text.ts';

type NewPoll = Pick<Poll, 'candidates' | 'deadline'>;

/** What is called or asked for in the same days, and who sits in both. */
type Beside = { readonly people: readonly number[] } & ({ readonly meeting: Meeting } | { readonly poll: Poll });

export async function offerJoint(
  body: string,
  made: NewPoll,
  spot: Spot,
  scene: CallingScene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const { chart } = scene;
  const beside = await besideOf(body, made, scene, store);
  if (!beside) return undefined;
  const name = bodyOf(chart, body)?.name ?? body;
  const asSaid = { label: text.asSaid, line: lineOf(name, made, spot) };
  const told = await namesOf(beside.people, store);
  if ('meeting' in beside) {
    const { meeting } = beside;
    const join = {
      label: togetherText.together(meeting),
      line: `/wg join M${meeting.number} ${name} ${spot.agenda.join('、')}`,
    };
    return asked(text.meeting(same(bodiesNames(chart, meeting)), meeting, told), [join, asSaid]);
  }
  const { poll } = beside;
  const bodies = [body, ...bodiesOf(poll)];
  const ask = text.poll(same(bodiesNames(chart, poll)), poll, told);
  // Who calls for one of them alone cannot ask both.
  if ('refused' in leadOfEach(scene, { bodies })) return asked(ask, [asSaid], text.forBoth(poll, name));
  const join = {
    label: text.together(poll),
    line: `/wg join D${poll.number} ${name} ${spot.agenda.join('、')}`.trim(),
  };
  return asked(ask, [join, asSaid], text.itsCandidates(poll));
}

function asked(ask: Text, list: readonly Button[], more?: Text): Reply | undefined {
  if (list.some((one) => one.line.length > LONGEST)) return undefined;
  return whisper(ask, ...(more ? [note(more)] : []), buttons(...list));
}

/** With whom it shares most people; a meeting before a poll, since its day stands. */
async function besideOf(
  body: string,
  made: NewPoll,
  { now }: CallingScene,
  store: CouncilStore,
): Promise<Beside | undefined> {
  const days = daysOf(made);
  const tenures = await store.tenuresOn(days.first, { today: dayAt(now), own: [] });
  const shared = (others: readonly string[]): readonly number[] =>
    others.includes(body) ? [] : [...new Set(others.flatMap((one) => sharedPeople(tenures, body, one)))];
  const meetings = (await store.meetings.from(days.first)).filter((one) => one.day <= days.last);
  const polls = (await store.polls.unsettled()).filter((one) => {
    const { first, last } = daysOf(one);
    return standingOf(one, now) === 'open' && first <= days.last && last >= days.first;
  });
  return [
    ...meetings.map((meeting) => ({ meeting, people: shared(bodiesOf(meeting)) })),
    ...polls.map((poll) => ({ poll, people: shared(bodiesOf(poll)) })),
  ]
    .filter(({ people }) => people.length > 0)
    .toSorted((a, b) => b.people.length - a.people.length)[0];
}

function daysOf(poll: Pick<Poll, 'candidates'>): { readonly first: Day; readonly last: Day } {
  const days = candidatesOf(poll).map((one) => one.slot.day);
  return { first: days[0] as Day, last: days.at(-1) as Day };
}

const lineOf = (name: string, made: NewPoll, spot: Spot): string => {
  const times = candidatesOf(made).map(
    ({ slot: { day, start, end } }) => `${day} ${clock(start)}${end === undefined ? '' : `-${clock(end)}`}`,
  );
  return besides(`/wg schedule ${name} ${times.join('、')} 個別 期限 ${made.deadline}`, spot);
};

const both = (people: Text): Text => ({ ja: ja`両方の委員:${people}`, en: en`who sit in both: ${people}` });

const text = {
  meeting: (bodies: Text, meeting: Meeting, people: Text): Text => ({
    ja: ja`候補日の期間に、委員の多くが重なる${bodies}の会議M${meeting.number}(${whenOf(meeting)})があります(${both(people)})。合同で開催しますか。日程調整はまだ始めていません。`,
    en: en`In these days ${bodies} meets (M${meeting.number}, ${whenOf(meeting)}), with largely the same people (${both(people)}). Together with it? The poll has not been opened yet.`,
  }),
  poll: (bodies: Text, { number }: Poll, people: Text): Text => ({
    ja: ja`委員の多くが重なる${bodies}も、同じ期間で日程を調整しています(D${number}、${both(people)})。合同で開催しますか。日程調整はまだ始めていません。`,
    en: en`${bodies} asks for the same days (D${number}), with largely the same people (${both(people)}). Together with it? The poll has not been opened yet.`,
  }),
  together: ({ number }: Poll): Text => ({
    ja: ja`D${number}と合同で調整する`,
    en: en`Together with D${number}`,
  }),
  itsCandidates: ({ number }: Poll): Text => ({
    ja: ja`合同とする場合は、D${number}の候補・期限・会場のまま、こちらの委員にも照会します。候補の追加は「/wg 候補 D${number} 追加 6/18 10:00-12:00」で行えます。`,
    en: en`Together, your members are asked for the candidates of D${number} by its deadline, at its place. “/wg candidates D${number} add 6/18 10:00-12:00” adds one.`,
  }),
  forBoth: ({ number }: Poll, name: string): Text => ({
    ja: ja`合同とする場合は、事務局が「/wg 合同 D${number} ${name}」で両方のWGに照会できます。事務局へご相談ください。`,
    en: en`To meet together, the secretariat can ask both bodies by “/wg join D${number} ${name}”; please turn to it.`,
  }),
  asSaid: { ja: ja`このまま個別に調整する`, en: en`On its own, as typed` },
} as const;
