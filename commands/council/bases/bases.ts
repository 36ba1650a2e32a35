/** `/council bases`: the 要綱 and 協定書 with their wordings, and the rules that hold on a day with the article each comes from. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../../src/command/subcommand.ts';
import { everySeat } from '../../../src/command/who.ts';
import { rows } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { ruleText } from './ruleText.ts';
import { basesText as text } from './text.ts';

export const councilBases = subcommand({
  name: 'bases',
  alias: ['根拠', '要綱', '規程', '協定書'],
  summary: {
    ja: ja`要綱・協定書の改正履歴と、決まりの根拠条文を表示します`,
    en: en`Show the charter's versions, and the article each rule comes from`,
  },
  effect: 'read',
  args: z.object({ on: pastOrComingDay.optional() }),
  examples: ['', '2026/4/1'],
  about: aboutNothing,
  who: everySeat,

  async run(said, { chart, today }, store): Promise<Reply> {
    const on = said.on ?? today;
    const [bases, settings] = await Promise.all([store.bases.all(), store.settingsOn(on)]);
    return whisper(
      text.title(on),
      rows(bases.length > 0 ? bases.flatMap((one) => text.basis(one, on)) : [text.noBasis]),
      rows(settings.length > 0 ? settings.map((one) => ruleText(one, chart)) : [text.noRule]),
    );
  },
});
