/** A person acts on a message: presses a button, chooses in a menu, uses a shortcut. */
import { accepted, type Heard } from './deliver.ts';
import { actionOf, type Entered, valuesIn } from './entered.ts';
import { shownMessage } from './methods/method.ts';
import { notices } from './notices.ts';
import { interaction, messagePlace } from './payloads.ts';
import { notice } from './responses.ts';
import { channelOf, deliver, elementNamed, must, type Pressed, person, type Stage } from './stage.ts';
import {
  type Channel,
  issueResponseUrl,
  issueTrigger,
  type Message,
  newTs,
  type State,
  type Team,
  type User,
} from './state.ts';

/** Whose app stands behind a message. */
const teamBehind = (state: State, message: Message): Team =>
  must(
    [...state.teams.values()].find((one) => one.bot && one.bot.botId === message.botId),
    'no app posted this message',
  );

function messageSeen(state: State, user: User, ts: string): { channel: Channel; message: Message } {
  const message = must(
    state.messages.find((one) => one.ts === ts && (!one.onlyFor || one.onlyFor === user.id)),
    `${user.name} sees no message ${ts}`,
  );
  const channel = channelOf(state, message.channel);
  if (!channel.members.has(user.id)) throw new RangeError(`${user.name} is not in ${channel.name}`);
  return { channel, message };
}

/** Presses a button, or chooses in a menu, of a message. */
export async function pressInMessage(
  stage: Stage,
  userId: string,
  ts: string,
  actionId: string,
  entered: Entered,
): Promise<Pressed> {
  const { state, app } = stage;
  const user = person(state, userId);
  const { channel, message } = messageSeen(state, user, ts);
  const placed = must(elementNamed(message.blocks, actionId), `no ${actionId} in this message`);
  const team = teamBehind(state, message);
  const payload = interaction(app, team, user, 'block_actions', {
    ...messagePlace(state, channel, message),
    trigger_id: issueTrigger(state, team, userId, channel.id),
    response_url: issueResponseUrl(state, team, userId, channel.id, { source: { ts } }),
    state: { values: valuesIn(state, message.blocks, entered) },
    actions: [actionOf(state, placed, entered, newTs(state))],
  });
  const heard = await deliver(stage, 'interaction', payload);
  if (!accepted(heard)) notice(state, team, message, user, notices.trouble);
  const { url } = placed.element;
  return { heard, opens: typeof url === 'string' ? url : undefined };
}

/** Uses a message shortcut. */
export async function shortcut(stage: Stage, userId: string, ts: string, callbackId: string): Promise<Heard> {
  const { state, app } = stage;
  const user = person(state, userId);
  const { channel, message } = messageSeen(state, user, ts);
  if (!app.shortcuts.some((one) => one.callbackId === callbackId)) throw new RangeError(`no shortcut ${callbackId}`);
  const team = must(state.teams.get(user.teamId), 'no team');
  const payload = interaction(app, team, user, 'message_action', {
    callback_id: callbackId,
    action_ts: newTs(state),
    trigger_id: issueTrigger(state, team, userId, channel.id),
    response_url: issueResponseUrl(state, team, userId, channel.id, { source: { ts } }),
    message_ts: message.ts,
    channel: { id: channel.id, name: channel.name },
    message: shownMessage(state, message),
  });
  const heard = await deliver(stage, 'interaction', payload);
  if (!accepted(heard)) notice(state, team, message, user, notices.trouble);
  return heard;
}
