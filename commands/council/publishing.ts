/** 公表: from which day the names of next year are shown to the other municipalities. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import { bodyOf, municipalityOf } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { firstPrepared, preparedYear } from '../../src/domain/publication.ts';
import { holdingsOn } from '../../src/domain/roster.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, rows } from '../../src/text/message.ts';
import { seatText } from '../../src/text/seats.ts';
import type { RosterScene } from './roster.ts';
import { text } from './rosterText.ts';

/** Seats that are named one by one. */
const NAMED = 20;

export async function publishRoster(code: string, on: Day, scene: RosterScene, store: CouncilStore): Promise<Reply> {
  const { today, now, person, acting, chart } = scene;
  const first = firstPrepared(today);
  if (on < today) return whisper(text.publishPast);
  if (on > first) return whisper(text.publishLate(first));
  const year = preparedYear(today);
  await store.rosters.publish({ code, year, on }, { at: now, person: person.id, seat: acting.role.seat });
  const seats = (await store.seats.all()).filter((one) => one.municipality === code && bodyOf(chart, one.body));
  const vacant = holdingsOn(seats, await store.seats.tenures(), first).filter((one) => one.holders.length === 0);
  return {
    ...whisper(
      text.published(municipalityOf(chart, code)?.name ?? code, year, on, today),
      line(text.undetermined(vacant.length, seats.length)),
      rows(vacant.slice(0, NAMED).map((one) => text.bullet(seatText(one.seat, chart)))),
      ...(vacant.length > NAMED ? [line(text.more(vacant.length - NAMED))] : []),
    ),
    done: [`publication:${code}:${year}`],
  };
}

export async function unpublishRoster(code: string, scene: RosterScene, store: CouncilStore): Promise<Reply> {
  const { today, chart } = scene;
  const year = preparedYear(today);
  const found = (await store.rosters.publications()).find((one) => one.code === code && one.year === year);
  const name = municipalityOf(chart, code)?.name ?? code;
  if (!found) return whisper(text.notPublishedYet(name, year));
  await store.rosters.unpublish({ code, year });
  return { ...whisper(text.unpublishedAgain(name, year, found.on <= today)), done: [`publication:${code}:${year}`] };
}
