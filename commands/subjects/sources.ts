/** Vendors and rounds by what people call them: `提案`, `RFI`, `B社`. */
import { fold } from '../../src/domain/fold.ts';
import type { SourceName } from '../../src/store/council/chart.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

/** 提案 is what everyone calls the round of the proposals. */
const CALLED: Readonly<Record<string, string>> = { 提案: 'proposal' };

export function sourceNamed(word: string, list: readonly SourceName[]): SourceName | undefined {
  const meant = fold(CALLED[word] ?? word);
  return list.find((one) => fold(one.slug) === meant || fold(one.name) === meant);
}

/** Words among which a vendor and a round may stand; a second of either stays a word. */
export function sortedOut(
  words: readonly string[],
  { vendors, rounds }: { readonly vendors: readonly SourceName[]; readonly rounds: readonly SourceName[] },
): Own & { readonly others: readonly string[] } {
  let own: Own = { vendor: undefined, round: undefined };
  const others: string[] = [];
  for (const word of words) {
    const round = own.round ? undefined : sourceNamed(word, rounds);
    const vendor = own.vendor ? undefined : sourceNamed(word, vendors);
    if (round) own = { ...own, round };
    else if (vendor) own = { ...own, vendor };
    else others.push(word);
  }
  return { ...own, others };
}

/** Whose answers a file holds, and of which round, as somebody named them. */
export function ownNamed(
  named: { readonly vendor?: string | undefined; readonly round?: string | undefined },
  { vendors, rounds }: { readonly vendors: readonly SourceName[]; readonly rounds: readonly SourceName[] },
): { readonly own: Own } | { readonly refused: Text } {
  const vendor = named.vendor === undefined ? undefined : sourceNamed(named.vendor, vendors);
  if (named.vendor !== undefined && !vendor) return { refused: text.noVendor(named.vendor, vendors) };
  const round = named.round === undefined ? undefined : sourceNamed(named.round, rounds);
  if (named.round !== undefined && !round) return { refused: text.noRound(named.round, rounds) };
  return { own: { vendor, round } };
}

export interface Own {
  readonly vendor: SourceName | undefined;
  readonly round: SourceName | undefined;
}

const text = {
  noVendor: (word: string, known: readonly SourceName[]): Text => ({
    ja: ja`ベンダ「${word}」は登録されていません。${known.length === 0 ? '登録されているベンダは、まだありません。' : `登録済みのベンダ:${namesOf(known)}。`}`,
    en: en`There is no vendor “${word}”. Known: ${namesOf(known) || 'none'}`,
  }),
  noRound: (word: string, known: readonly SourceName[]): Text => ({
    ja: ja`回「${word}」は登録されていません。${known.length === 0 ? '登録されている回は、まだありません。' : `登録済みの回:${namesOf(known)}。`}`,
    en: en`There is no round “${word}”. Known: ${namesOf(known) || 'none'}`,
  }),
};

const namesOf = (list: readonly SourceName[]): string => list.map((one) => one.name).join('、');
