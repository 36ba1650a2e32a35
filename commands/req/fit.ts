/** `/req fit 介護保険 プロポーザル`: how far the vendors' answers fit, with the denominator of every rate, and the funnel. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { marksOf } from '../../src/domain/audience.ts';
import { membersOn, municipalityOf, systemOf } from '../../src/domain/council.ts';
import { type Fit, type Funnel, fitOf, funnelOf, rateOf, type Tally } from '../../src/domain/fit.ts';
import { groups } from '../../src/domain/groups.ts';
import { CLASSES } from '../../src/domain/requirement.ts';
import type { SourceName } from '../../src/store/council/chart.ts';
import type { Progress } from '../../src/store/council/fit.ts';
import { type Button, buttons, heading, line, note, type Part, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed as joined, same, type Text } from '../../src/text/text.ts';
import { pageIn } from '../arguments/filter.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { filterWords, type RequirementFilterSaid } from '../arguments/requirementFilter.ts';
import { restOf } from '../arguments/words.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { sortedOut } from '../subjects/sources.ts';
import { type Listed, listed, text as narrowings } from './narrowing.ts';
import { text as phrases } from './text.ts';

interface FitMeant extends Listed {
  readonly vendor: SourceName | undefined;
  readonly rounds: readonly SourceName[];
  readonly page: number | undefined;
}

export const reqFit = subcommand({
  name: 'fit',
  alias: ['適合', '適合率', 'フィットギャップ'],
  summary: {
    ja: ja`ベンダ回答の適合率と、決定までの絞り込みを表示します`,
    en: en`Show fit rates and the funnel to decisions`,
  },
  effect: 'read',
  args: z.object({
    words: restOf(
      { ja: ja`業務・WG名、ベンダ、回、p2`, en: en`system or body, vendor, round, p2` },
      { kind: 'line' },
    ).optional(),
  }),
  examples: ['', '介護保険', '提案 B社'],

  async about(said, scene, store): Promise<About<FitMeant>> {
    const { vendors, rounds } = await store.sources();
    const typed = (said.words ?? '').split(/\s+/u).filter(Boolean);
    const { vendor, round, others } = sortedOut(typed, { vendors, rounds });
    const page = others.map(pageIn).findLast((one) => one !== undefined);
    const [name, another] = others.filter((one) => pageIn(one) === undefined);
    if (another !== undefined) return { refused: whisper(narrowings.twoNames(another)) };
    const found = listed(name, scene);
    // A vendor or a round mistyped is no system either.
    if ('refused' in found) return { refused: withLine(found.refused, text.sources(vendors, rounds)) };
    return { subject: { ...found.subject, vendor, rounds: round ? [round] : rounds, page } };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, chart, today } = scene;
    if (!mayShow(scene, 'rates')) return whisper(text.notHere, ...leftOut(scene, 'rates'));
    // Rates over all vendors are for more people than one vendor's are.
    const told = subject.rounds.filter((one) => !subject.vendor || mayShow(scene, marksOf(one.slug)));
    const left = leftOut(scene, ...subject.rounds.map((one) => marksOf(one.slug)));
    if (told.length === 0 && subject.vendor) return whisper(text.notHere, ...left);
    const { vendors } = await store.sources();
    const nameOf = (slug: string): string => vendors.find((one) => one.slug === slug)?.name ?? slug;
    const all = await store.fits.tallies(subject.systems);
    const tallies = all.filter((one) => !subject.vendor || one.vendor === subject.vendor.slug);
    const parts: Part[] = [];
    for (const round of told) {
      const mine = tallies.filter((one) => one.round === round.slug);
      parts.push(heading(same(round.name)), line(text.fit(fitOf(mine))));
      if (!mayShow(scene, marksOf(round.slug))) continue;
      const by = [
        ...[...groups(mine, (one) => one.vendor)]
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(([of, list]) => text.row(same(nameOf(of)), fitOf(list))),
        ...CLASSES.map((of) => [of, mine.filter((one) => one.class === of)] as const)
          .filter(([, list]) => list.length > 0)
          .map(([of, list]) => (of === 'not' ? text.mustNot(fitOf(list)) : text.row(phrases.class(of), fitOf(list)))),
      ];
      if (by.length > 0) parts.push(rows(by));
      const codes = membersOn(chart, today).map((one) => one.code);
      const progress = await store.fits.progress(subject.systems, round.slug, codes);
      const members = progress.by.map(({ code, count }) =>
        text.member(municipalityOf(chart, code)?.name ?? code, count),
      );
      if (progress.answered > 0) parts.push(note(text.confirmed(progress, joined(members))));
    }
    const last = told.at(-1);
    const shown = subject.rounds.filter((one) => mayShow(scene, marksOf(one.slug)));
    if (last) {
      const narrowed = await store.fits.funnel(subject.systems, last.slug, subject.vendor?.slug);
      parts.push(...funnel(funnelOf(narrowed), last, scene), ...bySystem(tallies, shown, scene));
    }
    const title = text.title(subject.name, subject.vendor?.name);
    return whisper(title, note(text.denominator), ...parts, ...left);
  },
});

const withLine = ({ whisper: said, ...reply }: Reply, words: Text): Reply => ({
  ...reply,
  ...(said && { whisper: { ...said, parts: [...(said.parts ?? []), note(words)] } }),
});

/** The systems side by side in the rounds, most gaps in the last round first, a page at a time. */
function bySystem(
  tallies: readonly Tally[],
  rounds: readonly SourceName[],
  scene: Scene & { readonly subject: FitMeant },
) {
  const { subject, chart } = scene;
  const fits = [...groups(tallies, (one) => one.system)].map(([system, list]) => ({
    name: systemOf(chart, system)?.name ?? system,
    rounds: rounds.map((round) => ({ round, fit: fitOf(list.filter((one) => one.round === round.slug)) })),
  }));
  if (fits.length < 2 || rounds.length === 0) return [];
  const gaps = (one: (typeof fits)[number]): number => one.rounds.at(-1)?.fit.gaps ?? 0;
  const from = fromOf(subject.page);
  const page = fits.toSorted((a, b) => gaps(b) - gaps(a)).slice(from, from + PAGE);
  const only = subject.rounds.length === 1 ? subject.rounds[0]?.slug : undefined;
  const words = ['/req fit', subject.words, subject.vendor?.slug, only].filter(Boolean).join(' ');
  return [
    heading(text.bySystem),
    rows(
      page.map((one) =>
        text.system(one.name, joined(one.rounds.map(({ round, fit }) => text.inRound(round.name, fit)))),
      ),
    ),
    ...paging(fits.length, subject.page, words),
  ];
}

/** The funnel; each of its counts opens its list, as far as it may be listed here. */
function funnel(of: Funnel, round: SourceName, scene: Scene & { readonly subject: FitMeant }): Part[] {
  const { vendor, words } = scene.subject;
  const may = mayShow(scene, marksOf(round.slug));
  const list = (label: Text, count: number, said: RequirementFilterSaid): Button[] => {
    const ofAnswers = said.narrow?.some((one) => one !== 'convenience');
    if (count === 0 || (ofAnswers && !may)) return [];
    const line = `/req list ${filterWords(said, ofAnswers ? { words, round, vendor } : { words })}`;
    return [{ label: text.listOf(label, count), line }];
  };
  const leading = [
    ...list(narrowings.narrow.consider, of.toDecide, { state: 'all', narrow: ['consider'] }),
    ...list(narrowings.narrow.gap, of.gaps, { state: 'all', narrow: ['gap'] }),
    ...list(narrowings.narrow.convenience, of.convenience, { state: 'all', narrow: ['convenience'] }),
    ...of.byOutcome.flatMap(({ outcome, count }) =>
      list(outcomeText(outcome), count, { state: 'decided', outcome, narrow: ['consider'] }),
    ),
    ...list(narrowings.state.open, of.open, { state: 'open', narrow: ['consider'] }),
  ];
  return [
    heading(text.funnel),
    line(text.narrowed(of, round.name)),
    rows([
      ...of.byOutcome.map(({ outcome, count }) => text.decided(outcomeText(outcome), count)),
      text.decided(narrowings.state.open, of.open),
    ]),
    ...(leading.length > 0 ? [buttons(...leading)] : []),
  ];
}

const text = {
  title: (of: Text, vendor: string | undefined): Text => ({
    ja: ja`${of}の適合状況${vendor === undefined ? '' : `(${vendor})`}`,
    en: en`Fit of ${of}${vendor === undefined ? '' : ` (${vendor})`}`,
  }),
  notHere: { ja: ja`適合状況は、ここではご覧いただけません。`, en: en`The fit cannot be shown here.` },
  sources: (vendors: readonly SourceName[], rounds: readonly SourceName[]): Text => {
    const names = (of: readonly SourceName[]): string => of.map(({ name }) => name).join('、');
    return {
      ja: ja`ベンダは${names(vendors)}、回は${names(rounds)}で絞り込めます。`,
      en: en`Vendors are ${names(vendors)}, rounds are ${names(rounds)}.`,
    };
  },
  /** Every rate beside its denominator. */
  fit: ({ answers, gaps, marked, unwanted }: Fit): Text => {
    const also = unwanted > 0 ? text.unwanted(unwanted) : same('');
    return {
      ja: ja`適合率 ${rateOf(answers - gaps, answers)}、要対応 ${grouped(gaps)}/${grouped(answers)}${also}、△× ${grouped(marked)}(${rateOf(marked, answers)})`,
      en: en`fit ${rateOf(answers - gaps, answers)}, gaps ${grouped(gaps)}/${grouped(answers)}${also}, △× ${grouped(marked)} (${rateOf(marked, answers)})`,
    };
  },
  unwanted: (count: number): Text => ({
    ja: ja`(うち『実装しない』機能の実装 ${grouped(count)})`,
    en: en` (${grouped(count)} of them must-nots that are met)`,
  }),
  denominator: {
    ja: ja`分母は、要件×ベンダの回答数です。『実装しない』機能は、実装されていれば要対応と数えます。`,
    en: en`The denominator is the number of answers (requirements × vendors). A must-not that is met is a gap.`,
  },
  bySystem: { ja: ja`業務別(要対応の多い順)`, en: en`By system, most gaps first` },
  system: (name: string, list: Text): Text => ({ ja: ja`• ${name}:${list}`, en: en`• ${name}: ${list}` }),
  inRound: (round: string, { gaps, answers, marked }: Fit): Text => ({
    ja: ja`${round} 要対応 ${grouped(gaps)}/${grouped(answers)}(${rateOf(gaps, answers)})・△× ${grouped(marked)}`,
    en: en`${round} gaps ${grouped(gaps)}/${grouped(answers)} (${rateOf(gaps, answers)}), △× ${grouped(marked)}`,
  }),
  row: (of: Text, fit: Fit): Text => {
    const said = text.fit(fit);
    return { ja: ja`• ${of}:${said}`, en: en`• ${of}: ${said}` };
  },
  /** A rate of fitting reads oddly of what must not be there: how much of it is there, none being as it should be. */
  mustNot: ({ answers, unwanted }: Fit): Text =>
    unwanted === 0
      ? {
          ja: ja`• ${phrases.class('not')}:実装(◎○)の回答はありません(回答${grouped(answers)}件、要対応なし)`,
          en: en`• ${phrases.class('not')}: none is met (◎○), as it should be, of ${grouped(answers)} answers`,
        }
      : {
          ja: ja`• ${phrases.class('not')}:実装(◎○)の回答 ${grouped(unwanted)}/${grouped(answers)}(要対応)`,
          en: en`• ${phrases.class('not')}: ${grouped(unwanted)}/${grouped(answers)} are met (◎○): gaps`,
        },
  confirmed: ({ answered, byAll, by }: Progress, list: Text): Text => ({
    ja: ja`回答の確認済:${list}(回答のある要件${grouped(answered)}件のうち、全${by.length}団体が確認済 ${grouped(byAll)}件)`,
    en: en`Answers confirmed: ${list} (of ${grouped(answered)} answered requirements, ${grouped(byAll)} by all ${by.length} municipalities)`,
  }),
  member: (name: string, count: number): Text => ({
    ja: ja`${name} ${grouped(count)}件`,
    en: en`${name} ${grouped(count)}`,
  }),
  funnel: { ja: ja`決定までの絞り込み`, en: en`From all requirements to decisions` },
  narrowed: (of: Funnel, round: string): Text => ({
    ja: ja`全${grouped(of.all)}件 → 要検討 ${grouped(of.toDecide)}件(${round}の要対応 ${grouped(of.gaps)}件、便利機能等 ${grouped(of.convenience)}件。重なりは1件と数えます)`,
    en: en`${grouped(of.all)} in all → ${grouped(of.toDecide)} to consider (${grouped(of.gaps)} gaps in ${round}, ${grouped(of.convenience)} conveniences; one that is both counts once)`,
  }),
  decided: (of: Text, count: number): Text => ({
    ja: ja`• ${of}:${grouped(count)}件`,
    en: en`• ${of}: ${grouped(count)}`,
  }),
  listOf: (what: Text, count: number): Text => ({
    ja: ja`${what} ${grouped(count)}件`,
    en: en`${what}: ${grouped(count)}`,
  }),
};
