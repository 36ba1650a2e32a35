/**
 * What the digest tells of seats that are still 未定 for next year: each municipality's own information section on four
 * days before April 1; the secretariat the number of those municipalities that have published, and of all on the first
 * business day of the year. Of a joiner the same before the days on which it begins to adopt and becomes a member.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { type Chart, kindOn, municipalityOf, type Role } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import { groups } from '../domain/groups.ts';
import { isReminded } from '../domain/handover.ts';
import { firstPrepared, isPublished } from '../domain/publication.ts';
import { holdingsOn } from '../domain/roster.ts';
import type { JoiningStep } from '../store/council/joinings.ts';
import { officialDay } from '../text/dates.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { daysToldOf } from './missed.ts';
import type { Morning, Section } from './morning.ts';

/** The vacant seats of a municipality on a day. */
interface Vacancies {
  readonly municipality: string;
  readonly on: Day;
  readonly count: number;
  /** Told to the municipality's own section, or to the secretariat. */
  readonly own: boolean;
}

/** A day on which vacant seats are looked at: those of everyone, or of the municipality whose day it is. */
interface Look {
  readonly on: Day;
  readonly code: string | undefined;
}

/** Which days are looked at today; none on most. */
function lookedAt(today: Day, calendar: OfficeCalendar, steps: readonly JoiningStep[]): Look[] {
  const firsts: Look[] = [
    { on: firstPrepared(today), code: undefined },
    { on: firstDayOf(fiscalYearOf(today)), code: undefined },
    ...steps
      .filter((one) => one.stage === 'adopting' || one.stage === 'member')
      .map(({ from, code }) => ({ on: from, code })),
  ];
  return firsts
    .filter(({ on }) => isReminded(today, on, calendar))
    .map(({ on, code }) => ({ on: today < on ? on : today, code }));
}

export const vacancies: Section = async (morning) => {
  const { council, chart, today, calendar, roles, heardBy } = morning;
  const steps = await council.joinings.taken();
  const looks = daysToldOf(morning)
    .flatMap((day) => lookedAt(day, calendar, steps))
    .map((one) => (one.on < today ? { ...one, on: today } : one));
  if (looks.length === 0) return new Map();
  const [seats, tenures, published] = await Promise.all([
    council.seats.all(),
    council.seats.tenures(),
    council.rosters.publications(),
  ]);
  const told = new Map<number, Vacancies[]>();
  for (const { on, code: of } of looks) {
    const vacant = holdingsOn(seats, tenures, on).filter((one) => one.holders.length === 0);
    const counts = new Map(
      [...groups(vacant, (one) => one.seat.municipality ?? '')].map(([code, all]) => [code, all.length]),
    );
    // Who left has no seats to fill, though they stand.
    for (const code of counts.keys()) {
      const here = municipalityOf(chart, code);
      if (!here || !kindOn(here, on) || (of !== undefined && of !== code)) counts.delete(code);
    }
    const isOpen = (code: string): boolean => isPublished(published, code, fiscalYearOf(on), today);
    for (const [person, mine] of roles)
      for (const one of noticesOf(mine, counts, on, isOpen)) {
        // Who stands in while a section's person is away may be of another municipality: its own year is not for them.
        const hearer = one.own ? person : heardBy(person);
        const before = told.get(hearer) ?? [];
        // A joiner's day may be April 1 too.
        if (!before.some((each) => each.municipality === one.municipality && each.on === one.on))
          told.set(hearer, [...before, one]);
      }
  }
  return new Map(
    [...told].map(([person, list]) => {
      const n = list.reduce((sum, one) => sum + one.count, 0);
      return [person, { worth: true, counts: [{ n, of: text.count }], parts: parts(list, morning) }];
    }),
  );
};

function noticesOf(
  roles: readonly Role[],
  counts: ReadonlyMap<string, number>,
  on: Day,
  published: (code: string) => boolean,
): Vacancies[] {
  const own = roles.find((one) => one.as === 'information')?.municipality;
  const secretariat = roles.some((one) => one.as === 'secretariat');
  return [...counts]
    .filter(([code]) => code === own || (secretariat && published(code)))
    .map(([municipality, count]) => ({ municipality, on, count, own: municipality === own }));
}

const BUTTONS = 5;

function parts(list: readonly Vacancies[], { chart, council }: Morning): Part[] {
  const show = list.slice(0, BUTTONS).map((one) => {
    const name = municipalityOf(chart, one.municipality)?.name ?? one.municipality;
    return { label: text.show(name), line: `/council roster ${name} ${one.on}`, council: council.id };
  });
  return [
    ...list.slice(0, 1).map((one) => heading(text.title(one.on))),
    rows(list.map((one) => text.row(one, chart))),
    buttons(...show),
  ];
}

const text = {
  title: (on: Day): Text => ({
    ja: ja`担当者が未定の担当(${officialDay(on)})`,
    en: en`Vacant seats on ${officialDay(on)}`,
  }),
  count: (n: number): Text => ({ ja: ja`未定の担当${n}件`, en: en`${n} vacant seats` }),
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
