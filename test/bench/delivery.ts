/**
 * How near delivery comes to what Slack allows: one message a second in a channel, four a second in the workspace. Over HTTP to
 * the stand-in, which refuses whatever is faster, in real time and with several workers. By hand, on PostgreSQL:
 *
 *   . .ci/postgres; postgres_start; npm run build && node dist/test/bench/delivery.js; postgres_stop
 *
 * Two numbers after it are other lengths: seconds of each scene, and workers.
 *
 * Measured on two cores that ten others shared: 96.9, 98.9, 99.6, 98.1, 99.4 and 99.5 % with 1, 2, 4, 5, 40 and 400 channels.
 */
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { instant } from '../../src/domain/day.ts';
import { type Rates, slackRates } from '../../src/practice/rates.ts';
import { serveSlack } from '../../src/practice/webApi.ts';
import { createWorkspace } from '../../src/practice/workspace.ts';
import { connectClients } from '../../src/slack/clients.ts';
import { delivery } from '../../src/slack/deliver.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import type { Post } from '../../src/text/post.ts';
import { same } from '../../src/text/text.ts';
import { testDatabase, testServer } from '../support/database.ts';
import { COUNCIL, smallCouncil, TEAM } from '../support/smallCouncil.ts';

if (testServer === undefined) throw new Error('TEST_DATABASE_URL names no server: PGlite measures something else');
const [SECONDS = 30, WORKERS = 2] = process.argv.slice(2).map(Number);
const TOKEN = 'xoxb-practice';
const NOW = instant(Date.parse('2026-06-09T09:00:00+09:00'));
const log = pino({ level: 'silent' });

const database = await testDatabase();
const client = await smallCouncil(database);

/** So many channels with messages for as long as the scene lasts. */
async function scene(channels: number): Promise<void> {
  await client.$executeRaw`TRUNCATE outbox, surface, rest`;
  const allows = slackRates(() => performance.now());
  const arrived: number[] = [];
  const rates: Rates = (method, args) => {
    const wait = allows(method, args);
    if (wait === undefined && method === 'chat.postMessage') arrived.push(performance.now());
    return wait;
  };
  const workspace = createWorkspace({ now: () => NOW, rates });
  const team = workspace.addTeam({ id: TEAM, domain: 'council', name: '協議会' }, { token: TOKEN });
  const bot = team.bot?.userId ?? '';
  const ids = Array.from({ length: channels }, (_, i) => `C${i}`);
  for (const id of ids) workspace.addChannel({ id, teamId: TEAM, name: id.toLowerCase(), members: [bot] });
  const slack = await serveSlack(workspace);
  const allowed = Math.min(channels, 4);
  const count = allowed * SECONDS;
  const posts = Array.from({ length: count }, (_, i): Post => {
    const channel = { teamId: TEAM, channelId: ids[i % channels] ?? '' };
    return { kind: 'message', key: `note:${i}`, to: { channel }, message: { summary: same(`お知らせ${i}`) } };
  });
  await enqueue(client, COUNCIL, posts, [], NOW);

  const workers = Array.from({ length: WORKERS }, (_, i) =>
    delivery(
      {
        outgoing: outgoing(client, `worker-${i}`),
        clients: connectClients({ botToken: TOKEN, apiUrl: slack.apiUrl }, log),
        home: { teamId: TEAM, userId: bot },
        renderSurface: async () => undefined,
        detour: async () => {},
      },
      log,
    ),
  );
  await Promise.all(workers.map((one) => one.drain(NOW)));
  await slack.close();

  if (arrived.length !== count) throw new Error(`${arrived.length} of ${count} arrived`);
  const told = workspace.calls.filter((one) => one.method === 'chat.postMessage').length;
  // So many may come at once; the others come after them.
  const seconds = ((arrived.at(-1) ?? 0) - (arrived[0] ?? 0)) / 1_000;
  const share = (100 * ((count - allowed) / allowed)) / seconds;
  console.log(
    `${channels} channels, ${WORKERS} workers: ${count} messages in ${seconds.toFixed(1)} s, ${share.toFixed(1)} % of the allowed ${allowed} a second; ${told - count} refused for coming too fast`,
  );
}

for (const channels of [1, 2, 4, 5, 40, 400]) await scene(channels);
await client.$disconnect();
await database.close();
