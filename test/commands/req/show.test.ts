/** `/req show` and `/req list`: what everyone may read, and what the prefecture may not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
  await here.say(cast.lead, '/req 決定 1191-1195 標準');
});
afterAll(() => here.close());

describe('/req show', () => {
  test('a member sees the requirement, the vendors’ answers in each round, and the cost', async () => {
    expect(await here.say(cast.member, '/req 表示 １２３４')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234(未決)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 認定 &gt; 申請 &gt; 一括登録
        *機能ID* 2402023
        *区分* 必須
        *便利機能等* —
        *費用* 850千円
        RFI:A社 ◎ / B社 △ / C社 ○
        プロポーザル:A社 ◎ / B社 △ / C社 ◎
        ベンダの代替案:携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)"
    `);
  });

  test('the prefecture’s adviser sees neither the vendors’ answers nor the cost', async () => {
    const shown = await here.say(cast.adviser, '/req 表示 1234');
    expect(shown).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234(未決)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 認定 &gt; 申請 &gt; 一括登録
        *機能ID* 2402023
        *区分* 必須
        *便利機能等* —
        ベンダ回答と費用は、構成団体の方のみご覧いただけます。"
    `);
    expect(shown).not.toMatch(/850|◎|△|B社/u);
  });

  test('someone of another WG may read it too; one without a seat may not', async () => {
    expect(await here.say(cast.otherLead, '/req 詳細 1234')).toContain('B社 △');
    expect(await here.say(cast.noSeat, '/req 表示 1234')).toMatchInlineSnapshot(
      `"(本人のみ) 本日の名簿では、いばらきクラウド協議会のご担当として登録されていません。ご所属の情報主管担当、または事務局(那珂市)へご確認をお願いします。"`,
    );
  });

  test('one number is asked for, and one that exists', async () => {
    expect(await here.say(cast.member, '/req 表示 1234-1236')).toMatchInlineSnapshot(`
      "(本人のみ) ここでは要件番号を1件だけご入力ください。
        使い方:/req 表示 &lt;要件番号&gt;
        例:/req 表示 1234"
    `);
    expect(await here.say(cast.member, '/req 表示 4000')).toMatchInlineSnapshot(
      `"(本人のみ) 要件4000は登録されていません。近い番号は 3068、3069 です。"`,
    );
    expect(await here.say(cast.member, '/req 表示 0')).toMatchInlineSnapshot(`
      "(本人のみ) 要件番号は1から始まります。
        使い方:/req 表示 &lt;要件番号&gt;
        例:/req 表示 1234"
    `);
  });
});

describe('/req list', () => {
  test('in a WG’s channel it is the WG’s undecided ones, with their count and a way on', async () => {
    const list = await here.say(cast.member, '/req 一覧');
    expect(list.split('\n').toSpliced(3, 16)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 介護保険WGの要件一覧(未決):205件",
        "  • 1196 [未決] 適用除外の施設の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。",
        "  • 1197 [未決] 第1号被保険者の資格を、被保険者の氏名(カナ)・生年月日・住所・宛名番号から検索し、照会できること。",
        "  • 1214 [未決] 認定調査票を登録・修正・削除できること。",
        "  • 1215 [未決] 主治医意見書を登録・修正・削除できること。",
        "  全205件中 1〜20件目",
        "  [次のページ]",
      ]
    `);
    expect(list.split('\n')).toHaveLength(23);
  });

  test('the next page follows by its button, and the last says where it ends', async () => {
    expect((await here.press(cast.member, '次のページ')).split('\n').slice(-2)).toMatchInlineSnapshot(`
      [
        "  全205件中 21〜40件目",
        "  [前のページ] [次のページ]",
      ]
    `);
    expect((await here.say(cast.member, '/req 一覧 p9')).split('\n').slice(-2)).toMatchInlineSnapshot(`
      [
        "  全205件中 161〜180件目",
        "  [前のページ] [次のページ]",
      ]
    `);
    expect(await here.say(cast.member, '/req 一覧 p99')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの要件一覧(未決):205件
        全205件ですが、このページに該当するものはありません。
        [前のページ]"
    `);
  });

  test('what is decided, of a system by what clerks call it', async () => {
    expect(await here.say(cast.member, '/req 一覧 決定済')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの要件一覧(決定済):5件
        • 1191 [パッケージ標準どおり] 第1号被保険者の資格を登録・修正・削除できること。
        • 1192 [パッケージ標準どおり] 住所地特例の対象者を登録・修正・削除できること。
        • 1193 [パッケージ標準どおり] 適用除外の施設を登録・修正・削除できること。
        • 1194 [パッケージ標準どおり] 第1号被保険者の資格の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
        • 1195 [パッケージ標準どおり] 住所地特例の対象者の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
        全5件中 1〜5件目"
    `);
    const titles = [];
    for (const words of ['国保税', 'マル福 すべて', '住登外', '福祉業務部会 決定済み', '17 決定済', '全件 介護保険 p2'])
      titles.push((await here.say(cast.member, `/req 一覧 ${words}`)).split('\n')[0]);
    expect(titles).toMatchInlineSnapshot(`
      [
        "(本人のみ) 国民健康保険(賦課)の要件一覧(未決):140件",
        "(本人のみ) 医療費助成(マル福)の要件一覧(すべて):80件",
        "(本人のみ) 住登外管理の要件一覧(未決):25件",
        "(本人のみ) 福祉業務部会の要件一覧(決定済):5件",
        "(本人のみ) 介護保険の要件一覧(決定済):5件",
        "(本人のみ) 介護保険の要件一覧(すべて):210件",
      ]
    `);
  });

  test('where no WG is mapped it is all of them', async () => {
    expect((await here.say(cast.member, '/req 一覧', LOBBY)).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 全業務の要件一覧(未決):3,064件"`,
    );
    expect((await here.say(cast.member, '/req 未決', LOBBY)).split('\n')[0]).toContain('全業務の要件一覧(未決)');
  });

  test('an unknown name is refused with the nearest; two names are refused', async () => {
    expect(await here.say(cast.member, '/req 一覧 介護保健')).toMatchInlineSnapshot(
      `
      "(本人のみ) 「介護保健」は見つかりませんでした。『介護保険』のことでしょうか。
        [はい、『介護保険』です]"
    `,
    );
    expect((await here.press(cast.member, 'はい、『介護保険』です')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険の要件一覧(未決):205件"`,
    );
    expect(await here.say(cast.member, '/req 一覧 謎の業務')).toMatchInlineSnapshot(
      `"(本人のみ) 「謎の業務」というWG・部会・業務は見つかりませんでした。「/wg 一覧」でご確認いただけます。"`,
    );
    expect(await here.say(cast.member, '/req 一覧 介護保険 国保税')).toMatchInlineSnapshot(
      `"(本人のみ) 「国保税」の部分を読み取れませんでした。業務・WG名、ベンダ、回は、それぞれ1つまでご入力ください。"`,
    );
  });
});

describe('What a clerk types beside it', () => {
  test('a 機能ID for a number is told whose it is', async () => {
    expect(await here.say(cast.member, '/req 表示 ２４０２０２３')).toMatchInlineSnapshot(
      `"(本人のみ) 要件2402023は登録されていません。機能IDが2402023の要件は、要件1234です。"`,
    );
  });
  test('an amount with its unit is a cost; a mark by its words and quotes round what is sought do no harm', async () => {
    expect(await here.say(cast.lead, '/req 決定 1252 レベルアップ ５０万円 次期版で対応')).toContain('費用:500千円');
    expect((await here.say(cast.member, '/req 一覧 介護保険 改修必要')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険の要件一覧(未決、プロポーザルで△):1件"`,
    );
    expect((await here.say(cast.member, '/req 検索 「一括登録」 介護保険')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 全業務の要件一覧(「一括登録 介護保険」、すべて):14件"`,
    );
    expect((await here.say(cast.member, '/req 決定一覧 Ｒ８')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度の決定一覧(介護保険WG):2件(取消を含む)"`,
    );
  });
});

test('a number of another kind, and one where a name belongs, are told where they are shown', async () => {
  const lines = [
    '/req 表示 Ｐ１',
    '/req 履歴 令和8年度決定第12号',
    '/req 費用 １２３４',
    '/req 一覧 1234',
    '/req 表示 K1',
  ];
  const told = await Promise.all(lines.map((line) => here.say(cast.member, line)));
  expect(told.map((one, i) => `${lines[i]} → ${one.split('\n')[0]}`)).toMatchInlineSnapshot(`
    [
      "/req 表示 Ｐ１ → (本人のみ) 「Ｐ１」は要件番号ではないようです。「/req 回答状況」でご確認いただけます。",
      "/req 履歴 令和8年度決定第12号 → (本人のみ) 「令和8年度決定第12号」は要件番号ではないようです。「/req 決定一覧」でご確認いただけます。",
      "/req 費用 １２３４ → (本人のみ) 「１２３４」は要件番号のようです。要件1件の内容・ベンダ回答・費用は「/req 表示 １２３４」でご覧いただけます。",
      "/req 一覧 1234 → (本人のみ) 「1234」は要件番号のようです。要件1件の内容・ベンダ回答・費用は「/req 表示 1234」でご覧いただけます。",
      "/req 表示 K1 → (本人のみ) 「K1」は要件番号ではないようです。「/item 表示」でご確認いただけます。",
    ]
  `);
});
