/** A roster as a workbook: brought in row by row, exported, brought back, and undone as a whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSheets } from '../../../../src/sheet/open.ts';
import { cast, DIRECT, type Office, office } from '../../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-07-01T10:00:00+09:00');
});
afterAll(() => here.close());

const say = (who: string, line: string) => here.say(who, line, DIRECT);
const { secretariat2027: kasumi, secretariat2028: omiya, lead } = cast;

describe('a roster’s workbook', () => {
  const HEAD = '会議体,団体,役割,正副,課名,氏名,ふりがな,Slack,就任日,退任日';
  const give = (who: string, bytes: Uint8Array | string, name = '名簿.csv') =>
    here.workspace.giveFile(here.account(who).userId, name, Buffer.from(bytes));

  /** The workbook that was exported last. */
  const exported = (): Buffer => {
    const files = [...here.workspace.state.files.values()];
    return Buffer.from(files.findLast((one) => one.name.startsWith('名簿_'))?.content ?? '');
  };

  test('is shown first, row by row, with what is refused', async () => {
    await here.store.act('ibaraki', (acting) =>
      acting.seats.register({ name: '貝塚 芳信', kana: undefined, email: undefined }),
    );
    expect(await say(kasumi, '/council 名簿取込 7月1日')).toMatchInlineSnapshot(
      `"[フォーム] 担当者名簿(xlsx・CSV)を取り込みます: 期間=7月1日、名簿のファイル(xlsx・CSV)"`,
    );
    const file = give(
      kasumi,
      [
        ',,,令和8年度 担当者名簿',
        HEAD,
        '介護保険WG,かすみがうら市,,正,介護課,飯田 佳代,,,,',
        '障害者福祉WG,かすみがうら市,委員,正,,新任 三郎,しんにん さぶろう,U0SHINNIN,R8.7.1,',
        ',,,副,,新任 四郎,,,,令和9年3月31日',
        '学齢簿ＷＧ,かすみがうら市,委員,,,未定,,,,',
        '介護保健WG,かすみがうら市,,,,新任 五郎,,,,',
        '介護保険WG,かすみがうら,,,,新任 五郎,,,,',
        '介護保険WG,那珂市,,,,新任 五郎,,,,',
        '印鑑登録WG,かすみがうら市,会計,,,新任 五郎,,,,',
        '印鑑登録WG,かすみがうら市,,正,,新任 五郎,,,令和8年2月30日,',
        '印鑑登録WG,かすみがうら市,,正,,新任 五郎,,,平成30年4月1日,',
        '印鑑登録WG,かすみがうら市,,正,,貝塚 芳信,,,,',
      ].join('\r\n'),
    );
    expect(await here.submit(kasumi, { file, day: '7月1日' })).toMatchInlineSnapshot(`
      "(本人のみ) 「名簿.csv」を取り込むと、名簿は次のように変わります(就任日の空欄は令和8年7月1日(水))。
        就任2件、退任2件、任期変更0件、変更なし1件、取込不可7件
        • 就任 かすみがうら市 障害者福祉WG 委員:新任 三郎(7月1日(水)から)
        • 就任 かすみがうら市 障害者福祉WG 委員:新任 四郎(7月1日(水)から令和9年3月31日(水)まで)
        • 退任 かすみがうら市 障害者福祉WG 委員:石塚 淳(6月30日(火)まで)
        • 退任 かすみがうら市 学齢簿WG 委員:横田 彩(6月30日(火)まで)
        • 課名 かすみがうら市 介護保険WG 委員:介護課
        新しく登録する方:新任 三郎、新任 四郎
        次の7件は取り込めません。ファイルを直してもう一度お選びになるか、このまま残りを取り込んでください。
        • 名簿!A7 「介護保健WG」という会議体はありません。「介護保険WG」のことでしょうか。
        • 名簿!B8 「かすみがうら」という団体はありません。「かすみがうら市」のことでしょうか。
        • 名簿!B9 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • 名簿!C10 役割「会計」を読み取れません。委員・座長・部会長・情報主管・アドバイザーのいずれかにしてください。
        • 名簿!I11 日付「令和8年2月30日」を読み取れません。令和9年4月1日、R9.4.1、2027-04-01 のようにご記入ください。
        • 名簿!I12 新しい担当者「新任 五郎」さんの就任日が前年度以前です。本年度以降の日にしてください。
        • 名簿!F13 「貝塚 芳信」さんは同姓同名の方が2名います。ふりがな・メール・SlackのIDのいずれかで区別してください。
        Slackのアカウントのひも付け:1件
        [5件を取り込む] [取りやめる]"
    `);
    expect(await here.press(kasumi, '5件を取り込む')).toMatchInlineSnapshot(`
      "(本人のみ) 名簿を取り込みました(名簿1):就任2件、退任2件、任期変更0件、変更なし1件、取込不可0件
        [取り消す]"
    `);
  });

  test('what is exported changes nothing when it is brought back', async () => {
    here.at('2026-07-02T10:00:00+09:00');
    expect(await say(kasumi, '/council 名簿 出力 かすみがうら市')).toMatchInlineSnapshot(`
      "(本人のみ) 令和8年7月2日(木)現在の名簿(担当38件)を、ダイレクトメッセージでお送りします。
      小松崎 瞳 📎名簿_2026-07-02.xlsx"
    `);
    await say(kasumi, '/council roster-import');
    const file = give(kasumi, exported(), '名簿.xlsx');
    expect(await here.submit(kasumi, { file })).toMatchInlineSnapshot(`
      "(本人のみ) この名簿で変わる担当はありません。
        就任0件、退任0件、任期変更0件、変更なし49件、取込不可0件"
    `);
  });

  test('an account is linked where nothing else of the roster changes', async () => {
    expect(await say('guest', '/req 表示 1234')).toContain('登録されていません');
    const row = '障害者福祉WG,かすみがうら市,委員,正,,新任 三郎,しんにん さぶろう,U0GUEST,R8.7.1,';
    await say(kasumi, '/council 名簿取込');
    const file = give(kasumi, `${HEAD}\r\n${row}`);
    expect(await here.submit(kasumi, { file })).toMatchInlineSnapshot(`
      "(本人のみ) 「名簿.csv」を取り込むと、名簿は次のように変わります(就任日の空欄は令和8年7月2日(木))。
        就任0件、退任0件、任期変更0件、変更なし1件、取込不可0件
        Slackのアカウントのひも付け:1件
        [1件をひも付ける] [取りやめる]"
    `);
    expect(await here.press(kasumi, '1件をひも付ける')).toMatchInlineSnapshot(
      `"(本人のみ) Slackのアカウントを1件ひも付けました。担当の変更はありません。"`,
    );
    expect(await say('guest', '/req 表示 1234')).toContain('要件1234');
  });

  test('one that was exported before a change does not take it back, row by row', async () => {
    const content = exported();
    await say(kasumi, '/council 交代 印鑑登録WG かすみがうら市 新規:「交代 太郎」 7月3日から');
    await say(kasumi, '/council 任命 学齢簿WG かすみがうら市 新規:「着任 次郎」 7月3日から');
    here.at('2026-07-04T10:00:00+09:00');
    await say(kasumi, '/council roster-import');
    const file = give(kasumi, content, '名簿.xlsx');
    expect(await here.submit(kasumi, { file })).toMatchInlineSnapshot(`
      "(本人のみ) この名簿で変わる担当はありません。
        就任0件、退任0件、任期変更0件、変更なし48件、取込不可2件
        次の2件は取り込めません。ファイルを直してもう一度お選びになるか、このまま残りを取り込んでください。
        • 名簿 2026-07-02!F16 「中島 絵里」さんの任期は令和8年7月2日(木)までで、取込の日には終わっています。続けて就任する場合は、就任日を新しい日にしてください。
        • 名簿 2026-07-02!F47 この名簿(令和8年7月2日(木)現在)の後、令和8年7月3日(金)に「着任 次郎」さんが就任しています。最新の名簿を出力して、そちらを修正してください。"
    `);
    await say(kasumi, '/council 取消');
    await say(kasumi, '/council 取消');
  });

  test('who reads English gets it in English, and brings it back', async () => {
    const english = cast.english;
    await here.say(english, '/council roster export 介護保険WG', DIRECT);
    const content = exported();
    const opened = await openSheets(new Uint8Array(content), 'roster.xlsx');
    expect('sheets' in opened ? opened.sheets[0]?.rows.slice(0, 4) : opened).toMatchInlineSnapshot(`
      [
        [
          "Body",
          "Municipality",
          "Role",
          "Primary or deputy",
          "Section",
          "Name",
          "From",
          "Until",
        ],
        [
          "介護保険WG",
          "那珂市",
          "lead",
          "primary",
          null,
          "和田 幸子",
          "2019-04-01",
          null,
        ],
        [
          "介護保険WG",
          "常陸大宮市",
          "member",
          "primary",
          null,
          "佐川 礼子",
          "2016-04-01",
          null,
        ],
        [
          "介護保険WG",
          "常陸大宮市",
          "member",
          "deputy",
          null,
          "菊池 友美",
          "2016-04-01",
          null,
        ],
      ]
    `);
    await say(kasumi, '/council roster-import');
    const file = give(kasumi, content, 'roster.xlsx');
    expect(await here.submit(kasumi, { file })).toMatchInlineSnapshot(`
      "(本人のみ) この名簿で変わる担当はありません。
        就任0件、退任0件、任期変更0件、変更なし2件、取込不可7件
        次の7件は取り込めません。ファイルを直してもう一度お選びになるか、このまま残りを取り込んでください。
        • Roster 2026-07-04!B2 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B3 常陸大宮市の名簿は、常陸大宮市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B4 常陸大宮市の名簿は、常陸大宮市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B5 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B6 那珂市の名簿は、那珂市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B9 五霞町の名簿は、五霞町の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。
        • Roster 2026-07-04!B10 五霞町の名簿は、五霞町の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。"
    `);
  });

  test('is undone as a whole, and only by who may', async () => {
    expect(await say(omiya, '/council 取消 名簿1')).toMatchInlineSnapshot(
      `"(本人のみ) かすみがうら市の名簿は、かすみがうら市の情報主管担当(公表後は事務局(那珂市)も)が変更できます。お手数ですが、そちらへご依頼ください。"`,
    );
    expect(await say(kasumi, '/council 取消 名簿1')).toMatchInlineSnapshot(
      `"(本人のみ) 名簿1の変更を取り消し、元に戻しました(担当2件)。"`,
    );
    expect(await say(lead, '/council 名簿取込')).toMatchInlineSnapshot(
      `"[フォーム] 担当者名簿(xlsx・CSV)を取り込みます: 期間、名簿のファイル(xlsx・CSV)"`,
    );
    expect(await here.submit(lead, { file: give(lead, HEAD) })).toMatchInlineSnapshot(
      `"(本人のみ) 名簿の取込は、各市町の情報主管担当と事務局の方が行えます。お手数ですが、そちらへご依頼ください。"`,
    );
  });
});
