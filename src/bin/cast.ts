/** Whose place one can take in the practice room on a day: everyone with a seat and an account, and what they are. */
import type { CouncilFile } from '../council/shape.ts';
import { type Chart, municipalityOf, type RoleName, rolesOn, type Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { Person } from '../practice/roomState.ts';
import type { CouncilStore } from '../store/store.ts';
import { seatText } from '../text/seats.ts';
import { plain } from '../text/text.ts';

/** What a municipality's turn makes of its people; who holds one finds it before their seats. */
const OFFICES: Partial<Record<RoleName, string>> = {
  chair: '会長',
  viceChair: '副会長',
  projectTeamLeader: 'プロジェクトチームリーダー',
  secretariat: '事務局',
};

export async function castOn(store: CouncilStore, team: string, today: Day): Promise<Person[]> {
  const [chart, tenures, accounts] = await Promise.all([
    store.chart(today),
    store.tenuresOn(today),
    store.syncs.accounts(team, today),
  ]);
  const held = groups(tenures, (one) => one.person);
  const names = await store.names([...held.keys()]);
  return [...held].flatMap(([person, mine]) => {
    const userId = accounts.get(person);
    return userId === undefined ? [] : [{ userId, name: names.get(person) ?? '', role: roleOf(mine, chart, today) }];
  });
}

/** Whose each account is on a day: an account that was given on belongs to its last holder so far. */
export function accountHolders(people: CouncilFile['people'], today: Day): Map<string, CouncilFile['people'][number]> {
  const given = people.flatMap((person) => person.slack.map((account) => ({ person, ...account })));
  const inTurn = given.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const holders = new Map<string, CouncilFile['people'][number]>();
  for (const { user, person, from } of inTurn) if (from <= today || !holders.has(user)) holders.set(user, person);
  return holders;
}

function roleOf(mine: readonly Tenure[], chart: Chart, today: Day): string {
  const offices = rolesOn(mine, chart, today).map((role) => OFFICES[role.as]);
  const place = municipalityOf(chart, mine[0]?.municipality ?? '')?.name ?? '';
  const seats = mine.map(({ seat }) => plain(seatText(seat, chart).ja).replace(`${place} `, ''));
  return [place, [...new Set([...offices, ...seats])].filter((one) => one !== undefined).join('・')].join(' ');
}
