/**
 * The morning of 1,000 councils of 100 people each, all due at nine: how long the plan takes and what it
 * holds meanwhile, and until all of it stands in the outbox; beside it the floor, since machines differ. By
 * hand, on PostgreSQL:
 *
 *   . .ci/postgres; postgres_start; npm run build && node --expose-gc dist/test/bench/digest.js; postgres_stop
 *
 * Two numbers after it are other sizes: councils, and people in each.
 *
 * Measured on two cores that ten others shared: 10.9 s of our own CPU to plan, 16.3 s until all is written, with 23 MB;
 * the floor is 2.7 s of CPU.
 */
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { instant } from '../../src/domain/day.ts';
import { digestJob } from '../../src/jobs/digest.ts';
import { clockwork } from '../../src/slack/schedule.ts';
import { openStore } from '../../src/store/store.ts';
import type { Post } from '../../src/text/post.ts';
import { testDatabase, testServer } from '../support/database.ts';

if (testServer === undefined) throw new Error('TEST_DATABASE_URL names no server: PGlite measures something else');
const [COUNCILS = 1_000, PEOPLE = 100] = process.argv.slice(2).map(Number);
const DUE = instant(Date.parse('2026-06-09T09:00:00+09:00'));

/** Each council with a working group in which everyone sits, and an item due today for each of them. */
const FILL = `
  INSERT INTO council (id, name, short_name, rotation_from) SELECT 'c' || c, '協議会' || c, '協議会', 2016 FROM generate_series(1, $1::int) c;
  INSERT INTO municipality (council_id, code, name, kind, "from") SELECT 'c' || c, lpad(p::text, 6, '0'), '市' || p, 'member', '2016-04-01'
    FROM generate_series(1, $1::int) c, generate_series(1, $2::int) p;
  INSERT INTO rotation_turn (council_id, position, code) SELECT 'c' || c, 1, '000001' FROM generate_series(1, $1::int) c;
  INSERT INTO body (council_id, slug, kind, name, position) SELECT 'c' || c, 'kaigo', 'workingGroup', '介護保険WG', 1
    FROM generate_series(1, $1::int) c;
  INSERT INTO person (id, name) SELECT c * $2 + p, '氏名' || p FROM generate_series(0, $1::int - 1) c, generate_series(1, $2::int) p;
  INSERT INTO council_person (council_id, slug, person_id) SELECT 'c' || (c + 1), 'p' || p, c * $2 + p
    FROM generate_series(0, $1::int - 1) c, generate_series(1, $2::int) p;
  INSERT INTO seat (council_id, id, body_slug, code, role) SELECT 'c' || c, 'kaigo:' || lpad(p::text, 6, '0'), 'kaigo', lpad(p::text, 6, '0'), 'member'
    FROM generate_series(1, $1::int) c, generate_series(1, $2::int) p;
  INSERT INTO tenure (council_id, seat_id, person_id, code, "from", deputy)
    SELECT 'c' || (c + 1), 'kaigo:' || lpad(p::text, 6, '0'), c * $2 + p, lpad(p::text, 6, '0'), '2016-04-01', false
    FROM generate_series(0, $1::int - 1) c, generate_series(1, $2::int) p;
  INSERT INTO item (council_id, number, body_slug, title, due, owner_seat_id, raised_at, raised_by, raiser_seat)
    SELECT 'c' || (c + 1), p, 'kaigo', '件数の報告', '2026-06-09', 'kaigo:' || lpad(p::text, 6, '0'), '2026-06-01', c * $2 + p, 'kaigo:000001'
    FROM generate_series(0, $1::int - 1) c, generate_series(1, $2::int) p`;

const database = await testDatabase();
const client = await database.pool.connect();
await client.query('SET statement_timeout = 0');
for (const statement of FILL.split(';')) {
  const values = statement.includes('$2') ? [COUNCILS, PEOPLE] : [COUNCILS];
  await client.query(statement, values);
}
await client.query('ANALYZE');
client.release();

const store = openStore(database.pool);
const job = digestJob(officeCalendar);

/** What is written is read back as it stands: nobody is told twice, and nobody is left out. */
const told = async (): Promise<number> => {
  const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM outbox WHERE key LIKE '%/digest:%'");
  return rows[0].n;
};

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let [posts, most] = [0, 0];
let one: readonly Post[] = [];
const plan = await timed(async () => {
  for await (const planned of job.plan(DUE, store)) {
    posts += planned.posts.length;
    one = planned.posts;
    if (posts % (100 * PEOPLE) === 0) {
      globalThis.gc?.();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
});
if (posts !== COUNCILS * PEOPLE) throw new Error('not everyone was told');

const floor = await timed(() => bare(one));
await database.pool.query('DELETE FROM outbox');
const clock = clockwork({ jobs: [job], store, wake: () => {}, log: pino({ level: 'warn' }) });
const whole = await timed(() => clock.tick(DUE));
if ((await told()) !== COUNCILS * PEOPLE) throw new Error('not everyone was written to');

const said = ({ wall, cpu }: Timed): string => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of our own CPU)`;
console.log(`${posts} digests of ${COUNCILS} councils`);
console.log(`planned in ${said(plan)}; ${(most / 2 ** 20).toFixed(0)} MB more at most`);
console.log(`planned, recorded and written into the outbox in ${said(whole)}`);
console.log(`the floor, reading the sources and writing as many rows without thinking: ${said(floor)}`);
await store.close();
await database.close();

interface Timed {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Timed> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - began) / 1_000, cpu: (user + system) / 1_000_000 };
}

/** What nobody can do without: each council's rows once, and a row of the outbox for each person. */
async function bare(like: readonly Post[]): Promise<void> {
  const sources = ['municipality', 'body', 'tenure', 'seat', 'item', 'person_setting', 'meeting', 'poll'];
  const council = async (id: string): Promise<void> => {
    for (const table of sources) await database.pool.query(`SELECT * FROM ${table} WHERE council_id = $1`, [id]);
    const rows = like.map((post) => ({ ...post, key: `${id}/${post.key}` }));
    await database.pool.query(
      `INSERT INTO outbox (council_id, key, kind, lane, payload, state, not_before, created_at)
       SELECT $1, key, 'post', 'person:' || ("to"->>'person'), message, 'pending', now(), now()
       FROM jsonb_to_recordset($2::jsonb) AS row (key text, "to" jsonb, message jsonb)`,
      [id, JSON.stringify(rows)],
    );
  };
  for (let c = 1; c <= COUNCILS; c += 2) await Promise.all([c, c + 1].map((n) => council(`c${n}`)));
}
