/**
 * The council as its file says it: saved whole in one transaction, and read back in the same shape.
 *
 * Saving creates and changes what the file names and removes nothing.
 */

import { canonical } from '../../council/canonical.ts';
import { seatsOf, tenuresOf } from '../../council/seats.ts';
import type { CouncilFile } from '../../council/shape.ts';
import type { BodyKind } from '../../domain/council.ts';
import type { Instant } from '../../domain/day.ts';
import { groups } from '../../domain/groups.ts';
import { toDate } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';
import { scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';
import { loadPeople, savePeople, span } from './people.ts';
import { publicationsOf } from './publications.ts';

type Tx = Prisma.TransactionClient;

/** Writes what the file names. `tx` is a transaction of its own. */
export async function saveCouncilFile(tx: Tx, file: CouncilFile, at: Instant): Promise<void> {
  const councilId = file.council.slug;
  const { name, shortName, language } = file.council;
  const council = { name, shortName, language, rotationFrom: file.rotation.from };
  await tx.council.upsert({ where: { id: councilId }, create: { id: councilId, ...council }, update: council });
  await saveBases(tx, councilId, file, at);
  await saveSettings(tx, councilId, file, at);
  await saveBodies(tx, councilId, file);
  const people = await savePeople(tx, councilId, file);
  await saveSeats(tx, councilId, file, people);
  await saveChannels(tx, councilId, file, at);
  await tx.application.create({ data: { councilId, at: toDate(at), file: file as unknown as Prisma.InputJsonValue } });
}

async function saveBases(tx: Tx, councilId: string, file: CouncilFile, at: Instant): Promise<void> {
  for (const [position, { name, title, versions }] of file.bases.entries()) {
    const data = { title, position };
    await tx.basis.upsert({
      where: { councilId_name: { councilId, name } },
      create: { councilId, name, ...data },
      update: data,
    });
    for (const { from, note } of versions) {
      const written = { councilId, basisName: name, from, withdrawnAt: null };
      const { count } = await tx.basisVersion.updateMany({ where: written, data: { note } });
      if (count > 0) continue;
      const id = await takeNumbers(scoped(tx, councilId), 'amendment');
      await tx.basisVersion.create({ data: { ...written, id, note, at: toDate(at) } });
    }
  }
}

async function saveSettings(tx: Tx, councilId: string, file: CouncilFile, at: Instant): Promise<void> {
  for (const { key, scope = '', from, value, basis } of file.settings) {
    const data = { value: value as Prisma.InputJsonValue, basis: basis ?? null };
    await tx.setting.upsert({
      where: { councilId_scope_key_from: { councilId, scope, key, from } },
      create: { councilId, scope, key, from, ...data },
      update: data,
    });
  }
  for (const { code, name, kind, from, until } of file.municipalities) {
    const data = { name, kind, from, until: until ?? null };
    await tx.municipality.upsert({
      where: { councilId_code: { councilId, code } },
      create: { councilId, code, ...data },
      update: data,
    });
  }
  await saveStages(tx, councilId, file, at);
  const codes = new Map(file.municipalities.map((one) => [one.name, one.code]));
  await tx.rotationTurn.deleteMany({ where: { councilId } });
  await tx.rotationTurn.createMany({
    data: file.rotation.order.map((municipality, position) => ({
      councilId,
      position,
      code: codes.get(municipality) ?? municipality,
    })),
  });
  for (const [position, { slug, name }] of file.vendors.entries()) {
    const data = { name, position };
    await tx.vendor.upsert({
      where: { councilId_slug: { councilId, slug } },
      create: { councilId, slug, ...data },
      update: data,
    });
  }
  for (const [position, { slug, name }] of file.rounds.entries()) {
    const data = { name, position };
    await tx.round.upsert({
      where: { councilId_slug: { councilId, slug } },
      create: { councilId, slug, ...data },
      update: data,
    });
  }
}

/** The steps of joining that the file brings: recorded by nobody, with the seats that the file gives. */
async function saveStages(tx: Tx, councilId: string, file: CouncilFile, at: Instant): Promise<void> {
  for (const { code, stages } of file.municipalities)
    for (const { stage, from, basis } of stages) {
      const key = { councilId, code, stage, from, undoneAt: null };
      const { count } = await tx.joiningStep.updateMany({ where: key, data: { basis: basis ?? null } });
      if (count > 0) continue;
      const id = await takeNumbers(scoped(tx, councilId), 'joining');
      await tx.joiningStep.create({ data: { ...key, id, basis: basis ?? null, at: toDate(at) } });
    }
}

/** A body stands under one of an earlier kind: whatever the file's order, parents are there first. */
const RANKS: readonly BodyKind[] = ['council', 'projectTeam', 'subcommittee', 'workingGroup'];

async function saveBodies(tx: Tx, councilId: string, file: CouncilFile): Promise<void> {
  const placed = [...file.bodies.entries()];
  const topDown = placed.sort(([, a], [, b]) => RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind));
  for (const [position, { slug, name, kind, parent, leadLabel }] of topDown) {
    const data = { name, kind, position, leadLabel: leadLabel ?? null };
    const parentSlug = parent ?? null;
    await tx.body.upsert({
      where: { councilId_slug: { councilId, slug } },
      create: { councilId, slug, ...data, parentSlug },
      update: { ...data, parentSlug },
    });
  }
  for (const [position, { slug, no, name, workingGroup, aliases }] of file.systems.entries()) {
    const data = { no: no ?? null, name, position, bodySlug: workingGroup, aliases };
    await tx.businessSystem.upsert({
      where: { councilId_slug: { councilId, slug } },
      create: { councilId, slug, ...data },
      update: data,
    });
  }
}

async function saveSeats(tx: Tx, councilId: string, file: CouncilFile, people: Map<string, number>): Promise<void> {
  await tx.seat.createMany({
    data: seatsOf(file).map(({ id, body, code, role }) => ({
      councilId,
      id,
      bodySlug: body,
      code: code ?? null,
      role,
    })),
    skipDuplicates: true,
  });
  const tenures = tenuresOf(file).map(({ seat, person, ...rest }) => {
    const personId = people.get(person);
    if (personId === undefined) throw new Error(`${person} sits in ${seat.id} but is not a person of the file`);
    return { seat: seat.id, person: personId, ...rest };
  });
  await tx.$executeRaw`
    INSERT INTO tenure (council_id, seat_id, person_id, "from", until, deputy, code)
    SELECT ${councilId}, seat, person, "from", until, deputy, code FROM jsonb_to_recordset(${JSON.stringify(tenures)}::jsonb)
      AS row (seat text, person int, "from" text, until text, deputy boolean, code text)
    ON CONFLICT (council_id, seat_id, person_id, "from")
      DO UPDATE SET until = excluded.until, deputy = excluded.deputy, code = excluded.code`;
}

async function saveChannels(tx: Tx, councilId: string, file: CouncilFile, at: Instant): Promise<void> {
  for (const { team, id, name, body, audience } of file.channels) {
    const key = { teamId: team, channelId: id };
    const other = await tx.channelMapping.findUnique({ where: { teamId_channelId: key } });
    if (other && other.councilId !== councilId) throw new ChannelTaken(name);
    const data = { councilId, bodySlug: body, name, audience };
    await tx.channelMapping.upsert({
      where: { teamId_channelId: key },
      create: { ...key, ...data, mappedAt: toDate(at) },
      update: data,
    });
  }
}

/** The file maps a channel that another council uses. */
export class ChannelTaken extends Error {
  readonly channel: string;

  constructor(channel: string) {
    super(`channel ${channel} is mapped in another council`);
    this.channel = channel;
  }
}

/** Which municipality shows its names of which year from when on. */
export const publishedIn = (tx: Tx, councilId: string) => publicationsOf(scoped(tx, councilId));

/** The file as it was last applied, or undefined. */
export async function lastApplied(tx: Tx, councilId: string): Promise<CouncilFile | undefined> {
  const found = await tx.application.findFirst({ where: { councilId }, orderBy: { id: 'desc' } });
  if (!found) return undefined;
  const file = found.file as unknown as CouncilFile;
  // Before files told of stages, what was applied has none.
  return { ...file, municipalities: file.municipalities.map((one) => ({ ...one, stages: one.stages ?? [] })) };
}

/** The council as it is now, in the shape of its file; undefined where there is none. */
export async function loadCouncilFile(tx: Tx, councilId: string): Promise<CouncilFile | undefined> {
  const where = { councilId };
  const byPosition = [{ position: 'asc' as const }, { slug: 'asc' as const }];
  const council = await tx.council.findUnique({ where: { id: councilId } });
  if (!council) return undefined;
  const municipalities = await tx.municipality.findMany({ where });
  const steps = await tx.joiningStep.findMany({
    where: { ...where, undoneAt: null },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  });
  const names = new Map(municipalities.map((one) => [one.code, one.name]));
  const turns = await tx.rotationTurn.findMany({ where, orderBy: { position: 'asc' } });
  const { name, shortName, language } = council;
  const file = {
    council: { slug: council.id, name, shortName, language },
    bases: (await tx.basis.findMany({ where, orderBy: [{ position: 'asc' }, { name: 'asc' }], include: standing })).map(
      (one) => ({
        name: one.name,
        title: one.title,
        versions: one.versions.map(({ from, note }) => ({ from, note })),
      }),
    ),
    settings: (await tx.setting.findMany({ where })).map(({ key, scope, value, from, basis }) => ({
      key,
      ...(scope !== '' && { scope }),
      value,
      from,
      ...(basis !== null && { basis }),
    })),
    municipalities: municipalities.map(({ code, name: called, kind, from, until }) => ({
      code,
      name: called,
      kind,
      from,
      ...(until !== null && { until }),
      stages: steps
        .filter((one) => one.code === code)
        .map(({ stage, from: since, basis }) => ({ stage, from: since, ...(basis !== null && { basis }) })),
    })),
    rotation: { from: council.rotationFrom, order: turns.map((one) => names.get(one.code) ?? one.code) },
    bodies: await loadBodies(tx, councilId, names),
    systems: (await tx.businessSystem.findMany({ where, orderBy: byPosition })).map((one) => ({
      slug: one.slug,
      ...(one.no !== null && { no: one.no }),
      name: one.name,
      workingGroup: one.bodySlug,
      aliases: one.aliases,
    })),
    vendors: (await tx.vendor.findMany({ where, orderBy: byPosition })).map((one) => ({
      slug: one.slug,
      name: one.name,
    })),
    rounds: (await tx.round.findMany({ where, orderBy: byPosition })).map((one) => ({
      slug: one.slug,
      name: one.name,
    })),
    people: await loadPeople(tx, councilId),
    channels: (await tx.channelMapping.findMany({ where })).map((one) => ({
      team: one.teamId,
      id: one.channelId,
      name: one.name,
      body: one.bodySlug,
      audience: one.audience,
    })),
  };
  return canonical(file as unknown as CouncilFile);
}

const standing = { versions: { where: { withdrawnAt: null } } };

async function loadBodies(tx: Tx, councilId: string, names: ReadonlyMap<string, string>) {
  const bodies = await tx.body.findMany({ where: { councilId }, orderBy: [{ position: 'asc' }, { slug: 'asc' }] });
  const seats = await tx.seat.findMany({ where: { councilId }, include: { tenures: { include: { person: true } } } });
  const byBody = groups(seats, (one) => one.bodySlug);
  return bodies.map(({ slug, name, kind, parentSlug, leadLabel }) => {
    const here = byBody.get(slug) ?? [];
    const held = (role: string) =>
      Object.fromEntries(
        here
          .filter((seat) => seat.role === role && seat.code !== null)
          .map((seat) => [
            names.get(seat.code ?? '') ?? '',
            seat.tenures.map((one) => ({ person: one.person.slug, ...span(one), deputy: one.deputy })),
          ]),
      );
    const leads = here.filter((seat) => seat.role === 'lead').flatMap((seat) => seat.tenures);
    return {
      slug,
      name,
      kind,
      ...(parentSlug !== null && { parent: parentSlug }),
      ...(leadLabel !== null && { leadLabel }),
      lead: leads.map((one) => ({
        municipality: names.get(one.code) ?? one.code,
        person: one.person.slug,
        ...span(one),
      })),
      members: held('member'),
      information: held('information'),
      adviser: held('adviser'),
    };
  });
}
