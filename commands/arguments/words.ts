/** Arguments that are words: a body's name, a mention, an outcome, a note. */

import {
  type Argument,
  absent,
  argument,
  type Called,
  type Field,
  type Reading,
  type ReadingDay,
} from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { fold, foldWithOffsets } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { OUTCOMES, type Outcome } from '../../src/domain/requirement.ts';
import { beginsRecurring } from '../../src/domain/when/recurring.ts';
import { readWhen } from '../../src/domain/when.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { outcomeText } from './outcomes.ts';

const firstWord = (line: string): string => /^\S*/u.exec(line)?.[0] ?? '';

/** All that is left, as typed. */
const rest = (line: string): Reading<string> =>
  line.trim() === '' ? absent : { read: line.trim(), length: line.length };

export const restOf = (label: Text, field: Field = { kind: 'lines' }) => argument<string>({ label, field, read: rest });

/** The reason, as typed. */
export const note = restOf({ ja: ja`理由`, en: en`reason` });

/** A word that names a body or a system, resolved where the council's names are known. */
export const bodyName = argument<string>({
  label: { ja: ja`WG・部会名`, en: en`body` },
  field: { kind: 'line', placeholder: { ja: ja`介護保険WG`, en: en`介護保険WG` } },
  read: (line) => word(line),
});

/** The same before a date: a word that is no date and no beginning of one. */
export const bodyNameBeforeDate = argument<string>({
  label: { ja: ja`WG・部会名`, en: en`body` },
  field: {
    kind: 'line',
    placeholder: { ja: ja`省略すると、このチャンネルのWG`, en: en`this channel's body where left out` },
  },
  read: (line, on) => (!isDate(line, on) && beforeDate(line, on) ? word(line) : absent),
});

const isDate = (line: string, { today, calendar }: ReadingDay): boolean =>
  beginsRecurring(line) || !('none' in readWhen(line, today, calendar));

const beforeDate = (line: string, on: ReadingDay): boolean => {
  const next = line.slice(firstWord(line).length).trimStart();
  return next === '' || isDate(next, on);
};

const word = (line: string): Reading<string> => {
  const found = firstWord(line);
  return found === '' ? absent : { read: found, length: found.length };
};

const QUOTED = /^(?:「([^」]+)」|"([^"]+)")(?=\s|$)/u;

/** One word, such as a place; several stand within 「 and 」: 「那珂市役所 第3会議室」. */
export const oneWord = (label: Text, called?: Called, placeholder?: Text): ReturnType<typeof argument<string>> =>
  argument<string>({
    label,
    field: { kind: 'line', ...(placeholder && { placeholder }) },
    ...(called && { called }),
    read: (line) => {
      const [whole, words = ''] = QUOTED.exec(line)?.filter((one) => one !== undefined) ?? [];
      return whole === undefined ? word(line) : { read: words.trim(), length: whole.length };
    },
    asTyped: (field) => (/\s/u.test(field) && !/[「」]/u.test(field) ? `「${field}」` : field),
  });

/** Commas too, but not those within 3,069. */
const BETWEEN_POINTS = /[\n、;；]|(?<!\p{Nd})[,，]|[,，](?!\p{Nd})/u;

/** Several short texts, between 、 or line breaks. */
export const points = argument<readonly string[]>({
  label: { ja: ja`議題`, en: en`agenda` },
  field: { kind: 'lines', placeholder: { ja: ja`1行に1件`, en: en`one a line` } },
  read: (line) => {
    const list = line
      .split(BETWEEN_POINTS)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return list.length === 0 ? absent : { read: list, length: line.length };
  },
  called: { by: ['議題', '議事', 'agenda'] },
});

/** A person, by mention, or what stands behind a plain @; or whoever types. */
export type Mention =
  | { readonly userId: string }
  | { readonly name: string; readonly bare?: true }
  | { readonly self: true };

/** How whoever types calls themselves. */
const SELF = ['自分', '私', 'わたし', 'わたくし', '本人', 'me', 'myself'];

const named = (name: string): Mention => (SELF.includes(nameKey(name)) ? { self: true } : { name });

export const mentioned = argument<Mention>({
  label: { ja: ja`@担当者`, en: en`@owner` },
  field: { kind: 'line', placeholder: { ja: ja`@氏名 または @那珂市`, en: en`@name or @municipality` } },
  read: (line) => {
    const account = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>(?=\s|$)/u.exec(line);
    if (account?.[1]) return { read: { userId: account[1] }, length: account[0].length };
    const plain = /^[@＠](\S+)/u.exec(line);
    return plain?.[1] ? { read: named(plain[1]), length: plain[0].length } : absent;
  },
});

/** `<@U0NAKA01>`, `@那珂市` or `自分`, as it was typed. */
export function mentionOf(owner: string): Mention {
  const [, userId] = /^<@([UW][A-Z0-9]+)/u.exec(owner) ?? [];
  return userId === undefined ? named(owner.replace(/^[@＠]/u, '')) : { userId };
}

const ONE_MENTION =
  /^\s*[、,]?\s*(?:<@(?<user>[UW][A-Z0-9]+)(?:\|[^>]*)?>|[@＠](?<name>[^\s@＠<、,]+))(?=[\s、,@＠<]|$)/u;

/** Of these words alone it is clear without the @ that somebody is meant. */
const ONESELF = /^\s*[、,]?\s*(?:自分|私|わたし|わたくし|me)(?=[\s、,@＠<]|$)/iu;

const mentionsReader: Argument<readonly Mention[]> = {
  label: { ja: ja`@担当者`, en: en`@owner` },
  field: { kind: 'line', placeholder: { ja: ja`@氏名、@那珂市、自分(複数可)`, en: en`@name, @municipality or me` } },
  read: (line) => {
    const found: Mention[] = [];
    let length = 0;
    for (;;) {
      const left = line.slice(length);
      const oneself = ONESELF.exec(fold(left))?.[0];
      const one = ONE_MENTION.exec(left);
      if (oneself !== undefined) found.push({ self: true });
      else if (!one) break;
      else found.push(one.groups?.user ? { userId: one.groups.user } : named(one.groups?.name ?? ''));
      length += (oneself ?? one?.[0] ?? '').length;
    }
    // 「@那珂市、6/20」: the comma belongs to no one.
    const comma = /^\s*[、,]/u.exec(line.slice(length))?.[0] ?? '';
    return found.length === 0 ? absent : { read: found, length: length + comma.length };
  },
};

const BARE =
  /^[\s、,・]*([^\s、,・@＠<]+?[市町村]|座長|部会長|事務局|[全各](?:構成)?団体|全員)(?:さん|様)?(?=[\s、,・]|$)/u;

/** Municipalities and offices named without @ before all else: 「那珂市、五霞町 12/10 …」; whether they are any is known elsewhere. */
function bareNames(line: string): Reading<readonly Mention[]> {
  const found: Mention[] = [];
  let length = 0;
  for (let one = BARE.exec(line); one; one = BARE.exec(line.slice(length))) {
    found.push({ name: one[1] ?? '', bare: true });
    length += one[0].length;
  }
  return found.length > 0 && /^(?:\s|$)/u.test(line.slice(length)) ? { read: found, length } : absent;
}

/** The owners with which words begin, and what is said after them; `bare` where the @ was left out. */
export function ownersBefore(
  words: string,
  on: ReadingDay,
): { readonly owners: readonly Mention[]; readonly rest: string; readonly bare: boolean } | undefined {
  const behind = mentionsReader.read(words, on);
  const reading = 'read' in behind ? behind : bareNames(words);
  if (!('read' in reading)) return undefined;
  return { owners: reading.read, rest: words.slice(reading.length).trim(), bare: !('read' in behind) };
}

/** Several of them, one after the other; in a form, where nothing else stands in the field, the @ may be left out. */
export const mentions = argument<readonly Mention[]>({
  ...mentionsReader,
  read: (line, on) => {
    const reading = mentionsReader.read(line, on);
    return 'absent' in reading ? bareNames(line) : reading;
  },
  asTyped: (field) =>
    /[@＠<]/u.test(field)
      ? field
      : namesIn(field)
          .map((name) => `@${name.replace(/\s/gu, '')}`)
          .join(' '),
});

const namesIn = (typed: string): string[] =>
  typed.split(/\s*[、,・/／]\s*|(?<=[市町村区県])\s+/u).filter((name) => name.trim() !== '');

/** The same where nothing else can be meant: the @ may be left out. */
export const mentionsOrNames = argument<readonly Mention[]>({
  ...mentionsReader,
  read: (line, on) => {
    const reading = mentionsReader.read(line, on);
    const names = line.trim();
    if (!('absent' in reading) || names === '') return reading;
    return { read: namesIn(names).map(named), length: line.length };
  },
});

/** A channel, by mention: `<#C0123|name>`. */
export const channelMention = argument<{ readonly channelId: string; readonly name: string | undefined }>({
  label: { ja: ja`#チャンネル`, en: en`#channel` },
  field: { kind: 'line' },
  read: (line) => {
    const found = /^<#?([CG][A-Z0-9]+)(?:\|([^>]*))?>(?=\s|$)/u.exec(line);
    return found?.[1]
      ? { read: { channelId: found[1], name: found[2] || undefined }, length: found[0].length }
      : absent;
  },
});

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: Text;
  readonly words: readonly string[];
}

/** The value that this word means. */
export function choiceIn<Value extends string>(choices: readonly Choice<Value>[], word: string): Value | undefined {
  const key = nameKey(word);
  return choices.find((one) => [one.value, ...one.words].some((name) => nameKey(name) === key))?.value;
}

/** One of a few named values, by any of its words; the longest that fits. */
export const choice = <Value extends string>(label: Text, choices: readonly Choice<Value>[], called?: Called) =>
  argument<Value>({
    label,
    ...(called && { called }),
    field: { kind: 'choice', options: choices.map(({ value, label: name }) => ({ value, label: name })) },
    read: (line) => {
      const found = choiceIn(choices, firstWord(line));
      return found === undefined ? absent : { read: found, length: firstWord(line).length };
    },
  });

/** What can be said as an outcome: an exception is not decided but raised to the council. */
type Meaning = (typeof OUTCOMES)[number] | 'customize' | 'asIs' | 'hold';

/** Okurigana need not be listed. */
const WORDS: Readonly<Record<Meaning, readonly string[]>> = {
  standard: ['パッケージ標準どおり', 'パッケージ標準通り', '標準どおり', '標準通り', '適合'],
  levelup: ['レベルアップ', 'lvup', 'level-up', 'パッケージ取り込み'],
  alternative: ['代替案', '代替え', '代替え提案'],
  operation: ['運用見直し', '運用で対応', '業務改善', '運用'],
  later: ['稼働後検討', '稼動後検討', '稼働後', '稼動後', '継続検討'],
  withdraw: ['取り下げ', '不要'],
  customize: ['customise', 'カスタマイズ', '例外', '改修', '個別対応', '独自対応', '作り込み'],
  asIs: ['現行どおり', '現行通り'],
  hold: ['保留'],
};

const LEXICON = Object.entries(WORDS).flatMap(([meaning, words]) =>
  [meaning, ...words].map((word) => ({ word, meaning: meaning as Meaning })),
);

/** Where the outcome ends and its reason begins: 代替案：…, 代替案（…）, 代替案「…」. */
const OUTCOME_WORD = /^\s*([^\s:、,。(「『]+)[:、,。]?/u;
/** 不適合 is no slip of 適合. */
const DENIES = /^[不非未無]/u;

const readOutcome: Argument<Outcome>['read'] = (line) => {
  if (line.trim() === '') return absent;
  const { folded, at } = foldWithOffsets(line);
  const [whole = '', word = ''] = OUTCOME_WORD.exec(folded) ?? [];
  const typed = line.slice(0, at[folded.indexOf(word) + word.length]).trim();
  const found = LEXICON.find((one) => nameKey(one.word) === nameKey(typed))?.meaning;
  const length = at[whole.length] ?? line.length;
  // An exception is read, so that its refusal can offer to raise just these requirements.
  if (found === 'customize') return { read: 'exception', length };
  if (found) return isOutcome(found) ? { read: found, length } : refusal(found);

  const near = DENIES.test(word)
    ? undefined
    : nearest(
        word,
        LEXICON.map((one) => fold(one.word)),
      );
  const meant = LEXICON.find((one) => fold(one.word) === near)?.meaning;
  if (meant === undefined) return { unclear: /^\d+$/u.test(word) ? text.number : text.unknown(firstWord(line)) };
  if (meant === 'customize') return { read: 'exception', length };
  return isOutcome(meant) ? { unclear: text.near(typed, meant) } : refusal(meant);
};

const isOutcome = (meaning: Meaning): meaning is (typeof OUTCOMES)[number] =>
  (OUTCOMES as readonly string[]).includes(meaning);

/** The outcome that is called exactly so. */
export function outcomeNamed(word: string): Outcome | undefined {
  const meant = LEXICON.find((one) => nameKey(one.word) === nameKey(word))?.meaning;
  return meant && isOutcome(meant) ? meant : undefined;
}

const refusal = (meaning: 'asIs' | 'hold') => ({ unclear: text[meaning] });

/** パッケージ標準どおり, レベルアップ, 代替案, 運用見直し, 稼働後検討, 取下げ; customising is an exception, which is only raised. */
export const outcome = argument<Outcome>({
  label: { ja: ja`結果`, en: en`outcome` },
  field: { kind: 'choice', options: OUTCOMES.map((value) => ({ value, label: outcomeText(value) })) },
  read: readOutcome,
});

const CHOICES: Text = {
  ja: ja`標準どおり・レベルアップ・代替案・運用見直し・稼働後検討・取下げ`,
  en: en`standard, levelup, alternative, operation, later, withdraw`,
};

const text = {
  asIs: {
    ja: ja`『現行どおり』は、現在のシステムに合わせる意味になるため、結果としては記録できません。パッケージに合わせる場合は『標準どおり』、業務を見直す場合は『運用見直し』をご利用ください。`,
    en: en`“As it is now” would mean adapting to the present system. Use “standard” to follow the package, or “operation” to change the work.`,
  },
  hold: {
    ja: ja`『保留』は複数の意味に取れます。稼働後に検討する場合は『稼働後検討』とご入力ください。まだ決めない場合は、決定の記録は不要です。`,
    en: en`“Hold” could mean several things. To consider it after go-live, type “later”; if nothing is decided yet, nothing needs recording.`,
  },
  near: (typed: string, outcome: Outcome): Text => ({
    ja: ja`「${typed}」は、『${outcomeText(outcome)}』のことでしょうか。結果は ${CHOICES} からお選びください。`,
    en: en`Does “${typed}” mean “${outcomeText(outcome)}”? The outcomes are: ${CHOICES}.`,
  }),
  number: {
    ja: ja`要件番号に続けて結果をご入力ください。要件が複数の場合は、「1201,1203 標準どおり」のように、番号を「,」でつないでください。`,
    en: en`Please type the outcome behind the requirement numbers. Several numbers are joined by commas, as in “1201,1203 standard”.`,
  },
  unknown: (typed: string): Text => ({
    ja: ja`「${typed}」という結果はありません。${CHOICES} からお選びください。`,
    en: en`There is no outcome “${typed}”. The outcomes are: ${CHOICES}.`,
  }),
} as const;
