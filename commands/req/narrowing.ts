/** What `/req list`, `/req search` and `/req export` are narrowed to: whose systems, and what else the filter asks for. */

import { nameKey } from '../../src/command/find.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { marksOf } from '../../src/domain/audience.ts';
import { type Body, bodyOf, councilBody } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import { spellingsOf } from '../../src/domain/okurigana.ts';
import type { RequirementFilter, Sought } from '../../src/domain/traits.ts';
import type { SourceName } from '../../src/store/council/chart.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, listed as joined, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import type { Narrow, RequirementFilterSaid, State } from '../arguments/requirementFilter.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { bodyHere, bodyMeant, systemsNamed } from '../subjects/bodies.ts';
import { ownNamed, sortedOut } from '../subjects/sources.ts';
import { text as phrases } from './text.ts';

export interface Listed {
  readonly name: Text;
  /** What names it in the line of the next page. */
  readonly words: string;
  readonly systems: readonly string[] | undefined;
}

/** The same, with whose answers of which round were named. */
export interface Narrowing extends Listed {
  readonly vendor: SourceName | undefined;
  readonly round: SourceName | undefined;
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
  const council = councilBody(chart);
  if (council && WHOLE.has(nameKey(word))) return { subject: listedUnder(council, scene) };
  const systems = systemsNamed(word, chart);
  if (systems.length === 0 && /^\d+$/u.test(fold(word))) return { refused: whisper(text.number(word)) };
  const [only, ...others] = systems;
  if (only && others.length === 0)
    return { subject: { name: same(only.name), words: only.slug, systems: [only.slug] } };

  const meant = bodyMeant(word, scene);
  return 'refused' in meant ? meant : { subject: listedUnder(meant.subject, scene) };
}

/** As lists and clerks call what is not a WG's alone. */
const WHOLE: ReadonlySet<string> = new Set(
  ['すべて', '全て', '全業務', '全体', '協議会全体', '全WG', '全システム', 'everything'].map(nameKey),
);
const LABEL = /^(?:業務|システム|wg|system|body)[:：]/iu;

/** What the body and those under it are responsible for; the council has all. */
function listedUnder({ slug, name, kind }: Body, { chart }: Scene): Listed {
  if (kind === 'council') return { ...everything, words: slug };
  const isUnder = (of: string | undefined): boolean =>
    of !== undefined && (of === slug || isUnder(bodyOf(chart, of)?.parent));
  const systems = chart.systems.filter((one) => isUnder(one.body)).map((one) => one.slug);
  return { name: same(name), words: slug, systems };
}

/** What the filter names; without a name all systems, or those of the channel's body. */
export async function narrowedTo(
  said: RequirementFilterSaid,
  unnamed: 'all' | 'here',
  scene: Scene,
  store: CouncilStore,
): Promise<About<Narrowing>> {
  const sources = await store.sources();
  const named = ownNamed(said, sources);
  if ('refused' in named) return { refused: whisper(named.refused) };
  const { vendor, round, others } = sortedOut(said.names ?? [], sources);
  const [name, another] = others;
  if (another !== undefined) return { refused: whisper(text.twoNames(another)) };
  const found = name === undefined && unnamed === 'all' ? { subject: everything } : listed(name, scene);
  if ('refused' in found) return found;
  return { subject: { ...found.subject, vendor: named.own.vendor ?? vendor, round: named.own.round ?? round } };
}

/** The filter, and how it is told; refused where the answers that it asks about are not shown here. */
export async function filterOf(
  said: RequirementFilterSaid & { readonly state: State },
  scene: Scene & { readonly subject: Narrowing },
  store: CouncilStore,
): Promise<{ readonly filter: RequirementFilter; readonly told: Text } | { readonly refused: Reply }> {
  const { systems, vendor, round: named } = scene.subject;
  const { state, outcome, classes, marks, narrow = [], words } = said;
  const { rounds } = await store.sources();
  const round = (named ? [named] : rounds).findLast((one) => mayShow(scene, marksOf(one.slug)));
  const asksForAnswers = marks !== undefined || narrow.some((one) => one !== 'convenience');
  if (asksForAnswers && !round)
    return { refused: whisper(text.notHere, ...leftOut(scene, named ? marksOf(named.slug) : 'proposalMarks')) };
  const lone = vendor ?? named;
  if (lone && !asksForAnswers) return { refused: whisper(text.answersOfWhat(lone.name)) };

  const answers = round && { round: round.slug, vendor: vendor?.slug };
  const filter: RequirementFilter = {
    systems,
    state,
    ...(outcome && { outcomes: [outcome] }),
    ...(classes && { classes }),
    ...(narrow.includes('convenience') && { convenience: true }),
    ...(marks && answers && { marks: { ...answers, of: marks } }),
    ...(narrow.includes('gap') && answers && { gaps: answers }),
    ...(narrow.includes('consider') && answers && { toConsider: answers }),
    ...(words && { words: words.map((word) => soughtIn(word, scene)), alternatives: mayShow(scene, 'alternative') }),
  };
  const from: Text = vendor && round ? same(`${round.name}・${vendor.name}`) : same(round?.name ?? '');
  const told = joined([
    ...(words ? [text.words(words)] : []),
    text.state[state],
    ...(outcome ? [outcomeText(outcome)] : []),
    ...(classes ? [joined(classes.map(phrases.class), same('・'))] : []),
    ...narrow.map((one) => (one === 'convenience' ? text.narrow[one] : text.inRound(from, text.narrow[one]))),
    ...(marks ? [text.inRound(from, same(marks.join('')))] : []),
  ]);
  return { filter, told };
}

/** 国保 is found in the words, and names 国民健康保険 too. */
export function soughtIn(word: string, { chart }: Pick<Scene, 'chart'>): Sought {
  const spellings = spellingsOf(word);
  const names = (name: string): boolean => spellings.some((one) => fold(name).includes(one));
  const systems = chart.systems.filter((one) => [one.name, ...one.aliases].some(names));
  return { word, systems: systems.map((one) => one.slug) };
}

export const text = {
  state: {
    open: { ja: ja`未決`, en: en`open` },
    decided: { ja: ja`決定済`, en: en`decided` },
    provisional: { ja: ja`仮記録`, en: en`provisional` },
    review: { ja: ja`要再確認`, en: en`to be reviewed` },
    all: { ja: ja`すべて`, en: en`all` },
  } satisfies Record<State, Text>,
  narrow: {
    convenience: { ja: ja`便利機能等`, en: en`conveniences` },
    gap: { ja: ja`要対応`, en: en`gaps` },
    consider: { ja: ja`要検討`, en: en`to consider` },
  } satisfies Record<Narrow, Text>,
  words: (words: readonly string[]): Text => ({ ja: ja`「${words.join(' ')}」`, en: en`“${words.join(' ')}”` }),
  inRound: (round: Text, what: Text): Text => ({ ja: ja`${round}で${what}`, en: en`${what} in ${round}` }),
  twoNames: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。業務・WG名、ベンダ、回は、それぞれ1つまでご入力ください。`,
    en: en`“${word}” was not understood: give at most one system or body, one vendor and one round.`,
  }),
  number: (typed: string): Text => ({
    ja: ja`「${typed}」は要件番号のようです。要件1件の内容・ベンダ回答・費用は「/req 表示 ${typed}」でご覧いただけます。`,
    en: en`“${typed}” looks like a requirement's number. “/req show ${typed}” shows one requirement with its answers and cost.`,
  }),
  answersOfWhat: (name: string): Text => ({
    ja: ja`「${name}」の回答のうち、一覧にするものをご入力ください。例:/req 一覧 要対応 ${name}、/req 一覧 △× ${name}`,
    en: en`Please add which answers of “${name}” are meant, as in “/req list gap ${name}” or “/req list △× ${name}”.`,
  }),
  notHere: {
    ja: ja`ベンダ回答(◎○△×、要対応、要検討)で絞り込んだ一覧は、ここではご覧いただけません。`,
    en: en`A list narrowed by the vendors' answers (◎○△×, gaps, to consider) cannot be shown here.`,
  },
};
