/** What can be done about a difference, and what only a human can do in Slack. */
import type { Audience } from '../audience.ts';
import type { Bookmark } from './sides.ts';

/** Why somebody is to leave a channel. */
export type RemovedBecause = 'left' | 'ended' | 'audience' | 'undone';

/** What can be done; `channel` is undefined where it is created first. */
export type Change =
  | { readonly kind: 'create'; readonly body: string; readonly name: string; readonly audience: Audience }
  | {
      readonly kind: 'adopt';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'moved';
      readonly body: string;
      readonly from: string;
      readonly channel: string;
      readonly name: string;
    }
  | {
      readonly kind: 'renamed';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
      readonly before: string;
    }
  | { readonly kind: 'join'; readonly body: string; readonly channel: string }
  | {
      readonly kind: 'topic';
      readonly body: string;
      readonly channel: string | undefined;
      readonly topic: string;
      readonly before: string;
    }
  | ({ readonly kind: 'bookmark'; readonly body: string; readonly channel: string | undefined } & Bookmark)
  | ({ readonly kind: 'unbookmark'; readonly body: string; readonly channel: string } & Bookmark)
  | {
      readonly kind: 'invite';
      readonly body: string;
      readonly channel: string | undefined;
      readonly person: number;
      readonly account: string;
    }
  | {
      readonly kind: 'remove';
      readonly body: string;
      readonly channel: string;
      readonly person: number;
      readonly account: string;
      readonly because: RemovedBecause;
    }
  | {
      readonly kind: 'group';
      readonly body: string;
      readonly handle: string;
      readonly name: string;
      readonly group: string | undefined;
      readonly users: readonly string[];
      readonly before: readonly string[];
    }
  | {
      readonly kind: 'groupOff';
      readonly body: string;
      readonly handle: string;
      readonly name: string;
      readonly group: string;
      readonly before: readonly string[];
    };

/** What only a human can do, or decide. */
export type Concern =
  | {
      readonly kind: 'archived' | 'gone' | 'nameTaken';
      readonly body: string;
      readonly channel: string;
      readonly name: string;
    }
  | { readonly kind: 'stranger'; readonly account: string; readonly channels: readonly string[] }
  | { readonly kind: 'deactivated'; readonly person: number; readonly account: string }
  | { readonly kind: 'noAccount' | 'elsewhere'; readonly person: number }
  /** Of another workspace, and no longer to be in these channels: no app removes them. */
  | { readonly kind: 'guest'; readonly person: number; readonly channels: readonly string[] }
  /** So many sit in the body whom the channel's audience leaves out. */
  | {
      readonly kind: 'narrow';
      readonly body: string;
      readonly channel: string;
      readonly audience: Audience;
      /** The audience that takes them in. */
      readonly wants: Audience;
      readonly people: readonly number[];
    }
  | { readonly kind: 'handleTaken'; readonly body: string; readonly handle: string };

export interface Differences {
  readonly changes: readonly Change[];
  readonly concerns: readonly Concern[];
}

/** In the order in which they are done: who is to be invited needs a channel that the bot is in. */
export const CHANGES: readonly Change['kind'][] = [
  'create',
  'adopt',
  'moved',
  'renamed',
  'join',
  'topic',
  'bookmark',
  'unbookmark',
  'invite',
  'remove',
  'group',
  'groupOff',
];

export const CONCERNS: readonly Concern['kind'][] = [
  'gone',
  'archived',
  'nameTaken',
  'narrow',
  'noAccount',
  'elsewhere',
  'deactivated',
  'guest',
  'stranger',
  'handleTaken',
];
