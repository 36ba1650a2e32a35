/** A deadline on a closed day is taken, and the next business day offered: by the button the same is posted anew until then. */
import type { Scene } from '../../../src/command/scene.ts';
import { businessDayFrom, isBusinessDay } from '../../../src/domain/businessDay.ts';
import type { Circulation } from '../../../src/domain/circulation.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, line, type Part } from '../../../src/text/message.ts';
import { text } from './text.ts';

/** A plan's act. */
export const REPOST = 'req repost';

export interface RepostPlan {
  readonly number: number;
  readonly by: Day;
}

/** What is said of a deadline on a closed day, with the way to the next that is open. */
export async function onClosedDay(
  { number, deadline }: Circulation,
  { calendar, today, person, now }: Pick<Scene, 'calendar' | 'today' | 'person' | 'now'>,
  store: CouncilStore,
): Promise<Part[]> {
  if (isBusinessDay(deadline, calendar)) return [];
  const by = businessDayFrom(deadline, calendar);
  const content: RepostPlan = { number, by };
  const id = await store.plans.keep({ act: REPOST, person: person.id, at: now, content });
  return [
    line(text.closedDay(deadline, by, today)),
    buttons({ label: text.repost(by, today), line: `/req proceed ${id}` }),
  ];
}
