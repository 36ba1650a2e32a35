/** `/req fit` and `/req search`: the numbers of the council's document, and what is found by words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

test('the whole council: 11 of 9,207 in the proposal round, 479 in the RFI round, 125 conveniences', async () => {
  const told = await here.say(cast.member, '/req 適合', LOBBY);
  expect(told).toContain('適合率 93.527%、要対応 596/9,207(うち『実装しない』機能の実装 585)、△× 11(0.119%)');
  expect(told).toContain('適合率 88.444%、要対応 1,064/9,207(うち『実装しない』機能の実装 585)、△× 479(5.203%)');
  expect(told).toContain('便利機能等 125件');
});

test('the council named is all of it; a system may be labelled; what is nobody is told who there is', async () => {
  expect(await here.say(cast.member, '/req 適合 協議会', LOBBY)).toContain('/9,207');
  expect(await here.say(cast.member, '/req 適合 業務:介護保険', LOBBY)).toContain('介護保険の適合状況');
  expect(await here.say(cast.member, '/req 適合 Z社', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 「Z社」というWG・部会・業務は見つかりませんでした。「/wg 一覧」でご確認いただけます。
      ベンダはA社、B社、C社、回はRFI、プロポーザルで絞り込めます。"
  `);
});

test('what is sought without words is what the filter leaves', async () => {
  const told = await here.say(cast.member, '/req 検索 △ 業務:介護保険', LOBBY);
  expect(told.split('\n')[0]).toMatchInlineSnapshot(`"(本人のみ) 介護保険の要件一覧(すべて、プロポーザルで△):1件"`);
  expect(await here.say(cast.member, '/req 検索 p2', LOBBY)).toContain('探す言葉をご入力ください');
});

test('the prefecture reads the rates, no vendor’s', async () => {
  const told = await here.say(cast.adviser, '/req 適合 提案', LOBBY);
  expect(told).toContain('△× 11(0.119%)');
  expect(told).not.toContain('B社');
});

test('one WG, one vendor, one round, as a clerk reads it', async () => {
  expect(await here.say(cast.member, '/req 適合 介護 ｂ社 ＲＦＩ', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険の適合状況(B社)
      分母は、要件×ベンダの回答数です。『実装しない』機能は、実装されていれば要対応と数えます。
      ■ RFI
      適合率 89.524%、要対応 22/210(うち『実装しない』機能の実装 10)、△× 12(5.714%)
      • B社:適合率 89.524%、要対応 22/210(うち『実装しない』機能の実装 10)、△× 12(5.714%)
      • 必須:適合率 94.853%、要対応 7/136、△× 7(5.147%)
      • 任意:適合率 92.188%、要対応 5/64、△× 5(7.813%)
      • 実装しない:実装(◎○)の回答 10/10(要対応)
      回答の確認済:常陸大宮市 0件、那珂市 0件、かすみがうら市 0件、五霞町 0件(回答のある要件210件のうち、全4団体が確認済 0件)
      ■ 決定までの絞り込み
      全210件 → 要検討 33件(RFIの要対応 22件、便利機能等 12件。重なりは1件と数えます)
      • 未決:33件
      [要検討 33件] [要対応 22件] [便利機能等 12件] [未決 33件]"
  `);
  expect(await here.say(cast.english, '/req fit 国民健康保険WG proposal', LOBBY)).toMatchInlineSnapshot(`
    "(本人のみ) Fit of 国民健康保険WG
      The denominator is the number of answers (requirements × vendors). A must-not that is met is a gap.
      ■ プロポーザル
      fit 93.704%, gaps 85/1,350 (84 of them must-nots that are met), △× 1 (0.074%)
      • A社: fit 93.556%, gaps 29/450 (28 of them must-nots that are met), △× 1 (0.222%)
      • B社: fit 93.778%, gaps 28/450 (28 of them must-nots that are met), △× 0 (0.000%)
      • C社: fit 93.778%, gaps 28/450 (28 of them must-nots that are met), △× 0 (0.000%)
      • mandatory: fit 99.902%, gaps 1/1,017, △× 1 (0.098%)
      • optional: fit 100.000%, gaps 0/249, △× 0 (0.000%)
      • must not be: 84/84 are met (◎○): gaps
      Answers confirmed: 常陸大宮市 0, 那珂市 0, かすみがうら市 0, 五霞町 0 (of 450 answered requirements, 0 by all 4 municipalities)
      ■ From all requirements to decisions
      450 in all → 54 to consider (29 gaps in プロポーザル, 25 conveniences; one that is both counts once)
      • open: 54
      [to consider: 54] [gaps: 29] [conveniences: 25] [open: 54]
      ■ By system, most gaps first
      • 国民健康保険(賦課): プロポーザル gaps 37/420 (8.810%), △× 1
      • 国民健康保険(給付): プロポーザル gaps 24/420 (5.714%), △× 0
      • 国民健康保険(資格): プロポーザル gaps 12/390 (3.077%), △× 0
      • 国民健康保険(国保滞納対策): プロポーザル gaps 12/120 (10.000%), △× 0
      1–4 of 4"
  `);
});

test('all systems side by side, a page at a time, that says how many', async () => {
  const told = await here.say(cast.member, '/req 適合 p3', LOBBY);
  expect(told.slice(told.indexOf('■ 業務別'))).toMatchInlineSnapshot(`
    "■ 業務別(要対応の多い順)
      • コンビニ収納:RFI 要対応 3/45(6.667%)・△× 3、プロポーザル 要対応 0/45(0.000%)・△× 0
      • 総合窓口:RFI 要対応 3/96(3.125%)・△× 3、プロポーザル 要対応 0/96(0.000%)・△× 0
      全42件中 41〜42件目
      [前のページ]"
  `);
  expect(await here.say(cast.member, '/req 適合 介護保険 国保税', LOBBY)).toContain('「国保税」の部分を読み取れません');
});

test('the funnel follows what is decided', async () => {
  await here.say(cast.lead, '/req 決定 1234 代替案 CSVでの一括登録に代える');
  const told = await here.say(cast.member, '/req 適合 介護保険 提案', LOBBY);
  expect(told.slice(told.indexOf('■ 決定まで'))).toMatchInlineSnapshot(`
    "■ 決定までの絞り込み
      全210件 → 要検討 23件(プロポーザルの要対応 11件、便利機能等 12件。重なりは1件と数えます)
      • 代替案:1件
      • 未決:22件
      [要検討 23件] [要対応 11件] [便利機能等 12件] [代替案 1件] [未決 22件]"
  `);
});

describe('from a count of the funnel to its list', () => {
  /** Each button of the funnel, and the title of the list that it opens. */
  const opened = async (who: string, words: string): Promise<string[]> => {
    const told = await here.say(who, `/req 適合 ${words}`, LOBBY);
    const labels = [...told.matchAll(/\[(?<label>[^\]]+ [\d,]+件)\]/gu)].map((one) => one.groups?.label ?? '');
    const lists: string[] = [];
    for (const label of labels) {
      await here.say(who, `/req 適合 ${words}`, LOBBY);
      const [title = ''] = (await here.press(who, label, LOBBY)).split('\n');
      lists.push(`${label} → ${title}`);
    }
    return lists;
  };

  test('each is as long as the funnel says, of one vendor and round too', async () => {
    expect(await opened(cast.member, '')).toMatchInlineSnapshot(`
      [
        "要検討 331件 → (本人のみ) 全業務の要件一覧(すべて、プロポーザルで要検討):331件",
        "要対応 206件 → (本人のみ) 全業務の要件一覧(すべて、プロポーザルで要対応):206件",
        "便利機能等 125件 → (本人のみ) 全業務の要件一覧(すべて、便利機能等):125件",
        "代替案 1件 → (本人のみ) 全業務の要件一覧(決定済、代替案、プロポーザルで要検討):1件",
        "未決 330件 → (本人のみ) 全業務の要件一覧(未決、プロポーザルで要検討):330件",
      ]
    `);
    expect(await opened(cast.member, '介護 ｂ社 ＲＦＩ')).toMatchInlineSnapshot(`
      [
        "要検討 33件 → (本人のみ) 介護保険の要件一覧(すべて、RFI・B社で要検討):33件",
        "要対応 22件 → (本人のみ) 介護保険の要件一覧(すべて、RFI・B社で要対応):22件",
        "便利機能等 12件 → (本人のみ) 介護保険の要件一覧(すべて、便利機能等):12件",
        "代替案 1件 → (本人のみ) 介護保険の要件一覧(決定済、代替案、RFI・B社で要検討):1件",
        "未決 32件 → (本人のみ) 介護保険の要件一覧(未決、RFI・B社で要検討):32件",
      ]
    `);
  });

  test('the prefecture, which sees no vendor’s answers, is led to the conveniences alone', async () => {
    expect(await opened(cast.adviser, '介護')).toMatchInlineSnapshot(`
      [
        "便利機能等 12件 → (本人のみ) 介護保険の要件一覧(すべて、便利機能等):12件",
      ]
    `);
    expect(await here.say(cast.adviser, '/req 一覧 要検討 介護', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) ベンダ回答(◎○△×、要対応、要検討)で絞り込んだ一覧は、ここではご覧いただけません。
        ベンダ回答と費用は、構成団体の方のみご覧いただけます。"
    `);
  });

  test('class, conveniences and gaps are typed as the sheets, the council and English say them', async () => {
    const titleOf = async (typed: string) => (await here.say(cast.member, `/req ${typed}`, LOBBY)).split('\n')[0];
    const typed = [
      '一覧 すべて 実装必須機能 介護保険',
      '一覧 すべて 必須 任意 介護保険',
      '一覧 すべて 実装不可機能 要対応 介護保険',
      '一覧 便利機能等 介護保険 標準オプション機能',
      'list all class:not gap A社 介護保険 proposal',
      '一覧 すべて △× 回:RFI ベンダ:Ｂ社 業務:介護保険',
      '検索 申請 区分:必須 業務:介護保険',
      '検索 申請 実装必須機能 要検討 回:RFI',
      '検索 必須',
      '一覧 B社',
      '一覧 介護保険 国保税',
      '検索 申請 区分:いろいろ',
    ];
    expect(await Promise.all(typed.map(async (one) => `${one} → ${await titleOf(one)}`))).toMatchInlineSnapshot(`
      [
        "一覧 すべて 実装必須機能 介護保険 → (本人のみ) 介護保険の要件一覧(すべて、必須):136件",
        "一覧 すべて 必須 任意 介護保険 → (本人のみ) 介護保険の要件一覧(すべて、必須・任意):200件",
        "一覧 すべて 実装不可機能 要対応 介護保険 → (本人のみ) 介護保険の要件一覧(すべて、実装しない、プロポーザルで要対応):10件",
        "一覧 便利機能等 介護保険 標準オプション機能 → (本人のみ) 介護保険の要件一覧(未決、任意、便利機能等):12件",
        "list all class:not gap A社 介護保険 proposal → (本人のみ) 介護保険の要件一覧(すべて、実装しない、プロポーザル・A社で要対応):10件",
        "一覧 すべて △× 回:RFI ベンダ:Ｂ社 業務:介護保険 → (本人のみ) 介護保険の要件一覧(すべて、RFI・B社で△×):12件",
        "検索 申請 区分:必須 業務:介護保険 → (本人のみ) 介護保険の要件一覧(「申請」、すべて、必須):26件",
        "検索 申請 実装必須機能 要検討 回:RFI → (本人のみ) 全業務の要件一覧(「申請」、すべて、必須、RFIで要検討):35件",
        "検索 必須 → (本人のみ) 全業務の要件一覧(「必須」、すべて):192件",
        "一覧 B社 → (本人のみ) 「B社」の回答のうち、一覧にするものをご入力ください。例:/req 一覧 要対応 B社、/req 一覧 △× B社",
        "一覧 介護保険 国保税 → (本人のみ) 「国保税」の部分を読み取れませんでした。業務・WG名、ベンダ、回は、それぞれ1つまでご入力ください。",
        "検索 申請 区分:いろいろ → (本人のみ) 「いろいろ」という区分はありません。必須・任意・実装しない のいずれかでご入力ください。",
      ]
    `);
  });
});

describe('finding by words', () => {
  /** How many are said to be found, and the first of them. */
  const found = async (typed: string, who: string = cast.member, where = LOBBY): Promise<string> => {
    const [title = '', first = ''] = (await here.say(who, `/req 検索 ${typed}`, where)).split('\n');
    return `${typed} → ${/:(?<count>[\d,]+)件$/u.exec(title)?.groups?.count}${/• \d+/u.exec(first)?.[0] ?? ''}`;
  };

  test('whatever the width, the kana, the case and the okurigana', async () => {
    const typed = [
      'データ',
      'ﾃﾞｰﾀ',
      'でーた',
      'データ　一括',
      'CSV',
      'csv',
      'ＣＳＶ',
      'ｃｓｖ形式',
      '2402023',
      '２４０２０２３',
      '取込',
      '取込み　業務:介護保険',
      '取り込み 業務:介護保険',
      '届け出',
    ];
    expect(await Promise.all(typed.map((one) => found(one)))).toMatchInlineSnapshot(`
      [
        "データ → 36• 881",
        "ﾃﾞｰﾀ → 36• 881",
        "でーた → 36• 881",
        "データ　一括 → 4• 881",
        "CSV → 388• 26",
        "csv → 388• 26",
        "ＣＳＶ → 388• 26",
        "ｃｓｖ形式 → 196• 26",
        "2402023 → 1• 1234",
        "２４０２０２３ → 1• 1234",
        "取込 → 250• 31",
        "取込み　業務:介護保険 → 21• 1206",
        "取り込み 業務:介護保険 → 21• 1206",
        "届け出 → 117• 1",
      ]
    `);
  });

  test('two characters, several words in any order, and what a system is called', async () => {
    const typed = [
      '督促',
      '収納',
      '国保',
      '国保 CSV',
      'csv 国保',
      '端末 一括登録',
      '一括登録 端末',
      'マル福 申請',
      '滞納 督促',
    ];
    expect(await Promise.all(typed.map((one) => found(one)))).toMatchInlineSnapshot(`
      [
        "督促 → 7• 1097",
        "収納 → 299• 16",
        "国保 → 484• 1359",
        "国保 CSV → 50• 1656",
        "csv 国保 → 50• 1656",
        "端末 一括登録 → 1• 1234",
        "一括登録 端末 → 1• 1234",
        "マル福 申請 → 10• 2216",
        "滞納 督促 → 7• 1097",
      ]
    `);
  });

  test('signs stand for themselves, in either width', async () => {
    const typed = ['(カナ)', '（ｶﾅ）', '氏名(かな)', '.*', 'C.V', '[一-龠]', '一覧\\', '%%%', '税・', '生年月日・住所'];
    expect(await Promise.all(typed.map((one) => found(one)))).toMatchInlineSnapshot(`
      [
        "(カナ) → 192• 11",
        "（ｶﾅ） → 192• 11",
        "氏名(かな) → 192• 11",
        ".* → 0",
        "C.V → 0",
        "[一-龠] → 0",
        "一覧\\ → 0",
        "%%% → 0",
        "税・ → 9• 1111",
        "生年月日・住所 → 192• 11",
      ]
    `);
  });

  test('narrowed by system, WG, state, outcome and mark', async () => {
    const typed = [
      '一括登録 業務:介護保険',
      '申請 WG:介護保険',
      '申請 WG:介護保険 未決',
      '登録 決定済',
      '登録 結果:代替案',
      '登録 結果:レベルアップ',
      '一括登録 △×',
    ];
    expect(await Promise.all(typed.map((one) => found(one)))).toMatchInlineSnapshot(`
      [
        "一括登録 業務:介護保険 → 14• 1206",
        "申請 WG:介護保険 → 35• 1212",
        "申請 WG:介護保険 未決 → 34• 1212",
        "登録 決定済 → 1• 1234",
        "登録 結果:代替案 → 1• 1234",
        "登録 結果:レベルアップ → 0",
        "一括登録 △× → 1• 1234",
      ]
    `);
  });

  test('words that do not stand together say how often each stands alone', async () => {
    expect(await here.say(cast.member, '/req 検索 国保 督促', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 全業務の要件一覧(「国保 督促」、すべて):0件
        該当するものはありません。
        それぞれの言葉では、「国保」484件、「督促」7件です。
        [「国保」] [「督促」]"
    `);
    expect(await here.press(cast.member, '「督促」', LOBBY)).toContain('「督促」、すべて):7件');
    expect(await here.say(cast.member, '/req 検索 存在しない言葉', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 全業務の要件一覧(「存在しない言葉」、すべて):0件
        該当するものはありません。"
    `);
  });

  test('the vendor’s alternative is found by members alone', async () => {
    expect(await found('一括登録に代える')).toContain('• 1234');
    expect(await found('一括登録に代える', cast.adviser)).toBe('一括登録に代える → 0');
    expect(await here.say(cast.adviser, '/req 検索 一括登録に代える', LOBBY)).toContain('構成団体の方のみ');
  });

  test('a word that is written in several ways is looked for in all of them, and that is said', async () => {
    const told = (await here.say(cast.member, '/req 検索 申し込み 業務:介護保険', LOBBY)).split('\n');
    expect([told[0], told.at(-1)]).toMatchInlineSnapshot(`
      [
        "(本人のみ) 介護保険の要件一覧(「申し込み」、すべて):0件",
        "  送り仮名の違い(「取込」と「取り込み」など)も含めて探しています。",
      ]
    `);
  });

  test('one character is too short, none asks for words', async () => {
    expect(await here.say(cast.member, '/req 検索 税', LOBBY)).toContain('短すぎて');
    expect(await here.say(cast.member, '/req 検索', LOBBY)).toMatchInlineSnapshot(
      `"[フォーム] 要件を言葉で探します(複数の言葉はすべて含むもの): 言葉(複数可) 未決・決定済 区分:必須 便利機能等 要対応・要検討 結果:代替案 △× 業務:国保税 回:RFI p2"`,
    );
  });

  test('in a council several times as large a long word is counted as far as it had to be', async () => {
    const { client } = here.store;
    await client.$executeRaw`
      INSERT INTO requirement SELECT (jsonb_populate_record(r, jsonb_build_object('number', r.number + 3072,
        'function_id', 'X' || r.function_id))).* FROM requirement r WHERE council_id = 'ibaraki'`;
    await client.$executeRaw`
      INSERT INTO requirement_trait SELECT council_id, trait, block + 3, bits FROM requirement_trait WHERE council_id = 'ibaraki'`;
    const told = (await here.say(cast.member, '/req 検索 できること。', LOBBY)).split('\n');
    expect(told.toSpliced(1, 20)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 全業務の要件一覧(「できること。」、すべて):64件以上",
        "  64件以上のうち 1〜20件目",
        "  [次のページ]",
        "  該当が多いため、件数は途中まで数えたものです。言葉を追加するか、「業務:国保税」「未決」などを付けて絞り込むと、正確な件数をご確認いただけます。",
      ]
    `);
    const narrowed = (await here.say(cast.member, '/req 検索 できること。 業務:介護保険', LOBBY)).split('\n');
    expect([narrowed[0], narrowed.at(-2)]).toMatchInlineSnapshot(`
      [
        "(本人のみ) 介護保険の要件一覧(「できること。」、すべて):364件",
        "  全364件中 1〜20件目",
      ]
    `);
    expect(await here.say(cast.member, '/req 検索 こと', LOBBY)).toContain('「こと」、すべて):6,138件');
  });
});

test('what must not be there, and is not, is as it should be', async () => {
  await here.store.client.$executeRaw`
    UPDATE vendor_mark m SET mark = '×' FROM requirement r
    WHERE r.council_id = m.council_id AND r.number = m.number AND r.system_slug = 'kaigo' AND r.class = 'not'`;
  const told = (await here.say(cast.member, '/req 適合 介護 提案 B社', LOBBY)).split('\n');
  expect([told[3], ...told.filter((one) => one.includes('• 実装しない'))]).toMatchInlineSnapshot(`
    [
      "  適合率 99.524%、要対応 1/210、△× 11(5.238%)",
      "  • 実装しない:実装(◎○)の回答はありません(回答10件、要対応なし)",
    ]
  `);
});
