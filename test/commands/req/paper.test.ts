/** 起案資料: each is one page, whatever is proposed; what it has no room for is said. */
import { expect, test } from 'vitest';
import { paperOf } from '../../../commands/req/circulation/paper.ts';
import type { Circulation } from '../../../src/domain/circulation.ts';
import type { Chart } from '../../../src/domain/council.ts';
import { day, instant } from '../../../src/domain/day.ts';

const chart = { bodies: [], municipalities: [] } as unknown as Chart;
const circulation = (of: Partial<Circulation>): Circulation =>
  ({
    ...{ number: 7, body: '介護保険WG', outcome: 'alternative', scope: [], silence: undefined },
    ...{ deadline: day('2026-06-08'), postedAt: instant(Date.parse('2026-06-01T10:00:00+09:00')) },
    ...of,
  }) as Circulation;
const requirements = (count: number, text: string) =>
  Array.from({ length: count }, (_, i) => ({ number: 1200 + 3 * i, text }));

const factsOf = (of: Partial<Circulation>, asked: ReturnType<typeof requirements>) =>
  paperOf(circulation(of), asked, '協議会', chart).blocks.flatMap((one) =>
    one.kind === 'particulars' ? one.facts : [],
  );
/** Lines of 30 characters, as the page holds them. */
const lines = (facts: ReturnType<typeof factsOf>): number =>
  facts.reduce((sum, [, value]) => sum + Math.ceil(value.length / 30), 0);

test('a short one has the reason and all requirements in full', () => {
  const facts = factsOf({ note: 'CSVで代替' }, requirements(2, '一覧を出力できること'));
  expect(facts.map(([label]) => label)).toEqual([
    ...['案件', '要件1200', '要件1203', '理由', '費用', '対象', '回答期限', '回答がない場合', '回答(案)'],
  ]);
});

test('of many scattered requirements and long reasons it has what there is room for, and says where the rest is', () => {
  const long = '現行の運用では、毎月の賦課更正に係る通知書を窓口で即日交付しているため。'.repeat(30);
  const towns = Array.from({ length: 12 }, (_, i) => `かすみがうら市${i}`);
  for (const note of [long, 'CSVで代替', undefined])
    for (const asked of [requirements(125, '一覧を出力できること'), requirements(1, long), requirements(3, long)]) {
      const facts = factsOf({ note, scope: towns, until: day('2027-03-31'), cost: 500 }, asked);
      expect(lines(facts)).toBeLessThan(26);
    }
  const facts = Object.fromEntries(factsOf({ note: long }, requirements(125, '一覧を出力できること')));
  expect(facts.案件).toBe('要件1200ほか124件(番号は持ち回り審議P7のとおり)を『代替案』とすること');
  expect(facts.理由).toContain('…(以下略。全文は持ち回り審議の画面をご覧ください。)');
  expect(facts.ほか).toBe('119件');
});
