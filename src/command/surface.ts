/**
 * What a surface is: a message in Slack that shows a state, such as a decision's or a meeting's.
 *
 * Acts name its key; delivery renders what is true then, so that the last word always wins.
 */
import type { Audience } from '../domain/audience.ts';
import type { Chart } from '../domain/council.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import type { ReadingStore } from '../store/store.ts';
import type { Message } from '../text/message.ts';

export interface Surface {
  /** What its keys begin with: `decision` for `decision:31`. */
  readonly kind: string;
  /** What is true now, as these onlookers may see it; undefined where there is nothing (any more) to show. */
  render(id: string, now: Instant, chart: Chart, store: ReadingStore, audience: Audience): Promise<Message | undefined>;
}

/** Where it is shown. */
export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

/** Renders any of these surfaces by its key; in a channel that is mapped, as all who read there may see it. */
export async function renderSurface(
  surfaces: readonly Surface[],
  key: string,
  now: Instant,
  store: ReadingStore,
  place?: ChannelPlace,
): Promise<Message | undefined> {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  const surface = surfaces.find((one) => one.kind === kind);
  if (!surface) return undefined;
  const mapped = place && (await store.channels.at(place.teamId, place.channelId));
  return surface.render(id, now, await store.chart(dayAt(now)), store, mapped?.audience ?? 'internal');
}
