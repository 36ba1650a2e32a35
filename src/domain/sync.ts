/**
 * What differs between Slack and the council: both as values in, the differences out. What can be done is told apart from what
 * a human has to do in Slack; once all that can be done was done, the next comparison finds nothing more to do.
 */
import { AUDIENCES, type Audience, audienceOf } from './audience.ts';
import { type Chart, municipalityOf, type Role, rolesByPerson, type Tenure } from './council.ts';
import type { Day } from './day.ts';
import { groups } from './groups.ts';

export interface Bookmark {
  readonly title: string;
  readonly link: string;
}

/** A channel as Slack shows it to the bot. */
export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Whether the bot is in it. */
  readonly joined: boolean;
  readonly topic: string;
  /** Account ids, the bot's own among them; undefined: not read. */
  readonly members: readonly string[] | undefined;
  /** Undefined: not read. */
  readonly bookmarks: readonly Bookmark[] | undefined;
}

export interface SlackAccount {
  readonly id: string;
  readonly deactivated: boolean;
  readonly bot: boolean;
}

export interface SlackGroup {
  readonly id: string;
  readonly handle: string;
  readonly disabled: boolean;
  readonly members: readonly string[];
}

/** What stands in Slack; undefined is what could not be read. */
export interface SlackSide {
  readonly channels: readonly SlackChannel[] | undefined;
  readonly accounts: readonly SlackAccount[] | undefined;
  readonly groups: readonly SlackGroup[] | undefined;
}

export interface MappedTo {
  readonly channelId: string;
  readonly name: string;
  readonly body: string;
  readonly audience: Audience;
}

/** What a body should have in Slack. */
export interface WantedBody {
  readonly body: string;
  readonly channelName: string;
  readonly topic: string;
  readonly bookmarks: readonly Bookmark[];
  /** Its user group; undefined where the council wants none. */
  readonly group: { readonly handle: string; readonly name: string } | undefined;
}

export interface CouncilSide {
  readonly chart: Chart;
  readonly today: Day;
  /** All that hold today. */
  readonly tenures: readonly Tenure[];
  /** Seats that people held once: who left a body leaves its channel. */
  readonly ended: readonly { readonly person: number; readonly body: string }[];
  readonly bodies: readonly WantedBody[];
  /** The channels of the bot's workspace that show a body. */
  readonly mapped: readonly MappedTo[];
  /** Groups that are the council's, by body. */
  readonly groups: ReadonlyMap<string, string>;
  /** The accounts in the bot's workspace that are somebody's today, by person. */
  readonly accounts: ReadonlyMap<number, string>;
}

/** Why somebody is to leave a channel. */
export type RemovedBecause = 'left' | 'ended' | 'audience' | 'undone';

/** What can be done; `channel` is undefined where it is created first. */
export type Change =
  | { readonly kind: 'create'; readonly body: string; readonly name: string; readonly audience: Audience }
  | {
      readonly kind: 'adopt';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'moved';
      readonly body: string;
      readonly from: string;
      readonly channel: string;
      readonly name: string;
    }
  | {
      readonly kind: 'renamed';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
      readonly before: string;
    }
  | { readonly kind: 'join'; readonly body: string; readonly channel: string }
  | {
      readonly kind: 'topic';
      readonly body: string;
      readonly channel: string | undefined;
      readonly topic: string;
      readonly before: string;
    }
  | ({ readonly kind: 'bookmark'; readonly body: string; readonly channel: string | undefined } & Bookmark)
  | ({ readonly kind: 'unbookmark'; readonly body: string; readonly channel: string } & Bookmark)
  | {
      readonly kind: 'invite';
      readonly body: string;
      readonly channel: string | undefined;
      readonly person: number;
      readonly account: string;
    }
  | {
      readonly kind: 'remove';
      readonly body: string;
      readonly channel: string;
      readonly person: number;
      readonly account: string;
      readonly because: RemovedBecause;
    }
  | {
      readonly kind: 'group';
      readonly body: string;
      readonly handle: string;
      readonly name: string;
      readonly group: string | undefined;
      readonly users: readonly string[];
      readonly before: readonly string[];
    }
  | {
      readonly kind: 'groupOff';
      readonly body: string;
      readonly handle: string;
      readonly name: string;
      readonly group: string;
      readonly before: readonly string[];
    };

/** What only a human can do, or decide. */
export type Concern =
  | {
      readonly kind: 'archived' | 'gone' | 'nameTaken';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
    }
  | { readonly kind: 'stranger'; readonly account: string; readonly channels: readonly string[] }
  | { readonly kind: 'deactivated'; readonly person: number; readonly account: string }
  | { readonly kind: 'noAccount'; readonly person: number }
  | { readonly kind: 'handleTaken'; readonly body: string; readonly handle: string };

export interface Differences {
  readonly changes: readonly Change[];
  readonly concerns: readonly Concern[];
}

/** In the order in which they are done: who is to be invited needs a channel that the bot is in. */
export const CHANGES: readonly Change['kind'][] = [
  'create',
  'adopt',
  'moved',
  'renamed',
  'join',
  'topic',
  'bookmark',
  'unbookmark',
  'invite',
  'remove',
  'group',
  'groupOff',
];

export const CONCERNS: readonly Concern['kind'][] = [
  'gone',
  'archived',
  'nameTaken',
  'noAccount',
  'deactivated',
  'stranger',
  'handleTaken',
];

export function compare(council: CouncilSide, slack: SlackSide): Differences {
  const people = peopleOf(council);
  const found = council.bodies.map((wanted) => ofBody(wanted, council, slack, people));
  const concerns = [...together(found.flatMap((one) => one.concerns)), ...withoutAccount(council, slack, people)];
  const changes = found.flatMap((one) => one.changes);
  const byKind = <One extends { kind: string }>(list: readonly One[], order: readonly string[]): One[] =>
    list.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { changes: byKind(changes, CHANGES), concerns: byKind(concerns, CONCERNS) };
}

/** A stranger is one concern, wherever they are met. */
function together(concerns: readonly Concern[]): Concern[] {
  const strangers = concerns.filter((one) => one.kind === 'stranger');
  return [
    ...concerns.filter((one) => one.kind !== 'stranger'),
    ...[...groups(strangers, (one) => one.account)].map(
      ([account, met]): Concern => ({ kind: 'stranger', account, channels: met.flatMap((one) => one.channels) }),
    ),
  ];
}

interface People {
  readonly roles: ReadonlyMap<number, readonly Role[]>;
  readonly audience: ReadonlyMap<number, Audience>;
  readonly byAccount: ReadonlyMap<string, number>;
  readonly ended: ReadonlySet<string>;
}

function peopleOf({ chart, today, tenures, ended, accounts }: CouncilSide): People {
  const roles = new Map([...rolesByPerson(tenures, chart, today)].filter(([, held]) => held.length > 0));
  return {
    roles,
    audience: new Map(
      [...roles].map(([person, held]) => [
        person,
        audienceOf(held.map((role) => municipalityOf(chart, role.municipality)?.kind)),
      ]),
    ),
    byAccount: new Map([...accounts].map(([person, account]) => [account, person])),
    ended: new Set(ended.map((one) => `${one.person}/${one.body}`)),
  };
}

/** Who sits in the body, and the secretariat, as far as the channel's audience reaches. */
function belonging(body: string, audience: Audience, { roles, audience: of }: People): number[] {
  return [...roles]
    .filter(([person, held]) => {
      const sits = held.some((role) => role.body === body || role.as === 'secretariat');
      return sits && within(of.get(person), audience);
    })
    .map(([person]) => person)
    .toSorted((a, b) => a - b);
}

const within = (own: Audience | undefined, channel: Audience): boolean =>
  own !== undefined && AUDIENCES.indexOf(own) <= AUDIENCES.indexOf(channel);

function ofBody(wanted: WantedBody, council: CouncilSide, slack: SlackSide, people: People): Differences {
  const grouped = ofGroup(wanted, council, slack, people);
  const { channels } = slack;
  if (!channels) return grouped;
  const mapped = council.mapped.filter((one) => one.body === wanted.body);
  const found = mapped.map((one) => ofMapped(one, wanted, { ...council, channels, slack, people }));
  const none = mapped.length === 0 ? [withoutChannel(wanted, { ...council, channels, slack, people })] : [];
  const all = [...found, ...none, grouped];
  return { changes: all.flatMap((one) => one.changes), concerns: all.flatMap((one) => one.concerns) };
}

interface Sides extends CouncilSide {
  readonly channels: readonly SlackChannel[];
  readonly slack: SlackSide;
  readonly people: People;
}

/** A body without a channel gets the one that bears its name, or a new one: for the widest audience among who sits there. */
function withoutChannel(wanted: WantedBody, sides: Sides): Differences {
  const { body, channelName: name } = wanted;
  const audience = audienceOfSeats(body, sides.people);
  const known = unmappedNamed(name, sides);
  if (known) {
    const adopt: Change = { kind: 'adopt', body, channel: known.id, name, audience };
    const { changes, concerns } = inChannel(known, { channelId: known.id, name, body, audience }, wanted, sides);
    return { changes: [adopt, ...changes], concerns };
  }
  // Another channel bears the name: there cannot be a second one.
  const taken = sides.channels.find((one) => one.name === name);
  if (taken)
    return {
      changes: [],
      concerns: [{ kind: taken.archived ? 'archived' : 'nameTaken', body, channel: taken.id, name }],
    };
  const channel = undefined;
  return {
    changes: [
      { kind: 'create', body, name, audience },
      { kind: 'topic', body, channel, topic: wanted.topic, before: '' },
      ...wanted.bookmarks.map((one): Change => ({ kind: 'bookmark', body, channel, ...one })),
      ...invited(body, channel, belonging(body, audience, sides.people), [], sides),
    ],
    concerns: [],
  };
}

function audienceOfSeats(body: string, { roles, audience }: People): Audience {
  const seated = [...roles].filter(([, held]) => held.some((role) => role.body === body));
  const widest = Math.max(0, ...seated.map(([person]) => AUDIENCES.indexOf(audience.get(person) ?? 'internal')));
  return AUDIENCES[widest] ?? 'internal';
}

const unmappedNamed = (name: string, { channels, mapped }: Sides): SlackChannel | undefined =>
  channels.find((one) => one.name === name && !one.archived && !mapped.some(({ channelId }) => channelId === one.id));

function ofMapped(mapped: MappedTo, wanted: WantedBody, sides: Sides): Differences {
  const { body, channelId, name } = mapped;
  const known = sides.channels.find((one) => one.id === channelId);
  if (known?.archived)
    return { changes: [], concerns: [{ kind: 'archived', body, channel: channelId, name: known.name }] };
  if (known) {
    const renamed: Change[] =
      known.name === name ? [] : [{ kind: 'renamed', body, channel: channelId, name: known.name, before: name }];
    const { changes, concerns } = inChannel(known, mapped, wanted, sides);
    return { changes: [...renamed, ...changes], concerns };
  }
  // Sharing a channel with another organisation gives it a new id and leaves its name.
  const moved = unmappedNamed(name, sides);
  if (!moved) return { changes: [], concerns: [{ kind: 'gone', body, channel: channelId, name }] };
  const { changes, concerns } = inChannel(moved, { ...mapped, channelId: moved.id }, wanted, sides);
  return { changes: [{ kind: 'moved', body, from: channelId, channel: moved.id, name }, ...changes], concerns };
}

function inChannel(known: SlackChannel, { body, audience }: MappedTo, wanted: WantedBody, sides: Sides): Differences {
  const { id: channel, joined, topic: before, members, bookmarks } = known;
  const { topic } = wanted;
  const belong = belonging(body, audience, sides.people);
  const changes: Change[] = [
    ...(joined ? [] : [{ kind: 'join', body, channel } as const]),
    ...(before === topic ? [] : [{ kind: 'topic', body, channel, topic, before } as const]),
    ...wanted.bookmarks
      .filter((one) => bookmarks !== undefined && !bookmarks.some(({ link }) => link === one.link))
      .map((one): Change => ({ kind: 'bookmark', body, channel, ...one })),
  ];
  if (!members) return { changes, concerns: [] };
  const { byAccount } = sides.people;
  const strangers = members.filter((one) => !byAccount.has(one) && isPerson(one, sides.slack));
  return {
    changes: [
      ...changes,
      ...invited(body, channel, belong, members, sides),
      ...members.flatMap((account) => removed(account, { body, channel, audience }, belong, sides.people)),
    ],
    concerns: strangers.map((account): Concern => ({ kind: 'stranger', account, channels: [channel] })),
  };
}

/** Known to be a living person's account; where accounts could not be read nobody is called a stranger. */
const isPerson = (id: string, { accounts }: SlackSide): boolean =>
  accounts?.some((one) => one.id === id && !one.bot && !one.deactivated) === true;

function invited(
  body: string,
  channel: string | undefined,
  belong: readonly number[],
  members: readonly string[],
  { accounts, slack }: Sides,
): Change[] {
  return belong.flatMap((person): Change[] => {
    const account = accounts.get(person);
    if (account === undefined || members.includes(account) || !usable(account, slack)) return [];
    return [{ kind: 'invite', body, channel, person, account }];
  });
}

const usable = (id: string, { accounts }: SlackSide): boolean =>
  accounts === undefined || accounts.some((one) => one.id === id && !one.deactivated);

/** Every seat may read within its audience, so that only who sits nowhere, or left this body, is to leave. */
function removed(
  account: string,
  { body, channel, audience }: { readonly body: string; readonly channel: string; readonly audience: Audience },
  belong: readonly number[],
  people: People,
): Change[] {
  const person = people.byAccount.get(account);
  if (person === undefined || belong.includes(person)) return [];
  const because = whyLeave(person, body, audience, people);
  return because ? [{ kind: 'remove', body, channel, person, account, because }] : [];
}

function whyLeave(person: number, body: string, audience: Audience, people: People): RemovedBecause | undefined {
  if (!people.roles.has(person)) return 'left';
  if (!within(people.audience.get(person), audience)) return 'audience';
  return people.ended.has(`${person}/${body}`) ? 'ended' : undefined;
}

function ofGroup({ body, group }: WantedBody, council: CouncilSide, slack: SlackSide, people: People): Differences {
  if (!group || !slack.groups) return { changes: [], concerns: [] };
  const users = usersOf(body, council, slack, people);
  const own = council.groups.get(body);
  const found = slack.groups.find((one) => one.id === own);
  const { handle, name } = group;
  if (!found && slack.groups.some((one) => one.handle === handle))
    return { changes: [], concerns: [{ kind: 'handleTaken', body, handle }] };
  const before = found && !found.disabled ? found.members.toSorted() : [];
  // Slack keeps no group without people.
  if (users.length === 0)
    return {
      changes: found && !found.disabled ? [{ kind: 'groupOff', body, handle, name, group: found.id, before }] : [],
      concerns: [],
    };
  const same = found && !found.disabled && users.join() === before.join();
  return {
    changes: same ? [] : [{ kind: 'group', body, handle, name, group: found?.id, users, before }],
    concerns: [],
  };
}

/** Those who sit in the body; groups hold people of the bot's own workspace alone. */
function usersOf(body: string, { accounts }: CouncilSide, slack: SlackSide, { roles }: People): string[] {
  return [...roles]
    .filter(([, held]) =>
      held.some((role) => role.body === body && role.as !== 'information' && role.as !== 'secretariat'),
    )
    .flatMap(([person]) => accounts.get(person) ?? [])
    .filter((account) => usable(account, slack))
    .toSorted();
}

/** Who sits somewhere, and whom Slack does not reach. */
function withoutAccount({ accounts }: CouncilSide, slack: SlackSide, { roles }: People): Concern[] {
  return [...roles.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((person): Concern[] => {
      const account = accounts.get(person);
      if (account === undefined) return [{ kind: 'noAccount', person }];
      if (!slack.accounts) return [];
      const found = slack.accounts.find((one) => one.id === account);
      if (!found) return [{ kind: 'noAccount', person }];
      return found.deactivated ? [{ kind: 'deactivated', person, account }] : [];
    });
}
