/** The two sides that are compared, as values: what stands in Slack, and what the council wants to stand there. */
import type { Audience } from '../audience.ts';
import type { Chart, Tenure } from '../council.ts';
import type { Day } from '../day.ts';

export interface Bookmark {
  readonly title: string;
  readonly link: string;
}

/** A channel as Slack shows it to the bot. */
export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Whether the bot is in it. */
  readonly joined: boolean;
  readonly topic: string;
  /** Account ids, the bot's own among them; undefined: not read. */
  readonly members: readonly string[] | undefined;
  /** Undefined: not read. */
  readonly bookmarks: readonly Bookmark[] | undefined;
}

export interface SlackAccount {
  readonly id: string;
  readonly deactivated: boolean;
  readonly bot: boolean;
}

export interface SlackGroup {
  readonly id: string;
  readonly handle: string;
  readonly disabled: boolean;
  readonly members: readonly string[];
}

/** What stands in Slack; undefined is what could not be read. */
export interface SlackSide {
  readonly channels: readonly SlackChannel[] | undefined;
  readonly accounts: readonly SlackAccount[] | undefined;
  readonly groups: readonly SlackGroup[] | undefined;
}

export interface MappedTo {
  readonly channelId: string;
  readonly name: string;
  readonly body: string;
  readonly audience: Audience;
}

/** What a body should have in Slack. */
export interface WantedBody {
  readonly body: string;
  readonly channelName: string;
  readonly topic: string;
  readonly bookmarks: readonly Bookmark[];
  /** Its user group; undefined where the council wants none. */
  readonly group: { readonly handle: string; readonly name: string } | undefined;
}

export interface CouncilSide {
  readonly chart: Chart;
  readonly today: Day;
  /** All that hold today. */
  readonly tenures: readonly Tenure[];
  /** Seats that people held once: who left a body leaves its channel. */
  readonly ended: readonly { readonly person: number; readonly body: string }[];
  readonly bodies: readonly WantedBody[];
  /** The channels of the bot's workspace that show a body. */
  readonly mapped: readonly MappedTo[];
  /** Groups that are the council's, by body. */
  readonly groups: ReadonlyMap<string, string>;
  /** The accounts in the bot's workspace that are somebody's today, by person. */
  readonly accounts: ReadonlyMap<number, string>;
  /** Of those who have one in another workspace alone: they come by channels that are shared (Slack Connect). */
  readonly elsewhere: ReadonlyMap<number, string>;
}
