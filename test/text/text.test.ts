/** What is said in both languages; and that nothing typed by people becomes Slack's markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bold,
  channelLink,
  en,
  ja,
  listed,
  type Mrkdwn,
  mention,
  nothing,
  plain,
  same,
  struck,
  type Text,
} from '../../src/text/text.ts';

const reason = (typed: string): Text => ({ ja: ja`理由:${typed}`, en: en`Reason: ${typed}` });

describe('What people typed', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<!here|全員>', '&lt;!here|全員&gt;'],
    ['<@U1>', '&lt;@U1&gt;'],
    ['<#C1|wg-介護>', '&lt;#C1|wg-介護&gt;'],
    ['<https://example.com|市のホームページ>', '&lt;https://example.com|市のホームページ&gt;'],
    ['A & B', 'A &amp; B'],
    ['&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    ['3 < 5 > 1', '3 &lt; 5 &gt; 1'],
    ['"引用" \'符\'', '"引用" \'符\''],
    ['＜！channel＞', '＜！channel＞'],
    ['', ''],
  ])('%s cannot ping or link', (typed, escaped) => {
    expect(reason(typed)).toEqual({ ja: `理由:${escaped}`, en: `Reason: ${escaped}` });
    expect(same(typed)).toEqual({ ja: escaped, en: escaped });
  });

  test('the phrase’s own words are left as they are written', () => {
    expect(ja`<!channel> & ${'<!channel>'}`).toBe('<!channel> & &lt;!channel&gt;');
  });

  test('numbers are put in as they are', () => {
    expect(ja`要件${1234}、${0}件`).toBe('要件1234、0件');
  });
});

describe('A phrase in a phrase', () => {
  const chair: Text = { ja: ja`会長`, en: en`the chair` };
  const asked = (who: Text): Text => ({ ja: ja`${who}へご依頼ください。`, en: en`Please ask ${who}.` });

  test('appears in the same language', () => {
    expect(asked(chair)).toEqual({ ja: '会長へご依頼ください。', en: 'Please ask the chair.' });
  });

  test('is escaped once, however deep it stands', () => {
    expect(asked(asked(reason('A & <B>'))).ja).toBe('理由:A &amp; &lt;B&gt;へご依頼ください。へご依頼ください。');
  });

  test('keeps its mention', () => {
    expect(asked(mention('U0SATO')).ja).toBe('<@U0SATO>へご依頼ください。');
  });
});

describe('Markup', () => {
  test('mentions and channels are made of an id and nothing else', () => {
    expect(mention('U0SATO').en).toBe('<@U0SATO>');
    expect(channelLink('C0KAIGO').ja).toBe('<#C0KAIGO>');
    expect(mention('U1> <!channel').ja).toBe('<@U1channel>');
    expect(channelLink('C1|偽の名前').ja).toBe('<#C1>');
  });

  test('bold and struck stand around both languages', () => {
    expect(bold(reason('A'))).toEqual({ ja: '*理由:A*', en: '*Reason: A*' });
    expect(struck(reason('A'))).toEqual({ ja: '~理由:A~', en: '~Reason: A~' });
  });

  test('a list is divided by each language’s comma, or by what is asked', () => {
    const [naka, goka] = [same('那珂市'), same('五霞町')];
    expect(listed([naka, goka])).toEqual({ ja: '那珂市、五霞町', en: '那珂市, 五霞町' });
    expect(listed([naka, goka], same(' / '))).toEqual({ ja: '那珂市 / 五霞町', en: '那珂市 / 五霞町' });
    expect(listed([naka])).toEqual(naka);
    expect(listed([])).toEqual(nothing);
  });
});

const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<', '>', '&', '!channel', '@U1', '#C1', '|', 'amp;', 'lt;', 'gt;', 'あ', ' '))
    .map((pieces) => pieces.join('')),
);

describe('For every text', () => {
  test('no typed text ever yields Slack’s special characters, alone or put into anything', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const phrases = [
          reason(text),
          same(text),
          bold(same(text)),
          struck(reason(text)),
          listed([same(text), reason(text)]),
        ];
        for (const said of phrases.flatMap((one): Mrkdwn[] => [one.ja, one.en])) {
          expect(said).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('read back as plain text it is what was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(plain(same(text).ja)).toBe(text);
        expect(plain(reason(text).en)).toBe(`Reason: ${text}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('a mention holds one id, whatever it was made of', () => {
    fc.assert(
      fc.property(typed, (id) => {
        expect(mention(id).ja).toMatch(/^<@\w*>$/u);
        expect(channelLink(id).en).toMatch(/^<#\w*>$/u);
      }),
    );
  });
});
