/**
 * `/wg answer D3`: opens the form of a date poll; `/wg answer D3 ○△×` is a municipality's answer at once;
 * `/wg answer D3 五霞町 電話 6/3 山田 ○△×` enters another's (代行入力), told how, when and by whom.
 */
import { z } from 'zod';
import { absent, argument } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, secretariat } from '../../../src/command/who.ts';
import { bodiesOf } from '../../../src/domain/meeting.ts';
import { answerPoll, candidatesOf, type Mark, standingOf } from '../../../src/domain/poll.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, plain, same } from '../../../src/text/text.ts';
import { MARK_TEXT, marks, marksFor } from '../../arguments/marks.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { pollNumber } from '../../arguments/numbers.ts';
import { source } from '../../arguments/told.ts';
import { choice } from '../../arguments/words.ts';
import { bodiesNamed } from '../../subjects/bodies.ts';
import { pollMeant } from '../../subjects/polls.ts';
import { answerForm, whoseAnswer } from './form.ts';
import { formText } from './formText.ts';
import { namesOf } from './surface.ts';
import { poll as text } from './text.ts';

const onBehalf = choice<'onBehalf'>({ ja: ja`代行`, en: en`on behalf` }, [
  { value: 'onBehalf', label: { ja: ja`代行入力`, en: en`on behalf` }, words: ['代行', '代行入力'] },
]);

/** Before the municipality: for its seat in one of the bodies that are to meet together. */
const BEFORE_TOWN = /^(\S+)(?=\s+[^\s、,・]+[市町村区県](?:\s|$))/u;
const seatIn = argument<string>({
  label: { ja: ja`WG・部会名`, en: en`body` },
  field: { kind: 'line', placeholder: { ja: ja`合同の場合のみ`, en: en`where joint` } },
  read: (line) => {
    const [word] = BEFORE_TOWN.exec(line) ?? [];
    return word === undefined ? absent : { read: word, length: word.length };
  },
});

interface Answering {
  readonly poll: KeptPoll;
  /** The bodies for whose seats it is. */
  readonly bodies: readonly string[];
  /** The municipality that was named; undefined: one's own. */
  readonly code: string | undefined;
  readonly onBehalf: boolean;
}

interface MayAnswer extends Admitted {
  /** Undefined: it is still to be said whose answer it is. */
  readonly municipality: string | undefined;
  readonly seats: readonly { readonly body: string; readonly seat: string }[];
}

export const wgAnswer = subcommand({
  name: 'answer',
  alias: ['日程回答', '出欠回答', '回答'],
  summary: { ja: ja`日程調整に○△×で回答します`, en: en`Answer a date poll` },
  effect: 'act',
  args: z.object({
    number: pollNumber,
    onBehalf: onBehalf.optional(),
    of: seatIn.optional(),
    municipality: municipalityNames.optional(),
    source: source.optional(),
    marks: marks.optional(),
  }),
  examples: ['D3 ○△×', 'D3', 'D3 全て○', 'D3 1:○ 2:×', 'D3 五霞町 電話 6/1 山田 ○△×'],

  opensForm: (said) => said.marks === undefined,

  async about(said, scene, store): Promise<About<Answering>> {
    const meant = await pollMeant(said.number, store);
    if ('refused' in meant) return meant;
    const poll = meant.subject;
    const all = bodiesOf(poll);
    const bodies =
      said.of === undefined
        ? all
        : bodiesNamed(said.of, scene.chart).flatMap(({ slug }) => (all.includes(slug) ? [slug] : []));
    if (bodies.length === 0) return { refused: whisper(formText.notAsked(said.of ?? '', poll.number)) };
    const subject = { poll, bodies, onBehalf: said.onBehalf !== undefined };
    if (said.municipality === undefined) return { subject: { ...subject, code: undefined } };
    const named = municipalitiesNamed(said.municipality, scene.chart, scene.today);
    if ('unknown' in named) return { refused: whisper(text.unknownTown(named.unknown)) };
    const [one, ...others] = named.found;
    if (!one || others.length > 0) return { refused: whisper(text.oneTown) };
    return { subject: { ...subject, code: one.code } };
  },

  who: mayAnswer,

  async run(said, scene, store): Promise<Reply> {
    const { subject, acting, person, now, chart, municipality, seats } = scene;
    const { poll } = subject;
    const standing = standingOf(poll, now);
    if (standing !== 'open') return whisper(text.over(poll.number, standing));
    if (municipality === undefined) return whoseAnswer(poll, scene);
    if (said.marks === undefined) {
      const bodies = seats.map((one) => one.body);
      return answerForm({ poll, municipality, bodies, of: said.of, onBehalf: acting.onBehalf }, scene, store);
    }
    if (acting.onBehalf && said.source === undefined) return whisper(text.needsSource);
    const given = marksFor(said.marks, candidatesOf(poll));
    if ('expected' in given) return whisper(text.expected(given.expected));
    const told = acting.onBehalf ? said.source : undefined;
    const by = { person: person.id, seats, mayAnswerFor: [municipality], source: told };
    const seen = 'seen' in said.marks ? said.marks.seen : undefined;
    const result = answerPoll(poll, municipality, given.marks, by, now, seen);
    if ('refused' in result) {
      const again = { label: text.answer, line: `/wg answer D${poll.number}` };
      const bodies = same(bodiesNames(chart, poll));
      return whisper(
        text.answerRefused(poll.number, result, bodies),
        ...(result.refused === 'moved' && !acting.onBehalf ? [buttons(again)] : []),
      );
    }

    const answered = await store.polls.answer(poll.number, result.answers);
    const town = namesOf([municipality], chart);
    const written = wordsOf(given.marks);
    return {
      ...whisper(text.answered(town, written)),
      posts: told === undefined ? [] : await tellSeats(answered, seats, municipality, told, written, scene, store),
      refresh: [`poll:${poll.number}`],
      done: [`poll:${poll.number}`, `municipality:${municipality}`],
    };
  },
});

/**
 * The seat, its deputy, the lead for their own municipality, in each of the bodies in which they sit; for another: the
 * secretariat, its information section.
 */
function mayAnswer(scene: Scene, { poll, bodies, code, onBehalf: forOther }: Answering): Admission<MayAnswer> {
  const own = scene.roles.filter(
    (role) =>
      bodies.includes(role.body) &&
      (role.as === 'member' || role.as === 'lead') &&
      (code ?? role.municipality) === role.municipality,
  );
  const [role] = own;
  if (role && !forOther) {
    const seats = bodies.flatMap((body) => {
      const found = own.find((one) => one.body === body && one.municipality === role.municipality);
      return found ? [{ body, seat: found.seat }] : [];
    });
    return { admits: { acting: { role, onBehalf: false }, municipality: role.municipality, seats } };
  }
  const office = secretariat(scene, undefined);
  const section = scene.roles.find(
    (one) => one.as === 'information' && (code ?? one.municipality) === one.municipality,
  );
  const entering = 'admits' in office ? office.admits.acting.role : section;
  if (!entering) return { refused: text.notTheirs(same(bodiesNames(scene.chart, poll))) };
  const municipality = code ?? ('admits' in office ? undefined : entering.municipality);
  const seats = bodies.map((body) => ({ body, seat: entering.seat }));
  return { admits: { acting: { role: entering, onBehalf: true }, municipality, seats } };
}

/** 1○ 2△ 3× */
const wordsOf = (given: ReadonlyMap<number, Mark>): string =>
  [...given].map(([number, mark]) => `${number}${plain(MARK_TEXT[mark].ja)}`).join(' ');

/** Those for whom it was entered are told, and can correct it. */
async function tellSeats(
  poll: KeptPoll,
  seats: MayAnswer['seats'],
  code: string,
  source: string,
  written: string,
  { chart, today, person }: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const { number } = poll;
  const bodies = seats.map((one) => one.body);
  const summary = text.enteredFor(
    number,
    same(bodiesNames(chart, poll)),
    namesOf([code], chart),
    source,
    written,
    person.name,
  );
  return (await peopleOf(bodies, [code], today, store)).map((one) => ({
    kind: 'message',
    key: `poll:${number}:entered:${poll.answers.length}:person-${one}`,
    to: { person: one },
    message: { summary, parts: [buttons({ label: text.answer, line: `/wg answer D${number}` })] },
  }));
}

/** Who sits in the bodies for these municipalities, deputies too. */
export async function peopleOf(
  bodies: readonly string[],
  codes: readonly string[],
  today: Scene['today'],
  store: CouncilStore,
): Promise<number[]> {
  const found = (await store.tenuresOn(today)).filter(
    ({ seat, municipality }) => bodies.includes(seat.body) && seat.role === 'member' && codes.includes(municipality),
  );
  return [...new Set(found.map((one) => one.person))];
}
