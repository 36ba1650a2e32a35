/**
 * Calendars that people subscribe to. The token stands in the address alone: it is told once and kept as a hash, so that
 * nobody who reads the database can subscribe.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/day.ts';
import { toDate } from '../moments.ts';
import type { Scoped } from '../scope.ts';

export interface Feeds {
  /** Opens a feed in place of the person's earlier one of the same scope, and gives its token. */
  open(feed: FeedScope & { readonly person: number }, at: Instant): Promise<{ token: string; renewed: boolean }>;
  /** Ends the person's feeds, of this scope or all; how many there were. */
  revoke(person: number, of: FeedScope | undefined, at: Instant): Promise<number>;
}

export type FeedScope =
  | { readonly scope: 'person' | 'council'; readonly body: undefined }
  | { readonly scope: 'body'; readonly body: string };

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function feeds(db: Scoped, councilId: string): Feeds {
  async function revoke(person: number, of: FeedScope | undefined, at: Instant): Promise<number> {
    const scope = of && { scope: of.scope, bodySlug: of.body ?? null };
    const { count } = await db.feed.updateMany({
      where: { personId: person, revokedAt: null, ...scope },
      data: { revokedAt: toDate(at) },
    });
    return count;
  }

  return {
    revoke,
    async open({ person, ...of }, at) {
      const renewed = (await revoke(person, of, at)) > 0;
      const token = randomBytes(24).toString('base64url');
      const { scope, body } = of;
      await db.feed.create({
        data: {
          councilId,
          tokenHash: hashOfToken(token),
          personId: person,
          scope,
          bodySlug: body ?? null,
          at: toDate(at),
        },
      });
      return { token, renewed };
    },
  };
}
