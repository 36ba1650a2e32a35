/** `/req list 介護保険 未決`: the requirements of a body or system, by number, a page at a time. */
import { z } from 'zod';
import { subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementFilter } from '../arguments/requirementFilter.ts';
import { listing } from './listing.ts';
import { narrowedTo } from './narrowing.ts';

const filter = requirementFilter(
  {
    ja: ja`未決・決定済・すべて、必須・任意・実装しない、便利機能等、要対応・要検討、結果、△×、業務・WG名、回、ベンダ、p2`,
    en: en`open, decided or all; mandatory, optional or not; convenience; gap or consider; outcome; △×; system or body; round; vendor; p2`,
  },
  'name',
);

export const reqList = subcommand({
  name: 'list',
  alias: ['一覧', '未決'],
  summary: {
    ja: ja`要件の一覧を表示します(業務・WG・未決・区分・要検討などで絞り込み)`,
    en: en`List requirements by system, body, state, class and fit`,
  },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', '未決 介護保険', '国保税 決定済 p2', 'すべて △×', '要検討 介護保険', '必須 要対応 RFI B社'],
  about: (said, scene, store) => narrowedTo(said.filter ?? {}, 'here', scene, store),
  who: everySeat,

  run(said, scene, store) {
    const usual = said.filter?.outcome ? 'decided' : 'open';
    return listing('list', { ...said.filter, state: said.filter?.state ?? usual }, scene, store);
  },
});
