/** Joining late and leaving. */
import { councilJoin } from './join.ts';
import { councilLeave } from './leave.ts';
import { councilPrice } from './price.ts';
import { councilUnjoin } from './unjoin.ts';

export const joiningCommands = [councilJoin, councilLeave, councilUnjoin, councilPrice] as const;
