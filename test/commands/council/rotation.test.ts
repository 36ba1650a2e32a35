/** The chair: in turn over ten years, otherwise by the council's decision, and acted for while away. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import { morningOf } from '../../../src/digest/morning.ts';
import { leads } from '../../../src/domain/council.ts';
import { day } from '../../../src/domain/day.ts';
import { USUAL } from '../../../src/domain/preferences.ts';
import { NONE_PASSED_OVER } from '../../../src/store/passedOver.ts';
import { cast, DIRECT, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

const say = (who: string, line: string) => here.say(who, line, DIRECT);
const { secretariat, lead } = cast;

describe('職務代理者', () => {
  test('while the chair is on leave, the first vice chair who is there opens for the chair', async () => {
    here.at('2026-06-01T10:00:00+09:00');
    const call = '/wg 日程 運営協議会 6月12日 14:00-16:00 那珂市役所';
    expect(await say('kasumi-kaizuka', call)).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、運営協議会の会長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    await say(cast.chair, '/council お知らせ 休暇 6/1〜6/5');
    expect(await say('kasumi-kaizuka', '/council 体制')).toMatchInlineSnapshot(`
      "(本人のみ) いばらき自治体クラウド基幹業務運営協議会の体制(令和8年度)
        *会長* 那珂市 根本 雅之
        *職務代理者* かすみがうら市 貝塚 芳信
        *副会長* かすみがうら市 貝塚 芳信
        *副会長* 常陸大宮市 大久保 正彦
        *副会長* 五霞町 知久 清志
        *事務局* 那珂市 平松 翔、寺門 聡、綿引 香織、根本 雅之
        *プロジェクトチームリーダー* 那珂市 寺門 聡、綿引 香織
        • 住民業務部会(5WG):住民基本台帳WG、印鑑登録WG、国民年金WG、自動交付機WG、総合窓口WG
        • 税業務部会(8WG):個人住民税WG、法人住民税WG、軽自動車税WG、固定資産税WG、家屋評価WG、申告支援WG、課税資料イメージ管理WG、収滞納管理WG
        • 福祉業務部会(7WG):国民健康保険WG、後期高齢者医療WG、介護保険WG、障害者福祉WG、医療費助成WG、児童福祉WG、健康管理WG
        • 総合業務部会(4WG):選挙投票管理WG、学齢簿WG、公営住宅管理WG、産業・生活環境WG
        令和9年度の会長市町:かすみがうら市(予定)
        令和10年度の会長市町:常陸大宮市(予定)
        令和11年度の会長市町:五霞町(予定)"
    `);
    expect(await say('kasumi-kaizuka', call)).toMatchInlineSnapshot(`
      "(本人のみ) 日時を「令和8年6月12日(金) 14:00〜16:00」と読み取りました。
        会議体のチャンネルにお知らせしました。
      #協議会 運営協議会の会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題は追ってお知らせします。
        [取り消す] [開催通知を作成]
      #協議会 (スレッド) 📎M1.ics"
    `);
    const { client } = here.store;
    const entry = await client.auditEntry.findFirst({ where: { act: 'wg schedule' }, orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ acting: true, onBehalf: false });
    await say('kasumi-kaizuka', '/wg 開催通知 M1');
    const notice = [...here.workspace.state.files.values()].findLast((one) => one.name === '開催通知_M1.docx');
    expect((await mammoth.extractRawText({ buffer: Buffer.from(notice?.content ?? '') })).value).toContain(
      '会長職務代理者　貝塚 芳信(かすみがうら市)',
    );
    expect(await say('kasumi-kaizuka', '/council 引継ぎ かすみがうら市 運営協議会')).toMatch(
      /役割\* 会長職務代理者.*協議会の副会長/u,
    );
    // What digests and reminders tell the chair, they tell who acts.
    const morning = await morningOf(here.store.council(here.council.council.slug), {
      ...{ today: day('2026-06-01'), now: here.now(), calendar: officeCalendar(day('2026-06-01')) },
      preferences: () => USUAL,
      passedOver: NONE_PASSED_OVER,
    });
    const chairs = [...morning.roles].filter(([, mine]) => mine.some((role) => leads(role, 'council', morning.chart)));
    const names = await morning.council.names(chairs.map(([person]) => person));
    expect(new Set(names.values())).toEqual(new Set(['根本 雅之', '貝塚 芳信']));
    here.at('2026-06-08T10:00:00+09:00');
    expect(await say('kasumi-kaizuka', '/wg 中止 M1 都合により')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、運営協議会の会長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });
});

describe('the rotation of the chair', () => {
  test('ten years, and with a joiner', async () => {
    expect(await say(lead, '/council 輪番')).toMatchInlineSnapshot(`
      "(本人のみ) 会長市町の輪番(10年分)です。
        • 令和8年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和9年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和10年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        • 令和11年度 会長:五霞町 副会長:那珂市・かすみがうら市・常陸大宮市
        • 令和12年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和13年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和14年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        • 令和15年度 会長:五霞町 副会長:那珂市・かすみがうら市・常陸大宮市
        • 令和16年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和17年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        副会長は、会長に事故があるときの職務代理の順です。変更は、協議会の承認に基づき事務局が記録します。"
    `);
    expect(await say(lead, '/council 輪番 -- 境町')).toMatchInlineSnapshot(`
      "(本人のみ) 境町が令和9年4月1日(木)に加入した場合の輪番(10年分)です。
        • 令和8年度 那珂市
        • 令和9年度 かすみがうら市
        • 令和10年度 ~常陸大宮市~ → 境町
        • 令和11年度 ~五霞町~ → 常陸大宮市
        • 令和12年度 ~那珂市~ → 五霞町
        • 令和13年度 ~かすみがうら市~ → 那珂市
        • 令和14年度 ~常陸大宮市~ → かすみがうら市
        • 令和15年度 ~五霞町~ → 境町
        • 令和16年度 ~那珂市~ → 常陸大宮市
        • 令和17年度 ~かすみがうら市~ → 五霞町
        現在の構成団体のうち、順番が変わるのは4団体です。
        これは試算です。加入が決まるまで、輪番は変わりません。"
    `);
    expect(await say(lead, '/council rotation -- 境町 令和10年10月1日')).toMatchInlineSnapshot(`
      "(本人のみ) 境町が令和10年10月1日(日)に加入した場合の輪番(10年分)です。
        • 令和8年度 那珂市
        • 令和9年度 かすみがうら市
        • 令和10年度 常陸大宮市
        • 令和11年度 五霞町
        • 令和12年度 那珂市
        • 令和13年度 かすみがうら市
        • 令和14年度 ~常陸大宮市~ → 境町
        • 令和15年度 ~五霞町~ → 常陸大宮市
        • 令和16年度 ~那珂市~ → 五霞町
        • 令和17年度 ~かすみがうら市~ → 那珂市
        現在の構成団体のうち、順番が変わるのは4団体です。
        これは試算です。加入が決まるまで、輪番は変わりません。"
    `);
  });

  test('what is decided otherwise needs the council’s act, and the secretariat', async () => {
    expect(await say(lead, '/council 輪番 辞退 五霞町 順番維持 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 輪番の変更は、協議会の承認に基づき事務局(那珂市)が記録します。お手数ですが、そちらへご依頼ください。"`,
    );
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 順番維持')).toMatchInlineSnapshot(
      `"(本人のみ) 輪番の変更には、根拠となる協議会の承認・会議・決定の番号が必要です。「承認3」「M12」「決定第12号」のように添えてご入力ください。"`,
    );
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 順番維持 承認3')).toMatchInlineSnapshot(
      `"(本人のみ) 「承認3」は、協議会の承認・開催された会議・決定として見つかりませんでした。会議で承認された場合は、その会議の番号を「M12」のようにご入力ください。"`,
    );
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 順番維持 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 「M1」は、協議会の承認・開催された会議・決定として見つかりませんでした。会議で承認された場合は、その会議の番号を「M12」のようにご入力ください。"`,
    );
    here.at('2026-06-12T14:00:00+09:00');
    await here.say(cast.chair, '/wg 開会 M1', '協議会');
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 順番維持 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は、定足数に達していないため根拠にできません(出席0団体、必要3団体)。出欠は会議の当日に限り記録できますので、当日を過ぎている場合は、次の会議の番号、または協議会の承認の番号をご入力ください。"`,
    );
    await here.say(secretariat, '/wg 出席 M1 全員', '協議会');
    expect(await say(secretariat, '/council 輪番 辞退 五霞村 順番維持 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 「五霞村」は構成団体には見つかりませんでした。『五霞町』のことでしょうか。"`,
    );
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 M1')).toMatchInlineSnapshot(
      `"(本人のみ) 辞退した五霞町の順番の扱いもご入力ください。「順番維持」は翌年度に務め、「順番放棄」は次の一巡まで務めません。"`,
    );
  });

  test('it is shown, recorded, and told to those alone whose turn changes', async () => {
    expect(await say(secretariat, '/council 輪番 辞退 五霞町 順番維持 Ｍ１')).toMatchInlineSnapshot(`
      "(本人のみ) 五霞町が令和11年度の会長を辞退します(順番は維持し、翌年度に務めます)。順番が変わるのは次の団体です。
        根拠:会議M1
        • 那珂市:令和12年度 → 令和11年度
        • 五霞町:令和11年度 → 令和12年度
        [この内容で記録する] [取りやめる]"
    `);
    expect(await here.press(secretariat, 'この内容で記録する')).toMatchInlineSnapshot(`
      "(本人のみ) 輪番の変更を記録しました(輪番1、根拠:会議M1)。
        • 那珂市:令和12年度 → 令和11年度
        • 五霞町:令和11年度 → 令和12年度
        順番が変わる団体の会長・副会長と情報主管担当の方にのみ、お知らせします。
        [取り消す]
      根本 雅之 那珂市が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      平松 翔 那珂市が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      寺門 聡 那珂市が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      綿引 香織 那珂市が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      知久 清志 五霞町が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      松本 結衣 五霞町が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1
      染谷 晃 五霞町が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
        根拠:会議M1"
    `);
    expect(await say(lead, '/council 輪番')).toMatchInlineSnapshot(`
      "(本人のみ) 会長市町の輪番(10年分)です。
        • 令和8年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和9年度 会長:かすみがうら市 副会長:常陸大宮市・那珂市・五霞町
        • 令和10年度 会長:常陸大宮市 副会長:那珂市・五霞町・かすみがうら市
        • 令和11年度 会長:那珂市 副会長:五霞町・かすみがうら市・常陸大宮市
        • 令和12年度 会長:五霞町 副会長:かすみがうら市・常陸大宮市・那珂市
        • 令和13年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        • 令和14年度 会長:常陸大宮市 副会長:五霞町・那珂市・かすみがうら市
        • 令和15年度 会長:五霞町 副会長:那珂市・かすみがうら市・常陸大宮市
        • 令和16年度 会長:那珂市 副会長:かすみがうら市・常陸大宮市・五霞町
        • 令和17年度 会長:かすみがうら市 副会長:常陸大宮市・五霞町・那珂市
        副会長は、会長に事故があるときの職務代理の順です。変更は、協議会の承認に基づき事務局が記録します。"
    `);
    expect(await say(secretariat, '/council rotation swap 那珂市・かすみがうら市 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 那珂市(令和11年度)とかすみがうら市(令和9年度)の会長の順番を入れ替えます。順番が変わるのは次の団体です。
        根拠:会議M1
        • 那珂市:令和11年度 → 令和9年度
        • かすみがうら市:令和9年度 → 令和11年度
        [この内容で記録する] [取りやめる]"
    `);
    expect(await say(secretariat, '/council 取消 輪番1')).toMatchInlineSnapshot(`
      "(本人のみ) 輪番1の変更を取り消し、元の順番に戻しました。
        • 那珂市:令和11年度 → 令和12年度
        • 五霞町:令和12年度 → 令和11年度
      根本 雅之 那珂市が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
      平松 翔 那珂市が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
      寺門 聡 那珂市が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
      綿引 香織 那珂市が会長を務める年度が変わりました(令和11年度 → 令和12年度)。ご不明な点は事務局へお問い合わせください。
      知久 清志 五霞町が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
      松本 結衣 五霞町が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。
      染谷 晃 五霞町が会長を務める年度が変わりました(令和12年度 → 令和11年度)。ご不明な点は事務局へお問い合わせください。"
    `);
    expect(await say(secretariat, '/council 取消 輪番1')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
  });
});
