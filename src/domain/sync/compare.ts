/**
 * What differs between Slack and the council: both as values in, the differences out. What can be done is told apart from what
 * a human has to do in Slack; once all that can be done was done, the next comparison finds nothing more to do.
 */
import { groups } from '../groups.ts';
import { inChannels } from './channels.ts';
import { CHANGES, CONCERNS, type Concern, type Differences } from './differences.ts';
import { peopleOf, withoutAccount } from './people.ts';
import type { CouncilSide, SlackSide } from './sides.ts';
import { inGroup } from './userGroups.ts';

export function compare(council: CouncilSide, slack: SlackSide): Differences {
  const people = peopleOf(council);
  const found = council.bodies.flatMap((wanted) => [
    inChannels(wanted, council, slack, people),
    inGroup(wanted, council, slack, people),
  ]);
  const concerns = [...together(found.flatMap((one) => one.concerns)), ...withoutAccount(council, slack, people)];
  const changes = found.flatMap((one) => one.changes);
  const byKind = <One extends { kind: string }>(list: readonly One[], order: readonly string[]): One[] =>
    list.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { changes: byKind(changes, CHANGES), concerns: byKind(concerns, CONCERNS) };
}

/** A stranger, or a guest who is to leave, is one concern, wherever they are met. */
function together(concerns: readonly Concern[]): Concern[] {
  const strangers = concerns.filter((one) => one.kind === 'stranger');
  const guests = concerns.filter((one) => one.kind === 'guest');
  return [
    ...concerns.filter((one) => one.kind !== 'stranger' && one.kind !== 'guest'),
    ...[...groups(guests, (one) => one.person)].map(
      ([person, met]): Concern => ({ kind: 'guest', person, channels: met.flatMap((one) => one.channels) }),
    ),
    ...[...groups(strangers, (one) => one.account)].map(
      ([account, met]): Concern => ({ kind: 'stranger', account, channels: met.flatMap((one) => one.channels) }),
    ),
  ];
}
