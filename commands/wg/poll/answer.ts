/** `/wg answer D3 ○△×`: a municipality's answer to a date poll; `/wg answer D3 五霞町 電話 ○△×` enters another's. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, secretariat } from '../../../src/command/who.ts';
import type { Role } from '../../../src/domain/council.ts';
import { answerPoll, candidatesOf, type Mark } from '../../../src/domain/poll.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, plain } from '../../../src/text/text.ts';
import { MARK_TEXT, marks, marksFor } from '../../arguments/marks.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { pollNumber } from '../../arguments/numbers.ts';
import { choice } from '../../arguments/words.ts';
import { bodyText } from '../../subjects/bodies.ts';
import { pollMeant } from '../../subjects/polls.ts';
import { namesOf } from './surface.ts';
import { poll as text } from './text.ts';

const SOURCES = { phone: ja`電話`, mail: ja`メール`, paper: ja`書面`, spoken: ja`口頭` } as const;
type Source = keyof typeof SOURCES;

const source = choice<Source>({ ja: ja`受付方法`, en: en`how it was told` }, [
  { value: 'phone', label: { ja: SOURCES.phone, en: en`by phone` }, words: ['電話'] },
  { value: 'mail', label: { ja: SOURCES.mail, en: en`by mail` }, words: ['メール', 'email'] },
  { value: 'paper', label: { ja: SOURCES.paper, en: en`on paper` }, words: ['書面', '文書', 'FAX'] },
  { value: 'spoken', label: { ja: SOURCES.spoken, en: en`in person` }, words: ['口頭'] },
]);

interface Answering {
  readonly poll: KeptPoll;
  /** The municipality that was named; undefined: one's own. */
  readonly code: string | undefined;
}

export const wgAnswer = subcommand({
  name: 'answer',
  alias: ['日程回答', '出欠回答'],
  summary: { ja: ja`日程調整に○△×で回答します`, en: en`Answer a date poll` },
  effect: 'act',
  args: z.object({
    number: pollNumber,
    municipality: municipalityNames.optional(),
    source: source.optional(),
    marks,
  }),
  examples: ['D3 ○△×', 'D3 全て○', 'D3 1:○ 2:×', 'D3 五霞町 電話 ○△×'],

  async about(said, scene, store): Promise<About<Answering>> {
    const meant = await pollMeant(said.number, store);
    if ('refused' in meant) return meant;
    if (said.municipality === undefined) return { subject: { poll: meant.subject, code: undefined } };
    const named = municipalitiesNamed(said.municipality, scene.chart, scene.today);
    if ('unknown' in named) return { refused: whisper(text.unknownTown(named.unknown)) };
    const [one, ...others] = named.found;
    if (!one || others.length > 0) return { refused: whisper(text.oneTown) };
    return { subject: { poll: meant.subject, code: one.code } };
  },

  who: mayAnswer,

  async run(said, scene, store): Promise<Reply> {
    const { subject, acting, person, now, chart } = scene;
    const { poll, code = acting.role.municipality } = subject;
    const body = bodyText(chart, poll.body);
    if (acting.onBehalf && said.source === undefined) return whisper(text.needsSource);
    const candidates = candidatesOf(poll);
    const given = marksFor(said.marks, candidates);
    if ('expected' in given) return whisper(text.expected(given.expected));
    const by = {
      person: person.id,
      seat: acting.role.seat,
      mayAnswerFor: [code],
      source: acting.onBehalf && said.source ? plain(SOURCES[said.source]) : undefined,
    };
    const result = answerPoll(poll, code, given.marks, by, now);
    if ('refused' in result) return whisper(text.answerRefused(poll.number, result, body));

    const answered = await store.polls.answer(poll.number, result.answers);
    const town = namesOf([code], chart);
    const written = wordsOf(given.marks);
    return {
      ...whisper(text.answered(town, written)),
      posts: by.source === undefined ? [] : await tellSeats(answered, code, by.source, written, scene, store),
      refresh: [`poll:${poll.number}`],
      done: [`poll:${poll.number}`, `municipality:${code}`],
    };
  },
});

/** The seat, its deputy, the lead for their own municipality; for another: the secretariat, its information section. */
function mayAnswer(scene: Scene, { poll, code }: Answering): Admission<Admitted> {
  const answers = (role: Role): boolean =>
    role.body === poll.body &&
    (role.as === 'member' || role.as === 'lead') &&
    (code ?? role.municipality) === role.municipality;
  const own = scene.roles.find(answers);
  if (own) return { admits: { acting: { role: own, onBehalf: false } } };
  const refused = { refused: text.notTheirs(bodyText(scene.chart, poll.body)) };
  if (code === undefined) return refused;
  const section = scene.roles.find((role) => role.as === 'information' && role.municipality === code);
  if (section) return { admits: { acting: { role: section, onBehalf: true } } };
  const office = secretariat(scene, undefined);
  return 'refused' in office ? refused : { admits: { acting: { ...office.admits.acting, onBehalf: true } } };
}

/** 1○ 2△ 3× */
const wordsOf = (given: ReadonlyMap<number, Mark>): string =>
  [...given].map(([number, mark]) => `${number}${plain(MARK_TEXT[mark].ja)}`).join(' ');

/** Those for whom it was entered are told, and can correct it. */
async function tellSeats(
  poll: KeptPoll,
  code: string,
  source: string,
  written: string,
  { chart, today, person }: Scene,
  store: CouncilStore,
): Promise<Post[]> {
  const { number } = poll;
  const summary = text.enteredFor(
    number,
    bodyText(chart, poll.body),
    namesOf([code], chart),
    source,
    written,
    person.name,
  );
  return (await peopleOf(poll.body, [code], today, store)).map((one) => ({
    kind: 'message',
    key: `poll:${number}:entered:${poll.answers.length}:person-${one}`,
    to: { person: one },
    message: { summary, parts: [buttons({ label: text.answer, line: `/wg answer D${number}` })] },
  }));
}

/** Who sits in the body for these municipalities, deputies too. */
export async function peopleOf(
  body: string,
  codes: readonly string[],
  today: Scene['today'],
  store: CouncilStore,
): Promise<number[]> {
  const found = (await store.tenuresOn(today)).filter(
    ({ seat, municipality }) => seat.body === body && seat.role === 'member' && codes.includes(municipality),
  );
  return [...new Set(found.map((one) => one.person))];
}
