/** Who belongs where: by seats and audience, never by what stands in Slack. */
import { AUDIENCES, type Audience, audienceOf } from '../audience.ts';
import { municipalityOf, type Role, rolesByPerson } from '../council.ts';
import type { Concern, RemovedBecause } from './differences.ts';
import type { CouncilSide, SlackSide } from './sides.ts';

export interface People {
  readonly roles: ReadonlyMap<number, readonly Role[]>;
  readonly audience: ReadonlyMap<number, Audience>;
  readonly byAccount: ReadonlyMap<string, number>;
  /** By their account in another workspace. */
  readonly guests: ReadonlyMap<string, number>;
  readonly ended: ReadonlySet<string>;
}

export function peopleOf({ chart, today, tenures, ended, accounts, elsewhere }: CouncilSide): People {
  const roles = new Map([...rolesByPerson(tenures, chart, today)].filter(([, held]) => held.length > 0));
  return {
    roles,
    audience: new Map(
      [...roles].map(([person, held]) => [
        person,
        audienceOf(held.map((role) => municipalityOf(chart, role.municipality)?.kind)),
      ]),
    ),
    guests: new Map([...elsewhere].map(([person, account]) => [account, person])),
    byAccount: new Map([...accounts].map(([person, account]) => [account, person])),
    ended: new Set(ended.map((one) => `${one.person}/${one.body}`)),
  };
}

/** Who sits in the body, and the secretariat, as far as the channel's audience reaches. */
export function belonging(body: string, audience: Audience, { roles, audience: of }: People): number[] {
  return [...roles]
    .filter(([person, held]) => {
      const sits = held.some((role) => role.body === body || role.as === 'secretariat');
      return sits && within(of.get(person), audience);
    })
    .map(([person]) => person)
    .toSorted((a, b) => a - b);
}

export const within = (own: Audience | undefined, channel: Audience): boolean =>
  own !== undefined && AUDIENCES.indexOf(own) <= AUDIENCES.indexOf(channel);

/** The widest audience among who sits there. */
export function audienceOfSeats(body: string, { roles, audience }: People): Audience {
  const seated = [...roles].filter(([, held]) => held.some((role) => role.body === body));
  const widest = Math.max(0, ...seated.map(([person]) => AUDIENCES.indexOf(audience.get(person) ?? 'internal')));
  return AUDIENCES[widest] ?? 'internal';
}

/** Who sits in the body and is left out by a channel of this audience. */
export const leftOut = (body: string, audience: Audience, { roles, audience: of }: People): number[] =>
  [...roles]
    .filter(([person, held]) => held.some((role) => role.body === body) && !within(of.get(person), audience))
    .map(([person]) => person)
    .toSorted((a, b) => a - b);

/** Every seat may read within its audience, so that only who sits nowhere, or left this body, is to leave. */
export function whyLeave(person: number, body: string, audience: Audience, people: People): RemovedBecause | undefined {
  if (!people.roles.has(person)) return 'left';
  if (!within(people.audience.get(person), audience)) return 'audience';
  return people.ended.has(`${person}/${body}`) ? 'ended' : undefined;
}

/** Known to be a living person's account; where accounts could not be read nobody is called a stranger. */
export const isPerson = (id: string, { accounts }: SlackSide): boolean =>
  accounts?.some((one) => one.id === id && !one.bot && !one.deactivated) === true;

export const usable = (id: string, { accounts }: SlackSide): boolean =>
  accounts === undefined || accounts.some((one) => one.id === id && !one.deactivated);

/** Those who sit in the body; groups hold people of the bot's own workspace alone. */
export function usersOf(body: string, { accounts }: CouncilSide, slack: SlackSide, { roles }: People): string[] {
  return [...roles]
    .filter(([, held]) =>
      held.some((role) => role.body === body && role.as !== 'information' && role.as !== 'secretariat'),
    )
    .flatMap(([person]) => accounts.get(person) ?? [])
    .filter((account) => usable(account, slack))
    .toSorted();
}

/** Who sits somewhere, and whom Slack does not reach. */
export function withoutAccount({ accounts, elsewhere }: CouncilSide, slack: SlackSide, { roles }: People): Concern[] {
  return [...roles.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((person): Concern[] => {
      const account = accounts.get(person);
      if (account === undefined) return [{ kind: elsewhere.has(person) ? 'elsewhere' : 'noAccount', person }];
      if (!slack.accounts) return [];
      const found = slack.accounts.find((one) => one.id === account);
      if (!found) return [{ kind: 'noAccount', person }];
      return found.deactivated ? [{ kind: 'deactivated', person, account }] : [];
    });
}
