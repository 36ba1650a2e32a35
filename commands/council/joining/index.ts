/** Joining late and leaving. */
import { councilAdopt } from './adopt.ts';
import { councilBuddy } from './buddy.ts';
import { councilDifference, councilUndifference } from './difference.ts';
import { councilJoin } from './join.ts';
import { councilLeave } from './leave.ts';
import { councilPack } from './pack.ts';
import { councilPast } from './past.ts';
import { councilPrice } from './price.ts';
import { councilQuery } from './query.ts';
import { councilUnadopt } from './unadopt.ts';
import { councilUnjoin } from './unjoin.ts';

export const joiningCommands = [
  councilJoin,
  councilLeave,
  councilUnjoin,
  councilPrice,
  councilAdopt,
  councilUnadopt,
  councilQuery,
  councilDifference,
  councilUndifference,
  councilPack,
  councilBuddy,
  councilPast,
] as const;
