/** What Slack tells the app: the shapes of commands, interactions and events. */
import type { Json } from './json.ts';
import { shownMessage } from './methods/method.ts';
import { type Channel, type Message, newId, type State, type Team, tsAt, type User } from './state.ts';

/** What the app is registered as. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly signingSecret: string;
  /** `xapp-…`, for Socket Mode. */
  readonly appToken: string;
  /** Slash commands: `/req` … */
  readonly commands: readonly string[];
  readonly shortcuts: readonly { readonly callbackId: string; readonly name: string }[];
  /** Events subscribed to: `app_home_opened`, `message.channels` … */
  readonly events: readonly string[];
}

const VERIFICATION = 'practice';

const channelName = ({ kind, name }: Channel): string =>
  kind === 'private' ? 'privategroup' : kind === 'im' ? 'directmessage' : name;

/** A slash command's form. `text` is already escaped. */
export function commandForm(
  app: App,
  team: Team,
  user: User,
  channel: Channel,
  said: { command: string; text: string; responseUrl: string; triggerId: string },
): Record<string, string> {
  return {
    token: VERIFICATION,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: said.command,
    text: said.text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: said.responseUrl,
    trigger_id: said.triggerId,
  };
}

/** What every interaction tells: who, in which team, of which app. */
export function interaction(app: App, team: Team, user: User, type: string, more: Json): Json {
  return {
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: app.id,
    token: VERIFICATION,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...more,
  };
}

/** Where a press happened. Ephemeral messages are told by their place alone, without their content. */
export function messagePlace(state: State, channel: Channel, message: Message): Json {
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.onlyFor !== undefined,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(message.onlyFor ? {} : { message: shownMessage(state, message) }),
  };
}

/** The envelope of an event. */
export function eventEnvelope(state: State, app: App, team: Team, event: Json): Json {
  const ms = state.now();
  return {
    token: VERIFICATION,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { event_ts: tsAt(ms), ...event },
    type: 'event_callback',
    event_id: newId(state, 'Ev'),
    event_time: Math.floor(ms / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: team.bot?.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;
const SUBSCRIPTION = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const;

/** The event of a message that a person posted, and the name under which an app subscribes to it. */
export function messageEvent(
  channel: Channel,
  message: Message,
  teamId: string,
): { event: Json; subscription: string } {
  const event = {
    type: 'message',
    channel: channel.id,
    channel_type: CHANNEL_TYPE[channel.kind],
    user: message.user,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    team: teamId,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  };
  return { event, subscription: SUBSCRIPTION[channel.kind] };
}

/** What a person typed as Slack escapes it: `& < >`, links, and the people and channels it names. */
export function escaped(state: State, teamId: string, typed: string): string {
  const safe = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const linked = safe.replace(/https?:\/\/[^\s&|]+(?:&amp;[^\s&|]+)*/g, (url) => `<${url}>`);
  const people = [...state.users.values()].filter((one) => !one.deleted && one.teamId === teamId);
  const named = [
    ...people.flatMap((one) => [
      [`@${one.realName}`, `<@${one.id}>`],
      [`@${one.name}`, `<@${one.id}>`],
    ]),
    ...[...state.channels.values()]
      .filter((one) => one.kind === 'public' || one.kind === 'private')
      .map((one) => [`#${one.name}`, `<#${one.id}|${one.kind === 'public' ? one.name : ''}>`]),
  ].sort(([a = ''], [b = '']) => b.length - a.length);
  return named.reduce((text, [name = '', mention = '']) => replaceName(text, name, mention), linked);
}

/** Replaces a name where it stands by itself, never within a mention already made or a longer word of Latin letters. */
function replaceName(text: string, name: string, mention: string): string {
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![<\\w])${written}(?![A-Za-z0-9_>-])`, 'g'), mention);
}
