/** `/wg map` and `/wg unmap`: which channel shows which body. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('only the secretariat maps channels', async () => {
  expect(await here.say(cast.lead, '/wg ひも付け 介護保険WG', LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
});

test('the secretariat maps a channel of no body, and can take it back', async () => {
  expect(await here.say(cast.secretariat, '/wg 割当 介護保険 県', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) <#C0LOBBY> に介護保険WGを割り当てました(参加範囲:県も参加)。
      [元に戻す]"
  `);
  expect(await here.say(cast.lead, '/req 一覧', LOBBY)).toContain('介護保険WGの要件一覧');
  expect(await here.press(cast.secretariat, '元に戻す', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) <#C0LOBBY> への介護保険WGの割り当てを解除しました。
      [元に戻す]"
  `);
});

test('a channel named by its mention is mapped from anywhere', async () => {
  expect(
    await here.say(cast.secretariat, `/wg map 健康管理WG <#C0LOBBY|${LOBBY}> 構成団体のみ`),
  ).toMatchInlineSnapshot(`
    "(本人のみ) <#C0LOBBY> に健康管理WGを割り当てました(参加範囲:構成団体のみ)。
      [元に戻す]"
  `);
  expect(await here.say(cast.secretariat, '/wg 紐付け 健康管理', LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) このチャンネルには、すでに健康管理WGが割り当てられています。"`,
  );
});

test('another body in a mapped channel replaces the one before, and says which that was', async () => {
  expect(await here.say(cast.secretariat, '/wg ひも付け 学齢簿', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) <#C0LOBBY> に学齢簿WGを割り当てました(参加範囲:構成団体のみ)。
      変更前:健康管理WG
      [元に戻す]"
  `);
  expect(await here.press(cast.secretariat, '元に戻す', LOBBY)).toContain('健康管理WGを割り当てました');
});

test('the way back restores the audience too', async () => {
  await here.say(cast.secretariat, '/wg ひも付け 学齢簿 事業者', LOBBY);
  expect(await here.press(cast.secretariat, '元に戻す', LOBBY)).toContain(
    '健康管理WGを割り当てました(参加範囲:構成団体のみ)',
  );
});

test('what the body is told goes to its channel for the members, not to the one with the prefecture in it', async () => {
  await here.say(cast.secretariat, '/wg ひも付け 介護保険 県', LOBBY);
  expect(await here.say(cast.lead, '/req 決定 1234 標準')).not.toContain(`#${LOBBY}`);
});

test('unmapping is told, and offers the way back', async () => {
  expect(await here.say(cast.secretariat, '/wg ひも付け解除', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) <#C0LOBBY> への介護保険WGの割り当てを解除しました。
      [元に戻す]"
  `);
  expect(await here.say(cast.secretariat, '/wg unmap', LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) このチャンネルには、会議体が割り当てられていません。"`,
  );
});

test('a body without a channel is told so to who acts for it', async () => {
  await here.say(cast.secretariat, '/wg ひも付け解除');
  expect(await here.say(cast.lead, '/req 決定 1235 標準')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1235を『パッケージ標準どおり』として仮記録しました(令和8年度決定第2号)。
      担当のWGにはチャンネルが割り当てられていないため、お知らせは投稿していません。事務局へ割り当てをご依頼ください。"
  `);
  expect(await here.say(cast.lead, '/wg 日程 介護保険 6/19 14:00')).toMatchInlineSnapshot(`
    "(本人のみ) 日時を「令和8年6月19日(金) 14:00」と読み取りました。
      この会議体にはチャンネルが割り当てられていないため、お知らせは投稿していません。事務局へ割り当てをご依頼ください。"
  `);
  expect(await here.say(cast.lead, '/item 追加 帳票の確認')).toMatchInlineSnapshot(
    `"(本人のみ) このチャンネルには、会議体が割り当てられていません。課題は、担当するWG・部会のチャンネルでご登録ください。"`,
  );
});

test('and the secretariat sees what could not be delivered', async () => {
  expect((await here.say(cast.secretariat, '/council 進捗')).split('\n').slice(0, 12)).toMatchInlineSnapshot(`
    [
      "(本人のみ) 要件3,069件中2件が決定済みです(0.0%)。",
      "  *未決* 3,067件",
      "  *便利機能等* 125件",
      "  *未完了の課題* 0件",
      "  *うち期限超過* 0件",
      "  *会議(令和8年度)* 計画1回、開催0回、削減0回、予定1回",
      "  お届けできなかったお知らせが3件あります(新しい順に3件を表示)。宛先と、チャンネルの状態をご確認ください。",
      "  • 番号4 6月1日(月) 会議M1の添付ファイル(介護保険WG宛):チャンネルが割り当てられていません",
      "  • 番号3 6月1日(月) 会議M1のお知らせ(介護保険WG宛):チャンネルが割り当てられていません",
      "  • 番号2 6月1日(月) 要件の決定のお知らせ(介護保険WG宛):チャンネルが割り当てられていません",
      "  • 住民基本台帳WG 0/220(0.0%)",
      "  • 印鑑登録WG 0/55(0.0%)",
    ]
  `);
  expect(await here.say(cast.lead, '/council 進捗')).not.toContain('お届けできなかった');
});
