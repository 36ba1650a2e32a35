/**
 * The two ways in which Slack reaches us: requests over HTTP, or WebSockets that we open (Socket Mode). Both end in a
 * receiver of Bolt's, built here and not by Bolt, which shares options between clients that must not share them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from 'pino';
import { slackLogger, Unwelcome } from './clients.ts';
import { told } from './faults.ts';

export interface Way {
  readonly receiver: Receiver;
  /** Takes a request that Slack posted; undefined where Slack posts none. */
  readonly requests?: (req: IncomingMessage, res: ServerResponse) => void;
  /** Throws `Unwelcome` where Slack does not accept our token. */
  start(): Promise<void>;
  /** Whether Slack can reach us. */
  connected(): boolean;
  stop(): Promise<void>;
}

/** A request may be so much older or younger than our clock, in seconds. */
const MOST_AGE = 300;
/** Of a request's body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Slack posts requests, signed. Bolt checks the signature and refuses old requests; those of the future are refused here. */
export function overHttp(signingSecret: string, log: Logger): Way {
  const receiver = new HTTPReceiver({ signingSecret, bodyLimit: BODY_LIMIT, logger: slackLogger(log) });
  return {
    receiver,
    requests(req, res) {
      const sent = Number(req.headers['x-slack-request-timestamp']);
      if (!(Math.abs(Date.now() / 1000 - sent) <= MOST_AGE)) {
        res.writeHead(401).end();
        return;
      }
      receiver.requestListener(req, res);
    },
    start: async () => {},
    connected: () => true,
    stop: async () => {},
  };
}

/** In milliseconds. */
const DEAF_FOR = 5 * 60_000;
const WATCH = 30_000;
const GOODBYE = 3_000;
/** Between tries to connect again: at first, and at most. */
const AGAIN = 1_000;
const AGAIN_MOST = 30_000;

/**
 * We open two WebSockets, since one that Slack renews is away for several seconds. `onDeaf` is called when neither has
 * been connected for five minutes: the library has been seen to give up without a word.
 */
export function overSockets(
  settings: { appToken: string; apiUrl: string | undefined },
  log: Logger,
  onDeaf: () => void,
): Way {
  const sockets = [socket(settings, log), socket(settings, log)];
  const connected = (): boolean => sockets.some((one) => one.connected());
  let watching: NodeJS.Timeout | undefined;
  let lastHeard = performance.now();
  return {
    receiver: {
      init: (app) => {
        for (const { receiver } of sockets) receiver.init(app);
      },
      start: async () => {},
      stop: async () => {},
    },
    async start() {
      await Promise.all(sockets.map((one) => one.start())).catch((fault: unknown) => {
        throw fault instanceof WebAPIPlatformError ? new Unwelcome('SLACK_APP_TOKEN', fault.data.error) : fault;
      });
      watching = setInterval(() => {
        if (connected()) lastHeard = performance.now();
        else if (performance.now() - lastHeard > DEAF_FOR) onDeaf();
      }, WATCH).unref();
    },
    connected,
    async stop() {
      clearInterval(watching);
      const closed = Promise.all(sockets.map((one) => one.stop()));
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, GOODBYE).unref())]);
    },
  };
}

/** One WebSocket. It is connected again from here: where the library's own attempt fails, nobody could catch that. */
function socket({ appToken, apiUrl }: { appToken: string; apiUrl: string | undefined }, log: Logger) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        timeout: 10_000,
        // With an end to its retries, one 503 at a reconnection would leave us deaf.
        retryConfig: { forever: true, factor: 1.3, minTimeout: 1_000, maxTimeout: 30_000 },
      },
    },
  });
  const { client } = receiver;
  let [up, wanted, tries] = [false, false, 0];
  let trying: NodeJS.Timeout | undefined;
  const again = (): void => {
    if (wanted && !trying)
      trying = setTimeout(() => void attempt(), Math.min(AGAIN * 2 ** tries++, AGAIN_MOST)).unref();
  };
  const attempt = async (): Promise<void> => {
    await client.start().catch((fault: unknown) => {
      if (wanted) log.error({ fault: told(fault) }, 'Slack was not connected again by Socket Mode; it is tried on');
    });
    trying = undefined;
    if (!up) again();
  };
  client.on('connected', () => {
    up = true;
    tries = 0;
  });
  for (const end of ['close', 'disconnecting', 'disconnected'])
    client.on(end, () => {
      up = false;
    });
  client.on('disconnected', again);
  return {
    receiver,
    connected: () => up,
    async start() {
      await client.start();
      wanted = true;
    },
    async stop() {
      wanted = false;
      clearTimeout(trying);
      await client.disconnect();
    },
  };
}
