import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkMessage } from '../../src/slack/limits.ts';
import { buttonSays, type Rendered, render, renderOne } from '../../src/slack/render.ts';
import { clip, split } from '../../src/slack/split.ts';
import {
  type Button,
  buttons,
  facts,
  heading,
  line,
  type Message,
  note,
  type Part,
  rows,
} from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';

const reader = { language: 'ja', council: 'ibaraki' } as const;
const words = (pages: readonly Rendered[]): string[] => pages.flatMap((page) => textsIn(page.blocks));

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsIn(part),
  );
}

describe('a message', () => {
  it('becomes blocks in the language of its reader', () => {
    const message: Message = {
      summary: { ja: ja`要件1234を決定しました。`, en: en`Requirement 1234 was decided.` },
      parts: [
        heading({ ja: ja`決定第12号`, en: en`Decision 12` }),
        facts([{ ja: ja`結果`, en: en`Outcome` }, same('A&B')]),
        rows([same('• 1201'), same('• 1202')]),
        note({ ja: ja`10分以内は取り消せます。`, en: en`Can be undone for 10 minutes.` }),
        buttons({ label: { ja: ja`取り消す`, en: en`Undo` }, line: '/req undo 31', style: 'danger' }),
      ],
    };
    expect(render(message, { language: 'en', council: 'ibaraki' })).toMatchInlineSnapshot(`
      [
        {
          "blocks": [
            {
              "text": {
                "text": "Requirement 1234 was decided.",
                "type": "mrkdwn",
                "verbatim": true,
              },
              "type": "section",
            },
            {
              "text": {
                "emoji": false,
                "text": "Decision 12",
                "type": "plain_text",
              },
              "type": "header",
            },
            {
              "fields": [
                {
                  "text": "*Outcome*
      A&amp;B",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
              ],
              "type": "section",
            },
            {
              "text": {
                "text": "• 1201
      • 1202",
                "type": "mrkdwn",
                "verbatim": true,
              },
              "type": "section",
            },
            {
              "elements": [
                {
                  "text": "Can be undone for 10 minutes.",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
              ],
              "type": "context",
            },
            {
              "elements": [
                {
                  "action_id": "say.0",
                  "style": "danger",
                  "text": {
                    "emoji": false,
                    "text": "Undo",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "ibaraki
      /req undo 31",
                },
              ],
              "type": "actions",
            },
          ],
          "text": "Requirement 1234 was decided.",
        },
      ]
    `);
    expect(render(message, reader)[0]).toMatchObject({
      text: '要件1234を決定しました。',
      blocks: [{}, { text: { text: '決定第12号' } }, {}, {}, {}, { elements: [{ text: { text: '取り消す' } }] }],
    });
  });

  it('cannot ping a channel or forge a link by what people typed', () => {
    const typed = same('<!channel> <https://evil.example|那珂市> @here #general');
    const page = render({ summary: typed, parts: [heading(typed), line(typed)] }, reader)[0];
    const markup = page.blocks.filter((one) => one.type === 'section').flatMap(textsIn);
    for (const text of [page.text, ...markup]) expect(text).not.toMatch(/<[!@#h]/);
    expect(page.blocks.filter((one) => one.type === 'section')).toMatchObject([
      { text: { verbatim: true } },
      { text: { verbatim: true } },
    ]);
  });

  it('of 3,069 rows takes as few messages as hold them, each saying which it is', () => {
    const list = Array.from({ length: 3069 }, (_, i) =>
      same(`要件${i + 1} 賦課期日時点の資格を一覧で確認できること。`),
    );
    const pages = render({ summary: same('一覧です。'), parts: [rows(list)] }, reader);
    const total = pages.length;
    expect(total).toBe(8);
    expect(pages.map((page) => page.text)).toEqual(pages.map((_, i) => `一覧です。 (${i + 1}/${total})`));
    expect(pages.map((page) => textsIn(page.blocks).at(-1))).toEqual(pages.map((_, i) => `(${i + 1}/${total})`));
  });

  it('moves a heading along with what it stands above', () => {
    const long = same('あ'.repeat(2900));
    const pages = render(
      {
        summary: same('s'),
        parts: [line(long), line(long), line(long), line(long), heading(same('次の件')), line(long)],
      },
      reader,
    );
    expect(pages.map((page) => page.blocks[0]?.type)).toEqual(['section', 'header']);
  });

  it('shows a line that is too long for a button as something to type', () => {
    const button: Button = {
      label: { ja: ja`はい`, en: en`Yes` },
      line: `/req decide 1234 alternative ${'長'.repeat(2000)}`,
    };
    const [page] = render({ summary: same('『decide』のことでしょうか。'), parts: [buttons(button)] }, reader);
    expect(page.blocks.map((one) => one.type)).toEqual(['section', 'section']);
    expect(words([page]).join()).toContain(button.line);
  });

  it('says through a button what its line says, whatever it holds', () => {
    const line = '/req decide 1234 alternative "引用"\n二行目';
    const [page] = render({ summary: same('s'), parts: [buttons({ label: same('b'), line })] }, reader);
    const [button] = (page.blocks[1] as unknown as { elements: { value: string }[] }).elements;
    expect(buttonSays(button?.value ?? '')).toEqual({ council: 'ibaraki', line });
    expect(buttonSays('\n/council help')).toEqual({ council: undefined, line: '/council help' });
  });
});

describe('a message that is kept in step with a state', () => {
  it('is a single one, and says how many rows it leaves out', () => {
    const list = Array.from({ length: 1000 }, (_, i) => same(`${i}:${'あ'.repeat(60)}`));
    const message: Message = {
      summary: same('決定しました。'),
      parts: [rows(list), buttons({ label: same('取消'), line: '/req undo 1' })],
    };
    const page = renderOne(message, reader);
    expect(checkMessage(page)).toEqual([]);
    const shown = words([page]).join('\n').match(/^\d+:/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(150);
    expect(words([page])).toContain(`ほかに${1000 - shown}件あります。`);
    expect(page.blocks.at(-1)?.type).toBe('actions');
  });
});

describe('a long text', () => {
  const cases: [text: string, most: number, pieces: string[]][] = [
    ['abc', 3, ['abc']],
    ['一行目\n二行目\n三行目', 8, ['一行目\n二行目', '三行目']],
    ['abcdef', 4, ['abcd', 'ef']],
    ['ab&amp;cd', 5, ['ab', '&amp;', 'cd']],
    ['ab<@U1>cd', 5, ['ab', '<@U1>', 'cd']],
    ['a𠮷野家', 2, ['a', '𠮷', '野家']],
    ['a\n\n\n\nb', 1, ['a', 'b']],
  ];
  test.each(cases)('%j in pieces of %d', (text, most, pieces) => {
    expect(split(text, most)).toEqual(pieces);
  });

  it('is clipped before a pair of surrogates', () => {
    expect(clip('あ𠮷野', 3)).toBe('あ…');
  });
});

const typed: fc.Arbitrary<Text> = fc
  .oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    { weight: 2, arbitrary: fc.constantFrom('&&&&<!channel>', '𠮷野家で<b>', '一行目\n二行目') },
    { weight: 1, arbitrary: fc.nat(5000).map((n) => '長い&文'.repeat(n / 4 + 1)) },
  )
  .map((text) => same(`${text}.`));

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: typed,
    line: fc.string({ minLength: 1, maxLength: 1500 }),
    style: fc.constantFrom('primary', 'danger'),
    confirm: typed,
    council: fc.constantFrom('ibaraki', 'tochigi'),
  },
  { requiredKeys: ['label', 'line'] },
);

const part: fc.Arbitrary<Part> = fc.oneof(
  typed.map(heading),
  typed.map(line),
  typed.map(note),
  fc.constant<Part>({ kind: 'divider' }),
  fc.array(fc.tuple(typed, typed), { maxLength: 25 }).map((list) => facts(...list)),
  fc.array(typed, { maxLength: 200 }).map(rows),
  fc.array(button, { maxLength: 60 }).map((list) => buttons(...list)),
);

const message: fc.Arbitrary<Message> = fc.record({ summary: typed, parts: fc.array(part, { maxLength: 12 }) });

describe('any message', () => {
  it('renders within Slack’s limits, in both languages', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('ja' as const, 'en' as const), (given, language) => {
        for (const page of render(given, { language, council: 'ibaraki' })) expect(checkMessage(page)).toEqual([]);
        expect(checkMessage(renderOne(given, { language, council: 'ibaraki' }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('shows every row once, in its order', () => {
    const lists = fc.array(fc.array(typed, { maxLength: 300 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lists, (given) => {
        let n = 0;
        const numbered = given.map((list) => list.map((row): Text => ({ ja: ja`〔${n++}〕${row}`, en: row.en })));
        const pages = render({ summary: same('s'), parts: numbered.map(rows) }, reader);
        const shown = words(pages)
          .filter((text) => !/^\(\d+\/\d+\)$/.test(text))
          .join('')
          .replace(/\s/g, '');
        expect(shown).toBe(
          `s${numbered
            .flat()
            .map((row) => row.ja)
            .join('')}`.replace(/\s/g, ''),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('gives each of its buttons once, with what it says', () => {
    fc.assert(
      fc.property(fc.array(button, { maxLength: 80 }), (list) => {
        const pages = render({ summary: same('s'), parts: [buttons(...list)] }, reader);
        const shown = pages.flatMap(({ blocks }) =>
          blocks
            .filter((one) => one.type === 'actions')
            .flatMap((one) => one.elements as { value: string; action_id: string }[]),
        );
        expect(shown.map((one) => buttonSays(one.value).line)).toEqual(list.map((one) => one.line));
        expect(new Set(shown.map((one) => one.action_id)).size).toBe(list.length);
      }),
      { numRuns: 50 },
    );
  });
});
