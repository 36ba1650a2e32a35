/**
 * Whether Slack accepts our token: heard from every answer of Slack's, whoever asked; while nobody asks, asked now and then.
 *
 * When it is refused the administrator is told, once, by whichever worker hears it first; and once when it is accepted again.
 */
import type { Logger } from 'pino';
import type { Outgoing } from '../store/outgoing.ts';
import type { Administrator } from './administrator.ts';
import type { Answer, Call, Home, Unwelcome } from './clients.ts';
import { told } from './faults.ts';

export interface Watching {
  readonly call: Call;
  readonly home: Home;
  /** What all workers know of it together. */
  readonly known: Pick<Outgoing, 'shutOut' | 'letIn'>;
  /** Tells whoever looks after the token, outside of Slack; undefined: nobody is to be told so. */
  readonly administrator: Administrator | undefined;
  readonly log: Logger;
}

export interface Token {
  /** The same calls, and what their answers tell of the token; who has no time does not wait until it is told. */
  watched(call: Call, hurried?: 'hurried'): Call;
  /** Undefined before Slack was heard. */
  accepted(): boolean | undefined;
  /** Asks Slack. */
  look(): Promise<void>;
  /** Asks Slack now, whenever it was not heard of for an hour, and oftener while it refuses; the function that it gives ends it. */
  start(): () => void;
}

/** Tells the administrator that Slack did not let us begin: once, however often somebody starts us again, until it does. */
export async function tellKeptOut(
  { setting, refused, ofTheToken }: Unwelcome,
  {
    known,
    administrator,
    log,
  }: { readonly known: Pick<Outgoing, 'shutOutAtStart' | 'letIn'> } & Pick<Watching, 'administrator' | 'log'>,
): Promise<void> {
  if (!administrator || !ofTheToken) return;
  try {
    if (!(await known.shutOutAtStart())) return;
    // A letter that did not go is tried at the next start.
    if (!(await administrator.keptOut(setting, refused))) await known.letIn(undefined);
  } catch (fault) {
    log.warn({ fault: told(fault) }, 'the administrator could not be told that Slack does not accept the token');
  }
}

/** In milliseconds. */
const EVERY = 5 * 60_000;
const SILENCE = 60 * 60_000;

export function watchToken({ call, home, known, administrator, log }: Watching): Token {
  let accepted: boolean | undefined;
  let refusals = 0;
  let heardAt = performance.now();

  async function refused(error: string): Promise<void> {
    refusals += 1;
    if (accepted !== false) log.error({ error }, 'Slack does not accept SLACK_BOT_TOKEN');
    accepted = false;
    if (!(await known.shutOut(home.teamId)) || !administrator) return;
    // A letter that did not go is tried at the next refusal.
    if (!(await administrator.refused(error))) await known.letIn(home.teamId);
  }

  async function taken(): Promise<void> {
    if (accepted === true) return;
    accepted = true;
    if (!(await known.letIn(home.teamId))) return;
    log.info('Slack accepts SLACK_BOT_TOKEN again');
    await administrator?.accepted();
  }

  async function heard(answer: Answer, before: number): Promise<void> {
    try {
      if (answer.kind === 'barred') await refused(answer.error);
      // What was asked before it was refused says nothing of now.
      else if (answer.kind === 'done' && before === refusals) await taken();
      else return;
      heardAt = performance.now();
    } catch (fault) {
      // The next answer says so again.
      if (accepted) accepted = undefined;
      log.warn({ fault: told(fault) }, 'what Slack says of the token could not be noted');
    }
  }

  const watched: Token['watched'] = (asked, hurried) => async (method, args) => {
    const before = refusals;
    const answer = await asked(method, args);
    const noted = heard(answer, before);
    if (!hurried) await noted;
    return answer;
  };

  const ask = watched(call);
  const look = async (): Promise<void> => void (await ask('auth.test', {}));
  return {
    watched,
    accepted: () => accepted,
    look,
    start() {
      void look();
      const timer = setInterval(() => {
        if (accepted === false || performance.now() - heardAt >= SILENCE) void look();
      }, EVERY);
      return () => clearInterval(timer);
    },
  };
}
