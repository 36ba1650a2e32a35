/** `/council`: the council as a whole, and how everything is used. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { cast, HERE, LOBBY, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

describe('/council show', () => {
  test('the officers of the year, the subcommittees, and whose turn comes next', async () => {
    expect(await here.say(cast.adviser, '/council 体制')).toMatchInlineSnapshot(`
      "(本人のみ) いばらき自治体クラウド基幹業務運営協議会の体制(令和8年度)
        *会長* 那珂市 根本 雅之
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
  });

  test('in the last second of March it is the old year’s, at midnight the new', async () => {
    here.at('2027-03-31T23:59:59+09:00');
    expect((await here.say(cast.chair, '/council show')).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "(本人のみ) いばらき自治体クラウド基幹業務運営協議会の体制(令和8年度)",
        "  *会長* 那珂市 根本 雅之",
      ]
    `);
    here.at('2027-04-01T00:00:00+09:00');
    expect((await here.say(cast.chair, '/council show')).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "(本人のみ) いばらき自治体クラウド基幹業務運営協議会の体制(令和9年度)",
        "  *会長* かすみがうら市 貝塚 芳信",
      ]
    `);
    here.at('2026-06-01T10:00:00+09:00');
  });
});

describe('/council progress', () => {
  test('how far the WGs are, and how many items wait', async () => {
    await here.say(cast.lead, '/req 決定 1191-1290 標準');
    await here.press(cast.lead, '100件を決定する');
    await here.say(cast.member, '/item 追加 6/1 件数の報告');
    here.at('2026-06-02T10:00:00+09:00');
    const said = (await here.say(cast.adviser, '/council 状況')).split('\n');
    expect(said.slice(0, 7)).toMatchInlineSnapshot(`
      [
        "(本人のみ) 要件3,069件中100件が決定済みです(3.2%)。",
        "  *未決* 2,969件",
        "  *便利機能等* 125件",
        "  *未完了の課題* 1件",
        "  *うち期限超過* 1件",
        "  • 住民基本台帳WG 0/220(0.0%)",
        "  • 印鑑登録WG 0/55(0.0%)",
      ]
    `);
    expect(said.filter((one) => one.includes('介護保険'))).toMatchInlineSnapshot(`
      [
        "  • 介護保険WG 100/210(47.6%)",
      ]
    `);
  });
});

describe('help', () => {
  test('a command alone, or with help, tells how it is used', async () => {
    expect(await here.say(cast.member, '/req')).toMatchInlineSnapshot(`
      "(本人のみ) /req の使い方です(要件の一覧・決定)。
        *調べる*
        • *表示* 要件1件の内容・ベンダ回答・決定を表示します
        • *一覧* 要件の一覧を表示します(業務・WG・未決・区分・要検討などで絞り込み)
        • *検索* 要件を言葉で探します(複数の言葉はすべて含むもの)
        • *適合* ベンダ回答の適合率と、決定までの絞り込みを表示します
        • *費用* 決定した要件の費用と、市町ごとの負担額を表示します
        • *履歴* 要件の決定の経緯を表示します
        • *決定一覧* 年度ごとの決定一覧(決定第n号)を表示します
        *決定・承認*
        • *決定* 要件の決定を記録します
        • *決定変更* 決定を、理由を添えて変更します
        • *再検討* 決定済みの要件を、理由を添えて再検討に戻します
        • *承認* WGの合意を、部会で了承、協議会で承認します
        • *承認一覧* 了承・承認のときの一覧(Excel)をお送りします
        *持ち回り審議*
        • *提案* 要件の扱いを、持ち回りで諮ります
        • *上申* 例外を、費用と終期を添えて協議会に上申します
        • *同意* 持ち回り審議に同意します
        • *異議* 持ち回り審議に、理由を添えて異議を述べます
        • *庁内確認中* 庁内で確認中である旨を回答します
        • *棄権* 持ち回り審議で棄権します
        • *対象外* その業務を利用していない旨を回答します
        • *コメント* 持ち回り審議にコメントします
        • *庁内決裁* 持ち回り審議の庁内決裁の状況(起案中・決裁済)を記録します
        • *回答状況* 持ち回り審議の回答状況を一覧にします
        • *継続協議* 合意に至らなかったものを、同じ会議体で改めて諮ります
        • *上位に諮る* 合意に至らなかったものを、上位の会議体に諮ります
        • *提案取下げ* 持ち回り審議を取り下げます
        • *みなし停止* 災害・選挙の間、その市町のみなし同意を止めます
        *ベンダ回答の確認*
        • *確認済* ベンダ回答を、ご自身の市町として確認済にします
        • *確認取消* ベンダ回答の確認を取り消します
        *ベンダへの質問*
        • *質問* ベンダへの質問を登録します
        • *質問一覧* ベンダへの質問と回答の一覧を表示します
        • *仕分け* 質問を内部・送付に仕分けます
        • *回答* 質問への回答を記録します
        • *質問取下げ* 回答前の質問を取り下げます
        • *質問回答票* 質問・回答票をExcelで受け取ります
        • *回答取込* 記入済みの質問・回答票(xlsx・CSV)を取り込みます
        *追加・取込・出力*
        • *要件追加* 一覧にない要件(便利機能等)を起票します
        • *ひも付け* 要件・決定に、関連する投稿をひも付けます
        • *取込* 要件一覧(xlsx・CSV)を取り込みます
        • *出力* 要件一覧をファイル(xlsx・CSV)で書き出します
        • *読取設定* 取込で記憶した、列・記号の読み方を一覧にします
        • *読取設定削除* 記憶した列・記号の読み方を削除します
        *実行・取消*
        • *実行* 確認した内容を実行します
        • *取消* 直前の決定(10分以内)や回答を取り消します
        入力のしかたと例は、「/req ヘルプ 表示」のように操作名を添えるとご覧いただけます。"
    `);
    expect(await here.say(cast.member, '/req ヘルプ')).toBe(await here.say(cast.member, '/req'));
    expect(await here.say(cast.stranger, '/wg ?')).toContain('/wg の使い方です');
  });

  test('in English for who reads it', async () => {
    expect(await here.say(cast.english, '/item help')).toMatchInlineSnapshot(`
      "(本人のみ) How to use /item (Open items).
        • *add* Add an open item
        • *show* Show an item and its history
        • *list* List open items
        • *done* Mark an item, or your part of it, as done
        • *status* Put an item in hand, on hold or open again
        • *return* Send back an item that awaits confirmation, with a reason
        • *assign* Change who owes an item
        • *due* Change by when an item is due
        • *change* Change an item's title or priority
        • *snooze* Keep an item out of your digest until a day
        • *comment* Add to an item's history
        • *withdraw* Withdraw an item
        • *export* Send you the items as a workbook
        • *import* Merge an edited workbook of items back
        • *proceed* Carry out what was shown
        • *undo* Take an item's last step back (within 10 minutes)
        How each is typed, with examples: add its name, as in “/item help add”."
    `);
  });

  test('/council help tells all of it, each sub-command once', async () => {
    const help = await here.say(cast.member, '/council ヘルプ');
    expect(help.split('\n').filter((one) => one.includes('• *'))).toHaveLength(
      commands.flatMap((one) => one.subcommands).length,
    );
  });

  test('with a name, or a name with a question mark, tells of that one', async () => {
    expect(await here.say(cast.member, '/req　ヘルプ　決定する')).toMatchInlineSnapshot(`
      "(本人のみ) 要件の決定を記録します
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える
        例:/req 決定 1234 standard
        例:/req 決定 1201-1215,1220 レベルアップ
        例:/req 決定 1234 レベルアップ 費用500 対象:那珂市・五霞町 次期版で対応されるため
        次の言葉でも同じ操作ができます:合意、decide
        日本語でも英語でも、全角でも半角でもご入力いただけます。&lt;&gt;は必須で、[]は省略できます。"
    `);
    expect(await here.say(cast.member, '/req 決定 ？')).toBe(await here.say(cast.member, '/req ヘルプ 決定'));
  });
});

describe('who belongs to several councils', () => {
  test('is asked which one where the channel does not say, and the button answers', async () => {
    expect(await here.say(cast.inTwo, '/council 体制', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 複数の協議会の名簿に登録されています。どの協議会についての操作でしょうか。
        • いばらき自治体クラウド基幹業務運営協議会
        • 県北広域連携協議会
        [いばらき自治体クラウド基幹業務運営協議会] [県北広域連携協議会]"
    `);
    expect((await here.press(cast.inTwo, '県北広域連携協議会', LOBBY)).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 県北広域連携協議会の体制(令和8年度)"`,
    );
  });

  test('and is not asked in a mapped channel', async () => {
    expect((await here.say(cast.inTwo, '/council 体制', HERE)).split('\n')[0]).toContain('いばらき');
  });
});
