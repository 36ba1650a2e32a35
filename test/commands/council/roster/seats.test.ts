/** `/council roster`, `/council seat`: who holds what on any day, who may change it, and what is not to be known yet. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, DIRECT, type Office, office } from '../../../support/office.ts';
import { TEAM } from '../../../support/officeCouncil.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2027-03-10T10:00:00+09:00');
});
afterAll(() => here.close());

const say = (who: string, line: string) => here.say(who, line, DIRECT);
const { secretariat, secretariat2027: kasumi, secretariat2028: omiya, successor: member, lead, noSeat } = cast;

describe('the roster of a day', () => {
  test('of the whole council, in counts', async () => {
    expect((await say(member, '/council 名簿')).split('\n').slice(0, 8).join('\n')).toMatchInlineSnapshot(`
      "(本人のみ) 担当者名簿
        担当158件:登録152件、未定6件
        • 運営協議会:9/9
        • プロジェクトチーム:4/4
        • 住民業務部会:5/5
        • 税業務部会:5/5
        • 福祉業務部会:5/5
        • 総合業務部会:4/5 未定1"
    `);
  });

  test('which seats are vacant, of all, of a municipality or of a body', async () => {
    expect(await say(secretariat, '/council　名簿　未定')).toMatchInlineSnapshot(`
      "(本人のみ) 担当者名簿
        未定の担当6件
        • 五霞町(1件):自動交付機WG 委員
        • 座長・部会長(5件):総合業務部会 部会長、課税資料イメージ管理WG 座長、健康管理WG 座長、産業・生活環境WG 座長、外字管理WG 座長
        担当者は「/council 担当 介護保険WG 那珂市 山田 太郎」のように、または名簿のファイルの取込で登録できます。
        [名簿をExcelで受け取る]"
    `);
    expect(await say(secretariat, '/council 名簿 那珂市 空席')).toMatchInlineSnapshot(`
      "(本人のみ) 那珂市 担当者名簿
        未定の担当はありません。"
    `);
    expect(await say(secretariat, '/council roster vacant 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿
        未定の担当はありません。"
    `);
  });

  test('of a body, today and in the past', async () => {
    expect(await say(lead, '/council roster 介護保険WG')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿
        担当5件:登録5件、未定0件
        • 那珂市 座長:和田 幸子
        • 常陸大宮市 委員:砂川 巧 副:菊池 友美
        • 那珂市 委員:和田 幸子 副:清水 久美
        • かすみがうら市 委員:飯田 佳代 副:羽成 徹
        • 五霞町 委員:内海 真由美 副:荒井 優子
        [名簿をExcelで受け取る]"
    `);
    expect(await say(lead, '/council 名簿 介護保険 令和8年9月30日')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿(令和8年9月30日(水)現在)
        担当5件:登録5件、未定0件
        • 那珂市 座長:和田 幸子
        • 常陸大宮市 委員:佐川 礼子(令和8年9月30日(水)まで) 副:菊池 友美
        • 那珂市 委員:和田 幸子 副:清水 久美
        • かすみがうら市 委員:飯田 佳代 副:羽成 徹
        • 五霞町 委員:内海 真由美 副:荒井 優子
        [名簿をExcelで受け取る]"
    `);
    expect(await say(lead, '/council 名簿 介護保健WG')).toMatchInlineSnapshot(`
      "(本人のみ) 「介護保健WG」は見つかりませんでした。『介護保険』のことでしょうか。
        [はい、『介護保険』です]"
    `);
    expect(await say(noSeat, '/council 名簿 介護保険WG')).toMatchInlineSnapshot(
      `"(本人のみ) 本日の名簿では、いばらきクラウド協議会のご担当として登録されていません。ご所属の情報主管担当、または事務局(那珂市)へご確認をお願いします。"`,
    );
  });

  test('of one municipality in a body, named in either order', async () => {
    const told = await say(lead, '/council 名簿 那珂市 介護保険WG');
    expect(told).toMatchInlineSnapshot(`
      "(本人のみ) 那珂市 介護保険WG 担当者名簿
        担当2件:登録2件、未定0件
        • 那珂市 座長:和田 幸子
        • 那珂市 委員:和田 幸子 副:清水 久美
        [名簿をExcelで受け取る]"
    `);
    expect(await say(lead, '/council 名簿 介護保険WG　那珂市')).toBe(told);
    expect(await say(lead, '/council 名簿 未定 介護保険WG 那珂市 4月1日')).toContain('那珂市 介護保険WG 担当者名簿');
    expect(await say(lead, '/council 名簿 那珂市 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 市町は1つだけご入力ください。"`,
    );
  });

  test('next year is not known before the municipality publishes', async () => {
    expect(await say(lead, '/council 名簿 介護保険WG 4月1日')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿(令和9年4月1日(木)現在)
        担当5件:登録0件、未定0件、公表前5件
        • 座長:公表前
        • 常陸大宮市 委員:公表前
        • 那珂市 委員:公表前
        • かすみがうら市 委員:公表前
        • 五霞町 委員:公表前
        公表前の担当者は、その市町が名簿を公表した日から表示されます。
        [名簿をExcelで受け取る]"
    `);
    expect(await say(kasumi, '/council 名簿 介護保険WG 4月1日')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿(令和9年4月1日(木)現在)
        担当5件:登録1件、未定0件、公表前4件
        • 座長:公表前
        • 常陸大宮市 委員:公表前
        • 那珂市 委員:公表前
        • かすみがうら市 委員:飯田 佳代 副:羽成 徹
        • 五霞町 委員:公表前
        公表前の担当者は、その市町が名簿を公表した日から表示されます。
        [名簿をExcelで受け取る]"
    `);
  });
});

describe('who may change a seat', () => {
  test('its own information section, and no one of another municipality', async () => {
    expect(await say(lead, '/council 担当 介護保険WG 那珂市 飛田 進')).toMatchInlineSnapshot(
      `"(本人のみ) 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。"`,
    );
    expect(await say(omiya, '/council 担当 介護保険WG 那珂市 飛田 進')).toMatchInlineSnapshot(
      `"(本人のみ) 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。"`,
    );
    expect(await say(omiya, '/council 任命 介護保険WG 常陸大宮市 飛田 進 3月15日から')).toMatchInlineSnapshot(`
      "(本人のみ) 担当者を登録しました(名簿1)。
        常陸大宮市 介護保険WG 委員:飛田 進 令和9年3月15日(月)から
        • 砂川 巧:令和9年3月14日(日)まで
        令和8年度の途中の異動は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 今年度 9月24日」のようにご登録ください。公表されない場合は、その日から表示されます。
        [取り消す]"
    `);
  });

  test('a change within the year is known to no other municipality before it is published, or there', async () => {
    const seat = async (who: string) =>
      (await say(who, '/council 名簿 介護保険WG 3月15日')).split('\n').find((one) => one.includes('常陸大宮市'));
    expect([await seat(lead), await seat(omiya)]).toMatchInlineSnapshot(`
      [
        "  • 常陸大宮市 委員:砂川 巧 副:菊池 友美",
        "  • 常陸大宮市 委員:飛田 進 副:菊池 友美",
      ]
    `);
    expect(await say(omiya, '/council 名簿 公表 今年度 4月1日')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度の途中の異動の公表日には、年度内の日をご入力ください。"`,
    );
    expect(await say(omiya, '/council 名簿 公表 今年度')).toMatchInlineSnapshot(
      `
      "(本人のみ) 常陸大宮市の令和8年度の途中の異動を公表しました。他の市町にも表示されます。
        令和9年3月15日(月)付けの異動が対象です。この後に別の日付で登録した異動は、改めて公表するまで、他の市町には表示されません。"
    `,
    );
    expect(await seat(lead)).toContain('飛田 進');
    // What is entered afterwards waits for its own publication.
    const later = await say(omiya, '/council 任命 介護保険WG 常陸大宮市 砂川 巧 3月20日から');
    expect(later).toContain('途中の異動は公表前のため');
    const on20 = async () => await say(lead, '/council 名簿 介護保険WG 3月20日');
    expect(await on20()).toContain('常陸大宮市 委員:飛田 進');
    expect(await say(omiya, '/council 名簿 公表 今年度 3月12日')).toMatchInlineSnapshot(`
      "(本人のみ) 常陸大宮市の令和8年度の途中の異動を、令和9年3月12日(金)に公表します。それまでは、常陸大宮市の情報主管担当の方にのみ表示されます。
        令和9年3月20日(土)付けの異動が対象です。この後に別の日付で登録した異動は、改めて公表するまで、他の市町には表示されません。"
    `);
    expect([await seat(lead), await on20()]).toEqual([
      expect.stringContaining('飛田 進'),
      expect.stringContaining('常陸大宮市 委員:飛田 進'),
    ]);
    await say(omiya, '/council 名簿 公表 今年度');
    expect(await say(kasumi, '/council 名簿 公表 今年度')).toMatchInlineSnapshot(
      `"(本人のみ) かすみがうら市には、公表前の令和8年度の途中の異動がありません。異動は「/council 担当」でご登録いただけます。"`,
    );
    expect(await on20()).toContain('常陸大宮市 委員:砂川 巧');
    await say(omiya, '/council 取消 名簿2');
    expect(await say(omiya, '/council 名簿 公表取消 今年度')).toMatchInlineSnapshot(
      `"(本人のみ) 常陸大宮市の令和8年度の名簿を公表前に戻しました。すでにご覧になった方がいる可能性があります。"`,
    );
    expect(await seat(lead)).toContain('砂川 巧');
    here.at('2027-03-15T00:00:00+09:00');
    expect(await seat(lead)).toContain('飛田 進');
    here.at('2027-03-10T10:00:00+09:00');
  });

  test('the secretariat for others this year, marked 代行; not for next year before publication', async () => {
    expect(await say(secretariat, '/council 担当 介護保険WG 五霞町 副担当 新規:野口 薫 3月20日から')).toContain(
      '五霞町のその日からの名簿は公表前のため',
    );
    expect(await say(secretariat, '/council 担当 介護保険WG 五霞町 副担当 新規:野口 薫')).toMatchInlineSnapshot(`
      "(本人のみ) 担当者を登録しました(名簿3)。
        五霞町 介護保険WG 委員(副担当):野口 薫 令和9年3月10日(水)から
        野口 薫さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。
        [取り消す]"
    `);
    expect(
      await say(secretariat, '/council 担当 介護保険WG 五霞町 副担当 新規:野口 薫 4月1日から'),
    ).toMatchInlineSnapshot(
      `"(本人のみ) 五霞町のその日からの名簿は公表前のため、五霞町の情報主管担当のみが準備できます。公表後、またはその日以降は、事務局でも変更できます。"`,
    );
  });

  test('and what was changed is taken back as a whole', async () => {
    expect(await say(omiya, '/council 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 名簿1の変更を取り消し、元に戻しました(担当1件)。"`,
    );
    expect(await say(omiya, '/council undo 名簿1')).toMatchInlineSnapshot(
      `"(本人のみ) 名簿1の変更は、すでに取り消されています。"`,
    );
    expect(await say(lead, '/council undo 名簿3')).toMatchInlineSnapshot(
      `"(本人のみ) 五霞町の名簿は、五霞町の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。"`,
    );
  });
});

describe('mistyped', () => {
  test('it is said what was wrong, and what to type', async () => {
    const heard: string[] = [];
    for (const words of [
      '担当 介護保険WG 那可市 山田 太郎',
      '担当 介護保険WG 那珂市',
      '担当 介護保険WG 那珂市 和田 雪子',
      '担当 介護保険WG 那珂市 和田 幸子 13月1日から',
      '担当 退任 介護保険WG 那珂市 副担当 ３月３１日まで',
      '担当 課名 介護保険WG 那珂市',
      '担当 介護保険WG 那珂市 和田 幸子',
      '担当 介護保険WG 那珂市 服部 剛 2027-03-20〜2027-03-19',
      '名簿 公表 3月1日',
    ])
      heard.push(`${words}\n${await say(secretariat, `/council ${words}`)}`);
    expect(heard.join('\n')).toMatchInlineSnapshot(`
      "担当 介護保険WG 那可市 山田 太郎
      (本人のみ) 「那可市」という市町は見つかりませんでした。『那珂市』のことでしょうか。
      担当 介護保険WG 那珂市
      (本人のみ) どなたを登録するかを、@氏名 または 氏名でご入力ください。空きにする場合は「/council 担当 退任 介護保険WG 那珂市 3月31日まで」のようにご入力ください。
      担当 介護保険WG 那珂市 和田 雪子
      (本人のみ) 「和田 雪子」さんは、名簿には見つかりませんでした。新しく登録する場合は、下のボタンを押してください。
        [和田 幸子さんのことです] [「和田 雪子」さんを新しく登録する]
      担当 介護保険WG 那珂市 和田 幸子 13月1日から
      (本人のみ) 日付「13月1日」を読み取れませんでした。4月1日から、または 4/1〜9/30 のようにご入力ください。
        使い方:/council 担当 [操作] &lt;WG・部会名&gt; [役割] [市町] [課名] [正・副] [氏名] [期間] [前任:氏名]
        例:/council 担当 介護保険WG 那珂市 山田 太郎 4月1日から
      担当 退任 介護保険WG 那珂市 副担当 ３月３１日まで
      (本人のみ) 退任を登録しました(名簿4)。
        • 清水 久美:令和9年3月31日(水)まで
        令和9年度の名簿は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 3月24日」のようにご登録ください。
        [取り消す]
      担当 課名 介護保険WG 那珂市
      (本人のみ) 新しい課名をご入力ください。例:/council 担当 課名 介護保険WG 那珂市 介護福祉課 4月1日から
      担当 介護保険WG 那珂市 和田 幸子
      (本人のみ) 和田 幸子さんは、すでにこの担当に登録されています。
      担当 介護保険WG 那珂市 服部 剛 2027-03-20〜2027-03-19
      (本人のみ) 終わりの日が始まりの日より前です。
        使い方:/council 担当 [操作] &lt;WG・部会名&gt; [役割] [市町] [課名] [正・副] [氏名] [期間] [前任:氏名]
        例:/council 担当 介護保険WG 那珂市 山田 太郎 4月1日から
      名簿 公表 3月1日
      (本人のみ) 来年度の名簿は、令和9年4月1日(木)には自動的に表示されます。公表日には、それ以前の日をご入力ください。"
    `);
    expect(await say(secretariat, '/council 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 名簿4の変更を取り消し、元に戻しました(担当1件)。"`,
    );
  });
});

describe('next year, prepared hidden', () => {
  test('かすみがうら市 prepares: a successor, a vacancy, a renamed section', async () => {
    expect(
      await say(kasumi, '/council 交代 介護保険WG かすみがうら市 新規:「秘密 花子」 4月1日から'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 担当者を登録しました(名簿5)。
        かすみがうら市 介護保険WG 委員:秘密 花子 令和9年4月1日(木)から
        • 飯田 佳代:令和9年3月31日(水)まで
        秘密 花子さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。
        令和9年度の名簿は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 3月24日」のようにご登録ください。
        [取り消す]"
    `);
    expect(await say(kasumi, '/council 担当 退任 障害者福祉WG かすみがうら市 3月31日まで')).toMatchInlineSnapshot(`
      "(本人のみ) 退任を登録しました(名簿6)。
        • 石塚 淳:令和9年3月31日(水)まで
        後任が登録されるまで、この担当は未定です。担当の課題は事務局が預かります。
        令和9年度の名簿は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 3月24日」のようにご登録ください。
        [取り消す]"
    `);
    expect(
      await say(kasumi, '/council 担当 課名 介護保険WG かすみがうら市 介護福祉課 4月1日から'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 課名を登録しました(名簿7)。
        かすみがうら市 介護保険WG 委員の課名:介護福祉課(令和9年4月1日(木)から)。担当者と担当の課題は変わりません。
        令和9年度の名簿は公表前のため、貴団体の情報主管担当の方にのみ表示されます。公表は「/council 名簿 公表 3月24日」のようにご登録ください。
        [取り消す]"
    `);
    expect(await say(kasumi, '/council 名簿 かすみがうら市 4月1日')).toMatchInlineSnapshot(`
      "(本人のみ) かすみがうら市 担当者名簿(令和9年4月1日(木)現在)
        担当38件:登録37件、未定1件
        • 運営協議会 委員:貝塚 芳信
        • 運営協議会 情報主管担当:君山 創、小松崎 瞳、坂本 亮、貝塚 芳信
        • プロジェクトチーム 委員:小松崎 瞳、坂本 亮
        • 住民業務部会 委員:桜井 照夫
        • 税業務部会 委員:大塚 博之
        • 福祉業務部会 部会長:高野 千春
        • 福祉業務部会 委員:高野 千春
        • 総合業務部会 委員:田崎 進
        • 住民基本台帳WG 委員:久保庭 沙織 副:中島 絵里
        • 印鑑登録WG 委員:中島 絵里
        • 国民年金WG 座長:塚本 昇
        • 国民年金WG 委員:塚本 昇
        • 自動交付機WG 委員:中島 絵里
        • 総合窓口WG 委員:中島 絵里 副:久保庭 沙織
        • 個人住民税WG 委員:矢口 知美 副:福田 剛
        • 法人住民税WG 座長:福田 剛
        • 法人住民税WG 委員:福田 剛
        • 軽自動車税WG 委員:福田 剛
        • 固定資産税WG 委員:藤井 裕介 副:島田 勝
        • 家屋評価WG 委員:島田 勝
        • 申告支援WG 委員:矢口 知美
        • 課税資料イメージ管理WG 委員:藤井 裕介
        • 収滞納管理WG 座長:宮本 康平
        • 収滞納管理WG 委員:宮本 康平
        • 国民健康保険WG 座長:齋藤 恵美
        • 国民健康保険WG 委員:齋藤 恵美 副:羽成 徹
        • 後期高齢者医療WG 委員:羽成 徹
        • 介護保険WG 委員(介護福祉課):秘密 花子 副:羽成 徹
        • 障害者福祉WG 委員:未定
        • 医療費助成WG 委員:齋藤 恵美
        • 児童福祉WG 座長:井坂 麻衣
        • 児童福祉WG 委員:井坂 麻衣
        • 健康管理WG 委員:折本 静香
        • 選挙投票管理WG 委員:川島 豊
        • 学齢簿WG 委員:横田 彩
        • 公営住宅管理WG 委員:加固 文雄
        • 産業・生活環境WG 委員:雨貝 慎吾
        • 外字管理WG 委員:小松崎 瞳、久保庭 沙織
        [名簿をExcelで受け取る]"
    `);
  });

  test('no one else sees any of it, in any list, export, digest or audit entry', async () => {
    for (const who of [secretariat, omiya, cast.english, cast.adviser]) {
      for (const line of [
        '/council 名簿 介護保険WG 4月1日',
        '/council 名簿 かすみがうら市 4月2日',
        '/council 名簿 4月1日',
        '/wg 表示 介護保険WG',
        '/council 担当 介護保険WG 那珂市 秘密 花',
        '/council 担当 介護保険WG 那珂市 秘密 花子',
      ]) {
        const heard = await say(who, line);
        // What one typed oneself is said back; a button would offer the name that is meant.
        const told = heard.replaceAll(/「秘密 花子?」/gu, '');
        expect([who, line, told.includes('秘密') || told.includes('介護福祉課')]).toEqual([who, line, false]);
        expect([who, line, /3月31日/u.test(heard)]).toEqual([who, line, false]);
      }
    }
    const entries = await here.store.client.auditEntry.findMany({
      where: { act: 'council seat', seatId: { contains: '082309' } },
    });
    expect(entries.map((one) => [one.line, one.subjects])).toMatchInlineSnapshot(`
      [
        [
          "/council seat (公表前の名簿のため非表示)",
          [
            "roster:5",
          ],
        ],
        [
          "/council seat (公表前の名簿のため非表示)",
          [
            "roster:6",
          ],
        ],
        [
          "/council seat (公表前の名簿のため非表示)",
          [
            "roster:7",
          ],
        ],
      ]
    `);
  });

  test('on the day of publication it is seen, and the secretariat learns what is vacant', async () => {
    expect(await say(omiya, '/council 名簿 公表 かすみがうら市 3月24日')).toMatchInlineSnapshot(
      `"(本人のみ) 来年度の名簿の公表は、その市町の情報主管担当の方のみが行えます。"`,
    );
    expect(await say(kasumi, '/council 名簿 公表 3月24日')).toMatchInlineSnapshot(`
      "(本人のみ) かすみがうら市の令和9年度の名簿を、令和9年3月24日(水)に公表します。それまでは、かすみがうら市の情報主管担当の方にのみ表示されます。
        担当32件のうち、1件が未定です。公表後は、事務局の一覧にも載ります。
        • かすみがうら市 障害者福祉WG 委員"
    `);
    here.at('2027-03-23T10:00:00+09:00');
    expect(await say(lead, '/council 名簿 介護保険WG 4月1日')).not.toContain('秘密');
    here.at('2027-03-24T10:00:00+09:00');
    expect(await say(lead, '/council 名簿 介護保険WG 4月1日')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿(令和9年4月1日(木)現在)
        担当5件:登録1件、未定0件、公表前4件
        • 座長:公表前
        • 常陸大宮市 委員:公表前
        • 那珂市 委員:公表前
        • かすみがうら市 委員(介護福祉課):秘密 花子 副:羽成 徹
        • 五霞町 委員:公表前
        公表前の担当者は、その市町が名簿を公表した日から表示されます。
        [名簿をExcelで受け取る]"
    `);
  });

  test('who is to come reads from the publication on, as they will then, and does nothing yet', async () => {
    const { client } = here.store;
    const { id } = await client.person.findFirstOrThrow({ where: { name: '秘密 花子' } });
    const { userId } = here.account(cast.stranger);
    await client.slackAccount.create({ data: { teamId: TEAM, userId, from: '2027-03-01', personId: id } });
    here.at('2027-03-23T10:00:00+09:00');
    const reading = ['/req 表示 1234', '/wg 表示 介護保険WG', '/item 一覧 介護保険WG', '/council 名簿'];
    for (const line of reading) expect(await say(cast.stranger, line)).toContain('登録されていません');
    here.at('2027-03-24T10:00:00+09:00');
    for (const line of reading) expect(await say(cast.stranger, line)).not.toContain('登録されていません');
    for (const line of ['/req 決定 1234 標準', '/council 同期', '/council 取消 条件1'])
      expect((await say(cast.stranger, line)).split('\n')[0]).toMatch(/が行えます|登録されていません/u);
  });

  test('the chair’s office does not appoint its own successor', async () => {
    expect(
      await say(secretariat, '/council 担当 運営協議会 かすみがうら市 新規:「後任 一郎」 4月1日から'),
    ).toMatchInlineSnapshot(
      `"(本人のみ) かすみがうら市は次の会長市町です。会長・事務局の後任は、かすみがうら市の情報主管担当が登録します。"`,
    );
    expect(
      await say(secretariat, '/council 担当 介護保険WG かすみがうら市 副担当 新規:「副 次郎」 4月1日から'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 担当者を登録しました(名簿8)。
        かすみがうら市 介護保険WG 委員(副担当):副 次郎 令和9年4月1日(木)から
        副 次郎さんを新しく登録しました。Slackのアカウントは、名簿の取込(「Slack」の列)でひも付けできます。
        公表済みのため、他の市町にもすぐに表示されます。
        [取り消す]"
    `);
  });

  test('at 00:00 the successor has the rights, the predecessor none, and yesterday is told rightly', async () => {
    here.at('2027-04-01T00:00:00+09:00');
    expect(await say(cast.english, '/council 名簿 介護保険WG')).toMatchInlineSnapshot(
      `"(本人のみ) You hold no seat in いばらきクラウド協議会 today. Please ask your municipality's information section or the secretariat (かすみがうら市)."`,
    );
    expect(await say(lead, '/council 名簿 介護保険WG 2027-03-31')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WG 担当者名簿(令和9年3月31日(水)現在)
        担当5件:登録5件、未定0件
        • 那珂市 座長:和田 幸子
        • 常陸大宮市 委員:砂川 巧 副:菊池 友美
        • 那珂市 委員:和田 幸子 副:清水 久美
        • かすみがうら市 委員:飯田 佳代(3月31日(水)まで) 副:羽成 徹
        • 五霞町 委員:内海 真由美 副:荒井 優子、野口 薫
        [名簿をExcelで受け取る]"
    `);
  });
});

describe('what is still 未定', () => {
  test('is told to its own section before April 1, and to the secretariat once it is published', async () => {
    const hear = async (written: string) => {
      const all = await here.run('digest', written);
      return Object.entries(all)
        .filter(([, told]) => told.includes('未定'))
        .map(([name, told]) => `${name}: ${told.slice(told.indexOf('担当者が未定'))}`);
    };
    expect(await hear('2027-03-18T09:00:00+09:00')).toMatchInlineSnapshot(`
      [
        "貝塚 芳信: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "君山 創: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "小松崎 瞳: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "坂本 亮: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "知久 清志: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "松本 結衣: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "染谷 晃: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
      ]
    `);
    expect(await hear('2027-03-25T09:00:00+09:00')).toMatchInlineSnapshot(`
      [
        "根本 雅之: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。担当の課題は事務局で預かります。
        [かすみがうら市の名簿を表示]",
        "平松 翔: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。担当の課題は事務局で預かります。
        [かすみがうら市の名簿を表示]",
        "寺門 聡: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。担当の課題は事務局で預かります。
        [かすみがうら市の名簿を表示]",
        "綿引 香織: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。担当の課題は事務局で預かります。
        [かすみがうら市の名簿を表示]",
        "貝塚 芳信: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "君山 創: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "小松崎 瞳: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "坂本 亮: 担当者が未定の担当(令和9年4月1日(木))
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [かすみがうら市の名簿を表示]",
        "知久 清志: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "松本 結衣: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "染谷 晃: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
      ]
    `);
    expect(await hear('2027-04-01T09:00:00+09:00')).toMatchInlineSnapshot(`
      [
        "貝塚 芳信: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。担当の課題は事務局で預かります。
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示] [かすみがうら市の名簿を表示]",
        "君山 創: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。担当の課題は事務局で預かります。
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示] [かすみがうら市の名簿を表示]",
        "小松崎 瞳: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。担当の課題は事務局で預かります。
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示] [かすみがうら市の名簿を表示]",
        "坂本 亮: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。担当の課題は事務局で預かります。
        • かすみがうら市:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示] [かすみがうら市の名簿を表示]",
        "知久 清志: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "松本 結衣: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
        "染谷 晃: 担当者が未定の担当(令和9年4月1日(木))
        • 五霞町:未定1件。「/council 担当」または名簿の取込でご登録をお願いします。
        [五霞町の名簿を表示]",
      ]
    `);
  });
});
