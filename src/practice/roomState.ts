/** What the practice room's page is told: everything one person sees at a moment. */
import type { Json } from './json.ts';
import type { ChannelKind } from './state.ts';

/** Someone whose place one can take in the room. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  /** Seats and offices, as shown under the name. */
  readonly role: string;
}

/** A command as the composer offers it. */
export interface Hint {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly archived: boolean;
  readonly topic: string;
  readonly people: number;
  readonly unread: number;
  /** For a direct message with the app. */
  readonly withApp: boolean;
}

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

export interface ShownMessage {
  readonly ts: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  readonly fromApp: boolean;
  readonly fromSlack: boolean;
  readonly text: string;
  readonly blocks: Json[];
  readonly edited: boolean;
  readonly onlyForYou: boolean;
  readonly files: readonly ShownFile[];
  readonly replies: number;
}

export interface ShownView {
  readonly id: string;
  readonly hash: string;
  readonly content: Json;
  readonly errors: Readonly<Record<string, string>>;
  /** How many modals lie beneath. */
  readonly beneath: number;
}

/** A place to which the clock can be moved by one press. */
export interface Jump {
  readonly label: { readonly ja: string; readonly en: string };
  readonly at: number;
}

export interface RoomState {
  readonly now: number;
  readonly appName: string;
  readonly people: readonly (Person & { readonly unread: number })[];
  readonly hints: readonly Hint[];
  readonly shortcuts: readonly { readonly callbackId: string; readonly name: string }[];
  readonly jumps: readonly Jump[];
  readonly channels: readonly ShownChannel[];
  /** Names for mentions. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly messages: readonly ShownMessage[];
  /** The thread that is open, its first message first. */
  readonly thread: readonly ShownMessage[] | undefined;
  readonly modal: ShownView | undefined;
  readonly home: ShownView | undefined;
}
