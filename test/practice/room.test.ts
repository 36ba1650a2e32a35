import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import type { Json } from '../../src/practice/json.ts';
import { jumpsFrom } from '../../src/practice/jumps.ts';
import { candidatesFor, hintFor } from '../../src/practice/page/candidates.ts';
import type { RoomState } from '../../src/practice/roomState.ts';
import { servePractice } from '../../src/practice/server.ts';
import { closeServer, listen } from '../../src/practice/webApi.ts';
import { answering, stage } from './stage.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const hints = [
  { command: '/req', description: '要件', usage_hint: 'decide 1234 standard' },
  { command: '/wg', description: 'WGの会議', usage_hint: 'schedule 6/12 14:00' },
];

/** The practice room with its page in a folder of its own, and a clock that goes forward only. */
async function room(app?: string) {
  const world = stage();
  const { workspace, clock, sato, suzuki } = world;
  const page = await mkdtemp(join(tmpdir(), 'room-'));
  await writeFile(join(page, 'index.html'), '<h1>練習室</h1>');
  closing.push(() => rm(page, { recursive: true }));
  const moveTo = async (at: number): Promise<void> => {
    if (at < clock.now) throw new RangeError('時計は前にだけ動かせます。');
    clock.now = at;
    await world.call('chat.postMessage', { channel: sato.id, text: 'おはようございます。' });
  };
  const people = [
    { userId: sato.id, name: '佐藤 花子', role: '那珂市 介護保険WG 委員' },
    { userId: suzuki.id, name: '鈴木 一郎', role: '五霞町 介護保険WG 委員' },
  ];
  const served = await servePractice({
    workspace,
    hints,
    people: () => people,
    clock: { now: () => clock.now, moveTo },
    port: 0,
    page,
    app: () => app,
  });
  closing.push(served.close);

  const seen = async (as: string, channel = '', thread = ''): Promise<RoomState> => {
    const query = new URLSearchParams({ as, channel, thread });
    return (await (await fetch(`${served.url}/room/state?${query}`)).json()) as RoomState;
  };
  const act = async (path: string, body: Json): Promise<Json> => {
    const response = await fetch(`${served.url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as Json;
  };
  return { ...world, served, seen, act };
}

/** A request that names another host or origin, which `fetch` does not allow. */
const ask = (url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const req = request(url, { method, headers }, (res) => {
      res.resume();
      resolve(res.statusCode);
    });
    req.on('error', reject);
    req.end(method === 'POST' ? '{}' : undefined);
  });

describe('the door of the room', () => {
  it('lets calendars through to the app, with what they know already', async () => {
    const heard: (string | undefined)[] = [];
    const app = createServer((req, res) => {
      heard.push(req.url, req.headers['if-none-match']);
      res.writeHead(200, { etag: '"1"', 'content-type': 'text/calendar; charset=utf-8' }).end('BEGIN:VCALENDAR');
    });
    const url = await listen(app, 0);
    closing.push(() => closeServer(app));
    const { served } = await room(url);
    const answer = await fetch(`${served.url}/calendar/token.ics`, { headers: { 'if-none-match': '"0"' } });
    expect([answer.headers.get('etag'), await answer.text()]).toEqual(['"1"', 'BEGIN:VCALENDAR']);
    expect(heard).toEqual(['/calendar/token.ics', '"0"']);
  });

  it('serves the page, and nothing beside it', async () => {
    const { served } = await room();
    expect(await (await fetch(served.url)).text()).toBe('<h1>練習室</h1>');
    expect((await fetch(`${served.url}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });

  it('opens only under the names of this machine', async () => {
    const { served } = await room();
    const { port } = new URL(served.url);
    expect(await ask(`${served.url}/room/state`, { host: `localhost:${port}` })).toBe(200);
    expect(await ask(`${served.url}/room/state`, { host: `evil.example:${port}` })).toBe(403);
    expect(await ask(`${served.url}/api/auth.test`, { host: 'evil.example' }, 'POST')).toBe(403);
  });

  it('takes acts from its own page only', async () => {
    const { served } = await room();
    const foreign = { origin: 'http://evil.example', 'content-type': 'text/plain' };
    expect(await ask(`${served.url}/room/type`, foreign, 'POST')).toBe(403);
    expect(await ask(`${served.url}/clock`, { origin: served.url }, 'POST')).toBe(400);
  });
});

describe('what one sees', () => {
  it('is one’s own channels, with what is unread until it is opened', async () => {
    const { seen, call, kaigo, sato, suzuki } = await room();
    await call('chat.postMessage', { channel: kaigo.id, text: '日程調整' });
    await call('chat.postEphemeral', { channel: kaigo.id, user: suzuki.id, text: '一郎さんだけに' });
    const before = await seen(sato.id);
    expect(before.channels.map(({ name, unread }) => [name, unread])).toEqual([
      ['wg-介護保険', 1],
      ['zatsudan', 0],
      ['jimukyoku', 0],
      ['Renkei', 0],
    ]);
    const opened = await seen(sato.id, kaigo.id);
    expect(opened.messages).toMatchObject([{ author: 'Renkei', fromApp: true, text: '日程調整', onlyForYou: false }]);
    expect((await seen(sato.id)).channels[0]?.unread).toBe(0);
    expect((await seen(suzuki.id, kaigo.id)).messages.map((one) => one.onlyForYou)).toEqual([false, true]);
  });

  it('tells beside each name how much the app has sent them', async () => {
    const { seen, call, sato, suzuki } = await room();
    await call('chat.postMessage', { channel: sato.id, text: 'おはようございます。' });
    expect((await seen(suzuki.id)).people.map(({ name, unread }) => [name, unread])).toEqual([
      ['佐藤 花子', 1],
      ['鈴木 一郎', 0],
    ]);
  });

  it('has a thread beside it, and counts only what others see of it', async () => {
    const { seen, act, call, kaigo, sato } = await room();
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '親' });
    await act('room/type', { as: sato.id, channel: kaigo.id, line: '承知しました', thread: ts });
    await act('room/type', { as: sato.id, channel: kaigo.id, line: '/req list', thread: ts });
    const { messages, thread } = await seen(sato.id, kaigo.id, String(ts));
    expect(messages).toMatchObject([{ text: '親', replies: 1 }]);
    expect(thread?.map((one) => one.text)).toEqual(['親', '承知しました', '「/req」はスレッドでは使えません。']);
  });

  it('is told afresh when something changes', async () => {
    const { served, call, kaigo } = await room();
    const response = await fetch(`${served.url}/room/live`);
    const reader = response.body!.getReader();
    const read = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain('retry');
    await call('chat.postMessage', { channel: kaigo.id, text: 'x' });
    expect(await read()).toContain('data: changed');
    await reader.cancel();
  });
});

describe('what one does', () => {
  it('reaches the app: a line, a press, a modal', async () => {
    const { act, seen, workspace, call, kaigo, sato } = await room();
    const plain = (text: string): Json => ({ type: 'plain_text', text });
    const element = { type: 'plain_text_input', action_id: 'given' };
    const view = {
      type: 'modal',
      title: plain('決定'),
      submit: plain('記録'),
      blocks: [{ type: 'input', block_id: 'reason', label: plain('理由'), element }],
    };
    answering(workspace, async (payload) => {
      if (payload.command) await call('views.open', { trigger_id: payload.trigger_id, view });
    });
    await act('room/type', { as: sato.id, channel: kaigo.id, line: '/req decide' });
    const { modal } = await seen(sato.id);
    expect(modal?.content).toMatchObject({ title: { text: '決定' } });
    expect(await act('room/submit', { as: sato.id, view: modal?.id })).toMatchObject({ kind: 'errors' });
    expect((await seen(sato.id)).modal?.errors).toEqual({ reason: 'この項目は必須です。' });
    await act('room/submit', { as: sato.id, view: modal?.id, entered: { 'reason/given': '理由' } });
    expect((await seen(sato.id)).modal).toBeUndefined();

    const button = { type: 'button', action_id: 'agree', text: plain('同意') };
    const blocks = [{ type: 'actions', elements: [button] }];
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '持ち回り', blocks });
    await act('room/press', { as: sato.id, on: ts, action: 'agree' });
    expect(workspace.deliveries.map((one) => one.payload.command ?? one.payload.type)).toEqual([
      '/req',
      'view_submission',
      'block_actions',
    ]);
  });

  it('that cannot be is refused with the reason', async () => {
    const { act, sato } = await room();
    expect(await act('room/press', { as: sato.id, on: '1.000000', action: 'agree' })).toEqual({
      error: 'sato sees no message 1.000000',
    });
  });

  it('gives files, which only those come by who see them', async () => {
    const { served, workspace, call, closed, sato, suzuki } = await room();
    const query = new URLSearchParams({ as: sato.id, name: '要件.xlsx' });
    const given = await fetch(`${served.url}/room/file?${query}`, { method: 'POST', body: 'PK' });
    const { id } = (await given.json()) as { id: string };
    const fetched = (as: string): Promise<Response> => fetch(`${served.url}/room/files/${id}?as=${as}`);
    expect((await fetched(suzuki.id)).status).toBe(404);
    const mine = await fetched(sato.id);
    expect(mine.headers.get('content-disposition')).toContain(encodeURIComponent('要件.xlsx'));
    expect(await mine.text()).toBe('PK');

    const { file_id: ics } = await call('files.getUploadURLExternal', { filename: 'm12.ics', length: 2 });
    workspace.upload(String(ics), Buffer.from('BE'));
    await call('files.completeUploadExternal', { files: [{ id: ics }], channel_id: closed.id });
    expect((await fetch(`${served.url}/room/files/${ics}?as=${sato.id}`)).status).toBe(200);
    expect((await fetch(`${served.url}/room/files/${ics}?as=${suzuki.id}`)).status).toBe(404);
  });
});

describe('the clock', () => {
  it('moves, and tells what came of it', async () => {
    const { act, clock } = await room();
    expect(await act('clock', { at: '2026-06-10T09:00:00+09:00' })).toEqual({ now: clock.now, arrived: 1 });
    expect(new Date(clock.now).toISOString()).toBe('2026-06-10T00:00:00.000Z');
  });

  it('says why it does not move', async () => {
    const { act } = await room();
    expect(await act('clock', { at: '2020-01-01T00:00:00Z' })).toEqual({ error: '時計は前にだけ動かせます。' });
    expect(await act('clock', { at: 'いつか' })).toEqual({ error: '時刻を読み取れませんでした。' });
  });

  const jumps: [now: string, tomorrow: string, april: string, opening: string][] = [
    ['2026-11-24T15:00', '2026-11-25T09:00', '2027-04-01T00:00', '2027-04-01T09:00'],
    ['2028-03-31T23:50', '2028-04-01T09:00', '2028-04-01T00:00', '2028-04-03T09:00'],
    ['2028-04-01T00:00', '2028-04-02T09:00', '2029-04-01T00:00', '2029-04-02T09:00'],
    ['2026-12-31T23:59', '2027-01-01T09:00', '2027-04-01T00:00', '2027-04-01T09:00'],
  ];
  test.each(jumps)('from %s it offers tomorrow, April 1 and the first open day after it', (now, ...expected) => {
    const japan = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 16);
    expect(jumpsFrom(instant(Date.parse(`${now}:00+09:00`))).map(({ at }) => japan(at))).toEqual(expected);
  });
});

describe('the line one types', () => {
  const offered = {
    hints,
    users: [
      { id: 'U1', name: '佐藤 花子' },
      { id: 'U2', name: '鈴木 一郎' },
    ],
    channels: [
      { id: 'C1', name: 'wg-介護保険', kind: 'public' as const },
      { id: 'D1', name: 'Renkei', kind: 'im' as const },
    ],
  };
  const typed: [line: string, lines: string[]][] = [
    ['/', ['/req ', '/wg ']],
    ['/w', ['/wg ']],
    ['/wg ', []],
    ['こんにちは /', []],
    ['@佐藤花', ['@佐藤 花子 ']],
    ['/item add @鈴', ['/item add @鈴木 一郎 ']],
    ['#', ['#wg-介護保険 ']],
    ['sato@鈴', []],
  ];
  test.each(typed)('%s is offered its ends', (line, lines) => {
    expect(candidatesFor(line, offered).map((one) => one.line)).toEqual(lines);
  });

  it('shows the usage once a command stands there', () => {
    expect(hintFor('/req decide', hints)?.usage_hint).toBe('decide 1234 standard');
    expect(hintFor('/req', hints)).toBeUndefined();
  });
});
