/** `/req forget 読取設定3`: what was said of such sheets is not used any more, until it is brought back. */

import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import { dayAt } from '../../src/domain/day.ts';
import { sameKind } from '../../src/domain/sheetProfile.ts';
import type { ForgettingBy, PastProfile } from '../../src/store/council/sheetProfiles.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons } from '../../src/text/message.ts';
import type { Place } from '../../src/text/place.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { profileNumber } from '../arguments/numbers.ts';
import { vendorNames } from './profiles.ts';
import { profileText as text } from './profileText.ts';

export const reqForget = subcommand({
  name: 'forget',
  alias: ['読取設定削除', '読取設定取消'],
  summary: { ja: ja`記憶した列・記号の読み方を削除します`, en: en`Forget what was remembered of columns and marks` },
  effect: 'act',
  args: z.object({ profile: profileNumber }),
  examples: ['読取設定3', '3'],
  about: ({ profile }, _scene, store) => profileMeant(profile, store),
  who: secretariat,

  async run(_said, { subject, now, person }, store): Promise<Reply> {
    const result = await forgetProfile(subject, { at: now, person: person.id, place: 'slack' }, store);
    if ('refused' in result) return whisper(result.refused);
    const undo = { label: text.bringBack, line: `/req undo 読取設定${subject.id}` };
    return { ...whisper(result.told, buttons(undo)), done: [`profile:${subject.id}`] };
  },
});

type Changed = { readonly told: Text } | { readonly refused: Text };

export async function profileMeant(id: number, store: CouncilStore): Promise<About<PastProfile>> {
  const found = await store.sheetProfiles.byId(id);
  return found ? { subject: found } : { refused: whisper(text.unknown(id, 'slack')) };
}

export async function forgetProfile(
  profile: PastProfile,
  { place, ...by }: ForgettingBy & { readonly place: Place },
  store: CouncilStore,
): Promise<Changed> {
  const { forgottenAt } = profile;
  if (forgottenAt !== undefined)
    return { refused: text.forgottenBefore({ ...profile, forgottenAt }, place, dayAt(by.at)) };
  await store.sheetProfiles.forget(profile, by);
  return { told: text.forgotten(profile, await vendorNames(store)) };
}

/** Uses again what was forgotten; a newer word on such sheets goes before it. */
export async function bringBack(profile: PastProfile, place: Place, store: CouncilStore): Promise<Changed> {
  const { id, forgottenAt } = profile;
  if (forgottenAt === undefined) return { refused: text.notForgotten(id, place) };
  const standing = (await store.sheetProfiles.all()).find((one) => sameKind(one, profile));
  if (standing && standing.id > id) return { refused: text.newer(id, standing.id) };
  await store.sheetProfiles.restore(profile);
  return { told: text.broughtBack(profile, await vendorNames(store)) };
}
