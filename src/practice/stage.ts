/** What every act needs: the workspace, the app, and the way to it. */
import type { Delivery, Heard, Kind, Wire } from './deliver.ts';
import { elementsIn, type Placed } from './entered.ts';
import { asText, type Json } from './json.ts';
import { type App, eventEnvelope } from './payloads.ts';
import type { Channel, State, User } from './state.ts';

export interface Stage {
  readonly state: State;
  readonly app: App;
  readonly deliveries: Delivery[];
  wire(): Wire | undefined;
}

/** What came of a press: the app was told, and where the button is a link, the page that opens. */
export type Pressed = { readonly heard: Heard; readonly opens: string | undefined };

/** Hands something to the app and keeps what came of it. */
export async function deliver(stage: Stage, kind: Kind, payload: Json, again?: { number: number }): Promise<Heard> {
  const began = performance.now();
  const wire = stage.wire();
  const heard: Heard = wire ? await wire(kind, payload, again) : { kind: 'unreachable', reason: 'no app is connected' };
  stage.deliveries.push({ at: stage.state.now(), kind, payload, heard, ms: performance.now() - began });
  return heard;
}

/** An event, where the app has subscribed to it. */
export async function emit(
  stage: Stage,
  teamId: string,
  event: Json,
  subscription = asText(event.type),
): Promise<void> {
  const team = stage.state.teams.get(teamId);
  if (!team?.bot || !stage.app.events.includes(subscription)) return;
  await deliver(stage, 'event', eventEnvelope(stage.state, stage.app, team, event));
}

export const person = (state: State, id: string): User => must(state.users.get(id), `no person ${id}`);
export const channelOf = (state: State, id: string): Channel => must(state.channels.get(id), `no channel ${id}`);

/** Throws where a test or the page asks for what cannot be. */
export function must<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new RangeError(otherwise);
  return value;
}

/** By `action_id`, or by `block_id/action_id` where that is needed to tell them apart. */
export const elementNamed = (blocks: readonly Json[], name: string): Placed | undefined =>
  elementsIn(blocks).find(
    ({ block, element }) => element.action_id === name || `${block.block_id}/${element.action_id}` === name,
  );
