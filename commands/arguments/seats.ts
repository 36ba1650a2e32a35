/** What is said about seats: what is done, which office, who, instead of whom, from when until when. */
import { absent, argument, type ReadingDay } from '../../src/command/argument.ts';
import type { Day } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { readDay } from '../../src/domain/when.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { type Choice, choice } from './words.ts';

export type SeatAct = 'assign' | 'vacate' | 'section';

export const seatAct = choice<SeatAct>({ ja: ja`操作`, en: en`act` }, [
  { value: 'assign', label: { ja: ja`任命`, en: en`assign` }, words: ['任命', '就任', '登録', '交代', '後任'] },
  { value: 'vacate', label: { ja: ja`退任`, en: en`vacate` }, words: ['退任', '解任', '離任', '解除', '空き', '未定'] },
  { value: 'section', label: { ja: ja`課名の変更`, en: en`section` }, words: ['課名', '所属', '改編', '組織改編'] },
]);

export type Office = 'member' | 'lead' | 'information' | 'adviser';

export const OFFICES: readonly Choice<Office>[] = [
  { value: 'member', label: { ja: ja`委員`, en: en`member` }, words: ['委員', '担当者'] },
  { value: 'lead', label: { ja: ja`座長・部会長`, en: en`lead` }, words: ['座長', '部会長', 'head'] },
  {
    value: 'information',
    label: { ja: ja`情報主管`, en: en`information section` },
    words: ['情報主管', '情報主管担当', '情報主管課', '事務局'],
  },
  { value: 'adviser', label: { ja: ja`アドバイザー`, en: en`adviser` }, words: ['アドバイザー'] },
];
export const office = choice<Office>({ ja: ja`役割`, en: en`role` }, OFFICES);

export const deputyOrNot = choice<'primary' | 'deputy'>({ ja: ja`正・副`, en: en`primary or deputy` }, [
  { value: 'primary', label: { ja: ja`正担当`, en: en`primary` }, words: ['正', '正担当', '主', '主担当'] },
  { value: 'deputy', label: { ja: ja`副担当`, en: en`deputy` }, words: ['副', '副担当', '代理'] },
]);

/** A person by Slack account, by the council's number of them, or by name; 新規 where they are new, 別人 where there is a namesake. */
export type PersonSaid =
  | { readonly userId: string }
  | { readonly number: number }
  | { readonly name: string; readonly isNew: boolean; readonly another?: true };

const ACCOUNT = /^(?:新規\s*[:：]?\s*)?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>(?=\s|$)/u;
const NUMBER = /^氏名番号\s?(\p{Nd}+)(?=\s|$)/u;
const NAME = /^((?:新規|別人)\s*[:：]?\s*)?[@＠]?(?:「([^」]+)」|(\S+?)(?:さん|様|氏)?)(?=\s|$)/u;
/** No part of a name. */
const OTHER =
  /[\p{Nd}/／〜～~:：]|^(?:正|副|主|正担当|副担当|主担当|代理|新規|別人|前任|本日|今日|明日|年度末|来年度|今月末)|(?:から|まで|より|付け?)$/u;

export const personSaid = argument<PersonSaid>({
  label: { ja: ja`氏名`, en: en`person` },
  field: { kind: 'line', placeholder: { ja: ja`@氏名 または 山田 太郎`, en: en`@name or 山田 太郎` } },
  read: (line) => {
    const account = ACCOUNT.exec(line);
    if (account?.[1]) return { read: { userId: account[1] }, length: account[0].length };
    const numbered = NUMBER.exec(line);
    if (numbered?.[1]) return { read: { number: Number(numbered[1].normalize('NFKC')) }, length: numbered[0].length };
    const found = NAME.exec(line);
    const [whole = '', fresh, quoted, word] = found ?? [];
    const how = { isNew: !!fresh, ...(fresh?.startsWith('別人') && { another: true as const }) };
    if (quoted !== undefined) return { read: { name: quoted.trim(), ...how }, length: whole.length };
    if (word === undefined || OTHER.test(word)) return absent;
    // 山田 太郎: family and given name are often written apart.
    const [gap = '', given] = /^\s+(\S+?)(?:さん|様|氏)?(?=\s|$)/u.exec(line.slice(whole.length)) ?? [];
    const apart =
      given !== undefined && word.length <= 4 && given.length <= 5 && !OTHER.test(given) && !/[@＠<「]/u.test(given);
    if (!apart) return { read: { name: word, ...how }, length: whole.length };
    return { read: { name: `${word} ${given}`, ...how }, length: whole.length + gap.length };
  },
});

const INSTEAD = /^前任\s*[:：]?\s*(?:「([^」]+)」|(\S+))(?=\s|$)/u;

/** 前任:氏名, where several hold a seat at a time. */
export const instead = argument<string>({
  label: { ja: ja`前任:氏名`, en: en`instead of` },
  field: { kind: 'line' },
  read: (line) => {
    const [whole, quoted, word] = INSTEAD.exec(line) ?? [];
    const name = quoted ?? word;
    return whole === undefined || name === undefined ? absent : { read: name, length: whole.length };
  },
  asTyped: (field) => (/^前任/u.test(field) ? field : `前任:「${field}」`),
});

export interface Span {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

const BETWEEN = /(?:から|より|付けで?|[〜～~])/u;

/** 4月1日から, 4/1〜9/30, 令和9年4月1日から令和10年3月31日まで, 3月31日まで */
export const span = argument<Span>({
  label: { ja: ja`期間`, en: en`from–until` },
  field: { kind: 'line', placeholder: { ja: ja`4月1日から`, en: en`2027-04-01〜` } },
  read: (line, on) => {
    const [first = ''] = /^\S+/u.exec(line) ?? [];
    if (first === '') return absent;
    const [begin = '', end = ''] = first.split(BETWEEN, 2);
    const open = BETWEEN.test(first);
    if (!open) {
      const last = first.replace(/まで$/u, '');
      const read = dayIn(last, on);
      if (typeof read !== 'string') return read;
      const only = last === first ? { from: read, until: undefined } : { from: undefined, until: read };
      return { read: only, length: first.length };
    }
    const from = dayIn(begin, on);
    if (typeof from !== 'string') return from;
    const apart = end === '' ? /^\s*(\S+)まで(?=\s|$)/u.exec(line.slice(first.length)) : null;
    const written = end === '' ? apart?.[1] : end.replace(/まで$/u, '');
    if (written === undefined) return { read: { from, until: undefined }, length: first.length };
    const until = dayIn(written, { ...on, today: from });
    if (typeof until !== 'string') return 'absent' in until ? { unclear: text.noDay(written) } : until;
    if (until < from) return { unclear: text.backwards };
    return { read: { from, until }, length: first.length + (apart?.[0].length ?? 0) };
  },
});

/** The whole word is a day, is not one, or is unclear. */
function dayIn(
  word: string,
  { today, calendar }: ReadingDay,
): Day | { readonly absent: true } | { readonly unclear: Text } {
  const reading = readDay(word, today, calendar);
  if ('none' in reading) return absent;
  if ('unclear' in reading || reading.length !== word.length) return { unclear: text.noDay(word) };
  return reading.read.day;
}

/** Without 課名: only what no family name ends with: 服部, 小室 and 田所 are people. */
const SECTION =
  /^(?:(?:課名|所属)\s*[:：]\s*(?:「([^」]+)」|(\S+))|([^\s\p{Nd}「」]{2,}(?:課|係|局|センター|署)))(?=\s|$)/u;

/** 介護福祉課 */
export const sectionName = argument<string>({
  label: { ja: ja`課名`, en: en`section` },
  field: { kind: 'line', placeholder: { ja: ja`介護福祉課`, en: en`介護福祉課` } },
  read: (line) => {
    const [whole, quoted, named, word] = SECTION.exec(line) ?? [];
    const name = quoted ?? named ?? word;
    return whole === undefined || name === undefined ? absent : { read: name, length: whole.length };
  },
  asTyped: (field) => (/^(?:課名|所属)/u.test(field) ? field : `課名:「${field}」`),
});

/** Names are compared without spaces, width and case; 髙 and 高 stay apart. */
export const nameForm = (name: string): string => fold(name).replace(/\s/gu, '');

const text = {
  noDay: (typed: string): Text => ({
    ja: ja`日付「${typed}」を読み取れませんでした。4月1日から、または 4/1〜9/30 のようにご入力ください。`,
    en: en`The day “${typed}” was not understood. Type it like 2027-04-01 or 4/1〜9/30.`,
  }),
  backwards: { ja: ja`終わりの日が始まりの日より前です。`, en: en`The last day is before the first.` },
} as const;
