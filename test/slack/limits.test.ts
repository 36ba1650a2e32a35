import { describe, expect, it, test } from 'vitest';
import { checkMessage, checkView, LIMITS } from '../../src/slack/limits.ts';

type Json = Record<string, unknown>;

const words = (n: number): string => 'あ'.repeat(n);
const plain = (n = 3): Json => ({ type: 'plain_text', text: words(n) });
const mrkdwn = (n = 3): Json => ({ type: 'mrkdwn', text: words(n) });
const times = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));

const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn(), ...more });
const button = (more: Json = {}): Json => ({ type: 'button', text: plain(), ...more });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const option = (i: number, more: Json = {}): Json => ({ text: plain(), value: `v${i}`, ...more });
const select = (more: Json = {}): Json => ({ type: 'static_select', options: [option(0)], ...more });
const choice = (type: string, n: number): Json => ({ type, options: times(n, (i) => option(i)) });
const input = (element: Json, more: Json = {}): Json => ({ type: 'input', label: plain(), element, ...more });
const field = (more: Json = {}): Json => ({ type: 'plain_text_input', ...more });
const cells = (rows: number, columns: number): Json[][] =>
  times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' })));

const inMessage = (...blocks: Json[]): Json => ({ text: '要約', blocks });
const inModal = (...blocks: Json[]): Json => ({ type: 'modal', title: plain(), submit: plain(), blocks });

const message = (make: (n: number) => Json[]) => (n: number) => checkMessage(inMessage(...make(n)));
const modal = (make: (n: number) => Json) => (n: number) => checkView({ ...inModal(section()), ...make(n) });

describe('the last length and count that Slack takes, and the first that it refuses', () => {
  const most: [what: string, limit: number, problems: (n: number) => unknown[]][] = [
    ['blocks in a message', 50, message((n) => times(n, () => section()))],
    ['text of a message', 4000, (n) => checkMessage({ text: words(n), blocks: [] })],
    ['header', 150, message((n) => [{ type: 'header', text: plain(n) }])],
    ['section text', 3000, message((n) => [section({ text: mrkdwn(n) })])],
    ['fields', 10, message((n) => [section({ fields: times(n, () => mrkdwn()) })])],
    ['text of a field', 2000, message((n) => [section({ fields: [mrkdwn(n)] })])],
    ['context elements', 10, message((n) => [{ type: 'context', elements: times(n, () => mrkdwn()) }])],
    ['actions', 25, message((n) => [actions(...times(n, () => button()))])],
    ['button text', 75, message((n) => [actions(button({ text: plain(n) }))])],
    ['button value', 2000, message((n) => [actions(button({ value: words(n) }))])],
    ['button url', 3000, message((n) => [actions(button({ url: words(n) }))])],
    ['overflow options', 5, message((n) => [section({ accessory: choice('overflow', n) })])],
    ['radio buttons', 10, message((n) => [actions(choice('radio_buttons', n))])],
    ['checkboxes', 10, message((n) => [actions(choice('checkboxes', n))])],
    ['select options', 100, message((n) => [actions(choice('static_select', n))])],
    ['option text', 75, message((n) => [actions(select({ options: [option(0, { text: plain(n) })] }))])],
    ['option value', 75, message((n) => [actions(select({ options: [{ text: plain(), value: words(n) }] }))])],
    ['option description', 75, message((n) => [actions(select({ options: [option(0, { description: plain(n) })] }))])],
    [
      'option groups',
      100,
      message((n) => [
        actions({
          type: 'static_select',
          option_groups: times(n, (i) => ({ label: plain(), options: [option(i)] })),
        }),
      ]),
    ],
    ['placeholder', 150, message((n) => [actions(select({ placeholder: plain(n) }))])],
    ['confirm title', 100, message((n) => [actions(button({ confirm: confirm({ title: plain(n) }) }))])],
    ['confirm text', 300, message((n) => [actions(button({ confirm: confirm({ text: mrkdwn(n) }) }))])],
    ['block_id', 255, message((n) => [section({ block_id: words(n) })])],
    ['action_id', 255, message((n) => [actions(button({ action_id: words(n) }))])],
    ['table rows', 100, message((n) => [{ type: 'table', rows: cells(n, 1) }])],
    ['table columns', 20, message((n) => [{ type: 'table', rows: cells(1, n) }])],
    ['tables in a message', 1, message((n) => times(n, () => ({ type: 'table', rows: cells(1, 1) })))],
    ['charts in a message', 2, message((n) => times(n, () => ({ type: 'data_visualization' })))],
    [
      'text over all blocks',
      13_000,
      message((n) => [...times(4, () => section({ text: mrkdwn(3000) })), section({ text: mrkdwn(n - 12_000) })]),
    ],
    ['blocks in a modal', 100, modal((n) => ({ blocks: times(n, () => section()) }))],
    ['modal title', 24, modal((n) => ({ title: plain(n) }))],
    ['submit', 24, modal((n) => ({ submit: plain(n) }))],
    ['close', 24, modal((n) => ({ close: plain(n) }))],
    ['private_metadata', 3000, modal((n) => ({ private_metadata: words(n) }))],
    ['callback_id', 255, modal((n) => ({ callback_id: words(n) }))],
    ['external_id', 255, modal((n) => ({ external_id: words(n) }))],
    ['label', 2000, modal((n) => ({ blocks: [input(field(), { label: plain(n) })] }))],
    ['hint', 2000, modal((n) => ({ blocks: [input(field(), { hint: plain(n) })] }))],
    ['initial value', 3000, modal((n) => ({ blocks: [input(field({ initial_value: words(n) }))] }))],
    ['max_length', 3000, modal((n) => ({ blocks: [input(field({ max_length: n }))] }))],
    ['files of an input', 10, modal((n) => ({ blocks: [input({ type: 'file_input', max_files: n })] }))],
  ];

  test.each(most)('%s: %i', (_what, limit, problems) => {
    expect(problems(limit)).toEqual([]);
    expect(problems(limit + 1)).toHaveLength(1);
  });

  const least: [what: string, problems: (n: number) => unknown[]][] = [
    ['text of a message', (n) => checkMessage({ text: words(n), blocks: [] })],
    ['section text', message((n) => [section({ text: mrkdwn(n) })])],
    ['actions', message((n) => [actions(...times(n, () => button()))])],
    ['button text', message((n) => [actions(button({ text: plain(n) }))])],
    ['select options', message((n) => [actions(choice('static_select', n))])],
    ['blocks in a modal', modal((n) => ({ blocks: times(n, () => section()) }))],
    ['files of an input', modal((n) => ({ blocks: [input({ type: 'file_input', max_files: n })] }))],
  ];
  test.each(least)('%s: at least 1', (_what, problems) => {
    expect(problems(1)).toEqual([]);
    expect(problems(0)).toHaveLength(1);
  });

  it('counts UTF-16 units: an emoji is two', () => {
    const emoji = (n: number): unknown[] =>
      checkMessage(inMessage({ type: 'header', text: { type: 'plain_text', text: '🗾'.repeat(n) } }));
    expect(emoji(75)).toEqual([]);
    expect(emoji(76)).toEqual([{ path: '/blocks/0/text/text', rule: 'length', limit: 150, found: 152 }]);
  });

  it('counts the bytes of a view', () => {
    const view = inModal(...times(100, () => section({ text: mrkdwn(3000) })));
    expect(checkView(view).at(-1)).toMatchObject({ path: '', rule: 'total', limit: LIMITS.viewBytes });
  });
});

describe('what else Slack refuses', () => {
  const refused: [why: string, problems: unknown[], told: string][] = [
    ['a message without text', checkMessage({ blocks: [section()] }), '/text missing'],
    ['a section without text or fields', checkMessage(inMessage({ type: 'section' })), '/blocks/0 missing'],
    ['a block of no known type', checkMessage(inMessage({ type: 'selection' })), '/blocks/0/type kind'],
    ['mrkdwn in a header', checkMessage(inMessage({ type: 'header', text: mrkdwn() })), '/blocks/0/text/type kind'],
    [
      'mrkdwn on a button',
      checkMessage(inMessage(actions(button({ text: mrkdwn() })))),
      '/blocks/0/elements/0/text/type kind',
    ],
    ['a text input among actions', checkMessage(inMessage(actions(field()))), '/blocks/0/elements/0/type kind'],
    ['a button in an input', checkView(inModal(input(button()))), '/blocks/0/element/type kind'],
    [
      'a select without options',
      checkMessage(inMessage(actions({ type: 'static_select' }))),
      '/blocks/0/elements/0 missing',
    ],
    [
      'a first choice that is not offered',
      checkMessage(inMessage(actions(select({ initial_option: option(9) })))),
      '/blocks/0/elements/0/initial_option mismatch',
    ],
    [
      'two options of one value',
      checkMessage(inMessage(actions(select({ options: [option(1), option(1)] })))),
      '/blocks/0/elements/0/options duplicate',
    ],
    [
      'a style of no kind',
      checkMessage(inMessage(actions(button({ style: 'success' })))),
      '/blocks/0/elements/0/style kind',
    ],
    [
      'a day written 2026/6/12',
      checkView(inModal(input({ type: 'datepicker', initial_date: '2026/6/12' }))),
      '/blocks/0/element/initial_date kind',
    ],
    [
      'two blocks of one name',
      checkMessage(inMessage(section({ block_id: 'a' }), section({ block_id: 'a' }))),
      '/blocks/1/block_id duplicate',
    ],
    [
      'two actions of one name in a block',
      checkMessage(inMessage(actions(button({ action_id: 'a' }), button({ action_id: 'a' })))),
      '/blocks/0/elements/1/action_id duplicate',
    ],
    [
      'a file input in a message',
      checkMessage(inMessage(input({ type: 'file_input' }))),
      '/blocks/0/element/type kind',
    ],
    [
      'a file input on the Home tab',
      checkView({ type: 'home', blocks: [input({ type: 'file_input' })] }),
      '/blocks/0/element/type kind',
    ],
    ['a chart in a modal', checkView(inModal({ type: 'data_visualization' })), '/blocks/0/type kind'],
    ['a modal without title', checkView({ type: 'modal', blocks: [section()] }), '/title missing'],
    [
      'inputs without a submit button',
      checkView({ type: 'modal', title: plain(), blocks: [input(field())] }),
      '/submit missing',
    ],
    [
      'two elements that want the focus',
      checkView(inModal(input(field({ focus_on_load: true })), input(field({ focus_on_load: true })))),
      '/blocks count',
    ],
    ['blocks that are no list', checkMessage({ text: 'x', blocks: 'section' }), '/blocks kind'],
    ['a view of no known type', checkView({ type: 'sheet', blocks: [] }), '/type kind'],
  ];

  test.each(refused)('%s', (_why, problems, told) => {
    expect((problems as { path: string; rule: string }[]).map(({ path, rule }) => `${path} ${rule}`)).toEqual([told]);
  });

  it('lets the same action stand in two blocks', () => {
    const twice = inMessage(actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' })));
    expect(checkMessage(twice)).toEqual([]);
  });
});

function confirm(more: Json): Json {
  return { title: plain(), text: mrkdwn(), confirm: plain(), deny: plain(), ...more };
}
