/** Which requirements are meant: by number, wherever one types; unknown numbers are refused with the nearest. */

import { whisper } from '../../src/command/reply.ts';
import type { About } from '../../src/command/subcommand.ts';
import type { Decidable } from '../../src/domain/requirement.ts';
import { spansOf } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

export interface RequirementsMeant {
  readonly requirements: readonly Decidable[];
  /** The body responsible for the first; deciding refuses where there are several. */
  readonly body: string;
}

/** The requirements with these numbers, locked until the act ends. */
export async function requirementsNamed(
  { ids }: { readonly ids: readonly number[] },
  store: CouncilStore,
): Promise<About<RequirementsMeant>> {
  const requirements = await store.decisions.lock(ids);
  const known = new Set(requirements.map((one) => one.number));
  const missing = ids.filter((id) => !known.has(id));
  const [first] = requirements;
  if (missing.length > 0 || !first) return { refused: whisper(await unknownNumbers(missing, store)) };
  return { subject: { requirements, body: first.body } };
}

/** What is said of numbers that do not exist. */
export async function unknownNumbers(missing: readonly number[], store: CouncilStore): Promise<Text> {
  const near = missing[0] === undefined ? [] : await store.requirements.nearest(missing[0]);
  return text.unknown(numbersText(missing), near);
}

/** `1201-1215、1220` */
export const numbersText = (numbers: readonly number[]): Text => {
  const spans = spansOf(numbers).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return { ja: ja`${spans.join('、')}`, en: en`${spans.join(', ')}` };
};

const text = {
  unknown: (missing: Text, near: readonly number[]): Text =>
    near.length === 0
      ? {
          ja: ja`要件${missing}は登録されていません。要件がまだ取り込まれていないようです。事務局へご確認ください。`,
          en: en`Requirement ${missing} is not known. The requirements seem not to be imported yet; please ask the secretariat.`,
        }
      : {
          ja: ja`要件${missing}は登録されていません。近い番号は ${near.join('、')} です。`,
          en: en`Requirement ${missing} is not known. The nearest are ${near.join(', ')}.`,
        },
};
