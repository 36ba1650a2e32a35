/**
 * The other route: what cannot reach its channel goes to the lead of the body, what cannot reach its person goes to who sits
 * in the same seats beside them: in that of the body whose matter it is, where it is one's. Where nobody does, a channel of that
 * body, or else of theirs, is told that something did not arrive, once a week, and nothing of what it was. It stands among the
 * undelivered all the same, so that the secretariat mends the road.
 */
import { audienceOf, isAmong, narrowest } from '../domain/audience.ts';
import { municipalityOf, type Tenure } from '../domain/council.ts';
import { addDays, type Day, dayAt, type Instant, weekdayOf } from '../domain/day.ts';
import { enqueue } from '../store/outbox.ts';
import type { Claimed, Undeliverable } from '../store/outgoing.ts';
import type { CouncilStore, Store } from '../store/store.ts';
import { type Message, note } from '../text/message.ts';
import type { MessagePost, Post } from '../text/post.ts';
import { seatText } from '../text/seats.ts';
import { channelLink, en, ja, same, type Text } from '../text/text.ts';
import { mattersOf } from './matter.ts';

/** Sends the undeliverable row another way, once; where there is no other way, nothing happens. */
export type Detour = (row: Claimed, error: string, now: Instant) => Promise<void>;

/** What goes another way in its place; keys that are the row's make a repeat harmless. */
export type OtherWay = (row: Undeliverable, error: string, now: Instant) => Promise<Post[]>;

/** Slack's words for a channel or a person that is closed to us, and ours. */
const CLOSED = new Set([
  'no_account',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'restricted_action',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
]);

/** So is an address that is refused. */
const isClosed = (error: string): boolean => CLOSED.has(error) || /^mail_(?:\d|address|bounces|returned)/u.test(error);

type Rendering = (councilId: string, key: string, now: Instant) => Promise<Message | undefined>;

export const detours = (store: Store, renderSurface: Rendering): Detour => {
  const planned = otherWay(store, renderSurface);
  return async (row, error, now) => enqueue(store.client, row.councilId, await planned(row, error, now), [], now);
};

export const otherWay =
  (store: Store, renderSurface: Rendering): OtherWay =>
  async (row, error, now) => {
    // What was sent another way goes no third one.
    if (row.kind !== 'post' || !isClosed(error) || /\/detour:/u.test(row.key)) return [];
    const council = store.council(row.councilId);
    const { to, meant } =
      row.personId === null ? await leadsFor(row, now, council) : await beside(row.personId, row, now, council);
    if (row.personId !== null && to.length === 0) {
      const call = await callIn(row.personId, row, now, council);
      return call ? [call] : [];
    }
    // A digest's work stands in the others' own digests.
    if (/\/digest:/u.test(row.key)) return [];
    const message =
      row.surface === null ? (row.payload as Message) : await renderSurface(row.councilId, row.surface, now);
    if (!message || meant === undefined || to.length === 0) return [];
    const told = { ...message, parts: [note(text.instead(meant)), ...(message.parts ?? [])] };
    return to.map((person) => ({
      kind: 'message' as const,
      key: `detour:${row.id}:person-${person}`,
      to: { person },
      message: told,
    }));
  };

interface Route {
  readonly to: readonly number[];
  /** For whom it was meant. */
  readonly meant: Text | undefined;
}

/** The lead of the body whose channel it is. */
async function leadsFor({ teamId, channelId }: Undeliverable, now: Instant, council: CouncilStore): Promise<Route> {
  const mapped = teamId === null || channelId === null ? undefined : await council.channels.at(teamId, channelId);
  if (!mapped) return { to: [], meant: undefined };
  const leads = (await council.tenuresOn(dayAt(now))).filter(
    ({ seat, deputy }) => seat.body === mapped.body && seat.role === 'lead' && !deputy,
  );
  return { to: peopleOf(leads), meant: channelLink(mapped.channelId) };
}

/** The person's seats: where it is the matter of bodies in which they sit, those alone. */
async function seatsOf(
  person: number,
  row: Undeliverable,
  today: Day,
  council: CouncilStore,
): Promise<readonly Tenure[]> {
  const all = await council.tenuresOf([person], today);
  const matters = await mattersOf(row, council);
  const concerned = all.filter(({ seat }) => matters.includes(seat.body));
  return concerned.length > 0 ? concerned : all;
}

/** Who holds the same seats. */
async function beside(person: number, row: Undeliverable, now: Instant, council: CouncilStore): Promise<Route> {
  const today = dayAt(now);
  const seats = new Set((await seatsOf(person, row, today, council)).map(({ seat }) => seat.id));
  const others = (await council.tenuresOn(today)).filter((one) => seats.has(one.seat.id) && one.person !== person);
  const name = (await council.names([person])).get(person);
  return { to: peopleOf(others), meant: name === undefined ? undefined : { ja: ja`${name}様`, en: same(name).en } };
}

/**
 * What the body's channel is told: whose seat it is, and no more. Of several seats, the first whose body has a channel that
 * their people read.
 */
async function callIn(
  person: number,
  row: Undeliverable,
  now: Instant,
  council: CouncilStore,
): Promise<MessagePost | undefined> {
  const today = dayAt(now);
  const chart = await council.chart(today);
  const channels = await council.channels.all();
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  for (const { seat, municipality } of await seatsOf(person, row, today, council)) {
    const own = audienceOf([municipalityOf(chart, municipality)?.kind]);
    const theirs = channels.filter((one) => one.body === seat.body && isAmong(own, one.audience));
    const audience = narrowest(theirs.map((one) => one.audience));
    const channel = theirs.find((one) => one.audience === audience);
    if (!channel) continue;
    return {
      kind: 'message',
      key: `detour:${monday}:seat-${person}:${seat.body}`,
      to: { channel: { teamId: channel.teamId, channelId: channel.channelId } },
      message: { summary: text.unreached(seatText(seat, chart)) },
    };
  }
  return undefined;
}

const peopleOf = (tenures: readonly Tenure[]): number[] => [...new Set(tenures.map((one) => one.person))];

const text = {
  unreached: (seat: Text): Text => ({
    ja: ja`${seat}の方へのお知らせを、お届けできませんでした。お近くの方は、ご本人へお声掛けをお願いします。宛先の状態は、事務局が確認します。`,
    en: en`What was meant for the ${seat} could not be delivered. If you are near them, please let them know. The secretariat looks into it.`,
  }),
  instead: (meant: Text): Text => ({
    ja: ja`${meant}へのお知らせですが、お届けできなかったため、代わりにお送りしています。宛先の状態は、事務局が確認します。`,
    en: en`This was meant for ${meant} and could not be delivered there, so it comes to you. The secretariat looks into it.`,
  }),
} as const;
