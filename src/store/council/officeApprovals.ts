/** Each municipality's own approval (庁内決裁) of its answers to circulations, append only. */
import type { OfficeApproval } from '../../domain/officeApproval.ts';
import { optional, toDate, toDay, toInstant } from '../moments.ts';
import type { Scoped } from '../scope.ts';
import type { LastSaid } from './circulations.ts';
import { takeNumbers } from './numbers.ts';

export interface OfficeApprovals {
  /** What was said of these circulations, in the order in which it came. */
  of(circulations: readonly number[]): Promise<(OfficeApproval & { readonly circulation: number })[]>;
  record(circulation: number, approval: OfficeApproval): Promise<void>;
  /** What this person said last. */
  lastBy(person: number): Promise<LastSaid | undefined>;
}

export function officeApprovals(db: Scoped, councilId: string): OfficeApprovals {
  return {
    async of(circulations) {
      const rows = await db.officeApproval.findMany({
        where: { circulation: { in: [...circulations] } },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({
        circulation: row.circulation,
        municipality: row.code,
        state: row.state as OfficeApproval['state'],
        on: optional(row.on, toDay),
        at: toInstant(row.at),
        person: row.personId,
        seat: row.seatId,
        source: row.source ?? undefined,
      }));
    },

    async record(circulation, { municipality, state, on, at, person, seat, source }) {
      const id = await takeNumbers(db, 'officeApproval');
      await db.officeApproval.create({
        data: {
          ...{ councilId, id, circulation, code: municipality, state, on: on ?? null, at: toDate(at) },
          ...{ personId: person, seatId: seat, source: source ?? null },
        },
      });
    },

    async lastBy(person) {
      const row = await db.officeApproval.findFirst({
        where: { personId: person, state: { not: 'undo' } },
        orderBy: { id: 'desc' },
      });
      return row ? { number: row.circulation, municipality: row.code, at: toInstant(row.at) } : undefined;
    },
  };
}
