/** The requirements, meetings and decisions that a text names, as links; what does not exist is said. */
import type { Day } from '../../src/domain/day.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { type Item, type ItemLink, linksIn } from '../../src/domain/item.ts';
import type { CouncilStore } from '../../src/store/store.ts';

export async function linksNamed(
  words: string,
  today: Day,
  store: CouncilStore,
): Promise<{ readonly links: readonly ItemLink[]; readonly unknown: readonly string[] }> {
  const links: ItemLink[] = [];
  const unknown: string[] = [];
  const year = fiscalYearOf(today);
  for (const { kind, number } of linksIn(words)) {
    if (kind === 'requirement') {
      if (await store.requirements.byNumber(number)) links.push({ kind, ref: String(number) });
      else unknown.push(`要件${number}`);
    } else if (kind === 'meeting') {
      if (await store.meetings.byNumber(number)) links.push({ kind, ref: String(number) });
      else unknown.push(`M${number}`);
    } else if (await store.decisions.byName(year, number)) links.push({ kind, ref: `${year}-${number}` });
    else unknown.push(`決定${number}`);
  }
  return { links, unknown };
}

/** The item's links with those that these words name besides; nothing where they name none. */
export async function linksAdded(
  { links: known }: Pick<Item, 'links'>,
  words: string,
  today: Day,
  store: CouncilStore,
): Promise<{ readonly links?: readonly ItemLink[] }> {
  const { links } = await linksNamed(words, today, store);
  const more = links.filter(({ kind, ref }) => !known.some((one) => one.kind === kind && one.ref === ref));
  return more.length === 0 ? {} : { links: [...known, ...more] };
}
