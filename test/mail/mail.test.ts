/** The digest by mail, for who has no Slack: the same words in plain text; what is refused stands on the list. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailBy } from '../../src/mail/mail.ts';
import { letterOf } from '../../src/text/letter.ts';
import { heading, line, rows } from '../../src/text/message.ts';
import { bold, en, ja, linked, same, struck } from '../../src/text/text.ts';
import { type MailServer, mailServer } from '../support/mailServer.ts';
import { cast, type Office, office } from '../support/office.ts';

let server: MailServer;
let here: Office;
beforeAll(async () => {
  server = await mailServer();
  here = await office('2026-06-05T15:00:00+09:00', undefined, server.url);
});
afterAll(async () => {
  await here.close();
  await server.close();
});

/** The text of the last letter. */
function lastLetter(): { to: string; text: string } {
  const { to = '', source = '' } = server.letters.at(-1) ?? {};
  const [, body = ''] = /\n\n([\s\S]*)$/.exec(source) ?? [];
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(source)?.[1];
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replace(/=\n/g, '')
            .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
  return { to, text: bytes.toString('utf8').trim() };
}

describe('Who wants mail', () => {
  test('has the same digest as a letter, once, and nothing in Slack', async () => {
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/8 件数の報告');
    expect(await here.say(cast.member, '/council お知らせ メール 佐川')).toContain('読み取れませんでした');
    expect(
      await here.say(cast.member, '/council お知らせ メール <mailto:sagawa@example.jp|sagawa@example.jp>'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) お知らせの設定を変更しました。
        *時刻* 9時
        *曜日* 毎開庁日
        *休暇* なし
        *メール* sagawa@example.jp
        *省略する項目* なし
        [元に戻す]"
    `);
    expect(Object.keys(await here.run('digest', '2026-06-08T09:00:00+09:00'))).not.toContain('佐川 礼子');
    expect(lastLetter()).toMatchInlineSnapshot(`
      {
        "text": "おはようございます。6月8日(月)のお知らせです。本日期限1件です。まず『件数の報告(本日中)』をお願いします。

      ■ 本日

      • 課題K1 件数の報告(介護保険WG、期限 6月8日(月))

      このメールは、Slackをお使いでない方へお送りしています。ご回答は、所属の情報主管担当または事務局へお知らせください。",
        "to": "sagawa@example.jp",
      }
    `);
    await here.run('digest', '2026-06-08T09:00:00+09:00');
    expect(server.letters).toHaveLength(1);
  });

  test('whose address is refused stands among the undelivered', async () => {
    server.behaves = 'refuses';
    await here.run('digest', '2026-06-09T09:00:00+09:00');
    const [lost] = await here.store.council('ibaraki').undelivered();
    expect(lost).toMatchObject({ error: 'mail_550' });
    server.behaves = 'takes';
  });
});

test.each([
  ['takes', { kind: 'sent' }],
  ['refuses', { kind: 'refused', error: 'mail_550' }],
  ['later', { kind: 'away' }],
  ['breaksOff', { kind: 'lost' }],
] as const)('a server that %s', async (behaves, expected) => {
  server.behaves = behaves;
  const letter = { to: 'a@example.jp', subject: 'お知らせ', text: '本文', key: behaves };
  expect(await mailBy(server.url)(letter)).toEqual(expected);
});

test('a server that is away', async () => {
  const letter = { to: 'a@example.jp', subject: 'x', text: 'x', key: 'x' };
  expect(await mailBy('smtp://127.0.0.1:1')(letter)).toEqual({ kind: 'away' });
});

test('a message as a letter has no markup', () => {
  const message = {
    summary: { ja: ja`おはようございます。6月8日のお知らせです。`, en: en`Good morning. 8 Jun.` },
    parts: [
      heading(same('本日')),
      rows([struck(same('• K1 済')), { ja: ja`• K2 <A&B> 2*3*4`, en: en`-` }]),
      line(bold(same('太字'))),
      line(linked('https://example.jp/', same('案内'))),
    ],
  };
  expect(letterOf(message, 'ja')).toMatchInlineSnapshot(`
    {
      "subject": "6月8日のお知らせです",
      "text": "おはようございます。6月8日のお知らせです。

    ■ 本日

    [• K1 済]
    • K2 <A&B> 2*3*4

    太字

    案内 (https://example.jp/)

    このメールは、Slackをお使いでない方へお送りしています。ご回答は、所属の情報主管担当または事務局へお知らせください。",
    }
  `);
});
