/** How words are understood: near misses and double meanings are asked, missing words open a form, nothing is guessed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { slotsOf } from '../../src/command/argument.ts';
import { find } from '../../src/command/find.ts';
import { day } from '../../src/domain/day.ts';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

describe('near misses', () => {
  test('a mistyped sub-command is asked, and the button says the whole line as it was meant', async () => {
    expect(await here.say(cast.lead, '/req 決定変 1234 標準')).toMatchInlineSnapshot(`
      "(本人のみ) 『決定変更』のことでしょうか。
        [はい、『決定変更』です]"
    `);
    expect(await here.say(cast.lead, '/req deside 1234 標準')).toMatchInlineSnapshot(`
      "(本人のみ) 『decide』のことでしょうか。
        [はい、『decide』です]"
    `);
    expect(await here.press(cast.lead, 'はい、『decide』です')).toContain('要件1234を『パッケージ標準どおり』として');
  });

  test('what resembles nothing gets the list of what there is', async () => {
    expect(await here.say(cast.lead, '/item 全然違う言葉')).toMatchInlineSnapshot(`
      "(本人のみ) 「全然違う言葉」という操作は見つかりませんでした。次の操作をご利用いただけます。
        追加、表示、一覧、完了、状態、差戻し、担当、期限、変更、後で、コメント、取下げ、出力、取込、実行、元に戻す
        [それぞれの使い方を見る]"
    `);
  });

  test('okurigana, 登録 and 一覧, full width and capitals are all the same', async () => {
    for (const line of ['/req 取消し 第9号', '/req 取り消し 第9号', '/req ＵＮＤＯ 9', '/req Undo 令和8年度決定第9号'])
      expect(await here.say(cast.lead, line)).toContain('令和8年度決定第9号は見つかりませんでした');
    expect(await here.say(cast.lead, '/item 課題一覧')).toContain('課題一覧(介護保険WG');
    expect(await here.say(cast.lead, '/req 決定登録 1235 標準どおり')).toContain('要件1235を');
  });
});

describe('words with several meanings', () => {
  test('are asked with a button for each', async () => {
    expect(await here.say(cast.lead, '/wg 変更 M1')).toMatchInlineSnapshot(`
      "(本人のみ) 「変更」は複数の意味に取れます。どちらのことでしょうか。
        [会議の日程・会場を変更する] [チャンネルの割り当てを変更する] [直前の招集・変更を取り消す]"
    `);
    expect(await here.say(cast.lead, '/req 取下げ 1236')).toMatchInlineSnapshot(`
      "(本人のみ) 「取下げ」は複数の意味に取れます。どちらのことでしょうか。
        [要件を取下げとして決定する] [決定の記録を取り消す]"
    `);
    expect(await here.say(cast.lead, '/req 確認 1236')).toMatchInlineSnapshot(`
      "(本人のみ) 「確認」は複数の意味に取れます。どちらのことでしょうか。
        [内容を表示する] [ベンダ回答を確認済にする]"
    `);
    expect((await here.press(cast.lead, '内容を表示する')).split('\n')[0]).toContain('要件1236(未決)');
  });

  test('保留 is no outcome: it could be three things', async () => {
    expect((await here.say(cast.lead, '/req 決定 1236 保留')).split('\n')[0]).toMatchInlineSnapshot(
      `"(本人のみ) 『保留』は複数の意味に取れます。稼働後に検討する場合は『稼働後検討』とご入力ください。まだ決めない場合は、決定の記録は不要です。"`,
    );
    expect(await here.say(cast.lead, '/req 保留 1236')).toMatchInlineSnapshot(`
      "(本人のみ) 「保留」は複数の意味に取れます。どちらのことでしょうか。
        [庁内確認中と回答する] [稼働後検討として決定する]"
    `);
  });
});

describe('missing words', () => {
  test('open a form, with what was typed in it', async () => {
    expect(await here.say(cast.lead, '/req 決定')).toMatchInlineSnapshot(
      `"[フォーム] 要件の決定を記録します: 要件番号、結果、費用(千円)、対象:市町、理由"`,
    );
    expect(await here.say(cast.lead, '/req 決定 １２３７')).toMatchInlineSnapshot(
      `"[フォーム] 要件の決定を記録します: 要件番号=１２３７、結果、費用(千円)、対象:市町、理由"`,
    );
  });

  test('the form’s answer is the same act as the line, and stands in the audit as a line', async () => {
    const fields = { ids: '１２３７', outcome: 'alternative', note: 'CSVでの一括登録に代える\n(年1回)' };
    expect(await here.submit(cast.lead, fields)).toMatchInlineSnapshot(`
      "#wg-介護保険 要件1237を『代替案』として仮記録しました(令和8年度決定第3号)。
        理由:CSVでの一括登録に代える
        (年1回)
        会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
        記録:那珂市 和田 幸子
        誤りがある場合は、10分以内であれば取り消せます。
        [取り消す] [要件を表示]"
    `);
    const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(entry?.line).toMatchInlineSnapshot(`
      "/req decide １２３７ alternative CSVでの一括登録に代える
      (年1回)"
    `);
  });

  test('what cannot be read is told at its field', async () => {
    await here.say(cast.lead, '/req 決定');
    expect(await here.submit(cast.lead, { ids: '千二百', outcome: '', note: '' })).toMatchInlineSnapshot(`
      "[フォーム] ids: 要件番号として読み取れませんでした。
      [フォーム] outcome: 結果をお選びください。"
    `);
    await here.say(cast.lead, '/wg 日程');
    expect(
      await here.submit(cast.lead, { when: '6/12(木) 14:00', place: '那珂市役所 第3会議室' }),
    ).toMatchInlineSnapshot(
      `"[フォーム] when: 令和8年6月12日(金)は、ご入力の曜日(木)と一致しません。令和8年6月12日(金)、または令和8年6月11日(木)のことでしたら、そのようにご入力ください。"`,
    );
  });
});

describe('a place of several words', () => {
  test('is one in a form, and stands within 「 and 」 in a line', async () => {
    await here.say(cast.lead, '/wg 日程');
    const fields = { when: '6/12 14:00', place: '那珂市役所 第3会議室', agenda: '要件の確認\n次回の日程' };
    expect(await here.submit(cast.lead, fields)).toMatchInlineSnapshot(`
      "#wg-介護保険 介護保険WGの会議(M1)を、令和8年6月12日(金) 14:00、那珂市役所 第3会議室で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題1 要件の確認
        議題2 次回の日程
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M1.ics"
    `);
    expect(await here.say(cast.lead, '/wg 日程 6/19 14:00 「那珂市役所 第3会議室」 要件の確認')).toMatchInlineSnapshot(`
      "#wg-介護保険 介護保険WGの会議(M2)を、令和8年6月19日(金) 14:00、那珂市役所 第3会議室で開催します。ご都合がつかない場合は、代理の方の出席をご検討ください。
        議題3 要件の確認
        [取り消す] [開催通知を作成]
      #wg-介護保険 (スレッド) 📎M2.ics"
    `);
  });
});

describe('every example of every sub-command', () => {
  const on = { today: day('2026-06-01'), calendar: officeCalendar(day('2026-06-01')) };
  const examples = commands.flatMap((command) =>
    command.subcommands.flatMap((sub) =>
      [sub.name, sub.alias[0]].flatMap((name) =>
        sub.examples.map((words) => [command, sub.name, name, words] as const),
      ),
    ),
  );
  test.each(examples.map(([command, sub, name, words]) => [`/${command.name} ${name} ${words}`.trim(), sub]))(
    '%s is understood as %s',
    (line, sub) => {
      const [, command = '', words = ''] = /^\/(\S+) ?(.*)$/u.exec(line) ?? [];
      const found = find(commands, command, { line: words }, on);
      expect('sub' in found && found.sub.name).toBe(sub);
      // A file cannot be typed: its command opens the form that takes it, at once or with what the council offers.
      const files =
        'sub' in found &&
        slotsOf(found.sub.args).some(({ argument, optional }) => argument.field.kind === 'file' && !optional);
      expect(found.found).toBe(files ? 'form' : 'said');
    },
  );
});
