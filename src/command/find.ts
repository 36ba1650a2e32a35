/**
 * Finds what a line means: the sub-command by any of its names, and its words. Pure; no database, no clock.
 *
 * Names match in Japanese and English, full-width or not, with or without okurigana and 〜登録, 〜一覧. A word with two
 * meanings is asked back, a near miss is asked 「〜のことでしょうか。」, and nothing is guessed.
 */
import { fold } from '../domain/fold.ts';
import { nearest } from '../domain/nearest.ts';
import { en, ja, type Text } from '../text/text.ts';
import { type Form, type ReadingDay, readForm, readLine, type Slot, slotsAsked, slotsOf } from './argument.ts';
import type { Words } from './heard.ts';
import type { AnySubcommand, Command, UnclearWord } from './subcommand.ts';

export type Found =
  | {
      readonly found: 'said';
      readonly command: Command;
      readonly sub: AnySubcommand;
      readonly said: unknown;
      /** What the asker should know of how the words were understood. */
      readonly notes: readonly Text[];
      readonly line: string;
    }
  /** The command alone, its help, or that of one sub-command. */
  | {
      readonly found: 'help';
      readonly command: Command | undefined;
      readonly of?: AnySubcommand | undefined;
    }
  | {
      readonly found: 'ask';
      readonly command: Command;
      readonly word: string;
      readonly meanings: UnclearWord['meanings'];
    }
  | {
      readonly found: 'nearMiss';
      readonly command: Command;
      readonly typed: string;
      readonly meant: string;
      readonly line: string;
    }
  | { readonly found: 'unknown'; readonly command: Command; readonly typed: string }
  | { readonly found: 'unclear'; readonly command: Command; readonly sub: AnySubcommand; readonly unclear: Text }
  /** `speaksOf`: by its name what it speaks of, where that is known already. */
  | {
      readonly found: 'form';
      readonly command: Command;
      readonly sub: AnySubcommand;
      readonly form: Form;
      readonly speaksOf?: Readonly<Record<string, unknown>>;
    }
  /** A submitted form that could not be read: what is wrong with which field. */
  | { readonly found: 'errors'; readonly sub: AnySubcommand; readonly errors: Readonly<Record<string, Text>> };

/** What these words mean. `line` is the whole line as typed, for the audit. */
export function find(commands: readonly Command[], name: string, words: Words, on: ReadingDay): Found {
  const command = commands.find((one) => one.name === name);
  if (!command) return { found: 'help', command: undefined };
  return 'line' in words ? inLine(command, words.line, on) : inForm(command, words, on);
}

function inLine(command: Command, typed: string, on: ReadingDay): Found {
  const { word: first, rest } = firstWord(typed, (one) => isCalled(command, converted(command, one)));
  const word = converted(command, first);
  if (word === '') return { found: 'help', command };

  const unclear = command.unclear.find((one) => nameKey(one.word) === nameKey(word));
  if (unclear) {
    const meanings = unclear.meanings.map((one) => ({ ...one, line: one.line.replace('{rest}', () => rest).trim() }));
    // 保留 P1 can be no decision: what the words that follow cannot say is not offered, unless they say nothing at all.
    const sayable = meanings.filter((one) => inLine(command, one.line, on).found !== 'unclear');
    return { found: 'ask', command, word, meanings: sayable.length > 0 ? sayable : meanings };
  }

  const either = listOf(command, word);
  if (either)
    return {
      ...{ found: 'ask', command, word },
      meanings: either.map((one) => ({ label: one.summary, line: `${one.name} ${rest}`.trim() })),
    };

  const sub = named(command, word);
  const helped = HELP.has(nameKey(word)) ? named(command, rest.trim()) : HELP.has(nameKey(rest.trim())) && sub;
  if (helped) return { found: 'help', command, of: helped };
  if (!sub && HELP.has(nameKey(word))) return { found: 'help', command };
  if (!sub) return missed(command, word, rest);

  const line = `/${command.name} ${typed.trim()}`;
  const reading = readLine(sub.args, rest, on);
  if ('said' in reading) {
    const { said, notes } = reading;
    return { found: 'said', command, sub, said, notes, line };
  }
  if ('unclear' in reading) return { found: 'unclear', command, sub, unclear: reading.unclear };
  const { speaksOf = '' } = sub;
  return {
    ...{ found: 'form', command, sub, form: formOf(command, sub, reading.values) },
    ...(speaksOf in reading.read && { speaksOf: { [speaksOf]: reading.read[speaksOf] } }),
  };
}

function inForm(
  command: Command,
  words: { subcommand: string; fields: Readonly<Record<string, string>> },
  on: ReadingDay,
): Found {
  const sub = named(command, words.subcommand);
  if (!sub) return { found: 'unknown', command, typed: words.subcommand };
  const reading = readForm(sub.args, words.fields, on);
  if ('errors' in reading) return { found: 'errors', sub, errors: reading.errors };
  return {
    found: 'said',
    command,
    sub,
    said: reading.said,
    notes: reading.notes,
    line: `/${command.name} ${sub.name} ${reading.line}`.trim(),
  };
}

function missed(command: Command, word: string, rest: string): Found {
  const names = command.subcommands.flatMap(namesOf);
  const meant = nearestBy(fold, word, names) ?? nearestBy(nameKey, word, names);
  if (meant !== undefined) return { found: 'nearMiss', command, typed: word, meant, line: `${meant} ${rest}`.trim() };
  const meanings = partOf(command, word).map((sub) => ({ label: sub.summary, line: `${sub.name} ${rest}`.trim() }));
  return meanings.length > 0 && meanings.length <= FEW
    ? { found: 'ask', command, word, meanings }
    : { found: 'unknown', command, typed: word };
}

/** So many can be told apart at a glance; of more the whole help is better. */
const FEW = 5;

/** The sub-commands whose Japanese names hold this word: 議事 is in 議事録 and 議事録訂正. */
function partOf(command: Command, word: string): readonly AnySubcommand[] {
  const key = nameKey(word);
  if (!/\p{Script=Han}.*\p{Script=Han}/u.test(key)) return [];
  return command.subcommands.filter((sub) => namesOf(sub).some((one) => nameKey(one).includes(key)));
}

/** The name that comes nearest in this form of it. */
function nearestBy(form: (name: string) => string, word: string, names: readonly string[]): string | undefined {
  const found = nearest(form(word), names.map(form));
  return names.find((name) => form(name) === found);
}

/** 議事録一覧 may mean the 議事録 as well as the 一覧, where neither is called so. */
function listOf(command: Command, word: string): readonly AnySubcommand[] | undefined {
  const [, stem = ''] = /^(.+)一覧$/u.exec(nameKey(word)) ?? [];
  const [whole, of, list] = [nameKey(word), stem, '一覧'].map((wanted) => called(command, wanted));
  return stem !== '' && !whole && of && list && of !== list ? [of, list] : undefined;
}

/** The sub-command called so; 要件一覧 is the 一覧 where there is one, and 決定登録 is 決定. */
export function named(command: Command, word: string): AnySubcommand | undefined {
  const key = nameKey(word);
  const [, stem = '', ending = ''] = /^(.+)(登録|一覧)$/u.exec(key) ?? [];
  return called(command, key) ?? (ending === '一覧' ? called(command, ending) : undefined) ?? called(command, stem);
}

const called = (command: Command, key: string): AnySubcommand | undefined =>
  command.subcommands.find((sub) => namesOf(sub).some((one) => nameKey(one) === key));

const namesOf = (sub: AnySubcommand): readonly string[] => [sub.name, ...sub.alias];

/** The form that asks for the words of a sub-command; those that were typed stand in it. */
export const formOf = (command: Command, sub: AnySubcommand, typed: Readonly<Record<string, string>>): Form => ({
  command: command.name,
  subcommand: sub.name,
  title: sub.summary,
  typed: { ja: ja`/${command.name} ${sub.alias[0] ?? sub.name}`, en: en`/${command.name} ${sub.name}` },
  fields: asked(sub.args, typed).map(({ key, argument, optional }) => ({
    key,
    label: argument.label,
    field: argument.field,
    optional,
    initial: typed[key] ?? '',
  })),
});

/** Where words were typed in the second place of two, that one is shown too. */
function asked(args: AnySubcommand['args'], typed: Readonly<Record<string, string>>): Slot[] {
  const once = new Set(slotsAsked(args).map((one) => one.key));
  return slotsOf(args).filter(({ key }) => once.has(key) || (typed[key] ?? '') !== '');
}

/** The first word; a name to which a number or a mention was typed without a space ends before it: 完了K45, 追加@那珂市. */
function firstWord(typed: string, isName: (word: string) => boolean): { word: string; rest: string } {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/u.exec(typed) ?? [];
  const [joined = ''] = JOINED.exec(word) ?? [];
  if (joined === '' || isName(word) || !isName(joined)) return { word, rest };
  return { word: joined, rest: typed.trimStart().slice(joined.length) };
}

const JOINED =
  /^\P{Nd}*?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー](?=[@＠<#]|[A-Za-zＡ-Ｚａ-ｚ]?\p{Nd})/u;

/** The word that these kana would be. */
function converted(command: Command, word: string): string {
  const meant = command.readings?.[fold(word)];
  return meant !== undefined && !isCalled(command, word) ? meant : word;
}

const isCalled = (command: Command, word: string): boolean =>
  named(command, word) !== undefined || command.unclear.some((one) => nameKey(one.word) === nameKey(word));

/**
 * The form in which two spellings of a name are equal: 取り消し and 取消, 引継ぎ and 引き継ぎ, 決定する and 決定.
 * Okurigana are the hiragana around kanji; names without kanji keep all of theirs, and so do words that deny or
 * affirm (決定しない; 異議なし and 異議あり are opposites).
 */
export function nameKey(name: string): string {
  const narrow = name.normalize('NFKC').toLowerCase();
  if (!/\p{Script=Han}/u.test(narrow) || /(?:ない|ません|ず|なし|あり)$/u.test(narrow)) return fold(narrow);
  return narrow.replace(/\p{Script=Hiragana}/gu, '');
}

/** Before or after a name; what is called so is searched for as 「ヘルプ」. */
const HELP = new Set(['help', 'ヘルプ', '使い方', '?', '--help', '-h'].map(nameKey));
