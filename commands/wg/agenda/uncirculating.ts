/** An agenda that went to circulation comes back: its circulations are withdrawn while nobody has answered them. */
import type { Scene } from '../../../src/command/scene.ts';
import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import { lastOfEach } from '../../../src/domain/circulation.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import type { AgendaStep } from '../../../src/store/council/agendas.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';

/** The circulations of these entries, or why they stay; they are locked until the act ends. */
export async function circulationsBack(
  circulated: readonly { readonly entry: AgendaEntry; readonly step: AgendaStep }[],
  { chart }: Pick<Scene, 'chart'>,
  store: CouncilStore,
): Promise<{ readonly numbers: readonly number[] } | { readonly refused: Text }> {
  const numbers: number[] = [];
  for (const { entry, step } of circulated) {
    const of = await store.circulations.ofRequirement(entry.requirements[0] ?? 0);
    const found = of.find((one) => one.body === entry.body && one.postedAt === step.at);
    if (!found) throw new Error(`entry ${entry.number} of ${entry.body} went to no circulation`);
    numbers.push(found.number);
  }
  await store.circulations.lock(numbers);
  for (const number of numbers) {
    const found = await store.circulations.byNumber(number);
    if (!found || found.ended?.how === 'withdrawn') continue;
    const answered = [...lastOfEach(await store.circulations.positions(number)).keys()];
    const names = answered.map((code) => municipalityOf(chart, code)?.name ?? code).join('・');
    if (answered.length > 0) return { refused: text.answered(number, names) };
    if (found.ended) return { refused: text.over(number) };
  }
  return { numbers };
}

/** Their messages say so; what was withdrawn before stays as it is. */
export async function withdraw(
  numbers: readonly number[],
  { now, person }: Pick<Scene, 'now' | 'person'>,
  store: CouncilStore,
): Promise<string[]> {
  for (const number of numbers) {
    const found = await store.circulations.byNumber(number);
    if (found && !found.ended)
      await store.circulations.end(number, { how: 'withdrawn', at: now, decision: undefined }, person.id);
  }
  return numbers.map((number) => `circulation:${number}`);
}

const text = {
  answered: (number: number, names: string): Text => ({
    ja: ja`持ち回り審議P${number}に${names}がすでに回答しているため、元に戻せません。取りやめる場合は「/req 提案取下げ P${number}」とご入力ください(回答は記録に残ります)。`,
    en: en`${names} answered circulation P${number} already, so it stays. To end it, type “/req cancel P${number}”; the answers stay on record.`,
  }),
  over: (number: number): Text => ({
    ja: ja`持ち回り審議P${number}は終わっているため、元に戻せません。`,
    en: en`Circulation P${number} is over, so it cannot be taken back.`,
  }),
};
