/**
 * The section of the digest about seats that are still 未定 for next year: told to each municipality's own information
 * section on four days before April 1; the secretariat learns the number of those municipalities that have published, and of
 * all on the first business day of the year.
 */
import { addBusinessDays, businessDayFrom, type OfficeCalendar } from '../domain/businessDay.ts';
import { type Chart, municipalityOf, rolesOn, type Tenure } from '../domain/council.ts';
import { addDays, type Day } from '../domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import { groups } from '../domain/groups.ts';
import { firstPrepared, isPublished } from '../domain/publication.ts';
import { holdingsOn } from '../domain/roster.ts';
import type { CouncilStore } from '../store/store.ts';
import { officialDay } from '../text/dates.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

/** The vacant seats of a municipality on a day. */
export interface Vacancies {
  readonly municipality: string;
  readonly on: Day;
  readonly count: number;
  /** Told to the secretariat, or to the municipality's own section. */
  readonly own: boolean;
}

/** In days before the year begins. */
const BEFORE: readonly number[] = [30, 14, 7];

/** On which day the vacant seats are looked at today; undefined: today nothing is told of them. */
function lookedAt(today: Day, calendar: OfficeCalendar): Day | undefined {
  const first = firstPrepared(today);
  const days = BEFORE.map((n) => businessDayFrom(addDays(first, -n), calendar));
  if (days.includes(today) || today === addBusinessDays(first, -1, calendar)) return first;
  return today === businessDayFrom(firstDayOf(fiscalYearOf(today)), calendar) ? today : undefined;
}

/** What each person is told of vacant seats today. */
export async function vacanciesFor(
  council: CouncilStore,
  chart: Chart,
  today: Day,
  calendar: OfficeCalendar,
  heardBy: (person: number) => number,
): Promise<Map<number, readonly Vacancies[]>> {
  const told = new Map<number, readonly Vacancies[]>();
  const on = lookedAt(today, calendar);
  if (on === undefined) return told;
  const [now, seats, tenures, published] = await Promise.all([
    council.tenuresOn(today),
    council.seats.all(),
    council.seats.tenures(),
    council.rosters.publications(),
  ]);
  const vacant = holdingsOn(seats, tenures, on).filter((one) => one.holders.length === 0);
  const counts = new Map(
    [...groups(vacant, (one) => one.seat.municipality ?? '')].map(([code, all]) => [code, all.length]),
  );
  counts.delete('');
  for (const [person, mine] of groups(now, (one) => one.person)) {
    const list = noticesOf(mine, counts, chart, today, on, (code) =>
      isPublished(published, code, fiscalYearOf(on), today),
    );
    for (const one of list) {
      // Who stands in while a section's person is away may be of another municipality: its own year is not for them.
      const hearer = one.own ? person : heardBy(person);
      told.set(hearer, [...(told.get(hearer) ?? []), one]);
    }
  }
  return told;
}

function noticesOf(
  mine: readonly Tenure[],
  counts: ReadonlyMap<string, number>,
  chart: Chart,
  today: Day,
  on: Day,
  published: (code: string) => boolean,
): Vacancies[] {
  const roles = rolesOn(mine, chart, today);
  const own = roles.find((one) => one.as === 'information')?.municipality;
  const secretariat = roles.some((one) => one.as === 'secretariat');
  return [...counts]
    .filter(([code]) => code === own || (secretariat && published(code)))
    .map(([municipality, count]) => ({ municipality, on, count, own: municipality === own }));
}

export function vacancyParts(list: readonly Vacancies[], chart: Chart, council: string): Part[] {
  const [first] = list;
  if (!first) return [];
  const show = list.slice(0, 5).map((one) => {
    const name = municipalityOf(chart, one.municipality)?.name ?? one.municipality;
    return { label: text.show(name), line: `/council roster ${name} ${one.on}`, council };
  });
  return [heading(text.title(first.on)), rows(list.map((one) => text.row(one, chart))), buttons(...show)];
}

const text = {
  title: (on: Day): Text => ({
    ja: ja`担当者が未定の担当(${officialDay(on)})`,
    en: en`Vacant seats on ${officialDay(on)}`,
  }),
  row: ({ municipality, count, own }: Vacancies, chart: Chart): Text => {
    const name = municipalityOf(chart, municipality)?.name ?? municipality;
    return own
      ? {
          ja: ja`• ${name}:未定${count}件。「/council 担当」または名簿の取込でご登録をお願いします。`,
          en: en`• ${name}: ${count} vacant. Please enter them by /council seat or a roster workbook.`,
        }
      : {
          ja: ja`• ${name}:未定${count}件。担当の課題は事務局で預かります。`,
          en: en`• ${name}: ${count} vacant. Their work is on the secretariat's list.`,
        };
  },
  show: (name: string): Text => ({ ja: ja`${name}の名簿を表示`, en: en`Roster of ${name}` }),
};
