/** Who is entered as new and has a namesake; and a section that changes with its holder. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

const say = (line: string) => here.say(cast.secretariat, line);

test('a section that is named beside the holder changes with it', async () => {
  expect(await say('/council 担当 介護保険WG 五霞町 長寿支援課 新規：野口　薫')).toMatchInlineSnapshot(`
    "(本人のみ) 担当者を登録しました(名簿1)。
      五霞町 介護保険WG 委員:野口 薫 令和8年6月1日(月)から
      課名:長寿支援課
      • 内海 真由美:令和8年5月31日(日)まで
      野口 薫さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。
      [取り消す]"
  `);
  expect(await say('/council 名簿 五霞町')).toContain('介護保険WG 委員(長寿支援課):野口 薫');
});

test('who is entered as new and is registered there already is asked about, and is not made twice', async () => {
  expect(await say('/council 担当 国民健康保険WG 五霞町 新規:野口　薫さん')).toMatchInlineSnapshot(`
    "(本人のみ) 「野口 薫」という方は、すでに名簿に登録されています。この方でしょうか、同姓同名の新しい方でしょうか。
      [野口 薫(五霞町)] [同姓同名の方を新しく登録]"
  `);
  expect(await here.press(cast.secretariat, '野口 薫(五霞町)')).toMatchInlineSnapshot(`
    "(本人のみ) 担当者を登録しました(名簿2)。
      五霞町 国民健康保険WG 委員:野口 薫 令和8年6月1日(月)から
      • 荒井 優子:令和8年5月31日(日)まで
      [取り消す]"
  `);
  expect(await say('/council 担当 障害者福祉WG 五霞町 新規:「野口薫」')).toContain('すでに名簿に登録されています');
  expect(await here.press(cast.secretariat, '同姓同名の方を新しく登録')).toMatchInlineSnapshot(`
    "(本人のみ) 担当者を登録しました(名簿3)。
      五霞町 障害者福祉WG 委員:野口薫 令和8年6月1日(月)から
      • 橋本 健:令和8年5月31日(日)まで
      野口薫さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。
      [取り消す]"
  `);
  expect(await say('/council 担当 医療費助成WG 五霞町 野口　薫さん')).toMatchInlineSnapshot(`
    "(本人のみ) 「野口 薫」という方が複数います。どなたのことでしょうか。
      [野口 薫(五霞町)] [野口薫(五霞町)] [同姓同名の方を新しく登録]"
  `);
});

test('the section goes back with its holder', async () => {
  expect(await say('/council 取消 名簿1')).toContain('元に戻しました');
  expect(await say('/council 名簿 五霞町')).toContain('介護保険WG 委員:内海 真由美');
});
