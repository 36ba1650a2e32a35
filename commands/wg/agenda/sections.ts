/** A meeting's agenda as it reads: a section for each body that meets, and whether it was given out so. */

import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import { bodyOf, type Chart } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { line, type Part, rows } from '../../../src/text/message.ts';
import { bold, plain, same } from '../../../src/text/text.ts';
import { entryRow, entryText, agenda as text } from './text.ts';

export interface Section {
  readonly body: string;
  readonly entries: readonly AgendaEntry[];
}

export async function sectionsOf(meeting: Meeting, store: CouncilStore): Promise<Section[]> {
  const entries = await store.agendas.of(meeting.number);
  return bodiesOf(meeting).map((body) => ({ body, entries: entries.filter((one) => one.body === body) }));
}

/** Under the name of each body where several meet. */
export function sectionParts(meeting: Meeting, sections: readonly Section[], chart: Chart, empty: Part): Part[] {
  return sections.flatMap(({ body, entries }) => [
    ...(meeting.joint.length > 0 ? [line(bold(same(bodyOf(chart, body)?.name ?? body)))] : []),
    entries.length === 0 ? empty : rows(entries.map((one) => entryRow(one, meeting.number))),
  ]);
}

/** As it is kept when it is given out. */
export const linesOf = (meeting: Meeting, sections: readonly Section[], chart: Chart): string[] =>
  sections.flatMap(({ body, entries }) => [
    ...(meeting.joint.length > 0 && entries.length > 0
      ? [plain(text.section(bodyOf(chart, body)?.name ?? body).ja)]
      : []),
    ...entries.map((one) => plain(entryText(one, meeting.number).ja)),
  ]);

export interface Out {
  /** When it was given out last; undefined: not yet. */
  readonly on: Day | undefined;
  /** It reads differently since. */
  readonly changed: boolean;
}

export async function outOf(
  meeting: Meeting,
  sections: readonly Section[],
  chart: Chart,
  store: CouncilStore,
): Promise<Out> {
  const last = (await store.agendas.issues(meeting.number)).at(-1);
  if (!last) return { on: undefined, changed: false };
  const now = linesOf(meeting, sections, chart);
  return { on: dayAt(last.at), changed: now.join('\n') !== last.lines.join('\n') };
}
