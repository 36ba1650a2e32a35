/** `/req forget 読取設定3`: what was said of such sheets is not used any more, until it is brought back. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import { sameKind } from '../../src/domain/sheetProfile.ts';
import type { PastProfile } from '../../src/store/council/sheetProfiles.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { profileNumber } from '../arguments/numbers.ts';
import { vendorNames } from './profiles.ts';
import { profileText as text } from './profileText.ts';

export const reqForget = subcommand({
  name: 'forget',
  alias: ['読取設定削除', '読取設定取消', '忘れる'],
  summary: { ja: ja`記憶した列・記号の読み方を忘れます`, en: en`Forget what was remembered of columns and marks` },
  effect: 'act',
  args: z.object({ profile: profileNumber }),
  examples: ['読取設定3', '3'],
  about: ({ profile }, _scene, store) => profileMeant(profile, store),
  who: secretariat,

  async run(_said, { subject, now, person }, store): Promise<Reply> {
    const { id, forgottenAt } = subject;
    if (forgottenAt !== undefined) return whisper(text.forgottenBefore({ ...subject, forgottenAt }));
    await store.sheetProfiles.forget(subject, { at: now, person: person.id });
    return {
      ...whisper(
        text.forgotten(subject, await vendorNames(store)),
        buttons({ label: text.bringBack, line: `/req undo 読取設定${id}` }),
      ),
      done: [`profile:${id}`],
    };
  },
});

export async function profileMeant(id: number, store: CouncilStore): Promise<About<PastProfile>> {
  const found = await store.sheetProfiles.byId(id);
  return found ? { subject: found } : { refused: whisper(text.unknown(id)) };
}

/** Uses again what was forgotten; a newer word on such sheets goes before it. */
export async function bringBack(profile: PastProfile, store: CouncilStore): Promise<Reply> {
  const { id, forgottenAt } = profile;
  if (forgottenAt === undefined) return whisper(text.notForgotten(id));
  const standing = (await store.sheetProfiles.all()).find((one) => sameKind(one, profile));
  if (standing && standing.id > id) return whisper(text.newer(id, standing.id));
  await store.sheetProfiles.restore(profile);
  return { ...whisper(text.broughtBack(profile, await vendorNames(store))), done: [`profile:${id}`] };
}
