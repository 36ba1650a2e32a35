/**
 * By what a requirement is found: each trait is a key under which the set of the requirements that have it is kept. What a
 * list asks for is then a matter of sets, and how many there are is counted without reading any of them.
 */
import { isFitGap } from './fit.ts';
import type { ImportedRequirement } from './importing.ts';
import { NumberSet } from './numberSet.ts';
import { spellingsOf } from './okurigana.ts';
import { guarded, piecesOf, provingPieces } from './pieces.ts';
import { CLASSES, MARKS, type Mark, OUTCOMES, type Outcome, type RequirementClass } from './requirement.ts';

export interface Sought {
  /** Of two characters at least, in any of its spellings. */
  readonly word: string;
  /** The systems that it names. */
  readonly systems: readonly string[];
}

export type RequirementState = 'open' | 'decided' | 'provisional' | 'review' | 'all';

export interface RequirementFilter {
  /** Systems; undefined: all. */
  readonly systems: readonly string[] | undefined;
  readonly state: RequirementState;
  /** What stands decided is one of these. */
  readonly outcomes?: readonly Outcome[];
  /** One of these classes. */
  readonly classes?: readonly RequirementClass[];
  /** 便利機能等 alone. */
  readonly convenience?: true;
  /** A vendor has given one of these marks in the round. */
  readonly marks?: Answers & { readonly of: readonly Mark[] };
  /** 要対応: an answer of the round is a gap. */
  readonly gaps?: Answers;
  /** 要検討: a gap, or one of 便利機能等. */
  readonly toConsider?: Answers;
  /** All of these are found in the text, the classification, the 機能ID or the remarks, or name the system. */
  readonly words?: readonly Sought[];
  /** Whether the vendor's alternative is searched too. */
  readonly alternatives?: boolean;
}

/** Whose answers of which round; undefined: any vendor's. */
export interface Answers {
  readonly round: string;
  readonly vendor?: string | undefined;
}

// No pair of characters holds white space, and no box of runs is called so: none is taken for one of these.
const LISTED = ' listed';
const DECIDED = ' decided';
const PROVISIONAL = ' provisional';
const REVIEW = ' review';
const ofSystem = (system: string): string => ` system ${system}`;
const CONVENIENCE = ' convenience';
const ofClass = (one: RequirementClass): string => ` class ${one}`;
const ofMark = ({ round, vendor }: Answers, mark: Mark): string =>
  ` mark ${round} ${mark}${vendor === undefined ? '' : ` ${vendor}`}`;
const ofOutcome = (outcome: Outcome): string => ` outcome ${outcome}`;

/** What is searched, in lines: no word reaches over the end of one. */
export const searched = ({ text, category, functionId, remarks }: Searched): string =>
  [text, ...category, functionId, remarks ?? ''].join('\n');

type Searched = Pick<ImportedRequirement, 'text' | 'category' | 'functionId' | 'remarks'>;

/** What a list says of it. The alternative's pieces are apart, so that a search by those who may not see it does not betray it. */
export const traitsAsListed = (one: ImportedRequirement): string[] => [
  LISTED,
  ofSystem(one.system),
  ofClass(one.class),
  ...(one.convenience ? [CONVENIENCE] : []),
  ...new Set(
    one.marks.flatMap(({ round, vendor, mark }) => [ofMark({ round }, mark), ofMark({ round, vendor }, mark)]),
  ),
  ...piecesOf(searched(one)),
  ...guarded(piecesOf(one.alternative ?? '')),
];

/** What the decision says of it that stands. */
export const traitsAsDecided = ({ outcome, provisional, review }: Standing): string[] => [
  DECIDED,
  ofOutcome(outcome),
  ...(provisional ? [PROVISIONAL] : []),
  ...(review ? [REVIEW] : []),
];

/** 仮記録, 要再確認 */
export interface Standing {
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly review: boolean;
}

/** All that it may say. */
export const TRAITS_OF_DECIDED: readonly string[] = [
  ...[DECIDED, PROVISIONAL, REVIEW],
  ...[...OUTCOMES, 'exception' as const].map(ofOutcome),
];

/** Traits that must come together. */
interface Way {
  readonly traits: readonly string[];
  /** Pieces of a long word, which may stand apart: whether it is there shows only where the text is read. */
  readonly scattered?: boolean;
}

/** What a list asks for: of each group at least one way. */
type Ways = readonly Way[];

function asked(filter: RequirementFilter): Ways[] {
  const { systems, state, outcomes, classes, convenience, marks, gaps, toConsider } = filter;
  const { words = [], alternatives = false } = filter;
  const any = (...traits: readonly string[]): Ways => traits.map((one) => ({ traits: [one] }));
  return [
    systems ? any(...systems.map(ofSystem)) : any(LISTED),
    ...(state === 'decided' ? [any(DECIDED)] : []),
    ...(state === 'provisional' ? [any(PROVISIONAL)] : []),
    ...(state === 'review' ? [any(REVIEW)] : []),
    ...(outcomes ? [any(...outcomes.map(ofOutcome))] : []),
    ...(classes ? [any(...classes.map(ofClass))] : []),
    ...(convenience ? [any(CONVENIENCE)] : []),
    ...(marks ? [any(...marks.of.map((mark) => ofMark(marks, mark)))] : []),
    ...(gaps ? [gapsIn(gaps)] : []),
    ...(toConsider ? [[...gapsIn(toConsider), ...any(CONVENIENCE)]] : []),
    ...words.map(({ word, systems: named }) => [
      ...spellingsOf(word).flatMap((spelling) => written(spelling, alternatives)),
      ...any(...named.map(ofSystem)),
    ]),
  ];
}

/** Where there are several pieces, they may stand apart. */
function written(spelling: string, alternatives: boolean): Ways {
  const pieces = provingPieces(spelling);
  const scattered = isLong(spelling);
  return [{ traits: pieces, scattered }, ...(alternatives ? [{ traits: guarded(pieces), scattered }] : [])];
}

const isLong = (folded: string): boolean => [...folded].length > 2;

/** Which mark is a gap depends on the class. */
const gapsIn = (answers: Answers): Ways =>
  CLASSES.flatMap((one) =>
    MARKS.filter((mark) => isFitGap(one, mark)).map((mark) => ({ traits: [ofClass(one), ofMark(answers, mark)] })),
  );

/** The traits whose sets are needed to tell. */
export const traitsFor = (filter: RequirementFilter): string[] => [
  ...new Set([
    ...asked(filter).flatMap((ways) => ways.flatMap(({ traits }) => traits)),
    ...(filter.state === 'open' ? [DECIDED] : []),
  ]),
];

export interface Having {
  /** What the filter asks for. */
  readonly found: NumberSet;
  /** May be asked for too: pieces of the long words are there, and whether they stand together must be read. */
  readonly toRead: NumberSet;
}

/** Those that the filter asks for, given the set of each trait. */
export function having(filter: RequirementFilter, setOf: (trait: string) => NumberSet): Having {
  const groups = asked(filter).map((ways) =>
    ways.map(({ traits, scattered = false }) => ({ set: common(traits.map(setOf)), scattered })),
  );
  const without = filter.state === 'open' ? setOf(DECIDED) : NumberSet.none;
  const all = (ways: (typeof groups)[number]): NumberSet =>
    ways.reduce((some, { set }) => some.or(set), NumberSet.none);
  const found = common(groups.map((ways) => all(ways.filter((one) => !one.scattered)))).without(without);
  if (!groups.some((ways) => ways.some((one) => one.scattered))) return { found, toRead: NumberSet.none };
  return { found, toRead: common(groups.map(all)).without(without).without(found) };
}

const common = ([first = NumberSet.none, ...others]: readonly NumberSet[]): NumberSet =>
  others.reduce((all, one) => all.and(one), first);

/** What is read for in those: of each word any spelling, or a system that it names. */
export const toBeRead = ({ words = [] }: RequirementFilter): ReadFor[] =>
  words
    .map(({ word, systems }) => ({ spellings: spellingsOf(word), systems }))
    .filter(({ spellings }) => spellings.some(isLong));

export interface ReadFor {
  /** Folded. */
  readonly spellings: readonly string[];
  readonly systems: readonly string[];
}
