/** Deciding by circulation: a proposal, the answers of the municipalities, and the one decision that rests on it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
afterAll(() => here.close());

/** Members of 介護保険WG, besides 常陸大宮市's and かすみがうら市's. */
const naka = cast.lead;

describe('A proposal', () => {
  test('is posted with a line per municipality, its deadline by the silence of the body', async () => {
    expect(await here.say(cast.lead, '/req 提案 1234 代替案 CSVでの一括登録に代える')).toMatchInlineSnapshot();
  });

  test('is not made by a member, nor by one from outside', async () => {
    expect(await here.say(cast.member, '/req propose 1235 standard')).toMatchInlineSnapshot();
    expect(await here.say(cast.otherLead, '/req propose 1235 standard')).toMatchInlineSnapshot();
    expect(await here.say(cast.adviser, '/req propose 1235 standard')).toMatchInlineSnapshot();
  });

  test('is refused for what already is in one, lacks its reason, or is customising', async () => {
    expect(await here.say(cast.lead, '/req 諮る 1234 標準')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req propose 1235 alternative')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req propose 1235 カスタマイズ 必要なため')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req propose 99999 標準')).toMatchInlineSnapshot();
  });

  test('asks by a form for what it lacks', async () => {
    expect(await here.say(cast.lead, '/req 提案')).toMatchInlineSnapshot();
    expect(
      await here.submit(cast.lead, { ids: '１２３６', outcome: 'standard', by: '6/13', note: '' }),
    ).toMatchInlineSnapshot();
  });
});

describe('An answer', () => {
  test('changes the line of one’s municipality', async () => {
    expect(await here.press(cast.member, '同意')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req 同意 Ｐ１')).toMatchInlineSnapshot();
  });

  test('is refused to those who hold no seat there, and for what is unknown', async () => {
    expect(await here.say(cast.adviser, '/req agree P1')).toMatchInlineSnapshot();
    expect(await here.say(cast.noSeat, '/req agree P1')).toMatchInlineSnapshot();
    expect(await here.say(cast.head, '/req agree P1')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req agree P99')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req 意見あり P1')).toMatchInlineSnapshot();
  });

  test('an objection has a reason, is told, and is lifted by the same seat', async () => {
    expect(await here.say(cast.english, '/req object P1')).toMatchInlineSnapshot();
    expect(await here.say(cast.english, '/req object P1 月次処理に間に合わないため')).toMatchInlineSnapshot();
    expect(await here.say(cast.english, '/req agree P1')).toMatchInlineSnapshot();
  });

  test('on hold until a day', async () => {
    expect(await here.say(naka, '/req 持ち帰り P1 6/12 課長の決裁待ち')).toMatchInlineSnapshot();
  });

  test('is entered for others with its source alone, and told to the seat', async () => {
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/req agree P1 五霞町 電話 6/1 山田')).toMatchInlineSnapshot();
  });

  test('the last one that agrees decides', async () => {
    expect(await here.say(naka, '/req 同意 P1')).toMatchInlineSnapshot();
    expect(await here.say(naka, '/req 異議 P1 やはり反対です')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req 履歴 1234')).toMatchInlineSnapshot();
  });
});

/** What is heard, without the lines that do not speak of the circulation. */
const first = (heard: string): string => heard.split('\n').slice(0, 2).join('\n');

describe('What was answered', () => {
  test('is taken back by the seat, named or not', async () => {
    here.at('2026-06-02T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1240 標準');
    await here.say(cast.member, '/req 異議 P3 帳票が不足しているため');
    expect(await here.say(cast.member, '/req 取消')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req 取消 P3')).toMatchInlineSnapshot();
    expect(await here.say(cast.adviser, '/req 取消 P3')).toMatchInlineSnapshot();
  });

  test('is asked for where several wait, and given to all of them at once', async () => {
    expect(await here.say(cast.english, '/req agree')).toMatchInlineSnapshot();
    expect(await here.press(cast.english, 'All 2')).toMatchInlineSnapshot();
    expect(await here.say(cast.english, '/req agree')).toMatchInlineSnapshot();
  });

  test('is commented in the thread, by the adviser too', async () => {
    expect(await here.say(cast.adviser, '/req comment P3 県の通知もご確認ください')).toMatchInlineSnapshot();
  });
});

describe('Who has answered', () => {
  test('is listed, those that miss the most first, and as a workbook to the asker alone', async () => {
    expect(await here.say(cast.member, '/req 回答状況')).toMatchInlineSnapshot();
    expect(await here.press(cast.member, 'Excelで受け取る')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req 回答状況 住民基本台帳')).toMatchInlineSnapshot();
  });
});

describe('When the deadline is over', () => {
  test('silence agrees by the clock, and the job records it, once', async () => {
    expect(await here.run('circulation', '2026-06-09T09:00:00+09:00')).toMatchInlineSnapshot();
    expect(await here.run('circulation', '2026-06-10T09:00:00+09:00')).toMatchInlineSnapshot();
  });

  test('an answer that comes later is not taken, and the end is recorded without the job', async () => {
    here.at('2026-06-10T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1241 標準');
    await here.say(cast.lead, '/req propose 1242 レベルアップ 費用500 次期版で対応');
    here.at('2026-06-18T10:00:00+09:00');
    expect(await here.say(cast.member, '/req object P4 遅くなりました')).toMatchInlineSnapshot();
    expect(first(await here.say(cast.member, '/req show 1241'))).toMatchInlineSnapshot();
  });

  test('where cost is involved silence agrees to nothing; the lead and the secretariat are asked what next', async () => {
    expect(await here.run('circulation', '2026-06-18T11:00:00+09:00')).toMatchInlineSnapshot();
  });

  test('it is discussed once more, then one rung up, by whoever leads', async () => {
    expect(await here.say(cast.member, '/req again P5')).toMatchInlineSnapshot();
    expect(await here.press(cast.lead, '継続協議する')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req again P5')).toMatchInlineSnapshot();
    here.at('2026-06-30T10:00:00+09:00');
    expect(await here.say(cast.lead, '/req 継続協議 P6')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req up P6')).toMatchInlineSnapshot();
  });

  test('it is withdrawn by whoever leads, while it is open', async () => {
    expect(await here.say(cast.member, '/req cancel P7')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/req 提案取下げ P7')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/req 提案取下げ P7')).toMatchInlineSnapshot();
  });
});

describe('Answers that come together', () => {
  test('are all kept, and exactly one decision rests on them', async () => {
    here.at('2026-07-01T10:00:00+09:00');
    await here.say(cast.lead, '/req propose 1250 標準');
    await here.say(cast.secretariat, '/req agree P8 五霞町 電話 7/1 山田');
    expect(
      await here.sayTogether(
        [cast.member, '/req agree P8'],
        [cast.english, '/req agree P8'],
        [cast.lead, '/req agree P8'],
      ),
    ).toMatchInlineSnapshot();
    const store = here.store.council('ibaraki');
    expect((await store.circulations.positions(8)).length).toBe(4);
    expect((await store.decisions.history(1250)).length).toBe(1);
  });

  test('a decision in the meantime ends it without another', async () => {
    await here.say(cast.lead, '/req propose 1251 標準');
    here.at('2026-07-01T10:05:00+09:00');
    await here.say(cast.lead, '/req decide 1251 levelup');
    await here.say(cast.member, '/req agree P9');
    await here.say(cast.english, '/req agree P9');
    await here.say(cast.secretariat, '/req agree P9 五霞町 書面 7/1 山田');
    expect(await here.say(cast.lead, '/req agree P9')).toMatchInlineSnapshot();
  });

  test('what was provisional is confirmed by a circulation of the same', async () => {
    await here.say(cast.lead, '/req decide 1252 標準');
    await here.say(cast.lead, '/req propose 1252 標準');
    await here.say(cast.member, '/req agree P10');
    await here.say(cast.english, '/req agree P10');
    await here.say(cast.secretariat, '/req agree P10 五霞町 書面 7/1 山田');
    expect(await here.say(cast.lead, '/req agree P10')).toMatchInlineSnapshot();
  });
});

describe('An exception', () => {
  test('is offered where customising is refused, and asks for cost, end and reason', async () => {
    here.at('2026-07-02T10:00:00+09:00');
    await here.say(cast.lead, '/req decide 1260 改修 法改正のため');
    expect(await here.press(cast.lead, '協議会へ上申する')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/req 上申 1260 費用500 終期 2029/3/31')).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/req raise 1260 費用500 終期 2029/3/31 法改正のため')).toMatchInlineSnapshot();
  });

  test('is voted on by the council: two thirds answer, a majority of them agrees, silence is no vote', async () => {
    expect(
      await here.say(cast.lead, '/req 上申 1260 費用500 終期 2029/3/31 法改正への対応が間に合わないため'),
    ).toMatchInlineSnapshot();
    await here.say(cast.secretariat, '/req agree P11 那珂市 書面 7/2 根本');
    await here.say(cast.secretariat, '/req agree P11 五霞町 書面 7/2 山田');
    await here.say(cast.secretariat, '/req object P11 かすみがうら市 書面 7/2 小松崎 費用が大きいため');
    expect(await here.run('circulation', '2026-07-10T09:00:00+09:00')).toMatchInlineSnapshot();
  });
});
