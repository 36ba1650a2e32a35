/** Whether the parts of a council's file agree with each other: names that are meant, spans that may not overlap. Pure. */
import type { Day } from '../domain/day.ts';
import { nextStages, stageOf } from '../domain/joining.ts';
import { nearest } from '../domain/nearest.ts';
import type { Text } from '../text/text.ts';
import type { Finding, Path } from './problem.ts';
import type {
  Basis,
  Body,
  Channel,
  CouncilFile,
  LeadTenure,
  Municipality,
  Named,
  Person,
  Setting,
  System,
  Tenure,
} from './shape.ts';
import { type Kind, text } from './text.ts';

/** An entry of a list and where it stands. */
export interface Placed<T> {
  readonly path: Path;
  readonly value: T;
}

/** The well formed entries of a file; `named` also knows the names of the others, so that one slip is told once. */
export interface Written {
  readonly rotation: CouncilFile['rotation'] | undefined;
  readonly bases: readonly Placed<Basis>[];
  readonly settings: readonly Placed<Setting>[];
  readonly municipalities: readonly Placed<Municipality>[];
  readonly bodies: readonly Placed<Body>[];
  readonly systems: readonly Placed<System>[];
  readonly vendors: readonly Placed<Named>[];
  readonly rounds: readonly Placed<Named>[];
  readonly people: readonly Placed<Person>[];
  readonly channels: readonly Placed<Channel>[];
  readonly named: (section: 'bodies' | 'people' | 'municipalities', key: string) => ReadonlySet<string>;
}

export function references(written: Written): Finding[] {
  return [
    ...twice(written),
    ...rotation(written),
    ...bodies(written),
    ...systems(written),
    ...tenures(written),
    ...people(written),
    ...written.municipalities.flatMap(({ path, value }) => reversed(value, path)),
    ...written.municipalities.flatMap(stages),
    ...written.channels.flatMap(({ path, value }) => known(written, 'body', value.body, [...path, 'body'])),
    ...written.settings.flatMap(({ path, value }) =>
      value.scope === undefined ? [] : known(written, 'body', value.scope, [...path, 'scope']),
    ),
  ];
}

/** Each step of joining comes after the one before, in time too; the first may be how it began. */
function stages({ path, value: { kind, from, stages: steps } }: Placed<Municipality>): Finding[] {
  return steps.flatMap((one, i) => {
    const last = steps[i - 1];
    const [before, since] = last ? [last.stage, last.from] : [stageOf(kind), from];
    const begins = !last && one.stage === kind && one.from === from;
    const follows = before !== undefined && nextStages(before).includes(one.stage) && one.from > since;
    return begins || follows ? [] : [{ path: [...path, 'stages', i], expected: text.stageOrder(before) }];
  });
}

/** What must be the only one of its kind. */
function twice(written: Written): Finding[] {
  return [
    ...repeated(written.bases, 'name', (one) => one.name),
    ...written.bases.flatMap(({ path, value }) =>
      repeated(
        value.versions.map((version, i) => ({ path: [...path, 'versions', i], value: version })),
        'from',
        (one) => one.from,
      ),
    ),
    ...repeated(written.municipalities, 'code', (one) => one.code),
    ...repeated(written.municipalities, 'name', (one) => one.name),
    ...repeated(written.bodies, 'slug', (one) => one.slug),
    ...repeated(written.bodies, 'name', (one) => one.name),
    ...repeated(written.systems, 'slug', (one) => one.slug),
    ...repeated(written.systems, 'name', (one) => one.name),
    ...repeated(written.systems, 'no', (one) => one.no),
    ...repeated(written.vendors, 'slug', (one) => one.slug),
    ...repeated(written.rounds, 'slug', (one) => one.slug),
    ...repeated(written.people, 'slug', (one) => one.slug),
    ...repeated(written.channels, 'id', (one) => `${one.team}/${one.id}`),
    ...repeated(written.settings, 'key', (one) => [one.key, one.scope, one.from].filter(Boolean).join(' ')),
    ...repeated(
      written.systems.flatMap(({ path, value }) =>
        value.aliases.map((alias, i) => ({ path: [...path, 'aliases', i], value: alias })),
      ),
      undefined,
      (alias) => alias,
    ),
  ];
}

function repeated<T>(
  entries: readonly Placed<T>[],
  key: string | undefined,
  nameOf: (value: T) => string | undefined,
): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, value }) => {
    const name = nameOf(value);
    if (name === undefined) return [];
    if (seen.has(name)) return [{ path: key ? [...path, key] : path, expected: text.duplicate(name) }];
    seen.add(name);
    return [];
  });
}

function rotation({ rotation: turns, municipalities, named }: Written): Finding[] {
  if (!turns) return [];
  const names = named('municipalities', 'name');
  return turns.order.flatMap((name, i): Finding[] => {
    const path = ['rotation', 'order', i];
    if (turns.order.indexOf(name) < i) return [{ path, expected: text.duplicate(name) }];
    if (!names.has(name)) return [{ path, expected: text.unknown('municipality', name, nearest(name, names)) }];
    const kind = municipalities.find(({ value }) => value.name === name)?.value.kind;
    return kind === undefined || kind === 'member' ? [] : [{ path, expected: text.notAMember(name) }];
  });
}

const PARENTS: Readonly<Record<Body['kind'], readonly Body['kind'][]>> = {
  council: [],
  projectTeam: ['council'],
  subcommittee: ['council', 'projectTeam'],
  workingGroup: ['subcommittee', 'projectTeam'],
};

function bodies(written: Written): Finding[] {
  const councils = written.bodies.filter(({ value }) => value.kind === 'council');
  const teams = written.bodies.filter(({ value }) => value.kind === 'projectTeam');
  const complete = written.bodies.length === written.named('bodies', 'slug').size;
  return [
    ...(councils.length === 0 && complete ? [{ path: ['bodies'], expected: text.oneOnly.council }] : []),
    ...councils.slice(1).map(({ path }) => ({ path: [...path, 'kind'], expected: text.oneOnly.council })),
    ...teams.slice(1).map(({ path }) => ({ path: [...path, 'kind'], expected: text.oneOnly.projectTeam })),
    ...written.bodies.flatMap((body) => [...parent(body, written), ...offices(body)]),
  ];
}

function parent({ path, value: { kind, parent } }: Placed<Body>, written: Written): Finding[] {
  const at = [...path, 'parent'];
  if (parent === undefined) return kind === 'council' ? [] : [{ path, expected: text.parentOf[kind] }];
  const unknown = known(written, 'body', parent, at);
  if (unknown.length > 0) return unknown;
  const above = written.bodies.find(({ value }) => value.slug === parent)?.value.kind;
  return above === undefined || PARENTS[kind].includes(above) ? [] : [{ path: at, expected: text.parentOf[kind] }];
}

function offices({ path, value: { kind, lead, information, adviser } }: Placed<Body>): Finding[] {
  const fromRotation = kind === 'council' || kind === 'projectTeam';
  const stray = (name: string, map: object): Finding[] =>
    kind !== 'council' && Object.keys(map).length > 0
      ? [{ path: [...path, name], atKey: true, expected: text.councilOnly(name) }]
      : [];
  return [
    ...(fromRotation && lead.length > 0
      ? [{ path: [...path, 'lead'], atKey: true, expected: text.leadFromRotation }]
      : []),
    ...stray('information', information),
    ...stray('adviser', adviser),
  ];
}

function systems(written: Written): Finding[] {
  return written.systems.flatMap(({ path, value }): Finding[] => {
    const at = [...path, 'workingGroup'];
    const unknown = known(written, 'workingGroup', value.workingGroup, at);
    if (unknown.length > 0) return unknown;
    const body = written.bodies.find((one) => one.value.slug === value.workingGroup)?.value;
    return !body || body.kind === 'workingGroup'
      ? []
      : [{ path: at, expected: text.unknown('workingGroup', value.workingGroup, undefined) }];
  });
}

function tenures(written: Written): Finding[] {
  return written.bodies.flatMap(({ path, value: body }): Finding[] => [
    ...body.lead.flatMap((tenure, i) => {
      const at = [...path, 'lead', i];
      return [
        ...known(written, 'person', tenure.person, [...at, 'person']),
        ...seated(written, tenure.municipality, [...at, 'municipality'], false),
        ...reversed(tenure, at),
        ...leadsAtOnce(body.lead.slice(0, i), tenure, at),
      ];
    }),
    ...held(written, body.members, [...path, 'members']),
    ...held(written, body.information, [...path, 'information']),
    ...held(written, body.adviser, [...path, 'adviser'], true),
  ]);
}

/** The tenures of the seats that the municipalities hold. */
function held(written: Written, seats: Body['members'], path: Path, asAdviser = false): Finding[] {
  return Object.entries(seats).flatMap(([municipality, tenures]) => [
    ...seated(written, municipality, [...path, municipality], asAdviser).map((one) => ({ ...one, atKey: true })),
    ...tenures.flatMap((tenure, i) => {
      const at = [...path, municipality, i];
      return [
        ...known(written, 'person', tenure.person, [...at, 'person']),
        ...reversed(tenure, at),
        ...samePersonAtOnce(tenures.slice(0, i), tenure, at),
      ];
    }),
  ]);
}

/** An adviser sits as an adviser and nobody else does. */
function seated({ municipalities, named }: Written, name: string, path: Path, asAdviser: boolean): Finding[] {
  const names = named('municipalities', 'name');
  if (!names.has(name)) return [{ path, expected: text.unknown('municipality', name, nearest(name, names)) }];
  const kind = municipalities.find(({ value }) => value.name === name)?.value.kind;
  if (kind === undefined || (kind === 'adviser') === asAdviser) return [];
  return [{ path, expected: asAdviser ? text.notAnAdviser(name) : text.adviserHasNoSeat(name) }];
}

function samePersonAtOnce(above: readonly Tenure[], tenure: Tenure, path: Path): Finding[] {
  const other = above.find((one) => one.person === tenure.person && overlap(one, tenure));
  return other ? [{ path, expected: text.overlapping(other.person, other.from, other.until) }] : [];
}

function leadsAtOnce(above: readonly LeadTenure[], tenure: LeadTenure, path: Path): Finding[] {
  const other = above.find((one) => overlap(one, tenure));
  return other ? [{ path, expected: text.twoLeads(other.person, other.from, other.until) }] : [];
}

/** An account belongs to one person at a time. */
function people(written: Written): Finding[] {
  const accounts = written.people.flatMap(({ path, value }) =>
    value.slack.map((account, i) => ({ path: [...path, 'slack', i], owner: value.slug, account })),
  );
  const above = new Map<string, typeof accounts>();
  return accounts.flatMap((entry): Finding[] => {
    const { path, account } = entry;
    const name = `${account.team}/${account.user}`;
    const same = above.get(name) ?? [];
    above.set(name, [...same, entry]);
    const other = same.find((one) => overlap(one.account, account));
    return [
      ...reversed(account, path),
      ...(other ? [{ path: [...path, 'user'], expected: text.accountTaken(account.user, other.owner) }] : []),
    ];
  });
}

interface Span {
  readonly from: Day;
  readonly until?: Day;
}

const overlap = (a: Span, b: Span): boolean =>
  (a.until === undefined || b.from <= a.until) && (b.until === undefined || a.from <= b.until);

const reversed = ({ from, until }: Span, path: Path): Finding[] =>
  until !== undefined && until < from
    ? [{ path: [...path, 'until'], expected: text.endsBeforeItBegins(from, until) }]
    : [];

/** A slug must be that of a body, a working group, a person. */
function known(
  { named }: Written,
  kind: Extract<Kind, 'body' | 'workingGroup' | 'person'>,
  slug: string,
  path: Path,
): Finding[] {
  const slugs = named(kind === 'person' ? 'people' : 'bodies', 'slug');
  const expected: Text = text.unknown(kind, slug, nearest(slug, slugs));
  return slugs.has(slug) ? [] : [{ path, expected }];
}
