/** Which channel shows which body, to whom. A channel belongs to one council; its history is in the audit. */
import type { Audience } from '../../domain/audience.ts';
import type { Instant } from '../../domain/day.ts';
import { toDate } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';

export interface MappedChannel {
  readonly teamId: string;
  readonly channelId: string;
  readonly name: string;
  readonly body: string;
  readonly audience: Audience;
}

export interface Channels {
  all(): Promise<MappedChannel[]>;
  ofBody(body: string): Promise<MappedChannel[]>;
  at(teamId: string, channelId: string): Promise<MappedChannel | undefined>;
  /** False where the channel belongs to another council. */
  map(channel: MappedChannel, at: Instant): Promise<boolean>;
  unmap(teamId: string, channelId: string): Promise<void>;
}

export function channels(db: Scoped, councilId: string): Channels {
  const list = async (where: Prisma.ChannelMappingWhereInput) => {
    const found = await db.channelMapping.findMany({ where, orderBy: [{ bodySlug: 'asc' }, { name: 'asc' }] });
    return found.map(toChannel);
  };

  return {
    all: () => list({}),
    ofBody: (body) => list({ bodySlug: body }),
    at: async (teamId, channelId) => (await list({ teamId, channelId }))[0],

    async map({ teamId, channelId, name, body, audience }, at) {
      const mapped = await db.run(
        (council) => Prisma.sql`
          INSERT INTO channel_mapping (team_id, channel_id, council_id, body_slug, name, audience, mapped_at)
          VALUES (${teamId}, ${channelId}, ${council}, ${body}, ${name}, ${audience}, ${toDate(at)})
          ON CONFLICT (team_id, channel_id) DO UPDATE
          SET body_slug = excluded.body_slug, name = excluded.name, audience = excluded.audience, mapped_at = excluded.mapped_at
          WHERE channel_mapping.council_id = ${councilId}`,
      );
      return mapped > 0;
    },

    async unmap(teamId, channelId) {
      await db.channelMapping.deleteMany({ where: { teamId, channelId } });
    },
  };
}

const toChannel = (row: Prisma.ChannelMappingGetPayload<object>): MappedChannel => ({
  teamId: row.teamId,
  channelId: row.channelId,
  name: row.name,
  body: row.bodySlug,
  audience: row.audience as Audience,
});
