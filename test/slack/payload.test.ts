import { describe, expect, it, test } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { asTyped, pressArrival, remarkArrival } from '../../src/slack/payload.ts';

describe('a command’s text', () => {
  const texts: [asSlackTellsIt: string, asItWasTyped: string][] = [
    ['decide １２３４　代替案 理由', 'decide １２３４　代替案 理由'],
    ['5 &lt; 6 &amp;amp; 7 &gt; 3', '5 < 6 &amp; 7 > 3'],
    ['<@U012|sato> <#C012|wg-介護> <#C013|>', '<@U012|sato> <#C012|wg-介護> <#C013|>'],
    ['<https://example.lg.jp/?a=1&amp;b=2>', 'https://example.lg.jp/?a=1&b=2'],
    ['<http://example.jp|example.jp> を参照', 'example.jp を参照'],
    ['<mailto:a@example.jp|a@example.jp>', 'a@example.jp'],
    ['<!here> <!channel|@channel> <!subteam^S012|@jimukyoku>', '@here @channel @jimukyoku'],
  ];
  test.each(texts)('%s was typed as %s', (told, typed) => {
    expect(asTyped(told)).toBe(typed);
  });
});

describe('a pressed button', () => {
  const press = (value: string, more: object = {}) =>
    pressArrival(
      {
        user: { id: 'U1', team_id: 'T2' },
        team: { id: 'T1' },
        container: { type: 'message', channel_id: 'C1' },
        trigger_id: 't1',
        response_url: 'https://hooks.slack.com/x',
        actions: [{ type: 'button', value }],
        ...more,
      },
      instant(1000),
    );

  it('says its line in its council, by the person who pressed it, of whatever workspace', () => {
    expect(press('ibaraki\n/req undo 31')).toEqual({
      heard: {
        key: 't1',
        command: 'req',
        words: { line: 'undo 31' },
        teamId: 'T2',
        userId: 'U1',
        channelId: 'C1',
        councilId: 'ibaraki',
        at: 1000,
      },
      triggerId: 't1',
      responseUrl: 'https://hooks.slack.com/x',
      pressed: true,
    });
  });

  it('without a council or a place says it there where it can', () => {
    const arrival = press('\n/council help', { container: { type: 'view' }, user: { id: 'U1' } });
    expect(arrival?.heard).toMatchObject({ councilId: undefined, channelId: '', teamId: 'T1' });
  });

  test.each(['', 'x', 'ibaraki', 'ibaraki\nreq undo'])('that holds %j is none of ours', (value) => {
    expect(press(value)).toBeUndefined();
  });
});

describe('a message with marked lines', () => {
  const remark = (text: string, more: object = {}) =>
    remarkArrival(
      {
        event_id: 'Ev1',
        team_id: 'T1',
        event: { type: 'message', user: 'U1', channel: 'C1', ts: '1.000100', text, ...more },
      },
      instant(1000),
    );

  it('is a note of these lines alone, named by the message and not by its delivery', () => {
    expect(remark('お疲れさまです\n・宿題：<@U012> 帳票 &amp; 様式\nよろしく', { thread_ts: '1.000001' })).toEqual({
      key: 'message:C1:1.000100',
      command: 'wg',
      words: { line: 'note ・宿題：<@U012> 帳票 & 様式' },
      teamId: 'T1',
      userId: 'U1',
      channelId: 'C1',
      councilId: undefined,
      at: 1000,
      thread: '1.000001',
    });
  });

  test.each([
    ['no mark', '確認しました', {}],
    ['a bot', '決定:x', { bot_id: 'B1' }],
    ['an edit', '決定:x', { subtype: 'message_changed' }],
    ['a deletion', '決定:x', { subtype: 'message_deleted' }],
  ])('%s is none', (_, text, more) => {
    expect(remark(text, more)).toBeUndefined();
  });
});
