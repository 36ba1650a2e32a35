/** What Slack hands over, read as words that someone said. Pure; the instant is given. */
import { z } from 'zod';
import type { Heard } from '../command/heard.ts';
import { markedLines } from '../domain/capture.ts';
import type { Instant } from '../domain/day.ts';
import { type Mrkdwn, plain } from '../text/text.ts';
import { type Submitted, submitted } from './form.ts';
import { buttonSays } from './render.ts';

/** Words that came to the door, and the ways back to who said them. */
export interface Arrival {
  readonly heard: Heard;
  /** Opens a modal, for three seconds. */
  readonly triggerId: string;
  /** Answers where the words were said, for thirty minutes. */
  readonly responseUrl: string | undefined;
  /** By a button: there is a message that the answer may replace. */
  readonly pressed?: true;
}

const commandShape = z.object({
  command: z.string().regex(/^\/\S+$/),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

/** A slash command. */
export function commandArrival(body: unknown, at: Instant): Arrival {
  const said = commandShape.parse(body);
  return {
    heard: {
      key: said.trigger_id,
      command: said.command.slice(1),
      words: { line: asTyped(said.text) },
      teamId: said.team_id,
      userId: said.user_id,
      channelId: said.channel_id,
      councilId: undefined,
      at,
    },
    triggerId: said.trigger_id,
    responseUrl: said.response_url,
  };
}

const userShape = z.object({ id: z.string(), team_id: z.string().optional() });

const pressShape = z.object({
  user: userShape,
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  actions: z.tuple([z.object({ type: z.string(), value: z.string().optional() })], z.unknown()),
});

/** A pressed button; undefined where it is none of those that carry a line. */
export function pressArrival(body: unknown, at: Instant): Arrival | undefined {
  const said = pressShape.parse(body);
  const { council, line } = buttonSays(said.actions[0].value ?? '');
  const [, command, words = ''] = /^\/(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
  if (command === undefined) return undefined;
  return {
    heard: {
      key: said.trigger_id,
      command,
      words: { line: words },
      teamId: said.user.team_id ?? said.team?.id ?? '',
      userId: said.user.id,
      channelId: said.container?.channel_id ?? said.channel?.id ?? '',
      councilId: council,
      at,
    },
    triggerId: said.trigger_id,
    responseUrl: said.response_url,
    pressed: true,
  };
}

const shortcutShape = z.object({
  user: userShape,
  team: z.object({ id: z.string(), domain: z.string().optional() }).nullish(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().optional() }).loose(),
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

/** So much of a message stands in a form. */
const MESSAGE_WORDS = 500;

/** A message's shortcut; its words are as they read, on one line, and its address is made as Slack makes it. */
export function shortcutArrival(
  body: unknown,
  at: Instant,
): Arrival & { readonly shortcut: string; readonly address: string; readonly words: string } {
  const said = shortcutShape.parse(body);
  const { ts, thread_ts: thread } = said.message;
  const message = `https://${said.team?.domain ?? 'app'}.slack.com/archives/${said.channel.id}/p${ts.replace('.', '')}`;
  return {
    heard: {
      key: said.trigger_id,
      command: '',
      words: { line: '' },
      teamId: said.user.team_id ?? said.team?.id ?? '',
      userId: said.user.id,
      channelId: said.channel.id,
      councilId: undefined,
      at,
    },
    triggerId: said.trigger_id,
    responseUrl: said.response_url,
    shortcut: said.callback_id,
    words: plain((said.message.text ?? '') as Mrkdwn)
      .replace(/\s*\n\s*/gu, ' ')
      .trim()
      .slice(0, MESSAGE_WORDS),
    address: thread === undefined || thread === ts ? message : `${message}?thread_ts=${thread}&cid=${said.channel.id}`,
  };
}

const submissionShape = z.object({
  user: userShape,
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string().default(''),
  view: z.object({ id: z.string(), hash: z.string() }).loose(),
});

/** A submitted form. */
export function submissionArrival(body: unknown, at: Instant): Arrival & { readonly form: Submitted } {
  const said = submissionShape.parse(body);
  const form = submitted(said.view);
  const { command, subcommand, channelId, councilId, responseUrl } = form.begun;
  return {
    heard: {
      key: `${said.view.id}:${said.view.hash}`,
      command,
      words: { subcommand, fields: form.fields },
      teamId: said.user.team_id ?? said.team?.id ?? '',
      userId: said.user.id,
      channelId,
      councilId,
      at,
    },
    triggerId: said.trigger_id,
    responseUrl,
    form,
  };
}

/**
 * A command's text as it was typed. Slack escapes & < > and makes links of addresses; people and channels stay as it
 * names them: `<@U012>`, `<#C012|name>`.
 */
export function asTyped(text: string): string {
  const unlinked = text.replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (markup, target: string, label?: string) => {
    if (target.startsWith('@') || target.startsWith('#')) return markup;
    if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
    return label || target;
  });
  return unlinked.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const messageShape = z.object({
  event_id: z.string(),
  team_id: z.string(),
  event: z.object({
    type: z.literal('message'),
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
    user: z.string(),
    team: z.string().optional(),
    channel: z.string(),
    text: z.string(),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
});

/** The marked lines of a message that a person posted, as words behind `/wg note`; a message has one effect, however often told. */
export function remarkArrival(
  body: unknown,
  at: Instant,
): (Heard & { readonly thread: string | undefined }) | undefined {
  const said = messageShape.safeParse(body);
  if (!said.success) return undefined;
  const { event, team_id: team } = said.data;
  const marked = markedLines(asTyped(event.text));
  if (event.ts === undefined || marked.length === 0) return undefined;
  return {
    key: `message:${event.channel}:${event.ts}`,
    command: 'wg',
    words: { line: `note ${marked.join('\n')}` },
    teamId: event.team ?? team,
    userId: event.user,
    channelId: event.channel,
    councilId: undefined,
    at,
    thread: event.thread_ts,
  };
}

/** A command that was posted as a message, since its slash was full-width. */
export interface Posted {
  readonly key: string;
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly thread: string | undefined;
  /** As it was typed: `／ｒｅｑ show 1234`. */
  readonly typed: string;
  /** As it was meant: `/req show 1234`. */
  readonly line: string;
}

/** A message that a person posted and that would be one of these commands but for its `／`; undefined for all others. */
export function postedCommand(body: unknown, commands: readonly string[]): Posted | undefined {
  const said = messageShape.safeParse(body);
  if (!said.success) return undefined;
  const { event, event_id: key, team_id: team } = said.data;
  const typed = asTyped(event.text).trim();
  const [, word = '', rest = ''] = /^／(\S+)([\s\S]*)$/u.exec(typed) ?? [];
  const command = word.normalize('NFKC').toLowerCase();
  if (!commands.includes(command)) return undefined;
  return {
    key,
    teamId: event.team ?? team,
    userId: event.user,
    channelId: event.channel,
    thread: event.thread_ts,
    typed,
    line: `/${command}${rest}`,
  };
}
