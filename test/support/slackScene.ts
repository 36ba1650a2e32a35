/** The small council in a workspace of the stand-in, which is reached over HTTP by Slack's own client. */
import pino from 'pino';
import { serveSlack } from '../../src/practice/webApi.ts';
import { createWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { type Clients, connectClients, type Home } from '../../src/slack/clients.ts';
import type { Stopwatch } from '../../src/slack/deliver.ts';
import { SATO, SMITH, TEAM } from './smallCouncil.ts';

const TOKEN = 'xoxb-practice';
/** Reads the channels, and is on no roster. */
export const STRANGER = 'U0ITO';

export interface SlackScene {
  /** Slack's clock; it stands still until a test moves it. */
  readonly clock: { now: number };
  readonly workspace: Workspace;
  readonly apiUrl: string;
  readonly clients: Clients;
  readonly home: Home;
  close(): Promise<void>;
}

export async function slackScene(): Promise<SlackScene> {
  const clock = { now: Date.parse('2026-06-09T09:00:00+09:00') };
  const workspace = createWorkspace({
    now: () => clock.now,
    app: { commands: ['/req', '/wg'], shortcuts: [{ callbackId: 'decide_here', name: '決定' }] },
  });
  const team = workspace.addTeam({ id: TEAM, domain: 'council', name: '協議会' }, { token: TOKEN });
  const bot = team.bot?.userId ?? '';
  workspace.addUser({ id: SATO.userId, teamId: TEAM, name: 'sato', realName: '佐藤 花子' });
  workspace.addUser({ id: SMITH.userId, teamId: TEAM, name: 'smith', realName: 'Smith' });
  workspace.addUser({ id: STRANGER, teamId: TEAM, name: 'ito', realName: '伊藤 健' });
  for (const id of ['CKAIGO', 'CNENKIN', 'CZEIKEN'])
    workspace.addChannel({
      id,
      teamId: TEAM,
      name: id.toLowerCase(),
      members: [SATO.userId, SMITH.userId, STRANGER, bot],
    });
  const slack = await serveSlack(workspace);
  const clients = connectClients({ botToken: TOKEN, apiUrl: slack.apiUrl }, quiet);
  return { clock, workspace, apiUrl: slack.apiUrl, clients, home: { teamId: TEAM, userId: bot }, close: slack.close };
}

export const quiet = pino({ level: 'silent' });

/** A stopwatch that never waits: sleeping moves it on. */
export function quickWatch(): Stopwatch & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms);
      now += ms;
      await new Promise(setImmediate);
    },
  };
}
