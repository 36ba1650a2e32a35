/** What an outage kept from being told: the days on which a digest was due and was passed over, as the ledger has it. */
import { type Day, dayAt, instantAt, type Minute, minuteAt } from '../domain/day.ts';
import { toDate, toDay, toInstant } from './moments.ts';
import type { Prisma } from './prisma/client.ts';

export interface PassedOver {
  readonly days: ReadonlySet<Day>;
  /** Whether the person's digest of such a day came all the same: it broke off when some had theirs. */
  heard(person: number, day: Day): boolean;
}

export const NONE_PASSED_OVER: PassedOver = { days: new Set(), heard: () => false };

/** Of the job that was due at this time of day, since then. */
export async function passedOver(
  db: Pick<Prisma.TransactionClient, 'occurrence' | 'toldDigest'>,
  job: string,
  at: Minute,
  since: Day,
): Promise<PassedOver> {
  const rows = await db.occurrence.findMany({
    where: { job, state: 'skipped', dueAt: { gte: toDate(instantAt(since)) } },
    orderBy: { dueAt: 'asc' },
  });
  const found = rows.map(({ dueAt, planned }) => ({ due: toInstant(dueAt), planned }));
  const skipped = found.filter(({ due }) => minuteAt(due) === at);
  const begun = skipped.filter(({ planned }) => planned > 0).map(({ due }) => dayAt(due));
  const told =
    begun.length === 0
      ? []
      : await db.toldDigest.findMany({
          where: { day: { in: begun } },
          select: { personId: true, day: true },
        });
  const heard = new Set(told.map(({ personId, day }) => `${personId} ${toDay(day)}`));
  return {
    days: new Set(skipped.map(({ due }) => dayAt(due))),
    heard: (person, day) => heard.has(`${person} ${day}`),
  };
}
