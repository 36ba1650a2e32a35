/** What a Web API method is: arguments and the calling bot in, Slack's answer out. A refusal is `{ ok: false, error }`. */
import { checkMessage, checkView, type Problem } from '../../slack/limits.ts';
import { asFlag, asJson, asObjects, asText, isJson, type Json, unreadable } from '../json.ts';
import { type Channel, directMessage, type File, type Message, type State, type Team, type User } from '../state.ts';

export interface Caller {
  readonly state: State;
  readonly team: Team;
  readonly bot: NonNullable<Team['bot']>;
}

export type Method = (args: Json, caller: Caller) => Json;

export const yes = (answer: Json = {}): Json => ({ ok: true, ...answer });
export const no = (error: string, more: Json = {}): Json => ({ ok: false, error, ...more });

/** A refusal with what Slack says of each problem: `[ERROR] … [json-pointer:/blocks/0]`. */
export const refusal = (error: string, problems: readonly Problem[]): Json => {
  const lines = problems.map(
    ({ path, rule, limit, found }) => `${rule}: ${found}, allowed: ${limit} [json-pointer:${path}]`,
  );
  return no(error, { errors: lines, response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } });
};

/** The channel as this bot sees it: public ones of its team, and any that it is in. */
export function channelSeen({ state, team, bot }: Caller, id: unknown): Channel | undefined {
  const channel = state.channels.get(asText(id));
  if (!channel) return undefined;
  return channel.members.has(bot.userId) || (channel.kind === 'public' && channel.teamId === team.id)
    ? channel
    : undefined;
}

/** The user as this bot sees them: people of its team, and those it shares a channel with. */
export function userSeen({ state, team, bot }: Caller, id: unknown): User | undefined {
  const user = state.users.get(asText(id));
  if (!user || user.teamId === team.id) return user;
  const shared = [...state.channels.values()].some((one) => one.members.has(user.id) && one.members.has(bot.userId));
  return shared ? user : undefined;
}

/** Where a message to `channel` goes, a person's id meaning the direct message with them; or why it cannot go there. */
export function destination(caller: Caller, id: unknown): { channel: Channel } | { refused: Json } {
  const person = userSeen(caller, id);
  if (person?.isBot || person?.deleted) return { refused: no('channel_not_found') };
  const { state, team, bot } = caller;
  const channel = person ? directMessage(state, team.id, [bot.userId, person.id]) : channelSeen(caller, id);
  if (!channel) return { refused: no('channel_not_found') };
  if (channel.archived) return { refused: no('is_archived') };
  if (!channel.members.has(bot.userId)) return { refused: no('not_in_channel') };
  return { channel };
}

interface Content {
  readonly text: string;
  /** Undefined where the call did not speak of them. */
  readonly blocks: Json[] | undefined;
  readonly metadata: Json | undefined;
}

/** Text, blocks and metadata of a call, checked as Slack checks them. */
export function contentOf(args: Json): Content | { refused: Json } {
  const text = asText(args.text);
  const given = asJson(args.blocks);
  const blocks = asObjects(given);
  if (given !== undefined && !blocks) return { refused: no('invalid_blocks_format') };
  if (!text && !blocks?.length) return { refused: no('no_text') };

  const problems = checkMessage({ text: text || ' ', blocks: blocks ?? [] });
  if (problems.some(({ path }) => path === '/text')) return { refused: refusal('msg_too_long', problems) };
  if (problems.some(({ path, rule }) => path === '/blocks' && rule === 'total'))
    return { refused: refusal('msg_blocks_too_long', problems) };
  if (problems.length > 0) return { refused: refusal('invalid_blocks', problems) };

  const metadata = asJson(args.metadata);
  if (metadata === undefined) return { text, blocks, metadata: undefined };
  if (metadata === unreadable || !isJson(metadata)) return { refused: no('invalid_metadata_format') };
  const empty = Object.keys(metadata).length === 0;
  if (!empty && (typeof metadata.event_type !== 'string' || !isJson(metadata.event_payload)))
    return { refused: no('invalid_metadata_schema') };
  if (JSON.stringify(metadata).length > 16_000) return { refused: no('metadata_too_large') };
  return { text, blocks, metadata };
}

/** A view given to a method, checked; `refused` where Slack would not take it. */
export function viewOf(args: Json): { view: Json } | { refused: Json } {
  const view = asJson(args.view);
  if (!isJson(view)) return { refused: no('invalid_arguments') };
  const problems = checkView(view);
  if (problems.some(({ path, rule }) => path === '' && rule === 'total')) return { refused: no('view_too_large') };
  if (problems.length > 0)
    return {
      refused: refusal(
        'invalid_arguments',
        problems.map((one) => ({ ...one, path: `/view${one.path}` })),
      ),
    };
  return { view };
}

/** A message as methods, events and interactions show it. */
export function shownMessage(state: State, message: Message, withMetadata = true): Json {
  const author = state.users.get(message.user);
  const replies = state.messages.filter((one) => isReply(one, message) && !one.onlyFor);
  return {
    type: 'message',
    user: message.user,
    team: author?.teamId,
    ...(message.botId ? { bot_id: message.botId } : {}),
    text: message.text,
    ...(message.blocks.length ? { blocks: message.blocks } : {}),
    ts: message.ts,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(message.files.length ? { files: message.files.map((id) => shownFile(state, state.files.get(id)!)) } : {}),
    ...(replies.length
      ? { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies[replies.length - 1]?.ts }
      : {}),
  };
}

/** Whether one message is a reply in the other's thread. */
export const isReply = (one: Message, of: Message): boolean =>
  one.channel === of.channel && one.threadTs === of.ts && one.ts !== of.ts;

export function shownFile(state: State, file: File): Json {
  const shares: Record<string, Record<string, Json[]>> = {};
  for (const { channel, ts, threadTs } of file.shares) {
    const kind = state.channels.get(channel)?.kind === 'public' ? 'public' : 'private';
    shares[kind] ??= {};
    shares[kind][channel] ??= [];
    shares[kind][channel].push({ ts, ...(threadTs ? { thread_ts: threadTs } : {}) });
  }
  const url = `${state.base}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    filetype: file.name.split('.').pop() ?? '',
    user: file.user,
    size: file.content?.length ?? file.declaredBytes,
    permalink: url,
    url_private: url,
    url_private_download: url,
    channels: file.shares.map((one) => one.channel),
    shares,
  };
}

export const flag = (args: Json, key: string): boolean => asFlag(args[key]);
