/**
 * The clock's work. node-cron only ticks, four times a minute; what is due is decided by the ledger, so that nothing runs twice,
 * however many of us there are, and what was missed is made up for as its kind has it.
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

export function clockwork({ jobs, store, wake, log }: Works): Clockwork {
  const book = ledger(store.client);
  let ticking: Promise<void> | undefined;
  let lastGood: number | undefined;
  let forgot: Day | undefined;
  let stopCron: (() => unknown) | undefined;

  async function tick(now: Instant): Promise<void> {
    let well = true;
    for (const job of jobs) well = (await runOrTell(job, now)) && well;
    well = (await forgetOld(now)) && well;
    if (well) lastGood = performance.now();
  }

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
      await runDue(job, now, { book, store, wake, log });
      return true;
    } catch (fault) {
      if (isUnavailable(fault)) log.warn({ job: job.name }, 'the database is away; the clock waits');
      else log.error({ job: job.name, code: faultCode(), fault: told(fault) }, 'a job failed; it is resumed later');
      return false;
    }
  }

  /** One tick after the other. */
  const tickAlone = (now: Instant): Promise<void> => {
    ticking = (ticking ?? Promise.resolve()).then(() => tick(now));
    return ticking;
  };

  return {
    tick: tickAlone,
    start(now) {
      lastGood = performance.now();
      const task = cron.schedule('*/15 * * * * *', () => tickAlone(now()), {
        timezone: 'Asia/Tokyo',
        noOverlap: true,
        suppressMissedWarning: true,
      });
      stopCron = () => task.destroy();
      void tickAlone(now());
    },
    alive: () => (stopCron === undefined ? undefined : performance.now() - (lastGood ?? 0) < SILENCE),
    async stop() {
      await stopCron?.();
      await ticking;
    },
  };
}

type Bench = Omit<Works, 'jobs'> & { readonly book: Ledger };

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

async function run(job: Job, due: Instant, now: Instant, { book, store, wake }: Bench): Promise<void> {
  for await (const planned of job.plan(due, store)) {
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
