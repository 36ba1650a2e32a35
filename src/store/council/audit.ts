/** The audit: who did what, in which seat, with the words as typed. Append only. */
import type { Instant } from '../../domain/day.ts';
import { toDate } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface AuditEntry {
  readonly at: Instant;
  /** Undefined where the clock or the command line acted. */
  readonly by: { readonly person: number; readonly seat: string; readonly municipality: string } | undefined;
  readonly onBehalf: boolean;
  /** As the chair's acting holder (職務代理者). */
  readonly acting?: boolean;
  /** `req decide` */
  readonly act: string;
  readonly line: string;
  /** `requirement:1234`, `meeting:12` */
  readonly subjects: readonly string[];
}

export interface Audit {
  /** Writes the entry; gives its number. */
  write(entry: AuditEntry): Promise<number>;
  /** Whether since this entry the person acted again, or anyone on one of its subjects. */
  actedSince(entry: number, person: number): Promise<boolean>;
}

export function audit(db: Scoped, councilId: string): Audit {
  return {
    async write({ at, by, onBehalf, acting = false, act, line, subjects }) {
      const row = await db.auditEntry.create({
        data: {
          councilId,
          at: toDate(at),
          personId: by?.person ?? null,
          seatId: by?.seat ?? null,
          code: by?.municipality ?? null,
          onBehalf,
          acting,
          act,
          line,
          subjects: [...subjects],
        },
      });
      return row.id;
    },

    async actedSince(entry, person) {
      const then = await db.auditEntry.findFirst({ where: { id: entry } });
      const since = await db.auditEntry.findFirst({
        where: { id: { gt: entry }, OR: [{ personId: person }, { subjects: { hasSome: then?.subjects ?? [] } }] },
      });
      return since !== null;
    },
  };
}
