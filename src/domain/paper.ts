/** 資料 of a meeting: a replacement is a further version; the latest that was not taken back is the one that counts. */
import { AUDIENCES, type Audience } from './audience.ts';
import type { Instant } from './day.ts';
import { groups } from './groups.ts';

export interface MeetingPaper {
  readonly meeting: number;
  /** `1-2` of 資料1-2 */
  readonly mark: string;
  readonly version: number;
  readonly title: string;
  readonly link: string | undefined;
  /** The widest circle that may see it. */
  readonly audience: Audience;
  readonly at: Instant;
  readonly by: { readonly person: number; readonly seat: string };
  readonly withdrawnAt: Instant | undefined;
}

/** Who belongs to a circle sees what is for it and for every wider one. */
export const isFor = (who: Audience, paper: Pick<MeetingPaper, 'audience'>): boolean =>
  AUDIENCES.indexOf(paper.audience) >= AUDIENCES.indexOf(who);

/** The one version of each 資料 that counts, in the order of their numbers: 1, 1-2, 2, 10. */
export const latest = (papers: readonly MeetingPaper[]): MeetingPaper[] =>
  [
    ...groups(
      papers.filter((one) => one.withdrawnAt === undefined),
      (one) => one.mark,
    ).values(),
  ]
    .map((versions) => versions.reduce((a, b) => (b.version > a.version ? b : a)))
    .sort((a, b) => byMark(a.mark, b.mark));

/** 0 for no version yet. */
export const lastVersion = (papers: readonly MeetingPaper[], mark: string): number =>
  Math.max(0, ...papers.filter((one) => one.mark === mark).map((one) => one.version));

/** The first number after all that stand: 4 after 資料3-2. */
export const nextMark = (papers: readonly MeetingPaper[]): string =>
  String(Math.max(0, ...latest(papers).map(({ mark }) => Number(mark.split('-')[0]))) + 1);

function byMark(a: string, b: string): number {
  const [x, y] = [a, b].map((mark) => mark.split('-').map(Number));
  for (let i = 0; i < Math.max(x?.length ?? 0, y?.length ?? 0); i += 1) {
    const difference = (x?.[i] ?? -1) - (y?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
