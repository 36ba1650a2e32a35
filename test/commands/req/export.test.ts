/** `/req export`: the requirements as a file, sent to the asker alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let town: Office;
beforeAll(async () => {
  town = await office();
});
afterAll(() => town.close());

test('the secretariat gets the workbook of a WG in private', async () => {
  await town.say(cast.lead, '/req decide 1234 alternative =CSVでの一括登録に代える');
  expect(await town.say(cast.secretariat, '/req 出力')).toMatchInlineSnapshot(`
    "(本人のみ) 要件210件のファイルを、ダイレクトメッセージでお送りします。
    寺門 聡 要件一覧:介護保険WG(すべて)210件、令和8年度、令和8年6月1日(月)現在
      このファイルは、そのまま取り込むことができます。決定の列は取込の対象外です。先頭の「'」は、数式として扱われないようにするためのものです。
    寺門 聡 📎要件一覧_2026-06-01.xlsx"
  `);
});

test('narrowed to what is decided, as CSV, in any order and width', async () => {
  expect(await town.say(cast.secretariat, '/req export ＣＳＶ 決定済')).toMatchInlineSnapshot(`
    "(本人のみ) 要件1件のファイルを、ダイレクトメッセージでお送りします。
    寺門 聡 要件一覧:介護保険WG(決定済)1件、令和8年度、令和8年6月1日(月)現在
      このファイルは、そのまま取り込むことができます。決定の列は取込の対象外です。先頭の「'」は、数式として扱われないようにするためのものです。
    寺門 聡 📎要件一覧_2026-06-01.csv"
  `);
});

test('narrowed to what is to be considered of one class, as the list is', async () => {
  const told = await town.say(cast.secretariat, '/req 出力 要検討 任意 csv');
  expect(told).toMatchInlineSnapshot(`
    "(本人のみ) 要件12件のファイルを、ダイレクトメッセージでお送りします。
    寺門 聡 要件一覧:介護保険WG(すべて、任意、プロポーザルで要検討)12件、令和8年度、令和8年6月1日(月)現在
      このファイルは、そのまま取り込むことができます。決定の列は取込の対象外です。先頭の「'」は、数式として扱われないようにするためのものです。
    寺門 聡 📎要件一覧_2026-06-01.csv"
  `);
  expect(await town.say(cast.secretariat, '/req 一覧 すべて 要検討 任意')).toContain(
    'すべて、任意、プロポーザルで要検討',
  );
});

test('from a WG’s channel all is had by what the lists call it', async () => {
  expect(await town.say(cast.secretariat, '/req エクスポート 全業務 決定済 csv')).toContain(
    '要件一覧:全業務(決定済)1件',
  );
});

test('a member is told who may', async () => {
  expect(await town.say(cast.member, '/req export')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
});

test('nothing to export, two formats, an unknown name', async () => {
  expect(await town.say(cast.secretariat, '/req export 障害者福祉WG 決定済')).toMatchInlineSnapshot(
    `"(本人のみ) 障害者福祉WG(決定済)に該当する要件がないため、ファイルは作成していません。「/req 一覧」で件数をご確認いただけます。"`,
  );
  expect(await town.say(cast.secretariat, '/req export csv xlsx')).toMatchInlineSnapshot(`
    "(本人のみ) 「xlsx」の部分を読み取れませんでした。形式は1つだけご入力ください。
      使い方:/req 出力 [絞り込み(一覧と同じ)、xlsx・csv・cp932]
      例:/req 出力 介護保険 未決"
  `);
  expect(await town.say(cast.secretariat, '/req export 海洋')).toMatchInlineSnapshot(
    `"(本人のみ) 「海洋」というWG・部会・業務は見つかりませんでした。「/wg 一覧」でご確認いただけます。"`,
  );
});

test('delivered twice, it is sent once', async () => {
  await town.say(cast.secretariat, '/req export cp932 介護保険');
  expect(await town.deliverAgain()).toMatchInlineSnapshot(
    `"(本人のみ) 要件210件のファイルを、ダイレクトメッセージでお送りします。"`,
  );
});
