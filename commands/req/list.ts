/** `/req list 介護保険 未決`: the requirements of a body or system, by number, a page at a time. */
import { z } from 'zod';
import { subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementFilter } from '../arguments/requirementFilter.ts';
import { listed, listing } from './listing.ts';

const filter = requirementFilter(
  {
    ja: ja`未決・決定済・すべて、結果、△×、業務・WG名、p2`,
    en: en`open, decided or all; outcome; △×; system or body; p2`,
  },
  'name',
);

export const reqList = subcommand({
  name: 'list',
  alias: ['一覧', '未決'],
  summary: {
    ja: ja`要件の一覧を表示します(業務・WG・未決などで絞り込み)`,
    en: en`List requirements by system, body and state`,
  },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', '未決 介護保険', '国保税 決定済 p2', 'すべて △×'],
  about: async (said, scene) => listed(said.filter?.name, scene),
  who: everySeat,

  run(said, scene, store) {
    const usual = said.filter?.outcome ? 'decided' : 'open';
    return listing('list', { ...said.filter, state: said.filter?.state ?? usual }, scene, store);
  },
});
