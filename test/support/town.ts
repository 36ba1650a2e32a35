/**
 * The sample council's workspace, served over HTTP to a bot that runs as a process of its own. Its clock runs: it is set
 * once, and the bot's with it.
 */
import type { CouncilFile } from '../../src/council/shape.ts';
import type { Submitted } from '../../src/practice/modals.ts';
import type { Message } from '../../src/practice/state.ts';
import type { Typed } from '../../src/practice/typing.ts';
import { serveSlack } from '../../src/practice/webApi.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { workspaceOf } from './office.ts';
import { officeCouncil } from './officeCouncil.ts';
import { until } from './process.ts';
import { shown, WAITS } from './shown.ts';

export interface Town {
  readonly council: CouncilFile;
  readonly workspace: Workspace;
  readonly apiUrl: string;
  /** The settings of a bot that starts at this moment of the town's clock. */
  settings(): Record<string, string>;
  /** Sets the town's clock, for bots that start from now on. */
  at(written: string): void;
  now(): number;
  /** Slack posts to the bot at this address. */
  connect(url: string): void;
  userId(slug: string): string;
  channelId(name: string): string;
  /** Types a line in a channel, 介護保険WG's unless said. */
  type(who: string, line: string, channel?: string): Promise<Typed>;
  /** Types a line, and gives the bot's answer: the first message that follows, but not that it takes a moment. */
  say(who: string, line: string, channel?: string): Promise<Heard>;
  /** Presses the button with this label on a message, and gives the bot's answer. */
  press(who: string, label: string, on: Message): Promise<Heard>;
  /** Fills in the form that opens for someone, by the names of its fields, and submits it. */
  submit(who: string, fields: Readonly<Record<string, string>>): Promise<Submitted>;
  /** The bot's first message after so many, that says so. */
  comes(says: RegExp, after: number, patience?: number): Promise<Heard>;
  /** The bot's first message after so many that this person sees in this channel. */
  answered(who: string, channel: string, after: number, patience: number): Promise<Heard>;
  /** How many messages there are, ephemeral ones too. */
  count(): number;
  /** The message as a person reads it: its blocks, a line each. */
  read(message: Message): string;
  close(): Promise<void>;
}

export interface Heard {
  readonly message: Message;
  /** As a person reads it. */
  readonly text: string;
}

const HERE = 'wg-介護保険';
const ANSWER = new RegExp(`^(?!${WAITS.source.slice(1)})`);

export async function town(written: string): Promise<Town> {
  let ahead = Date.parse(written) - Date.now();
  const now = (): number => Date.now() + ahead;
  const council = await officeCouncil();
  const workspace = workspaceOf(council, now);
  const slack = await serveSlack(workspace);
  const [team] = workspace.state.teams.values();

  const known = <One>(found: One | undefined, what: string): One => {
    if (found === undefined) throw new Error(`there is no ${what}`);
    return found;
  };
  const userId = (slug: string): string =>
    known(council.people.find((one) => one.slug === slug)?.slack[0]?.user, `person ${slug}`);
  const channelId = (name: string): string =>
    known(council.channels.find((one) => one.name === name)?.id, `channel ${name}`);
  const read = (message: Message): string => shown(message, workspace);

  const type = (who: string, line: string, channel = HERE): Promise<Typed> =>
    workspace.type(userId(who), channelId(channel), line);

  async function first(what: string, so: (heard: Heard) => boolean, after: number, patience?: number): Promise<Heard> {
    const said = () =>
      workspace.state.messages
        .slice(after)
        .filter((one) => one.user === team?.bot?.userId)
        .map((message) => ({ message, text: read(message) }));
    try {
      return await until(what, () => said().find(so), patience);
    } catch (fault) {
      throw new Error(
        `${(fault as Error).message}; there was\n${said()
          .map(({ text }) => text)
          .join('\n')}`,
      );
    }
  }

  const comes = (says: RegExp, after: number, patience?: number): Promise<Heard> =>
    first(String(says), ({ text }) => says.test(text), after, patience);

  return {
    council,
    workspace,
    apiUrl: slack.apiUrl,
    now,
    at(moved) {
      ahead = Date.parse(moved) - Date.now();
    },
    settings: () => ({
      SLACK_BOT_TOKEN: team?.bot?.token ?? '',
      SLACK_SIGNING_SECRET: workspace.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      RENKEI_CLOCK: new Date(now()).toISOString(),
    }),
    connect: (url) => workspace.connect(`${url}/slack/events`, { clock: Date.now }),
    userId,
    channelId,

    type,
    async say(who, line, channel) {
      const after = workspace.state.messages.length;
      await type(who, line, channel);
      return comes(ANSWER, after);
    },
    async press(who, label, on) {
      const after = workspace.state.messages.length;
      await workspace.press(userId(who), on, buttonCalled(label, on));
      return comes(ANSWER, after);
    },
    async submit(who, fields) {
      const view = await until('a form', () => workspace.modal(userId(who)));
      const named = (view.content.blocks as { block_id: string }[]).map(({ block_id: id }) => [id, id.split('.')[0]]);
      const entered = named.flatMap(([id = '', key = '']) => (fields[key] === undefined ? [] : [[id, fields[key]]]));
      return workspace.submit(userId(who), view, Object.fromEntries(entered));
    },
    comes,
    answered: (who, channel, after, patience) =>
      first(
        `an answer to ${who}`,
        ({ message: { channel: where, onlyFor } }) =>
          where === channelId(channel) && (onlyFor === undefined || onlyFor === userId(who)),
        after,
        patience,
      ),
    count: () => workspace.state.messages.length,
    read,
    close: slack.close,
  };
}

/** The action id of the button with this label. */
function buttonCalled(label: string, { blocks }: Message): string {
  interface Button {
    readonly type?: string;
    readonly text?: { readonly text?: string };
    readonly action_id?: string;
  }
  const elements = (blocks as { elements?: Button[] }[]).flatMap((block) => block.elements ?? []);
  const found = elements.find((one) => one.type === 'button' && one.text?.text === label)?.action_id;
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
}
