/** Vendors and rounds by what people call them: `提案`, `RFI`, `B社`. */
import { fold } from '../../src/domain/fold.ts';
import type { SourceName } from '../../src/store/council/chart.ts';

/** 提案 is what everyone calls the round of the proposals. */
const CALLED: Readonly<Record<string, string>> = { 提案: 'proposal' };

export function sourceNamed(word: string, list: readonly SourceName[]): SourceName | undefined {
  const meant = fold(CALLED[word] ?? word);
  return list.find((one) => fold(one.slug) === meant || fold(one.name) === meant);
}
