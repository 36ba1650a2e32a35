/**
 * What is remembered, in words of the domain. Two doors: `council(id)` for everything of one council, and the small,
 * named `across` for what has no council yet (identity, the outbox, the ledger).
 *
 * An act is one transaction: what it changed, its audit entry, what was answered, and what is to be sent are committed
 * together or not at all. It has no effect outside, so a conflict with another act reruns it once.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Instant } from '../domain/day.ts';
import { abreast, type Together } from './abreast.ts';
import { type Across, across, type HandledActs, handledActs } from './across.ts';
import { type CameBack, comeBack, type LetterOf } from './comeBack.ts';
import { type Adoptions, adoptions } from './council/adoptions.ts';
import { type Agendas, agendas } from './council/agendas.ts';
import { type Approvals, approvals } from './council/approvals.ts';
import { type Audit, audit } from './council/audit.ts';
import { type Bases, bases } from './council/bases.ts';
import { type Channels, channels } from './council/channels.ts';
import { type Charts, charts } from './council/chart.ts';
import { type Circulations, circulations } from './council/circulations.ts';
import { type Decisions, decisions } from './council/decisions.ts';
import { type Digests, digests } from './council/digests.ts';
import { type Exporting, exporting } from './council/exporting.ts';
import { type Feeds, feeds } from './council/feeds.ts';
import { type Fits, fits } from './council/fit.ts';
import { type Handovers, handovers } from './council/handovers.ts';
import { type Importing, importing } from './council/importing.ts';
import { type ItemImports, itemImports } from './council/itemImports.ts';
import { type Items, items } from './council/items.ts';
import { type Joinings, joinings } from './council/joinings.ts';
import { type Links, links } from './council/links.ts';
import { type Meetings, meetings } from './council/meetings.ts';
import { type MeetingMinutes, meetingMinutes } from './council/minutes.ts';
import { type Notes, notes } from './council/notes.ts';
import { type OfficeApprovals, officeApprovals } from './council/officeApprovals.ts';
import { type Papers, papers } from './council/papers.ts';
import { type Plans, plans } from './council/plans.ts';
import { type Polls, polls } from './council/polls.ts';
import { type PersonalSettings, personalSettings } from './council/preferences.ts';
import { type Publications, publications } from './council/publications.ts';
import { type Questions, questions } from './council/questions.ts';
import { type Requirements, requirements } from './council/requirements.ts';
import { type Rotations, rotations } from './council/rotations.ts';
import { type Seats, seats } from './council/seats.ts';
import { type SheetProfiles, sheetProfiles } from './council/sheetProfiles.ts';
import { type Syncs, syncs } from './council/syncs.ts';
import { type Health, health } from './health.ts';
import { Prisma, PrismaClient } from './prisma/client.ts';
import { type Scoped, scoped, scopedClient } from './scope.ts';
import { dismiss, retry, type Undelivered, undelivered } from './undelivered.ts';

export interface CouncilStore extends Charts {
  readonly id: string;
  readonly seats: Seats;
  readonly rotations: Rotations;
  readonly rosters: Publications;
  readonly joinings: Joinings;
  readonly adoptions: Adoptions;
  readonly requirements: Requirements;
  readonly importing: Importing;
  readonly exporting: Exporting;
  readonly sheetProfiles: SheetProfiles;
  readonly questions: Questions;
  readonly bases: Bases;
  readonly decisions: Decisions;
  readonly approvals: Approvals;
  readonly fits: Fits;
  readonly circulations: Circulations;
  readonly officeApprovals: OfficeApprovals;
  readonly meetings: Meetings;
  readonly notes: Notes;
  readonly minutes: MeetingMinutes;
  readonly agendas: Agendas;
  readonly papers: Papers;
  readonly polls: Polls;
  readonly feeds: Feeds;
  readonly items: Items;
  readonly itemImports: ItemImports;
  readonly digests: Digests;
  readonly channels: Channels;
  readonly personalSettings: PersonalSettings;
  readonly links: Links;
  readonly plans: Plans;
  readonly handovers: Handovers;
  readonly syncs: Syncs;
  readonly audit: Audit;
  /** What could not be delivered, newest first. */
  undelivered(): Promise<Undelivered[]>;
  /** Sends these of them again, or all; gives how many. */
  retry(ids: readonly bigint[] | undefined, at: Instant): Promise<number>;
  /** Takes these off the list; gives how many. */
  dismiss(ids: readonly bigint[]): Promise<number>;
  /** A letter was not delivered after all; false where that was known. */
  comeBack(sent: LetterOf, how: CameBack, at: Instant): Promise<boolean>;
  /** The clock's jobs, and what waits to be sent. */
  health(now: Instant): Promise<Health>;
}

/** The store outside of an act: of a person who asks it also looks into their other councils. */
export interface ReadingStore extends CouncilStore {
  /** All councils of the person, in their order. */
  councilsOf(person: number): Promise<{ readonly name: string; readonly store: CouncilStore }[]>;
  readonly passedOver: Across['passedOver'];
}

/** The store inside an act: everything in it is one transaction. */
export interface ActingStore extends CouncilStore {
  readonly handled: HandledActs;
  /** Makes acts of the same person wait for one another, so that a double click meets what the first one did. */
  oneAtATime(person: number): Promise<void>;
  readonly tx: Prisma.TransactionClient;
}

export interface Store {
  readonly across: Across;
  council(id: string): ReadingStore;
  /** These councils, to be read side by side: what they ask alike at the same moment is asked once. */
  abreast(ids: readonly string[]): CouncilStore[];
  act<Result>(councilId: string, run: (store: ActingStore) => Promise<Result>): Promise<Result>;
  readonly client: PrismaClient;
  close(): Promise<void>;
}

export function openStore(pool: pg.Pool): Store {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    // Longer than an import holds the embedded database; a server that is away is noticed sooner, by its connection.
    transactionOptions: { maxWait: 8_000, timeout: 30_000 },
  });
  const clients = new Map<string, ReturnType<typeof scopedClient>>();
  const clientOf = (id: string) => {
    const known = clients.get(id) ?? scopedClient(client, id);
    clients.set(id, known);
    return known;
  };
  const council = (tx: Prisma.TransactionClient, id: string, together?: Together) =>
    councilStore(scoped(tx, id, together), tx, id);

  async function once<Result>(id: string, run: (store: ActingStore) => Promise<Result>): Promise<Result> {
    return clientOf(id).$transaction((extended) => {
      // The extension changes arguments, not types.
      const tx = extended as unknown as Prisma.TransactionClient;
      return run({
        ...council(tx, id),
        handled: handledActs(tx),
        async oneAtATime(person) {
          await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707370, ${person}::int)`;
        },
        tx,
      });
    });
  }

  const all = across(client);
  const reading = (id: string) => council(clientOf(id) as unknown as Prisma.TransactionClient, id);

  return {
    across: all,
    council: (id) => ({
      ...reading(id),
      passedOver: all.passedOver,
      async councilsOf(person) {
        return (await all.councilsOf(person)).map((one) => ({ name: one.name, store: reading(one.id) }));
      },
    }),
    abreast(ids) {
      const together = abreast(client);
      const clientFor = (id: string) => scopedClient(client, id, together) as unknown as Prisma.TransactionClient;
      return ids.map((id) => council(clientFor(id), id, together));
    },
    async act(id, run) {
      try {
        return await once(id, run);
      } catch (fault) {
        if (isConflict(fault)) return once(id, run);
        throw fault;
      }
    },
    client,
    close: () => client.$disconnect(),
  };
}

const councilStore = (db: Scoped, tx: Prisma.TransactionClient, id: string): CouncilStore => ({
  id,
  ...charts(db),
  seats: seats(db, id),
  rotations: rotations(db, id),
  rosters: publications(db, id),
  joinings: joinings(db, id),
  adoptions: adoptions(db, id),
  requirements: requirements(db),
  importing: importing(db, id),
  exporting: exporting(db),
  sheetProfiles: sheetProfiles(db, id),
  questions: questions(db, id),
  bases: bases(db, id),
  decisions: decisions(db, id),
  approvals: approvals(db, id),
  fits: fits(db),
  circulations: circulations(db, id, decisions(db, id)),
  notes: notes(db, id),
  minutes: meetingMinutes(db, id, decisions(db, id)),
  meetings: meetings(db, id, agendas(db, id)),
  agendas: agendas(db, id),
  officeApprovals: officeApprovals(db, id),
  papers: papers(db, id),
  polls: polls(db, id),
  feeds: feeds(db, id),
  items: items(db, id),
  itemImports: itemImports(db, id),
  digests: digests(db),
  channels: channels(db, id),
  personalSettings: personalSettings(db),
  links: links(db, id),
  plans: plans(db, id),
  handovers: handovers(db, id),
  syncs: syncs(db, id),
  audit: audit(db, id),
  undelivered: () => undelivered(db),
  retry: (ids, at) => retry(tx, id, ids, at),
  dismiss: (ids) => dismiss(tx, id, ids),
  comeBack: (sent, failed, at) => comeBack(tx, id, sent, failed, at),
  health: (now) => health(tx, id, now),
});

/** PostgreSQL: unique violation, serialization failure, deadlock. */
const CONFLICTS: readonly unknown[] = ['23505', '40001', '40P01'];

/** Whether another act was first; in SQL of our own Prisma tells it by PostgreSQL's code alone. */
function isConflict(fault: unknown): boolean {
  if (!(fault instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (fault.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return CONFLICTS.includes(driverAdapterError?.cause?.originalCode);
}
