/** The offices' checklist of a switch, in the council's channel. */
import type { Surface } from '../../../src/command/surface.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { checklistFor, officesMessage } from './checklists.ts';

export const handoverSurface: Surface = {
  kind: 'handover',
  render: async (id, now, chart, store) => officesMessage(await checklistFor(Number(id), store), chart, dayAt(now)),
};
