/**
 * What schema.prisma says against what the migrations make, found by Prisma's own schema engine (its WebAssembly build)
 * on PGlite in memory: no server, and no engine to download.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { QueryResult } from 'pg';
import { emptyInMemory } from './database.ts';

/** The SQL that leads from what these migrations make to what this schema says, or undefined where they agree. */
export async function missingMigration(schemaFile: string, migrationsFolder: string): Promise<string | undefined> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const engine = await openEngine(files.map(({ path, content }) => [path, content]));
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...(await migrationList(migrationsFolder)) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === DIFFERENT ? (stdout ?? undefined) : undefined;
}

/** The exit code by which `prisma migrate diff` says that there is a difference. */
const DIFFERENT = 2;

async function migrationList(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => {
        const value = await readFile(join(baseDir, name, 'migration.sql'), 'utf8');
        return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
      }),
    ),
  };
}

/** Loads the WebAssembly, which the package leaves to its users. */
async function openEngine(datamodels: [string, string][]): Promise<SchemaEngine> {
  const binding = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(fileURLToPath(new URL('./schema_engine_bg.wasm', binding)));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const shadows = bindMigrationAwareSqlAdapterFactory(shadowDatabases);
  return engineModule.SchemaEngine.new({ datamodels }, () => undefined, shadows);
}

/** The engine replays the migrations on a database of its own: PGlite in memory. */
const shadowDatabases: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: openShadow,
  connectToShadowDb: openShadow,
};

async function openShadow(): Promise<SqlDriverAdapter> {
  const { pool, close } = await emptyInMemory();
  const adapter = await new PrismaPg(pool).connect();
  return Object.assign(adapter, {
    queryRaw: readingChars(adapter),
    /** The whole script at once; adapter-pg cuts it at each `;`, also within a function's body. */
    executeScript: async (script: string) => void (await pool.query(script)),
    dispose: close,
  });
}

/** Introspection reads columns of the catalogs' type "char" (18), which adapter-pg 7.10 refuses; text (25) it reads. */
function readingChars(adapter: SqlDriverAdapter): SqlDriverAdapter['queryRaw'] {
  const queryRaw = adapter.queryRaw.bind(adapter);
  const inside = adapter as unknown as { performIO: (query: SqlQuery) => Promise<QueryResult> };
  const performIO = inside.performIO.bind(adapter);
  const chars = new WeakMap<SqlQuery, number[]>();
  inside.performIO = async (query) => {
    const result = await performIO(query);
    const found = result.fields.flatMap(({ dataTypeID }, column) => (dataTypeID === 18 ? [column] : []));
    for (const column of found) Object.assign(result.fields[column] ?? {}, { dataTypeID: 25 });
    chars.set(query, found);
    return result;
  };
  return async (query) => {
    const result = await queryRaw(query);
    for (const column of chars.get(query) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
}
