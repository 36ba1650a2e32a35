/** The handover: packs, the checklist of a switch, and taking a switch back. */
import { councilHandover } from './handover.ts';

export const handoverSubcommands = [councilHandover];
