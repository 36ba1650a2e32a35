/**
 * The digest of the day as it reads now: what was seen to since is struck, and its buttons are gone.
 *
 * `digest:2026-12-01:person-17`: what was told stays as it was told in the morning; only what became of it is added.
 */
import type { Surface } from '../../src/command/surface.ts';
import { type Day, dayAt, parseDay } from '../../src/domain/day.ts';
import { type Item, type ItemEntry, isLive, lackingOf, ownersOf, turnOf } from '../../src/domain/item.ts';
import { bodiesOf } from '../../src/domain/meeting.ts';
import { minutesOf } from '../../src/domain/minutes.ts';
import { unanswered } from '../../src/domain/poll.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import type { Part } from '../../src/text/message.ts';
import { en, ja, struck, type Text } from '../../src/text/text.ts';
import { statusText } from '../item/text.ts';

export const digestSurface: Surface = {
  kind: 'digest',
  async render(id, _now, _chart, store) {
    const [, written = '', who] = /^(\d{4}-\d\d-\d\d):person-(\d+)$/.exec(id) ?? [];
    const day = parseDay(written);
    const told = day && (await store.digests.told(Number(who), day));
    if (!day || !told) return undefined;
    const others = told.subjects.some((one) => one.includes('/')) ? await store.councilsOf(told.person) : [];
    const became = new Map<string, Became>();
    for (const subject of told.subjects) {
      const [own = '', council] = subject.split('/').toReversed();
      const of = council === undefined ? store : others.find((one) => one.store.id === council)?.store;
      const now = of && (await outcome(own, { day, person: told.person }, of));
      if (now) became.set(subject, now);
    }
    return { summary: told.message.summary, parts: (told.message.parts ?? []).flatMap((one) => shown(one, became)) };
  },
};

interface Reader {
  readonly day: Day;
  readonly person: number;
}

interface Became {
  readonly words: Text;
  /** Whether more can be done about it all the same. */
  readonly open?: boolean;
}

/** What became of it for this person; undefined where it still waits for them. */
async function outcome(subject: string, reader: Reader, store: CouncilStore): Promise<Became | undefined> {
  const [kind, id] = subject.split(':');
  const number = Number(id);
  const away = await store.personalSettings.deputisedBy(reader.person, reader.day);
  const seats = await store.tenuresOf([reader.person, ...away], reader.day);
  const towns = seats.map((one) => one.municipality);
  if (kind === 'item')
    return itemNow(
      number,
      reader,
      seats.map((one) => one.seat.id),
      store,
    );
  if (kind === 'meeting')
    return (await store.agendas.issued([number])).has(number) ? { words: text.issued } : undefined;
  if (kind === 'circulation') {
    const answered = (await store.circulations.positions(number)).some((one) => towns.includes(one.municipality));
    return answered ? { words: text.answered } : undefined;
  }
  if (kind === 'minutes') {
    const answers = minutesOf(await store.minutes.entries(number))?.answers ?? [];
    const answer = answers.findLast(({ municipality = '' }) => towns.includes(municipality));
    return answer && { words: answer.kind === 'confirm' ? text.confirmed : text.correction };
  }
  const poll = await store.polls.byNumber(number);
  if (!poll) return undefined;
  const mine = seats.filter((one) => bodiesOf(poll).includes(one.seat.body));
  const silent = mine.some((one) => unanswered(poll, [one.municipality], one.seat.body).length > 0);
  return silent ? undefined : { words: text.answered };
}

async function itemNow(
  number: number,
  { day, person }: Reader,
  seats: readonly string[],
  store: CouncilStore,
): Promise<Became | undefined> {
  const item = await store.items.byNumber(number);
  if (!item) return undefined;
  const entries = (await store.items.history(number)).filter((one) => dayAt(one.at) === day);
  const turned = statusNow(item, entries, seats);
  if (turned) return turned;
  if ((await store.items.snoozed(day)).get(person)?.has(number)) return { words: text.later };
  const owners = ownersOf(item);
  const mine = owners.filter((one) => seats.includes(one));
  const lacking = lackingOf(item);
  if (mine.length > 0 && !mine.some((one) => lacking.includes(one))) return { words: statusText.done };
  // What was not due yet when it was told stays, whatever its day is now.
  const wasDue = entries.find((one) => 'due' in one.after)?.before.due;
  if (item.due !== undefined && item.due > day && wasDue && wasDue <= day) return { words: text.moved };
  const before = entries.find((one) => 'owner' in one.after)?.before.owner;
  const passedOn = before !== undefined && before !== item.owner && !owners.some((one) => seats.includes(one));
  if (passedOn) return { words: text.passedOn };
  const undone = new Set(entries.map((one) => one.undoes));
  const answered = entries.some(
    ({ kind, seat, serial }) =>
      kind === 'comment' &&
      !undone.has(serial) &&
      seat !== undefined &&
      (mine.length > 0 ? mine : owners).includes(seat),
  );
  return answered ? { words: text.answered, open: true } : undefined;
}

/** What its status tells this person: nothing where it is still theirs to confirm, or was told as it is. */
function statusNow(item: Item, today: readonly ItemEntry[], seats: readonly string[]): Became | undefined {
  const { status } = item;
  if (!isLive(item)) return { words: statusText[status] };
  const changes = today.filter(({ before, after }) => 'status' in after && after.status !== before.status);
  const theirs = turnOf(item).some((one) => seats.includes(one));
  if (changes.length === 0 || (status === 'awaiting' && theirs)) return undefined;
  if (status === 'awaiting' || status === 'hold') return { words: statusText[status] };
  const sentBack = changes.at(-1)?.before.status === 'awaiting' && !theirs && seats.includes(item.raised.seat);
  return sentBack ? { words: text.sentBack } : undefined;
}

function shown(part: Part, became: ReadonlyMap<string, Became>): Part[] {
  if (part.kind === 'rows' && part.about) {
    const { about } = part;
    const list = part.rows.map((row, i) => {
      const now = became.get(about[i] ?? '');
      if (!now) return row;
      const seen = now.open ? row : struck(row);
      return { ja: ja`${seen} ${now.words}`, en: en`${seen} ${now.words}` };
    });
    return [{ ...part, rows: list }];
  }
  if (part.kind !== 'buttons') return [part];
  const left = part.buttons.filter(
    ({ about }) => about === undefined || (became.get(about)?.open ?? !became.has(about)),
  );
  return left.length === 0 ? [] : [{ ...part, buttons: left }];
}

const text = {
  answered: { ja: ja`回答済`, en: en`answered` },
  confirmed: { ja: ja`確認済`, en: en`confirmed` },
  correction: { ja: ja`修正依頼済`, en: en`correction asked for` },
  issued: { ja: ja`公開済`, en: en`given out` },
  moved: { ja: ja`期限変更`, en: en`due day changed` },
  later: { ja: ja`後で`, en: en`later` },
  sentBack: { ja: ja`差戻し`, en: en`sent back` },
  passedOn: { ja: ja`担当変更`, en: en`passed on` },
} as const;
