/**
 * What may follow a date that was read. Ordinary words are left alone; what still looks like a date or a time, or makes
 * the one before it vague, is not: a phrase is understood whole or refused.
 */
import { MONTH_NAME } from './english.ts';
import { begins, NUMBER, WEEKDAY } from './notation.ts';

/** Words that make what they are joined to vague, or half of a phrase. Before a kanji some begin a name: 前橋, 中央. */
const VAGUE = begins(
  `頃|ごろ|ころ|前後|[前後中間時](?!\\p{Script=Han})|以[前後降内]|過ぎ|すぎ|[くぐ]らい|程度|ほど|あたり|辺り|まで|迄|から|より|[~→]|[:/]\\d+|\\(\\s*${WEEKDAY}|[上中下]旬`,
);
const VAGUE_APART = begins('\\s+(?:頃|ごろ|ころ|前後|以前|以後|以降|[くぐ]らい|程度|まで|迄|から|より)(?!\\p{L})');
const HALF_DAY = begins('\\s*(?:午前|午後|[ap]m(?!\\p{L}))\\S*|\\s+(?:朝|昼|夕方|夜)(?!\\p{L})');

/** What joins one date to another. */
const JOINT = begins(
  '[\\s、,・~\\-ー&+;/.]*(?:(?:か|と|又は|または|もしくは|及び|および|から|より)\\s*|(?:or|and|to)\\s+)?',
);
const RELATIVE = begins(
  '[今明昨]日|本日|明後日|あす|あした|あさって|翌日|[今来翌]週|再来週|[今来翌]月|再来月|月末|年度末|today|tomorrow',
);
const BARE_NUMBER = begins('\\d{1,2}(?![\\d\\p{L}])');
const ADDRESS = begins('<?https?:');
const ENGLISH = begins(`${MONTH_NAME}\\s*\\d|\\d{1,2}\\s*${MONTH_NAME}`);
/** Figures as dates and times have them, anywhere in a word; not 3日間, 24時間, 4月分, 令和8年度, 3階, 101会議室, 要件1234. */
const LIKE_A_DATE = new RegExp(
  [
    '\\d\\s*[/:]\\s*\\d',
    `(?:\\d|[一二三四五六七八九十])月(?:${NUMBER}|末|第|[上中下]旬|$)`,
    '\\d日(?![間目分])',
    '\\d時(?!間)',
    '\\d[ap]m(?!\\p{L})',
    '\\d年(?![度間目生])',
    '\\d(?:営業|開庁)日',
    '曜',
    '(?:\\d{4}|[rhs令平昭]\\d{1,2})[-.]\\d{1,2}[-.]\\d',
    '^[一二三四五六七八九十]+時(?:半|から|~|$)',
    '^の?正午',
  ].join('|'),
  'u',
);

/**
 * How much of the rest belongs to the date and was not understood; 0 where ordinary words follow, or nothing. After a
 * time, a half-day or a number standing apart no longer belongs to it.
 */
export function notUnderstood(rest: string, timed: boolean): number {
  const joint = JOINT.exec(rest)?.[0] ?? '';
  const next = rest.slice(joint.length);
  const [token = ''] = /^\S*/u.exec(next) ?? [];
  const apart = joint !== '' && joint.trim() === '';
  if (ADDRESS.test(token)) return 0;
  if (LIKE_A_DATE.test(token) || ENGLISH.test(next)) return joint.length + token.length;
  if (BARE_NUMBER.test(next) && !(timed && apart)) return joint.length + token.length;
  if (RELATIVE.test(next) && joint.trim() !== '') return joint.length + token.length;

  const vague = VAGUE.exec(rest) ?? VAGUE_APART.exec(rest) ?? (timed ? null : HALF_DAY.exec(rest));
  return vague?.[0].length ?? 0;
}
