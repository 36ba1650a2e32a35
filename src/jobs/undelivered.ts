/** The section of the digest that tells the secretariat what could not be delivered, each day until it is seen to. */
import { type Chart, rolesOn } from '../domain/council.ts';
import type { Day, Instant } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { CouncilStore } from '../store/store.ts';
import { buttons, heading, line, type Part } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

/** How much could not be delivered, by person of the secretariat. */
export async function undeliveredFor(
  council: CouncilStore,
  chart: Chart,
  today: Day,
  now: Instant,
  heardBy: (person: number) => number,
): Promise<Map<number, number>> {
  const { failed } = (await council.health(now)).queue;
  if (failed === 0) return new Map();
  const people = [...groups(await council.tenuresOn(today), (one) => one.person)]
    .filter(([, mine]) => rolesOn(mine, chart, today).some((one) => one.as === 'secretariat'))
    .map(([person]) => heardBy(person));
  return new Map(people.map((person) => [person, failed]));
}

export const undeliveredParts = (failed: number, council: string): Part[] =>
  failed === 0
    ? []
    : [heading(text.title), line(text.count(failed)), buttons({ label: text.look, line: '/council health', council })];

const text = {
  title: { ja: ja`不達のお知らせ`, en: en`Undelivered` },
  count: (n: number): Text => ({
    ja: ja`お届けできなかったお知らせが${n}件あります。宛先の状態をご確認ください。`,
    en: en`${n} messages could not be delivered. Please check where they should have gone.`,
  }),
  look: { ja: ja`一覧を表示`, en: en`Show them` },
} as const;
