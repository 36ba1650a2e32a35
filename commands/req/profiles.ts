/** `/req profiles`: what is remembered of sheets' columns and marks, each with a button that forgets it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import { fold } from '../../src/domain/fold.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, note, rows } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { listFilter } from '../arguments/filter.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { profileText as text } from './profileText.ts';

const filter = listFilter<'all'>({
  label: { ja: ja`すべて、ベンダ名・シート名、p2`, en: en`all; vendor or sheet; p2` },
  states: [{ value: 'all', words: ['すべて', '全て', '全件'] }],
});

export const reqProfiles = subcommand({
  name: 'profiles',
  alias: ['読取設定', '読取設定一覧', '読み取り設定'],
  summary: {
    ja: ja`取込で記憶した、列・記号の読み方を一覧にします`,
    en: en`List what imports remember of columns and marks`,
  },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', 'A社'],
  about: aboutNothing,
  who: secretariat,

  async run({ filter: said }, { today }, store): Promise<Reply> {
    const vendors = await vendorNames(store);
    const wanted = fold(said?.name ?? '');
    const all = (await store.sheetProfiles.all()).filter(({ vendor = '', sheet }) =>
      [vendors.get(vendor) ?? '', sheet].some((one) => fold(one).includes(wanted)),
    );
    const page = said?.page;
    const shown = all.toReversed().slice(fromOf(page), fromOf(page) + PAGE);
    if (all.length === 0)
      return whisper(text.title(0), note(said?.name === undefined ? text.none.slack : text.noneSuch));
    return whisper(
      text.title(all.length),
      rows(shown.map((one) => text.row(one, vendors, today))),
      note(text.how('slack')),
      buttons(...shown.map((one) => ({ label: text.forget(one.id), line: `/req forget 読取設定${one.id}` }))),
      ...paging(all.length, page, ['/req profiles', said?.name ?? ''].join(' ').trimEnd()),
    );
  },
});

/** By slug. */
export const vendorNames = async (store: CouncilStore): Promise<ReadonlyMap<string, string>> =>
  new Map((await store.sources()).vendors.map((one) => [one.slug, one.name]));
