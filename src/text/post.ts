/**
 * What is to be posted, and to whom: written to the outbox in the transaction of its cause, and sent once.
 */
import type { Message } from './message.ts';
import type { Text } from './text.ts';

export type Post = MessagePost | SurfacePost | FilePost;

/** Where a post goes: a channel, every channel that shows a body to this audience or a narrower one, or a person. */
export type Address =
  | { readonly channel: { readonly teamId: string; readonly channelId: string } }
  | { readonly body: string /** Further bodies that hear the same. */; readonly also?: readonly string[] }
  | { readonly person: number };

export interface MessagePost {
  readonly kind: 'message';
  /** Names what this message is for, once and for all; a second post with the key is the same post. */
  readonly key: string;
  readonly to: Address;
  readonly message: Message;
  readonly thread?: string;
}

/** A message that shows a state and is kept in step with it. */
export interface SurfacePost {
  readonly kind: 'surface';
  readonly to: Address;
  /** `meeting:12`; also the post's key, unless it has its own. */
  readonly surface: string;
  /** Where the surface is to stand in a further place. */
  readonly key?: string;
  /** The surface in whose thread it stands. */
  readonly thread?: string;
}

export interface FilePost {
  readonly kind: 'file';
  readonly key: string;
  readonly to: Address;
  /** The surface in whose thread the file stands. */
  readonly thread?: string;
  readonly file: SentFile;
}

export interface SentFile {
  readonly name: string;
  readonly title: Text;
  readonly content: string;
  /** How the content stands for bytes: a workbook or a Word file as base64; without it, the content is the text. */
  readonly encoding?: 'base64';
  /**
   * Markdown that is shown as a canvas, where the plan has canvases; the post is that canvas and no file. Names what it shows:
   * what is sent later under the same name in the same channel is written into the same canvas.
   */
  readonly canvas?: string;
}

/** A workbook or a Word file, to be sent. */
export const binaryFile = (name: string, title: Text, bytes: Uint8Array): SentFile => ({
  name,
  title,
  content: Buffer.from(bytes).toString('base64'),
  encoding: 'base64',
});
