/** How a circulation ends: its end is recorded once, with the one decision that rests on it. */
import {
  type Circulation,
  type Circumstances,
  type Ending,
  isOvertaken,
  type Position,
  standingOf,
} from '../../domain/circulation.ts';
import { dayAt, type Instant } from '../../domain/day.ts';
import { type Decidable, type Decision, isProvisional, type Level } from '../../domain/requirement.ts';
import type { Count } from '../../domain/rule.ts';
import type { Decisions } from './decisions.ts';

export interface Settled {
  readonly ended: Ending;
  readonly decision: Decision | undefined;
}

/** What of the circulations it needs. */
interface Settling {
  positions(number: number): Promise<Position[]>;
  end(number: number, ending: Ending, person: number): Promise<void>;
}

export async function settle(
  circulation: Circulation,
  level: Level,
  around: Circumstances,
  now: Instant,
  circulations: Settling,
  decisions: Pick<Decisions, 'lock' | 'record' | 'confirm' | 'byId'>,
): Promise<Settled | undefined> {
  if (circulation.ended) return undefined;
  const { number, by, postedAt } = circulation;
  const standing = standingOf(circulation, await circulations.positions(number), now, around);
  if (standing.state === 'open' || standing.state === 'objected') return undefined;
  // What the clock ended, it ended at its hour, whenever that is noticed.
  const at = Math.min(now, standing.closes) as Instant;
  const end = async (how: Ending['how'], decision?: Decision): Promise<Settled> => {
    const ended = { how, at, decision: decision?.id };
    await circulations.end(number, ended, by.person);
    return { ended, decision };
  };
  if (standing.state !== 'agreed') return end(standing.state);
  // What was decided elsewhere meanwhile stays so; what was agreed on the rest is not lost for it.
  const requirements = (await decisions.lock(circulation.requirements)).filter((one) => !isOvertaken(one, postedAt));
  if (requirements.length === 0) return end('overtaken');
  return end('agreed', await resting(circulation, requirements, level, standing.count, at, decisions));
}

/** A provisional decision of the same is confirmed; else a new one is recorded. */
async function resting(
  circulation: Circulation,
  requirements: readonly Decidable[],
  level: Level,
  count: Count,
  at: Instant,
  decisions: Pick<Decisions, 'record' | 'confirm' | 'byId'>,
): Promise<Decision> {
  const { number, outcome, note, cost, scope, until, by, body, onBehalf } = circulation;
  const numbers = requirements.map((one) => one.number);
  const [first] = requirements;
  const provisional = first?.standing;
  if (provisional && isProvisional(provisional) && says(provisional, circulation)) {
    const whole = await decisions.byId(provisional.id);
    if (whole && whole.numbers.join() === numbers.join()) {
      await decisions.confirm([provisional.id], { circulation: number, at, person: by.person, seat: by.seat });
      return { ...provisional, confirmedAt: at };
    }
  }
  const basis = { kind: 'circulation', circulation: number } as const;
  return decisions.record({
    ...{ numbers, outcome, note, cost, scope, until, level, basis, body, by, onBehalf, count, at },
    on: dayAt(at),
  });
}

const says = (decision: Decision, { outcome, cost, scope, until }: Circulation): boolean =>
  decision.outcome === outcome &&
  decision.cost === cost &&
  decision.until === until &&
  decision.scope.join() === scope.join();
