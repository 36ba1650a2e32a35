/** 名簿 as a workbook: one row for each person in a seat, vacant seats too; the same columns that the import reads. */
import type { Scene } from '../../src/command/scene.ts';
import { bodyOf, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { eraYear } from '../../src/domain/era.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import { officialDay } from '../../src/text/dates.ts';
import { seatRole } from '../../src/text/seats.ts';
import { en, ja, plain, type Text } from '../../src/text/text.ts';
import type { SeenSeat } from '../subjects/rosters.ts';

export async function rosterWorkbook(
  seats: readonly SeenSeat[],
  names: ReadonlyMap<number, string>,
  on: Day,
  { chart, now, council }: Pick<Scene, 'chart' | 'now' | 'council'>,
): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly title: Text }> {
  const title: Text = {
    ja: ja`${council.shortName} 担当者名簿(${officialDay(on)}現在)`,
    en: en`Roster of ${council.shortName}, ${officialDay(on)}`,
  };
  const rows = seats.flatMap((one) => {
    const body = bodyOf(chart, one.seat.body);
    const role = plain(seatRole(one.seat, chart).ja);
    const row = (held: Tenure | undefined, person: string): string[] => [
      body?.name ?? one.seat.body,
      nameOf(one.seat.municipality ?? held?.municipality),
      role,
      held?.deputy ? '副' : '正',
      one.section ?? '',
      person,
      held ? dayIn(held.from) : '',
      held?.until ? dayIn(held.until) : '',
    ];
    if (!one.known) return [row(undefined, '(公表前)')];
    const held = [...one.holders, ...one.deputies];
    const vacant = one.holders.length === 0 ? [row(undefined, '未定')] : [];
    return [...vacant, ...held.map((each) => row(each, names.get(each.person) ?? ''))];
  });
  const { bytes } = await writeTable({ name: '名簿', title: plain(title.ja), columns: COLUMNS, rows }, new Date(now));
  return { bytes, name: `名簿_${on}.xlsx`, title };

  function nameOf(code: string | undefined): string {
    return code === undefined ? '' : (municipalityOf(chart, code)?.name ?? code);
  }
}

/** 令和9年4月1日 */
const dayIn = (d: Day): string => `${eraYear(d)}年${Number(d.slice(5, 7))}月${Number(d.slice(8))}日`;

const COLUMNS = [
  { heading: '会議体', width: 24, frozen: true },
  { heading: '団体', width: 14 },
  { heading: '役割', width: 12 },
  { heading: '正副', width: 6, centred: true },
  { heading: '課名', width: 16 },
  { heading: '氏名', width: 16 },
  { heading: '就任日', width: 16 },
  { heading: '退任日', width: 16 },
];
