/** `/council digest`: each one's hour, weekdays and leave, and what the daily digest makes of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, DIRECT, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-05T15:00:00+09:00');
  await here.say(cast.lead, '/item 追加 @常陸大宮市 6/8 件数の報告');
});
afterAll(() => here.close());

test('one’s settings are shown, and changed by hour and weekdays', async () => {
  expect(await here.say(cast.member, '/council お知らせ')).toMatchInlineSnapshot(`
    "(本人のみ) 6月5日(金) 15:00現在のお知らせです。新着1件です。
      ■ 新着
      • 課題K1 件数の報告(介護保険WG、期限 6月8日(月))
      [K1を完了にする] [後で] [担当変更] [回答する]
      ■ お知らせの設定
      *時刻* 9時
      *曜日* 毎開庁日
      *休暇* なし
      *省略する項目* なし"
  `);
  expect(await here.say(cast.member, '/council お知らせ １０時 月水金')).toMatchInlineSnapshot(`
    "(本人のみ) お知らせの設定を変更しました。
      *時刻* 10時
      *曜日* 月・水・金
      *休暇* なし
      *省略する項目* なし
      [元に戻す]"
  `);
  expect(await here.say(cast.member, '/council お知らせ 6時')).toMatchInlineSnapshot(`
    "(本人のみ) 「6時」は指定できません。お知らせの時刻は、7時から18時までの正時でご指定ください。
      使い方:/council お知らせ [時刻] [曜日] [休暇] [代理] [省略] [メール]
      例:/council お知らせ 10時 月水金"
  `);
});

test('the digest comes at that hour and on those days', async () => {
  expect(Object.keys(await here.run('digest', '2026-06-08T09:00:00+09:00'))).not.toContain('佐川 礼子');
  expect(Object.keys(await here.run('digest', '2026-06-08T10:00:00+09:00'))).toEqual(['佐川 礼子']);
  expect(await here.run('digest', '2026-06-09T10:00:00+09:00')).toEqual({});
  expect(await here.run('digest', '2026-06-08T11:00:00+09:00')).toEqual({});
});

test('on leave, the deputy is told instead', async () => {
  const { mention } = here.account('goka-utsumi');
  expect(await here.say(cast.member, `/council まとめ 休暇 6/10-6/12 代理 ${mention}`)).toMatchInlineSnapshot(`
    "(本人のみ) お知らせの設定を変更しました。
      *時刻* 10時
      *曜日* 月・水・金
      *休暇* 6月10日(水)〜6月12日(金)(代理:内海 真由美)
      *省略する項目* なし
      [元に戻す]"
  `);
  expect(await here.say(cast.member, '/council まとめ 休暇 6/12-6/10')).toMatchInlineSnapshot(`
    "(本人のみ) 休暇の期間「6/12-6/10」を読み取れませんでした。「休暇 8/10-8/15」または「休暇 なし」のようにご入力ください。
      使い方:/council お知らせ [時刻] [曜日] [休暇] [代理] [省略] [メール]
      例:/council お知らせ 10時 月水金"
  `);
  expect(await here.run('digest', '2026-06-10T10:00:00+09:00')).toEqual({});
  const told = await here.run('digest', '2026-06-10T09:00:00+09:00');
  expect(told['内海 真由美']).toMatchInlineSnapshot(`
    "おはようございます。6月10日(水)のお知らせです。期限超過1件です。まず『件数の報告(期限超過)』をお願いします。
      常陸大宮市の佐川 礼子様が6月12日(金)までご不在のため、代理として、その分も併せてお知らせします。
      ■ 期限超過
      • 課題K1 件数の報告(介護保険WG、期限 6月8日(月))
      [K1を完了にする] [後で] [担当変更] [回答する]"
  `);
});

test('what is asked may be called so; half an hour is told to be none; a deputy is found by name', async () => {
  expect(await here.say(cast.member, '/council お知らせ 時刻 ８：３０')).toContain('7時から18時までの正時');
  expect(await here.say(cast.member, '/council お知らせ 曜日 月水金 時刻 8時')).toContain(
    '*時刻* 8時\n  *曜日* 月・水・金',
  );
  expect(await here.say(cast.member, '/council お知らせ 休暇 7/6〜7/8 代理 菊池　友美')).toContain('(代理:菊池 友美)');
  expect(await here.say(cast.member, '/council お知らせ 休暇 7/6〜7/8 代理 佐')).toContain(
    '代理の方を確認できませんでした。',
  );
});

test('what is said may stand in any order; a leave that was ended is given back with its deputy', async () => {
  expect(
    await here.say(cast.member, '/council お知らせ 休暇 7/6 代理 菊池友美 月水金 ９時 省略 新着'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) お知らせの設定を変更しました。
      *時刻* 9時
      *曜日* 月・水・金
      *休暇* 7月6日(月)(代理:菊池 友美)
      *省略する項目* 新着
      [元に戻す]"
  `);
  expect(await here.say(cast.member, '/council お知らせ 休暇 なし 毎日')).toContain('*休暇* なし');
  expect(await here.press(cast.member, '元に戻す')).toMatchInlineSnapshot(`
    "(本人のみ) お知らせの設定を変更しました。
      *時刻* 9時
      *曜日* 月・水・金
      *休暇* 7月6日(月)(代理:菊池 友美)
      *省略する項目* 新着
      [元に戻す]"
  `);
  here.at('2026-06-15T09:00:00+09:00');
  await here.say(cast.member, '/council お知らせ 休暇 6/15〜6/17');
  here.at('2026-06-16T08:00:00+09:00');
  await here.say(cast.member, '/council お知らせ 休暇 なし');
  expect(await here.press(cast.member, '元に戻す')).toContain('*休暇* 6月16日(火)〜6月17日(水)(代理なし)');
});

test('what waits for the reader’s own confirmation stays theirs to do when another thing is; what they send back is struck', async () => {
  await here.store.client.setting.create({
    data: { councilId: 'ibaraki', scope: 'kaigo', key: 'itemConfirmation', from: '2026-04-01', value: true },
  });
  here.at('2026-06-22T10:00:00+09:00');
  for (const title of ['様式の確認', '件数の確認']) await here.say('goka-utsumi', `/item 追加 @那珂市 6/30 ${title}`);
  await here.say('goka-utsumi', '/item 追加 @五霞町 6/30 台帳の確認');
  await here.say('goka-utsumi', '/item 状態 K4 保留');
  for (const number of ['K2', 'K3']) await here.say(cast.lead, `/item 完了 ${number}`);
  await here.run('digest', '2026-06-23T09:00:00+09:00');
  expect(await here.press('goka-utsumi', 'K2を確認して完了にする', DIRECT)).toMatchInlineSnapshot(`
    "(本人のみ) 課題K2「様式の確認」は完了しました(内海 真由美)。
      [取り消す]
    #wg-介護保険 (書換え) 課題K2「様式の確認」は完了しました(内海 真由美)。
    内海 真由美 (書換え) おはようございます。6月23日(火)のお知らせです。新着2件です。
      ■ 新着
      ~• 課題K2 様式の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 完了
      • 課題K3 件数の確認(介護保険WG、確認待ち、期限 6月30日(火))
      ■ 7日以内
      • 課題K4 台帳の確認(介護保険WG、保留、期限 6月30日(火))
      [K3を確認して完了にする] [差し戻す] [回答する]
    荒井 優子 (書換え) おはようございます。6月23日(火)のお知らせです。新着3件です。
      ■ 新着
      ~• 課題K2 様式の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 完了
      • 課題K3 件数の確認(介護保険WG、確認待ち、期限 6月30日(火))
      • 課題K4 台帳の確認(介護保険WG、保留、期限 6月30日(火))
      [K3を確認して完了にする] [差し戻す] [回答する]
      [K4を完了にする] [後で] [担当変更] [回答する]"
  `);
  await here.press('goka-utsumi', '差し戻す', DIRECT);
  expect(await here.submit('goka-utsumi', { number: 'K3', note: '5月分が\nありません' })).toMatchInlineSnapshot(`
    "(本人のみ) 課題K3「件数の確認」を差し戻しました(対応中)。
      [取り消す]
    #wg-介護保険 (書換え) 課題K3「件数の確認」(対応中) 担当:那珂市 介護保険WG 和田 幸子、期限 6月30日(火)。
      6月23日(火)に差し戻されています(内海 真由美)。理由:5月分が
      ありません
      [完了にする] [後で] [担当変更] [期限変更]
    内海 真由美 (書換え) おはようございます。6月23日(火)のお知らせです。新着2件です。
      ■ 新着
      ~• 課題K2 様式の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 完了
      ~• 課題K3 件数の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 差戻し
      ■ 7日以内
      • 課題K4 台帳の確認(介護保険WG、保留、期限 6月30日(火))
    荒井 優子 (書換え) おはようございます。6月23日(火)のお知らせです。新着3件です。
      ■ 新着
      ~• 課題K2 様式の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 完了
      ~• 課題K3 件数の確認(介護保険WG、確認待ち、期限 6月30日(火))~ 差戻し
      • 課題K4 台帳の確認(介護保険WG、保留、期限 6月30日(火))
      [K4を完了にする] [後で] [担当変更] [回答する]"
  `);
});

test('why it was sent back is told to its owner; a button of the digest before does not close it unseen', async () => {
  here.at('2026-06-23T11:00:00+09:00');
  expect(await here.say('goka-utsumi', '/item 完了 K3 awaiting')).toMatchInlineSnapshot(`
    "(本人のみ) 内容の表示後に、課題K3「件数の確認」は確認待ちではなくなりました(対応中)。このまま完了にする場合は、下のボタンを押してください。
      6月23日(火)に差し戻されています(内海 真由美)。理由:5月分が
      ありません
      [完了にする]"
  `);
  expect((await here.run('digest', '2026-06-24T09:00:00+09:00'))['和田 幸子']).toMatchInlineSnapshot(`
    "おはようございます。6月24日(水)のお知らせです。新着1件です。
      ■ 新着
      • 課題K3 件数の確認(介護保険WG、差戻し「5月分が ありません」、期限 6月30日(火))
      [K3を完了にする] [後で] [担当変更] [回答する]"
  `);
  expect(await here.say('goka-utsumi', '/item 差し戻し K3 もう一度')).toContain('確認待ちではないため、差し戻せません');
  expect(await here.press(cast.lead, 'K3を完了にする', DIRECT)).toMatchInlineSnapshot(`
    "(本人のみ) 課題K3「件数の確認」の完了を報告しました。起票者の確認後に完了となります。
      6月23日(火)に差し戻されています(内海 真由美)。理由:5月分が
      ありません
      [取り消す]
    #wg-介護保険 (書換え) 課題K3「件数の確認」(確認待ち) 担当:那珂市 介護保険WG 和田 幸子、期限 6月30日(火)。
      [確認して完了にする] [差し戻す]
    和田 幸子 (書換え) おはようございます。6月24日(水)のお知らせです。新着1件です。
      ■ 新着
      ~• 課題K3 件数の確認(介護保険WG、差戻し「5月分が ありません」、期限 6月30日(火))~ 確認待ち
    清水 久美 (書換え) おはようございます。6月24日(水)のお知らせです。新着1件です。
      ■ 新着
      ~• 課題K3 件数の確認(介護保険WG、差戻し「5月分が ありません」、期限 6月30日(火))~ 確認待ち"
  `);
  expect(await here.say('naka-shimizu', '/item 差戻し K3 自分で')).toContain('行えます');
});
