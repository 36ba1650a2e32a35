/** prisma/migrations make exactly what prisma/schema.prisma says. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../src/projectFolder.ts';
import { migrationsFolder } from '../../support/database.ts';
import { missingMigration } from '../../support/schemaEngine.ts';

test('no migration is missing (if one is: npm run migration NAME)', { timeout: 60_000 }, async () => {
  expect(await missingMigration(join(projectFolder, 'prisma', 'schema.prisma'), migrationsFolder)).toBeUndefined();
});
