/**
 * The bot at work: the door open, delivery running, the clock ticking; the same in production and in the practice room.
 */
import type { Logger } from 'pino';
import { commands, surfaces } from '../commands/index.ts';
import { shortcuts } from '../commands/shortcuts.ts';
import { officeCalendar } from './calendar/holidays.ts';
import { answer, formErrors, formHere, opensForm } from './command/answer.ts';
import { overhear } from './command/overhear.ts';
import { formOfShortcut } from './command/shortcut.ts';
import { type ChannelPlace, renderSurface } from './command/surface.ts';
import { houseOf } from './compose.ts';
import type { Instant } from './domain/day.ts';
import { feedOf } from './feed.ts';
import { jobs } from './jobs/index.ts';
import { type Mail, mailBy } from './mail/mail.ts';
import { mailboxBy } from './mail/mailbox.ts';
import type { Settings } from './settings.ts';
import { adjuster } from './slack/adjust.ts';
import { type Administrator, administratorBy } from './slack/administrator.ts';
import { isForSlack } from './slack/byMail.ts';
import { connectClients, introduce, Unwelcome } from './slack/clients.ts';
import { delivery, realTime } from './slack/deliver.ts';
import { detours, otherWay } from './slack/detour.ts';
import { fetchingFiles } from './slack/fetchFile.ts';
import { hearing } from './slack/hear.ts';
import { hush } from './slack/hush.ts';
import { pingWhileWell } from './slack/ping.ts';
import { receive } from './slack/receive.ts';
import { clockwork } from './slack/schedule.ts';
import { serve } from './slack/serve.ts';
import { surveying } from './slack/survey.ts';
import { tellKeptOut, watchToken } from './slack/token.ts';
import { overHttp, overSockets } from './slack/ways.ts';
import type { Health } from './store/health.ts';
import { enqueue } from './store/outbox.ts';
import { type Outgoing, outgoing } from './store/outgoing.ts';
import type { Store } from './store/store.ts';
import { takeOver } from './store/takeOver.ts';

export interface BotParts {
  readonly settings: Pick<
    Settings,
    'botToken' | 'apiUrl' | 'door' | 'host' | 'port' | 'pingUrl' | 'publicUrl' | 'smtpUrl' | 'mailboxUrl' | 'adminMail'
  >;
  readonly store: Store;
  /** Whether no other bot works on this database: then what a dead one had begun is taken over at once. */
  readonly alone: boolean;
  /** The clock is moved on by hand, over days at once: that is no outage. */
  readonly leaps?: boolean;
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

/** Throws `Unwelcome` where Slack does not accept a token; the administrator was told then. */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { settings, store, log } = parts;
  const { smtpUrl, adminMail } = settings;
  const mail = smtpUrl === undefined ? undefined : mailBy(smtpUrl);
  const administrator = mail && adminMail !== undefined ? administratorBy(mail, adminMail) : undefined;
  const sending = outgoing(store.client, `worker-${process.pid}`);
  try {
    return await begin(parts, { mail, administrator, sending });
  } catch (fault) {
    if (fault instanceof Unwelcome) await tellKeptOut(fault, { known: sending, administrator, log });
    throw fault;
  }
}

interface Outward {
  readonly mail: Mail | undefined;
  readonly administrator: Administrator | undefined;
  readonly sending: Outgoing;
}

async function begin(parts: BotParts, { mail, administrator, sending }: Outward): Promise<Bot> {
  const { settings, store, alone, leaps, now, log, onDeaf = () => {} } = parts;
  const { botToken, apiUrl, door, publicUrl, mailboxUrl } = settings;
  const { bulk, interactive, ...others } = connectClients({ botToken, apiUrl }, log);
  const introduced = await introduce(bulk);
  if ('refused' in introduced) throw new Unwelcome('SLACK_BOT_TOKEN', introduced.refused);
  const { home } = introduced;

  const shown = (id: string, key: string, at: Instant, place?: ChannelPlace) =>
    renderSurface(surfaces, key, at, store.council(id), place);
  const token = watchToken({ call: bulk, home, known: sending, administrator, log });
  const clients = { ...others, bulk: token.watched(bulk), interactive: token.watched(interactive, 'hurried') };
  const carrier = delivery(
    {
      outgoing: sending,
      clients,
      home,
      renderSurface: shown,
      detour: detours(store, shown),
      hush: hush(store, officeCalendar),
      mail,
    },
    log,
  );
  const wake = (): void => carrier.wake();
  const inStep = adjuster({ store, call: clients.bulk, home, calendarOn: officeCalendar, wake, log });
  const returning =
    mailboxUrl === undefined
      ? undefined
      : {
          mailbox: mailboxBy(mailboxUrl),
          isForSlack: isForSlack(sending, home),
          otherWay: otherWay(store, shown),
          onAway: (error: string) => log.warn({ error }, 'the mailbox of MAILBOX_URL was not read; it is tried again'),
        };
  const clock = clockwork({ jobs: jobs(officeCalendar, leaps, returning), store, wake, log });

  const fetchFile = fetchingFiles(clients);
  const survey = surveying(clients.bulk, home, realTime);
  const ears = hearing({
    behind: {
      commands: commands.map((one) => one.name),
      answer: (heard) => answer(heard, houseOf(store, heard.at, home.teamId, publicUrl, fetchFile, survey)),
      overhear: (heard) => overhear(heard, houseOf(store, heard.at, home.teamId, publicUrl)),
      opensForm: (heard) => opensForm(heard, houseOf(store, heard.at, home.teamId, publicUrl)),
      formOfShortcut: (id, message) => formOfShortcut(shortcuts, commands, id, message),
      formHere: (heard, form) => formHere(heard, form, houseOf(store, heard.at, home.teamId, publicUrl)),
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
      wake() {
        wake();
        inStep.wake();
      },
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
      checks: {
        database: async () => (await store.client.$queryRaw`SELECT 1`) !== undefined,
        slack: way.connected,
        token: () => token.accepted() !== false,
        delivery: () => carrier.alive() === true,
        clock: () => clock.alive() === true,
      },
      about: async () => asJson(await store.across.health(now())),
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
      token.look,
    );
  } catch (fault) {
    await serving.close();
    throw fault;
  }
  if (alone) await takeOver(store.client);
  carrier.start(now);
  inStep.start(now);
  clock.start(now);
  const stopLooking = token.start();
  const stopPing = settings.pingUrl === undefined ? () => {} : pingWhileWell(settings.pingUrl, serving.ready, log);

  return {
    url: serving.url,
    async catchUp() {
      await clock.tick(now());
      inStep.wake();
      await carrier.drain(now());
    },
    async stop() {
      stopPing();
      stopLooking();
      serving.stopTaking();
      await clock.stop();
      await ears.settled();
      await way.stop();
      // A socket may have brought something until the last moment.
      await ears.settled();
      await inStep.stop();
      await carrier.stop();
      await serving.close();
    },
  };
}

/** For a monitor, or a person who looks; instants are in UTC. */
function asJson({ jobs, queue, mailbox }: Health): object {
  const written = (at: Instant | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return {
    queue: { ...queue, oldest: written(queue.oldest) },
    ...(mailbox && { mailbox: { read: written(mailbox.read), error: mailbox.error ?? null } }),
    jobs: Object.fromEntries(
      jobs.map(({ job, last, state, next }) => [
        job,
        { last: written(last), state: state ?? null, next: written(next) },
      ]),
    ),
  };
}
