/** What came to the door: words, and who said them, where and when. */
import type { Instant } from '../domain/day.ts';

/** What came to the door. */
export interface Heard {
  /** Names this delivery (trigger id, view id and hash, event id): the same key has one effect. */
  readonly key: string;
  /** Without the slash: `req`. */
  readonly command: string;
  readonly words: Words;
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The council that a button or form carries; otherwise the channel's, or the person's only one. */
  readonly councilId: string | undefined;
  readonly at: Instant;
}

export type Words =
  /** Typed, or carried by a button: all that follows the command. */
  | { readonly line: string }
  /** A submitted form: the sub-command and the text of each field. */
  | { readonly subcommand: string; readonly fields: Readonly<Record<string, string>> };
