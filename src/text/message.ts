/**
 * A message as data, before it becomes Slack's blocks: both languages, no limits yet.
 *
 * Rendering keeps to Block Kit's limits; nothing said here is ever cut silently.
 */
import type { Text } from './text.ts';

export interface Message {
  /** The whole message in a line or two: what a notification and a screen reader give. */
  readonly summary: Text;
  /** What stands below; without parts the summary is the message. */
  readonly parts?: readonly Part[];
}

export type Part =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'line'; readonly text: Text }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A list of any length; the renderer packs it into as few blocks as the limits allow. */
  | {
      readonly kind: 'rows';
      readonly rows: readonly Text[];
      /** What each row asks to be seen to: `item:45`. */
      readonly about?: readonly string[];
    }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'divider' };

export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

/** A button is a command line already typed: pressing it is typing it. */
export interface Button {
  readonly label: Text;
  /** `/req undo 31`: at most 1,500 characters. */
  readonly line: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Text;
  /** Another council than the message's own: where a person belongs to several. */
  readonly council?: string;
  /** What it sees to: `item:45`. */
  readonly about?: string;
}

export const heading = (text: Text): Part => ({ kind: 'heading', text });
export const line = (text: Text): Part => ({ kind: 'line', text });
export const facts = (...list: readonly [label: Text, value: Text][]): Part => ({
  kind: 'facts',
  facts: list.map(([label, value]) => ({ label, value })),
});
export const rows = (list: readonly Text[]): Part => ({ kind: 'rows', rows: list });
/** Rows that each ask for something to be seen to. */
export const rowsAbout = (about: readonly string[], list: readonly Text[]): Part => ({
  kind: 'rows',
  rows: list,
  about,
});
export const note = (text: Text): Part => ({ kind: 'note', text });
export const buttons = (...list: readonly Button[]): Part => ({ kind: 'buttons', buttons: list });
