/** The agenda: put up by its lead, proposed by others, given out, covered in the meeting, carried over at its close. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

describe('an agenda from the call to the close', () => {
  let here: Office;
  beforeAll(async () => {
    here = await office('2026-06-01T10:00:00+09:00');
  });
  afterAll(() => here.close());

  test('without a meeting ahead, what is put up waits for the next one', async () => {
    expect(await here.say(cast.lead, '/wg 次第')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGには、予定されている会議がありません。議題は、次の会議の候補として預かります。
        ■ 未決の要件・課題などからの候補
        • 要件1191-1200(介護保険・未決)(20分)
        ほかに未決の要件が200件あります(/req 未決)。"
    `);
    expect(await here.say(cast.member, '/wg 議題 督促状の様式について　１５分')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの次の会議の候補として預かりました:議題1 督促状の様式について(15分)。座長または事務局が次第に載せます。
        [取り消す]
      #wg-介護保険 佐川 礼子さんから、介護保険WGの次の会議の議題候補が提案されました:議題1 督促状の様式について(15分)
        [議題1を載せる]"
    `);
    expect(await here.say(cast.stranger, '/wg 議題 督促状の様式について 15分')).toMatchInlineSnapshot(
      `"(本人のみ) ご利用のアカウントは、協議会の名簿に登録されていません。ご所属の情報主管担当、または事務局へ登録をご依頼ください。"`,
    );
    expect(await here.say(cast.otherLead, '/wg 議題 別のWGからの議題')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの委員、または事務局(那珂市)が行えます。"`,
    );
    expect(await here.say(cast.lead, '/wg 議題 議題1 採用')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGには、予定されている会議がありません。「/wg 日程」で招集してから載せてください。"`,
    );
  });

  test('the lead puts entries on the next meeting’s agenda as they are typed', async () => {
    await here.say(cast.lead, '/wg 日程 6/12 14:00-15:00 那珂市役所 前回の確認 5分、次回の日程');
    expect(await here.say(cast.lead, '/wg 議題 1191-1200 標準どおり １０分')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の次第に加えました:議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg agenda M1 封筒の印字について(１時間半)')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の次第に加えました:議題5 封筒の印字について(90分)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(90分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 封筒の印字について')).toMatchInlineSnapshot(
      `"(本人のみ) 同じ件が、すでに議題5 封筒の印字について(90分)としてあります。"`,
    );
    await here.say(cast.member, '/item 追加 6/10 帳票レイアウトの確認');
    expect(await here.say(cast.lead, '/wg　議題　Ｋ１　５分')).toMatchInlineSnapshot(`
      "(本人のみ) 会議M1の次第に加えました:議題6 課題K1 帳票レイアウトの確認(5分)
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(90分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 議題1 採用')).toMatchInlineSnapshot(`
      "(本人のみ) 議題1 督促状の様式について(15分)を次第に載せました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(90分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [取り消す] [開催通知を作成]"
    `);
    expect(await here.say(cast.member, '/wg 次第')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(90分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        所要 計125分/会議60分、時間未定1件。会議の60分を超えています。
        次第の公開期限は6月9日(火)です。
        ■ 未決の要件・課題などからの候補
        • 要件1201-1210(介護保険・未決)(20分)
        ほかに未決の要件が190件あります(/req 未決)。"
    `);
  });

  test('what was typed wrongly is asked or refused', async () => {
    expect(await here.say(cast.lead, '/wg 議題 除外')).toMatchInlineSnapshot(`
      "(本人のみ) 「除外」の後に議題番号をご入力ください。例:/wg 議題 議題12 除外。「除外」という議題を加える場合は「/wg 議題 追加 …」とご入力ください。
        使い方: /wg 次第 [会議番号] [URL] [議題]
        例: /wg 次第 督促状の様式について 15分"
    `);
    expect(await here.say(cast.lead, '/wg 議題 議題99 済')).toMatchInlineSnapshot(
      `"(本人のみ) 介護保険WGに議題99はありません。「/wg 次第」で番号をご確認ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 議題 議題4 よろしく')).toMatchInlineSnapshot(`
      "(本人のみ) 「よろしく」の部分を読み取れませんでした。議題番号の後には、済・次回・除外・採用・20分・2番目・備考・履歴・取消 のいずれかをご入力ください。
        使い方: /wg 次第 [会議番号] [URL] [議題]
        例: /wg 次第 督促状の様式について 15分"
    `);
    expect(await here.say(cast.lead, '/wg 議題 4 20分')).toMatchInlineSnapshot(`
      "(本人のみ) 「4」は、要件4と議題4『介護保険 要件1191-1200の確認』のどちらのことでしょうか。
        [議題4のこと] [要件4を議題に加える]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 1 10分')).toMatchInlineSnapshot(`
      "(本人のみ) 「1」は、要件1と議題1『督促状の様式について』のどちらのことでしょうか。
        [議題1のこと] [要件1を議題に加える]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 99999 10分')).toMatchInlineSnapshot(
      `"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`,
    );
    expect(await here.say(cast.lead, '/wg 議題 3000 10分')).toMatchInlineSnapshot(
      `"(本人のみ) 要件3000は産業・生活環境WGの要件です。産業・生活環境WGのチャンネルで議題に加えてください。"`,
    );
    expect(await here.say(cast.lead, '/wg 議題 K99')).toMatchInlineSnapshot(
      `"(本人のみ) 課題K99は見つかりませんでした。"`,
    );
    expect(await here.say(cast.member, '/wg 議題 議題4 除外')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 議題 議題4 済')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は開会していないため、まだ済にはできません。"`,
    );
    expect(await here.say(cast.lead, '/wg 次第 M9')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M9は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('order, time, a note, and all of it taken back', async () => {
    here.at('2026-06-01T10:10:00+09:00');
    expect(await here.say(cast.lead, '/wg 議題 議題5 30分')).toMatchInlineSnapshot(`
      "(本人のみ) 所要時間を変えました:議題5 封筒の印字について(30分)。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(30分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [取り消す] [開催通知を作成]"
    `);
    here.at('2026-06-01T10:11:00+09:00');
    expect(await here.say(cast.lead, '/wg agenda move 議題4 1')).toMatchInlineSnapshot(`
      "(本人のみ) 議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)の順番を変えました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題5 封筒の印字について(30分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [開催通知を作成]"
    `);
    here.at('2026-06-01T10:12:00+09:00');
    expect(await here.say(cast.lead, '/wg 議題 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 直前の変更を取り消しました:議題2 前回の確認(5分)、議題3 次回の日程、議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)。
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(30分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [開催通知を作成]"
    `);
    expect(await here.say(cast.member, '/wg 議題 議題1 備考 様式は那珂市の案')).toMatchInlineSnapshot(`
      "(本人のみ) 議題1 督促状の様式について(15分)に備考を付けました(様式は那珂市の案)。
        [取り消す]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 議題3 除外 前回で済んだため')).toMatchInlineSnapshot(`
      "(本人のみ) 議題3 次回の日程を除外しました(前回で済んだため)。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(30分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [開催通知を作成]"
    `);
    expect(await here.press(cast.lead, '取り消す')).toMatchInlineSnapshot(`
      "(本人のみ) 直前の変更を取り消しました:議題3 次回の日程。
      #wg-介護保険 (書換え) 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00〜15:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題5 封筒の印字について(30分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [開催通知を作成]"
    `);
    expect(await here.say(cast.english, '/wg agenda 議題3')).toMatchInlineSnapshot(`
      "(本人のみ) 3. 次回の日程: on the agenda
        • Mon 1 Jun added meeting M1 (和田 幸子)
        • Mon 1 Jun reordered meeting M1 (和田 幸子)
        • Mon 1 Jun taken back meeting M1 (和田 幸子)
        • Mon 1 Jun dropped (和田 幸子) “前回で済んだため”
        • Mon 1 Jun taken back (和田 幸子)"
    `);
  });

  test('it is given out, stands in the channel, and is told once more when it changed', async () => {
    expect(await here.say(cast.member, '/wg 次第 M1 公開')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.say(cast.lead, '/wg 次第 M1 公開')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/wg agenda M1 out')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1の次第は、6月1日(月)に公開済みで、その後の変更はありません。"`,
    );
    await here.say(cast.lead, '/wg 議題 議題5 次回');
    expect(await here.say(cast.lead, '/wg 次第')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        所要 計35分/会議60分、時間未定1件。
        6月1日(月)に公開した後、次第が変わっています。
        [次第を公開する]
        ■ 議題の候補(預かり中)
        • 議題5 封筒の印字について(30分)
        ■ 未決の要件・課題などからの候補
        • 要件1201-1210(介護保険・未決)(20分)
        ほかに未決の要件が190件あります(/req 未決)。
        [議題5を載せる] [要件1201-1210を載せる] [候補2件をすべて載せる]"
    `);
    expect(await here.press(cast.lead, '次第を公開する')).toMatchInlineSnapshot();
  });

  test('covered by word, by button, or by deciding; the rest is carried over and offered to the next meeting', async () => {
    await here.say(cast.lead, '/wg 日程 6/26 14:00-16:00 那珂市役所');
    here.at('2026-06-12T14:00:00+09:00');
    expect(await here.say(cast.lead, '/wg 開会')).toMatchInlineSnapshot(`
      "(本人のみ) 第1回会議(M1)を開会しました。各市町の出欠を、会議のお知らせのボタン、または「/wg 出席」でご記録ください。
        定足数に達しない場合は、同じ次第を持ち回り審議に回せます。
        [持ち回り審議に回す]
      #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜15:00、那珂市役所)を開会しています。
        第1回会議(M1) 開会中(14:00から)
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        議題2 前回の確認(5分)
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
        [議題2を済にする] [議題3を済にする] [議題4を済にする] [議題6を済にする] [持ち回り審議に回す]
        [開催通知を作成]"
    `);
    await here.say(cast.lead, '/wg 出席 全員 出席');
    expect(await here.press(cast.lead, '議題2を済にする')).toMatchInlineSnapshot(`
      "(本人のみ) 議題2 前回の確認(5分)を済にしました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜15:00、那珂市役所)を開会しています。
        第1回会議(M1) 開会中(14:00から)
        出欠:常陸大宮市 出席、那珂市 出席、かすみがうら市 出席、五霞町 出席
        定足数を満たしています(出席4団体、必要3団体、要綱第11条(仮))。
        議題2 前回の確認(5分) 済
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
        [議題3を済にする] [議題4を済にする] [議題6を済にする] [議題1を済にする]
        [開催通知を作成]
      #wg-介護保険 (書換え) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分) 済
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分)
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        所要 計35分/会議60分、時間未定1件。
        次第は6月1日(月)に公開しました。"
    `);
    expect(await here.say(cast.lead, '/req 決定 1191-1200 標準どおり')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1191-1200(10件)を『パッケージ標準どおり』として決定します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        [10件を決定する]"
    `);
    expect(await here.press(cast.lead, '10件を決定する')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜15:00、那珂市役所)を開会しています。
        第1回会議(M1) 開会中(14:00から)
        出欠:常陸大宮市 出席、那珂市 出席、かすみがうら市 出席、五霞町 出席
        定足数を満たしています(出席4団体、必要3団体、要綱第11条(仮))。
        議題2 前回の確認(5分) 済
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分) 済
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        [出席] [代理] [遅刻] [欠席] [記録する] [閉会する]
        [議題3を済にする] [議題6を済にする] [議題1を済にする]
        [開催通知を作成]
      #wg-介護保険 (書換え) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分) 済
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分) 済
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        所要 計35分/会議60分、時間未定1件。
        次第は6月1日(月)に公開しました。
      #wg-介護保険 要件1191-1200を『パッケージ標準どおり』として決定しました(令和8年度決定第1号)。
        根拠:会議 M1(4団体中4団体が出席)
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    here.at('2026-06-12T15:00:00+09:00');
    expect(await here.say(cast.lead, '/wg 閉会')).toMatchInlineSnapshot(`
      "(本人のみ) 第1回会議(M1)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。
        審議に至らなかった議題3件を、次の会議へ繰り越しました:議題3 次回の日程(繰越1回目)、議題6 課題K1 帳票レイアウトの確認(5分、繰越1回目)、議題1 督促状の様式について(15分、繰越1回目)
        [会議M2に載せる]
        [再開する]
      #wg-介護保険 (書換え) 介護保険WGの第1回会議(M1)(令和8年6月12日(金) 14:00〜15:00、那珂市役所)を開催しました。
        開会 14:00、閉会 15:00
        出欠:常陸大宮市 出席、那珂市 出席、かすみがうら市 出席、五霞町 出席
        定足数を満たしています(出席4団体、必要3団体、要綱第11条(仮))。
        議題2 前回の確認(5分) 済
        議題3 次回の日程 次回へ繰越し
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分) 済
        議題6 課題K1 帳票レイアウトの確認(5分) 次回へ繰越し
        議題1 督促状の様式について(15分) 次回へ繰越し
        [開催通知を作成]
      #wg-介護保険 (書換え) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分) 済
        議題3 次回の日程 次回へ繰越し
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分) 済
        議題6 課題K1 帳票レイアウトの確認(5分) 次回へ繰越し
        議題1 督促状の様式について(15分) 次回へ繰越し
        所要 計35分/会議60分、時間未定1件。
        次第は6月1日(月)に公開しました。
      #wg-介護保険 介護保険WG 第1回会議(M1)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
        *決定事項* 1件
        *宿題* 0件
        *確認事項* 0件
        第1版
        [議事録を表示] [確認を依頼する] [訂正する] [Word・Markdownを受け取る]
      #wg-介護保険 (スレッド) 📎議事録_M1_第1版.docx
      #wg-介護保険 (スレッド) 📎議事録_M1_第1版.md
      #wg-介護保険 (スレッド) <📄 令和8年度 第1回 介護保険WG会議 議事録(案)>"
    `);
  });

  test('reopened, they come back; closed again, each is counted once', async () => {
    await here.say(cast.lead, '/wg 開会 M1');
    expect(await here.say(cast.lead, '/wg 次第 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの会議M1(令和8年6月12日(金) 14:00〜15:00)の次第
        議題2 前回の確認(5分) 済
        議題3 次回の日程
        議題4 介護保険 要件1191-1200の確認(案:パッケージ標準どおり、10分) 済
        議題6 課題K1 帳票レイアウトの確認(5分)
        議題1 督促状の様式について(15分)
        所要 計35分/会議60分、時間未定1件。
        次第は6月1日(月)に公開しました。
        ■ 議題の候補(預かり中)
        • 議題5 封筒の印字について(30分)
        ■ 未決の要件・課題などからの候補
        • 要件1201-1210(介護保険・未決)(20分)
        ほかに未決の要件が190件あります(/req 未決)。
        [議題5を載せる] [要件1201-1210を載せる] [候補2件をすべて載せる]"
    `);
    here.at('2026-06-12T15:10:00+09:00');
    await here.say(cast.lead, '/wg 閉会 M1');
    expect(await here.press(cast.lead, '会議M2に載せる')).toMatchInlineSnapshot(`
      "(本人のみ) 議題3 次回の日程(繰越1回目)、議題6 課題K1 帳票レイアウトの確認(5分、繰越1回目)、議題1 督促状の様式について(15分、繰越1回目)を次第に載せました。
        [取り消す]
      #wg-介護保険 (書換え) 介護保険WGの会議(M2)を、令和8年6月26日(金) 14:00〜16:00、那珂市役所で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題3 次回の日程(繰越1回目)
        議題6 課題K1 帳票レイアウトの確認(5分、繰越1回目)
        議題1 督促状の様式について(15分、繰越1回目)
        [開催通知を作成]"
    `);
    expect(await here.say(cast.lead, '/wg 議題 M1 遅れた議題')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は終了または中止しているため、次第は変更できません。次の会議の候補にする場合は、会議番号を付けずにご入力ください。"`,
    );
    here.at('2026-06-26T14:00:00+09:00');
    await here.say(cast.lead, '/wg 開会');
    here.at('2026-06-26T16:00:00+09:00');
    expect(await here.say(cast.lead, '/wg 閉会')).toMatchInlineSnapshot(`
      "(本人のみ) 第2回会議(M2)を閉会しました。本日中に記録する決定は、この会議によるものとして扱います。
        審議に至らなかった議題3件を、次の会議へ繰り越しました:議題3 次回の日程(繰越2回目)、議題6 課題K1 帳票レイアウトの確認(5分、繰越2回目)、議題1 督促状の様式について(15分、繰越2回目)
        [再開する]
      #wg-介護保険 (書換え) 介護保険WGの第2回会議(M2)(令和8年6月26日(金) 14:00〜16:00、那珂市役所)を開催しました。
        開会 14:00、閉会 16:00
        出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認
        定足数に達していません(出席0団体、必要3団体、要綱第11条(仮))。この間の決定は仮記録になります。
        議題3 次回の日程(繰越1回目) 次回へ繰越し
        議題6 課題K1 帳票レイアウトの確認(5分、繰越1回目) 次回へ繰越し
        議題1 督促状の様式について(15分、繰越1回目) 次回へ繰越し
        [開催通知を作成]
      #wg-介護保険 介護保険WG 第2回会議(M2)の議事録(案)を作成しました。内容をご確認のうえ、構成団体へ確認をご依頼ください。
        *決定事項* 0件
        *宿題* 0件
        *確認事項* 0件
        第1版
        [議事録を表示] [確認を依頼する] [訂正する] [Word・Markdownを受け取る]
      #wg-介護保険 (スレッド) 📎議事録_M2_第1版.docx
      #wg-介護保険 (スレッド) 📎議事録_M2_第1版.md
      #wg-介護保険 (スレッド) <📄 令和8年度 第2回 介護保険WG会議 議事録(案)>"
    `);
    expect(await here.say(cast.lead, '/wg 議題 議題1')).toMatchInlineSnapshot(`
      "(本人のみ) 議題1 督促状の様式について(15分、繰越2回目):繰越し(次の会議の候補)
        • 6月1日(月) 提案(佐川 礼子)
        • 6月1日(月) 掲載 会議M1(和田 幸子)
        • 6月1日(月) 備考(佐川 礼子)「様式は那珂市の案」
        • 6月12日(金) 繰越し 会議M1(和田 幸子)
        • 6月12日(金) 未了に戻す 会議M1(和田 幸子)
        • 6月12日(金) 繰越し 会議M1(和田 幸子)
        • 6月12日(金) 掲載 会議M2(和田 幸子)
        • 6月26日(金) 繰越し 会議M2(和田 幸子)"
    `);
  });
});

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
    await here.say(cast.secretariat, '/wg 次第 M1 公開');
    const last = await here.run('digest', '2026-06-11T09:00:00+09:00');
    expect(Object.values(last).join('\n')).not.toContain('公開をお願いする次第');
  });

  test('without a quorum, what can go goes to circulation, and the rest is carried over', async () => {
    for (const line of ['1191-1193 標準どおり 10分', '1194 代替案 帳票はCSVで出力する', '1195 10分'])
      await here.say(cast.lead, `/wg 議題 M1 ${line}`);
    expect(await here.say(cast.lead, '/wg 議題 M1 持ち回り')).toMatchInlineSnapshot(
      `"(本人のみ) 会議M1は開会中ではありません。持ち回り審議に回せるのは、開会した会議で定足数に達しないときです。要件ごとに諮る場合は「/req 提案 1234 …」をご利用ください。"`,
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
        [2件を諮り、2件を繰り越す]"
    `);
    expect(await here.press(cast.lead, '2件を諮り、2件を繰り越す')).toMatchInlineSnapshot();
  });

  test('what went to circulation comes back while nobody has answered it', async () => {
    await here.say(cast.member, '/req 同意 P2');
    expect(await here.press(cast.lead, '元に戻す')).toMatchInlineSnapshot();
    await here.say(cast.member, '/req 取消 P2');
    here.at('2026-06-12T14:02:00+09:00');
    const back = await here.say(cast.lead, '/wg 議題 介護保険WGの議題1、議題3、議題4、議題5 取消');
    expect(back.split('\n').filter((one) => /本人のみ|議題[13] |P\d/u.test(one))).toMatchInlineSnapshot();
    await here.say(cast.lead, '/wg 議題 M1 持ち回り');
    const again = await here.press(cast.lead, '2件を諮り、2件を繰り越す');
    expect(again.split('\n').filter((one) => one.includes('【持ち回り審議'))).toMatchInlineSnapshot();
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
        [7件を載せる]"
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
