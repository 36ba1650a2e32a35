/** The register of the council's 要綱 and 協定書. */
import { councilAmend } from './amend.ts';
import { councilBases } from './bases.ts';

export const basesCommands = [councilBases, councilAmend] as const;
