/** An agenda of several bodies, of too few people, of a meeting that does not take place: what becomes of its entries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

describe('where more than one body, or too few people, are concerned', () => {
  let here: Office;
  beforeAll(async () => {
    here = await office('2026-06-01T10:00:00+09:00');
  });
  afterAll(() => here.close());

  test('a joint meeting has a section for each body, with its own numbers', async () => {
    await here.say(cast.secretariat, '/wg 日程 介護保険WG・障害者福祉WG 6/12 14:00-16:00 那珂市役所');
    await here.say(cast.otherLead, '/wg 議題 受給者証の様式 10分', 'wg-障害者福祉');
    expect(await here.say(cast.lead, '/wg 議題 M1 納入通知書の様式 20分')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の次第に加えました:議題1 納入通知書の様式(20分)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG・障害者福祉WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 納入通知書の様式(20分)
        *障害者福祉WG*
        議題1 受給者証の様式(10分)
        [取り消す] [開催通知を作成]
      #wg-障害者福祉 (書換え) 介護保険WG・障害者福祉WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 納入通知書の様式(20分)
        *障害者福祉WG*
        議題1 受給者証の様式(10分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 M1 障害者福祉WGの議題1 30分')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、障害者福祉WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(
      await here.say(cast.otherLead, '/wg 次第 M1 障害者福祉WGの議題1 30分', 'wg-介護保険'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 所要時間を変えました:議題1 受給者証の様式(30分)。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG・障害者福祉WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 納入通知書の様式(20分)
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        [取り消す] [開催通知を作成]
      #wg-障害者福祉 (書換え) 介護保険WG・障害者福祉WGの会議(M1)を、令和8年6月12日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        *介護保険WG*
        議題1 納入通知書の様式(20分)
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        [取り消す] [開催通知を作成]"
    `);
  });

  test('the agenda feeds the formal notice, without times', async () => {
    await here.say(cast.lead, '/wg 開催通知 M1');
    const meeting = await here.store.council('ibaraki').meetings.byNumber(1);
    expect([meeting?.agenda, meeting?.joint]).toMatchInlineSnapshot(`
      [
        [
          "納入通知書の様式",
        ],
        [
          {
            "agenda": [
              "受給者証の様式",
            ],
            "body": "shogai",
          },
        ],
      ]
    `);
  });

  test('an entry from a message keeps its address, and waits in the queue', async () => {
    expect(
      await here.say(cast.member, '/wg agenda https://renkei.slack.com/archives/C1/p1 様式の統一 5分'),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの次の会議の候補として預かりました:議題2 様式の統一(5分)。座長または事務局が次第に載せます。
        元の投稿:<https://renkei.slack.com/archives/C1/p1|投稿を開く>
        [取り消す]
      #wg-介護保険 佐川 礼子さんから、介護保険WGの次の会議の議題候補が提案されました:議題2 様式の統一(5分)
        元の投稿:<https://renkei.slack.com/archives/C1/p1|投稿を開く>
        [議題2を載せる]"
    `);
    expect(await here.say(cast.secretariat, '/wg 議題 議題2')).toMatchInlineSnapshot(`
      "(本人のみ) 議題2 様式の統一(5分):候補(預かり中)
        • 6月1日(月) 提案(佐川 礼子)
        元の投稿:<https://renkei.slack.com/archives/C1/p1|投稿を開く>"
    `);
  });

  test('the digest reminds the lead that the agenda is not out, then the secretariat; not once it is', async () => {
    const first = await here.run('digest', '2026-06-08T09:00:00+09:00');
    expect(first['和田 幸子']).toMatchInlineSnapshot(`
      "おはようございます。6月8日(月)のお知らせです。公開をお願いする次第1件です。
        ■ 公開をお願いする次第
        • 会議M1 介護保険WG 6月12日(金)(次第の公開期限 6月9日(火))
        [M1の次第を確認]"
    `);
    const third = await here.run('digest', '2026-06-10T09:00:00+09:00');
    expect(third['寺門 聡']).toMatchInlineSnapshot(`
      "おはようございます。6月10日(水)のお知らせです。公開をお願いする次第1件です。
        ■ 公開をお願いする次第
        • 会議M1 介護保険WG 6月12日(金)(次第の公開期限 6月9日(火))
        [M1の次第を確認]"
    `);
    expect(await here.say(cast.secretariat, '/wg 次第 M1 公開')).toMatch(
      /寺門 聡 \(書換え\) おはよう[\s\S]*~• 会議M1 介護保険WG[^~]*~ 公開済/u,
    );
    const last = await here.run('digest', '2026-06-11T09:00:00+09:00');
    expect(Object.values(last).join('\n')).not.toContain('公開をお願いする次第');
  });

  test('without a quorum, what can go goes to circulation, and the rest is carried over', async () => {
    for (const line of ['1191-1193 標準どおり 10分', '1194 代替案 帳票はCSVで出力する', '1195 10分'])
      await here.say(cast.lead, `/wg 議題 M1 ${line}`);
    expect(await here.say(cast.lead, '/wg 議題 M1 持ち回り')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は開会中ではありません。持ち回り審議に回せるのは、開会した会議で定足数に達しない場合です。要件ごとに諮る場合は「/req 提案 1234 …」をご利用ください。"`,
    );
    here.at('2026-06-12T14:00:00+09:00');
    await here.say(cast.lead, '/wg 開会 M1');
    expect(await here.press(cast.lead, '持ち回り審議に回す')).toMatchInlineSnapshot(`
      "(本人のみ) 定足数に達していないため、会議M1の次第を次のとおり扱います。内容をご確認のうえ、ボタンを押してください。
        ■ 持ち回り審議に回すもの
        • 議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)
        • 議題4 介護保険 要件1194の確認(案:代替案) 理由:帳票はCSVで出力する
        ■ 回せないもの(次の会議へ繰越し)
        • 議題1 納入通知書の様式(20分) ― 要件の議題ではないため
        • 議題5 介護保険 要件1195の確認(10分) ― 結果の案がないため
        結果の案を付けて諮る場合は、次のボタンからご入力ください。
        [議題5を諮る]
        [2件を諮り、2件を繰り越す] [取りやめる]"
    `);
    expect(await here.press(cast.lead, '2件を諮り、2件を繰り越す')).toMatchInlineSnapshot(`
      "(本人のみ) 2件を持ち回り審議に回し、2件を次の会議へ繰り越しました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WG・障害者福祉WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
        第1回会議(M1) 開会中(14:00から)
        *介護保険WG*
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        *障害者福祉WG*
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        *介護保険WG*
        議題1 納入通知書の様式(20分) 次回へ繰越し
        議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分) 持ち回り審議へ
        議題4 介護保険 要件1194の確認(案:代替案) 持ち回り審議へ
        議題5 介護保険 要件1195の確認(10分) 次回へ繰越し
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
        [障害者福祉WG 議題1を済にする] [持ち回り審議に回す]
        [開催通知を作成]
      #wg-障害者福祉 (書換え) 介護保険WG・障害者福祉WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜16:00、那珂市役所)を開会しています。
        第1回会議(M1) 開会中(14:00から)
        *介護保険WG*
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        *障害者福祉WG*
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        *介護保険WG*
        議題1 納入通知書の様式(20分) 次回へ繰越し
        議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分) 持ち回り審議へ
        議題4 介護保険 要件1194の確認(案:代替案) 持ち回り審議へ
        議題5 介護保険 要件1195の確認(10分) 次回へ繰越し
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
        [障害者福祉WG 議題1を済にする] [持ち回り審議に回す]
        [開催通知を作成]
      #wg-障害者福祉 (書換え) 介護保険WG・障害者福祉WGの会議M1(令和8年6月12日(金) 14:00〜16:00)の次第
        *介護保険WG*
        議題1 納入通知書の様式(20分) 次回へ繰越し
        議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分) 持ち回り審議へ
        議題4 介護保険 要件1194の確認(案:代替案) 持ち回り審議へ
        議題5 介護保険 要件1195の確認(10分) 次回へ繰越し
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        所要 計70分/会議120分、時間未定1件。
        次第は6月10日(水)に公開しました。
      #wg-介護保険 (書換え) 介護保険WG・障害者福祉WGの会議M1(令和8年6月12日(金) 14:00〜16:00)の次第
        *介護保険WG*
        議題1 納入通知書の様式(20分) 次回へ繰越し
        議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分) 持ち回り審議へ
        議題4 介護保険 要件1194の確認(案:代替案) 持ち回り審議へ
        議題5 介護保険 要件1195の確認(10分) 次回へ繰越し
        *障害者福祉WG*
        議題1 受給者証の様式(30分)
        所要 計70分/会議120分、時間未定1件。
        次第は6月10日(水)に公開しました。
      #wg-介護保険 【持ち回り審議P1】介護保険WG:要件1191-1193を『パッケージ標準どおり』とすることについて、令和8年6月19日(金)までにご回答をお願いします。
        • 1191 第1号被保険者の資格を登録・修正・削除できること。
        • 1192 住所地特例の対象者を登録・修正・削除できること。
        • 1193 適用除外の施設を登録・修正・削除できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月19日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P1.docx
      #wg-介護保険 【持ち回り審議P2】介護保険WG:要件1194を『代替案』とすることについて、令和8年6月19日(金)までにご回答をお願いします。
        • 1194 第1号被保険者の資格の登録時に、必須項目の漏れと日付の前後関係を確認し、誤りの内容を画面に表示すること。
        理由:帳票はCSVで出力する
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月19日(金)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P2.docx"
    `);
  });

  test('what went to circulation comes back while nobody has answered it', async () => {
    await here.say(cast.member, '/req 同意 P2');
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P2に常陸大宮市がすでに回答しているため、元に戻せません。取りやめる場合は「/req 提案取下げ P2」とご入力ください(回答は記録に残ります)。"`,
    );
    await here.say(cast.member, '/req 取消 P2');
    here.at('2026-06-12T14:02:00+09:00');
    const back = await here.say(cast.lead, '/wg 議題 介護保険WGの議題1、議題3、議題4、議題5 取消');
    expect(back.split('\n').filter((one) => /本人のみ|議題[13] |P\d/u.test(one))).toMatchInlineSnapshot(`
      [
        "(本人のみ) 直前の変更を取り消しました:議題1 納入通知書の様式(20分)、議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)、議題4 介護保険 要件1194の確認(案:代替案)、議題5 介護保険 要件1195の確認(10分)。",
        "  議題1 納入通知書の様式(20分)",
        "  議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)",
        "  議題1 受給者証の様式(30分)",
        "  議題1 納入通知書の様式(20分)",
        "  議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)",
        "  議題1 受給者証の様式(30分)",
        "  議題1 納入通知書の様式(20分)",
        "  議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)",
        "  議題1 受給者証の様式(30分)",
        "  議題1 納入通知書の様式(20分)",
        "  議題3 介護保険 要件1191-1193の確認(案:パッケージ標準どおり、10分)",
        "  議題1 受給者証の様式(30分)",
        "#wg-介護保険 (書換え) 持ち回り審議P1(要件1191-1193・『パッケージ標準どおり』)は、取り下げられました。",
        "#wg-介護保険 (書換え) 持ち回り審議P2(要件1194・『代替案』)は、取り下げられました。",
      ]
    `);
    await here.say(cast.lead, '/wg 議題 M1 持ち回り');
    const again = await here.press(cast.lead, '2件を諮り、2件を繰り越す');
    expect(again.split('\n').filter((one) => one.includes('【持ち回り審議'))).toMatchInlineSnapshot(`
      [
        "#wg-介護保険 【持ち回り審議P3】介護保険WG:要件1191-1193を『パッケージ標準どおり』とすることについて、令和8年6月19日(金)までにご回答をお願いします。",
        "#wg-介護保険 【持ち回り審議P4】介護保険WG:要件1194を『代替案』とすることについて、令和8年6月19日(金)までにご回答をお願いします。",
      ]
    `);
  });

  test('more than five candidates are shown first, and put on exactly so, once', async () => {
    here.at('2026-06-12T16:00:00+09:00');
    await here.say(cast.secretariat, '/wg 閉会 M1');
    for (const n of [1, 2, 3]) await here.say(cast.member, `/item 追加 6/${20 + n} 課題その${n}`);
    await here.say(cast.lead, '/wg 日程 6/26 14:00-16:00 那珂市役所');
    expect(await here.say(cast.lead, '/wg 次第 全件')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M2の次第に、次の7件を載せます。内容をご確認のうえ、ボタンを押してください。
        • 議題1 納入通知書の様式(20分、繰越1回目)
        • 議題5 介護保険 要件1195の確認(10分、繰越1回目)
        • 議題2 様式の統一(5分)
        • 課題K1 課題その1(5分)
        • 課題K2 課題その2(5分)
        • 課題K3 課題その3(5分)
        • 要件1196-1205(介護保険・未決)(20分)
        [7件を載せる] [取りやめる]"
    `);
    expect(await here.say(cast.member, '/wg 次第 全件')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.press(cast.lead, '7件を載せる')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M2の次第に加えました:議題1 納入通知書の様式(20分、繰越1回目)、議題5 介護保険 要件1195の確認(10分、繰越1回目)、議題2 様式の統一(5分)、議題6 課題K1 課題その1(5分)、議題7 課題K2 課題その2(5分)、議題8 課題K3 課題その3(5分)、議題9 介護保険 要件1196-1205の確認(20分)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)を、令和8年6月26日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題1 納入通知書の様式(20分、繰越1回目)
        議題5 介護保険 要件1195の確認(10分、繰越1回目)
        議題2 様式の統一(5分)
        議題6 課題K1 課題その1(5分)
        議題7 課題K2 課題その2(5分)
        議題8 課題K3 課題その3(5分)
        議題9 介護保険 要件1196-1205の確認(20分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg 次第')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M2(令和8年6月26日(金) 14:00〜16:00)の次第
        議題1 納入通知書の様式(20分、繰越1回目)
        議題5 介護保険 要件1195の確認(10分、繰越1回目)
        議題2 様式の統一(5分)
        議題6 課題K1 課題その1(5分)
        議題7 課題K2 課題その2(5分)
        議題8 課題K3 課題その3(5分)
        議題9 介護保険 要件1196-1205の確認(20分)
        所要 計70分/会議120分。
        次第の公開期限は6月23日(火)です。
        [次第を公開する]
        ■ 未決の要件・課題などからの候補
        • 要件1206-1215(介護保険・未決)(20分)
        ほかに未決の要件が185件あります(/req 未決)。
        [要件1206-1215を載せる]"
    `);
  });

  test('a meeting that is cancelled gives its entries back to the queue, uncounted', async () => {
    await here.say(cast.lead, '/wg 中止 M2 台風のため');
    expect(await here.say(cast.lead, '/wg 次第')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGには、予定されている会議がありません。議題は、次の会議の候補として預かります。
        ■ 議題の候補(預かり中)
        • 議題1 納入通知書の様式(20分、繰越1回目)
        • 議題5 介護保険 要件1195の確認(10分、繰越1回目)
        • 議題2 様式の統一(5分)
        • 議題6 課題K1 課題その1(5分)
        • 議題7 課題K2 課題その2(5分)
        • 議題8 課題K3 課題その3(5分)
        • 議題9 介護保険 要件1196-1205の確認(20分)
        ■ 未決の要件・課題などからの候補
        • 要件1206-1215(介護保険・未決)(20分)
        ほかに未決の要件が185件あります(/req 未決)。"
    `);
    await here.say(cast.lead, '/wg 取り消し M2');
    expect(await here.say(cast.lead, '/wg 議題 議題4')).toMatchInlineSnapshot(`
      "(本人のみ) 議題4 介護保険 要件1194の確認(案:代替案):持ち回り審議へ
        • 6月11日(木) 追加 会議M1(和田 幸子)
        • 6月12日(金) 持ち回り審議へ 会議M1(和田 幸子)
        • 6月12日(金) 取消 会議M1(和田 幸子)
        • 6月12日(金) 持ち回り審議へ 会議M1(和田 幸子)"
    `);
  });

  test('a number that was taken back stays with what was dropped, and is nobody else’s', async () => {
    const numbers: number[] = [];
    for (const title of ['仮の件', '別の件', '次の件']) {
      const heard = await here.say(cast.lead, `/wg 議題 ${title}`);
      numbers.push(Number(/議題(\d+) /u.exec(heard)?.[1]));
      expect(await here.press(cast.lead, '取り消す')).toContain(`議題${numbers.at(-1)} ${title}`);
    }
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(await here.say(cast.lead, `/wg 議題 議題${numbers[0]}`)).toContain('仮の件:除外');
    expect(await here.say(cast.lead, '/wg 次第')).not.toContain('仮の件');
  });
});
