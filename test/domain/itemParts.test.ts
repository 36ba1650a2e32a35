/** An item that several owe: parts come in, are taken back and pass on in any order, and nobody's is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../src/domain/day.ts';
import { type Item, type ItemEntry, type ItemState, isLive, lackingOf, ownersOf } from '../../src/domain/item.ts';
import { takenBack, undoable } from '../../src/domain/itemHistory.ts';
import { progressOf, reassigned, reopened, reported } from '../../src/domain/itemParts.ts';

/** An item with its history, as the store keeps it. */
interface Kept {
  readonly item: Item;
  readonly entries: readonly ItemEntry[];
}

const begun = (...owners: string[]): Kept => {
  const raised = { at: instant(0), by: 0, seat: 'lead' };
  const [owner, ...others] = owners;
  const item: Item = {
    ...{ number: 45, body: 'kaigo', title: '現行運用を調べる', due: undefined, owner, others, parts: [], links: [] },
    ...{ priority: 'middle', status: 'open', raised, done: undefined, version: 1 },
  };
  return { item, entries: [entryOf(1, 'added', 0, {}, {})] };
};

const entryOf = (
  serial: number,
  kind: ItemEntry['kind'],
  by: number,
  before: Partial<ItemState>,
  after: Partial<ItemState>,
  undoes?: number,
): ItemEntry => ({
  serial,
  kind,
  by,
  before,
  after,
  undoes,
  ...{ at: instant(serial), seat: 'x', words: undefined, version: serial },
});

function changed(
  { item, entries }: Kept,
  kind: ItemEntry['kind'],
  by: number,
  state: Partial<ItemState>,
  undoes?: number,
): Kept {
  const next = { ...item, ...state };
  const named = (of: ItemState) =>
    JSON.parse(JSON.stringify(Object.fromEntries(Object.keys(state).map((key) => [key, of[key as keyof ItemState]]))));
  return { item: next, entries: [...entries, entryOf(entries.length + 1, kind, by, named(item), named(next), undoes)] };
}

/** Who holds which seat: 1 holds a, 2 holds b. */
const holderOf = (seat: string): number => seat.charCodeAt(0) - 96;
const done = (kept: Kept, seat: string, end: 'done' | 'awaiting' = 'done'): Kept =>
  isLive(kept.item) && kept.item.status !== 'awaiting' && lackingOf(kept.item).includes(seat)
    ? changed(
        kept,
        'part',
        holderOf(seat),
        reported(kept.item, [seat], { at: instant(kept.entries.length + 1), by: 1 }, end),
      )
    : kept;
const undo = (kept: Kept, person: number, since: Instant = instant(0)): Kept => {
  const step = undoable(kept.entries, { person, since });
  if (!step || step.by !== person) return kept;
  return changed(kept, 'undo', person, takenBack(kept.item, kept.entries, step, 'done'), step.serial);
};
const pass = (kept: Kept, ...seats: string[]): Kept =>
  isLive(kept.item) ? changed(kept, 'assign', 0, reassigned(kept.item, seats, 'done')) : kept;

const stand = ({ item }: Kept) =>
  `${item.status} ${item.parts
    .map((one) => one.seat)
    .toSorted()
    .join('')}/${ownersOf(item).join('')}`;

describe('An item that several owe', () => {
  const abc = begun('a', 'b', 'c');
  const ab = done(done(abc, 'a'), 'b');
  test.each<[title: string, kept: Kept, stands: string]>([
    ['a part is in: the others owe theirs', done(abc, 'b'), 'open b/abc'],
    ['a part that comes again changes nothing', done(done(abc, 'b'), 'b'), 'open b/abc'],
    ['the last part ends it', done(ab, 'c'), 'done abc/abc'],
    ['or awaits the confirmation', done(ab, 'c', 'awaiting'), 'awaiting abc/abc'],
    ['one’s own part is taken back, though another’s came after it', undo(ab, 1), 'open b/abc'],
    ['the last part taken back opens it again as it was', undo(done(ab, 'c'), 3), 'open ab/abc'],
    ['a part taken back after the last one came opens it too', undo(done(ab, 'c'), 1), 'open bc/abc'],
    ['who is taken out takes their part along, the others keep theirs', pass(ab, 'b', 'c'), 'open b/bc'],
    ['who is added owes a part', pass(ab, 'a', 'b', 'c', 'd'), 'open ab/abcd'],
    ['where nobody lacks any more, passing on ends it', pass(ab, 'a', 'b'), 'done ab/ab'],
    ['taken back, it is as before', undo(pass(ab, 'a', 'b'), 0), 'open ab/abc'],
    ['taken back, who was taken out has their part again', undo(pass(ab, 'b', 'c'), 0), 'open ab/abc'],
    [
      'passing on is taken back, and a part that came since stays',
      undo(done(pass(ab, 'b', 'c', 'd'), 'c'), 0),
      'done abc/abc',
    ],
    [
      'opened again, all owe anew',
      changed(done(ab, 'c'), 'status', 0, reopened(done(ab, 'c').item, 'doing')),
      'doing /abc',
    ],
    ['on hold, the parts stay', changed(ab, 'status', 0, reopened(ab.item, 'hold')), 'hold ab/abc'],
  ])('%s', (_, kept, stands) => {
    expect(stand(kept)).toBe(stands);
  });

  test('of one owner there is no part to speak of', () => {
    expect(progressOf(begun('a').item)).toBeUndefined();
    expect(progressOf(done(abc, 'b').item)).toMatchObject({ lacking: ['a', 'c'], of: 3 });
  });
});

describe('In any order', () => {
  const seat = fc.constantFrom('a', 'b', 'c', 'd');
  const owners = fc.uniqueArray(seat, { minLength: 2, maxLength: 4 });
  const step = fc.oneof(
    { weight: 4, arbitrary: seat.map((one) => (kept: Kept) => done(kept, one)) },
    { weight: 2, arbitrary: seat.map((one) => (kept: Kept) => undo(kept, holderOf(one))) },
    { weight: 1, arbitrary: owners.map((list) => (kept: Kept) => pass(kept, ...list)) },
    { weight: 1, arbitrary: fc.constant((kept: Kept) => undo(kept, 0)) },
  );

  test('it ends exactly where nobody lacks; nobody but an owner has a part; a step leaves the others’ parts', () => {
    fc.assert(
      fc.property(owners, fc.array(step, { maxLength: 12 }), (list, steps) => {
        let kept = begun(...list);
        for (const one of steps) {
          const before = kept.item.parts.map(({ seat: of }) => of);
          kept = one(kept);
          const { item } = kept;
          if (item.status === 'withdrawn') return;
          expect(item.parts.every((part) => ownersOf(item).includes(part.seat))).toBe(true);
          expect(new Set(item.parts.map((part) => part.seat)).size).toBe(item.parts.length);
          expect(item.status === 'done').toBe(lackingOf(item).length === 0);
          const last = kept.entries.at(-1);
          const lost = before.filter((of) => ownersOf(item).includes(of) && lackingOf(item).includes(of));
          if (last?.kind === 'part') expect(lost).toEqual([]);
          if (last?.kind === 'undo' && last.by) expect(lost.every((of) => holderOf(of) === last.by)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('each owner’s last word counts, however theirs and the others’ come one after the other', () => {
    const script = fc.array(fc.boolean(), { maxLength: 4 });
    fc.assert(
      fc.property(script, script, script, fc.array(fc.nat(2), { maxLength: 30 }), (...[a, b, c, turns]) => {
        const scripts = { a, b, c };
        const left = { a: [...a], b: [...b], c: [...c] };
        let kept = begun('a', 'b', 'c');
        const play = (of: 'a' | 'b' | 'c'): void => {
          const says = left[of].shift();
          if (says === undefined) return;
          const reportedNow = !lackingOf(kept.item).includes(of);
          if (says && isLive(kept.item)) kept = done(kept, of);
          if (!says && reportedNow) kept = undo(kept, holderOf(of));
        };
        for (const turn of turns) play((['a', 'b', 'c'] as const)[turn] ?? 'a');
        for (const of of ['a', 'b', 'c'] as const) while (left[of].length > 0) play(of);
        const last = (Object.entries(scripts) as [string, boolean[]][])
          .filter(([, says]) => says.at(-1))
          .map(([of]) => of);
        expect(kept.item.parts.map((one) => one.seat).toSorted()).toEqual(last);
        expect(kept.item.status).toBe(last.length === 3 ? 'done' : 'open');
      }),
      { numRuns: 300 },
    );
  });
});
