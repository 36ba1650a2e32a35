/** The 課題管理表 that were merged back: which they were, and which steps of which items each of them brought. */
import type { Instant } from '../../domain/day.ts';
import { optional, toDate, toInstant } from '../moments.ts';
import { Prisma } from '../prisma/client.ts';
import type { Scoped } from '../scope.ts';
import { takeNumbers } from './numbers.ts';

export interface ItemImport {
  readonly id: number;
  readonly name: string;
  readonly at: Instant;
  readonly undoneAt: Instant | undefined;
  /** The items that it changed or added, each with the step that it took. */
  readonly steps: readonly { readonly number: number; readonly serial: number }[];
}

export interface ItemImports {
  /** Gives its number. */
  begin(file: {
    readonly name: string;
    readonly sha256: string;
    readonly at: Instant;
    readonly person: number | undefined;
  }): Promise<number>;
  /** The import, locked until the act ends. */
  locked(id: number): Promise<ItemImport | undefined>;
  /** The last one that brought this very file and stands. */
  ofFile(sha256: string): Promise<number | undefined>;
  undone(id: number, at: Instant): Promise<void>;
}

export const itemImports = (db: Scoped, councilId: string): ItemImports => ({
  async begin({ name, sha256, at, person }) {
    const id = await takeNumbers(db, 'itemImport');
    await db.itemImport.create({ data: { councilId, id, name, sha256, at: toDate(at), personId: person ?? null } });
    return id;
  },

  async locked(id) {
    await db.rows(
      (council) => Prisma.sql`SELECT id FROM item_import WHERE council_id = ${council} AND id = ${id} FOR UPDATE`,
    );
    const row = await db.itemImport.findFirst({ where: { id } });
    if (!row) return undefined;
    const steps = await db.itemEntry.findMany({
      where: { importId: id },
      select: { number: true, serial: true },
      orderBy: { number: 'asc' },
    });
    return { id, name: row.name, at: toInstant(row.at), undoneAt: optional(row.undoneAt, toInstant), steps };
  },

  async ofFile(sha256) {
    const row = await db.itemImport.findFirst({ where: { sha256, undoneAt: null }, orderBy: { id: 'desc' } });
    return row?.id;
  },

  async undone(id, at) {
    await db.itemImport.updateMany({ where: { id }, data: { undoneAt: toDate(at) } });
  },
});
