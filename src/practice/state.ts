/**
 * What a workspace holds: teams, people, channels, messages, modals, files, and the tickets (triggers, response URLs)
 * that Slack hands out. Plain data and the questions one asks of it; who may do what stands with the methods.
 *
 * Instants are milliseconds since 1970; a message's `ts` is Slack's: seconds with six digits, unique and increasing.
 */
import type { Json } from './json.ts';

export interface Team {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  /** The app's bot in this team; absent where the app is not installed. */
  readonly bot?: { readonly token: string; readonly userId: string; readonly botId: string };
}

export interface User {
  readonly id: string;
  readonly teamId: string;
  /** The handle, as in `user_name`. */
  readonly name: string;
  readonly realName: string;
  readonly email?: string | undefined;
  readonly locale: string;
  readonly tz: string;
  readonly isBot: boolean;
  deleted: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  /** Changes when Slack says `channel_id_changed`. */
  id: string;
  readonly teamId: string;
  name: string;
  readonly kind: ChannelKind;
  readonly created: number;
  readonly members: Set<string>;
  archived: boolean;
  topic: string;
  /** The account that made it, where the app did. */
  readonly creator?: string | undefined;
}

export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly link: string;
}

/** A user group; disabled ones stay, and keep their names. */
export interface Group {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly handle: string;
  readonly createdBy: string;
  disabled: boolean;
  users: string[];
}

export interface Message {
  channel: string;
  readonly ts: string;
  readonly user: string;
  /** Set where a bot posted it. */
  readonly botId?: string | undefined;
  readonly threadTs?: string | undefined;
  /** The one person who sees it, where it is ephemeral. */
  readonly onlyFor?: string | undefined;
  text: string;
  blocks: Json[];
  metadata?: Json | undefined;
  files: string[];
  editedTs?: string | undefined;
}

export interface View {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** What the app gave: type, title, blocks, private_metadata, callback_id … */
  content: Json;
  hash: string;
  /** Errors that the app answered to the last submission, by block. */
  errors: Record<string, string>;
}

export interface File {
  readonly id: string;
  readonly teamId: string;
  readonly user: string;
  readonly name: string;
  readonly created: number;
  readonly declaredBytes: number;
  title: string;
  content: Buffer | undefined;
  readonly shares: { channel: string; ts: string; threadTs: string | undefined }[];
}

/** A trigger id or response URL: whom it was given to, for what, and when. */
export interface Ticket {
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string | undefined;
  /** The message it came from, for response URLs of buttons. */
  readonly source?: { readonly ts: string } | undefined;
  /** The line that was typed, for response URLs of commands. */
  readonly typed?: string | undefined;
  readonly issued: number;
  uses: number;
}

export interface State {
  readonly now: () => number;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, Group>;
  /** By channel. */
  readonly bookmarks: Map<string, Bookmark[]>;
  readonly messages: Message[];
  /** The modals each person has open, the top one last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly files: Map<string, File>;
  readonly triggers: Map<string, Ticket>;
  readonly responseUrls: Map<string, Ticket>;
  /** The base of the URLs handed out; that of the HTTP face once there is one. */
  base: string;
  /** The plan that has no canvases of their own. */
  freePlan: boolean;
  lastTs: number;
  lastId: number;
  /** Called after every change that someone may see. */
  changed: () => void;
}

export function emptyState(now: () => number): State {
  return {
    now,
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    groups: new Map(),
    bookmarks: new Map(),
    messages: [],
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    base: 'http://slack.invalid',
    freePlan: false,
    lastTs: 0,
    lastId: 0,
    changed: () => {},
  };
}

/** A new id: the letter Slack uses for its kind and ten characters. */
export function newId(state: State, letter: string): string {
  state.lastId += 1;
  return letter + state.lastId.toString(36).toUpperCase().padStart(10, '0');
}

/** A timestamp never given before, later than all given before, even where the clock stands still or goes back. */
export function newTs(state: State): string {
  state.lastTs = Math.max(Math.floor(state.now()) * 1000, state.lastTs + 1);
  return `${Math.floor(state.lastTs / 1e6)}.${String(state.lastTs % 1e6).padStart(6, '0')}`;
}

/** `1234567890.123456` of an instant, for actions and events. */
export const tsAt = (ms: number): string => (ms / 1000).toFixed(6);

export const teamOfToken = (state: State, token: string): Team | undefined =>
  [...state.teams.values()].find((team) => team.bot?.token === token);

export const messageAt = (state: State, channel: string, ts: string): Message | undefined =>
  state.messages.find((one) => one.channel === channel && one.ts === ts && !one.onlyFor);

/** The direct message between exactly these people, opened where there is none. */
export function directMessage(state: State, teamId: string, people: readonly string[]): Channel {
  const kind = people.length > 2 ? 'mpim' : 'im';
  const known = [...state.channels.values()].find(
    (one) => one.kind === kind && one.members.size === people.length && people.every((id) => one.members.has(id)),
  );
  if (known) return known;
  const channel: Channel = {
    id: newId(state, kind === 'im' ? 'D' : 'G'),
    teamId,
    name: kind === 'im' ? 'directmessage' : `mpdm-${people.join('--')}`,
    kind,
    created: state.now(),
    members: new Set(people),
    archived: false,
    topic: '',
  };
  state.channels.set(channel.id, channel);
  state.changed();
  return channel;
}

/** Keeps a message; blocks and elements without a name get one, as Slack does. */
export function keepMessage(state: State, message: Omit<Message, 'ts' | 'files'> & { files?: string[] }): Message {
  const kept = { ...message, files: message.files ?? [], blocks: named(state, message.blocks), ts: newTs(state) };
  state.messages.push(kept);
  state.changed();
  return kept;
}

/** These blocks with a `block_id` each and an `action_id` on every element that can act. */
export function named(state: State, blocks: readonly Json[]): Json[] {
  const element = (one: unknown): unknown =>
    isElement(one) ? { ...one, action_id: one.action_id ?? newId(state, 'a') } : one;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? newId(state, 'b'),
    ...(block.accessory ? { accessory: element(block.accessory) } : {}),
    ...(block.type === 'input' ? { element: element(block.element) } : {}),
    ...(block.type === 'actions' && Array.isArray(block.elements) ? { elements: block.elements.map(element) } : {}),
  }));
}

const isElement = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && (value as Json).type !== 'image';

/** The messages one person sees in a channel (or in one of its threads), oldest first. */
export function messagesSeen(state: State, channel: string, userId: string, threadTs?: string): Message[] {
  return state.messages.filter(
    (one) =>
      one.channel === channel &&
      (!one.onlyFor || one.onlyFor === userId) &&
      (threadTs ? one.ts === threadTs || one.threadTs === threadTs : !one.threadTs || one.threadTs === one.ts),
  );
}

/** A trigger id, good for three seconds and once. */
export function issueTrigger(state: State, team: Team, userId: string, channelId?: string): string {
  const id = `${Math.floor(state.now())}.${team.id}.${newId(state, 't').toLowerCase()}`;
  state.triggers.set(id, { teamId: team.id, userId, channelId, issued: state.now(), uses: 0 });
  return id;
}

/** A response URL, good for thirty minutes and five uses. */
export function issueResponseUrl(
  state: State,
  team: Team,
  userId: string,
  channelId: string,
  from: { source?: { ts: string }; typed?: string } = {},
): string {
  const path = `/response/${team.id}/${newId(state, 'r')}`;
  state.responseUrls.set(path, { teamId: team.id, userId, channelId, issued: state.now(), uses: 0, ...from });
  return state.base + path;
}
