/** The monitor elsewhere hears of us while all is well, and only then. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, test } from 'vitest';
import { pingWhileWell } from '../../src/slack/ping.ts';

const quiet = pino({ level: 'silent' });
const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

test('it is called while all is well, and not while something is wrong or cannot be looked at', async () => {
  let calls = 0;
  const monitor = createServer((_, res) => {
    calls += 1;
    res.end();
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/ping/abc`;
  const wells = [async () => true, async () => false, () => Promise.reject(new Error('the database is away'))];
  for (const well of wells) {
    const stop = pingWhileWell(url, well, quiet);
    await soon();
    stop();
  }
  expect(calls).toBe(1);
  monitor.closeAllConnections();
  monitor.close();
});

test('a monitor that is away is no fault of ours', async () => {
  const stop = pingWhileWell('http://127.0.0.1:9/ping', async () => true, quiet);
  await soon();
  stop();
});
