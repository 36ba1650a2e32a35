/**
 * What of a council's file nobody outside of a municipality may know yet: its names to come (内示), until it publishes
 * them or they are there. They are left out of what is written for others, and put back where such a file is read again. Pure.
 */
import type { Day } from '../domain/day.ts';
import { endSeen, isShown, type Onlooker, type Publication } from '../domain/publication.ts';
import { canonical } from './canonical.ts';
import { tenuresOf } from './seats.ts';
import type { Body, CouncilFile, LeadTenure, Tenure } from './shape.ts';

/** The file as everyone may see it: without hidden tenures, without the ends that make room for them, without newcomers. */
export function asSeen(file: CouncilFile, published: readonly Publication[], today: Day): CouncilFile {
  const nobody: Onlooker = { today, own: [] };
  const seen = eachTenure(file, (one, code) => {
    if (!isShown(published, code, one.from, today)) return undefined;
    return endSeen(published, code, one.until, nobody) === one.until ? one : open(one);
  });
  const sitting = (of: CouncilFile): Set<string> => new Set(tenuresOf(of).map((one) => one.person));
  const [all, known] = [sitting(file), sitting(seen)];
  const bodies = seen.bodies.map((body, i) => ({
    ...body,
    lead: body.lead.map((one) => {
      // One leads at a time: where the successor's municipality has published, the end is told by that.
      const followed = body.lead.some((other) => other.from > one.from);
      return (followed && file.bodies[i]?.lead.find((was) => isSame(was, one))) || one;
    }),
  }));
  return canonical({ ...seen, bodies, people: file.people.filter(({ slug }) => !all.has(slug) || known.has(slug)) });
}

/** The file with the ends that were left out of it: who could not see one did not take it back. */
export function withUnseenEnds(
  file: CouncilFile,
  now: CouncilFile,
  published: readonly Publication[],
  today: Day,
): CouncilFile {
  const key = (seat: string, { person, from }: Pick<Tenure, 'person' | 'from'>): string => `${seat} ${person} ${from}`;
  const ends = new Map(
    tenuresOf(now)
      .filter(({ code, until }) => until !== endSeen(published, code, until, { today, own: [] }))
      .map((one) => [key(one.seat.id, one), one.until]),
  );
  return eachTenure(file, (one, _code, seat) => {
    const until = ends.get(key(seat, one));
    return one.until === undefined && until !== undefined ? { ...one, until } : one;
  });
}

const isSame = (a: LeadTenure, b: LeadTenure): boolean => a.person === b.person && a.from === b.from;

const open = <Held extends Tenure | LeadTenure>({ until: _hidden, ...one }: Held): Held => one as unknown as Held;

type Of = <Held extends Tenure | LeadTenure>(one: Held, code: string, seat: string) => Held | undefined;

/** Every tenure as `of` gives it; none where it gives none. */
function eachTenure(file: CouncilFile, of: Of): CouncilFile {
  const codes = new Map(file.municipalities.map(({ name, code }) => [name, code]));
  const codeOf = (name: string): string => codes.get(name) ?? name;
  const kept = <Held extends Tenure | LeadTenure>(list: readonly Held[], name: (one: Held) => string, seat: string) =>
    list.flatMap((one) => of(one, codeOf(name(one)), seat) ?? []);
  const seats = (held: Body['members'], id: (code: string) => string): Body['members'] =>
    Object.fromEntries(Object.entries(held).map(([name, list]) => [name, kept(list, () => name, id(codeOf(name)))]));
  const bodies = file.bodies.map((body) => ({
    ...body,
    lead: kept(body.lead, (one) => one.municipality, `${body.slug}:lead`),
    members: seats(body.members, (code) => `${body.slug}:${code}`),
    information: seats(body.information, (code) => `${body.slug}:${code}:information`),
    adviser: seats(body.adviser, (code) => `${body.slug}:${code}:adviser`),
  }));
  return { ...file, bodies };
}
