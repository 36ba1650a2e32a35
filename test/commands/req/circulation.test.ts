/** Deciding by circulation: a proposal, the answers of the municipalities, and the one decision that rests on it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** Members of 介護保険WG, besides 常陸大宮市's and かすみがうら市's. */
const naka = cast.lead;

describe('A proposal', () => {
  test('is posted with a line per municipality, its deadline by the silence of the body', async () => {
    expect(await here.say(cast.lead, '/req 提案 1234 代替案 CSVでの一括登録に代える')).toMatchInlineSnapshot(`
      "#wg-介護保険 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P1.docx"
    `);
  });

  test('is not made by a member, nor by one from outside', async () => {
    expect(await here.say(cast.member, '/req propose 1235 standard')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.otherLead, '/req propose 1235 standard')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.adviser, '/req propose 1235 standard')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('is refused for what already is in one, lacks its reason, or is customising', async () => {
    expect(await here.say(cast.lead, '/req 諮る 1234 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1234は、持ち回り審議P1で回答を受け付けています。結果を待つか、P1を「/req 提案取下げ P1」で取り下げてから、ご提案ください。"`,
    );
    expect(await here.say(cast.lead, '/req propose 1235 alternative')).toMatchInlineSnapshot(
      `"(本人のみ) 『代替案』には、代替の内容(理由)が必要です。「/req 提案 1235 代替案 CSVでの一括登録に代える」のようにご入力ください。"`,
    );
    expect(await here.say(cast.lead, '/req propose 1235 カスタマイズ 必要なため')).toMatchInlineSnapshot(`
      "(本人のみ) 『カスタマイズ』は決定として記録できません。本協議会はノンカスタマイズを原則としています。レベルアップ・代替案・運用見直し・稼働後検討をご検討ください。やむを得ない場合は、費用・終期・理由を添えて、協議会へ上申できます(協議会の議決が必要です)。
        [協議会へ上申する]"
    `);
    expect(await here.say(cast.lead, '/req propose 99999 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`,
    );
  });

  test('asks by a form for what it lacks', async () => {
    expect(await here.say(cast.lead, '/req 提案')).toMatchInlineSnapshot(
      `"[フォーム] 要件の扱いを、持ち回りで諮ります: 要件番号、結果、費用(千円)、対象:市町、期限(日)、理由"`,
    );
    expect(
      await here.submit(cast.lead, { ids: '１２３６', outcome: 'standard', by: '6/13', note: '' }),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2を、介護保険WGのチャンネルに投稿しました。
        期限の6月13日(土)は閉庁日です。翌開庁日の6月15日(月)を期限とする場合は、下のボタンで改めて諮ることができます。
        [期限を6月15日(月)にする] [取りやめる]
      #wg-介護保険 【持ち回り審議P2】介護保険WG:要件1236を『パッケージ標準どおり』とすることについて、令和8年6月13日(土)までにご回答をお願いします。
        • 1236 負担限度額認定の更新申請の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月15日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P2.docx"
    `);
  });
});

describe('An answer', () => {
  test('changes the line of one’s municipality', async () => {
    expect(await here.press(cast.member, '同意')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P2」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P2】介護保険WG:要件1236を『パッケージ標準どおり』とすることについて、令和8年6月13日(土)までにご回答をお願いします。
        • 1236 負担限度額認定の更新申請の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        ○ 常陸大宮市:同意
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月15日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.member, '/req 同意 Ｐ１')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('is refused to those who hold no seat there, and for what is unknown', async () => {
    expect(await here.say(cast.adviser, '/req agree P1')).toMatchInlineSnapshot(
      `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
    );
    expect(await here.say(cast.noSeat, '/req agree P1')).toMatchInlineSnapshot(
      `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
    );
    expect(await here.say(cast.head, '/req agree P1')).toMatchInlineSnapshot(
      `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
    );
    expect(await here.say(cast.member, '/req agree P99')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P99は見つかりませんでした。番号をご確認ください。「/req 回答状況」で一覧をご覧いただけます。"`,
    );
    expect(await here.say(cast.member, '/req 意見あり P1')).toMatchInlineSnapshot(`
      "(本人のみ) 「意見あり」は複数の意味に取れます。どちらのことでしょうか。
        [異議を述べる] [コメントする]"
    `);
  });

  test('an objection has a reason, is told, and is lifted by the same seat', async () => {
    expect(await here.say(cast.english, '/req object P1')).toMatchInlineSnapshot(
      `"[フォーム] Object in a circulation, with the reason: circulations=P1、municipalities、source (電話, メール or 書面, day, name)、reason"`,
    );
    expect(await here.say(cast.english, '/req object P1 月次処理に間に合わないため')).toMatchInlineSnapshot(`
      "(本人のみ) P1: the answer of かすみがうら市 is “object”. “/req undo P1” takes it back.
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        ・ 那珂市:未回答
        × かすみがうら市:異議 『月次処理に間に合わないため』
        ・ 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 要件1234の提案(P1)に、かすみがうら市から異議がありました。理由:『月次処理に間に合わないため』。介護保険WGでの再協議をお願いします。"
    `);
    expect(await here.say(cast.english, '/req agree P1')).toMatchInlineSnapshot(`
      "(本人のみ) P1: the answer of かすみがうら市 is “agree”. “/req undo P1” takes it back.
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        ・ 那珂市:未回答
        ○ かすみがうら市:同意
        ・ 五霞町:未回答
        同意:4団体中2団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('on hold until a day', async () => {
    expect(await here.say(naka, '/req 持ち帰り P1 6/12 課長の決裁待ち')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、那珂市の回答『庁内確認中』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        … 那珂市:庁内確認中(6月12日(金)まで) 『課長の決裁待ち』
        ○ かすみがうら市:同意
        ・ 五霞町:未回答
        同意:4団体中2団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('is entered for others with its source alone, and told to the seat', async () => {
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 他の団体の回答を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/req 同意 P12 那珂市 電話 6/3 山田"`,
    );
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話')).toMatchInlineSnapshot(`
      "(本人のみ) 代行入力には、受け付けた方法・日・お名前が必要です。「電話 6/3 山田」のようにご入力ください。
        使い方:/req 同意 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [理由]
        例:/req 同意 P12"
    `);
    const early = await here.say(cast.secretariat, '/req agree P1 五霞町 電話 6/30 山田');
    expect(early.split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 受付日の6月30日(火)は、まだ先の日です。実際に受け付けた日を、「電話 6/1 山田」のようにご入力ください。"`,
    );
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話 6/1 山田')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、五霞町の回答『同意』を記録しました。「/req 取消 P1 五霞町」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        … 那珂市:庁内確認中(6月12日(金)まで) 『課長の決裁待ち』
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:電話 6/1 山田)
        同意:4団体中3団体
        提案:那珂市 和田 幸子
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      内海 真由美 持ち回り審議P1に、五霞町の回答『同意』が代行入力されました(受付:電話 6/1 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [異議] [庁内確認中]
      荒井 優子 持ち回り審議P1に、五霞町の回答『同意』が代行入力されました(受付:電話 6/1 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [異議] [庁内確認中]"
    `);
  });

  test('the last one that agrees decides', async () => {
    expect(await here.say(naka, '/req 同意 P1')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、那珂市の回答『同意』を記録しました。
      #wg-介護保険 (書換え) 持ち回り審議P1(要件1234・『代替案』)は、合意に至りました。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        ○ 那珂市:同意
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:電話 6/1 山田)
        同意:4団体中4団体
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第1号
      #wg-介護保険 要件1234を『代替案』として決定しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代える
        根拠:持ち回り審議 P1
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    expect(await here.say(naka, '/req 異議 P1 やはり反対です')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P1(要件1234・『代替案』)は、合意に至りました。回答の受付は終了しています。"`,
    );
    expect(await here.say(cast.member, '/req 履歴 1234')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234の経緯(1件、古い順)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 6月1日(月) 10:00 『代替案』令和8年度決定第1号(持ち回り審議P1、記録:和田 幸子、理由:CSVでの一括登録に代える)"
    `);
  });
});

/** What is heard, without the lines that do not speak of the circulation. */
const first = (heard: string): string => heard.split('\n').slice(0, 2).join('\n');

describe('What was answered', () => {
  test('is taken back by the seat, named or not', async () => {
    here.at('2026-06-02T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1240 標準');
    await here.say(cast.member, '/req 異議 P3 帳票が不足しているため');
    expect(await here.say(cast.member, '/req 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P3への、常陸大宮市の直前の回答を取り消しました。
      #wg-介護保険 (書換え) 【持ち回り審議P3】介護保険WG:要件1240を『パッケージ標準どおり』とすることについて、令和8年6月9日(火)までにご回答をお願いします。
        • 1240 認定審査会の資料作成を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月9日(火)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.member, '/req 取消 P3')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P3には、取り消せる常陸大宮市の回答がありません。"`,
    );
    expect(await here.say(cast.adviser, '/req 取消 P3')).toMatchInlineSnapshot(
      `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
    );
  });

  test('is asked for where several wait, and given to all of them at once', async () => {
    expect(await here.say(cast.english, '/req agree')).toMatchInlineSnapshot(`
      "(本人のみ) 2 circulations wait for your answer. Which of them: “agree”?
        • P2 介護保険WG, requirement 1236: “standard” (by Sat 13 Jun)
        • P3 介護保険WG, requirement 1240: “standard” (by Tue 9 Jun)
        [P2] [P3] [All 2]"
    `);
    expect(await here.press(cast.english, 'All 2')).toMatchInlineSnapshot(`
      "(本人のみ) P2、P3: the answer of かすみがうら市 is “agree”. “/req undo P2、P3” takes it back.
      #wg-介護保険 (書換え) 【持ち回り審議P2】介護保険WG:要件1236を『パッケージ標準どおり』とすることについて、令和8年6月13日(土)までにご回答をお願いします。
        • 1236 負担限度額認定の更新申請の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        ○ 常陸大宮市:同意
        ・ 那珂市:未回答
        ○ かすみがうら市:同意
        ・ 五霞町:未回答
        同意:4団体中2団体
        提案:那珂市 和田 幸子
        6月15日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (書換え) 【持ち回り審議P3】介護保険WG:要件1240を『パッケージ標準どおり』とすることについて、令和8年6月9日(火)までにご回答をお願いします。
        • 1240 認定審査会の資料作成を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ○ かすみがうら市:同意
        ・ 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月9日(火)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.english, '/req agree')).toMatchInlineSnapshot(
      `"(本人のみ) No circulation waits for your answer. To change one, name it, as in “/req agree P12”."`,
    );
  });

  test('is commented in the thread, by the adviser too', async () => {
    expect(await here.say(cast.adviser, '/req comment P3 県の通知もご確認ください')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P3に、コメントを投稿しました。
      #wg-介護保険 (スレッド) 茨城県 市毛 信吾さんのコメント:県の通知もご確認ください"
    `);
  });
});

describe('異議あり and 異議なし', () => {
  test('are opposites, however short their names are folded', async () => {
    here.at('2026-06-02T11:00:00+09:00');
    expect(await here.say(cast.member, '/req 異議あり P3 帳票が不足しているため')).toContain('『異議』を記録');
    expect(await here.say(cast.member, '/req 異議なし P3')).toContain('『同意』を記録');
    await here.say(cast.member, '/req 取消 P3');
    await here.say(cast.member, '/req undo P3');
  });
});

describe('The digest of the morning', () => {
  test('tells whose answer is awaited, with the button to agree', async () => {
    const told = await here.run('digest', '2026-06-03T09:00:00+09:00');
    expect(told['佐川 礼子']).toMatchInlineSnapshot(`
      "おはようございます。6月3日(水)のお知らせです。ご回答待ちの持ち回り審議1件です。
        ■ ご回答をお待ちしている持ち回り審議
        • P3 介護保険WG 要件1240を『パッケージ標準どおり』とすること(期限 6月9日(火))
        [P3に同意] [要件1240を表示]"
    `);
    here.at('2026-06-03T10:00:00+09:00');
  });
});

describe('Who has answered', () => {
  test('is listed, those that miss the most first, and as a workbook to the asker alone', async () => {
    expect(await here.say(cast.member, '/req 回答状況')).toMatchInlineSnapshot(`
      "(本人のみ) 回答受付中の持ち回り審議は2件です(未回答の多い順)。
        • P3 介護保険WG 要件1240『パッケージ標準どおり』(期限 6月9日(火)) 未回答:常陸大宮市、那珂市、五霞町
        • P2 介護保険WG 要件1236『パッケージ標準どおり』(期限 6月13日(土)) 未回答:那珂市、五霞町
        全2件中 1〜2件目
        [Excelで受け取る]"
    `);
    expect(await here.press(cast.member, 'Excelで受け取る')).toMatchInlineSnapshot(`
      "(本人のみ) 回答状況一覧(2件)を、ダイレクトメッセージでお送りしました。
      佐川 礼子 📎回答状況一覧_2026-06-03.xlsx"
    `);
    expect(await here.say(cast.member, '/req 回答状況 住民基本台帳')).toMatchInlineSnapshot(
      `"(本人のみ) 回答受付中の持ち回り審議はありません。"`,
    );
  });
});

describe('When the deadline is over', () => {
  test('silence agrees by the clock, and the job records it, once', async () => {
    expect(await here.run('circulation', '2026-06-09T09:00:00+09:00')).toMatchInlineSnapshot(`{}`);
    expect(await here.run('circulation', '2026-06-10T09:00:00+09:00')).toMatchInlineSnapshot(`
      {
        "#wg-介護保険": "(書換え) 持ち回り審議P3(要件1240・『パッケージ標準どおり』)は、合意に至りました。
        • 1240 認定審査会の資料作成を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        ○ 常陸大宮市:みなし同意(6月9日(火))
        ○ 那珂市:みなし同意(6月9日(火))
        ○ かすみがうら市:同意
        ○ 五霞町:みなし同意(6月9日(火))
        同意:4団体中4団体(うちみなし同意3)
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第2号
      要件1240を『パッケージ標準どおり』として決定しました(令和8年度決定第2号)。
        根拠:持ち回り審議 P3
        記録:那珂市 和田 幸子",
      }
    `);
  });

  test('an answer that comes later is not taken, and the end is recorded without the job', async () => {
    here.at('2026-06-10T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1241 標準');
    await here.say(cast.lead, '/req propose 1242 レベルアップ 次期版で対応　回答期限：６／１７　費用500');
    here.at('2026-06-18T10:00:00+09:00');
    expect(await here.say(cast.member, '/req object P4 遅くなりました')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P4(要件1241・『パッケージ標準どおり』)は、合意に至りました。回答の受付は終了しています。
      #wg-介護保険 (書換え) 持ち回り審議P4(要件1241・『パッケージ標準どおり』)は、合意に至りました。
        • 1241 審査結果の取込を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        ○ 常陸大宮市:みなし同意(6月17日(水))
        ○ 那珂市:みなし同意(6月17日(水))
        ○ かすみがうら市:みなし同意(6月17日(水))
        ○ 五霞町:みなし同意(6月17日(水))
        同意:4団体中4団体(うちみなし同意4)
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第3号
      #wg-介護保険 要件1241を『パッケージ標準どおり』として決定しました(令和8年度決定第3号)。
        根拠:持ち回り審議 P4
        記録:那珂市 和田 幸子"
    `);
    expect(first(await here.say(cast.member, '/req show 1241'))).toMatchInlineSnapshot(`
      "(本人のみ) 要件1241(決定済:パッケージ標準どおり)
        審査結果の取込を一括処理で実行し、処理件数と誤りの一覧を確認できること。"
    `);
  });

  test('where cost is involved silence agrees to nothing; the lead and the secretariat are asked what next', async () => {
    expect(await here.run('circulation', '2026-06-18T11:00:00+09:00')).toMatchInlineSnapshot(`
      {
        "#wg-介護保険": "(書換え) 持ち回り審議P2(要件1236・『パッケージ標準どおり』)は、合意に至りました。
        • 1236 負担限度額認定の更新申請の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        ○ 常陸大宮市:同意
        ○ 那珂市:みなし同意(6月15日(月))
        ○ かすみがうら市:同意
        ○ 五霞町:みなし同意(6月15日(月))
        同意:4団体中4団体(うちみなし同意2)
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第4号
      (書換え) 持ち回り審議P5(要件1242・『レベルアップ』)は、期限までに合意に至りませんでした。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        [継続協議する] [福祉業務部会に諮る]
      要件1236を『パッケージ標準どおり』として決定しました(令和8年度決定第4号)。
        根拠:持ち回り審議 P2
        記録:那珂市 和田 幸子",
        "和田 幸子": "介護保険WGの持ち回り審議P5は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]",
        "寺門 聡": "介護保険WGの持ち回り審議P5は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]",
        "平松 翔": "介護保険WGの持ち回り審議P5は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]",
        "根本 雅之": "介護保険WGの持ち回り審議P5は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]",
        "綿引 香織": "介護保険WGの持ち回り審議P5は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。
        [継続協議する] [福祉業務部会に諮る]",
      }
    `);
  });

  test('it is discussed once more, then one rung up, by whoever leads', async () => {
    expect(await here.say(cast.member, '/req again P5')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.press(cast.lead, '継続協議する')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 持ち回り審議P5(要件1242・『レベルアップ』)は、期限までに合意に至りませんでした。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        持ち回り審議P5は、P6として改めて審議しています。
      #wg-介護保険 【持ち回り審議P6】介護保険WG:要件1242を『レベルアップ』とすることについて、令和8年6月26日(金)までにご回答をお願いします。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        P5で合意に至らなかったため、改めてお諮りするものです。
        提案:那珂市 和田 幸子
        ご回答がない場合に、同意とみなすことはありません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 (スレッド) 📎起案資料_P6.docx"
    `);
    expect(await here.say(cast.lead, '/req again P5')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
    here.at('2026-06-30T10:00:00+09:00');
    expect(await here.say(cast.lead, '/req 継続協議 P6')).toMatchInlineSnapshot(
      `"(本人のみ) 継続協議は1回までです。上位の会議体にお諮りください。"`,
    );
    expect(await here.say(cast.lead, '/req up P6')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P7を、福祉業務部会のチャンネルに投稿しました。
      #wg-介護保険 (書換え) 持ち回り審議P6(要件1242・『レベルアップ』)は、期限までに合意に至りませんでした。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        P5で合意に至らなかったため、改めてお諮りするものです。
        提案:那珂市 和田 幸子
        持ち回り審議P6は、P7として改めて審議しています。
      #部会-福祉業務 【持ち回り審議P7】福祉業務部会:要件1242を『レベルアップ』とすることについて、令和8年7月7日(火)までにご回答をお願いします。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        P6で合意に至らなかったため、改めてお諮りするものです。
        提案:那珂市 和田 幸子
        ご回答がない場合に、同意とみなすことはありません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #部会-福祉業務 (スレッド) 📎起案資料_P7.docx"
    `);
  });

  test('it is withdrawn by whoever leads, while it is open', async () => {
    expect(await here.say(cast.member, '/req cancel P7')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、福祉業務部会の部会長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.secretariat, '/req 提案取下げ P7')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P7を取り下げました。
      #部会-福祉業務 (書換え) 持ち回り審議P7(要件1242・『レベルアップ』)は、取り下げられました。
        • 1242 更新勧奨の対象者抽出を一括処理で実行し、処理件数と誤りの一覧を確認できること。
        理由:次期版で対応
        費用:500千円
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        P6で合意に至らなかったため、改めてお諮りするものです。
        提案:那珂市 和田 幸子"
    `);
    expect(await here.say(cast.secretariat, '/req 提案取下げ P7')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
  });
});

describe('Answers that come together', () => {
  test('are all kept, and exactly one decision rests on them', async () => {
    here.at('2026-07-01T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1250 標準');
    await here.say(cast.secretariat, '/req agree P8 五霞町 受付 電話 7/1 山田');
    expect(
      await here.sayTogether(
        [cast.member, '/req agree P8'],
        [cast.english, '/req agree P8'],
        [cast.lead, '/req agree P8'],
      ),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P8に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P8」で取り消せます。
      (本人のみ) P8: the answer of かすみがうら市 is “agree”. “/req undo P8” takes it back.
      (本人のみ) 持ち回り審議P8に、那珂市の回答『同意』を記録しました。
      #wg-介護保険 (書換え) 持ち回り審議P8(要件1250・『パッケージ標準どおり』)は、合意に至りました。
        • 1250 審査結果の取込を、本番の内容に影響を与えずに試行できること。
        ○ 常陸大宮市:同意
        ○ 那珂市:同意
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:電話 7/1 山田)
        同意:4団体中4団体
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第5号
      #wg-介護保険 要件1250を『パッケージ標準どおり』として決定しました(令和8年度決定第5号)。
        根拠:持ち回り審議 P8
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    const store = here.store.council('ibaraki');
    expect((await store.circulations.positions(8)).length).toBe(4);
    expect((await store.decisions.history(1250)).length).toBe(1);
  });

  test('a decision in the meantime ends it without another', async () => {
    await here.say(cast.lead, '/req propose 1251 標準');
    here.at('2026-07-01T10:05:00+09:00');
    await here.say(cast.lead, '/req decide 1251 levelup');
    await here.say(cast.member, '/req agree P9');
    await here.say(cast.english, '/req agree P9');
    await here.say(cast.secretariat, '/req agree P9 五霞町 受付(書面 7/1 山田)');
    expect(await here.say(cast.lead, '/req agree P9')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P9に、那珂市の回答『同意』を記録しました。
      #wg-介護保険 (書換え) 持ち回り審議P9(要件1251・『パッケージ標準どおり』)は、回答期間中に別の決定が記録されたため、終了しました。
        • 1251 更新勧奨の対象者抽出を、本番の内容に影響を与えずに試行できること。
        ○ 常陸大宮市:同意
        ○ 那珂市:同意
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:書面 7/1 山田)
        同意:4団体中4団体
        提案:那珂市 和田 幸子"
    `);
  });

  test('what was decided on one of several in the meantime leaves that one out, and the rest is decided', async () => {
    await here.say(cast.lead, '/req propose 1260-1262 標準');
    here.at('2026-07-01T10:06:00+09:00');
    expect(await here.say(cast.lead, '/req decide 1261 levelup')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1261は、持ち回り審議P10で回答を受け付けています。この決定により、P10の対象から除きます。
      #wg-介護保険 (書換え) 【持ち回り審議P10】介護保険WG:要件1260-1262を『パッケージ標準どおり』とすることについて、令和8年7月8日(水)までにご回答をお願いします。
        • 1260 更新勧奨の対象者抽出を実行できる職員を限定し、実行者と日時を記録できること。
        • 1261 要介護認定の結果通知書を、窓口での即時出力及び一括処理により出力できること。
        • 1262 介護保険被保険者証を、窓口での即時出力及び一括処理により出力できること。
        ・ 常陸大宮市:未回答
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        要件1261は、回答期間中に別の決定が記録されたため、この持ち回り審議の対象から除きます。
        提案:那珂市 和田 幸子
        7月8日(水)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      #wg-介護保険 要件1261を『レベルアップ』として仮記録しました(令和8年度決定第7号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    await here.say(cast.member, '/req agree P10');
    await here.say(cast.english, '/req agree P10');
    await here.say(cast.secretariat, '/req agree P10 五霞町 書面 7/1 山田');
    expect(await here.say(cast.lead, '/req agree P10')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P10に、那珂市の回答『同意』を記録しました。
      #wg-介護保険 (書換え) 持ち回り審議P10(要件1260-1262・『パッケージ標準どおり』)は、合意に至りました。
        • 1260 更新勧奨の対象者抽出を実行できる職員を限定し、実行者と日時を記録できること。
        • 1261 要介護認定の結果通知書を、窓口での即時出力及び一括処理により出力できること。
        • 1262 介護保険被保険者証を、窓口での即時出力及び一括処理により出力できること。
        ○ 常陸大宮市:同意
        ○ 那珂市:同意
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:書面 7/1 山田)
        同意:4団体中4団体
        要件1261は、回答期間中に別の決定が記録されたため、この持ち回り審議の対象から除きます。
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第8号
      #wg-介護保険 要件1260、1262を『パッケージ標準どおり』として決定しました(令和8年度決定第8号)。
        根拠:持ち回り審議 P10
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });

  test('what was provisional is confirmed by a circulation of the same', async () => {
    await here.say(cast.lead, '/req decide 1252 標準');
    await here.say(cast.lead, '/req propose 1252 標準');
    await here.say(cast.member, '/req agree P11');
    await here.say(cast.english, '/req agree P11');
    await here.say(cast.secretariat, '/req agree P11 五霞町 書面 7/1 山田');
    expect(await here.say(cast.lead, '/req agree P11')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P11に、那珂市の回答『同意』を記録しました。
      #wg-介護保険 (書換え) 要件1252を『パッケージ標準どおり』として決定しました(令和8年度決定第9号)。
        仮記録は、令和8年7月1日(水)に確定しました。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #wg-介護保険 (書換え) 持ち回り審議P11(要件1252・『パッケージ標準どおり』)は、合意に至りました。
        • 1252 認定審査会の資料作成の結果を取り消し、処理前の状態に戻してから再度実行できること。
        ○ 常陸大宮市:同意
        ○ 那珂市:同意
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:書面 7/1 山田)
        同意:4団体中4団体
        提案:那珂市 和田 幸子
        この持ち回り審議を根拠とする決定:令和8年度決定第9号"
    `);
  });
});
