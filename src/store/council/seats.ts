/** The roster as it is kept: every tenure that ever was, and its changes as batches that can be taken back as a whole. */
import type { Seat, SeatRole, Tenure } from '../../domain/council.ts';
import { addDays, type Day, type Instant } from '../../domain/day.ts';
import type { RosterLine, SectionLine } from '../../domain/roster.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { toSeat, toTenure } from './chart.ts';
import { takeNumbers } from './numbers.ts';

export interface Seats {
  /** All seats, body by body, municipalities in code order. */
  all(): Promise<Seat[]>;
  /** All tenures that ever were and are to come, of these seats or of all. */
  tenures(seats?: readonly string[]): Promise<Tenure[]>;
  sections(): Promise<Section[]>;
  /** Everyone whom the council knows. */
  known(): Promise<KnownPerson[]>;
  /** Somebody new. */
  register(person: NewPerson): Promise<number>;
  /**
   * Gives somebody a Slack account from a day on; whose it was in this council has it until the day before. False where it
   * is somebody's whom this council does not know.
   */
  giveAccount(person: number, account: Account): Promise<boolean>;
  /** Makes changes of the roster wait for one another. */
  lock(): Promise<void>;
  /** Writes the change; gives its number. */
  change(change: NewChange): Promise<number>;
  byId(id: number): Promise<RosterChange | undefined>;
  /** The last change of this person that was not taken back. */
  lastBy(person: number): Promise<RosterChange | undefined>;
  /** Takes the change back, unless something stands otherwise than it left it. */
  undo(change: RosterChange, by: { readonly at: Instant; readonly person: number | undefined }): Promise<boolean>;
}

export interface Section {
  readonly seat: string;
  readonly from: Day;
  readonly name: string;
}

export interface KnownPerson {
  readonly person: number;
  readonly name: string;
  readonly kana: string | undefined;
  readonly email: string | undefined;
  readonly accounts: readonly string[];
}

export interface NewPerson {
  readonly name: string;
  readonly kana: string | undefined;
  readonly email: string | undefined;
}

export interface Account {
  readonly team: string;
  readonly user: string;
  readonly from: Day;
}

export interface NewChange {
  readonly kind: 'assign' | 'vacate' | 'section' | 'import' | 'rollback';
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string } | undefined;
  /** The municipality whose seats are changed; undefined: of several. */
  readonly code: string | undefined;
  readonly lines: readonly RosterLine[];
  readonly sections: readonly SectionLine[];
}

export interface RosterChange extends NewChange {
  readonly id: number;
  readonly undoneAt: Instant | undefined;
}

export function seats(db: Scoped, councilId: string): Seats {
  const first = async (where: Prisma.RosterChangeWhereInput): Promise<RosterChange | undefined> => {
    const row = await db.rosterChange.findFirst({ where, orderBy: { id: 'desc' } });
    return row ? toChange(row) : undefined;
  };

  async function write(lines: readonly RosterLine[], sections: readonly SectionLine[]): Promise<void> {
    for (const { seat, person, from, after } of lines) {
      const key = { councilId, seatId: seat, personId: person, from };
      const held = after && { until: after.until ?? null, deputy: after.deputy, code: after.code };
      if (!held) await db.tenure.deleteMany({ where: key });
      else
        await db.tenure.upsert({
          where: { councilId_seatId_personId_from: key },
          create: { ...key, ...held },
          update: held,
        });
    }
    for (const { seat, from, after } of sections) {
      const key = { councilId, seatId: seat, from };
      if (after === undefined) await db.seatSection.deleteMany({ where: key });
      else
        await db.seatSection.upsert({
          where: { councilId_seatId_from: key },
          create: { ...key, name: after },
          update: { name: after },
        });
    }
  }

  async function stands({ lines, sections }: RosterChange): Promise<boolean> {
    const [tenures, named] = await Promise.all([
      db.tenure.findMany({ where: { seatId: { in: [...new Set(lines.map((one) => one.seat))] } } }),
      db.seatSection.findMany({ where: { seatId: { in: [...new Set(sections.map((one) => one.seat))] } } }),
    ]);
    const tenuresStand = lines.every(({ seat, person, from, after }) => {
      const row = tenures.find((one) => one.seatId === seat && one.personId === person && one.from === from);
      if (!row || !after) return !row && !after;
      return (row.until ?? undefined) === after.until && row.deputy === after.deputy && row.code === after.code;
    });
    return (
      tenuresStand &&
      sections.every(
        ({ seat, from, after }) => named.find((one) => one.seatId === seat && one.from === from)?.name === after,
      )
    );
  }

  return {
    async all() {
      const found = await db.seat.findMany({ include: { body: true } });
      const order = (one: (typeof found)[number]): string =>
        [String(one.body.position).padStart(4, '0'), ROLES.indexOf(one.role as SeatRole), one.code ?? ''].join(' ');
      return found.toSorted((a, b) => order(a).localeCompare(order(b))).map(toSeat);
    },

    async tenures(of) {
      const found = await db.tenure.findMany({
        ...(of && { where: { seatId: { in: [...of] } } }),
        include: { seat: true },
        orderBy: [{ seatId: 'asc' }, { deputy: 'asc' }, { from: 'asc' }, { personId: 'asc' }],
      });
      return found.map(toTenure);
    },

    async sections() {
      const found = await db.seatSection.findMany({ orderBy: [{ seatId: 'asc' }, { from: 'asc' }] });
      return found.map(({ seatId, from, name }) => ({ seat: seatId, from: toDay(from), name }));
    },

    async known() {
      const found = await db.councilPerson.findMany({
        include: { person: { include: { accounts: true } } },
        orderBy: { personId: 'asc' },
      });
      return found.map(({ personId, person }) => ({
        person: personId,
        name: person.name,
        kana: person.kana ?? undefined,
        email: person.email ?? undefined,
        accounts: person.accounts.map((one) => one.userId),
      }));
    },

    async register({ name, kana, email }) {
      const [made] = await db.rows<{ id: number }>(
        (council) => Prisma.sql`
          WITH made AS (
            INSERT INTO person (name, kana, email) VALUES (${name}, ${kana ?? null}, ${email ?? null}) RETURNING id)
          INSERT INTO council_person (council_id, slug, person_id)
          SELECT ${council}, 'person-' || id, id FROM made RETURNING person_id AS id`,
      );
      if (!made) throw new Error('a person was not made');
      return made.id;
    },

    async giveAccount(person, { team, user, from }) {
      const [foreign] = await db.rows<{ person: number }>(
        (council) => Prisma.sql`
          SELECT a.person_id AS person FROM slack_account a
          WHERE a.team_id = ${team} AND a.user_id = ${user} AND a.person_id <> ${person}
            AND (a.until IS NULL OR a.until >= ${from})
            AND NOT EXISTS (SELECT FROM council_person c WHERE c.council_id = ${council} AND c.person_id = a.person_id)`,
      );
      if (foreign) return false;
      await db.run(
        (council) => Prisma.sql`
          UPDATE slack_account SET until = ${addDays(from, -1)}
          WHERE team_id = ${team} AND user_id = ${user} AND person_id <> ${person} AND "from" < ${from}
            AND (until IS NULL OR until >= ${from})
            AND person_id IN (SELECT person_id FROM council_person WHERE council_id = ${council})`,
      );
      await db.run(
        (council) => Prisma.sql`
          INSERT INTO slack_account (team_id, user_id, "from", person_id)
          SELECT ${team}, ${user}, ${from}, person_id FROM council_person
          WHERE council_id = ${council} AND person_id = ${person} AND NOT EXISTS (
            SELECT FROM slack_account WHERE team_id = ${team} AND user_id = ${user} AND person_id = ${person}
              AND (until IS NULL OR until >= ${from}))
          ON CONFLICT (team_id, user_id, "from") DO UPDATE SET person_id = excluded.person_id`,
      );
      return true;
    },

    async lock() {
      await db.rows((council) => Prisma.sql`SELECT id FROM council WHERE id = ${council} FOR UPDATE`);
    },

    async change({ kind, at, by, code, lines, sections }) {
      const id = await takeNumbers(db, 'roster');
      await write(lines, sections);
      await db.rosterChange.create({
        data: {
          councilId,
          id,
          kind,
          at: toDate(at),
          personId: by?.person ?? null,
          seatId: by?.seat ?? null,
          code: code ?? null,
          lines: { lines, sections } as unknown as Prisma.InputJsonValue,
        },
      });
      return id;
    },

    byId: (id) => first({ id }),
    lastBy: (person) => first({ personId: person, undoneAt: null }),

    async undo(change, { at, person }) {
      if (!(await stands(change))) return false;
      await write(change.lines.map(turned), change.sections.map(turned));
      await db.rosterChange.updateMany({
        where: { id: change.id },
        data: { undoneAt: toDate(at), undoneBy: person ?? null },
      });
      return true;
    },
  };
}

const ROLES: readonly SeatRole[] = ['lead', 'member', 'information', 'adviser'];

const turned = <Line extends { readonly before: unknown; readonly after: unknown }>(line: Line): Line => ({
  ...line,
  before: line.after,
  after: line.before,
});

const toChange = (row: Prisma.RosterChangeGetPayload<object>): RosterChange => {
  const kept = row.lines as unknown as Pick<NewChange, 'lines' | 'sections'>;
  return {
    id: row.id,
    kind: row.kind as NewChange['kind'],
    at: toInstant(row.at),
    by: row.personId === null ? undefined : { person: row.personId, seat: row.seatId ?? '' },
    code: row.code ?? undefined,
    lines: kept.lines,
    sections: kept.sections,
    undoneAt: optional(row.undoneAt, toInstant),
  };
};
