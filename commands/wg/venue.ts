/** 会場輪番: where no place was said, the next venue in turn is offered by a button; it is never filled in silently. */
import type { Scene } from '../../src/command/scene.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { nextVenue, townHall } from '../../src/domain/venue.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, type Part } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import type { Spot } from './calling.ts';

/** What is added to the reply once the meeting has its number; undefined where the body has no rotation of venues. */
export async function venueOffer(
  body: string,
  day: Day,
  spot: Spot,
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
): Promise<((number: number) => Part[]) | undefined> {
  if (spot.place !== undefined || spot.link !== undefined) return undefined;
  const setting = await store.setting('venueRotation', day, body);
  const venues = Array.isArray(setting)
    ? setting.map(String)
    : setting === 'municipalities'
      ? chart.rotation.turns.map((code) => townHall(municipalityOf(chart, code)?.name ?? code))
      : [];
  const next = nextVenue(venues, (await store.meetings.lastPlaced(body))?.place);
  if (next === undefined) return undefined;
  const words = /\s/u.test(next) ? `「${next}」` : next;
  return (number) => [line(text.turn(next)), buttons({ label: text.take(next), line: `/wg move M${number} ${words}` })];
}

const text = {
  turn: (venue: string): Text => ({
    ja: ja`会場が未定です。会場輪番では、次は${venue}です。`,
    en: en`No place was given. By the rotation of venues it is ${venue}'s turn.`,
  }),
  take: (venue: string): Text => ({ ja: ja`会場を${venue}にする`, en: en`Meet at ${venue}` }),
};
