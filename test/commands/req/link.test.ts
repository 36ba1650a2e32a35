/** Where something was talked about: begun from a message, kept as an address, shown as a link. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { shortcuts } from '../../../commands/shortcuts.ts';
import { formOfShortcut } from '../../../src/command/shortcut.ts';
import { plain } from '../../../src/text/text.ts';
import { cast, type Office, office } from '../../support/office.ts';

const ADDRESS = 'https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100';
let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

test('each shortcut opens the form of a command that takes an address, under a name that fits Slack’s menu', () => {
  for (const { id, label, field } of shortcuts) {
    const form = formOfShortcut(shortcuts, commands, id, { address: ADDRESS, words: '' });
    expect(form?.fields.find((one) => one.key === field)?.initial).toBe(ADDRESS);
    expect([...plain(label.ja)].length).toBeLessThanOrEqual(24);
  }
  expect(formOfShortcut(shortcuts, commands, 'other', { address: ADDRESS, words: '' })).toBeUndefined();
});

test('a message is linked to a requirement and a decision, and stands in what is shown of it', async () => {
  expect(await here.say(cast.member, `/req 紐付け １２３４ ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) 要件1234に投稿を紐付けました。外す場合は、同じ内容に「外す」を添えてご入力ください。投稿の内容は保存していません。"`,
  );
  expect(await here.say(cast.member, '/req 表示 1234')).toContain(`関連する投稿:<${ADDRESS}|投稿1>`);
  await here.say(cast.lead, '/req 決定 1234 標準');
  expect(await here.say(cast.lead, `/req link 第1号 ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) 令和8年度決定第1号に投稿を紐付けました。外す場合は、同じ内容に「外す」を添えてご入力ください。投稿の内容は保存していません。"`,
  );
  expect(await here.say(cast.lead, `/req link 第99号 ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) 令和8年度決定第99号は見つかりませんでした。番号をご確認ください。"`,
  );
  expect(await here.say(cast.lead, `/req link ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) 紐付ける要件番号、または決定番号(第12号)を添えてご入力ください。"`,
  );
  expect(await here.say(cast.otherLead, `/req link 1234 ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
  );
});

test('it is unlinked again, once', async () => {
  expect(await here.say(cast.member, `/req ひも付け 1234 ${ADDRESS} 外す`)).toMatchInlineSnapshot(
    `"(本人のみ) 要件1234との紐付けを外しました。"`,
  );
  expect(await here.say(cast.lead, `/req ひも付け 1234 ${ADDRESS} 外す`)).toMatchInlineSnapshot(
    `"(本人のみ) 要件1234には、この投稿は紐付いていません。"`,
  );
  expect(await here.say(cast.member, '/req 表示 1234')).not.toContain('関連する投稿');
});

test('an item begun from a message keeps its address', async () => {
  await here.say(cast.member, `/item 追加 6/12 ${ADDRESS} 投稿の件を確認`);
  expect(await here.say(cast.member, '/item 表示 K1')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K1「投稿の件を確認」
      *会議体* 介護保険WG
      *担当* 常陸大宮市 介護保険WG 佐川 礼子
      *期限* 6月12日(金)
      *優先度* 中
      *状態* 未着手
      *関連* https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100
      ■ 経過
      • 6月1日(月) 10:00 佐川 礼子 登録
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});

test('a requirement is begun from a message: its address and its words stand in the form', async () => {
  const form = formOfShortcut(shortcuts, commands, 'requirement_from_message', {
    address: ADDRESS,
    words: '督促状を宛名順に並べ替えたい',
  });
  expect(form?.fields.map((one) => [plain(one.label.ja), one.initial])).toMatchInlineSnapshot(`
    [
      [
        "業務",
        "",
      ],
      [
        "区分",
        "",
      ],
      [
        "便利機能等",
        "",
      ],
      [
        "URL",
        "https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100",
      ],
      [
        "要件内容",
        "督促状を宛名順に並べ替えたい",
      ],
    ]
  `);
});

test('is added by the lead under the next number, told in the channel, and linked to the message', async () => {
  expect(
    await here.say(cast.lead, `/req 起票 介護保険 任意 便利機能 ${ADDRESS} 督促状を宛名順に並べ替えられること`),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 要件3070を起票しました(介護保険、任意・便利機能等、機能ID:追加-1)。
      [起票を取り消す] [要件3070を表示]
    #wg-介護保険 要件3070が起票されました(介護保険、任意・便利機能等)。
      督促状を宛名順に並べ替えられること
      [要件3070を表示]"
  `);
  expect(await here.say(cast.member, '/req 表示 3070')).toMatchInlineSnapshot(`
    "(本人のみ) 要件3070(未決)
      督促状を宛名順に並べ替えられること
      *業務システム* 17 介護保険
      *担当* 介護保険WG
      *分類* —
      *機能ID* 追加-1
      *区分* 任意
      *便利機能等* 該当
      関連する投稿:<https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100|投稿1>"
  `);
  expect(
    await here.say(cast.secretariat, '/req add 介護保険 督促状を宛名順に　並べ替えられること'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 同じ内容の要件3070が、介護保険にすでにあります。起票はしていません。
      [要件3070を表示]"
  `);
});

test('is refused to members, and for a system that is not known', async () => {
  expect(await here.say(cast.member, '/req 要件追加 介護保険 帳票を増やすこと')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.lead, '/req 要件追加 介護保検 帳票を増やすこと')).toMatchInlineSnapshot(
    `"(本人のみ) 「介護保検」という業務は見つかりませんでした。「介護保険」のことでしょうか。「/req 要件追加 介護保険 …」のように、業務名からご入力ください。"`,
  );
  expect(await here.say(cast.lead, '/req 要件追加')).toMatchInlineSnapshot(
    `"[フォーム] 一覧にない要件(便利機能等)を起票します: 業務、区分、便利機能等、URL、要件内容"`,
  );
});

test('is taken back as a batch by who added it, unless something was decided on it; its number is not used again', async () => {
  expect(await here.say(cast.otherLead, '/req 取消 取込2')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
  await here.say(cast.lead, '/req 決定 3070 レベルアップ');
  expect(await here.say(cast.lead, '/req 取消 取込2')).toMatchInlineSnapshot(
    `"(本人のみ) 取込2は取り消せません。この取込を前提とした決定(要件3070)があります。後の取込から順に取り消すか、個別に修正してください。"`,
  );
  expect(await here.say(cast.secretariat, '/req 追加 介護保険 帳票を増やすこと', 'wg-介護保険')).toMatchInlineSnapshot(`
    "(本人のみ) 要件3071を起票しました(介護保険、任意、機能ID:追加-2)。
      [起票を取り消す] [要件3071を表示]
    #wg-介護保険 要件3071が起票されました(介護保険、任意)(事務局による代行)。
      帳票を増やすこと
      [要件3071を表示]"
  `);
  expect(await here.press(cast.secretariat, '起票を取り消す')).toMatchInlineSnapshot(
    `"(本人のみ) 取込3(起票)を取り消し、要件 1件を取込前の状態に戻しました。"`,
  );
  expect(await here.say(cast.lead, '/req 表示 3071')).toMatchInlineSnapshot(
    `"(本人のみ) 要件3071は登録されていません。近い番号は 3069、3070 です。"`,
  );
});
