/** The days whose digests an outage kept from somebody: today's comes for them too, and says so in one line. */
import { isBusinessDay } from '../domain/businessDay.ts';
import { addDays, type Day } from '../domain/day.ts';
import { isToldOn } from '../domain/preferences.ts';
import type { PassedOver } from '../store/passedOver.ts';
import { dayAsOf } from '../text/dates.ts';
import { note, type Part } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import type { Morning } from './morning.ts';

/** In days: what was passed over longer ago is nobody's concern. */
export const LOOKED_BACK = 62;

export const isMissed = ({ days, heard }: PassedOver, person: number, day: Day): boolean =>
  days.has(day) && !heard(person, day);

/** The days since the person's last digest on which one was due to them, the first first. */
export function missedBy(
  person: number,
  { today, calendar, preferences, passedOver }: Pick<Morning, 'today' | 'calendar' | 'preferences' | 'passedOver'>,
): Day[] {
  const found: Day[] = [];
  if (passedOver.days.size === 0) return found;
  const own = preferences(person);
  for (let back = 1; back <= LOOKED_BACK; back += 1) {
    const day = addDays(today, -back);
    if (!isBusinessDay(day, calendar) || !isToldOn(own, day)) continue;
    if (!isMissed(passedOver, person, day)) break;
    found.unshift(day);
  }
  return found;
}

/** Today, after the business days before it on which nobody was told anything: what was to be told on one of them is told now. */
export function daysToldOf({ today, calendar, passedOver }: Pick<Morning, 'today' | 'calendar' | 'passedOver'>): Day[] {
  const found = [today];
  for (let day = addDays(today, -1); passedOver.days.size > 0; day = addDays(day, -1)) {
    if (!isBusinessDay(day, calendar)) continue;
    if (!passedOver.days.has(day)) break;
    found.unshift(day);
  }
  return found;
}

/** Nothing, where none was missed. */
export function missedNote(days: readonly Day[], today: Day): Part[] {
  const [first, last = first] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [note(text.missed(first, last, today))];
}

const text = {
  missed: (first: Day, last: Day, today: Day): Text =>
    first === last
      ? {
          ja: ja`${dayAsOf(first, today)}のお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。`,
          en: en`There was no digest on ${dayAsOf(first, today)}, since the system was down; today’s covers it.`,
        }
      : {
          ja: ja`${dayAsOf(first, today)}から${dayAsOf(last, today)}までのお知らせは、システムの停止によりお送りできませんでした。本日のお知らせにまとめています。`,
          en: en`There were no digests from ${dayAsOf(first, today)} to ${dayAsOf(last, today)}, since the system was down; today’s covers them.`,
        },
} as const;
