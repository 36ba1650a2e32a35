/** What packs are made of: one round of queries for each section, however many seats are asked for. */
import { USUAL_SEASONS, type YearlySeason } from '../domain/busySeason.ts';
import { actingOn, type Chart, councilBody, type Seat, type Tenure } from '../domain/council.ts';
import { addDays, type Day } from '../domain/day.ts';
import { fiscalYearOf } from '../domain/fiscalYear.ts';
import { groups } from '../domain/groups.ts';
import { nextSwitch } from '../domain/handover.ts';
import type { BodyWork, PackFacts } from '../domain/pack.ts';
import { latest } from '../domain/paper.ts';
import { nextTermStart } from '../domain/rotation.ts';
import type { CouncilStore } from '../store/store.ts';

/** So many undecided requirements and decisions stand in a pack with their words; all are counted. */
export const LISTED = 40;

export async function gather(
  store: CouncilStore,
  seats: readonly Pick<Seat, 'body'>[],
  on: Day,
  next: readonly Tenure[],
): Promise<PackFacts> {
  const bodies = [...new Set(seats.map((one) => one.body))];
  const chart = await store.chart(on);
  const [{ name }, tenures, present, items, unended, meetings, polls, seasons, work] = await Promise.all([
    store.council(),
    store.tenuresOn(on),
    store.presentAtCouncil(on),
    store.items.open(),
    store.circulations.unended(),
    store.meetings.ofBodies(bodies, addDays(on, -365)),
    store.polls.unsettled(),
    store.setting('busySeasons', on),
    workOf(store, bodies, chart, on),
  ]);
  const [answers, papers, names, mails] = await Promise.all([
    store.circulations.answersTo(unended.map((one) => one.number)),
    store.papers.ofMeetings(meetings.map((one) => one.number)),
    store.names([...new Set([...tenures, ...next].map((one) => one.person))]),
    store.mails(tenures.map((one) => one.person)),
  ]);
  return {
    ...{
      chart,
      on,
      acting: actingOn(chart, on, present),
      council: name,
      switchDay: nextSwitch(on),
      officersFrom: nextTermStart(chart.rotation, on),
      tenures,
      next,
      names,
      mails,
      items,
      work,
      meetings,
      polls,
    },
    circulations: unended.map((circulation) => ({ circulation, positions: answers.get(circulation.number) ?? [] })),
    papers: [...groups(papers, (one) => one.meeting).values()].flatMap(latest),
    seasons: Array.isArray(seasons) ? (seasons as YearlySeason[]) : USUAL_SEASONS,
  };
}

/** What stands above single bodies, the council and its team, has no requirements of its own. */
async function workOf(
  store: CouncilStore,
  bodies: readonly string[],
  chart: Chart,
  on: Day,
): Promise<Map<string, BodyWork>> {
  const whole = councilBody(chart)?.slug;
  const found = await Promise.all(
    bodies.map(async (body): Promise<[string, BodyWork]> => {
      const systems = chart.systems.filter((one) => one.body === body).map((one) => one.slug);
      const list = (state: 'open' | 'provisional' | 'review', size: number) =>
        systems.length === 0
          ? { total: 0, requirements: [] }
          : store.requirements.list({ systems, state }, { from: 0, size });
      const year = fiscalYearOf(on);
      const [open, provisional, review, log, before] = await Promise.all([
        list('open', LISTED),
        list('provisional', 0),
        list('review', 0),
        store.decisions.log(year, body === whole ? undefined : body, { from: 0, size: LISTED }),
        store.decisions.log(year - 1, body === whole ? undefined : body, { from: 0, size: LISTED }),
      ]);
      const latestOf = [...log.decisions, ...before.decisions].filter((one) => one.cancelledAt === undefined);
      return [
        body,
        {
          undecided: { total: open.total, first: open.requirements },
          provisional: provisional.total,
          review: review.total,
          decided: { total: log.total + before.total, latest: latestOf.slice(0, LISTED) },
        },
      ];
    }),
  );
  return new Map(found);
}
