/**
 * The handover's announcement: on the first business day of the term at 9:00, to the council's channel and to the old and
 * the new chair. Rights changed at 00:00 of April 1 by themselves; here it becomes visible.
 */
import { businessDayFrom, type OfficeCalendar } from '../domain/businessDay.ts';
import { type Chart, councilBody, municipalityOf, type Tenure } from '../domain/council.ts';
import { type Day, dayAt, type Instant, instantAt, partsOf } from '../domain/day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from '../domain/fiscalYear.ts';
import { officersOf } from '../domain/rotation.ts';
import type { Job, Planned } from '../job/job.ts';
import type { CouncilStore } from '../store/store.ts';
import { fiscalYearText, officialDay } from '../text/dates.ts';
import type { Message } from '../text/message.ts';
import { facts, note } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import { en, ja, listed, same, type Text } from '../text/text.ts';

const HOUR = 9 * 60;

export const handoverJob = (calendarOn: (day: Day) => OfficeCalendar): Job => {
  const announcedAt = (year: FiscalYear): Instant => {
    const first = firstDayOf(year);
    return instantAt(businessDayFrom(first, calendarOn(first)), HOUR);
  };

  return {
    name: 'handover',
    summary: { ja: ja`年度最初の開庁日9時の体制のお知らせ`, en: en`The announcement of the new term's officers` },

    due(after, until) {
      const years: Instant[] = [];
      for (let year = partsOf(dayAt(after)).year; year <= partsOf(dayAt(until)).year; year += 1) {
        const at = announcedAt(year);
        if (at > after && at <= until) years.push(at);
      }
      return years;
    },

    stillWanted: (due, now) => dayAt(due) === dayAt(now),

    async *plan(due, store): AsyncIterable<Planned> {
      const today = dayAt(due);
      for (const { id } of await store.across.councils()) {
        yield { councilId: id, posts: await announcements(store.council(id), today) };
      }
    },
  };
};

async function announcements(council: CouncilStore, today: Day): Promise<Post[]> {
  const chart = await council.chart(today);
  const body = councilBody(chart);
  if (!body || chart.rotation.turns.length < 2) return [];
  const year = fiscalYearOf(today);
  const [now, before] = [officersOf(chart.rotation, year), officersOf(chart.rotation, year - 1)];
  const tenures = await council.tenuresOn(today);
  const message = await messageOf(council, chart, tenures, today);
  const chairs = tenures.filter(
    (one) =>
      one.seat.body === body.slug && one.seat.role === 'member' && [now.chair, before.chair].includes(one.municipality),
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
): Promise<Message> {
  const year = fiscalYearOf(today);
  const officers = officersOf(chart.rotation, year);
  const before = officersOf(chart.rotation, year - 1);
  const items = await council.items.open();
  const carried = items.filter((one) => dayAt(one.raised.at) < firstDayOf(year));
  const live = new Set(tenures.map((one) => one.seat.id));
  const held = carried.filter((one) => one.owner !== undefined && live.has(one.owner)).length;
  const name = (code: string): Text => same(municipalityOf(chart, code)?.name ?? code);
  return {
    summary: text.summary(today, name(officers.chair), held, carried.length - held),
    parts: [
      facts(
        [text.chair, text.from(name(before.chair), name(officers.chair))],
        [text.viceChairs, listed(officers.viceChairs.map(name))],
        [text.secretariat, text.section(name(officers.chair))],
        [text.term, fiscalYearText(year)],
      ),
      note(text.seats),
    ],
  };
}

const text = {
  summary: (today: Day, chair: Text, held: number, vacant: number): Text => ({
    ja: ja`${officialDay(today)}、本年度の体制をお知らせします。会長は${chair}、事務局は同${chair.ja.slice(-1)}の情報主管担当です。${carriedJa(held, vacant)}`,
    en: en`${officialDay(today)}: the officers of this term. ${chair} holds the chair, its information section is the secretariat. Open items carried over: ${held} to their seats' present holders, ${vacant} to the secretariat.`,
  }),
  chair: { ja: ja`会長`, en: en`Chair` },
  viceChairs: { ja: ja`副会長`, en: en`Vice chairs` },
  secretariat: { ja: ja`事務局`, en: en`Secretariat` },
  term: { ja: ja`任期`, en: en`Term` },
  from: (old: Text, now: Text): Text => ({ ja: ja`${old} → ${now}`, en: en`${old} → ${now}` }),
  section: (municipality: Text): Text => ({
    ja: ja`${municipality} 情報主管担当`,
    en: en`information section of ${municipality}`,
  }),
  seats: {
    ja: ja`課題・決定・会議の担当は、4月1日の時点で各後任の方に引き継がれています。`,
    en: en`Items, decisions and meetings passed to the successors on April 1.`,
  },
} as const;

function carriedJa(held: number, vacant: number): string {
  const passed = held > 0 ? `前年度からの未了案件${held}件は各後任の方に引き継ぎました。` : '';
  const kept = vacant > 0 ? `担当者が未定の${vacant}件は事務局で預かっています。` : '';
  return passed + kept || '前年度からの未了案件はありません。';
}
