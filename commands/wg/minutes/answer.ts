/** A municipality confirms the minutes, or asks for a correction: its own seat, or another for it with the source (代行入力). */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Acting, Scene } from '../../../src/command/scene.ts';
import { roleAs } from '../../../src/command/who.ts';
import { type Municipality, municipalityOf } from '../../../src/domain/council.ts';
import { bodiesOf, type Meeting, threadOf } from '../../../src/domain/meeting.ts';
import { settleMinutes } from '../../../src/minutes/settle.ts';
import { minutesNow } from '../../../src/minutes/standing.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../../src/text/meetings.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { same } from '../../../src/text/text.ts';
import { minutes as text } from './text.ts';

/** In which seat one answers for the municipality, or for one's own. */
export function answeringIn(
  scene: Scene,
  meeting: Meeting,
  municipality: Municipality | undefined,
): Acting | undefined {
  const own = scene.roles.find((role) => role.as === 'member' && bodiesOf(meeting).includes(role.body));
  if (own && (municipality === undefined || municipality.code === own.municipality))
    return { role: own, onBehalf: false };
  if (municipality === undefined) return undefined;
  const section = scene.roles.find((role) => role.as === 'information' && role.municipality === municipality.code);
  const role = section ?? roleAs(scene, 'secretariat');
  return role && { role, onBehalf: true };
}

interface Answer {
  readonly kind: 'confirm' | 'correct';
  readonly words: string | undefined;
  readonly municipality: Municipality | undefined;
  readonly source: string | undefined;
}

export async function answerMinutes(
  meeting: Meeting,
  { kind, words, municipality, source }: Answer,
  scene: Scene & { readonly acting: Acting },
  store: CouncilStore,
): Promise<Reply> {
  const { chart, now, acting, person } = scene;
  const stood = await minutesNow(meeting, scene, store);
  if (!stood) return whisper(text.notYet(meeting));
  const { standing } = stood;
  // What the clock ended before this answer came is ended, whether or not that was recorded.
  if (standing.state === 'confirmed') {
    const settled = await settleMinutes(meeting, scene, store);
    return { ...settled, ...whisper(text.alreadyConfirmed(meeting)) };
  }
  if (standing.state === 'draft') return whisper(text.notAsked(meeting));
  const code = municipality?.code ?? acting.role.municipality;
  const name = municipalityOf(chart, code)?.name ?? code;
  const line = standing.lines.find((one) => one.municipality === code);
  if (!line) return whisper(text.notEligible(name, meeting));
  if (kind === 'confirm' && line.stand === 'confirmed') return whisper(text.already(name));

  const seen = acting.onBehalf ? source : undefined;
  await store.minutes.write(meeting.number, {
    ...{ kind, municipality: code, words, source: seen, at: now, person: person.id, seat: acting.role.seat },
  });
  const key = `minutes:${meeting.number}`;
  const settled = await settleMinutes(meeting, scene, store);
  const bodies = same(bodiesNames(chart, meeting));
  const asked: Post[] =
    kind === 'correct'
      ? [
          {
            ...{ kind: 'message', key: `${key}:correct:${code}:${now}`, to: placesOf(meeting) },
            thread: threadOf(meeting),
            message: { summary: text.correctionAsked(bodies, meeting, name, words ?? '') },
          },
        ]
      : [];
  const entered = seen === undefined ? [] : await toTheSeat(meeting, code, name, kind, seen, scene, store);
  return {
    ...whisper(
      kind === 'confirm' ? text.confirmed(name, meeting) : text.correctionSent(name, meeting),
      ...(settled ? [] : [buttons({ label: text.buttons.undo, line: `/wg minutes M${meeting.number} undo` })]),
    ),
    posts: [...asked, ...entered, ...(settled?.posts ?? [])],
    refresh: settled?.refresh ?? [key],
    done: settled?.done ?? [key],
  };
}

/** Whoever holds the seat is told of what was entered for it, and can correct it. */
async function toTheSeat(
  meeting: Meeting,
  code: string,
  name: string,
  kind: Answer['kind'],
  source: string,
  { now, today, person }: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const holders = (await store.tenuresOn(today)).filter(
    ({ seat, municipality }) =>
      bodiesOf(meeting).includes(seat.body) && seat.role === 'member' && municipality === code,
  );
  const what = text.buttons[kind];
  const other = kind === 'confirm' ? 'correct' : 'confirm';
  return [...new Set(holders.map((one) => one.person))]
    .filter((one) => one !== person.id)
    .map((one) => ({
      ...{ kind: 'message', key: `minutes:${meeting.number}:entered:${code}:${now}:${one}`, to: { person: one } },
      message: {
        summary: text.enteredForYou(name, meeting, what, source),
        parts: [buttons({ label: text.buttons[other], line: `/wg minutes M${meeting.number} ${other}` })],
      },
    }));
}
