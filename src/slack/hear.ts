/**
 * Hears what people type, press and submit, and answers them: acknowledged first, always; the rest follows.
 *
 * This is the one boundary of faults: what should never happen ends here as a short code for the asker and a line in the
 * log; a database that is away ends as a request to try again. The clock is read here, once for each thing heard.
 */
import type { Logger } from 'pino';
import type { Answered } from '../command/answer.ts';
import type { Form } from '../command/argument.ts';
import type { Heard } from '../command/heard.ts';
import { refusals } from '../command/refusals.ts';
import type { ShortcutMessage } from '../command/shortcut.ts';
import type { Instant } from '../domain/day.ts';
import { holdsPersonalNumber } from '../domain/personalNumber.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { FaultTold } from '../text/faultTold.ts';
import type { Message } from '../text/message.ts';
import type { Language, Text } from '../text/text.ts';
import type { Clients, Json } from './clients.ts';
import { faultCode, told } from './faults.ts';
import { plainView, viewOf } from './form.ts';
import {
  type Arrival,
  commandArrival,
  postedCommand,
  pressArrival,
  remarkArrival,
  shortcutArrival,
  submissionArrival,
} from './payload.ts';
import { render } from './render.ts';
import { text } from './text.ts';

/** What stands behind the door. */
interface Behind {
  /** The names of all commands. */
  readonly commands: readonly string[];
  answer(heard: Heard): Promise<Answered>;
  /** A message that may be a note; undefined where it is none of ours. */
  overhear(heard: Heard): Promise<Answered | undefined>;
  /** Whether the words are answered by a form; known at once. */
  opensForm(heard: Heard): boolean;
  /** The form that a message's shortcut opens. */
  formOfShortcut(id: string, message: ShortcutMessage): Form | undefined;
  /** The form, for whoever may fill it in at all. */
  formHere(heard: Heard, form: Form): Promise<Answered>;
  /** What cannot be read in a submitted form, by field; known at once. */
  formErrors(heard: Heard): Readonly<Record<string, Text>> | undefined;
  /** Sends a direct message by the outbox, where the short way back is closed. */
  letter(heard: Heard, councilId: string, message: Message): Promise<void>;
  /** Something may have been written to the outbox. */
  wake(): void;
}

export type Ack = (answer?: Json) => Promise<unknown>;

export interface Hearing {
  command(body: unknown, ack: Ack): Promise<void>;
  press(body: unknown, ack: Ack): Promise<void>;
  submission(body: unknown, ack: Ack): Promise<void>;
  /** A message's shortcut: opens a form in which the message's address stands. */
  shortcut(body: unknown, ack: Ack): Promise<void>;
  /** A message that would have been a command but for its full-width slash. */
  message(body: unknown): Promise<void>;
  /** A message with lines that are noted while a meeting is open in its channel. */
  remark(body: unknown): Promise<void>;
  /** Resolves when everything that was heard is answered, or is not after many seconds. */
  settled(): Promise<void>;
}

export interface Ears {
  readonly behind: Behind;
  readonly clients: Pick<Clients, 'interactive' | 'respond'>;
  readonly now: () => Instant;
  readonly log: Logger;
}

/** In milliseconds: within three seconds everyone hears something. */
const SLOW = 2_500;
const LONGEST_ANSWER = 15_000;
/** After so long a form that is on the way is waited for in an open modal: what opens one is good for three seconds. */
const WAITED = 1_200;
/** The same delivery again within this time is not even looked at; the database knows older ones. */
const RECENT = 10 * 60_000;
/** A response URL is good for five answers; one is kept for 「処理に時間がかかっています」. */
const PAGES = 4;
/** A form with a text longer than this gives it back when it is refused. */
const LONG_TEXT = 40;

export function hearing({ behind, clients, now, log }: Ears): Hearing {
  const languages = new Map<string, Language>();
  const seen = new Map<string, number>();
  const unanswered = new Set<Promise<void>>();

  const languageOf = ({ teamId, userId }: Pick<Heard, 'teamId' | 'userId'>): Language =>
    languages.get(`${teamId}/${userId}`) ?? 'ja';

  /** Whether this delivery was here before. */
  function again(key: string): boolean {
    const time = performance.now();
    for (const [old, at] of seen) if (time - at > RECENT) seen.delete(old);
    const before = seen.has(key);
    seen.set(key, time);
    return before;
  }

  /** Keeps account of what is still to be answered. A fault with nobody to tell is only logged. */
  function answering(work: () => Promise<void>): Promise<void> {
    const promise = work()
      .catch((fault: unknown) => log.error({ code: faultCode(), fault: told(fault) }, 'not understood'))
      .finally(() => unanswered.delete(promise));
    unanswered.add(promise);
    return promise;
  }

  const hear = (arrival: Arrival): Promise<void> => orTell(arrival, () => answer(arrival));

  async function orTell(arrival: Arrival, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      await tellFault(arrival, fault);
    }
  }

  /** What fails here fails again when it is answered, and is told then. */
  function attempt<Result>(look: () => Result): Result | undefined {
    try {
      return look();
    } catch (fault) {
      log.error({ fault: told(fault) }, 'could not be looked at');
      return undefined;
    }
  }

  /** `form`: what is asked for is this form, and no words say so. */
  async function answer(arrival: Arrival, form?: Form): Promise<void> {
    const { heard } = arrival;
    const waiting = form || attempt(() => behind.opensForm(heard)) ? waitingFor(arrival) : undefined;
    const slow = waiting ? undefined : setTimeout(() => void say(arrival, text.working, languageOf(heard)), SLOW);
    try {
      const { reply, language, councilId } = await (form ? behind.formHere(heard, form) : behind.answer(heard));
      clearTimeout(slow);
      languages.set(`${heard.teamId}/${heard.userId}`, language);
      behind.wake();
      if (reply.form) await open(arrival, reply.form, councilId, await waiting?.end());
      if (!reply.whisper) return;
      const message = givingBack(heard, reply.whisper, reply.done);
      if (reply.replaces && arrival.pressed && (await say(arrival, message, language, councilId, true))) return;
      await whisper(arrival, message, language, councilId, reply.toldOnce ? text.notKept : message);
    } finally {
      clearTimeout(slow);
      await waiting?.close();
    }
  }

  /** The modal in which a form is waited for: opened only where that takes long. */
  function waitingFor({ heard, triggerId }: Arrival) {
    const language = languageOf(heard);
    let opened: Promise<string | undefined> | undefined;
    const late = setTimeout(() => {
      const view = plainView(text.loading, language);
      opened = clients
        .interactive('views.open', { trigger_id: triggerId, view })
        .then((one) => (one.kind === 'done' ? String((one.data.view as Json).id) : undefined));
    }, WAITED);
    /** The open modal, if there is one; nobody else closes it from here on. */
    const end = async (): Promise<string | undefined> => {
      clearTimeout(late);
      const id = await opened;
      opened = undefined;
      return id;
    };
    return {
      end,
      async close(): Promise<void> {
        const id = await end();
        if (id !== undefined)
          await clients.interactive('views.update', { view_id: id, view: plainView(text.noForm, language) });
      },
    };
  }

  async function tellFault(arrival: Arrival, fault: unknown): Promise<void> {
    const { heard } = arrival;
    const about = { key: heard.key, command: heard.command, fault: told(fault) };
    const away = isUnavailable(fault);
    const code = faultCode();
    if (away) log.warn(about, 'the database is away');
    else log.error({ code, ...about }, 'a fault');
    const words = fault instanceof FaultTold ? { summary: fault.words(code) } : text.fault(code);
    await say(arrival, away ? text.busy : words, languageOf(heard));
  }

  /** In the modal that waits for it, where one does. */
  async function open(
    arrival: Arrival,
    form: Form,
    councilId: string | undefined,
    viewId?: string | undefined,
  ): Promise<void> {
    const { heard, responseUrl } = arrival;
    const language = languageOf(heard);
    const view = viewOf(form, { councilId, channelId: heard.channelId, responseUrl, language });
    const opened =
      viewId === undefined
        ? await clients.interactive('views.open', { trigger_id: arrival.triggerId, view })
        : await clients.interactive('views.update', { view_id: viewId, view });
    if (opened.kind === 'done') return;
    log.warn({ command: heard.command, opened: opened.kind }, 'a form did not open');
    await say(arrival, text.notOpened, language);
  }

  /** To the asker alone, where they asked; where that is closed, or too narrow, the letter goes as a direct message. */
  async function whisper(
    arrival: Arrival,
    message: Message,
    language: Language,
    councilId: string | undefined,
    letter = message,
  ) {
    const pages = render(message, { language, council: councilId });
    const narrow = pages.length > PAGES && councilId !== undefined;
    const said = await say(arrival, narrow ? text.long : message, language, councilId);
    if (said && !narrow) return;
    if (councilId === undefined) log.warn({ command: arrival.heard.command }, 'an answer found no way back');
    else await behind.letter(arrival.heard, councilId, letter);
  }

  /** Through the response URL; whether all of it was taken. */
  async function say(
    { responseUrl }: Arrival,
    message: Message,
    language: Language,
    council?: string,
    instead = false,
  ) {
    if (responseUrl === undefined) return false;
    for (const [nth, page] of render(message, { language, council }).entries()) {
      const taken = await clients.respond(responseUrl, {
        response_type: 'ephemeral',
        replace_original: instead && nth === 0,
        ...page,
      });
      if (!taken) return false;
    }
    return true;
  }

  /** To whoever posted a message, beside it; whether Slack took it. */
  async function privately(
    { channelId, userId, thread }: Pick<Heard, 'channelId' | 'userId'> & { readonly thread: string | undefined },
    page: object | undefined,
  ): Promise<boolean> {
    const place = { channel: channelId, user: userId, ...(thread !== undefined && { thread_ts: thread }) };
    return (await clients.interactive('chat.postEphemeral', { ...place, ...page })).kind === 'done';
  }

  /** What is told in private of a message that may be a note; that it was not noted too. */
  async function overheard(said: Heard) {
    try {
      const answered = await behind.overhear(said);
      if (!answered) return undefined;
      const { reply, language, councilId } = answered;
      languages.set(`${said.teamId}/${said.userId}`, language);
      behind.wake();
      return reply.whisper && { whisper: reply.whisper, language, councilId };
    } catch (fault) {
      const code = faultCode();
      log.error({ code, key: said.key, fault: told(fault) }, 'a message was not noted');
      const whisper = isUnavailable(fault) ? text.busy : text.fault(code);
      return { whisper, language: languageOf(said), councilId: undefined };
    }
  }

  /** Acknowledges, and hears what can be read in it. */
  const hearingAs =
    (read: (body: unknown, at: Instant) => Arrival | undefined) =>
    async (body: unknown, ack: Ack): Promise<void> => {
      const acknowledged = quietly(ack());
      await answering(async () => {
        const arrival = read(body, now());
        if (arrival && !again(arrival.heard.key)) await hear(arrival);
      });
      await acknowledged;
    };

  return {
    command: hearingAs(commandArrival),
    press: hearingAs(pressArrival),

    /** The acknowledgement carries what cannot be read in which field. */
    async submission(body, ack) {
      await answering(async () => {
        const arrival = attempt(() => submissionArrival(body, now()));
        const errors =
          arrival && attempt(() => (unspeakable(arrival.heard) ? undefined : behind.formErrors(arrival.heard)));
        await quietly(errors ? ack({ response_action: 'errors', errors: arrival.form.errors(errors) }) : ack());
        if (arrival && !errors && !again(arrival.heard.key)) await orTell(arrival, () => answer(arrival));
      });
    },

    async shortcut(body, ack) {
      const acknowledged = quietly(ack());
      await answering(async () => {
        const arrival = shortcutArrival(body, now());
        const form = behind.formOfShortcut(arrival.shortcut, arrival);
        if (form && !again(arrival.heard.key)) await orTell(arrival, () => answer(arrival, form));
      });
      await acknowledged;
    },

    async message(body) {
      await answering(async () => {
        const said = postedCommand(body, behind.commands);
        if (!said || again(said.key)) return;
        const refusal = holdsPersonalNumber(said.typed) ? refusals.personalNumber().whisper : undefined;
        const [page] = render(refusal ?? text.fullWidth(said), { language: languageOf(said), council: undefined });
        await privately(said, page);
      });
    },

    async remark(body) {
      await answering(async () => {
        const said = remarkArrival(body, now());
        if (!said || again(said.key)) return;
        const answered = await overheard(said);
        if (!answered) return;
        const { whisper, language, councilId } = answered;
        const pages = render(whisper, { language, council: councilId });
        const told = pages.length === 1 && (await privately(said, pages[0]));
        if (!told && councilId !== undefined) await behind.letter(said, councilId, whisper);
      });
    },

    async settled() {
      const late = AbortSignal.timeout(LONGEST_ANSWER);
      const tooLate = new Promise((resolve) => late.addEventListener('abort', resolve));
      while (unanswered.size > 0 && !late.aborted) await Promise.race([Promise.all(unanswered), tooLate]);
      if (unanswered.size > 0) log.warn({ unanswered: unanswered.size }, 'not everything that was heard is answered');
    },
  };

  /** An acknowledgement that fails was not heard in time; what was asked is done all the same. */
  async function quietly(acknowledged: Promise<unknown>): Promise<void> {
    await acknowledged.catch((fault: unknown) => log.warn({ fault: told(fault) }, 'an acknowledgement failed'));
  }
}

/** Whether the words must not be shown again, not even to who typed them. */
const unspeakable = ({ words }: Heard): boolean =>
  holdsPersonalNumber('line' in words ? words.line : Object.values(words.fields).join('\n'));

/** With what was typed, where a form was refused. */
function givingBack(heard: Heard, message: Message, done: readonly string[] | undefined): Message {
  const { command, words } = heard;
  if (done || !('fields' in words) || unspeakable(heard)) return message;
  const typed = Object.values(words.fields).filter((one) => one.trim() !== '');
  if (!typed.some((one) => one.length > LONG_TEXT)) return message;
  const given = text.givenBack(`/${command} ${words.subcommand} ${typed.join(' ')}`);
  return { ...message, parts: [...(message.parts ?? []), given] };
}
