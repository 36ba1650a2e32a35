/** The order in which a council's file is written: the same council is the same value, and the same text. */
import type { Body, CouncilFile, Municipality, Person, Tenure } from './shape.ts';
import { settingKeys } from './shape.ts';

/**
 * Sorts what has no order of its own (municipalities by code, people by slug, tenures by day, channels by their body) and names the
 * vacant seats: a municipality that a body does not mention has an empty seat there, unless it only begins to join. Bases, bodies, systems, vendors, rounds and
 * aliases stay in the order given to them.
 */
export function canonical(file: CouncilFile): CouncilFile {
  const municipalities = file.municipalities
    .map((one) => ({ ...one, stages: one.stages.toSorted(by(({ from }) => from)) }))
    .toSorted(by(({ code }) => code));
  const places = new Map(file.bodies.map(({ slug }, i) => [slug, place(i)]));
  return {
    council: file.council,
    bases: file.bases.map((one) => ({ ...one, versions: one.versions.toSorted(by(({ from }) => from)) })),
    settings: file.settings.toSorted(
      by(({ key, scope = '', from }) => [place(settingKeys.indexOf(key)), places.get(scope) ?? '', from].join(' ')),
    ),
    municipalities,
    rotation: file.rotation,
    bodies: file.bodies.map((body) => canonicalBody(body, municipalities)),
    systems: file.systems,
    vendors: file.vendors,
    rounds: file.rounds,
    people: file.people.map(canonicalPerson).toSorted(by(({ slug }) => slug)),
    channels: file.channels.toSorted(by(({ body, team, id }) => [places.get(body), team, id].join(' '))),
  };
}

function canonicalBody(body: Body, municipalities: readonly Municipality[]): Body {
  const seats = (held: Body['members'], of: readonly Municipality[]): Body['members'] =>
    Object.fromEntries(
      municipalities
        .filter((one) => of.includes(one) || (one.stages.length > 0 && held[one.name] !== undefined))
        .map(({ name }) => [name, (held[name] ?? []).toSorted(by(tenureOrder))]),
    );
  const sitting = municipalities.filter(sits);
  const advising = municipalities.filter(({ kind }) => kind === 'adviser');
  const whole = body.kind === 'council';
  return {
    ...body,
    lead: body.lead.toSorted(by(({ from, person }) => `${from} ${person}`)),
    members: seats(body.members, sitting),
    information: seats(body.information, whole ? sitting : []),
    adviser: seats(body.adviser, whole ? advising : []),
  };
}

/** Whether it has a seat in every body: who joins step by step, from when it prepares to adopt what was decided. */
const sits = ({ kind, stages }: Municipality): boolean =>
  stages.length > 0
    ? kind === 'member' || stages.some(({ stage }) => stage === 'adopting' || stage === 'member')
    : kind !== 'adviser' && kind !== 'interested';

const tenureOrder = ({ from, deputy, person }: Tenure): string => `${from} ${deputy ? 1 : 0} ${person}`;

const canonicalPerson = (person: Person): Person => ({
  ...person,
  slack: person.slack.toSorted(by(({ from, team, user }) => `${from} ${team} ${user}`)),
});

const place = (i: number): string => String(i).padStart(6, '0');

/** Compares by code units, so that the order does not hang on the machine's language. */
const by =
  <T>(textOf: (one: T) => string) =>
  (a: T, b: T): number => {
    const [x, y] = [textOf(a), textOf(b)];
    if (x === y) return 0;
    return x < y ? -1 : 1;
  };
