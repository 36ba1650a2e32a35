import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/practice/json.ts';
import { stage, TOKEN, words } from './stage.ts';

const said = (messages: unknown): unknown[] => (messages as Json[]).map((one) => one.text);

describe('who calls', () => {
  it('knows the bot by its token', async () => {
    const { call, bot } = stage();
    expect(await call('auth.test')).toMatchObject({ ok: true, team_id: 'T1', user_id: bot, team: '協議会' });
  });

  it('refuses a token it does not know, and a method it does not know', async () => {
    const { workspace, call } = stage();
    expect(await workspace.call('xoxb-revoked', 'auth.test')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await workspace.call('', 'auth.test')).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('reminders.add')).toMatchObject({ ok: false, error: 'unknown_method' });
  });
});

describe('messages', () => {
  it('posts, with names on what acts, and reads it back with its metadata', async () => {
    const { call, kaigo } = stage();
    const metadata = { event_type: 'renkei_post', event_payload: { key: 'digest:1' } };
    const blocks = [
      words('日程調整'),
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: '○' } }] },
    ];
    const posted = await call('chat.postMessage', { channel: kaigo.id, text: '日程調整', blocks, metadata });
    expect(posted).toMatchObject({
      ok: true,
      channel: kaigo.id,
      message: { blocks: [{ block_id: expect.any(String) }, { elements: [{ action_id: expect.any(String) }] }] },
    });
    const plain = await call('conversations.history', { channel: kaigo.id });
    expect((plain.messages as Json[])[0]).not.toHaveProperty('metadata');
    const full = await call('conversations.history', { channel: kaigo.id, include_all_metadata: true });
    expect((full.messages as Json[])[0]).toMatchObject({ metadata, ts: posted.ts });
  });

  it('gives each message a later timestamp, even while the clock stands still or goes back', async () => {
    const { call, kaigo, clock } = stage();
    const ts: string[] = [];
    for (let i = 0; i < 5; i++) {
      if (i === 3) clock.now -= 60_000;
      ts.push(String((await call('chat.postMessage', { channel: kaigo.id, text: `${i}` })).ts));
    }
    expect(new Set(ts).size).toBe(5);
    expect([...ts].sort()).toEqual(ts);
  });

  it('takes a person for the direct message with them', async () => {
    const { call, sato } = stage();
    const opened = await call('conversations.open', { users: sato.id });
    const posted = await call('chat.postMessage', { channel: sato.id, text: 'おはようございます。' });
    expect(posted.channel).toBe((opened.channel as Json).id);
  });

  it('answers in a thread, which the channel does not show', async () => {
    const { call, kaigo, workspace, sato } = stage();
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '第3回会議' });
    await call('chat.postMessage', { channel: kaigo.id, text: '資料です', thread_ts: ts });
    expect(said((await call('conversations.history', { channel: kaigo.id })).messages)).toEqual(['第3回会議']);
    const thread = await call('conversations.replies', { channel: kaigo.id, ts });
    expect(said(thread.messages)).toEqual(['第3回会議', '資料です']);
    expect((thread.messages as Json[])[0]).toMatchObject({ reply_count: 1 });
    expect(workspace.messages(kaigo.id, sato.id, String(ts)).map((one) => one.text)).toEqual(['第3回会議', '資料です']);
  });

  it('updates what the same bot posted: blocks not spoken of stay, metadata too', async () => {
    const { call, kaigo, workspace, sato } = stage();
    const metadata = { event_type: 'surface', event_payload: { key: 'poll:12' } };
    const { ts } = await call('chat.postMessage', {
      channel: kaigo.id,
      text: '回答1件',
      blocks: [words('回答1件')],
      metadata,
    });
    await call('chat.update', { channel: kaigo.id, ts, text: '回答2件', blocks: [words('回答2件')] });
    await call('chat.update', { channel: kaigo.id, ts, text: '回答3件' });
    const [message] = workspace.messages(kaigo.id, sato.id);
    expect(message).toMatchObject({ text: '回答3件', blocks: [{ text: { text: '回答2件' } }], metadata });
    expect(message?.editedTs).toBeDefined();
  });

  it('shows an ephemeral message to one person, and keeps it out of the history', async () => {
    const { call, kaigo, workspace, sato, suzuki } = stage();
    await call('chat.postEphemeral', { channel: kaigo.id, user: sato.id, text: 'あなただけに' });
    expect(workspace.messages(kaigo.id, sato.id).map((one) => one.text)).toEqual(['あなただけに']);
    expect(workspace.messages(kaigo.id, suzuki.id)).toEqual([]);
    expect((await call('conversations.history', { channel: kaigo.id })).messages).toEqual([]);
  });

  it('deletes, and then knows it no more', async () => {
    const { call, kaigo } = stage();
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '誤り' });
    expect(await call('chat.delete', { channel: kaigo.id, ts })).toMatchObject({ ok: true });
    expect(await call('chat.update', { channel: kaigo.id, ts, text: '?' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('links to a message', async () => {
    const { call, kaigo } = stage();
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '決定' });
    const { permalink } = await call('chat.getPermalink', { channel: kaigo.id, message_ts: ts });
    expect(permalink).toBe(`https://council.slack.com/archives/${kaigo.id}/p${String(ts).replace('.', '')}`);
  });

  it('pages, newest first, within the times asked for', async () => {
    const { call, kaigo } = stage();
    const ts: unknown[] = [];
    for (let i = 0; i < 5; i++) ts.push((await call('chat.postMessage', { channel: kaigo.id, text: `${i}` })).ts);
    const first = await call('conversations.history', { channel: kaigo.id, limit: 3 });
    expect(said(first.messages)).toEqual(['4', '3', '2']);
    const cursor = (first.response_metadata as Json).next_cursor;
    const rest = await call('conversations.history', { channel: kaigo.id, limit: 3, cursor });
    expect(said(rest.messages)).toEqual(['1', '0']);
    expect(rest).toMatchObject({ has_more: false, response_metadata: { next_cursor: '' } });
    const since = await call('conversations.history', { channel: kaigo.id, oldest: ts[2], latest: ts[4] });
    expect(said(since.messages)).toEqual(['3']);
    const ends = await call('conversations.history', {
      channel: kaigo.id,
      oldest: ts[2],
      latest: ts[4],
      inclusive: true,
    });
    expect(said(ends.messages)).toEqual(['4', '3', '2']);
  });
});

describe('what Slack refuses', () => {
  const post = (more: Json) => (world: ReturnType<typeof stage>) =>
    world.call('chat.postMessage', { channel: world.kaigo.id, text: 'x', ...more });
  const refusals: [error: string, act: (world: ReturnType<typeof stage>) => Promise<Json>][] = [
    ['channel_not_found', post({ channel: 'C404' })],
    ['not_in_channel', (w) => w.call('chat.postMessage', { channel: w.quiet.id, text: 'x' })],
    ['no_text', post({ text: '' })],
    ['msg_too_long', post({ text: 'x'.repeat(4001) })],
    ['msg_blocks_too_long', post({ blocks: Array.from({ length: 5 }, () => words('x'.repeat(2700))) })],
    ['invalid_blocks', post({ blocks: [words('x'.repeat(3001))] })],
    [
      'invalid_blocks',
      post({
        blocks: [
          { ...words('a'), block_id: 'a' },
          { ...words('b'), block_id: 'a' },
        ],
      }),
    ],
    ['invalid_blocks_format', post({ blocks: '[{' })],
    ['invalid_metadata_schema', post({ metadata: { event_type: 'x' } })],
    ['metadata_too_large', post({ metadata: { event_type: 'x', event_payload: { note: 'x'.repeat(16_000) } } })],
    ['thread_not_found', post({ thread_ts: '1.000001' })],
    [
      'is_archived',
      async (w) => {
        await w.workspace.archive(w.kaigo.id, w.sato.id);
        return post({})(w);
      },
    ],
    [
      'user_not_in_channel',
      (w) => w.call('chat.postEphemeral', { channel: w.closed.id, user: w.suzuki.id, text: 'x' }),
    ],
    ['user_not_found', (w) => w.call('users.info', { user: 'U404' })],
    ['users_not_found', (w) => w.call('users.lookupByEmail', { email: 'nobody@example.lg.jp' })],
    ['cannot_dm_bot', (w) => w.call('conversations.open', { users: w.bot })],
    ['name_taken', (w) => w.call('conversations.create', { name: 'wg-介護保険' })],
    ['invalid_name_specials', (w) => w.call('conversations.create', { name: 'WG 介護保険' })],
    ['already_in_channel', (w) => w.call('conversations.invite', { channel: w.kaigo.id, users: w.sato.id })],
    ['too_long', (w) => w.call('conversations.setTopic', { channel: w.kaigo.id, topic: 'x'.repeat(251) })],
    ['method_not_supported_for_channel_type', (w) => w.call('conversations.join', { channel: w.closed.id })],
    ['not_in_channel', (w) => w.call('conversations.kick', { channel: w.closed.id, user: w.suzuki.id })],
    ['cant_kick_self', (w) => w.call('conversations.kick', { channel: w.kaigo.id, user: w.bot })],
    ['user_not_found', (w) => w.call('conversations.kick', { channel: w.kaigo.id, user: 'U404' })],
    ['no_such_subteam', (w) => w.call('usergroups.users.update', { usergroup: 'S404', users: w.sato.id })],
    ['handle_already_exists', (w) => w.call('usergroups.create', { name: '佐藤', handle: 'sato' })],
    ['channel_not_found', (w) => w.call('bookmarks.list', { channel_id: w.quiet.id })],
    [
      'invalid_link',
      (w) => w.call('bookmarks.add', { channel_id: w.kaigo.id, title: '要綱', type: 'link', link: 'youkou' }),
    ],
    ['invalid_cursor', (w) => w.call('conversations.list', { cursor: 'nonsense' })],
    ['invalid_trigger_id', (w) => w.call('views.open', { trigger_id: '1.2.3', view: modal() })],
  ];

  test.each(refusals)('%s', async (error, act) => {
    expect(await act(stage())).toMatchObject({ ok: false, error });
  });

  it('says where a block is wrong', async () => {
    const answer = await post({ blocks: [words('x'.repeat(3001))] })(stage());
    expect(answer.errors).toEqual(['length: 3001, allowed: 3000 [json-pointer:/blocks/0/text/text]']);
  });
});

describe('channels and people', () => {
  it('lists what the bot may see, page by page', async () => {
    const { call, sato, workspace } = stage();
    workspace.addChannel({ teamId: 'T1', name: 'secret', kind: 'private', members: [sato.id] });
    const names: unknown[] = [];
    let cursor: unknown = '';
    do {
      const page: Json = await call('conversations.list', {
        types: 'public_channel,private_channel',
        limit: 2,
        cursor,
      });
      names.push(...(page.channels as Json[]).map((one) => one.name));
      cursor = (page.response_metadata as Json).next_cursor;
    } while (cursor);
    expect(names).toEqual(['wg-介護保険', 'zatsudan', 'jimukyoku']);
  });

  it('says who is in a channel, whether it is shared, and what people speak', async () => {
    const { call, kaigo, tanaka, sato } = stage();
    expect((await call('conversations.info', { channel: kaigo.id })).channel).toMatchObject({
      is_ext_shared: true,
      is_member: true,
    });
    expect((await call('conversations.members', { channel: kaigo.id })).members).toContain(tanaka.id);
    expect((await call('users.info', { user: sato.id, include_locale: true })).user).toMatchObject({
      locale: 'ja-JP',
      tz: 'Asia/Tokyo',
    });
    expect((await call('users.info', { user: tanaka.id })).user).toMatchObject({ team_id: 'T2' });
    expect((await call('users.lookupByEmail', { email: 'SATO@example.lg.jp' })).user).toMatchObject({ id: sato.id });
  });

  it('creates, joins and invites', async () => {
    const { call, suzuki, quiet } = stage();
    const created = (await call('conversations.create', { name: 'wg-国保' })).channel as Json;
    await call('conversations.invite', { channel: created.id, users: suzuki.id });
    expect((await call('conversations.members', { channel: created.id })).members).toContain(suzuki.id);
    expect((await call('conversations.join', { channel: quiet.id })).channel).toMatchObject({ is_member: true });
  });
});

describe('user groups and bookmarks', () => {
  it('makes a group, fills it, and keeps its names while it is disabled', async () => {
    const { call, sato, suzuki, tanaka, bot } = stage();
    const { usergroup } = await call('usergroups.create', { name: '介護保険WG', handle: 'kaigo' });
    const { id } = usergroup as Json;
    expect(await call('usergroups.users.update', { usergroup: id, users: '' })).toMatchObject({
      error: 'no_users_provided',
    });
    expect(await call('usergroups.users.update', { usergroup: id, users: tanaka.id })).toMatchObject({
      error: 'invalid_users',
    });
    await call('usergroups.users.update', { usergroup: id, users: `${sato.id},${suzuki.id}` });
    expect(await call('usergroups.disable', { usergroup: id })).toMatchObject({ ok: true });
    expect(await call('usergroups.disable', { usergroup: id })).toMatchObject({ error: 'already_disabled' });
    expect((await call('usergroups.list')).usergroups).toEqual([]);
    const all = await call('usergroups.list', { include_disabled: true, include_users: true });
    expect(all.usergroups).toMatchObject([{ handle: 'kaigo', created_by: bot, users: [sato.id, suzuki.id] }]);
    expect(await call('usergroups.create', { name: '介護保険WG', handle: 'kaigo2' })).toMatchObject({
      error: 'name_already_exists',
    });
  });

  it('keeps links in the head of a channel, takes people out of it, and gives a topic as it stands in a message', async () => {
    const { call, kaigo, sato } = stage();
    const link = { title: '要綱', type: 'link', link: 'https://example.lg.jp/' };
    const { bookmark } = await call('bookmarks.add', { channel_id: kaigo.id, ...link });
    expect((await call('bookmarks.list', { channel_id: kaigo.id })).bookmarks).toMatchObject([link]);
    await call('bookmarks.remove', { channel_id: kaigo.id, bookmark_id: (bookmark as Json).id });
    expect((await call('bookmarks.list', { channel_id: kaigo.id })).bookmarks).toEqual([]);
    await call('conversations.kick', { channel: kaigo.id, user: sato.id });
    expect((await call('conversations.members', { channel: kaigo.id })).members).not.toContain(sato.id);
    await call('conversations.setTopic', { channel: kaigo.id, topic: 'A & B' });
    expect((await call('conversations.info', { channel: kaigo.id })).channel).toMatchObject({
      topic: { value: 'A &amp; B' },
    });
  });
});

describe('files', () => {
  it('goes up in two steps, is shared in a thread, and tells its place only when asked', async () => {
    const { call, kaigo, workspace, sato } = stage();
    const { ts } = await call('chat.postMessage', { channel: kaigo.id, text: '第3回会議' });
    const ics = Buffer.from('BEGIN:VCALENDAR');
    const { file_id: id } = await call('files.getUploadURLExternal', { filename: 'm12.ics', length: ics.length });
    expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ error: 'file_not_found' });
    expect(workspace.upload(String(id), ics)).toBe(true);
    const done = await call('files.completeUploadExternal', { files: [{ id }], channel_id: kaigo.id, thread_ts: ts });
    expect(done.files).toMatchObject([{ id, shares: {} }]);
    const file = (await call('files.info', { file: id })).file as Json;
    expect(file).toMatchObject({ name: 'm12.ics', shares: { public: { [kaigo.id]: [{ thread_ts: ts }] } } });
    expect(workspace.messages(kaigo.id, sato.id, String(ts)).at(-1)?.files).toEqual([id]);
  });
});

describe('faults that a test orders', () => {
  it('rate limits one method and leaves the others alone', async () => {
    const { call, workspace, kaigo } = stage();
    workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { rateLimited: 7 } });
    const limited = await workspace.answer(TOKEN, 'chat.postMessage', { channel: kaigo.id, text: 'x' });
    expect(limited).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(await call('chat.postMessage', { channel: kaigo.id, text: 'x' })).toMatchObject({ ok: true });
  });

  it('loses the answer after the deed, or before it', async () => {
    const { call, workspace, kaigo, sato } = stage();
    workspace.faults.push(
      { method: 'chat.postMessage', times: 1, as: { cut: 'after' } },
      { method: 'chat.postMessage', times: 1, as: { cut: 'before' } },
      { method: '*', times: 1, as: { status: 503 } },
    );
    const post = (text: string): Promise<Json> => call('chat.postMessage', { channel: kaigo.id, text });
    await expect(post('届いた')).rejects.toThrow('cut');
    await expect(post('届かない')).rejects.toThrow('cut');
    await expect(post('届かない')).rejects.toThrow('503');
    expect(workspace.messages(kaigo.id, sato.id).map((one) => one.text)).toEqual(['届いた']);
    expect(workspace.calls.map((one) => one.outcome)).toEqual(['cut', 'cut', 'answered']);
  });
});

function modal(): Json {
  return { type: 'modal', title: { type: 'plain_text', text: '回答' }, blocks: [words('読み込み中…')] };
}
