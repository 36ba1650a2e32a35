/**
 * Files at the shell: what is said of a workbook's columns is remembered, the answers of a 質問・回答票 are taken and taken back,
 * and what a council's file would change of terms that have begun is said before it is done.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { NOW, TODAY } from '../support/council.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { type Shell, shellOn } from '../support/shell.ts';

let database: TestDatabase;
let store: Store;
let shell: Shell;
beforeAll(async () => {
  database = await testDatabase(await officeBeginning(await officeCouncil()));
  store = openStore(database.pool);
  shell = await shellOn(database.url);
});
afterAll(async () => {
  await shell.close();
  await store.close();
  await database.close();
});

const renkei = async (...words: string[]): Promise<string> =>
  (await shell.renkei(...words, '--council', 'ibaraki')).replace(/\d+月\d+日\(.\) \d+:\d+/gu, '(この時刻)');
const write = async (name: string, sheet: string, rows: (string | number)[][]): Promise<string> => {
  await writeFile(shell.file(name), await writeXlsx({ sheets: [{ name: sheet, rows }] }));
  return shell.file(name);
};

describe('What is said of columns', () => {
  const HEADS = ['業務', '機能ID', '機能要件', '区分', '御社ご回答', '担当者'];
  const bring = async (name: string, id: string, ...more: string[]): Promise<string> => {
    const line = ['児童扶養手当', id, '照会できること', '必須', 'い', '山田'];
    return renkei('req', 'import', await write(name, '回答', [HEADS, line]), '--part', ...more);
  };

  test('is asked for where a mark cannot be read, in the words of the shell', async () => {
    expect(await bring('一.xlsx', '9100001', '--columns', 'E=RFI A社、F=無視')).toMatchInlineSnapshot(`
      "シート「回答」は、ご指定により、E列=RFI A社、F列=無視 として読み取りました。改める場合は、--columnsでご指定のうえ、もう一度お試しください。
      回答!E2 「い」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。
      読み取れないセルの一覧を 一_修正箇所.csv に書き出しました。
      列や記号の意味は、--columnsで「E=RFI A社、F=無視、記号B=○」のようにご指定いただけます。どのベンダのどの回の回答かは、--vendor と --round で指定できます。一度取り込むと、同じ見出しの表では次回から省略できます。
      読み取れないセルが1件あるため(要件 0件)、何も取り込んでいません。 (1)"
    `);
    expect(await bring('一.xlsx', '9100001', '--columns', '記号い=何か')).toMatchInlineSnapshot(
      `"列・記号の指定「記号い=何か」を読み取れませんでした。「E=RFI A社」「F=無視」「記号B=○」のようにご入力ください。 (1)"`,
    );
  });

  test('is remembered with the import, and used by the next', async () => {
    expect(
      await bring('一.xlsx', '9100001', '--columns', 'Ｅ列＝ＲＦＩ　Ａ社、F=無視、記号い=○'),
    ).toMatchInlineSnapshot(`
      "シート「回答」は、ご指定により、E列=RFI A社、F列=無視、記号い=○ として読み取りました。改める場合は、--columnsでご指定のうえ、もう一度お試しください。
      取込2として取り込みました。新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件です。
      列・記号の指定を読取設定1として記憶しました。同じ見出し・同じベンダ(または同じ名前のシート)の表では、次回から省略できます。「renkei req profiles」で確認・削除できます。"
    `);
    expect(await bring('二.xlsx', '9100002')).toMatchInlineSnapshot(`
      "シート「回答」は、ご指定(読取設定1で記憶した分を含む)により、E列=RFI A社、F列=無視、記号い=○ として読み取りました。改める場合は、--columnsでご指定のうえ、もう一度お試しください。
      取込3として取り込みました。新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件です。"
    `);
  });

  test('is shown, forgotten, brought back, and goes with its import', async () => {
    expect(await renkei('req', 'profiles')).toMatchInlineSnapshot(`
      "取込で記憶している読取設定:1件
      • 読取設定1 シート「回答」:E列=RFI A社、F列=無視、記号い=○(見出し E列「御社ご回答」、F列「担当者」。一.xlsx、(この時刻))
      同じ見出しで、同じベンダ(記載がない場合は同じ名前のシート)の表に使います。誤った内容を記憶した場合は「renkei req profiles --forget 1」で削除できます。"
    `);
    expect(await renkei('req', 'profiles', '--forget', '読取設定１')).toMatchInlineSnapshot(
      `"読取設定1(シート「回答」:E列=RFI A社、F列=無視、記号い=○)を削除しました。次の取込からは使いません。取込済みの要件は変わりません。"`,
    );
    expect(await renkei('req', 'profiles', '--forget', '1')).toMatchInlineSnapshot(
      `"読取設定1は、(この時刻)から使っていません。戻す場合は「renkei req profiles --restore 1」とご入力ください。 (1)"`,
    );
    expect(await renkei('req', 'profiles')).toMatchInlineSnapshot(`
      "取込で記憶している読取設定:0件
      「renkei req import FILE --columns 'E=RFI A社'」のように指定して取り込むと、ここに記憶されます。"
    `);
    expect(await renkei('req', 'profiles', '--restore', '1')).toMatchInlineSnapshot(
      `"読取設定1(シート「回答」:E列=RFI A社、F列=無視、記号い=○)を元に戻しました。次の取込から、また使います。"`,
    );
    expect(await renkei('req', 'import', '--undo', '取込２')).toMatchInlineSnapshot(`
      "取込2(一.xlsx)を取り消し、要件 1件を取込前の状態に戻しました。
      この取込で記憶した読取設定1も削除しました。残す場合は「renkei req profiles --restore 1」とご入力ください。"
    `);
  });
});

test('a sheet headed 回答 alone is read as the vendor’s who is named, and the dry run says so', async () => {
  const rows = [
    ['業務', '機能ID', '機能要件', '区分', '回答'],
    ['児童扶養手当', '9100009', '照会できること', '必須', '△'],
  ];
  const file = await write('回答票.xlsx', '要件', rows);
  const bring = (...more: string[]) => renkei('req', 'import', file, '--part', '--dry-run', ...more);
  expect(await bring('--vendor', 'B社', '--round', 'RFI')).toMatchInlineSnapshot(`
    "シート「要件」は、ご指定により、E列=RFI B社 として読み取りました。改める場合は、--columnsでご指定のうえ、もう一度お試しください。
    一部の一覧として扱います。載っていない要件はそのままです。
    新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件
    確認のみのため、何も取り込んでいません。"
  `);
  expect(await bring('--vendor', 'B社')).toMatchInlineSnapshot(`
    "要件!E1 B社の「回答」がどの回の回答か分かりません。見出し、シート名、ファイル名のいずれかに回の名前を入れてください。
    一部の一覧として扱います。載っていない要件はそのままです。
    新規 0件、変更 0件、変更なし 0件、一覧から消えた要件 0件
    読み取れないセルの一覧を 回答票_修正箇所.csv に書き出しました。
    列や記号の意味は、--columnsで「E=RFI A社、F=無視、記号B=○」のようにご指定いただけます。どのベンダのどの回の回答かは、--vendor と --round で指定できます。一度取り込むと、同じ見出しの表では次回から省略できます。
    読み取れないセルが1件あるため(要件 0件)、何も取り込んでいません。 (1)"
  `);
  expect(await bring('--vendor', 'Z社')).toMatchInlineSnapshot(
    `"ベンダ「Z社」は登録されていません。登録済みのベンダ:A社、B社、C社。 (1)"`,
  );
});

describe('A 質問・回答票', () => {
  /** The vendor's workbook with these answers in it, by the question's number. */
  async function filledIn(name: string, answers: Record<number, string>): Promise<string> {
    const [sheet] = (await readXlsx(await readFile(shell.file('票.xlsx')))).sheets;
    const [heads = [], ...rows] = (sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
    const column = heads.indexOf('回答');
    const filled = rows.map((row) => row.map((cell, i) => (i === column ? (answers[Number(row[0])] ?? cell) : cell)));
    return write(name, sheet?.name ?? '', [heads, ...filled]);
  }
  const standing = async () => {
    const { questions } = await store.council('ibaraki').questions.list(ALL, { from: 0, size: 9 });
    return questions.map((one) => one.answers.map(({ from, text }) => `${from} ${text}`).join(' → '));
  };
  const ALL = { body: undefined, state: 'all' } as const;

  test('goes out to a vendor as a file', async () => {
    await store.act('ibaraki', async (acting) => {
      for (const text of ['上限は何件ですか', '帳票は何種類ですか', '権限は何段階ですか']) {
        const raised = { at: NOW, by: 1, seat: 'kaigo:082261' };
        const { number } = await acting.questions.raise({ body: 'kaigo', text, requirements: [1234], raised });
        await acting.questions.sort(number, 'sent', TODAY);
      }
    });
    expect(await renkei('question', 'export', shell.file('票.xlsx'), '--vendor', 'Z社')).toMatchInlineSnapshot(
      `"「Z社」というベンダは登録されていません。登録済み: A社 B社 C社 (1)"`,
    );
    expect(await renkei('question', 'export', shell.file('票.xlsx'), '--vendor', 'Ａ社')).toMatchInlineSnapshot(
      `"票.xlsx に書き出しました。"`,
    );
  });

  test('comes back with answers; what cannot be taken is in a file beside it', async () => {
    const file = await filledIn('回答.xlsx', { 1: '1,000件です', 2: '12種類です', 3: '【Z社】3段階です' });
    expect(await renkei('question', 'import', file)).toMatchInlineSnapshot(`
      "新しい回答 2件、記録済みの回答と異なるもの 0件、変更なし 0件、記録できないセル 1件
      質問・回答票 A社!G4 「Z社」というベンダは登録されていません。【A社】のように、回答者をご記入ください。
      記録できないセルの一覧を 回答_修正箇所.csv に書き出しました。
      回答票1として、回答2件を記録しました。「renkei question export」でご確認いただけます。"
    `);
    expect(await readFile(shell.file('回答_修正箇所.csv'), 'utf8')).toMatchInlineSnapshot(`
      "﻿シート,セル,現在の内容,確認事項
      質問・回答票 A社,G4,Z社,「Z社」というベンダは登録されていません。【A社】のように、回答者をご記入ください。
      "
    `);
  });

  test('answered otherwise replaces only where that is said, and is taken back as a whole', async () => {
    const file = await filledIn('回答2.xlsx', { 1: '2,000件です', 3: '3段階です' });
    expect(await renkei('question', 'import', file, '--dry-run')).toMatchInlineSnapshot(`
      "新しい回答 1件、記録済みの回答と異なるもの 1件、変更なし 0件、記録できないセル 0件
      Q1 A社:記録済み「1,000件です」→ 票「2,000件です」
      記録済みの回答と異なる1件は、そのままにします。改める場合は --replace を付けてください。
      確認のみのため、何も記録していません。"
    `);
    expect(await renkei('question', 'import', file, '--replace')).toMatchInlineSnapshot(`
      "新しい回答 1件、記録済みの回答と異なるもの 1件、変更なし 0件、記録できないセル 0件
      Q1 A社:記録済み「1,000件です」→ 票「2,000件です」
      回答票2として、回答2件を記録しました。「renkei question export」でご確認いただけます。"
    `);
    expect(await standing()).toMatchInlineSnapshot(`
      [
        "A社 1,000件です → A社 2,000件です",
        "A社 12種類です",
        "A社 3段階です",
      ]
    `);
    expect(await renkei('question', 'import', '--undo', '回答票２')).toMatchInlineSnapshot(
      `"回答票2(回答2.xlsx)の回答を取り消しました。対象の質問:Q1、Q3"`,
    );
    expect(await standing()).toMatchInlineSnapshot(`
      [
        "A社 1,000件です",
        "A社 12種類です",
        "",
      ]
    `);
  });
});

describe('The day of a general meeting', () => {
  const apply = async (meetings: string, ...words: string[]): Promise<string> => {
    const file = (await renkei('council', 'export')).replace(
      'settings:\n',
      `settings:\n  - { key: termStart, value: generalMeeting, from: 2020-01-01 }\n  - { key: generalMeetings, value: [${meetings}], from: 2020-01-01 }\n`,
    );
    await writeFile(shell.file('council.yaml'), file);
    return shell.renkei('council', 'apply', shell.file('council.yaml'), ...words);
  };

  test('entered late, hands no office back unasked', async () => {
    expect(await apply('2025-05-20')).toMatchInlineSnapshot(`
      "追加 設定「termStart 2020-01-01」
      追加 設定「generalMeetings 2020-01-01」
      総会の日の変更により、令和7年4月1日(火)から令和7年5月19日(月)までの会長・事務局は、かすみがうら市ではなく那珂市となります。この間に行われた操作の記録は、そのまま残ります。
      すでに始まっている任期が変わるため、何も変更していません。この内容でよろしければ、--past-terms を付けて反映してください。 (1)"
    `);
    expect(await apply('2025-05-20', '--past-terms', '--dry-run')).toContain('確認のみのため');
    expect(await apply('2025-05-20', '--past-terms')).toContain('2件を反映しました');
  });
});
