/** The adoption pack: its rows from what stands decided, and its papers in an office's form. */
import { type Chart, systemOf } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import { groups } from '../../../src/domain/groups.ts';
import { isRead } from '../../../src/domain/past.ts';
import { isProvisional, type Level } from '../../../src/domain/requirement.ts';
import { isBorne } from '../../../src/domain/shares.ts';
import type { Paper } from '../../../src/paper/paper.ts';
import type { PackRow } from '../../../src/sheet/writePack.ts';
import type { Adopted, Difference, Superseded } from '../../../src/store/council/adoptions.ts';
import type { ExportedRequirement } from '../../../src/store/council/exporting.ts';
import { officialDay, paperDay } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { plain } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { decisionNameText, text as requirementText } from '../../req/text.ts';
import { nameIn } from './text.ts';

export interface PackOf {
  readonly requirements: readonly ExportedRequirement[];
  readonly adopted: readonly Adopted[];
  readonly superseded: readonly Superseded[];
  readonly differences: readonly Difference[];
  readonly chart: Chart;
  /** What its reader may see. */
  readonly may: { readonly cost: boolean; readonly alternative: boolean };
  /** The first day of the earlier decisions that they read; undefined: all. */
  readonly past: Day | undefined;
}

const LEVELS: Readonly<Record<Level, string>> = { agreed: '合意', acknowledged: '了承', approved: '承認' };
const ANSWERS = { accepted: '受入済', questioned: '質問中' } as const;

export function packRows(of: PackOf): PackRow[] {
  const { chart, may, past } = of;
  const answers = new Map(of.adopted.map((one) => [one.number, one.answer]));
  const before = groups(
    of.superseded.filter(({ at }) => isRead({ kind: 'decision', at, stands: false }, past)),
    (one) => one.number,
  );
  const differences = groups(of.differences, (one) => one.number);
  const together = groups(
    of.requirements.filter(({ standing }) => standing?.cost !== undefined),
    ({ standing }) => standing?.id,
  );
  return of.requirements.flatMap((one): PackRow[] => {
    const { standing } = one;
    if (!standing) return [];
    const answer = answers.get(one.number);
    return [
      {
        number: one.number,
        functionId: one.functionId,
        system: systemOf(chart, one.system)?.name ?? one.system,
        category: one.category.filter((part) => part !== '').join(' > '),
        text: one.text,
        class: plain(requirementText.class(one.class).ja),
        outcome: plain(outcomeText(standing.outcome).ja),
        decision: plain(decisionNameText(standing).ja),
        day: plain(officialDay(dayAt(standing.at)).ja),
        level: isProvisional(standing) ? '仮記録' : LEVELS[standing.level],
        reason: standing.note ?? '',
        before: (before.get(one.number) ?? []).map(
          (each) =>
            `${plain(decisionNameText(each).ja)} ${plain(outcomeText(each.outcome).ja)}${each.note ? `:${each.note}` : ''}`,
        ),
        alternative: may.alternative ? (one.alternative ?? '') : '',
        ...(may.cost && costIn(one, together.get(standing.id) ?? [])),
        scope: standing.scope.length === 0 ? '全団体' : standing.scope.map((code) => nameIn(chart, code)).join('・'),
        answer: answer ? ANSWERS[answer] : '未回答',
        difference: (differences.get(one.number) ?? []).map((each) => each.text).join('\n'),
      },
    ];
  });
}

/** What a decision costs in all stands at its first requirement, so that a column of them sums rightly. */
function costIn(one: ExportedRequirement, together: readonly ExportedRequirement[]): Pick<PackRow, 'cost' | 'costOf'> {
  const [first = one, ...others] = together;
  if (others.length === 0) {
    const asked = one.standing && isBorne(one.standing.outcome) ? one.cost : undefined;
    return { cost: one.standing?.cost ?? asked };
  }
  return first === one
    ? { cost: one.standing?.cost, costOf: `要件${together.length}件の決定全体の額` }
    : { costOf: `要件${first.number}に記載` };
}

/** 1,200千円(要件3件の決定全体の額) */
const costText = ({ cost, costOf }: PackRow): string =>
  cost === undefined ? (costOf && `費用は${costOf}`) || '' : `${grouped(cost)}千円${costOf ? `(${costOf})` : ''}`;

export interface PackPaperOf {
  readonly joiner: string;
  readonly council: string;
  readonly of: string;
  readonly on: Day;
  readonly costs: boolean;
}

/** The same for a file of papers: the reasons in full, a column to be filled in, boxes for the approval. */
export function packPaper(rows: readonly PackRow[], { joiner, council, of, on, costs }: PackPaperOf): Paper {
  const count = (answer: string): string => grouped(rows.filter((one) => one.answer === answer).length);
  return {
    number: 'open',
    landscape: true,
    date: plain(paperDay(on).ja),
    to: [`${joiner}　様`],
    from: [council],
    title: `決定事項の受入資料(${of})`,
    blocks: [
      { kind: 'seals', labels: ['課長', '係長', '担当'] },
      {
        kind: 'text',
        text: `${of}について、本協議会がこれまでに決定した${grouped(rows.length)}件を、理由と経過を添えてお示しします。現行システムと異なる点を右の欄にご記入のうえ、業務ごと、または1件ずつ、受入の回答をお願いします。ご不明な点は、再協議ではなく質問としてお受けします。`,
      },
      {
        kind: 'particulars',
        facts: [
          [
            '決定',
            `${grouped(rows.length)}件(受入済${count('受入済')}件・質問中${count('質問中')}件・未回答${count('未回答')}件)`,
          ],
          ['費用', costs ? '各行に記載(千円)' : '構成団体のみの情報のため、記載していません'],
        ],
      },
      ...[...groups(rows, (one) => one.system)].flatMap(([system, list]): Paper['blocks'] => [
        { kind: 'heading', text: system },
        {
          kind: 'table',
          head: ['要件', '決定', '決定番号・決定日', '理由と経過', '現行システムとの差異(記入欄)'],
          widths: [27, 16, 19, 20, 18],
          rows: list.map((one) => [
            `${one.number} ${one.text}`,
            [one.outcome, costText(one), one.scope, one.answer].filter(Boolean).join('\n'),
            `${one.decision}(${one.level})\n${one.day}`,
            [
              one.reason,
              ...one.before.map((each) => `(以前)${each}`),
              one.alternative && `ベンダ代替案:${one.alternative}`,
            ]
              .filter(Boolean)
              .join('\n'),
            one.difference,
          ]),
        },
      ]),
    ],
  };
}
