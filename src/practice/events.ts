/** What happens to channels and people outside the app's doing, and what Slack tells the app of it. */
import { shownView } from './methods/views.ts';
import { channelOf, emit, person, type Stage } from './stage.ts';
import { type Channel, directMessage, newId, type Team, tsAt } from './state.ts';

/** The teams whose bot is told of a channel. */
const toldOf = (stage: Stage, channel: Channel): Team[] =>
  [...stage.state.teams.values()].filter(
    ({ id, bot }) => bot && (channel.members.has(bot.userId) || (channel.kind === 'public' && channel.teamId === id)),
  );

async function tell(stage: Stage, channel: Channel, event: Record<string, unknown>): Promise<void> {
  stage.state.changed();
  for (const team of toldOf(stage, channel)) await emit(stage, team.id, event);
}

/** Opens the app's Home tab. */
export async function openHome(stage: Stage, userId: string): Promise<void> {
  const { state } = stage;
  const user = person(state, userId);
  const bot = state.teams.get(user.teamId)?.bot;
  if (!bot) return;
  const channel = directMessage(state, user.teamId, [bot.userId, userId]);
  const home = state.homes.get(userId);
  await emit(stage, user.teamId, {
    type: 'app_home_opened',
    user: userId,
    channel: channel.id,
    tab: 'home',
    ...(home ? { view: shownView(state, home) } : {}),
  });
}

export async function archive(stage: Stage, channelId: string, archived: boolean, by: string): Promise<void> {
  const channel = channelOf(stage.state, channelId);
  channel.archived = archived;
  await tell(stage, channel, {
    type: archived ? 'channel_archive' : 'channel_unarchive',
    channel: channelId,
    user: by,
  });
}

export async function rename(stage: Stage, channelId: string, name: string): Promise<void> {
  const channel = channelOf(stage.state, channelId);
  channel.name = name;
  const created = Math.floor(channel.created / 1000);
  await tell(stage, channel, { type: 'channel_rename', channel: { id: channelId, name, created } });
}

/** Gives a channel a new id, as sharing it with another organisation can. */
export async function changeId(stage: Stage, channelId: string): Promise<string> {
  const { state } = stage;
  const channel = channelOf(state, channelId);
  channel.id = newId(state, 'C');
  state.channels.delete(channelId);
  state.channels.set(channel.id, channel);
  for (const message of state.messages) if (message.channel === channelId) message.channel = channel.id;
  const bookmarks = state.bookmarks.get(channelId);
  state.bookmarks.delete(channelId);
  if (bookmarks) state.bookmarks.set(channel.id, bookmarks);
  await tell(stage, channel, { type: 'channel_id_changed', old_channel_id: channelId, new_channel_id: channel.id });
  return channel.id;
}

/** A person, or a bot, joins a channel. */
export async function join(stage: Stage, channelId: string, userId: string): Promise<void> {
  const channel = channelOf(stage.state, channelId);
  channel.members.add(userId);
  await tell(stage, channel, membership('member_joined_channel', channel, userId, stage));
}

/** A person leaves a channel. A bot taken out hears of it as `channel_left` or `group_left`. */
export async function leave(stage: Stage, channelId: string, userId: string): Promise<void> {
  const { state } = stage;
  const channel = channelOf(state, channelId);
  const event = membership('member_left_channel', channel, userId, stage);
  channel.members.delete(userId);
  await tell(stage, channel, event);
  const team = [...state.teams.values()].find((one) => one.bot?.userId === userId);
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  if (team) await emit(stage, team.id, { type, channel: channelId, actor_id: '', event_ts: tsAt(state.now()) });
}

const membership = (type: string, channel: Channel, user: string, { state }: Stage): Record<string, unknown> => ({
  type,
  user,
  channel: channel.id,
  channel_type: channel.kind === 'private' ? 'G' : 'C',
  team: state.users.get(user)?.teamId,
});
