/** An exception to not customising: offered where customising is refused, and voted on by the council. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-07-02T10:00:00+09:00');
});
afterAll(() => here.close());

describe('An exception', () => {
  test('is offered where customising is refused, and asks for cost, end and reason', async () => {
    await here.say(cast.lead, '/req decide 1260 改修 法改正のため');
    expect(await here.press(cast.lead, '協議会へ上申する')).toMatchInlineSnapshot(
      `"[フォーム] 例外を、費用と終期を添えて協議会に上申します: 要件番号=1260、費用(千円)、終期(日)、対象:市町、期限(日)、理由"`,
    );
    expect(await here.say(cast.lead, '/req 上申 1260 費用500 終期 2029/3/31')).toMatchInlineSnapshot(
      `"[フォーム] 例外を、費用と終期を添えて協議会に上申します: 要件番号=1260、費用(千円)=費用500、終期(日)=終期 2029/3/31、対象:市町、期限(日)、理由"`,
    );
    expect(await here.say(cast.member, '/req raise 1260 費用500 終期 2029/3/31 法改正のため')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('is voted on by the council: two thirds answer, a majority of them agrees, silence is no vote', async () => {
    expect(
      await here.say(cast.lead, '/req 上申 1260 費用500 終期 2029/3/31 法改正への対応が間に合わないため'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1を、運営協議会のチャンネルに投稿しました。
      大久保 正彦 📎起案資料_P1.docx
      根本 雅之 📎起案資料_P1.docx
      貝塚 芳信 📎起案資料_P1.docx
      #協議会 【持ち回り審議P1】運営協議会:要件1260を『例外(個別対応)』とすることについて、令和8年7月9日(木)までにご回答をお願いします。
        • 1260 更新勧奨の対象者抽出を実行できる職員を限定し、実行者と日時を記録できること。
        理由:法改正への対応が間に合わないため
        終期:令和11年3月31日(土)
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        費用、締切前の各市町の回答は、構成団体の方に、Renkeiとのダイレクトメッセージの「/req 回答状況」で表示します。
        協議会の議決:3団体以上の回答と、その過半数の同意が必要です。
        提案:那珂市 和田 幸子
        ご回答がない場合に、同意とみなすことはありません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      知久 清志 📎起案資料_P1.docx"
    `);
    await here.say(cast.secretariat, '/req agree P1 那珂市 書面 7/2 根本');
    await here.say(cast.secretariat, '/req agree P1 五霞町 書面 7/2 山田');
    await here.say(cast.secretariat, '/req object P1 かすみがうら市 書面 7/2 小松崎 費用が大きいため');
    expect(await here.run('circulation', '2026-07-10T09:00:00+09:00')).toMatchInlineSnapshot(`
      {
        "#協議会": "(書換え) 持ち回り審議P1(要件1260・『例外(個別対応)』)は、合意に至りました。
        • 1260 更新勧奨の対象者抽出を実行できる職員を限定し、実行者と日時を記録できること。
        理由:法改正への対応が間に合わないため
        終期:令和11年3月31日(土)
        ・ 常陸大宮市:未回答
        ○ 那珂市:同意(代行入力:書面 7/2 根本)
        × かすみがうら市:異議(代行入力:書面 7/2 小松崎) 『費用が大きいため』
        ○ 五霞町:同意(代行入力:書面 7/2 山田)
        同意:4団体中2団体
        協議会の議決:3団体以上の回答と、その過半数の同意が必要です。
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第1号
      要件1260を『例外(個別対応)』として決定しました(令和8年度決定第1号)。
        理由:法改正への対応が間に合わないため
        終期:令和11年3月31日(土)
        費用は、構成団体の方に、Renkeiとのダイレクトメッセージの「/req 履歴 1260」で表示します。
        根拠:持ち回り審議 P1
        段階:協議会の承認
        記録:那珂市 和田 幸子",
      }
    `);
  });
});

test('an objection against which a vote is carried asks for no further discussion', async () => {
  await here.say(cast.lead, '/req 上申 1290 費用500 終期 2029/3/31 法改正への対応が間に合わないため');
  for (const town of ['那珂市', '五霞町', '常陸大宮市'])
    await here.say(cast.secretariat, `/req agree P2 ${town} 書面 7/2 山田`);
  const told = await here.say(cast.secretariat, '/req object P2 かすみがうら市 書面 7/2 小松崎 費用が大きいため');
  expect(told).toContain('議決の要件を満たしたため、提案は合意に至りました。');
  expect(told).not.toContain('再協議');
});
