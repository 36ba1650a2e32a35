/** What the adoption pack tells of costs: each once, where it was decided, so that a column of them sums rightly. */
import { expect, test } from 'vitest';
import { packPaper, packRows } from '../../../commands/council/joining/packFile.ts';
import { day, instantAt } from '../../../src/domain/day.ts';
import type { Decision, Outcome } from '../../../src/domain/requirement.ts';
import { plainRotation } from '../../../src/domain/rotation.ts';

const decision = (id: number, outcome: Outcome, cost: number | undefined): Decision => ({
  id,
  fiscalYear: 2026,
  serial: id,
  outcome,
  cost,
  note: undefined,
  level: 'approved',
  basis: { kind: 'meeting', meeting: 1 },
  body: 'kaigo',
  at: instantAt(day('2026-06-01')),
  by: { person: 1, seat: 'lead', municipality: '082261' },
  onBehalf: false,
  scope: [],
  until: undefined,
  count: undefined,
  confirmedAt: undefined,
  cancelledAt: undefined,
});

const requirement = (number: number, standing: Decision, cost?: number) => ({
  number,
  standing,
  cost,
  system: 'kaigo',
  functionId: `F${number}`,
  itemNo: undefined,
  category: [],
  text: '',
  class: 'mandatory' as const,
  convenience: false,
  alternative: undefined,
  remarks: undefined,
  marks: [],
});

const together = decision(1, 'levelup', 1_200);
const rows = packRows({
  requirements: [
    requirement(1201, together, 400),
    requirement(1202, together),
    requirement(1203, together),
    requirement(1204, decision(2, 'levelup', 300)),
    requirement(1205, decision(3, 'alternative', undefined), 850),
    requirement(1206, decision(4, 'operation', undefined), 500),
  ],
  adopted: [],
  superseded: [],
  differences: [],
  chart: { municipalities: [], bodies: [], systems: [], rotation: plainRotation(2026, []) },
  may: { cost: true, alternative: true },
  past: undefined,
});

test('what was decided together costs once; what the vendor asked counts only where it is built', () => {
  expect(rows.map(({ number, cost, costOf }) => [number, cost, costOf])).toEqual([
    [1201, 1_200, '要件3件の決定全体の額'],
    [1202, undefined, '要件1201に記載'],
    [1203, undefined, '要件1201に記載'],
    [1204, 300, undefined],
    [1205, 850, undefined],
    [1206, undefined, undefined],
  ]);
});

test('the paper says so in words', () => {
  const paper = packPaper(rows, {
    joiner: '境町',
    council: '協議会',
    of: '介護保険',
    on: day('2026-06-08'),
    costs: true,
  });
  const table = paper.blocks.find((one) => one.kind === 'table');
  expect(table?.rows.slice(0, 2).map((row) => row.slice(1, 3))).toEqual([
    ['レベルアップ\n1,200千円(要件3件の決定全体の額)\n全団体\n未回答', '令和8年度決定第1号(承認)\n令和8年6月1日(月)'],
    ['レベルアップ\n費用は要件1201に記載\n全団体\n未回答', '令和8年度決定第1号(承認)\n令和8年6月1日(月)'],
  ]);
});
