import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  const t = performance.now();
  here = await office();
  console.log('office', performance.now() - t);
});
afterAll(() => here.close());

test('the lead decides, and the channel hears it with the number, the reason and the way back', async () => {
  const t = performance.now();
  expect(await here.say(cast.lead, '/req decide 1234 alternative CSVでの一括登録に代える')).toMatchInlineSnapshot(`
    "#wg-介護保険 要件1234を『代替案』として仮記録しました(令和8年度決定第1号)。
      理由:CSVでの一括登録に代える
      会議の外での記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      記録:那珂市 和田 幸子
      誤りがある場合は、10分以内であれば取り消せます。
      [取り消す] [要件を表示]"
  `);
  console.log('say', performance.now() - t);
});
