/**
 * kill -9 at random moments while people type: what was answered is there, nothing is there twice, every message is in its
 * channel once. The chance is seeded; KILL_SEED repeats a run as far as processes can be repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceFrom } from '../../prisma/workbook/chance.ts';
import { crowd, type Desk, desksOf, SECRETARIAT } from '../support/crowd.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { endAll, freePort, newPremises, type Premises, startBot } from '../support/process.ts';
import { reckoning } from '../support/reckoning.ts';
import { type Town, town } from '../support/town.ts';

const KILLS = 40;
/** In milliseconds after a bot can serve. */
const LONGEST_LIFE = 800;
/** In milliseconds after a bot was started; it may not even have begun to listen. */
const LONGEST_BIRTH = 2_000;

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

let here: Town;
let premises: Premises;
beforeAll(async () => {
  here = await town('2026-06-01T10:00:00+09:00');
  premises = await newPremises(await officeBeginning(await officeCouncil()));
});
afterAll(async () => {
  endAll();
  await here.close();
  await premises.close();
});

test(`nothing answered is lost and nothing is done twice over ${KILLS} kills`, { timeout: 600_000 }, async () => {
  const chance = chanceFrom(seed);
  const PORT = String(await freePort());
  here.connect(`http://127.0.0.1:${PORT}`);
  const desks = (await desksOf(here, premises)).slice(0, 8);
  const people = crowd(here, desks as [Desk, ...Desk[]], SECRETARIAT, chance);

  const began = performance.now();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const bot = await startBot(premises, { ...here.settings(), PORT });
    if (chance.next() < 1 / 8) await sleep(chance.next() * LONGEST_BIRTH);
    else {
      await bot.ready();
      await sleep(chance.next() * LONGEST_LIFE);
    }
    await bot.kill();
    if (premises.kind === 'server') await leasesRunOut(premises);
  }
  const killing = performance.now() - began;
  const last = await startBot(premises, { ...here.settings(), PORT });
  await last.ready();
  await people.stop();
  const found = await reckoning(here, premises, 300_000);
  expect(await last.stop()).toMatchObject({ code: 0 });

  const seconds = `${Math.round(killing / 1000)} s of ${Math.round((performance.now() - began) / 1000)} s`;
  console.info(
    `${KILLS} kills (${premises.kind}), seed ${seed}, ${seconds}, ${people.acknowledged.length} lines`,
    found,
  );
  expect({ seed, wrong: found.wrong }).toEqual({ seed, wrong: [] });
  // A file whose sharing was cut off is never shared again; the secretariat is told.
  expect(found.undelivered.filter((one) => one !== 'file: unknown_outcome')).toEqual([]);
  expect(found.decisions).toBeGreaterThan(KILLS / 2);
});

/** Ninety seconds pass for the database, for which another bot could still be sending what the dead one had claimed. */
async function leasesRunOut({ rows }: Premises): Promise<void> {
  await rows("UPDATE outbox SET lease_until = lease_until - interval '90 seconds'");
  await rows("UPDATE occurrence SET lease_until = lease_until - interval '3 minutes'");
}
