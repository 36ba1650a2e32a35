/** Everything that can be said, and every message that shows a state. What exists is written here. */
import type { Command } from '../src/command/subcommand.ts';
import type { Surface } from '../src/command/surface.ts';
import { digestSurface } from './council/digestSurface.ts';
import { handoverSurface } from './council/handover/surface.ts';
import { councilCommand } from './council/index.ts';
import { syncSurface } from './council/sync/surface.ts';
import { item } from './item/index.ts';
import { itemSurface } from './item/surface.ts';
import { circulationSurface } from './req/circulation/surface.ts';
import { req } from './req/index.ts';
import { approvalSurface, decisionSurface } from './req/surface.ts';
import { agendaSurface } from './wg/agenda/surface.ts';
import { wg } from './wg/index.ts';
import { notesSurface } from './wg/minutes/notesSurface.ts';
import { minutesSurface } from './wg/minutes/surface.ts';
import { papersSurface } from './wg/papersSurface.ts';
import { pollSurface } from './wg/poll/surface.ts';
import { meetingSurface, seriesSurface } from './wg/surface.ts';

export const commands: readonly Command[] = [wg, req, item, councilCommand(() => commands)];

export const surfaces: readonly Surface[] = [
  meetingSurface,
  agendaSurface,
  seriesSurface,
  pollSurface,
  decisionSurface,
  approvalSurface,
  circulationSurface,
  itemSurface,
  notesSurface,
  minutesSurface,
  papersSurface,
  handoverSurface,
  syncSurface,
  digestSurface,
];
