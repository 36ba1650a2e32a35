/**
 * A form becomes a modal, and a submitted modal the words of its fields.
 *
 * Each opening has block ids of its own, since Slack keeps what was entered under the old ones. Where the form was begun
 * travels with it, so that its answer finds the way back.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Form, FormField } from '../command/argument.ts';
import { en, ja, type Language, plain, type Text } from '../text/text.ts';
import { checkView, LIMITS } from './limits.ts';
import { clip } from './split.ts';

/** Where a form was begun, and what it says when it is submitted. */
export interface Begun {
  readonly command: string;
  readonly subcommand: string;
  readonly councilId: string | undefined;
  readonly channelId: string;
  readonly responseUrl: string | undefined;
  readonly language: Language;
  /** What was said before it opened, by argument. */
  readonly given?: Readonly<Record<string, string>> | undefined;
}

export type View = Readonly<Record<string, unknown>>;

export const FORM = 'form';

/** The modal of a form. */
export function viewOf(form: Form, begun: Omit<Begun, 'command' | 'subcommand' | 'given'>): View {
  const { language } = begun;
  const opening = randomBytes(6).toString('base64url');
  const title = plain(form.title[language]);
  const short = form.typed && plain(form.typed[language]);
  const view = {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify({
      ...{ command: form.command, subcommand: form.subcommand, ...begun },
      ...(form.given && { given: form.given }),
    }),
    title: plainText(title.length <= LIMITS.modalTitle ? title : (short ?? `/${form.command} ${form.subcommand}`)),
    submit: plainText(text.submit[language]),
    close: plainText(text.close[language]),
    blocks: [
      ...(title.length <= LIMITS.modalTitle ? [] : [{ type: 'section', text: plainText(title) }]),
      ...form.fields.map((field) => inputOf(field, `${field.key}.${opening}`, language)),
    ],
  };
  const problems = checkView(view);
  if (problems.length > 0)
    throw new RangeError(
      `the form of ${form.command} ${form.subcommand} breaks Slack's limits: ${JSON.stringify(problems)}`,
    );
  return view;
}

/** A modal without fields: while its form is on the way, or where none came of it. */
export const plainView = (words: Text, language: Language): View => ({
  type: 'modal',
  callback_id: FORM,
  title: plainText(plain(text.waitingTitle[language])),
  close: plainText(plain(text.close[language])),
  blocks: [{ type: 'section', text: plainText(plain(words[language])) }],
});

function inputOf(asked: FormField, blockId: string, language: Language): View {
  const element = elementOf(asked, language);
  const kept = asked.initial === '' || 'initial_value' in element || 'initial_option' in element;
  const hint = kept ? asked.hint : text.typed(asked.initial);
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(plain(asked.label[language])),
    optional: asked.optional,
    ...(hint && { hint: plainText(clip(plain(hint[language]), LIMITS.label)) }),
    element,
  };
}

function elementOf({ field, initial }: FormField, language: Language): View {
  if (field.kind === 'choice') {
    const options = field.options.map(({ value, label }) => ({
      text: plainText(clip(plain(label[language]), LIMITS.optionText)),
      value,
    }));
    const chosen = field.options.findIndex(({ value, label }) =>
      [value, plain(label.ja), plain(label.en)].includes(initial),
    );
    return {
      type: field.atOnce ? 'radio_buttons' : 'static_select',
      action_id: VALUE,
      options,
      ...(chosen >= 0 && { initial_option: options[chosen] }),
    };
  }
  if (field.kind === 'file') return { type: 'file_input', action_id: VALUE, max_files: 1 };
  return {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: field.kind === 'lines',
    max_length: LIMITS.inputText,
    ...(field.placeholder && { placeholder: plainText(clip(plain(field.placeholder[language]), LIMITS.placeholder)) }),
    ...(initial !== '' && initial.length <= LIMITS.inputText && { initial_value: initial }),
  };
}

const VALUE = 'value';

const begunShape = z.object({
  command: z.string(),
  subcommand: z.string(),
  councilId: z.string().optional(),
  channelId: z.string(),
  responseUrl: z.string().optional(),
  language: z.enum(['ja', 'en']),
  given: z.record(z.string(), z.string()).optional(),
});

const submittedShape = z.object({
  private_metadata: z.string().transform((written) => begunShape.parse(JSON.parse(written))),
  state: z.object({
    values: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          value: z.string().nullish(),
          selected_option: z.object({ value: z.string() }).nullish(),
          files: z.array(z.object({ id: z.string() })).nullish(),
        }),
      ),
    ),
  }),
});

/** What was entered in a submitted modal, by field, and where it was begun. */
export interface Submitted {
  readonly begun: Begun;
  readonly fields: Readonly<Record<string, string>>;
  /** Errors by field, as the answer to the submission takes them. */
  errors(of: Readonly<Record<string, Text>>): Readonly<Record<string, string>>;
}

/** Reads a submitted view as Slack tells it. */
export function submitted(view: unknown): Submitted {
  const { private_metadata: begun, state } = submittedShape.parse(view);
  const blocks = Object.entries(state.values).map(([blockId, values]) => {
    const { value, selected_option: option, files } = values[VALUE] ?? {};
    return {
      blockId,
      key: blockId.slice(0, blockId.lastIndexOf('.')),
      entered: option?.value ?? files?.[0]?.id ?? value ?? '',
    };
  });
  return {
    begun: { councilId: undefined, responseUrl: undefined, ...begun },
    fields: { ...begun.given, ...Object.fromEntries(blocks.map(({ key, entered }) => [key, entered])) },
    errors: (of) =>
      Object.fromEntries(
        blocks.flatMap(({ blockId, key }) => {
          const error = of[key] ?? of[key.split('/')[0] ?? key];
          return error ? [[blockId, plain(error[begun.language])]] : [];
        }),
      ),
  };
}

const plainText = (words: string) => ({ type: 'plain_text', text: words, emoji: false });

const text = {
  submit: { ja: ja`登録`, en: en`Submit` },
  close: { ja: ja`閉じる`, en: en`Close` },
  waitingTitle: { ja: ja`入力`, en: en`Form` },
  typed: (initial: string): Text => ({
    ja: ja`ご入力の「${initial}」は、こちらに引き継げませんでした。お手数ですが、改めてご指定ください。`,
    en: en`“${initial}” could not be carried over here. Please give it again.`,
  }),
} as const;
