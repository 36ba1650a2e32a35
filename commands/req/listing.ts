/** What `/req list` and `/req search` share: the page found, and how a requirement is a row. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { spellingsOf } from '../../src/domain/okurigana.ts';
import { type Decision, needsReview, type Requirement } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, type Part, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed as joined, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { filterWords, type RequirementFilterSaid } from '../arguments/requirementFilter.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { filterOf, type Narrowing, text as phrases, soughtIn } from './narrowing.ts';

/** A page of what the filter finds, as the asker may see it here. */
export async function listing(
  act: 'list' | 'search',
  said: RequirementFilterSaid,
  scene: Scene & { readonly subject: Narrowing },
  store: CouncilStore,
): Promise<Reply> {
  const { subject } = scene;
  const { state = 'all', page, words } = said;
  const meant = await filterOf({ ...said, state }, scene, store);
  if ('refused' in meant) return meant.refused;

  const { total, more, requirements } = await store.requirements.list(meant.filter, { from: fromOf(page), size: PAGE });
  return whisper(
    text.title(subject.name, meant.told, counted(total, more)),
    ...(requirements.length > 0 ? [rows(requirements.map(text.row))] : []),
    ...paging(total, page, `/req ${act} ${filterWords({ ...said, state }, subject)}`, more),
    ...(more ? [note(text.narrow)] : []),
    ...(words?.some((word) => spellingsOf(word).length > 1) ? [note(text.spellings)] : []),
    ...(total === 0 && words ? leftOut(scene, 'alternative') : []),
    ...(total === 0 && words && words.length > 1 ? await eachAlone(words, said, scene, store) : []),
  );
}

/** Where not all words are found together: how often each is, and the search for it alone. */
async function eachAlone(
  words: readonly string[],
  said: RequirementFilterSaid,
  scene: Scene & { readonly subject: Narrowing },
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
    `/req search ${filterWords({ state: said.state ?? 'all', words: [word] }, { words: scene.subject.words })}`;
  return [
    line(text.alone(joined(found.map((one) => text.wordCount(one.word, counted(one.total, one.more)))))),
    ...(some.length > 0
      ? [buttons(...some.map((one) => ({ label: phrases.words([one.word]), line: lineOf(one.word) })))]
      : []),
  ];
}

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
  alone: (counts: Text): Text => ({ ja: ja`それぞれの言葉では、${counts}です。`, en: en`Each word alone: ${counts}.` }),
  wordCount: (word: string, count: Text): Text => ({ ja: ja`「${word}」${count}`, en: en`“${word}” ${count}` }),
  title: (of: Text, state: Text, count: Text): Text => ({
    ja: ja`${of}の要件一覧(${state}):${count}`,
    en: en`Requirements of ${of} (${state}): ${count}`,
  }),
  narrow: {
    ja: ja`該当が多いため、件数は途中まで数えたものです。言葉を追加するか、「業務:国保税」「未決」などを付けて絞り込むと、正確な件数をご確認いただけます。`,
    en: en`There are very many, so not all were counted. Add words, or narrow it by “system:国保税” or “open”, to see how many there are.`,
  },
  spellings: {
    ja: ja`送り仮名の違い(「取込」と「取り込み」など)も含めて探しています。`,
    en: en`Other spellings of the okurigana are found too.`,
  },
  toReview: ({ outcome }: Decision): Text => ({
    ja: ja`${outcomeText(outcome)}・要再確認`,
    en: en`${outcomeText(outcome)}, to be reviewed`,
  }),
  row: (one: Requirement & { standing: Decision | undefined }): Text => {
    const shown = briefly(one.text);
    const standing = !one.standing
      ? phrases.state.open
      : needsReview(one, one.standing)
        ? text.toReview(one.standing)
        : outcomeText(one.standing.outcome);
    return { ja: ja`• ${one.number} [${standing}] ${shown}`, en: en`• ${one.number} [${standing}] ${shown}` };
  },
};
