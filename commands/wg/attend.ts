/**
 * `/wg attend 出席`, `/wg 欠席`, `/wg attend M12 五霞町 代理 野口薫`: who is there, a municipality each; of a deputy the name, where
 * it is said.
 */
import { z } from 'zod';
import { absent, argument, type Form } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, leadOf } from '../../src/command/who.ts';
import { type Chart, municipalityOf, type Role } from '../../src/domain/council.ts';
import { addDays } from '../../src/domain/day.ts';
import { bodiesOf, byTime, type Meeting } from '../../src/domain/meeting.ts';
import { PRESENCES, type Presence } from '../../src/domain/rule.ts';
import { isOpen } from '../../src/domain/sitting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, note } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { municipalitiesNamed, municipalityNames } from '../arguments/municipalities.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { choice, choiceIn } from '../arguments/words.ts';
import { bodyHere } from '../subjects/bodies.ts';
import { sittingMeant } from '../subjects/sittings.ts';
import { lateRefusal, notedLate } from './attendingLate.ts';
import { presenceText, sitting as text } from './sittingText.ts';

const PRESENCE_WORDS = PRESENCES.map((value) => ({
  value,
  label: presenceText[value],
  words: { present: ['出席', '○'], deputy: ['代理', '代理出席'], late: ['遅刻', '遅参'], absent: ['欠席', '×'] }[value],
}));

const presence = choice<Presence>(
  { ja: ja`出席・代理・遅刻・欠席`, en: en`present, deputy, late or absent` },
  PRESENCE_WORDS,
);

/** In place of a name: the form asks for it. */
export const NAME_ASKED = '氏名';

/** What is no part of a name: 野口薫 出席, 2名. */
const NO_NAME = /\p{Nd}|出席|欠席|遅刻|遅参|代理/u;
const LONGEST_NAME = 40;

const deputyName = argument<string>({
  label: text.deputyName,
  field: { kind: 'line' },
  read: (line) => {
    const typed = line.trim();
    if (typed === '') return absent;
    if (NO_NAME.test(typed) || typed.length > LONGEST_NAME) return { unclear: text.noDeputyName(typed) };
    return { read: typed, length: line.length };
  },
});

interface Attending {
  readonly meeting: Meeting;
  readonly body: string;
  /** The municipalities that were named; undefined: one's own. */
  readonly codes: readonly string[] | undefined;
}

export const wgAttend = subcommand({
  name: 'attend',
  alias: ['出欠', '出席', '欠席', '代理', '遅刻'],
  summary: { ja: ja`会議の出席・欠席を記録します`, en: en`Note who is at the meeting` },
  effect: 'act',
  args: z.object({
    number: meetingNumber.optional(),
    municipalities: municipalityNames.optional(),
    presence: presence.optional(),
    deputy: deputyName.optional(),
  }),
  opensForm: (said) => said.deputy === NAME_ASKED,
  examples: ['出席', 'M12 五霞町 代理', '五霞町 代理 野口薫', '全員 出席'],

  async about(said, scene, store): Promise<About<Attending>> {
    const meant = await sittingMeant(said.number, 'open', scene, store);
    if ('refused' in meant)
      return said.number === undefined ? { refused: await withLast(meant.refused, scene, store) } : meant;
    const { subject: meeting } = meant;
    if (said.municipalities === undefined) return { subject: { meeting, body: meeting.body, codes: undefined } };
    const named = municipalitiesNamed(said.municipalities, scene.chart, meeting.day);
    if ('unknown' in named) return { refused: whisper(text.noMunicipality(named.unknown)) };
    return { subject: { meeting, body: meeting.body, codes: named.found.map((one) => one.code) } };
  },

  who: mayNote,

  async run(said, scene, store): Promise<Reply> {
    const { subject, acting, person, now, today, line } = scene;
    const { meeting, codes = [acting.role.municipality] } = subject;
    const how = said.presence ?? choiceIn(PRESENCE_WORDS, line.split(/\s+/u)[1] ?? '');
    const named = said.municipalities === undefined ? '' : `${codes.join('・')} `;
    const { deputy } = said;
    if (deputy !== undefined && how !== 'deputy') return whisper(text.nameOfDeputy(deputy));
    if (how === undefined) {
      const ask = (each: Presence) => ({
        label: presenceText[each],
        line: `/wg attend M${meeting.number} ${named}${each}`,
      });
      return whisper(text.which, buttons(...PRESENCES.map(ask)));
    }
    if (meeting.openedAt === undefined || meeting.state !== 'scheduled') return whisper(text.notOpen(meeting, today));
    if (deputy === NAME_ASKED) return { form: deputyForm(meeting, codes, scene.chart) };
    if (deputy !== undefined && codes.length > 1) return whisper(text.oneDeputy);
    const by = { person: person.id, seat: acting.role.seat };
    const bodies = bodiesFor(meeting, scene);
    const attendance = new Map(codes.map((code) => [code, how]));
    const refused = isOpen(meeting) ? undefined : await lateRefusal(meeting, { bodies, attendance }, scene, store);
    if (refused) return refused;
    for (const body of bodies)
      await store.meetings.attend(meeting.number, body, codes, { presence: how, deputy }, now, by);
    if (!isOpen(meeting)) return notedLate(meeting, scene, by, store);
    return { refresh: [`meeting:${meeting.number}`], done: [`meeting:${meeting.number}`] };
  },
});

/** Who looks for yesterday's meeting is told its number. */
async function withLast({ whisper: said, ...reply }: Reply, scene: Scene, store: CouncilStore): Promise<Reply> {
  const here = bodyHere(scene);
  const meetings =
    'subject' in here ? await store.meetings.ofBodies([here.subject.slug], addDays(scene.today, -60)) : [];
  const last = meetings
    .filter((one) => one.closedAt !== undefined && one.day <= scene.today)
    .toSorted(byTime)
    .at(-1);
  if (!said || !last) return { ...reply, ...(said && { whisper: said }) };
  return { ...reply, whisper: { ...said, parts: [...(said.parts ?? []), note(text.byNumber(last))] } };
}

const deputyForm = (meeting: Meeting, codes: readonly string[], chart: Chart): Form => ({
  ...{ command: 'wg', subcommand: 'attend', title: text.deputyTitle },
  given: { number: `M${meeting.number}`, presence: 'deputy' },
  fields: [
    {
      key: 'municipalities',
      label: { ja: ja`市町`, en: en`municipality` },
      field: { kind: 'line' },
      optional: false,
      initial: codes.map((code) => municipalityOf(chart, code)?.name ?? code).join('・'),
    },
    {
      key: 'deputy',
      label: text.deputyName,
      field: { kind: 'line' },
      optional: true,
      initial: '',
      hint: text.deputyNameHint,
    },
  ],
});

/** One notes one's own; another's is for the lead or the secretariat. */
function mayNote(scene: Scene, subject: Attending): Admission<Admitted> {
  const own = scene.roles.find((role) => role.as === 'member' && bodiesOf(subject.meeting).includes(role.body));
  const { codes } = subject;
  if (own && (codes === undefined || codes.every((code) => code === own.municipality)))
    return { admits: { acting: { role: own, onBehalf: false } } };
  return leadOf(scene, subject);
}

/** Where several bodies meet, each seat of the person answers in its own; who leads answers for all. */
function bodiesFor(meeting: Meeting, { roles, acting }: Scene & { acting: { role: Role } }): readonly string[] {
  const bodies = bodiesOf(meeting);
  if (acting.role.as !== 'member') return bodies;
  return bodies.filter((body) => roles.some((role) => role.as === 'member' && role.body === body));
}
