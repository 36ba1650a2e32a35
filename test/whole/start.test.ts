/** `npm start`'s program from the outside: signed HTTP in, Slack's Web API out, signals, exit codes, and the command line. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { jobs as jobsOfTheClock } from '../../src/jobs/index.ts';
import { signature } from '../../src/practice/deliver.ts';
import { projectFolder } from '../../src/projectFolder.ts';
import { type MailServer, mailServer } from '../support/mailServer.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import {
  embeddedPremises,
  endAll,
  freePort,
  newPremises,
  type Premises,
  type RunningBot,
  renkei,
  startBot,
  until,
} from '../support/process.ts';
import { type Town, town } from '../support/town.ts';

let here: Town;
let premises: Premises;
let bot: RunningBot;
let post: MailServer;
const toAdministrator = () => ({ SMTP_URL: post.url, ADMIN_MAIL: 'admin@renkei.example.jp' });

beforeAll(async () => {
  post = await mailServer();
  here = await town('2026-06-01T10:00:00+09:00');
  premises = await newPremises();
});
afterAll(async () => {
  endAll();
  await here.close();
  await premises.close();
  await post.close();
});

async function start(more: Record<string, string> = {}): Promise<RunningBot> {
  const started = await startBot(premises, { ...here.settings(), ...more });
  await started.ready();
  here.connect(started.url);
  return started;
}

const get = async (path: string) => {
  const response = await fetch(`${bot.url}${path}`);
  return { status: response.status, body: await response.json() };
};

describe('what keeps it from starting is said in a line', () => {
  test('all settings that are missing, at once', async () => {
    const { code, said } = await (await startBot(premises, {})).ended;
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot(`
      "SLACK_BOT_TOKEN が設定されていません。ボットのトークン(xoxb- で始まるもの)です。Slackのアプリ設定の「OAuth & Permissions」で取得できます。
      SLACK_SIGNING_SECRET が設定されていません。HTTPモードで要求を確かめる署名シークレットです。Slackのアプリ設定の「Basic Information」にあります。ソケットモードの場合は、代わりに SLACK_APP_TOKEN を設定してください。
      "
    `);
  });

  test('a token that Slack does not know: to the administrator too, once, however often it is started', async () => {
    const settings = { ...here.settings(), ...toAdministrator(), SLACK_BOT_TOKEN: 'xoxb-of-another-app' };
    await (await startBot(premises, settings)).ended;
    const stranger = await startBot(premises, settings);
    const { code, said } = await stranger.ended;
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot(`
      "Slackに接続できません(invalid_auth)。SLACK_BOT_TOKEN の値と、Slackへの通信をご確認ください。
      "
    `);
    expect(post.letters).toMatchObject([
      { to: 'admin@renkei.example.jp', source: expect.stringMatching(/Please check\s+(?:=\n)?SLACK_BOT_TOKEN/) },
    ]);
  });

  test('a Slack that is not there', async () => {
    const alone = await startBot(premises, {
      ...here.settings(),
      SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`,
    });
    const { code, said } = await alone.ended;
    expect(code).toBe(1);
    expect(said).toContain('Slackに接続できません(unreachable)');
  });

  test('a database that is not there', async () => {
    const DATABASE_URL = `postgres://postgres:himitsu@127.0.0.1:${await freePort()}/renkei`;
    const { code, said } = await (await startBot(premises, { ...here.settings(), DATABASE_URL })).ended;
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot(`
      "DATABASE_URL のデータベースに接続できません。接続先と、サーバーの稼働状況をご確認ください。
      "
    `);
  });
});

type Jobs = Readonly<Record<string, { readonly next: string | null }>>;

describe('a council, from an empty folder', () => {
  beforeAll(async () => {
    bot = await start(toAdministrator());
  });

  test('the administrator is told that Slack lets it in now', async () => {
    await until('the letter', () => post.letters[1]);
    expect(post.letters[1]?.source).toContain('Slack accepts the token again.');
  });

  test('it says that it is alive and ready, by what', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, body: { alive: true } });
    expect(await get('/readyz')).toEqual({
      status: 200,
      body: {
        ready: true,
        database: true,
        slack: true,
        token: true,
        delivery: true,
        clock: true,
        queue: { waiting: 0, oldest: null, unknown: 0, failed: 0 },
        jobs: expect.any(Object),
      },
    });
    const { jobs } = await until('the clock looks ahead', async () => {
      const { body } = await get('/readyz');
      return Object.values(body.jobs as Jobs).filter((one) => one.next !== null).length ===
        jobsOfTheClock(officeCalendar).length
        ? body
        : undefined;
    });
    expect((jobs as Jobs).handover?.next).toBe('2027-04-01T00:00:00.000Z');
    expect(bot.said()).toContain(`Renkei を起動しました(${bot.url})。終了は Ctrl+C です。`);
  });

  test('before there is a council, everyone is told so', async () => {
    expect((await here.say('naka-wada', '/req 表示 1')).text).toMatchInlineSnapshot(
      `"ご利用のアカウントは、協議会の名簿に登録されていません。ご所属の情報主管担当、または事務局へ登録をご依頼ください。"`,
    );
  });

  test('the council and its requirements come by the command line, beside the running bot', async () => {
    const applied = await renkei(premises, 'council', 'apply', join(projectFolder, 'prisma', 'ibaraki.yaml'));
    expect(applied).toEqual({ code: 0, said: expect.stringMatching(/\d+件を反映しました。\n$/) });
    expect(await renkei(premises, 'workbook', '要件一覧.xlsx')).toMatchObject({ code: 0 });
    const imported = await renkei(premises, 'req', 'import', '要件一覧.xlsx');
    expect(imported).toMatchObject({ code: 0, said: expect.stringContaining('取り込みました。新規 3,069件、') });
    expect((await get('/readyz')).status).toBe(200);
  });

  test('a second bot on the same folder is told who holds it', async () => {
    const { code, said } = await (await startBot(premises, here.settings())).ended;
    expect(code).toBe(1);
    expect(said).toBe(
      `データのフォルダーは、別のプロセス(${bot.pid})が使用中です。そのプロセスを終了してから、もう一度お試しください。\n`,
    );
  });

  test('a port that is taken is named', async () => {
    const elsewhere = await embeddedPremises(await officeBeginning(await officeCouncil()));
    const { code, said } = await (await startBot(elsewhere, { ...here.settings(), PORT: new URL(bot.url).port })).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/^127\.0\.0\.1:\d+ は、別のプログラムが使用中です。/);
    await elsewhere.close();
  });
});

describe('a day at the office', () => {
  /** The first requirement of 介護保険. */
  let number: number;
  beforeAll(async () => {
    const [first] = await premises.rows<{ number: number }>(
      "SELECT min(number) AS number FROM requirement WHERE system_slug = 'kaigo'",
    );
    number = first?.number ?? 0;
  });

  test('a decision stands in the channel, and its button takes it back', async () => {
    const decided = await here.say('naka-wada', `/req decide ${number} 代替案 CSVでの一括登録に代える`);
    expect(decided.text.replaceAll(String(number), 'N')).toMatchInlineSnapshot(`
      "要件Nを『代替案』として仮記録しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代える
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    const undone = await here.press('naka-wada', '取り消す', decided.message);
    expect(undone.text.replaceAll(String(number), 'N')).toMatchInlineSnapshot(
      `"要件Nの令和8年度決定第1号(代替案)は取り消されました。この決定番号は欠番になります。"`,
    );
    await until('the decision is struck', () => here.read(decided.message).includes('~') || undefined);
    expect(here.read(decided.message).replaceAll(String(number), 'N')).toMatchInlineSnapshot(`
      "要件Nの令和8年度決定第1号(代替案)は取り消されました。この決定番号は欠番になります。
        ~要件Nを『代替案』として仮記録しました(令和8年度決定第1号)。~"
    `);
  });

  test('with too few words a form opens, and submits the same act', async () => {
    const before = here.count();
    await here.type('naka-wada', '/req decide');
    const submitted = await here.submit('naka-wada', { ids: String(number), outcome: 'levelup', note: '次期版で対応' });
    expect(submitted.kind).toBe('sent');
    const decided = await here.comes(/レベルアップ/, before);
    expect(decided.message.onlyFor).toBeUndefined();
    expect(decided.text).toContain(`要件${number}を『レベルアップ』として仮記録しました(令和8年度決定第2号)。`);
  });

  test('a meeting is called, with its calendar file in the thread', async () => {
    const meeting = await here.say('naka-wada', '/wg 日程 6/12 14:00-16:00 那珂市役所 要件の確認、次回の日程');
    expect(meeting.text).toMatchInlineSnapshot(`
      "介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題1 要件の確認
        議題2 次回の日程
        [取り消す] [開催通知を作成]"
    `);
    const reply = await until('the file', () =>
      here.workspace.state.messages.find((one) => one.threadTs === meeting.message.ts && one.files.length > 0),
    );
    const file = here.workspace.state.files.get(reply.files[0] ?? '');
    expect(file?.name).toMatch(/\.ics$/);
    expect(String(file?.content)).toContain('DTSTART;TZID=Asia/Tokyo:20260612T140000');
  });

  test('an item is owed by a seat', async () => {
    const item = await here.say('naka-wada', '/item add @五霞町 6/2 帳票レイアウトの確認');
    expect(item.text).toMatchInlineSnapshot(`
      "課題K1「帳票レイアウトの確認」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 6月2日(火)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('the same delivery again has one effect', async () => {
    await here.say('naka-wada', '/item add @那珂市 6/5 現行の件数を調べる');
    const delivery = here.workspace.deliveries.findLast((one) => one.kind === 'command');
    if (!delivery) throw new Error('nothing was delivered');
    const again = await Promise.all([here.workspace.again(delivery), here.workspace.again(delivery, 2)]);
    expect(again).toMatchObject([{ status: 200 }, { status: 200 }]);
    // After whatever those two did.
    await here.say('naka-wada', '/item list');
    const counted = await premises.rows("SELECT count(*)::int AS n FROM item WHERE title = '現行の件数を調べる'");
    expect(counted).toEqual([{ n: 1 }]);
  });

  test.each([
    ['with another secret', 'not-the-secret', 0, 401],
    ['older than five minutes', undefined, -301, 401],
    ['more than five minutes ahead', undefined, 301, 401],
    ['four minutes old', undefined, -240, 200],
  ])('a request signed %s', async (_, secret, late, status) => {
    const { workspace } = here;
    const body = new URLSearchParams({
      command: '/item',
      text: `add 署名の確認${late}`,
      team_id: 'T0RENKEI',
      user_id: here.userId('naka-wada'),
      channel_id: here.channelId('wg-介護保険'),
      trigger_id: `signed-${late}`,
    }).toString();
    const seconds = Math.floor(Date.now() / 1000) + late;
    const response = await fetch(`${bot.url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': signature(secret ?? workspace.app.signingSecret, seconds, body),
      },
    });
    expect(response.status).toBe(status);
  });

  test('of those, only the one in time was heard', async () => {
    const heard = () => premises.rows<{ title: string }>("SELECT title FROM item WHERE title LIKE '署名の確認%'");
    expect(await until('the item', async () => ((await heard()).length > 0 ? heard() : undefined))).toEqual([
      { title: '署名の確認-240' },
    ]);
  });
});

describe('an end in order, and the next morning', () => {
  test('at SIGTERM a command in flight is answered, and nothing new is taken', async () => {
    const before = here.count();
    // Whoever works on the database keeps the command waiting.
    await premises.withPool(async (pool) => {
      const other = await pool.connect();
      await other.query('BEGIN; LOCK TABLE item');
      await here.type('naka-wada', '/item add 終了間際の宿題');
      bot.signal('SIGTERM');
      await until('no one is taken in', async () => !(await answersAt(bot.url)) || undefined);
      await other.query('COMMIT');
      other.release();
    });
    expect(await bot.ended).toMatchObject({ code: 0 });
    expect((await here.comes(/終了間際の宿題/, before)).text).toContain('を登録しました');
  });

  test('the digest comes at 9:00 of a business day, to each who owes something, once', async () => {
    here.at('2026-06-02T08:59:52+09:00');
    const before = here.count();
    bot = await start();
    const digest = await here.comes(/おはようございます.*K1/s, before, 90_000);
    expect(digest.text).toMatchInlineSnapshot(`
      "おはようございます。6月2日(火)のお知らせです。新着1件、本日期限1件です。まず『帳票レイアウトの確認(本日中)』をお願いします。
        ■ 新着
        • 会議M1 介護保険WG 令和8年6月12日(金) 14:00〜16:00 那珂市役所
        ■ 本日
        • 課題K1 帳票レイアウトの確認(介護保険WG、期限 6月2日(火))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
    await bot.stop();
    const told = here.workspace.state.messages
      .slice(before)
      .filter((one) => here.read(one).includes('おはようございます'));
    expect(new Set(told.map((one) => one.channel)).size).toBe(told.length);
  });

  test('over Socket Mode a command is answered too', async () => {
    bot = await start({ SLACK_APP_TOKEN: here.workspace.app.appToken, SLACK_SIGNING_SECRET: '' });
    expect(here.workspace.socket.connected()).toBe(true);
    expect((await here.say('naka-wada', '/item list')).text).toMatchInlineSnapshot(`
      "課題一覧(介護保険WG、未完了):4件
        • K1 帳票レイアウトの確認 — 五霞町 介護保険WG 内海 真由美、期限 6月2日(火)
        • K2 現行の件数を調べる — 那珂市 介護保険WG 和田 幸子、期限 6月5日(金)
        • K3 署名の確認-240 — 那珂市 介護保険WG 和田 幸子、期限なし
        • K4 終了間際の宿題 — 那珂市 介護保険WG 和田 幸子、期限なし
        全4件中 1〜4件目"
    `);
    expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});

const answersAt = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
