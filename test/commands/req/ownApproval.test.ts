/** What stands around an answer: the municipality's own approval of it, many answers at once, and what others entered. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  await here.say(cast.lead, '/req 提案 1234 代替案 CSVでの一括登録に代える');
});
afterAll(() => here.close());

describe('A municipality’s own approval', () => {
  test('is being drafted, and stands on its line beside the answer', async () => {
    expect(await here.say(cast.member, '/req 庁内決裁 P1 起案中')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、常陸大宮市の庁内決裁の状況『起案中』を記録しました。
        [庁内決裁の記録を取り消す]
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:起案中)
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.english, '/req draft 1234 起案中')).toMatchInlineSnapshot(`
      "(本人のみ) P1: かすみがうら市's own approval is “drafted”.
        [Take it back]
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:起案中)
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('is given on a day, which is not to come and not before it was asked for', async () => {
    here.at('2026-06-04T10:00:00+09:00');
    expect(await here.say(cast.member, '/req 起案 持ち回り１ 決裁済　６／３')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、常陸大宮市の庁内決裁の状況『決裁済 6月3日(水)』を記録しました。
        ご回答がまだの場合は、併せて「/req 同意」などでご回答をお願いします。
        [庁内決裁の記録を取り消す]
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:決裁済 6月3日(水))
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.member, '/req draft P1 決裁済 6/9')).toMatchInlineSnapshot(
      `"(本人のみ) 決裁日6月9日(火)は、まだ先の日です。決裁後に記録をお願いします。起案中の場合は「/req 庁内決裁 P8 起案中」のようにご入力ください。"`,
    );
    expect(await here.say(cast.member, '/req draft P1 決裁済 5/29')).toMatchInlineSnapshot(
      `"(本人のみ) 決裁日5月29日(金)は、持ち回り審議の照会日より前です。日付をご確認ください。"`,
    );
    expect(await here.say(cast.member, '/req draft P1 起案中 6/3')).toMatchInlineSnapshot(
      `"(本人のみ) 日付を添えられるのは、決裁済の場合です。「/req 庁内決裁 P8 決裁済 6/3」のようにご入力ください。"`,
    );
    expect(await here.say(cast.member, '/req draft P1 決裁済 令和8年6月3日')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P1の、常陸大宮市の庁内決裁は、すでに『決裁済 6月3日(水)』と記録されています。"`,
    );
  });

  test('is entered for another with its source, and the seat is told', async () => {
    expect(await here.say(cast.secretariat, '/req 庁内決裁 P1 五霞町 決裁済 6/3')).toMatchInlineSnapshot(
      `"(本人のみ) 他の団体の庁内決裁を代行入力する場合は、受け付けた方法・日・お名前を添えてご入力ください。例:/req 庁内決裁 P12 那珂市 決裁済 6/3 電話 6/4 山田"`,
    );
    expect(await here.say(cast.secretariat, '/req 庁内決裁 P1 五霞町 決裁済 6/3 電話 6/4 山田')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、五霞町の庁内決裁の状況『決裁済 6月3日(水)』を記録しました。
        ご回答がまだの場合は、併せて「/req 同意」などでご回答をお願いします。
        [庁内決裁の記録を取り消す]
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:決裁済 6月3日(水))
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答(庁内:決裁済 6月3日(水)、代行入力:電話 6/4 山田)
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      内海 真由美 持ち回り審議P1に、五霞町の庁内決裁『決裁済 6月3日(水)』が代行入力されました(受付:電話 6/4 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [庁内決裁の記録を取り消す]
      荒井 優子 持ち回り審議P1に、五霞町の庁内決裁『決裁済 6月3日(水)』が代行入力されました(受付:電話 6/4 山田)。相違がある場合は、下のボタンから訂正をお願いします。
        [庁内決裁の記録を取り消す]"
    `);
    expect(await here.say(cast.secretariat, '/req 庁内決裁 P1 五霞町 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、五霞町の庁内決裁の直前の記録を取り消しました。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:決裁済 6月3日(水))
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.secretariat, '/req 庁内決裁 P1 常陸大宮市 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P1の記録は、常陸大宮市のご担当の方によるものです。取り消せるのは、同じ担当の方のみです。代行入力したものは、事務局からも取り消せます。"`,
    );
  });

  test('is refused to others, and for what is in no circulation', async () => {
    expect(await here.say(cast.adviser, '/req draft P1 起案中')).toMatchInlineSnapshot(
      `"(本人のみ) 庁内決裁の状況は、介護保険WGの委員(代理を含む)の方が記録できます。電話などで受け付けた内容は、事務局またはその市町の情報主管担当が、「/req 庁内決裁 P12 那珂市 決裁済 6/3 電話 6/4 山田」のように代行入力できます。"`,
    );
    expect(await here.say(cast.member, '/req draft 1300 起案中')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1300は、持ち回り審議にかけられていません。「/req 回答状況」で番号をご確認ください。"`,
    );
    expect(await here.say(cast.member, '/req draft 起案中')).toMatchInlineSnapshot(
      `"(本人のみ) どの持ち回り審議の庁内決裁かを、「/req 庁内決裁 P8 起案中」「/req 庁内決裁 P8 決裁済 6/3」のようにご入力ください。"`,
    );
    expect(await here.say(cast.member, '/req draft P77 起案中')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P77は見つかりませんでした。番号をご確認ください。「/req 回答状況」で一覧をご覧いただけます。"`,
    );
  });

  test('begins with a button, whose form asks for the state', async () => {
    expect(await here.press(cast.lead, '庁内決裁')).toMatchInlineSnapshot(
      `"[フォーム] 持ち回り審議の庁内決裁の状況(起案中・決裁済)を記録します: 持ち回り審議番号=P1、要件番号、市町、庁内決裁の状況、決裁日、受付(電話・メール・書面 日 氏名)"`,
    );
    expect(await here.submit(cast.lead, { numbers: 'P1', state: 'drafted' })).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、那珂市の庁内決裁の状況『起案中』を記録しました。
        [庁内決裁の記録を取り消す]
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:決裁済 6月3日(水))
        ・ 那珂市:未回答(庁内:起案中)
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('is taken back by the button, and by a bare undo', async () => {
    expect(await here.press(cast.lead, '庁内決裁の記録を取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、那珂市の庁内決裁の直前の記録を取り消しました。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:決裁済 6月3日(水))
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
    expect(await here.say(cast.member, '/req 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 直前の操作は、持ち回り審議P1の庁内決裁の記録です。これを取り消しますか。
        [庁内決裁の記録を取り消す]"
    `);
    expect(await here.press(cast.member, '庁内決裁の記録を取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P1について、常陸大宮市の庁内決裁の直前の記録を取り消しました。
      #wg-介護保険 (書換え) 【持ち回り審議P1】介護保険WG:要件1234を『代替案』とすることについて、令和8年6月8日(月)までにご回答をお願いします。
        • 1234 認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        理由:CSVでの一括登録に代える
        ・ 常陸大宮市:未回答(庁内:起案中)
        ・ 那珂市:未回答
        ・ かすみがうら市:未回答(庁内:起案中)
        ・ 五霞町:未回答
        同意:4団体中0団体
        提案:那珂市 和田 幸子
        6月8日(月)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]"
    `);
  });

  test('stands in the list of answers and in the history', async () => {
    expect(await here.say(cast.lead, '/req 回答状況')).toMatchInlineSnapshot(`
      "(本人のみ) 回答受付中の持ち回り審議は1件です(未回答の多い順)。
        • P1 介護保険WG 要件1234『代替案』 CSVでの一括登録に代える(期限 6月8日(月)) 未回答:常陸大宮市、那珂市、かすみがうら市、五霞町 庁内決裁:常陸大宮市 起案中、かすみがうら市 起案中
        全1件中 1〜1件目
        [Excelで受け取る]"
    `);
    expect(await here.say(cast.lead, '/req 履歴 1234')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234の経緯(8件、古い順)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        • 6月1日(月) 10:00 持ち回り審議P1 常陸大宮市の庁内決裁:起案中(記録:佐川 礼子)
        • 6月1日(月) 10:00 持ち回り審議P1 かすみがうら市の庁内決裁:起案中(記録:飯田 佳代)
        • 6月4日(木) 10:00 持ち回り審議P1 常陸大宮市の庁内決裁:決裁済 6月3日(水)(記録:佐川 礼子)
        • 6月4日(木) 10:00 持ち回り審議P1 五霞町の庁内決裁:決裁済 6月3日(水)(記録:寺門 聡、代行入力:電話 6/4 山田)
        • 6月4日(木) 10:00 持ち回り審議P1 五霞町の庁内決裁:取消(記録:寺門 聡)
        • 6月4日(木) 10:00 持ち回り審議P1 那珂市の庁内決裁:起案中(記録:和田 幸子)
        • 6月4日(木) 10:00 持ち回り審議P1 那珂市の庁内決裁:取消(記録:和田 幸子)
        • 6月4日(木) 10:00 持ち回り審議P1 常陸大宮市の庁内決裁:取消(記録:佐川 礼子)"
    `);
  });
});

describe('Answers to many at once', () => {
  beforeAll(async () => {
    for (const number of [1235, 1236, 1237, 1238, 1239, 1240])
      await here.say(cast.lead, `/req 提案 ${number} 標準どおり`);
  });

  test('are shown first, and given by the button', async () => {
    await here.say(cast.member, '/req 異議 P3 帳票が足りないため');
    expect(await here.say(cast.member, '/req 同意 P2-P7')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2、P3、P4、P5、P6、P7(6件)に、常陸大宮市の回答『同意』を記録します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        • P2 介護保険WG 要件1235『パッケージ標準どおり』(期限 6月11日(木))
        • P3 介護保険WG 要件1236『パッケージ標準どおり』(期限 6月11日(木)) 現在の回答:異議
        • P4 介護保険WG 要件1237『パッケージ標準どおり』(期限 6月11日(木))
        • P5 介護保険WG 要件1238『パッケージ標準どおり』(期限 6月11日(木))
        • P6 介護保険WG 要件1239『パッケージ標準どおり』(期限 6月11日(木))
        • P7 介護保険WG 要件1240『パッケージ標準どおり』(期限 6月11日(木))
        [6件に回答する] [取りやめる]"
    `);
    const heard = await here.press(cast.member, '6件に回答する');
    expect(heard.split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P2、P3、P4、P5、P6、P7に、常陸大宮市の回答『同意』を記録しました。「/req 取消 P2、P3、P4、P5、P6、P7」で取り消せます。"`,
    );
    expect(await here.say(cast.member, '/req proceed 1')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ内容を先ほど受け付けています。改めての操作は不要です。"`,
    );
  });

  test('are not given where another answer came in between', async () => {
    await here.say(cast.english, '/req hold P2-P7 6/10 under review');
    await here.say(cast.english, '/req agree P4');
    expect(await here.say(cast.english, '/req proceed 2')).toMatchInlineSnapshot(
      `"(本人のみ) Other answers were given since this was shown. Nothing was recorded; please look again."`,
    );
  });

  test('and own approvals of many are shown first too', async () => {
    expect(await here.say(cast.lead, '/req 庁内決裁 P2-P7 決裁済')).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P2、P3、P4、P5、P6、P7(6件)について、那珂市の庁内決裁を『決裁済 6月4日(木)』として記録します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        • P2 介護保険WG 要件1235『パッケージ標準どおり』(期限 6月11日(木))
        • P3 介護保険WG 要件1236『パッケージ標準どおり』(期限 6月11日(木))
        • P4 介護保険WG 要件1237『パッケージ標準どおり』(期限 6月11日(木))
        • P5 介護保険WG 要件1238『パッケージ標準どおり』(期限 6月11日(木))
        • P6 介護保険WG 要件1239『パッケージ標準どおり』(期限 6月11日(木))
        • P7 介護保険WG 要件1240『パッケージ標準どおり』(期限 6月11日(木))
        [6件に記録する] [取りやめる]"
    `);
    expect((await here.press(cast.lead, '6件に記録する')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P2、P3、P4、P5、P6、P7について、那珂市の庁内決裁の状況『決裁済 6月4日(木)』を記録しました。"`,
    );
  });

  test('保留 is asked back, and may be an answer', async () => {
    expect(await here.say(cast.member, '/req 保留 P5')).toMatchInlineSnapshot(`
      "(本人のみ) 「保留」は、次の操作のことでしょうか。
        [庁内確認中と回答する]"
    `);
    expect((await here.press(cast.member, '庁内確認中と回答する')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P5に、常陸大宮市の回答『庁内確認中』を記録しました。「/req 取消 P5」で取り消せます。"`,
    );
  });
});

describe('What one of the secretariat entered for a seat', () => {
  test('another of them corrects, and takes back', async () => {
    const first = await here.say(cast.secretariat, '/req 同意 P5 五霞町 電話 6/3 山田');
    expect(first.split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P5に、五霞町の回答『同意』を記録しました。「/req 取消 P5 五霞町」で取り消せます。"`,
    );
    const second = await here.say(cast.chair, '/req 異議 P5 五霞町 電話 6/4 鈴木 帳票を確認中のため');
    expect(second.split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P5に、五霞町の回答『異議』を記録しました。「/req 取消 P5 五霞町」で取り消せます。"`,
    );
    const undone = await here.say(cast.secretariat, '/req 取消 P5 五霞町');
    expect(undone).toMatchInlineSnapshot(`
      "(本人のみ) 持ち回り審議P5への、五霞町の直前の回答を取り消しました。
      #wg-介護保険 (書換え) 【持ち回り審議P5】介護保険WG:要件1238を『パッケージ標準どおり』とすることについて、令和8年6月11日(木)までにご回答をお願いします。
        • 1238 認定調査票の参照・更新の権限を職員ごとに設定でき、操作の記録を残せること。
        … 常陸大宮市:庁内確認中(6月11日(木)まで)
        ・ 那珂市:未回答(庁内:決裁済 6月4日(木))
        ・ かすみがうら市:未回答
        ○ 五霞町:同意(代行入力:電話 6/3 山田)
        同意:4団体中1団体
        提案:那珂市 和田 幸子
        6月11日(木)までにご回答がない場合は、同意されたものとみなします(みなし同意)。庁内確認中とご回答いただいた場合は、みなしません。
        [同意] [異議] [庁内確認中] [棄権] [対象外] [コメント] [庁内決裁]
      内海 真由美 持ち回り審議P5に代行入力されていた、五霞町の回答が取り消されました。
      荒井 優子 持ち回り審議P5に代行入力されていた、五霞町の回答が取り消されました。"
    `);
    expect((await here.say(cast.secretariat, '/req 取消')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P5への、五霞町の直前の回答を取り消しました。"`,
    );
    expect(await here.say(cast.secretariat, '/req 取消 P5 五霞町')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P5には、取り消せる五霞町の回答がありません。"`,
    );
  });

  test('but nobody takes back what the seat itself said', async () => {
    expect(await here.say(cast.secretariat, '/req 取消 P2 常陸大宮市')).toMatchInlineSnapshot(
      `"(本人のみ) 持ち回り審議P2の記録は、常陸大宮市のご担当の方によるものです。取り消せるのは、同じ担当の方のみです。代行入力したものは、事務局からも取り消せます。"`,
    );
    expect(await here.say(cast.otherLead, '/req 取消 P2 常陸大宮市')).toMatchInlineSnapshot(
      `"(本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。"`,
    );
  });
});
