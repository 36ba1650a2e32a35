/**
 * The handover's announcement: on the first business day of the term at 9:00, to the council's channel and to the old and
 * the new chair. Rights changed at 00:00 of April 1 by themselves; here it becomes visible.
 */
import { businessDayFrom, isBusinessDay, type OfficeCalendar } from '../domain/businessDay.ts';
import { actingOn, type Chart, councilBody, municipalityOf, type Tenure } from '../domain/council.ts';
import { addDays, type Day, dayAt, type Instant, instantAt, partsOf } from '../domain/day.ts';
import { firstDayOf } from '../domain/fiscalYear.ts';
import { OPENS } from '../domain/handover.ts';
import { lackingOf } from '../domain/item.ts';
import { handingOver, officersOf, officersOn, termOn, termStart } from '../domain/rotation.ts';
import type { Job, Planned } from '../job/job.ts';
import type { CouncilStore } from '../store/store.ts';
import { fiscalYearText, officialDay } from '../text/dates.ts';
import type { Message } from '../text/message.ts';
import { buttons, facts, note } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import { en, ja, listed, same, type Text } from '../text/text.ts';

/** In days: an announcement that an outage kept is made up for on the business days after it. */
const TOLD_WITHIN = 7;
/** The last of April on which that may be, closed days at its beginning counted in. */
const LAST_DATE = 14;

export const handoverJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'handover',

  due(after, until) {
    const found: Instant[] = [];
    for (let day = dayAt(after); day <= dayAt(until); day = addDays(day, 1)) {
      const { month, date } = partsOf(day);
      if (month !== 4 || date > LAST_DATE || !isBusinessDay(day, calendarOn(day))) continue;
      const at = instantAt(day, OPENS);
      if (at > after && at <= until) found.push(at);
    }
    return found;
  },

  catchUp: 'latest',

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    for (const { id } of await store.across.councils()) {
      const council = store.council(id);
      const calendar = { ...calendarOn(today), closed: await council.closedDays(today) };
      if (isBusinessDay(today, calendar)) yield { councilId: id, posts: await announcements(council, today, calendar) };
    }
  },
});

/** What is to be told today of a term that has just begun, with keys that tell it once. */
export async function announcements(council: CouncilStore, today: Day, calendar: OfficeCalendar): Promise<Post[]> {
  const chart = await council.chart(today);
  const body = councilBody(chart);
  if (!body || chart.rotation.turns.length < 2) return [];
  const year = termOn(chart.rotation, today);
  const opening = businessDayFrom(termStart(chart.rotation, year), calendar);
  if (today < opening || today > addDays(opening, TOLD_WITHIN)) return [];
  const [now, before] = [officersOf(chart.rotation, year), handingOver(chart.rotation, year - 1)];
  const tenures = await council.tenuresOn(today);
  const acting = actingOn(chart, today, await council.presentAtCouncil(today));
  const message = await messageOf(council, chart, tenures, today, acting);
  const hearing = [now.chair, before, acting];
  const chairs = tenures.filter(
    (one) => one.seat.body === body.slug && one.seat.role === 'member' && hearing.includes(one.municipality),
  );
  const people = new Set(chairs.filter((one) => !one.deputy).map((one) => one.person));
  return [
    { kind: 'message', key: `handover:${council.id}:${year}`, to: { body: body.slug }, message },
    ...[...people].map(
      (person): Post => ({
        kind: 'message',
        key: `handover:${council.id}:${year}:person-${person}`,
        to: { person },
        message,
      }),
    ),
  ];
}

async function messageOf(
  council: CouncilStore,
  chart: Chart,
  tenures: readonly Tenure[],
  today: Day,
  acting: string | undefined,
): Promise<Message> {
  const year = termOn(chart.rotation, today);
  const officers = officersOf(chart.rotation, year);
  const start = termStart(chart.rotation, year);
  const before = officersOn(chart.rotation, addDays(start, -1));
  const items = await council.items.open();
  const carried = items.filter((one) => dayAt(one.raised.at) < start);
  const live = new Set(tenures.map((one) => one.seat.id));
  const held = carried.filter((one) => lackingOf(one).some((seat) => live.has(seat))).length;
  const name = (code: string): Text => same(municipalityOf(chart, code)?.name ?? code);
  return {
    summary: text.summary(
      today,
      name(officers.chair),
      carriedText(held, carried.length - held, start === firstDayOf(year)),
    ),
    parts: [
      facts(
        [
          text.chair,
          before.chair === undefined
            ? text.afterVacancy(name(before.office), name(officers.chair))
            : text.from(name(before.chair), name(officers.chair)),
        ],
        ...(acting === undefined ? [] : [[text.acting, name(acting)] as [Text, Text]]),
        [text.viceChairs, listed(officers.viceChairs.map(name))],
        [text.secretariat, text.section(name(officers.chair))],
        [text.term, fiscalYearText(year)],
      ),
      note(start === firstDayOf(year) ? text.seats : text.seatsAt(start)),
      buttons({ label: text.sync, line: '/council sync' }),
    ],
  };
}

const text = {
  summary: (today: Day, chair: Text, carried: Text): Text => ({
    ja: ja`${officialDay(today)}、本年度の体制をお知らせします。会長は${chair}、事務局は同${chair.ja.slice(-1)}の情報主管担当です。${carried}`,
    en: en`${officialDay(today)}: the officers of this term. ${chair} holds the chair, its information section is the secretariat. ${carried}`,
  }),
  chair: { ja: ja`会長`, en: en`Chair` },
  acting: { ja: ja`会長職務代理者`, en: en`Acting for the chair` },
  viceChairs: { ja: ja`副会長`, en: en`Vice chairs` },
  secretariat: { ja: ja`事務局`, en: en`Secretariat` },
  term: { ja: ja`任期`, en: en`Term` },
  from: (old: Text, now: Text): Text => ({ ja: ja`${old} → ${now}`, en: en`${old} → ${now}` }),
  afterVacancy: (acted: Text, now: Text): Text => ({
    ja: ja`${now}(前年度は欠員、職務代理:${acted})`,
    en: en`${now} (vacant before; ${acted} acted)`,
  }),
  section: (municipality: Text): Text => ({
    ja: ja`${municipality} 情報主管担当`,
    en: en`information section of ${municipality}`,
  }),
  sync: { ja: ja`Slackと照合(事務局)`, en: en`Compare Slack with it (secretariat)` },
  seats: {
    ja: ja`課題・決定・会議の担当は、4月1日の時点で各後任の方に引き継がれています。`,
    en: en`Items, decisions and meetings passed to the successors on April 1.`,
  },
  seatsAt: (start: Day): Text => ({
    ja: ja`会長・副会長・事務局の権限は、${officialDay(start)}の午前0時に新しい市町へ移っています。各担当の変更はありません。`,
    en: en`The chair, the vice chairs and the secretariat changed at 0:00 on ${officialDay(start)}. Seats did not change.`,
  }),
} as const;

/** What was open before: with April 1 it passed to successors, with a general meeting it stays where it is. */
function carriedText(held: number, vacant: number, withYear: boolean): Text {
  if (held + vacant === 0)
    return withYear
      ? { ja: ja`前年度からの未了案件はありません。`, en: en`No open items were carried over.` }
      : { ja: ja`未了案件はありません。`, en: en`No items are open.` };
  const passed = withYear
    ? `前年度からの未了案件${held}件は各後任の方に引き継ぎました。`
    : `交代前からの未了案件${held}件は、引き続き各担当の方にお願いします。`;
  const kept = vacant > 0 ? `担当者が未定の${vacant}件は事務局で預かっています。` : '';
  return {
    ja: ja`${held > 0 ? passed : ''}${kept}`,
    en: en`Open items carried over: ${held} to their seats' present holders, ${vacant} to the secretariat.`,
  };
}
