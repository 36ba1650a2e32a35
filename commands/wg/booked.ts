/** Who of the bodies is expected elsewhere at that hour, in another meeting or at a candidate of a date poll: said to whoever calls. */
import type { Scene } from '../../src/command/scene.ts';
import { engagementsOf } from '../../src/domain/doubleBooking.ts';
import { overlaps, type Slot } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { note, type Part } from '../../src/text/message.ts';
import { warningTexts } from './poll/surface.ts';
import { text } from './text.ts';

/** `but`: the meeting itself. */
export async function bookedNotes(
  bodies: readonly string[],
  slot: Slot,
  but: number,
  { today }: Pick<Scene, 'today'>,
  store: CouncilStore,
): Promise<Part[]> {
  const [tenures, meetings, polls] = await Promise.all([
    store.tenuresOn(slot.day, { today, own: [] }),
    store.meetings.from(slot.day),
    store.polls.unsettled(),
  ]);
  const others = meetings.filter((one) => one.number !== but);
  const booked = engagementsOf(bodies, [slot.day], tenures, others, polls).filter((one) => overlaps(one.slot, slot));
  if (booked.length === 0) return [];
  const names = await store.names(booked.map((one) => one.person));
  const warnings = booked.map((engagement) => ({ kind: 'doubleBooked', engagement }) as const);
  return warningTexts(warnings, names, new Map()).map((one) => note(text.beware(one)));
}
