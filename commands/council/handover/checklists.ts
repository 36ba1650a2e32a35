/** The checklist of the switch in hand: what is on it, who ticks which side, and how it is shown. */

import type { Chart } from '../../../src/domain/council.ts';
import { municipalityOf, type Seat, type Tenure } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { addDays } from '../../../src/domain/day.ts';
import { type FiscalYear, firstDayOf } from '../../../src/domain/fiscalYear.ts';
import {
  type Checked,
  checklistOf,
  isHandedOver,
  type Task,
  type Tick,
  tasksOf,
  tickOf,
} from '../../../src/domain/handover.ts';
import { handingOver, officersOf } from '../../../src/domain/rotation.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, type Message, note, type Part, rows } from '../../../src/text/message.ts';
import { seatWords } from '../../../src/text/seats.ts';
import { same } from '../../../src/text/text.ts';
import { text } from './checklistText.ts';

export interface Checklist {
  readonly term: FiscalYear;
  readonly tasks: readonly Task[];
  readonly ticks: readonly Tick[];
}

export async function checklistFor(term: FiscalYear, store: CouncilStore): Promise<Checklist> {
  const [tasks, ticks] = await Promise.all([store.handovers.tasks(), store.handovers.ticks(term)]);
  return { term, tasks: tasksOf(tasks, term), ticks };
}

/** Who goes and who comes, as far as the day and the onlooker allow. */
export async function sidesOf(
  term: FiscalYear,
  today: Day,
  own: readonly string[],
  store: CouncilStore,
): Promise<{ readonly going: readonly Tenure[]; readonly coming: readonly Tenure[] }> {
  const switchDay = firstDayOf(term);
  const [going, coming] = await Promise.all([
    store.tenuresOn(today < switchDay ? today : addDays(switchDay, -1)),
    today < switchDay ? store.tenuresOn(switchDay, { today, own }) : store.tenuresOn(today),
  ]);
  return { going, coming };
}

/** The offices' list, as it stands in the council's channel: municipalities and days, no names. */
export function officesMessage(list: Checklist, chart: Chart, today: Day): Message {
  const [old, now] = chairsOf(list.term, chart);
  const lines = checklistOf(list.tasks, list.ticks, '');
  return {
    summary: text.title(list.term, old, now, lines.filter(isHandedOver).length, lines.length),
    parts: [
      rows(lines.map((one) => text.line(one, today))),
      note(seatsText(list)),
      ...offered(lines, ''),
      note(text.how),
    ],
  };
}

export function seatMessage(list: Checklist, seat: Seat, chart: Chart, today: Day): Message {
  const lines = checklistOf(list.tasks, list.ticks, seat.id);
  return {
    summary: text.ofSeat(list.term, seat, chart, lines.filter(isHandedOver).length, lines.length),
    parts: [
      rows(lines.map((one) => text.line(one, today))),
      ...offered(lines, ` ${seatWords(seat, chart)}`),
      note(text.how),
    ],
  };
}

/** Slack takes no more buttons in a row. */
const MOST_BUTTONS = 20;

function offered(lines: readonly Checked[], seat: string): Part[] {
  const open = lines.filter((one) => !isHandedOver(one)).slice(0, MOST_BUTTONS);
  if (open.length === 0) return [];
  return [
    buttons(...open.map((one) => ({ label: text.button(one), line: `/council tick ${one.task.number}${seat}` }))),
  ];
}

/** How many seats have all of their lines ticked, side by side. */
function seatsText({ tasks, ticks }: Checklist) {
  const own = tasks.filter((one) => one.owner === 'seat');
  const seats = [...new Set(ticks.map((one) => one.seat))].filter((one) => one !== '');
  const all = (side: 'given' | 'received'): number =>
    seats.filter((seat) => own.every((task) => tickOf(ticks, task.number, seat, side) !== undefined)).length;
  return text.seats(all('given'), all('received'));
}

export const chairsOf = (term: FiscalYear, chart: Chart) => {
  const name = (code: string) => same(municipalityOf(chart, code)?.name ?? code);
  return [name(handingOver(chart.rotation, term - 1)), name(officersOf(chart.rotation, term).chair)] as const;
};
