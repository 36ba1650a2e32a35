/** The register of 要綱 and 協定書, and the rules with the articles they come from. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('each rule names its article, and the wording of the document that holds on the day', async () => {
  expect(await here.say(cast.member, '/council 根拠')).toMatchInlineSnapshot(`
    "(本人のみ) 要綱・協定書と、決まりの根拠(令和8年6月1日(月)現在)
      • 要綱:いばらき自治体クラウド基幹業務運営協議会設置要綱(仮)
      ◦ 平成28年4月1日(金) 制定(仮)(版1・現行)
      • 協定書:基幹業務システムの共同利用に関する協定書(仮)
      ◦ 平成28年4月1日(金) 締結(仮)(版2・現行)
      • 任期の始まり:4月1日(要綱第6条第1項(仮))
      • WGの合意:全団体の確認(要綱第11条(仮))
      • 専門部会の合意:全団体の確認(要綱第10条(仮))
      • プロジェクトチームの合意:全団体の確認(要綱第9条(仮))
      • 協議会の合意:過半数(要綱第8条第3項(仮))
      • 協議会の定足数:3分の2以上(要綱第8条第2項(仮))
      • 議長の裁決権:なし(要綱第8条第3項(仮))
      • WGのみなし同意:5開庁日(要綱第12条(仮))
      • 専門部会のみなし同意:なし(要綱第12条(仮))
      • プロジェクトチームのみなし同意:なし(要綱第12条(仮))
      • 協議会のみなし同意:なし(要綱第12条(仮))
      • 議事録のみなし確認:5開庁日(要綱第13条(仮))
      • 構成団体の呼び方:市町(要綱第3条(仮))
      • 協議会独自の閉庁日:令和8年6月22日(月)(根拠条文なし、平成28年4月1日(金)から)"
  `);
});

test('an amendment is recorded by the secretariat, for its day', async () => {
  expect(await here.say(cast.member, '/council 改正 要綱 2027/4/1 第9条の改正')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
  expect(
    await here.say(cast.secretariat, '/council　改正　要綱　令和9年4月1日　第9条の改正（構成団体の追加）'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 要綱の「第9条の改正（構成団体の追加）」を登録しました(版3)。令和9年4月1日(木)から施行されます。それまでは、平成28年4月1日(金)の「制定(仮)」によります。
      [取消]"
  `);
  const now = await here.say(cast.adviser, '/council bases');
  expect(now.split('\n').filter((one) => /版|定足数/.test(one))).toMatchInlineSnapshot(`
    [
      "  ◦ 平成28年4月1日(金) 制定(仮)(版1・現行)",
      "  ◦ 令和9年4月1日(木) 第9条の改正（構成団体の追加）(版3・施行前)",
      "  ◦ 平成28年4月1日(金) 締結(仮)(版2・現行)",
      "  • 協議会の定足数:3分の2以上(要綱第8条第2項(仮))",
    ]
  `);
  const then = await here.say(cast.adviser, '/council 要綱 2027/4/1');
  expect(then.split('\n').filter((one) => /版|定足数/.test(one))).toMatchInlineSnapshot(`
    [
      "  ◦ 平成28年4月1日(金) 制定(仮)(版1・改正済)",
      "  ◦ 令和9年4月1日(木) 第9条の改正（構成団体の追加）(版3・現行)",
      "  ◦ 平成28年4月1日(金) 締結(仮)(版2・現行)",
      "  • 協議会の定足数:3分の2以上(要綱第8条第2項(仮))",
    ]
  `);
});

test('two wordings from one day are not recorded; the first is taken back instead, and stays readable', async () => {
  expect(await here.say(cast.secretariat, '/council amend 要綱 2027/4/1 第10条の改正')).toMatchInlineSnapshot(`
    "(本人のみ) 要綱には、令和9年4月1日(木)からの版「第9条の改正（構成団体の追加）」が登録されています。書き直す場合は、先にその登録を取り消してください。
      [取消]"
  `);
  expect(await here.press(cast.secretariat, '取消')).toMatchInlineSnapshot(
    `"(本人のみ) 要綱の「第9条の改正（構成団体の追加）」(版3)の登録を取り消しました。現行は、平成28年4月1日(金)の「制定(仮)」です。"`,
  );
  expect(await here.say(cast.secretariat, '/council 取消 版3')).toMatchInlineSnapshot(
    `"(本人のみ) 版3は、すでに取り消されています。"`,
  );
  expect(await here.say(cast.secretariat, '/council 取消 版99')).toMatchInlineSnapshot(
    `"(本人のみ) 版99は登録されていません。番号は「/council 根拠」でご確認いただけます。"`,
  );
  expect((await here.say(cast.member, '/council 根拠')).split('\n').slice(0, 4)).toMatchInlineSnapshot(`
    [
      "(本人のみ) 要綱・協定書と、決まりの根拠(令和8年6月1日(月)現在)",
      "  • 要綱:いばらき自治体クラウド基幹業務運営協議会設置要綱(仮)",
      "  ◦ 平成28年4月1日(金) 制定(仮)(版1・現行)",
      "  ◦ 令和9年4月1日(木) 第9条の改正（構成団体の追加）(版3・取消)",
    ]
  `);
});

test('a document that is not known is asked about, and entered when it is new', async () => {
  expect(await here.say(cast.secretariat, '/council 改正 要項 2027/4/1 一部改正')).toMatchInlineSnapshot(
    `"(本人のみ) 「要項」という要綱・協定書は登録されていません。「要綱」のことでしょうか。新しい文書の場合は、名称の前に「新規」とご入力ください。"`,
  );
  expect(await here.say(cast.secretariat, '/council 改正 新規 後乗り要領 2026/6/1 制定')).toMatchInlineSnapshot(`
    "(本人のみ) 後乗り要領の「制定」を登録しました(版4)。令和8年6月1日(月)からの施行です。
      [取消]"
  `);
  expect(await here.say(cast.secretariat, '/council 改正 新規 後乗り要領 2026/7/1 改正')).toMatchInlineSnapshot(
    `"(本人のみ) 後乗り要領は、すでに登録されています。改正を登録する場合は、「新規」を付けずにご入力ください。"`,
  );
  expect(await here.say(cast.secretariat, '/council 改正 要綱 2026/2/30 改正')).toMatchInlineSnapshot(`
    "(本人のみ) 「2026/2/30」という日はありません。6/12 や 来週金曜まで のようにご入力ください。
      使い方:/council 改正 [新規] &lt;要綱・協定書の名称&gt; &lt;日付&gt; &lt;内容&gt;
      例:/council 改正 要綱 2027/4/1 第9条の改正(構成団体の追加)"
  `);
});
