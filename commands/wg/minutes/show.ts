/** The minutes as whoever asks may read them, here and with everyone in the channel; and as files, in private. */

import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { leadOf } from '../../../src/command/who.ts';
import { AUDIENCES, type Audience, audienceOf } from '../../../src/domain/audience.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import {
  lineFor,
  type Minutes,
  type MinutesLine,
  type MinutesStanding,
  SECTIONS,
  versionsOf,
  withheldFrom,
} from '../../../src/domain/minutes.ts';
import { minutesFiles } from '../../../src/minutes/paper.ts';
import { factsOf, minutesNow } from '../../../src/minutes/standing.ts';
import { SECTION_NAMES } from '../../../src/minutes/text.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { type Button, buttons, line, note, type Part, rows } from '../../../src/text/message.ts';
import { bold, listed, same, type Text } from '../../../src/text/text.ts';
import { minutes as text } from './text.ts';

export async function showMinutes(meeting: Meeting, scene: Scene, store: CouncilStore): Promise<Reply> {
  const stood = await minutesNow(meeting, scene, store);
  const leads = 'admits' in leadOf(scene, meeting);
  const draft = { label: text.buttons.redraft, line: `/wg minutes M${meeting.number} draft` };
  if (!stood) {
    if (meeting.openedAt === undefined) return whisper(text.notHeld(meeting));
    return whisper(text.notYet(meeting), ...(leads && meeting.closedAt !== undefined ? [buttons(draft)] : []));
  }
  const { minutes, standing } = stood;
  const audience = widest(own(scene), scene.place.mapped?.audience);
  const mine = actsOf(meeting, standing, { leads, answers: scene.roles.some((role) => role.as === 'member') });
  return whisper(
    text.title(same(bodiesNames(scene.chart, meeting)), meeting, minutes.version),
    ...sectionParts(minutes, audience),
    ...stateParts(minutes, standing, scene.today, (code) => municipalityOf(scene.chart, code)?.name ?? code),
    ...(withheldFrom(minutes.content, audience) ? [note(text.withheld)] : []),
    buttons(...mine),
  );
}

/** Every version, with what it changed: the original stays readable. */
export async function showVersions(meeting: Meeting, scene: Scene, store: CouncilStore): Promise<Reply> {
  const stood = await minutesNow(meeting, scene, store);
  if (!stood) return whisper(meeting.openedAt === undefined ? text.notHeld(meeting) : text.notYet(meeting));
  const audience = widest(own(scene), scene.place.mapped?.audience);
  const versions = versionsOf(stood.entries);
  const names = await store.names(versions.map(({ entry }) => entry.person));
  const shown = (lines: readonly MinutesLine[]): Text => {
    const words = lines.flatMap((one) => lineFor(one, audience) ?? []);
    return words.length === 0 ? text.none : listed(words.map(same), same(' / '));
  };
  return whisper(
    text.versions(meeting, versions.length),
    ...versions.flatMap(({ number, entry, changed }) => [
      line(text.versionOf(number, entry, scene.today, names.get(entry.person) ?? '')),
      ...(changed.length === 0
        ? []
        : [rows(changed.map((one) => text.change(SECTION_NAMES[one.section], shown(one.before), shown(one.after))))]),
    ]),
    ...(withheldFrom(stood.minutes.content, audience) ? [note(text.withheld)] : []),
  );
}

/** In private: as the person alone may see them. */
export async function sendFiles(meeting: Meeting, scene: Scene, store: CouncilStore): Promise<Reply> {
  const stood = await minutesNow(meeting, scene, store);
  if (!stood) return whisper(meeting.openedAt === undefined ? text.notHeld(meeting) : text.notYet(meeting));
  const { person, now } = scene;
  const facts = factsOf(meeting, stood, own(scene), scene);
  const key = `minutes:${meeting.number}:file:${person.id}:${now}`;
  return {
    ...whisper(text.sentFiles),
    posts: await minutesFiles(facts, { key, to: { person: person.id } }),
    done: [`minutes:${meeting.number}`],
  };
}

const own = ({ roles, coming, chart }: Scene): Audience =>
  audienceOf([...roles, ...coming].map((role) => municipalityOf(chart, role.municipality)?.kind));

/** Both the person and everyone in the channel may see what is shown. */
const widest = (a: Audience, b: Audience = 'internal'): Audience =>
  AUDIENCES[Math.max(AUDIENCES.indexOf(a), AUDIENCES.indexOf(b))] ?? 'vendor';

export const sectionParts = ({ content }: Pick<Minutes, 'content'>, audience: Audience): Part[] =>
  SECTIONS.flatMap((section): Part[] => {
    const lines = content.sections[section].flatMap((one) => lineFor(one, audience) ?? []);
    const shown: readonly Text[] = lines.length === 0 ? [text.none] : lines.map(same);
    return [line(bold(SECTION_NAMES[section])), rows(shown.map(text.row))];
  });

/** Who has confirmed, and what was corrected. */
export function stateParts(
  minutes: Minutes,
  standing: MinutesStanding,
  today: Day,
  nameOf: (code: string) => string,
): Part[] {
  const { lines, state } = standing;
  const corrections = minutes.corrections.map((one) =>
    note(text.corrected(one.section === undefined ? text.none : SECTION_NAMES[one.section], one, today)),
  );
  if (lines.length === 0) return corrections;
  const ends = lines.flatMap(({ stand, silentFrom }) =>
    stand === 'waiting' && silentFrom !== undefined ? [silentFrom] : [],
  );
  const [silent] = ends.toSorted((a, b) => a - b);
  const open = state === 'asked' || state === 'correcting';
  const silence =
    silent === undefined
      ? minutes.asked?.asking.silence === undefined
        ? [note(text.noSilence)]
        : []
      : [note(text.silence(silent, today))];
  return [
    rows(lines.map((one) => text.line(nameOf(one.municipality), one, today))),
    ...(open ? silence : []),
    ...corrections,
  ];
}

/** What can be done now. */
export function actsOf(
  { number }: Pick<Meeting, 'number'>,
  { state }: Pick<MinutesStanding, 'state'>,
  { leads, answers }: { readonly leads: boolean; readonly answers: boolean },
): Button[] {
  const act = (label: Text, step: string, style?: 'primary'): Button => ({
    ...{ label, line: `/wg minutes M${number} ${step}` },
    ...(style && { style }),
  });
  const asked = state === 'asked' || state === 'correcting';
  return [
    ...(asked && answers
      ? [act(text.buttons.confirm, 'confirm', 'primary'), act(text.buttons.correct, 'correct')]
      : []),
    ...(state === 'draft' && leads ? [act(text.buttons.ask, 'ask', 'primary')] : []),
    ...(leads ? [{ label: text.buttons.amend, line: `/wg amend M${number}` }] : []),
    act(text.buttons.file, 'file'),
  ];
}
