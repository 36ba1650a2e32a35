/**
 * Keeps Slack in step: does what the secretariat confirmed, one change after the other at the pace that Slack allows, and tells
 * the result when the last is settled. Each change is a row: after a kill it goes on where it was.
 *
 * Nothing is done before its time, nor while the switch of the year is not to be seen yet.
 */
import type { Logger } from 'pino';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Day, dayAt, type Instant } from '../domain/day.ts';
import { visibleFrom } from '../domain/handover.ts';
import type { Change } from '../domain/sync/differences.ts';
import type { ClaimedStep, StepEnd } from '../store/council/syncs.ts';
import { enqueue } from '../store/outbox.ts';
import type { ActingStore, CouncilStore, Store } from '../store/store.ts';
import { isUnavailable } from '../store/unavailable.ts';
import type { Call, Home } from './clients.ts';
import { realTime, type Stopwatch } from './deliver.ts';
import { told } from './faults.ts';
import { doStep, paceOf } from './step.ts';

export interface Adjusting {
  readonly store: Store;
  readonly call: Call;
  readonly home: Home;
  readonly calendarOn: (day: Day) => OfficeCalendar;
  /** There is something new in the outbox. */
  readonly wake: () => void;
  readonly log: Logger;
}

export interface Adjuster {
  /** Does everything that is due, and returns when nothing is left or somebody else is at it. */
  drain(now: Instant): Promise<void>;
  /** Does whatever becomes due, until it is stopped. */
  start(now: () => Instant): void;
  /** Something was confirmed. */
  wake(): void;
  /** Ends with the change that it is at. */
  stop(): Promise<void>;
}

/** In milliseconds. */
const POLL = 15_000;
/** After so many lost answers a change is given up. */
const LOSSES = 10;

export function adjuster(parts: Adjusting, watch: Stopwatch = realTime): Adjuster {
  const { store, log } = parts;
  let stopping = false;
  let loop: Promise<void> | undefined;
  let news = false;
  let rouse = (): void => {};

  /** One change of each council; how long to rest, undefined where nothing is due. */
  async function turn(now: Instant): Promise<number | undefined> {
    const rests: number[] = [];
    for (const { id } of await store.across.councils()) {
      const council = store.council(id);
      if (!(await council.syncs.unfinished()) || (await isHidden(council, now))) continue;
      const claimed = await store.act(id, (acting) => acting.syncs.claim(now, watch.now()));
      if (claimed) await one(id, claimed, now);
      const rest = await council.syncs.nextAfterRest(now, watch.now());
      // Where it need not rest and yet could not be claimed, another worker is at it.
      if (rest !== undefined && (claimed || rest > 0)) rests.push(rest);
    }
    return rests.length === 0 ? undefined : Math.min(...rests);
  }

  async function isHidden(council: CouncilStore, now: Instant): Promise<boolean> {
    const today = dayAt(now);
    const calendar = { ...parts.calendarOn(today), closed: await council.closedDays(today) };
    const { rotation } = await council.chart(today);
    return visibleFrom(now, calendar, rotation.starts) > now;
  }

  async function one(id: string, step: ClaimedStep, now: Instant): Promise<void> {
    const created = async (body: string): Promise<string | undefined> => {
      const steps = await store.council(id).syncs.steps(step.sync);
      return steps.find((other) => other.what.kind === 'create' && other.what.body === body)?.made;
    };
    const tried = await doStep(step.what, { call: parts.call, self: parts.home.userId, created });
    if ('done' in tried) return settle(id, step, ours(tried, step), now);
    if (tried.lost && step.attempts + 1 >= LOSSES)
      return settle(id, step, { done: false, error: 'unknown_outcome' }, now);
    const rest = { until: watch.now() + tried.wait, counts: tried.lost };
    await store.act(id, (acting) => acting.syncs.release(step, rest));
  }

  /** The change, what the council knows by it, and the report after the last one: together. */
  async function settle(id: string, step: ClaimedStep, end: StepEnd, now: Instant): Promise<void> {
    const finished = await store.act(id, async (acting) => {
      const known = end.done ? await remembered(acting, step, end.made, now) : end;
      await acting.syncs.settle(step, known ?? end, now);
      await acting.syncs.rest(step.sync, watch.now() + paceOf(step.what.kind));
      const ended = await acting.syncs.finish(now);
      const posts = ended.map(({ id: run, by }) => ({
        ...{ kind: 'surface' as const, to: { person: by }, surface: `sync:${run}`, key: `sync:${run}:report` },
      }));
      if (posts.length > 0) await enqueue(acting.tx, id, posts, [], now);
      return ended;
    });
    if (!end.done) log.warn({ council: id, kind: step.what.kind, error: end.error }, 'not kept in step');
    if (finished.length > 0) parts.wake();
  }

  async function run(now: () => Instant): Promise<void> {
    while (!stopping) {
      let rest: number | undefined;
      try {
        rest = await turn(now());
      } catch (fault) {
        if (isUnavailable(fault)) log.warn('the database is away; Slack is kept in step later');
        else log.error({ fault: told(fault) }, 'Slack is not kept in step');
      }
      if (rest === undefined || rest > 0) await pause(Math.min(rest ?? POLL, POLL));
    }
  }

  /** Waits, unless there is something new. */
  async function pause(ms: number): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      rouse = resolve;
    });
    if (!news && !stopping) await Promise.race([watch.sleep(ms), woken]);
    news = false;
  }

  return {
    async drain(now) {
      for (;;) {
        const rest = await turn(now);
        if (rest === undefined) return;
        if (rest > 0) await watch.sleep(rest);
      }
    },
    start(now) {
      loop ??= run(now);
    },
    wake() {
      news = true;
      rouse();
    },
    async stop() {
      stopping = true;
      rouse();
      await loop;
    },
  };
}

/** What is so already since an earlier attempt made it so is ours, and can be taken back. */
const ours = (end: StepEnd, { attempts }: ClaimedStep): StepEnd =>
  end.done && attempts > 0 ? { ...end, already: false } : end;

/** What the council knows of Slack by a change that was done; or why it cannot be. */
async function remembered(
  acting: ActingStore,
  { what, teamId }: { readonly what: Change; readonly teamId: string },
  made: string | undefined,
  now: Instant,
): Promise<StepEnd | undefined> {
  const mapped = await known(acting, what, teamId, made, now);
  return mapped ? undefined : { done: false, error: 'other_council' };
}

async function known(
  acting: ActingStore,
  what: Change,
  teamId: string,
  made: string | undefined,
  now: Instant,
): Promise<boolean> {
  switch (what.kind) {
    case 'create':
    case 'adopt': {
      const { body, name, audience } = what;
      return acting.channels.map({ teamId, channelId: made ?? '', name, body, audience }, now);
    }
    case 'moved':
      return acting.syncs.moveChannel(teamId, what.from, what.channel);
    case 'renamed':
      await acting.syncs.renameChannel(teamId, what.channel, what.name);
      return true;
    case 'group':
      return acting.syncs.mapGroup({ teamId, groupId: made ?? '', body: what.body });
    default:
      return true;
  }
}
