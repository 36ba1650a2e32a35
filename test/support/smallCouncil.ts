/** A council just large enough to post to: a few bodies with their channels, a few people with their accounts. */
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/store/prisma/client.ts';
import type { TestDatabase } from './database.ts';

type PrismaPgOptions = ConstructorParameters<typeof PrismaPg>[1];

export const COUNCIL = 'ibaraki';
export const TEAM = 'T1';

/** People of the council by their number, with their account in the team. */
export const SATO = { person: 1, userId: 'USATO' } as const;
/** Reads English. */
export const SMITH = { person: 2, userId: 'USMITH' } as const;
/** Has no account. */
export const MORI = { person: 3 } as const;

/**
 * Bodies: `kaigo` (channel CKAIGO), `nenkin` (CNENKIN, and CNENKENPO where the prefecture reads), `zei` (CZEIKEN, where the
 * prefecture reads), `shotoku` (no channel).
 */
export async function smallCouncil(
  database: Pick<TestDatabase, 'pool'>,
  options?: PrismaPgOptions,
): Promise<PrismaClient> {
  await database.pool.query(`
    INSERT INTO council (id, name, short_name, rotation_from) VALUES ('ibaraki', '茨城協議会', '茨城', 2016), ('tochigi', '栃木協議会', '栃木', 2020);
    INSERT INTO municipality (council_id, code, name, kind, "from") VALUES ('ibaraki', '082252', '常陸大宮市', 'member', '2016-04-01');
    INSERT INTO rotation_turn (council_id, position, code) VALUES ('ibaraki', 1, '082252');
    INSERT INTO body (council_id, slug, kind, name, position) VALUES
      ('ibaraki', 'kaigo', 'workingGroup', '介護保険WG', 1), ('ibaraki', 'nenkin', 'workingGroup', '国民年金WG', 2),
      ('ibaraki', 'zei', 'workingGroup', '税WG', 3), ('ibaraki', 'shotoku', 'workingGroup', '所得WG', 4);
    INSERT INTO channel_mapping (team_id, channel_id, council_id, body_slug, name, audience, mapped_at) VALUES
      ('T1', 'CKAIGO', 'ibaraki', 'kaigo', 'wg-介護', 'internal', now()),
      ('T1', 'CNENKIN', 'ibaraki', 'nenkin', 'wg-年金', 'internal', now()),
      ('T1', 'CNENKENPO', 'ibaraki', 'nenkin', 'wg-年金-県', 'prefecture', now()),
      ('T1', 'CZEIKEN', 'ibaraki', 'zei', 'wg-税-県', 'prefecture', now()),
      ('T1', 'CZEIGYO', 'ibaraki', 'zei', 'wg-税-業者', 'vendor', now());
    INSERT INTO person (id, name, language) VALUES (1, '佐藤 花子', 'ja'), (2, 'Smith', 'en'), (3, '森 一郎', 'ja');
    INSERT INTO council_person (council_id, slug, person_id) VALUES ('ibaraki', 'sato', 1), ('ibaraki', 'smith', 2), ('ibaraki', 'mori', 3);
    INSERT INTO slack_account (team_id, user_id, "from", until, person_id) VALUES
      ('T1', 'UOLD', '2025-04-01', '2026-03-31', 1), ('T1', 'USATO', '2026-04-01', NULL, 1), ('T1', 'USMITH', '2026-04-01', NULL, 2);
  `);
  return new PrismaClient({ adapter: new PrismaPg(database.pool, options) });
}
