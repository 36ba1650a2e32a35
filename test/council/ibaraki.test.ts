/** The council of the source as its file says it: the numbers of the document, and our readings of what it leaves open. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accountHolders } from '../../src/bin/cast.ts';
import { readCouncilFile } from '../../src/council/file.ts';
import { seatsOf, tenuresOf } from '../../src/council/seats.ts';
import { writeCouncilFile } from '../../src/council/write.ts';
import { day } from '../../src/domain/day.ts';
import { plain } from '../../src/text/text.ts';

const written = readFileSync(new URL('../../prisma/ibaraki.yaml', import.meta.url), 'utf8');
const result = readCouncilFile(written);
if ('problems' in result)
  throw new Error(result.problems.map((one) => `${one.line}: ${plain(one.expected.en)}`).join('\n'));
const { council } = result;

test('the bodies are those of the document: 5, 8, 7 and 4 working groups and one for what is common to all', () => {
  const under = (parent: string) => council.bodies.filter((one) => one.parent === parent).map(({ name }) => name);
  expect(under('council')).toEqual([
    'プロジェクトチーム',
    '住民業務部会',
    '税業務部会',
    '福祉業務部会',
    '総合業務部会',
  ]);
  expect(['jumin', 'zei', 'fukushi', 'sogo'].map((slug) => under(slug).length)).toEqual([5, 8, 7, 4]);
  expect(under('project-team')).toEqual(['外字管理WG']);
});

test('the table of 33 businesses has 42 rows, two of them without a number, each with one working group', () => {
  expect(council.systems).toHaveLength(42);
  expect(new Set(council.systems.flatMap(({ no }) => no?.split('-')[0] ?? [])).size).toBe(33);
  expect(council.systems.filter(({ no }) => no === undefined).map(({ name }) => name)).toEqual([
    'コンビニ収納',
    'クレジット収納',
  ]);
  const groups = council.bodies.filter(({ kind }) => kind === 'workingGroup').map(({ slug }) => slug);
  expect(new Set(council.systems.map(({ workingGroup }) => workingGroup))).toEqual(new Set(groups));
});

test('every body has a seat for each of the four municipalities; one member seat and five leads are vacant', () => {
  const seats = seatsOf(council);
  const vacant = seats.filter(({ id }) => !tenuresOf(council).some(({ seat }) => seat.id === id));
  expect(seats.filter(({ role }) => role === 'member')).toHaveLength(31 * 4);
  expect(seats.filter(({ role }) => role === 'information')).toHaveLength(4);
  expect(seats.filter(({ role }) => role === 'lead')).toHaveLength(29);
  expect(vacant.map(({ id }) => id)).toEqual([
    'sogo:lead',
    'jido-kofu:085421',
    'image:lead',
    'kenko:lead',
    'sangyo:lead',
    'gaiji:lead',
  ]);
});

test('a clerk sits in several working groups, and everybody listed sits somewhere', () => {
  const tenures = tenuresOf(council);
  const groupsOf = (person: string) =>
    new Set(tenures.filter((one) => one.person === person).map((one) => one.seat.body));
  expect(council.people.filter(({ slug }) => groupsOf(slug).size === 0)).toEqual([]);
  expect(council.people.filter(({ slug }) => groupsOf(slug).size > 1).length).toBeGreaterThan(30);
});

test('every seat that is held is held without a gap since the first day', () => {
  const tenures = tenuresOf(council).filter(({ deputy }) => !deputy);
  for (const { id } of seatsOf(council)) {
    const held = tenures.filter(({ seat }) => seat.id === id);
    const open = held.filter(({ until }) => until === undefined);
    expect(held.length === 0 || (held[0]?.from === '2016-04-01' && open.length > 0), id).toBe(true);
  }
});

test('written back, the file is the same apart from its comments', () => {
  const bare = written.replaceAll(/^ *#.*\n/gm, '').replace(/^\n+/, '');
  expect(writeCouncilFile(council)).toBe(bare);
  expect(readCouncilFile(writeCouncilFile(council))).toEqual({ council });
});

test('in the practice room an account that was given on has the name of who holds it that day', () => {
  const named = (on: string) => accountHolders(council.people, day(on)).get('U0NAKA18')?.name;
  expect(named('2026-06-01')).toBe('和田 幸子');
  expect(named('2018-06-01')).toBe('永井 淑子');
});
