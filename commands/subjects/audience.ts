/** What may be shown where, and to whom: both the person and everyone in the channel may see what is shown. */
import type { Scene } from '../../src/command/scene.ts';
import { type Audience, audienceOf, type Guarded, maySee } from '../../src/domain/audience.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import { note, type Part } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';

type Here = Pick<Scene, 'roles' | 'chart' | 'place'>;

const own = ({ roles, chart }: Here): Audience =>
  audienceOf(roles.map((role) => municipalityOf(chart, role.municipality)?.kind));

/** Whether this may be shown here to the one who asks. */
export const mayShow = (scene: Here, what: Guarded): boolean =>
  maySee(own(scene), what) && (!scene.place.mapped || maySee(scene.place.mapped.audience, what));

/** What is said where any of these is left out: that it is shown in private, or to whom it is. */
export function leftOut(scene: Here, ...whats: readonly Guarded[]): Part[] {
  const hidden = whats.filter((what) => !mayShow(scene, what));
  if (hidden.length === 0) return [];
  return [note(hidden.some((what) => maySee(own(scene), what)) ? text.privately : text.elsewhere)];
}

const text = {
  elsewhere: {
    ja: ja`ベンダ回答と費用は、構成団体の方のみご覧いただけます。`,
    en: en`Vendor answers and costs are shown to the member municipalities alone.`,
  },
  privately: {
    ja: ja`このチャンネルには構成団体以外の方がいるため、ベンダ回答と費用の一部を表示していません。Renkeiとのダイレクトメッセージでご覧いただけます。`,
    en: en`This channel has people from outside the member municipalities, so some vendor answers and costs are left out. You can see them in a direct message with Renkei.`,
  },
};
