/** A date poll from its candidates to the meeting: asked, answered for each municipality, decided, taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

test('several candidates open a poll; one stays a meeting', async () => {
  expect(await here.say(cast.member, '/wg 日程調整 6/12 14:00-16:00、6/15 10:00-12:00')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(
    await here.say(cast.lead, '/wg 日程調整 6/12 14:00-16:00、6/13 10:00-12:00、6/16 14時から 那珂市役所 要件の確認'),
  ).toMatchInlineSnapshot(`
    "#wg-介護保険 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ 回答なし
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ 回答なし
      3. 令和8年6月16日(火) 14:00 ⚠ 回答なし
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
});

test('each municipality answers for itself', async () => {
  expect(await here.press(cast.member, '回答する')).toMatchInlineSnapshot(
    `"[フォーム] 日程回答(常陸大宮市): 1. 令和8年6月12日(金) 14:00〜16:00、2. 令和8年6月13日(土) 10:00〜12:00、3. 令和8年6月16日(火) 14:00"`,
  );
  const [yes, no, never] = ['1@2026-06-12T14:00:○', '2@2026-06-13T10:00:×', '3@2026-06-16T14:00:×'];
  expect(await here.submit(cast.member, { 'marks/1': yes, 'marks/2': no, 'marks/3': never })).toMatchInlineSnapshot(`
    "(本人のみ) 常陸大宮市の回答を受け付けました(1○ 2× 3×)。期限までは何度でも変更できます。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ×常陸大宮市
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:那珂市・かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  expect(await here.say(cast.member, '/wg 日程回答 D1 ○○')).toMatchInlineSnapshot(
    `"(本人のみ) 候補は3件です。○△×を3個、または「1:○ 2:×」のようにご入力ください。"`,
  );
  expect(await here.say(cast.member, '/wg 日程回答 D1 五霞町 ○○○')).toMatchInlineSnapshot(
    `"(本人のみ) 他の市町の回答は入力できません。ご回答は、介護保険WGのご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。"`,
  );
  expect(await here.say(cast.lead, '/wg answer Ｄ１　全て◯')).toMatchInlineSnapshot(`
    "(本人のみ) 那珂市の回答を受け付けました(1○ 2○ 3○)。期限までは何度でも変更できます。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市・那珂市
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市  ×常陸大宮市
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  expect(await here.say(cast.english, '/wg answer D1 1:x 3:o')).toMatchInlineSnapshot(`
    "(本人のみ) The answer of かすみがうら市 is noted (1× 3○). You may change it until the deadline.
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市・那珂市  ×かすみがうら市
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市  ×常陸大宮市
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:かすみがうら市・五霞町
      開催できる候補はまだありません(○△が3団体以上で、閉庁日や他の会議と重ならない日を有力な候補とします)。
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]"
  `);
  expect(await here.say(cast.noSeat, '/wg 日程回答 D1 ○○○')).toMatchInlineSnapshot(
    `"(本人のみ) 他の市町の回答は入力できません。ご回答は、介護保険WGのご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。"`,
  );
  expect(await here.say(cast.lead, '/wg 日程回答 D9 ○○○')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D9は見つかりませんでした。番号をご確認ください。"`,
  );
});

test('the secretariat enters what it was told, and the seat hears of it', async () => {
  expect(await here.say(cast.secretariat, '/wg 日程回答 D1 五霞町 ×○○')).toMatchInlineSnapshot(
    `"(本人のみ) 代行入力には、受け付けた方法(電話・メール・書面・口頭)・日・お名前が必要です。例:/wg 日程回答 D3 五霞町 電話 6/3 山田 ○△×"`,
  );
  for (const untold of ['電話', '電話 6/1', '電話 荒井'])
    expect(await here.say(cast.secretariat, `/wg 日程回答 D1 代行 五霞町 ${untold} ×○○`)).toContain(
      '方法・日・お名前が必要',
    );
  expect(await here.say(cast.secretariat, '/wg 日程回答 D1 五霞町 電話 6/1 荒井 ×○○')).toMatchInlineSnapshot(`
    "(本人のみ) 五霞町の回答を受け付けました(1× 2○ 3○)。期限までは何度でも変更できます。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市・那珂市  ×かすみがうら市・五霞町
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市・五霞町  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市・五霞町  ×常陸大宮市
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:かすみがうら市
      代行入力:五霞町
      現時点で有力な候補:3. 令和8年6月16日(火) 14:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    内海 真由美 介護保険WGの日程調整(D1)に、五霞町の回答を寺門 聡さんが代行入力しました(電話 6/1 荒井、1× 2○ 3○)。相違がある場合は、訂正をお願いします。
      [回答する]
    荒井 優子 介護保険WGの日程調整(D1)に、五霞町の回答を寺門 聡さんが代行入力しました(電話 6/1 荒井、1× 2○ 3○)。相違がある場合は、訂正をお願いします。
      [回答する]"
  `);
});

test('in a form too: whose answer, its marks, and how, when and by whom it was told', async () => {
  expect(await here.press(cast.member, '代行入力')).toMatchInlineSnapshot(
    `"(本人のみ) 他の市町の回答は入力できません。ご回答は、介護保険WGのご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。"`,
  );
  expect(await here.press(cast.secretariat, '代行入力')).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1に、どの市町の回答を代行入力しますか。
      [常陸大宮市] [那珂市] [かすみがうら市] [五霞町]"
  `);
  expect(await here.press(cast.secretariat, '五霞町')).toMatchInlineSnapshot(
    `"[フォーム] 代行入力(五霞町): 1. 令和8年6月12日(金) 14:00〜16:00=1@2026-06-12T14:00:×、2. 令和8年6月13日(土) 10:00〜12:00=2@2026-06-13T10:00:○、3. 令和8年6月16日(火) 14:00=3@2026-06-16T14:00:○、受付方法、受付日=6月1日(月)、回答された方のお名前"`,
  );
  const marks = {
    'marks/1': '1@2026-06-12T14:00:×',
    'marks/2': '2@2026-06-13T10:00:○',
    'marks/3': '3@2026-06-16T14:00:○',
  };
  expect(
    await here.submit(cast.secretariat, {
      ...marks,
      'source/way': 'phone',
      'source/day': '7月1日(水)',
      'source/name': '荒井',
    }),
  ).toMatchInlineSnapshot(
    `"[フォーム] source: 受付日の7月1日(水)は、まだ先の日です。実際に受け付けた日を、「電話 6/1 山田」のようにご入力ください。"`,
  );
  const entered = await here.submit(cast.secretariat, {
    ...marks,
    ...{ 'source/way': 'phone', 'source/day': '6月1日(月)', 'source/name': '荒井' },
  });
  expect(entered.split('\n').filter((one) => /荒井 優子|本人のみ/u.test(one))).toMatchInlineSnapshot(`
    [
      "(本人のみ) 五霞町の回答を受け付けました(1× 2○ 3○)。期限までは何度でも変更できます。",
      "荒井 優子 介護保険WGの日程調整(D1)に、五霞町の回答を寺門 聡さんが代行入力しました(電話 6/1 荒井、1× 2○ 3○)。相違がある場合は、訂正をお願いします。",
    ]
  `);
});

test('the lead decides; the meeting is called and the poll closed in one act, and both are taken back in one', async () => {
  expect(await here.say(cast.member, '/wg 日程決定 D1 3')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.press(cast.lead, 'この日で決定')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの日程調整(D1)は、令和8年6月16日(火) 14:00に決定しました(会議M1)。ご回答ありがとうございました。
      ⚠ 候補3:繁忙期(6月議会)
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)は、令和8年6月16日(火) 14:00に決定しました(会議M1)。ご回答ありがとうございました。
    #wg-介護保険 介護保険WGの会議(M1)を、令和8年6月16日(火) 14:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      議題1 要件の確認
      [取り消す] [開催通知を作成]
    #wg-介護保険 (スレッド) 📎M1.ics"
  `);
  expect(await here.say(cast.member, '/wg 日程回答 D1 全て○')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1は、すでに日程が決定しています。"`,
  );
  expect(await here.say(cast.lead, '/wg undo M1')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの会議(M1) ~令和8年6月16日(火) 14:00~ は取り消されました。お手数ですが、予定表からの削除をお願いします。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市・那珂市  ×かすみがうら市・五霞町
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市・五霞町  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市・五霞町  ×常陸大宮市
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      未回答:かすみがうら市
      代行入力:五霞町
      現時点で有力な候補:3. 令和8年6月16日(火) 14:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定] [取り消す]
    #wg-介護保険 (書換え) 介護保険WGの会議(M1) ~令和8年6月16日(火) 14:00~ は取り消されました。お手数ですが、予定表からの削除をお願いします。
    #wg-介護保険 (スレッド) 📎M1-cancel.ics"
  `);
});

test('a candidate is added, moved or removed; the answers to the others stay', async () => {
  expect(await here.say(cast.lead, '/wg 候補 D1 追加 6/18 10:00-12:00')).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1に、候補4(令和8年6月18日(木) 10:00〜12:00)を追加しました。この候補へのご回答をお願いします。
      [元に戻す]
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 14:00〜16:00 ⚠ ○常陸大宮市・那珂市  ×かすみがうら市・五霞町
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市・五霞町  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市・五霞町  ×常陸大宮市
      4. 令和8年6月18日(木) 10:00〜12:00 ⚠ 回答なし
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      ⚠ 候補4:繁忙期(6月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      代行入力:五霞町
      現時点で有力な候補:3. 令和8年6月16日(火) 14:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定]"
  `);
  expect(await here.say(cast.lead, '/wg candidates D1 変更 1 6/12 10:00-12:00')).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1の候補1を、令和8年6月12日(金) 10:00〜12:00に変更しました。この候補だけ、もう一度ご回答をお願いします。
      [元に戻す]
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 10:00〜12:00 ⚠ 回答なし
      2. 令和8年6月13日(土) 10:00〜12:00 ⚠ ○那珂市・五霞町  ×常陸大宮市
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市・五霞町  ×常陸大宮市
      4. 令和8年6月18日(木) 10:00〜12:00 ⚠ 回答なし
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補2:閉庁日(土日)、繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      ⚠ 候補4:繁忙期(6月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      代行入力:五霞町
      現時点で有力な候補:3. 令和8年6月16日(火) 14:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定]"
  `);
  expect(await here.say(cast.lead, '/wg 候補 D1 取消 2')).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1の候補2(令和8年6月13日(土) 10:00〜12:00)を取り消しました。ほかの候補への回答はそのままです。
      [元に戻す]
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)です。令和8年6月4日(木)までにご回答をお願いします。未定の場合は△でご回答いただけます。
      会場:那珂市役所
      議題:要件の確認
      1. 令和8年6月12日(金) 10:00〜12:00 ⚠ 回答なし
      3. 令和8年6月16日(火) 14:00 ⚠ ○那珂市・かすみがうら市・五霞町  ×常陸大宮市
      4. 令和8年6月18日(木) 10:00〜12:00 ⚠ 回答なし
      ⚠ 候補1:繁忙期(6月議会)
      ⚠ 候補3:繁忙期(6月議会)
      ⚠ 候補4:繁忙期(6月議会)
      未回答:常陸大宮市・那珂市・かすみがうら市・五霞町
      代行入力:五霞町
      現時点で有力な候補:3. 令和8年6月16日(火) 14:00
      [回答する] [代行入力] [未回答の方に依頼] [この日で決定]"
  `);
  expect(await here.say(cast.secretariat, '/wg 候補 D1 取消 2')).toMatchInlineSnapshot(
    `"(本人のみ) 候補2はありません。日程調整の表の番号でご入力ください。"`,
  );
  expect(await here.say(cast.lead, '/wg 候補 D1 変更 2')).toMatchInlineSnapshot(
    `"(本人のみ) 候補の追加は「/wg 候補 D1 追加 6/18 10:00-12:00」、取消しは「/wg 候補 D1 取消 2」、変更は「/wg 候補 D1 変更 2 6/19 10:00-12:00」のようにご入力ください。"`,
  );
});

test('a time that was moved while the form was open is not answered', async () => {
  expect(await here.press(cast.member, '回答する')).toMatchInlineSnapshot(
    `"[フォーム] 日程回答(常陸大宮市): 1. 令和8年6月12日(金) 10:00〜12:00、3. 令和8年6月16日(火) 14:00=3@2026-06-16T14:00:×、4. 令和8年6月18日(木) 10:00〜12:00"`,
  );
  const marks = {
    'marks/1': '1@2026-06-12T10:00:○',
    'marks/3': '3@2026-06-16T14:00:×',
    'marks/4': '4@2026-06-18T10:00:△',
  };
  await here.say(cast.lead, '/wg 候補 D1 変更 1 6/12 13:00-15:00');
  expect(await here.submit(cast.member, marks)).toMatchInlineSnapshot(`
    "(本人のみ) 候補1は、ご回答の間に令和8年6月12日(金) 13:00〜15:00へ変更されました。今回のご回答は登録していません。お手数ですが、もう一度ご回答をお願いします。
      [回答する]"
  `);
});

test('what was changed is taken back, the last change first, with the answers to it', async () => {
  const told = async (words: string) => (await here.say(cast.lead, words)).split('\n')[0];
  expect(await told('/wg undo D1')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1の候補1を、令和8年6月12日(金) 10:00〜12:00に戻しました。この日時への回答も戻ります。"`,
  );
  expect(await told('/wg 候補 D1 取消 3')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1の候補3(令和8年6月16日(火) 14:00)を取り消しました。ほかの候補への回答はそのままです。"`,
  );
  expect((await here.say(cast.lead, '/wg 候補 D1 期限 6/7')).split('\n#')[0]).toMatchInlineSnapshot(`
    "(本人のみ) 日程調整D1の回答期限を、~6月4日(木)~ から 6月7日(日) に変更しました。
      回答期限の6月7日(日)は閉庁日です。
      [期限を6月8日(月)にする]
      [元に戻す]"
  `);
  expect(await told('/wg 候補 D1 期限 6/30')).toMatchInlineSnapshot(
    `"(本人のみ) 回答期限は、最初の候補(令和8年6月12日(金))より前の日でご入力ください。"`,
  );
  expect(await told('/wg 候補 D1 期限 5/30')).toMatchInlineSnapshot(
    `"(本人のみ) 回答期限は、最初の候補(令和8年6月12日(金))より前の日でご入力ください。"`,
  );
  expect(await told('/wg undo')).toMatchInlineSnapshot(`"(本人のみ) 日程調整D1の回答期限を、6月4日(木)に戻しました。"`);
  expect(await told('/wg undo　Ｄ１')).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1の候補3を、令和8年6月16日(火) 14:00に戻しました。この日時への回答も戻ります。"`,
  );
  expect(await here.say(cast.member, '/wg undo D1')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await told('/wg 調整中止 D1')).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WGの日程調整(D1)は、取りやめになりました。ご回答は不要です。"`,
  );
  expect((await here.press(cast.lead, '元に戻す')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) 日程調整D1を再開しました。回答はそのままです。"`,
  );
});

test('only the unanswered are asked, once a day', async () => {
  await here.say(cast.lead, '/wg answer D1 全て○');
  await here.say(cast.member, '/wg answer D1 全て△');
  await here.say(cast.secretariat, '/wg answer D1 五霞町 メール 6/1 荒井 全て○');
  expect(await here.press(cast.lead, '未回答の方に依頼')).toMatchInlineSnapshot(`
    "(本人のみ) かすみがうら市のご担当に、回答をお願いしました。
    飯田 佳代 Date poll D1 of 介護保険WG awaits the answer of かすみがうら市, by Thu 4 Jun. △ is fine where you do not know yet. Please ignore this if you have just answered.
      [Answer]
    羽成 徹 介護保険WGの日程調整(D1)について、かすみがうら市のご回答をお待ちしています。期限は6月4日(木)です。未定の場合は△でご回答いただけます。行き違いの際はご容赦ください。
      [回答する]"
  `);
  expect(await here.say(cast.secretariat, '/wg 催促 D1')).toMatchInlineSnapshot(
    `"(本人のみ) 本日はすでに回答をお願いしています。再度の依頼は、翌開庁日以降にお願いします。"`,
  );
});

test('the digest tells those who have not answered, and nobody else', async () => {
  const heard = await here.run('digest', '2026-06-02T09:00:00+09:00');
  expect(Object.keys(heard).filter((name) => heard[name]?.match(/日程調整|Date poll/u))).toMatchInlineSnapshot(`
    [
      "飯田 佳代",
      "羽成 徹",
    ]
  `);
  expect(heard['羽成 徹']).toMatchInlineSnapshot(`
    "おはようございます。6月2日(火)のお知らせです。未回答の日程調整1件です。
      ■ ご回答をお待ちしている日程調整
      • 日程調整D1 介護保険WG(期限 6月4日(木)) 候補:1. 令和8年6月12日(金) 10:00〜12:00、3. 令和8年6月16日(火) 14:00、4. 令和8年6月18日(木) 10:00〜12:00
      [D1に回答する]"
  `);
});

test('two answers of one municipality at once: one of them stands whole', async () => {
  const heard = await here.sayTogether(
    [cast.member, '/wg answer D1 全て○'],
    [cast.secretariat, '/wg answer D1 常陸大宮市 電話 6/1 佐川 全て×'],
  );
  expect(heard.match(/を受け付けました/gu)).toHaveLength(2);
  const poll = await here.store.council('ibaraki').polls.byNumber(1);
  const last = poll?.answers.slice(-6).filter((one) => one.municipality === '082252');
  expect(new Set(last?.slice(-3).map((one) => one.mark)).size).toBe(1);
});

test('two who decide at once call one meeting', async () => {
  expect(
    await here.sayTogether([cast.lead, '/wg decide D1 1'], [cast.secretariat, '/wg decide D1 3']),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの日程調整(D1)は、令和8年6月12日(金) 10:00〜12:00に決定しました(会議M2)。ご回答ありがとうございました。
      ⚠ 候補1:繁忙期(6月議会)
    (本人のみ) 日程調整D1は、すでに日程が決定しています。
    #wg-介護保険 (書換え) 介護保険WGの日程調整(D1)は、令和8年6月12日(金) 10:00〜12:00に決定しました(会議M2)。ご回答ありがとうございました。
    #wg-介護保険 介護保険WGの会議(M2)を、令和8年6月12日(金) 10:00〜12:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
      議題2 要件の確認
      [取り消す] [開催通知を作成]
    #wg-介護保険 (スレッド) 📎M2.ics"
  `);
});
