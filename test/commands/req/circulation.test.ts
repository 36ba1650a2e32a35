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
        理由:CSVでの一括登録に代える
        　 常陸大宮市:未回答
        　 那珂市:未回答
        　 かすみがうら市:未回答
        　 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
  });

  test('is not made by a member, nor by one from outside', async () => {
    expect(await here.say(cast.member, '/req propose 1235 standard')).toMatchInlineSnapshot(`"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`);
    expect(await here.say(cast.otherLead, '/req propose 1235 standard')).toMatchInlineSnapshot(`"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`);
    expect(await here.say(cast.adviser, '/req propose 1235 standard')).toMatchInlineSnapshot(`"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`);
  });

  test('is refused for what already is in one, lacks its reason, or is customising', async () => {
    expect(await here.say(cast.lead, '/req 諮る 1234 標準')).toMatchInlineSnapshot(`"(本人のみ) 要件1234は、持ち回り審議P1で回答を受け付けています。結果を待つか、P1を「/req 提案取下げ P1」で取り下げてから、ご提案ください。"`);
    expect(await here.say(cast.lead, '/req propose 1235 alternative')).toMatchInlineSnapshot(`"(本人のみ) 『代替案』には、代替の内容(理由)が必要です。「/req 提案 1235 代替案 CSVでの一括登録に代える」のようにご入力ください。"`);
    expect(await here.say(cast.lead, '/req propose 1235 カスタマイズ 必要なため')).toMatchInlineSnapshot(`
      "(本人のみ) 『カスタマイズ』は決定として記録できません。本協議会はノンカスタマイズを原則としています。レベルアップ・代替案・運用見直し・稼働後検討をご検討ください。やむを得ない場合は、費用と終期を添えて、協議会への上申を事務局へご相談ください。
        使い方: /req 提案 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [期限(日)] [理由]
        例: /req 提案 1234 代替案 CSVでの一括登録に代える"
    `);
    expect(await here.say(cast.lead, '/req propose 99999 標準')).toMatchInlineSnapshot(`"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`);
  });

  test('asks by a form for what it lacks', async () => {
    expect(await here.say(cast.lead, '/req 提案')).toMatchInlineSnapshot(`"[フォーム] 要件の扱いを、持ち回りで諮ります: 要件番号、結果、費用(千円)、対象:市町、期限(日)、理由"`);
    expect(
      await here.submit(cast.lead, { ids: '１２３６', outcome: 'standard', by: '6/13', note: '' }),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2を、介護保険WGのチャンネルに投稿しました。
        期限の6月13日(土)は閉庁日です。翌開庁日の6月15日(月)とする場合は、取り下げて、期限を改めてご提案ください。
      #wg-介護保険 【持ち回り審議P2】介護保険WG:要件1236を『パッケージ標準どおり』とすることについて、令和8年6月13日(土)までにご回答をお願いします。
        　 常陸大宮市:未回答
        　 那珂市:未回答
        　 かすみがうら市:未回答
        　 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
  });
});

describe('An answer', () => {
  test('changes the line of one’s municipality', async () => {
    expect(await here.press(cast.member, '同意')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P2」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P2】介護保険WG:要件1236を『パッケージ標準どおり』とすることについて、令和8年6月13日(土)までにご回答をお願いします。
        ○ 常陸大宮市:同意
        　 那珂市:未回答
        　 かすみがうら市:未回答
        　 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月15日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
    expect(await here.say(cast.member, '/req 同意 Ｐ１')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        　 那珂市:未回答
        　 かすみがうら市:未回答
        　 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
  });

  test('is refused to those who hold no seat there, and for what is unknown', async () => {
    expect(await here.say(cast.adviser, '/req agree P1')).toMatchInlineSnapshot(`"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`);
    expect(await here.say(cast.noSeat, '/req agree P1')).toMatchInlineSnapshot(`"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`);
    expect(await here.say(cast.head, '/req agree P1')).toMatchInlineSnapshot(`"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`);
    expect(await here.say(cast.member, '/req agree P99')).toMatchInlineSnapshot(`"(本人のみ) 持ち回り審議P99は見つかりませんでした。番号をご確認ください。「/req 回答状況」で一覧をご覧いただけます。"`);
    expect(await here.say(cast.member, '/req 意見あり P1')).toMatchInlineSnapshot(`
      "(本人のみ) 「意見あり」は複数の意味に取れます。どちらのことでしょうか。
        [異議を述べる] [コメントする]"
    `);
  });

  test('an objection has a reason, is told, and is lifted by the same seat', async () => {
    expect(await here.say(cast.english, '/req object P1')).toMatchInlineSnapshot(`"[フォーム] Object in a circulation, with the reason: circulations=P1、municipalities、source (電話, メール or 書面, day, name)、reason"`);
    expect(await here.say(cast.english, '/req object P1 月次処理に間に合わないため')).toMatchInlineSnapshot(`
      "(本人のみ) P1: the answer of かすみがうら市 is “object”. “/req undo P1” takes it back.
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        　 那珂市:未回答
        × かすみがうら市:異議 『月次処理に間に合わないため』
        　 五霞町:未回答
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外]
      #wg-介護保険 要件1234の提案(P1)に、かすみがうら市から異議がありました。理由:『月次処理に間に合わないため』。WGでの再協議をお願いします。"
    `);
    expect(await here.say(cast.english, '/req agree P1')).toMatchInlineSnapshot(`
      "(本人のみ) P1: the answer of かすみがうら市 is “agree”. “/req undo P1” takes it back.
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        　 那珂市:未回答
        ○ かすみがうら市:同意
        　 五霞町:未回答
        同意:4団体中2団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
  });

  test('on hold until a day', async () => {
    expect(await here.say(naka, '/req 持ち帰り P1 6/12 課長の決裁待ち')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、那珂市の回答『庁内確認中』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        … 那珂市:庁内確認中(6月12日(金)まで) 『課長の決裁待ち』
        ○ かすみがうら市:同意
        　 五霞町:未回答
        同意:4団体中2団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外]"
    `);
  });

  test('is entered for others with its source alone, and told to the seat', async () => {
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町')).toMatchInlineSnapshot(`"(本人のみ) 他の団体の回答を代行入力する場合は、受け付けた方法・日・お名前を添えて、「/req 同意 P12 那珂市 電話 6/3 山田」のようにご入力ください。"`);
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話')).toMatchInlineSnapshot(`
      "(本人のみ) 代行入力には、受け付けた方法・日・お名前が必要です。「電話 6/3 山田」のようにご入力ください。
        使い方: /req 同意 [持ち回り審議番号] [市町] [受付(電話・メール・書面 日 氏名)] [理由]
        例: /req 同意 P12"
    `);
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話 6/1 山田')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、五霞町の回答『同意』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        理由:CSVでの一括登録に代える
        ○ 常陸大宮市:同意
        … 那珂市:庁内確認中(6月12日(金)まで) 『課長の決裁待ち』
        ○ かすみがうら市:同意
        ○ 五霞町:同意(代行入力:電話 6/1 山田)
        同意:4団体中3団体
        提案:那珂市 和田 幸子
        [同意] [異議] [庁内確認中] [棄権] [対象外]
      荒井 優子 持ち回り審議P1に、五霞町の回答『同意』が代行入力されました(受付:電話 6/1 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [異議] [庁内確認中]
      内海 真由美 持ち回り審議P1に、五霞町の回答『同意』が代行入力されました(受付:電話 6/1 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [異議] [庁内確認中]"
    `);
  });

  test('the last one that agrees decides', async () => {
    expect(await here.say(naka, '/req 同意 P1')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1に、那珂市の回答『同意』を記録しました。「/req 取消 P1」で取り消せます。
      #wg-介護保険 (書換え) 持ち回り審議P1(要件1234・『代替案』)は、合意に至りました。
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
    expect(await here.say(naka, '/req 異議 P1 やはり反対です')).toMatchInlineSnapshot(`"(本人のみ) 持ち回り審議P1(要件1234・『代替案』)は、合意に至りました。回答の受付は終了しています。"`);
    expect(await here.say(cast.member, '/req 履歴 1234')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234の経緯(1件、古い順)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 6月1日(月) 10:00 『代替案』令和8年度決定第1号(持ち回り審議P1、記録:和田 幸子、理由:CSVでの一括登録に代える)"
    `);
  });
});
