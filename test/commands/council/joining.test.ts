/** Joining late: the steps with what each needs, what binds is shown first, and every day is told rightly. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOn, membersOn, rolesOn, type Seat } from '../../../src/domain/council.ts';
import { day } from '../../../src/domain/day.ts';
import { officersOn } from '../../../src/domain/rotation.ts';
import { openSheets } from '../../../src/sheet/open.ts';
import { cast, type Office, office } from '../../support/office.ts';
import { TEAM } from '../../support/officeCouncil.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-10T10:00:00+09:00');
  before = await toldOfEarlierDays();
  await here.say(cast.chair, '/wg schedule 運営協議会 6/10 14:00-16:00 那珂市役所');
  here.at('2026-06-10T14:00:00+09:00');
  await here.say(cast.chair, '/wg open M1');
  await here.say(cast.secretariat, '/wg 出席 M1 全員', '協議会');
  here.at('2026-06-10T16:00:00+09:00');
  await here.say(cast.chair, '/wg close M1');
  here.at('2026-06-11T10:00:00+09:00');
});
afterAll(() => here.close());

/** What is told of days that are over, by the council's own people. */
let before: unknown;
async function toldOfEarlierDays(): Promise<unknown> {
  const of = here.store.council('ibaraki');
  const chart = await of.chart();
  const days = ['2016-04-01', '2018-03-31', '2020-10-01', '2024-04-01', '2026-03-31', '2026-06-10'].map((one) =>
    day(one),
  );
  return Promise.all(
    days.map(async (on) => {
      const tenures = await of.tenuresOn(on);
      return [
        on,
        membersOn(chart, on).map((one) => one.name),
        officersOn(chart.rotation, on),
        [...new Set(tenures.map((one) => one.person))].flatMap((person) =>
          rolesOn(
            tenures.filter((one) => one.person === person),
            chart,
            on,
          ).map((role) => `${person} ${role.as} ${role.seat}`),
        ),
      ];
    }),
  );
}

const say = (line: string, who: string = cast.secretariat) => here.say(who, line);

test('nobody joins yet, and a municipality that is not known is asked for its code', async () => {
  expect(await say('/council join')).toMatchInlineSnapshot(
    `"(本人のみ) 後乗りの市町村は、今はありません。事務局の方は「/council 後乗り 境町 085464 オブザーバー 2027/4/1 承認3」のように記録できます。"`,
  );
  expect(await say('/council 後乗り 境町')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は、まだ登録されていません。初めての市町村は、団体コード(6桁)を添えて「/council 後乗り 境町 団体コード○○○○○○ オブザーバー 2027/4/1 承認3」のようにご入力ください。"`,
  );
  expect(await say('/council 後乗り 境町 085465 関心表明 2026/6/11')).toMatchInlineSnapshot(`
    "(本人のみ) 「085465」は団体コードではありません。検査数字を含む6桁(先頭の0も)でご入力ください。
      使い方: /council 後乗り [市町村名] [団体コード] [段階] [日付] [根拠(承認・会議・決定の番号)]
      例: /council 後乗り 境町"
  `);
  expect(await say('/council 後乗り 境町 085421 関心表明 2026/6/11')).toMatchInlineSnapshot(
    `"(本人のみ) 団体コード085421は、五霞町として登録されています。"`,
  );
  expect(await say('/council 後乗り 茨城県 加入 2026/7/1')).toMatchInlineSnapshot(
    `"(本人のみ) 茨城県はアドバイザーですので、加入の手続きの対象ではありません。"`,
  );
  expect(await say('/council 後乗り 境町 085464 関心表明 2026/6/11', cast.member)).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
});

test('interest and observing are recorded at once; a step out of order or without its approval is refused', async () => {
  expect(
    await say('/council　後乗り　境町　団体コード０８５４６４　関心表明　令和８年６月１１日'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和8年6月11日(木)から「関心表明」として記録しました(後乗り1)。
      [取り消す]"
  `);
  expect(await say('/council 後乗り 境町 加入 2026/7/1 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は「関心表明」です。「加入」の前の段階がまだ記録されていません。次に記録できるのは、オブザーバー・加入申請・脱退・取下げです。"`,
  );
  expect(await say('/council 後乗り 境町 オブザーバー 2026/7/1')).toMatchInlineSnapshot(`
    "(本人のみ) 「オブザーバー」の記録に必要な次のものが、まだそろっていません。
      • 協議会の承認:「承認3」「M12」「決定第12号」のように、末尾に添えてください。"
  `);
  expect(await say('/council 後乗り 境町 オブザーバー 2026/7/1 M7')).toMatchInlineSnapshot(
    `"(本人のみ) 「M7」は、協議会の承認・開催された会議・決定として見つかりませんでした。会議で承認された場合は、その会議の番号を「M12」のようにご入力ください。"`,
  );
  expect(await say('/council 後乗り 境町 オブザーバー 2026/6/11 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は令和8年6月11日(木)から「関心表明」ですので、それより後の日をご入力ください。"`,
  );
  expect(await say('/council 後乗り 境町 オブザーバー')).toMatchInlineSnapshot(
    `"(本人のみ) いつからかもご入力ください。例:/council 後乗り 境町 オブザーバー 2027/4/1 承認3"`,
  );
  expect(await say('/council 後乗り 境町 オブザーバー 2026/7/1 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和8年7月1日(水)から「オブザーバー」として記録しました(後乗り2)。
      担当を1件設けました。担当者は未定です。「/council 名簿」から登録できます。
      [取り消す]
    #協議会 境町が、令和8年7月1日(水)から「オブザーバー」となります。会議の資料はご覧いただけますが、議決の数には含まれません。"
  `);
  expect(await here.press(cast.secretariat, '取り消す')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の「オブザーバー」の記録を取り消しました。「関心表明」に戻ります。
    #協議会 先にお知らせした、境町の「オブザーバー」(令和8年7月1日(水)から)は取り消されました。"
  `);
  await say('/council join 境町 observer 2026/7/1 M1');
  expect(await say('/council join 境町 加入申請 2026/10/1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和8年10月1日(木)から「加入申請」として記録しました(後乗り4)。
      [取り消す]
    #協議会 境町が、令和8年10月1日(木)から「加入申請」となります。会議の資料はご覧いただけますが、議決の数には含まれません。"
  `);
});

test('preparing to adopt makes the seats of all bodies in one act, after they were shown', async () => {
  expect(await say('/council 後乗り 境町 受入準備 2027/4/1 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和9年4月1日(木)から「受入準備」とします。次の内容をご確認ください。
      根拠:会議M1
      31の会議体に委員の担当を設けます。担当者は「未定」で、決まるまで事務局の一覧に載ります。会議の予定表は、担当者の登録と同時に届きます。
      チャンネル31件への招待は、担当者の登録後に「/council 同期」で確認できます。
      加入した場合の試算です(この段階では、定足数・輪番・負担額は変わりません)。
      ■ 会長の輪番(今後10年)
      • 那珂市:令和12年度、令和16年度 → 令和13年度
      • かすみがうら市:令和13年度、令和17年度 → 令和14年度
      • 境町:なし → 令和10年度、令和15年度
      • 常陸大宮市:令和10年度、令和14年度 → 令和11年度、令和16年度
      • 五霞町:令和11年度、令和15年度 → 令和12年度、令和17年度
      ■ 定足数・合意
      構成団体の数:4 → 5
      • 協議会:定足数 4団体中3団体 → 5団体中4団体、議決は出席団体の過半数
      • プロジェクトチーム:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      • 専門部会:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      • WG:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      ■ 費用の負担(決定済の要件 0千円)
      • 費用のある決定済の要件は、まだありません。
      [この内容で記録する]"
  `);
  expect(await here.press(cast.secretariat, 'この内容で記録する')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和9年4月1日(木)から「受入準備」として記録しました(後乗り5)。
      担当を31件設けました。担当者は未定です。「/council 名簿」から登録できます。
      [取り消す]
    #協議会 境町が、令和9年4月1日(木)から受入準備に入ります。これまでの決定をご覧いただき、ご質問をお受けします。議決の数には含まれません。"
  `);
  expect(await here.deliverAgain()).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和9年4月1日(木)から「受入準備」として記録しました(後乗り5)。
      担当を31件設けました。担当者は未定です。「/council 名簿」から登録できます。
      [取り消す]"
  `);
});

test('accession needs the approval, the changed agreement and charter, and the price, and says so all at once', async () => {
  expect(await say('/council 後乗り 境町 加入 2027/10/1')).toMatchInlineSnapshot(`
    "(本人のみ) 「加入」の記録に必要な次のものが、まだそろっていません。
      • 協議会の承認:「承認3」「M12」「決定第12号」のように、末尾に添えてください。
      • 変更協定:「/council 改正 協定書 2027/10/1 境町に関する変更協定」で登録してください。
      • 要綱改正:「/council 改正 要綱 2027/10/1 構成団体の変更(境町)」で登録してください。
      • 価格の合意:「/council 価格合意 境町 12,000千円 2026/6/11」のように、合意の日と金額を登録してください。"
  `);
  await say('/council 改正 協定書 2027/10/1 境町の加入に伴う変更協定');
  await say('/council 改正 要綱 2027/10/1 第3条の改正(境町の加入)');
  expect(await say('/council 価格合意 境町 12,000千円 2026/6/20')).toMatchInlineSnapshot(
    `"(本人のみ) 令和8年6月20日(土)はまだ来ていません。合意した日をご入力ください。"`,
  );
  expect(await say('/council 価格合意 境町 1200万円 2026/6/11')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の価格の合意を記録しました:12,000千円(令和8年6月11日(木))。
      [取り消す]"
  `);
  expect(await say('/council 後乗り 境町 加入 2027/10/1 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和9年10月1日(金)から「加入」とします。次の内容をご確認ください。
      根拠:会議M1・協定書「境町の加入に伴う変更協定」・要綱「第3条の改正(境町の加入)」
      価格:12,000千円(令和8年6月11日(木)合意)
      ■ 会長の輪番(今後10年)
      • 那珂市:令和16年度 → 令和17年度
      • かすみがうら市:令和17年度 → その先
      • 常陸大宮市:令和14年度 → 令和15年度
      • 五霞町:令和15年度 → 令和16年度
      • 境町:なし → 令和14年度
      ■ 定足数・合意
      構成団体の数:4 → 5
      • 協議会:定足数 4団体中3団体 → 5団体中4団体、議決は出席団体の過半数
      • プロジェクトチーム:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      • 専門部会:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      • WG:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
      ■ 費用の負担(決定済の要件 0千円)
      • 費用のある決定済の要件は、まだありません。
      [この内容で記録する]"
  `);
  expect(await here.press(cast.secretariat, 'この内容で記録する')).toMatchInlineSnapshot(`
    "(本人のみ) 境町を、令和9年10月1日(金)から「加入」として記録しました(後乗り6)。
      [取り消す]
    根本 雅之 那珂市が会長を務める年度が変わりました(令和16年度 → 令和17年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    平松 翔 那珂市が会長を務める年度が変わりました(令和16年度 → 令和17年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    寺門 聡 那珂市が会長を務める年度が変わりました(令和16年度 → 令和17年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    綿引 香織 那珂市が会長を務める年度が変わりました(令和16年度 → 令和17年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    貝塚 芳信 かすみがうら市が会長を務める年度が変わりました(令和17年度 → その先)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    君山 創 かすみがうら市が会長を務める年度が変わりました(令和17年度 → その先)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    小松崎 瞳 かすみがうら市が会長を務める年度が変わりました(令和17年度 → その先)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    坂本 亮 かすみがうら市が会長を務める年度が変わりました(令和17年度 → その先)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    大久保 正彦 常陸大宮市が会長を務める年度が変わりました(令和14年度 → 令和15年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    相田 修一 常陸大宮市が会長を務める年度が変わりました(令和14年度 → 令和15年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    小室 由香 常陸大宮市が会長を務める年度が変わりました(令和14年度 → 令和15年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    三次 拓也 常陸大宮市が会長を務める年度が変わりました(令和14年度 → 令和15年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    知久 清志 五霞町が会長を務める年度が変わりました(令和15年度 → 令和16年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    松本 結衣 五霞町が会長を務める年度が変わりました(令和15年度 → 令和16年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    染谷 晃 五霞町が会長を務める年度が変わりました(令和15年度 → 令和16年度)。ご不明な点は事務局へお問い合わせください。
      根拠:会議M1
    #協議会 境町が、令和9年10月1日(金)に構成団体として加入します。その日から、境町も定足数と議決に数えます。"
  `);
  expect(await say('/council 加入 境町', cast.member)).toMatchInlineSnapshot(`
    "(本人のみ) 境町の加入の状況(現在:関心表明)
      • 令和8年6月11日(木) 関心表明
      • 令和8年7月1日(水) オブザーバー(予定)、根拠:会議M1
      • 令和8年10月1日(木) 加入申請(予定)
      • 令和9年4月1日(木) 受入準備(予定)、根拠:会議M1
      • 令和9年10月1日(金) 加入(予定)、根拠:会議M1
      次に記録できる段階:脱退・取下げ
      担当:32件のうち未定32件
      決定の受入:受入済0件・質問中0件・未回答0件(決定済0件)
      独自差異の登録:0件
      ■ 支援役(WGごとに質問を受ける市町)
      • 常陸大宮市:住民基本台帳WG・固定資産税WG・申告支援WG・課税資料イメージ管理WG・後期高齢者医療WG・医療費助成WG・選挙投票管理WG
      • 那珂市:印鑑登録WG・自動交付機WG・個人住民税WG・家屋評価WG・介護保険WG・健康管理WG・学齢簿WG
      • かすみがうら市:国民年金WG・法人住民税WG・収滞納管理WG・国民健康保険WG・児童福祉WG・産業・生活環境WG
      • 五霞町:総合窓口WG・軽自動車税WG・障害者福祉WG・公営住宅管理WG・外字管理WG
      ■ 会議の回数と時間(先行市町との比較)
      • 協議会:先行市町 1回・2時間、境町 0回・0時間
      • 合計で 1回・2時間 の会議が不要になりました。"
  `);
});

test('who was what on a day is told rightly, before and after', async () => {
  const chart = await here.store.council('ibaraki').chart(day('2026-06-11'));
  const sakai = chart.municipalities.find((one) => one.name === '境町');
  expect(
    ['2026-06-10', '2026-06-11', '2026-07-01', '2026-10-01', '2027-04-01', '2027-09-30', '2027-10-01'].map((on) => [
      on,
      sakai && kindOn(sakai, day(on)),
      membersOn(chart, day(on)).length,
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "2026-06-10",
        undefined,
        4,
      ],
      [
        "2026-06-11",
        "interested",
        4,
      ],
      [
        "2026-07-01",
        "observer",
        4,
      ],
      [
        "2026-10-01",
        "applicant",
        4,
      ],
      [
        "2027-04-01",
        "adopting",
        4,
      ],
      [
        "2027-09-30",
        "adopting",
        4,
      ],
      [
        "2027-10-01",
        "member",
        5,
      ],
    ]
  `);
});

describe('adopting', () => {
  const sakai = (line: string) => here.say(cast.stranger, line);

  beforeAll(async () => {
    here.at('2026-06-12T10:00:00+09:00');
    await here.say(cast.lead, '/req 決定 1230-1234 標準どおり');
    await here.say(cast.lead, '/req 決定 1235 代替案 CSVでの一括登録に代えるため');
    await here.say(cast.lead, '/req 決定変更 1235 レベルアップ 全団体で使うため');
    await here.say(cast.lead, '/req 決定 1236,1237 運用見直し 帳票は月次でまとめて出力');
    await here.say(cast.lead, '/item 追加 旧様式の確認');
    await here.say(cast.lead, '/item 完了 K1');
    await here.say(cast.lead, '/item 追加 新様式の確認');
    await here.say(cast.lead, '/item コメント K2 県へ照会済み');
    await here.say(cast.lead, '/wg 次第 督促状の様式について');
    await here.say(cast.lead, '/wg 次第 取りやめた議題');
    await here.say(cast.lead, '/wg 次第 取下げ 議題2');
    here.at('2027-04-01T10:00:00+09:00');
    await here.store.act('ibaraki', async ({ seats }) => {
      const person = await seats.register({ name: '金子 直樹', kana: undefined, email: undefined });
      await seats.giveAccount(person, {
        team: TEAM,
        user: here.account(cast.stranger).userId,
        from: day('2027-04-01'),
      });
      const held = { until: undefined, deputy: false, code: '085464' };
      const line = (seat: Seat['id']) => ({ seat, person, from: day('2027-04-01'), before: undefined, after: held });
      await seats.change({
        ...{ kind: 'assign', at: here.now(), by: undefined, code: '085464', sections: [] },
        lines: [line('kaigo:085464'), line('fukushi:085464')],
      });
    });
  });

  test('the joiner sees what there is to accept, and nobody else may accept it', async () => {
    expect(await sakai('/council 受入')).toMatchInlineSnapshot(`
      "(本人のみ) 境町の決定の受入:受入済0件・質問中0件・未回答8件
        • 介護保険:受入済0件・質問中0件・未回答8件
        業務ごとに受け入れる場合は「/council 受入 介護保険」、1件ずつの場合は「/council 受入 1234」、質問は「/council 受入質問 1234 …」、資料は「/council 受入資料 介護保険」とご入力ください。"
    `);
    expect(await here.say(cast.member, '/council 受入 介護保険')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
    );
    expect(await sakai('/council 受入 障害者福祉')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
    );
    expect(await sakai('/council 受入 1240')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1240は、まだ決定していないため、受け入れる決定がありません。"`,
    );
    expect(await sakai('/council 受入 99999')).toMatchInlineSnapshot(
      `"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`,
    );
  });

  test('it asks instead of reopening; who helps in that working group is asked to answer', async () => {
    expect(await sakai('/req 再協議 1235 月次に間に合わない')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await sakai('/council 受入質問 1235 月次処理に間に合いますか')).toMatchInlineSnapshot(`
      "(本人のみ) 境町として、要件1235の決定について質問を登録しました(Q1)。決定はそのまま有効で、再協議にはなりません。
        [質問を取り下げる]
      和田 幸子 境町から、要件1235の決定について質問がありました(Q1)。「月次処理に間に合いますか」
        支援役の那珂市の方は、ご回答をお願いします。回答は「/req 回答 Q1 那珂市 …」で記録できます。
      #wg-介護保険 境町から、要件1235の決定について質問がありました(Q1)。「月次処理に間に合いますか」
        支援役の那珂市の方は、ご回答をお願いします。回答は「/req 回答 Q1 那珂市 …」で記録できます。"
    `);
    expect(
      await here.say(cast.lead, '/req 回答 Q1 那珂市 翌営業日に反映されるため、支障ありません'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 質問Q1の回答(那珂市)を記録しました。
      来訪者 ご質問Q1に、那珂市から回答がありました。「翌営業日に反映されるため、支障ありません」
        [この決定を受け入れる]"
    `);
    expect(await sakai('/council 受入質問')).toMatchInlineSnapshot(`
      "(本人のみ) 境町からの質問:1件
        • Q1(要件1235)月次処理に間に合いますか → 那珂市:翌営業日に反映されるため、支障ありません"
    `);
  });

  test('a business is accepted after it was shown, without what is asked about; one by one at once', async () => {
    expect(await sakai('/council 受入 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 境町として、次の決定7件を受け入れます。内容をご確認ください(質問中のものは含みません)。
        1230-1234、1236-1237
        介護保険:7件
        [7件を受け入れる]"
    `);
    expect(await here.press(cast.stranger, '7件を受け入れる')).toMatchInlineSnapshot(`
      "(本人のみ) 境町として、要件1230-1234、1236-1237の決定を受け入れました(受入2)。
        全体:受入済7件・質問中1件・未回答0件
        [取り消す]"
    `);
    expect(await sakai('/council 受入 介護保険')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険に、未回答の決定はありません。質問中の1件は、回答をご確認のうえ、要件番号で受け入れてください。"`,
    );
    expect(await sakai('/council 受入 1235')).toMatchInlineSnapshot(`
      "(本人のみ) 境町として、要件1235の決定を受け入れました(受入3)。
        全体:受入済8件・質問中0件・未回答0件
        [取り消す]
      #wg-介護保険 境町が、介護保険の決定8件をすべて受け入れました。"
    `);
    expect(await here.press(cast.stranger, '取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の要件1235への回答(受入3)を取り消し、その前の状態に戻しました。"`,
    );
    expect(await sakai('/council　受入　１２３５')).toMatchInlineSnapshot(`
      "(本人のみ) 境町として、要件1235の決定を受け入れました(受入4)。
        全体:受入済8件・質問中0件・未回答0件
        [取り消す]
      #wg-介護保険 境町が、介護保険の決定8件をすべて受け入れました。"
    `);
  });

  test('a decision that is superseded is open again', async () => {
    await here.say(cast.lead, '/req 決定変更 1236 標準どおり パッケージの帳票で足りるため');
    expect(await sakai('/council 受入')).toMatchInlineSnapshot(`
      "(本人のみ) 境町の決定の受入:受入済7件・質問中0件・未回答1件
        • 介護保険:受入済7件・質問中0件・未回答1件
        業務ごとに受け入れる場合は「/council 受入 介護保険」、1件ずつの場合は「/council 受入 1234」、質問は「/council 受入質問 1234 …」、資料は「/council 受入資料 介護保険」とご入力ください。"
    `);
  });

  test('a withdrawn question leaves what was accepted; one that the secretariat entered is answered to the joiner', async () => {
    await sakai('/council 受入 1236');
    expect(await sakai('/council 受入質問 1236 抽出条件は保存できますか')).toContain('質問を登録しました(Q2)');
    expect(await sakai('/council 受入取消 受入6')).toMatchInlineSnapshot(
      `"(本人のみ) 受入6は質問(Q2)の記録です。質問を取り下げる場合は「/req 質問取下げ Q2」とご入力ください。"`,
    );
    expect(await sakai('/council 受入')).toContain('受入済7件・質問中1件・未回答0件');
    await sakai('/req 質問取下げ Q2');
    expect(await sakai('/council 受入')).toContain('受入済8件・質問中0件・未回答0件');
    expect(await sakai('/council 受入取消')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の要件1236への回答(受入5)を取り消し、その前の状態に戻しました。"`,
    );
    await here.say(cast.secretariat2027, '/council 受入質問 境町 1236 電話で照会がありました');
    expect(await here.say(cast.english, '/req answered Q3 那珂市 保存できます')).toMatchInlineSnapshot(
      `"(本人のみ) Question Q3 can be answered for かすみがうら市 alone: “/req answered Q3 かすみがうら市 …”."`,
    );
    expect(await here.say(cast.english, '/req answered Q3 かすみがうら市 保存できます')).toMatchInlineSnapshot(`
      "(本人のみ) The answer to Q3 (かすみがうら市) was recorded.
      来訪者 ご質問Q3に、かすみがうら市から回答がありました。「保存できます」
        [この決定を受け入れる]"
    `);
    expect(await sakai('/req 回答 Q3 境町 了解しました')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('differences to the present system are kept', async () => {
    expect(await sakai('/council 独自差異 1234 現行は介護度別に集計しています')).toMatchInlineSnapshot(`
      "(本人のみ) 境町の独自差異を登録しました(差異1、要件1234)。受入資料の「現行システムとの差異」欄に載ります。
        [差異1を取り消す]"
    `);
    expect(await here.say(cast.secretariat2027, '/council 独自差異 境町')).toMatchInlineSnapshot(`
      "(本人のみ) 境町の独自差異:1件
        • 差異1(要件1234)現行は介護度別に集計しています"
    `);
    expect(await sakai('/council　差異　１２３４　現行は介護度別に集計しています')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容が、差異1(要件1234)としてすでに登録されています。"`,
    );
    await here.say(cast.secretariat2027, '/council 差異 境町 990 福祉の様式が異なります');
    expect(await sakai('/council 差異取消 差異2')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
    );
    expect(await sakai('/council 差異取消 差異9')).toMatchInlineSnapshot(
      `"(本人のみ) 差異9は登録されていないか、すでに取り消されています。"`,
    );
    expect(await sakai('/council 差異取消 差異1')).toMatchInlineSnapshot(`"(本人のみ) 差異1を取り消しました。"`);
    await sakai('/council 独自差異 1234 現行は要介護度別に集計しています');
  });

  test('the pack holds what stands with its reasons, what it came from, and a column for its own; costs for members only', async () => {
    const before = here.workspace.state.files.size;
    expect(await sakai('/council 受入資料 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 決定8件の受入資料(Excel・Word)を、ダイレクトメッセージでお送りします。
        費用は構成団体のみの情報のため、含んでいません。
      来訪者 📎受入資料_介護保険_境町_2027-04-01.xlsx
      来訪者 📎受入資料_介護保険_境町_2027-04-01.docx"
    `);
    const files = [...here.workspace.state.files.values()].slice(before);
    const [xlsx, docx] = files.map((one) => Buffer.from(one.content ?? ''));
    const opened = await openSheets(new Uint8Array(xlsx ?? []), 'a.xlsx');
    const rows = 'sheets' in opened ? (opened.sheets[0]?.rows ?? []) : [];
    expect([rows[0], rows[5], rows[6]]).toMatchInlineSnapshot(`
      [
        [
          "要件番号",
          "機能ID",
          "業務",
          "分類",
          "要件",
          "区分",
          "決定",
          "決定番号",
          "決定日",
          "段階",
          "理由",
          "超えた案(以前の決定と理由)",
          "ベンダの代替案",
          "適用範囲",
          "受入",
          "現行システムとの差異(記入)",
        ],
        [
          1234,
          "2402023",
          "介護保険",
          "認定 > 申請 > 一括登録",
          "認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
          "必須",
          "パッケージ標準どおり",
          "令和8年度決定第1号",
          "令和8年6月12日(金)",
          "仮記録",
          null,
          null,
          "携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)",
          "全団体",
          "受入済",
          "現行は要介護度別に集計しています",
        ],
        [
          1235,
          "2402024",
          "介護保険",
          "認定 > 申請 > 一括登録",
          "主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
          "必須",
          "レベルアップ",
          "令和8年度決定第3号",
          "令和8年6月12日(金)",
          "仮記録",
          "全団体で使うため",
          "令和8年度決定第2号 代替案:CSVでの一括登録に代えるため",
          null,
          "全団体",
          "受入済",
          null,
        ],
      ]
    `);
    const { value } = await mammoth.extractRawText({ buffer: docx ?? Buffer.from('') });
    expect(value.split('\n').filter(Boolean).slice(0, 30)).toMatchInlineSnapshot(`
      [
        "　　　第　　　　号",
        "令和9年4月1日(木)",
        "　境町　様",
        "いばらき自治体クラウド基幹業務運営協議会",
        "決定事項の受入資料(介護保険)",
        "　介護保険について、本協議会がこれまでに決定した8件を、理由と経過を添えてお示しします。現行システムと異なる点を右の欄にご記入のうえ、業務ごと、または1件ずつ受入をご回答ください。ご不明な点は、再協議ではなく質問としてお受けします。",
        "記",
        "1　決定	8件(受入済7件・質問中1件・未回答0件)",
        "2　費用	構成団体のみの情報のため、記載していません",
        "以上",
        "介護保険",
        "要件",
        "決定",
        "理由と経過",
        "現行システムとの差異(記入欄)",
        "1230 認定調査票の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。",
        "パッケージ標準どおり",
        "令和8年度決定第1号",
        "全団体",
        "受入済",
        "1231 主治医意見書の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。",
        "パッケージ標準どおり",
        "令和8年度決定第1号",
        "全団体",
        "受入済",
        "1232 負担限度額認定の更新申請をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
        "パッケージ標準どおり",
        "令和8年度決定第1号",
        "全団体",
        "受入済",
      ]
    `);
    expect(await here.say(cast.secretariat2027, '/council 受入資料 境町 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 決定8件の受入資料(Excel・Word)を、ダイレクトメッセージでお送りします。
        構成団体の方向けに、費用を含んでいます。境町へお渡しになる場合は、境町の方に「/council 受入資料」で作成いただくと、費用を除いた資料になります。
      小松崎 瞳 📎受入資料_介護保険_境町_2027-04-01.xlsx
      小松崎 瞳 📎受入資料_介護保険_境町_2027-04-01.docx"
    `);
  });

  test('it reads earlier decisions from the day that was set', async () => {
    expect(await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2028/1/1')).toMatchInlineSnapshot(
      `"(本人のみ) 令和10年1月1日(土)はまだ来ていません。本日か、それより前の日をご入力ください。"`,
    );
    expect(await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2027/1/1')).toMatchInlineSnapshot(`
      "(本人のみ) 境町が読める過去の決定と経過、会議の次第・資料・議事録を、令和9年1月1日(金)以降としました。今の決定は、その前のものも読めます。
        [取り消す]"
    `);
    expect(await sakai('/req 経緯 1235')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1235の経緯(1件、古い順)
        主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 令和8年6月12日(金) 10:00 『レベルアップ』令和8年度決定第3号(仮記録、記録:和田 幸子、理由:全団体で使うため)
        令和9年1月1日(金)より前の経過は、表示していません。必要な場合は、事務局へお問い合わせください。"
    `);
    const said = [
      '/wg 表示 M1',
      '/wg 議事録 M1',
      '/wg 議事録 M1 file',
      '/wg 次第 M1',
      '/req 決定一覧 令和8年度',
      '/item 表示 K1',
      '/item 表示 K2',
      '/item 一覧 すべて 介護保険',
      '/item 出力 介護保険',
      '/wg 次第 介護保険の議題1 履歴',
      '/wg 次第 介護保険の議題2 履歴',
      '/council 引継ぎ',
    ];
    const heard: [string, boolean][] = [];
    for (const line of said) heard.push([line, (await sakai(line)).includes('令和9年1月1日(金)より前')]);
    expect(heard).toEqual(said.map((line) => [line, !line.startsWith('/council')]));
    const read = (
      await Promise.all(
        [
          '/item 一覧 すべて 介護保険',
          '/item 表示 K2',
          '/council 引継ぎ 境町 介護保険WG',
          '/wg 次第 介護保険の議題1 履歴',
        ].map(sakai),
      )
    ).join();
    for (const open of ['新様式の確認', '督促状の様式について', '全団体で使うため']) expect(read).toContain(open);
    for (const over of ['旧様式の確認', '県へ照会済み', 'CSVでの一括登録に代えるため'])
      expect(read).not.toContain(over);
    expect(await sakai('/wg 表示 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は令和9年1月1日(金)より前のため、次第・資料・議事録は表示していません。必要な場合は、事務局へお問い合わせください。"`,
    );
    expect(await here.say(cast.secretariat2027, '/wg 表示 M1')).not.toContain('表示していません');
    const undone = await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2027/3/1');
    expect(undone).toMatchInlineSnapshot(`
      "(本人のみ) 境町が読める過去の決定と経過、会議の次第・資料・議事録を、令和9年3月1日(月)以降としました。今の決定は、その前のものも読めます。
        [取り消す]"
    `);
    expect(await here.press(cast.secretariat2027, '取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 境町の閲覧範囲の設定を取り消し、令和9年1月1日(金)以降に戻しました。"`,
    );
    expect(await here.say(cast.secretariat2027, '/council 取消 条件99')).toMatchInlineSnapshot(
      `"(本人のみ) 条件99という後乗りの条件の記録はありません。"`,
    );
    expect(await sakai('/council 取消 条件2')).toContain('事務局(かすみがうら市)が行えます');
    await here.say(cast.secretariat2027, '/council past 境町 all');
    expect(await sakai('/req 経緯 1235')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1235の経緯(2件、古い順)
        主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 令和8年6月12日(金) 10:00 『代替案』令和8年度決定第2号(仮記録、記録:和田 幸子、理由:CSVでの一括登録に代えるため)
        • 令和8年6月12日(金) 10:00 『レベルアップ』令和8年度決定第3号(仮記録、記録:和田 幸子、理由:全団体で使うため)"
    `);
  });

  test('another helps where the lead says so', async () => {
    expect(await here.say(cast.lead, '/council 支援役 境町 介護保険WG 茨城県')).toMatchInlineSnapshot(
      `"(本人のみ) 「茨城県」は構成団体ではないため、支援役にはなれません。"`,
    );
    expect(await here.say(cast.member, '/council 支援役 境町 介護保険WG 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.secretariat2027, '/council 支援役 境町 福祉業務部会 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 支援役は、WGごとに定めます。福祉業務部会には定められません。"`,
    );
    expect(await here.say(cast.secretariat2027, '/council 支援役 境町 自動交付機WG 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 五霞町は自動交付機WGの担当者が未定のため、支援役にはできません。担当者を登録してから、もう一度ご入力ください。"`,
    );
    expect(await here.say(cast.lead, '/council　支援役　境町　介護保険WG　那珂市')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGでの境町の支援役は、すでに那珂市です。"`,
    );
    expect(await here.say(cast.lead, '/council 支援役 境町 介護保険WG 五霞町')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGでの境町の支援役を、五霞町に変更しました。元に戻す場合は、前の市町名で同じようにご入力ください。
      #wg-介護保険 介護保険WGでの境町の支援役は、五霞町です。境町からの質問へのご対応をお願いします。"
    `);
    expect(await here.say(cast.lead, '/council 加入 境町')).toContain('五霞町:総合窓口WG・軽自動車税WG・介護保険WG');
  });
});

test('it counts from its day on and not before; a member leaves with approval, agreement and charter', async () => {
  here.at('2027-09-30T10:00:00+09:00');
  expect(await here.say(cast.lead, '/req 提案 1240 標準どおり')).not.toContain('境町:未回答');
  expect(await here.say(cast.stranger, '/req 同意 P1')).toMatchInlineSnapshot(
    `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
  );
  expect(await here.say(cast.stranger, '/req コメント P1 当町も同じ運用です')).toMatchInlineSnapshot(`
    "(本人のみ) 持ち回り審議P1に、コメントを投稿しました。
    #wg-介護保険 (スレッド) 境町 金子 直樹さんのコメント:当町も同じ運用です"
  `);
  await here.say(cast.lead, '/wg schedule 10/1 9:00-10:00 那珂市役所');
  here.at('2027-09-30T23:59:59+09:00');
  expect(await here.say(cast.stranger, '/req 対象外 P1')).toContain('委員(代理を含む)の方が行えます');
  here.at('2027-10-01T00:00:00+09:00');
  expect(await here.say(cast.stranger, '/req 同意 P1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は、持ち回り審議P1の回答団体に含まれていません。"`,
  );
  expect(await here.say(cast.lead, '/req 提案 1241 標準どおり')).toMatchInlineSnapshot(`
    "#wg-介護保険 【持ち回り審議P2】介護保険WG:要件1241を『パッケージ標準どおり』とすることについて、令和9年10月8日(金)までにご回答をお願いします。
      　 常陸大宮市:未回答
      　 那珂市:未回答
      　 かすみがうら市:未回答
      　 五霞町:未回答
      　 境町:未回答
      同意:5団体中0団体
      提案:那珂市 和田 幸子
      10月8日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
      [同意] [異議] [庁内確認中] [棄権] [対象外] [庁内決裁]
    #wg-介護保険 (スレッド) 📎起案資料_P2.docx"
  `);
  expect(await here.say(cast.stranger, '/req 同意 P2')).toMatchInlineSnapshot(`
    "(本人のみ) 持ち回り審議P2に、境町の回答『同意』を記録しました。「/req 取消 P2」で取り消せます。
    #wg-介護保険 (書換え) 【持ち回り審議P2】介護保険WG:要件1241を『パッケージ標準どおり』とすることについて、令和9年10月8日(金)までにご回答をお願いします。
      　 常陸大宮市:未回答
      　 那珂市:未回答
      　 かすみがうら市:未回答
      　 五霞町:未回答
      ○ 境町:同意
      同意:5団体中1団体
      提案:那珂市 和田 幸子
      10月8日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
      [同意] [異議] [庁内確認中] [棄権] [対象外] [庁内決裁]"
  `);
  here.at('2027-10-01T09:00:00+09:00');
  expect(await here.say(cast.lead, '/wg 開会 M2')).toMatchInlineSnapshot(`
    "(本人のみ) 第1回会議(M2)を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」でご記録ください。
    #wg-介護保険 (書換え) 介護保険WGの第1回会議(M2)(令和9年10月1日(金) 09:00〜10:00、那珂市役所)を開会しています。
      第1回会議(M2) 開会中(09:00から)
      出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認、境町 未確認
      定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
      議題は追ってお知らせします。
      [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
      [開催通知を作成]"
  `);
  expect(
    await here.say(cast.otherLead, '/item 追加 @境町 口座情報の移行 10/29', 'wg-障害者福祉'),
  ).toMatchInlineSnapshot(`
    "#wg-障害者福祉 課題K3「口座情報の移行 10/29」を登録しました。担当:境町 障害者福祉WG(未定)、期限なし。
      [完了にする] [後で] [担当変更] [期限変更]"
  `);
  here.at('2027-10-04T10:00:00+09:00');
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council unjoin 境町')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の「加入」は令和9年10月1日(金)から始まっているため、取り消せません。脱退の場合は「/council 脱退 境町 2030/3/31 承認5」のように記録してください。"`,
  );
  expect(await office2027('/council 脱退 境町 2030/3/31')).toMatchInlineSnapshot(`
    "(本人のみ) 「脱退・取下げ」の記録に必要な次のものが、まだそろっていません。
      • 協議会の承認:「承認3」「M12」「決定第12号」のように、末尾に添えてください。
      • 変更協定:「/council 改正 協定書 2030/4/1 境町に関する変更協定」で登録してください。
      • 要綱改正:「/council 改正 要綱 2030/4/1 構成団体の変更(境町)」で登録してください。"
  `);
  await office2027('/council 改正 協定書 2030/4/1 境町の脱退に伴う変更協定');
  await office2027('/council 改正 要綱 2030/4/1 第3条の改正(境町の脱退)');
  expect(await office2027('/council 脱退 境町 2027/9/30 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は令和9年10月1日(金)から「加入」ですので、それより後の日をご入力ください。"`,
  );
  expect(await office2027('/council 脱退 境町 2030/3/31 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の脱退(令和12年4月1日(月)から構成団体ではなくなります)を記録します。次の内容をご確認ください。
      根拠:会議M1・協定書「境町の脱退に伴う変更協定」・要綱「第3条の改正(境町の脱退)」
      担当2件が終わります。その担当の未了の課題0件は、その日から事務局で預かります。
      ■ 会長の輪番(今後10年)
      • かすみがうら市:令和18年度 → 令和17年度
      • 常陸大宮市:令和15年度 → 令和14年度、令和18年度
      • 五霞町:令和16年度 → 令和15年度
      • 那珂市:令和17年度 → 令和16年度
      • 境町:令和14年度 → なし
      ■ 定足数・合意
      構成団体の数:5 → 4
      • 協議会:定足数 5団体中4団体 → 4団体中3団体、議決は出席団体の過半数
      • プロジェクトチーム:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      • 専門部会:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      • WG:定足数 5団体中3団体 → 4団体中3団体、合意は全団体(5 → 4)
      ■ 費用の負担(決定済の要件 1,000千円)
      • 常陸大宮市:200,000円 → 250,000円
      • 那珂市:200,000円 → 250,000円
      • かすみがうら市:200,000円 → 250,000円
      • 五霞町:200,000円 → 250,000円
      • 境町:200,000円 → 0円
      [この内容で記録する]"
  `);
  await here.press(cast.secretariat2027, 'この内容で記録する');
  // Whoever had been told of another turn is told again.
  const undone = (await office2027('/council 後乗り取消 境町')).split('\n');
  expect([undone.length, ...undone.slice(0, 3)]).toMatchInlineSnapshot(`
    [
      17,
      "(本人のみ) 境町の「脱退・取下げ」の記録を取り消しました。「加入」に戻ります。",
      "#協議会 先にお知らせした、境町の「脱退・取下げ」(令和12年4月1日(月)から)は取り消されました。",
      "貝塚 芳信 かすみがうら市が会長を務める年度が変わりました(令和17年度 → 令和18年度)。ご不明な点は事務局へお問い合わせください。",
    ]
  `);
});

test('typed wrongly: unknown, of another kind, out of order, too late', async () => {
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council 後乗り 千葉県 120006 関心表明 2027/10/4')).toMatchInlineSnapshot(
    `"(本人のみ) 千葉県は都道府県ですので、加入の手続きの対象ではありません。市町村名と団体コードをご確認ください。"`,
  );
  expect(await office2027('/council 後乗り 境町 オブザーバー 2027/10/5 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は、すでに「加入」まで進んでいますので、「オブザーバー」には戻せません。最後の記録が誤りの場合は「/council 後乗り取消 境町」で取り消せます。次に記録できるのは、脱退・取下げです。"`,
  );
  expect(await office2027('/council 後乗り 境町 082040 加入申請 2027/10/5')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の団体コードは085464です。ご確認ください(登録済みの市町村では、団体コードを省略できます)。"`,
  );
  expect(await office2027('/council 後乗り 境町 脱退 2030/3/31')).toMatchInlineSnapshot(
    `"(本人のみ) 脱退・取下げは、最後の日を添えて「/council 脱退 境町 2030/3/31 承認5」のようにご入力ください。加入前の取下げでは、承認番号は不要です。"`,
  );
  expect(await office2027('/council 価格合意 五霞町 100千円 2027/10/1')).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町は、後乗りの市町村ではありません。後乗りの市町村は、今はありません。"`,
  );
  expect(await office2027('/council 受入取消 受入2')).toMatchInlineSnapshot(
    `"(本人のみ) 境町は加入済みのため、受入を取り消すことはできません。決定を見直す場合は、「/req 再協議 1234 理由」で再協議をご提案ください。"`,
  );
  expect(await here.say(cast.stranger, '/council 受入 1236')).toMatchInlineSnapshot(
    `"(本人のみ) 後乗りの市町村は、今はありません。"`,
  );
  // 境町's wordings of 2027 bear its accession, not somebody else's leaving.
  expect(await office2027('/council 脱退 五霞町 2027/10/31 M1')).toMatchInlineSnapshot(`
    "(本人のみ) 「脱退・取下げ」の記録に必要な次のものが、まだそろっていません。
      • 変更協定:「/council 改正 協定書 2027/11/1 五霞町に関する変更協定」で登録してください。
      • 要綱改正:「/council 改正 要綱 2027/11/1 構成団体の変更(五霞町)」で登録してください。"
  `);
});

test('who withdraws no longer joins, and who sat for it sits no longer, from the day on', async () => {
  const office2027 = (line: string) => here.say(cast.secretariat2027, line);
  expect(await office2027('/council　後乗り　坂東市　０８２２８７　加入申請　１０／４')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市を、令和9年10月4日(月)から「加入申請」として記録しました(後乗り8)。
      担当を1件設けました。担当者は未定です。「/council 名簿」から登録できます。
      [取り消す]
    #協議会 坂東市が、令和9年10月4日(月)から「加入申請」となります。会議の資料はご覧いただけますが、議決の数には含まれません。"
  `);
  expect(await office2027('/council 後乗り')).toContain('坂東市:加入申請');
  await office2027('/council 後乗り 坂東市 受入準備 10/5 M1');
  await here.press(cast.secretariat2027, 'この内容で記録する');
  here.at('2027-10-06T10:00:00+09:00');
  await here.store.act('ibaraki', async ({ seats, items }) => {
    const person = await seats.register({ name: '坂 東太', kana: undefined, email: undefined });
    const held = { until: undefined, deputy: false, code: '082287' };
    const lines = [{ seat: 'kaigo:082287', person, from: day('2027-10-06'), before: undefined, after: held }];
    await seats.change({ kind: 'assign', at: here.now(), by: undefined, code: '082287', sections: [], lines });
    const raised = { at: here.now(), by: person, seat: 'kaigo:082287' };
    await items.add({ body: 'kaigo', title: '様式の確認', due: undefined, owner: 'kaigo:082287', raised });
  });
  expect(await office2027('/council 加入取下げ 坂東市 10/31')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市の加入の取下げ(令和9年11月1日(月)から受入準備を終えます)を記録します。次の内容をご確認ください。
      担当1件が終わります。その担当の未了の課題1件は、その日から事務局で預かります。
      定足数・輪番・負担額は変わりません。
      [この内容で記録する]"
  `);
  expect(await here.press(cast.secretariat2027, 'この内容で記録する')).toMatchInlineSnapshot(`
    "(本人のみ) 坂東市の加入の取下げを記録しました(後乗り10)。令和9年11月1日(月)から後乗りの市町村ではなくなります。それまでの記録は残ります。
      [取り消す]
    #協議会 坂東市が加入を取り下げました。令和9年11月1日(月)以降は、会議資料の閲覧や質問の対象となりません。"
  `);
  const sits = async (on: string) =>
    (await here.store.council('ibaraki').tenuresOn(day(on))).filter((one) => one.municipality === '082287').length;
  expect([await sits('2027-10-31'), await sits('2027-11-01')]).toEqual([1, 0]);
  here.at('2027-11-01T10:00:00+09:00');
  expect(await office2027('/council 後乗り')).toContain('今はありません');
  expect(await office2027('/council 受入 坂東市 介護保険')).toMatchInlineSnapshot(
    `"(本人のみ) 坂東市は、後乗りの市町村ではありません。後乗りの市町村は、今はありません。"`,
  );
  // What it is asked to do no longer reaches it: it is on the secretariat's list.
  expect(await office2027('/council 引継ぎ かすみがうら市 情報主管')).toContain('様式の確認');
  // It comes again later, with other people.
  await office2027('/council 後乗り 坂東市 オブザーバー 11/2 M1');
  expect(await sits('2027-11-02')).toBe(0);
});

test('of every earlier day the same is told as before anybody joined', async () => {
  expect(await toldOfEarlierDays()).toEqual(before);
});
