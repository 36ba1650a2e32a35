/** Imports in the council's channel: what one may take back, and what of the decided needs another look. */
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile, row } from '../../support/council.ts';
import type { Office } from '../../support/office.ts';
import { cast, office } from '../../support/office.ts';

let scene: Office;
beforeAll(async () => {
  scene = await office();
});
afterAll(() => scene.close());
const say = (...words: Parameters<Office['say']>) => scene.say(...words);
const bring = (list: Parameters<typeof importFile>[1], extent: 'whole' | 'part' = 'part') =>
  importFile(scene.store, list, { extent, at: scene.now() });

describe('An import', () => {
  test('is taken back by the secretariat alone, once', async () => {
    await bring([row(90001), row(90002)]);
    expect(await say(cast.lead, '/req undo 取込2')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(await say(cast.secretariat, '/req 取消 取込２')).toMatchInlineSnapshot(
      `"(本人のみ) 取込2(要件一覧.xlsx)を取り消し、要件 2件を取込前の状態に戻しました。"`,
    );
    scene.at('2026-06-01T10:05:00+09:00');
    expect(await say(cast.secretariat, '/req undo 取込2')).toMatchInlineSnapshot(
      `"(本人のみ) 取込2は6月1日(月) 10:00に取り消されています。"`,
    );
    expect(await say(cast.secretariat, '/req undo import 99')).toMatchInlineSnapshot(
      `"(本人のみ) 取込99は見つかりませんでした。番号をご確認ください。"`,
    );
  });

  test('on which something stands is not taken back; what stands on it is said', async () => {
    await bring([row(90003), row(90004)]);
    const { requirements } = await scene.store
      .council('ibaraki')
      .requirements.list({ systems: ['kaigo'], state: 'all' }, { from: 0, size: 5_000 });
    const number = requirements.find((one) => one.functionId === row(90003).functionId)?.number;
    await say(cast.lead, `/req decide ${number} 代替案 一覧はCSVで確認`);
    await bring([row(90003, { text: '変更後の文言' })]);
    expect(await say(cast.secretariat, '/req undo 取込3')).toMatchInlineSnapshot(
      `"(本人のみ) 取込3は取り消せません。この取込を前提とした決定(要件3072)、同じ要件を変更した後の取込(取込4)があります。後の取込から順に取り消すか、個別に修正してください。"`,
    );
  });
});

describe('A decision', () => {
  const numberOf = async (n: number): Promise<number> =>
    (await scene.store.client.requirement.findFirstOrThrow({ where: { functionId: row(n).functionId } })).number;

  test('whose requirement changed afterwards is kept, and marked 要再確認 until it is superseded', async () => {
    scene.at('2026-06-02T10:00:00+09:00');
    await bring([row(90010), row(90011), row(90012)]);
    const [a, b] = [await numberOf(90010), await numberOf(90011)];
    await say(cast.lead, `/req decide ${a} 代替案 一覧はCSVで確認`);
    await say(cast.lead, `/req decide ${b} 代替案 印刷で対応`);
    expect(await say(cast.lead, '/req list 介護保険 要再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):0件
        該当するものはありません。"
    `);
    scene.at('2026-06-03T10:00:00+09:00');
    await bring([row(90010, { text: '一覧と帳票を出力できること' }), row(90011, { remarks: '備考のみの変更' })]);
    expect(await say(cast.lead, '/req list 介護保険 要再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):1件
        • 3074 [代替案・要再確認] 一覧と帳票を出力できること
        全1件中 1〜1件目"
    `);
    expect(await say(cast.lead, `/req show ${a}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3074(仮記録:代替案)
        一覧と帳票を出力できること
        【要再確認】決定の後、6月3日(水) 10:00の取込で要件内容または区分が変わりました。決定はそのまま有効です。再確認の結果は、変更しない場合も「/req 決定変更 3074 代替案 理由」のように記録をお願いします。
        決定時の要件内容:被保険者の異動を一覧で確認できること(90010)(区分:必須)
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 資格管理 &gt; 被保険者 &gt; 異動
        *機能ID* 1790010
        *区分* 必須
        *便利機能等* —
        • 6月2日(火) 令和8年度決定第2号 代替案 一覧はCSVで確認"
    `);
    expect(await say(cast.lead, `/req 履歴 ${a}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3074の経緯(2件、古い順)
        一覧と帳票を出力できること
        • 6月2日(火) 10:00 『代替案』令和8年度決定第2号(仮記録、記録:和田 幸子、理由:一覧はCSVで確認)
        • 6月3日(水) 10:00 取込6による変更:要件内容「被保険者の異動を一覧で確認できること(90010)」→「一覧と帳票を出力できること」"
    `);
    const logged = (await say(cast.lead, '/req 決定一覧')).split('\n').find((words) => words.includes(`要件${a}`));
    expect(logged).toMatchInlineSnapshot(
      `"  • 第2号 6月2日(火) 10:00 要件3074 『代替案』(仮記録、要再確認)、理由:一覧はCSVで確認"`,
    );
    const asked = await say(cast.secretariat, `/req 承認 ${a},${b} 福祉業務部会`);
    expect(asked).toMatchInlineSnapshot(`
      "(本人のみ) 福祉業務部会で了承する2件です。内容をご確認のうえ、ボタンを押してください。まだ記録していません。
        • 3074 『代替案』一覧はCSVで確認(令和8年度決定第2号) 一覧と帳票を出力できること
        • 3075 『代替案』印刷で対応(令和8年度決定第3号) 被保険者の異動を一覧で確認できること(90011)
        要件3074-3075の決定は、仮記録です(会議の議事録、または持ち回り審議で確定します)。
        要件3074は、決定の後に要件内容・区分が変わったか、一覧から消えたため、要再確認です。
        [2件を了承として記録する] [取りやめる]"
    `);
    await say(cast.lead, `/req supersede ${a} レベルアップ 帳票は次期版で対応`);
    expect(await say(cast.lead, '/req list 介護保険 再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):0件
        該当するものはありません。"
    `);
  });

  test('whose requirement a whole list lacks is marked too; an open one is only told to be gone', async () => {
    const [b, c] = [await numberOf(90011), await numberOf(90012)];
    await bring([row(90010)], 'whole');
    expect(await say(cast.english, `/req show ${b}`)).toMatchInlineSnapshot(`
      "(本人のみ) Requirement 3075 (provisional: alternative)
        被保険者の異動を一覧で確認できること(90011)
        To be reviewed: the list of Import 7 no longer has this requirement. The decision stands. Record what the review says, even where nothing changes, like “/req supersede 3075 alternative reason”.
        *System* 17 介護保険
        *Body* 介護保険WG
        *Category* 資格管理 &gt; 被保険者 &gt; 異動
        *Function ID* 1790011
        *Class* mandatory
        *Convenience* —
        Remarks: 備考のみの変更
        • Tue 2 Jun Decision 3 of FY2026 alternative 印刷で対応"
    `);
    expect(await say(cast.lead, `/req show ${c}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3076(未決)
        被保険者の異動を一覧で確認できること(90012)
        取込7の一覧にはこの要件がありません。
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 資格管理 &gt; 被保険者 &gt; 異動
        *機能ID* 1790012
        *区分* 必須
        *便利機能等* —"
    `);
    const listed = await say(cast.lead, '/req list 介護保険 要再確認');
    expect(listed.split('\n')[1]).toMatchInlineSnapshot(`"  • 3072 [代替案・要再確認] 変更後の文言"`);
  });
});

describe('A file given to the form', () => {
  const HEADINGS = ['業務', '項番', '大分類', '機能ID', '機能要件', '区分', '備考'];
  const workbook = (...rows: (string | null)[][]): Promise<Uint8Array> =>
    writeXlsx({ sheets: [{ name: '要件', rows: [HEADINGS, ...rows] }] });
  const give = (who: string, bytes: Uint8Array, name = '要件一覧(改).xlsx') =>
    scene.workspace.giveFile(scene.account(who).userId, name, Buffer.from(bytes));
  const line = (id: string, text: string, cls = '必須') => ['児童扶養手当', '1', '受給', id, text, cls, null];

  test('is shown first, imported by the button, once, and taken back by another', async () => {
    scene.at('2026-06-04T10:00:00+09:00');
    expect(await say(cast.secretariat, '/req import')).toMatchInlineSnapshot(
      `"[フォーム] 要件一覧(xlsx・CSV)を取り込みます: 一覧の範囲、どのベンダの回答か(見出しから読み取れない場合)、どの回の回答か(見出しから読み取れない場合)、列・記号の指定(見出しから読み取れない場合)、ファイル(xlsx・CSV)"`,
    );
    const file = give(
      cast.secretariat,
      await workbook(line('9000001', '一覧を出力できること'), line('9000002', '検索できること')),
    );
    expect(await scene.submit(cast.secretariat, { file, extent: 'part' })).toMatchInlineSnapshot(`
      "(本人のみ) 「要件一覧(改).xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 2件、変更 0件、変更なし 0件、一覧から消えた要件 0件
        [この内容で取り込む] [取りやめる]"
    `);
    expect(await scene.press(cast.secretariat, 'この内容で取り込む')).toMatchInlineSnapshot(`
      "(本人のみ) 取込8として取り込みました。新規 2件、変更 0件、変更なし 0件、一覧から消えた要件 0件です。
        [取込を取り消す]"
    `);
    scene.at('2026-06-04T10:05:00+09:00');
    expect(await say(cast.secretariat, '/req proceed 2')).toMatchInlineSnapshot(
      `"(本人のみ) この内容は、すでに実行されています。改めての操作は不要です。"`,
    );
    await say(cast.secretariat, '/req 取込');
    expect(await scene.submit(cast.secretariat, { file, extent: '一部' })).toMatchInlineSnapshot(
      `"(本人のみ) 登録済みの内容と同じため、取り込むものはありません。"`,
    );
    expect(await say(cast.secretariat, '/req undo 取込8')).toMatchInlineSnapshot(
      `"(本人のみ) 取込8(要件一覧(改).xlsx)を取り消し、要件 2件を取込前の状態に戻しました。"`,
    );
  });

  test('whose cells cannot be read is refused, with every cell in a file', async () => {
    await say(cast.secretariat, '/req import');
    const file = give(
      cast.secretariat,
      await workbook(line('9000003', '', '必須?'), line('9000004', '検索できること')),
    );
    expect(await scene.submit(cast.secretariat, { file })).toMatchInlineSnapshot(`
      "(本人のみ) 「要件一覧(改).xlsx」に読み取れないセルが2件あるため、取り込んでいません。一覧(CSV)をダイレクトメッセージでお送りします。
        読み取れた行:新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件
        要件!E2 「機能要件」が空欄です。
        要件!F2 「必須?」は区分ではありません。必須・任意・実装しないのいずれかを入力してください。
      寺門 聡 📎要件一覧(改)_修正箇所.csv"
    `);
  });

  test('is for the secretariat; what is no workbook is refused in a line', async () => {
    expect(await say(cast.lead, '/req import')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    await say(cast.secretariat, '/req import');
    expect(
      await scene.submit(cast.secretariat, {
        file: give(cast.secretariat, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'a.xls'),
      }),
    ).toMatchInlineSnapshot(
      `"(本人のみ) パスワード付きか、古い形式(.xls)のファイルです。パスワードを外し、.xlsx で保存し直してください。"`,
    );
    await say(cast.secretariat, '/req import');
    expect(await scene.submit(cast.secretariat, { file: 'F0NOBODY' })).toMatchInlineSnapshot(
      `"(本人のみ) Slackからファイルを受け取れませんでした。少し待ってから、もう一度お試しください。"`,
    );
  });

  test('typed by its id is none: the form asks for it', async () => {
    expect(await say(cast.secretariat, '/req import 一部 F0123')).toMatchInlineSnapshot(`
      "(本人のみ) 「F0123」の部分を読み取れませんでした。
        使い方:/req 取込 [一覧の範囲] [ベンダ] [回] [列・記号の指定(見出しから読み取れない場合)] [ファイル(xlsx・CSV)]
        例:/req 取込 一部"
    `);
  });

  test('is not imported when what is known changed since it was shown', async () => {
    await say(cast.secretariat, '/req import');
    const bytes = await workbook(line('9000005', '出力できること'));
    await scene.submit(cast.secretariat, { file: give(cast.secretariat, bytes), extent: 'part' });
    await bring([row(1, { system: 'jido-fuyo', functionId: '9000005', text: '先に取り込まれた' })]);
    expect(await scene.press(cast.secretariat, 'この内容で取り込む')).toMatchInlineSnapshot(
      `"(本人のみ) 内容の表示後に登録内容が変わったため、取り込んでいません。お手数ですが、もう一度ファイルからお試しください。"`,
    );
  });

  test('with its own legend and columns that no heading explains is read as it is said, and so the next time', async () => {
    const HEADS = ['業務', '機能ID', '機能要件', '区分', '御社ご回答', '担当者'];
    const sheet = (legend: string, ...rows: string[][]) =>
      writeXlsx({ sheets: [{ name: '回答', rows: [[legend], HEADS, ...rows] }] });
    const LEGEND = '凡例 A:標準機能で対応 B:オプションで対応 C:改修が必要 D:対応不可 E:別途ご相談';
    const one = ['児童扶養手当', '9100001', '照会できること', '必須', 'C', '山田'];
    await say(cast.secretariat, '/req import');
    const said = 'Ｅ列＝ＲＦＩ　Ａ社\nF=無視';
    const unclear = give(cast.secretariat, await sheet(LEGEND, [...one.slice(0, 4), 'E', '山田']));
    expect(await scene.submit(cast.secretariat, { file: unclear, extent: 'part', said })).toMatchInlineSnapshot(`
      "(本人のみ) 「要件一覧(改).xlsx」に読み取れないセルが1件あるため、取り込んでいません。一覧(CSV)をダイレクトメッセージでお送りします。
        回答!E3 「E」は回答の記号ではありません。◎・○・△・×・－のいずれかを入力してください。
        列や記号の意味は、取込のフォームの「列・記号の指定」で「E=RFI A社、F=無視、記号B=○」のようにご指定いただけます。どのベンダのどの回の回答かは、取込のフォームでお選びいただけます。一度取り込むと、同じ見出しの表では次回から省略できます。
        シート「回答」は、ご指定により、E列=RFI A社、F列=無視 として読み取りました。改める場合は、取込のフォームの「列・記号の指定」でご指定のうえ、もう一度お試しください。
        シート「回答」の記号は、凡例により A=◎、B=○、C=△、D=× として読み取りました。異なる場合は「記号B=○」のように指定できます。
      寺門 聡 📎要件一覧(改)_修正箇所.csv"
    `);
    await say(cast.secretariat, '/req import');
    const file = give(cast.secretariat, await sheet(LEGEND, one));
    expect(await scene.submit(cast.secretariat, { file, extent: 'part', said })).toMatchInlineSnapshot(`
      "(本人のみ) 「要件一覧(改).xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件
        シート「回答」は、ご指定により、E列=RFI A社、F列=無視 として読み取りました。改める場合は、取込のフォームの「列・記号の指定」でご指定のうえ、もう一度お試しください。
        シート「回答」の記号は、凡例により A=◎、B=○、C=△、D=× として読み取りました。異なる場合は「記号B=○」のように指定できます。
        [この内容で取り込む] [取りやめる]"
    `);
    expect(await scene.press(cast.secretariat, 'この内容で取り込む')).toMatchInlineSnapshot(`
      "(本人のみ) 取込10として取り込みました。新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件です。
        列・記号の指定を読取設定1として記憶しました。同じ見出し・同じベンダ(または同じ名前のシート)の表では、次回から省略できます。「/req 読取設定」で確認・削除できます。
        [取込を取り消す]"
    `);
    await say(cast.secretariat, '/req import');
    const next = give(
      cast.secretariat,
      await sheet(LEGEND, one, ['児童扶養手当', '9100002', '出力できること', '必須', 'E', '']),
    );
    expect(
      await scene.submit(cast.secretariat, { file: next, extent: 'part', said: '記号E=○' }),
    ).toMatchInlineSnapshot(`
      "(本人のみ) 「要件一覧(改).xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 1件、変更 0件、変更なし 1件、一覧から消えた要件 0件
        シート「回答」は、ご指定(読取設定1で記憶した分を含む)により、E列=RFI A社、F列=無視、記号E=○ として読み取りました。改める場合は、取込のフォームの「列・記号の指定」でご指定のうえ、もう一度お試しください。
        シート「回答」の記号は、凡例により A=◎、B=○、C=△、D=× として読み取りました。異なる場合は「記号B=○」のように指定できます。
        [この内容で取り込む] [取りやめる]"
    `);
    await say(cast.secretariat, '/req import');
    expect(await scene.submit(cast.secretariat, { file: next, said: 'E列はRFI、記号E=何か' })).toMatchInlineSnapshot(
      `"[フォーム] said: 列・記号の指定「記号E=何か」を読み取れませんでした。「E=RFI A社」「F=無視」「記号B=○」のようにご入力ください。"`,
    );
  });

  test('what is remembered is seen, forgotten, brought back; a vendor’s is another’s neither to take nor to lose', async () => {
    expect(await say(cast.lead, '/req 読取設定')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(await say(cast.secretariat, '/req 読取設定')).toMatchInlineSnapshot(`
      "(本人のみ) 取込で記憶している読取設定:1件
        • 読取設定1 シート「回答」:E列=RFI A社、F列=無視(見出し E列「御社ご回答」、F列「担当者」。要件一覧(改).xlsx、6月4日(木) 10:05)
        同じ見出しで、同じベンダ(記載がない場合は同じ名前のシート)の表に使います。誤った内容を記憶した場合は「/req 読取設定削除 読取設定1」で削除できます。
        [読取設定1を削除する]
        全1件中 1〜1件目"
    `);
    expect(await scene.press(cast.secretariat, '読取設定1を削除する')).toMatchInlineSnapshot(`
      "(本人のみ) 読取設定1(シート「回答」:E列=RFI A社、F列=無視)を削除しました。次の取込からは使いません。取込済みの要件は変わりません。
        [元に戻す]"
    `);
    expect(await say(cast.secretariat, '/req 読取設定')).toMatchInlineSnapshot(`
      "(本人のみ) 取込で記憶している読取設定:0件
        取込のフォームで「列・記号の指定」を入力して取り込むと、ここに記憶されます。"
    `);
    scene.at('2026-06-04T10:20:00+09:00');
    expect(await say(cast.secretariat, '/req forget 1')).toMatchInlineSnapshot(
      `"(本人のみ) 読取設定1は、6月4日(木) 10:05から使っていません。戻す場合は「/req 取消 読取設定1」とご入力ください。"`,
    );
    expect(await say(cast.secretariat, '/req 読取設定削除 読取設定９')).toMatchInlineSnapshot(
      `"(本人のみ) 読取設定9は見つかりませんでした。「/req 読取設定」で一覧をご覧いただけます。"`,
    );

    const HEADS = ['業務', '機能ID', '機能要件', '区分', '御社ご回答'];
    const sheet = (title: string, id: string) =>
      writeXlsx({
        sheets: [{ name: '回答', rows: [[title], HEADS, ['児童扶養手当', id, '照会できること', '必須', '△']] }],
      });
    const import_ = async (title: string, id: string, said?: string) => {
      await say(cast.secretariat, '/req import');
      const file = give(cast.secretariat, await sheet(title, id), '様式.xlsx');
      return scene.submit(cast.secretariat, { file, extent: 'part', ...(said && { said }) });
    };
    await import_('A社 ご回答', '9200001', 'E=RFI A社');
    expect(await scene.press(cast.secretariat, 'この内容で取り込む')).toContain('読取設定2として記憶しました');
    expect(await import_('A社 ご回答(再)', '9200002')).toMatchInlineSnapshot(`
      "(本人のみ) 「様式.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件
        シート「回答」は、ご指定(読取設定2で記憶した分を含む)により、E列=RFI A社 として読み取りました。改める場合は、取込のフォームの「列・記号の指定」でご指定のうえ、もう一度お試しください。
        [この内容で取り込む] [取りやめる]"
    `);
    expect(await import_('B社 ご回答', '9200003')).toMatchInlineSnapshot(`
      "(本人のみ) 「様式.xlsx」に読み取れないセルが1件あるため、取り込んでいません。一覧(CSV)をダイレクトメッセージでお送りします。
        回答!E2 B社の「御社ご回答」がどの回の回答か分かりません。見出し、シート名、ファイル名のいずれかに回の名前を入れてください。
        列や記号の意味は、取込のフォームの「列・記号の指定」で「E=RFI A社、F=無視、記号B=○」のようにご指定いただけます。どのベンダのどの回の回答かは、取込のフォームでお選びいただけます。一度取り込むと、同じ見出しの表では次回から省略できます。
      寺門 聡 📎様式_修正箇所.csv"
    `);
    await import_('B社 ご回答', '9200003', 'E=RFI B社');
    await scene.press(cast.secretariat, 'この内容で取り込む');
    expect(await say(cast.secretariat, '/req 読取設定 B社')).toMatchInlineSnapshot(`
      "(本人のみ) 取込で記憶している読取設定:1件
        • 読取設定3 B社の回答:E列=RFI B社(見出し E列「御社ご回答」。様式.xlsx、6月4日(木) 10:20)
        同じ見出しで、同じベンダ(記載がない場合は同じ名前のシート)の表に使います。誤った内容を記憶した場合は「/req 読取設定削除 読取設定1」で削除できます。
        [読取設定3を削除する]
        全1件中 1〜1件目"
    `);

    expect(await say(cast.secretariat, '/req 取消 読取設定1')).toMatchInlineSnapshot(
      `"(本人のみ) 読取設定1(シート「回答」:E列=RFI A社、F列=無視)を元に戻しました。次の取込から、また使います。"`,
    );
    expect(await say(cast.secretariat, '/req undo profile 1')).toMatchInlineSnapshot(
      `"(本人のみ) 読取設定1は削除されていません。削除する場合は「/req 読取設定削除 読取設定1」とご入力ください。"`,
    );
    expect(await say(cast.secretariat, '/req 取消 取込12')).toMatchInlineSnapshot(`
      "(本人のみ) 取込12(様式.xlsx)を取り消し、要件 1件を取込前の状態に戻しました。
        この取込で記憶した読取設定3も削除しました。残す場合は「/req 取消 読取設定3」とご入力ください。"
    `);
    expect(await say(cast.secretariat, '/req 読取設定 B社')).toMatchInlineSnapshot(`
      "(本人のみ) 取込で記憶している読取設定:0件
        該当するものはありません。「/req 読取設定」ですべてをご覧いただけます。"
    `);
    const audited = await scene.store.client.auditEntry.findMany({ where: { subjects: { has: 'profile:1' } } });
    expect(audited.map((one) => one.act)).toEqual(['req proceed', 'req forget', 'req undo']);
  });

  test('with more than five requirements shows first what taking it back does', async () => {
    const list = Array.from({ length: 7 }, (_, i) => row(91_000 + i));
    await bring(list);
    const batch = (await scene.store.client.import.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    expect(await say(cast.secretariat, `/req undo 取込${batch}`)).toMatchInlineSnapshot(`
      "(本人のみ) 取込13(要件一覧.xlsx)を取り消し、要件7件を取込前の状態に戻します。内容をご確認のうえ、ボタンを押してください。まだ取り消していません。
        なくなる要件:3083-3089(7件。番号は欠番になります)
        [7件を取り消す] [取りやめる]"
    `);
    const before = await scene.store.client.requirement.count();
    expect(await scene.press(cast.secretariat, '7件を取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 取込13(要件一覧.xlsx)を取り消し、要件 7件を取込前の状態に戻しました。"`,
    );
    expect(await scene.store.client.requirement.count()).toBe(before - 7);
    await bring(list);
    await say(cast.secretariat, `/req undo 取込${batch + 1}`);
    await bring([row(91_000, { text: '変更後の文言' })]);
    expect(await scene.press(cast.secretariat, '7件を取り消す')).toMatchInlineSnapshot(
      `"(本人のみ) 取込14は取り消せません。同じ要件を変更した後の取込(取込15)があります。後の取込から順に取り消すか、個別に修正してください。"`,
    );
  });

  test('of one vendor leaves what the others answered, and what it has no column for', async () => {
    scene.at('2026-06-04T16:00:00+09:00');
    const import_ = async (heads: string[], line: string[]) => {
      await say(cast.secretariat, '/req 取込');
      const bytes = await writeXlsx({ sheets: [{ name: '回答', rows: [heads, line] }] });
      return scene.submit(cast.secretariat, { file: give(cast.secretariat, bytes, '回答.xlsx'), extent: '一部' });
    };
    const one = ['児童扶養手当', '9300001', '照会できること', '必須'];
    const HEADS = ['業務', '機能ID', '機能要件', '区分'];
    await import_([...HEADS, 'RFI A社', '費用(千円)', '備考'], [...one, '△', '500', '次期版で対応']);
    await scene.press(cast.secretariat, 'この内容で取り込む');
    expect(await import_([...HEADS, 'RFI B社', '備考'], [...one, '×', ''])).toMatchInlineSnapshot(`
      "(本人のみ) 「回答.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 0件、変更 1件、変更なし 0件、一覧から消えた要件 0件
        変更:3097 備考、ベンダ回答
        この表に列のない項目(費用、ベンダ回答)は、登録済みの内容のまま残します。
        [この内容で取り込む] [取りやめる]"
    `);
    await scene.press(cast.secretariat, 'この内容で取り込む');
    const { number } = await scene.store.client.requirement.findFirstOrThrow({ where: { functionId: '9300001' } });
    const shown = (await say(cast.member, `/req 表示 ${number}`)).split('\n');
    expect(shown.filter((words) => /費用|RFI|備考/u.test(words))).toMatchInlineSnapshot(`
      [
        "  *費用* 500千円",
        "  RFI:A社 △ / B社 ×",
      ]
    `);
    expect(await import_([...HEADS, 'RFI B社'], [...one, ''])).toContain('変更 1件');
    expect(await import_([...HEADS, 'RFI B社', '備考'], [...one, '×', ''])).toContain('登録済みの内容と同じため');
  });

  test('that changes what is decided, or blanks what was answered, says so first and tells the body; taken back it stays in the history', async () => {
    const heads = ['業務', '機能ID', '機能要件', '区分', 'RFI B社'];
    const { number } = await scene.store.client.requirement.findFirstOrThrow({ where: { functionId: '9300001' } });
    await say(cast.secretariat, `/req decide ${number} 標準`);
    scene.at('2026-06-04T16:05:00+09:00');
    const revised = [heads, ['児童扶養手当', '9300001', '照会・印刷できること', '必須', null]];
    const bytes = await writeXlsx({ sheets: [{ name: '回答', rows: revised }] });
    await say(cast.secretariat, '/req 取込');
    const given = { file: give(cast.secretariat, bytes, '第2版.xlsx'), extent: '一部' };
    expect(await scene.submit(cast.secretariat, given)).toMatchInlineSnapshot(`
      "(本人のみ) 「第2版.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 0件、変更 1件、変更なし 0件、一覧から消えた要件 0件
        変更:3097 要件内容、ベンダ回答
        この表に列のない項目(費用、ベンダ回答)は、登録済みの内容のまま残します。
        ベンダ回答が空欄のため、登録済みの回答を未回答に戻します:RFI B社 1件
        決定済みで、要再確認になる要件:3097(決定はそのまま有効です)
        [この内容で取り込む] [取りやめる]"
    `);
    expect(await scene.press(cast.secretariat, 'この内容で取り込む')).toMatchInlineSnapshot(`
      "(本人のみ) 取込18として取り込みました。新規 0件、変更 1件、変更なし 0件、一覧から消えた要件 0件です。
        決定済みの要件3097は、要再確認になりました。担当の会議体のチャンネルにもお知らせします。
        [取込を取り消す]
      #wg-児童福祉 要件一覧の更新(取込18)により、決定済みの要件3097は、要件内容・区分が変わったか、一覧から消えたため、要再確認になりました。決定はそのまま有効です。お手数ですが、内容のご確認をお願いします。
        [要再確認の一覧]"
    `);
    const told = (await say(cast.member, `/req 表示 ${number}`))
      .split('\n')
      .find((words) => words.includes('要再確認'));
    expect(told).toMatchInlineSnapshot(
      `"  【要再確認】決定の後、6月4日(木) 16:05の取込で要件内容または区分が変わりました。決定はそのまま有効です。再確認の結果は、変更しない場合も「/req 決定変更 3097 パッケージ標準どおり 理由」のように記録をお願いします。"`,
    );
    scene.at('2026-06-04T16:10:00+09:00');
    expect(await say(cast.secretariat, '/req undo 取込18')).toMatchInlineSnapshot(`
      "(本人のみ) 取込18(第2版.xlsx)を取り消し、要件 1件を取込前の状態に戻しました。
      #wg-児童福祉 取込18が取り消され、決定済みの要件3097は、決定時の内容に戻りました。再確認は不要です。"
    `);
    expect(await say(cast.member, `/req 履歴 ${number}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3097の経緯(4件、古い順)
        照会できること
        • 6月4日(木) 16:00 取込17による変更:備考、ベンダ回答
        • 6月4日(木) 16:00 『パッケージ標準どおり』令和8年度決定第5号(仮記録、記録:寺門 聡)
        • 6月4日(木) 16:05 取込18による変更:要件内容「照会できること」→「照会・印刷できること」、ベンダ回答
        • 6月4日(木) 16:10 取込18を取消(取込前の内容に戻す)"
    `);
  });

  test('on which a circulation, a question or a confirmed answer stands is not taken back', async () => {
    scene.at('2026-06-05T10:00:00+09:00');
    const marks = [{ round: 'proposal', vendor: 'a', mark: '△' as const }];
    await bring([row(92_001), row(92_002), row(92_003, { marks })]);
    const batch = (await scene.store.client.import.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    const numbers = await scene.store.client.requirement.findMany({
      where: { importId: batch },
      orderBy: { number: 'asc' },
    });
    const [a, b, c] = numbers.map((one) => one.number);
    await say(cast.lead, `/req 提案 ${a} 標準`);
    await say(cast.lead, '/req 提案取下げ P1');
    await say(cast.member, `/req 質問 ${b} 件数の上限はありますか`);
    await say(cast.member, `/req 確認済 ${c}`);
    expect(await say(cast.secretariat, `/req 取消 取込${batch}`)).toMatchInlineSnapshot(
      `"(本人のみ) 取込19は取り消せません。この取込の要件についての持ち回り審議(P1)、この取込の要件についての質問(Q1)、ベンダ回答の確認(要件3100)があります。後の取込から順に取り消すか、個別に修正してください。"`,
    );
    await bring([row(92_001, { text: '変更後の文言' })]);
    await say(cast.lead, `/req 提案 ${a} 標準`);
    expect(await say(cast.secretariat, `/req 取消 取込${batch + 1}`)).toMatchInlineSnapshot(
      `"(本人のみ) 取込20は取り消せません。この取込の要件についての持ち回り審議(P2)があります。後の取込から順に取り消すか、個別に修正してください。"`,
    );
    await say(cast.lead, '/req 提案取下げ P2');
    expect(await say(cast.secretariat, `/req 取消 取込${batch + 1}`)).toContain('取込前の状態に戻しました');
  });

  test('whose headings do not say whose answers they are, nor of which round, is read as the form says', async () => {
    expect(await say(cast.secretariat, '/req 取込 ベンダ:Z社')).toMatchInlineSnapshot(
      `"(本人のみ) ベンダ「Z社」は登録されていません。登録済みのベンダ:A社、B社、C社。"`,
    );
    expect(await say(cast.secretariat, '/req 取込 一部 ベンダ Ｃ社 回 第9回')).toMatchInlineSnapshot(
      `"(本人のみ) 回「第9回」は登録されていません。登録済みの回:RFI、プロポーザル。"`,
    );
    expect(await say(cast.secretariat, '/req 取込 一部 ベンダ Ｃ社 F=無視')).toMatchInlineSnapshot(
      `"[フォーム] 要件一覧(xlsx・CSV)を取り込みます: 一覧の範囲=part、どのベンダの回答か(見出しから読み取れない場合)=C社、どの回の回答か(見出しから読み取れない場合)、列・記号の指定(見出しから読み取れない場合)=F列=無視、ファイル(xlsx・CSV)"`,
    );
    const HEADS = ['業務', '機能ID', '機能要件', '区分', '回答', '担当者'];
    const row = ['児童扶養手当', '9400001', '照会できること', '必須', '△', '山田'];
    const file = give(cast.secretariat, await writeXlsx({ sheets: [{ name: '様式2', rows: [HEADS, row] }] }), 'a.xlsx');
    const c = { file, extent: 'part', vendor: 'C社' };
    expect(await scene.submit(cast.secretariat, c)).toContain('「回答」がどの回の回答か分かりません');
    await say(cast.secretariat, '/req 取込');
    expect(await scene.submit(cast.secretariat, { ...c, round: '提案' })).toMatchInlineSnapshot(`
      "(本人のみ) 「a.xlsx」を取り込むと、次のように変わります。まだ取り込んでいません。
        一部の一覧として扱います。載っていない要件はそのままです。
        新規 1件、変更 0件、変更なし 0件、一覧から消えた要件 0件
        シート「様式2」は、ご指定により、E列=プロポーザル C社 として読み取りました。改める場合は、取込のフォームの「列・記号の指定」でご指定のうえ、もう一度お試しください。
        読み飛ばした箇所 1件:様式2!F1(担当者)
        [この内容で取り込む] [取りやめる]"
    `);
    await scene.press(cast.secretariat, 'この内容で取り込む');
    expect(await say(cast.secretariat, '/req 読取設定 C社')).toContain('C社の回答:E列=');
    // The same file once more needs no round; another round that is named goes before what was remembered.
    await say(cast.secretariat, '/req 取込');
    expect(await scene.submit(cast.secretariat, c)).toContain('取り込むものはありません');
    await say(cast.secretariat, '/req 取込');
    expect(await scene.submit(cast.secretariat, { ...c, round: 'RFI' })).toContain('E列=RFI C社');
  });
});
