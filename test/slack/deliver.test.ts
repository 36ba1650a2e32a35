/** What stands in the outbox comes to Slack: posts, surfaces and their threads, and what cannot be sent. */
import { describe, expect, it, test } from 'vitest';
import type { Message } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { en, ja, same } from '../../src/text/text.ts';
import {
  calls,
  carriage,
  client,
  deliver,
  directTo,
  fault,
  heard,
  ics,
  KAIGO,
  long,
  meeting,
  message,
  NOW,
  notDelivered,
  outbox,
  put,
  shown,
  slack,
  states,
  watch,
} from '../support/carriage.ts';
import type { SlackScene } from '../support/slackScene.ts';
import { MORI, SATO, SMITH, TEAM } from '../support/smallCouncil.ts';

carriage();

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

  it('stops only what needs a permission that the app lacks', async () => {
    await put([message('0', SMITH)]);
    await deliver();
    fault('conversations.open', { error: 'missing_scope', needed: 'im:write' });
    await put([message('1', SATO), message('2'), message('3', SMITH)]);
    await deliver();
    expect([heard(), directTo(SMITH.userId)]).toEqual([['2'], ['0', '3']]);
    expect(await notDelivered()).toMatchObject([{ lane: 'person:1', error: 'missing_scope im:write' }]);
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
