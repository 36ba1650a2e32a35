import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { signature } from '../../src/practice/deliver.ts';
import { elementsIn } from '../../src/practice/entered.ts';
import type { Json } from '../../src/practice/json.ts';
import { overSockets } from '../../src/slack/ways.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type DoorScene, openDoor } from '../support/door.ts';
import { quiet, type SlackScene, slackScene } from '../support/slackScene.ts';
import { SATO, SMITH, smallCouncil, TEAM } from '../support/smallCouncil.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

let database: TestDatabase;
let slack: SlackScene;
let door: DoorScene;

beforeAll(async () => {
  database = await testDatabase();
  await smallCouncil(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('TRUNCATE outbox, handled');
  slack = await slackScene();
  door = await openDoor(slack, database.pool);
});
afterEach(async () => {
  await door.close();
  await slack.close();
});

const sato = SATO.userId;
const typing = async (line: string, who: string = sato) => {
  const typed = await slack.workspace.type(who, 'CKAIGO', line);
  await door.hearing.settled();
  return typed;
};
const seen = (who: string = sato) => slack.workspace.messages('CKAIGO', who);
const heard = (who: string = sato) => seen(who).map((one) => one.text);
const outbox = () => door.store.client.outbox.findMany({ orderBy: { id: 'asc' } });
/** Fills the open modal by the names of its fields. */
const filled = (fields: Record<string, string>) => {
  const blocks = slack.workspace.modal(sato)?.content.blocks as Json[];
  return Object.fromEntries(
    elementsIn(blocks).map(({ block }) => [
      String(block.block_id),
      fields[String(block.block_id).split('.')[0] ?? ''] ?? '',
    ]),
  );
};
const submit = async (fields: Record<string, string>) => {
  const submitted = await slack.workspace.submit(sato, slack.workspace.modal(sato)!, filled(fields));
  await door.hearing.settled();
  return submitted;
};

describe('a command', () => {
  it('is acknowledged at once and answered to the asker alone, in their language', async () => {
    await typing('/req show 1234');
    await typing('/req show 1234', SMITH.userId);
    expect(heard()).toEqual(['要件1234 ']);
    expect(heard(SMITH.userId)).toEqual(['Requirement 1234']);
    expect(slack.workspace.deliveries.every((one) => one.ms < 3_000)).toBe(true);
  });

  it('is heard where and when it was said', async () => {
    slack.clock.now += 60_000;
    await typing('/req show 1');
    expect(JSON.stringify(seen()[0]?.blocks)).toContain('CKAIGO 2026-06-09T00:01:00.000Z');
  });

  const typed: [line: string, note: string][] = [
    ['/req show 1 A&B <tag> "引用"', 'A&amp;B &lt;tag&gt; "引用"'],
    ['/req show 1 https://example.lg.jp/?a=1&b=2', 'https://example.lg.jp/?a=1&amp;b=2'],
    ['/req show 1 @佐藤 花子 に確認', `&lt;@${sato}&gt; に確認`],
    ['/req show 1 #ckaigo', '&lt;#CKAIGO|ckaigo&gt;'],
    ['/req 表示 １２', ''],
  ];
  test.each(typed)('%s is heard as it was typed', async (line, note) => {
    await typing(line);
    expect(heard()[0]).toContain(note);
  });

  it('that acts writes what it posts, once, however often it is delivered', async () => {
    await typing('/req decide 1234 理由です');
    const [delivery] = slack.workspace.deliveries;
    await slack.workspace.again(delivery!);
    await door.hearing.settled();
    expect((await outbox()).map((row) => row.key)).toEqual(['ibaraki/decision:1234']);
    expect(heard()).toEqual(['要件1234を決定しました。']);
  });

  it('delivered again after a restart has one effect', async () => {
    await typing('/req decide 1234 理由です');
    const [delivery] = slack.workspace.deliveries;
    await door.close();
    door = await openDoor(slack, database.pool);
    await slack.workspace.again(delivery!);
    await door.hearing.settled();
    expect(await outbox()).toHaveLength(1);
    expect(await door.store.client.handled.count()).toBe(1);
  });

  it('whose answer is slow says so within three seconds, and answers later', async () => {
    let go = (): void => {};
    door.doings.slow = () =>
      new Promise((resolve) => {
        go = resolve;
      });
    await slack.workspace.type(sato, 'CKAIGO', '/req slow');
    await until(() => heard().length === 1, 3_000);
    expect(heard()[0]).toMatch(/^処理に時間がかかっています。/);
    go();
    await door.hearing.settled();
    expect(heard().at(-1)).toBe('できました');
  });

  it('with a long answer says it in several messages, or in a direct message where those are not enough', async () => {
    await typing('/req rows 600');
    expect(heard()).toEqual(['一覧 (1/3)', '一覧 (2/3)', '一覧 (3/3)']);
    await typing('/req rows 3000');
    expect(heard().at(-1)).toBe('内容が長いため、ダイレクトメッセージでお送りします。');
    expect(await outbox()).toMatchObject([{ channelId: sato, key: expect.stringMatching(/^ibaraki\/whisper:/) }]);
  });

  it('uses its way back five times; what was cut off by the fifth comes whole as a direct message', async () => {
    door.doings.slow = () => until(() => heard().length === 1, 3_000);
    await typing('/req rows 800');
    expect(heard()[0]).toMatch(/^処理に時間がかかっています。/);
    expect(heard().slice(1)).toEqual(['一覧 (1/4)', '一覧 (2/4)', '一覧 (3/4)', '一覧 (4/4)']);
    expect(await outbox()).toEqual([]);
    door.doings.slow = async () => {
      for (const ticket of slack.workspace.state.responseUrls.values()) ticket.uses = 4;
    };
    await typing('/req rows 600');
    expect(heard().slice(5)).toEqual(['一覧 (1/3)']);
    const [letter, ...more] = await outbox();
    expect([letter?.channelId, more]).toEqual([sato, []]);
    expect(letter?.payload).toMatchObject({ parts: [{ rows: { length: 600 } }] });
  });

  it('whose way back is closed is answered by a direct message', async () => {
    door.doings.slow = async () => {
      slack.clock.now += 31 * 60_000;
    };
    await typing('/req slow');
    expect(heard()).toEqual([]);
    expect(await outbox()).toMatchObject([{ channelId: sato, payload: { summary: { ja: 'できました' } } }]);
  });

  it('keeps no secret in what is sent instead', async () => {
    await typing('/req secret');
    expect(heard()).toEqual(['https://renkei.example/calendar/TOKEN.ics']);
    door.doings.slow = async () => {
      slack.clock.now += 31 * 60_000;
    };
    await typing('/req 秘密');
    expect(heard()).toHaveLength(1);
    const [letter, ...more] = await outbox();
    expect([letter?.channelId, more]).toEqual([sato, []]);
    expect(letter?.payload).toMatchObject({
      summary: { ja: expect.stringMatching(/^先ほどの操作は完了しましたが、.*もう一度同じ操作を/) },
    });
    expect(JSON.stringify(letter, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      'TOKEN',
    );
  });
});

describe('a button', () => {
  it('says the line that it carries', async () => {
    await typing('/req shwo 12');
    expect(heard()).toEqual(['『show』のことでしょうか。']);
    await slack.workspace.press(sato, seen()[0]!, 'say.0');
    await door.hearing.settled();
    expect(heard()).toEqual(['『show』のことでしょうか。', '要件12 ']);
  });

  it('that leaves what was shown puts the answer in its place; typed, the answer stands below', async () => {
    await typing('/req proceed 1');
    await slack.workspace.press(sato, seen()[0]!, 'say.1');
    await door.hearing.settled();
    expect(heard()).toEqual(['取りやめました']);
    await typing('/req proceed 1 leave');
    expect(heard()).toEqual(['取りやめました', '取りやめました']);
  });

  it('that is not ours is acknowledged and left alone', async () => {
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'x', text: { type: 'plain_text', text: 'x' }, value: 'other' }],
      },
    ];
    const { ts } = await slack.workspace.call('xoxb-practice', 'chat.postMessage', {
      channel: 'CKAIGO',
      text: 'x',
      blocks,
    });
    const pressed = await slack.workspace.press(sato, String(ts), 'x');
    expect(pressed.heard).toMatchObject({ kind: 'answered', status: 200 });
    expect(heard()).toEqual(['x']);
  });
});

describe('a form', () => {
  it('opens for the words that lack, with those that were typed', async () => {
    await typing('/req decide 1234');
    const view = slack.workspace.modal(sato);
    expect(view?.content).toMatchObject({ title: { text: '要件の決定を記録します' }, submit: { text: '登録' } });
    expect(elementsIn(view?.content.blocks as Json[]).map(({ element }) => element.initial_value)).toEqual([
      '1234',
      undefined,
    ]);
  });

  it('tells what cannot be read beside its field, and stays open', async () => {
    await typing('/req decide');
    const submitted = await submit({ number: '千二百', note: '理由' });
    expect(submitted).toMatchObject({ kind: 'errors', errors: expect.objectContaining({}) });
    expect(Object.values(slack.workspace.modal(sato)?.errors ?? {})).toEqual(['番号ではありません。']);
  });

  it('is answered where it was begun', async () => {
    await typing('/req decide');
    expect(await submit({ number: '1234', note: '月次処理に間に合うため\n二行目' })).toMatchObject({ kind: 'sent' });
    expect(slack.workspace.modal(sato)).toBeUndefined();
    expect(heard()).toEqual(['要件1234を決定しました。']);
    expect(await outbox()).toMatchObject([
      { payload: { summary: { ja: '決定 1234 月次処理に間に合うため\n二行目' } } },
    ]);
  });

  it('that is refused gives back what was written', async () => {
    const written = 'とても長い理由を書いたので、もう一度書くのは大変です。'.repeat(3);
    await typing('/req decide');
    await submit({ number: '404', note: written });
    expect(heard()).toEqual(['要件404は見つかりません。']);
    expect(JSON.stringify(seen()[0]?.blocks)).toContain(`/req decide 404 ${written}`);
  });

  it('that the database fills is waited for in an open modal, where that takes long; without one, the modal says so', async () => {
    const asked = async (number: number) => {
      let go = (): void => {};
      door.doings.slow = () =>
        new Promise((resolve) => {
          go = resolve;
        });
      await slack.workspace.type(sato, 'CKAIGO', `/req ask ${number}`);
      const shown = () => JSON.stringify(slack.workspace.modal(sato)?.content.blocks ?? []);
      await until(() => shown().includes('読み込み中…'), 3_000);
      go();
      await door.hearing.settled();
      return shown();
    };
    expect(await asked(7)).toContain('"initial_value":"7"');
    expect(await asked(404)).toContain('この画面は閉じてください');
    expect(heard()).toEqual(['ありません']);
  });

  it('that does not open is told, with the way to go on', async () => {
    slack.workspace.faults.push({ method: 'views.open', times: 1, as: { error: 'expired_trigger_id' } });
    await typing('/req decide');
    expect(heard()).toEqual(['入力画面が開かない場合は、お手数ですが、もう一度お試しください。']);
  });

  it('opens from a message’s menu with the message’s address in it, and none of its words', async () => {
    const { ts } = await slack.workspace.call('xoxb-practice', 'chat.postMessage', {
      channel: 'CKAIGO',
      text: '内緒の話',
    });
    const heardAs = await slack.workspace.shortcut(sato, String(ts), 'decide_here');
    expect(heardAs).toMatchObject({ kind: 'answered', status: 200 });
    await door.hearing.settled();
    const view = slack.workspace.modal(sato);
    expect(elementsIn(view?.content.blocks as Json[]).map(({ element }) => element.initial_value)).toEqual([
      undefined,
      `https://council.slack.com/archives/CKAIGO/p${String(ts).replace('.', '')}`,
    ]);
    expect(JSON.stringify(view)).not.toContain('内緒');
  });

  it('does not wait for posts that Slack holds back', async () => {
    slack.workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { rateLimited: 30 } });
    expect(await slack.clients.bulk('chat.postMessage', { channel: 'CKAIGO', text: 'x' })).toEqual({
      kind: 'limited',
      wait: 30_000,
    });
    await within('the form, long before the thirty seconds are over', typing('/req decide'));
    expect(slack.workspace.modal(sato)).toBeDefined();
  });
});

describe('a full-width slash', () => {
  it('is answered privately with a button that runs the command', async () => {
    await typing('／ｒｅｑ show 12');
    // Slack has its answer to an event before anything is done.
    await until(() => heard().length === 2, 2_000);
    expect(heard(SMITH.userId)).toEqual(['／ｒｅｑ show 12']);
    expect(heard().at(-1)).toContain('全角の「／」');
    await slack.workspace.press(sato, seen().at(-1)!, 'say.0');
    await door.hearing.settled();
    expect(heard().at(-1)).toBe('要件12 ');
  });

  it('before other words is none of our business', async () => {
    await typing('／に区切って書きました');
    expect(heard()).toEqual(['／に区切って書きました']);
  });
});

describe('a personal number', () => {
  const number = '123456789018';
  const lines = [`/req decide ${number}`, `/req show 1 ${number}`, `／req show 1 ${number}`];
  test.each(lines)('in %j is not shown again', async (line) => {
    await typing(line);
    await until(() => heard().at(-1)?.startsWith('個人番号') === true, 2_000);
    expect(slack.workspace.modal(sato)).toBeUndefined();
    expect(JSON.stringify([seen().at(-1), door.log])).not.toContain(number);
  });
});

describe('faults', () => {
  it('end as a short code for the asker and a line in the log that repeats nobody’s words', async () => {
    await typing('/req broken');
    const [code] = /E-\w{4}/.exec(heard()[0] ?? '') ?? [];
    expect(heard()[0]).toMatch(/^申し訳ありません。システム側の不具合により.*入力の誤りではありません/);
    expect(door.log.join()).toContain(code);
    expect(door.log.join()).toContain('RangeError');
    expect(door.log.join()).toContain('door.ts');
    expect(door.log.join()).not.toContain('秘密');
  });

  it('of reading a file end in what to do with the file, and a number; the log has the fault and nothing of the file', async () => {
    await typing('/req garbled');
    const [code] = /E-\w{4}/.exec(heard()[0] ?? '') ?? [];
    expect(heard()[0]?.replace(code ?? '', 'E-…')).toMatchInlineSnapshot(
      `"ファイルを読み取れませんでした。内容は取り込んでいません。Excelで開き、「名前を付けて保存」で .xlsx に保存し直してから、もう一度お試しください。それでも読み取れない場合は、お手数ですが、事務局へ番号 E-… をお知らせください。"`,
    );
    expect(door.log.join()).toContain(code);
    expect(door.log.join()).toContain('TypeError');
    expect(door.log.join()).not.toContain('秘密');
  });

  it('of a database that cannot be reached end as a request to try again, within three seconds', async () => {
    const away = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2_000 });
    const other = await openDoor(slack, away);
    const before = performance.now();
    await slack.workspace.type(sato, 'CKAIGO', '/req decide 1234 理由');
    await other.hearing.settled();
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(heard()).toEqual(['ただいま混み合っています。お手数ですが、数分後にもう一度お試しください。']);
    await other.close();
    await away.end();

    slack.workspace.connect(`${door.serving.url}/slack/events`, { clock: Date.now });
    await typing('/req decide 1234 理由');
    expect(heard().at(-1)).toBe('要件1234を決定しました。');
  });
});

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
});
