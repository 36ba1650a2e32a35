import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/projectFolder.ts';

/** Each room and the rooms that it may import; the deeper name wins. An arrow that is not here runs up. */
const MAP: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/text': ['src/domain'],
  'src/projectFolder.ts': [],
  'src/calendar': ['src/domain'],
  'src/paper': [],
  'src/council': ['src/domain', 'src/text'],
  'src/sheet': ['src/domain', 'src/text'],
  'src/store/prisma': [],
  'src/store/database': ['src/projectFolder.ts'],
  'src/store': ['src/domain', 'src/text', 'src/council', 'src/store/prisma'],
  'src/command': ['src/domain', 'src/text', 'src/store'],
  'src/mail': [],
  'src/digest': ['src/domain', 'src/text', 'src/store'],
  'src/minutes': ['src/domain', 'src/text', 'src/paper', 'src/store'],
  'src/job': ['src/domain', 'src/text', 'src/store'],
  'src/handover': ['src/domain', 'src/text', 'src/paper', 'src/store'],
  commands: [
    ...['src/domain', 'src/text', 'src/calendar', 'src/sheet', 'src/paper', 'src/store', 'src/command'],
    ...['src/digest', 'src/handover', 'src/minutes'],
  ],
  'src/jobs': [
    ...['src/domain', 'src/text', 'src/store', 'src/mail'],
    ...['src/digest', 'src/job', 'src/handover', 'src/minutes'],
  ],
  'src/docs': ['src/text', 'src/command', 'src/job'],
  'src/slack': ['src/domain', 'src/text', 'src/mail', 'src/store', 'src/command', 'src/job'],
  'src/practice': ['src/domain', 'src/slack/limits.ts', 'src/projectFolder.ts'],
  'src/settings.ts': ['src/domain', 'src/text'],
  prisma: ['src/domain', 'src/council', 'src/sheet', 'src/projectFolder.ts'],
  // Floor 5 knows everybody.
  'src/compose.ts': ['*'],
  'src/feed.ts': ['*'],
  'src/bot.ts': ['*'],
  'src/main.ts': ['*'],
  'src/bin': ['*'],
};

/** Packages that only one room may know. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  '@prisma/client': ['src/store'],
  '@prisma/adapter-pg': ['src/store'],
  pg: ['src/store'],
  '@electric-sql/pglite': ['src/store/database'],
  '@slack/bolt': ['src/slack'],
  '@slack/web-api': ['src/slack'],
  docx: ['src/paper'],
  hucre: ['src/sheet', 'prisma'],
  'node-cron': ['src/slack/schedule.ts'],
  nodemailer: ['src/mail'],
  imapflow: ['src/mail/mailbox.ts'],
  'postal-mime': ['src/mail/mailbox.ts'],
  zod: ['src/command', 'commands', 'src/council', 'src/settings.ts', 'src/slack', 'src/store/database'],
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/gu;

function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

const roomOf = (path: string): string | undefined =>
  Object.keys(MAP)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function violations(path: string, source: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} stands in no room of the map`];
  const allowed = MAP[room] ?? [];
  return importsOf(source).flatMap((imported) => {
    if (!imported.startsWith('.')) {
      const name = imported.startsWith('@')
        ? imported.split('/').slice(0, 2).join('/')
        : (imported.split('/')[0] ?? '');
      const rooms = ONLY[name];
      return rooms && !rooms.some((one) => path === one || path.startsWith(`${one}/`))
        ? [`${path} imports ${name}`]
        : [];
    }
    const target = join(dirname(path), imported);
    const there = roomOf(target);
    const fine = allowed.includes('*') || there === room || allowed.some((one) => one === target || one === there);
    return fine ? [] : [`${path} imports ${target}`];
  });
}

function files(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('src/store/prisma/'));
}

/** Files of which each leads to the next by its imports, the last to the first; types count too. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  function walk(path: string, way: readonly string[]): void {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  }
  for (const path of imports.keys()) walk(path, []);
  return found;
}

const importedFiles = (path: string): string[] =>
  importsOf(readFileSync(join(projectFolder, path), 'utf8'))
    .filter((one) => one.startsWith('.'))
    .map((one) => join(dirname(path), one));

describe('the map of the house', () => {
  test('no arrow runs up, and each library is known in its room alone', () => {
    const all = ['src', 'commands', 'prisma'].flatMap(files);
    const found = all.flatMap((path) => violations(path, readFileSync(join(projectFolder, path), 'utf8')));
    expect(found).toEqual([]);
    expect(all.length).toBeGreaterThan(80);
  });

  test('no file leans on one that leans on it', () => {
    const all = ['src', 'commands', 'prisma'].flatMap(files);
    expect(circles(new Map(all.map((path) => [path, importedFiles(path)])))).toEqual([]);
    const planted = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts', 'd.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(circles(planted)).toEqual(['b.ts -> c.ts -> b.ts']);
  });

  test('it sees a planted violation', () => {
    expect(violations('src/domain/day.ts', "import { openStore } from '../store/store.ts';\n")).toEqual([
      'src/domain/day.ts imports src/store/store.ts',
    ]);
    expect(violations('commands/req/decide.ts', "import { App } from '@slack/bolt';\n")).toEqual([
      'commands/req/decide.ts imports @slack/bolt',
    ]);
    expect(violations('src/text/text.ts', "export * from '../command/reply.ts';\n")).toHaveLength(1);
    expect(violations('src/domain/when.ts', "const x = await import('../../commands/index.ts');\n")).toHaveLength(1);
  });
});
