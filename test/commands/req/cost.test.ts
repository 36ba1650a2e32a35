/** `/req cost`, and what each audience sees of it and of the vendors' answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, DIRECT, HERE, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

describe('costs', () => {
  test('nothing is decided yet', async () => {
    expect(await here.say(cast.member, '/req 費用')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGには、費用のある決定済の要件がまだありません。"`,
    );
  });

  test('by outcome and by decision, equally', async () => {
    await here.say(cast.lead, '/req 決定 1234 代替案 CSVでの一括登録に代える');
    expect(await here.say(cast.member, '/req 費用')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの決定済要件の費用
        実施分(標準どおり・レベルアップ・代替案・例外)の合計:1件 850千円(常陸大宮市 212,500円、那珂市 212,500円、かすみがうら市 212,500円、五霞町 212,500円)
        • 代替案:1件 850千円(常陸大宮市 212,500円、那珂市 212,500円、かすみがうら市 212,500円、五霞町 212,500円)
        ■ 決定ごと(新しい順)
        • 令和8年度決定第1号 代替案:1件 850千円(常陸大宮市 212,500円、那珂市 212,500円、かすみがうら市 212,500円、五霞町 212,500円)
        全1件中 1〜1件目
        負担額は均等割です。端数は、各行の合計が一致するように配分しています。運用見直し・稼働後検討・取下げは、ベンダ提示額のみで、負担額はありません。"
    `);
    expect(await here.say(cast.english, '/req cost 介護保険', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) Cost of the decided requirements of 介護保険
        To be built (standard, levelup, alternative, exception): 1, 850 thousand yen (常陸大宮市 212,500 yen, 那珂市 212,500 yen, かすみがうら市 212,500 yen, 五霞町 212,500 yen)
        • alternative: 1, 850 thousand yen (常陸大宮市 212,500 yen, 那珂市 212,500 yen, かすみがうら市 212,500 yen, 五霞町 212,500 yen)
        ■ By decision, the newest first
        • Decision 1 of FY2026 alternative: 1, 850 thousand yen (常陸大宮市 212,500 yen, 那珂市 212,500 yen, かすみがうら市 212,500 yen, 五霞町 212,500 yen)
        1–1 of 1
        Shares are equal; what is left over is divided so that each line sums exactly. Operation, later and withdraw show what the vendor asked, and nothing is borne."
    `);
  });

  test('by inhabitants where the council has set so; who is missing there is said', async () => {
    await setShares('2016-04-01', { '082252': 38_000, '082261': 53_000, '082309': 40_000, '085421': 8_000 });
    expect(await here.say(cast.member, '/req 費用 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の決定済要件の費用
        実施分(標準どおり・レベルアップ・代替案・例外)の合計:1件 850千円(常陸大宮市 232,374円、那珂市 324,101円、かすみがうら市 244,604円、五霞町 48,921円)
        • 代替案:1件 850千円(常陸大宮市 232,374円、那珂市 324,101円、かすみがうら市 244,604円、五霞町 48,921円)
        ■ 決定ごと(新しい順)
        • 令和8年度決定第1号 代替案:1件 850千円(常陸大宮市 232,374円、那珂市 324,101円、かすみがうら市 244,604円、五霞町 48,921円)
        全1件中 1〜1件目
        負担額は人口割です。端数は、各行の合計が一致するように配分しています。運用見直し・稼働後検討・取下げは、ベンダ提示額のみで、負担額はありません。"
    `);
    await setShares('2026-05-01', { '082261': 53_000 });
    expect(await here.say(cast.member, '/req 費用 介護保険', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の決定済要件の費用
        実施分(標準どおり・レベルアップ・代替案・例外)の合計:1件 850千円
        • 代替案:1件 850千円
        ■ 決定ごと(新しい順)
        • 令和8年度決定第1号 代替案:1件 850千円
        全1件中 1〜1件目
        負担割合の設定(costShares)に常陸大宮市・かすみがうら市・五霞町の値がないため、市町ごとの負担額は表示していません。事務局へご確認ください。"
    `);
  });

  test('what is put off or withdrawn shows what the vendor asked, and nothing to bear', async () => {
    await here.say(cast.lead, '/req 決定変更 1234 稼働後検討 次の更新時に改めて検討する');
    expect(await here.say(cast.member, '/req 費用 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の決定済要件の費用
        実施分(標準どおり・レベルアップ・代替案・例外)の合計:0件 0千円
        • 稼働後検討:1件 850千円
        ■ 決定ごと(新しい順)
        • 令和8年度決定第2号 稼働後検討:1件 850千円
        全1件中 1〜1件目
        負担割合の設定(costShares)に常陸大宮市・かすみがうら市・五霞町の値がないため、市町ごとの負担額は表示していません。事務局へご確認ください。"
    `);
  });

  test('a decision’s own cost counts for all of it, and is borne by those for whom it was decided', async () => {
    await setShares('2026-06-01', { '082252': 38_000, '082261': 53_000, '082309': 40_000, '085421': 8_000 });
    await here.say(cast.lead, '/req 決定 1240-1241 レベルアップ 費用600 対象:那珂市・五霞町 両市町のみで使う');
    expect(await here.say(cast.member, '/req 費用 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の決定済要件の費用
        実施分(標準どおり・レベルアップ・代替案・例外)の合計:2件 600千円(那珂市 521,311円、五霞町 78,689円)
        • 稼働後検討:1件 850千円
        • レベルアップ:2件 600千円(那珂市 521,311円、五霞町 78,689円)
        ■ 決定ごと(新しい順)
        • 令和8年度決定第3号 レベルアップ:2件 600千円(那珂市 521,311円、五霞町 78,689円)
        • 令和8年度決定第2号 稼働後検討:1件 850千円
        全2件中 1〜2件目
        負担額は人口割です。端数は、各行の合計が一致するように配分しています。運用見直し・稼働後検討・取下げは、ベンダ提示額のみで、負担額はありません。"
    `);
  });

  test('two names are not understood', async () => {
    expect(await here.say(cast.member, '/req 費用 介護保険 国保税')).toMatchInlineSnapshot(
      `"(本人のみ) 「国保税」の部分を読み取れませんでした。業務・WG名は1つまでご入力ください。"`,
    );
  });
});

describe('what is shown where', () => {
  const others = { 内部: 'internal', 県: 'prefecture', 後乗り: 'joiner', 事業者: 'vendor' };

  beforeAll(async () => {
    await here.say(cast.member, '/req 質問 1234 一括登録の上限は何件ですか');
    await here.say(cast.lead, '/req 提案 1260 標準');
    await here.say(cast.member, '/req 庁内決裁 P1 決裁済 6/1');
  });

  test('a member sees all in private and among members; elsewhere what everyone there may see', async () => {
    const table = [`${DIRECT}: ${await seen(cast.member, DIRECT)}`];
    for (const [word, audience] of Object.entries(others)) {
      await here.say(cast.secretariat, `/wg ひも付け 介護保険 ${word}`, LOBBY);
      table.push(`${audience}: ${await seen(cast.member, LOBBY)}`);
    }
    expect(table).toMatchInlineSnapshot(`
      [
        "DM: 費用、RFIの評価、提案の評価、代替案、適合率、ベンダ別、評価での絞込み、質問、締切前の回答、庁内決裁、決定の経緯",
        "internal: 費用、RFIの評価、提案の評価、代替案、適合率、ベンダ別、評価での絞込み、質問、締切前の回答、庁内決裁、決定の経緯",
        "prefecture: 適合率、決定の経緯",
        "joiner: 提案の評価、代替案、適合率、ベンダ別、評価での絞込み、決定の経緯",
        "vendor: 決定の経緯",
      ]
    `);
  });

  test('the prefecture’s adviser sees rates alone, among members, in private, and nothing beside vendors', async () => {
    const table = [`${HERE}: ${await seen(cast.adviser, HERE)}`, `${DIRECT}: ${await seen(cast.adviser, DIRECT)}`];
    table.push(`vendor: ${await seen(cast.adviser, LOBBY)}`);
    expect(table).toMatchInlineSnapshot(`
      [
        "wg-介護保険: 適合率、決定の経緯",
        "DM: 適合率、決定の経緯",
        "vendor: 決定の経緯",
      ]
    `);
  });

  test('a file of all that vendors answered comes to the secretariat alone, wherever it was asked for', async () => {
    for (const format of ['xlsx', 'csv', 'cp932']) {
      expect(await here.say(cast.adviser, `/req 出力 ${format} 介護保険`, LOBBY)).toContain('事務局(那珂市)が行えます');
      const told = await here.say(cast.secretariat, `/req 出力 ${format} 介護保険`, LOBBY);
      const heard = told.split('\n').filter((one) => !/^(?: {2}|寺門 聡 )/u.test(one));
      expect(heard).toEqual(['(本人のみ) 要件210件のファイルを、ダイレクトメッセージでお送りします。']);
    }
    const csv = [...here.workspace.state.files.values()].find(({ name }) => name.endsWith('06-01.csv'));
    expect(csv?.content?.toString()).toContain('費用(千円)');
    expect(here.standing(LOBBY)).not.toContain('要件一覧');
  });

  test('it is said that there is more, and where', async () => {
    expect(await here.say(cast.member, '/req 表示 1234', LOBBY)).toContain('ダイレクトメッセージでご覧いただけます');
    expect(await here.say(cast.adviser, '/req 表示 1234', LOBBY)).toContain('構成団体の方のみ');
  });

  test('what a body is told where the prefecture reads has neither costs nor who answers how', async () => {
    const there = 'wg-障害者福祉';
    await here.say(cast.secretariat, '/wg ひも付け 障害者福祉 県', there);
    const decided = await here.say(cast.otherLead, '/req 決定 1401 レベルアップ 費用500 次期版で対応', there);
    expect(decided).toMatchInlineSnapshot(`
      "#wg-障害者福祉 要件1401を『レベルアップ』として仮記録しました(令和8年度決定第4号)。
        理由:次期版で対応
        費用は、構成団体の方に、Renkeiとのダイレクトメッセージの「/req 履歴 1401」で表示します。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        費用・対象の限定・例外を含むため、協議会の承認が必要です(現在の段階:WGの合意)。
        記録:五霞町 橋本 健
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    await here.say(cast.otherLead, '/req 提案 1402 レベルアップ 費用300 次期版で対応', there);
    expect(await here.say(cast.otherLead, '/req 異議 P2 月次処理に間に合わないため', there)).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2に、五霞町の回答『異議』を記録しました。「/req 取消 P2」で取り消せます。
      #wg-障害者福祉 (書換え) 【持ち回り審議P2】障害者福祉WG:要件1402を『レベルアップ』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1402 療育手帳を登録・修正・削除できること。
        理由:次期版で対応
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ● 五霞町:回答済
        費用、締切前の各市町の回答は、構成団体の方に、Renkeiとのダイレクトメッセージの「/req 回答状況」で表示します。
        提案:五霞町 橋本 健
        ご回答がない場合に、同意とみなすことはありません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-障害者福祉 要件1402の提案(P2)に、異議がありました。理由は、Renkeiとのダイレクトメッセージの「/req 回答状況 xlsx」でご確認いただけます。障害者福祉WGでの再協議をお願いします。"
    `);
    expect(await here.say(cast.otherLead, '/req 回答状況 障害者福祉', there)).toMatchInlineSnapshot(`
      "(本人のみ) 回答受付中の持ち回り審議は1件です(未回答の多い順)。
        • P2 障害者福祉WG 要件1402『レベルアップ』 次期版で対応(期限 6月8日(月))
        全1件中 1〜1件目
        [Excelで受け取る]
        このチャンネルには構成団体以外の方がいるため、費用、締切前の各市町の回答の一部を表示していません。Renkeiとのダイレクトメッセージでご覧いただけます。"
    `);
    expect(await here.say(cast.otherLead, '/req 履歴 1401', DIRECT)).toContain('(仮記録、費用500千円、記録:橋本 健');
    expect(await here.say(cast.adviser, '/req 履歴 1401', DIRECT)).not.toContain('500');
    expect(await here.say(cast.adviser, '/req 回答状況 xlsx', DIRECT)).toMatchInlineSnapshot(`
      "(本人のみ) 回答受付中の持ち回り審議は2件です(未回答の多い順)。
        • P1 介護保険WG 要件1260『パッケージ標準どおり』(期限 6月8日(月))
        • P2 障害者福祉WG 要件1402『レベルアップ』 次期版で対応(期限 6月8日(月))
        全2件中 1〜2件目
        費用、締切前の各市町の回答は、構成団体の方のみご覧いただけます。"
    `);
    await here.say(cast.otherLead, '/req 提案取下げ P2', there);
    expect(here.standing(there)).toContain('× 五霞町:異議 『月次処理に間に合わないため』');
  });

  async function seen(who: string, where: string): Promise<string> {
    const show = await here.say(who, '/req 表示 1234', where);
    const fit = await here.say(who, '/req 適合 介護保険', where);
    const costs = await here.say(who, '/req 費用 介護保険', where);
    const found = await here.say(who, '/req 検索 一括登録に代える', where);
    const listed = await here.say(who, '/req 一覧 すべて △ 介護保険', where);
    const questions = await here.say(who, '/req 質問一覧 すべて 介護保険', where);
    const awaited = await here.say(who, '/req 回答状況 介護保険', where);
    const one = await here.say(who, '/req 適合 介護保険 A社', where);
    const decided = await here.say(who, '/req 履歴 1240', where);
    const circulated = await here.say(who, '/req 履歴 1260', where);
    const log = await here.say(who, '/req 決定一覧 介護保険', where);
    const all = [show, fit, costs, found, listed, questions, awaited, one, decided, circulated, log].join('\n');
    return Object.entries({
      費用: /(?:850|600)千円/u.test(all),
      RFIの評価: /RFI[^\n]*A社/u.test(show) || /■ RFI/u.test(one),
      提案の評価: show.includes('プロポーザル:A社'),
      代替案: show.includes('ベンダの代替案') || /\n.*1234/u.test(found),
      適合率: fit.includes('適合率'),
      ベンダ別: fit.includes('A社') || one.includes('■'),
      評価での絞込み: !listed.includes('ここではご覧いただけません'),
      質問: questions.includes('Q1'),
      締切前の回答: awaited.includes('未回答:'),
      庁内決裁: /庁内決裁|決裁済/u.test(all),
      決定の経緯: decided.includes('決定第3号') && log.includes('第3号'),
    })
      .filter(([, is]) => is)
      .map(([what]) => what)
      .join('、');
  }
});

const setShares = (from: string, of: Readonly<Record<string, number>>) =>
  here.store.client.setting.create({
    data: { councilId: 'ibaraki', key: 'costShares', scope: '', from, value: { by: 'population', of } },
  });
