/** The steps of joining as a table, and what holds however they are taken. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Basis } from '../../src/domain/basis.ts';
import { ranking } from '../../src/domain/bestDate.ts';
import { standingOf as agreementOf, type Circulation } from '../../src/domain/circulation.ts';
import {
  type Chart,
  kindOn,
  type Municipality,
  type MunicipalityKind,
  membersOn,
  rolesOn,
  type SeatRole,
} from '../../src/domain/council.ts';
import { addDays, type Day, day, instant } from '../../src/domain/day.ts';
import {
  type Grounds,
  joins,
  nextStages,
  STAGES,
  type Stage,
  type Step,
  staysOf,
  step,
} from '../../src/domain/joining.ts';
import { buddiesOf, effectOf } from '../../src/domain/membership.ts';
import { plainRotation, termsFrom } from '../../src/domain/rotation.ts';
import { count } from '../../src/domain/rule.ts';
import { sharesOf } from '../../src/domain/shares.ts';

const TODAY = day('2027-08-01');
const way = (...stages: readonly [Stage, string][]) => stages.map(([stage, from]) => ({ stage, from: day(from) }));

const version = (id: number, from: string, withdrawn = false) => ({ id, from: day(from), note: '改正', withdrawn });
const bases = (...versions: readonly [charter: string | undefined, agreement: string | undefined]): Basis[] => {
  const [charter, agreement] = versions;
  return [
    { name: '要綱', title: '', versions: [version(1, '2016-04-01'), ...(charter ? [version(3, charter)] : [])] },
    { name: '協定書', title: '', versions: [version(2, '2016-04-01'), ...(agreement ? [version(4, agreement)] : [])] },
  ];
};
const all: Grounds = {
  approval: '承認3',
  bases: bases('2027-10-01', '2027-10-01'),
  spent: new Set(),
  price: { on: day('2027-07-20'), thousands: 12_000 },
  notAccepted: 0,
};
const ADOPTING = way(['observer', '2027-01-01'], ['applicant', '2027-04-01'], ['adopting', '2027-06-01']);
const MEMBER = [...ADOPTING, ...way(['member', '2027-07-01'])];

describe('what a step needs', () => {
  test.each<[string, ReturnType<typeof way>, Stage, string, Partial<Grounds>, unknown]>([
    ['interest needs nothing', [], 'interested', '2027-08-01', { approval: undefined }, 'may'],
    ['interest may be recorded late', [], 'interested', '2027-07-01', {}, 'may'],
    ['an observer needs the approval', [], 'observer', '2027-08-01', { approval: undefined }, ['approval']],
    [
      'an application is its own',
      way(['observer', '2027-01-01']),
      'applicant',
      '2027-08-01',
      { approval: undefined },
      'may',
    ],
    ['nobody adopts before applying', way(['observer', '2027-01-01']), 'adopting', '2027-08-01', {}, 'order'],
    ['nobody begins as a member', [], 'member', '2027-10-01', {}, 'order'],
    ['the same twice', ADOPTING, 'adopting', '2027-09-01', {}, 'already'],
    ['accession with everything', ADOPTING, 'member', '2027-10-01', {}, 'may'],
    ['accession yesterday', ADOPTING, 'member', '2027-07-31', {}, 'past'],
    ['accession before it prepared', ADOPTING, 'member', '2027-06-01', {}, 'beforeLast'],
    ['accession without a price', ADOPTING, 'member', '2027-10-01', { price: undefined }, ['price']],
    [
      'an agreement that comes too late',
      ADOPTING,
      'member',
      '2027-10-01',
      { bases: bases('2027-10-01', '2027-10-02') },
      ['agreement'],
    ],
    ['no changed charter', ADOPTING, 'member', '2027-10-01', { bases: bases(undefined, '2027-10-01') }, ['charter']],
    ['decisions that are not accepted', ADOPTING, 'member', '2027-10-01', { notAccepted: 3 }, ['acceptance']],
    [
      'all of it at once',
      ADOPTING,
      'member',
      '2027-10-01',
      { approval: undefined, bases: [], price: undefined, notAccepted: 1 },
      ['approval', 'agreement', 'charter', 'price', 'acceptance'],
    ],
    ['a joiner withdraws freely', ADOPTING, 'left', '2027-09-01', { approval: undefined, bases: [] }, 'may'],
    [
      'a member does not',
      MEMBER,
      'left',
      '2028-04-01',
      { approval: undefined, bases: bases(undefined, undefined) },
      ['approval', 'agreement', 'charter'],
    ],
    ['a member leaves', MEMBER, 'left', '2028-04-01', { bases: bases('2028-04-01', '2028-04-01') }, 'may'],
    [
      'by wordings that bore the change of another day',
      MEMBER,
      'left',
      '2028-04-01',
      { bases: bases('2028-04-01', '2028-04-01'), spent: new Set([3]) },
      ['charter'],
    ],
    ['nobody goes back a step', MEMBER, 'observer', '2028-04-01', {}, 'backwards'],
    ['who left may come again', [...MEMBER, ...way(['left', '2027-07-15'])], 'observer', '2027-09-01', {}, 'may'],
  ])('%s', (_title, taken, stage, from, grounds, expected) => {
    const found = step({ stage, from: day(from) }, taken, { ...all, ...grounds }, TODAY);
    const told = 'refused' in found ? (found.refused === 'missing' ? found.missing : found.refused) : 'may';
    expect(told).toEqual(expected);
  });
});

/** Ways that the rules allow, from days that follow one another. */
const ways = fc
  .array(fc.record({ choice: fc.nat(), days: fc.integer({ min: 1, max: 400 }) }), { minLength: 1, maxLength: 12 })
  .map((list) => {
    const steps: Step[] = [];
    for (const { choice, days } of list) {
      const next = nextStages(steps.at(-1)?.stage);
      const stage = next[choice % next.length] ?? 'left';
      steps.push({ id: steps.length + 1, stage, from: addDays(steps.at(-1)?.from ?? day('2020-01-01'), days) });
    }
    return steps;
  });

test('on each day a municipality is one thing, what its last step says, and a later step changes no earlier day', () => {
  fc.assert(
    fc.property(ways, fc.integer({ min: 0, max: 4_000 }), (steps, offset) => {
      const [first] = steps;
      if (!first) return;
      const on: Day = addDays(day('2020-01-01'), offset);
      const of = (some: readonly Step[]): Municipality => {
        const began = { kind: 'interested' as const, from: first.from, until: undefined };
        return { code: '085464', name: '境町', ...began, stays: staysOf(began, some) };
      };
      const last = steps.findLast((one) => one.from <= on)?.stage;
      expect(kindOn(of(steps), on)).toBe(last === 'left' ? undefined : last);
      const ahead = steps.find((one) => one.from > on)?.stage;
      if (last === 'member' || (last === 'left' && ahead === undefined)) expect(joins(of(steps), on)).toBe(false);
      else expect(joins(of(steps), on)).toBe(true);
      const known = steps.filter((one) => one.from <= on);
      if (known.length > 0) expect(kindOn(of(known), on)).toBe(kindOn(of(steps), on));
    }),
  );
});

test('shares before and after sum to the same yen, and a joiner takes a turn of the chair', () => {
  const rotation = {
    ...plainRotation(2026, ['a', 'b', 'c', 'd']),
    memberships: ['a', 'b', 'c', 'd'].map((code) => ({ code, from: day('2016-04-01'), until: undefined })),
  };
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), (borne) => {
      const now = {
        members: ['a', 'b', 'c', 'd'],
        rules: [],
        borne,
        shareRule: 'equal' as const,
        year: 2026,
        terms: 10,
      };
      const effect = effectOf({ code: 'e', joins: day('2027-10-01') }, { ...now, rotation });
      expect(effect.members).toEqual({ before: 4, after: 5 });
      expect(effect.turns.some((one) => one.code === 'e' && one.before.length === 0 && one.after.length > 0)).toBe(
        true,
      );
      if ('unknown' in effect.shares) throw new Error('equal shares are known');
      for (const when of ['before', 'after'] as const)
        expect(effect.shares.of.reduce((sum, one) => sum + one[when], 0)).toBe(borne * 1_000);
    }),
  );
});

test('each body has one who helps: who was chosen, the lead, else the members who sit there in turn', () => {
  const bodies = ['x', 'y', 'z', 'w'].map((slug) => ({
    ...{ slug, lead: slug === 'y' ? 'b' : undefined },
    seated: new Set(slug === 'x' ? ['b'] : slug === 'z' ? [] : ['a', 'b']),
  }));
  expect([...buddiesOf(bodies, ['a', 'b'], new Map([['w', 'b']]))]).toEqual([
    ['x', 'b'],
    ['y', 'b'],
    ['z', 'b'],
    ['w', 'b'],
  ]);
  expect(STAGES.every((one) => nextStages(one).length > 0)).toBe(true);
});

describe('who is no member counts nowhere, whatever was noted of it', () => {
  const on = day('2027-08-02');
  const since = { from: day('2020-04-01'), until: undefined };
  const slot = { day: on, start: 600, end: 720, place: undefined };
  const rule = { agreement: 'all', quorum: 'half', basis: undefined } as const;

  test.each<[MunicipalityKind, number]>([
    ['adviser', 2],
    ['interested', 2],
    ['observer', 2],
    ['applicant', 2],
    ['adopting', 2],
    ['member', 3],
  ])('%s', (kind, members) => {
    const municipalities = (['a', 'b', 'x'] as const).map((code) => ({
      ...{ code, name: code, ...since },
      kind: code === 'x' ? kind : ('member' as const),
    }));
    const rotation = {
      ...plainRotation(2026, kind === 'member' ? ['a', 'b', 'x'] : ['a', 'b']),
      memberships: municipalities.filter((one) => one.kind === 'member').map(({ code }) => ({ code, ...since })),
    };
    const chart: Chart = { municipalities, bodies: [], systems: [], rotation };
    const codes = membersOn(chart, on).map((one) => one.code);
    const counted = kind === 'member';
    expect(codes).toHaveLength(members);

    const noted = new Map([['x', 'present'] as const, ['a', 'present'] as const]);
    const attended = count(rule, codes, noted);
    expect([attended.needed, attended.present.includes('x'), attended.met]).toEqual([2, counted, counted]);

    const said = { candidate: 1, revision: 1, person: 1, seat: 's', at: instant(0), source: undefined };
    const [best] = ranking(
      {
        ...{ number: 1, body: 'w', joint: [], deadline: on, state: 'open' },
        candidates: [{ number: 1, slot, revision: 1, removed: false }],
        answers: [
          { ...said, body: 'w', municipality: 'a', mark: 'yes' },
          { ...said, body: 'w', municipality: 'x', mark: 'no' },
        ],
      },
      {
        ...{ municipalities: codes, rules: new Map([['w', { quorum: 1, absenceBlocks: true }]]) },
        calendar: { holidays: new Map(), fixedUntil: day('2029-12-31'), closed: new Set() },
        ...{
          seasons: [],
          suspended: [{ municipality: 'x', kind: 'disaster', from: on, until: undefined }],
          engagements: [],
        },
      },
    );
    expect([best?.counted[0]?.no, best?.blocked, best?.warnings.length]).toEqual(
      counted ? [['x'], true, 1] : [[], false, 0],
    );

    const position = { reason: undefined, until: undefined, at: instant(1), person: 1, seat: 's', source: undefined };
    const circulation: Circulation = {
      ...{ number: 1, body: 'w', requirements: [1], outcome: 'standard', note: undefined, cost: undefined },
      ...{ scope: [], until: undefined, postedAt: instant(0), onBehalf: false, deadline: addDays(on, 5) },
      ...{ by: { person: 1, seat: 's', municipality: 'a' }, silence: undefined, rule, eligible: codes },
      ...{ previous: undefined, ended: undefined },
    };
    const standing = agreementOf(
      circulation,
      [
        { ...position, municipality: 'a', answer: 'agree' },
        { ...position, municipality: 'b', answer: 'agree' },
        { ...position, municipality: 'x', answer: 'object' },
      ],
      instant(2),
      {
        calendar: { holidays: new Map(), fixedUntil: day('2029-12-31'), closed: new Set() },
        ...{ suspensions: [], held: new Map(codes.map((code) => [code, [since]])), delivered: true },
      },
    );
    expect(standing.state).toBe(counted ? 'objected' : 'agreed');

    const terms = termsFrom(rotation, 2026, 10);
    expect(terms.some((one) => one.chair === 'x' || one.viceChairs.includes('x'))).toBe(counted);
    const shares = sharesOf(1_000, codes, 'equal');
    expect('shares' in shares && shares.shares.has('x')).toBe(counted);
    const seated = new Set(['a', 'b', 'x']);
    const helping = buddiesOf(
      ['u', 'v', 'w'].map((slug) => ({ slug, lead: 'x', seated })),
      codes,
      new Map([['w', 'x']]),
    );
    expect([...helping.values()].includes('x')).toBe(counted);

    const tenure = (role: SeatRole, body: string) => ({
      ...{ seat: { id: `${body}:x`, body, municipality: 'x', role }, person: 1, municipality: 'x' },
      ...{ ...since, deputy: false },
    });
    const roles = rolesOn([tenure(kind === 'adviser' ? 'adviser' : 'member', 'w')], chart, on);
    expect(roles.map((one) => one.as)).toEqual([counted ? 'member' : kind === 'adviser' ? 'adviser' : 'joiner']);
  });
});
