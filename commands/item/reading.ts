/** The cells of a 課題管理表 understood: which body, which seats, which day; undefined where the words mean none. */
import type { OfficeCalendar } from '../../src/domain/businessDay.ts';
import { type Chart, municipalityOf, type Seat, type Tenure } from '../../src/domain/council.ts';
import { addDays, type Day, day } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import type { ItemStatus, Priority } from '../../src/domain/item.ts';
import { readDay } from '../../src/domain/when.ts';
import { plain, type Text } from '../../src/text/text.ts';
import { PARTLY_DONE, placeText, priorityText, statusText } from './text.ts';

const squeezed = (words: string): string => fold(words).replace(/\s/gu, '');

const called = <Value extends string>(words: string, names: Readonly<Record<Value, Text>>): Value | undefined =>
  (Object.keys(names) as Value[]).find((one) => squeezed(plain(names[one].ja)) === squeezed(words) || one === words);

/** What is partly done is open: which parts are in stands in a column of its own. */
export const statusIn = (words: string): ItemStatus | undefined =>
  squeezed(words) === squeezed(plain(PARTLY_DONE.ja)) ? 'open' : called(words, statusText);
export const priorityIn = (words: string): Priority | undefined => called(words, priorityText);

/** Excel counts days from here. */
const EXCEL_ZERO = day('1899-12-30');

/** A day, or null where there is to be none. */
export function dueIn(words: string, today: Day, calendar: OfficeCalendar): Day | null | undefined {
  if (/^(?:なし|期限なし|無し|-|ー|―|none)?$/iu.test(words)) return null;
  if (/^[345]\d{4}$/u.test(words)) return addDays(EXCEL_ZERO, Number(words));
  const reading = readDay(words, today, calendar);
  return 'read' in reading && reading.length === words.length ? reading.read.day : undefined;
}

export interface Members {
  readonly seats: readonly Seat[];
  readonly tenures: readonly Tenure[];
  readonly names: ReadonlyMap<number, string>;
}

/** The seats that a cell names, first owner first: each by place, by municipality alone or by its holder. */
export function ownersIn(
  words: string,
  { seats, tenures, names }: Members,
  chart: Chart,
): readonly string[] | undefined {
  if (squeezed(words) === '' || squeezed(words) === squeezed(plain(placeText(undefined, chart).ja))) return [];
  const found: string[] = [];
  for (const part of words.split(/[/／、,\n]/u)) {
    const said = squeezed(part);
    if (said === '') continue;
    const byPlace = seats.filter((one) => said.startsWith(squeezed(plain(placeText(one.id, chart).ja))));
    const byTown = seats.filter(
      ({ role, municipality }) =>
        role === 'member' && said === squeezed(municipalityOf(chart, municipality ?? '')?.name ?? ''),
    );
    const byHolder = tenures
      .filter((one) => squeezed(names.get(one.person) ?? '') === said.replace(/(?:さん|様|氏)$/u, ''))
      .map((one) => one.seat);
    const [seat, ...others] = [byPlace, byTown, byHolder].find((one) => one.length > 0) ?? [];
    if (!seat || others.some((one) => one.id !== seat.id)) return undefined;
    if (!found.includes(seat.id)) found.push(seat.id);
  }
  return found;
}
