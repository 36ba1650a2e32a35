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
        • /req 表示 &lt;要件番号&gt; — 要件1件の内容・ベンダ回答・決定を表示します
        • /req 一覧 [未決・決定済・すべて、結果、△×、業務・WG名、p2] — 要件の一覧を表示します(業務・WG・未決などで絞り込み)
        • /req 検索 &lt;言葉(複数可) 未決・決定済 結果:代替案 △× 業務:国保税 p2&gt; — 要件を言葉で探します(複数の言葉はすべて含むもの)
        • /req 適合 [業務・WG名、ベンダ、回、p2] — ベンダ回答の適合率と、決定までの絞り込みを表示します
        • /req 費用 [業務・WG名 p2] — 決定した要件の費用と、市町ごとの負担額を表示します
        • /req 履歴 &lt;要件番号&gt; — 要件の決定の経緯を表示します
        • /req 決定一覧 [年度] [すべて、WG名、p2] — 年度ごとの決定一覧(決定第n号)を表示します
        *決定・承認*
        • /req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由] — 要件の決定を記録します
        • /req 決定変更 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由] — 決定を、理由を添えて変更します
        • /req 再検討 &lt;要件番号&gt; &lt;理由&gt; — 決定済みの要件を、理由を添えて再検討に戻します
        • /req 承認 &lt;要件番号&gt; [部会・協議会] — WGの合意を、部会で了承、協議会で承認します
        *持ち回り審議*
        • /req 提案 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [期限(日)] [理由] — 要件の扱いを、持ち回りで諮ります
        • /req 上申 &lt;要件番号&gt; &lt;費用(千円)&gt; &lt;終期(日)&gt; [対象:市町] [期限(日)] &lt;理由&gt; — 例外を、費用と終期を添えて協議会に上申します
        • /req 同意 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [理由] — 持ち回り審議に同意します
        • /req 異議 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] &lt;理由&gt; — 持ち回り審議に、理由を添えて異議を述べます
        • /req 庁内確認中 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [期限] [理由] — 庁内で確認中であることを回答します
        • /req 棄権 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [理由] — 持ち回り審議を棄権します
        • /req 対象外 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [理由] — その業務を利用していないことを回答します
        • /req コメント &lt;持ち回り審議番号&gt; &lt;コメント&gt; — 持ち回り審議にコメントします
        • /req 庁内決裁 [持ち回り審議番号] [要件番号] [市町] &lt;庁内決裁の状況&gt; [決裁日] [受付(電話・メール・書面 日 氏名)] — 持ち回り審議の庁内決裁の状況(起案中・決裁済)を記録します
        • /req 回答状況 [業務・WG名、xlsx、p2] — 持ち回り審議の回答状況を一覧にします
        • /req 継続協議 &lt;持ち回り審議番号&gt; [期限(日)] — 合意に至らなかったものを、同じ会議体で改めて諮ります
        • /req 上位に諮る &lt;持ち回り審議番号&gt; [期限(日)] — 合意に至らなかったものを、上位の会議体に諮ります
        • /req 提案取下げ &lt;持ち回り審議番号&gt; — 持ち回り審議を取り下げます
        • /req みなし停止 &lt;市町&gt; &lt;災害・選挙&gt; &lt;終期(日)&gt; — 災害・選挙の間、その市町のみなし同意を止めます
        *ベンダ回答の確認*
        • /req 確認済 &lt;要件番号&gt; [回(省略時は最新)] — ベンダ回答を自市町として確認済にします
        • /req 確認取消 [確認済の操作番号] — 確認済にした操作を取り消します
        *ベンダへの質問*
        • /req 質問 [要件番号] &lt;質問内容&gt; — ベンダへの質問を登録します
        • /req 質問一覧 [未回答・回答済・すべて、業務・WG名、p2] — ベンダへの質問と回答の一覧を表示します
        • /req 仕分け &lt;質問番号&gt; &lt;内部・送付&gt; — 質問を内部・送付に仕分けます
        • /req 回答 &lt;質問番号&gt; &lt;回答者&gt; &lt;回答&gt; — 質問への回答を記録します
        • /req 質問取下げ &lt;質問番号&gt; — 回答前の質問を取り下げます
        • /req 質問回答票 [ベンダ名(省略すると全件)] — 質問・回答票をExcelで受け取ります
        • /req 回答取込 [回答者(ベンダ名。票に記載があれば省略)] &lt;質問・回答票(xlsx・CSV)&gt; — 記入済みの質問・回答票(xlsx・CSV)を取り込みます
        *追加・取込・出力*
        • /req 要件追加 &lt;業務&gt; [区分] [便利機能等] [URL] &lt;要件内容&gt; — 一覧にない要件(便利機能等)を起票します
        • /req 紐付け [要件番号] [決定番号] &lt;URL&gt; [外す] — 要件・決定に、関連する投稿を紐付けます
        • /req 取込 [一覧の範囲] [列・記号の指定(見出しから読み取れない場合)] &lt;ファイル(xlsx・CSV)&gt; — 要件一覧(xlsx・CSV)を取り込みます
        • /req 出力 [未決・決定済、業務・WG名、xlsx・csv・cp932] — 要件一覧をファイル(xlsx・CSV)で書き出します
        • /req 読取設定 [すべて、ベンダ名・シート名、p2] — 取込で記憶した、列・記号の読み方を一覧にします
        • /req 読取設定削除 &lt;読取設定番号&gt; — 記憶した列・記号の読み方を削除します
        *実行・取消*
        • /req 実行 &lt;確認番号&gt; — 確認した内容を実行します
        • /req 取消 [取込番号] [回答票番号] [読取設定番号] [持ち回り審議番号] [市町] [承認番号] [決定番号] — 直前の決定(10分以内)や回答を取り消します
        日本語でも英語でも、全角でも半角でもご入力いただけます。&lt;&gt;は必須、[]は省略できます。"
    `);
    expect(await here.say(cast.member, '/req ヘルプ')).toBe(await here.say(cast.member, '/req'));
    expect(await here.say(cast.stranger, '/wg ?')).toContain('/wg の使い方です');
  });

  test('in English for who reads it', async () => {
    expect(await here.say(cast.english, '/item help')).toMatchInlineSnapshot(`
      "(本人のみ) How to use /item (Open items).
        • /item add [@owner] [due day] [priority] [link] &lt;what&gt; — Add an open item
        • /item show &lt;item&gt; — Show an item and its history
        • /item list [mine, overdue or all; body or municipality; p2] — List open items
        • /item done &lt;item&gt; [comment] — Mark an item as done
        • /item status &lt;item&gt; &lt;status&gt; [reason] — Put an item in hand, on hold or open again
        • /item assign &lt;item&gt; &lt;@owner&gt; — Change who owes an item
        • /item due &lt;item&gt; &lt;due day&gt; — Change by when an item is due
        • /item snooze &lt;item&gt; &lt;until&gt; — Keep an item out of your digest until a day
        • /item comment &lt;item&gt; &lt;comment&gt; — Add to an item's history
        • /item withdraw &lt;item&gt; [reason] — Withdraw an item
        • /item export [body] — Send you the items as a workbook
        • /item import &lt;file (xlsx or CSV)&gt; — Merge an edited workbook of items back
        • /item proceed &lt;plan&gt; — Carry out what was shown
        • /item undo [item import] [item] — Take an item's last step back (within 10 minutes)
        Words may be Japanese or English, full-width or not. &lt;&gt; is required, [] may be left out."
    `);
  });

  test('/council help tells all of it, each sub-command once', async () => {
    const help = await here.say(cast.member, '/council ヘルプ');
    expect(help.split('\n').filter((one) => one.includes('• /'))).toHaveLength(
      commands.flatMap((one) => one.subcommands).length,
    );
  });
});

describe('who belongs to several councils', () => {
  test('is asked which one where the channel does not say, and the button answers', async () => {
    expect(await here.say(cast.inTwo, '/council 体制', LOBBY)).toMatchInlineSnapshot(`
      "(本人のみ) 複数の協議会に所属されています。どちらの協議会についての操作でしょうか。
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
