/**
 * The handover around a switch, each business day at 9:00: notices before it, and a greeting with the pack to whoever
 * took a seat over. Each is told once; what an outage missed is made up for on the next business day.
 */

import { audienceOf } from '../domain/audience.ts';
import { isBusinessDay, type OfficeCalendar } from '../domain/businessDay.ts';
import { councilBody, municipalityOf, rolesOn, type Tenure } from '../domain/council.ts';
import { addDays, type Day, dayAt } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { FOR_ALL, FOR_NAMED, newcomers, nextSwitch, noticeDue, OPENS, termOf } from '../domain/handover.ts';
import { packOf } from '../domain/pack.ts';
import { readsAs } from '../domain/past.ts';
import { isPublished } from '../domain/publication.ts';
import { nextTermStart, officersOn, type Rotation, termOn } from '../domain/rotation.ts';
import { gather } from '../handover/gather.ts';
import {
  jointMeeting,
  noticeOfTerm,
  noticeToAll,
  noticeToNamed,
  type Switching,
  switchKey,
  termKey,
  welcome,
  welcomeKey,
} from '../handover/notices.ts';
import { packFile } from '../handover/packPaper.ts';
import { atBusinessHours } from '../job/businessHours.ts';
import type { Job, Planned } from '../job/job.ts';
import type { CouncilStore } from '../store/store.ts';
import type { Message } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import { peopleText } from '../text/seats.ts';
import { announcements } from './handover.ts';

/** In days: who was not greeted by then, over the longest holidays, has long begun. */
const GREETED_WITHIN = 10;

export const successionJob = (calendarOn: (day: Day) => OfficeCalendar): Job => ({
  name: 'succession',

  ...atBusinessHours([OPENS / 60], calendarOn),
  catchUp: 'latest',

  async *plan(due, store): AsyncIterable<Planned> {
    const today = dayAt(due);
    const starts = await store.across.termStarts();
    for (const { id } of await store.across.councils()) {
      const council = store.council(id);
      const calendar = { ...calendarOn(today), closed: await council.closedDays(today) };
      if (!isBusinessDay(today, calendar)) continue;
      yield { councilId: id, posts: await notices(council, today, calendar, starts.get(id) ?? []) };
      // A term may begin with the general meeting, on any day; that of April 1 was told by its own job already.
      yield { councilId: id, posts: await announcements(council, today, calendar) };
      for await (const posts of greetings(council, today)) yield { councilId: id, posts };
    }
  },
});

/** `starts` are the first days of terms that begin with the general meeting. */
async function notices(
  council: CouncilStore,
  today: Day,
  calendar: OfficeCalendar,
  starts: Rotation['starts'],
): Promise<Post[]> {
  const switchDay = nextSwitch(today);
  const soon = [switchDay, ...starts.map((one) => one.on)].some((on) =>
    noticeDue([...FOR_ALL, ...FOR_NAMED], today, on, calendar),
  );
  if (!soon) return [];
  const [chart, tenures] = await Promise.all([council.chart(today), council.tenuresOn(today)]);
  const switching: Switching = {
    chart,
    switchDay,
    officersFrom: nextTermStart(chart.rotation, today),
    today,
    calendar,
  };
  const posts = [
    ...noticesToAll(tenures, switching),
    ...noticesOfTerm(tenures, switching),
    ...(await noticesToNamed(council, tenures, switching)),
  ];
  const told = await council.handovers.told(posts.map((one) => (one.kind === 'surface' ? one.surface : one.key)));
  return posts.filter((one) => !told.has(one.kind === 'surface' ? one.surface : one.key));
}

/** That the year ends, to every seat alike and to the council's channel, with the checklist. */
function noticesToAll(tenures: readonly Tenure[], switching: Switching): Post[] {
  const { chart, switchDay, officersFrom, today, calendar } = switching;
  const notice = noticeDue(FOR_ALL, today, switchDay, calendar);
  if (!notice) return [];
  const message = noticeToAll(notice, switching);
  const whole = councilBody(chart)?.slug;
  const list = { kind: 'surface', surface: `handover:${termOf(switchDay)}` } as const;
  return [
    ...toEverySeat(tenures, whole, message, (to) => switchKey(switchDay, notice.before, to)),
    ...(whole === undefined ? [] : [{ ...list, to: { body: whole } }]),
    ...(officersFrom === switchDay ? jointMeetings(tenures, switching) : []),
  ];
}

/** That the offices pass on, where that is not on April 1. */
function noticesOfTerm(tenures: readonly Tenure[], switching: Switching): Post[] {
  const { chart, switchDay, officersFrom, today, calendar } = switching;
  const notice = noticeDue(FOR_ALL, today, officersFrom, calendar);
  if (!notice || officersFrom === switchDay || !passesOn(switching)) return [];
  const key = (to: string): string => termKey(termOn(chart.rotation, officersFrom), notice.before, to);
  return [
    ...toEverySeat(tenures, councilBody(chart)?.slug, noticeOfTerm(notice, switching), key),
    ...jointMeetings(tenures, switching),
  ];
}

function toEverySeat(
  tenures: readonly Tenure[],
  whole: string | undefined,
  message: Message,
  key: (to: string) => string,
): Post[] {
  const people = [...new Set(tenures.map((one) => one.person))];
  return [
    ...(whole === undefined ? [] : [{ kind: 'message' as const, key: key('council'), to: { body: whole }, message }]),
    ...people.map((person): Post => ({ kind: 'message', key: key(`person-${person}`), to: { person }, message })),
  ];
}

const passesOn = ({ chart, today, officersFrom }: Switching): boolean =>
  officersOn(chart.rotation, today).chair !== officersOn(chart.rotation, officersFrom).chair;

/** To the secretariat's people, once; where the office stays, old and new officers are the same. */
function jointMeetings(tenures: readonly Tenure[], switching: Switching): Post[] {
  const [old, now] = [switching.today, switching.officersFrom].map((on) => officersOn(switching.chart.rotation, on));
  if (old?.office === now?.office) return [];
  const term = termOn(switching.chart.rotation, switching.officersFrom);
  const message = jointMeeting(switching);
  return [...new Set(tenures.map((one) => one.person))]
    .filter((person) => isSecretariat(tenures, person, switching))
    .map((person): Post => ({ kind: 'message', key: `handover:${term}:meeting:${person}`, to: { person }, message }));
}

const isSecretariat = (tenures: readonly Tenure[], person: number, { chart, today }: Switching): boolean =>
  rolesOn(
    tenures.filter((one) => one.person === person),
    chart,
    today,
  ).some((one) => one.as === 'secretariat');

/** To those whose municipality has published its names, who comes and who goes. */
async function noticesToNamed(
  council: CouncilStore,
  tenures: readonly Tenure[],
  switching: Switching,
): Promise<Post[]> {
  const { switchDay, today, calendar } = switching;
  const notice = noticeDue(FOR_NAMED, today, switchDay, calendar);
  if (!notice) return [];
  const [next, published] = await Promise.all([
    council.tenuresOn(switchDay, { today, own: [] }),
    council.rosters.publications(),
  ]);
  const open = ({ municipality }: Tenure): boolean => isPublished(published, municipality, termOf(switchDay), today);
  const coming = newcomers(tenures, next);
  const going = newcomers(next, tenures).filter(open);
  const names = await council.names([...new Set(next.map((one) => one.person))]);
  const people = [...new Set([...coming, ...going].map((one) => one.person))];
  return people.map((person): Post => {
    const taking = coming.filter((one) => one.person === person).map((one) => one.seat);
    const giving = going
      .filter((one) => one.person === person)
      .map(({ seat, deputy }) => {
        const successors = next.filter((one) => one.seat.id === seat.id && one.deputy === deputy);
        return { seat, to: peopleText(successors, names) };
      });
    return {
      kind: 'message',
      key: switchKey(switchDay, notice.before, `person-${person}`),
      to: { person },
      message: noticeToNamed(notice, taking, giving, switching),
    };
  });
}

/** One greeting and one file for each person and first day, person after person. */
async function* greetings(council: CouncilStore, today: Day): AsyncIterable<Post[]> {
  const begun = (await council.tenuresBegun(addDays(today, -GREETED_WITHIN), today)).filter(
    (one) => one.until === undefined || one.until >= today,
  );
  const fresh: Tenure[] = [];
  for (const [from, list] of groups(begun, (one) => one.from))
    fresh.push(...newcomers(await council.tenuresOn(addDays(from, -1)), list));
  const told = await council.handovers.told(fresh.map((one) => welcomeKey(one.from, one.person)));
  const untold = fresh.filter((one) => !told.has(welcomeKey(one.from, one.person)));
  if (untold.length === 0) return;

  const seats = untold.map((one) => one.seat);
  const facts = await gather(council, seats, today, await council.tenuresOn(nextSwitch(today), { today, own: [] }));
  for (const [key, mine] of groups(untold, (one) => welcomeKey(one.from, one.person))) {
    const [first] = mine;
    if (!first) continue;
    const kinds = mine.map((one) => municipalityOf(facts.chart, one.municipality)?.kind);
    const joiner = readsAs(mine, facts.chart);
    const past = joiner === undefined ? undefined : await council.joinings.past(joiner);
    const reader = { audience: audienceOf(kinds), past };
    const [pack, ...others] = [...new Map(mine.map((one) => [one.seat.id, one.seat])).values()].map((seat) =>
      packOf(seat, facts, reader),
    );
    if (!pack) continue;
    const packs = [pack, ...others] as const;
    const to = { person: first.person };
    yield [
      { kind: 'message', key, to, message: welcome(first.from, [...packs], facts) },
      { kind: 'file', key: `${key}:pack`, to, file: await packFile([...packs], facts) },
    ];
  }
}
