/** What `/req list` and `/req search` share: the systems meant, the page found, and how a requirement is a row. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { marksOf } from '../../src/domain/audience.ts';
import type { Decision, Requirement } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { rows } from '../../src/text/message.ts';
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

/** The systems of the words, else of the channel's body, else all. */
export function listed(word: string | undefined, scene: Scene): About<Listed> {
  const { chart } = scene;
  if (word === undefined) {
    const here = bodyHere(scene);
    const systems = 'subject' in here ? chart.systems.filter((one) => one.body === here.subject.slug) : [];
    const [first] = systems;
    if (!first || !('subject' in here)) return { subject: everything };
    return {
      subject: { name: same(here.subject.name), words: here.subject.slug, systems: systems.map((one) => one.slug) },
    };
  }
  const systems = systemsNamed(word, chart);
  const [only, ...others] = systems;
  if (only && others.length === 0)
    return { subject: { name: same(only.name), words: only.slug, systems: [only.slug] } };

  const meant = bodyMeant(word, scene);
  if ('refused' in meant) return meant;
  const under = [
    meant.subject.slug,
    ...chart.bodies.filter((one) => one.parent === meant.subject.slug).map((one) => one.slug),
  ];
  const slugs = chart.systems.filter((one) => under.includes(one.body)).map((one) => one.slug);
  return { subject: { name: same(meant.subject.name), words: meant.subject.slug, systems: slugs } };
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

  const { total, requirements } = await store.requirements.list(
    {
      systems: subject.systems,
      state,
      ...(outcome && { outcomes: [outcome] }),
      ...(marks && round && { marks: { round: round.slug, of: marks } }),
      ...(words && { words, alternatives: mayShow(scene, 'alternative') }),
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
    text.title(subject.name, narrowed, total),
    ...(requirements.length > 0 ? [rows(requirements.map(text.row))] : []),
    ...paging(total, page, `/req ${act} ${filterWords({ ...said, state }, subject.words)}`),
  );
}

const CHARACTERS = 60;

const text = {
  state: {
    open: { ja: ja`未決`, en: en`open` },
    decided: { ja: ja`決定済`, en: en`decided` },
    all: { ja: ja`すべて`, en: en`all` },
  } satisfies Record<State, Text>,
  words: (words: readonly string[]): Text => ({ ja: ja`「${words.join(' ')}」`, en: en`“${words.join(' ')}”` }),
  marks: (round: string, marks: string): Text => ({ ja: ja`${round}で${marks}`, en: en`${marks} in ${round}` }),
  noMarks: {
    ja: ja`評価(◎○△×)で絞り込んだ一覧は、ここではご覧いただけません。`,
    en: en`A list narrowed by marks (◎○△×) cannot be shown here.`,
  },
  title: (of: Text, state: Text, total: number): Text => ({
    ja: ja`${of}の要件一覧(${state}):${grouped(total)}件`,
    en: en`Requirements of ${of} (${state}): ${grouped(total)}`,
  }),
  row: (one: Requirement & { standing: Decision | undefined }): Text => {
    const characters = [...one.text];
    const shown = characters.length > CHARACTERS ? `${characters.slice(0, CHARACTERS).join('')}…` : one.text;
    const standing = one.standing ? outcomeText(one.standing.outcome) : text.state.open;
    return { ja: ja`• ${one.number} [${standing}] ${shown}`, en: en`• ${one.number} [${standing}] ${shown}` };
  },
};
