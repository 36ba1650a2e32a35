/** `/req supersede` and `/req undo`: a decision is changed with a reason, or taken back within ten minutes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

describe('/req supersede', () => {
  test('what is not decided cannot be changed', async () => {
    expect(await here.say(cast.lead, '/req 決定変更 1234 レベルアップ 次期版で対応')).toMatchInlineSnapshot(
      `"(本人のみ) 要件1234はまだ決定されていません。「/req 決定 …」をご利用ください。"`,
    );
  });

  test('a change needs its reason', async () => {
    await here.say(cast.lead, '/req 決定 1234 代替案 CSVでの一括登録に代える');
    expect(await here.say(cast.lead, '/req 決定変更 1234 レベルアップ')).toMatchInlineSnapshot(
      `"(本人のみ) 決定の変更には、理由が必要です。「/req 決定変更 1234 レベルアップ 次期版で対応されるため」のようにご入力ください。"`,
    );
  });

  test('the new decision is announced, and the old one in the channel says what became of it', async () => {
    expect(
      await here.say(cast.lead, '/req 決定差替え 1234 レベルアップ 次期版で対応されるため'),
    ).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 令和8年度決定第1号(代替案)は、令和8年度決定第2号(レベルアップ)により変更されました。変更前の内容は履歴からご覧いただけます。
        理由:CSVでの一括登録に代える
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
      #wg-介護保険 要件1234を『レベルアップ』として仮記録しました(令和8年度決定第2号)。
        理由:次期版で対応されるため
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
  });

  test('the history keeps both', async () => {
    const shown = await here.say(cast.member, '/req 表示 1234');
    expect(shown.split('\n').filter((one) => one.includes('•'))).toMatchInlineSnapshot(`
      [
        "  • 6月1日(月) 令和8年度決定第2号 レベルアップ 次期版で対応されるため",
        "  • 6月1日(月) 令和8年度決定第1号 代替案 CSVでの一括登録に代える",
      ]
    `);
  });

  test('where only some of a range are changed, the old decision says which', async () => {
    await here.say(cast.lead, '/req 決定 1261-1264 標準');
    expect(await here.say(cast.lead, '/req 決定変更 1262-1263 運用見直し 月次で足りるため')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 要件1261-1264を『パッケージ標準どおり』として仮記録しました(令和8年度決定第3号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        うち要件1262-1263は、令和8年度決定第4号(運用見直し)により変更されました。変更前の内容は履歴からご覧いただけます。
      #wg-介護保険 要件1262-1263を『運用見直し』として仮記録しました(令和8年度決定第4号)。
        理由:月次で足りるため
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    expect(await here.say(cast.lead, '/req 決定変更 1264 取下げ 重複のため')).toMatchInlineSnapshot(`
      "#wg-介護保険 (書換え) 要件1261-1264を『パッケージ標準どおり』として仮記録しました(令和8年度決定第3号)。
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        うち要件1262-1263は、令和8年度決定第4号(運用見直し)により変更されました。変更前の内容は履歴からご覧いただけます。
        うち要件1264は、令和8年度決定第5号(取下げ)により変更されました。変更前の内容は履歴からご覧いただけます。
      #wg-介護保険 要件1264を『取下げ』として仮記録しました(令和8年度決定第5号)。
        理由:重複のため
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    await here.say(cast.lead, '/req 取消 第5号');
    await here.say(cast.lead, '/req 取消 第4号');
    await here.say(cast.lead, '/req 取消 第3号');
  });

  test('a member may not', async () => {
    expect(await here.say(cast.member, '/req 決定変更 1234 標準 やはり')).toContain('介護保険WGの座長、または事務局');
  });
});

describe('/req undo', () => {
  test('a decision that was changed since cannot be taken back', async () => {
    expect(await here.say(cast.lead, '/req 取消 第1号')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度決定第1号は、令和8年度決定第2号で変更されているため取り消せません。"`,
    );
  });

  test('taking back the change brings the old decision back, in the channel too', async () => {
    expect(await here.say(cast.lead, '/req 取消')).toMatchInlineSnapshot(`
      "(本人のみ) 要件1234の令和8年度決定第2号(レベルアップ)は取り消されました。この決定番号は欠番になります。
      #wg-介護保険 (書換え) 要件1234を『代替案』として仮記録しました(令和8年度決定第1号)。
        理由:CSVでの一括登録に代える
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]
      #wg-介護保険 (書換え) 要件1234の令和8年度決定第2号(レベルアップ)は取り消されました。この決定番号は欠番になります。
        ~要件1234を『レベルアップ』として仮記録しました(令和8年度決定第2号)。~"
    `);
  });

  test('taking back once more takes the one before, and then there is nothing left', async () => {
    expect(await here.say(cast.lead, '/req 取り消し')).toContain('令和8年度決定第1号(代替案)は取り消されました');
    expect(await here.say(cast.lead, '/req undo')).toMatchInlineSnapshot(
      `"(本人のみ) 取り消せる決定がありません。取り消す決定の番号を「/req 取消 第12号」のようにご入力ください。"`,
    );
    expect(await here.say(cast.lead, '/req 取消 第1号')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度決定第1号は、すでに取り消されています。"`,
    );
  });

  test('by its button, ten minutes later to the millisecond', async () => {
    await here.say(cast.lead, '/req 決定 1235 標準');
    here.at('2026-06-01T10:10:00.000+09:00');
    expect(await here.press(cast.lead, '取り消す')).toContain(
      '令和8年度決定第6号(パッケージ標準どおり)は取り消されました',
    );
  });

  test('not a moment longer', async () => {
    await here.say(cast.lead, '/req 決定 1235 標準');
    here.at('2026-06-01T10:20:00.001+09:00');
    expect(await here.say(cast.lead, '/req 取消 第7号')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度決定第7号は、記録(10:10)から10分を過ぎているため取り消せません。変更する場合は、理由を添えて「/req 決定変更 …」とご入力ください。"`,
    );
    expect(await here.say(cast.member, '/req 表示 1235')).toContain('パッケージ標準どおり');
  });

  test('the secretariat takes back what the lead recorded; a member does not', async () => {
    await here.say(cast.lead, '/req 決定 1236 標準');
    expect(await here.press(cast.member, '取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
    );
    expect(await here.press(cast.secretariat, '取り消す')).toContain(
      '令和8年度決定第8号(パッケージ標準どおり)は取り消されました',
    );
  });

  test('an unknown number is told by its whole name', async () => {
    expect(await here.say(cast.lead, '/req 取消 99')).toMatchInlineSnapshot(
      `"(本人のみ) 令和8年度決定第99号は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('someone who decided nothing is asked for the number', async () => {
    expect(await here.say(cast.otherLead, '/req 取消')).toMatchInlineSnapshot(
      `"(本人のみ) 取り消せる決定がありません。取り消す決定の番号を「/req 取消 第12号」のようにご入力ください。"`,
    );
  });
});
