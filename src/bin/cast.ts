/** Whose place one can take in the practice room on a day: everyone with a seat and an account, and what they are; and three who have none. */
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

/**
 * Accounts that no roster has: a clerk of a municipality that may join, a vendor's engineer, and a visitor. Each is in a
 * channel of their own with everyone; what they are, the secretariat records as it would (/council 後乗り, /council 担当, /wg 割当).
 */
export const guests: readonly (Person & { readonly channel: { readonly id: string; readonly name: string } })[] = [
  {
    userId: 'U0SAKAI01',
    name: '塚原 千尋',
    role: '境町(後乗りを検討中の団体)・名簿に登録前',
    channel: { id: 'C0SAKAI', name: '境町との連絡' },
  },
  {
    userId: 'U0VENDOR01',
    name: '沼尻 翼',
    role: 'A社(ベンダ)・名簿にない方',
    channel: { id: 'C0VENDOR', name: 'a社との連絡' },
  },
  { userId: 'U0VISITOR', name: '来訪者', role: '名簿にない方', channel: { id: 'C0LOBBY', name: '雑談' } },
];

/** Everyone with a seat and an account, and the guests, as long as they have none. */
export async function castOn(store: CouncilStore, team: string, today: Day): Promise<Person[]> {
  const [chart, tenures, accounts] = await Promise.all([
    store.chart(today),
    store.tenuresOn(today),
    store.syncs.accounts(team, today),
  ]);
  const held = groups(tenures, (one) => one.person);
  const names = await store.names([...held.keys()]);
  const seated = [...held].flatMap(([person, mine]) => {
    const userId = accounts.get(person);
    return userId === undefined ? [] : [{ userId, name: names.get(person) ?? '', role: roleOf(mine, chart, today) }];
  });
  const taken = new Set(seated.map((one) => one.userId));
  return [...seated, ...guests.filter((one) => !taken.has(one.userId))];
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
