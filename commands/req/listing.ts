/** What `/req list` and `/req search` share: the systems meant, the page found, and how a requirement is a row. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { marksOf } from '../../src/domain/audience.ts';
import { type Body, bodyOf } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import { type Decision, needsReview, type Requirement } from '../../src/domain/requirement.ts';
import type { Sought } from '../../src/domain/traits.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, type Part, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed as joined, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { filterWords, type RequirementFilterSaid, type State } from '../arguments/requirementFilter.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { bodyHere, bodyMeant, systemsNamed } from '../subjects/bodies.ts';

export interface Listed {
  readonly name: Text;
  /** What names it in the line of the next page. */
  readonly words: string;
  readonly systems: readonly string[] | undefined;
}

export const everything: Listed = { name: { ja: ja`全業務`, en: en`All systems` }, words: '', systems: undefined };

/** The systems of the words (業務:介護保険 too), else of the channel's body, else all. */
export function listed(said: string | undefined, scene: Scene): About<Listed> {
  const { chart } = scene;
  const word = said?.replace(LABEL, '');
  if (word === undefined) {
    const here = bodyHere(scene);
    const ofHere = 'subject' in here ? listedUnder(here.subject, scene) : everything;
    return { subject: ofHere.systems?.length === 0 ? everything : ofHere };
  }
  const systems = systemsNamed(word, chart);
  const [only, ...others] = systems;
  if (only && others.length === 0)
    return { subject: { name: same(only.name), words: only.slug, systems: [only.slug] } };

  const meant = bodyMeant(word, scene);
  return 'refused' in meant ? meant : { subject: listedUnder(meant.subject, scene) };
}

const LABEL = /^(?:業務|システム|wg|system|body)[:：]/iu;

/** What the body and those under it are responsible for; the council has all. */
function listedUnder({ slug, name, kind }: Body, { chart }: Scene): Listed {
  if (kind === 'council') return everything;
  const isUnder = (of: string | undefined): boolean =>
    of !== undefined && (of === slug || isUnder(bodyOf(chart, of)?.parent));
  const systems = chart.systems.filter((one) => isUnder(one.body)).map((one) => one.slug);
  return { name: same(name), words: slug, systems };
}

/** A page of what the filter finds, as the asker may see it here. */
export async function listing(
  act: 'list' | 'search',
  said: RequirementFilterSaid,
  scene: Scene & { readonly subject: Listed },
  store: CouncilStore,
): Promise<Reply> {
  const { subject } = scene;
  const { state = 'all', page, outcome, marks, words } = said;
  const { rounds } = await store.sources();
  const round = rounds.findLast((one) => mayShow(scene, marksOf(one.slug)));
  if (marks && !round) return whisper(text.noMarks, ...leftOut(scene, 'proposalMarks'));

  const { total, more, requirements } = await store.requirements.list(
    {
      systems: subject.systems,
      state,
      ...(outcome && { outcomes: [outcome] }),
      ...(marks && round && { marks: { round: round.slug, of: marks } }),
      ...(words && { words: words.map((word) => soughtIn(word, scene)), alternatives: mayShow(scene, 'alternative') }),
    },
    { from: fromOf(page), size: PAGE },
  );
  const narrowed = joined([
    ...(words ? [text.words(words)] : []),
    text.state[state],
    ...(outcome ? [outcomeText(outcome)] : []),
    ...(marks && round ? [text.marks(round.name, marks.join(''))] : []),
  ]);
  return whisper(
    text.title(subject.name, narrowed, counted(total, more)),
    ...(requirements.length > 0 ? [rows(requirements.map(text.row))] : []),
    ...paging(total, page, `/req ${act} ${filterWords({ ...said, state }, subject.words)}`, more),
    ...(more ? [note(text.narrow)] : []),
    ...(total === 0 && words && words.length > 1 ? await eachAlone(words, said, scene, store) : []),
  );
}

/** Where not all words are found together: how often each is, and the search for it alone. */
async function eachAlone(
  words: readonly string[],
  said: RequirementFilterSaid,
  scene: Scene & { readonly subject: Listed },
  store: CouncilStore,
): Promise<Part[]> {
  const { systems } = scene.subject;
  const found: { readonly word: string; readonly total: number; readonly more: boolean }[] = [];
  for (const word of words) {
    const filter = { systems, state: said.state ?? 'all', words: [soughtIn(word, scene)] } as const;
    const alternatives = mayShow(scene, 'alternative');
    found.push({ word, ...(await store.requirements.list({ ...filter, alternatives }, { from: 0, size: 0 })) });
  }
  const some = found.filter((one) => one.total > 0);
  const lineOf = (word: string): string =>
    `/req search ${filterWords({ ...(said.state && { state: said.state }), words: [word] }, scene.subject.words)}`;
  return [
    line(text.alone(joined(found.map((one) => text.wordCount(one.word, counted(one.total, one.more)))))),
    ...(some.length > 0
      ? [buttons(...some.map((one) => ({ label: text.words([one.word]), line: lineOf(one.word) })))]
      : []),
  ];
}

/** 国保 is found in the words, and names 国民健康保険 too. */
const soughtIn = (word: string, { chart }: Pick<Scene, 'chart'>): Sought => ({
  word,
  systems: chart.systems
    .filter((one) => [one.name, ...one.aliases].some((name) => fold(name).includes(fold(word))))
    .map((one) => one.slug),
});

/** 「1,234件」, or that it is so many at least. */
const counted = (total: number, more: boolean): Text => ({
  ja: more ? ja`${grouped(total)}件以上` : ja`${grouped(total)}件`,
  en: more ? en`${grouped(total)} or more` : en`${grouped(total)}`,
});

const CHARACTERS = 60;

/** What a requirement says, as one row holds it. */
export function briefly(said: string): string {
  const characters = [...said];
  return characters.length > CHARACTERS ? `${characters.slice(0, CHARACTERS).join('')}…` : said;
}

const text = {
  state: {
    open: { ja: ja`未決`, en: en`open` },
    decided: { ja: ja`決定済`, en: en`decided` },
    provisional: { ja: ja`仮記録`, en: en`provisional` },
    review: { ja: ja`要再確認`, en: en`to be reviewed` },
    all: { ja: ja`すべて`, en: en`all` },
  } satisfies Record<State, Text>,
  alone: (counts: Text): Text => ({ ja: ja`それぞれの言葉では、${counts}です。`, en: en`Each word alone: ${counts}.` }),
  wordCount: (word: string, count: Text): Text => ({ ja: ja`「${word}」${count}`, en: en`“${word}” ${count}` }),
  words: (words: readonly string[]): Text => ({ ja: ja`「${words.join(' ')}」`, en: en`“${words.join(' ')}”` }),
  marks: (round: string, marks: string): Text => ({ ja: ja`${round}で${marks}`, en: en`${marks} in ${round}` }),
  noMarks: {
    ja: ja`評価(◎○△×)で絞り込んだ一覧は、ここではご覧いただけません。`,
    en: en`A list narrowed by marks (◎○△×) cannot be shown here.`,
  },
  title: (of: Text, state: Text, count: Text): Text => ({
    ja: ja`${of}の要件一覧(${state}):${count}`,
    en: en`Requirements of ${of} (${state}): ${count}`,
  }),
  narrow: {
    ja: ja`該当が多いため、件数は途中まで数えたものです。言葉を追加するか、「業務:国保税」「未決」などを付けて絞り込むと、正確な件数をご確認いただけます。`,
    en: en`There are very many, so not all were counted. Add words, or narrow it by “system:国保税” or “open”, to see how many there are.`,
  },
  toReview: ({ outcome }: Decision): Text => ({
    ja: ja`${outcomeText(outcome)}・要再確認`,
    en: en`${outcomeText(outcome)}, to be reviewed`,
  }),
  row: (one: Requirement & { standing: Decision | undefined }): Text => {
    const shown = briefly(one.text);
    const standing = !one.standing
      ? text.state.open
      : needsReview(one, one.standing)
        ? text.toReview(one.standing)
        : outcomeText(one.standing.outcome);
    return { ja: ja`• ${one.number} [${standing}] ${shown}`, en: en`• ${one.number} [${standing}] ${shown}` };
  },
};
