/** Arguments in their order: a line, and a form, read by the same readers; and the usage that is read off them. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { namedDueDay } from '../../commands/arguments/dates.ts';
import { requirementIds } from '../../commands/arguments/numbers.ts';
import { place } from '../../commands/arguments/places.ts';
import { bodyName, note, oneWord, outcome, points } from '../../commands/arguments/words.ts';
import { readForm, readLine, slotsOf, usageOf } from '../../src/command/argument.ts';
import { same } from '../../src/text/text.ts';
import { MONDAY } from '../support/reading.ts';

const DECIDE = z.object({ ids: requirementIds, outcome, note: note.optional() });
const PLACED = z.object({ ids: requirementIds.optional(), place: oneWord(same('場所')) });

describe('A line', () => {
  const line = (typed: string, args: z.ZodObject = DECIDE) => readLine(args, typed, MONDAY);

  test('is read argument by argument, whatever spaces stand between', () => {
    expect(line('　１２３４　　代替案\n 理由　です ')).toEqual({
      said: { ids: [1234], outcome: 'alternative', note: '理由　です' },
      notes: [],
    });
    expect(line('1234 標準')).toEqual({ said: { ids: [1234], outcome: 'standard' }, notes: [] });
  });

  test('may lack what is optional, in between too', () => {
    expect(line('那珂市役所', PLACED)).toEqual({ said: { place: '那珂市役所' }, notes: [] });
    expect(line('12 那珂市役所', PLACED)).toEqual({ said: { ids: [12], place: '那珂市役所' }, notes: [] });
  });

  test('that lacks what is required says what, and keeps the words that it has', () => {
    expect(line('')).toEqual({ lacking: ['ids', 'outcome'], values: {}, read: {} });
    expect(line('１２３４')).toEqual({
      lacking: ['outcome'],
      values: { ids: '１２３４' },
      read: { ids: [1234] },
    });
    expect(line('標準')).toMatchObject({ lacking: ['ids'], values: { outcome: '標準' } });
    expect(line('標準：理由')).toMatchObject({ lacking: ['ids'], values: { outcome: '標準：', note: '理由' } });
  });

  test('with words that belong to nothing says which', () => {
    const result = line('12 那珂市役所 ２階 会議室', PLACED);
    expect('unclear' in result && result.unclear).toMatchInlineSnapshot(`
      {
        "en": "The part “２階 会議室” was not understood.",
        "ja": "「２階 会議室」の部分を読み取れませんでした。",
      }
    `);
  });

  test('says what was unclear, and of which argument', () => {
    expect(line('12a4 標準')).toMatchObject({ key: 'ids' });
    expect(line('1234 現行どおり')).toMatchObject({ key: 'outcome' });
  });
});

describe('What has a name', () => {
  const args = z.object({ deadline: namedDueDay.optional(), place: place.optional(), agenda: points.optional() });
  const said = (typed: string) => readLine(args, typed, MONDAY);

  test.each([
    ['場所 那珂市役所 期限 6/10', { place: '那珂市役所', deadline: '2026-06-10' }],
    ['那珂市役所 回答期限：６／１０', { place: '那珂市役所', deadline: '2026-06-10' }],
    ['那珂市役所 議題 要件の確認、次回の日程', { place: '那珂市役所', agenda: ['要件の確認', '次回の日程'] }],
    ['要件の確認 会場:「本庁舎 第3会議室」', { place: '本庁舎 第3会議室', agenda: ['要件の確認'] }],
    ['議題:要件の確認、会場の下見　場所　五霞町役場', { place: '五霞町役場', agenda: ['要件の確認', '会場の下見'] }],
    ['「場所 未定」 会場の下見', { place: '場所 未定', agenda: ['会場の下見'] }],
    ['場所の確認', { agenda: ['場所の確認'] }],
    ['那珂市役所 場所の確認', { place: '那珂市役所', agenda: ['場所の確認'] }],
  ])('may be called by it, wherever it stands: %s', (typed, wanted) => {
    expect(said(typed)).toMatchObject({ said: wanted });
  });

  test('and is refused where its words cannot be read', () => {
    expect(said('那珂市役所 期限 2/30')).toMatchObject({ key: 'deadline' });
  });

  test('keeps its name in the line that a form gives', () => {
    const form = readForm(args, { deadline: '6/10', place: '本庁舎 第3会議室', agenda: '' }, MONDAY);
    expect(form).toMatchObject({ line: '期限 6/10 「本庁舎 第3会議室」' });
    expect('line' in form && said(form.line)).toMatchObject({
      said: { deadline: '2026-06-10', place: '本庁舎 第3会議室' },
    });
  });
});

describe('A form', () => {
  const form = (fields: Record<string, string>, args: z.ZodObject = DECIDE) => readForm(args, fields, MONDAY);

  test('is read field by field, and gives the line that says the same', () => {
    const result = form({ ids: ' 1234 ', outcome: 'alternative', note: '　理由 ' });
    expect(result).toEqual({
      said: { ids: [1234], outcome: 'alternative', note: '理由' },
      notes: [],
      line: '1234 alternative 理由',
    });
    expect('line' in result && readLine(DECIDE, result.line, MONDAY)).toEqual({
      said: { ids: [1234], outcome: 'alternative', note: '理由' },
      notes: [],
    });
  });

  test('each field must be understood whole', () => {
    const result = form({ ids: '1234 または 1235', outcome: '標準どおり', note: '' });
    expect('errors' in result && result.errors).toMatchInlineSnapshot(`
      {
        "ids": {
          "en": "The part “または 1235” was not understood.",
          "ja": "「または 1235」の部分を読み取れませんでした。",
        },
      }
    `);
  });

  test('says of every field at once what is wrong', () => {
    const result = form({ ids: 'なし', outcome: '現行どおり' });
    expect(
      'errors' in result && Object.entries(result.errors).map(([key, text]) => `${key}: ${text.ja}`),
    ).toMatchInlineSnapshot(`
      [
        "ids: 要件番号として読み取れませんでした。",
        "outcome: 『現行どおり』は、現在のシステムに合わせる意味になるため、結果としては記録できません。パッケージに合わせる場合は『標準どおり』、業務を見直す場合は『運用見直し』をご利用ください。",
      ]
    `);
  });

  test('an empty field is missing where it is required, and nothing where it is not', () => {
    expect(form({ ids: '', place: '市役所' }, PLACED)).toEqual({
      said: { place: '市役所' },
      notes: [],
      line: '市役所',
    });
    expect(form({ ids: '12', place: ' ' }, PLACED)).toMatchObject({
      errors: { place: { ja: '場所をご入力ください。' } },
    });
    expect(form({}, PLACED)).toMatchObject({ errors: { place: { en: 'Please fill in: 場所.' } } });
  });
});

describe('Usage', () => {
  test.each([
    ['<要件番号> <結果> [理由]', '<requirements> <outcome> [reason]', DECIDE],
    ['[要件番号] <場所>', '[requirements] <場所>', PLACED],
    ['', '', z.object({})],
    // Before or after: one thing, named once.
    ['[要件番号] <場所>', '[requirements] <場所>', z.object({ ...PLACED.shape, after: PLACED.shape.ids })],
  ])('%#: %s', (ja, en, args) => {
    const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(usageOf(args)).toEqual({ ja: escaped(ja), en: escaped(en) });
  });

  test('what has no reader is no argument', () => {
    expect(() => slotsOf(z.object({ of: bodyName, n: z.number() }))).toThrow('argument n has no reader');
  });
});
