/**
 * People who type without end, several at once: leads who decide in their WG, the secretariat that decides the same
 * requirements beside them, meetings, items. Who gets no answer presses Enter again, as people do. Each line is said by
 * one person only, so that what it did can be counted.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../prisma/workbook/chance.ts';
import { addDays, day, dayAt, instant } from '../../src/domain/day.ts';
import type { Premises } from './process.ts';
import type { Town } from './town.ts';

export interface Crowd {
  /** The lines that were acknowledged. */
  readonly acknowledged: string[];
  /** Lets everyone finish the line that they are at. */
  stop(): Promise<void>;
}

/** A WG in its channel, with requirements that are open. */
export interface Desk {
  readonly channel: string;
  readonly lead: string;
  readonly requirements: readonly number[];
}

type Desks = readonly [Desk, ...Desk[]];

/** 那珂市 holds the chair in fiscal year 2026. */
export const SECRETARIAT = ['naka-hiramatsu', 'naka-terakado'] as const;

/** The first so many WGs with a lead on the town's day, and some of their requirements. */
export async function desksOf({ council, now }: Town, { rows }: Premises, count: number): Promise<Desks> {
  const today = dayAt(instant(now()));
  const open = await rows<{ body: string; numbers: number[] }>(`
    SELECT s.body_slug AS body, (array_agg(r.number ORDER BY r.number))[1:40] AS numbers
    FROM requirement r JOIN business_system s ON s.council_id = r.council_id AND s.slug = r.system_slug
    GROUP BY s.body_slug`);
  const desks = council.bodies.flatMap(({ slug, kind, lead }) => {
    const holder = lead.find(({ from, until }) => from <= today && (until === undefined || today <= until));
    const channel = council.channels.find((one) => one.body === slug);
    const requirements = open.find((one) => one.body === slug)?.numbers;
    if (kind !== 'workingGroup' || !holder || !channel || !requirements) return [];
    return [{ channel: channel.name, lead: holder.person, requirements }];
  });
  // Who leads two would do something in between before pressing Enter again, and that makes a new act.
  const [first, ...others] = [...new Map(desks.map((desk) => [desk.lead, desk])).values()].slice(0, count);
  if (!first) throw new Error('no WG has a lead and a channel');
  return [first, ...others];
}

/** In milliseconds: between two lines of a person, at most; until an answer is no longer waited for; until Enter again. */
const THINKING = 1_200;
const PATIENCE = 3_000;
const IMPATIENCE = 200;

/** Everyone begins to type: the lead of each desk, and the secretariat's people at one desk after the other. */
export function crowd(here: Town, desks: Desks, secretariat: readonly string[], chance: Chance): Crowd {
  const acknowledged: string[] = [];
  let over = false;
  let said = 0;

  function lineFor({ requirements }: Desk): string {
    said += 1;
    // Of few, so that people meet at the same ones.
    const number = chance.among(requirements.slice(0, 1 + said / 8) as [number, ...number[]]);
    const other = chance.among(requirements as readonly number[] as [number, ...number[]]);
    const meeting = addDays(day('2026-07-01'), said % 250);
    return chance.among([
      `/req decide ${number} standard 理由${said}`,
      `/req decide ${other} 代替案 理由${said}`,
      `/req supersede ${number} levelup 理由${said}`,
      `/item add 宿題${said}`,
      `/wg schedule ${meeting.replaceAll('-', '/')} ${9 + (said % 7)}:00-${10 + (said % 7)}:00 会議室${said} 議題`,
    ]);
  }

  async function work(who: string, deskFor: () => Desk): Promise<void> {
    while (!over) {
      const desk = deskFor();
      await insist(who, lineFor(desk), desk.channel);
      await sleep(chance.next() * THINKING);
    }
  }

  async function insist(who: string, line: string, channel: string): Promise<void> {
    while (!over && !(await heardOut(who, line, channel))) await sleep(IMPATIENCE);
  }

  /** Types the line once; whether it was taken, as far as its typist can tell. */
  async function heardOut(who: string, line: string, channel: string): Promise<boolean> {
    const { length } = here.workspace.deliveries;
    const before = here.count();
    const typed = await here.type(who, line, channel);
    if (typed.kind !== 'command' || typed.heard.kind !== 'answered' || typed.heard.status !== 200) return false;
    const delivery = here.workspace.deliveries.slice(length).find((one) => one.heard === typed.heard);
    if (delivery && chance.next() < 0.1) await here.workspace.again(delivery);
    const answer = await here.answered(who, channel, before, PATIENCE).catch(() => undefined);
    if (answer?.text.includes('もう一度お試しください')) return false;
    acknowledged.push(line);
    return true;
  }

  const working = [
    ...desks.map((desk) => work(desk.lead, () => desk)),
    ...secretariat.map((who) => work(who, () => chance.among(desks))),
  ];
  return {
    acknowledged,
    async stop() {
      over = true;
      await Promise.all(working);
    },
  };
}
