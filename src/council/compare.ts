/**
 * What applying a council's file would change, a readable line for each change. Pure.
 *
 * Only what the file names is created or changed; what it no longer names stays, so nothing here is ever a removal.
 */

import type { Text } from '../text/text.ts';
import { changeText, type Field, type Part } from './changeText.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { CouncilFile } from './shape.ts';

export interface Change {
  readonly kind: 'create' | 'change';
  readonly part: Part;
  /** The identity within the part: a code, a slug, `kaigo:082261 naka-wada 2019-04-01`; '*' where the order changeText. */
  readonly id: string;
  readonly line: Text;
}

/** The changes that lead from `before` to `after`; `before` is undefined where there is no such council yet. */
export function compareCouncil(before: CouncilFile | undefined, after: CouncilFile): Change[] {
  if (!before) return entriesOf(after).map(created);
  const old = new Map(entriesOf(before).map((entry) => [keyOf(entry), entry]));
  return [...entriesOf(after).flatMap((entry) => changed(old.get(keyOf(entry)), entry)), ...reordered(before, after)];
}

const keyOf = ({ part, id }: Entry): string => `${part} ${id}`;

const created = ({ part, id, title }: Entry): Change => ({
  kind: 'create',
  part,
  id,
  line: changeText.created(part, title),
});

function changed(was: Entry | undefined, now: Entry): Change[] {
  if (!was) return [created(now)];
  const fields = (Object.keys({ ...was.fields, ...now.fields }) as Field[]).filter(
    (field) => was.fields[field] !== now.fields[field],
  );
  if (fields.length === 0) return [];
  const details = fields.map((field) => changeText.field(field, was.fields[field], now.fields[field]));
  return [{ kind: 'change', part: now.part, id: now.id, line: changeText.changed(now.part, now.title, details) }];
}

/** Lists whose order is theirs: told once a list, and only of what both files name. */
function reordered(before: CouncilFile, after: CouncilFile): Change[] {
  const lists = [
    ['body', before.bodies, after.bodies],
    ['system', before.systems, after.systems],
    ['vendor', before.vendors, after.vendors],
    ['round', before.rounds, after.rounds],
  ] as const;
  return lists.flatMap(([part, was, now]): Change[] => {
    const [old, fresh] = [was.map(({ slug }) => slug), now.map(({ slug }) => slug)];
    const common = fresh.filter((slug) => old.includes(slug));
    const same = old.filter((slug) => fresh.includes(slug)).every((slug, i) => slug === common[i]);
    return same ? [] : [{ kind: 'change', part, id: '*', line: changeText.reordered(part) }];
  });
}
