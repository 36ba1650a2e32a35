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
  const message = { address: ADDRESS, words: '様式の統一' };
  for (const { id, label, field, words } of shortcuts) {
    const form = formOfShortcut(shortcuts, commands, id, message);
    const shown = form?.fields.filter((one) => one.initial === message.words).map((one) => one.key);
    expect(shown).toEqual(words === undefined ? [] : [words]);
    expect(form?.fields.find((one) => one.key === field)?.initial).toBe(ADDRESS);
    expect([...plain(label.ja)].length).toBeLessThanOrEqual(24);
  }
  const secret = formOfShortcut(shortcuts, commands, 'agenda_from_message', { ...message, words: '123456789018' });
  expect(secret?.fields.find((one) => one.key === 'what')?.initial).toBe('');
  expect(formOfShortcut(shortcuts, commands, 'other', message)).toBeUndefined();
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
