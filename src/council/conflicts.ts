/**
 * Whether a council's file may be applied over what was done since it was last applied.
 *
 * An act made in Slack stands until the file says the same: applying an older file must not silently take it back. Pure.
 */
import type { Text } from '../text/text.ts';
import { changeText } from './changeText.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { CouncilFile } from './shape.ts';

export interface Conflict {
  readonly part: Entry['part'];
  readonly id: string;
  /** What the file says and the council no longer does. */
  readonly line: Text;
}

/**
 * What the file would take back: entries that the council changed, made or removed since `applied`, and about which the
 * file says something else than what is there now. `applied` is the file as it was last applied.
 */
export function conflicts(applied: CouncilFile, now: CouncilFile, file: CouncilFile): Conflict[] {
  const [before, present] = [keyed(applied), keyed(now)];
  return entriesOf(file)
    .filter((entry) => {
      const [was, is] = [before.get(keyOf(entry)), present.get(keyOf(entry))];
      return !same(was, is) && !same(is, entry);
    })
    .map(({ part, id, title }) => ({ part, id, line: changeText.conflict(part, title) }));
}

const keyOf = ({ part, id }: Entry): string => `${part} ${id}`;

const keyed = (file: CouncilFile): Map<string, Entry> => new Map(entriesOf(file).map((one) => [keyOf(one), one]));

const same = (a: Entry | undefined, b: Entry | undefined): boolean => fieldsOf(a) === fieldsOf(b);

const fieldsOf = (entry: Entry | undefined): string | undefined =>
  entry &&
  JSON.stringify(
    Object.entries(entry.fields)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
