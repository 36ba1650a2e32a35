/** What is said about the rotation: what is decided otherwise, for how long, and what it rests on. */
import { absent, argument } from '../../src/command/argument.ts';
import type { Day } from '../../src/domain/day.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import { en, ja } from '../../src/text/text.ts';
import { dueDayReader } from './dates.ts';
import { decisionReader, type NamedDecision } from './numbers.ts';
import { choice } from './words.ts';

export type RotationAct = 'decline' | 'swap' | 'defer' | 'succeed';

export const rotationAct = choice<RotationAct>({ ja: ja`輪番の変更`, en: en`change` }, [
  { value: 'decline', label: { ja: ja`辞退`, en: en`decline` }, words: ['辞退', '辞退する'] },
  { value: 'swap', label: { ja: ja`入替え`, en: en`swap` }, words: ['入替え', '入れ替え', '入替', '交替', '交換'] },
  { value: 'defer', label: { ja: ja`延期`, en: en`defer` }, words: ['延期', '先送り', '繰下げ', '繰り下げ'] },
  { value: 'succeed', label: { ja: ja`後任`, en: en`succeed` }, words: ['後任', '後任選出', '残任期間'] },
]);

export type Keeping = 'keeps' | 'loses';

/** Of who declines: the turn stays for the next term, or is lost until the next round. */
export const keeping = choice<Keeping>({ ja: ja`順番の維持`, en: en`keeping the turn` }, [
  {
    value: 'keeps',
    label: { ja: ja`順番維持(翌年度に務める)`, en: en`keeps (serves the next term)` },
    words: ['順番維持', '維持', '翌年度'],
  },
  {
    value: 'loses',
    label: { ja: ja`順番放棄(次の一巡まで務めない)`, en: en`loses (until the next round)` },
    words: ['順番放棄', '放棄', '一巡後'],
  },
]);

/** `2年`, `2年度後`: by so many terms. */
export const termsLater = argument<number>({
  label: { ja: ja`年数`, en: en`terms` },
  field: { kind: 'line', placeholder: { ja: ja`1年`, en: en`1 year` } },
  read: (line) => {
    const { folded, at } = foldWithOffsets(line);
    const [whole = '', n] = /^(\d{1,2})\s?(?:年(?:度)?(?:後|間)?|years?|terms?)(?=\s|$)/u.exec(folded) ?? [];
    return n === undefined || Number(n) < 1 ? absent : { read: Number(n), length: at[whole.length] ?? line.length };
  },
});

/** The council's act on which the change rests. */
export type RotationBasis =
  | { readonly kind: 'approval'; readonly number: number }
  | { readonly kind: 'meeting'; readonly number: number }
  | { readonly kind: 'decision'; readonly name: NamedDecision };

const BASIS = /^(?:(?:根拠|basis)\s?:?\s?)?(?<how>承認|approval|会議|meeting|m)\s?m?\s?(?<n>\d{1,6})号?(?=\s|$)/u;
const DECISION = /^(?:(?:根拠|basis)\s?:?\s?)?(?=\S*(?:決定|第))/u;

/** 承認3, M12, 決定第12号 */
export const rotationBasis = argument<RotationBasis>({
  label: { ja: ja`根拠(承認・会議・決定の番号)`, en: en`basis (approval, meeting or decision)` },
  field: { kind: 'line', placeholder: { ja: ja`承認3、M12、決定第12号`, en: en`approval 3, M12` } },
  read: (line, on) => {
    const { folded, at } = foldWithOffsets(line);
    const found = BASIS.exec(folded);
    if (found?.groups) {
      const kind = found.groups.how === '承認' || found.groups.how === 'approval' ? 'approval' : 'meeting';
      return { read: { kind, number: Number(found.groups.n) }, length: at[found[0].length] ?? line.length };
    }
    const [lead = ''] = DECISION.exec(folded) ?? [];
    if (!DECISION.test(folded)) return absent;
    const start = at[lead.length] ?? 0;
    const reading = decisionReader.read(line.slice(start), on);
    return 'read' in reading
      ? { read: { kind: 'decision', name: reading.read }, length: start + reading.length }
      : reading;
  },
});

/** A municipality that might join, by its name, from a day or from the next April 1. */
export interface Joiner {
  readonly name: string;
  readonly from: Day | undefined;
}

const JOINER =
  /^(?:[-－−ー—]{1,3}|加入|後乗り|if|join)\s*[:：]?\s*(?<name>[^\s\d]+?[市町村区])(?:が)?(?:加入(?:した|する)?(?:場合)?)?(?=\s|$)/iu;

/** `-- 境町`, `加入 境町 令和9年10月1日` */
export const joiner = argument<Joiner>({
  label: { ja: ja`-- 加入する市町`, en: en`-- a joiner` },
  field: { kind: 'line', placeholder: { ja: ja`-- 境町`, en: en`-- 境町` } },
  read: (line, on) => {
    const found = JOINER.exec(line);
    const name = found?.groups?.name;
    if (!found || name === undefined) return absent;
    const rest = line.slice(found[0].length);
    const gap = rest.length - rest.trimStart().length;
    const reading = dueDayReader.read(rest.trimStart(), on);
    if ('unclear' in reading) return reading;
    if ('absent' in reading) return { read: { name, from: undefined }, length: found[0].length };
    return { read: { name, from: reading.read }, length: found[0].length + gap + reading.length };
  },
});
