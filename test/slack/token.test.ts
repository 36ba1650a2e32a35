/** A token that Slack refuses is told to the administrator once, whoever of the bot's parts meets it, and everything is kept. */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { mailBy } from '../../src/mail/mail.ts';
import { administratorBy } from '../../src/slack/administrator.ts';
import { type Call, Unwelcome } from '../../src/slack/clients.ts';
import { doStep } from '../../src/slack/step.ts';
import { surveying } from '../../src/slack/survey.ts';
import { type Token, tellKeptOut, watchToken } from '../../src/slack/token.ts';
import { health } from '../../src/store/health.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import {
  carriage,
  carrierNamed,
  client,
  directTo,
  fault,
  heard,
  ics,
  KAIGO,
  message,
  NOW,
  notDelivered,
  put,
  slack,
  states,
} from '../support/carriage.ts';
import { type MailServer, mailServer } from '../support/mailServer.ts';
import { quickWatch, quiet } from '../support/slackScene.ts';
import { SATO } from '../support/smallCouncil.ts';
import { until } from '../support/until.ts';

carriage();

let post: MailServer;
let workers: { token: Token; bulk: Call; interactive: Call; drain: () => Promise<void> }[];
beforeEach(async () => {
  post = await mailServer();
  const administrator = administratorBy(mailBy(post.url), 'admin@renkei.example.jp');
  workers = ['a', 'b'].map((name) => {
    const { bulk: call, interactive } = slack.clients;
    const known = outgoing(client, name);
    const token = watchToken({ call, home: slack.home, known, administrator, log: quiet });
    const bulk = token.watched(call);
    const carrier = carrierNamed(name, quickWatch(), bulk);
    return { token, bulk, interactive: token.watched(interactive, 'hurried'), drain: () => carrier.drain(NOW) };
  });
});
afterEach(() => post.close());

/** Rests are over, and both deliver. */
const met = async (): Promise<void> => {
  for (const one of workers) {
    await client.$executeRaw`DELETE FROM rest WHERE key NOT LIKE '%/token'`;
    await one.drain();
  }
};
const [A, B] = [() => workers[0] as (typeof workers)[0], () => workers[1] as (typeof workers)[0]];
/** What the administrator read, without the second language. */
const letters = (): string[] =>
  post.letters.map(({ source }) => {
    const quoted = source.split('\n\n').slice(1).join('\n\n').replace(/=\n/gu, '');
    return decodeURIComponent(quoted.replaceAll('=', '%')).split('\n')[0] ?? '';
  });
const REFUSED = expect.stringContaining('(Slackの応答:token_revoked)');
const ACCEPTED = expect.stringContaining('再び使えるようになりました');

describe('a refused token', () => {
  it('is told by mail, once a revocation, whichever worker meets it, and again when it is accepted; nothing is lost', async () => {
    post.behaves = 'later';
    fault('*', { error: 'token_revoked' }, 6);
    await put([message('1'), message('2', SATO)]);
    await met();
    expect([post.letters, await states()]).toEqual([[], ['pending', 'pending']]);
    post.behaves = 'takes';
    await met();
    expect([heard(), directTo(SATO.userId), await states()]).toEqual([['1'], ['2'], ['sent', 'sent']]);
    expect(letters()).toEqual([REFUSED, ACCEPTED]);
    expect(post.letters[0]?.to).toBe('admin@renkei.example.jp');
    fault('*', { error: 'token_revoked' }, 2);
    await put([message('3')]);
    await met();
    await met();
    expect(letters()).toEqual([REFUSED, ACCEPTED, REFUSED, ACCEPTED]);
  });

  const asked: [who: string, ask: () => Promise<unknown>][] = [
    [
      'a change of a channel',
      () =>
        doStep(
          { kind: 'join', body: 'kaigo', channel: 'CKAIGO' },
          { call: A().bulk, self: 'U', created: async () => undefined },
        ),
    ],
    [
      'a look at the workspace',
      () => surveying(A().bulk, slack.home, quickWatch())({ channels: [], names: [], bookmarks: [] }),
    ],
    [
      'an answer to who typed',
      () => A().interactive('chat.postEphemeral', { channel: 'CKAIGO', user: SATO.userId, text: 'x' }),
    ],
    ['nobody, but Slack is asked now and then', () => A().token.look()],
  ];
  test.each(asked)('is noticed by %s, and so is that it is accepted again', async (_, ask) => {
    fault('*', { error: 'token_revoked' }, 20);
    await ask();
    await ask();
    await until(() => letters().length > 0);
    expect(letters()).toEqual([REFUSED]);
    expect([A().token.accepted(), (await health(client, undefined, NOW)).refused]).toEqual([false, true]);
    slack.workspace.faults.length = 0;
    await B().token.look();
    expect(letters()).toEqual([REFUSED, ACCEPTED]);
    await A().token.look();
    expect([A().token.accepted(), (await health(client, undefined, NOW)).refused, letters()]).toEqual([
      true,
      false,
      [REFUSED, ACCEPTED],
    ]);
  });

  // Each is met after another call went well: in the middle of what may not be repeated.
  test.each(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired'])(
    'by the word %s keeps what was begun',
    async (error) => {
      fault('chat.postMessage', { cut: 'after' });
      fault('conversations.history', { error });
      fault('conversations.open', { error });
      fault('files.completeUploadExternal', { error });
      await put([
        message('1'),
        message('2', SATO),
        { ...ics('file'), thread: undefined } as never,
        message('3', KAIGO),
      ]);
      for (let day = 0; day < 4; day += 1) {
        await client.$executeRaw`UPDATE rest SET until = 0 WHERE key NOT LIKE '%/token'`;
        await met();
      }
      expect([heard(), directTo(SATO.userId), await notDelivered()]).toEqual([['1', '', '3'], ['2'], []]);
    },
  );
});

describe('a token that is not accepted at the start', () => {
  const known = () => outgoing(client, 'c');
  const begin = (refused: string, setting: Unwelcome['setting'] = 'SLACK_BOT_TOKEN') =>
    tellKeptOut(new Unwelcome(setting, refused), {
      known: known(),
      administrator: administratorBy(mailBy(post.url), 'admin@renkei.example.jp'),
      log: quiet,
    });
  const KEPT_OUT = expect.stringContaining('起動できませんでした(Slackの応答:invalid_auth)。SLACK_APP_TOKEN の値を');

  it('is told once, when the letter can go, until another is let in; a Slack out of reach is no news of it', async () => {
    post.behaves = 'later';
    await begin('invalid_auth', 'SLACK_APP_TOKEN');
    post.behaves = 'takes';
    await begin('unreachable');
    expect(letters()).toEqual([]);
    await begin('invalid_auth', 'SLACK_APP_TOKEN');
    await begin('token_revoked');
    expect(letters()).toEqual([KEPT_OUT]);
    // Others of us may be let in all the while.
    expect((await health(client, undefined, NOW)).refused).toBe(false);
    await A().token.look();
    expect(letters()).toEqual([KEPT_OUT, ACCEPTED]);
  });

  it('is no second letter where it was told that it is not accepted any more', async () => {
    fault('auth.test', { error: 'token_revoked' });
    await A().token.look();
    await begin('token_revoked');
    expect(letters()).toEqual([REFUSED]);
  });
});

it('what was asked before the refusal and answered after it says nothing of now', async () => {
  let answer = (): void => {};
  const slow = A().token.watched(async () => {
    await new Promise<void>((resolve) => (answer = resolve));
    return { kind: 'done', data: {} };
  });
  const late = slow('auth.test', {});
  fault('auth.test', { error: 'token_revoked' });
  await A().token.look();
  answer();
  await late;
  expect([A().token.accepted(), letters()]).toEqual([false, [REFUSED]]);
});
