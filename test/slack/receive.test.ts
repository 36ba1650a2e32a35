/** What is typed or pressed comes to its command, and the answer to the asker. */
import pg from 'pg';
import { describe, expect, it, test } from 'vitest';
import { atTheDoor, door, heard, heardAll, openAnew, outbox, sato, seen, slack, typing } from '../support/atTheDoor.ts';
import { openDoor } from '../support/door.ts';
import { SMITH } from '../support/smallCouncil.ts';
import { until } from '../support/until.ts';

atTheDoor();

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
    await openAnew();
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
    await until(() => heardAll().length === 1, 3_000);
    expect(heardAll()[0]).toMatch(/^処理に時間がかかっています。/);
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
    door.doings.slow = () => until(() => heardAll().length === 1, 3_000);
    await typing('/req rows 800');
    expect(heardAll()[0]).toMatch(/^処理に時間がかかっています。/);
    expect(heardAll().slice(1)).toEqual(['一覧 (1/4)', '一覧 (2/4)', '一覧 (3/4)', '一覧 (4/4)']);
    expect(await outbox()).toEqual([]);
    door.doings.slow = async () => {
      for (const ticket of slack.workspace.state.responseUrls.values()) ticket.uses = 4;
    };
    await typing('/req rows 600');
    expect(heard().slice(4)).toEqual(['一覧 (1/3)']);
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
