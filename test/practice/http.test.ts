import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { signature } from '../../src/practice/deliver.ts';
import { closeServer, listen, serveSlack } from '../../src/practice/webApi.ts';
import { until } from '../support/until.ts';
import { stage, TOKEN, words } from './stage.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function served() {
  const world = stage();
  const slack = await serveSlack(world.workspace);
  closing.push(slack.close);
  const client = new WebClient(TOKEN, {
    slackApiUrl: slack.apiUrl,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return { ...world, slack, client };
}

describe('the Web API over HTTP, by Slack’s own client', () => {
  it('takes forms with JSON in them', async () => {
    const { client, kaigo, workspace, sato } = await served();
    const metadata = { event_type: 'post', event_payload: { key: '1' } };
    await client.chat.postMessage({ channel: kaigo.id, text: 'x', blocks: [words('日程') as never], metadata });
    expect(workspace.messages(kaigo.id, sato.id)).toMatchObject([{ blocks: [words('日程')], metadata }]);
    const history = await client.conversations.history({ channel: kaigo.id, include_all_metadata: true });
    expect(history.messages).toMatchObject([{ metadata }]);
  });

  it('takes JSON with a bearer', async () => {
    const { slack, kaigo } = await served();
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: kaigo.id, text: 'x', blocks: [words('日程')] }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
  });

  it('walks the pages', async () => {
    const { client, kaigo } = await served();
    for (let i = 0; i < 5; i++) await client.chat.postMessage({ channel: kaigo.id, text: `${i}` });
    let count = 0;
    for await (const page of client.paginate('conversations.history', { channel: kaigo.id, limit: 2 }))
      count += (page as { messages?: unknown[] }).messages?.length ?? 0;
    expect(count).toBe(5);
  });

  it('uploads a file and gives it back to who holds the token', async () => {
    const { client, kaigo, workspace } = await served();
    await client.filesUploadV2({ channel_id: kaigo.id, filename: '第3回.ics', content: 'BEGIN:VCALENDAR' });
    const [id = ''] = workspace.state.files.keys();
    const { file } = await client.files.info({ file: id });
    const url = String(file?.url_private_download);
    expect((await fetch(url)).status).toBe(403);
    const response = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await response.text()).toBe('BEGIN:VCALENDAR');
  });

  it('limits the rate, fails and goes silent on order', async () => {
    const { client, workspace, kaigo } = await served();
    const post = (): Promise<unknown> => client.chat.postMessage({ channel: kaigo.id, text: 'x' });
    workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { rateLimited: 3 } });
    await expect(post()).rejects.toMatchObject({ retryAfter: 3 });
    workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { status: 503 } });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { cut: 'after' } });
    await expect(post()).rejects.toThrow();
    workspace.faults.push({ method: 'chat.postMessage', times: 1, as: 'hang' });
    const impatient = new WebClient(TOKEN, {
      slackApiUrl: client.slackApiUrl,
      logLevel: LogLevel.ERROR,
      timeout: 200,
      retryConfig: { retries: 0 },
    });
    await expect(impatient.chat.postMessage({ channel: kaigo.id, text: 'x' })).rejects.toThrow();
    expect((await client.conversations.history({ channel: kaigo.id })).messages).toHaveLength(1);
  });
});

describe('the app', () => {
  it('gets requests signed as in Slack’s documentation', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('over HTTP: a command, a modal, a press and an event, heard by Bolt', async () => {
    const { workspace, slack, sato, kaigo } = await served();
    const receiver = new HTTPReceiver({ signingSecret: workspace.app.signingSecret, logLevel: LogLevel.ERROR });
    const app = new App({ token: TOKEN, receiver, clientOptions: { slackApiUrl: slack.apiUrl } });
    const heard = listenTo(app);
    const server = createServer(receiver.requestListener);
    workspace.connect(`${await listen(server, 0)}/slack/events`, { clock: Date.now });
    closing.push(() => closeServer(server));
    await theConversation({ workspace, sato, kaigo, heard });
  });

  it('by Socket Mode: the same, heard by Bolt', async () => {
    const { workspace, slack, sato, kaigo } = await served();
    const receiver = new SocketModeReceiver({
      appToken: workspace.app.appToken,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    const app = new App({ token: TOKEN, receiver, clientOptions: { slackApiUrl: slack.apiUrl } });
    const heard = listenTo(app);
    await app.start();
    closing.push(() => app.stop());
    await theConversation({ workspace, sato, kaigo, heard });
  });

  it('that nobody listens for gives dispatch_failed, one that is late operation_timeout', async () => {
    const { workspace, sato, kaigo } = await served();
    const server = createServer(() => {});
    const url = await listen(server, 0);
    workspace.connect(url, { patience: 50 });
    await workspace.type(sato.id, kaigo.id, '/req list');
    await closeServer(server);
    workspace.connect(url);
    await workspace.type(sato.id, kaigo.id, '/req list');
    expect(workspace.messages(kaigo.id, sato.id).map((one) => one.text)).toEqual([
      '「/req」は失敗しました(エラー:operation_timeout)。',
      '「/req」は失敗しました(エラー:dispatch_failed)。',
    ]);
  });
});

type World = ReturnType<typeof stage>;

function listenTo(app: App): string[] {
  const heard: string[] = [];
  app.command('/req', async ({ ack, client, body, respond }) => {
    await ack();
    heard.push(`command ${body.text}`);
    await respond('承りました');
    await client.views.open({ trigger_id: body.trigger_id, view: answerView() as never });
  });
  app.view('answer', async ({ ack, view }) => {
    heard.push(`submitted ${view.state.values.reason?.given?.value}`);
    await ack();
  });
  app.action('agree', async ({ ack, respond }) => {
    await ack();
    heard.push('pressed');
    await respond({ replace_original: true, text: '同意しました' });
  });
  app.message(async ({ message }) => {
    heard.push(`message ${(message as { text?: string }).text}`);
  });
  return heard;
}

async function theConversation({
  workspace,
  sato,
  kaigo,
  heard,
}: Pick<World, 'workspace' | 'sato' | 'kaigo'> & { heard: string[] }) {
  await workspace.type(sato.id, kaigo.id, '/req decide 1234');
  await until(() => workspace.modal(sato.id) !== undefined);
  await workspace.submit(sato.id, workspace.modal(sato.id)!, { reason: '理由' });
  expect(workspace.modal(sato.id)).toBeUndefined();

  const blocks = [
    { type: 'actions', elements: [{ type: 'button', action_id: 'agree', text: { type: 'plain_text', text: '同意' } }] },
  ];
  const { ts } = await workspace.call(TOKEN, 'chat.postMessage', { channel: kaigo.id, text: '持ち回り', blocks });
  await workspace.press(sato.id, String(ts), 'agree');
  await until(() => workspace.messages(kaigo.id, sato.id).some((one) => one.text === '同意しました'));

  await workspace.type(sato.id, kaigo.id, '／req list');
  await until(() => heard.length === 4);
  expect(heard).toEqual(['command decide 1234', 'submitted 理由', 'pressed', 'message ／req list']);
  expect(workspace.messages(kaigo.id, sato.id).map((one) => one.text)).toEqual([
    '承りました',
    '同意しました',
    '／req list',
  ]);
}

const answerView = (): Record<string, unknown> => ({
  type: 'modal',
  callback_id: 'answer',
  title: { type: 'plain_text', text: '決定' },
  submit: { type: 'plain_text', text: '記録' },
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: '理由' },
      element: { type: 'plain_text_input', action_id: 'given' },
    },
  ],
});
