/**
 * The sample council's workspace, served over HTTP to a bot that runs as a process of its own. Its clock runs: it is set
 * once, and the bot's with it.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CouncilFile } from '../../src/council/shape.ts';
import type { Message } from '../../src/practice/state.ts';
import type { Typed } from '../../src/practice/typing.ts';
import { serveSlack } from '../../src/practice/webApi.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { sampleCouncil, workspaceOf } from './office.ts';
import { until } from './process.ts';
import { shown } from './shown.ts';

export interface Town {
  readonly council: CouncilFile;
  readonly workspace: Workspace;
  /** The settings of a bot that works here, at this moment of the town's clock. */
  settings(): Record<string, string>;
  /** Sets the town's clock; bots that start from now on go by it. */
  at(written: string): void;
  now(): number;
  /** Slack posts to the bot at this address. */
  connect(url: string): void;
  userId(slug: string): string;
  channelId(name: string): string;
  /** Types a line in a channel, 介護保険WG's unless said. */
  type(who: string, line: string, channel?: string): Promise<Typed>;
  /** Types a line, and gives the first message that comes of it and says so. */
  hear(who: string, line: string, says: RegExp, channel?: string): Promise<Heard>;
  /** The first message since then that says so, as soon as it is there. */
  comes(says: RegExp, since: number, patience?: number): Promise<Heard>;
  /** How many messages there are, ephemeral ones too. */
  count(): number;
  close(): Promise<void>;
}

export interface Heard {
  readonly message: Message;
  readonly text: string;
}

const HERE = 'wg-介護保険';
