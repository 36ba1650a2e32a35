/**
 * An argument is a reader: it takes its words from the beginning of a line and says how far it read.
 *
 * Line, button and form are three readers of one zod object: each of its keys holds an argument, and usage, the form's
 * fields and the reference are read off the same object.
 */
import { z } from 'zod';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import type { Day } from '../domain/day.ts';
import { en, ja, listed, same, type Text } from '../text/text.ts';

export interface Argument<T> {
  /** What the argument is called: in the usage and above its field in a form. */
  readonly label: Text;
  /** How a form asks for it. */
  readonly field: Field;
  /** Reads from the beginning of the line; `length` is in UTF-16 units of the line as typed. */
  read(line: string, on: ReadingDay): Reading<T>;
  /** How what stands in a form's field is typed in a line, where that differs: several words as one need 「 and 」. */
  asTyped?(field: string): string;
  /** By what name it may be called (場所 那珂市役所, 議題:次回の日程): then it may stand anywhere in the line. */
  readonly called?: Called;
}

export interface Called {
  readonly by: readonly string[];
  /** It is read only where it is called. */
  readonly always?: true;
  /** Its reader reads the name too, which may stand close to what it names: 費用500. */
  readonly itself?: true;
}

export type Field =
  | { readonly kind: 'line'; readonly placeholder?: Text }
  | { readonly kind: 'lines'; readonly placeholder?: Text }
  /** A file, which only a form can take. */
  | { readonly kind: 'file' }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: Text }[];
      /** A few, to be seen side by side: one tap chooses. */
      readonly atOnce?: true;
    };

/** What a reader may know besides the words. */
export interface ReadingDay {
  readonly today: Day;
  readonly calendar: OfficeCalendar;
}

export type Reading<T> =
  /** `notes`: what the asker should know of how it was understood. */
  | { readonly read: T; readonly length: number; readonly notes?: readonly Text[] | undefined }
  /** It began like this argument but cannot be understood; the text says what was unclear and what to type. */
  | { readonly unclear: Text }
  /** The line does not begin with this argument. */
  | { readonly absent: true };

export const absent = { absent: true } as const;

const readers = new WeakMap<z.ZodType, Argument<unknown>>();

/** A zod type that is read from a line by this argument. */
export function argument<T>(spec: Argument<T>): z.ZodCustom<T, T> {
  const type = z.custom<T>();
  readers.set(type, spec);
  return type;
}

/** A command's arguments in their order, each with its reader and whether the line may lack it. */
export interface Slot {
  readonly key: string;
  readonly argument: Argument<unknown>;
  readonly optional: boolean;
}

export function slotsOf(args: z.ZodObject): Slot[] {
  return Object.entries(args.shape).map(([key, type]) => {
    const optional = type instanceof z.ZodOptional;
    const inner = optional ? type.unwrap() : type;
    const found = readers.get(inner as z.ZodType);
    if (!found) throw new TypeError(`argument ${key} has no reader`);
    return { key, argument: found, optional };
  });
}

/** Each by its label once: what may stand in one place of a line or in another is asked for where it stands first. */
export const slotsAsked = (args: z.ZodObject): Slot[] =>
  slotsOf(args).filter(
    ({ argument: { label }, optional }, i, all) =>
      !optional || all.findIndex((one) => one.argument.label.ja === label.ja) === i,
  );

/** `<要件番号> <結果> [理由]` */
export const usageOf = (args: z.ZodObject): Text =>
  listed(
    slotsAsked(args).map(({ argument: { label }, optional }) =>
      listed([same(optional ? '[' : '<'), label, same(optional ? ']' : '>')], same('')),
    ),
    same(' '),
  );

export type Said =
  | { readonly said: unknown; readonly notes: readonly Text[] }
  | { readonly unclear: Text; readonly key?: string }
  /** `values` as typed, for a form; `read` as understood. */
  | {
      readonly lacking: readonly string[];
      readonly values: Readonly<Record<string, string>>;
      readonly read: Readonly<Record<string, unknown>>;
    };

/** Reads the words after a sub-command. */
export function readLine(args: z.ZodObject, typed: string, on: ReadingDay): Said {
  const values: Record<string, unknown> = {};
  const lacking: string[] = [];
  const words: Record<string, string> = {};
  const notes: Text[] = [];
  const take = (
    key: string,
    reading: { read: unknown; length: number; notes?: readonly Text[] | undefined },
    line: string,
  ) => {
    values[key] = reading.read;
    notes.push(...(reading.notes ?? []));
    words[key] = line.slice(0, reading.length).trimEnd();
  };
  let rest = typed.trim();
  for (const { key, argument: one } of slotsOf(args)) {
    const found = calledAt(one, rest);
    if (!found) continue;
    const line = rest.slice(found.end);
    const reading = one.read(line, on);
    if ('unclear' in reading) return { unclear: reading.unclear, key };
    if ('absent' in reading) continue;
    take(key, reading, line);
    rest = `${rest.slice(0, found.start)} ${line.slice(reading.length).trimStart()}`.trim();
  }
  for (const { key, argument: one, optional } of slotsOf(args)) {
    if (key in values) continue;
    const reading = one.field.kind === 'file' || one.called?.always ? absent : one.read(rest, on);
    if ('unclear' in reading) return { unclear: reading.unclear, key };
    if ('absent' in reading) {
      if (!optional) lacking.push(key);
      continue;
    }
    take(key, reading, rest);
    rest = rest.slice(reading.length).trimStart();
  }
  if (rest !== '') return { unclear: text.leftOver(rest) };
  if (lacking.length > 0) return { lacking, values: words, read: values };
  return { said: args.parse(values), notes };
}

/** A name and what parts it from its words; and one that its reader reads itself, before anything but a letter. */
const APART = /(?<=^|\s)([^\s:：「」]+)(?:[ \u3000\t]*[:：]\s*|\s+)/gu;
const CLOSE = /(?<=^|\s)(?=(\p{L}+)[\s:：\p{Nd}])/gu;

/** Where the line calls the argument by its name, outside of 「 and 」: from the name's beginning to where its words begin. */
function calledAt(
  { called }: Argument<unknown>,
  line: string,
): { readonly start: number; readonly end: number } | undefined {
  if (!called) return undefined;
  for (const found of line.matchAll(called.itself ? CLOSE : APART)) {
    const name = found[1]?.normalize('NFKC').toLowerCase() ?? '';
    const before = line.slice(0, found.index);
    const within = before.lastIndexOf('「') > before.lastIndexOf('」');
    if (called.by.includes(name) && !within) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

export type SaidInForm =
  | { readonly said: unknown; readonly notes: readonly Text[]; readonly line: string }
  | { readonly errors: Readonly<Record<string, Text>> };

/** Reads a submitted form: each field by the same reader, which must understand it whole. */
export function readForm(args: z.ZodObject, fields: Readonly<Record<string, string>>, on: ReadingDay): SaidInForm {
  const values: Record<string, unknown> = {};
  const errors: Record<string, Text> = {};
  const words: string[] = [];
  const notes: Text[] = [];
  for (const { key, argument: one, optional } of slotsOf(args)) {
    const entered = enteredFor(key, fields);
    const typed = entered === '' ? '' : (one.asTyped?.(entered) ?? entered);
    if (typed === '') {
      if (!optional)
        errors[key] =
          one.field.kind !== 'line' && one.field.kind !== 'lines' ? text.choose(one.label) : text.empty(one.label);
      continue;
    }
    const reading = one.read(typed, on);
    if ('unclear' in reading) errors[key] = reading.unclear;
    else if ('absent' in reading) errors[key] = text.notRead(one.label);
    else if (typed.slice(reading.length).trim() !== '') errors[key] = text.leftOver(typed.slice(reading.length).trim());
    else {
      values[key] = reading.read;
      notes.push(...(reading.notes ?? []));
    }
    words.push(one.called?.always ? `${one.called.by[0]} ${typed}` : typed);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { said: args.parse(values), notes, line: words.join(' ') };
}

/** What stands in its field; an argument that is asked for in parts (`marks/1`, `marks/2`) has the words of all of them. */
const enteredFor = (key: string, fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .filter(([field]) => field === key || field.startsWith(`${key}/`))
    .map(([, entered]) => entered.trim())
    .filter((entered) => entered !== '')
    .join(' ');

/** A form asks for the words that a command lacks. */
export interface Form {
  readonly command: string;
  readonly subcommand: string;
  readonly title: Text;
  /** What one would type, where the title is too long to stand above a form. */
  readonly typed?: Text;
  /** Said before the form opened, and not asked again: words by argument. */
  readonly given?: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** The argument's key, or one part of it: `marks/1`. */
  readonly key: string;
  readonly label: Text;
  readonly field: Field;
  readonly optional: boolean;
  /** What was typed already. */
  readonly initial: string;
  /** What one should know who fills it in. */
  readonly hint?: Text;
}

const text = {
  leftOver: (rest: string): Text => ({
    ja: ja`「${rest}」の部分を読み取れませんでした。`,
    en: en`The part “${rest}” was not understood.`,
  }),
  empty: (label: Text): Text => ({ ja: ja`${label}をご入力ください。`, en: en`Please fill in: ${label}.` }),
  choose: (label: Text): Text => ({ ja: ja`${label}をお選びください。`, en: en`Please choose: ${label}.` }),
  notRead: (label: Text): Text => ({
    ja: ja`${label}として読み取れませんでした。`,
    en: en`Not understood as ${label}.`,
  }),
};
