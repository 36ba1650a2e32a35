/** The rules that hold everywhere, each in a scene or two that would look different if it were broken. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { cast, DIRECT, HERE, LOBBY, type Office, office } from '../support/office.ts';

let here: Office;
/** The requirement that nobody has touched yet. */
let fresh = 1230;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
});
beforeEach(() => {
  fresh += 1;
});
afterAll(() => here.close());

const firstLine = (heard: string): string => heard.split('\n')[0] ?? '';

describe('1. Work belongs to seats, not people', () => {
  test('a successor inherits at midnight, and every act keeps who did it and in which seat', async () => {
    here.at('2026-09-30T23:59:00+09:00');
    await here.say(cast.lead, '/item 追加 @常陸大宮市 10/2 帳票の確認');
    expect(await here.say(cast.member, '/item 一覧 自分')).toContain('帳票の確認');
    expect(await here.say(cast.successor, '/item 一覧 自分')).not.toContain('帳票の確認');
    here.at('2026-10-01T00:00:00+09:00');
    expect(await here.say(cast.successor, '/item 一覧 自分')).toContain('帳票の確認');
    expect(await here.say(cast.member, '/item 完了 K1')).toContain('この操作は');
    expect(await here.say(cast.successor, '/item 完了 K1')).toContain('完了しました');

    const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    const names = await here.store.council('ibaraki').names([entry?.personId ?? 0]);
    expect([names.get(entry?.personId ?? 0), entry?.seatId, entry?.code]).toEqual([
      '砂川 巧',
      'kaigo:082252',
      '082252',
    ]);
  });

  test('who held a seat on a day is always answerable', async () => {
    const holders = async (on: string) => {
      const store = here.store.council('ibaraki');
      const held = (await store.tenuresOn(day(on))).filter((one) => one.seat.id === 'kaigo:082252' && !one.deputy);
      return [...(await store.names(held.map((one) => one.person))).values()];
    };
    expect([await holders('2026-09-30'), await holders('2026-10-01')]).toEqual([['佐川 礼子'], ['砂川 巧']]);
  });

  test('a vacant seat’s work goes to the secretariat’s list', async () => {
    here.at('2026-06-01T10:00:00+09:00');
    await here.say(cast.secretariat, '/item 追加 @五霞町 6/2 機器の台数の報告', 'wg-自動交付機');
    const told = await here.run('digest', '2026-06-02T09:00:00+09:00');
    expect(Object.keys(told).toSorted()).toEqual(['寺門 聡', '平松 翔', '根本 雅之', '綿引 香織']);
    await here.say(cast.secretariat, '/item 完了 K2');
  });
});

describe('2. Days are Japan’s days', () => {
  test.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati'])('wherever the process runs: %s', async (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      here.at('2027-03-31T14:59:59Z');
      expect(firstLine(await here.say(cast.lead, `/req 決定 ${fresh} 標準`))).toContain('令和8年度決定');
      here.at('2027-03-31T15:00:00Z');
      await here.say(cast.lead, `/req 決定 ${fresh + 20} 標準`);
      expect(await here.say(cast.lead, `/req 履歴 ${fresh + 20}`)).toContain('令和9年度決定');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('a deadline ends at the end of its day, and days are shown with their weekday', async () => {
    here.at('2026-06-04T10:00:00+09:00');
    await here.say(cast.member, '/item 追加 6/5 件数の報告');
    here.at('2026-06-05T23:59:59.999+09:00');
    expect(await here.say(cast.member, '/item 一覧')).toContain(
      '• K3 件数の報告 — 常陸大宮市 介護保険WG 佐川 礼子、期限 6月5日(金)',
    );
    here.at('2026-06-06T00:00:00+09:00');
    expect(await here.say(cast.member, '/item 一覧')).toContain('• K3 【期限超過】件数の報告');
    await here.say(cast.member, '/item 完了 K3');
  });
});

describe('3. State is read from the clock', () => {
  test('no job ever ran, and yet a meeting of yesterday carries nothing, a way back is closed, an item is overdue', async () => {
    here.at('2026-07-01T10:00:00+09:00');
    await here.say(cast.lead, '/wg 日程 7/2 14:00-16:00');
    await here.say(cast.member, '/item 追加 7/2 様式の確認');
    const [name] = /令和8年度決定第\d+号/u.exec(await here.say(cast.lead, `/req 決定 ${fresh} 標準`)) ?? [];
    here.at('2026-07-02T14:00:00+09:00');
    await here.say(cast.lead, '/wg 開会');
    await here.say(cast.lead, '/wg attend 全員 出席');
    here.at('2026-07-02T23:59:59+09:00');
    expect(await here.say(cast.lead, `/req 決定 ${fresh + 20} 標準`)).toMatch(/として決定しました[\s\S]*根拠:会議 M1/u);
    here.at('2026-07-03T00:00:00+09:00');
    expect(await here.say(cast.lead, `/req 決定 ${fresh + 21} 標準`)).toContain('仮記録しました');
    expect(await here.say(cast.lead, `/req 取消 ${name}`)).toContain('10分を過ぎている');
    expect(await here.say(cast.member, '/item 一覧 期限超過')).toContain('様式の確認');
    await here.say(cast.member, '/item 完了 K4');
  });
});

describe('4. Nothing is lost, nothing twice', () => {
  test('what was answered is remembered, and the same delivery or a second press has one effect', async () => {
    here.at('2026-07-06T10:00:00+09:00');
    const before = here.workspace.state.messages.length;
    await here.say(cast.member, '/item 追加 7/10 二度押しの件');
    here.at('2026-07-06T10:00:30+09:00');
    await here.say(cast.member, '/item 追加 7/10 二度押しの件');
    here.at('2026-07-06T10:05:00+09:00');
    await here.deliverAgain();
    expect(here.workspace.state.messages.length - before).toBe(1);
    expect((await here.say(cast.member, '/item 一覧')).match(/二度押しの件/gu)).toHaveLength(1);
    await here.say(cast.member, '/item 元に戻す');
  });

  test('what cannot be delivered stands on a list that the secretariat sees', async () => {
    await here.say(cast.secretariat, '/wg ひも付け解除', 'wg-健康管理');
    await here.say(cast.secretariat, '/wg 日程 健康管理 7/15 14:00', LOBBY);
    expect(await here.say(cast.secretariat, '/council 進捗')).toContain(
      '(健康管理WG宛):チャンネルが割り当てられていません',
    );
  });
});

describe('5. Records are corrected, not rewritten', () => {
  test('a changed decision stays readable with its reason, and the database refuses to alter it', async () => {
    here.at('2026-07-07T10:00:00+09:00');
    await here.say(cast.lead, `/req 決定 ${fresh} 代替案 CSVでの一括登録に代える`);
    expect(await here.say(cast.lead, `/req 決定変更 ${fresh} 標準`)).toContain('理由が必要です');
    await here.say(cast.lead, `/req 決定変更 ${fresh} 標準 次期版で対応されるため`);
    expect(await here.say(cast.member, `/req 表示 ${fresh}`)).toMatch(
      /パッケージ標準どおり 次期版で対応されるため\n.*代替案 CSVでの一括登録に代える/u,
    );
    const { decision, decisionLine, auditEntry } = here.store.client;
    await expect(decision.updateMany({ data: { outcome: 'withdraw' } })).rejects.toThrow();
    await expect(decisionLine.deleteMany({})).rejects.toThrow();
    await expect(auditEntry.updateMany({ data: { line: '' } })).rejects.toThrow();
  });
});

describe('6. “No” is an answer', () => {
  test('it goes to the asker alone, says who may or what to type, and nothing has happened', async () => {
    here.at('2026-07-08T10:00:00+09:00');
    const before = here.workspace.state.messages.length;
    expect(await here.say(cast.member, `/req 決定 ${fresh} 標準`)).toMatch(
      /^\(本人のみ\).*介護保険WGの座長、または事務局/u,
    );
    expect(await here.say(cast.lead, '/req 決定 99999 標準')).toMatch(/^\(本人のみ\).*近い番号は 3068、3069 です/u);
    expect(await here.say(cast.lead, `/req 決定 ${fresh} 代替案`)).toMatch(/^\(本人のみ\).*のようにご入力ください/u);
    expect(await here.say(cast.lead, `/req 決定 ${fresh} カスタマイズ`)).toMatch(
      /^\(本人のみ\).*ノンカスタマイズを原則/u,
    );
    expect(await here.say(cast.lead, `/req 決て ${fresh} 標準`)).toMatch(/^\(本人のみ\) 『決定』のことでしょうか。/u);
    expect(here.workspace.state.messages).toHaveLength(before);
    expect(await here.say(cast.lead, `/req 表示 ${fresh}`)).toContain('(未決)');
  });
});

describe('7. Quiet', () => {
  test('one digest a person a day, only where there is something, changes first, never on a closed day', async () => {
    here.at('2026-07-17T10:00:00+09:00');
    await here.say(cast.member, '/item 追加 7/21 件数の報告');
    await here.say(cast.lead, '/item 追加 @常陸大宮市 7/30 様式の確認');
    for (const closed of ['2026-07-18', '2026-07-19', '2026-07-20'])
      expect(await here.run('digest', `${closed}T09:00:00+09:00`)).toEqual({});
    const told = await here.run('digest', '2026-07-21T09:00:00+09:00');
    expect(told['佐川 礼子']?.match(/■ .*|おはよう/gu)).toEqual(['おはよう', '■ 新着', '■ 本日']);
    expect(told['内海 真由美']).toBeUndefined();
    expect(await here.run('digest', '2026-07-21T09:00:00+09:00')).toEqual({});
    expect(await here.press(cast.member, 'K6を完了にする', DIRECT)).toContain('完了しました');
  });
});

describe('8. Any hand can type it', () => {
  test('full-width, Japanese, English: the same act; and it is stored as it was typed', async () => {
    here.at('2026-08-03T10:00:00+09:00');
    const lines = [
      `/req decide ${fresh} alternative 理由：ＣＳＶ〜㈱`,
      `/req　決定　${fullWidth(fresh + 20)}　代替案　理由：ＣＳＶ〜㈱`,
      `/req 合意 ${fresh + 40}、${fullWidth(fresh + 41)} 代替え提案： 理由：ＣＳＶ〜㈱`,
    ];
    for (const line of lines) {
      expect(await here.say(cast.lead, line)).toMatch(/『代替案』として仮記録しました[\s\S]*\n {2}理由：ＣＳＶ〜㈱\n/u);
      const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
      expect(entry?.line.replace(/^\/req\s/u, '')).toBe(line.replace(/^\/req\s/u, ''));
    }
  });
});

describe('9. Interpretations are shown before they bind', () => {
  test('a date is told back and can be undone; a weekday that contradicts is refused', async () => {
    here.at('2026-08-04T10:00:00+09:00');
    expect(await here.say(cast.lead, '/wg 日程 来月第2火曜 14時半から16時')).toContain(
      '令和8年9月8日(火) 14:30〜16:00',
    );
    expect(await here.press(cast.lead, '取り消す')).toContain('取り消されました');
    expect(await here.say(cast.lead, '/wg 日程 9/8(日) 14:00')).toContain(
      '令和8年9月8日(火)は、ご入力の曜日(日)と一致しません',
    );
  });
});

describe('10. Permissions follow the seat and the date', () => {
  test('the secretariat changes at midnight of April 1, and what it enters for others is marked', async () => {
    here.at('2027-03-31T23:59:59+09:00');
    expect(await here.say(cast.secretariat, `/req 決定 ${fresh} 標準`)).toContain('寺門 聡(事務局による代行)');
    here.at('2027-04-01T00:00:00+09:00');
    expect(await here.say(cast.secretariat, `/req 決定 ${fresh + 20} 標準`)).toContain(
      '事務局(かすみがうら市)が行えます',
    );
    await here.say(cast.secretariat2027, `/req 決定 ${fresh + 20} 標準`);
    expect(await here.say(cast.secretariat2027, `/req 履歴 ${fresh + 20}`)).toContain('小松崎 瞳');
    await here.tick('2027-04-01T09:00:00+09:00');
    expect(here.standing()).toContain('小松崎 瞳(事務局による代行)');
  });

  test('what the members alone may see is told to no one else', async () => {
    expect(await here.say(cast.successor, '/req 表示 1234')).toMatch(/850千円[\s\S]*B社 △/u);
    expect(await here.say(cast.adviser, '/req 表示 1234')).not.toMatch(/850|B社|△/u);
    expect(await here.say(cast.noSeat, '/req 表示 1234')).not.toContain('認定調査票');
  });
});

describe('11. Slack is the face, not the memory', () => {
  test('with every message gone, nothing is forgotten', async () => {
    here.at('2026-08-05T10:00:00+09:00');
    await here.say(cast.lead, `/req 決定 ${fresh} 標準`);
    here.workspace.state.messages.length = 0;
    expect(await here.say(cast.lead, `/req 表示 ${fresh}`)).toContain('(仮記録:パッケージ標準どおり)');
    expect(await here.say(cast.lead, '/req 取消')).toContain('取り消されました');
  });

  test('every list is paged and says its count, and nothing that people typed pings or links', async () => {
    expect(await here.say(cast.adviser, '/req 一覧 すべて 介護保険')).toMatch(
      /全210件中 1〜20件目\n {2}\[次のページ\]$/u,
    );
    const typed = '<!channel> <!here> <@U0NAKA01> <https://example.jp|詳細> <#C0LOBBY>';
    const { mention } = here.account(cast.lead);
    expect(await here.say(cast.lead, `/item 追加 ${mention} 8/7 ${typed}`)).toContain('&lt;!channel&gt;');
    expect(await here.say(cast.lead, `/req 決定 ${fresh + 20} 代替案 ${typed}`)).toContain('&lt;!channel&gt;');
    await here.say(cast.lead, `/wg 日程 8/20 14:00 ${typed.replaceAll(' ', '、')}`);
    await here.run('digest', '2026-08-07T09:00:00+09:00');
    expect(JSON.stringify(here.workspace.state.messages)).not.toMatch(/<[!@h]/u);
  });
});

describe('12. Japanese first, English beside it', () => {
  test('a person sees their own language, a channel the council’s', async () => {
    here.at('2026-08-10T10:00:00+09:00');
    const heard = await here.say(cast.english, '/item 追加 8/10 様式の確認');
    expect(heard).toContain(`#${HERE} 課題K`);
    expect(await here.say(cast.english, `/req 決定 ${fresh} 標準`)).toMatch(/^\(本人のみ\) This can be done by/u);
    expect(await here.say(cast.member, `/req 決定 ${fresh} 標準`)).toMatch(/^\(本人のみ\) この操作は/u);
    const told = await here.run('digest', '2026-08-12T09:00:00+09:00');
    expect(told['飯田 佳代']).toMatch(/^Good morning/u);
  });
});

const fullWidth = (n: number): string =>
  String(n).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
