/** `/req search 国保 督促`: the requirements in which all of these words stand, of all systems unless one is named. */
import { z } from 'zod';
import { whisper } from '../../src/command/reply.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { fold } from '../../src/domain/fold.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { requirementFilter } from '../arguments/requirementFilter.ts';
import { listing } from './listing.ts';
import { narrowedTo } from './narrowing.ts';

const filter = requirementFilter(
  {
    ja: ja`言葉(複数可) 未決・決定済 区分:必須 便利機能等 要対応・要検討 結果:代替案 △× 業務:国保税 回:RFI p2`,
    en: en`words; open or decided; class:mandatory; convenience; gap or consider; outcome:alternative; △×; system:国保税; round:RFI; p2`,
  },
  'words',
);

export const reqSearch = subcommand({
  name: 'search',
  alias: ['検索', 'さがす', '探す'],
  summary: {
    ja: ja`要件を言葉で探します(複数の言葉はすべて含むもの)`,
    en: en`Find requirements that hold all of these words`,
  },
  effect: 'read',
  args: z.object({ filter }),
  examples: ['国保 督促', '申請 未決 業務:介護保険', '一括登録 △×', '帳票 区分:必須 要検討'],
  about: (said, scene, store) => narrowedTo(said.filter, 'all', scene, store),
  who: everySeat,

  async run(said, scene, store) {
    const { words, page, ...narrowed } = said.filter;
    if (!words && Object.keys(narrowed).length === 0) return whisper(text.noWords);
    const short = words?.find((word) => [...fold(word)].length < 2);
    if (short !== undefined) return whisper(text.tooShort(short));
    return listing('search', said.filter, scene, store);
  },
});

const text = {
  noWords: {
    ja: ja`探す言葉をご入力ください。例:/req 検索 国保 督促`,
    en: en`Please type the words to find, as in “/req search 国保 督促”.`,
  },
  tooShort: (word: string): Text => ({
    ja: ja`「${word}」は短すぎて探せません。2文字以上でご入力ください。`,
    en: en`“${word}” is too short to be found. Please type two characters or more.`,
  }),
};
