/** `chat.*`: messages that a bot posts, edits and takes back. */
import { asText } from '../json.ts';
import { keepMessage, messageAt, named, newTs } from '../state.ts';
import { channelSeen, contentOf, destination, type Method, no, shownMessage, userSeen, yes } from './method.ts';

const postMessage: Method = (args, caller) => {
  const { state, bot } = caller;
  const to = destination(caller, args.channel);
  if ('refused' in to) return to.refused;
  const content = contentOf(args);
  if ('refused' in content) return content.refused;
  const threadTs = asText(args.thread_ts) || undefined;
  if (threadTs && !messageAt(state, to.channel.id, threadTs)) return no('thread_not_found');

  const { text, blocks = [], metadata } = content;
  const author = { user: bot.userId, botId: bot.botId };
  const kept = keepMessage(state, { channel: to.channel.id, ...author, text, blocks, metadata, threadTs });
  return yes({
    channel: kept.channel,
    ts: kept.ts,
    message: shownMessage(state, kept),
    ...(text ? {} : { warning: 'missing_text_in_message' }),
  });
};

const postEphemeral: Method = (args, caller) => {
  const { state, bot } = caller;
  const to = destination(caller, args.channel);
  if ('refused' in to) return to.refused;
  const user = userSeen(caller, args.user);
  if (!user || !to.channel.members.has(user.id)) return no('user_not_in_channel');
  const content = contentOf(args);
  if ('refused' in content) return content.refused;

  const { text, blocks = [] } = content;
  const kept = keepMessage(state, {
    channel: to.channel.id,
    user: bot.userId,
    botId: bot.botId,
    onlyFor: user.id,
    threadTs: asText(args.thread_ts) || undefined,
    text,
    blocks,
  });
  return yes({ message_ts: kept.ts });
};

const update: Method = (args, caller) => {
  const { state, bot } = caller;
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  const message = messageAt(state, channel.id, asText(args.ts));
  if (!message) return no('message_not_found');
  if (message.botId !== bot.botId) return no('cant_update_message');
  if (channel.archived) return no('is_archived');
  const content = contentOf(args);
  if ('refused' in content) return content.refused;

  message.text = content.text;
  if (content.blocks) message.blocks = named(state, content.blocks);
  if (content.metadata) message.metadata = Object.keys(content.metadata).length ? content.metadata : undefined;
  message.editedTs = newTs(state);
  state.changed();
  return yes({ channel: channel.id, ts: message.ts, text: message.text, message: shownMessage(state, message) });
};

const remove: Method = (args, caller) => {
  const { state, bot } = caller;
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  const message = messageAt(state, channel.id, asText(args.ts));
  if (!message) return no('message_not_found');
  if (message.botId !== bot.botId) return no('cant_delete_message');
  state.messages.splice(state.messages.indexOf(message), 1);
  state.changed();
  return yes({ channel: channel.id, ts: message.ts });
};

const getPermalink: Method = (args, caller) => {
  const channel = channelSeen(caller, args.channel);
  if (!channel) return no('channel_not_found');
  const message = messageAt(caller.state, channel.id, asText(args.message_ts));
  if (!message) return no('message_not_found');
  const thread =
    message.threadTs && message.threadTs !== message.ts ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `https://${caller.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return yes({ channel: channel.id, permalink });
};

export const chat: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
