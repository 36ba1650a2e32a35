/** Which requirements are meant: by number, wherever one types; unknown numbers are refused with the nearest. */

import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { bodyOfAll } from '../../src/domain/decide.ts';
import type { Decidable } from '../../src/domain/requirement.ts';
import { spansOf } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import { bodyText } from './bodies.ts';

export interface RequirementsMeant {
  readonly requirements: readonly Decidable[];
  /** The body responsible for all of them. */
  readonly body: string;
}

/** The requirements with these numbers, of one body unless several may be, locked until the act ends. */
export async function requirementsNamed(
  { ids, several = false }: { readonly ids: readonly number[]; readonly several?: boolean },
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
): Promise<About<RequirementsMeant>> {
  const requirements = await store.decisions.lock(ids);
  const known = new Set(requirements.map((one) => one.number));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) return { refused: whisper(await unknownNumbers(missing, store)) };
  const found = bodyOfAll(requirements);
  if (several) return { subject: { requirements, body: requirements[0]?.body ?? '' } };
  if ('body' in found) return { subject: { requirements, body: found.body } };
  const list = [...found.byBody].map(([body, all]) => text.bodyNumbers(bodyText(chart, body), numbersText(all)));
  return { refused: whisper(text.severalBodies(listed(list, same(' / ')))) };
}

/** What is said of numbers that do not exist. */
export async function unknownNumbers(missing: readonly number[], store: CouncilStore): Promise<Text> {
  const [first, ...others] = missing;
  const meant = first === undefined || others.length > 0 ? [] : await store.requirements.withFunctionId(first);
  if (first !== undefined && meant.length > 0) return text.isFunctionId(first, numbersText(meant));
  const near = first === undefined ? [] : await store.requirements.nearest(first);
  return text.unknown(numbersText(missing), near);
}

/** `1201-1215、1220` */
export const numbersText = (numbers: readonly number[]): Text => {
  const spans = spansOf(numbers).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return { ja: ja`${spans.join('、')}`, en: en`${spans.join(', ')}` };
};

const text = {
  severalBodies: (list: Text): Text => ({
    ja: ja`複数のWGの要件が含まれているため、まとめて決定できません。WGごとに分けてご入力ください(${list})。`,
    en: en`The requirements belong to several working groups; please decide them group by group (${list}).`,
  }),

  bodyNumbers: (body: Text, numbers: Text): Text => ({ ja: ja`${body}:${numbers}`, en: en`${body}: ${numbers}` }),

  isFunctionId: (id: number, numbers: Text): Text => ({
    ja: ja`要件${id}は登録されていません。機能IDが${id}の要件は、要件${numbers}です。`,
    en: en`Requirement ${id} is not known. The function ID ${id} is that of requirement ${numbers}.`,
  }),

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
