/** Where something was talked about: begun from a message, kept as an address, shown as a link. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { shortcuts } from '../../../commands/shortcuts.ts';
import { formOfShortcut } from '../../../src/command/shortcut.ts';
import { plain } from '../../../src/text/text.ts';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

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
    `
    "(本人のみ) 要件1234に投稿をひも付けました。投稿の内容は保存していません。
      [ひも付けを外す]"
  `,
  );
  expect(await here.say(cast.member, '/req 表示 1234')).toContain(`関連する投稿:<${ADDRESS}|投稿1>`);
  await here.say(cast.lead, '/req 決定 1234 標準');
  expect(await here.say(cast.lead, `/req link 第1号 ${ADDRESS}`)).toMatchInlineSnapshot(
    `
    "(本人のみ) 令和8年度決定第1号に投稿をひも付けました。投稿の内容は保存していません。
      [ひも付けを外す]"
  `,
  );
  expect(await here.say(cast.lead, `/req link 第99号 ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) 令和8年度決定第99号は見つかりませんでした。番号をご確認ください。"`,
  );
  expect(await here.say(cast.lead, `/req link ${ADDRESS}`)).toMatchInlineSnapshot(
    `
    "(本人のみ) ひも付ける要件番号、または決定番号(第12号)を添えてご入力ください。
      「/req ひも付け 1234 https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100」のようにご入力ください。"
  `,
  );
  expect(await here.say(cast.otherLead, `/req link 1234 ${ADDRESS}`)).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
  );
});

test('it is unlinked again, once', async () => {
  expect(await here.say(cast.member, `/req ひも付け 1234 ${ADDRESS} 外す`)).toMatchInlineSnapshot(
    `
    "(本人のみ) 要件1234とのひも付けを外しました。
      [もう一度ひも付ける]"
  `,
  );
  expect(await here.say(cast.lead, `/req ひも付け 1234 ${ADDRESS} 外す`)).toMatchInlineSnapshot(
    `"(本人のみ) 要件1234には、この投稿はひも付いていません。"`,
  );
  expect(await here.say(cast.member, '/req 表示 1234')).not.toContain('  関連する投稿');
});

test('from a message: linked to a decision by the form, once, taken back by its button, and back again', async () => {
  const heard: string[] = [];
  const choose = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    here.choose(cast.lead, 'link_from_message', '様式の統一について');
    heard.push(await here.submit(cast.lead, fields));
  };
  expect(here.choose(cast.lead, 'link_from_message', '様式の統一について')).toMatchInlineSnapshot(
    `"[フォーム] 要件・決定に、関連する投稿をひも付けます: 要件番号、決定番号、URL=https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100、外す"`,
  );
  await choose({});
  await choose({ id: '9999' });
  await choose({ id: '1260', decision: '第1号' });
  await choose({ id: '1260' });
  here.at('2026-06-01T10:02:00+09:00');
  await choose({ id: '1260' });
  heard.push(await here.press(cast.lead, 'ひも付けを外す'), await here.press(cast.lead, 'もう一度ひも付ける'));
  await choose({ decision: '第2号' });
  await choose({ decision: '第1号' });
  expect(heard).toMatchInlineSnapshot(`
    [
      "(本人のみ) ひも付ける要件番号、または決定番号(第12号)を添えてご入力ください。
      「/req ひも付け 1234 https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100」のようにご入力ください。",
      "(本人のみ) 要件9999は登録されていません。近い番号は 3068、3069 です。",
      "(本人のみ) 要件番号と決定番号は、どちらか一方をご入力ください。両方にひも付ける場合は、1件ずつお願いします。",
      "(本人のみ) 要件1260に投稿をひも付けました。投稿の内容は保存していません。
      [ひも付けを外す]",
      "(本人のみ) 要件1260には、この投稿がすでにひも付いています。
      [ひも付けを外す]",
      "(本人のみ) 要件1260とのひも付けを外しました。
      [もう一度ひも付ける]",
      "(本人のみ) 要件1260に投稿をひも付けました。投稿の内容は保存していません。
      [ひも付けを外す]",
      "(本人のみ) 令和8年度決定第2号は見つかりませんでした。番号をご確認ください。",
      "(本人のみ) 令和8年度決定第1号には、この投稿がすでにひも付いています。
      [ひも付けを外す]",
    ]
  `);
  const told = await here.say(cast.member, '/req 履歴 1234');
  expect(told.slice(told.indexOf('令和8年度決定第1号に'))).toMatchInlineSnapshot(
    `"令和8年度決定第1号に関連する投稿:<https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100|投稿1>"`,
  );
  expect(await here.say(cast.member, '/req 表示 1234')).toContain('令和8年度決定第1号に関連する投稿:');
  expect(await here.press(cast.lead, 'ひも付けを外す')).toContain('令和8年度決定第1号とのひも付けを外しました');
});

test('from a message: added as a requirement of the channel’s only system, with the message beside it, and taken back', async () => {
  const words = '認定調査票を受付順に並べ替えられること';
  expect(here.choose(cast.lead, 'requirement_from_message', words)).toMatchInlineSnapshot(
    `"[フォーム] 一覧にない要件(便利機能等)を起票します: 業務、区分、便利機能等、URL=https://ibaraki.slack.com/archives/C0WGKAIGO/p1780000000000100、要件内容=認定調査票を受付順に並べ替えられること"`,
  );
  expect(await here.submit(cast.lead, { system: '海洋' })).toMatchInlineSnapshot(
    `"(本人のみ) 「海洋」という業務は見つかりませんでした。「介護保険」のことでしょうか。「/req 要件追加 介護保険 …」のように、業務名からご入力ください。"`,
  );
  here.choose(cast.secretariat, 'requirement_from_message', words, LOBBY);
  expect(await here.submit(cast.secretariat, {})).toMatchInlineSnapshot(
    `"(本人のみ) このチャンネルには業務が割り当てられていません。お手数ですが、業務の欄もご入力ください。"`,
  );
  here.choose(cast.lead, 'requirement_from_message', words);
  expect(await here.submit(cast.lead, {})).toMatchInlineSnapshot(`
    "(本人のみ) 要件3070を起票しました(介護保険、任意、機能ID:追加-1)。
      [起票を取り消す] [要件3070を表示]
    #wg-介護保険 要件3070が起票されました(介護保険、任意)。
      認定調査票を受付順に並べ替えられること
      [要件3070を表示]"
  `);
  expect(await here.say(cast.member, '/req 表示 3070')).toContain(`関連する投稿:<${ADDRESS}|投稿1>`);
  here.at('2026-06-01T10:04:00+09:00');
  here.choose(cast.lead, 'requirement_from_message', words);
  expect(await here.submit(cast.lead, { system: '介護保険' })).toContain('すでにあります');
  expect(await here.say(cast.lead, '/req 取消 取込2')).toMatchInlineSnapshot(
    `"(本人のみ) 取込2(起票)を取り消し、要件 1件を取込前の状態に戻しました。"`,
  );
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
      • 6月1日(月) 10:04 佐川 礼子 登録
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});
