/** `/req decide`: who may, what is asked for, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, HERE, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

describe('who may decide', () => {
  test('the lead decides, and the channel hears it with the number, the reason and the way back', async () => {
    expect(await here.say(cast.lead, '/req decide 1234 alternative CSVでの一括登録に代える')).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1234を『代替案』として仮記録しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代える
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });

  test('the secretariat may too, and it is marked 代行', async () => {
    expect(await here.say(cast.secretariat, '/req 決定 1235 標準')).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1235を『パッケージ標準どおり』として仮記録しました(令和8年度決定第2号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 寺門 聡(事務局による代行)
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });

  test('a member is told who may', async () => {
    expect(await here.say(cast.member, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('a member who reads English is told so in English', async () => {
    expect(await here.say(cast.english, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) This can be done by the lead of 介護保険WG or by the secretariat (那珂市). Please ask one of them."`,
    );
  });

  test('the lead of another WG is told whose requirement it is', async () => {
    expect(await here.say(cast.otherLead, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('the head of the subcommittee above does not decide for the WG', async () => {
    expect(await here.say(cast.head, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('the prefecture’s adviser reads and advises, but does not decide', async () => {
    expect(await here.say(cast.adviser, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('a colleague without a seat is told where to ask', async () => {
    expect(await here.say(cast.noSeat, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
  });

  test('an unknown account is told where to ask', async () => {
    expect(await here.say(cast.stranger, '/req 決定 1236 標準')).toMatchInlineSnapshot(
      `"(本人のみ) ご利用のアカウントは、協議会の名簿に登録されていません。ご所属の情報主管担当、または事務局へ登録をご依頼ください。"`,
    );
  });

  test('of all that was refused nothing is decided', async () => {
    expect(await here.say(cast.lead, '/req show 1236')).toContain('要件1236(未決)');
  });
});

describe('what is to be decided', () => {
  test('a range and single ones are decided at once, as one decision', async () => {
    expect(await here.say(cast.lead, '/req 決定 1241-1243,1250 レベルアップ')).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1241-1243、1250を『レベルアップ』として仮記録しました(令和8年度決定第3号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });

  test('a range over two WGs is refused with the numbers of each', async () => {
    expect(await here.say(cast.lead, '/req 決定 1190-1240 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 複数のWGの要件が含まれているため、まとめて決定できません。WGごとに分けてご入力ください(収滞納管理WG:1190 / 介護保険WG:1191-1240)。"`,
    );
  });

  test('an unknown number is refused with the nearest, and nothing of the rest is decided', async () => {
    expect(await here.say(cast.lead, '/req 決定 1236,9999 標準')).toMatchInlineSnapshot(
      `"(本人のみ) 要件9999は登録されていません。近い番号は 3068、3069 です。"`,
    );
  });

  test('a backward range is asked back', async () => {
    expect(await here.say(cast.lead, '/req 決定 1215-1201 標準')).toMatchInlineSnapshot(`
      "(本人のみ) 範囲 1215-1201 は前後が逆のようです。1201-1215 のことでしたら、そのようにご入力ください。
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える"
    `);
  });

  test('a range of one decided among undecided ones names it, and decides none', async () => {
    expect(await here.say(cast.lead, '/req 決定 1234-1236 標準')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234は、令和8年6月1日(月)に『代替案』として決定済みです(令和8年度決定第1号、記録:和田 幸子)。変更する場合は、理由を添えて「/req 決定変更 1234 パッケージ標準どおり 理由」のようにご入力ください。
        ほかに決定済みの要件:1235。何も記録していません。
        決定済みの要件を除く1件(要件1236)だけを『パッケージ標準どおり』とする場合は、下のボタンを押してください。まだ記録していません。
        [1件を決定する] [取りやめる]"
    `);
  });

  test('what was shown is left by its button: nothing is decided, and what was shown cannot be carried out any more', async () => {
    await here.say(cast.lead, '/req 決定 1234-1236 標準');
    const acts = await here.store.client.auditEntry.count();
    expect(await here.press(cast.lead, '取りやめる')).toBe('(本人のみ) 取りやめました。何も変更していません。');
    const [plan = ''] =
      /\d+$/.exec(`${(await here.store.client.counter.findFirstOrThrow({ where: { name: 'plan' } })).value}`) ?? [];
    expect(await here.say(cast.lead, `/req 実行 ${plan}`)).toContain(`確認番号${plan}の内容は見つかりませんでした`);
    expect(await here.store.client.auditEntry.count()).toBe(acts);
    expect(await here.say(cast.lead, '/req 表示 1236')).toContain('未決');
  });

  test('the requirement of the lead’s WG is announced in its channel, wherever it was typed', async () => {
    expect(await here.say(cast.lead, '/req 決定 1237 標準', 'wg-障害者福祉')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1237を『パッケージ標準どおり』として仮記録しました(令和8年度決定第4号)。
        担当のWGのチャンネルにもお知らせしました。
      #wg-介護保険 要件1237を『パッケージ標準どおり』として仮記録しました(令和8年度決定第4号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });
});

describe('the outcome and the reason', () => {
  test('an alternative needs its reason', async () => {
    expect(await here.say(cast.lead, '/req 決定 1236 代替案')).toMatchInlineSnapshot(
      `"(本人のみ) 『代替案』には、代替の内容(理由)が必要です。「/req 決定 1236 代替案 CSVでの一括登録に代える」のようにご入力ください。"`,
    );
  });

  test('customising is refused with the principle and the way to raise it', async () => {
    expect(await here.say(cast.lead, '/req 決定 1236 カスタマイズ')).toMatchInlineSnapshot(`
      "(本人のみ) 『カスタマイズ』は決定として記録できません。本協議会はノンカスタマイズを原則としています。レベルアップ・代替案・運用見直し・稼働後検討をご検討ください。やむを得ない場合は、費用・終期・理由を添えて、協議会へ上申できます(協議会の議決が必要です)。
        [協議会へ上申する]"
    `);
    expect(await here.say(cast.lead, '/req 決定 1236 改修 どうしても必要')).toContain(
      '『カスタマイズ』は決定として記録できません',
    );
  });

  test('現行どおり means the opposite of the package’s standard, and is not taken for it', async () => {
    expect(await here.say(cast.lead, '/req 決定 1236 現行どおり')).toMatchInlineSnapshot(`
      "(本人のみ) 『現行どおり』は、現在のシステムに合わせる意味になるため、結果としては記録できません。パッケージに合わせる場合は『標準どおり』、業務を見直す場合は『運用見直し』をご利用ください。
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える"
    `);
  });

  test('an unknown outcome is refused with all there are, a near one is asked', async () => {
    expect(await here.say(cast.lead, '/req 決定 1236 了解')).toMatchInlineSnapshot(`
      "(本人のみ) 「了解」という結果はありません。標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える"
    `);
    expect(await here.say(cast.lead, '/req 決定 1236 レベルアプ')).toMatchInlineSnapshot(`
      "(本人のみ) 「レベルアプ」は、『レベルアップ』のことでしょうか。結果は 標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ からお選びください。
        使い方:/req 決定 &lt;要件番号&gt; &lt;結果&gt; [費用(千円)] [対象:市町] [理由]
        例:/req 決定 1234 代替案 CSVでの一括登録に代える"
    `);
  });

  test('typed with the IME on, it is understood, and the reason stands as it was typed', async () => {
    const said = await here.say(cast.lead, '/req　決定　１２３８　代替案　理由：ＣＳＶでの一括登録 〜 ㈱Ａ社の機能');
    expect(said).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1238を『代替案』として仮記録しました(令和8年度決定第5号)。
        理由：ＣＳＶでの一括登録 〜 ㈱Ａ社の機能
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(entry?.line).toBe('/req 決定　１２３８　代替案　理由：ＣＳＶでの一括登録 〜 ㈱Ａ社の機能');
  });

  test('markup in a reason pings nobody, calls no channel and makes no link', async () => {
    const reason = `<!channel> <@U0NAKA01> <https://example.jp|詳細> *太字* & &amp; 「${'あ'.repeat(5)}」`;
    expect(await here.say(cast.lead, `/req 決定 1239 代替案 ${reason}`)).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1239を『代替案』として仮記録しました(令和8年度決定第6号)。
        理由:&lt;!channel&gt; &lt;@U0NAKA01&gt; &lt;https://example.jp|詳細&gt; *太字* &amp; &amp;amp; 「あああああ」
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    const sent = here.workspace.state.messages.at(-1);
    expect(JSON.stringify(sent)).not.toMatch(/<[!@h]/u);
  });
});

describe('what is decided already', () => {
  test('is refused with when, how and by whom, and how to change it', async () => {
    expect(await here.say(cast.lead, '/req 決定 1234 レベルアップ')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1234は、令和8年6月1日(月)に『代替案』として決定済みです(令和8年度決定第1号、記録:和田 幸子)。変更する場合は、理由を添えて「/req 決定変更 1234 レベルアップ 理由」のようにご入力ください。"`,
    );
    expect(await here.say(cast.english, '/req show 1234')).toMatchInlineSnapshot(`
      "(本人のみ) Requirement 1234 (provisional: alternative)
        認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
        *System* 17 介護保険
        *Body* 介護保険WG
        *Category* 認定 &gt; 申請 &gt; 一括登録
        *Function ID* 2402023
        *Class* mandatory
        *Convenience* —
        *Cost* 850 thousand yen
        RFI: A社 ◎ / B社 △ / C社 ○
        プロポーザル: A社 ◎ / B社 △ / C社 ◎
        The vendor's alternative: 携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)
        • Mon 1 Jun Decision 1 of FY2026 alternative CSVでの一括登録に代える"
    `);
  });

  test('stands in the channel as it was', () => {
    expect(here.standing(HERE).match(/決定第\d+号\)。/gu)).toMatchInlineSnapshot(`
      [
        "決定第1号)。",
        "決定第2号)。",
        "決定第3号)。",
        "決定第4号)。",
        "決定第5号)。",
        "決定第6号)。",
      ]
    `);
  });
});
