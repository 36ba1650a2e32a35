/** The week's overview: of its own items to each body, and of all bodies to the chair and the secretariat in their digest. */

import type { Day } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { Item } from '../domain/item.ts';
import { isFirstOfWeek, OVERVIEW, type Overview, type OverviewKind, overviewOf } from '../domain/overview.ts';
import { dayAsOf } from '../text/dates.ts';
import { progressText } from '../text/items.ts';
import { buttons, heading, type Message, type Part, rows } from '../text/message.ts';
import { en, ja, listed, nothing, onOneLine, same, type Text } from '../text/text.ts';
import { bodyName, ownerTowns } from './agendaText.ts';
import type { Morning, Section } from './morning.ts';

/** By body, in the order of the chart; a body without anything to say is not there. */
export async function overviewsOf({ council, items, today, tenures, chart }: Morning): Promise<Map<string, Overview>> {
  const touched = await council.items.lastTouched();
  const live = new Set(tenures.map((one) => one.seat.id));
  const byBody = groups(items, (one) => one.body);
  const found = new Map<string, Overview>();
  for (const { slug } of chart.bodies) {
    const overview = overviewOf(byBody.get(slug) ?? [], { today, live, touched });
    if (overview) found.set(slug, overview);
  }
  return found;
}

/** Items that are named one by one. */
const NAMED = 10;
/** The list of each kind, narrowed to just what is counted. */
const LISTS: Readonly<Record<OverviewKind, string>> = {
  overdue: 'overdue',
  ownerless: 'ownerless',
  blocked: 'hold',
  stale: 'stale',
};

/** What a body's channel is told. */
export function overviewMessage(body: string, overview: Overview, { today, chart, tenures }: Morning): Message {
  const parts = OVERVIEW.flatMap((kind): Part[] => {
    const items = overview[kind];
    if (items.length === 0) return [];
    const list = items.slice(0, NAMED).map((one) => text.item(one, ownerTowns(one, tenures, chart), today));
    const more = items.length > NAMED ? [text.more(items.length - NAMED)] : [];
    return [heading(text.kind[kind]), rows([...list, ...more])];
  });
  const looks = OVERVIEW.filter((kind) => overview[kind].length > 0).map((kind) => ({
    label: text.look[kind],
    line: `/item list ${LISTS[kind]} ${body}`,
  }));
  return {
    summary: text.title(bodyName(chart, body), dayAsOf(today, today), countsOf(overview)),
    parts: [...parts, buttons(...looks)],
  };
}

const countsOf = (overview: Overview): Text =>
  listed(OVERVIEW.filter((kind) => overview[kind].length > 0).map((kind) => text.count(kind, overview[kind].length)));

/** All bodies at a glance, for the chair and the secretariat, on the first business day of a week. */
export const weekly: Section = async (morning) => {
  const { today, calendar, roles, heardBy, chart, council, passedOver } = morning;
  if (!isFirstOfWeek(today, calendar, passedOver.days)) return new Map();
  const overviews = await overviewsOf(morning);
  if (overviews.size === 0) return new Map();
  const list = [...overviews].map(([body, one]) => text.body(bodyName(chart, body), countsOf(one)));
  const counted = OVERVIEW.filter((kind) => [...overviews.values()].some((one) => one[kind].length > 0));
  const looks = counted.map((kind) => ({
    label: text.look[kind],
    line: `/item list ${LISTS[kind]}`,
    council: council.id,
  }));
  const told = {
    worth: true,
    counts: [{ n: overviews.size, of: text.bodies }],
    parts: [heading(text.heading), rows(list), buttons(...looks)],
  };
  const people = [...roles].filter(([, mine]) => mine.some(({ as }) => as === 'chair' || as === 'secretariat'));
  return new Map(people.map(([person]) => [heardBy(person), told]));
};

const text = {
  title: (body: string, day: Text, counts: Text): Text => ({
    ja: ja`${body}の課題の状況です(${day}時点)。${counts}です。`,
    en: en`Items of ${body} as of ${day}: ${counts}.`,
  }),
  kind: {
    overdue: { ja: ja`期限超過`, en: en`Overdue` },
    ownerless: { ja: ja`担当者未定`, en: en`Without an owner` },
    blocked: { ja: ja`保留中`, en: en`On hold` },
    stale: { ja: ja`30日以上動きなし`, en: en`Nothing done for 30 days` },
  } satisfies Record<OverviewKind, Text>,
  count: (kind: OverviewKind, n: number): Text => ({
    ja: ja`${text.kind[kind]}${n}件`,
    en: en`${n} ${text.short[kind]}`,
  }),
  short: {
    overdue: { ja: ja``, en: en`overdue` },
    ownerless: { ja: ja``, en: en`without an owner` },
    blocked: { ja: ja``, en: en`on hold` },
    stale: { ja: ja``, en: en`stale` },
  } satisfies Record<OverviewKind, Text>,
  item: (item: Item, owners: string, today: Day): Text => {
    const due: Text[] =
      item.due === undefined
        ? []
        : [{ ja: ja`期限 ${dayAsOf(item.due, today)}`, en: en`due ${dayAsOf(item.due, today)}` }];
    const progress = progressText(item);
    const facts = [...(owners === '' ? [] : [same(owners)]), ...(progress ? [progress] : []), ...due];
    const said: Text = facts.length === 0 ? nothing : { ja: ja`(${listed(facts)})`, en: en` (${listed(facts)})` };
    return {
      ja: ja`• 課題K${item.number} ${onOneLine(item.title)}${said}`,
      en: en`• Item K${item.number} ${onOneLine(item.title)}${said}`,
    };
  },
  more: (n: number): Text => ({ ja: ja`ほか${n}件`, en: en`and ${n} more` }),
  look: {
    overdue: { ja: ja`期限超過の一覧`, en: en`The overdue ones` },
    ownerless: { ja: ja`担当者未定の一覧`, en: en`Those without an owner` },
    blocked: { ja: ja`保留中の一覧`, en: en`Those on hold` },
    stale: { ja: ja`動きのない課題の一覧`, en: en`The stale ones` },
  } satisfies Record<OverviewKind, Text>,
  heading: { ja: ja`今週の課題の状況(全会議体)`, en: en`Items this week, all bodies` },
  bodies: (n: number): Text => ({ ja: ja`今週の課題の状況(${n}会議体)`, en: en`the week's overview (${n} bodies)` }),
  body: (name: string, counts: Text): Text => ({ ja: ja`• ${name}:${counts}`, en: en`• ${name}: ${counts}` }),
} as const;
