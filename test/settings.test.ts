import { describe, expect, it, test } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { plain } from '../src/text/text.ts';

const GOOD = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: 'abc123secret' };
const LOCAL = { ...GOOD, SLACK_API_URL: 'http://127.0.0.1:4000/api/' };

const problems = (env: Record<string, string | undefined>): string[] => {
  const read = readSettings(env);
  return 'problems' in read ? read.problems.map((one) => plain(one.ja)) : [];
};
const named = (env: Record<string, string | undefined>): string[] =>
  problems(env).map((one) => one.split(' ')[0] ?? '');

describe('the settings', () => {
  it('are few: a token and a secret are enough', () => {
    expect(readSettings(GOOD)).toEqual({
      settings: {
        botToken: 'xoxb-1-secret',
        apiUrl: undefined,
        door: { kind: 'http', signingSecret: 'abc123secret' },
        host: '127.0.0.1',
        port: 3000,
        databaseUrl: undefined,
        dataDir: './data',
        clock: undefined,
        publicUrl: undefined,
        smtpUrl: undefined,
        mailboxUrl: undefined,
        logLevel: 'info',
      },
    });
  });

  it('with an app token mean Socket Mode, which needs no secret', () => {
    expect(readSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      settings: { door: { kind: 'socket', appToken: 'xapp-1' } },
    });
  });

  it('that are missing are all named at once, with where to get them', () => {
    expect(problems({ SLACK_SIGNING_SECRET: '  ' })).toMatchInlineSnapshot(`
      [
        "SLACK_BOT_TOKEN が設定されていません。ボットのトークン(xoxb- で始まるもの)です。Slackのアプリ設定の「OAuth & Permissions」で取得できます。",
        "SLACK_SIGNING_SECRET が設定されていません。HTTPモードで要求を確かめる署名シークレットです。Slackのアプリ設定の「Basic Information」にあります。ソケットモードの場合は、代わりに SLACK_APP_TOKEN を設定してください。",
      ]
    `);
  });

  const malformed: [name: string, value: string][] = [
    ['SLACK_BOT_TOKEN', 'xoxp-user-secret'],
    ['SLACK_APP_TOKEN', 'xoxb-secret'],
    ['SLACK_API_URL', 'http://slack.example.jp/api/'],
    ['SLACK_API_URL', 'secret'],
    ['PORT', '70000'],
    ['PORT', 'secret'],
    ['DATABASE_URL', 'mysql://u:secret@h/d'],
    ['RENKEI_CLOCK', '2028-03-31 23:50'],
    ['PUBLIC_URL', 'ftp://secret'],
    ['SMTP_URL', 'https://secret'],
    ['MAILBOX_URL', 'smtp://renkei:secret@mail.example.jp'],
    ['MAILBOX_URL', 'imaps://secret@mail.example.jp'],
    ['MAILBOX_URL', 'imaps://renkei:secret%zz@mail.example.jp'],
    ['LOG_LEVEL', 'secret'],
  ];
  test.each(malformed)('refuse %s = %s in one line that does not repeat it', (name, value) => {
    const env = { ...LOCAL, [name]: value };
    expect(named(env)).toEqual([name]);
    expect(problems(env).join()).not.toContain('secret');
  });

  const clocks: [url: string | undefined, refused: boolean][] = [
    [undefined, true],
    ['https://slack.com/api/', true],
    ['https://localhost.example.jp/api/', true],
    ['http://localhost:4000/api/', false],
    ['http://127.0.0.1:4000/api/', false],
    ['http://[::1]:4000/api/', false],
  ];
  test.each(clocks)('with the Web API at %s, is a practice clock refused: %s', (SLACK_API_URL, refused) => {
    const env = { ...GOOD, SLACK_API_URL, RENKEI_CLOCK: '2028-03-31T23:50:00+09:00' };
    expect(named(env)).toEqual(refused ? ['RENKEI_CLOCK'] : []);
  });

  it('take the practice clock as an instant', () => {
    const read = readSettings({ ...LOCAL, RENKEI_CLOCK: '2028-03-31T23:50:00+09:00' });
    expect(read).toMatchObject({ settings: { clock: Date.parse('2028-03-31T14:50:00Z') } });
  });
});
