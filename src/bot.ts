/**
 * The bot at work: the door open, delivery running, the clock ticking; the same in production and in the practice room.
 */
import type { Logger } from 'pino';
import { commands, surfaces } from '../commands/index.ts';
import { officeCalendar } from './calendar/holidays.ts';
import { answer, formErrors, formFor } from './command/answer.ts';
import { renderSurface } from './command/surface.ts';
import { houseOf } from './compose.ts';
import type { Instant } from './domain/day.ts';
import { feedOf } from './feed.ts';
import { jobs } from './jobs/index.ts';
import type { Settings } from './settings.ts';
import { connectClients, introduce, Unwelcome } from './slack/clients.ts';
import { delivery } from './slack/deliver.ts';
import { hearing } from './slack/hear.ts';
import { receive } from './slack/receive.ts';
import { clockwork } from './slack/schedule.ts';
import { serve } from './slack/serve.ts';
import { overHttp, overSockets } from './slack/ways.ts';
import { enqueue } from './store/outbox.ts';
import { outgoing } from './store/outgoing.ts';
import type { Store } from './store/store.ts';
import { takeOver } from './store/takeOver.ts';

export interface BotParts {
  readonly settings: Pick<Settings, 'botToken' | 'apiUrl' | 'door' | 'host' | 'port'> &
    Partial<Pick<Settings, 'publicUrl'>>;
  readonly store: Store;
  /** Whether no other bot works on this database: then what a dead one had begun is taken over at once. */
  readonly alone: boolean;
  /** Business time. */
  readonly now: () => Instant;
  readonly log: Logger;
  /** Only a new start helps: Slack has not been heard of for minutes. */
  readonly onDeaf?: () => void;
}

export interface Bot {
  /** Where HTTP is served: `http://127.0.0.1:3000` */
  readonly url: string;
  /** Runs what is due now, and delivers it. */
  catchUp(): Promise<void>;
  /** Takes nothing new, answers what was heard, sends what is due, and closes. */
  stop(): Promise<void>;
}

/** Throws `Unwelcome` where Slack does not accept a token. */
export async function startBot({ settings, store, alone, now, log, onDeaf = () => {} }: BotParts): Promise<Bot> {
  const { botToken, apiUrl, door, publicUrl } = settings;
  const clients = connectClients({ botToken, apiUrl }, log);
  const introduced = await introduce(clients.bulk);
  if ('refused' in introduced) throw new Unwelcome('SLACK_BOT_TOKEN', introduced.refused);
  const { home } = introduced;

  const carrier = delivery(
    {
      outgoing: outgoing(store.client, `worker-${process.pid}`),
      clients,
      home,
      renderSurface: (id, key, at) => renderSurface(surfaces, key, at, store.council(id)),
    },
    log,
  );
  const wake = (): void => carrier.wake();
  const clock = clockwork({ jobs: jobs(officeCalendar), store, wake, log });

  const ears = hearing({
    behind: {
      commands: commands.map((one) => one.name),
      answer: (heard) => answer(heard, houseOf(store, heard.at, home.teamId, publicUrl)),
      formFor: (heard) => formFor(heard, houseOf(store, heard.at, home.teamId, publicUrl)),
      formErrors: (heard) => formErrors(heard, houseOf(store, heard.at, home.teamId, publicUrl)),
      letter: ({ key, userId, at }, councilId, message) =>
        enqueue(
          store.client,
          councilId,
          [
            {
              kind: 'message',
              key: `whisper:${key}`,
              to: { channel: { teamId: home.teamId, channelId: userId } },
              message,
            },
          ],
          [],
          at,
        ),
      wake,
    },
    clients,
    now,
    log,
  });

  const way =
    door.kind === 'http'
      ? overHttp(door.signingSecret, log)
      : overSockets({ appToken: door.appToken, apiUrl }, log, onDeaf);
  const serving = await serve(
    settings,
    way.requests,
    {
      database: async () => (await store.client.$queryRaw`SELECT 1`) !== undefined,
      slack: way.connected,
      delivery: () => carrier.alive() === true,
      clock: () => clock.alive() === true,
    },
    // Where nobody reaches us, nobody is given an address either.
    publicUrl === undefined ? undefined : (token) => feedOf(token, store, now()),
  );
  try {
    await receive(
      way,
      ears,
      commands.map((one) => one.name),
      home,
      log,
    );
  } catch (fault) {
    await serving.close();
    throw fault;
  }
  if (alone) await takeOver(store.client);
  carrier.start(now);
  clock.start(now);

  return {
    url: serving.url,
    async catchUp() {
      await clock.tick(now());
      await carrier.drain(now());
    },
    async stop() {
      serving.stopTaking();
      await clock.stop();
      await ears.settled();
      await way.stop();
      // A socket may have brought something until the last moment.
      await ears.settled();
      await carrier.stop();
      await serving.close();
    },
  };
}
