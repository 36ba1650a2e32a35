/** The practice room as one person sees it: channels with unread marks, messages, modals, the clock. */
import { instant } from '../domain/day.ts';
import { jumpsFrom } from './jumps.ts';
import { isReply } from './methods/method.ts';
import type { Hint, Person, RoomState, ShownChannel, ShownMessage, ShownView } from './roomState.ts';
import { type Channel, directMessage, type Message, messagesSeen, type View } from './state.ts';
import type { Workspace } from './workspace.ts';

export interface Room {
  /** What this person sees; what is open counts as read. */
  seenBy(userId: string, open: { channel?: string | undefined; thread?: string | undefined }): RoomState;
  /** Whether this person may have this file: it is shared where they are, or their own. */
  mayRead(userId: string, fileId: string): boolean;
}

export function practiceRoom(
  workspace: Workspace,
  { hints, people, now }: { hints: readonly Hint[]; people: () => readonly Person[]; now: () => number },
): Room {
  const { state } = workspace;
  const read = new Map<string, string>();
  const bots = (): Set<string> => new Set([...state.teams.values()].flatMap(({ bot }) => (bot ? [bot.userId] : [])));

  const isUnread = (userId: string, one: Message): boolean =>
    one.user !== userId && one.ts > (read.get(`${userId} ${one.channel}`) ?? '');

  const unreadIn = (userId: string, channel: Channel): number =>
    messagesSeen(state, channel.id, userId).filter((one) => isUnread(userId, one)).length;

  function shownChannel(userId: string, channel: Channel): ShownChannel {
    const others = [...channel.members].filter((id) => id !== userId);
    const name = channel.kind === 'im' ? (state.users.get(others[0] ?? userId)?.realName ?? '') : channel.name;
    return {
      id: channel.id,
      name,
      kind: channel.kind,
      archived: channel.archived,
      topic: channel.topic,
      people: [...channel.members].filter((id) => !state.users.get(id)?.isBot).length,
      unread: unreadIn(userId, channel),
      withApp: channel.kind === 'im' && others.some((id) => bots().has(id)),
    };
  }

  function shownMessage(one: Message): ShownMessage {
    const author = state.users.get(one.user);
    return {
      ts: one.ts,
      at: Number(one.ts) * 1000,
      author: author?.realName ?? 'Slackbot',
      fromApp: one.botId !== undefined,
      fromSlack: author === undefined,
      text: one.text,
      blocks: one.blocks,
      edited: one.editedTs !== undefined && !one.botId,
      onlyForYou: one.onlyFor !== undefined,
      files: one.files.map((id) => {
        const file = state.files.get(id)!;
        return { id, name: file.name, bytes: file.content?.length ?? 0 };
      }),
      replies: state.messages.filter((each) => isReply(each, one) && !each.onlyFor).length,
    };
  }

  const shownView = (view: View | undefined, beneath = 0): ShownView | undefined =>
    view && { id: view.id, hash: view.hash, content: view.content, errors: view.errors, beneath };

  return {
    seenBy(userId, open) {
      openDirect(userId);
      const mine = [...state.channels.values()].filter((one) => one.members.has(userId));
      const channel = mine.find((one) => one.id === open.channel);
      const messages = channel ? messagesSeen(state, channel.id, userId) : [];
      const thread = channel && open.thread ? messagesSeen(state, channel.id, userId, open.thread) : undefined;
      const last = messages.at(-1);
      if (last) read.set(`${userId} ${last.channel}`, last.ts);
      return {
        now: now(),
        appName: workspace.app.name,
        people: people().map((one) => ({ ...one, unread: unreadFromApp(one.userId) })),
        hints,
        shortcuts: workspace.app.shortcuts,
        jumps: jumpsFrom(instant(now())),
        channels: mine.map((one) => shownChannel(userId, one)),
        users: [...state.users.values()].map(({ id, realName }) => ({ id, name: realName })),
        messages: messages.map(shownMessage),
        thread: thread?.length ? thread.map(shownMessage) : undefined,
        modal: shownView(workspace.modal(userId), (state.modals.get(userId)?.length ?? 1) - 1),
        home: shownView(workspace.home(userId)),
      };
    },
    mayRead(userId, fileId) {
      const file = state.files.get(fileId);
      return (
        file?.user === userId || !!file?.shares.some((one) => state.channels.get(one.channel)?.members.has(userId))
      );
    },
  };

  /** The app stands among the direct messages of everyone whose team has it. */
  function openDirect(userId: string): void {
    const teamId = state.users.get(userId)?.teamId ?? '';
    const bot = state.teams.get(teamId)?.bot;
    if (bot) directMessage(state, teamId, [bot.userId, userId]);
  }

  function unreadFromApp(userId: string): number {
    const direct = [...state.channels.values()].filter((one) => one.kind === 'im' && one.members.has(userId));
    return direct.reduce((sum, one) => sum + unreadIn(userId, one), 0);
  }
}
