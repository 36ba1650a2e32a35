/**
 * PGlite on a folder, made as durable as PostgreSQL is: what is committed has reached the disk.
 *
 * PGlite 0.5.16 never calls fsync: it starts PostgreSQL with -F, and its file system has no such operation. Here it has
 * one (about 20 % slower), and a new database appears whole under its name or not at all.
 */
import fs from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Opens the database in this folder, creating it where there is none; the caller sees to it that nobody else does. */
export async function openDurable(folder: string): Promise<PGlite> {
  if (!(await exists(folder))) await createWhole(folder);
  await chmod(folder, 0o700);
  return PGlite.create({ fs: durable(folder), startParams });
}

const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];

function durable(folder: string): NodeFS {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = async (db, options) => {
    const made = await init(db, options);
    made.emscriptenOpts.preRun?.push((module: Emscripten) => {
      const { stream_ops, tryFSOperation } = module.NODEFS;
      stream_ops.fsync = ({ nfd }) => {
        tryFSOperation(() => fs.fsyncSync(nfd));
        return 0;
      };
    });
    return made;
  };
  return files;
}

/** The part of Emscripten's module that its types leave out. */
interface Emscripten {
  NODEFS: {
    stream_ops: { fsync?: (stream: { nfd: number }) => number };
    /** Turns an error of Node into an error number of PostgreSQL's. */
    tryFSOperation: (operation: () => void) => void;
  };
}

async function createWhole(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const db = await PGlite.create({ fs: new NodeFS(unfinished) });
  await db.close();

  await syncAll(unfinished);
  await rename(unfinished, folder);
  await sync(dirname(folder));
}

async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(entries.map((entry) => (entry.isDirectory() ? syncAll : sync)(join(folder, entry.name))));
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
