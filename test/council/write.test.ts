/** What is written is what is read: whatever the names are, and in whatever order the file had its entries. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCouncilFile } from '../../src/council/file.ts';
import { tenuresOf } from '../../src/council/seats.ts';
import type { CouncilFile } from '../../src/council/shape.ts';
import { writeCouncilFile } from '../../src/council/write.ts';

const ibaraki = read(readFileSync(new URL('../../prisma/ibaraki.yaml', import.meta.url), 'utf8'));

/** A corner of the council, small enough to be tried many times. */
const corner = ((): CouncilFile => {
  const bodies = ibaraki.bodies.filter(({ slug }) => ['council', 'fukushi', 'kaigo'].includes(slug));
  const seated = new Set(tenuresOf({ ...ibaraki, bodies }).map(({ person }) => person));
  return {
    ...ibaraki,
    bodies,
    systems: ibaraki.systems.filter(({ workingGroup }) => workingGroup === 'kaigo'),
    people: ibaraki.people.filter(({ slug }) => seated.has(slug)),
    channels: ibaraki.channels.filter(({ body }) => body === 'kaigo'),
  };
})();

function read(text: string): CouncilFile {
  const result = readCouncilFile(text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.council;
}

/** Names such as people write, and such as YAML would take for something else. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'no',
      'null',
      '~',
      '017',
      '1e3',
      '2016-04-01',
      '- a',
      'a: b',
      'a #b',
      "'",
      '"',
      '{',
      '!x',
      '&a',
      '*a',
      '<<',
    ),
  )
  .map((it) => it.trim())
  .filter((it) => it !== '' && it !== '__proto__');

test('any names come back as they were', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
      const renamed: CouncilFile = {
        ...corner,
        council: { ...corner.council, name: a as string },
        systems: corner.systems.map((one) => ({ ...one, name: b as string, aliases: [c as string] })),
        people: corner.people.map((one) => ({ ...one, name: d as string, kana: e as string })),
        channels: corner.channels.map((one) => ({ ...one, name: f as string })),
      };
      expect(read(writeCouncilFile(renamed))).toEqual(renamed);
    }),
    { numRuns: 60 },
  );
});

test('a municipality of any name keeps its seats', () => {
  fc.assert(
    fc.property(name, (called) => {
      const text = writeCouncilFile(corner);
      fc.pre(!corner.municipalities.some((one) => one.name === called));
      const rename = (it: string): string => (it === '那珂市' ? called : it);
      const renamed: CouncilFile = JSON.parse(JSON.stringify(corner), (_, value) => {
        if (typeof value === 'string') return rename(value);
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([key, held]) => [rename(key), held]));
      });
      expect(read(writeCouncilFile(renamed))).toEqual(renamed);
      expect(read(text)).toEqual(corner);
    }),
    { numRuns: 40 },
  );
});

test('the order of what has no order does not matter', () => {
  const turned: CouncilFile = {
    ...ibaraki,
    settings: ibaraki.settings.toReversed(),
    municipalities: ibaraki.municipalities.toReversed(),
    people: ibaraki.people.toReversed(),
    channels: ibaraki.channels.toReversed(),
  };
  expect(writeCouncilFile(turned)).toBe(writeCouncilFile(ibaraki));
});
