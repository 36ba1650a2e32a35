/** Whose matter a message is: the bodies of the meeting, date poll or circulation that it speaks of, by what names it. */
import { bodiesOf } from '../domain/meeting.ts';
import type { Claimed } from '../store/outgoing.ts';
import type { CouncilStore } from '../store/store.ts';

/** `ibaraki/poll:3:nudge:…`; what is said of a circulation goes by several names. */
const NAMED = /^(?:[^/:]+\/)?(?<kind>circulation|entered|drafted|taken back|meeting|minutes|poll):(?<number>\d+)/u;

/** None where it speaks of several things, such as a digest, or of none that is a body's. */
export async function mattersOf(
  { key, surface }: Pick<Claimed, 'key' | 'surface'>,
  council: CouncilStore,
): Promise<readonly string[]> {
  const { kind = '', number = '' } = NAMED.exec(surface ?? key)?.groups ?? {};
  if (kind === '') return [];
  if (kind === 'poll') return bodies(await council.polls.byNumber(Number(number)));
  if (kind === 'meeting' || kind === 'minutes') return bodies(await council.meetings.byNumber(Number(number)));
  const circulation = await council.circulations.byNumber(Number(number));
  return circulation ? [circulation.body] : [];
}

const bodies = (found: Parameters<typeof bodiesOf>[0] | undefined): readonly string[] => (found ? bodiesOf(found) : []);
