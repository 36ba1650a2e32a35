/** A term that is to begin with a general meeting of which nobody entered the day: what the secretariat is told of it. */
import type { Chart } from '../domain/council.ts';
import { addDays, type Day } from '../domain/day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import { FOR_ALL, isReminded, nextSwitch } from '../domain/handover.ts';
import { lacksMeeting } from '../domain/rotation.ts';
import type { CouncilStore } from '../store/store.ts';
import { fiscalYearText, officialDay } from '../text/dates.ts';
import { heading, line } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { daysToldOf } from './missed.ts';
import { type Section, secretariatOf, type Told } from './morning.ts';

export const undatedTerm: Section = async (morning) => {
  const { council, chart, today, calendar, heardBy } = morning;
  const year = await termWithoutDay(chart, today, council);
  const reminded = (day: Day): boolean => year !== undefined && isReminded(day, firstDayOf(year), calendar);
  if (year === undefined || !daysToldOf(morning).some(reminded)) return new Map();
  const told: Told = {
    worth: true,
    counts: [{ n: 1, of: text.count }],
    parts: [heading(text.title), line(undatedText(year, today))],
  };
  return new Map(secretariatOf(morning).map((person) => [heardBy(person), told]));
};

/** The term of this year, or that of the coming switch from 30 days before it; undefined: the days are known. */
export async function termWithoutDay(
  { rotation }: Pick<Chart, 'rotation'>,
  today: Day,
  store: Pick<CouncilStore, 'setting'>,
): Promise<FiscalYear | undefined> {
  const next = nextSwitch(today);
  const years = [fiscalYearOf(today), ...(today >= addDays(next, -FOR_ALL[0]) ? [fiscalYearOf(next)] : [])];
  for (const year of years)
    if (lacksMeeting(rotation, year, await store.setting('termStart', firstDayOf(year)))) return year;
  return undefined;
}

/** That the day is missing, and what holds meanwhile. */
export function undatedText(year: FiscalYear, today: Day): Text {
  const from = firstDayOf(year);
  const begun = from <= today;
  return {
    ja: ja`${fiscalYearText(year)}の会長の任期は総会の日から始まる設定ですが、総会の日が登録されていません。${begun ? ja`登録されるまでは、${officialDay(from)}に交代したものとして扱っています。登録すると、総会の日の前日までは前年度の会長・事務局となります。` : ja`登録されない場合は、${officialDay(from)}に会長・事務局が交代します。`}総会の日(generalMeetings)の登録を、管理者の方へご依頼ください。`,
    en: en`The chair's term of ${fiscalYearText(year)} is set to begin with the general meeting, but the day of that meeting is not on record. ${begun ? en`Until it is, the offices are taken to have passed on ${officialDay(from)}; once it is, last year's officers hold them until the day before it.` : en`Unless it is, the chair and the secretariat change on ${officialDay(from)}.`} Please ask the administrator to enter it (generalMeetings).`,
  };
}

const text = {
  title: { ja: ja`総会の日`, en: en`Day of the general meeting` },
  count: (_: number): Text => ({
    ja: ja`総会の日が未登録`,
    en: en`the day of the general meeting to be entered`,
  }),
} as const;
