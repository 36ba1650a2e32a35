/**
 * The digest of the day as it reads now: what was seen to since is struck, and its buttons are gone.
 *
 * `digest:2026-12-01:person-17`: what was told stays as it was told in the morning; only what became of it is added.
 */
import type { Surface } from '../../src/command/surface.ts';
import { type Day, dayAt, parseDay } from '../../src/domain/day.ts';
import { ownersOf } from '../../src/domain/item.ts';
import { bodiesOf } from '../../src/domain/meeting.ts';
import { unanswered } from '../../src/domain/poll.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import type { Part } from '../../src/text/message.ts';
import { en, ja, struck, type Text } from '../../src/text/text.ts';
import { statusText } from '../item/text.ts';

export const digestSurface: Surface = {
  kind: 'digest',
  async render(id, now, _chart, store) {
    const [, written = '', who] = /^(\d{4}-\d\d-\d\d):person-(\d+)$/.exec(id) ?? [];
    const day = parseDay(written);
    const told = day && (await store.digests.told(Number(who), day));
    if (!day || !told) return undefined;
    const seats = new Set((await store.tenuresOf([told.person], dayAt(now))).map((one) => one.seat.id));
    const became = new Map<string, Text>();
    for (const subject of told.subjects) {
      const now = await outcome(subject, { day, person: told.person, seats }, store);
      if (now) became.set(subject, now);
    }
    return { summary: told.message.summary, parts: (told.message.parts ?? []).flatMap((one) => shown(one, became)) };
  },
};

interface Reader {
  readonly day: Day;
  readonly person: number;
  readonly seats: ReadonlySet<string>;
}

/** What became of it for this person; undefined where it still waits for them. */
async function outcome(
  subject: string,
  { day, person, seats }: Reader,
  store: CouncilStore,
): Promise<Text | undefined> {
  const [kind, id] = subject.split(':');
  const number = Number(id);
  if (kind === 'circulation') {
    const towns = new Set((await store.tenuresOf([person], day)).map((one) => one.municipality));
    const answered = (await store.circulations.positions(number)).some((one) => towns.has(one.municipality));
    return answered ? text.answered : undefined;
  }
  if (kind === 'poll') {
    const poll = await store.polls.byNumber(number);
    if (!poll) return undefined;
    const mine = (await store.tenuresOf([person], day)).filter((one) => bodiesOf(poll).includes(one.seat.body));
    const silent = mine.some((one) => unanswered(poll, [one.municipality], one.seat.body).length > 0);
    return silent ? undefined : text.answered;
  }
  const item = await store.items.byNumber(number);
  if (!item) return undefined;
  if (item.status !== 'open' && item.status !== 'doing') return statusText[item.status];
  if (item.due !== undefined && item.due > day) return text.moved;
  if ((await store.items.snoozed(day)).get(person)?.has(number)) return text.later;
  const owners = ownersOf(item);
  return owners.length > 0 && !owners.some((one) => seats.has(one)) ? text.passedOn : undefined;
}

function shown(part: Part, became: ReadonlyMap<string, Text>): Part[] {
  if (part.kind === 'rows' && part.about) {
    const { about } = part;
    const list = part.rows.map((row, i) => {
      const now = became.get(about[i] ?? '');
      return now ? { ja: ja`${struck(row)} ${now}`, en: en`${struck(row)} ${now}` } : row;
    });
    return [{ ...part, rows: list }];
  }
  if (part.kind !== 'buttons') return [part];
  const left = part.buttons.filter(({ about }) => about === undefined || !became.has(about));
  return left.length === 0 ? [] : [{ ...part, buttons: left }];
}

const text = {
  answered: { ja: ja`回答済み`, en: en`answered` },
  moved: { ja: ja`期限変更`, en: en`due day changed` },
  later: { ja: ja`後で`, en: en`later` },
  passedOn: { ja: ja`担当変更`, en: en`passed on` },
} as const;
