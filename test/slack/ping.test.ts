/** The monitor elsewhere hears of us while all is well, and only then. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, test } from 'vitest';
import { pingWhileWell } from '../../src/slack/ping.ts';
import { until } from '../support/until.ts';

/** A log, and how often it says that the monitor was not reached. */
function logged() {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  return { log, missed: () => lines.filter((one) => one.includes('PING_URL')).length };
}

test('it is called while all is well, and not while something is wrong or cannot be looked at', async () => {
  const calls: (string | undefined)[] = [];
  let looks = 0;
  const monitor = createServer((req, res) => {
    calls.push(req.url);
    res.end();
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/ping/`;
  const { log, missed } = logged();
  const isWrong = async () => {
    looks += 1;
    return false;
  };
  const cannotBeSeen = () => Promise.reject(new Error('the database is away'));
  const scenes: [well: () => Promise<boolean>, over: () => boolean][] = [
    [async () => true, () => calls.length === 1],
    [isWrong, () => looks === 1],
    [cannotBeSeen, () => missed() === 1],
    // After whatever those two did.
    [async () => true, () => calls.at(-1) === '/ping/3'],
  ];
  for (const [i, [well, over]] of scenes.entries()) {
    const stop = pingWhileWell(`${url}${i}`, well, log);
    await until(over);
    stop();
  }
  expect([calls, missed()]).toEqual([['/ping/0', '/ping/3'], 1]);
  monitor.closeAllConnections();
  monitor.close();
});

test('a monitor that is away is no fault of ours', async () => {
  const { log, missed } = logged();
  const stop = pingWhileWell('http://127.0.0.1:9/ping', async () => true, log);
  await until(() => missed() === 1);
  stop();
});
