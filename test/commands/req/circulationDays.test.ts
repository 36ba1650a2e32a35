/** The days of a circulation: those on which silence is suspended, a closed day as its deadline, and one on hold beyond it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-08-03T10:00:00+09:00');
});
afterAll(() => here.close());

describe('A disaster', () => {
  test('stops the silence of a municipality, entered by its own section or the secretariat', async () => {
    await here.say(cast.lead, '/req propose 1270 標準');
    expect(await here.say(cast.member, '/req suspend 五霞町 災害 終期 8/7')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(await here.say(cast.secretariat, '/req suspend 桜川市 災害 終期 8/7')).toMatchInlineSnapshot(
      `"(本人のみ) 「桜川市」という構成団体は見つかりませんでした。対象は「対象:那珂市・五霞町」のようにご入力ください。"`,
    );
    expect(await here.say(cast.secretariat, '/req みなし停止 五霞町 災害 終期 8/7')).toMatchInlineSnapshot(
      `"(本人のみ) 五霞町について、本日から令和8年8月7日(金)まで、みなし同意の期間を止めました。この間の日数は、回答期間に含めません。期限を過ぎた課題について、担当・座長・事務局へ順にお知らせすることも、この間は止まります。"`,
    );
    expect(await here.run('circulation', '2026-08-12T09:00:00+09:00')).toMatchInlineSnapshot(`
      {
        "#wg-介護保険": "(書換え) 【持ち回り審議P1】介護保険WG:要件1270を『パッケージ標準どおり』とすることについて、令和8年8月10日(月)までにご回答をお願いします。
        • 1270 要介護認定の結果通知書の文言・問合せ先・公印を、職員が画面から変更できること。
        ○ 常陸大宮市:みなし同意(8月10日(月))
        ○ 那珂市:みなし同意(8月10日(月))
        ○ かすみがうら市:みなし同意(8月10日(月))
        ・ 五霞町:未回答
        同意:4団体中3団体(うちみなし同意3)
        提案:那珂市 和田 幸子
        8月17日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]",
      }
    `);
  });
});

describe('Until a closed day', () => {
  test('the next that is open is offered by a button, as long as nobody has answered', async () => {
    here.at('2026-09-14T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1280 標準 期限 9/19');
    expect(await here.press(cast.lead, '期限を9月24日(木)にする')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 持ち回り審議P2(要件1280・『パッケージ標準どおり』)は、取り下げられました。
        • 1280 介護保険被保険者証の宛名に、送付先・代理人・成年後見人を指定できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
      #wg-介護保険 【持ち回り審議P3】介護保険WG:要件1280を『パッケージ標準どおり』とすることについて、令和8年9月24日(木)までにご回答をお願いします。
        • 1280 介護保険被保険者証の宛名に、送付先・代理人・成年後見人を指定できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        9月24日(木)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P3.docx"
    `);
    await here.say(cast.lead, '/req propose 1281 標準 期限 9/19');
    await here.press(cast.member, '同意');
    expect(await here.press(cast.lead, '期限を9月24日(木)にする')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P4には、すでに回答があります。期限を改める場合は、「/req 提案取下げ P4」で取り下げてから、ご提案ください。"`,
    );
  });
});

test('past the deadline, while one is on hold, the message shows who agreed by silence', async () => {
  await here.say(cast.lead, '/req propose 1291 標準');
  await here.say(cast.member, '/req hold P5 10/5 課長決裁待ち');
  const told = (await here.run('circulation', '2026-09-25T09:00:00+09:00'))['#wg-介護保険'];
  expect(told).toContain('【持ち回り審議P5】');
  expect(told).toContain('五霞町:みなし同意(9月24日(木))');
});
