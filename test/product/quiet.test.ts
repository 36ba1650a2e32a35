/**
 * Sixty days of phase 1, told: 25 working groups meet 39 times and keep a list of homework, of which most is done in time, some
 * late and some never. Nobody has more than one digest a day, and nobody's day is loud.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { addBusinessDays, isBusinessDay } from '../../src/domain/businessDay.ts';
import { addDays, type Day, day, instantAt } from '../../src/domain/day.ts';
import { carried } from '../../src/job/job.ts';
import { digestJob } from '../../src/jobs/digest.ts';
import { overviewJob } from '../../src/jobs/overview.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';

const [FIRST, DAYS, COUNCIL] = [day('2026-06-01'), 60, 'ibaraki'];
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase(await officeBeginning(await officeCouncil()));
  store = openStore(database.pool);
});
afterAll(async () => {
  await store.close();
  await database.close();
});

test('at most 1.3 messages a person a business day, of which one is a digest', { timeout: 60_000 }, async () => {
  const council = store.council(COUNCIL);
  const { bodies } = await council.chart();
  const groups = bodies.filter((one) => one.kind === 'workingGroup').map((one) => one.slug);
  expect(groups).toHaveLength(25);
  const tenures = await council.tenuresOn(FIRST);
  const people = new Set(tenures.map((one) => one.person));
  const sits = (body: string): number[] => [
    ...new Set(tenures.filter((one) => one.seat.body === body).map((one) => one.person)),
  ];
  const heard = new Map<number, number>();
  const hear = (person: number): void => void heard.set(person, (heard.get(person) ?? 0) + 1);
  const jobs = [digestJob(officeCalendar), overviewJob(officeCalendar)];
  let [businessDays, digests, met] = [0, 0, 0];

  for (let n = 0; n < DAYS; n += 1) {
    const today = addDays(FIRST, n);
    const calendar = { ...officeCalendar(today), closed: await council.closedDays(today) };
    if (!isBusinessDay(today, calendar)) continue;
    businessDays += 1;
    for (const job of jobs)
      for await (const planned of job.plan(instantAt(today, 9 * 60), store)) {
        const onDay = new Set<number>();
        for (const { to } of planned.posts) {
          if ('person' in to) {
            expect(onDay.has(to.person)).toBe(false);
            onDay.add(to.person);
            digests += 1;
            hear(to.person);
          } else if ('body' in to) sits(to.body).forEach(hear);
        }
        await store.act(planned.councilId, async (acting) => {
          const { posts, refresh } = await carried(planned, acting);
          await enqueue(acting.tx, planned.councilId, posts, refresh, instantAt(today, 9 * 60));
        });
      }
    // A meeting on most days, called on the day; each leaves two pieces of homework.
    const body = groups[businessDays % groups.length] ?? '';
    if (met < 39) {
      met += 1;
      sits(body).forEach(hear);
      await store.act(COUNCIL, (acting) => homework(acting.items, body, today));
      sits(body).forEach(hear);
      sits(body).forEach(hear);
    }
    for (const item of await council.items.open()) {
      const late = item.number % 5;
      const doneOn = item.due && addBusinessDays(item.due, late - 3, calendar);
      if (late < 4 && doneOn && doneOn <= today)
        await store.act(COUNCIL, (acting) =>
          acting.items.change(item, { status: 'done' }, { ...step(today), kind: 'done', seat: item.owner }),
        );
    }
  }

  const average = [...heard.values()].reduce((sum, one) => sum + one, 0) / people.size / businessDays;
  const loudest = Math.max(...heard.values()) / businessDays;
  console.log(
    `${businessDays} days, ${people.size} people, ${digests} digests: ${average.toFixed(2)} on average, ${loudest.toFixed(2)} at most`,
  );
  expect(met).toBe(39);
  expect(average).toBeLessThanOrEqual(1.3);
  expect(loudest).toBeLessThanOrEqual(1.3);

  async function homework(items: typeof council.items, body: string, on: Day): Promise<void> {
    const [raiser, ...others] = tenures.filter((one) => one.seat.body === body && one.seat.role === 'member');
    const owner = others[on.charCodeAt(9) % Math.max(others.length, 1)] ?? raiser;
    for (const wait of [5, 10])
      await items.add({
        body,
        title: `${on} の宿題(${wait}日)`,
        due: addBusinessDays(on, wait, officeCalendar(on)),
        owner: owner?.seat.id,
        raised: { at: instantAt(on, 16 * 60), by: raiser?.person ?? 1, seat: raiser?.seat.id ?? '' },
      });
  }
});

const step = (on: Day) => ({ at: instantAt(on, 17 * 60), person: undefined });
