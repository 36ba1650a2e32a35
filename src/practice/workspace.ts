/**
 * A stand-in of Slack, with its memory: people type and press, the app hears of it as Slack would tell it, and calls the
 * Web API, which refuses what Slack refuses. Everything said, handed over and called is kept for whoever asks.
 *
 * Instants are milliseconds since 1970; the clock is given and may stand still or jump.
 */
import { type Answer, answer, type Call, type Fault, heard } from './call.ts';
import { type Delivery, type Heard, overHttp, type Wire } from './deliver.ts';
import type { Entered } from './entered.ts';
import * as events from './events.ts';
import type { Json } from './json.ts';
import { close, pressInView, type Submitted, submit } from './modals.ts';
import type { App } from './payloads.ts';
import { pressInMessage, shortcut } from './pressing.ts';
import type { Rates } from './rates.ts';
import { type Response, respond } from './responses.ts';
import { type SocketMode, socketMode } from './socket.ts';
import { deliver, emit, type Pressed, type Stage } from './stage.ts';
import {
  type Channel,
  emptyState,
  type Message,
  messagesSeen,
  newId,
  type State,
  type Team,
  type User,
  type View,
} from './state.ts';
import { type Typed, type } from './typing.ts';

type Some<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>;
/** A person; without more said, a Japanese one. */
export type NewUser = Some<User, 'id' | 'realName' | 'locale' | 'tz' | 'isBot' | 'deleted'>;
/** A channel; without more said, a public one. */
export type NewChannel = Some<Omit<Channel, 'members' | 'created'>, 'id' | 'kind' | 'archived' | 'topic'> & {
  readonly members: Iterable<string>;
};

export interface Workspace {
  readonly app: App;
  readonly state: State;
  readonly socket: SocketMode;
  /** Orders faults: push here. */
  readonly faults: Fault[];
  /** All Web API calls, oldest first. */
  readonly calls: Call[];
  /** All that the app was handed, oldest first. */
  readonly deliveries: Delivery[];

  addTeam(team: Omit<Team, 'bot'>, installed?: { token: string; name?: string }): Team;
  addUser(user: NewUser): User;
  addChannel(channel: NewChannel): Channel;

  /** Hands everything to the app at this URL, signed; a function in its place for tests without HTTP. */
  connect(app: string | Wire, options?: { clock?: () => number; patience?: number }): void;
  /** One Web API call as from the same process; a refusal is `{ ok: false, error }`, a lost answer is thrown. */
  call(token: string, method: string, args?: Json): Promise<Json>;
  /** The same as HTTP needs it. */
  answer(token: string, method: string, args: Json): Promise<Answer>;
  respond(responseUrl: string, body: Json): Response;
  /** The bytes of a file whose upload was asked for; false where it was not. */
  upload(fileId: string, content: Buffer): boolean;

  type(userId: string, channelId: string, line: string, options?: { thread?: string }): Promise<Typed>;
  /** Presses or chooses in a message (by its `ts`) or an open view (by its id). */
  press(userId: string, on: Message | View | string, actionId: string, entered?: Entered): Promise<Pressed>;
  submit(userId: string, view: View | string, entered?: Entered): Promise<Submitted>;
  close(userId: string, view: View | string, options?: { all?: boolean }): Promise<void>;
  shortcut(userId: string, message: Message | string, callbackId: string): Promise<Heard>;
  /** A file as a person's own, to be given to a `file_input` by its id. */
  giveFile(userId: string, name: string, content: Buffer): string;
  openHome(userId: string): Promise<void>;
  archive(channelId: string, by: string): Promise<void>;
  unarchive(channelId: string, by: string): Promise<void>;
  rename(channelId: string, name: string): Promise<void>;
  changeChannelId(channelId: string): Promise<string>;
  join(channelId: string, userId: string): Promise<void>;
  leave(channelId: string, userId: string): Promise<void>;
  /** Any other event. */
  emit(teamId: string, event: Json, subscription?: string): Promise<void>;
  /** Hands over once more what was handed over before, as Slack does when it doubts. */
  again(delivery: Delivery, number?: number): Promise<Heard>;

  /** What this person sees in a channel, or in one of its threads, oldest first. */
  messages(channelId: string, userId: string, thread?: string): Message[];
  /** The modal on top of what this person has open. */
  modal(userId: string): View | undefined;
  home(userId: string): View | undefined;
  /** Calls back after every change that someone may see. The answer stops it. */
  watch(listener: () => void): () => void;
}

const APP: App = {
  id: 'A0000000001',
  name: 'Renkei',
  signingSecret: 'practice-signing-secret',
  appToken: 'xapp-practice',
  commands: [],
  shortcuts: [],
  events: [
    'app_home_opened',
    'app_mention',
    'channel_archive',
    'channel_unarchive',
    'channel_rename',
    'channel_id_changed',
    'channel_left',
    'group_left',
    'member_joined_channel',
    'member_left_channel',
    'message.im',
    'message.channels',
    'message.groups',
  ],
};

export interface NewWorkspace {
  readonly now: () => number;
  readonly app?: Partial<App>;
  /** Left out: however fast one calls, it goes. */
  readonly rates?: Rates;
}

export function createWorkspace({ now, app: given = {}, rates }: NewWorkspace): Workspace {
  const app = { ...APP, ...given };
  const state = emptyState(now);
  const listeners = new Set<() => void>();
  state.changed = () => {
    for (const listener of listeners) listener();
  };
  const faults: Fault[] = [];
  const calls: Call[] = [];
  const deliveries: Delivery[] = [];
  const socket = socketMode(app.appToken);
  let wire: Wire | undefined;
  const stage: Stage = { state, app, deliveries, wire: () => (socket.connected() ? socket.wire : wire) };

  const ask = (token: string, method: string, args: Json): Answer => {
    const ordered = faults.some((one) => one.method === method && one.times > 0);
    if (method === 'apps.connections.open' && !ordered) return socket.open(state.base, token);
    const wait = rates?.(method, args);
    const tooFast: Fault[] = wait === undefined ? [] : [{ method, times: 1, as: { rateLimited: wait } }];
    return answer(state, [...tooFast, ...faults], calls, token, method, args);
  };

  return {
    app,
    state,
    socket,
    faults,
    calls,
    deliveries,

    addTeam(team, installed) {
      const bot = installed && { token: installed.token, userId: newId(state, 'U'), botId: newId(state, 'B') };
      const kept: Team = { ...team, ...(bot ? { bot } : {}) };
      state.teams.set(team.id, kept);
      if (bot) this.addUser({ id: bot.userId, teamId: team.id, name: installed.name ?? app.name, isBot: true });
      return kept;
    },
    addUser(user) {
      const id = user.id ?? newId(state, 'U');
      const base = { realName: user.name, locale: 'ja-JP', tz: 'Asia/Tokyo', isBot: false, deleted: false };
      const kept: User = { ...base, ...user, id };
      state.users.set(id, kept);
      state.changed();
      return kept;
    },
    addChannel(channel) {
      const id = channel.id ?? newId(state, 'C');
      const base = { kind: 'public' as const, archived: false, topic: '' };
      const kept: Channel = { ...base, ...channel, id, created: now(), members: new Set(channel.members) };
      state.channels.set(id, kept);
      state.changed();
      return kept;
    },

    connect(to, { clock = now, patience } = {}) {
      const options = { secret: app.signingSecret, clock, ...(patience === undefined ? {} : { patience }) };
      wire = typeof to === 'string' ? overHttp(to, options) : to;
    },
    call: (token, method, args = {}) => heard(ask(token, method, args)),
    answer: async (token, method, args) => ask(token, method, args),
    respond: (url, body) => respond(state, new URL(url, state.base).pathname, body),
    upload(fileId, content) {
      const file = state.files.get(fileId);
      if (!file || file.content) return false;
      file.content = content;
      return true;
    },

    type: (userId, channelId, line, { thread } = {}) => type(stage, userId, channelId, line, thread),
    press(userId, on, actionId, entered = {}) {
      const id = idOf(on);
      return id.startsWith('V')
        ? pressInView(stage, userId, id, actionId, entered)
        : pressInMessage(stage, userId, id, actionId, entered);
    },
    submit: (userId, view, entered = {}) => submit(stage, userId, idOf(view), entered),
    close: (userId, view, options) => close(stage, userId, idOf(view), options),
    shortcut: (userId, message, callbackId) => shortcut(stage, userId, idOf(message), callbackId),
    giveFile(userId, name, content) {
      const id = newId(state, 'F');
      const teamId = state.users.get(userId)?.teamId ?? '';
      const size = content.length;
      state.files.set(id, {
        id,
        teamId,
        user: userId,
        name,
        title: name,
        created: now(),
        declaredBytes: size,
        content,
        shares: [],
      });
      return id;
    },
    openHome: (userId) => events.openHome(stage, userId),
    archive: (channelId, by) => events.archive(stage, channelId, true, by),
    unarchive: (channelId, by) => events.archive(stage, channelId, false, by),
    rename: (channelId, name) => events.rename(stage, channelId, name),
    changeChannelId: (channelId) => events.changeId(stage, channelId),
    join: (channelId, userId) => events.join(stage, channelId, userId),
    leave: (channelId, userId) => events.leave(stage, channelId, userId),
    emit: (teamId, event, subscription) => emit(stage, teamId, event, subscription),
    again: ({ kind, payload }, number = 1) => deliver(stage, kind, payload, { number }),

    messages: (channelId, userId, thread) => messagesSeen(state, channelId, userId, thread),
    modal: (userId) => state.modals.get(userId)?.at(-1),
    home: (userId) => state.homes.get(userId),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const idOf = (one: Message | View | string): string => (typeof one === 'string' ? one : 'ts' in one ? one.ts : one.id);
