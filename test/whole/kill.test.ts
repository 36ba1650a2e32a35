/**
 * kill -9 at random moments while people type: what was answered is there, nothing is there twice, every message is in its
 * channel once. The chance is seeded; KILL_SEED repeats a run as far as processes can be repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../prisma/workbook/chance.ts';
import { crowd, type Desk, desksOf } from '../support/crowd.ts';
import { testServer } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { embeddedPremises, endAll, freePort, type Premises, serverPremises, startBot } from '../support/process.ts';
import { reckoning } from '../support/reckoning.ts';
import { type Town, town } from '../support/town.ts';

const KILLS = Number(process.env.KILLS ?? 40);
/** In milliseconds after a bot can serve. */
const LONGEST_LIFE = 800;
/** In milliseconds after a bot was started; it may not even have begun to listen. */
const LONGEST_BIRTH = 2_000;

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const grounds: [string, typeof embeddedPremises][] = [['the embedded database', embeddedPremises]];
if (testServer) grounds.push(['PostgreSQL', serverPremises]);

let here: Town;
let premises: Premises;
afterEach(async () => {
  endAll();
  await here.close();
  await premises.close();
});

describe.each(grounds)('on %s', (name, settle) => {
  test(`nothing answered is lost and nothing is done twice over ${KILLS} kills`, { timeout: 300_000 }, async () => {
    const chance = chanceFrom(seed);
    here = await town('2026-06-01T10:00:00+09:00');
    premises = await settle(await officeBeginning(await officeCouncil()));
    const PORT = String(await freePort());
    here.connect(`http://127.0.0.1:${PORT}`);
    const requirements = await premises.rows<{ number: number; body: string }>(
      'SELECT r.number, s.body_slug AS body FROM requirement r JOIN business_system s ON s.slug = r.system_slug ORDER BY 1',
    );
    const desks = desksOf({ council: here.council, day: '2026-06-01' }, requirements).slice(0, 6);
    const people = crowd(here, desks as [Desk, ...Desk[]], ['naka-hiramatsu', 'naka-terakado'], chance);

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const bot = await startBot(premises, { ...here.settings(), PORT });
      if (chance.next() < 1 / 8) await sleep(chance.next() * LONGEST_BIRTH);
      else {
        await bot.ready();
        await sleep(chance.next() * LONGEST_LIFE);
      }
      if (process.env.DEBUG) console.log(kill, performance.now() | 0, people.acknowledged.length);
      await bot.kill();
      if (premises.kind === 'server') await leasesRunOut(premises);
    }
    const last = await startBot(premises, { ...here.settings(), PORT });
    await last.ready();
    const lap = (w: string) => process.env.DEBUG && console.log(w, performance.now() | 0);
    lap('ready');
    await people.stop();
    lap('stopped');
    const found = await reckoning(here, premises);
    lap('reckoned');
    expect(await last.stop()).toMatchObject({ code: 0 });

    console.info(`kill -9 on ${name}, seed ${seed}: ${people.acknowledged.length} lines`, found);
    expect({ seed, wrong: found.wrong }).toEqual({ seed, wrong: [] });
    // A file whose sharing was cut off is never shared again; the secretariat is told.
    expect(found.undelivered.filter((one) => one !== 'file: unknown_outcome')).toEqual([]);
    expect(found.decisions).toBeGreaterThan(KILLS / 2);
  });
});

/** Ninety seconds pass for the database, for which another bot could still be sending what the dead one had claimed. */
async function leasesRunOut({ rows }: Premises): Promise<void> {
  await rows("UPDATE outbox SET lease_until = lease_until - interval '90 seconds'");
  await rows("UPDATE occurrence SET lease_until = lease_until - interval '3 minutes'");
}
