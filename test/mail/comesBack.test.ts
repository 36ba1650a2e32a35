/** A letter that was accepted and comes back later, as mail: the failure list, and the way that the next one takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueue } from '../../src/store/outbox.ts';
import { en, ja } from '../../src/text/text.ts';
import { returnedReport } from '../support/letters.ts';
import { type TestMailbox, testMailbox } from '../support/mailbox.ts';
import { type MailServer, mailServer } from '../support/mailServer.ts';
import { cast, type Office, office } from '../support/office.ts';

const ADDRESS = 'sagawa@example.jp';
let server: MailServer;
let mailbox: TestMailbox;
let here: Office;
beforeAll(async () => {
  server = await mailServer();
  mailbox = testMailbox();
  here = await office('2026-06-05T15:00:00+09:00', undefined, server.url, false, mailbox);
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/8 件数の報告');
  await here.say(cast.member, `/council お知らせ メール <mailto:${ADDRESS}|${ADDRESS}>`);
  await accountUntil('2026-06-07');
});
afterAll(async () => {
  await here.close();
  await server.close();
});

/** What the last letter is called. */
const lastName = (): string => /^Message-ID: <(.+)>$/im.exec(server.letters.at(-1)?.source ?? '')?.[1] ?? '';
/** Who has letters has an account until then, or for good. */
const accountUntil = (day: string | null) =>
  here.store.client.$executeRaw`
    UPDATE slack_account SET until = ${day} WHERE person_id = (SELECT person_id FROM person_setting WHERE mail = ${ADDRESS})`;
const health = () => here.say(cast.secretariat, '/council 稼働状況');

test('stands among the undelivered, whatever the mail server had said, and only once', async () => {
  await here.run('digest', '2026-06-08T09:00:00+09:00');
  expect(server.letters).toHaveLength(1);
  expect(await health()).toContain('お知らせは、すべて正常に処理されています。');

  // Somebody who knows how our letters are named, but has not seen this one.
  const guessed = lastName().replace(/\.[\da-f]{4}/u, '.0000');
  await mailbox.deliver(returnedReport({ name: guessed, to: ADDRESS, status: '5.7.1' }));
  for (const status of ['5.2.2', '5.1.1'])
    await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status }));
  // A digest's work stands in the others' own digests.
  expect(await here.run('returned', '2026-06-08T09:12:00+09:00')).toEqual({});
  expect(await health()).toContain(
    '(佐川 礼子さん宛):宛先のメールボックスがいっぱいで、戻ってきました。空きができてから再送してください(5.2.2)',
  );
  expect(await health()).toContain('*戻ってきたメールの最終確認* 6月8日(月) 09:12');
  expect(await here.store.council('ibaraki').undelivered()).toHaveLength(1);
  // Its address is a good one.
  expect(await here.say(cast.secretariat, '/council 名簿 介護保険WG')).not.toContain('メールが届いていない方');
});

test('of a full mailbox is sent again when asked; what then comes back for the first letter changes nothing', async () => {
  await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status: '5.1.1' }));
  await here.say(cast.secretariat, '/council 再送 すべて');
  expect(server.letters).toHaveLength(2);
  await here.run('returned', '2026-06-08T10:02:00+09:00');
  expect(await here.store.council('ibaraki').undelivered()).toEqual([]);
});

test('goes to who sits beside; where only one was failed to whom an address passes letters on, it stays open', async () => {
  const { personId: person } = await here.store.client.personSetting.findFirstOrThrow({ where: { mail: ADDRESS } });
  const message = { summary: { ja: ja`調査票の様式が変わりました。`, en: en`The form has changed.` } };
  const post = { kind: 'message', key: 'form', to: { person }, message } as const;
  await enqueue(here.store.client, 'ibaraki', [post], [], here.now());
  await here.say(cast.noSeat, '/council help');
  await mailbox.deliver(returnedReport({ name: lastName(), to: 'moved@example.jp', status: '5.1.1' }));
  expect(await here.run('returned', '2026-06-08T10:07:00+09:00')).toMatchInlineSnapshot(`
    {
      "菊池 友美": "調査票の様式が変わりました。
      佐川 礼子様へのお知らせですが、お届けできなかったため、代わりにお送りしています。宛先の状態は、事務局が確認します。",
    }
  `);
  expect(await here.store.council('ibaraki').undelivered()).toMatchObject([{ error: 'mail_5.1.1' }]);
  expect(await here.say(cast.secretariat, '/council 名簿 介護保険WG')).not.toContain('メールが届いていない方');
  await here.say(cast.secretariat, '/council 再送 すべて');
});

test('from a mailbox that is away is read later, and the secretariat sees since when it was not', async () => {
  await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status: '5.1.1' }));
  mailbox.away = true;
  await here.run('returned', '2026-06-08T10:12:00+09:00');
  expect(await health()).toContain(
    '*戻ってきたメールの最終確認* 6月8日(月) 10:07(6月8日(月) 10:12の時点で、メールサーバーに接続できません。5分ごとに試しています)',
  );
  mailbox.away = false;
});

test('since nobody has that address closes it: the next digest is told in Slack, and why', async () => {
  await here.run('returned', '2026-06-08T10:17:00+09:00');
  expect(await health()).toContain(
    '宛先のメールアドレスが見つからず、戻ってきました。アドレスの変更をお願いします(5.1.1)',
  );
  server.letters.length = 0;
  await accountUntil(null);
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/9 様式の確認');
  const told = await here.run('digest', '2026-06-09T09:00:00+09:00');
  expect(told['佐川 礼子']).toContain(
    'ご登録のメールアドレスではお受け取りいただけなかったため、Slackでお送りしています。',
  );
  expect(server.letters).toEqual([]);
});

test('is told in Slack at once to who has an account: that very message, once, and edited when acted upon', async () => {
  await here.say(cast.member, `/council お知らせ メール ${ADDRESS}`);
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/10 経費の確認');
  const before = await here.store.council('ibaraki').undelivered();
  expect(Object.keys(await here.run('digest', '2026-06-10T09:00:00+09:00'))).not.toContain('佐川 礼子');
  for (const status of ['5.2.2', '5.1.1'])
    await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status }));
  const told = await here.run('returned', '2026-06-10T09:12:00+09:00');
  expect(Object.keys(told)).toEqual(['佐川 礼子']);
  expect(told['佐川 礼子']).toContain('6月10日(水)のお知らせです。');
  expect(told['佐川 礼子']).toContain('Slackでお送りしています。');
  await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status: '5.1.1' }));
  expect(await here.run('returned', '2026-06-10T09:17:00+09:00')).toEqual({});
  expect(await here.press(cast.member, 'K3を完了にする', 'DM')).toContain('佐川 礼子 (書換え) おはようございます。');
  expect(await here.store.council('ibaraki').undelivered()).toEqual(before);
});

test('the next day is not: that day has its own digest', async () => {
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/11 台帳の確認');
  await here.run('digest', '2026-06-11T09:00:00+09:00');
  await mailbox.deliver(returnedReport({ name: lastName(), to: ADDRESS, status: '5.4.7' }));
  expect(await here.run('returned', '2026-06-12T08:07:00+09:00')).toEqual({});
  expect(await here.store.council('ibaraki').undelivered()).toContainEqual(
    expect.objectContaining({ error: 'mail_5.4.7' }),
  );
});
