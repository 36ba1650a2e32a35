import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, office } from '../support/office.ts';

let here: Office;
/** The lead (座長) of 介護保険WG on the day of the scene. */
let lead: string;

beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  lead = here.council.bodies.find((one) => one.slug === 'kaigo')?.lead.at(-1)?.person ?? '';
});
afterAll(() => here.close());

describe('/req decide', () => {
  test('the lead decides, and the channel hears it with the number, the reason and the way back', async () => {
    expect(await here.say(lead, '/req decide 1234 alternative CSVでの一括登録に代える')).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1234を『代替案』として仮記録しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代える
        会議の外での記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });
  test('x', async () => {
    expect(await here.press(lead, '取り消す')).toMatchInlineSnapshot(`"(本人のみ) 要件1234の令和8年度決定第1号(代替案)は取り消されました。この番号は欠番になります。"`);
    expect(here.standing()).toMatchInlineSnapshot(`
      "要件1234の令和8年度決定第1号(代替案)は取り消されました。この番号は欠番になります。
        ~要件1234を『代替案』として仮記録しました(令和8年度決定第1号)。~"
    `);
    expect(await here.say(lead, '/req show 1234')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234(未決)
        被保険者の異動を一覧で確認し、帳票に出力できること(1234)
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 資格管理 &gt; 被保険者 &gt; 異動
        *機能ID* 1701234
        *区分* 必須
        *便利機能等* —
        RFI:A社 ◎
        • 6月1日(月) 令和8年度決定第1号 代替案(取消) CSVでの一括登録に代える"
    `);
  });
});
