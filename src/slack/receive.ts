/** The door: Bolt listens, and hands over to those who hear. */
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Home, type Json, slackLogger } from './clients.ts';
import { faultCode, told } from './faults.ts';
import { FORM } from './form.ts';
import type { Ack, Hearing } from './hear.ts';
import type { Way } from './ways.ts';

/** Opens the door on this way; `commands` are the names without the slash. Where Slack takes the token away it says so, once. */
export async function receive(
  way: Way,
  hearing: Hearing,
  commands: readonly string[],
  home: Home,
  log: Logger,
  lookAtToken: () => Promise<void> = async () => {},
): Promise<void> {
  const app = new App({
    receiver: way.receiver,
    // Known since the start, so that no event depends on the database; our own clients hold the token.
    authorize: async () => ({ botUserId: home.userId, teamId: home.teamId }),
    convoStore: false,
    deferInitialization: true,
    logger: slackLogger(log),
    clientOptions: { retryConfig: { retries: 0 } },
  });
  await app.init();
  for (const name of commands) app.command(`/${name}`, ({ body, ack }) => hearing.command(body, plain(ack)));
  app.action(/.*/, ({ body, ack }) => hearing.press(body, plain(ack)));
  app.shortcut({ type: 'message_action' }, ({ body, ack }) => hearing.shortcut(body, plain(ack)));
  app.view({ callback_id: FORM, type: 'view_submission' }, ({ body, ack }) => hearing.submission(body, plain(ack)));
  app.message(/^\s*／/u, ({ body }) => hearing.message(body));
  app.message(MARKED, ({ body }) => hearing.remark(body));
  for (const taken of ['tokens_revoked', 'app_uninstalled'] as const) app.event(taken, lookAtToken);
  app.error(async (fault) => log.error({ code: faultCode(), fault: told(fault) }, 'Bolt failed'));
  await way.start();
}

/** May be noted where a meeting is open; looked at more closely there. */
const MARKED = /(?:決定|申合せ|申し合わせ|宿題|確認|経過)(?:事項)?[\s*]*[:：]/u;

/** Bolt types each acknowledgement on its own; what is sent is JSON. */
const plain =
  (ack: (answer: never) => Promise<unknown>): Ack =>
  (answer?: Json) =>
    ack(answer as never);
