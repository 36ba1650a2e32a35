/** `npm start`'s program from the outside: signed HTTP in, Slack's Web API out, signals, exit codes, and the command line. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/projectFolder.ts';
import { embeddedPremises, endAll, freePort, type Premises, type RunningBot, renkei, startBot, until } from '../support/process.ts';
import { type Town, town } from '../support/town.ts';

const councilFile = join(projectFolder, 'prisma', 'ibaraki.yaml');

let here: Town;
let premises: Premises;
beforeAll(async () => {
  here = await town('2026-06-01T10:00:00+09:00');
  premises = await embeddedPremises();
});
afterAll(async () => {
  endAll();
  await here.close();
  await premises.close();
});

describe('a start that cannot be', () => {
  test('names all settings that are missing, at once', async () => {
    const bot = await startBot(premises, {});
    const { code, said } = await bot.ended;
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot(`
      "SLACK_BOT_TOKEN が設定されていません。ボットのトークン(xoxb- で始まるもの)です。Slackのアプリ設定の「OAuth & Permissions」で取得できます。
      SLACK_SIGNING_SECRET が設定されていません。HTTPモードで要求を確かめる署名シークレットです。Slackのアプリ設定の「Basic Information」にあります。ソケットモードの場合は、代わりに SLACK_APP_TOKEN を設定してください。
      "
    `);
  });

  test('names a token that Slack does not know', async () => {
    const bot = await startBot(premises, { ...here.settings(), SLACK_BOT_TOKEN: 'xoxb-of-another-app' });
    const { code, said } = await bot.ended;
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot();
  });
});
