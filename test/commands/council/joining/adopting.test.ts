/** A joiner adopts what was decided: accepts, asks instead of reopening, keeps its differences, and reads back from a day on. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSheets } from '../../../../src/sheet/open.ts';
import { councilMet, sakaiAdopts, sakaiJoins } from '../../../support/joiner.ts';
import { cast, type Office, office } from '../../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-10T10:00:00+09:00');
  await councilMet(here);
  await sakaiJoins(here);
  here.at('2026-06-12T09:00:00+09:00');
  await here.say(cast.lead, '/item 追加 旧様式の確認');
  await here.say(cast.lead, '/item 完了 K1');
  await here.say(cast.lead, '/item 追加 新様式の確認');
  await here.say(cast.lead, '/item コメント K2 県へ照会済み');
  await here.say(cast.lead, '/wg 次第 督促状の様式について');
  await here.say(cast.lead, '/wg 次第 取りやめた議題');
  await here.say(cast.lead, '/wg 次第 取下げ 議題2');
  await sakaiAdopts(here);
});
afterAll(() => here.close());

const sakai = (line: string) => here.say(cast.stranger, line);

test('the joiner sees what there is to accept, and nobody else may accept it', async () => {
  expect(await sakai('/council 受入')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の決定の受入:受入済0件・質問中0件・未回答8件
      • 介護保険:受入済0件・質問中0件・未回答8件
      業務ごとの受入は「/council 受入 介護保険」、1件ずつの受入は「/council 受入 1234」とご入力ください。質問は「/council 受入質問 1234 …」、資料は「/council 受入資料 介護保険」です。"
  `);
  expect(await here.say(cast.member, '/council 受入 介護保険')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
  );
  expect(await sakai('/council 受入 障害者福祉')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
  );
  expect(await sakai('/council 受入 1240')).toMatchInlineSnapshot(
    `"(本人のみ) 要件1240は、まだ決定していないため、受け入れる決定がありません。"`,
  );
  expect(await sakai('/council 受入 99999')).toMatchInlineSnapshot(
    `"(本人のみ) 要件99999は登録されていません。近い番号は 3068、3069 です。"`,
  );
});

test('it asks instead of reopening; who helps in that working group is asked to answer', async () => {
  expect(await sakai('/req 再協議 1235 月次に間に合わない')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await sakai('/council 受入質問 1235 月次処理に間に合いますか')).toMatchInlineSnapshot(`
    "(本人のみ) 境町として、要件1235の決定について質問を登録しました(Q1)。決定はそのまま有効で、再協議にはなりません。
      [質問を取り下げる]
    和田 幸子 境町から、要件1235の決定について質問がありました(Q1)。「月次処理に間に合いますか」
      支援役の那珂市の方は、ご回答をお願いします。回答は「/req 回答 Q1 那珂市 …」で記録できます。
    #wg-介護保険 境町から、要件1235の決定について質問がありました(Q1)。「月次処理に間に合いますか」
      支援役の那珂市の方は、ご回答をお願いします。回答は「/req 回答 Q1 那珂市 …」で記録できます。"
  `);
  expect(
    await here.say(cast.lead, '/req 回答 Q1 那珂市 翌営業日に反映されるため、支障ありません'),
  ).toMatchInlineSnapshot(`
    "(本人のみ) 質問Q1の回答(那珂市)を記録しました。
    来訪者 ご質問Q1に、那珂市から回答がありました。「翌営業日に反映されるため、支障ありません」
      [この決定を受け入れる]"
  `);
  expect(await sakai('/council 受入質問')).toMatchInlineSnapshot(`
    "(本人のみ) 境町からの質問:1件
      • Q1(要件1235)月次処理に間に合いますか → 那珂市:翌営業日に反映されるため、支障ありません"
  `);
});

test('a business is accepted after it was shown, without what is asked about; one by one at once', async () => {
  expect(await sakai('/council 受入 介護保険')).toMatchInlineSnapshot(`
    "(本人のみ) 境町として、次の決定7件を受け入れます。内容をご確認ください(質問中のものは含みません)。
      1230-1234、1236-1237
      介護保険:7件
      [7件を受け入れる] [取りやめる]"
  `);
  expect(await here.press(cast.stranger, '7件を受け入れる')).toMatchInlineSnapshot(`
    "(本人のみ) 境町として、要件1230-1234、1236-1237の決定を受け入れました(受入2)。
      全体:受入済7件・質問中1件・未回答0件
      [取り消す]"
  `);
  expect(await sakai('/council 受入 介護保険')).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険に、未回答の決定はありません。質問中の1件は、回答をご確認のうえ、要件番号で受け入れてください。"`,
  );
  expect(await sakai('/council 受入 1235')).toMatchInlineSnapshot(`
    "(本人のみ) 境町として、要件1235の決定を受け入れました(受入3)。
      全体:受入済8件・質問中0件・未回答0件
      [取り消す]
    #wg-介護保険 境町が、介護保険の決定8件をすべて受け入れました。"
  `);
  expect(await here.press(cast.stranger, '取り消す')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の要件1235への回答(受入3)を取り消し、その前の状態に戻しました。"`,
  );
  expect(await sakai('/council　受入　１２３５')).toMatchInlineSnapshot(`
    "(本人のみ) 境町として、要件1235の決定を受け入れました(受入4)。
      全体:受入済8件・質問中0件・未回答0件
      [取り消す]
    #wg-介護保険 境町が、介護保険の決定8件をすべて受け入れました。"
  `);
});

test('a decision that is superseded is open again', async () => {
  await here.say(cast.lead, '/req 決定変更 1236 標準どおり パッケージの帳票で足りるため');
  expect(await sakai('/council 受入')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の決定の受入:受入済7件・質問中0件・未回答1件
      • 介護保険:受入済7件・質問中0件・未回答1件
      業務ごとの受入は「/council 受入 介護保険」、1件ずつの受入は「/council 受入 1234」とご入力ください。質問は「/council 受入質問 1234 …」、資料は「/council 受入資料 介護保険」です。"
  `);
});

test('a withdrawn question leaves what was accepted; one that the secretariat entered is answered to the joiner', async () => {
  await sakai('/council 受入 1236');
  expect(await sakai('/council 受入質問 1236 抽出条件は保存できますか')).toContain('質問を登録しました(Q2)');
  expect(await sakai('/council 受入取消 受入6')).toMatchInlineSnapshot(
    `"(本人のみ) 受入6は質問(Q2)の記録です。質問を取り下げる場合は「/req 質問取下げ Q2」とご入力ください。"`,
  );
  expect(await sakai('/council 受入')).toContain('受入済7件・質問中1件・未回答0件');
  await sakai('/req 質問取下げ Q2');
  expect(await sakai('/council 受入')).toContain('受入済8件・質問中0件・未回答0件');
  expect(await sakai('/council 受入取消')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の要件1236への回答(受入5)を取り消し、その前の状態に戻しました。"`,
  );
  await here.say(cast.secretariat2027, '/council 受入質問 境町 1236 電話で照会がありました');
  expect(await here.say(cast.english, '/req answered Q3 那珂市 保存できます')).toMatchInlineSnapshot(
    `"(本人のみ) Question Q3 can be answered for かすみがうら市 alone: “/req answered Q3 かすみがうら市 …”."`,
  );
  expect(await here.say(cast.english, '/req answered Q3 かすみがうら市 保存できます')).toMatchInlineSnapshot(`
    "(本人のみ) The answer to Q3 (かすみがうら市) was recorded.
    来訪者 ご質問Q3に、かすみがうら市から回答がありました。「保存できます」
      [この決定を受け入れる]"
  `);
  expect(await sakai('/req 回答 Q3 境町 了解しました')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
});

test('differences to the present system are kept', async () => {
  expect(await sakai('/council 独自差異 1234 現行は介護度別に集計しています')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の独自差異を登録しました(差異1、要件1234)。受入資料の「現行システムとの差異」欄に載ります。
      [差異1を取り消す]"
  `);
  expect(await here.say(cast.secretariat2027, '/council 独自差異 境町')).toMatchInlineSnapshot(`
    "(本人のみ) 境町の独自差異:1件
      • 差異1(要件1234)現行は介護度別に集計しています"
  `);
  expect(await sakai('/council　差異　１２３４　現行は介護度別に集計しています')).toMatchInlineSnapshot(
    `"(本人のみ) 同じ内容が、差異1(要件1234)としてすでに登録されています。"`,
  );
  await here.say(cast.secretariat2027, '/council 差異 境町 990 福祉の様式が異なります');
  expect(await sakai('/council 差異取消 差異2')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の受入・質問・独自差異は、境町のそのWGのご担当か情報主管担当、または事務局(代行)が記録できます。"`,
  );
  expect(await sakai('/council 差異取消 差異9')).toMatchInlineSnapshot(
    `"(本人のみ) 差異9は登録されていないか、すでに取り消されています。"`,
  );
  expect(await sakai('/council 差異取消 差異1')).toMatchInlineSnapshot(`"(本人のみ) 差異1を取り消しました。"`);
  await sakai('/council 独自差異 1234 現行は要介護度別に集計しています');
});

test('the pack holds what stands with its reasons, what it came from, and a column for its own; costs for members only', async () => {
  const before = here.workspace.state.files.size;
  expect(await sakai('/council 受入資料 介護保険')).toMatchInlineSnapshot(`
    "(本人のみ) 決定8件の受入資料(Excel・Word)を、ダイレクトメッセージでお送りします。
      費用は構成団体のみの情報のため、含んでいません。
    来訪者 📎受入資料_介護保険_境町_2027-04-01.xlsx
    来訪者 📎受入資料_介護保険_境町_2027-04-01.docx"
  `);
  const files = [...here.workspace.state.files.values()].slice(before);
  const [xlsx, docx] = files.map((one) => Buffer.from(one.content ?? ''));
  const opened = await openSheets(new Uint8Array(xlsx ?? []), 'a.xlsx');
  const rows = 'sheets' in opened ? (opened.sheets[0]?.rows ?? []) : [];
  expect([rows[0], rows[5], rows[6]]).toMatchInlineSnapshot(`
    [
      [
        "要件番号",
        "機能ID",
        "業務",
        "分類",
        "要件",
        "区分",
        "決定",
        "決定番号",
        "決定日",
        "段階",
        "理由",
        "変更前の決定と理由",
        "ベンダの代替案",
        "適用範囲",
        "受入",
        "現行システムとの差異(記入)",
      ],
      [
        1234,
        "2402023",
        "介護保険",
        "認定 > 申請 > 一括登録",
        "認定調査票を、調査員の携帯端末又はCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
        "必須",
        "パッケージ標準どおり",
        "令和8年度決定第1号",
        "令和8年6月12日(金)",
        "仮記録",
        null,
        null,
        "携帯端末との連携は改修が必要なため、CSVでの一括登録に代える。(B社)",
        "全団体",
        "受入済",
        "現行は要介護度別に集計しています",
      ],
      [
        1235,
        "2402024",
        "介護保険",
        "認定 > 申請 > 一括登録",
        "主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。",
        "必須",
        "レベルアップ",
        "令和8年度決定第3号",
        "令和8年6月12日(金)",
        "仮記録",
        "全団体で使うため",
        "令和8年度決定第2号 代替案:CSVでの一括登録に代えるため",
        null,
        "全団体",
        "受入済",
        null,
      ],
    ]
  `);
  const { value } = await mammoth.extractRawText({ buffer: docx ?? Buffer.from('') });
  expect(value.split('\n').filter(Boolean).slice(0, 30)).toMatchInlineSnapshot(`
    [
      "　　　第　　　　号",
      "令和9年4月1日",
      "　境町　様",
      "いばらき自治体クラウド基幹業務運営協議会",
      "決定事項の受入資料(介護保険)",
      "課長",
      "係長",
      "担当",
      "　介護保険について、本協議会がこれまでに決定した8件を、理由と経過を添えてお示しします。現行システムと異なる点を右の欄にご記入のうえ、業務ごと、または1件ずつ、受入の回答をお願いします。ご不明な点は、再協議ではなく質問としてお受けします。",
      "記",
      "1　決定	8件(受入済7件・質問中1件・未回答0件)",
      "2　費用	構成団体のみの情報のため、記載していません",
      "以上",
      "介護保険",
      "要件",
      "決定",
      "決定番号・決定日",
      "理由と経過",
      "現行システムとの差異(記入欄)",
      "1230 認定調査票の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。",
      "パッケージ標準どおり",
      "全団体",
      "受入済",
      "令和8年度決定第1号(仮記録)",
      "令和8年6月12日(金)",
      "1231 主治医意見書の対象者を任意の条件で抽出し、一覧表及びCSV形式で出力できること。",
      "パッケージ標準どおり",
      "全団体",
      "受入済",
      "令和8年度決定第1号(仮記録)",
    ]
  `);
  expect(await here.say(cast.secretariat2027, '/council 受入資料 境町 介護保険')).toMatchInlineSnapshot(`
    "(本人のみ) 決定8件の受入資料(Excel・Word)を、ダイレクトメッセージでお送りします。
      構成団体の方向けに、費用を含んでいます。境町へお渡しになる場合は、境町の方に「/council 受入資料」で作成いただくと、費用を除いた資料になります。
    小松崎 瞳 📎受入資料_介護保険_境町_2027-04-01.xlsx
    小松崎 瞳 📎受入資料_介護保険_境町_2027-04-01.docx"
  `);
});

test('it reads earlier decisions from the day that was set', async () => {
  expect(await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2028/1/1')).toMatchInlineSnapshot(
    `"(本人のみ) 令和10年1月1日(土)は、まだ先の日です。本日以前の日をご入力ください。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2027/1/1')).toMatchInlineSnapshot(`
    "(本人のみ) 境町がご覧になれる過去の決定と経過、会議の次第・資料・議事録を、令和9年1月1日(金)以降としました。現行の決定は、それより前のものもご覧いただけます。
      [取り消す]"
  `);
  expect(await sakai('/req 経緯 1235')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1235の経緯(1件、古い順)
      主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
      • 令和8年6月12日(金) 10:00 『レベルアップ』令和8年度決定第3号(仮記録、記録:和田 幸子、理由:全団体で使うため)
      令和9年1月1日(金)より前の経過は、表示していません。必要な場合は、事務局へお問い合わせください。"
  `);
  const said = [
    '/wg 表示 M1',
    '/wg 議事録 M1',
    '/wg 議事録 M1 file',
    '/wg 次第 M1',
    '/req 決定一覧 令和8年度',
    '/item 表示 K1',
    '/item 表示 K2',
    '/item 一覧 すべて 介護保険',
    '/item 出力 介護保険',
    '/wg 次第 介護保険の議題1 履歴',
    '/wg 次第 介護保険の議題2 履歴',
    '/council 引継ぎ',
  ];
  const heard: [string, boolean][] = [];
  for (const line of said) heard.push([line, (await sakai(line)).includes('令和9年1月1日(金)より前')]);
  expect(heard).toEqual(said.map((line) => [line, !line.startsWith('/council')]));
  const read = (
    await Promise.all(
      [
        '/item 一覧 すべて 介護保険',
        '/item 表示 K2',
        '/council 引継ぎ 境町 介護保険WG',
        '/wg 次第 介護保険の議題1 履歴',
      ].map(sakai),
    )
  ).join();
  for (const open of ['新様式の確認', '督促状の様式について', '全団体で使うため']) expect(read).toContain(open);
  for (const over of ['旧様式の確認', '県へ照会済み', 'CSVでの一括登録に代えるため']) expect(read).not.toContain(over);
  expect(await sakai('/wg 表示 M1')).toMatchInlineSnapshot(
    `"(本人のみ) 会議M1は令和9年1月1日(金)より前のため、次第・資料・議事録は表示していません。必要な場合は、事務局へお問い合わせください。"`,
  );
  expect(await here.say(cast.secretariat2027, '/wg 表示 M1')).not.toContain('表示していません');
  const undone = await here.say(cast.secretariat2027, '/council 閲覧範囲 境町 2027/3/1');
  expect(undone).toMatchInlineSnapshot(`
    "(本人のみ) 境町がご覧になれる過去の決定と経過、会議の次第・資料・議事録を、令和9年3月1日(月)以降としました。現行の決定は、それより前のものもご覧いただけます。
      [取り消す]"
  `);
  expect(await here.press(cast.secretariat2027, '取り消す')).toMatchInlineSnapshot(
    `"(本人のみ) 境町の閲覧範囲の設定を取り消し、令和9年1月1日(金)以降に戻しました。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council 取消 条件99')).toMatchInlineSnapshot(
    `"(本人のみ) 条件99という後乗りの条件の記録はありません。"`,
  );
  expect(await sakai('/council 取消 条件2')).toContain('事務局(かすみがうら市)が行えます');
  await here.say(cast.secretariat2027, '/council past 境町 all');
  expect(await sakai('/req 経緯 1235')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1235の経緯(2件、古い順)
      主治医意見書をCSVファイルの取込により一括登録でき、取込結果と誤りの一覧を確認できること。
      • 令和8年6月12日(金) 10:00 『代替案』令和8年度決定第2号(仮記録、記録:和田 幸子、理由:CSVでの一括登録に代えるため)
      • 令和8年6月12日(金) 10:00 『レベルアップ』令和8年度決定第3号(仮記録、記録:和田 幸子、理由:全団体で使うため)"
  `);
});

test('another helps where the lead says so', async () => {
  expect(await here.say(cast.lead, '/council 支援役 境町 介護保険WG 茨城県')).toMatchInlineSnapshot(
    `"(本人のみ) 「茨城県」は構成団体ではないため、支援役にはなれません。"`,
  );
  expect(await here.say(cast.member, '/council 支援役 境町 介護保険WG 五霞町')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、介護保険WGの座長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council 支援役 境町 福祉業務部会 五霞町')).toMatchInlineSnapshot(
    `"(本人のみ) 支援役は、WGごとに定めます。福祉業務部会には定められません。"`,
  );
  expect(await here.say(cast.secretariat2027, '/council 支援役 境町 自動交付機WG 五霞町')).toMatchInlineSnapshot(
    `"(本人のみ) 五霞町は自動交付機WGの担当者が未定のため、支援役にはできません。担当者を登録してから、もう一度ご入力ください。"`,
  );
  expect(await here.say(cast.lead, '/council　支援役　境町　介護保険WG　那珂市')).toMatchInlineSnapshot(
    `"(本人のみ) 介護保険WGでの境町の支援役は、すでに那珂市です。"`,
  );
  expect(await here.say(cast.lead, '/council 支援役 境町 介護保険WG 五霞町')).toMatchInlineSnapshot(`
    "(本人のみ) 介護保険WGでの境町の支援役を、五霞町に変更しました。元に戻す場合は、前の市町名で同じようにご入力ください。
    #wg-介護保険 介護保険WGでの境町の支援役は、五霞町です。境町からの質問へのご対応をお願いします。"
  `);
  expect(await here.say(cast.lead, '/council 加入 境町')).toContain('五霞町:総合窓口WG・軽自動車税WG・介護保険WG');
});
