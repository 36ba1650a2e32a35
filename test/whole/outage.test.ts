/** The database goes away while people type: they are told so in time, nothing that was answered is lost, and it heals. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../prisma/workbook/chance.ts';
import { crowd, desksOf, SECRETARIAT } from '../support/crowd.ts';
import { testServer } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { endAll, newPremises, type Premises, type RunningBot, startBot, until } from '../support/process.ts';
import { reckoning } from '../support/reckoning.ts';
import { WAITS } from '../support/shown.ts';
import { type Heard, type Town, town } from '../support/town.ts';
import { type Wire, wireTo } from '../support/wire.ts';

let here: Town;
let premises: Premises;
let bot: RunningBot;

beforeAll(async () => {
  here = await town('2026-06-01T10:00:00+09:00');
  premises = await newPremises(await officeBeginning(await officeCouncil()));
});
afterAll(async () => {
  endAll();
  await here.close();
  await premises.close();
});

async function start(env: Record<string, string> = {}): Promise<void> {
  bot = await startBot(premises, { ...here.settings(), ...env });
  await bot.ready();
  here.connect(bot.url);
}

const readiness = async () => {
  const response = await fetch(`${bot.url}/readyz`);
  return { status: response.status, ...((await response.json()) as object) };
};

const BUSY = 'ただいま混み合っています。お手数ですが、数分後にもう一度お試しください。';
const TOLD = new RegExp(`^${BUSY}|${WAITS.source}`);

/** What is told of a line within three seconds; a machine on which anything takes long is given as much longer. */
async function inTime(line: string): Promise<Heard> {
  const [before, since] = [here.count(), performance.now()];
  let [over, slowest] = [false, 0];
  const alongside = async () => {
    for (; !over; await sleep(50)) {
      const asked = performance.now();
      await fetch(`${bot.url}/healthz`);
      slowest = Math.max(slowest, performance.now() - asked);
    }
  };
  const looking = alongside();
  await here.type('naka-wada', line);
  const told = await here.comes(TOLD, before).finally(() => {
    over = true;
  });
  const took = performance.now() - since;
  await looking;
  expect(took - slowest).toBeLessThan(3_000);
  return told;
}

/** Where it is not, what it says of itself. */
async function readyAgain(): Promise<void> {
  let last: object = {};
  const look = async () => {
    const now = await readiness();
    last = now;
    return now.status === 200 || undefined;
  };
  await until('ready again', look, 10_000).catch((fault: Error) => {
    throw new Error(`${fault.message}; ${JSON.stringify(last)}`);
  });
}

describe.runIf(testServer)('a server that goes away', () => {
  let wire: Wire;
  beforeAll(async () => {
    wire = await wireTo(premises.env.DATABASE_URL ?? '');
    await start({ DATABASE_URL: wire.url });
  });
  afterAll(() => wire.close());

  test('is told within three seconds, and heals without a new start', async () => {
    await here.say('naka-wada', '/item add 停止前の宿題');
    await wire.cut();
    const told = await inTime('/item add 停止中の宿題');
    expect(told.message.onlyFor).toBe(here.userId('naka-wada'));
    expect(told.text).toBe(BUSY);
    expect(await readiness()).toMatchObject({ status: 503, ready: false, database: false, slack: true });

    await wire.mend();
    await readyAgain();
    const after = here.count();
    await here.type('naka-wada', '/item add 復旧後の宿題');
    expect((await here.comes(/復旧後の宿題」を登録/, after)).text).toContain('を登録しました');
  });

  test('without a word is waited for over a connection that is free: that is told, and what waited is done', async () => {
    // More connections than delivery, the clock and whoever looks at us take meanwhile.
    await Promise.all(Array.from({ length: 8 }, readiness));
    wire.silence();
    const before = here.count();
    expect((await inTime('/item add 断線中の宿題')).text).toMatch(WAITS);
    expect(await readiness()).toMatchObject({ status: 503, ready: false, database: false, slack: true });
    await wire.mend();
    expect((await here.comes(/断線中の宿題」を登録/, before)).text).toContain('を登録しました');
    await readyAgain();
  });

  test('without a word is not waited for where no connection is left: that is told too', async () => {
    wire.silence();
    wire.hangUp();
    expect((await inTime('/item add 応答待ちの宿題')).text).toBe(BUSY);
    expect(await readiness()).toMatchObject({ status: 503, ready: false, database: false, slack: true });
    await wire.mend();
    await readyAgain();
    const before = here.count();
    await here.type('naka-wada', '/item add 応答待ちの宿題');
    expect((await here.comes(/応答待ちの宿題」を登録/, before)).text).toContain('を登録しました');
  });

  test('while people type, through several outages', async () => {
    const chance = chanceFrom(20_261_124);
    const people = crowd(here, await desksOf(here, premises, 6), SECRETARIAT, chance);
    for (let outage = 1; outage <= 6; outage += 1) {
      await sleep(500 + chance.next() * 2_000);
      if (outage % 3 === 0) wire.silence();
      else await wire.cut();
      await sleep(chance.next() * 3_000);
      await wire.mend();
    }
    await readyAgain();
    await people.stop();
    const found = await reckoning(here, premises, { standstill: 20_000 });
    console.info(`6 outages, ${people.acknowledged.length} lines`, found);
    expect(found.wrong).toEqual([]);
    expect(found.undelivered).toEqual([]);
    expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});

describe.runIf(!testServer)('the embedded database, when its thread dies', () => {
  test('ends the process with a readable line, and the next start finds everything', async () => {
    await start();
    const before = here.count();
    await here.type('naka-wada', '/item add 停止前の宿題');
    // On a busy machine it comes after a word that it takes time.
    await here.comes(/課題K1「停止前の宿題」を登録しました/, before);
    // PGlite cannot read what a client streams: it exits, as it would on a full disk.
    await premises.withPool((pool) => pool.query('COPY item FROM STDIN')).catch(() => undefined);
    const { code, said } = await bot.end('since its database is lost', 10_000);
    expect(code).toBe(1);
    const words = said.split('\n').filter((line) => /[ぁ-ん]/.test(line));
    expect(words.map((line) => line.replace(/:\d+\)/, ':3000)'))).toMatchInlineSnapshot(`
      [
        "Renkei を起動しました(http://127.0.0.1:3000)。終了は Ctrl+C です。",
        "データベースが停止したため、終了します。ディスクの空き容量をご確認のうえ、もう一度起動してください。お知らせ済みの内容は保存されています。",
      ]
    `);
    expect(said).toMatch(/"level":60.*"fault":\{"name":"Error".*the database is lost/);

    await start();
    const after = here.count();
    await here.type('naka-wada', '/item list');
    await here.comes(/K1 停止前の宿題/, after);
    expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});
