/** `/item`: what is owed, by whom, by when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

describe('/item add', () => {
  test('a municipality by its name is its seat in the WG, shown with who holds it', async () => {
    expect(await here.say(cast.member, '/item 追加 @那珂市 6/12 帳票レイアウトの確認')).toMatchInlineSnapshot(`
      "#wg-介護保険 課題K1「帳票レイアウトの確認」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('a mention is the seat of that person', async () => {
    const { mention } = here.account('goka-utsumi');
    expect(await here.say(cast.lead, `/item 宿題 ${mention} 来週金曜まで 現行の件数を調べる`)).toMatchInlineSnapshot(`
      "#wg-介護保険 課題K2「現行の件数を調べる」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('a surname is enough where it is one person', async () => {
    const said = await here.say(cast.lead, '/item add @飯田さん 3営業日後 様式を送る');
    expect(said.split('\n')[0]).toMatchInlineSnapshot(
      `"#wg-介護保険 課題K3「様式を送る」を登録しました。担当:かすみがうら市 介護保険WG 飯田 佳代、期限 6月4日(木)。"`,
    );
  });

  test('a name that fits several is asked back; one of nobody is refused', async () => {
    expect(await here.say(cast.lead, '/item 追加 @清水 資料を用意する')).toContain('那珂市 介護保険WG');
    expect(
      await here.say(cast.secretariat, '/item 追加 @小 6/12 様式の確認', 'プロジェクトチーム'),
    ).toMatchInlineSnapshot(`"(本人のみ) 「小」に当てはまる方が複数います。@の後に氏名をすべてご入力ください。"`);
    expect(await here.say(cast.lead, '/item 追加 @山田 6/12 様式の確認')).toMatchInlineSnapshot(
      `"(本人のみ) 「山田」は、この会議体の委員には見つかりませんでした。委員の氏名のほか、@那珂市、@座長、@事務局、@各市町 のようにもご指定いただけます。"`,
    );
    const { mention } = here.account(cast.otherLead);
    expect(await here.say(cast.lead, `/item 追加 ${mention} 6/12 様式の確認`)).toMatchInlineSnapshot(
      `"(本人のみ) この方は、この会議体の本日の委員ではありません。@那珂市 のように市町名でご指定ください。"`,
    );
  });

  test('without a name it is one’s own, without a day it has none', async () => {
    expect(await here.say(cast.member, '/item 起票 次回までに資料を用意する')).toMatchInlineSnapshot(`
      "#wg-介護保険 課題K5「次回までに資料を用意する」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限なし。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('a due day on a closed day is accepted with a word on it', async () => {
    expect(await here.say(cast.member, '/item 追加 6/13 件数の報告')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K6「件数の報告」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)。
        期限の6月13日(土)は閉庁日です。次の開庁日は6月15日(月)です。
        [期限を6月15日(月)にする]
      #wg-介護保険 課題K6「件数の報告」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('a day that is over, and a weekday that contradicts, are refused', async () => {
    expect((await here.say(cast.member, '/item 追加 2026/5/1 件数の報告')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年5月1日(金)は過ぎています。令和9年5月1日(土)のことでしたら、そのようにご入力ください。"`,
    );
    expect((await here.say(cast.member, '/item 追加 6/12(月) 件数の報告')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年6月12日(金)は、ご入力の曜日(月)と一致しません。令和8年6月12日(金)、または令和8年6月15日(月)のことでしたら、そのようにご入力ください。"`,
    );
  });

  test('who is not of the WG may not, the secretariat may', async () => {
    expect(await here.say(cast.otherLead, '/item 追加 6/12 件数の報告')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
    );
    expect(await here.say(cast.adviser, '/item 追加 6/12 件数の報告')).toContain('介護保険WGの委員');
    expect(await here.say(cast.secretariat, '/item 追加 6/12 会場の予約')).toMatchInlineSnapshot(`
      "#wg-介護保険 課題K7「会場の予約」を登録しました。担当:事務局預かり、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });

  test('in a channel of no body it is said where to add it', async () => {
    expect(await here.say(cast.member, '/item 追加 6/12 件数の報告', LOBBY)).toMatchInlineSnapshot(
      `"(本人のみ) このチャンネルには、会議体が割り当てられていません。課題は、担当するWG・部会のチャンネルでご登録ください。"`,
    );
  });

  test('with a name and a day alone, the form asks for the rest and keeps what was typed', async () => {
    expect(await here.say(cast.member, '/item 追加 @那珂市 6/12')).toMatchInlineSnapshot(
      `"[フォーム] 課題・宿題を登録します: @担当者=@那珂市、期限=6/12、優先度、URL、内容"`,
    );
    expect(await here.submit(cast.member, { owner: '@那珂市', due: '6/12', title: '' })).toMatchInlineSnapshot(
      `"[フォーム] title: 内容をご入力ください。"`,
    );
    expect(
      (await here.submit(cast.member, { owner: '@那珂市', due: '6/19', title: '帳票の確認\n2枚とも' })).split('\n'),
    ).toMatchInlineSnapshot(`
      [
        "#wg-介護保険 課題K8「帳票の確認",
        "  2枚とも」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限 6月19日(金)。",
        "  [完了にする] [後で] [担当変更] [期限変更]",
      ]
    `);
  });
});

test('a form opens for nobody who would be refused once it is filled in', async () => {
  expect(await here.say(cast.noSeat, '/item 追加')).toContain('ご担当として登録されていません');
  expect(await here.say(cast.otherLead, '/item 期限 K1')).toContain('担当と期限の変更は、課題の担当、');
  expect(await here.say(cast.member, '/item 期限 K99')).toContain('見つかりませんでした');
  expect(await here.say(cast.lead, '/item 期限 K1')).toContain('[フォーム]');
});

describe('/item list', () => {
  test('of the WG by due day, with what is overdue marked', async () => {
    here.at('2026-06-15T10:00:00+09:00');
    expect(await here.say(cast.member, '/item 一覧')).toMatchInlineSnapshot(`
      "(本人のみ) 課題一覧(介護保険WG、未完了):8件
        • K3 【期限超過】様式を送る — かすみがうら市 介護保険WG 飯田 佳代、期限 6月4日(木)
        • K1 【期限超過】帳票レイアウトの確認 — 那珂市 介護保険WG 和田 幸子、期限 6月12日(金)
        • K2 【期限超過】現行の件数を調べる — 五霞町 介護保険WG 内海 真由美、期限 6月12日(金)
        • K7 【期限超過】会場の予約 — 事務局預かり、期限 6月12日(金)
        • K6 【期限超過】件数の報告 — 常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)
        • K8 帳票の確認 2枚とも — 那珂市 介護保険WG 和田 幸子、期限 6月19日(金)
        • K4 資料を用意する — 那珂市 介護保険WG 和田 幸子、期限なし
        • K5 次回までに資料を用意する — 常陸大宮市 介護保険WG 佐川 礼子、期限なし
        全8件中 1〜8件目"
    `);
  });

  test('one’s own, everywhere; the overdue ones; all of a WG', async () => {
    expect(await here.say(cast.member, '/item 一覧 自分')).toMatchInlineSnapshot(`
      "(本人のみ) 課題一覧(全会議体、自分の担当):2件
        • K6 【期限超過】件数の報告 — 常陸大宮市 介護保険WG 佐川 礼子、期限 6月13日(土)
        • K5 次回までに資料を用意する — 常陸大宮市 介護保険WG 佐川 礼子、期限なし
        全2件中 1〜2件目"
    `);
    expect((await here.say(cast.member, '/item 一覧 期限超過', LOBBY)).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 課題一覧(全会議体、期限超過):5件"`,
    );
    expect((await here.say(cast.member, '/item 課題一覧 すべて 障害者福祉', LOBBY)).split('\n')).toMatchInlineSnapshot(`
      [
        "(本人のみ) 課題一覧(障害者福祉WG、すべて):0件",
        "  該当するものはありません。",
      ]
    `);
  });
});

describe('/item done and /item undo', () => {
  test('the owner closes it by the button, and the channel’s message says so', async () => {
    expect(await here.say(cast.lead, '/item 完了 K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「帳票レイアウトの確認」は完了しました(和田 幸子)。
        [取り消す]
      #wg-介護保険 (書換え) 課題K1「帳票レイアウトの確認」は完了しました(和田 幸子)。"
    `);
  });

  test('closed is closed', async () => {
    expect(await here.say(cast.lead, '/item 済 1')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K1は、すでに完了になっています。"`,
    );
    expect(await here.say(cast.lead, '/item 完了 K99')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K99は見つかりませんでした。「/item 一覧」で番号をご確認ください。"`,
    );
  });

  test('and is opened again within ten minutes', async () => {
    here.at('2026-06-15T10:09:00+09:00');
    expect(await here.say(cast.lead, '/item 元に戻す K1')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K1「帳票レイアウトの確認」を、直前の操作の前の状態に戻しました(未着手)。
      #wg-介護保険 (書換え) 課題K1「帳票レイアウトの確認」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限 6月12日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
    await here.say(cast.lead, '/item 対応済 Ｋ１');
    here.at('2026-06-15T10:20:00+09:00');
    expect(await here.say(cast.lead, '/item 元に戻す K1')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K1は、操作から10分を過ぎているため取り消せません。必要な場合は、改めて変更をお願いします。"`,
    );
  });

  test('another member of the WG does not close what others owe, its raiser does', async () => {
    const { mention } = here.account('goka-utsumi');
    await here.say(cast.member, `/item 追加 ${mention} 6/30 回答の取りまとめ`);
    expect(await here.say('kasumi-iida', '/item done K9')).toMatchInlineSnapshot(
      `"(本人のみ) This can be done by the item's owner or raiser, the lead of 介護保険WG, or the secretariat (那珂市)."`,
    );
    expect(await here.say(cast.member, '/item done K9')).toContain('は完了しました(佐川 礼子)');
  });

  test('a comment that is taken back takes its links along, and leaves those that were there', async () => {
    const links = async () => /\*関連\* .*/.exec(await here.say(cast.member, '/item 表示 K9'))?.[0];
    await here.say(cast.member, '/item 追記 K9 要件1234の件数');
    const before = await links();
    await here.say(cast.member, '/item 追記 K9 要件1234と要件1235を合わせて確認する');
    expect([before, await links()]).toMatchInlineSnapshot(`
      [
        "*関連* 要件1234",
        "*関連* 要件1234、要件1235",
      ]
    `);
    await here.say(cast.member, '/item 元に戻す K9');
    expect(await links()).toBe(before);
  });

  test('what was just added is taken back, and stays in the list as such', async () => {
    await here.say(cast.member, '/item 追加 6/30 誤って登録');
    expect(await here.say(cast.member, '/item 元に戻す')).toMatchInlineSnapshot(`
      "(本人のみ) 課題K10「誤って登録」は取り下げられました。
      #wg-介護保険 (書換え) 課題K10「誤って登録」は取り下げられました。"
    `);
    expect(await here.say(cast.member, '/item 一覧 すべて')).toContain('誤って登録(取下げ)');
    expect(await here.say(cast.english, '/item undo')).toMatchInlineSnapshot(
      `"(本人のみ) There is nothing of yours to take back. Name it like “/item undo K45”."`,
    );
  });
});

describe('a day that is understood, but may be a slip', () => {
  test('a weekday that agrees in a later year only is told with that year, since it is likelier a slip', async () => {
    expect(await here.say(cast.lead, '/item 追加 ６／１８（金） 様式を印刷する')).toMatchInlineSnapshot(`
      "(本人のみ) 令和9年6月18日(金)として受け付けました。年と曜日に誤りがないか、ご確認ください。
      #wg-介護保険 課題K11「様式を印刷する」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限 令和9年6月18日(金)。
        [完了にする] [後で] [担当変更] [期限変更]"
    `);
  });
});

test('whom and by when may stand at the end; to pass it on, a name without @ is enough', async () => {
  expect(await here.say(cast.lead, '/item 追加 様式の送付　＠五霞町　９／１０まで')).toMatchInlineSnapshot(`
    "#wg-介護保険 課題K12「様式の送付」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 9月10日(木)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
  expect(await here.say(cast.lead, '/item 担当 K12 那珂市 五霞町')).toMatchInlineSnapshot(`
    "(本人のみ) 課題K12「様式の送付」の担当を、五霞町 介護保険WG 内海 真由美 から 那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美 に変更しました。
      [取り消す]
    #wg-介護保険 (書換え) 課題K12「様式の送付」を登録しました。担当:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 9月10日(木)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});

test('an owner may be named without @ before all else, and be the lead, the secretariat or everybody', async () => {
  const added = async (words: string) => (await here.say(cast.lead, `/item 追加 ${words}`)).split('\n')[0];
  expect(await added('五霞町 １２／１０ 台帳の照合')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K13「台帳の照合」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 12月10日(木)。"`,
  );
  expect(await added('那珂市、五霞町　来週金曜　二市町の照合')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K14「二市町の照合」を登録しました。担当:那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 6月26日(金)。"`,
  );
  expect(await added('五霞町、那珂市の様式を比べる')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K15「五霞町、那珂市の様式を比べる」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限なし。"`,
  );
  expect(await added('市町村 一覧の更新')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K16「市町村 一覧の更新」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限なし。"`,
  );
  expect(await added('座長 9/10 取りまとめ')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K17「取りまとめ」を登録しました。担当:介護保険WG 座長 和田 幸子、期限 9月10日(木)。"`,
  );
  expect(await added('@事務局 9/10 会場の手配')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K18「会場の手配」を登録しました。担当:事務局預かり、期限 9月10日(木)。"`,
  );
  expect(await added('@各市町 9/10 件数の報告を提出')).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K19「件数の報告を提出」を登録しました。担当:常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、期限 9月10日(木)。"`,
  );
  expect(await added('@事務局 @那珂市 9/10 会場の手配')).toMatchInlineSnapshot(
    `"(本人のみ) 事務局は、ほかの担当と同時には指定できません。事務局のみ、または委員のみをご指定ください。"`,
  );
  expect(await here.say(cast.lead, '/item 追加 @水戸市 9/10 様式の送付')).toMatchInlineSnapshot(
    `"(本人のみ) 「水戸市」は、この会議体の委員には見つかりませんでした。委員の氏名のほか、@那珂市、@座長、@事務局、@各市町 のようにもご指定いただけます。"`,
  );
  // In a form nothing else can stand in the field.
  await here.say(cast.lead, '/item 追加');
  expect(
    (await here.submit(cast.lead, { owner: '内海 真由美、那珂市', due: '9/10', title: '用紙の在庫' })).split('\n')[0],
  ).toMatchInlineSnapshot(
    `"#wg-介護保険 課題K20「用紙の在庫」を登録しました。担当:五霞町 介護保険WG 内海 真由美 / 那珂市 介護保険WG 和田 幸子、期限 9月10日(木)。"`,
  );
  expect(await here.say(cast.lead, '/item 一覧 五霞町')).toMatchInlineSnapshot(`
    "(本人のみ) 課題一覧(介護保険WG 五霞町、未完了):6件
      • K2 【期限超過】現行の件数を調べる — 五霞町 介護保険WG 内海 真由美、期限 6月12日(金)
      • K14 二市町の照合 — 那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 6月26日(金)
      • K12 様式の送付 — 那珂市 介護保険WG 和田 幸子 / 五霞町 介護保険WG 内海 真由美、期限 9月10日(木)
      • K19 件数の報告を提出 — 常陸大宮市 介護保険WG 佐川 礼子 / 那珂市 介護保険WG 和田 幸子 / かすみがうら市 介護保険WG 飯田 佳代 / 五霞町 介護保険WG 内海 真由美、期限 9月10日(木)
      • K20 用紙の在庫 — 五霞町 介護保険WG 内海 真由美 / 那珂市 介護保険WG 和田 幸子、期限 9月10日(木)
      • K13 台帳の照合 — 五霞町 介護保険WG 内海 真由美、期限 12月10日(木)
      全6件中 1〜6件目"
  `);
});

test('a month and day that was over lately is next year’s, with a word on it', async () => {
  expect(await here.say(cast.lead, '/item 追加 5/20 様式の見直し')).toMatchInlineSnapshot(`
    "(本人のみ) この月日は最近過ぎたため、令和9年5月20日(木)として受け付けました。年に誤りがないか、ご確認ください。
    #wg-介護保険 課題K21「様式の見直し」を登録しました。担当:那珂市 介護保険WG 和田 幸子、期限 令和9年5月20日(木)。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
});

test('what was passed on, and what was said with the end, stand in the history', async () => {
  const [number = ''] = /K\d+/u.exec(await here.say(cast.lead, '/item 追加 @五霞町 9/10 控えの確認')) ?? [];
  await here.say(cast.lead, `/item 担当 ${number} @五霞町 @那珂市`);
  expect(await here.say(cast.lead, `/item 完了 ${number} K1`)).toContain('課題は、1件ずつ完了にしてください。');
  await here.say(cast.lead, `/item 完了 ${number} 全体 6月15日に送付済`);
  expect((await here.say(cast.lead, `/item 表示 ${number}`)).split('■ 経過')[1]).toMatchInlineSnapshot(`
    "
      • 6月15日(月) 10:20 和田 幸子 登録
      • 6月15日(月) 10:20 和田 幸子 担当変更:五霞町 介護保険WG / 那珂市 介護保険WG
      • 6月15日(月) 10:20 和田 幸子 完了報告:完了、6月15日に送付済"
  `);
});

test('a long list goes on by button, with its filter, and says which of how many are shown', async () => {
  await here.store.act('ibaraki', async ({ items }) => {
    for (let nth = 1; nth <= 25; nth += 1)
      await items.add({
        ...{ body: 'nenkin', title: `様式${nth}の確認`, owner: undefined, priority: 'high' },
        ...{ due: day('2026-06-10'), raised: { at: here.now(), by: 1, seat: 'nenkin:lead' } },
      });
  });
  const first = await here.say(cast.secretariat, '/item 一覧 期限超過 国民年金', LOBBY);
  expect(first).toContain('課題一覧(国民年金WG、期限超過):25件');
  expect(first.match(/様式\d+の確認/gu)).toHaveLength(20);
  expect(first).toMatch(/全25件中 1〜20件目\n +\[次のページ\]$/u);
  const second = await here.press(cast.secretariat, '次のページ', LOBBY);
  expect(second.match(/様式\d+の確認/gu)).toEqual([21, 22, 23, 24, 25].map((nth) => `様式${nth}の確認`));
  expect(second).toMatch(/全25件中 21〜25件目\n +\[前のページ\]$/u);
  expect(await here.say(cast.secretariat, '/item 一覧 優先 p2', LOBBY)).toContain('全25件中 21〜25件目');
});

describe('who calls themselves 自分', () => {
  const oneself: [owner: string, title: string, whose: string][] = [
    ['自分 6/20', '様式を確認', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月20日(土)'],
    ['私、6/19', '様式を点検', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月19日(金)'],
    ['わたし', '様式を送付', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限なし'],
    ['@自分 6/19', '様式を印刷', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月19日(金)'],
    ['Ｍｅ 6/19', '様式を保存', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限 6月19日(金)'],
    ['自分 @那珂市 6/19', '様式を比較', '担当:常陸大宮市 介護保険WG 佐川 礼子 / 那珂市'],
    ['', '自分の様式を確認', '担当:常陸大宮市 介護保険WG 佐川 礼子、期限なし'],
    ['@那珂市', 'me様式を確認 @自分', '担当:那珂市 介護保険WG 和田 幸子 / 常陸大宮市 介護保険WG 佐川 礼子、期限なし'],
  ];
  test.each(oneself)('「%s %s」 is of whoever typed it, where they call themselves', async (owner, title, whose) => {
    const said = await here.say(cast.member, `/item 追加 ${owner} ${title}`);
    expect(said).toContain(`「${title.replace(/ @.*/u, '')}」を登録しました。${whose}`);
    await here.say(cast.member, `/item 取消 ${/K\d+/u.exec(said)?.[0]}`);
  });

  test('who has no seat in the body cannot owe it there; an item passes to whoever says so', async () => {
    expect(await here.say(cast.secretariat, '/item 追加 自分 6/19 様式を確認')).toMatchInlineSnapshot(
      `"(本人のみ) この会議体にはご自身の委員としての担当がないため、「自分」とはご指定いただけません。@那珂市 のように、担当の市町名でご指定ください。"`,
    );
    const said = await here.say(cast.lead, '/item 追加 @五霞町 様式を複写');
    expect(await here.say(cast.lead, `/item 担当 ${/K\d+/u.exec(said)?.[0]} 自分`)).toMatch(
      /から 那珂市 介護保険WG 和田 幸子 に変更/u,
    );
  });
});

test('a name without @ before a day is asked: it may be the owner’s, or a word of the title', async () => {
  expect(await here.say(cast.lead, '/item 追加 内海さん 9/30 様式の確認')).toMatchInlineSnapshot(`
    "(本人のみ) 「内海さん」は、担当の方のお名前でしょうか、件名の一部でしょうか。まだ登録していません。
      [担当を五霞町 内海 真由美にする] [件名に含める]"
  `);
  const numbers = await here.store.client.item.count();
  expect(await here.press(cast.lead, '件名に含める')).toContain('「内海さん 様式の確認」を登録しました。担当:那珂市');
  await here.say(cast.lead, '/item 追加 内海　真由美 9/30 様式の送付');
  expect(await here.press(cast.lead, '担当を五霞町 内海 真由美にする')).toContain(
    '「様式の送付」を登録しました。担当:五霞町 介護保険WG 内海 真由美、期限 9月30日(水)',
  );
  // Nobody's name, or no day behind it: a title.
  expect(await here.say(cast.lead, '/item 追加 内海 様式の受領')).toContain('「内海 様式の受領」を登録しました');
  expect(await here.say(cast.lead, '/item 追加 帳票 9/30 様式の受領')).toContain(
    '「帳票 9/30 様式の受領」を登録しました',
  );
  expect(await here.store.client.item.count()).toBe(numbers + 4);
});
