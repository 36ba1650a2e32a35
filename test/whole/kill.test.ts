/**
 * kill -9 at random moments while people type: what was answered is there, nothing is there twice, every message is in its
 * channel once. The chance is seeded; KILL_SEED repeats a run as far as processes can be repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { type Chance, chanceFrom } from '../../prisma/workbook/chance.ts';
import { crowd, desksOf, SECRETARIAT } from '../support/crowd.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { endAll, freePort, newPremises, type Premises, startBot, until } from '../support/process.ts';
import { type Reckoning, reckoning } from '../support/reckoning.ts';
import { town } from '../support/town.ts';

/** In two towns at once, since a start keeps one processor busy. */
const TOWNS = 2;
/** Of each bot. */
const KILLS = 5;
/** In milliseconds after somebody was answered, which a busy machine puts off; but a bot may be killed before that too. */
const LONGEST_LIFE = 800;
const UNHEARD = 6_000;
/** In milliseconds after a bot was started; it may not even have begun to listen. */
const LONGEST_BIRTH = 2_000;
/** Starts take seconds, and many times that on a busy machine. */
const PATIENCE = 900_000;

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const leaving: (() => Promise<void>)[] = [];
afterAll(async () => {
  endAll();
  for (const leave of leaving) await leave();
});

test(`nothing answered is lost, nothing is done twice, over ${TOWNS * KILLS} kills`, {
  timeout: PATIENCE,
}, async () => {
  const began = performance.now();
  const towns = Array.from({ length: TOWNS }, (_, i) => killed(chanceFrom(seed + i)));
  for (const { lines, found } of await Promise.all(towns)) {
    const seconds = Math.round((performance.now() - began) / 1000);
    console.info(`${KILLS} kills, seed ${seed}, ${seconds} s, ${lines} lines`, found);
    expect({ seed, wrong: found.wrong }).toEqual({ seed, wrong: [] });
    // A file whose sharing was cut off is never shared again; the secretariat is told.
    expect(found.undelivered.filter((one) => one !== 'file: unknown_outcome')).toEqual([]);
    expect(found.decisions).toBeGreaterThan(KILLS / 5);
  }
});

/** A town whose bot is killed again and again; how many lines were taken, and what there is in the end. */
async function killed(chance: Chance): Promise<{ lines: number; found: Reckoning }> {
  const here = await town('2026-06-01T10:00:00+09:00');
  const premises = await newPremises(await officeBeginning(await officeCouncil()));
  leaving.push(here.close, premises.close);
  const PORT = String(await freePort());
  here.connect(`http://127.0.0.1:${PORT}`);
  const people = crowd(here, await desksOf(here, premises, 6), SECRETARIAT, chance);

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const bot = await startBot(premises, { ...here.settings(), PORT });
    if (chance.next() < 2 / 5) await sleep(chance.next() * LONGEST_BIRTH);
    else {
      await bot.ready();
      const heard = people.acknowledged.length;
      await until('an answer', () => people.acknowledged.length > heard || undefined, UNHEARD).catch(() => undefined);
      await sleep(chance.next() * LONGEST_LIFE);
    }
    await bot.kill();
    if (premises.kind === 'server') await leasesRunOut(premises);
  }
  const last = await startBot(premises, { ...here.settings(), PORT });
  await last.ready();
  await people.stop();
  const found = await reckoning(here, premises, { patience: PATIENCE / 3 });
  expect(await last.stop()).toMatchObject({ code: 0 });
  return { lines: people.acknowledged.length, found };
}

/** Ninety seconds pass for the database, for which another bot could still be sending what the dead one had claimed. */
async function leasesRunOut({ rows }: Premises): Promise<void> {
  await rows("UPDATE outbox SET lease_until = lease_until - interval '90 seconds'");
  await rows("UPDATE occurrence SET lease_until = lease_until - interval '3 minutes'");
}
