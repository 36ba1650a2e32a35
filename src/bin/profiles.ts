/** `renkei req profiles`: what imports remember of columns and marks; forgets one, or brings it back. */
import { bringBack, forgetProfile } from '../../commands/req/forget.ts';
import { vendorNames } from '../../commands/req/profiles.ts';
import { profileText } from '../../commands/req/profileText.ts';
import { dayAt, instant } from '../domain/day.ts';
import type { Store } from '../store/store.ts';
import { en, ja } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const readingProfiles: Errand = {
  name: 'req profiles',
  words: '[--forget N | --restore N] [--council ID]',
  summary: {
    ja: ja`取込で記憶した読取設定を一覧・削除します`,
    en: en`list or forget what imports remember of columns`,
  },
  async run(words) {
    const options = { forget: { type: 'string' }, restore: { type: 'string' }, council: { type: 'string' } } as const;
    const given = parsed(this, words, options, 0);
    if (!given) return 2;
    const { forget, restore, council } = given.values;
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      const written = forget ?? restore;
      return written === undefined ? list(store, id) : change(store, id, written, forget === undefined);
    });
  },
};

async function list(store: Store, id: string): Promise<number> {
  const council = store.council(id);
  const [all, vendors] = [await council.sheetProfiles.all(), await vendorNames(council)];
  const today = dayAt(instant(Date.now()));
  print(profileText.title(all.length));
  for (const one of all) print(profileText.row(one, vendors, today));
  print(all.length === 0 ? profileText.none.shell : profileText.how('shell'));
  return 0;
}

async function change(store: Store, council: string, written: string, back: boolean): Promise<number> {
  const number = Number(/\d+/.exec(written.normalize('NFKC'))?.[0] ?? 0);
  const at = instant(Date.now());
  return store.act(council, async (acting) => {
    const profile = await acting.sheetProfiles.byId(number);
    if (!profile) return refuse(profileText.unknown(number, 'shell'));
    const by = { at, person: undefined, place: 'shell' as const };
    const result = back ? await bringBack(profile, 'shell', acting) : await forgetProfile(profile, by, acting);
    if ('refused' in result) return refuse(result.refused);
    const line = `renkei req profiles --${back ? 'restore' : 'forget'} ${number}`;
    const act = back ? 'req undo' : 'req forget';
    await acting.audit.write({ by: undefined, onBehalf: false, at, act, line, subjects: [`profile:${number}`] });
    print(result.told);
    return 0;
  });
}
