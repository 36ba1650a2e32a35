/** The digest by mail, for who has no Slack: the same words in plain text; what is refused stands on the list. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailBy } from '../../src/mail/mail.ts';
import { enqueue } from '../../src/store/outbox.ts';
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

      このメールは、お知らせをメールで受け取る方へお送りしています。ご回答は、Slackで行っていただくか、ご所属の情報主管担当または事務局へお知らせください。",
        "to": "sagawa@example.jp",
      }
    `);
    await here.run('digest', '2026-06-08T09:00:00+09:00');
    expect(server.letters).toHaveLength(1);
  });

  test('whose address is refused is told in Slack at once, and why; the roster says so to whoever can have it mended', async () => {
    server.behaves = 'refuses';
    const told = await here.run('digest', '2026-06-09T09:00:00+09:00');
    server.behaves = 'takes';
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月9日(火)のお知らせです。期限超過1件です。まず『件数の報告(期限超過)』をお願いします。
        ご登録のメールアドレスではお受け取りいただけなかったため、Slackでお送りしています。「/council お知らせ メール 新しいアドレス」で変更できます。
        ■ 期限超過
        • 課題K1 件数の報告(介護保険WG、期限 6月8日(月))
        [K1を完了にする] [後で] [担当変更] [回答する]"
    `);
    expect(await here.store.council('ibaraki').undelivered()).toEqual([]);
    const unreached = 'メールが届いていない方:佐川 礼子。';
    expect(await here.say(cast.secretariat, '/council 名簿 介護保険WG')).toContain(unreached);
    expect(await here.say(cast.lead, '/council 名簿 介護保険WG')).not.toContain(unreached);
  });

  test('is told in Slack from then on; no letter goes there any more', async () => {
    server.letters.length = 0;
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/10 様式の確認');
    const told = await here.run('digest', '2026-06-10T09:00:00+09:00');
    expect(told['佐川 礼子']).toContain('Slackでお送りしています。');
    expect(server.letters).toEqual([]);
  });

  test('is told once where Slack took that message and its answer was lost', async () => {
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/11 端末の確認');
    here.workspace.faults.push({ method: 'chat.postMessage', times: 5, as: { cut: 'after' } });
    const told = await here.run('digest', '2026-06-11T09:00:00+09:00');
    expect(told['佐川 礼子']).toContain('6月11日(木)のお知らせです。');
    expect(await here.store.council('ibaraki').undelivered()).toEqual([]);
  });

  test('has letters again once they say their address anew', async () => {
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/12 経費の確認');
    await here.say(cast.member, '/council お知らせ メール reiko@example.jp');
    expect(await here.say(cast.secretariat, '/council 名簿 介護保険WG')).not.toContain('メールが届いていない方');
    await here.run('digest', '2026-06-12T09:00:00+09:00');
    expect(lastLetter()).toMatchObject({ to: 'reiko@example.jp', text: expect.stringContaining('6月12日(金)') });
  });

  test('and has no Slack either stands among the undelivered each time, without a letter', async () => {
    const person = (
      await here.store.client.slackAccount.findFirst({ where: { userId: here.account(cast.member).userId } })
    )?.personId;
    await here.store.client.$executeRaw`UPDATE slack_account SET until = '2026-06-12' WHERE person_id = ${person}`;
    await here.store.client.$executeRaw`
      INSERT INTO mail_bounce VALUES (${person}, 'reiko@example.jp', 'mail_550', '2026-06-12T09:00:00+09:00')`;
    server.letters.length = 0;
    here.at('2026-06-12T10:00:00+09:00');
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/15 台帳の確認');
    await here.run('digest', '2026-06-15T09:00:00+09:00');
    const lost = await here.store.council('ibaraki').undelivered();
    expect(lost.map((one) => one.error)).toContain('mail_bounces');
    expect(server.letters).toEqual([]);
    // Unless the secretariat has it tried again.
    await here.say(cast.secretariat, '/council 再送 すべて');
    expect(lastLetter().text).toContain('6月15日(月)のお知らせ');
  });

  test('has no Slack has files as attachments', async () => {
    await here.store.client.$executeRaw`DELETE FROM mail_bounce`;
    const { personId } = await here.store.client.personSetting.findFirstOrThrow({
      where: { mail: 'reiko@example.jp' },
    });
    const file = { name: '引継書.txt', title: { ja: ja`引継書`, en: en`Handover pack` }, content: '引継ぎの内容' };
    await enqueue(
      here.store.client,
      'ibaraki',
      [{ kind: 'file', key: 'pack', to: { person: personId }, file }],
      [],
      here.now(),
    );
    await here.say(cast.noSeat, '/council help');
    const { to, source } = server.letters.at(-1) ?? { to: '', source: '' };
    expect(to).toBe('reiko@example.jp');
    expect(source.replace(/\s/gu, '')).toContain(Buffer.from('引継ぎの内容').toString('base64'));
    expect(source).toMatch(/Content-Disposition: attachment/u);
  });

  test('is not sent a letter twice that may have gone, unless somebody asks for that one by its number', async () => {
    await here.store.client.$executeRaw`DELETE FROM mail_bounce`;
    await here.say(cast.secretariat, '/council 再送 すべて');
    server.letters.length = 0;
    server.behaves = 'breaksOff';
    await here.say(cast.lead, '/item 追加 @常陸大宮市 6/16 端末の確認');
    await here.run('digest', '2026-06-16T09:00:00+09:00');
    server.behaves = 'takes';
    expect(await here.say(cast.secretariat, '/council 再送 すべて')).toMatchInlineSnapshot(
      `"(本人のみ) 1件は、届いている可能性があるため、再送していません。宛先をご確認のうえ、「/council 再送 番号」で1件ずつお願いします。"`,
    );
    expect(server.letters).toEqual([]);
    const [lost] = await here.store.council('ibaraki').undelivered();
    expect(lost?.error).toBe('mail_unknown');
    await here.say(cast.secretariat, `/council 再送 ${lost?.id}`);
    expect(server.letters).toHaveLength(1);
  });
});

test.each([
  ['takes', { kind: 'sent' }],
  ['refuses', { kind: 'refused', error: 'mail_550', bounced: true }],
  ['refusesWords', { kind: 'refused', error: 'mail_554', bounced: false }],
  ['isFull', { kind: 'refused', error: 'mail_552', bounced: false }],
  ['later', { kind: 'away' }],
  ['breaksOff', { kind: 'lost' }],
] as const)('a server that %s', async (behaves, expected) => {
  server.behaves = behaves;
  const letter = { to: 'a@example.jp', subject: 'お知らせ', text: '本文', name: behaves };
  expect(await mailBy(server.url)(letter)).toEqual(expected);
});

test('a server that is away', async () => {
  const letter = { to: 'a@example.jp', subject: 'x', text: 'x', name: 'x' };
  expect(await mailBy('smtp://127.0.0.1:1')(letter)).toEqual({ kind: 'away' });
});

test('a server that does not accept our account loses no letter', async () => {
  server.behaves = 'takes';
  const url = server.url.replace('smtp://', 'smtp://renkei:wrong@');
  expect(await mailBy(url)({ to: 'a@example.jp', subject: 'x', text: 'x', name: 'x' })).toEqual({ kind: 'away' });
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

    このメールは、お知らせをメールで受け取る方へお送りしています。ご回答は、Slackで行っていただくか、ご所属の情報主管担当または事務局へお知らせください。",
    }
  `);
});
