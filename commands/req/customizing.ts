/** Customising is never decided: whoever says so hears the principle, and how the council alone can allow an exception. */
import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { type Outcome, spansOf } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';
import { type RequirementsMeant, requirementsNamed } from '../subjects/requirements.ts';

/** The requirements with these numbers, unless they were to be customised. */
export async function requirementsToDecide(
  said: { readonly ids: readonly number[]; readonly outcome: Outcome },
  scene: Scene,
  store: CouncilStore,
): Promise<About<RequirementsMeant>> {
  const meant = await requirementsNamed(said, scene, store);
  if ('refused' in meant || said.outcome !== 'exception') return meant;
  const ids = spansOf(said.ids)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');
  return { refused: whisper(text.principle, buttons({ label: text.raise, line: `/req raise ${ids}` })) };
}

const text = {
  principle: {
    ja: ja`『カスタマイズ』は決定として記録できません。本協議会はノンカスタマイズを原則としています。レベルアップ・代替案・運用見直し・稼働後検討をご検討ください。やむを得ない場合は、費用・終期・理由を添えて、協議会へ上申できます(協議会の議決が必要です)。`,
    en: en`“Customize” cannot be recorded as a decision: this council does not customise. Please consider levelup, alternative, operation or later. If there is no other way, it can be raised to the council, which votes on it, with its cost, an end date and the reason.`,
  },
  raise: { ja: ja`協議会へ上申する`, en: en`Raise it to the council` },
};
