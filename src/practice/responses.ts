/** Response URLs: what an app may still say to one person after a command or a press, five times within thirty minutes. */
import { asFlag, asText, type Json } from './json.ts';
import { contentOf, no, yes } from './methods/method.ts';
import { type Notice, toReader } from './notices.ts';
import {
  type Channel,
  keepMessage,
  type Message,
  named,
  newTs,
  type State,
  type Team,
  type Ticket,
  type User,
} from './state.ts';

const USES = 5;
const GOOD_FOR_MS = 30 * 60_000;

export interface Response {
  readonly status: number;
  readonly body: Json;
}

/** Takes what the app posts to a response URL. */
export function respond(state: State, path: string, body: Json): Response {
  const ticket = state.responseUrls.get(path);
  if (!ticket) return { status: 404, body: no('invalid_url') };
  if (state.now() - ticket.issued > GOOD_FOR_MS) return { status: 404, body: no('expired_url') };
  if (ticket.uses >= USES) return { status: 404, body: no('used_url') };
  ticket.uses += 1;
  return say(state, ticket, body);
}

/** Says it to the ticket's person or channel. Also used for what comes in the answer to a command. */
export function say(state: State, ticket: Ticket, body: Json): Response {
  const team = state.teams.get(ticket.teamId);
  const channel = state.channels.get(ticket.channelId ?? '');
  if (!team?.bot || !channel) return { status: 404, body: no('channel_not_found') };
  const source = sourceOf(state, ticket);

  if (asFlag(body.delete_original)) {
    if (source) state.messages.splice(state.messages.indexOf(source), 1);
    state.changed();
    return { status: 200, body: yes() };
  }
  const content = contentOf(body);
  if ('refused' in content) return { status: 400, body: content.refused };
  const { text, blocks = [], metadata } = content;

  if (asFlag(body.replace_original) && source) {
    source.text = text;
    source.blocks = named(state, blocks);
    source.editedTs = newTs(state);
    state.changed();
    return { status: 200, body: yes() };
  }
  const inChannel = body.response_type === 'in_channel';
  if (inChannel && channel.archived) return { status: 404, body: no('is_archived') };
  if (inChannel && ticket.typed) sayAsTyped(state, channel, ticket);
  keepMessage(state, {
    channel: channel.id,
    user: team.bot.userId,
    botId: team.bot.botId,
    threadTs: asText(body.thread_ts) || undefined,
    onlyFor: inChannel ? undefined : ticket.userId,
    text,
    blocks,
    metadata,
  });
  return { status: 200, body: yes() };
}

/** `in_channel` also publishes what the person typed. */
function sayAsTyped(state: State, channel: Channel, ticket: Ticket): void {
  keepMessage(state, { channel: channel.id, user: ticket.userId, text: ticket.typed ?? '', blocks: [] });
}

const sourceOf = (state: State, { channelId, source, userId }: Ticket): Message | undefined =>
  source &&
  state.messages.find(
    (one) => one.channel === channelId && one.ts === source.ts && (!one.onlyFor || one.onlyFor === userId),
  );

/** A notice of Slack's own, seen by one person where they acted. */
export function notice(
  state: State,
  team: Team,
  at: { channel: string; threadTs?: string | undefined },
  user: User,
  said: Notice,
): void {
  const text = toReader(said, user.locale);
  keepMessage(state, { ...at, user: `USLACKBOT-${team.id}`, onlyFor: user.id, text, blocks: [] });
}
