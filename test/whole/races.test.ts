/** Two bots, then four, on one PostgreSQL: whatever reaches all has one effect, whoever comes first, and the morning comes once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../prisma/workbook/chance.ts';
import { overHttp, type Wire } from '../../src/practice/deliver.ts';
import { crowd, desksOf, SECRETARIAT } from '../support/crowd.ts';
import { testServer } from '../support/database.ts';
import { officeBeginning, officeCouncil } from '../support/officeCouncil.ts';
import { endAll, newPremises, type Premises, type RunningBot, startBot, until } from '../support/process.ts';
import { reckoning } from '../support/reckoning.ts';
import { type Town, town } from '../support/town.ts';

/** Who may decide for 介護保険WG: its lead, and the secretariat in its place. */
const DECIDERS = ['naka-wada', 'naka-hiramatsu', 'naka-terakado', 'naka-watahiki', 'naka-nemoto'];

describe.runIf(testServer)('several bots on one database', () => {
  let here: Town;
  let premises: Premises;
  let bots: readonly RunningBot[];
  let numbers: readonly number[];
  const digests = () => here.workspace.state.messages.filter((one) => here.read(one).includes('おはようございます'));

  beforeAll(async () => {
    premises = await newPremises(await officeBeginning(await officeCouncil()));
    // The town's clock runs from here on: the bots must have begun before nine for nine to be owed.
    here = await town('2026-06-02T08:59:35+09:00');
    const kaigo = "SELECT number FROM requirement WHERE system_slug = 'kaigo' ORDER BY number DESC LIMIT 10";
    numbers = (await premises.rows<{ number: number }>(kaigo)).map((one) => one.number);
    bots = await Promise.all([startBot(premises, here.settings()), startBot(premises, here.settings())]);
    await Promise.all(bots.map((bot) => bot.ready()));
    here.workspace.connect(toAll);
  });
  afterAll(async () => {
    endAll();
    await here.close();
    await premises.close();
  });

  /** Every delivery goes to each at once. */
  const toAll: Wire = async (...delivery) => {
    const secret = here.workspace.app.signingSecret;
    const ways = bots.map((bot) => overHttp(`${bot.url}/slack/events`, { secret, clock: Date.now }));
    const [first = { kind: 'timeout' }] = await Promise.all(ways.map((way) => way(...delivery)));
    return first;
  };

  test('the same delivery to both decides once, and takes back once', async () => {
    const before = here.count();
    await here.type('naka-wada', `/req decide ${numbers[0]} レベルアップ`);
    const { message } = await here.comes(/\(令和8年度決定第1号\)/, before);
    await here.press('naka-wada', '取り消す', message);
    await until('the decision is struck', () => here.read(message).includes('~') || undefined);
    expect(await premises.rows('SELECT id FROM decision')).toHaveLength(1);
    expect(await premises.rows('SELECT decision_id FROM decision_cancellation')).toHaveLength(1);
  });

  test.each([
    { replicas: 2, nth: 1 },
    { replicas: 4, nth: 2 },
  ])(
    'of ten who decide the same before $replicas at once, one does, and nine are told by whom',
    async ({ replicas, nth }) => {
      const more = Array.from({ length: replicas - bots.length }, () => startBot(premises, here.settings()));
      bots = [...bots, ...(await Promise.all(more))];
      await Promise.all(bots.map((bot) => bot.ready()));
      const before = here.count();
      const said = DECIDERS.flatMap((who) => [
        here.type(who, `/req decide ${numbers[nth]} 標準どおり`),
        here.type(who, `/req decide ${numbers[nth]} 代替案 ${who}の案`),
      ]);
      await Promise.all(said);
      // Nine are whispered to at once; what is announced to the channel is sent by the outbox, which may be a moment later.
      const answers = await until('nine are told, and one decision is announced', () => {
        // On a busy machine the morning's digests come meanwhile, to each person.
        const since = here.workspace.state.messages.slice(before);
        const all = since.filter((one) => one.channel === here.channelId('wg-介護保険')).map(here.read);
        // What follows is the line that changes it, as each meant it.
        const told = all.flatMap((one) => /^.*決定済みです\([^)]*\)。/u.exec(one) ?? []);
        const announced = all.filter((one) => one.includes('しました('));
        return told.length >= 9 && announced.length > 0 ? { told: [...new Set(told)], announced } : undefined;
      });
      expect(answers.announced).toHaveLength(1);
      expect(answers.told).toEqual([expect.stringContaining(`(令和8年度決定第${nth + 1}号、記録:`)]);
      const lines = await premises.rows('SELECT sequence FROM decision_line WHERE number = $1', [numbers[nth]]);
      expect(lines).toEqual([{ sequence: 1 }]);
    },
  );

  test('whoever of them is asked, nothing is lost and nothing is done twice', async () => {
    const people = crowd(here, await desksOf(here, premises, 6), SECRETARIAT, chanceFrom(20_261_125));
    await sleep(6_000);
    await people.stop();
    const found = await reckoning(here, premises);
    console.info(`four bots, ${people.acknowledged.length} lines`, found);
    expect(found.wrong).toEqual([]);
    expect(found.undelivered).toEqual([]);
  });

  test('the digest is due in all four, and each person gets one', async () => {
    await until('a digest', () => digests().length > 0 || undefined, 150_000);
    await reckoning(here, premises);
    const nine = "SELECT state FROM occurrence WHERE job = 'digest' AND due_at = '2026-06-02T09:00:00+09:00'";
    expect(await premises.rows(nine)).toEqual([{ state: 'done' }]);
    const channels = digests().map((one) => one.channel);
    expect(new Set(channels).size).toBe(channels.length);
    for (const bot of bots) expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});
