/** What the form of a date poll says. */
import type { Candidate } from '../../../src/domain/poll.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { slotText } from './text.ts';

export const formText = {
  answerFor: (town: string): Text => ({ ja: ja`日程回答(${town})`, en: en`Answer of ${town}` }),
  enterFor: (town: string): Text => ({ ja: ja`代行入力(${town})`, en: en`Enter for ${town}` }),
  candidate: ({ number, slot }: Candidate): Text => ({
    ja: ja`${number}. ${slotText(slot)}`,
    en: en`${number}. ${slotText(slot)}`,
  }),
  choice: {
    yes: { ja: ja`○ 出席できます`, en: en`○ can come` },
    maybe: { ja: ja`△ 未定・調整できます`, en: en`△ not sure, or if need be` },
    no: { ja: ja`× 出席できません`, en: en`× cannot come` },
  },
  beware: (what: Text): Text => ({ ja: ja`⚠ ${what}`, en: en`⚠ ${what}` }),
  howTold: { ja: ja`受付方法`, en: en`How it was told` },
  toldOn: { ja: ja`受付日`, en: en`Day on which it was told` },
  toldBy: { ja: ja`回答された方のお名前`, en: en`Who told it` },
  whose: (number: number): Text => ({
    ja: ja`日程調整D${number}に、どの市町の回答を代行入力しますか。`,
    en: en`Whose answer to date poll D${number} do you enter?`,
  }),
  forTown: (town: string): Text => ({ ja: ja`${town}`, en: en`${town}` }),
  bodyToo: (number: number): Text => ({
    ja: ja`市町を選ぶと、すべての会議体のご担当分として登録します。会議体ごとに異なる場合は「/wg 日程回答 D${number} 代行 介護保険WG 五霞町」のように、会議体を添えてください。`,
    en: en`It counts for the municipality's seats in every body. Where they differ, name the body: /wg answer D${number} 代行 介護保険WG 五霞町`,
  }),
  notAsked: (word: string, number: number): Text => ({
    ja: ja`「${word}」は、日程調整D${number}の対象ではありません。会議体の名前をご確認ください。`,
    en: en`“${word}” is not asked in date poll D${number}. Please check the name of the body.`,
  }),
} as const;
