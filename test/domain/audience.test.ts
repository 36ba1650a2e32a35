/** What each audience may see of what is not for everyone. */
import { expect, test } from 'vitest';
import { AUDIENCES, audienceOf, GUARDED, marksOf, maySee } from '../../src/domain/audience.ts';
import type { MunicipalityKind } from '../../src/domain/council.ts';

test('audience × what', () => {
  const row = (what: (typeof GUARDED)[number]): string =>
    [what.padEnd(24), ...AUDIENCES.map((one) => (maySee(one, what) ? 'yes' : '–').padEnd(one.length))]
      .join(' ')
      .trimEnd();
  expect(['', `${' '.repeat(24)} ${AUDIENCES.join(' ')}`, ...GUARDED.map(row), ''].join('\n')).toMatchInlineSnapshot(`
    "
                             internal prefecture joiner vendor
    cost                     yes      –          –      –
    rates                    yes      yes        yes    –
    rfiMarks                 yes      –          –      –
    proposalMarks            yes      –          yes    –
    alternative              yes      –          yes    –
    questions                yes      –          –      –
    intentionsBeforeClosing  yes      –          –      –
    "
  `);
});

test.each<[readonly (MunicipalityKind | undefined)[], string]>([
  [['member'], 'internal'],
  [['adviser'], 'prefecture'],
  [['adviser', 'member'], 'internal'],
  [['applicant'], 'joiner'],
  [['adopting'], 'joiner'],
  [['observer'], 'joiner'],
  [['applicant', 'adviser'], 'prefecture'],
  [[], 'vendor'],
  [[undefined], 'vendor'],
])('who sits for %j is %s', (kinds, audience) => {
  expect(audienceOf(kinds)).toBe(audience);
});

test.each([
  ['rfi', 'rfiMarks'],
  ['RFI2027', 'rfiMarks'],
  ['proposal', 'proposalMarks'],
  ['negotiation', 'proposalMarks'],
])('a round %s holds %s', (round, what) => {
  expect(marksOf(round)).toBe(what);
});
