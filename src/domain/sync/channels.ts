/** What differs in channels: missing, archived, renamed, with another id; their topics, bookmarks and members. */
import type { Audience } from '../audience.ts';
import type { Change, Concern, Differences } from './differences.ts';
import { audienceOfSeats, belonging, isPerson, leftOut, type People, usable, whyLeave } from './people.ts';
import type { CouncilSide, MappedTo, SlackChannel, SlackSide, WantedBody } from './sides.ts';

/** What differs in the channels of one body. */
export function inChannels(wanted: WantedBody, council: CouncilSide, slack: SlackSide, people: People): Differences {
  const { channels } = slack;
  if (!channels) return { changes: [], concerns: [] };
  const mapped = council.mapped.filter((one) => one.body === wanted.body);
  const found = mapped.map((one) => ofMapped(one, wanted, { ...council, channels, slack, people }));
  const none = mapped.length === 0 ? [withoutChannel(wanted, { ...council, channels, slack, people })] : [];
  const all = [...found, ...none];
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
  const out = leftOut(body, audience, sides.people);
  const wants = audienceOfSeats(body, sides.people);
  const narrow: Concern[] = out.length === 0 ? [] : [{ kind: 'narrow', body, channel, audience, wants, people: out }];
  if (!members) return { changes, concerns: narrow };
  const { byAccount, guests } = sides.people;
  const strangers = members.filter((one) => !byAccount.has(one) && !guests.has(one) && isPerson(one, sides.slack));
  const leaving = members
    .flatMap((one) => guests.get(one) ?? [])
    .filter((one) => whyLeave(one, body, audience, sides.people));
  return {
    changes: [
      ...changes,
      ...invited(body, channel, belong, members, sides),
      ...members.flatMap((account) => removed(account, { body, channel, audience }, belong, sides.people)),
    ],
    concerns: [
      ...narrow,
      ...leaving.map((person): Concern => ({ kind: 'guest', person, channels: [channel] })),
      ...strangers.map((account): Concern => ({ kind: 'stranger', account, channels: [channel] })),
    ],
  };
}

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
