/** Why a meeting that is cancelled was not needed: 持ち回り審議, 合同開催, 審議事項なし; その他 where it was needed all the same. */
import { absent, argument } from '../../src/command/argument.ts';
import { AVOIDED, type Avoided } from '../../src/domain/meetingCounts.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { choiceIn } from './words.ts';

/** What a cancellation is counted as. */
export const COUNTED_AS = [...AVOIDED, 'otherwise'] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

export const avoidedOf = (as: CountedAs): Avoided | undefined => (as === 'otherwise' ? undefined : as);

export const countedAsOf = (avoided: Avoided | undefined): CountedAs => avoided ?? 'otherwise';

export const countedAsText: Readonly<Record<CountedAs, Text>> = {
  circulation: { ja: ja`持ち回り審議`, en: en`settled by circulation` },
  merged: { ja: ja`合同開催`, en: en`merged into a joint meeting` },
  nothingLeft: { ja: ja`審議事項なし`, en: en`nothing left` },
  otherwise: { ja: ja`その他の中止`, en: en`cancelled otherwise` },
};

const WORDS: Readonly<Record<CountedAs, readonly string[]>> = {
  circulation: ['持ち回り審議', '持ち回り', '書面協議'],
  merged: ['合同開催', '合同', '統合'],
  nothingLeft: ['審議事項なし', '議題なし', '案件なし'],
  otherwise: ['その他の中止', 'その他'],
};

const choices = COUNTED_AS.map((value) => ({ value, label: countedAsText[value], words: WORDS[value] }));

/** A word before the reason; alone it is the reason. */
const BEFORE_REASON = /^(\S+?)[:：]?(?=\s+\S)/u;

export const countedAs = argument<CountedAs>({
  label: { ja: ja`集計区分`, en: en`counted as` },
  field: { kind: 'choice', options: choices.map(({ value, label }) => ({ value, label })) },
  read: (line) => {
    const [whole = '', word = ''] = BEFORE_REASON.exec(line) ?? [];
    const found = word === '' ? undefined : choiceIn(choices, word);
    return found === undefined ? absent : { read: found, length: whole.length };
  },
});
