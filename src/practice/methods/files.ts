/** `files.*`: the two-step upload, and what became of it. */
import { asObjects, asText, type Json } from '../json.ts';
import { type File, keepMessage, messageAt, newId } from '../state.ts';
import { destination, type Method, no, shownFile, yes } from './method.ts';

const getUploadURLExternal: Method = (args, { state, team, bot }) => {
  const name = asText(args.filename);
  const bytes = Number(args.length);
  if (!name || !Number.isInteger(bytes) || bytes <= 0) return no('invalid_arguments');
  const file: File = {
    id: newId(state, 'F'),
    teamId: team.id,
    user: bot.userId,
    name,
    title: name,
    created: state.now(),
    declaredBytes: bytes,
    content: undefined,
    shares: [],
  };
  state.files.set(file.id, file);
  return yes({ upload_url: `${state.base}/upload/${file.id}`, file_id: file.id });
};

/** Shares the files as one message. As with Slack, the answer does not tell its timestamp: `files.info` does. */
const completeUploadExternal: Method = (args, caller) => {
  const { state, team, bot } = caller;
  const named = asObjects(args.files);
  if (!named?.length) return no('invalid_arguments');
  const files = named.map((one) => state.files.get(asText(one.id)));
  if (files.some((one) => !one?.content || one.teamId !== team.id)) return no('file_not_found');
  named.forEach((one, i) => {
    files[i]!.title = asText(one.title) || files[i]!.name;
  });
  const answer = (): Json => yes({ files: files.map((one) => shownFile(state, { ...one!, shares: [] })) });
  const channelId = asText(args.channel_id) || asText(args.channels);
  if (!channelId) return answer();

  const to = destination(caller, channelId);
  if ('refused' in to) return to.refused;
  const threadTs = asText(args.thread_ts) || undefined;
  if (threadTs && !messageAt(state, to.channel.id, threadTs)) return no('thread_not_found');
  const kept = keepMessage(state, {
    channel: to.channel.id,
    user: bot.userId,
    botId: bot.botId,
    text: asText(args.initial_comment),
    blocks: asObjects(args.blocks) ?? [],
    threadTs,
    files: files.map((one) => one!.id),
  });
  for (const one of files) one!.shares.push({ channel: kept.channel, ts: kept.ts, threadTs });
  return answer();
};

const info: Method = (args, { state, team }) => {
  const file = state.files.get(asText(args.file));
  if (!file?.content || file.teamId !== team.id) return no('file_not_found');
  return yes({ file: shownFile(state, file) });
};

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.info': info,
};
