/** `/req list 介護保険 未決`: the requirements of a body or system, by number, a page at a time. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { type Decision, needsReview, type Requirement } from '../../src/domain/requirement.ts';
import { rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { listFilter } from '../arguments/filter.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { bodyHere, bodyMeant, systemsNamed } from '../subjects/bodies.ts';

type State = 'open' | 'decided' | 'provisional' | 'review' | 'all';

const filter = listFilter<State>({
  label: { ja: ja`未決・決定済・すべて、業務・WG名、p2`, en: en`open, decided or all; system or body; p2` },
  states: [
    { value: 'open', words: ['未決', '未決定', '未'] },
    { value: 'decided', words: ['決定済', '決定済み', '済'] },
    { value: 'provisional', words: ['仮記録', '仮'] },
    { value: 'review', words: ['要再確認', '再確認'] },
    { value: 'all', words: ['すべて', '全て', '全部', '全件'] },
  ],
});

interface Listed {
  readonly name: Text;
  /** What names it in the line of the next page. */
  readonly words: string;
  readonly systems: readonly string[] | undefined;
}

export const reqList = subcommand({
  name: 'list',
  alias: ['一覧', '未決'],
  summary: {
    ja: ja`要件の一覧を表示します(業務・WG・未決などで絞り込み)`,
    en: en`List requirements by system, body and state`,
  },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', '未決 介護保険', '国保税 決定済 p2'],
  about: async (said, scene) => listed(said.filter?.name, scene),
  who: everySeat,

  async run(said, { subject }, store): Promise<Reply> {
    const { state: chosen = 'open', page } = said.filter ?? {};
    const { total, requirements } = await store.requirements.list(
      { systems: subject.systems, state: chosen },
      { from: fromOf(page), size: PAGE },
    );
    const line = ['/req list', chosen, subject.words].filter((one) => one !== '').join(' ');
    return whisper(
      text.title(subject.name, text.state[chosen], total),
      ...(requirements.length > 0 ? [rows(requirements.map(text.row))] : []),
      ...paging(total, page, line),
    );
  },
});

/** The systems of the words, else of the channel's body, else all. */
function listed(word: string | undefined, scene: Scene): About<Listed> {
  const { chart } = scene;
  if (word === undefined) {
    const here = bodyHere(scene);
    const systems = 'subject' in here ? chart.systems.filter((one) => one.body === here.subject.slug) : [];
    const [first] = systems;
    if (!first || !('subject' in here)) return { subject: { name: text.everything, words: '', systems: undefined } };
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

const CHARACTERS = 60;

const text = {
  state: {
    open: { ja: ja`未決`, en: en`open` },
    decided: { ja: ja`決定済`, en: en`decided` },
    provisional: { ja: ja`仮記録`, en: en`provisional` },
    review: { ja: ja`要再確認`, en: en`to be reviewed` },
    all: { ja: ja`すべて`, en: en`all` },
  } satisfies Record<State, Text>,
  everything: { ja: ja`全業務`, en: en`All systems` },
  title: (of: Text, state: Text, total: number): Text => ({
    ja: ja`${of}の要件一覧(${state}):${grouped(total)}件`,
    en: en`Requirements of ${of} (${state}): ${grouped(total)}`,
  }),
  toReview: ({ outcome }: Decision): Text => ({
    ja: ja`${outcomeText(outcome)}・要再確認`,
    en: en`${outcomeText(outcome)}, to be reviewed`,
  }),
  row: (one: Requirement & { standing: Decision | undefined }): Text => {
    const characters = [...one.text];
    const shown = characters.length > CHARACTERS ? `${characters.slice(0, CHARACTERS).join('')}…` : one.text;
    const standing = !one.standing
      ? text.state.open
      : needsReview(one, one.standing)
        ? text.toReview(one.standing)
        : outcomeText(one.standing.outcome);
    return { ja: ja`• ${one.number} [${standing}] ${shown}`, en: en`• ${one.number} [${standing}] ${shown}` };
  },
};
