/** What a person's tenures make them on a day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Body,
  bodyOf,
  type Chart,
  councilBody,
  isOn,
  type Municipality,
  membersOn,
  municipalityOf,
  type RoleName,
  rolesOn,
  type Seat,
  systemOf,
  type Tenure,
} from '../../src/domain/council.ts';
import { addDays, type Day, day } from '../../src/domain/day.ts';
import { plainRotation } from '../../src/domain/rotation.ts';

const OMIYA = '082252';
const NAKA = '082261';
const KASUMI = '082309';
const GOKA = '085421';
const KEN = '080004';
const TORIDE = '082171';

const START = day('2016-04-01');
const municipality = (code: string, name: string, rest: Partial<Municipality> = {}): Municipality => ({
  code,
  name,
  kind: 'member',
  from: START,
  until: undefined,
  ...rest,
});
const body = (slug: string, kind: Body['kind'], parent?: string): Body => ({
  slug,
  kind,
  name: slug,
  parent,
  leadLabel: undefined,
});

/** 那珂市 holds the chair in 2026, かすみがうら市 in 2027. */
const CHART: Chart = {
  municipalities: [
    municipality(KEN, '茨城県', { kind: 'adviser' }),
    municipality(TORIDE, '取手市', { kind: 'applicant', from: day('2026-10-01') }),
    municipality(OMIYA, '常陸大宮市'),
    municipality(NAKA, '那珂市'),
    municipality(KASUMI, 'かすみがうら市'),
    municipality(GOKA, '五霞町', { until: day('2027-03-31') }),
  ],
  bodies: [
    body('council', 'council'),
    body('team', 'projectTeam', 'council'),
    body('fukushi', 'subcommittee', 'council'),
    body('kaigo', 'workingGroup', 'fukushi'),
  ],
  systems: [{ slug: 'kaigo', no: '17', name: '介護保険', body: 'kaigo', aliases: ['介護'] }],
  rotation: plainRotation(2016, [OMIYA, GOKA, NAKA, KASUMI]),
};

const seat = (of: string, role: Seat['role'], code?: string): Seat => ({
  id: [of, code, role].filter(Boolean).join(':'),
  body: of,
  municipality: code,
  role,
});
const held = (of: Seat, code: string, rest: Partial<Tenure> = {}): Tenure => ({
  seat: of,
  person: 1,
  municipality: code,
  from: START,
  until: undefined,
  deputy: false,
  ...rest,
});
const member = (of: string, code: string, rest?: Partial<Tenure>) => held(seat(of, 'member', code), code, rest);
const lead = (of: string, code: string, rest?: Partial<Tenure>) => held(seat(of, 'lead'), code, rest);
const information = (code: string, rest?: Partial<Tenure>) => held(seat('council', 'information', code), code, rest);

const told = (tenures: readonly Tenure[], on: string): string[] =>
  rolesOn(tenures, CHART, day(on)).map((role) => `${role.as} ${role.body}${role.deputy ? ' (deputy)' : ''}`);

describe('What a person is on a day', () => {
  const LAST = '2027-03-31';
  const FIRST = '2027-04-01';
  const cases: [title: string, tenure: Tenure, on: string, roles: string[]][] = [
    ['the council’s member of the chairing city', member('council', NAKA), LAST, ['chair council', 'member council']],
    ['the same a day later', member('council', NAKA), FIRST, ['viceChair council', 'member council']],
    ['the city whose turn comes', member('council', KASUMI), LAST, ['viceChair council', 'member council']],
    ['and on April 1', member('council', KASUMI), FIRST, ['chair council', 'member council']],
    ['the chair’s information section', information(NAKA), LAST, ['secretariat council', 'information council']],
    ['the same when the year is over', information(NAKA), FIRST, ['information council']],
    ['the next chair’s information section', information(KASUMI), LAST, ['information council']],
    ['and on April 1, without a transfer', information(KASUMI), FIRST, ['secretariat council', 'information council']],
    ['the chairing city’s team member', member('team', NAKA), LAST, ['projectTeamLeader team', 'member team']],
    ['the same in the next year', member('team', NAKA), FIRST, ['member team']],
    ['a lead, who need not follow the chair', lead('kaigo', OMIYA), FIRST, ['lead kaigo']],
    ['a subcommittee’s head', lead('fukushi', KASUMI), LAST, ['lead fukushi']],
    ['a member of a group of the chairing city', member('kaigo', NAKA), LAST, ['member kaigo']],
    ['a deputy', member('kaigo', NAKA, { deputy: true }), LAST, ['member kaigo (deputy)']],
    ['the prefecture', held(seat('council', 'adviser', KEN), KEN), LAST, ['adviser council']],
    ['an applicant has no office', member('council', TORIDE), LAST, ['joiner council']],
    ['an applicant before it applied', member('council', TORIDE), '2026-09-30', []],
    ['a member that leaves, on its last day', member('kaigo', GOKA), LAST, ['member kaigo']],
    ['a member that has left', member('kaigo', GOKA), FIRST, []],
  ];
  test.each(cases)('%s', (_, tenure, on, roles) => expect(told([tenure], on)).toEqual(roles));

  test.each<[string, Tenure, string | undefined, string[]]>([
    [
      'the council’s member of the next chair, who acts',
      member('council', KASUMI),
      KASUMI,
      ['chair (acting)', 'viceChair', 'member'],
    ],
    ['the same on a day when nobody acts', member('council', KASUMI), undefined, ['viceChair', 'member']],
    [
      'another vice chair, where the first is away',
      member('council', OMIYA),
      OMIYA,
      ['chair (acting)', 'viceChair', 'member'],
    ],
    ['its information section', information(KASUMI), KASUMI, ['secretariat', 'information']],
    ['its team member', member('team', KASUMI), KASUMI, ['projectTeamLeader', 'member']],
    ['the information section of the one that acts for it for a day', information(OMIYA), OMIYA, ['information']],
    ['the council’s member of the chair that left', member('council', NAKA), KASUMI, []],
    ['its information section of before', information(NAKA), KASUMI, []],
  ])('after the chair left within its term: %s', (_, tenure, acting, expected) => {
    const until = day('2026-09-30');
    const left: Chart = {
      ...CHART,
      municipalities: CHART.municipalities.map((one) => (one.code === NAKA ? { ...one, until } : one)),
      rotation: { ...CHART.rotation, memberships: [{ code: NAKA, from: START, until }] },
    };
    const roles = rolesOn([tenure], left, day('2026-10-01'), acting);
    expect(roles.map((one) => `${one.as}${one.acting ? ' (acting)' : ''}`)).toEqual(expected);
  });

  test('a predecessor’s rights end with March 31, a successor’s begin with April 1, and no day is without either', () => {
    const predecessor = member('kaigo', NAKA, { person: 1, until: day(LAST) });
    const successor = member('kaigo', NAKA, { person: 2, from: day(FIRST) });
    const holders = (on: string) =>
      [predecessor, successor].filter((one) => told([one], on).length > 0).map((one) => one.person);
    expect([LAST, FIRST].map(holders)).toEqual([[1], [2]]);
  });

  test('nobody is anything before the first day', () => {
    expect(told([member('kaigo', NAKA), information(NAKA)], '2016-03-31')).toEqual([]);
  });

  test('of several roles the strongest comes first, and a holder’s before a deputy’s', () => {
    const many = [
      information(NAKA),
      member('kaigo', NAKA, { deputy: true }),
      member('fukushi', NAKA),
      member('council', NAKA),
      lead('kaigo', NAKA),
      member('team', NAKA),
    ];
    expect(told(many, LAST)).toMatchInlineSnapshot(`
      [
        "lead kaigo",
        "chair council",
        "projectTeamLeader team",
        "secretariat council",
        "member fukushi",
        "member council",
        "member team",
        "member kaigo (deputy)",
        "information council",
      ]
    `);
  });

  test('a role says in which seat and for which municipality one acts', () => {
    expect(rolesOn([lead('kaigo', OMIYA)], CHART, day(LAST))).toEqual([
      { as: 'lead', seat: 'kaigo:lead', body: 'kaigo', municipality: OMIYA, deputy: false },
    ]);
  });

  test('on every day exactly one municipality’s information section is the secretariat, and it is the chair’s', () => {
    const codes = [OMIYA, NAKA, KASUMI];
    const tenures = codes.flatMap((code) => [information(code), member('council', code)]);
    const chart = { ...CHART, rotation: plainRotation(2016, codes) };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 365 }), (n) => {
        const roles = rolesOn(tenures, chart, addDays(START, n));
        const of = (as: RoleName) => roles.filter((role) => role.as === as).map((role) => role.municipality);
        expect(of('chair')).toHaveLength(1);
        expect(of('secretariat')).toEqual(of('chair'));
        expect(of('viceChair')).toHaveLength(2);
      }),
    );
  });
});

describe('The chart', () => {
  test.each<[Day | undefined, string, boolean]>([
    [undefined, '2016-03-31', false],
    [undefined, '2016-04-01', true],
    [undefined, '2099-12-31', true],
    [day('2027-03-31'), '2027-03-31', true],
    [day('2027-03-31'), '2027-04-01', false],
    [START, '2016-04-01', true],
  ])('a span until %s holds on %s: %s', (until, on, holds) => {
    expect(isOn({ from: START, until }, day(on))).toBe(holds);
  });

  test('those who have a vote: members on that day, in code order, neither the prefecture nor an applicant', () => {
    const names = (on: string) => membersOn(CHART, day(on)).map((one) => one.name);
    expect(names('2027-03-31')).toEqual(['常陸大宮市', '那珂市', 'かすみがうら市', '五霞町']);
    expect(names('2027-04-01')).toEqual(['常陸大宮市', '那珂市', 'かすみがうら市']);
    expect(names('2016-03-31')).toEqual([]);
  });

  test('bodies, systems and municipalities are found by what names them, or not at all', () => {
    expect(bodyOf(CHART, 'kaigo')?.kind).toBe('workingGroup');
    expect(systemOf(CHART, 'kaigo')?.no).toBe('17');
    expect(municipalityOf(CHART, NAKA)?.name).toBe('那珂市');
    expect(councilBody(CHART)?.slug).toBe('council');
    expect([bodyOf(CHART, 'juki'), systemOf(CHART, 'juki'), municipalityOf(CHART, '082279')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(councilBody({ ...CHART, bodies: [] })).toBeUndefined();
  });
});
