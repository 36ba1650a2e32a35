/** What is shown of many requirements before something is done to all of them. */
import type { CouncilStore } from '../../src/store/store.ts';
import { note, type Part, rows } from '../../src/text/message.ts';
import { briefly } from './listing.ts';
import { text } from './text.ts';

/** So many are acted on without being shown first. */
export const AT_ONCE = 5;
/** Of many, so many are shown with what they say. */
export const SHOWN = 20;

/** The first of them with what they say, and how many more there are. */
export async function firstOf(numbers: readonly number[], store: CouncilStore, most = SHOWN): Promise<Part[]> {
  const shown = await store.requirements.byNumbers(numbers.slice(0, most));
  return [
    rows(shown.map((one) => text.previewRow(one.number, briefly(one.text)))),
    ...(numbers.length > most ? [note(text.notShown(numbers.length - most))] : []),
  ];
}
