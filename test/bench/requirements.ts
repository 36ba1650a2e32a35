/**
 * How fast requirements are found and decided when there are many, as ratios in one run. By hand, on PostgreSQL:
 *
 *   . .ci/postgres; postgres_start; npm run bench; postgres_stop
 *
 * Search is measured at 100,000 requirements (the sample's, repeated) against a row read by its key; what deciding reads
 * and writes at 3,000,000 against the sample's 3,069. Two numbers after it (`npm run bench -- 10000 30000`) are other
 * sizes.
 */
import { performance } from 'node:perf_hooks';
import { day, instant } from '../../src/domain/day.ts';
import { type CouncilStore, openStore, type Store } from '../../src/store/store.ts';
import { type TestDatabase, testDatabase, testServer } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';

if (testServer === undefined) throw new Error('TEST_DATABASE_URL names no server: PGlite measures something else');
const [SEARCHED = 100_000, MANY = 3_000_000] = process.argv.slice(2).map(Number);
const SAMPLE = 3_069;
const TIMES = 300;
const COUNCIL = 'ibaraki';
const NOW = instant(Date.parse('2026-06-01T10:00:00+09:00'));

interface Place {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly council: CouncilStore;
  requirements: number;
}

async function place(): Promise<Place> {
  const database = await testDatabase(await officeBeginning(await officeCouncil()));
  const store = openStore(database.pool);
  return { database, store, council: store.council(COUNCIL), requirements: SAMPLE };
}

/** What fills a place may take longer than an act may. */
async function patiently(at: Place, sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = await at.database.pool.connect();
  await client.query('SET statement_timeout = 0');
  await client.query(sql, [...values]);
  await client.query('RESET statement_timeout');
  client.release();
}

/** The sample's requirements again and again; beyond those to be searched without their pairs, which nothing reads then. */
async function grow(at: Place, to: number, searchable: boolean): Promise<void> {
  const began = performance.now();
  await patiently(
    at,
    `INSERT INTO requirement (council_id, number, system_slug, function_id, category, text, class, convenience, cost,
       alternative, bigrams, import_id, specified_at)
     SELECT r.council_id, r.number + k * ${SAMPLE}, r.system_slug, r.function_id || '-' || k, r.category, r.text, r.class,
       r.convenience, r.cost, r.alternative, CASE WHEN $2 THEN r.bigrams ELSE '{}' END, r.import_id, r.specified_at
     FROM requirement r, generate_series($3::int, $4::int) AS k
     WHERE r.council_id = $1 AND r.number <= ${SAMPLE}`,
    [COUNCIL, searchable, at.requirements / SAMPLE, Math.ceil(to / SAMPLE) - 1],
  );
  at.requirements = Math.ceil(to / SAMPLE) * SAMPLE;
  await patiently(at, 'VACUUM ANALYZE requirement');
  console.log(`${at.requirements} requirements after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}

/** A third of them decided, a hundred at a time. */
async function decideMany(at: Place): Promise<void> {
  const decisions = Math.floor(at.requirements / 300);
  await patiently(
    at,
    `INSERT INTO decision (council_id, id, fiscal_year, serial, outcome, level, basis, body_slug, at, person_id, seat_id,
       code, on_behalf)
     SELECT $1, n, 2025, n, 'standard', 'agreed', 'provisional', 'kaigo', '2025-06-01', p.id, 'kaigo:lead', '082261', false
     FROM generate_series(1, ${decisions}) AS n, (SELECT min(id) AS id FROM person) AS p`,
    [COUNCIL],
  );
  await patiently(
    at,
    `INSERT INTO decision_line (council_id, number, sequence, decision_id)
     SELECT $1, n, 1, (n - 1) / 100 + 1 FROM generate_series(1, ${decisions * 100}) AS n`,
    [COUNCIL],
  );
  await patiently(
    at,
    `INSERT INTO counter (council_id, name, value) VALUES ($1, 'decision', ${decisions})
    ON CONFLICT (council_id, name) DO UPDATE SET value = excluded.value`,
    [COUNCIL],
  );
  await patiently(at, 'VACUUM ANALYZE decision, decision_line');
}

interface Measured {
  readonly median: number;
  readonly late: number;
}

/** Milliseconds: the median and the 95th of a hundred, once it is warm. */
async function measure(times: number, run: (turn: number) => Promise<unknown>): Promise<Measured> {
  for (let turn = 0; turn < 20; turn += 1) await run(turn);
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await run(turn);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return { median: took[Math.floor(times / 2)] ?? 0, late: took[Math.floor(times * 0.95)] ?? 0 };
}

const ms = ({ median, late }: Measured): string => `${median.toFixed(2)} ms (95%: ${late.toFixed(2)})`;

/** Some number of them, far from the last one. */
const someOf = (at: Place, turn: number): number => ((turn * 7_919 * 31) % at.requirements) + 1;

async function searching(at: Place): Promise<void> {
  const key = await measure(TIMES, (turn) =>
    at.database.pool.query('SELECT text FROM requirement WHERE council_id = $1 AND number = $2', [
      COUNCIL,
      someOf(at, turn),
    ]),
  );
  console.log(`a row by its key: ${ms(key)}`);
  const searches: readonly (readonly [words: string, systems: Readonly<Record<string, readonly string[]>>])[] = [
    ['督促', {}],
    ['一括登録 端末', {}],
    ['滞納 督促', { 滞納: ['kokuho-taino'] }],
    ['国保 督促', { 国保: ['kokuho-shikaku', 'kokuho-fuka', 'kokuho-kyufu', 'kokuho-taino'] }],
    ['2402023', {}],
    ['存在しない', {}],
    ['CSV', {}],
    ['一覧', {}],
  ];
  for (const [typed, systems] of searches) {
    const words = typed.split(' ').map((word) => ({ word, systems: systems[word] ?? [] }));
    for (const state of ['all', 'open'] as const) {
      const filter = { systems: undefined, state, words, alternatives: true };
      const { total } = await at.council.requirements.list(filter, { from: 0, size: 20 });
      const found = await measure(total > 5_000 ? 20 : TIMES / 3, () =>
        at.council.requirements.list(filter, { from: 0, size: 20 }),
      );
      console.log(`${typed} (${state}), ${total} found: ${ms(found)}, ${(found.median / key.median).toFixed(1)} keys`);
    }
  }
}

async function deciding(small: Place, large: Place): Promise<void> {
  const person = (await small.database.pool.query('SELECT min(id) AS id FROM person')).rows[0]?.id as number;
  const acts: Readonly<Record<string, (at: Place, turn: number) => Promise<unknown>>> = {
    'one shown': (at, turn) => at.council.requirements.byNumber(someOf(at, turn)),
    'its history': (at, turn) => at.council.decisions.history(someOf(at, turn)),
    'one locked with what stands on it': (at, turn) =>
      at.store.act(COUNCIL, (acting) => acting.decisions.lock([someOf(at, turn)])),
    'locked and decided': (at, turn) =>
      at.store.act(COUNCIL, async (acting) => {
        const numbers = [someOf(at, turn)];
        await acting.decisions.lock(numbers);
        return acting.decisions.record({
          numbers,
          outcome: 'levelup',
          note: undefined,
          level: 'agreed',
          basis: { kind: 'provisional' },
          body: 'kaigo',
          at: NOW,
          on: day('2026-06-01'),
          by: { person, seat: 'kaigo:lead', municipality: '082261' },
          onBehalf: false,
        });
      }),
  };
  for (const [name, act] of Object.entries(acts)) {
    const few = await measure(TIMES, (turn) => act(small, turn));
    const many = await measure(TIMES, (turn) => act(large, turn));
    const again = await measure(TIMES, (turn) => act(small, turn));
    const base = Math.min(few.median, again.median);
    console.log(
      `${name}: ${small.requirements} ${ms(few)}, ${large.requirements} ${ms(many)}, ratio ${(many.median / base).toFixed(2)}`,
    );
  }
}

const small = await place();
const large = await place();
await grow(large, SEARCHED, true);
await decideMany(large);
await searching(large);
await patiently(
  large,
  `ALTER TABLE decision_line DISABLE TRIGGER ALL; DELETE FROM decision_line;
  ALTER TABLE decision_line ENABLE TRIGGER ALL; ALTER TABLE decision DISABLE TRIGGER ALL; DELETE FROM decision;
  ALTER TABLE decision ENABLE TRIGGER ALL`,
);
await grow(large, MANY, false);
await decideMany(large);
await decideMany(small);
await deciding(small, large);
for (const at of [small, large]) {
  await at.store.close();
  await at.database.close();
}
