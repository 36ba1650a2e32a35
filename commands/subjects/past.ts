/** How far back a joiner reads: earlier decisions only from a day on, where the secretariat has set one. */
import type { Scene } from '../../src/command/scene.ts';
import { isJoining, municipalityOf } from '../../src/domain/council.ts';
import { type Day, dayAt, type Instant } from '../../src/domain/day.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { officialDay } from '../../src/text/dates.ts';
import { note, type Part } from '../../src/text/message.ts';
import { en, ja } from '../../src/text/text.ts';

/** The first day that the asker reads; undefined: everything. Whoever also sits for a member reads everything. */
export async function readsFrom(
  { roles, chart }: Pick<Scene, 'roles' | 'chart'>,
  store: CouncilStore,
): Promise<Day | undefined> {
  const codes = [...new Set(roles.map((role) => role.municipality))];
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0 || !isJoining(municipalityOf(chart, only)?.kind)) return undefined;
  return store.joinings.past(only);
}

/** What stands is read whenever it was decided; of the rest, what is from that day on. */
export const readable = (one: { readonly at: Instant }, stands: boolean, from: Day | undefined): boolean =>
  stands || from === undefined || dayAt(one.at) >= from;

/** That something earlier is left out. */
export const earlierLeftOut = (hidden: number, from: Day | undefined): Part[] =>
  hidden === 0 || from === undefined
    ? []
    : [
        note({
          ja: ja`${officialDay(from)}より前の経過は、表示していません。必要な場合は、事務局へお問い合わせください。`,
          en: en`What came before ${officialDay(from)} is left out. Please ask the secretariat where you need it.`,
        }),
      ];
