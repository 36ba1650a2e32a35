/**
 * What the digest tells the secretariat of a member that leaves: at 30, 14 and 7 days, on the last business day before, and on
 * the first one without it, what is still open that concerns it; and where it chairs, who acts for it from then on.
 */
import { isReminded } from '../domain/handover.ts';
import { dayAsOf } from '../text/dates.ts';
import { buttons, heading, line, note, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { vacancyText } from '../text/vacancy.ts';
import { type Leaving, leavings, leftOpen } from './leftOpen.ts';
import { daysToldOf } from './missed.ts';
import { type Morning, type Section, secretariatOf, type Told } from './morning.ts';

export const leaving: Section = async (morning) => {
  const { chart, calendar, heardBy } = morning;
  const days = daysToldOf(morning);
  const now = leavings(chart).filter(({ gone }) => days.some((day) => isReminded(day, gone, calendar)));
  if (now.length === 0) return new Map();
  const parts: Part[] = [];
  for (const one of now) parts.push(...(await partsOf(one, morning)));
  const told: Told = { worth: true, counts: [{ n: now.length, of: text.count }], parts };
  return new Map(secretariatOf(morning).map((person) => [heardBy(person), told]));
};

async function partsOf(one: Leaving, { council, chart, today, now, calendar }: Morning): Promise<Part[]> {
  const open = await leftOpen(one, { chart, now, today, calendar }, council);
  const left = one.gone <= today;
  const vacancy = vacancyText(chart, one.municipality.code, one.gone, today);
  return [
    heading(text.title(one.municipality.name, dayAsOf(one.gone, today), left)),
    ...(vacancy ? [line(vacancy), ...(left ? [note(text.successor)] : [])] : []),
    open.length > 0 ? rows(open) : line(text.nothingOpen),
    // Who left stays in the channels until Slack is compared with the roster.
    ...(left ? [buttons({ label: text.sync, line: '/council sync', council: council.id })] : []),
  ];
}

const text = {
  count: (n: number): Text => ({ ja: ja`脱退の確認${n}件`, en: en`${n} leaving` }),
  title: (name: string, from: Text, left: boolean): Text =>
    left
      ? {
          ja: ja`${name}は${from}から構成団体ではありません。残っているもの`,
          en: en`${name} is no longer a member since ${from}. What is left open`,
        }
      : {
          ja: ja`${name}は${from}から構成団体ではなくなります。それまでにご確認いただくもの`,
          en: en`${name} is no longer a member from ${from}. What is still open`,
        },
  successor: {
    ja: ja`協議会で後任の会長市町が選ばれた場合は、「/council 輪番 後任 かすみがうら市 承認3」のように記録してください(残任期間)。`,
    en: en`If the council elects a successor for the remainder, record it as in “/council rotation succeed かすみがうら市 承認3”.`,
  },
  nothingOpen: { ja: ja`未回答・未了のものはありません。`, en: en`Nothing is open.` },
  sync: { ja: ja`Slackの参加者を照合する`, en: en`Compare Slack’s members` },
} as const;
