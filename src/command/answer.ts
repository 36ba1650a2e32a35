/**
 * The one straight way from words to a reply: find the sub-command, read its words, find what they speak of, see who may,
 * run, and commit everything in one transaction.
 *
 * Finding and reading are pure and need no database; refusals go to the asker alone; only faults are thrown.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { actingOn, type Chart, type Role, rolesOn, type Tenure } from '../domain/council.ts';
import { type Day, dayAt, type Instant, instant } from '../domain/day.ts';
import { nextSwitch } from '../domain/handover.ts';
import { holdsPersonalNumber } from '../domain/personalNumber.ts';
import type { Identified } from '../store/across.ts';
import type { ActingStore, CouncilStore, Store } from '../store/store.ts';
import { note } from '../text/message.ts';
import type { Language, Text } from '../text/text.ts';
import type { Form, ReadingDay } from './argument.ts';
import { type Found, find } from './find.ts';
import type { Heard, Words } from './heard.ts';
import { hushed } from './hushed.ts';
import { withWayOut } from './preview.ts';
import { refusals } from './refusals.ts';
import type { Reply } from './reply.ts';
import type { Acting, Scene } from './scene.ts';
import type { FetchFile } from './sentFile.ts';
import type { Command } from './subcommand.ts';
import type { Survey } from './survey.ts';
import { reader } from './who.ts';

export interface Answered {
  readonly reply: Reply;
  /** The asker's language. */
  readonly language: Language;
  /** The council in which it was answered; undefined where none was found. */
  readonly councilId: string | undefined;
}

/** What answering leans on; put together where the program is composed. */
export interface House {
  readonly commands: readonly Command[];
  /** The workspace whose channels these are: people of other workspaces speak in them too. */
  readonly homeTeam: string;
  readonly store: Store;
  /** Where HTTP is reachable from outside; undefined: nowhere. */
  readonly publicUrl?: string | undefined;
  /** Fetches what somebody gave to a form. */
  readonly fetchFile: FetchFile;
  /** Looks at what stands in Slack. */
  readonly survey: Survey;
  /** National holidays; a council's own closed days are added to them. */
  readonly calendar: OfficeCalendar;
  /** Writes an act's posts and refreshes to the outbox, in the act's transaction. */
  readonly enqueue: (store: ActingStore, reply: Reply, at: Instant) => Promise<void>;
}

/** Words repeated within this time are a second press of Enter, in milliseconds. */
const SAME_WORDS = 60_000;

/** Answers what was heard. Throws only faults. */
export async function answer(heard: Heard, house: House): Promise<Answered> {
  const on = { today: dayAt(heard.at), calendar: house.calendar };
  const found = find(house.commands, heard.command, heard.words, on);
  const identified = await house.store.across.identify(heard.teamId, heard.userId, on.today);
  const language = identified?.person.language ?? 'ja';
  const spoken = (reply: Reply, councilId?: string): Answered => ({ reply, language, councilId });

  if (holdPersonalNumber(heard.words)) return spoken(refusals.personalNumber());
  if (found.found === 'form') return formHere(heard, found.form, house, found);
  if (found.found !== 'said') return spoken(misunderstood(found));
  if (!identified) return spoken(refusals.unknownPerson());
  const councilId = await councilOf(heard, identified, house);
  if (councilId === undefined) return spoken(refusals.whichCouncil(identified.councils, found.line));
  if (!identified.councils.some((one) => one.id === councilId)) return spoken(refusals.unknownPerson());

  if (found.sub.effect === 'read') {
    const store = house.store.council(councilId);
    const scene = await sceneOf(heard, found.line, identified, store, house, on);
    // Nothing is done here: who is to come reads as they will.
    const reading = scene.roles.length > 0 ? scene : { ...scene, roles: scene.coming };
    const { reply } = await perform(found, reading, store);
    return spoken(reply, councilId);
  }
  const meant = await prepared(heard, found, identified, councilId, house, on);
  if ('reply' in meant) return spoken(meant.reply, councilId);
  return spoken(await act(heard, meant, identified, councilId, house, on), councilId);
}

const holdPersonalNumber = (words: Words): boolean =>
  ('line' in words ? [words.line] : Object.values(words.fields)).some(holdsPersonalNumber);

/**
 * The form, for those who hold a seat alone, and for those who may where it is known what it is about: nobody fills one in to be
 * refused then. Of several councils it asks when it is sent.
 */
export async function formHere(
  heard: Heard,
  form: Form,
  house: House,
  meant?: Extract<Found, { found: 'form' }>,
): Promise<Answered> {
  const identified = await house.store.across.identify(heard.teamId, heard.userId, dayAt(heard.at));
  const language = identified?.person.language ?? 'ja';
  const councilId = identified && (await councilOf(heard, identified, house));
  const known = councilId === undefined || identified?.councils.some((one) => one.id === councilId);
  if (!identified || !known) return { reply: refusals.unknownPerson(), language, councilId: undefined };
  const refused = councilId === undefined ? undefined : await notToFill(heard, identified, councilId, house, meant);
  return { reply: refused ?? { form }, language, councilId };
}

async function notToFill(
  heard: Heard,
  identified: Identified,
  councilId: string,
  house: House,
  meant: Extract<Found, { found: 'form' }> | undefined,
): Promise<Reply | undefined> {
  const store = house.store.council(councilId);
  const on = { today: dayAt(heard.at), calendar: house.calendar };
  const scene = await sceneOf(heard, `/${heard.command}`, identified, store, house, on);
  const seated = reader(scene, undefined);
  if ('refused' in seated) return { whisper: { summary: seated.refused } };
  if (meant?.speaksOf === undefined) return undefined;
  const about = await meant.sub.about(meant.speaksOf, scene, store);
  if ('refused' in about) return about.refused;
  const admission = meant.sub.who(scene, about.subject);
  return 'refused' in admission ? { whisper: { summary: admission.refused } } : undefined;
}

/** Whether these words are answered by a form; known without the database. Words that are refused whatever they say are not. */
export function opensForm(
  heard: Pick<Heard, 'command' | 'words' | 'at'>,
  house: Pick<House, 'commands' | 'calendar'>,
): boolean {
  if (holdPersonalNumber(heard.words)) return false;
  const found = find(house.commands, heard.command, heard.words, {
    today: dayAt(heard.at),
    calendar: house.calendar,
  });
  return (
    found.found === 'form' ||
    (found.found === 'said' && found.sub.opensForm?.(found.said as Record<string, unknown>) === true)
  );
}

/** What cannot be read in a submitted form, by field; known without the database. */
export function formErrors(
  heard: Pick<Heard, 'command' | 'words' | 'at'>,
  house: Pick<House, 'commands' | 'calendar'>,
) {
  if (holdPersonalNumber(heard.words)) return undefined;
  const on = { today: dayAt(heard.at), calendar: house.calendar };
  const found = find(house.commands, heard.command, heard.words, on);
  return found.found === 'errors' ? found.errors : undefined;
}

type Meant = Extract<Found, { found: 'said' }>;

/** With what takes its time found out, outside the transaction; who may not learns it first. */
async function prepared(
  heard: Heard,
  meant: Meant,
  identified: Identified,
  councilId: string,
  house: House,
  on: ReadingDay,
): Promise<Meant | { readonly reply: Reply }> {
  if (!meant.sub.prepare) return meant;
  const store = house.store.council(councilId);
  const scene = await sceneOf(heard, meant.line, identified, store, house, on);
  const about = await meant.sub.about(meant.said, scene, store);
  if ('refused' in about) return { reply: about.refused };
  const admission = meant.sub.who(scene, about.subject);
  if ('refused' in admission) return { reply: { whisper: { summary: admission.refused } } };
  const found = await meant.sub.prepare(meant.said, scene, store, house.fetchFile, house.survey);
  if ('said' in found) return { ...meant, said: found.said };
  return { reply: 'read' in found ? found.read : found.refused };
}

const act = (heard: Heard, meant: Meant, identified: Identified, councilId: string, house: House, on: ReadingDay) =>
  house.store.act(councilId, async (store): Promise<Reply> => {
    const person = identified.person.id;
    await store.oneAtATime(person);
    const words = { councilId, person, channelId: heard.channelId, line: meant.line };
    const delivered = await store.handled.byKey(heard.key);
    if (delivered) return again(delivered.reply as Reply);
    const said = meant.sub.repeats ? undefined : await justSaid(heard, words, store);
    if (said) {
      // This delivery too may come again, later than within a minute.
      await store.handled.remember({ key: heard.key, ...words, at: heard.at, reply: said, audit: undefined });
      return said;
    }

    const scene = await sceneOf(heard, meant.line, identified, store, house, on);
    const { reply: given, acting } = await perform(meant, scene, store);
    const reply = hushed(given.done ? await withDigests(given, given.done, scene, store) : given, scene);
    const audit =
      reply.done &&
      acting &&
      (await audited(meant, { ...scene, line: reply.auditLine ?? scene.line }, acting, reply.done, store));
    if (reply.done) await house.enqueue(store, reply, heard.at);
    await store.handled.remember({ key: heard.key, ...words, at: heard.at, reply: remembered(reply), audit });
    return reply;
  });

/**
 * The digests of the day that tell of what was done read differently: everyone's of an item; of what one answered, one's own and
 * those of who sits for the same municipality.
 */
async function withDigests(
  reply: Reply,
  done: readonly string[],
  { person, roles, today }: Scene,
  { digests, tenuresOf }: CouncilStore,
): Promise<Reply> {
  const items = done.filter((one) => one.startsWith('item:'));
  const others = done.filter((one) => !items.includes(one));
  const key = (of: number): string => `digest:${today}:person-${of}`;
  const answered = await digests.telling(others, today);
  const beside = (await tenuresOf(answered, today)).filter(({ municipality }) =>
    roles.some((role) => role.municipality === municipality),
  );
  const mine = new Set([person.id, ...beside.map((one) => one.person)]);
  const told = [...(await digests.telling(items, today)), ...answered.filter((one) => mine.has(one))];
  const elsewhere = [
    ...(await digests.tellingElsewhere(items, today)),
    ...(await digests.tellingElsewhere(others, today)).filter((one) => one.person === person.id),
  ];
  return {
    ...reply,
    refresh: [...(reply.refresh ?? []), ...new Set(told.map(key))],
    ...(elsewhere.length > 0 && {
      elsewhere: elsewhere.map((one) => ({ council: one.council, surface: key(one.person) })),
    }),
  };
}

/** The short reply to the same words within a minute, unless an act came in between. */
async function justSaid(
  heard: Heard,
  words: { councilId: string; person: number; channelId: string; line: string },
  store: ActingStore,
): Promise<Reply | undefined> {
  const said = await store.handled.same(words, instant(heard.at - SAME_WORDS));
  if (said?.audit === undefined || (await store.audit.actedSince(said.audit, words.person))) return undefined;
  // A second click has its answer before it: the same once more would read as a second deed.
  return refusals.alreadyDone();
}

/** What is told once is remembered nowhere. */
const remembered = ({ whisper, ...reply }: Reply): Reply =>
  whisper && !reply.toldOnce ? { whisper, ...reply } : reply;

/** What was posted stays posted; the asker alone is told again. */
const again = (reply: Reply): Reply => ({ whisper: reply.whisper ?? refusals.alreadyDone().whisper }) as Reply;

async function perform(meant: Meant, scene: Scene, store: CouncilStore): Promise<{ reply: Reply; acting?: Acting }> {
  const about = await meant.sub.about(meant.said, scene, store);
  if ('refused' in about) return { reply: about.refused };
  const admission = meant.sub.who(scene, about.subject);
  if ('refused' in admission) return { reply: { whisper: { summary: admission.refused } } };
  const run = await meant.sub.run(meant.said, { ...scene, subject: about.subject, ...admission.admits }, store);
  const reply = withNotes(withWayOut(run), meant.notes);
  return { reply, acting: (admission.admits as { acting: Acting }).acting };
}

/** The reply, and to the asker alone what was noted of their words. */
function withNotes(reply: Reply, [first, ...others]: readonly Text[]): Reply {
  if (!first) return reply;
  const { whisper } = reply;
  if (!whisper) return { ...reply, whisper: { summary: first, parts: others.map(note) } };
  return { ...reply, whisper: { ...whisper, parts: [...(whisper.parts ?? []), note(first), ...others.map(note)] } };
}

const audited = (
  meant: Meant,
  scene: Scene,
  { role, onBehalf }: Acting,
  subjects: readonly string[],
  store: CouncilStore,
) =>
  store.audit.write({
    at: scene.now,
    by: { person: scene.person.id, seat: role.seat, municipality: role.municipality },
    onBehalf,
    acting: role.acting === true,
    act: `${meant.command.name} ${meant.sub.name}`,
    line: scene.line,
    subjects,
  });

async function councilOf(
  heard: Heard,
  identified: Identified,
  { store, homeTeam }: House,
): Promise<string | undefined> {
  if (heard.councilId !== undefined) return heard.councilId;
  const [only, ...others] = identified.councils;
  const mapped = await store.across.councilOfChannel(homeTeam, heard.channelId);
  return mapped ?? (others.length === 0 ? only?.id : undefined);
}

async function sceneOf(
  heard: Heard,
  line: string,
  { person }: Identified,
  store: CouncilStore,
  { homeTeam, publicUrl }: House,
  { today, calendar }: ReadingDay,
): Promise<Scene> {
  const [council, chart, tenures, present, closed, mapped] = await Promise.all([
    store.council(),
    store.chart(today),
    tenuresFor(person.id, store, today),
    store.presentAtCouncil(today),
    store.closedDays(today),
    store.channels.at(homeTeam, heard.channelId),
  ]);
  return {
    council,
    chart,
    calendar: { ...calendar, closed },
    person,
    roles: rolesOn(tenures, chart, today, actingOn(chart, today, present)),
    coming: tenures.length > 0 ? [] : await comingRoles(person.id, chart, store, today),
    place: {
      teamId: homeTeam,
      channelId: heard.channelId,
      mapped: mapped && { body: mapped.body, audience: mapped.audience },
    },
    publicUrl,
    now: heard.at,
    today,
    line,
  };
}

/** The roles of whoever is to come with the next switch, once their municipality has published it. */
async function comingRoles(person: number, chart: Chart, store: CouncilStore, today: Day): Promise<Role[]> {
  const on = nextSwitch(today);
  const next = await store.tenuresOn(on, { today, own: [] });
  return rolesOn(
    next.filter((one) => one.person === person),
    chart,
    on,
  );
}

/** One's own, and as their deputy those of people on leave: for a municipality for which one sits oneself. */
async function tenuresFor(person: number, store: CouncilStore, today: Day): Promise<Tenure[]> {
  const own = await store.tenuresOf([person], today);
  const away = await store.personalSettings.deputisedBy(person, today);
  if (away.length === 0) return own;
  const towns = new Set(own.map((one) => one.municipality));
  const theirs = (await store.tenuresOf(away, today)).filter((one) => towns.has(one.municipality));
  return [...own, ...theirs.map((one) => ({ ...one, person, deputy: true }))];
}

function misunderstood(found: Exclude<Found, Meant | { found: 'form' }>): Reply {
  switch (found.found) {
    case 'help':
      return refusals.help(found);
    case 'ask':
      return refusals.whichMeaning(found);
    case 'nearMiss':
      return refusals.didYouMean(found);
    case 'unknown':
      return refusals.unknownWord(found);
    case 'unclear':
      return refusals.unclear(found);
    case 'errors':
      return refusals.errors(found);
  }
}
