/** What differs in the user group of a body. */
import type { Differences } from './differences.ts';
import { type People, usersOf } from './people.ts';
import type { CouncilSide, SlackSide, WantedBody } from './sides.ts';

export function inGroup(
  { body, group }: WantedBody,
  council: CouncilSide,
  slack: SlackSide,
  people: People,
): Differences {
  if (!group || !slack.groups) return { changes: [], concerns: [] };
  const users = usersOf(body, council, slack, people);
  const own = council.groups.get(body);
  const found = slack.groups.find((one) => one.id === own);
  const { handle, name } = group;
  if (!found && slack.groups.some((one) => one.handle === handle))
    return { changes: [], concerns: [{ kind: 'handleTaken', body, handle }] };
  const before = found && !found.disabled ? found.members.toSorted() : [];
  // Slack keeps no group without people.
  if (users.length === 0)
    return {
      changes: found && !found.disabled ? [{ kind: 'groupOff', body, handle, name, group: found.id, before }] : [],
      concerns: [],
    };
  const same = found && !found.disabled && users.join() === before.join();
  return {
    changes: same ? [] : [{ kind: 'group', body, handle, name, group: found?.id, users, before }],
    concerns: [],
  };
}
