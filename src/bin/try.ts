/**
 * `npm run try`: the practice room. The whole bot runs as in production, over HTTP with signed requests, against a
 * stand-in of Slack in this process; the sample council and its 3,069 requirements lie in a database of their own, which
 * is thrown away at the end. Nothing leaves this machine.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { commands } from '../../commands/index.ts';
import { shortcuts } from '../../commands/shortcuts.ts';
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { startBot } from '../bot.ts';
import { openMemory } from '../compose.ts';
import { readCouncilFile } from '../council/file.ts';
import type { CouncilFile } from '../council/shape.ts';
import { usageHint } from '../docs/manifest.ts';
import { dayAt, type Instant, instant } from '../domain/day.ts';
import type { Hint } from '../practice/roomState.ts';
import { servePractice } from '../practice/server.ts';
import { createWorkspace, type Workspace } from '../practice/workspace.ts';
import { projectFolder } from '../projectFolder.ts';
import { openSheets } from '../sheet/open.ts';
import { importedRow } from '../sheet/requirementRow.ts';
import { readRequirements } from '../sheet/requirements.ts';
import { saveCouncilFile } from '../store/council/file.ts';
import type { Store } from '../store/store.ts';
import { en, ja, plain, type Text } from '../text/text.ts';
import { accountHolders, castOn, guests } from './cast.ts';
import { print } from './errand.ts';

const TEAM = 'T0RENKEI';
const TOKEN = 'xoxb-practice';
const SECRET = 'practice';

const started = instant(Date.parse(process.env.RENKEI_CLOCK ?? '') || Date.now());
let ahead = started - Date.now();
const now = (): Instant => instant(Date.now() + ahead);

const council = await sampleCouncil();
const folder = await mkdtemp(join(tmpdir(), 'renkei-practice-'));
print(text().preparing);
const memory = await openMemory({ dataDir: folder });
await fill(memory.store, council);

const workspace = practiceWorkspace(council);
const here = memory.store.council(council.council.slug);
let cast = await castOn(here, TEAM, dayAt(now()));
let app: string | undefined;
const practice = await servePractice({
  workspace,
  hints: commands.map(
    (command): Hint => ({
      command: `/${command.name}`,
      description: plain(command.summary.ja),
      usage_hint: usageHint(command),
    }),
  ),
  people: () => cast,
  clock: { now, moveTo },
  port: Number(process.env.PORT ?? 0),
  app: () => app,
});

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
const bot = await startBot({
  settings: {
    botToken: TOKEN,
    apiUrl: practice.apiUrl,
    door: { kind: 'http', signingSecret: SECRET },
    host: '127.0.0.1',
    port: 0,
    pingUrl: undefined,
    publicUrl: practice.url,
    smtpUrl: undefined,
    mailboxUrl: undefined,
    adminMail: undefined,
  },
  store: memory.store,
  alone: true,
  leaps: true,
  now,
  log,
});
app = bot.url;
workspace.connect(`${bot.url}/slack/events`, { clock: Date.now });
print(text().ready(practice.url));

/** Moves the clock, and lets everything that became due arrive. */
async function moveTo(at: number): Promise<void> {
  ahead = at - Date.now();
  await bot.catchUp();
  cast = await castOn(here, TEAM, dayAt(now()));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave());

async function leave(): Promise<void> {
  await bot.stop();
  await practice.close();
  await memory.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}

async function sampleCouncil(): Promise<CouncilFile> {
  const read = readCouncilFile(await readFile(join(projectFolder, 'prisma', 'ibaraki.yaml'), 'utf8'));
  if ('problems' in read) throw new Error(read.problems.map((one) => `${one.line}: ${one.expected.en}`).join('\n'));
  return read.council;
}

async function fill(store: Store, file: CouncilFile): Promise<void> {
  await store.client.$transaction((tx) => saveCouncilFile(tx, file, now()), { timeout: 120_000 });
  const bytes = await writeSampleWorkbook();
  const opened = await openSheets(bytes, '要件一覧.xlsx');
  if ('refused' in opened) throw new Error(opened.refused.en);
  const id = file.council.slug;
  const { systems } = await store.council(id).chart();
  const { rows, refused } = readRequirements(opened.sheets, { systems, ...(await store.council(id).sources()) });
  if (refused.length > 0) throw new Error(`${refused.length} cells of the sample workbook were refused`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.act(id, (acting) =>
    acting.importing.apply(rows.map(importedRow), { name: '要件一覧.xlsx', sha256, at: now(), extent: 'whole' }),
  );
}

function practiceWorkspace(file: CouncilFile): Workspace {
  const made = createWorkspace({
    now,
    app: {
      commands: commands.map((one) => `/${one.name}`),
      shortcuts: shortcuts.map(({ id, label }) => ({ callbackId: id, name: plain(label.ja) })),
      signingSecret: SECRET,
    },
  });
  const team = made.addTeam(
    { id: TEAM, domain: 'renkei', name: file.council.shortName },
    { token: TOKEN, name: 'Renkei' },
  );
  const holders = accountHolders(file.people, dayAt(now()));
  for (const [id, { slug, name }] of holders) made.addUser({ id, teamId: TEAM, name: slug, realName: name });
  const members = [...holders.keys(), team.bot?.userId ?? ''];
  for (const { id, name } of file.channels) made.addChannel({ id, teamId: TEAM, name, members });
  for (const { userId, name, channel } of guests) {
    made.addUser({ id: userId, teamId: TEAM, name: userId.toLowerCase(), realName: name });
    made.addChannel({ ...channel, teamId: TEAM, members: [...members, userId] });
  }
  return made;
}

function text() {
  return {
    preparing: {
      ja: ja`練習室を準備しています(4市町、25WG、要件3,069件)…`,
      en: en`Preparing the practice room (4 municipalities, 25 WGs, 3,069 requirements)…`,
    },
    ready: (url: string): Text => ({
      ja: ja`練習室を開きました: ${url} (終了は Ctrl+C)`,
      en: en`The practice room is open: ${url} (Ctrl+C ends it)`,
    }),
  };
}
