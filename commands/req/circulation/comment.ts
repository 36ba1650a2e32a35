/** `/req comment P12 words`: said in the thread of the circulation; the adviser and a joiner may too. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { everySeat } from '../../../src/command/who.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import { en, ja } from '../../../src/text/text.ts';
import { circulationNumber } from '../../arguments/circulations.ts';
import { restOf } from '../../arguments/words.ts';
import { circulationMeant } from './again.ts';
import { text } from './text.ts';

export const reqComment = subcommand({
  name: 'comment',
  alias: ['コメント'],
  summary: { ja: ja`持ち回り審議にコメントします`, en: en`Comment on a circulation` },
  effect: 'act',
  args: z.object({ number: circulationNumber, words: restOf({ ja: ja`コメント`, en: en`comment` }) }),
  examples: ['P12 CSVの項目は確認済みです'],
  about: circulationMeant,
  who: everySeat,

  async run({ number, words }, { acting, chart, person, now, subject }): Promise<Reply> {
    const municipality = municipalityOf(chart, acting.role.municipality)?.name ?? '';
    return {
      ...whisper(text.commented(number)),
      posts: [
        {
          ...{ kind: 'message', key: `comment:${number}:${person.id}:${now}`, to: { body: subject.body } },
          ...{ thread: `circulation:${number}`, message: { summary: text.comment(municipality, person.name, words) } },
        },
      ],
      done: [`circulation:${number}`],
    };
  },
});
