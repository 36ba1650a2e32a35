/** `/req confirm`: each municipality has checked the vendors' answers, and has to again where these change. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mark } from '../../../src/domain/requirement.ts';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

test('a member confirms for her municipality, and is offered to take it back', async () => {
  expect(await here.say(cast.member, '/req 確認済 １２３４')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1234のプロポーザルのベンダ回答を、常陸大宮市として確認済にしました。
      [確認を取り消す]"
  `);
  expect(await here.say(cast.member, '/req 表示 1234')).toContain('4団体中1団体');
});

test('twice is once; another round is another thing', async () => {
  here.at('2026-06-01T10:05:00+09:00');
  expect(await here.say(cast.member, '/req 確認済 1234')).toMatchInlineSnapshot(
    `"(本人のみ) 要件1234は、常陸大宮市としてすでに確認済です。"`,
  );
  expect(await here.say(cast.member, '/req 適合確認 1234 RFI')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1234のRFIのベンダ回答を、常陸大宮市として確認済にしました。
      [確認を取り消す]"
  `);
});

test('a range is shown first, then confirmed by the button, once', async () => {
  expect(await here.say(cast.lead, '/req 確認済 1201-1215')).toMatchInlineSnapshot(`
    "(本人のみ) プロポーザルのベンダ回答を確認済にします:要件1201-1215(15件)。内容をご確認のうえ、ボタンを押してください。
      • 1201 A社 ◎ / B社 ◎ / C社 ◎
      • 1202 A社 ○ / B社 ◎ / C社 ◎
      • 1203 A社 ◎ / B社 ◎ / C社 ◎
      • 1204 A社 ◎ / B社 ○ / C社 ◎
      • 1205 A社 ◎ / B社 ◎ / C社 ◎
      • 1206 A社 ◎ / B社 ◎ / C社 ◎
      • 1207 A社 ○ / B社 ◎ / C社 ◎
      • 1208 A社 ◎ / B社 ○ / C社 ◎
      • 1209 A社 ◎ / B社 ◎ / C社 ◎
      • 1210 A社 ◎ / B社 ◎ / C社 ○
      • 1211 A社 ◎ / B社 ◎ / C社 ◎
      • 1212 A社 ○ / B社 ○ / C社 ◎
      • 1213 A社 ◎ / B社 ◎ / C社 ◎
      • 1214 A社 ◎ / B社 ○ / C社 ◎
      • 1215 A社 ◎ / B社 ○ / C社 ◎
      [15件を確認済にする] [取りやめる]"
  `);
  expect(await here.press(cast.lead, '15件を確認済にする')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1201-1215(15件)のプロポーザルのベンダ回答を、那珂市として確認済にしました。
      [確認を取り消す]"
  `);
  here.at('2026-06-01T10:10:00+09:00');
  expect(await here.say(cast.lead, '/req 実行 1')).toMatchInlineSnapshot(
    `"(本人のみ) この内容は、すでに実行されています。改めての操作は不要です。"`,
  );
});

test('how far it is stands under the round', async () => {
  const told = await here.say(cast.member, '/req 適合 介護保険 提案');
  expect(told.split('\n').filter((one) => one.includes('確認済'))).toMatchInlineSnapshot(`
    [
      "  回答の確認済:常陸大宮市 1件、那珂市 15件、かすみがうら市 0件、五霞町 0件(回答のある要件210件のうち、全4団体が確認済 0件)",
    ]
  `);
});

test('only members of the body, each for their own municipality', async () => {
  expect(await here.say(cast.otherLead, '/req 確認済 1234', LOBBY)).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの委員が、ご自身の市町について行えます。"`,
  );
  expect(await here.say(cast.adviser, '/req 確認済 1234', LOBBY)).toContain('介護保険WGの委員');
  expect(await here.say(cast.secretariat, '/req 確認済 1234', LOBBY)).toContain('介護保険WGの委員');
});

test('what does not exist: a number, a round', async () => {
  expect(await here.say(cast.member, '/req 確認済 99999')).toMatchInlineSnapshot(
    `"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`,
  );
  expect(await here.say(cast.member, '/req 確認済 1234 第3回')).toMatchInlineSnapshot(
    `"(本人のみ) 「第3回」という回は登録されていません。登録済みの回:RFI・プロポーザル。"`,
  );
});

test('bare 確認 asks which is meant', async () => {
  expect(await here.say(cast.member, '/req 確認 1234')).toMatchInlineSnapshot(`
    "(本人のみ) 「確認」は複数の意味に取れます。どちらのことでしょうか。
      [内容を表示する] [ベンダ回答を確認済にする]"
  `);
});

test('a bare undo after it asks; the same seat takes it back, another does not', async () => {
  expect(await here.say(cast.lead, '/req 取消')).toMatchInlineSnapshot(`
    "(本人のみ) 直前の操作は、要件1201-1215(15件)のベンダ回答の確認です。これを取り消しますか。決定を取り消す場合は、「/req 取消 第12号」のように決定番号をご入力ください。
      [確認を取り消す]"
  `);
  expect(await here.say(cast.member, '/req 確認取消 4')).toMatchInlineSnapshot(
    `"(本人のみ) この確認は、那珂市の委員によるものです。取り消せるのは、同じ担当の方のみです。"`,
  );
  expect(await here.press(cast.lead, '確認を取り消す')).toMatchInlineSnapshot(
    `"(本人のみ) 要件1201-1215(15件)の、那珂市としての確認を取り消しました。"`,
  );
  here.at('2026-06-01T10:20:00+09:00');
  expect(await here.say(cast.lead, '/req 確認取消 4')).toMatchInlineSnapshot(
    `"(本人のみ) ベンダ回答の確認4は、すでに取り消されています。"`,
  );
});

test('an answer changed later is to be confirmed again', async () => {
  expect(await here.say(cast.lead, '/req 確認済 1234')).toContain('確認済にしました');
  expect(await here.say(cast.member, '/req 表示 1234')).toContain('B社 △ / C社 ◎(確認済 4団体中2団体)');
  await answerChanges(1234, 'b', '○');
  expect(await here.say(cast.member, '/req 表示 1234')).toContain('B社 ○ / C社 ◎\n');
  here.at('2026-06-01T10:30:00+09:00');
  expect(await here.say(cast.lead, '/req 確認済 1234')).toContain('確認済にしました');
});

test('one changed since it was shown is not confirmed, nor the others', async () => {
  await here.say(cast.english, '/req confirm 1221-1226');
  await answerChanges(1223, 'a', '△');
  expect(await here.press(cast.english, 'Confirm these 6')).toMatchInlineSnapshot(
    `"(本人のみ) The answers to 1223 have changed since they were shown. Nothing was confirmed; please look again."`,
  );
  expect(await here.say(cast.english, '/req confirm 1221')).toMatchInlineSnapshot(`
    "(本人のみ) Confirmed for かすみがうら市: the answers in プロポーザル to 1221.
      [Take it back]"
  `);
});

/** A later import brings another answer. */
async function answerChanges(number: number, vendor: string, mark: Mark): Promise<void> {
  const { slug } = here.council.council;
  const one = await here.store.council(slug).requirements.byNumber(number);
  if (!one) throw new Error(`no requirement ${number}`);
  const { vendors } = await here.store.council(slug).sources();
  const marks = one.marks.map((was) => {
    const by = vendors.find((each) => each.name === was.vendor)?.slug ?? '';
    return { round: was.roundSlug, vendor: by, mark: was.roundSlug === 'proposal' && by === vendor ? mark : was.mark };
  });
  const row = { ...one, itemNo: undefined, remarks: `再回答(${number})`, marks };
  await here.store.act(slug, (acting) =>
    acting.importing.apply([row], { name: '再回答.xlsx', sha256: '', at: here.now(), extent: 'part' }),
  );
}
