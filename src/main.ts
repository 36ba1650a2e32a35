/**
 * `npm start`: production. Reads the settings, opens the database, starts the bot, and stops it gracefully. What keeps it
 * from starting is said in a line for each, in words an administrator can act on.
 */
import pino from 'pino';
import { print, refuse } from './bin/errand.ts';
import { type Bot, startBot } from './bot.ts';
import { type Memory, openMemory } from './compose.ts';
import { instant } from './domain/day.ts';
import { loadEnvFile, readSettings, type Settings } from './settings.ts';
import { Unwelcome } from './slack/clients.ts';
import { told } from './slack/faults.ts';
import { FolderHeld } from './store/database/lock.ts';
import { isUnavailable } from './store/unavailable.ts';
import { en, ja, type Text } from './text/text.ts';

async function run(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel });
  const ahead = settings.clock === undefined ? 0 : settings.clock - Date.now();

  process.on('unhandledRejection', (fault) => {
    log.fatal({ fault: told(fault) }, 'a fault that nobody caught');
    process.exit(1);
  });

  const memory = await openMemory(settings).catch((fault: unknown) => {
    if (fault instanceof FolderHeld) return process.exit(refuse(text.held(fault)));
    if (isUnavailable(fault)) return process.exit(refuse(text.noDatabase));
    throw fault;
  });
  void memory.database.fault.then((fault) => {
    log.fatal({ fault: told(fault) }, 'the database is lost');
    process.exit(refuse(fault instanceof FolderHeld ? text.held(fault) : text.databaseLost));
  });

  const bot = await startBot({
    settings,
    store: memory.store,
    alone: memory.database.kind === 'embedded',
    now: () => instant(Date.now() + ahead),
    log,
    onDeaf: () => {
      log.fatal('Slack has not been heard of for five minutes');
      process.exit(1);
    },
  }).catch(async (fault: unknown) => {
    await memory.close();
    if (fault instanceof Unwelcome) return process.exit(refuse(text.unwelcome(fault)));
    if (isTaken(fault)) return process.exit(refuse(text.portTaken(settings)));
    throw fault;
  });
  print(text.running(bot.url));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(bot, memory));
}

async function stop(bot: Bot, memory: Memory): Promise<void> {
  await bot.stop();
  await memory.close();
  process.exit(0);
}

const isTaken = (fault: unknown): boolean => (fault as { code?: unknown })?.code === 'EADDRINUSE';

const text = {
  held: (held: FolderHeld): Text => ({
    ja: ja`データのフォルダーは、別のプロセス(${held.pid || '番号不明'})が使用中です。そのプロセスを終了してから、もう一度お試しください。`,
    en: en`The data folder is in use by another process (${held.pid || 'unknown'}). Stop it, then start again.`,
  }),
  noDatabase: {
    ja: ja`DATABASE_URL のデータベースに接続できません。接続先と、サーバーの稼働状況をご確認ください。`,
    en: en`The database of DATABASE_URL cannot be reached. Please check the address and whether the server runs.`,
  },
  databaseLost: {
    ja: ja`データベースが停止したため、終了します。ディスクの空き容量をご確認のうえ、もう一度起動してください。お知らせ済みの内容は保存されています。`,
    en: en`The database has stopped, so Renkei ends. Please check the free disk space, then start it again. What was answered is kept.`,
  },
  unwelcome: ({ setting, refused }: Unwelcome): Text => ({
    ja: ja`Slackに接続できません(${refused})。${setting} の値と、Slackへの通信をご確認ください。`,
    en: en`Slack did not let us in (${refused}). Please check ${setting} and the way to Slack.`,
  }),
  portTaken: ({ host, port }: Settings): Text => ({
    ja: ja`${host}:${port} は、別のプログラムが使用中です。PORT を変えるか、そのプログラムを終了してください。`,
    en: en`${host}:${port} is in use by another program. Change PORT, or stop that program.`,
  }),
  running: (url: string): Text => ({
    ja: ja`Renkei を起動しました(${url})。終了は Ctrl+C です。`,
    en: en`Renkei is running (${url}). Ctrl+C ends it.`,
  }),
};

loadEnvFile();
const read = readSettings(process.env);
if ('problems' in read) {
  for (const problem of read.problems) refuse(problem);
  process.exit(1);
}
await run(read.settings);
