/** Delivery while Slack is busy or away, answers are lost, and workers are many or die: nothing is lost, nothing comes twice. */
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Fault } from '../../src/practice/call.ts';
import { connectClients } from '../../src/slack/clients.ts';
import { delivery, realTime } from '../../src/slack/deliver.ts';
import type { Statements } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import { retry } from '../../src/store/undelivered.ts';
import { same } from '../../src/text/text.ts';
import {
  callBy,
  calls,
  carriage,
  carrierNamed,
  client,
  deliver,
  directTo,
  fault,
  goneAway,
  heard,
  ics,
  KAIGO,
  lateByLease,
  long,
  meeting,
  message,
  NOW,
  notDelivered,
  openSlack,
  put,
  shown,
  slack,
  states,
  watch,
} from '../support/carriage.ts';
import { quickWatch, quiet } from '../support/slackScene.ts';
import { COUNCIL, SATO, SMITH } from '../support/smallCouncil.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

carriage();

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
    await openSlack();
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
    // Whoever is not to wait is impatient; the other calls are to be answered, however slow the machine is.
    if (as === 'hang') callBy(connectClients({ botToken: 'xoxb-practice', apiUrl: slack.apiUrl }, quiet, 1_000).bulk);
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
    const all = Promise.all(['a', 'b', 'c'].map((name) => carrierNamed(name, quickWatch()).drain(NOW)));
    await within('three workers come to their end', all, 20_000);
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
      const death = new Promise<void>((died) => {
        const dying = carrierNamed('dying', quickWatch(), async (method, args) => {
          const answer = method === step && moment === 'before' ? undefined : await slack.clients.bulk(method, args);
          if (answer && method !== step) return answer;
          died();
          return new Promise(() => {});
        });
        void dying.drain(NOW);
      });
      await within(`it dies ${when}`, death);
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
    await within('it goes on', one.drain(NOW));
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
    await within('it stops', running.stop());
    expect([directTo(SATO.userId), heard()]).toEqual([['2'], ['1', '3']]);
  });
});
