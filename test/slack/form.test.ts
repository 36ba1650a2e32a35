import { describe, expect, it } from 'vitest';
import type { Form, FormField } from '../../src/command/argument.ts';
import { submitted, viewOf } from '../../src/slack/form.ts';
import { checkView } from '../../src/slack/limits.ts';
import { en, ja, same } from '../../src/text/text.ts';

const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label: same(key),
  field: { kind: 'line' },
  optional: false,
  initial: '',
  ...more,
});
const outcome = (initial: string): FormField =>
  field('outcome', {
    initial,
    field: {
      kind: 'choice',
      options: [
        { value: 'standard', label: { ja: ja`標準どおり`, en: en`Standard` } },
        { value: 'levelup', label: { ja: ja`レベルアップ`, en: en`Level up` } },
      ],
    },
  });
const form = (...fields: FormField[]): Form => ({
  command: 'req',
  subcommand: 'decide',
  title: { ja: ja`要件の決定を記録します`, en: en`Record the decision on requirements` },
  fields,
});
const begun = {
  councilId: 'ibaraki',
  channelId: 'C1',
  responseUrl: 'https://hooks.slack.com/x',
  language: 'ja',
} as const;
type Input = { block_id: string; hint?: { text: string }; element: Record<string, unknown> };
const inputs = (view: unknown) =>
  (view as { blocks: (Input & { type: string })[] }).blocks.filter((one) => one.type === 'input');
const submit = (view: Readonly<Record<string, unknown>>, values: object[]) =>
  submitted({
    ...view,
    state: { values: Object.fromEntries(inputs(view).map((one, i) => [one.block_id, { value: values[i] }])) },
  });

describe('a form', () => {
  it('has a title in either language, however long', () => {
    expect(viewOf(form(field('number')), begun)).toMatchObject({ title: { text: '要件の決定を記録します' } });
    const english = viewOf(form(field('number')), { ...begun, language: 'en' });
    expect(english).toMatchObject({
      title: { text: '/req decide' },
      blocks: [{ type: 'section', text: { text: 'Record the decision on requirements' } }, {}],
    });
  });

  it('keeps what was typed, a choice by its value or its name', () => {
    const chosen = (initial: string) => inputs(viewOf(form(outcome(initial)), begun))[0]?.element.initial_option;
    expect([chosen('levelup'), chosen('レベルアップ'), chosen('Level up')]).toMatchObject([
      { value: 'levelup' },
      { value: 'levelup' },
      { value: 'levelup' },
    ]);
    expect(inputs(viewOf(form(field('note', { initial: '理由 <b>' })), begun))[0]?.element.initial_value).toBe(
      '理由 <b>',
    );
  });

  it('says so where it cannot carry over what was typed', () => {
    const view = viewOf(form(outcome('レベル'), field('note', { initial: '長'.repeat(3500) })), begun);
    expect(checkView(view)).toEqual([]);
    const [choice, note] = inputs(view);
    expect(choice?.hint?.text).toContain('ご入力の「レベル」は');
    expect(note?.hint?.text).toContain('ご入力の「長長');
  });

  it('comes back with its fields, its errors, and where it was begun', () => {
    const view = viewOf(form(field('number'), outcome('')), begun);
    const back = submit(view, [
      { type: 'plain_text_input', value: '1234' },
      { type: 'static_select', selected_option: { value: 'levelup' } },
    ]);
    expect(back.begun).toEqual({ ...begun, command: 'req', subcommand: 'decide' });
    expect(back.fields).toEqual({ number: '1234', outcome: 'levelup' });
    expect(back.errors({ number: { ja: ja`番号ではありません。`, en: en`Not a number.` } })).toEqual({
      [inputs(view)[0]?.block_id ?? '']: '番号ではありません。',
    });
  });

  it('asks for one argument in parts, each seen at once, beside what was said before it opened', () => {
    const part = (number: number, initial: string) =>
      field(`marks/${number}`, {
        initial,
        hint: { ja: ja`⚠ 閉庁日`, en: en`⚠ closed` },
        field: {
          kind: 'choice',
          options: ['○', '△', '×'].map((mark) => ({ value: `${number}:${mark}`, label: same(mark) })),
          atOnce: true,
        },
      });
    const view = viewOf({ ...form(part(1, '1:△'), part(2, '')), given: { number: 'D3' } }, begun);
    expect(checkView(view)).toEqual([]);
    const [first, second] = inputs(view);
    expect([first?.element, first?.hint?.text]).toMatchObject([
      { type: 'radio_buttons', initial_option: { value: '1:△' } },
      '⚠ 閉庁日',
    ]);
    const back = submit(view, [
      { type: 'radio_buttons', selected_option: { value: '1:○' } },
      { type: 'radio_buttons', selected_option: { value: '2:×' } },
    ]);
    expect(back.fields).toEqual({ number: 'D3', 'marks/1': '1:○', 'marks/2': '2:×' });
    const error = { ja: ja`候補がありません。`, en: en`No such candidate.` };
    expect(Object.keys(back.errors({ marks: error }))).toEqual([first?.block_id, second?.block_id]);
  });

  it('has new block ids at each opening, and takes an empty field for nothing', () => {
    const [one, two] = [viewOf(form(field('note')), begun), viewOf(form(field('note')), begun)];
    expect(inputs(one)[0]?.block_id).not.toBe(inputs(two)[0]?.block_id);
    expect(submit(one, [{ type: 'plain_text_input', value: null }]).fields).toEqual({ note: '' });
  });
});
