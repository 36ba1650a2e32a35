/** Questions to the vendors: raised by a WG, sorted, answered, and shown with the requirement. */
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionFile } from '../../../commands/req/questions/questionFile.ts';
import { day } from '../../../src/domain/day.ts';
import { cast, type Office, office } from '../../support/office.ts';

let town: Office;
beforeAll(async () => {
  town = await office();
});
afterAll(() => town.close());

test('a member asks on a requirement, and in general', async () => {
  expect(await town.say(cast.member, '/req 質問 １２３４ 一括登録の上限は何件ですか')).toMatchInlineSnapshot(`
    "(本人のみ) 質問Q1を登録しました(要件1234)。内部で確認するか、ベンダへ送付するかの仕分けをお待ちください。
      [取下げ]"
  `);
  expect(await town.say(cast.member, '/req question 3月末の処理件数に制限はありますか')).toMatchInlineSnapshot(`
    "(本人のみ) 質問Q2を登録しました(全般)。内部で確認するか、ベンダへ送付するかの仕分けをお待ちください。
      [取下げ]"
  `);
});

test('it is not answered before it is sorted; a member does not sort', async () => {
  expect(await town.say(cast.lead, '/req 回答 Q1 A社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1は、まだ仕分けられていません。先に「/req 仕分け Q1 送付」または「/req 仕分け Q1 内部」とご入力ください。"`,
  );
  expect(await town.say(cast.member, '/req 仕分け Q1 送付')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
});

test('the lead sends one and keeps the other', async () => {
  expect(await town.say(cast.lead, '/req 仕分け Q1 送付')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1を「送付」に仕分けました。"`,
  );
  expect(await town.say(cast.lead, '/req 仕分け Ｑ２ 内部')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q2を「内部」に仕分けました。"`,
  );
  expect(await town.say(cast.secretariat, '/req route Q1 sent')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1は、すでに「送付」に仕分けられています。"`,
  );
});

test('an answer is recorded, and a corrected one keeps the old', async () => {
  expect(await town.say(cast.lead, '/req 回答 Q1 D社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 「D社」というベンダは登録されていません。登録済みのベンダは A社、B社、C社 です。"`,
  );
  expect(await town.say(cast.lead, '/req 回答 Q1 Ａ社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1の回答(A社)を記録しました。"`,
  );
  expect(await town.say(cast.lead, '/req answered Q1 A社 2,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1の回答(A社)を改めました。以前の回答も記録に残っています。"`,
  );
  expect((await town.store.council('ibaraki').questions.byNumber(1))?.answers.map((one) => one.text)).toEqual([
    '1,000件です',
    '2,000件です',
  ]);
});

test('each vendor’s answer is shown', async () => {
  await town.say(cast.lead, '/req 回答 Q1 B社 上限はありません');
  expect(await town.say(cast.lead, '/req 質問一覧 回答済')).toContain('A社(6月1日(月)):2,000件です → B社');
});

test('the list, and the requirement with its question', async () => {
  expect(await town.say(cast.member, '/req 質問一覧 すべて')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの質問一覧(すべて):2件
      • Q1 [送付・回答済] 要件1234 一括登録の上限は何件ですか → A社(6月1日(月)):2,000件です → B社(6月1日(月)):上限はありません
      • Q2 [内部・回答待ち] 全般 3月末の処理件数に制限はありますか
      全2件中 1〜2件目"
  `);
  expect((await town.say(cast.member, '/req show 1234')).includes('Q1')).toBe(true);
});

test('a vendor’s file holds what was sent, with that vendor’s answers alone', async () => {
  const of = town.store.council('ibaraki');
  const { questions } = await of.questions.list({ body: undefined, state: 'all' }, { from: 0, size: 100 });
  const about = await of.requirements.byNumber(1234);
  const requirements = new Map(about ? [[1234, about]] : []);
  const [chart, on] = [await of.chart(), day('2026-06-01')];
  const rowsFor = async (vendor: string | undefined) => {
    const bytes = await questionFile(questions, { vendor, chart, requirements, on });
    return (await readXlsx(bytes)).sheets[0]?.rows.map((row) => row.join(' | '));
  };
  expect(await rowsFor('B社')).toMatchInlineSnapshot(`
    [
      "No. | 提出日 | 分類 | 業務 | 要件番号 / 機能ID | 質問内容 | 回答 | 回答日 | 状態",
      "1 | 令和8年6月1日(月) | 送付 | 介護保険 | 1234 / 2402023 | 一括登録の上限は何件ですか | 【B社】上限はありません | 令和8年6月1日(月) | 回答済",
    ]
  `);
  expect((await rowsFor(undefined))?.length).toBe(3);
});

test('the adviser sees neither', async () => {
  expect(await town.say(cast.adviser, '/req 質問一覧')).toMatchInlineSnapshot(
    `"(本人のみ) ベンダへの質問と回答は、構成団体の方のみご覧いただけます。"`,
  );
  expect((await town.say(cast.adviser, '/req show 1234')).includes('Q1')).toBe(false);
});

test('an answered question stays, an open one is withdrawn by who raised it', async () => {
  expect(await town.say(cast.member, '/req 質問取下げ Q1')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1には回答が記録されているため、取り下げられません。回答を改める場合は「/req 回答 Q1 A社 …」とご入力ください。"`,
  );
  expect(await town.say(cast.member, '/req unask Q2')).toMatchInlineSnapshot(`"(本人のみ) 質問Q2を取り下げました。"`);
  expect(await town.say(cast.member, '/req unask Q9')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q9は登録されていません。「/req 質問一覧」で番号をご確認ください。"`,
  );
});
