/** How many meetings of this fiscal year were planned, held and avoided: of one body, and of all. */
import type { Scene } from '../../src/command/scene.ts';
import { day } from '../../src/domain/day.ts';
import { type FiscalYear, fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { AVOIDED, avoidedIn, countMeetings, type MeetingCounts } from '../../src/domain/meetingCounts.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { fiscalYearText } from '../../src/text/dates.ts';
import { en, ja, listed, nothing, type Text } from '../../src/text/text.ts';
import { countedAsText } from '../arguments/avoided.ts';

/** Of each body that planned any, by its slug. */
export async function meetingCounts(
  { chart, today }: Pick<Scene, 'chart' | 'today'>,
  store: CouncilStore,
): Promise<ReadonlyMap<string, MeetingCounts>> {
  const year = fiscalYearOf(today);
  const meetings = await store.minutes.counted(day(`${year}-04-01`), day(`${year + 1}-03-31`));
  const counted = chart.bodies.map((one) => [one.slug, countMeetings(meetings, one.slug, today)] as const);
  return new Map(counted.filter(([, counts]) => counts.planned > 0));
}

export const countsLabel = (year: FiscalYear): Text => ({
  ja: ja`会議(${fiscalYearText(year)})`,
  en: en`Meetings (${fiscalYearText(year)})`,
});

/** 計画5回、開催2回、削減2回(持ち回り審議1回、合同開催1回)、予定1回 */
export function countsText(counts: MeetingCounts): Text {
  const { planned, held, coming, cancelled, notOpened, avoided } = counts;
  const why = AVOIDED.filter((one) => avoided[one] > 0).map(
    (one): Text => ({ ja: ja`${countedAsText[one]}${avoided[one]}回`, en: en`${countedAsText[one]}: ${avoided[one]}` }),
  );
  const reasons: Text = why.length === 0 ? nothing : { ja: ja`(${listed(why)})`, en: en` (${listed(why)})` };
  const parts: Text[] = [
    { ja: ja`計画${planned}回`, en: en`${planned} planned` },
    { ja: ja`開催${held}回`, en: en`${held} held` },
    { ja: ja`削減${avoidedIn(counts)}回${reasons}`, en: en`${avoidedIn(counts)} avoided${reasons}` },
    ...(coming > 0 ? [{ ja: ja`予定${coming}回`, en: en`${coming} to come` }] : []),
    ...(cancelled > 0 ? [{ ja: ja`その他の中止${cancelled}回`, en: en`${cancelled} cancelled otherwise` }] : []),
    ...(notOpened > 0 ? [{ ja: ja`未開催${notOpened}回`, en: en`${notOpened} not opened` }] : []),
  ];
  return listed(parts);
}
