/** The section of the digest that tells of circulations which wait for the answer of one's seat. */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Circulation, isOpen, standingOf } from '../domain/circulation.ts';
import { bodyOf, type Chart, type Tenure } from '../domain/council.ts';
import type { Instant } from '../domain/day.ts';
import type { CouncilStore } from '../store/store.ts';
import { shortDay } from '../text/dates.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

/** What each person is still to answer in this council, the earliest deadline first. */
export async function awaitedOf(
  council: CouncilStore,
  tenures: readonly Tenure[],
  /** Who is told for this person: a deputy during leave. */
  heardBy: (person: number) => number,
  calendar: OfficeCalendar,
  now: Instant,
): Promise<Map<number, Circulation[]>> {
  const found = new Map<number, Circulation[]>();
  const open = await council.circulations.unended();
  for (const one of open.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))) {
    const around = { ...(await council.circulations.around(one)), calendar };
    const standing = standingOf(one, await council.circulations.positions(one.number), now, around);
    if (!isOpen(standing)) continue;
    const waiting = new Set(standing.lines.filter(({ stand }) => stand === 'waiting').map((line) => line.municipality));
    const asked = tenures.filter(
      ({ seat, municipality }) => seat.body === one.body && seat.role === 'member' && waiting.has(municipality),
    );
    for (const person of new Set(asked.map((tenure) => heardBy(tenure.person))))
      found.set(person, [...(found.get(person) ?? []), one]);
  }
  return found;
}

export function awaitedParts(awaited: readonly Circulation[], chart: Chart, council: string): Part[] {
  if (awaited.length === 0) return [];
  const list = awaited.map((one) => text.row(one, bodyOf(chart, one.body)?.name ?? one.body));
  const agree = awaited
    .slice(0, BUTTONS)
    .map(({ number }) => ({ label: text.agree(number), line: `/req agree P${number}`, council }));
  return [heading(text.title), rows(list), buttons(...agree)];
}

const BUTTONS = 5;

const text = {
  title: { ja: ja`ご回答をお待ちしている持ち回り審議`, en: en`Circulations that wait for your answer` },
  row: ({ number, requirements, deadline }: Circulation, body: string): Text => ({
    ja: ja`• 持ち回り審議P${number} ${body} 要件${requirements.length}件(期限 ${shortDay(deadline)})`,
    en: en`• Circulation P${number}, ${body}, ${requirements.length} requirements (by ${shortDay(deadline)})`,
  }),
  agree: (number: number): Text => ({ ja: ja`P${number}に同意`, en: en`Agree to P${number}` }),
};
