/**
 * The one straight way from words to a reply: find the sub-command, read its words, find what they speak of, see who may,
 * run, and commit everything in one transaction.
 *
 * Finding and reading are pure and need no database; refusals go to the asker alone; only faults are thrown.
 */
import type { Instant } from '../domain/day.ts';
import type { Language } from '../text/text.ts';
import type { Reply } from './reply.ts';

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

export interface Answered {
  readonly reply: Reply;
  /** The asker's language. */
  readonly language: Language;
  /** The council in which it was answered; undefined where none was found. */
  readonly councilId: string | undefined;
}
