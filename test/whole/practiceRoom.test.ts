import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/projectFolder.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const PATIENCE = 120_000;
/** What comes of a press, on a busy machine. */
const SOON = { timeout: 20_000 };
const artefacts = join(projectFolder, 'artefacts');

// Where there is no browser the room cannot be looked at; CI installs one, and there its absence is a failure.
describe.runIf(CHROMIUM !== undefined || process.env.CI)('the practice room, in a browser', () => {
  let room: ChildProcess;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    room = spawn(process.execPath, [join(projectFolder, 'dist/src/bin/try.js')], {
      env: { ...process.env, PORT: '0', RENKEI_CLOCK: '2026-06-01T10:00:00+09:00' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' });
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (fault) => errors.push(fault.message));
    await page.goto(await address(room));
    await be('介護保険WG 座長');
    await open(/wg-介護保険/);
  }, PATIENCE);

  afterAll(async () => {
    mkdirSync(artefacts, { recursive: true });
    await page?.screenshot({ path: join(artefacts, 'practice-room.png') });
    await browser?.close();
    room?.kill('SIGTERM');
    await new Promise((resolve) => (room.exitCode === null ? room.once('exit', resolve) : resolve(undefined)));
  }, PATIENCE);

  const be = async (who: string) => {
    await page.getByRole('button', { name: /役を変える/ }).click();
    await page.getByRole('combobox', { name: '氏名・市町・役割で探す' }).fill(who);
    await page.keyboard.press('Enter');
  };
  const open = (channel: RegExp) =>
    page.getByRole('navigation', { name: 'チャンネル' }).getByRole('button', { name: channel }).first().click();
  const type = async (line: string) => {
    await page.getByRole('combobox', { name: /へのメッセージ/ }).fill(line);
    await page.keyboard.press('Enter');
  };
  const messages = () => page.getByRole('log').first();
  const clock = () => page.getByRole('region', { name: '時計' });
  const heard = (words: string | RegExp) => expect.poll(() => messages().textContent(), SOON).toMatch(words);

  test(
    'a requirement is decided, taken back by its button, and decided again in a form',
    async () => {
      await type('/req　決定　１２３４　代替案　CSVでの一括登録に代える');
      await heard(/要件1234を『代替案』として仮記録しました\(令和8年度決定第1号\)/);
      await messages().getByRole('button', { name: '取り消す' }).first().click();
      const confirm = page.getByRole('dialog');
      await confirm.getByRole('button').last().click();
      await heard(/令和8年度決定第1号\(代替案\)は取り消されました/);

      await type('/req 決定');
      const form = page.getByRole('dialog', { name: /要件の決定/ });
      await form.getByLabel('要件番号').fill('12a4');
      await form.getByLabel('結果').selectOption({ label: 'レベルアップ' });
      await form.getByRole('button', { name: '登録' }).click();
      await expect.poll(() => form.textContent(), SOON).toMatch(/読み取れませんでした/);
      await form.getByLabel('要件番号').fill('1234');
      await form.getByRole('button', { name: '登録' }).click();
      await heard(/要件1234を『レベルアップ』として仮記録しました\(令和8年度決定第2号\)/);
    },
    PATIENCE,
  );

  test(
    'a meeting is called, with its calendar file in the thread',
    async () => {
      await type('/wg 日程 6/12(金) 14:00〜16:00 那珂市役所 要件の確認、次回の日程');
      await heard(/令和8年6月12日\(金\) 14:00〜16:00、那珂市役所で開催します/);
      await messages()
        .getByRole('button', { name: /1件の返信/ })
        .last()
        .click();
      await expect.poll(() => page.getByRole('link', { name: /M1\.ics/ }).count(), SOON).toBeGreaterThan(0);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('link', { name: /M1\.ics/ })
          .first()
          .click(),
      ]);
      expect(file.suggestedFilename()).toBe('M1.ics');
    },
    PATIENCE,
  );

  test(
    'the next morning brings the digest, and its button closes the item',
    async () => {
      await type('/item 追加 @那珂市 6/2 帳票レイアウトの確認');
      await heard(/課題K1「帳票レイアウトの確認」を登録しました/);
      await clock().getByRole('button', { name: '明日 9:00' }).click();
      await open(/Renkei/);
      await heard(/おはようございます。6月2日\(火\)のお知らせです。/);
      await messages().getByRole('button', { name: 'K1を完了にする' }).click();
      await heard(/課題K1「帳票レイアウトの確認」は完了しました/);
    },
    PATIENCE,
  );

  test(
    'April 1 brings the new chair',
    async () => {
      await open(/wg-介護保険/);
      await type('/item 追加 @那珂市 4/1 名簿の確認');
      await heard(/「名簿の確認」を登録しました/);
      await clock()
        .getByRole('button', { name: /最初の開庁日/ })
        .click();
      await open(/^#?\s*協議会/);
      await heard(/令和9年4月1日\(木\)、本年度の体制をお知らせします。会長はかすみがうら市/);
      await open(/Renkei/);
      await heard(/4月1日\(木\)のお知らせです/);
      // The months in between were passed over by hand; nothing stood still.
      expect(await messages().textContent()).not.toContain('停止');
      expect(errors).toEqual([]);
    },
    PATIENCE,
  );
});

/** The address that the room prints when it is open. */
function address(room: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    room.stdout?.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    room.once('exit', (code) => reject(new Error(`the room closed with ${code}: ${printed}`)));
  });
}
