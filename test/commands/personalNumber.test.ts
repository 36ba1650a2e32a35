/** A 個人番号 has no place here: what holds one is refused, stored nowhere and not echoed. */
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, type Office, office } from '../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
});
afterAll(() => here.close());

/** Made up; its check digit is right. */
const NUMBER = '123456789018';
const WAYS = [NUMBER, '１２３４５６７８９０１８', '1234 5678 9018', '1234-5678-9018', `宛名番号:${NUMBER}の方`];

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const tables = await here.store.client.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  expect(tables.length).toBeGreaterThan(25);
  const all = [];
  for (const { name } of tables)
    all.push(...(await here.store.client.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)));
  return all.map((one) => one.row).join('\n');
}

test('it is refused with what to do about a message that holds it', async () => {
  expect(await here.say(cast.lead, `/req 決定 1234 代替案 ${NUMBER}`)).toMatchInlineSnapshot(
    `"(本人のみ) 個人番号(マイナンバー)と思われる12桁の番号が含まれているため、受け付けませんでした。内容は保存していません。同じ内容を投稿している場合は、その投稿の「その他」メニューから「メッセージを削除する」を選び、削除をお願いします。"`,
  );
});

test.each(WAYS)('typed as %s, in any command, by anyone, it leaves no trace', async (typed) => {
  for (const who of [cast.lead, cast.english, cast.noSeat, cast.stranger]) {
    for (const line of [
      `/req 決定 1234 代替案 ${typed}`,
      `/item 追加 ${typed}`,
      `/wg 日程 6/12 14:00 本庁舎 ${typed}`,
      `/req ${typed}`,
      `/req 表示 ${typed}`,
    ]) {
      const heard = await here.say(who, line);
      expect(heard).toMatch(/個人番号|personal number/u);
      expect(heard.normalize('NFKC').replace(/[\s-]/gu, '')).not.toContain(NUMBER);
    }
  }
  expect((await everything()).normalize('NFKC').replace(/[\s-]/gu, '')).not.toContain(NUMBER);
  expect(JSON.stringify(here.workspace.state.messages)).not.toContain(NUMBER);
});

test('in a field of a form it is refused too', async () => {
  await here.say(cast.lead, '/req 決定 1234 代替案');
  await here.say(cast.lead, '/req 決定');
  const heard = await here.submit(cast.lead, { ids: '1234', outcome: 'alternative', note: `対象者 ${NUMBER}` });
  expect(heard).toContain('個人番号');
  await here.say(cast.lead, '/req 決定');
  const unreadable = await here.submit(cast.lead, { ids: `なし ${NUMBER}`, outcome: '', note: '' });
  expect(unreadable).toContain('個人番号');
  expect(await everything()).not.toContain(NUMBER);
});

test.each([
  [
    '取込',
    ['業務', '機能ID', '機能要件', '区分'],
    ['介護保険', '9900001', `１２３４ー５６７８ー９０１８の方を照会できること`, '必須'],
  ],
  ['回答取込', ['No.', '質問内容', '回答'], ['1', '件数は', `${NUMBER}の方の例では3件です`]],
])('in a file given to %s the file is refused as a whole', async (subcommand, heads, line) => {
  const bytes = await writeXlsx({ sheets: [{ name: '一覧', rows: [heads, line] }] });
  const file = here.workspace.giveFile(here.account(cast.secretariat).userId, '一覧.xlsx', Buffer.from(bytes));
  await here.say(cast.secretariat, `/req ${subcommand}`);
  const heard = await here.submit(cast.secretariat, { file });
  expect(heard).toMatch(/^\(本人のみ\) 「一覧」のC2に、個人番号/u);
  expect(heard).not.toContain('9018');
  expect((await everything()).normalize('NFKC').replace(/[\sー-]/gu, '')).not.toContain(NUMBER);
});

test('no form opens with it in a field', async () => {
  expect(await here.say(cast.member, '/item 追加 @那珂市 6/12')).toContain('[フォーム]');
  const heard = await here.say(cast.member, `/item 追加 @${NUMBER}`);
  expect(heard).toMatch(/^\(本人のみ\) 個人番号/u);
  expect(heard).not.toContain('フォーム');
});

test('digits of two fields make none, and a number with another check digit is none', async () => {
  await here.say(cast.member, '/item 追加');
  expect(await here.submit(cast.member, { owner: '@123456', due: '', title: '789018' })).toContain(
    '見つかりませんでした',
  );
  expect(await here.say(cast.lead, '/req 決定 1234 代替案 整理番号123456789012')).toContain('整理番号123456789012');
  expect(await everything()).toContain('123456789012');
});
