/** Who of a body is expected elsewhere: in another body's meeting, or at a candidate of its open poll. */
import type { Engagement } from './bestDate.ts';
import { isOn, type Tenure } from './council.ts';
import type { Day } from './day.ts';
import { bodiesOf, type Meeting, type Slot } from './meeting.ts';
import { candidatesOf, type Poll } from './poll.ts';

/** What the people of these bodies have on these days already, its own meetings too. Who holds several seats sits in several. */
export function engagementsOf(
  asked: readonly string[],
  days: readonly Day[],
  tenures: readonly Tenure[],
  meetings: readonly Meeting[],
  polls: readonly Poll[],
): readonly Engagement[] {
  const wanted = new Set(days);
  const planned: { readonly bodies: readonly string[]; readonly slot: Slot; readonly at: Engagement['at'] }[] = [
    ...meetings
      .filter((one) => one.state === 'scheduled' && wanted.has(one.day))
      .map((one) => ({ bodies: bodiesOf(one), slot: one, at: { meeting: one.number } })),
    ...polls.flatMap((poll) =>
      candidatesOf(poll)
        .filter(({ slot }) => poll.state === 'open' && wanted.has(slot.day))
        .map(({ slot }) => ({ bodies: bodiesOf(poll), slot, at: { poll: poll.number } })),
    ),
  ];
  return planned.flatMap(({ bodies, slot, at }) => {
    const there = peopleOf(bodies, slot.day, tenures);
    return [...peopleOf(asked, slot.day, tenures)]
      .filter((person) => there.has(person))
      .map((person) => ({ person, slot, at }));
  });
}

function peopleOf(bodies: readonly string[], on: Day, tenures: readonly Tenure[]): ReadonlySet<number> {
  const attends = ({ seat }: Tenure): boolean =>
    (seat.role === 'member' || seat.role === 'lead') && bodies.includes(seat.body);
  return new Set(tenures.filter((one) => isOn(one, on) && attends(one)).map((one) => one.person));
}
