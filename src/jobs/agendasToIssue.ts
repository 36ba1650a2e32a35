/** What the digest tells of agendas that are not out though it is time: the body's lead first, then the secretariat. */
import { outBy, remindedOf } from '../domain/agenda.ts';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { bodyOf, type Chart, type Role, rolesOn, type Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { CouncilStore } from '../store/store.ts';
import { shortDay } from '../text/dates.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

/** A meeting whose agenda is not out, and by when it was to be. */
export interface Unissued {
  readonly meeting: Meeting;
  readonly due: Day;
}

/** What each person is told; `heardBy` gives who hears for whom. */
export async function agendasToIssue(
  council: CouncilStore,
  chart: Chart,
  tenures: readonly Tenure[],
  today: Day,
  calendar: OfficeCalendar,
  heardBy: (person: number) => number,
): Promise<Map<number, Unissued[]>> {
  const roles = new Map(
    [...groups(tenures, (one) => one.person)].map(([who, mine]) => [who, rolesOn(mine, chart, today)]),
  );
  const holding = (is: (role: Role) => boolean): number[] =>
    [...roles].filter(([, mine]) => mine.some(is)).map(([person]) => person);
  const found = new Map<number, Unissued[]>();
  for (const meeting of await council.meetings.from(today)) {
    if (meeting.openedAt !== undefined) continue;
    const due = outBy(meeting, await council.setting('agendaBusinessDays', today, meeting.body), calendar);
    const whom = remindedOf(meeting, due, today, calendar);
    if (whom === undefined || (await council.agendas.issues(meeting.number)).length > 0) continue;
    const leads = whom === 'lead' ? holding((role) => leadsBody(role, meeting.body, chart)) : [];
    const people = leads.length > 0 ? leads : holding((role) => role.as === 'secretariat');
    for (const person of new Set(people.map(heardBy)))
      found.set(person, [...(found.get(person) ?? []), { meeting, due }]);
  }
  return found;
}

function leadsBody(role: Role, body: string, chart: Chart): boolean {
  if (role.as === 'lead') return role.body === body;
  const kind = bodyOf(chart, body)?.kind;
  return (role.as === 'chair' && kind === 'council') || (role.as === 'projectTeamLeader' && kind === 'projectTeam');
}

/** A row and a button each; the buttons of the first five. */
export function unissuedParts(
  unissued: readonly Unissued[],
  bodyName: (slug: string) => string,
  council: string,
): Part[] {
  if (unissued.length === 0) return [];
  return [
    heading(text.title),
    rows(unissued.map((one) => text.row(one, bodyName(one.meeting.body)))),
    buttons(
      ...unissued
        .slice(0, 5)
        .map(({ meeting: { number } }) => ({ label: text.see(number), line: `/wg agenda M${number}`, council })),
    ),
  ];
}

const text = {
  title: { ja: ja`公開をお願いする次第`, en: en`Agendas to give out` },
  row: ({ meeting, due }: Unissued, body: string): Text => ({
    ja: ja`• 会議M${meeting.number} ${body} ${shortDay(meeting.day)}(次第の公開期限 ${shortDay(due)})`,
    en: en`• Meeting M${meeting.number} ${body} ${shortDay(meeting.day)} (agenda to be out by ${shortDay(due)})`,
  }),
  see: (number: number): Text => ({ ja: ja`M${number}の次第を確認`, en: en`Agenda of M${number}` }),
};
