/** How far an item is that several seats owe. */
import type { Owing } from '../domain/item.ts';
import { progressOf } from '../domain/itemParts.ts';
import { en, ja, type Text } from './text.ts';

/** 済 2/5; undefined where one seat owes it, or nothing is in. */
export function progressText(item: Owing): Text | undefined {
  const progress = progressOf(item);
  if (!progress) return undefined;
  const { parts, of } = progress;
  return { ja: ja`済 ${parts.length}/${of}`, en: en`${parts.length} of ${of} done` };
}
