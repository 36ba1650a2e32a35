/** Questions to the vendors: raised by a WG, sorted, answered, and shown with the requirement. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyQuestion, questionFile } from '../../../commands/req/questions/questionFile.ts';
import { day } from '../../../src/domain/day.ts';
import { cast, type Office, office } from '../../support/office.ts';

let town: Office;
beforeAll(async () => {
  town = await office();
});
afterAll(() => town.close());

test('a member asks on a requirement, and in general', async () => {
  expect(await town.say(cast.member, '/req 質問 １２３４ 一括登録の上限は何件ですか')).toMatchInlineSnapshot(`
    "(本人のみ) 質問Q1を登録しました(要件1234)。内部で確認するか、ベンダへ送付するかの仕分けをお待ちください。
      [取下げ]"
  `);
  expect(await town.say(cast.member, '/req question 3月末の処理件数に制限はありますか')).toMatchInlineSnapshot(`
    "(本人のみ) 質問Q2を登録しました(全般)。内部で確認するか、ベンダへ送付するかの仕分けをお待ちください。
      [取下げ]"
  `);
});

test('it is not answered before it is sorted; a member does not sort', async () => {
  expect(await town.say(cast.lead, '/req 回答 Q1 A社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1は、まだ仕分けられていません。先に「/req 仕分け Q1 送付」または「/req 仕分け Q1 内部」とご入力ください。"`,
  );
  expect(await town.say(cast.member, '/req 仕分け Q1 送付')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
});

test('the lead sends one and keeps the other', async () => {
  expect(await town.say(cast.lead, '/req 仕分け Q1 送付')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1を「送付」に仕分けました。"`,
  );
  expect(await town.say(cast.lead, '/req 仕分け Ｑ２ 内部')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q2を「内部」に仕分けました。"`,
  );
  expect(await town.say(cast.secretariat, '/req route Q1 sent')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1は、すでに「送付」に仕分けられています。"`,
  );
});

test('an answer is recorded, and a corrected one keeps the old', async () => {
  expect(await town.say(cast.lead, '/req 回答 Q1 D社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 「D社」というベンダは登録されていません。登録済みのベンダは A社、B社、C社 です。"`,
  );
  expect(await town.say(cast.lead, '/req 回答 Q1 Ａ社 1,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1の回答(A社)を記録しました。"`,
  );
  expect(await town.say(cast.lead, '/req answered Q1 A社 2,000件です')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1の回答(A社)を改めました。以前の回答も記録に残っています。"`,
  );
  expect((await town.store.council('ibaraki').questions.byNumber(1))?.answers.map((one) => one.text)).toEqual([
    '1,000件です',
    '2,000件です',
  ]);
});

test('each vendor’s answer is shown', async () => {
  await town.say(cast.lead, '/req 回答 Q1 B社 上限はありません');
  expect(await town.say(cast.lead, '/req 質問一覧 回答済')).toContain('A社(6月1日(月)):2,000件です → B社');
});

test('the list, and the requirement with its question', async () => {
  expect(await town.say(cast.member, '/req 質問一覧 すべて')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGの質問一覧(すべて):2件
      • Q1 [送付・回答済] 要件1234 一括登録の上限は何件ですか → A社(6月1日(月)):2,000件です → B社(6月1日(月)):上限はありません
      • Q2 [内部・回答待ち] 全般 3月末の処理件数に制限はありますか
      全2件中 1〜2件目
      [Excelで受け取る]"
  `);
  expect((await town.say(cast.member, '/req show 1234')).includes('Q1')).toBe(true);
});

test('a vendor’s file holds what was sent, with that vendor’s answers alone', async () => {
  const of = town.store.council('ibaraki');
  const { questions } = await of.questions.list({ body: undefined, state: 'all' }, { from: 0, size: 100 });
  const about = await of.requirements.byNumber(1234);
  const requirements = new Map(about ? [[1234, about]] : []);
  const [chart, on] = [await of.chart(), day('2026-06-01')];
  const rowsFor = async (vendor: string | undefined) => {
    const bytes = await questionFile(questions, { vendor, chart, requirements, on });
    return (await readXlsx(bytes)).sheets[0]?.rows.map((row) => row.join(' | '));
  };
  expect(await rowsFor('B社')).toMatchInlineSnapshot(`
    [
      "No. | 提出日 | 分類 | 業務 | 要件番号 / 機能ID | 質問内容 | 回答 | 回答日 | 状態",
      "1 | 令和8年6月1日(月) | 送付 | 介護保険 | 1234 / 2402023 | 一括登録の上限は何件ですか | 【B社】上限はありません | 令和8年6月1日(月) | 回答済",
    ]
  `);
  expect((await rowsFor(undefined))?.length).toBe(3);
});

test('the adviser sees neither', async () => {
  expect(await town.say(cast.adviser, '/req 質問一覧')).toMatchInlineSnapshot(
    `"(本人のみ) ベンダへの質問と回答は、構成団体の方のみご覧いただけます。"`,
  );
  expect((await town.say(cast.adviser, '/req show 1234')).includes('Q1')).toBe(false);
});

test('an answered question stays, an open one is withdrawn by who raised it', async () => {
  expect(await town.say(cast.member, '/req 質問取下げ Q1')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q1には回答が記録されているため、取り下げられません。回答を改める場合は「/req 回答 Q1 A社 …」とご入力ください。"`,
  );
  expect(await town.say(cast.member, '/req unask Q2')).toMatchInlineSnapshot(`"(本人のみ) 質問Q2を取り下げました。"`);
  expect(await town.say(cast.member, '/req unask Q9')).toMatchInlineSnapshot(
    `"(本人のみ) 質問Q9は登録されていません。「/req 質問一覧」で番号をご確認ください。"`,
  );
});

describe('A sheet that came back', () => {
  const give = (name: string, rows: (string | number | null)[][], sheet = '質問・回答票 A社') =>
    writeXlsx({ sheets: [{ name: sheet, rows: [['No.', '質問内容', '回答', '回答日'], ...rows] }] }).then((bytes) =>
      town.workspace.giveFile(town.account(cast.secretariat).userId, name, Buffer.from(bytes)),
    );
  const bring = async (file: string, fields: Record<string, string> = {}) => {
    await town.say(cast.secretariat, '/req 回答取込');
    return town.submit(cast.secretariat, { file, ...fields });
  };
  beforeAll(async () => {
    town.at('2026-06-03T10:00:00+09:00');
    await town.say(cast.member, '/req 質問 1235 帳票は何種類ありますか');
    await town.say(cast.member, '/req 質問 1236 権限は何段階ですか');
    for (const number of [3, 4]) await town.say(cast.lead, `/req 仕分け Q${number} 送付`);
  });

  test('began as a workbook, the council’s own or a vendor’s, sent to the asker', async () => {
    expect(await town.say(cast.member, '/req 質問回答票 Ａ社')).toMatchInlineSnapshot(`
      "(本人のみ) A社にお渡しする質問・回答票を、ダイレクトメッセージでお送りしました。ご記入後は「/req 回答取込」で取り込めます。
      佐川 礼子 📎質問・回答票_A社_2026-06-03.xlsx"
    `);
    expect(await town.say(cast.member, '/req 質問回答票 Z社')).toMatchInlineSnapshot(
      `"(本人のみ) 「Z社」というベンダは登録されていません。登録済みのベンダは A社、B社、C社 です。"`,
    );
    expect(await town.say(cast.adviser, '/req 質問・回答票')).toMatchInlineSnapshot(
      `"(本人のみ) ベンダへの質問と回答は、構成団体の方のみご覧いただけます。"`,
    );
    await town.say(cast.lead, '/req 質問一覧 すべて');
    expect(await town.press(cast.lead, 'Excelで受け取る')).toMatchInlineSnapshot(`
      "(本人のみ) 質問・回答票(構成団体用、全件)を、ダイレクトメッセージでお送りしました。ベンダへお渡しする票は「/req 質問回答票 A社」のように、ベンダ名を添えてご入力ください。
      和田 幸子 📎質問・回答票_2026-06-03.xlsx"
    `);
  });

  test('is shown first: what is new, answered otherwise, unchanged, and the cells that cannot be taken', async () => {
    const file = await give('回答.xlsx', [
      [1, '一括登録の上限は何件ですか', '【A社】3,000件です\n(夜間は無制限)', '令和8年6月2日(火)'],
      ['Ｑ３', '帳票は何種類ありますか', '12種類です\n【B社】#NAME?', '6/2'],
      [4, '別の質問に書き換えたもの', '3段階です', null],
      [99, 'ない質問', '回答', null],
      [2, '3月末の処理件数に制限はありますか', '', null],
    ]);
    expect(await bring(file)).toMatchInlineSnapshot(`
      "(本人のみ) 「回答.xlsx」から、次の回答を記録できます。まだ記録していません。
        新しい回答 1件、記録済みの回答と異なるもの 1件、変更なし 0件、記録できないセル 3件
        Q1 A社:記録済み「2,000件です」→ 票「3,000件です (夜間は無制限)」
        質問・回答票 A社!C3 「#NAME?」は、計算できない数式の表示です。文字でご入力ください(先頭の「=」は数式とみなされます)。
        質問・回答票 A社!A4 質問内容が、登録されているQ4の質問と異なります。番号と質問内容をご確認ください。
        質問・回答票 A社!A5 質問番号「99」は登録されていません。
        記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。
        [新しい回答1件を記録する] [異なる1件も改める(計2件)] [取りやめる]
      寺門 聡 📎回答_修正箇所.csv"
    `);
    // At the same moment, the same list is sent once.
    const list = [...town.workspace.state.files.values()].find((one) => one.name.endsWith('_修正箇所.csv'));
    expect(list?.content?.toString()).toMatchInlineSnapshot(`
      "﻿シート,セル,現在の内容,確認事項
      質問・回答票 A社,C3,#NAME?,「#NAME?」は、計算できない数式の表示です。文字でご入力ください(先頭の「=」は数式とみなされます)。
      質問・回答票 A社,A4,4,質問内容が、登録されているQ4の質問と異なります。番号と質問内容をご確認ください。
      質問・回答票 A社,A5,99,質問番号「99」は登録されていません。
      "
    `);
    expect(await town.press(cast.secretariat, '新しい回答1件を記録する')).toMatchInlineSnapshot(`
      "(本人のみ) 回答票1として、回答1件を記録しました。「/req 質問一覧 すべて」でご確認いただけます。
        [回答票を取り消す]"
    `);
    expect(await bring(file)).toMatchInlineSnapshot(`
      "(本人のみ) 「回答.xlsx」から、次の回答を記録できます。まだ記録していません。
        新しい回答 0件、記録済みの回答と異なるもの 1件、変更なし 1件、記録できないセル 3件
        Q1 A社:記録済み「2,000件です」→ 票「3,000件です (夜間は無制限)」
        質問・回答票 A社!C3 「#NAME?」は、計算できない数式の表示です。文字でご入力ください(先頭の「=」は数式とみなされます)。
        質問・回答票 A社!A4 質問内容が、登録されているQ4の質問と異なります。番号と質問内容をご確認ください。
        質問・回答票 A社!A5 質問番号「99」は登録されていません。
        記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。
        [異なる1件を改める] [取りやめる]"
    `);
    expect(await town.press(cast.secretariat, '異なる1件を改める')).toMatchInlineSnapshot(`
      "(本人のみ) 回答票2として、回答1件を記録しました。「/req 質問一覧 すべて」でご確認いただけます。
        [回答票を取り消す]"
    `);
    expect(await bring(file)).toMatchInlineSnapshot(`
      "(本人のみ) 「回答.xlsx」に、新しく記録する回答はありません。
        新しい回答 0件、記録済みの回答と異なるもの 0件、変更なし 2件、記録できないセル 3件
        質問・回答票 A社!C3 「#NAME?」は、計算できない数式の表示です。文字でご入力ください(先頭の「=」は数式とみなされます)。
        質問・回答票 A社!A4 質問内容が、登録されているQ4の質問と異なります。番号と質問内容をご確認ください。
        質問・回答票 A社!A5 質問番号「99」は登録されていません。
        記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。"
    `);
    expect(await town.say(cast.lead, '/req 質問一覧 すべて')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険WGの質問一覧(すべて):4件
        • Q1 [送付・回答済] 要件1234 一括登録の上限は何件ですか → A社(6月2日(火)):3,000件です (夜間は無制限) → B社(6月1日(月)):上限はありません
        • Q2 [内部・取下げ] 全般 3月末の処理件数に制限はありますか
        • Q3 [送付・回答済] 要件1235 帳票は何種類ありますか → A社(6月2日(火)):12種類です
        • Q4 [送付・回答待ち] 要件1236 権限は何段階ですか
        全4件中 1〜4件目
        [Excelで受け取る]"
    `);
  });

  test('is taken back as a whole by the secretariat, once; what was answered before counts again', async () => {
    expect(await town.say(cast.lead, '/req 取消 回答票2')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(await town.say(cast.secretariat, '/req 取消 回答票２')).toMatchInlineSnapshot(
      `"(本人のみ) 回答票2(回答.xlsx)の回答を取り消しました。対象の質問:Q1"`,
    );
    town.at('2026-06-03T10:05:00+09:00');
    expect(await town.say(cast.secretariat, '/req undo 回答票2')).toMatchInlineSnapshot(
      `"(本人のみ) 回答票2は6月3日(水) 10:00に取り消されています。"`,
    );
    expect(await town.say(cast.secretariat, '/req undo 回答票9')).toMatchInlineSnapshot(
      `"(本人のみ) 回答票9は見つかりませんでした。番号をご確認ください。"`,
    );
    expect(await town.say(cast.lead, '/req 質問一覧 すべて')).toContain('A社(6月1日(月)):2,000件です');
    await town.say(cast.secretariat, '/req 取消 回答票1');
    expect(await town.say(cast.lead, '/req 質問一覧 未回答')).toContain('Q3 [送付・回答待ち]');
  });

  test('is not taken where an answer came in between, nor where nobody knows whose it is', async () => {
    await bring(await give('b.xlsx', [[4, '権限は何段階ですか', '3段階です', null]]));
    await town.say(cast.lead, '/req 回答 Q4 A社 4段階です');
    expect(await town.press(cast.secretariat, '新しい回答1件を記録する')).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に、質問Q4の回答が変わったため、何も記録していません。お手数ですが、もう一度ファイルからお試しください。"`,
    );
    const anyone = await give('c.xlsx', [[4, '権限は何段階ですか', '5段階です', '明日']], '回答');
    expect(await bring(anyone)).toMatchInlineSnapshot(`
      "(本人のみ) 「c.xlsx」に、新しく記録する回答はありません。
        新しい回答 0件、記録済みの回答と異なるもの 0件、変更なし 0件、記録できないセル 1件
        回答!C2 どのベンダの回答か分かりません。取込のフォームの「回答者」でベンダ名をご指定いただくか、【A社】のようにご記入ください。
        記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。
      寺門 聡 📎c_修正箇所.csv"
    `);
    expect(await bring(anyone, { from: 'Ｃ社' })).toMatchInlineSnapshot(`
      "(本人のみ) 「c.xlsx」に、新しく記録する回答はありません。
        新しい回答 0件、記録済みの回答と異なるもの 0件、変更なし 0件、記録できないセル 1件
        回答!C2 回答日「明日」を、本日までの日付として読み取れませんでした。
        記録できないセルの一覧(CSV)を、ダイレクトメッセージでお送りします。票を直して、もう一度お試しいただけます。"
    `);
    expect(await bring(anyone, { from: 'Z社' })).toMatchInlineSnapshot(
      `"(本人のみ) 「Z社」というベンダは登録されていません。登録済みのベンダは A社、B社、C社 です。"`,
    );
    await town.say(cast.lead, '/req 回答取込');
    expect(await town.submit(cast.lead, { file: anyone })).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
  });

  test('with more than five answers is taken back after it was shown, exactly that, whatever was answered since', async () => {
    town.at('2026-06-04T10:00:00+09:00');
    const asked = ['一', '二', '三', '四', '五', '六'].map((one) => `${one}番目の帳票の件数は`);
    for (const [i, words] of asked.entries()) {
      await town.say(cast.member, `/req 質問 1237 ${words}`);
      await town.say(cast.lead, `/req 仕分け Q${5 + i} 送付`);
    }
    await town.say(cast.lead, '/req 回答 Q5 A社 仮の回答');
    await bring(
      await give(
        '六.xlsx',
        asked.map((words, i) => [5 + i, words, `${i + 1}件です`, null]),
      ),
    );
    await town.press(cast.secretariat, '異なる1件も改める(計6件)');
    expect(await town.say(cast.secretariat, '/req 取消 回答票3')).toMatchInlineSnapshot(`
      "(本人のみ) 回答票3(六.xlsx)で記録した、質問6件への回答を取り消します。内容をご確認のうえ、ボタンを押してください。まだ取り消していません。
        対象の質問:Q5、Q6、Q7、Q8、Q9、Q10(取り消すと、前の回答があればその回答に戻ります)
        [6件を取り消す] [取りやめる]"
    `);
    await town.say(cast.lead, '/req 回答 Q10 A社 電話で60件に訂正');
    expect(await town.press(cast.secretariat, '6件を取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 回答票3(六.xlsx)の回答を取り消しました。対象の質問:Q5、Q6、Q7、Q8、Q9、Q10"`,
    );
    const list = await town.say(cast.lead, '/req 質問一覧 すべて');
    expect(list.split('\n').slice(5, 11).join('\n')).toMatchInlineSnapshot(`
      "  • Q5 [送付・回答済] 要件1237 一番目の帳票の件数は → A社(6月4日(木)):仮の回答
        • Q6 [送付・回答待ち] 要件1237 二番目の帳票の件数は
        • Q7 [送付・回答待ち] 要件1237 三番目の帳票の件数は
        • Q8 [送付・回答待ち] 要件1237 四番目の帳票の件数は
        • Q9 [送付・回答待ち] 要件1237 五番目の帳票の件数は
        • Q10 [送付・回答済] 要件1237 六番目の帳票の件数は → A社(6月4日(木)):電話で60件に訂正"
    `);
  });

  test('as it was written out says nothing new', async () => {
    const of = town.store.council('ibaraki');
    const { questions, requirements } = await everyQuestion(of);
    const on = day('2026-06-03');
    const bytes = await questionFile(questions, { vendor: undefined, chart: await of.chart(), requirements, on });
    const id = town.workspace.giveFile(town.account(cast.secretariat).userId, 'x.xlsx', Buffer.from(bytes));
    expect(await bring(id)).toMatchInlineSnapshot(`
      "(本人のみ) 「x.xlsx」に、新しく記録する回答はありません。
        新しい回答 0件、記録済みの回答と異なるもの 0件、変更なし 5件、記録できないセル 0件"
    `);
  });
});
