/**
 * What a surface is: a message in Slack that shows a state, such as a decision's or a meeting's.
 *
 * Acts name its key; delivery renders what is true then, so that the last word always wins.
 */
import type { Chart } from '../domain/council.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import type { ReadingStore } from '../store/store.ts';
import type { Message } from '../text/message.ts';

export interface Surface {
  /** What its keys begin with: `decision` for `decision:31`. */
  readonly kind: string;
  /** What is true now; undefined where there is nothing (any more) to show. */
  render(id: string, now: Instant, chart: Chart, store: ReadingStore): Promise<Message | undefined>;
}

/** Renders any of these surfaces by its key. */
export async function renderSurface(
  surfaces: readonly Surface[],
  key: string,
  now: Instant,
  store: ReadingStore,
): Promise<Message | undefined> {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  const surface = surfaces.find((one) => one.kind === kind);
  return surface?.render(id, now, await store.chart(dayAt(now)), store);
}
