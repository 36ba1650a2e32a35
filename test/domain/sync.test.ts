/** What differs between Slack and the council: a table of cases, and that what can be done leads to nothing left to do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/domain/audience.ts';
import type { Chart, SeatRole, Tenure } from '../../src/domain/council.ts';
import { day, instant } from '../../src/domain/day.ts';
import { visibleFrom } from '../../src/domain/handover.ts';
import { plainRotation } from '../../src/domain/rotation.ts';
import { compare } from '../../src/domain/sync/compare.ts';
import type { Change } from '../../src/domain/sync/differences.ts';
import type { CouncilSide, SlackChannel, SlackGroup, SlackSide, WantedBody } from '../../src/domain/sync/sides.ts';
import { takeBack } from '../../src/domain/sync/takeBack.ts';

const TODAY = day('2026-06-01');
const FROM = day('2020-04-01');
const NAKA = '082261';
const GOKA = '085421';
const KEN = '080004';

const chart: Chart = {
  municipalities: [
    { code: KEN, name: '茨城県', kind: 'adviser', from: FROM, until: undefined },
    { code: NAKA, name: '那珂市', kind: 'member', from: FROM, until: undefined },
    { code: GOKA, name: '五霞町', kind: 'member', from: FROM, until: undefined },
  ],
  bodies: [
    { slug: 'council', kind: 'council', name: '協議会', parent: undefined, leadLabel: undefined },
    { slug: 'kaigo', kind: 'workingGroup', name: '介護保険WG', parent: 'council', leadLabel: undefined },
    { slug: 'kokuho', kind: 'workingGroup', name: '国民健康保険WG', parent: 'council', leadLabel: undefined },
  ],
  systems: [],
  rotation: plainRotation(2026, [NAKA, GOKA]),
};

const sits = (person: number, body: string, municipality: string, role: SeatRole = 'member'): Tenure => ({
  seat: { id: `${body}:${municipality}:${role}`, body, municipality, role },
  ...{ person, municipality, from: FROM, until: undefined, deputy: false },
});

/** 1 is the secretariat (那珂市 holds the chair), 2 and 3 sit in 介護保険WG, 4 in 国民健康保険WG, 5 is the adviser. */
const TENURES = [
  sits(1, 'council', NAKA, 'information'),
  sits(2, 'kaigo', NAKA),
  sits(3, 'kaigo', GOKA),
  sits(4, 'kokuho', GOKA),
  sits(5, 'council', KEN, 'adviser'),
];

const wanted = (body: string): WantedBody => ({
  ...{ body, channelName: body === 'council' ? '協議会' : `wg-${body}`, topic: `${body}の話題` },
  ...{ bookmarks: [], group: { handle: body, name: body } },
});

const council = (more: Partial<CouncilSide> = {}): CouncilSide => ({
  ...{ chart, today: TODAY, tenures: TENURES, ended: [], groups: new Map([['kaigo', 'S1']]) },
  bodies: [wanted('kaigo')],
  mapped: [{ channelId: 'C1', name: 'wg-kaigo', body: 'kaigo', audience: 'internal' }],
  accounts: new Map([1, 2, 3, 4, 5].map((n) => [n, `U${n}`])),
  elsewhere: new Map(),
  ...more,
});

const channel = (more: Partial<SlackChannel> = {}): SlackChannel => ({
  ...{ id: 'C1', name: 'wg-kaigo', archived: false, joined: true, topic: 'kaigoの話題' },
  ...{ members: ['U1', 'U2', 'U3'], bookmarks: [] },
  ...more,
});

const slack = (more: Partial<SlackSide> = {}): SlackSide => ({
  channels: [channel()],
  accounts: ['U1', 'U2', 'U3', 'U4', 'U5', 'U9'].map((id) => ({ id, deactivated: false, bot: false })),
  groups: [{ id: 'S1', handle: 'kaigo', disabled: false, members: ['U2', 'U3'] }],
  ...more,
});

const words = ({ changes, concerns }: ReturnType<typeof compare>): string[] =>
  [...changes, ...concerns].map((one) =>
    [
      one.kind,
      ...('channel' in one ? [one.channel ?? '(new)'] : []),
      ...('account' in one ? [one.account] : []),
      ...('channels' in one ? [`in ${one.channels.join('+')}`] : []),
      ...('because' in one ? [one.because] : []),
      ...('people' in one ? [`${one.people.join('+')} ${one.audience}→${one.wants}`] : []),
      ...('users' in one ? [one.users.join('+')] : []),
    ].join(' '),
  );

describe('what differs', () => {
  const withBot = { accounts: [...(slack().accounts ?? []), { id: 'UBOT', deactivated: false, bot: true }] };
  const cases: [title: string, council: CouncilSide, slack: SlackSide, differences: string[]][] = [
    ['nothing where all is as it should be', council(), slack(), []],
    [
      'who sits there and is not in it is invited',
      council(),
      slack({ channels: [channel({ members: ['U1', 'U2'] })] }),
      ['invite C1 U3'],
    ],
    [
      'who sits nowhere any more is removed',
      council({ tenures: TENURES.filter((one) => one.person !== 4) }),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U4'] })] }),
      ['remove C1 U4 left'],
    ],
    [
      'who sits elsewhere may stay and read',
      council(),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U4'] })] }),
      [],
    ],
    [
      'who left this body leaves its channel',
      council({ ended: [{ person: 4, body: 'kaigo' }] }),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U4'] })] }),
      ['remove C1 U4 ended'],
    ],
    [
      'the adviser leaves a channel of the members',
      council(),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U5'] })] }),
      ['remove C1 U5 audience'],
    ],
    [
      'and may stay where the prefecture may read',
      council({ mapped: [{ channelId: 'C1', name: 'wg-kaigo', body: 'kaigo', audience: 'prefecture' }] }),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U5'] })] }),
      [],
    ],
    [
      'someone whom nobody knows is for people to judge',
      council(),
      slack({ channels: [channel({ members: ['U1', 'U2', 'U3', 'U9'] })] }),
      ['stranger U9 in C1'],
    ],
    [
      'other apps are no strangers',
      council(),
      slack({ ...withBot, channels: [channel({ members: ['U1', 'U2', 'U3', 'UBOT'] })] }),
      [],
    ],
    [
      'a deactivated account is not invited',
      council(),
      slack({
        channels: [channel({ members: ['U1', 'U2'] })],
        accounts: slack().accounts?.map((one) => ({ ...one, deactivated: one.id === 'U3' })),
      }),
      ['group U2', 'deactivated U3'],
    ],
    [
      'nor is who has none',
      council({ accounts: new Map([1, 2, 4, 5].map((n) => [n, `U${n}`])) }),
      slack({ channels: [channel({ members: ['U1', 'U2'] })] }),
      ['group U2', 'noAccount'],
    ],
    [
      'who sits there and is left out by the audience is told of, and not invited',
      council({ tenures: [...TENURES, sits(5, 'kaigo', KEN, 'adviser')] }),
      slack(),
      ['group U2+U3+U5', 'narrow C1 5 internal→prefecture'],
    ],
    [
      'who has an account of another workspace comes by a shared channel',
      council({ accounts: new Map([1, 2, 4, 5].map((n) => [n, `U${n}`])), elsewhere: new Map([[3, 'W3']]) }),
      slack({ channels: [channel({ members: ['U1', 'U2', 'W3'] })] }),
      ['group U2', 'elsewhere'],
    ],
    [
      'and is to be removed there by people',
      council({
        ...{ tenures: TENURES.filter((one) => one.person !== 3), ended: [{ person: 3, body: 'kaigo' }] },
        ...{ accounts: new Map([1, 2, 4, 5].map((n) => [n, `U${n}`])), elsewhere: new Map([[3, 'W3']]) },
      }),
      slack({ channels: [channel({ members: ['U1', 'U2', 'W3'] })] }),
      ['group U2', 'guest in C1'],
    ],
    ['another topic', council(), slack({ channels: [channel({ topic: '' })] }), ['topic C1']],
    ['another name is written down', council(), slack({ channels: [channel({ name: '介護' })] }), ['renamed C1']],
    [
      'an archived channel is for people',
      council(),
      slack({ channels: [channel({ archived: true })] }),
      ['archived C1'],
    ],
    ['a channel that is not seen is for people', council(), slack({ channels: [] }), ['gone C1']],
    [
      'a channel with the same name and another id was shared',
      council(),
      slack({ channels: [channel({ id: 'C2' })] }),
      ['moved C2'],
    ],
    [
      'a public channel without the bot is joined first',
      council(),
      slack({ channels: [channel({ joined: false, topic: '' })] }),
      ['join C1', 'topic C1'],
    ],
    [
      'a body without a channel gets one, and its people',
      council({ mapped: [] }),
      slack({ channels: [] }),
      ['create', 'topic (new)', 'invite (new) U1', 'invite (new) U2', 'invite (new) U3'],
    ],
    [
      'or the one that bears its name',
      council({ mapped: [] }),
      slack({ channels: [channel({ members: ['U2', 'U3'] })] }),
      ['adopt C1', 'invite C1 U1'],
    ],
    [
      'but not an archived one',
      council({ mapped: [] }),
      slack({ channels: [channel({ archived: true })] }),
      ['archived C1'],
    ],
    ['a group of another name stands in the way', council({ groups: new Map() }), slack(), ['handleTaken']],
    ['a group is made, or filled anew', council({ groups: new Map() }), slack({ groups: [] }), ['group U2+U3']],
    [
      'a group that was disabled is filled again',
      council(),
      slack({ groups: [{ id: 'S1', handle: 'kaigo', disabled: true, members: ['U2', 'U3'] }] }),
      ['group U2+U3'],
    ],
    [
      'a body without people has no group',
      council({ tenures: TENURES.filter((one) => one.seat.body !== 'kaigo') }),
      slack({ channels: [channel({ members: ['U1'] })] }),
      ['groupOff'],
    ],
    [
      'what could not be read is not compared',
      council(),
      { channels: undefined, accounts: undefined, groups: undefined },
      [],
    ],
    [
      'members that could not be read are left alone',
      council(),
      slack({ channels: [channel({ members: undefined, topic: '' })] }),
      ['topic C1'],
    ],
  ];
  test.each(cases)('%s', (_, ours, theirs, differences) => {
    expect(words(compare(ours, theirs))).toEqual(differences);
  });
});

/** What Slack and the council's record are after a change. */
function after(world: World, change: Change, i: number): World {
  const { council: ours, slack: theirs } = world;
  const id =
    'channel' in change ? (change.channel ?? ours.mapped.find((one) => one.body === change.body)?.channelId) : '';
  const channels = (edit: (one: SlackChannel) => Partial<SlackChannel>): World => ({
    ...world,
    slack: { ...theirs, channels: theirs.channels?.map((one) => (one.id === id ? { ...one, ...edit(one) } : one)) },
  });
  const map = (channelId: string, name: string, audience: Audience): CouncilSide => ({
    ...ours,
    mapped: [...ours.mapped, { channelId, name, body: change.body, audience }],
  });
  const regroup = (group: string, edit: Partial<SlackGroup>): SlackSide => ({
    ...theirs,
    groups: [
      ...(theirs.groups ?? []).filter((one) => one.id !== group),
      {
        ...{ id: group, handle: change.body, disabled: false, members: [] },
        ...theirs.groups?.find((one) => one.id === group),
        ...edit,
      },
    ],
  });
  switch (change.kind) {
    case 'create': {
      const made = channel({ id: `CNEW${i}`, name: change.name, topic: '', members: [], bookmarks: [] });
      return {
        council: map(made.id, change.name, change.audience),
        slack: { ...theirs, channels: [...(theirs.channels ?? []), made] },
      };
    }
    case 'adopt':
      return { ...world, council: map(change.channel, change.name, change.audience) };
    case 'moved':
      return {
        ...world,
        council: {
          ...ours,
          mapped: ours.mapped.map((one) =>
            one.channelId === change.from ? { ...one, channelId: change.channel } : one,
          ),
        },
      };
    case 'renamed':
      return {
        ...world,
        council: {
          ...ours,
          mapped: ours.mapped.map((one) => (one.channelId === change.channel ? { ...one, name: change.name } : one)),
        },
      };
    case 'join':
      return channels(() => ({ joined: true }));
    case 'topic':
      return channels(() => ({ topic: change.topic }));
    case 'bookmark':
      return channels((one) => ({ bookmarks: [...(one.bookmarks ?? []), { title: change.title, link: change.link }] }));
    case 'unbookmark':
      return channels((one) => ({ bookmarks: one.bookmarks?.filter(({ link }) => link !== change.link) }));
    case 'invite':
      return channels((one) => ({ members: [...(one.members ?? []), change.account] }));
    case 'remove':
      return channels((one) => ({ members: one.members?.filter((member) => member !== change.account) }));
    case 'group': {
      const group = change.group ?? `SNEW${i}`;
      const own = new Map([...ours.groups, [change.body, group]]);
      return { council: { ...ours, groups: own }, slack: regroup(group, { members: change.users, disabled: false }) };
    }
    case 'groupOff':
      return { ...world, slack: regroup(change.group, { disabled: true }) };
  }
}

interface World {
  readonly council: CouncilSide;
  readonly slack: SlackSide;
}

const BODIES = ['council', 'kaigo', 'kokuho'] as const;
const some = <One>(list: readonly One[]) => fc.subarray([...list]);
const worlds: fc.Arbitrary<World> = fc
  .record({
    tenures: some(TENURES),
    ended: some([2, 3, 4].flatMap((person) => BODIES.map((body) => ({ person, body })))),
    mapped: some(BODIES),
    audiences: fc.array(fc.constantFrom<Audience>('internal', 'prefecture', 'joiner'), { minLength: 3, maxLength: 3 }),
    accounts: some([1, 2, 3, 4, 5]),
    deactivated: some([1, 2, 3]),
    existing: some(BODIES),
    states: fc.array(
      fc.record({
        archived: fc.boolean(),
        joined: fc.boolean(),
        renamed: fc.boolean(),
        moved: fc.boolean(),
        topic: fc.boolean(),
        members: some([1, 2, 3, 4, 5, 9]),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    groups: some(BODIES),
    known: some(BODIES),
    disabled: fc.boolean(),
    bookmarked: fc.boolean(),
  })
  .map((world): World => {
    const channels = BODIES.flatMap((body, i): SlackChannel[] => {
      const state = world.states[i];
      if (!state || !world.existing.includes(body)) return [];
      const { archived, joined, renamed, moved, topic, members } = state;
      return [
        channel({
          ...{ id: moved ? `CMOVED${i}` : `C${i}`, name: renamed ? `renamed-${i}` : wanted(body).channelName },
          ...{ archived, joined, topic: topic ? wanted(body).topic : 'x', members: members.map((n) => `U${n}`) },
        }),
      ];
    });
    return {
      council: council({
        ...{ tenures: world.tenures, ended: world.ended },
        bodies: BODIES.map((body) => ({
          ...wanted(body),
          bookmarks: world.bookmarked ? [{ title: '要綱', link: 'https://example.lg.jp/youkou' }] : [],
        })),
        mapped: world.mapped.map((body) => {
          const i = BODIES.indexOf(body);
          return {
            channelId: `C${i}`,
            name: wanted(body).channelName,
            body,
            audience: world.audiences[i] ?? 'internal',
          };
        }),
        groups: new Map(world.known.map((body) => [body, `S${body}`])),
        accounts: new Map(world.accounts.map((n) => [n, `U${n}`])),
      }),
      slack: {
        channels,
        accounts: [1, 2, 3, 4, 5, 9].map((n) => ({
          id: `U${n}`,
          deactivated: world.deactivated.includes(n),
          bot: false,
        })),
        groups: world.groups.map((body) => ({
          id: `S${body}`,
          handle: body,
          disabled: world.disabled,
          members: ['U1'],
        })),
      },
    };
  });

describe('what is done', () => {
  const doneAll = (world: World): World => compare(world.council, world.slack).changes.reduce(after, world);

  test('once all of it was done, the next comparison finds nothing more to do', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const then = doneAll(world);
        expect(compare(then.council, then.slack).changes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('nobody outside the audience is invited, nobody who belongs is removed', () => {
    fc.assert(
      fc.property(worlds, ({ council: ours, slack: theirs }) => {
        const { changes } = compare(ours, theirs);
        const invited = changes.flatMap((one) => (one.kind === 'invite' ? [`${one.body}/${one.person}`] : []));
        const removed = changes.flatMap((one) => (one.kind === 'remove' ? [`${one.body}/${one.person}`] : []));
        expect(invited.filter((one) => removed.includes(one))).toEqual([]);
        const internal = ours.mapped.filter((one) => one.audience === 'internal').map((one) => one.body);
        expect(internal.filter((body) => invited.includes(`${body}/5`))).toEqual([]);
      }),
    );
  });

  test('taken back, everyone is where they were', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { changes } = compare(world.council, world.slack);
        const reversible = changes.filter(({ kind }) => kind === 'invite' || kind === 'remove' || kind === 'topic');
        const mapped = reversible.filter((one) => 'channel' in one && one.channel !== undefined);
        const then = mapped.reduce(after, world);
        const { changes: back, stays } = takeBack(mapped.map((what) => ({ what, made: undefined, already: false })));
        expect(stays).toEqual([]);
        const standing = (one: World) => one.slack.channels?.map(({ members, topic }) => [members?.toSorted(), topic]);
        expect(standing(back.reduce(after, then))).toEqual(standing(world));
      }),
    );
  });
});

describe('the switch of the year', () => {
  const calendar = { holidays: new Map(), fixedUntil: day('2029-12-31'), closed: new Set([day('2028-04-03')]) };
  const at = (written: string) => instant(Date.parse(`${written}+09:00`));
  test.each([
    ['2028-03-31T23:59:59', '2028-03-31T23:59:59'],
    ['2028-04-01T00:00:00', '2028-04-04T09:00:00'],
    ['2028-04-04T08:59:59', '2028-04-04T09:00:00'],
    ['2028-04-04T09:00:00', '2028-04-04T09:00:00'],
    ['2029-03-31T12:00:00', '2029-03-31T12:00:00'],
  ])('what is asked at %s is seen from %s on', (asked, seen) => {
    expect(visibleFrom(at(asked), calendar, [])).toBe(at(seen));
  });

  // 2028-06-10 is a Saturday.
  const starts = [
    { year: 2027, on: day('2027-06-04') },
    { year: 2028, on: day('2028-06-10') },
  ];
  test.each([
    ['2028-04-01T00:00:00', '2028-04-04T09:00:00'],
    ['2028-06-09T23:59:59', '2028-06-09T23:59:59'],
    ['2028-06-10T00:00:00', '2028-06-12T09:00:00'],
    ['2028-06-12T08:59:59', '2028-06-12T09:00:00'],
    ['2028-06-12T09:00:00', '2028-06-12T09:00:00'],
    ['2027-06-04T00:00:00', '2027-06-04T09:00:00'],
  ])('where the term begins with the general meeting, what is asked at %s is seen from %s on', (asked, seen) => {
    expect(visibleFrom(at(asked), calendar, starts)).toBe(at(seen));
  });
});
