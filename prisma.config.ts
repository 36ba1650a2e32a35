/**
 * Prisma's command line. `generate`, `validate` and `format` need no schema engine, but would download it; any file that
 * exists in its place keeps them offline. `migrate` and `db` fetch the real one, or use the one that
 * PRISMA_SCHEMA_ENGINE_BINARY names.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

process.env.CHECKPOINT_DISABLE ??= '1'; // neither telemetry nor a look for updates
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';
if (process.argv.some((word) => ['generate', 'validate', 'format'].includes(word))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(import.meta.url);
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/renkei' },
});
