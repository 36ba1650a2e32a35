/** The ways in which Slack reaches us: signed requests, and sockets; and the end of both. */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { signature } from '../../src/practice/deliver.ts';
import { overSockets } from '../../src/slack/ways.ts';
import { atTheDoor, database, door, filled, heard, sato, seen, slack } from '../support/atTheDoor.ts';
import { type DoorScene, openDoor } from '../support/door.ts';
import { quiet } from '../support/slackScene.ts';
import { TEAM } from '../support/smallCouncil.ts';
import { until } from '../support/until.ts';

atTheDoor();

describe('a request', () => {
  const form = new URLSearchParams({
    command: '/req',
    text: 'show 1',
    team_id: TEAM,
    user_id: sato,
    channel_id: 'CKAIGO',
    trigger_id: 't',
  }).toString();
  const post = (
    seconds: number,
    sign = signature(slack.workspace.app.signingSecret, seconds, form),
    body = form,
    type = 'application/x-www-form-urlencoded',
  ) =>
    fetch(`${door.serving.url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': sign,
      },
    });
  const now = () => Math.floor(Date.now() / 1000);

  it('that is signed and fresh is taken', async () => {
    expect((await post(now())).status).toBe(200);
  });

  test.each(['tokens_revoked', 'app_uninstalled'])('that says %s has us look at the token at once', async (type) => {
    let looks = 0;
    door.doings.lookAtToken = async () => {
      looks += 1;
    };
    const event = { type, ...(type === 'tokens_revoked' && { tokens: { oauth: [], bot: [slack.home.userId] } }) };
    const body = JSON.stringify({ type: 'event_callback', team_id: TEAM, api_app_id: 'A', event_id: 'Ev1', event });
    const sign = signature(slack.workspace.app.signingSecret, now(), body);
    expect((await post(now(), sign, body, 'application/json')).status).toBe(200);
    await until(() => looks === 1, 2_000);
  });

  const refused: [why: string, ask: () => Promise<Response>, status: number][] = [
    ['signed with another secret', () => post(now(), signature('other', now(), form)), 401],
    [
      'changed after it was signed',
      () => post(now(), signature(slack.workspace.app.signingSecret, now(), form), `${form}&x=1`),
      401,
    ],
    ['older than five minutes', () => post(now() - 302), 401],
    ['from the future', () => post(now() + 310), 401],
    ['without a time', () => post(Number.NaN), 401],
    [
      'too large',
      () => {
        const body = 'x'.repeat(2 * 1024 * 1024);
        return post(now(), signature(slack.workspace.app.signingSecret, now(), body), body);
      },
      413,
    ],
    ['elsewhere', () => fetch(`${door.serving.url}/slack/other`, { method: 'POST' }), 404],
  ];
  test.each(refused)('that is %s is refused', async (_why, ask, status) => {
    expect((await ask()).status).toBe(status);
    await door.hearing.settled();
    expect(heard()).toEqual([]);
  });

  it('for health is answered to whoever asks', async () => {
    const health = await fetch(`${door.serving.url}/healthz`);
    const ready = await fetch(`${door.serving.url}/readyz`);
    expect([health.status, await health.json(), ready.status, await ready.json()]).toEqual([
      200,
      { alive: true },
      200,
      { ready: true, slack: true, queue: { waiting: 0 } },
    ]);
  });
});

describe('at the end', () => {
  it('what was heard is answered, and nothing new is taken', async () => {
    let go = (): void => {};
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    door.doings.slow = () => gone;
    await slack.workspace.type(sato, 'CKAIGO', '/req slow');
    door.serving.stopTaking();
    const late = await slack.workspace.type(sato, 'CKAIGO', '/req show 1');
    expect(late).toMatchObject({ heard: { kind: expect.stringMatching(/unreachable|answered/) } });
    go();
    await door.hearing.settled();
    expect(heard()).toContain('できました');
    expect(heard()).not.toContain('要件1 ');
  });
});

describe('by Socket Mode', () => {
  let socket: DoorScene;
  beforeEach(async () => {
    socket = await openDoor(slack, database.pool, 'socket');
  });
  afterEach(() => socket.close());

  it('commands, forms and buttons are heard the same', async () => {
    await slack.workspace.type(sato, 'CKAIGO', '/req shwo 12');
    await socket.hearing.settled();
    await slack.workspace.press(sato, seen()[0]!, 'say.0');
    await socket.hearing.settled();
    await slack.workspace.type(sato, 'CKAIGO', '/req decide');
    await socket.hearing.settled();
    const errors = await slack.workspace.submit(
      sato,
      slack.workspace.modal(sato)!,
      filled({ number: 'x', note: '理由' }),
    );
    expect(errors).toMatchObject({ kind: 'errors' });
    await slack.workspace.submit(sato, slack.workspace.modal(sato)!, filled({ number: '1234', note: '理由' }));
    await socket.hearing.settled();
    expect(heard()).toEqual(['『show』のことでしょうか。', '要件12 ', '要件1234を決定しました。']);
  });

  it('a token that Slack does not accept is named', async () => {
    const way = overSockets({ appToken: 'xapp-other', apiUrl: slack.apiUrl }, quiet, () => {});
    const refusal = { setting: 'SLACK_APP_TOKEN', refused: 'invalid_auth' };
    await expect(way.start()).rejects.toMatchObject(refusal);
    await way.stop();
  });

  it('a connection that is cut is made again, and we say that we are ready only when it is', async () => {
    expect((await fetch(`${socket.serving.url}/readyz`)).status).toBe(200);
    slack.workspace.socket.cut();
    await until(() => !socket.way.connected(), 2_000);
    expect((await fetch(`${socket.serving.url}/readyz`)).status).toBe(503);
    await until(() => socket.way.connected(), 15_000);
    await slack.workspace.type(sato, 'CKAIGO', '/req show 7');
    await socket.hearing.settled();
    expect(heard()).toEqual(['要件7 ']);
  });

  it('a connection that Slack refuses to renew is asked for again', async () => {
    const refused = { method: 'apps.connections.open', times: 2, as: { error: 'account_inactive' } } as const;
    slack.workspace.faults.push(refused);
    slack.workspace.socket.cut();
    await until(() => !socket.way.connected(), 2_000);
    await until(() => socket.way.connected(), 15_000);
    await slack.workspace.type(sato, 'CKAIGO', '/req show 8');
    await socket.hearing.settled();
    expect(heard()).toEqual(['要件8 ']);
  });
});
