/** 名簿 as a workbook: one row for each person in a seat, vacant seats too; the same columns that the import reads. */
import type { Scene } from '../../src/command/scene.ts';
import { bodyOf, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import { officialDay, paperDay } from '../../src/text/dates.ts';
import { seatRole } from '../../src/text/seats.ts';
import { en, ja, plain, type Text } from '../../src/text/text.ts';
import type { SeenSeat } from '../subjects/rosters.ts';

export async function rosterWorkbook(
  seats: readonly SeenSeat[],
  names: ReadonlyMap<number, string>,
  on: Day,
  { chart, now, council, person }: Pick<Scene, 'chart' | 'now' | 'council' | 'person'>,
): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly title: Text }> {
  const title: Text = {
    ja: ja`${council.shortName} 担当者名簿(${officialDay(on)}現在)`,
    en: en`Roster of ${council.shortName} as of ${on}`,
  };
  const { language } = person;
  const word = (of: Text): string => plain(of[language]);
  const rows = seats.flatMap((one) => {
    const body = bodyOf(chart, one.seat.body);
    const role = word(seatRole(one.seat, chart));
    const row = (held: Tenure | undefined, called: string): string[] => [
      body?.name ?? one.seat.body,
      nameOf(one.seat.municipality ?? held?.municipality),
      role,
      word(held?.deputy ? text.deputy : text.primary),
      one.section ?? '',
      called,
      held ? word(paperDay(held.from)) : '',
      held?.until ? word(paperDay(held.until)) : '',
    ];
    if (!one.known) return [row(undefined, word(text.hidden))];
    const held = [...one.holders, ...one.deputies];
    const vacant = one.holders.length === 0 ? [row(undefined, word(text.vacant))] : [];
    return [...vacant, ...held.map((each) => row(each, names.get(each.person) ?? ''))];
  });
  const columns = COLUMNS.map(({ heading, ...one }) => ({ ...one, heading: word(heading) }));
  // The day stands in the sheet's name, where the import finds it again.
  const sheet = `${word(text.sheet)} ${on}`;
  const { bytes } = await writeTable({ name: sheet, title: word(title), columns, rows }, new Date(now));
  return { bytes, name: `名簿_${on}.xlsx`, title };

  function nameOf(code: string | undefined): string {
    return code === undefined ? '' : (municipalityOf(chart, code)?.name ?? code);
  }
}

/** What the import reads again, in either language. */
const text = {
  sheet: { ja: ja`名簿`, en: en`Roster` },
  primary: { ja: ja`正`, en: en`primary` },
  deputy: { ja: ja`副`, en: en`deputy` },
  vacant: { ja: ja`未定`, en: en`vacant` },
  hidden: { ja: ja`(公表前)`, en: en`(not published)` },
} as const;

const COLUMNS = [
  { heading: { ja: ja`会議体`, en: en`Body` }, width: 24, frozen: true },
  { heading: { ja: ja`団体`, en: en`Municipality` }, width: 14 },
  { heading: { ja: ja`役割`, en: en`Role` }, width: 12 },
  { heading: { ja: ja`正副`, en: en`Primary or deputy` }, width: 6, centred: true },
  { heading: { ja: ja`課名`, en: en`Section` }, width: 16 },
  { heading: { ja: ja`氏名`, en: en`Name` }, width: 16 },
  { heading: { ja: ja`就任日`, en: en`From` }, width: 16 },
  { heading: { ja: ja`退任日`, en: en`Until` }, width: 16 },
];
