/** What opening and closing a meeting does to its agenda: what was not covered is carried over, and comes back when it reopens. */
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type AgendaEntry, after, atClose, placeAt } from '../../../src/domain/agenda.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line, type Part } from '../../../src/text/message.ts';
import { refs } from './adding.ts';
import { nextMeeting } from './meant.ts';
import { coverButton } from './surface.ts';
import { agenda as text } from './text.ts';

const BUTTONS = 5;

type Closing = Pick<Scene & Admitted, 'now' | 'today' | 'person' | 'acting' | 'chart'>;

/** Records what was covered and what was not; says what was carried over, and offers to mark it as covered after all, or to put it on each body's next meeting. */
export async function carryOver(meeting: Meeting, scene: Closing, store: CouncilStore): Promise<Part[]> {
  const { now, person, acting } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const carried: AgendaEntry[] = [];
  for (const entry of await store.agendas.of(meeting.number)) {
    if (placeAt(entry, meeting.number)?.fate !== 'on') continue;
    const act = atClose(entry);
    const to = after(entry, { act, meeting: meeting.number });
    if ('refused' in to) continue;
    await store.agendas.change(entry, to, { kind: act, at: now, by });
    if (act === 'carry') carried.push({ ...entry, ...to });
  }
  if (carried.length === 0) return [];
  // What was decided in words is not known to be an entry's: its lead says so.
  const covered = carried.slice(0, BUTTONS).map((one) => coverButton(one, meeting, scene.chart));
  const parts: Part[] = [line(text.carriedAtClose(carried)), buttons(...covered)];
  for (const body of bodiesOf(meeting)) {
    const mine = carried.filter((one) => one.body === body);
    const next = mine.length === 0 ? undefined : await nextMeeting(body, scene, store);
    if (!next || next.number === meeting.number) continue;
    parts.push(
      buttons({
        label: text.toNext(next.number),
        line: `/wg agenda M${next.number} ${refs(mine, body)} put`,
        style: 'primary',
      }),
    );
  }
  return parts;
}

/** What its close did to its agenda is taken back, as far as nothing happened to it since. */
export async function bringBack(meeting: Meeting, scene: Closing, store: CouncilStore): Promise<void> {
  const { now, person, acting } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  for (const entry of await store.agendas.of(meeting.number)) {
    const last = (await store.agendas.history(entry.body, entry.number)).at(-1);
    if (!last || last.at !== meeting.closedAt || (last.kind !== 'carry' && last.kind !== 'cover')) continue;
    const to = after(entry, { act: 'resume', meeting: meeting.number });
    if (!('refused' in to)) await store.agendas.change(entry, to, { kind: 'resume', at: now, by });
  }
}
