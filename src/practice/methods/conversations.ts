/** `conversations.*`: channels, who is in them, and what was said. */
import { asList, asText, type Json, paged } from '../json.ts';
import { type Channel, directMessage, type Message, messageAt, newId } from '../state.ts';
import { type Caller, channelSeen, flag, type Method, no, shownMessage, userSeen, yes } from './method.ts';

const shownChannel = ({ state, bot }: Caller, channel: Channel): Json => ({
  id: channel.id,
  ...(channel.kind === 'im' ? { user: [...channel.members].find((id) => id !== bot.userId) } : { name: channel.name }),
  is_channel: channel.kind === 'public',
  is_group: channel.kind === 'private',
  is_im: channel.kind === 'im',
  is_mpim: channel.kind === 'mpim',
  is_private: channel.kind !== 'public',
  is_archived: channel.archived,
  is_member: channel.members.has(bot.userId),
  is_ext_shared: [...channel.members].some((id) => state.users.get(id)?.teamId !== channel.teamId),
  context_team_id: channel.teamId,
  created: Math.floor(channel.created / 1000),
  creator: channel.creator ?? '',
  topic: { value: escaped(channel.topic), creator: '', last_set: 0 },
  num_members: channel.members.size,
});

/** Slack gives a topic as it stands in a message. */
const escaped = (topic: string): string =>
  topic.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const turn = (items: readonly Json[], key: string, args: Json, otherwise: number): Json => {
  const limit = Math.min(Number(args.limit) || otherwise, 1000);
  const part = paged(items, asText(args.cursor), limit);
  if (!part) return no('invalid_cursor');
  return yes({ [key]: part.page, has_more: part.next !== '', response_metadata: { next_cursor: part.next } });
};

const open: Method = (args, caller) => {
  const { state, team, bot } = caller;
  const known = args.channel ? channelSeen(caller, args.channel) : undefined;
  if (args.channel) return known ? yes({ channel: shownChannel(caller, known) }) : no('channel_not_found');
  const asked = asList(args.users);
  if (asked.length === 0) return no('users_list_not_supplied');
  if (asked.length > 8) return no('too_many_users');
  const people = asked.map((id) => userSeen(caller, id));
  if (people.some((one) => !one)) return no('user_not_found');
  if (people.some((one) => one?.deleted)) return no('user_disabled');
  if (people.some((one) => one?.isBot)) return no('cannot_dm_bot');
  const channel = directMessage(state, team.id, [bot.userId, ...asked]);
  return yes({ channel: flag(args, 'return_im') ? shownChannel(caller, channel) : { id: channel.id } });
};

const info: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  return channel ? yes({ channel: shownChannel(caller, channel) }) : no('channel_not_found');
};

const KINDS: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

const list: Method = (args, caller) => {
  const wanted = asList(args.types || 'public_channel').map((type) => KINDS[type]);
  if (wanted.includes(undefined)) return no('invalid_types');
  const found = [...caller.state.channels.values()]
    .filter((one) => wanted.includes(one.kind) && channelSeen(caller, one.id))
    .filter((one) => !(flag(args, 'exclude_archived') && one.archived))
    .map((one) => shownChannel(caller, one));
  return turn(found, 'channels', args, 100);
};

const members: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  const part = paged([...channel.members], asText(args.cursor), Math.min(Number(args.limit) || 100, 1000));
  if (!part) return no('invalid_cursor');
  return yes({ members: part.page, response_metadata: { next_cursor: part.next } });
};

/** The messages between `oldest` and `latest`; the ends count only with `inclusive`. */
function within(messages: readonly Message[], args: Json): Message[] {
  const oldest = asText(args.oldest) || '0';
  const latest = asText(args.latest) || '9999999999.999999';
  const inclusive = flag(args, 'inclusive');
  return messages.filter(
    ({ ts, onlyFor }) => !onlyFor && ((ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest))),
  );
}

const history: Method = (args, caller) => {
  const { state, bot } = caller;
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (!channel.members.has(bot.userId)) return no('not_in_channel');
  const top = state.messages.filter((one) => one.channel === channel.id && (!one.threadTs || one.threadTs === one.ts));
  const newestFirst = within(top, args).reverse();
  const shown = newestFirst.map((one) => shownMessage(state, one, flag(args, 'include_all_metadata')));
  return turn(shown, 'messages', args, 100);
};

const replies: Method = (args, caller) => {
  const { state, bot } = caller;
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (!channel.members.has(bot.userId)) return no('not_in_channel');
  const asked = messageAt(state, channel.id, asText(args.ts));
  if (!asked) return no('thread_not_found');
  const parent = asked.threadTs ?? asked.ts;
  const said = state.messages.filter(
    (one) => one.channel === channel.id && one.threadTs === parent && one.ts !== parent,
  );
  const shown = [
    ...state.messages.filter((one) => one.channel === channel.id && one.ts === parent),
    ...within(said, args),
  ];
  return turn(
    shown.map((one) => shownMessage(state, one, flag(args, 'include_all_metadata'))),
    'messages',
    args,
    1000,
  );
};

const create: Method = (args, caller) => {
  const { state, team, bot } = caller;
  const name = asText(args.name);
  if (!name) return no('invalid_name_required');
  if (name.length > 80) return no('invalid_name_maxlength');
  if (!/^[\p{Ll}\p{Lo}\p{Lm}\p{N}_-]+$/u.test(name)) return no('invalid_name_specials');
  if ([...state.channels.values()].some((one) => one.teamId === team.id && one.name === name)) return no('name_taken');
  const channel: Channel = {
    id: newId(state, 'C'),
    teamId: team.id,
    name,
    kind: flag(args, 'is_private') ? 'private' : 'public',
    created: state.now(),
    members: new Set([bot.userId]),
    archived: false,
    topic: '',
    creator: bot.userId,
  };
  state.channels.set(channel.id, channel);
  state.changed();
  return yes({ channel: shownChannel(caller, channel) });
};

const invite: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (channel.archived) return no('is_archived');
  if (!channel.members.has(caller.bot.userId)) return no('not_in_channel');
  const asked = asList(args.users);
  if (asked.length === 0) return no('no_user');
  if (asked.includes(caller.bot.userId)) return no('cant_invite_self');
  if (asked.some((id) => !userSeen(caller, id) || userSeen(caller, id)?.deleted)) return no('user_not_found');
  if (asked.every((id) => channel.members.has(id))) return no('already_in_channel');
  for (const id of asked) channel.members.add(id);
  caller.state.changed();
  return yes({ channel: shownChannel(caller, channel) });
};

const kick: Method = (args, caller) => {
  const { state, bot } = caller;
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (channel.kind !== 'public' && channel.kind !== 'private') return no('method_not_supported_for_channel_type');
  const user = state.users.get(asText(args.user));
  if (!user) return no('user_not_found');
  if (user.id === bot.userId) return no('cant_kick_self');
  if (channel.name === 'general') return no('cant_kick_from_general');
  if (!channel.members.has(bot.userId) || !channel.members.has(user.id)) return no('not_in_channel');
  channel.members.delete(user.id);
  state.changed();
  return yes();
};

const setTopic: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (!channel.members.has(caller.bot.userId)) return no('not_in_channel');
  if (channel.archived) return no('is_archived');
  const topic = asText(args.topic);
  if (topic.length > 250) return no('too_long');
  channel.topic = topic;
  caller.state.changed();
  return yes({ channel: shownChannel(caller, channel) });
};

const join: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  if (channel.kind !== 'public') return no('method_not_supported_for_channel_type');
  if (channel.archived) return no('is_archived');
  channel.members.add(caller.bot.userId);
  caller.state.changed();
  return yes({ channel: shownChannel(caller, channel) });
};

export const conversations: Record<string, Method> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.create': create,
  'conversations.invite': invite,
  'conversations.kick': kick,
  'conversations.setTopic': setTopic,
  'conversations.join': join,
};
