/** The acts of the orders under many hands: what is said of two circulations at once, by whom, drawn by chance. */
import fc from 'fast-check';

/** What the clock does after the deadline, among what people say. */
export const JOB = '締切';

/** P and Q are circulations, on the requirements R (open) and S (decided as n, and to be acknowledged by the plan A). */
export type Act = readonly [who: string, line: string, when?: 'late'];
const ANSWERS = ['agree', 'object', 'hold', 'abstain', 'na'] as const;
const behind = { agree: '', object: ' 月次処理に間に合わないため', hold: ' 6/20', abstain: '', na: '' } as const;
const MEMBERS = [
  'omiya-sagawa',
  'omiya-kikuchi',
  'naka-wada',
  'naka-shimizu',
  'kasumi-iida',
  'goka-utsumi',
  'goka-arai',
];
const TOWNS = ['常陸大宮市', '那珂市', 'かすみがうら市', '五霞町'];
const which = fc.constantFrom('P', 'Q', 'P,Q', 'Q,P');

const agreeing: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom(...MEMBERS), which)
  .map(([who, named]) => [who, `/req agree ${named}`]);
const answering: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom(...MEMBERS), fc.constantFrom(...ANSWERS), which, fc.boolean())
  .map(([who, said, named, late]): Act => {
    const line = `/req ${said} ${named}${behind[said]}`;
    return late ? [who, line, 'late'] : [who, line];
  });
const entering: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom('naka-terakado', 'naka-nemoto'), fc.constantFrom(...TOWNS), which)
  .map(([who, town, named]) => [who, `/req agree ${named} ${town} 電話 6/1 山田`]);
const others: fc.Arbitrary<Act> = fc.constantFrom<Act[]>(
  ['omiya-sagawa', '/req undo P'],
  ['kasumi-iida', '/req draft P 決裁済 6/1'],
  ['naka-wada', '/req cancel P'],
  ['naka-terakado', '/req cancel Q'],
  ['naka-hiramatsu', '/req decide R standard'],
  ['naka-wada', '/req decide R,S levelup 次期版で対応'],
  ['naka-wada', '/req supersede S standard 見直しのため'],
  ['naka-hiramatsu', '/req undo 第n号'],
  ['naka-terakado', '/req proceed A'],
  [JOB, '', 'late'],
);
export const acts = fc.array(
  fc.oneof({ weight: 3, arbitrary: agreeing }, { weight: 3, arbitrary: answering }, entering, {
    weight: 3,
    arbitrary: others,
  }),
  { minLength: 4, maxLength: 6 },
);

/** Looked at first: what a decision stands on while it is taken back, and a circulation that ends in three ways at once. */
export const EXAMPLES: [Act[]][] = [
  [
    [
      ['naka-hiramatsu', '/req undo 第n号'],
      ['naka-wada', '/req supersede S standard 見直しのため'],
      ['naka-terakado', '/req proceed A'],
      ['naka-nemoto', '/req undo 第n号'],
    ],
  ],
  [
    [
      ['omiya-sagawa', '/req agree P,Q'],
      ['naka-shimizu', '/req agree Q,P'],
      ['kasumi-iida', '/req agree P,Q'],
      ['goka-utsumi', '/req agree Q,P'],
      [JOB, '', 'late'],
      ['naka-wada', '/req decide R standard'],
    ],
  ],
];

export function* permutations(of: readonly number[]): Generator<number[]> {
  if (of.length === 0) yield [];
  for (const first of of) for (const rest of permutations(of.filter((one) => one !== first))) yield [first, ...rest];
}
