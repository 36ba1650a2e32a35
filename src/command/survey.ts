/** What stands in Slack: looked at before an act begins, and given to it as values. */
import type { SlackSide } from '../domain/sync/sides.ts';

export interface Asked {
  /** Channels whose members are wanted: by id, and whichever bear these names. */
  readonly channels: readonly string[];
  readonly names: readonly string[];
  /** Those of them whose bookmarks are wanted too, by id or name: each is a call of its own, of which Slack allows few. */
  readonly bookmarks: readonly string[];
}

/** What could not be read, with Slack's word for why. */
export interface Unread {
  readonly what: 'channels' | 'members' | 'accounts' | 'groups' | 'bookmarks';
  readonly error: string;
  readonly channel?: string;
}

export interface Surveyed {
  readonly slack: SlackSide;
  readonly unread: readonly Unread[];
}

/** Looks at the bot's workspace. Never throws. */
export type Survey = (asked: Asked) => Promise<Surveyed>;
