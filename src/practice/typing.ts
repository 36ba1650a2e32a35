/** A person types a line: Slack makes it a message, or a command for the app. */
import { accepted, type Heard } from './deliver.ts';
import { isJson } from './json.ts';
import { type Notice, notices } from './notices.ts';
import { commandForm, escaped, messageEvent } from './payloads.ts';
import { notice, say } from './responses.ts';
import { channelOf, deliver, emit, must, person, type Stage } from './stage.ts';
import { type Channel, issueResponseUrl, issueTrigger, keepMessage, type State, type User } from './state.ts';

export type Typed =
  | { readonly kind: 'posted'; readonly ts: string }
  | { readonly kind: 'command'; readonly heard: Heard }
  | { readonly kind: 'refused'; readonly why: 'not in channel' | 'archived' | 'in a thread' | 'no such command' };

/** Types a line and presses Enter. A line that begins with `/` is a command; `／` is not. */
export async function type(
  stage: Stage,
  userId: string,
  channelId: string,
  line: string,
  threadTs?: string,
): Promise<Typed> {
  const { state, app } = stage;
  const user = person(state, userId);
  const channel = channelOf(state, channelId);
  const team = must(state.teams.get(user.teamId), `no team ${user.teamId}`);
  if (!channel.members.has(userId)) return { kind: 'refused', why: 'not in channel' };
  if (channel.archived) return { kind: 'refused', why: 'archived' };
  if (!line.startsWith('/')) return post(stage, user, channel, line, threadTs);

  const [, command = '', words = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const tell = (said: Notice): void => notice(state, team, { channel: channel.id, threadTs }, user, said);
  if (!team.bot || !app.commands.includes(command)) {
    tell(notices.noSuchCommand(command));
    return { kind: 'refused', why: 'no such command' };
  }
  if (threadTs) {
    tell(notices.notInThreads(command));
    return { kind: 'refused', why: 'in a thread' };
  }

  const responseUrl = issueResponseUrl(state, team, userId, channel.id, { typed: line });
  const triggerId = issueTrigger(state, team, userId, channel.id);
  const text = escaped(state, team.id, words.trim());
  const form = commandForm(app, team, user, channel, { command, text, responseUrl, triggerId });
  const heard = await deliver(stage, 'command', form);
  if (heard.kind === 'timeout') tell(notices.failed(command, 'operation_timeout'));
  else if (heard.kind === 'unreachable') tell(notices.failed(command, 'dispatch_failed'));
  else if (!accepted(heard)) tell(notices.failed(command, `http_status_${heard.status}`));
  else sayAtOnce(state, new URL(responseUrl).pathname, heard.body);
  return { kind: 'command', heard };
}

/** What stands in the answer to a command is said as through its response URL, without counting as a use. */
function sayAtOnce(state: State, path: string, body: unknown): void {
  const ticket = state.responseUrls.get(path);
  const content = typeof body === 'string' ? { text: body } : body;
  if (ticket && isJson(content) && (content.text || content.blocks)) say(state, ticket, content);
}

async function post(stage: Stage, user: User, channel: Channel, line: string, threadTs?: string): Promise<Typed> {
  const text = escaped(stage.state, user.teamId, line);
  const kept = keepMessage(stage.state, { channel: channel.id, user: user.id, text, blocks: [], threadTs });
  const { event, subscription } = messageEvent(channel, kept, user.teamId);
  for (const team of stage.state.teams.values()) {
    if (!team.bot || !channel.members.has(team.bot.userId)) continue;
    await emit(stage, team.id, event, subscription);
    if (text.includes(`<@${team.bot.userId}>`)) await emit(stage, team.id, { ...event, type: 'app_mention' });
  }
  return { kind: 'posted', ts: kept.ts };
}
