import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/practice/json.ts';
import { answering, stage, words } from './stage.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const button = (actionId: string, value: string, more: Json = {}): Json => ({
  type: 'button',
  action_id: actionId,
  text: plain(actionId),
  value,
  ...more,
});
const actions = (...elements: Json[]): Json => ({ type: 'actions', block_id: 'answers', elements });
const option = (value: string): Json => ({ text: plain(value), value });
const input = (blockId: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: blockId,
  label: plain(blockId),
  element: { action_id: 'given', ...element },
  ...more,
});
const modal = (...blocks: Json[]): Json => ({ type: 'modal', title: plain('決定'), submit: plain('記録'), blocks });

/** A scene in which a modal is open for 佐藤. */
async function opened(view: Json) {
  const world = stage();
  answering(world.workspace, async (payload) => {
    if (payload.command) await world.call('views.open', { trigger_id: payload.trigger_id, view });
  });
  await world.workspace.type(world.sato.id, world.kaigo.id, '/req decide');
  return { ...world, view: world.workspace.modal(world.sato.id)! };
}

describe('a command', () => {
  it('reaches the app as Slack tells it', async () => {
    const { workspace, sato, kaigo } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, '/req  decide １２３４　代替案 ');
    expect(workspace.deliveries).toMatchObject([
      {
        kind: 'command',
        payload: {
          team_id: 'T1',
          team_domain: 'council',
          channel_id: kaigo.id,
          channel_name: 'wg-介護保険',
          user_id: sato.id,
          user_name: 'sato',
          command: '/req',
          text: 'decide １２３４　代替案',
          api_app_id: workspace.app.id,
          trigger_id: expect.stringMatching(/^\d+\.T1\./),
          response_url: expect.stringMatching(/\/response\/T1\//),
        },
      },
    ]);
    expect(workspace.messages(kaigo.id, sato.id)).toEqual([]);
  });

  const escapes: [typed: string, text: (world: ReturnType<typeof stage>) => string][] = [
    ['@佐藤 花子 に担当', ({ sato }) => `<@${sato.id}> に担当`],
    ['@sato', ({ sato }) => `<@${sato.id}>`],
    ['@satoshi', () => '@satoshi'],
    ['#wg-介護保険 で', ({ kaigo }) => `<#${kaigo.id}|wg-介護保険> で`],
    ['#jimukyoku', ({ closed }) => `<#${closed.id}|>`],
    ['5 < 6 & 7', () => '5 &lt; 6 &amp; 7'],
    ['https://example.lg.jp/?a=1&b=2', () => '<https://example.lg.jp/?a=1&amp;b=2>'],
  ];
  test.each(escapes)('escapes %s', async (typed, text) => {
    const world = stage();
    answering(world.workspace);
    await world.workspace.type(world.sato.id, world.kaigo.id, `/req ${typed}`);
    expect(world.workspace.deliveries[0]?.payload.text).toBe(text(world));
  });

  it('says what stands in the answer, to the typer or with what was typed to the channel', async () => {
    const { workspace, sato, suzuki, kaigo } = stage();
    answering(workspace, ({ text }) =>
      text === 'all' ? { response_type: 'in_channel', text: '皆さんへ' } : 'あなただけに',
    );
    await workspace.type(sato.id, kaigo.id, '/req me');
    await workspace.type(sato.id, kaigo.id, '/req all');
    expect(workspace.messages(kaigo.id, sato.id).map((one) => one.text)).toEqual([
      'あなただけに',
      '/req all',
      '皆さんへ',
    ]);
    expect(workspace.messages(kaigo.id, suzuki.id).map((one) => one.text)).toEqual(['/req all', '皆さんへ']);
  });

  const refused: [why: string, line: string, told: string, thread?: boolean][] = [
    ['in a thread', '/req show 1234', '「/req」はスレッドでは使えません。', true],
    ['no such command', '/reg show', '「/reg」は有効なコマンドではありません。'],
  ];
  test.each(refused)('is refused by Slack itself: %s', async (why, line, told, inThread) => {
    const { workspace, sato, kaigo, call } = stage();
    answering(workspace);
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '親' });
    const options: { thread?: string } = inThread ? { thread: String(ts) } : {};
    expect(await workspace.type(sato.id, kaigo.id, line, options)).toEqual({ kind: 'refused', why });
    const shown = workspace.messages(kaigo.id, sato.id, options.thread);
    expect(shown.at(-1)?.text).toContain(told);
    expect(workspace.deliveries).toEqual([]);
  });

  it('does not exist for people of a workspace without the app', async () => {
    const { workspace, tanaka, kaigo } = stage();
    answering(workspace);
    expect(await workspace.type(tanaka.id, kaigo.id, '/req list')).toEqual({ kind: 'refused', why: 'no such command' });
  });

  it('that is not acknowledged in time shows operation_timeout', async () => {
    const { workspace, sato, kaigo } = stage();
    workspace.connect(async () => ({ kind: 'timeout' }));
    await workspace.type(sato.id, kaigo.id, '/req list');
    expect(workspace.messages(kaigo.id, sato.id)[0]?.text).toBe('「/req」は失敗しました(エラー:operation_timeout)。');
  });
});

describe('an ordinary message', () => {
  it('is what ／req becomes, and the app hears of it where it is in the channel', async () => {
    const { workspace, sato, kaigo, quiet } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, '／req decide 1234');
    await workspace.type(sato.id, quiet.id, '／req decide 1234');
    expect(workspace.deliveries.map((one) => one.payload.event)).toMatchObject([
      { type: 'message', channel_type: 'channel', text: '／req decide 1234', user: sato.id },
    ]);
  });

  it('that names the bot is a mention too', async () => {
    const { workspace, sato, kaigo, bot } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, '@Renkei 使い方は？');
    const events = workspace.deliveries.map((one) => one.payload.event as Json);
    expect(events.map((one) => one.type)).toEqual(['message', 'app_mention']);
    expect(events[0]?.text).toBe(`<@${bot}> 使い方は？`);
  });
});

describe('a press', () => {
  it('tells the button, the message and who pressed, also from a workspace without the app', async () => {
    const { workspace, tanaka, kaigo, call } = stage();
    answering(workspace);
    const { ts } = await call('chat.postMessage', {
      channel: kaigo.id,
      text: '日程調整',
      blocks: [actions(button('yes', '{"line":"wg answer"}'), button('no', '{}'))],
    });
    await workspace.press(tanaka.id, String(ts), 'yes');
    expect(workspace.deliveries[0]?.payload).toMatchObject({
      type: 'block_actions',
      user: { id: tanaka.id, team_id: 'T2' },
      team: { id: 'T1', domain: 'council' },
      container: { type: 'message', message_ts: ts, channel_id: kaigo.id, is_ephemeral: false },
      channel: { id: kaigo.id, name: 'wg-介護保険' },
      message: { ts, text: '日程調整' },
      actions: [{ type: 'button', action_id: 'yes', block_id: 'answers', value: '{"line":"wg answer"}' }],
      trigger_id: expect.any(String),
      response_url: expect.any(String),
    });
  });

  it('tells what was chosen in a menu', async () => {
    const { workspace, sato, kaigo, call } = stage();
    answering(workspace);
    const menu = { type: 'static_select', action_id: 'outcome', options: [option('standard'), option('later')] };
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '結果', blocks: [actions(menu)] });
    await workspace.press(sato.id, String(ts), 'outcome', { outcome: 'later' });
    expect(workspace.deliveries[0]?.payload).toMatchObject({
      actions: [{ type: 'static_select', selected_option: { value: 'later' } }],
      state: { values: { answers: { outcome: { selected_option: { value: 'later' } } } } },
    });
    await expect(workspace.press(sato.id, String(ts), 'outcome', { outcome: 'never' })).rejects.toThrow(
      'does not offer',
    );
  });

  it('on an ephemeral message comes without the message, and its response URL replaces or deletes it', async () => {
    const { workspace, sato, kaigo, call } = stage();
    answering(workspace);
    const { message_ts: ts } = await call('chat.postEphemeral', {
      channel: kaigo.id,
      user: sato.id,
      text: '記録しますか',
      blocks: [actions(button('confirm', 'x'))],
    });
    await workspace.press(sato.id, String(ts), 'confirm');
    const payload = workspace.deliveries[0]!.payload;
    expect(payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    const url = String(payload.response_url);
    expect(workspace.respond(url, { replace_original: true, text: '記録しました' }).status).toBe(200);
    expect(workspace.messages(kaigo.id, sato.id)).toMatchObject([{ text: '記録しました', blocks: [] }]);
    workspace.respond(url, { delete_original: true });
    expect(workspace.messages(kaigo.id, sato.id)).toEqual([]);
  });

  it('on what one cannot see is not possible', async () => {
    const { workspace, suzuki, sato, kaigo, call } = stage();
    const { message_ts: ts } = await call('chat.postEphemeral', { channel: kaigo.id, user: sato.id, text: 'x' });
    await expect(workspace.press(suzuki.id, String(ts), 'a')).rejects.toThrow('sees no message');
  });
});

describe('a response URL', () => {
  it('is good five times', async () => {
    const { workspace, sato, kaigo } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, '/req list');
    const url = String(workspace.deliveries[0]?.payload.response_url);
    for (let i = 0; i < 5; i++) expect(workspace.respond(url, { text: `${i}` }).status).toBe(200);
    expect(workspace.respond(url, { text: '6' })).toMatchObject({ status: 404, body: { error: 'used_url' } });
  });

  it('is good for thirty minutes', async () => {
    const { workspace, sato, kaigo, clock } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, '/req list');
    const url = String(workspace.deliveries[0]?.payload.response_url);
    clock.now += 30 * 60_000;
    expect(workspace.respond(url, { text: 'まだ' }).status).toBe(200);
    clock.now += 1;
    expect(workspace.respond(url, { text: 'もう' })).toMatchObject({ status: 404, body: { error: 'expired_url' } });
  });
});

describe('a trigger', () => {
  it('opens a modal within three seconds, once', async () => {
    const { workspace, sato, kaigo, clock, call } = stage();
    answering(workspace);
    const view = modal(words('読み込み中…'));
    const trigger = async (): Promise<unknown> => {
      await workspace.type(sato.id, kaigo.id, '/req decide');
      return workspace.deliveries.at(-1)?.payload.trigger_id;
    };
    const first = await trigger();
    clock.now += 3_000;
    expect(await call('views.open', { trigger_id: first, view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id: first, view })).toMatchObject({ error: 'exchanged_trigger_id' });
    const second = await trigger();
    clock.now += 3_001;
    expect(await call('views.open', { trigger_id: second, view })).toMatchObject({ error: 'expired_trigger_id' });
  });
});

describe('a modal', () => {
  const reason = input('reason', { type: 'plain_text_input', max_length: 10 });
  const outcome = input('outcome', { type: 'static_select', options: [option('standard'), option('later')] });

  it('tells what was entered, and closes when the app says nothing', async () => {
    const { workspace, sato, view } = await opened({ ...modal(reason, outcome), private_metadata: '{"id":1234}' });
    expect(await workspace.submit(sato.id, view, { reason: '遅延のため', outcome: 'later' })).toMatchObject({
      kind: 'sent',
    });
    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      user: { id: sato.id },
      view: {
        id: view.id,
        hash: view.hash,
        private_metadata: '{"id":1234}',
        app_installed_team_id: 'T1',
        state: {
          values: {
            reason: { given: { type: 'plain_text_input', value: '遅延のため' } },
            outcome: { given: { type: 'static_select', selected_option: { value: 'later' } } },
          },
        },
      },
    });
    expect(workspace.modal(sato.id)).toBeUndefined();
  });

  it('knows the state of every kind of input', async () => {
    const view = modal(
      input('day', { type: 'datepicker', initial_date: '2026-06-12' }),
      input('time', { type: 'timepicker' }),
      input('who', { type: 'multi_users_select' }),
      input('boxes', { type: 'checkboxes', options: [option('a'), option('b')] }),
      input('one', { type: 'radio_buttons', options: [option('a'), option('b')], initial_option: option('b') }),
      input('file', { type: 'file_input' }),
      input('note', { type: 'plain_text_input' }, { optional: true }),
    );
    const { workspace, sato, suzuki, view: open } = await opened(view);
    const file = workspace.giveFile(sato.id, '要件.xlsx', Buffer.from('PK'));
    await workspace.submit(sato.id, open, { time: '14:00', who: [suzuki.id], boxes: ['a', 'b'], file: [file] });
    const values = {
      day: { given: { type: 'datepicker', selected_date: '2026-06-12' } },
      time: { given: { selected_time: '14:00' } },
      who: { given: { selected_users: [suzuki.id] } },
      boxes: { given: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
      one: { given: { selected_option: { value: 'b' } } },
      file: { given: { files: [{ id: file, name: '要件.xlsx' }] } },
      note: { given: { value: null } },
    };
    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({ view: { state: { values } } });
  });

  it('is not sent while a required input is empty or too long', async () => {
    const { workspace, sato, view } = await opened(modal(reason, outcome));
    const before = workspace.deliveries.length;
    expect(await workspace.submit(sato.id, view, { reason: 'とても長い理由の説明です' })).toEqual({
      kind: 'errors',
      errors: { reason: '10文字以内で入力してください。', outcome: 'この項目は必須です。' },
    });
    expect(workspace.deliveries).toHaveLength(before);
  });

  const answers: [action: string, answer: unknown, open: string[]][] = [
    ['errors', { response_action: 'errors', errors: { reason: '理由を詳しくお願いします。' } }, ['決定']],
    ['errors for no input of the view', { response_action: 'errors', errors: { nowhere: '?' } }, ['決定']],
    ['update', { response_action: 'update', view: { ...modal(reason), title: plain('確認') } }, ['確認']],
    ['push', { response_action: 'push', view: { ...modal(reason), title: plain('確認') } }, ['決定', '確認']],
    [
      'a view that breaks the limits',
      { response_action: 'update', view: { ...modal(), title: plain('確') } },
      ['決定'],
    ],
    ['clear', { response_action: 'clear' }, []],
    ['nothing', undefined, []],
  ];
  test.each(answers)('answered with %s', async (action, answer, open) => {
    const { workspace, sato, view } = await opened(modal(reason));
    answering(workspace, () => answer);
    const result = await workspace.submit(sato.id, view, { reason: '理由' });
    const titles = (workspace.state.modals.get(sato.id) ?? []).map((one) => (one.content.title as Json).text);
    expect(titles).toEqual(open);
    if (action === 'errors') expect(result).toMatchObject({ errors: { reason: '理由を詳しくお願いします。' } });
    if (action.includes(' ')) expect(result).toMatchObject({ errors: { '': expect.stringContaining('問題') } });
  });

  it('can be updated by its id, if nobody was faster', async () => {
    const { workspace, sato, view, call } = await opened(modal(words('読み込み中…')));
    const hash = view.hash;
    expect(await call('views.update', { view_id: view.id, hash, view: modal(reason) })).toMatchObject({ ok: true });
    expect(await call('views.update', { view_id: view.id, hash, view: modal(reason) })).toMatchObject({
      error: 'hash_conflict',
    });
    await workspace.close(sato.id, view);
    expect(await call('views.update', { view_id: view.id, view: modal(reason) })).toMatchObject({ error: 'not_found' });
  });

  it('stands at most three deep', async () => {
    const { workspace, sato, call } = await opened(modal(words('1'), actions(button('next', '1'))));
    const told: unknown[] = [];
    answering(workspace, async ({ trigger_id }) => {
      told.push(await call('views.push', { trigger_id, view: modal(actions(button('next', '1'))) }));
    });
    for (let i = 0; i < 3; i++) await workspace.press(sato.id, workspace.modal(sato.id)!, 'next');
    expect(told).toMatchObject([{ ok: true }, { ok: true }, { ok: false, error: 'push_limit_reached' }]);
  });

  it('tells what stands in its inputs when something else in it is pressed', async () => {
    const { workspace, sato, view } = await opened(modal(reason, actions(button('check', '1'))));
    answering(workspace);
    await workspace.press(sato.id, view, 'check', { reason: '途中' });
    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: { state: { values: { reason: { given: { value: '途中' } } } } },
    });
  });

  it('tells the app that it was closed, if the app asked for it', async () => {
    const { workspace, sato, view } = await opened({ ...modal(reason), notify_on_close: true });
    await workspace.close(sato.id, view);
    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { id: view.id },
    });
  });
});

describe('around the conversation', () => {
  it('a message shortcut tells the message, also within a thread', async () => {
    const { workspace, sato, kaigo, call } = stage();
    answering(workspace);
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '親' });
    const reply = await workspace.type(sato.id, kaigo.id, '次回までに確認します', { thread: String(ts) });
    if (reply.kind !== 'posted') throw new Error('not posted');
    await workspace.shortcut(sato.id, reply.ts, 'item');
    expect(workspace.deliveries.at(-1)?.payload).toMatchObject({
      type: 'message_action',
      callback_id: 'item',
      message: { text: '次回までに確認します', thread_ts: ts },
      trigger_id: expect.any(String),
    });
  });

  it('the Home tab asks for itself and shows what is published', async () => {
    const { workspace, sato, call } = stage();
    answering(workspace, async ({ event }) => {
      const { user } = event as Json;
      await call('views.publish', { user_id: user, view: { type: 'home', blocks: [words('本日の予定')] } });
    });
    await workspace.openHome(sato.id);
    expect(workspace.home(sato.id)?.content.blocks).toMatchObject([words('本日の予定')]);
  });

  it('what happens to a channel is told with its old and new id', async () => {
    const { workspace, sato, kaigo, bot, call } = stage();
    answering(workspace);
    const changed = await workspace.changeChannelId(kaigo.id);
    await workspace.rename(changed, 'wg-介護');
    await workspace.archive(changed, sato.id);
    await workspace.unarchive(changed, sato.id);
    await workspace.leave(changed, bot);
    const told = workspace.deliveries.map((one) => (one.payload.event as Json).type);
    expect(told).toEqual([
      'channel_id_changed',
      'channel_rename',
      'channel_archive',
      'channel_unarchive',
      'member_left_channel',
      'channel_left',
    ]);
    expect(await call('chat.postMessage', { channel: changed, text: 'x' })).toMatchObject({ error: 'not_in_channel' });
  });

  it('what was handed over can come again, with the same event id', async () => {
    const { workspace, sato, kaigo } = stage();
    answering(workspace);
    await workspace.type(sato.id, kaigo.id, 'こんにちは');
    await workspace.again(workspace.deliveries[0]!);
    const [first, second] = workspace.deliveries.map((one) => one.payload.event_id);
    expect(second).toBe(first);
  });

  it('whoever watches is called at each change', async () => {
    const { workspace, kaigo, call } = stage();
    let changes = 0;
    const stop = workspace.watch(() => {
      changes += 1;
    });
    await call('chat.postMessage', { channel: kaigo.id, text: 'x' });
    expect(changes).toBe(1);
    stop();
    await call('chat.postMessage', { channel: kaigo.id, text: 'x' });
    expect(changes).toBe(1);
  });
});
