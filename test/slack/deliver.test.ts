import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import type { Fault } from '../../src/practice/call.ts';
import { connectClients } from '../../src/slack/clients.ts';
import { type Delivery, delivery, realTime, type Stopwatch } from '../../src/slack/deliver.ts';
import { enqueue, type Statements } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import type { Prisma, PrismaClient } from '../../src/store/prisma/client.ts';
import { scoped, scopedClient } from '../../src/store/scope.ts';
import { retry, undelivered } from '../../src/store/undelivered.ts';
import { type Message, rows } from '../../src/text/message.ts';
import type { Address, MessagePost, Post } from '../../src/text/post.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { quickWatch, quiet, type SlackScene, slackScene } from '../support/slackScene.ts';
import { COUNCIL, MORI, SATO, SMITH, smallCouncil, TEAM } from '../support/smallCouncil.ts';

let database: TestDatabase;
let client: PrismaClient;
/** What stands among the undelivered. */
const notDelivered = (council: string = COUNCIL) =>
  undelivered(scoped(scopedClient(client, council) as unknown as Prisma.TransactionClient, council));
let slack: SlackScene;
let watch: ReturnType<typeof quickWatch>;
let carrier: Delivery;
/** What the surfaces show. */
const shown = new Map<string, Message>();

beforeAll(async () => {
  database = await testDatabase();
  client = await smallCouncil(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await client.$executeRaw`TRUNCATE outbox, surface, rest`;
  shown.clear();
  slack = await slackScene();
  watch = quickWatch();
  carrier = carrierNamed('worker-1', watch);
});
afterEach(() => slack.close());

const carrierNamed = (
  name: string,
  by: Stopwatch,
  call = slack.clients.bulk,
  statements: Statements = client,
): Delivery =>
  delivery(
    {
      outgoing: outgoing(statements, name),
      clients: { ...slack.clients, bulk: call },
      home: slack.home,
      renderSurface: async (_council, key) => shown.get(key),
      detour: async () => {},
    },
    quiet,
    by,
  );

const goneAway = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));
const KAIGO: Address = { body: 'kaigo' };

const message = (key: string, to: Address = KAIGO, more: Partial<MessagePost> = {}): Post => ({
  kind: 'message',
  key,
  to,
  message: { summary: same(key) },
  ...more,
});
/** Takes two messages. */
const long = (key: string, to: Address = KAIGO): Post =>
  message(key, to, {
    message: {
      summary: same('一覧'),
      parts: [rows(Array.from({ length: 800 }, (_, i) => same(`要件${i} 資格を一覧で確認できること`)))],
    },
  });
const meeting: Post = { kind: 'surface', surface: 'meeting:12', to: KAIGO };
const ics = (key: string): Post => ({
  kind: 'file',
  key,
  to: KAIGO,
  thread: 'meeting:12',
  file: { name: '第3回.ics', title: { ja: ja`開催案内`, en: en`Invitation` }, content: 'BEGIN:VCALENDAR' },
});

const put = (posts: Post[], refresh: string[] = []) => enqueue(client, COUNCIL, posts, refresh, NOW);
const deliver = () => carrier.drain(NOW);
const fault = (method: string, as: Fault['as'], times = 1): void => {
  slack.workspace.faults.push({ method, times, as });
};
const heard = (channel = 'CKAIGO', by: string = SATO.userId, thread?: string) =>
  slack.workspace.messages(channel, by, thread).map((one) => one.text);
const directTo = (userId: string) => {
  const { state } = slack.workspace;
  const im = [...state.channels.values()].find((one) => one.kind === 'im' && one.members.has(userId));
  return im ? heard(im.id, userId) : [];
};
const calls = (method?: string) =>
  slack.workspace.calls.map((one) => one.method).filter((one) => !method || one === method);
const outbox = () => client.outbox.findMany({ orderBy: { id: 'asc' } });
const states = async () => (await outbox()).map((row) => row.state);
const lateByLease = () =>
  client.$executeRaw`UPDATE outbox SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'sending'`;

describe('delivery', () => {
  it('posts to the channel of a body, once, without previews and with a key that says nothing', async () => {
    await put([message('decision:31')]);
    await deliver();
    await deliver();
    expect(heard()).toEqual(['decision:31']);
    expect(slack.workspace.calls).toMatchObject([
      { method: 'chat.postMessage', args: { channel: 'CKAIGO', unfurl_links: 'false', parse: 'none' } },
    ]);
    expect(JSON.stringify(slack.workspace.calls[0]?.args.metadata)).not.toContain('decision');
    expect(await outbox()).toMatchObject([{ state: 'sent', sentTo: 'CKAIGO', sentAt: new Date(NOW) }]);
  });

  it('tells each person in their language, at the account of the day', async () => {
    const words: Message = { summary: { ja: ja`おはようございます。`, en: en`Good morning.` } };
    await put([message('a', SATO, { message: words }), message('b', SMITH, { message: words })]);
    await deliver();
    expect([directTo(SATO.userId), directTo(SMITH.userId)]).toEqual([['おはようございます。'], ['Good morning.']]);
  });

  it('opens a direct message once, for a person or for an account', async () => {
    await put([message('1', SATO), message('2', SATO)]);
    await deliver();
    await put([message('3', { channel: { teamId: TEAM, channelId: SATO.userId } })]);
    await deliver();
    expect(directTo(SATO.userId)).toEqual(['1', '2', '3']);
    expect(calls('conversations.open')).toHaveLength(1);
  });

  it('sends a message that is too long for one as several, in their order', async () => {
    await put([long('long'), message('next')]);
    await deliver();
    expect(heard()).toEqual(['一覧 (1/2)', '一覧 (2/2)', 'next']);
    expect((await outbox())[0]?.sentTs?.split(',')).toHaveLength(2);
  });

  it('keeps the order of a channel, one message a second, while others do not wait', async () => {
    await put([message('1'), message('2'), message('3'), message('4', SATO)]);
    await deliver();
    expect(heard()).toEqual(['1', '2', '3']);
    expect(slack.workspace.state.messages.map((one) => one.text).indexOf('4')).toBeLessThan(2);
    expect(watch.now()).toBeGreaterThanOrEqual(2_000);
  });
});

describe('what cannot be sent', () => {
  const dead: [what: string, error: string, post: Post, prepare: (scene: SlackScene) => unknown][] = [
    ['an archived channel', 'is_archived', message('x'), ({ workspace }) => workspace.archive('CKAIGO', SATO.userId)],
    [
      'an unknown channel',
      'channel_not_found',
      message('x', { channel: { teamId: TEAM, channelId: 'CGONE' } }),
      () => {},
    ],
    [
      'a channel without the bot',
      'not_in_channel',
      message('x'),
      ({ workspace, home }) => workspace.leave('CKAIGO', home.userId),
    ],
    ['a channel elsewhere', 'other_workspace', message('x', { channel: { teamId: 'T9', channelId: 'C1' } }), () => {}],
    ['a body without a channel', 'no_channel', message('x', { body: 'shotoku' }), () => {}],
    ['a person without an account', 'no_account', message('x', MORI), () => {}],
    [
      'a person whose account is closed',
      'user_disabled',
      message('x', SMITH),
      ({ workspace }) => Object.assign(workspace.state.users.get(SMITH.userId) as object, { deleted: true }),
    ],
    ['a thread whose message is not there', 'no_thread', message('x', KAIGO, { thread: 'meeting:99' }), () => {}],
  ];
  test.each(dead)('%s: %s, and the others get theirs', async (_, error, post, prepare) => {
    await prepare(slack);
    await put([post, message('still', { body: 'nenkin' }), message('still', SATO, { key: 'still-2' })]);
    await deliver();
    expect(await notDelivered()).toMatchObject([{ error }]);
    expect([heard('CNENKIN'), directTo(SATO.userId)]).toEqual([['still'], ['still']]);
  });

  it('lets what stands behind it go on', async () => {
    fault('chat.postMessage', { error: 'restricted_action' });
    await put([message('1'), message('2')]);
    await deliver();
    expect([heard(), await states()]).toEqual([['2'], ['failed', 'sent']]);
  });

  it('waits where the token is not accepted, and is sent when it is again', async () => {
    fault('chat.postMessage', { error: 'token_revoked' });
    await put([message('1')]);
    await deliver();
    expect(await states()).toEqual(['pending']);
    await deliver();
    expect(heard()).toEqual(['1']);
  });

  it('waits for a token, and is not well meanwhile, which a monitor sees', async () => {
    fault('chat.postMessage', { error: 'token_revoked' });
    await put([message('1')]);
    const running = carrierNamed('running', realTime);
    running.start(() => NOW);
    await until(async () => running.alive() === false);
    await until(async () => (await states())[0] === 'pending');
    await client.$executeRaw`TRUNCATE rest`;
    running.wake();
    await until(async () => heard().length === 1 && running.alive() === true);
    await running.stop();
  });
});

describe('when Slack is busy or away', () => {
  it('waits as long as it asks, and sends once', async () => {
    fault('chat.postMessage', { rateLimited: 7 });
    await put([message('1'), message('2', { body: 'nenkin' })]);
    await deliver();
    expect([heard(), heard('CNENKIN')]).toEqual([['1'], ['2']]);
    expect(watch.now()).toBeGreaterThanOrEqual(7_000);
  });

  it('lets refreshes go on while posts wait', async () => {
    shown.set('meeting:12', { summary: same('第3回') });
    await put([meeting]);
    await deliver();
    shown.set('meeting:12', { summary: same('第3回(変更)') });
    fault('chat.postMessage', { rateLimited: 30 });
    await put([message('1')], ['meeting:12']);
    await deliver();
    const [post, ...others] = calls().slice(1).toReversed();
    expect([post, others.toSorted()]).toEqual(['chat.postMessage', ['chat.postMessage', 'chat.update']]);
  });

  it('keeps everything while it cannot be reached, and sends it afterwards', async () => {
    await put([message('1'), message('2', SATO)]);
    const { apiUrl } = slack;
    await slack.close();
    await deliver();
    expect(await states()).toEqual(['pending', 'pending']);
    expect(apiUrl).toContain('127.0.0.1');
    slack = await slackScene();
    carrier = carrierNamed('worker-1', watch);
    await deliver();
    expect(await states()).toEqual(['sent', 'sent']);
  });

  const losses: [what: string, as: Fault['as'], posted: boolean][] = [
    ['the connection is cut before it is handled', { cut: 'before' }, false],
    ['the connection is cut after it was handled', { cut: 'after' }, true],
    ['Slack answers 503', { status: 503 }, false],
    ['Slack answers internal_error', { error: 'internal_error' }, false],
    ['Slack hangs', 'hang', false],
  ];
  test.each(losses)('%s: it is looked up, and stands there once', async (_, as) => {
    const { bulk } = connectClients({ botToken: 'xoxb-practice', apiUrl: slack.apiUrl }, quiet, 1_000);
    carrier = carrierNamed('worker-1', watch, bulk);
    fault('chat.postMessage', as);
    await put([message('1'), message('2')]);
    await deliver();
    expect(heard()).toEqual(['1', '2']);
    expect(await states()).toEqual(['sent', 'sent']);
    expect(calls('conversations.history')).toHaveLength(1);
  });

  it('looks up what was cut off in a direct message and in the middle of a long one', async () => {
    await put([long('long', SATO)]);
    fault('chat.postMessage', { cut: 'after' }, 2);
    await deliver();
    expect(directTo(SATO.userId)).toEqual(['一覧 (1/2)', '一覧 (2/2)']);
  });

  it('finds it behind a thousand other messages', async () => {
    fault('chat.postMessage', { cut: 'after' });
    await put([message('1')]);
    const other = delivery(
      {
        outgoing: outgoing(client, 'w'),
        clients: slack.clients,
        home: slack.home,
        renderSurface: async () => undefined,
        detour: async () => {},
      },
      quiet,
      { now: () => 0, sleep: () => new Promise(() => {}) },
    );
    void other.drain(NOW);
    await until(async () => (await states())[0] === 'unknown');
    for (let i = 0; i < 1000; i++)
      await slack.workspace.call('xoxb-practice', 'chat.postMessage', { channel: 'CKAIGO', text: `ほか${i}` });
    await deliver();
    expect(heard().filter((text) => text === '1')).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('does not guess where the history cannot be read', async () => {
    fault('chat.postMessage', { cut: 'after' });
    fault('conversations.history', { error: 'missing_scope' });
    await put([message('1'), message('2')]);
    await deliver();
    expect(heard()).toEqual(['1', '2']);
    expect(await notDelivered()).toMatchObject([{ error: 'unread_history' }]);
    // Whoever sends it again has looked.
    await retry(client, COUNCIL, undefined, NOW);
    await deliver();
    expect([heard(), await notDelivered()]).toEqual([['1', '2', '1'], []]);
  });

  it('gives up a message that is lost again and again', async () => {
    fault('chat.postMessage', { status: 500 }, 15);
    await put([message('1'), message('2')]);
    await deliver();
    expect([heard(), await notDelivered()]).toMatchObject([['2'], [{ error: 'unknown_outcome' }]]);
  });
});

describe('a surface', () => {
  it('shows at each refresh what is true then, in one call for many changes', async () => {
    shown.set('meeting:12', { summary: same('6月12日') });
    await put([meeting]);
    await deliver();
    for (const day of ['6月13日', '6月14日', '6月15日']) {
      shown.set('meeting:12', { summary: same(day) });
      await put([], ['meeting:12']);
    }
    await deliver();
    expect(heard()).toEqual(['6月15日']);
    expect(calls()).toEqual(['chat.postMessage', 'chat.update']);
    expect(await states()).toEqual(['sent', 'sent', 'superseded', 'superseded']);
  });

  it('is in step although its post was lost on the way', async () => {
    shown.set('meeting:12', { summary: same('6月12日') });
    fault('chat.postMessage', { cut: 'after' });
    await put([meeting], ['meeting:12']);
    await deliver();
    shown.set('meeting:12', { summary: same('6月13日') });
    await put([], ['meeting:12']);
    await deliver();
    expect(heard()).toEqual(['6月13日']);
  });

  it('carries replies and files in its thread', async () => {
    shown.set('meeting:12', { summary: same('第3回') });
    await put([meeting, ics('ics:12:0'), message('moved', KAIGO, { thread: 'meeting:12' })]);
    await deliver();
    const [top] = slack.workspace.messages('CKAIGO', SATO.userId);
    expect(heard()).toEqual(['第3回']);
    expect(heard('CKAIGO', SATO.userId, top?.ts)).toEqual(['第3回', '', 'moved']);
    const [file] = slack.workspace.state.files.values();
    expect(file).toMatchObject({ name: '第3回.ics', title: '開催案内', content: Buffer.from('BEGIN:VCALENDAR') });
  });

  it('whose message was deleted is forgotten, and nobody is bothered', async () => {
    shown.set('meeting:12', { summary: same('第3回') });
    await put([meeting]);
    await deliver();
    slack.workspace.state.messages.length = 0;
    await put([], ['meeting:12']);
    await deliver();
    expect(await client.surface.count()).toBe(0);
    expect(await notDelivered()).toEqual([]);
  });

  it('that has nothing to show any more is left as it is', async () => {
    await put([meeting], ['meeting:12']);
    await deliver();
    expect([heard(), await states()]).toEqual([[], ['superseded', 'superseded']]);
  });

  it('that cannot be rendered stands among the undelivered with a code', async () => {
    await put([message('x', KAIGO, { message: {} as Message }), message('2')]);
    await deliver();
    expect([heard(), await notDelivered()]).toMatchObject([['2'], [{ error: expect.stringMatching(/^E-\w{4}$/) }]]);
  });
});

describe('a file', () => {
  beforeEach(async () => {
    shown.set('meeting:12', { summary: same('第3回') });
    await put([meeting]);
    await deliver();
  });
  const shares = () => [...slack.workspace.state.files.values()].flatMap((file) => file.shares);

  const lost: [step: string, as: Fault['as']][] = [
    ['files.getUploadURLExternal', { cut: 'after' }],
    ['files.getUploadURLExternal', { rateLimited: 5 }],
    ['files.completeUploadExternal', { rateLimited: 5 }],
    ['files.completeUploadExternal', { cut: 'after' }],
  ];
  test.each(lost)('is shared once although %s met %j', async (step, as) => {
    fault(step, as);
    await put([ics('ics:12:0'), message('after', KAIGO)]);
    await deliver();
    expect(shares()).toHaveLength(1);
    expect(heard()).toEqual(['第3回', 'after']);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('whose sharing was tried is never shared again, but told to the secretariat', async () => {
    fault('files.completeUploadExternal', { cut: 'before' });
    await put([ics('ics:12:0')]);
    await deliver();
    expect(shares()).toEqual([]);
    expect(calls('files.completeUploadExternal')).toHaveLength(1);
    expect(await notDelivered()).toMatchObject([{ kind: 'file', error: 'unknown_outcome' }]);
  });
});

describe('several workers, and workers that die', () => {
  it('post everything once between them', async () => {
    await put(Array.from({ length: 30 }, (_, i) => message(`${i}`, [KAIGO, { body: 'nenkin' }, SATO, SMITH][i % 4])));
    await Promise.all(['a', 'b', 'c'].map((name) => carrierNamed(name, quickWatch()).drain(NOW)));
    const { messages } = slack.workspace.state;
    expect(messages.map((one) => Number(one.text)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, i) => i),
    );
    expect(heard().map(Number)).toEqual(
      heard()
        .map(Number)
        .toSorted((a, b) => a - b),
    );
  });

  it('finish what one left behind at any step, without doing it twice', async () => {
    shown.set('meeting:12', { summary: same('第3回') });
    const steps = ['chat.postMessage', 'files.getUploadURLExternal', 'files.completeUploadExternal'];
    for (const [i, when] of steps.flatMap((step) => [`before ${step}`, `after ${step}`]).entries()) {
      await client.$executeRaw`TRUNCATE outbox, surface, rest`;
      slack.workspace.state.messages.length = 0;
      slack.workspace.state.files.clear();
      await put([{ ...meeting }, ics(`ics:12:${i}`)]);

      const [moment, step] = when.split(' ');
      await new Promise<void>((died) => {
        const dying = carrierNamed('dying', quickWatch(), async (method, args) => {
          const answer = method === step && moment === 'before' ? undefined : await slack.clients.bulk(method, args);
          if (answer && method !== step) return answer;
          died();
          return new Promise(() => {});
        });
        void dying.drain(NOW);
      });
      await lateByLease();
      await deliver();

      const [top, ...others] = slack.workspace.messages('CKAIGO', SATO.userId);
      expect([when, top?.text, others]).toEqual([when, '第3回', []]);
      const files = [...slack.workspace.state.files.values()].flatMap((file) => file.shares);
      const told = await notDelivered();
      expect([when, files.length + told.length]).toEqual([when, 1]);
      slack.workspace.calls.length = 0;
    }
  });

  it('go on at once with what an absent database did not let them record', async () => {
    await put([message('1'), message('2')]);
    let absent = true;
    const recording: Statements = {
      $queryRaw: client.$queryRaw.bind(client),
      $executeRaw: ((...args: Parameters<typeof client.$executeRaw>) =>
        absent ? Promise.reject(goneAway()) : client.$executeRaw(...args)) as Statements['$executeRaw'],
    };
    const one = carrierNamed('one', quickWatch(), slack.clients.bulk, recording);
    await expect(one.drain(NOW)).rejects.toThrow('Connection terminated');
    expect(await states()).toEqual(['sending', 'pending']);
    absent = false;
    await one.drain(NOW);
    expect(heard()).toEqual(['1', '2']);
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it('run until they are stopped, and then finish what is due', async () => {
    const running = carrierNamed('running', realTime);
    expect(running.alive()).toBeUndefined();
    running.start(() => NOW);
    await put([message('1')]);
    running.wake();
    await until(async () => heard().length === 1);
    expect(running.alive()).toBe(true);
    await put([message('2', SATO), message('3')]);
    await running.stop();
    expect([directTo(SATO.userId), heard()]).toEqual([['2'], ['1', '3']]);
  });
});

async function until(so: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await so())) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
