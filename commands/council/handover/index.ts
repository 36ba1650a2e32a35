/** The handover: packs, the checklist of a switch, and taking a switch back. */
import { councilChecklist } from './checklist.ts';
import { councilHandover } from './handover.ts';
import { councilRollback } from './rollback.ts';
import { councilTask } from './task.ts';
import { councilTick, councilUntick } from './tick.ts';

export const handoverSubcommands = [
  councilHandover,
  councilChecklist,
  councilTick,
  councilUntick,
  councilTask,
  councilRollback,
];
