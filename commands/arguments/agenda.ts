/**
 * What is said of an agenda, in any order that clerks type: 督促状の様式について 15分, 1201-1210 標準どおり 10分, 議題12 済,
 * 除外 議題12 理由, 公開. What is no deed is an entry to be added; a deed without its number is asked back, never added.
 */
import { absent, argument, type Reading, type ReadingDay } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { withMinutes } from '../../src/domain/agenda.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import type { Outcome } from '../../src/domain/requirement.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { readRequirementsAlone } from './numbers.ts';
import { outcomeNamed } from './words.ts';

/** An entry as it is to be put up. */
export interface NewLine {
  /** What stands there besides the numbers and the time, as typed; may be empty where there are numbers. */
  readonly words: string;
  readonly minutes: number | undefined;
  readonly requirements: readonly number[];
  readonly outcome: Outcome | undefined;
  readonly item: number | undefined;
  readonly circulation: number | undefined;
  /** One bare number and nothing else: it may mean a requirement or the entry of that number. */
  readonly bare: number | undefined;
}

/** 議題12, 介護保険の議題12 */
export interface EntryNamed {
  readonly body: string | undefined;
  readonly number: number;
}

export const ENTRY_DEEDS = [
  'cover',
  'resume',
  'drop',
  'later',
  'put',
  'order',
  'minutes',
  'note',
  'history',
  'undo',
] as const;
export type EntryDeed = (typeof ENTRY_DEEDS)[number];
type WholeDeed = 'out' | 'all' | 'circulate';

export type AgendaSaid =
  | { readonly deed: 'add'; readonly lines: readonly NewLine[] }
  | { readonly deed: WholeDeed }
  | {
      readonly deed: EntryDeed;
      readonly entries: readonly EntryNamed[];
      readonly nth?: number;
      readonly minutes?: number;
      readonly words?: string;
    };

const WORDS: Readonly<Record<EntryDeed | WholeDeed | 'add', readonly string[]>> = {
  add: ['追加', '提案', '登録', 'propose'],
  out: ['公開', '公表', '配布', '配付', 'publish'],
  all: ['全件', '全部', '候補全件', 'すべて'],
  circulate: ['持ち回り', '持回り', '持ち回り審議', '書面協議'],
  cover: ['済', '審議済', '終了', '完了', 'covered', 'done'],
  resume: ['未了', '未済', 'uncover'],
  drop: ['除外', '削除', '取り下げ', '見送り', 'remove'],
  later: ['次回', '次回へ', '次回送り', '繰り越し', '持ち越し', 'defer'],
  put: ['採用', '上程', '載せる', 'accept'],
  order: ['順番', '順', '移動', 'move'],
  minutes: ['時間', '所要時間', '分数'],
  note: ['備考', 'メモ', '補足'],
  history: ['履歴', '経緯', '経過'],
  undo: ['取り消し', '元に戻す'],
};
const DEED_OF = new Map(
  Object.entries(WORDS).flatMap(([deed, words]) =>
    [deed, ...words].map((word) => [nameKey(word), deed as keyof typeof WORDS] as const),
  ),
);
const WHOLE: ReadonlySet<string> = new Set<WholeDeed>(['out', 'all', 'circulate']);

const ONE = String.raw`(?:[^\s,、・]{1,30}の)?(?:議題|agenda\s?)\s?\d{1,6}`;
const ENTRIES = new RegExp(String.raw`^${ONE}(?:\s?[,、・]\s?(?:${ONE}|\d{1,6}))*(?=\s|$)`, 'u');
/** After a deed a number alone is an entry's. */
const BARE = /^\d{1,6}(?:\s?[,、・]\s?\d{1,6})*(?=\s|$)/u;
const NTH = /^(?:第)?(\d{1,3})(?:番目?|つ目)?$/u;
const ITEM = /^(?:課題\s?)?k\s?(\d{1,6})(?=\s|$)/u;
const CIRCULATION = /^(?:持ち回り審議\s?)?p\s?(\d{1,6})(?=\s|$)/u;
/** ・, -, (1), 1. before a line of a list that was pasted. */
const BULLET = /^(?:[・•*]|-\s|[(（]\d{1,2}[)）]|\d{1,2}[.．)）]\s)\s*/u;

function read(line: string, on: ReadingDay): Reading<AgendaSaid> {
  if (line.trim() === '') return absent;
  const said = saidOf(line.trim(), on);
  return 'unclear' in said ? said : { read: said, length: line.length };
}

function saidOf(line: string, on: ReadingDay): AgendaSaid | { readonly unclear: Text } {
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
  const deed = DEED_OF.get(nameKey(word));
  if (deed === 'add') return rest === '' ? { unclear: text.addWhat } : adding(rest, on);
  if (deed && WHOLE.has(deed)) return rest === '' ? { deed: deed as WholeDeed } : { unclear: text.whole(word) };
  if (deed === 'undo' && rest === '') return { deed, entries: [] };
  if (deed) {
    const named = entriesAt(rest, true);
    return named ? ofEntries(deed as EntryDeed, named.entries, named.rest) : { unclear: text.whichEntry(word, rest) };
  }
  const named = entriesAt(line, false);
  if (!named) return adding(line, on);
  return afterEntries(named.entries, named.rest);
}

/** 議題12 済, 議題12 20分, 議題12 3番目, 議題12 除外 理由 */
function afterEntries(entries: readonly EntryNamed[], rest: string): AgendaSaid | { readonly unclear: Text } {
  if (rest === '') return { deed: 'history', entries };
  const { words, minutes } = withMinutes(rest);
  if (words === '' && minutes !== undefined) return { deed: 'minutes', entries, minutes };
  const [, word = '', more = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(rest) ?? [];
  const deed = DEED_OF.get(nameKey(word));
  if (deed && deed !== 'add' && !WHOLE.has(deed)) return ofEntries(deed as EntryDeed, entries, more);
  const nth = NTH.exec(word.normalize('NFKC'));
  if (nth?.[1] && /\D/u.test(word.normalize('NFKC')) && more === '')
    return { deed: 'order', entries, nth: Number(nth[1]) };
  return { unclear: text.whatWithIt(rest) };
}

function ofEntries(
  deed: EntryDeed,
  entries: readonly EntryNamed[],
  rest: string,
): AgendaSaid | { readonly unclear: Text } {
  if (deed === 'minutes') {
    const minutes = withMinutes(/^\d+$/u.test(rest.normalize('NFKC')) ? `${rest}分` : rest);
    return minutes.words === '' && minutes.minutes !== undefined
      ? { deed, entries, minutes: minutes.minutes }
      : { unclear: text.howLong };
  }
  if (deed === 'order') {
    const nth = NTH.exec(rest.normalize('NFKC'))?.[1];
    return nth === undefined || entries.length > 1 ? { unclear: text.whereTo } : { deed, entries, nth: Number(nth) };
  }
  if (deed === 'note' && rest === '') return { unclear: text.noteWhat };
  return { deed, entries, ...(rest !== '' && { words: rest.replace(/^理由\s*[:：]?\s*/u, '') }) };
}

/** The entries that are named at the beginning, and what follows. */
function entriesAt(line: string, bare: boolean): { entries: EntryNamed[]; rest: string } | undefined {
  const { folded, at } = foldWithOffsets(line);
  const found = ENTRIES.exec(folded) ?? (bare ? BARE.exec(folded) : null);
  if (!found) return undefined;
  const end = at[found[0].length] ?? line.length;
  let body: string | undefined;
  const entries = line
    .slice(0, end)
    .split(/[,、・，]/u)
    .flatMap((part): EntryNamed[] => {
      const [, of, number] = /^\s*(?:(.+?)の)?(?:議題|agenda\s?)?\s?(\d{1,6})\s*$/iu.exec(part.normalize('NFKC')) ?? [];
      body = of ?? body;
      return number === undefined ? [] : [{ body, number: Number(number) }];
    });
  return { entries, rest: line.slice(end).trim() };
}

function adding(typed: string, on: ReadingDay): AgendaSaid | { readonly unclear: Text } {
  const lines: NewLine[] = [];
  for (const one of typed.split('\n').map((each) => each.trim().replace(BULLET, ''))) {
    if (one === '') continue;
    const line = lineOf(one, on);
    if ('unclear' in line) return line;
    lines.push(line);
  }
  return lines.length === 0 ? { unclear: text.addWhat } : { deed: 'add', lines };
}

/** One entry: 1201-1210 標準どおり 10分, K45 5分, P3, or words. */
function lineOf(typed: string, on: ReadingDay): NewLine | { readonly unclear: Text } {
  const { words, minutes } = withMinutes(typed);
  const none = {
    minutes,
    requirements: [],
    outcome: undefined,
    item: undefined,
    circulation: undefined,
    bare: undefined,
  };
  if (words === '') return { unclear: text.addWhat };
  const { folded, at } = foldWithOffsets(words);
  const after = (length: number): string => words.slice(at[length] ?? words.length).trim();
  const item = ITEM.exec(folded);
  if (item) return { ...none, words: after(item[0].length), item: Number(item[1]) };
  const circulation = CIRCULATION.exec(folded);
  if (circulation) return { ...none, words: after(circulation[0].length), circulation: Number(circulation[1]) };
  const numbers = readRequirementsAlone(words, on);
  if ('unclear' in numbers) return numbers;
  if ('absent' in numbers) return { ...none, words };
  const rest = words.slice(numbers.length).trim();
  const [, word = '', note = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(rest) ?? [];
  const outcome = word === '' ? undefined : outcomeNamed(word);
  const [only, ...others] = numbers.read;
  const bare = rest === '' && others.length === 0 && /^\d+$/u.test(words.normalize('NFKC')) ? only : undefined;
  return { ...none, words: outcome ? note : rest, requirements: numbers.read, outcome, bare };
}

export const agendaWords = argument<AgendaSaid>({
  label: { ja: ja`議題`, en: en`agenda` },
  field: { kind: 'lines', placeholder: { ja: ja`督促状の様式について 15分`, en: en`督促状の様式について 15分` } },
  read,
});

const text = {
  addWhat: {
    ja: ja`議題の内容をご入力ください。例:/wg 議題 督促状の様式について 15分`,
    en: en`Please say what to speak of, as in /wg agenda 督促状の様式について 15分`,
  },
  whole: (word: string): Text => ({
    ja: ja`「${word}」の後に続く言葉を読み取れませんでした。そのまま議題にする場合は「/wg 議題 追加 …」とご入力ください。`,
    en: en`What follows “${word}” was not understood. To put it up as an entry, type “/wg agenda add …”.`,
  }),
  whichEntry: (word: string, rest: string): Text => {
    const whole = `${word} ${rest}`.trim();
    return {
      ja: ja`「${word}」の後に議題番号をご入力ください。例:/wg 議題 議題12 ${word}。「${whole}」という議題を加える場合は「/wg 議題 追加 …」とご入力ください。`,
      en: en`Please name the entry, as in /wg agenda 議題12 ${word}. To put up “${whole}” itself, type “/wg agenda add …”.`,
    };
  },
  whatWithIt: (rest: string): Text => ({
    ja: ja`「${rest}」の部分を読み取れませんでした。議題番号の後には、済・次回・除外・採用・20分・2番目・備考・履歴・取消 のいずれかをご入力ください。`,
    en: en`“${rest}” was not understood. After the entry's number type: cover, later, drop, put, 20分, order 2, note, history or undo.`,
  }),
  howLong: {
    ja: ja`所要時間を「20分」「1時間半」のように、480分以内でご入力ください。`,
    en: en`Please give the time like 20分 or 90 minutes, up to 480 minutes.`,
  },
  whereTo: {
    ja: ja`何番目に移すかを、1件ずつご入力ください。例:/wg 議題 議題12 2番目`,
    en: en`Please say to which place, one entry at a time, as in /wg agenda order 議題12 2`,
  },
  noteWhat: {
    ja: ja`備考の内容をご入力ください。例:/wg 議題 議題12 備考 那珂市が説明`,
    en: en`Please type the note, as in /wg agenda 議題12 note …`,
  },
};
