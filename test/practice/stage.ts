/** A small workspace for scenes: one team with the app, one without, three people, a few channels, a clock that one moves. */
import type { Wire } from '../../src/practice/deliver.ts';
import type { Json } from '../../src/practice/json.ts';
import { createWorkspace, type Workspace } from '../../src/practice/workspace.ts';

export const TOKEN = 'xoxb-practice';

export function stage() {
  const clock = { now: Date.parse('2026-06-09T09:00:00+09:00') };
  const workspace = createWorkspace({
    now: () => clock.now,
    app: { commands: ['/req', '/wg'], shortcuts: [{ callbackId: 'item', name: '課題にする' }] },
  });
  const team = workspace.addTeam({ id: 'T1', domain: 'council', name: '協議会' }, { token: TOKEN });
  const bot = team.bot!.userId;
  workspace.addTeam({ id: 'T2', domain: 'goka', name: '五霞町' });
  const sato = workspace.addUser({ teamId: 'T1', name: 'sato', realName: '佐藤 花子', email: 'sato@example.lg.jp' });
  const suzuki = workspace.addUser({ teamId: 'T1', name: 'suzuki', realName: '鈴木 一郎' });
  const tanaka = workspace.addUser({ teamId: 'T2', name: 'tanaka', realName: '田中 実' });
  const members = [sato.id, suzuki.id, tanaka.id, bot];
  const kaigo = workspace.addChannel({ teamId: 'T1', name: 'wg-介護保険', members });
  const quiet = workspace.addChannel({ teamId: 'T1', name: 'zatsudan', members: [sato.id] });
  const closed = workspace.addChannel({ teamId: 'T1', name: 'jimukyoku', kind: 'private', members: [sato.id, bot] });
  const call = (method: string, args: Json = {}): Promise<Json> => workspace.call(TOKEN, method, args);
  return { clock, workspace, call, bot, sato, suzuki, tanaka, kaigo, quiet, closed };
}

/** Connects an app that answers each delivery by its kind and payload; nothing said is an empty 200. */
export function answering(workspace: Workspace, app: (payload: Json, kind: string) => unknown = () => undefined): void {
  const wire: Wire = async (kind, payload) => ({ kind: 'answered', status: 200, body: await app(payload, kind) });
  workspace.connect(wire);
}

export const words = (text: string): Json => ({ type: 'section', text: { type: 'mrkdwn', text } });
