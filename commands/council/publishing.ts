/** 公表: from which day the names of next year, or the changes to come within this one, are shown to the other municipalities. */

import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';
import { bodyOf, municipalityOf } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { FiscalYear } from '../../src/domain/fiscalYear.ts';
import { daysPrepared, daysPublished, firstPrepared, isShown, preparedYear } from '../../src/domain/publication.ts';
import { holdingsOn } from '../../src/domain/roster.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, note, rows } from '../../src/text/message.ts';
import { seatText } from '../../src/text/seats.ts';
import { text } from './rosterText.ts';

/** Seats that are named one by one. */
const NAMED = 20;

/** Whose names are published, and those of which year. */
interface Publishing {
  readonly code: string;
  readonly year: FiscalYear;
}

export async function publishRoster(
  { code, year, on }: Publishing & { readonly on: Day },
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { today, now, person, acting, chart } = scene;
  const first = firstPrepared(today);
  const within = year !== preparedYear(today);
  if (on < today) return whisper(text.publishPast);
  if (within && on >= first) return whisper(text.publishOver(year));
  if (on > first) return whisper(text.publishLate(first));
  const name = municipalityOf(chart, code)?.name ?? code;
  const published = await store.rosters.publications();
  const prepared = within ? daysPrepared(await store.seats.tenures(), code, today) : [];
  const hidden = prepared.filter((one) => !isShown(published, code, one, today));
  if (within && hidden.length === 0) return whisper(text.nothingWithin(name, year));
  const before = published.find((one) => one.code === code && one.year === year);
  const days = daysPublished(before?.days ?? {}, hidden, on, today);
  await store.rosters.publish({ code, year, on, days }, { at: now, person: person.id, seat: acting.role.seat });
  const done = [`publication:${code}:${year}`];
  if (within)
    return { ...whisper(text.publishedWithin(name, year, on, today), note(text.publishedDays(hidden))), done };
  const seats = (await store.seats.all()).filter((one) => one.municipality === code && bodyOf(chart, one.body));
  const vacant = holdingsOn(seats, await store.seats.tenures(), first).filter((one) => one.holders.length === 0);
  return {
    ...whisper(
      text.published(name, year, on, today),
      line(text.undetermined(vacant.length, seats.length)),
      rows(vacant.slice(0, NAMED).map((one) => text.bullet(seatText(one.seat, chart)))),
      ...(vacant.length > NAMED ? [line(text.more(vacant.length - NAMED))] : []),
    ),
    done,
  };
}

export async function unpublishRoster(
  { code, year }: Publishing,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { today, chart } = scene;
  const found = (await store.rosters.publications()).find((one) => one.code === code && one.year === year);
  const name = municipalityOf(chart, code)?.name ?? code;
  if (!found) return whisper(text.notPublishedYet(name, year));
  await store.rosters.unpublish({ code, year });
  return { ...whisper(text.unpublishedAgain(name, year, found.on <= today)), done: [`publication:${code}:${year}`] };
}
