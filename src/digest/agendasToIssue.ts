/** What the digest tells of agendas that are not out though it is time: the body's lead first, then the secretariat. */
import { outBy, remindedOf } from '../domain/agenda.ts';
import { leads } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import type { Meeting } from '../domain/meeting.ts';
import { dayAsOf } from '../text/dates.ts';
import { buttons, heading, type Part, rowsAbout } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { bodyName } from './agendaText.ts';
import { daysToldOf } from './missed.ts';
import { type Morning, type Section, secretariatOf } from './morning.ts';

/** A meeting whose agenda is not out, and by when it was to be. */
interface Unissued {
  readonly meeting: Meeting;
  readonly due: Day;
}

export const agendasToIssue: Section = async (morning) => {
  const { council, chart, meetings, setting, calendar, roles, heardBy } = morning;
  const days = daysToldOf(morning);
  const leading = (body: string): number[] =>
    [...roles].filter(([, mine]) => mine.some((role) => leads(role, body, chart))).map(([person]) => person);
  const found = new Map<number, Unissued[]>();
  const late = meetings
    .filter((one) => one.state === 'scheduled' && one.openedAt === undefined)
    .map((meeting) => ({ meeting, due: outBy(meeting, setting('agendaBusinessDays', meeting.body), calendar) }))
    // Of what an outage passed over, the first comes first: nobody goes to the secretariat before the lead heard of it.
    .map((one) => ({ ...one, whom: days.map((day) => remindedOf(one.meeting, one.due, day, calendar)).find(Boolean) }))
    .filter(({ whom }) => whom !== undefined);
  const issued = await council.agendas.issued(late.map((one) => one.meeting.number));
  for (const { meeting, due, whom } of late) {
    if (issued.has(meeting.number)) continue;
    const leaders = whom === 'lead' ? leading(meeting.body) : [];
    const people = leaders.length > 0 ? leaders : secretariatOf(morning);
    for (const person of new Set(people.map(heardBy)))
      found.set(person, [...(found.get(person) ?? []), { meeting, due }]);
  }
  return new Map(
    [...found].map(([person, list]) => [
      person,
      { worth: true, counts: [{ n: list.length, of: text.count }], parts: parts(list, morning) },
    ]),
  );
};

const BUTTONS = 5;

function parts(list: readonly Unissued[], { chart, council, today }: Morning): Part[] {
  const see = list.slice(0, BUTTONS).map(({ meeting: { number } }) => ({
    label: text.see(number),
    line: `/wg agenda M${number}`,
    council: council.id,
    about: `meeting:${number}`,
  }));
  return [
    heading(text.title),
    rowsAbout(
      list.map((one) => `meeting:${one.meeting.number}`),
      list.map((one) => text.row(one, bodyName(chart, one.meeting.body), today)),
    ),
    buttons(...see),
  ];
}

const text = {
  title: { ja: ja`公開をお願いする次第`, en: en`Agendas to give out` },
  count: (n: number): Text => ({ ja: ja`公開をお願いする次第${n}件`, en: en`${n} agendas to give out` }),
  row: ({ meeting, due }: Unissued, body: string, today: Day): Text => ({
    ja: ja`• 会議M${meeting.number} ${body} ${dayAsOf(meeting.day, today)}(次第の公開期限 ${dayAsOf(due, today)})`,
    en: en`• Meeting M${meeting.number} ${body} ${dayAsOf(meeting.day, today)} (agenda to be out by ${dayAsOf(due, today)})`,
  }),
  see: (number: number): Text => ({ ja: ja`M${number}の次第を確認`, en: en`Agenda of M${number}` }),
};
