/** `/wg`: series, joint meetings, whose turn it is to host, the formal notice, and calendars that one subscribes to. */
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf } from '../../../src/feed.ts';
import { serve } from '../../../src/slack/serve.ts';
import { cast, LOBBY, type Office, office } from '../../support/office.ts';

const PUBLIC = 'https://renkei.example.jp/';

let here: Office;
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00', PUBLIC);
});
afterAll(() => here.close());

const lastFile = (): Buffer => Buffer.from([...here.workspace.state.files.values()].at(-1)?.content ?? '');
const number = (told: string): string => /\((M\d+)\)/u.exec(told)?.[1] ?? '';
const setting = (key: string, value: object, scope: string) =>
  here.store.client.setting.create({ data: { councilId: 'ibaraki', key, scope, from: '2016-04-01', value } });

describe('a series', () => {
  test('of five at most is called at once: one message, one file, a number each', async () => {
    expect(await here.say(cast.lead, '/wg 日程 毎月第2火曜 14:00-16:00 3回 那珂市役所')).toMatchInlineSnapshot();
    const events = new ICAL.Component(ICAL.parse(lastFile().toString())).getAllSubcomponents('vevent');
    const uids = events.map((one) => new ICAL.Event(one).uid);
    expect(uids).toEqual([1, 2, 3].map((n) => `M${n}@ibaraki.renkei.invalid`));
    expect(convertIcsCalendar(undefined, lastFile().toString()).events?.map((one) => one.uid)).toEqual(uids);
  });

  test('of more is shown first, with what is shifted or left out; the button does exactly that, once', async () => {
    expect(
      await here.say(cast.lead, '/wg 日程　毎月　第３月曜　１０時から１２時　来年3月31日まで'),
    ).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 日程 毎週月曜 9:00-10:00 6回')).toMatchInlineSnapshot();
    expect(await here.press(cast.lead, 'この6回を招集する')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 実行 2', LOBBY)).toMatchInlineSnapshot();
    expect(await here.say(cast.member, '/wg 実行 1')).toMatchInlineSnapshot();
  });

  test('an hour that was taken meanwhile: nothing is called', async () => {
    const shown = await here.say(cast.lead, '/wg 日程 毎週木曜 9:00-10:00 7回');
    expect(shown).toContain('まだ招集はしていません');
    await here.say(cast.secretariat, '/wg 日程 6/25 9:30');
    expect(await here.press(cast.lead, 'この7回を招集する')).toMatchInlineSnapshot();
  });

  test('how often is asked; nonsense is told', async () => {
    const tried = [];
    for (const words of [
      '毎月第2火曜 14:00-16:00',
      '毎月第5火曜 14:00 6回',
      '毎月31日 10:00 3回',
      '毎週火曜 3回',
      '毎週火曜 25時 3回',
      '毎週火曜 10:00 99回',
    ])
      tried.push((await here.say(cast.lead, `/wg 日程 ${words}`)).split('\n')[0]);
    expect(tried).toMatchInlineSnapshot();
  });

  test('one of them moved is an exception: it has its own message then, and the list shows old and new', async () => {
    expect(await here.say(cast.lead, '/wg move M2 7/15')).toMatchInlineSnapshot();
  });

  test('the rest is cancelled: of five at once, of more after a look', async () => {
    expect(await here.say(cast.lead, '/wg 中止 以降 M2 目的を達したため')).toMatchInlineSnapshot();
    expect(await here.say(cast.lead, '/wg 中止 以降 M4 目的を達したため')).toMatchInlineSnapshot();
    expect((await here.press(cast.lead, 'この6回を中止する')).split('\n')[0]).toMatchInlineSnapshot();
    await here.say(cast.lead, '/wg 日程 10/1 9:00');
    expect(await here.say(cast.lead, '/wg 中止 以降 M11 都合により')).toMatchInlineSnapshot();
  });
});

describe('joint meetings', () => {
  test('two bodies in one meeting: both channels hear it, and each has its section', async () => {
    expect(
      await here.say(
        cast.secretariat,
        '/wg 日程 介護保険WG・障害者福祉WG 6/12 14:00-16:00 那珂市役所 要件の確認',
        LOBBY,
      ),
    ).toMatchInlineSnapshot();
    expect(lastFile().toString()).toMatch(/SUMMARY:介護保険WG・障害者福祉WG 合同会議/u);
    expect(await here.say(cast.lead, '/wg 日程 介護保険WG・障害者福祉WG 6/13 14:00')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/wg 日程 障害者福祉WG 6/12 15:00')).toContain('同じ時間帯に会議');
  });

  test('both hear a move and a cancellation', async () => {
    const joint = (await here.store.council('ibaraki').meetings.on('shogai', '2026-06-12' as never))[0]?.number;
    const heard = await here.say(cast.secretariat, `/wg move M${joint} 6/16`, LOBBY);
    expect(
      heard
        .split('\n')
        .filter((one) => one.startsWith('#'))
        .map((one) => one.slice(0, 24)),
    ).toMatchInlineSnapshot();
  });

  test('where the same people meet on that day already, it is asked: together, after it, or as said', async () => {
    const kokuho = '国民健康保険WG';
    const other = number(await here.say(cast.secretariat, `/wg 日程 介護保険WG 9/10 10:00-12:00 那珂市役所`, LOBBY));
    expect(
      await here.say(
        cast.secretariat,
        `/wg 日程 ${kokuho} 9/10 10:30-12:00 「那珂市役所 大会議室」 保険料の確認、次回の日程`,
        LOBBY,
      ),
    ).toMatchInlineSnapshot();
    expect(await here.press(cast.secretariat, '続けて12:00から開催する', LOBBY)).toMatchInlineSnapshot();
    await here.say(cast.secretariat, '/wg undo', LOBBY);
    await here.say(cast.secretariat, `/wg 日程 ${kokuho} 9/10 10:30-12:00 那珂市役所 保険料の確認、次回の日程`, LOBBY);
    expect(await here.press(cast.secretariat, `${other}と合同で開催する`, LOBBY)).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, `/wg 合同 ${other} ${kokuho}`, LOBBY)).toContain('すでに会議');
    expect(await here.say(cast.secretariat, `/wg undo ${other}`, LOBBY)).toMatchInlineSnapshot();
    expect(await here.say(cast.member, `/wg 合同 ${other} ${kokuho}`)).toContain('国民健康保険WGの座長');
  });
});

describe('whose turn it is to host', () => {
  test('where no place was said, the next venue is offered, never filled in', async () => {
    await setting('venueRotation', 'municipalities' as never, 'shogai');
    expect(await here.say(cast.otherLead, '/wg 日程 8/4 10:00', 'wg-障害者福祉')).toMatchInlineSnapshot();
    expect(
      (await here.press(cast.otherLead, '会場をかすみがうら市役所にする', 'wg-障害者福祉')).split('\n')[0],
    ).toMatchInlineSnapshot();
    expect(await here.say(cast.otherLead, '/wg 日程 8/5 10:00', 'wg-障害者福祉')).toContain('次は常陸大宮市役所です');
    await setting('venueRotation', ['本庁舎', '五霞町 中央公民館'], 'marufuku');
    expect(await here.say(cast.secretariat, '/wg 日程 マル福 8/4 14:00', LOBBY)).toContain(
      '会場輪番では、次は本庁舎です',
    );
  });
});

describe('the notice', () => {
  test('is a Word file in the thread, in the office’s form', async () => {
    const called = number(
      await here.say(cast.lead, '/wg 日程 7/8 13:30-15:00 那珂市役所 https://example.com/j 要件の確認、次回の日程'),
    );
    expect(await here.press(cast.lead, '開催通知を作成')).toMatchInlineSnapshot();
    expect((await mammoth.extractRawText({ buffer: lastFile() })).value.replace(/\n+/gu, '\n')).toMatchInlineSnapshot();
    await here.say(cast.lead, `/wg move ${called} 7/9`);
    await here.say(cast.lead, `/wg 開催通知 ${called} 7/6`);
    expect((await mammoth.extractRawText({ buffer: lastFile() })).value).toMatch(
      /開催日程の変更について[\s\S]*変更前　令和8年7月8日\(水\)[\s\S]*令和8年7月6日\(月\)まで/u,
    );
    expect(await here.say(cast.lead, `/wg 開催通知 ${called} 7/10`)).toMatchInlineSnapshot();
    expect(await here.say(cast.member, `/wg 開催通知 ${called}`)).toContain('介護保険WGの座長');
  });
});

describe('calendars to subscribe to', () => {
  const urlIn = (told: string): string => /https:\S+\.ics/u.exec(told)?.[0] ?? '';
  const tokenIn = (told: string): string => /calendar\/([\w-]+)\.ics/u.exec(told)?.[1] ?? '';
  let mine = '';

  test('the address is told to the asker alone, and stands nowhere else', async () => {
    mine = await here.say(cast.lead, '/wg 予定表');
    expect(mine.replace(tokenIn(mine), 'TOKEN')).toMatchInlineSnapshot();
    const token = tokenIn(mine);
    expect(token).toHaveLength(32);
    for (const table of ['handled', 'feed', 'audit_entry', 'outbox'])
      expect(
        JSON.stringify(await here.store.client.$queryRawUnsafe(`SELECT to_jsonb(t) FROM ${table} t`)),
      ).not.toContain(token);
    expect(await here.deliverAgain()).not.toContain('calendar/');
  });

  test('it shows the person’s meetings as two parsers read them, over HTTP, with an ETag', async () => {
    const server = await serve({ host: '127.0.0.1', port: 0 }, undefined, {}, (token) =>
      feedOf(token, here.store, here.now()),
    );
    try {
      const path = `/calendar/${tokenIn(mine)}.ics`;
      const answer = await fetch(server.url + path);
      const text = await answer.text();
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('cache-control'),
      ]).toMatchInlineSnapshot();
      const events = new ICAL.Component(ICAL.parse(text))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
      expect(events.length).toBeGreaterThan(2);
      expect(events.every((one) => one.summary.includes('介護保険WG'))).toBe(true);
      expect(convertIcsCalendar(undefined, text).events?.map((one) => one.uid)).toEqual(events.map((one) => one.uid));
      const etag = answer.headers.get('etag') ?? '';
      expect((await fetch(server.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
      const unknown = await fetch(`${server.url}/calendar/${'x'.repeat(32)}.ics`);
      const nowhere = await fetch(`${server.url}/nowhere`);
      expect([unknown.status, await unknown.text()]).toEqual([nowhere.status, await nowhere.text()]);

      const again = await here.say(cast.lead, '/wg カレンダー 自分', LOBBY);
      expect(again).toContain('これまでのURLは使えなくなりました');
      expect((await fetch(server.url + path)).status).toBe(404);
      expect((await fetch(`${server.url}/calendar/${tokenIn(again)}.ics`)).status).toBe(200);
      expect(await here.press(cast.lead, 'このURLを止める', LOBBY)).toMatchInlineSnapshot();
      expect((await fetch(`${server.url}/calendar/${tokenIn(again)}.ics`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  test('of a body and of the whole council; the rights are those of today', async () => {
    const body = tokenIn(await here.say(cast.member, '/wg 予定表 障害者福祉WG'));
    const all = tokenIn(await here.say(cast.member, '/wg calendar 全体'));
    const count = async (token: string) =>
      ((await feedOf(token, here.store, here.now())) ?? '').split('BEGIN:VEVENT').length - 1;
    const [ofBody, ofAll] = [await count(body), await count(all)];
    expect(ofBody).toBeGreaterThan(0);
    expect(ofAll).toBeGreaterThan(ofBody);
    // 佐川 hands over at the end of September.
    expect(await feedOf(all, here.store, Date.parse('2026-09-30T23:59:00+09:00') as never)).toBeDefined();
    expect(await feedOf(all, here.store, Date.parse('2026-10-01T00:00:00+09:00') as never)).toBeUndefined();
    expect(await here.say(cast.member, '/wg 予定表 取消')).toMatchInlineSnapshot();
    expect(await here.say(cast.noSeat, '/wg 予定表')).toContain('ご担当として登録されていません');
    expect(urlIn(await here.say(cast.english, '/wg calendar'))).toMatch(
      /^https:\/\/renkei\.example\.jp\/calendar\/[\w-]{32}\.ics$/u,
    );
  });
});

describe('without PUBLIC_URL', () => {
  test('it says so', async () => {
    const inside = await office('2026-06-01T10:00:00+09:00');
    expect(await inside.say(cast.lead, '/wg 予定表')).toMatchInlineSnapshot();
    await inside.close();
  });
});
