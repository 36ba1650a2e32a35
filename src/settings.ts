/**
 * The settings, read once from the environment at the start. Either all of them are good, or every one that is missing
 * or malformed is named at once, with what it is and where to get it; their values are never told.
 */
import { existsSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { type Instant, instant } from './domain/day.ts';
import { en, ja, type Text } from './text/text.ts';

export interface Settings {
  readonly botToken: string;
  /** Base of the Web API; undefined: Slack's own. */
  readonly apiUrl: string | undefined;
  readonly door: Door;
  /** Where HTTP is served: Slack's requests (in HTTP mode) and health. */
  readonly host: string;
  readonly port: number;
  /** Undefined: the embedded database under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Where the clock starts; undefined: real time. */
  readonly clock: Instant | undefined;
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** The mailbox of the letters' sender, in which they come back; undefined: nobody looks. */
  readonly mailboxUrl: string | undefined;
  /** Whom we write by mail when Slack does not accept us any more. */
  readonly adminMail: string | undefined;
  /** Asked every five minutes while all is well: a monitor elsewhere notices when that stops. */
  readonly pingUrl: string | undefined;
  readonly logLevel: (typeof LEVELS)[number];
}

/** How Slack reaches us. */
type Door =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const url = (...protocols: string[]) => z.url().refine((given) => protocols.includes(protocolOf(given)));

const shape = z.object({
  SLACK_BOT_TOKEN: z.string().regex(/^xoxb-\S+$/),
  SLACK_SIGNING_SECRET: z.string().regex(/^\S+$/).optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/)
    .optional(),
  SLACK_API_URL: url('https:', 'http:')
    .refine((given) => protocolOf(given) === 'https:' || isLoopback(given))
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  RENKEI_CLOCK: z.iso
    .datetime({ offset: true })
    .transform((written) => instant(Date.parse(written)))
    .optional(),
  PUBLIC_URL: url('https:', 'http:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAILBOX_URL: url('imaps:', 'imap:').refine(namesAccount).optional(),
  ADMIN_MAIL: z.email().optional(),
  PING_URL: url('https:', 'http:').optional(),
  LOG_LEVEL: z.enum(LEVELS).default('info'),
});

/** Adds what a `.env` file in the working folder says, where there is one; the environment itself is stronger. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

type Name = keyof typeof shape.shape;
type Given = z.infer<typeof shape>;

/** The settings in this environment, or a line for each that is missing or malformed. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly problems: readonly Text[] } {
  const given = Object.fromEntries(NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));
  const read = shape.safeParse(given);
  const malformed = new Set(read.error?.issues.map((issue) => issue.path[0] as Name));
  const problems = NAMES.flatMap((name) => {
    if (malformed.has(name)) return [given[name] === undefined ? text.missing(name) : text.malformed(name)];
    if (name === 'SLACK_SIGNING_SECRET' && !given.SLACK_SIGNING_SECRET && !given.SLACK_APP_TOKEN)
      return [text.missing(name)];
    if (name === 'RENKEI_CLOCK' && given.RENKEI_CLOCK && !isLoopback(given.SLACK_API_URL)) return [text.clock];
    return [];
  });
  return read.success && problems.length === 0 ? { settings: settingsOf(read.data) } : { problems };
}

const settingsOf = (given: Given): Settings => ({
  botToken: given.SLACK_BOT_TOKEN,
  apiUrl: given.SLACK_API_URL,
  door: given.SLACK_APP_TOKEN
    ? { kind: 'socket', appToken: given.SLACK_APP_TOKEN }
    : { kind: 'http', signingSecret: given.SLACK_SIGNING_SECRET ?? '' },
  host: given.HOST,
  port: given.PORT,
  databaseUrl: given.DATABASE_URL,
  dataDir: given.DATA_DIR,
  clock: given.RENKEI_CLOCK,
  publicUrl: given.PUBLIC_URL,
  smtpUrl: given.SMTP_URL,
  mailboxUrl: given.MAILBOX_URL,
  adminMail: given.ADMIN_MAIL,
  pingUrl: given.PING_URL,
  logLevel: given.LOG_LEVEL,
});

const parsed = (given: string | undefined): URL | undefined =>
  given !== undefined && URL.canParse(given) ? new URL(given) : undefined;

/** A mailbox is somebody's. */
function namesAccount(given: string): boolean {
  const { hostname = '', username = '', password = '', pathname = '' } = parsed(given) ?? {};
  return [hostname, username, password].every((one) => one !== '') && isDecoded(username + password + pathname);
}

/** Whether each %40 and the like stands for something. */
function isDecoded(written: string): boolean {
  try {
    return decodeURIComponent(written) !== '';
  } catch {
    return false;
  }
}

const protocolOf = (given: string): string => parsed(given)?.protocol ?? '';

/** Whether nothing leaves this machine by that address. */
function isLoopback(given: string | undefined): boolean {
  const host = parsed(given)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

const NAMES = Object.keys(shape.shape) as readonly Name[];

const WHAT: Readonly<Record<Name, Text>> = {
  SLACK_BOT_TOKEN: {
    ja: ja`ボットのトークン(xoxb- で始まるもの)です。Slackのアプリ設定の「OAuth & Permissions」で取得できます。`,
    en: en`the bot token (begins with xoxb-), found under “OAuth & Permissions” in the Slack app's settings.`,
  },
  SLACK_SIGNING_SECRET: {
    ja: ja`HTTPモードで要求を確かめる署名シークレットです。Slackのアプリ設定の「Basic Information」にあります。ソケットモードの場合は、代わりに SLACK_APP_TOKEN を設定してください。`,
    en: en`verifies requests in HTTP mode; found under “Basic Information” in the Slack app's settings. For Socket Mode set SLACK_APP_TOKEN instead.`,
  },
  SLACK_APP_TOKEN: {
    ja: ja`ソケットモードのアプリトークン(xapp- で始まるもの)です。Slackのアプリ設定の「Basic Information」の「App-Level Tokens」で、connections:write を付けて発行できます。`,
    en: en`the app-level token for Socket Mode (begins with xapp-), made with connections:write under “Basic Information”, “App-Level Tokens”.`,
  },
  SLACK_API_URL: {
    ja: ja`Slack Web APIの基点となるURLです。通常は設定不要です。https で始まるもの、またはこの端末自身のURLをご指定ください。`,
    en: en`the base of the Slack Web API, usually left out; an https address, or one of this machine itself.`,
  },
  HOST: {
    ja: ja`待ち受けるアドレスです(既定値は 127.0.0.1)。`,
    en: en`the address to listen on (127.0.0.1 by default).`,
  },
  PORT: { ja: ja`待ち受けるポート番号です(既定値は 3000)。`, en: en`the port to listen on (3000 by default).` },
  DATABASE_URL: {
    ja: ja`PostgreSQLの接続先(postgres://… の形)です。未設定の場合は、組み込みのデータベースを使います。`,
    en: en`the PostgreSQL server, as postgres://…; unset, the embedded database is used.`,
  },
  DATA_DIR: {
    ja: ja`組み込みのデータベースを置くフォルダーです(既定値は ./data)。`,
    en: en`the folder of the embedded database (./data by default).`,
  },
  RENKEI_CLOCK: {
    ja: ja`練習用の時計の開始時刻です(例:2028-03-31T23:50:00+09:00)。`,
    en: en`where the practice clock starts, such as 2028-03-31T23:50:00+09:00.`,
  },
  PUBLIC_URL: {
    ja: ja`HTTPモードで外部から届くURL(https://… の形)です。`,
    en: en`where HTTP mode is reachable from outside, as https://….`,
  },
  SMTP_URL: {
    ja: ja`Slackを使わない方へのメールの送信サーバー(smtp://… の形)です。`,
    en: en`the mail server for people without Slack, as smtp://….`,
  },
  MAILBOX_URL: {
    ja: ja`SMTP_URL の差出人のメールボックス(imaps://利用者:パスワード@ホスト/INBOX の形)です。後から戻ってきた不達通知を読み取ります。記号は %40 のように書き換えてください。`,
    en: en`the mailbox of SMTP_URL's sender, as imaps://user:password@host/INBOX, in which letters that come back are read; write signs as %40 and the like.`,
  },
  ADMIN_MAIL: {
    ja: ja`Slackのトークンが使えなくなったときに、メールでお知らせする管理者のアドレスです(SMTP_URL と併せて設定)。`,
    en: en`the administrator's address, written to when Slack no longer accepts the token (together with SMTP_URL).`,
  },
  PING_URL: {
    ja: ja`正常に動いている間、5分ごとに呼び出す外部監視のURL(https://… の形)です。`,
    en: en`the address of a monitor elsewhere, called every five minutes while all is well, as https://….`,
  },
  LOG_LEVEL: { ja: ja`ログの詳しさ(${LEVELS.join('・')})です。`, en: en`how much is logged: ${LEVELS.join(', ')}.` },
};

const text = {
  missing: (name: Name): Text => ({
    ja: ja`${name} が設定されていません。${WHAT[name]}`,
    en: en`${name} is not set: ${WHAT[name]}`,
  }),
  malformed: (name: Name): Text => ({
    ja: ja`${name} の形式が正しくありません。${WHAT[name]}`,
    en: en`${name} is malformed: ${WHAT[name]}`,
  }),
  clock: {
    ja: ja`RENKEI_CLOCK は練習用です。SLACK_API_URL がこの端末自身を指す場合に限り設定できます。`,
    en: en`RENKEI_CLOCK is for practice: it can be set only where SLACK_API_URL is an address of this machine itself.`,
  },
} as const;
