/** What a person is told in the morning: each thing in one place, and nothing where there is nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, type Instant, instantAt } from '../../src/domain/day.ts';
import { type Digest, digestOf } from '../../src/domain/digest.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Meeting } from '../../src/domain/meeting.ts';

/** A Tuesday; the digest before it was due on Monday at nine. */
const TODAY = day('2026-06-09');
const YESTERDAY = addDays(TODAY, -1);
const SINCE = instantAt(YESTERDAY, 9 * 60);
const LONG_AGO = instantAt(day('2026-04-02'));

const item = (number: number, due: string | undefined, raised: Instant = LONG_AGO, rest: Partial<Item> = {}): Item => ({
  number,
  body: 'kaigo',
  title: '帳票の確認',
  due: due === undefined ? undefined : day(due),
  owner: 'kaigo:082261',
  others: [],
  parts: [],
  priority: 'middle',
  links: [],
  version: 1,
  status: 'open',
  raised: { at: raised, by: 1, seat: 'kaigo:lead' },
  done: undefined,
  ...rest,
});
const meeting = (number: number, on: string, createdAt: Instant = LONG_AGO, rest: Partial<Meeting> = {}): Meeting => ({
  number,
  body: 'kaigo',
  day: day(on),
  start: 14 * 60,
  end: 16 * 60,
  place: undefined,
  link: undefined,
  agenda: [],
  joint: [],
  series: undefined,
  openedAt: undefined,
  closedAt: undefined,
  ordinal: undefined,
  state: 'scheduled',
  uid: `M${number}`,
  sequence: 0,
  createdAt,
  changedAt: createdAt,
  by: { person: 1, seat: 'kaigo:lead' },
  ...rest,
});

const told = (digest: Digest | undefined): string => {
  if (!digest) return 'nothing';
  const sections = {
    fresh: named(digest.fresh),
    overdue: named({ items: digest.overdue, meetings: [] }),
    today: named(digest.today),
    week: named(digest.week),
  };
  return Object.entries(sections)
    .filter(([, things]) => things !== '')
    .map(([section, things]) => `${section}: ${things}`)
    .join('; ');
};
const named = ({ items, meetings }: { items: readonly Item[]; meetings: readonly Meeting[] }): string =>
  [...meetings.map((one) => `M${one.number}`), ...items.map((one) => `K${one.number}`)].join(' ');

const NEW = SINCE;

describe('Where a thing is told on June 9', () => {
  test.each<[title: string, thing: Item | Meeting, section: string]>([
    ['an item raised since', item(1, undefined, NEW), 'fresh: K1'],
    ['one raised since with a due day far off', item(1, '2026-12-01', NEW), 'fresh: K1'],
    ['one raised a moment before the digest was due', item(1, undefined, (SINCE - 1) as Instant), 'nothing'],
    ['one that is overdue', item(1, '2026-06-08'), 'overdue: K1'],
    ['one raised since that is overdue already', item(1, '2026-06-08', NEW), 'overdue: K1'],
    ['one due today', item(1, '2026-06-09'), 'today: K1'],
    ['one raised since and due today', item(1, '2026-06-09', NEW), 'today: K1'],
    ['one due within the week, alone', item(1, '2026-06-12'), 'nothing'],
    ['one without a due day', item(1, undefined), 'nothing'],
    ['one that is on hold and due today', item(1, '2026-06-09', LONG_AGO, { status: 'hold' }), 'today: K1'],
    ['one that is done', item(1, '2026-06-08', NEW, { status: 'done' }), 'nothing'],
    ['one that was taken back', item(1, '2026-06-09', NEW, { status: 'withdrawn' }), 'nothing'],
    ['a meeting called since', meeting(1, '2026-07-01', NEW), 'fresh: M1'],
    ['a meeting of today', meeting(1, '2026-06-09'), 'today: M1'],
    ['a meeting called since, for today', meeting(1, '2026-06-09', NEW), 'today: M1'],
    ['a meeting within the week, alone', meeting(1, '2026-06-12'), 'nothing'],
    ['a meeting that was cancelled', meeting(1, '2026-06-09', NEW, { state: 'cancelled' }), 'nothing'],
    ['a meeting of yesterday', meeting(1, '2026-06-08', NEW), 'nothing'],
  ])('%s', (_, thing, section) => {
    const facts = 'title' in thing ? { items: [thing], meetings: [] } : { items: [], meetings: [thing] };
    expect(told(digestOf(facts, TODAY, SINCE))).toBe(section);
  });

  test('what lies within the week is told beside what is worth telling, seven days ahead and no further', () => {
    const items = [item(1, '2026-06-09'), item(2, '2026-06-16'), item(3, '2026-06-17')];
    const meetings = [meeting(1, '2026-06-10'), meeting(2, '2026-06-16'), meeting(3, '2026-06-17')];
    expect(told(digestOf({ items, meetings }, TODAY, SINCE))).toBe('today: K1; week: M1 M2 K2');
  });

  test('what is on hold past its day is not said to come within the week', () => {
    const held = { status: 'hold' } as const;
    const items = [item(1, '2026-06-09'), item(2, '2026-06-08', LONG_AGO, held), item(3, '2026-06-10', LONG_AGO, held)];
    expect(told(digestOf({ items, meetings: [] }, TODAY, SINCE))).toBe('today: K1; week: K3');
  });

  test('each section begins with what comes first', () => {
    const items = [item(4, '2026-06-05'), item(3, '2026-06-01'), item(2, '2026-06-05'), item(1, '2026-06-09')];
    const meetings = [
      meeting(1, '2026-06-09', LONG_AGO, { start: 900 }),
      meeting(2, '2026-06-09', LONG_AGO, { start: 600 }),
    ];
    expect(told(digestOf({ items, meetings }, TODAY, SINCE))).toBe('overdue: K3 K2 K4; today: M2 M1 K1');
  });

  test('nothing gives no digest', () => {
    expect(digestOf({ items: [], meetings: [] }, TODAY, SINCE)).toBeUndefined();
  });
});

describe('For every morning', () => {
  const days = fc.option(fc.integer({ min: -10, max: 20 }), { nil: undefined, freq: 5 });
  const moments = fc.integer({ min: -3, max: 3 }).map((hours) => (SINCE + hours * 60 * 60_000) as Instant);
  const onDay = (n: number): Day => addDays(TODAY, n);
  const items = fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), days, moments, fc.constantFrom('open', 'open', 'done', 'withdrawn'))
      .map(([number, due, raised, status]) =>
        item(number, due === undefined ? undefined : onDay(due), raised, { status }),
      ),
    { selector: (one) => one.number, maxLength: 12 },
  );
  const meetings = fc.uniqueArray(
    fc
      .tuple(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: -2, max: 20 }),
        moments,
        fc.constantFrom('scheduled', 'scheduled', 'cancelled'),
      )
      .map(([number, on, created, state]) => meeting(number, onDay(on), created, { state })),
    { selector: (one) => one.number, maxLength: 12 },
  );
  const all = ({ fresh, overdue, today, week }: Digest): (Item | Meeting)[] => [
    ...overdue,
    ...[fresh, today, week].flatMap((section) => [...section.items, ...section.meetings]),
  ];

  test('one thing is told once, and only what was given', () => {
    fc.assert(
      fc.property(items, meetings, (i, m) => {
        const digest = digestOf({ items: i, meetings: m }, TODAY, SINCE);
        const things = digest ? all(digest) : [];
        expect(new Set(things).size).toBe(things.length);
        expect([...i, ...m]).toEqual(expect.arrayContaining(things));
      }),
    );
  });

  test('whatever is urgent is told as urgent, and whatever is new is told', () => {
    fc.assert(
      fc.property(items, meetings, (i, m) => {
        const open = i.filter((one) => one.status === 'open');
        const called = m.filter((one) => one.state === 'scheduled');
        const overdue = open.filter((one) => one.due !== undefined && one.due < TODAY);
        const today = [...open.filter((one) => one.due === TODAY), ...called.filter((one) => one.day === TODAY)];
        const fresh = [
          ...open.filter((one) => one.raised.at >= SINCE),
          ...called.filter((one) => one.createdAt >= SINCE && one.day >= TODAY),
        ];
        const digest = digestOf({ items: i, meetings: m }, TODAY, SINCE);
        if (!digest) {
          expect([...overdue, ...today, ...fresh]).toEqual([]);
          return;
        }
        expect(new Set(digest.overdue)).toEqual(new Set(overdue));
        expect(new Set([...digest.today.items, ...digest.today.meetings])).toEqual(new Set(today));
        expect(all(digest)).toEqual(expect.arrayContaining(fresh));
      }),
    );
  });

  test('nothing closed or over is told', () => {
    fc.assert(
      fc.property(items, meetings, (i, m) => {
        const digest = digestOf({ items: i, meetings: m }, TODAY, SINCE);
        for (const thing of digest ? all(digest) : []) {
          expect('title' in thing ? thing.status : thing.state).toMatch(/^(?:open|scheduled)$/u);
        }
      }),
    );
  });

  test('the digest does not depend on the order of what was given', () => {
    fc.assert(
      fc.property(items, meetings, (i, m) => {
        const backwards = digestOf({ items: i.toReversed(), meetings: m.toReversed() }, TODAY, SINCE);
        expect(told(backwards)).toBe(told(digestOf({ items: i, meetings: m }, TODAY, SINCE)));
      }),
    );
  });
});
