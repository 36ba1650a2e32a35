/** The council's chart and its seats, as they are remembered. */
import { type Setting, settingKeys } from '../../council/shape.ts';
import {
  type Body,
  type BodyKind,
  type Chart,
  isOn,
  type Seat,
  type SeatRole,
  type Tenure,
} from '../../domain/council.ts';
import { type Day, parseDay } from '../../domain/day.ts';
import { mayKnow, type Onlooker, seenBy } from '../../domain/publication.ts';
import type { Agreement, Quorum, Rule } from '../../domain/rule.ts';
import type { OfCouncil } from '../abreast.ts';
import { optional, toDay } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { goneBy, municipalitiesOf } from './joinings.ts';
import { publicationsOf } from './publications.ts';
import { membershipsOf, turnsOf } from './rotations.ts';

export interface Charts {
  /** The council's own name and language. */
  council(): Promise<CouncilName>;
  /** The kind of each municipality is that of the day; without one, what it began as. */
  chart(on?: Day): Promise<Chart>;
  /** The tenures of these people that hold on the day, seat by seat. */
  tenuresOf(persons: readonly number[], on: Day): Promise<Tenure[]>;
  /** All tenures that begin on a day of this span, both days included, seat by seat. */
  tenuresBegun(from: Day, until: Day): Promise<Tenure[]>;
  /**
   * All tenures that hold on the day, seat by seat. Of a day to come it gives what the onlooker may know: of a municipality
   * that has not published that year none, and within the year whoever holds while a change is not published.
   */
  tenuresOn(on: Day, onlooker?: Onlooker): Promise<Tenure[]>;
  /** The municipalities of whose council members one is there on the day: in a tenure, and not on leave. */
  presentAtCouncil(on: Day): Promise<ReadonlySet<string>>;
  /** The seats of a body, vacant ones too. */
  seatsOf(body: string): Promise<Seat[]>;
  seat(id: string): Promise<Seat | undefined>;
  /** Everyone of this council, those without a seat too. */
  people(): Promise<number[]>;
  /** Names by person; people of this council alone. */
  names(persons: readonly number[]): Promise<Map<number, string>>;
  /** Mail addresses by person; of those who have one, people of this council alone. */
  mails(persons: readonly number[]): Promise<Map<number, string>>;
  /** The person of this council whose Slack account it is on the day. */
  personOf(teamId: string, userId: string, on: Day): Promise<number | undefined>;
  /** The vendors and the rounds of their answers, in order. */
  sources(): Promise<{ vendors: SourceName[]; rounds: SourceName[] }>;
  /** The value of a setting on the day: of the body, else of the whole council. */
  setting(key: string, on: Day, body?: string): Promise<unknown>;
  /** The settings that hold on the day, each the last of its key and body, in the order of the council's file. */
  settingsOn(on: Day): Promise<SettingOn[]>;
  /** How the body agrees, on the day. */
  rule(body: Body, on: Day): Promise<Rule>;
  /** Days on which this council's offices are closed besides everyone's. */
  closedDays(on: Day): Promise<ReadonlySet<Day>>;
}

export interface SourceName {
  readonly slug: string;
  readonly name: string;
}

export interface SettingOn {
  readonly key: Setting['key'];
  /** A body's slug; undefined: of the whole council. */
  readonly scope: string | undefined;
  readonly value: unknown;
  readonly from: Day;
  readonly basis: string | undefined;
}

export interface CouncilName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly language: 'ja' | 'en';
}

/** What a setting's key ends with, by the kind of body. */
const KINDS: Readonly<Record<BodyKind, string>> = {
  council: 'Council',
  projectTeam: 'ProjectTeam',
  subcommittee: 'Subcommittee',
  workingGroup: 'WorkingGroup',
};

export function charts(db: Scoped): Charts {
  async function setting(key: string, on: Day, body?: string): Promise<unknown> {
    return (await written(key, on, body))?.value;
  }

  async function written(key: string, on: Day, body?: string) {
    const found = await db.setting.findMany({
      where: { key, from: { lte: on }, scope: { in: body === undefined ? [''] : ['', body] } },
      orderBy: [{ scope: 'desc' }, { from: 'desc' }],
    });
    return found[0];
  }

  /** Who sits for a municipality sits until it leaves; when it comes again others are named. */
  async function holding<Row extends { code: string; from: string }>(found: Promise<Row[]>, on: Day): Promise<Row[]> {
    const [rows, gone] = await Promise.all([found, goneBy(db, on)]);
    return rows.filter((one) => !gone.some(({ code, from }) => code === one.code && one.from < from));
  }

  return {
    async rule({ slug, kind }, on) {
      const [agreement, quorum] = await Promise.all([
        written(`agreement${KINDS[kind]}`, on, slug),
        written(`quorum${KINDS[kind]}`, on, slug),
      ]);
      return {
        agreement: (agreement?.value ?? 'all') as Agreement,
        quorum: (quorum?.value ?? (kind === 'council' ? 'twoThirds' : 'half')) as Quorum,
        basis: quorum?.basis ?? agreement?.basis ?? undefined,
      };
    },

    async council() {
      const { id, name, shortName, language } = await db.council.findFirstOrThrow();
      return { id, name, shortName, language: language === 'en' ? 'en' : 'ja' };
    },

    async chart(on) {
      const [municipalities, order, bodies, systems] = await Promise.all([
        municipalitiesOf(db, on),
        turnsOf(db),
        db.body.findMany({ orderBy: { position: 'asc' } }),
        db.businessSystem.findMany({ orderBy: { position: 'asc' } }),
      ]);
      return {
        municipalities,
        bodies: bodies.map((one) => ({
          slug: one.slug,
          kind: one.kind as BodyKind,
          name: one.name,
          parent: one.parentSlug ?? undefined,
          leadLabel: one.leadLabel ?? undefined,
        })),
        systems: systems.map((one) => ({
          slug: one.slug,
          no: one.no ?? undefined,
          name: one.name,
          body: one.bodySlug,
          aliases: one.aliases,
        })),
        rotation: { ...order, memberships: membershipsOf(municipalities) },
      };
    },

    async tenuresOf(persons, on) {
      const where = { personId: { in: [...persons] }, ...holdingOn(on) };
      const found = await holding(db.tenure.findMany({ where, include: { seat: true }, orderBy: bySeat }), on);
      return found.map(toTenure);
    },

    async tenuresOn(on, onlooker) {
      const ahead = onlooker !== undefined && on > onlooker.today;
      // Who makes room for a name to come holds on, for whoever may not know it.
      const since = ahead ? onlooker.today : on;
      const all = db.own<SeatedRow>(
        (councils) => Prisma.sql`
          SELECT t.council_id AS "councilId", t.person_id AS "personId", t.code, t."from", t.until, t.deputy,
            s.id, s.body_slug AS "bodySlug", s.code AS "seatCode", s.role
          FROM tenure t JOIN seat s ON s.council_id = t.council_id AND s.id = t.seat_id
          WHERE t.council_id = ANY(${councils}) AND t."from" <= ${on} AND (t.until IS NULL OR t.until >= ${since})
          ORDER BY t.seat_id, t.deputy, t."from", t.person_id`,
      );
      const tenures = (await holding(all, on)).map((one) => toTenure({ ...one, seat: { ...one, code: one.seatCode } }));
      if (!ahead) return tenures;
      const published = await publicationsOf(db);
      return seenBy(tenures, published, onlooker).filter(
        (one) => isOn(one, on) && mayKnow(published, one.municipality, on, onlooker),
      );
    },

    async presentAtCouncil(on) {
      const there = db.own<{ councilId: string; code: string; from: string }>(
        (councils) => Prisma.sql`
          SELECT t.council_id AS "councilId", t.code, t."from"
          FROM tenure t JOIN seat s ON s.council_id = t.council_id AND s.id = t.seat_id AND s.role = 'member'
            JOIN body b ON b.council_id = s.council_id AND b.slug = s.body_slug AND b.kind = 'council'
          WHERE t.council_id = ANY(${councils}) AND t."from" <= ${on} AND (t.until IS NULL OR t.until >= ${on})
            AND NOT EXISTS (SELECT 1 FROM person_setting p
              WHERE p.council_id = t.council_id AND p.person_id = t.person_id
                AND p.leave_from <= ${on} AND (p.leave_until IS NULL OR p.leave_until >= ${on}))`,
      );
      return new Set((await holding(there, on)).map((one) => one.code));
    },

    async tenuresBegun(from, until) {
      const found = await db.tenure.findMany({
        where: { from: { gte: from, lte: until } },
        include: { seat: true },
        orderBy: bySeat,
      });
      return found.map(toTenure);
    },

    async seatsOf(body) {
      const found = await db.seat.findMany({ where: { bodySlug: body }, orderBy: { id: 'asc' } });
      return found.map(toSeat);
    },

    async seat(id) {
      const found = await db.seat.findFirst({ where: { id } });
      return found ? toSeat(found) : undefined;
    },

    async people() {
      const found = await db.councilPerson.findMany({ select: { personId: true } });
      return found.map((one) => one.personId);
    },

    async names(persons) {
      const found = await db.councilPerson.findMany({
        where: { personId: { in: [...persons] } },
        include: { person: true },
      });
      return new Map(found.map((one) => [one.personId, one.person.name]));
    },

    async mails(persons) {
      const found = await db.councilPerson.findMany({
        where: { personId: { in: [...persons] }, person: { email: { not: null } } },
        include: { person: true },
      });
      return new Map(found.map((one) => [one.personId, one.person.email ?? '']));
    },

    async personOf(teamId, userId, on) {
      const found = await db.councilPerson.findFirst({
        where: { person: { accounts: { some: { teamId, userId, ...holdingOn(on) } } } },
      });
      return found?.personId;
    },

    async sources() {
      const [vendors, rounds] = await Promise.all([
        db.vendor.findMany({ orderBy: { position: 'asc' } }),
        db.round.findMany({ orderBy: { position: 'asc' } }),
      ]);
      const name = ({ slug, name: called }: SourceName) => ({ slug, name: called });
      return { vendors: vendors.map(name), rounds: rounds.map(name) };
    },

    setting,

    async settingsOn(on) {
      const found = await db.setting.findMany({ where: { from: { lte: on } }, orderBy: { from: 'asc' } });
      const last = new Map(found.map((one) => [`${one.scope} ${one.key}`, one]));
      const ordered = [...last.values()].toSorted((a, b) => settingKeys.indexOf(a.key) - settingKeys.indexOf(b.key));
      return ordered.map(({ key, scope, value, from, basis }) => ({
        key: key as Setting['key'],
        scope: scope || undefined,
        value,
        from: toDay(from),
        basis: basis ?? undefined,
      }));
    },

    async closedDays(on) {
      const listed = await setting('closedDays', on);
      const days = Array.isArray(listed) ? listed.map((one) => parseDay(String(one))) : [];
      return new Set(days.filter((one) => one !== undefined));
    },
  };
}

/** Holders before deputies, those who came first before others. */
const bySeat = [
  { seatId: 'asc' as const },
  { deputy: 'asc' as const },
  { from: 'asc' as const },
  { personId: 'asc' as const },
];

const holdingOn = (on: Day) => ({ from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] });

interface SeatRow {
  id: string;
  bodySlug: string;
  code: string | null;
  role: string;
}

type SeatedRow = OfCouncil & Parameters<typeof toTenure>[0] & SeatRow & { readonly seatCode: string | null };

export const toSeat = (row: SeatRow): Seat => ({
  id: row.id,
  body: row.bodySlug,
  municipality: row.code ?? undefined,
  role: row.role as SeatRole,
});

export const toTenure = (row: {
  seat: SeatRow;
  personId: number;
  code: string;
  from: string;
  until: string | null;
  deputy: boolean;
}): Tenure => ({
  seat: toSeat(row.seat),
  person: row.personId,
  municipality: row.code,
  from: toDay(row.from),
  until: optional(row.until, toDay),
  deputy: row.deputy,
});
