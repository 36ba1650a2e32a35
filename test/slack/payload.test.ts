import { describe, expect, it, test } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { asTyped, pressArrival } from '../../src/slack/payload.ts';

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
