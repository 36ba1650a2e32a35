/**
 * The clock's work. node-cron only ticks, four times a minute; what is due is decided by the ledger, so that nothing runs twice,
 * however many of us there are, and what was missed is made up for as its kind has it. A job that waits for a server of somebody
 * else's has a stride of its own: nothing else waits with it.
 */
import cron from 'node-cron';
import type { Logger } from 'pino';
import { stillRun } from '../domain/catchUp.ts';
import { type Day, dayAt, type Instant, instant, instantAt } from '../domain/day.ts';
import { carried, type Job } from '../job/job.ts';
import { type Ledger, ledger } from '../store/ledger.ts';
import { enqueue } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { faultCode, told } from './faults.ts';

export interface Clockwork {
  /** Runs what is due at this instant and was not run. */
  tick(now: Instant): Promise<void>;
  /** Ticks every fifteen seconds, until it is stopped. */
  start(now: () => Instant): void;
  /** Whether the last ticks went well; undefined before it was started. */
  alive(): boolean | undefined;
  stop(): Promise<void>;
}

export interface Works {
  readonly jobs: readonly Job[];
  readonly store: Store;
  /** There is something new in the outbox. */
  readonly wake: () => void;
  readonly log: Logger;
}

/** In milliseconds. */
const SILENCE = 3 * 60_000;
/** What was answered or due is kept for so long, in milliseconds: Slack repeats a delivery for hours, people press old buttons for weeks. */
const KEPT = 40 * 24 * 60 * 60_000;

/** Jobs that are run one after the other, and one tick after the other. */
interface Stride {
  readonly jobs: readonly Job[];
  /** Forgets what was answered or due long ago. */
  readonly forgets: boolean;
}

const stridesOf = (jobs: readonly Job[]): Stride[] => [
  { jobs: jobs.filter((one) => !one.apart), forgets: true },
  ...jobs.filter((one) => one.apart).map((one) => ({ jobs: [one], forgets: false })),
];

export function clockwork({ jobs, store, wake, log }: Works): Clockwork {
  const book = ledger(store.client);
  const ending = new AbortController();
  let forgot: Day | undefined;
  let stopCron: (() => unknown) | undefined;

  /** Once a day. */
  async function forgetOld(now: Instant): Promise<boolean> {
    if (forgot === dayAt(now)) return true;
    try {
      await store.across.forgetHandled(instant(now - KEPT));
      await book.forget(instant(now - KEPT));
      forgot = dayAt(now);
      return true;
    } catch (fault) {
      log.warn({ fault: told(fault) }, 'what was answered or due long ago could not be forgotten');
      return false;
    }
  }

  async function runOrTell(job: Job, now: Instant): Promise<boolean> {
    try {
      await runDue(job, now, { book, store, wake, log, ending: ending.signal });
      return true;
    } catch (fault) {
      if (isUnavailable(fault)) log.warn({ job: job.name }, 'the database is away; the clock waits');
      else log.error({ job: job.name, code: faultCode(), fault: told(fault) }, 'a job failed; it is resumed later');
      return false;
    }
  }

  const strides = stridesOf(jobs).map((stride) => {
    const state = { ticking: Promise.resolve(), lastGood: performance.now() };
    async function step(now: Instant): Promise<void> {
      let well = true;
      for (const job of stride.jobs) well = (await runOrTell(job, now)) && well;
      if (stride.forgets) well = (await forgetOld(now)) && well;
      if (well) state.lastGood = performance.now();
    }
    const tick = (now: Instant): Promise<void> => {
      state.ticking = state.ticking.then(() => step(now));
      return state.ticking;
    };
    return { state, tick };
  });

  return {
    async tick(now) {
      await Promise.all(strides.map((one) => one.tick(now)));
    },
    start(now) {
      const tasks = strides.map(({ state, tick }) => {
        state.lastGood = performance.now();
        const options = { timezone: 'Asia/Tokyo', noOverlap: true, suppressMissedWarning: true };
        const task = cron.schedule('*/15 * * * * *', () => tick(now()), options);
        void tick(now());
        return task;
      });
      stopCron = () => Promise.all(tasks.map((one) => one.destroy()));
    },
    alive: () =>
      stopCron === undefined ? undefined : strides.every(({ state }) => performance.now() - state.lastGood < SILENCE),
    async stop() {
      ending.abort();
      await stopCron?.();
      await Promise.all(strides.map(({ state }) => state.ticking));
    },
  };
}

type Bench = Omit<Works, 'jobs'> & { readonly book: Ledger; readonly ending: AbortSignal };

/** Runs the occurrences of a job that are due and were not run, and those that were left unfinished. */
async function runDue(job: Job, now: Instant, bench: Bench): Promise<void> {
  const { book, log } = bench;
  const last = await book.lastOf(job.name);
  // At the very first start, what was due before today is nobody's concern.
  const after = last ?? instant(instantAt(dayAt(now)) - 1);
  const unfinished = await book.resume(job.name);
  const due = after < now ? job.due(after, now) : [];
  const wanted = stillRun([...unfinished, ...due], now, job.catchUp);
  const late = unfinished.filter((one) => !wanted.includes(one));
  const passed = due.filter((one) => !wanted.includes(one));
  for (const at of late) await book.skipped(job.name, at, now);
  await book.passOver(job.name, passed, now);
  if (late.length + passed.length > 0) log.info({ job: job.name, times: late.length + passed.length }, 'passed over');
  for (const at of wanted) {
    if (!unfinished.includes(at) && !(await book.begin(job.name, at))) continue;
    await run(job, at, now, bench);
    await book.done(job.name, at, now);
    log.info({ job: job.name, due: new Date(at).toISOString() }, 'ran');
  }
  await book.foresee(job.name, next(job, now));
}

/** In days: over the longest holidays, and as far as the next occurrence of any job may be away. */
const FORESIGHT = [16, 380];

function next(job: Job, now: Instant): Instant | undefined {
  for (const days of FORESIGHT) {
    const [first] = job.due(now, instant(now + days * 24 * 60 * 60_000));
    if (first !== undefined) return first;
  }
  return undefined;
}

async function run(job: Job, due: Instant, now: Instant, { book, store, wake, ending }: Bench): Promise<void> {
  for await (const planned of job.plan(due, store, ending)) {
    const { councilId } = planned;
    if (planned.posts.length === 0 && !planned.carry) continue;
    const told = await store.act(councilId, async (acting) => {
      const { posts, refresh } = await carried(planned, acting);
      await enqueue(acting.tx, councilId, posts, refresh, now);
      return posts.length;
    });
    await book.planned(job.name, due, told);
    wake();
  }
}
