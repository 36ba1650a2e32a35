/**
 * What is overheard: a message whose lines are marked 決定:, 宿題: or 確認: is a note of the meeting that is open in its channel, as
 * if it had been typed behind `/wg note`. Where no meeting is open, or nobody knows who speaks, nothing is said.
 *
 * A message counts once, as it was first posted: editing or deleting it changes nothing, and its reply says so.
 */
import { dayAt } from '../domain/day.ts';
import { isOpen } from '../domain/sitting.ts';
import { type Answered, answer, type House } from './answer.ts';
import type { Heard } from './heard.ts';

export async function overhear(heard: Heard, house: House): Promise<Answered | undefined> {
  const { store, homeTeam } = house;
  const councilId = await store.across.councilOfChannel(homeTeam, heard.channelId);
  if (councilId === undefined) return undefined;
  const today = dayAt(heard.at);
  const council = store.council(councilId);
  const mapped = await council.channels.at(homeTeam, heard.channelId);
  if (!mapped || !(await council.meetings.on(mapped.body, today)).some(isOpen)) return undefined;
  if (!(await store.across.identify(heard.teamId, heard.userId, today))) return undefined;
  const answered = await answer({ ...heard, councilId }, house);
  const { whisper, done } = answered.reply;
  // What was done stands in the meeting's thread; in private only what is asked back is told.
  if (!done || (whisper?.parts ?? []).length > 0) return answered;
  const { whisper: _told, ...told } = answered.reply;
  return { ...answered, reply: told };
}
