/**
 * Delivery: sends what stands in the outbox, a message a second in each lane, and waits as long as Slack asks; from then on it
 * goes as slowly as Slack wants it, until all is told.
 *
 * One dead channel stops nobody else. What cannot be sent stands among the undelivered; what may have been sent is looked
 * up; and when Slack or the database is away, everything waits where it is.
 */
import type { Logger } from 'pino';
import type { Instant } from '../domain/day.ts';
import { KINDS } from '../store/outbox.ts';
import { type Claimed, LONGEST_REST, type Outgoing, type Outlook } from '../store/outgoing.ts';
import { isUnavailable } from '../store/unavailable.ts';
import type { Detour } from './detour.ts';
import { faultCode, told } from './faults.ts';
import type { Hush } from './hush.ts';
import { send } from './send.ts';
import type { Outcome, Sender } from './sending.ts';

/** A clock in milliseconds, and the art of waiting by it. */
export interface Stopwatch {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** What delivery leans on. */
export type Carrying = Omit<Sender, 'direct'> & {
  readonly detour: Detour;
  /** Which councils are silent; left out: none ever is. */
  readonly hush?: Hush;
};

export interface Delivery {
  /** Sends everything that is due, and returns when nothing is left or Slack cannot be reached. */
  drain(now: Instant): Promise<void>;
  /** Sends whatever becomes due, until it is stopped. */
  start(now: () => Instant): void;
  /** There is something new. */
  wake(): void;
  /** Whether it is at work; undefined before it was started. */
  alive(): boolean | undefined;
  /** Finishes what it has begun and what is due, for a few seconds. */
  stop(): Promise<void>;
}

/** In milliseconds. */
const BETWEEN_MESSAGES = 1_000;
/** Once Slack has said that a workspace is told too much at once: four a second from all workers, until all is told. */
const APART = 250;
/** How soon Slack has a message at first guess; how much later it may come unnoticed; how fast the guess grows. */
const [USUAL, JITTER, DRIFT] = [50, 75, 5];
const POLL = 1_000;
const AFTER_LOSS = 5_000;
const BARRED = 60_000;
const FLUSH = 5_000;
const SILENCE = 2 * 60_000;

/** Lanes served at once. */
const ABREAST = 4;
/** After so many lost answers a message is given up; with growing rests that is more than an hour. */
const LOSSES = 15;
/** Draining ends when Slack was out of reach so often in a row. */
const PATIENCE = 5;

export function delivery(sender: Carrying, log: Logger, watch: Stopwatch = realTime): Delivery {
  const { outgoing } = sender;
  const workspace = sender.home.teamId;
  const all: Sender = { ...sender, direct: new Map() };
  let unreached = 0;
  /** How long it takes from a claim until Slack has the message, in milliseconds. */
  let usual = USUAL;
  /** A turn was not recorded to its end. */
  let torn = false;
  let lastTurn: number | undefined;
  /** When it last asked for something to send. */
  let asked = watch.now();
  let stopping = false;
  let loop: Promise<void> | undefined;
  let news = false;
  let rouse = (): void => {};

  /** Claims and sends once; false where there was nothing to claim. */
  async function turn(now: Instant): Promise<boolean> {
    if (torn) await outgoing.letGo();
    const silent = (await sender.hush?.(now)) ?? [];
    // Until all is recorded: a claim may have been made whose answer never came.
    torn = true;
    const at = watch.now();
    asked = at;
    const pacing = { workspace, at, between: BETWEEN_MESSAGES, apart: APART, silent };
    const rows = await outgoing.claim(now, pacing, ABREAST);
    // Each to its end, though another met a database that is away: nobody else may begin what is still being sent.
    const ended = await Promise.allSettled(rows.map((row) => one(row, now, at)));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
    torn = false;
    lastTurn = watch.now();
    return rows.length > 0;
  }

  async function one(row: Claimed, now: Instant, claimed: number): Promise<void> {
    const outcome = await sendOrTell(row, now);
    if (outcome.kind === 'sent' || outcome.kind === 'progress') await giveWay(row, watch.now() - claimed);
    await settle(row, outcome, now);
  }

  /** Behind a message that came late to Slack the next one would come too soon: its lane rests for as much longer. */
  async function giveWay({ lane }: Claimed, took: number): Promise<void> {
    const late = took - usual > JITTER;
    if (late) await rest({ lane }, BETWEEN_MESSAGES - usual);
    usual = Math.min(took, usual + DRIFT);
  }

  async function sendOrTell(row: Claimed, now: Instant): Promise<Outcome> {
    try {
      return await send(row, now, all);
    } catch (fault) {
      if (isUnavailable(fault)) throw fault;
      const code = faultCode();
      log.error({ code, outbox: String(row.id), fault: told(fault) }, 'a message could not be made');
      return { kind: 'failed', error: code };
    }
  }

  async function settle(row: Claimed, outcome: Outcome, now: Instant): Promise<void> {
    unreached = outcome.kind === 'unreached' ? unreached + 1 : 0;
    switch (outcome.kind) {
      case 'sent':
        return outgoing.sent(row, outcome.to, outcome.ts, now, outcome.letter);
      case 'progress':
        return outgoing.progress(row, outcome.ts);
      case 'superseded':
        return outgoing.superseded(row);
      case 'failed':
        log.warn({ outbox: String(row.id), lane: row.lane, error: outcome.error }, 'undeliverable');
        // Before it is settled: if this is cut off, both come again, and the other way is taken once.
        await sender.detour(row, outcome.error, now);
        return outgoing.failed(row, outcome.error);
      case 'deferred':
        log.warn({ outbox: String(row.id) }, 'the mail server is away, or does not accept our account');
        await rest({ lane: row.lane }, MAIL_AWAY);
        return outgoing.release(row);
      case 'limited':
        await rest({ workspace, kinds: [row.kind] }, outcome.wait);
        return outgoing.release(row);
      case 'unreached':
        await restAll(growing(BETWEEN_MESSAGES, unreached, POLL * 30));
        return outgoing.release(row);
      case 'barred':
        unreached = PATIENCE;
        await restAll(BARRED);
        return outgoing.release(row);
      case 'lost':
        if (row.attempts + 1 >= LOSSES) return outgoing.failed(row, 'unknown_outcome');
        await rest({ lane: row.lane }, growing(AFTER_LOSS, row.attempts, LONGEST_REST));
        return outgoing.doubt(row);
    }
  }

  /** For all workers: what Slack asks of one it asks of all. */
  const rest = (what: Parameters<Outgoing['rest']>[0], ms: number): Promise<void> =>
    outgoing.rest(what, watch.now() + Math.min(ms, LONGEST_REST));

  const restAll = (ms: number): Promise<void> => rest({ workspace, kinds: KINDS }, ms);

  async function run(now: () => Instant): Promise<void> {
    while (!stopping) {
      try {
        while (!stopping && (await turn(now())));
      } catch (fault) {
        if (isUnavailable(fault)) log.warn('the database is away; delivery waits');
        else log.error({ fault: told(fault) }, 'delivery failed');
        await pause(POLL);
      }
      // While the database is away nothing is known of what rests.
      const outlook = await ahead(now).catch(() => undefined);
      await pause(Math.min(outlook?.wait ?? POLL, POLL));
    }
    unreached = 0;
    await drain(now, watch.now() + FLUSH);
  }

  /** What rested when it asked, and may have rested enough by now, is what is waited for. */
  async function ahead(now: () => Instant): Promise<Outlook> {
    const { wait, waiting } = await outgoing.outlook(now(), asked);
    return { wait: wait === undefined ? undefined : Math.max(0, asked + wait - watch.now()), waiting };
  }

  /** Sends what is due until nothing is left, Slack cannot be reached, or it is too late to wait on. */
  async function drain(now: () => Instant, end = Number.POSITIVE_INFINITY): Promise<void> {
    while (watch.now() < end) {
      if (await turn(now())) continue;
      const { wait, waiting } = await ahead(now);
      if (!waiting || wait === undefined || watch.now() + wait > end || unreached >= PATIENCE) return;
      await watch.sleep(wait);
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
      unreached = 0;
      await drain(() => now);
    },
    start(now) {
      loop ??= run(now);
    },
    wake() {
      news = true;
      rouse();
    },
    alive: () => (loop === undefined ? undefined : lastTurn !== undefined && watch.now() - lastTurn < SILENCE),
    async stop() {
      stopping = true;
      rouse();
      await loop?.catch((fault: unknown) => log.warn({ fault: told(fault) }, 'not everything due was sent'));
    },
  };
}

/** In milliseconds, after which a mail server that was away is asked again. */
const MAIL_AWAY = 60_000;

/** Twice as long each time. */
const growing = (first: number, times: number, most: number): number => Math.min(first * 2 ** times, most);

export const realTime: Stopwatch = {
  // Several workers share what rests; a clock that is set back makes them forget it, no more.
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
