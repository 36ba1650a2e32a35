/**
 * How fast requirements are found and decided when there are many, as ratios in one run. By hand, on PostgreSQL and, without
 * a server, on the embedded database:
 *
 *   . .ci/postgres; postgres_start; npm run bench; postgres_stop
 *   npm run bench
 *
 * Search is measured at 100,000 requirements (the sample's, repeated) against a row read by its key; what deciding reads
 * and writes at 3,000,000, which need a server, against the sample's 3,069. Two numbers after it
 * (`npm run bench -- 10000 30000`) are other sizes.
 *
 * Measured on two cores with PostgreSQL 15, medians at 101,277 requirements: words of two characters with any filter 2 to
 * 4.5 ms, whether 231 or 101,277 are found, all of them counted. Longer words take 0.8 to 5 ms, found or not; where very
 * many would have to be looked into, their count is one of `so many or more`, never in a council of 4,096 requirements or
 * fewer. A word with other spellings (取り込み, 取込) takes as long as a long one. Only a word cut together so that all its runs
 * stand apart in many requirements takes longer: 24 to 30 ms for one whose runs stand in every sixteenth. Deciding takes 1.02
 * times as long at 3,001,482 as at 3,069.
 */
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { day, instant } from '../../src/domain/day.ts';
import type { RequirementFilter } from '../../src/domain/traits.ts';
import { type CouncilStore, openStore, type Store } from '../../src/store/store.ts';
import { type TestDatabase, testDatabase, testServer } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';

const [SEARCHED = 100_000, MANY = testServer ? 3_000_000 : 0] = process.argv.slice(2).map(Number);
const SAMPLE = 3_069;
/** From a copy of the sample to the next: whole blocks of traits. */
const STEP = 3_072;
const TIMES = 200;
const COUNCIL = 'ibaraki';
const NOW = instant(Date.parse('2026-06-01T10:00:00+09:00'));

interface Place {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly council: CouncilStore;
  copies: number;
}

async function place(): Promise<Place> {
  const database = await testDatabase(await officeBeginning(await officeCouncil()));
  const store = openStore(database.pool);
  return { database, store, council: store.council(COUNCIL), copies: 1 };
}

/** What fills a place may take longer than an act may: over a connection of its own. */
async function patiently(at: Place, sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: at.database.url });
  await client.connect();
  await client.query(sql, [...values]);
  await client.end();
}

/** The sample's requirements again and again, a third of them decided; beyond those to be searched without what finds them. */
async function grow(at: Place, to: number, searchable: boolean): Promise<void> {
  const began = performance.now();
  const copies = Math.max(at.copies, Math.ceil(to / SAMPLE));
  await patiently(
    at,
    `INSERT INTO requirement (council_id, number, system_slug, function_id, category, text, class, convenience, cost,
       alternative, folded, folded_alternative, import_id, specified_at)
     SELECT r.council_id, r.number + k * ${STEP}, r.system_slug, r.function_id || '-' || k, r.category, r.text, r.class,
       r.convenience, r.cost, r.alternative, r.folded, r.folded_alternative, r.import_id, r.specified_at
     FROM requirement r, generate_series($2::int, $3::int) AS k
     WHERE r.council_id = $1 AND r.number <= ${SAMPLE}`,
    [COUNCIL, at.copies, copies - 1],
  );
  if (searchable) {
    await patiently(
      at,
      `INSERT INTO requirement_trait (council_id, trait, block, bits)
       SELECT council_id, trait, block + k * ${STEP / 1_024}, bits FROM requirement_trait, generate_series($2::int, $3::int) AS k
       WHERE council_id = $1 AND block < ${STEP / 1_024}`,
      [COUNCIL, at.copies, copies - 1],
    );
  }
  at.copies = copies;
  await patiently(at, 'VACUUM ANALYZE requirement, requirement_trait');
  const took = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(`${copies * SAMPLE} requirements, added in ${took} s`);
}

/** Every third that nothing stands on yet is decided, a hundred at a time, with all outcomes. */
async function decideMany(at: Place): Promise<void> {
  const most = at.copies * STEP;
  const decision = 'number / 300 + 1';
  await patiently(
    at,
    `INSERT INTO decision (council_id, id, fiscal_year, serial, outcome, level, basis, body_slug, at, person_id,
       seat_id, code, on_behalf)
     SELECT $1, n, 2025, n, (ARRAY['standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw'])[n % 6 + 1],
       'agreed', CASE WHEN n % 7 = 0 THEN 'provisional' ELSE 'meeting' END, 'kaigo',
       CASE WHEN n % 5 = 0 THEN '2020-06-01' ELSE '2026-05-01' END::timestamptz, p.id, 'kaigo:lead', '082261', false
     FROM generate_series(1, ${most} / 300 + 1) AS n, (SELECT min(id) AS id FROM person) AS p ON CONFLICT DO NOTHING`,
    [COUNCIL],
  );
  const some = 'council_id = $1 AND number % 3 = 0 AND standing IS NULL';
  await patiently(
    at,
    `INSERT INTO decision_line (council_id, number, sequence, decision_id)
     SELECT council_id, number, 1, ${decision} FROM requirement WHERE ${some}`,
    [COUNCIL],
  );
  await patiently(at, `UPDATE requirement SET standing = ${decision} WHERE ${some}`, [COUNCIL]);
  await patiently(
    at,
    `WITH found AS (
       SELECT r.number, unnest(ARRAY[' decided', ' outcome ' || d.outcome]
         || CASE WHEN d.basis = 'provisional' THEN ARRAY[' provisional'] END
         || CASE WHEN d.at < r.specified_at THEN ARRAY[' review'] END) AS trait
       FROM requirement r JOIN decision d ON d.council_id = r.council_id AND d.id = r.standing WHERE r.council_id = $1)
     INSERT INTO requirement_trait (council_id, trait, block, bits)
     SELECT $1, trait, number / 1024, bit_or(set_bit(0::bit(1024), number % 1024, 1)) FROM found GROUP BY 2, 3
     ON CONFLICT (council_id, trait, block) DO UPDATE SET bits = excluded.bits`,
    [COUNCIL],
  );
  await patiently(
    at,
    `INSERT INTO counter (council_id, name, value) VALUES ($1, 'decision', ${most})
    ON CONFLICT (council_id, name) DO UPDATE SET value = excluded.value`,
    [COUNCIL],
  );
  await patiently(at, 'VACUUM ANALYZE requirement, requirement_trait, decision, decision_line');
}

interface Measured {
  /** What it takes where others do not disturb. */
  readonly best: number;
  readonly median: number;
  readonly late: number;
}

type Run = (turn: number) => Promise<unknown>;

/** Milliseconds: the 10th, 50th and 95th of a hundred, once it is warm. */
async function measure(run: Run): Promise<Measured> {
  const [measured] = await measureInTurns(run);
  if (!measured) throw new Error('nothing was measured');
  return measured;
}

/** The same of several, in turns: whatever else the machine does, it does to all of them. */
async function measureInTurns(...runs: readonly Run[]): Promise<Measured[]> {
  const took = runs.map((): number[] => []);
  for (let turn = -20; turn < TIMES; turn += 1) {
    for (const [i, run] of runs.entries()) {
      const began = performance.now();
      await run(turn + 20);
      if (turn >= 0) took[i]?.push(performance.now() - began);
    }
  }
  return took.map((all) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(TIMES * share)] ?? 0;
    return { best: at(0.1), median: at(0.5), late: at(0.95) };
  });
}

const ms = ({ best, median, late }: Measured): string =>
  `${median.toFixed(2)} ms (10%: ${best.toFixed(2)}, 95%: ${late.toFixed(2)})`;

/** Some number of them, far from the last one. */
const someOf = (at: Place, turn: number): number =>
  ((turn * 7_919) % at.copies) * STEP + ((turn * 7_919 * 31) % SAMPLE) + 1;

async function searching(at: Place): Promise<void> {
  const key = await measure((turn) =>
    at.database.pool.query('SELECT text FROM requirement WHERE council_id = $1 AND number = $2', [
      COUNCIL,
      someOf(at, turn),
    ]),
  );
  console.log(`a row by its key: ${ms(key)}`);
  const kokuho = { 国保: ['kokuho-shikaku', 'kokuho-fuka', 'kokuho-kyufu', 'kokuho-taino'] };
  const sought = (typed: string, systems: Readonly<Record<string, readonly string[]>> = {}) => ({
    words: typed.split(' ').map((word) => ({ word, systems: systems[word] ?? [] })),
    alternatives: true,
  });
  const { rounds, vendors } = await at.council.sources();
  const round = rounds.at(-1)?.slug ?? '';
  const vendor = vendors[0]?.slug;
  const searches: Readonly<Record<string, Partial<RequirementFilter>>> = {
    督促: sought('督促'),
    '督促 未決': { ...sought('督促'), state: 'open' },
    '国保 督促': sought('国保 督促', kokuho),
    '一括登録 端末': sought('一括登録 端末'),
    '督促 こと (rare, frequent)': sought('督促 こと'),
    '機能ID 2402023': sought('2402023'),
    存在しない: sought('存在しない'),
    'を確認でき、 (nowhere, its pairs in every eighth)': sought('を確認でき、'),
    'ること日 (the same)': sought('ること日'),
    '動日・処理者 (nowhere, its runs in every sixteenth)': sought('動日・処理者'),
    '7040404 (a 機能ID that is not)': sought('7040404'),
    '取り込み (or 取込)': sought('取り込み'),
    '受付 (or 受け付け)': sought('受付'),
    '届出書 未決 (or 届け出書)': { ...sought('届出書'), state: 'open' },
    '打ち合わせ資料 (or four others)': sought('打ち合わせ資料'),
    '申込書取込 登録済 (or eleven others)': sought('申込書取込 登録済'),
    CSV: sought('CSV'),
    'CSV 未決': { ...sought('CSV'), state: 'open' },
    一覧: sought('一覧'),
    '一覧 未決': { ...sought('一覧'), state: 'open' },
    こと: sought('こと'),
    'できること。 (long, in nearly all)': sought('できること。'),
    '一覧 業務:介護保険': { ...sought('一覧'), systems: ['kaigo'] },
    '一覧 仮記録': { ...sought('一覧'), state: 'provisional' },
    '一覧 要再確認': { ...sought('一覧'), state: 'review' },
    '一覧 結果:代替案': { ...sought('一覧'), state: 'decided', outcomes: ['alternative'] },
    '一覧 △×': { ...sought('一覧'), marks: { round, of: ['△', '×'] } },
    '一覧 結果:代替案 ◎ 介護保険': {
      ...sought('一覧'),
      systems: ['kaigo'],
      outcomes: ['alternative'],
      marks: { round, of: ['◎'] },
    },
    '一覧 必須': { ...sought('一覧'), classes: ['mandatory'] },
    '一覧 要検討 未決': { ...sought('一覧'), state: 'open', toConsider: { round } },
    '要検討 A社': { toConsider: { round, vendor } },
    すべて: {},
  };
  for (const [name, asked] of Object.entries(searches)) {
    const filter = { systems: undefined, state: 'all', ...asked } as const;
    const { total, more } = await at.council.requirements.list(filter, { from: 0, size: 20 });
    const found = await measure(() => at.council.requirements.list(filter, { from: 0, size: 20 }));
    const count = `${total}${more ? ' or more' : ''} found`;
    console.log(`${name}, ${count}: ${ms(found)}, ${(found.median / key.median).toFixed(1)} keys`);
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
    const [few, many] = await measureInTurns(
      (turn) => act(small, turn),
      (turn) => act(large, turn),
    );
    if (!few || !many) return;
    const ratio = (many.median / few.median).toFixed(2);
    const best = (many.best / few.best).toFixed(2);
    console.log(
      `${name}: ${small.copies * SAMPLE} ${ms(few)}, ${large.copies * SAMPLE} ${ms(many)}, ratio ${ratio} (10%: ${best})`,
    );
  }
}

const large = await place();
await grow(large, SEARCHED, true);
await decideMany(large);
await searching(large);
if (MANY > 0) {
  const small = await place();
  await decideMany(small);
  await grow(large, MANY, false);
  await decideMany(large);
  await deciding(small, large);
  await small.store.close();
  await small.database.close();
}
await large.store.close();
await large.database.close();
process.exit(0);
