/**
 * The scene of an act: who says it, in which seats, where, and when. Values only.
 *
 * The clock was read once, at the door; everything that happens in an act happens at its `now`.
 */

import type { Audience } from '../domain/audience.ts';
import type { OfficeCalendar } from '../domain/businessDay.ts';
import type { Chart, Role } from '../domain/council.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { Language } from '../text/text.ts';

export interface Scene {
  readonly council: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly language: Language;
  };
  readonly chart: Chart;
  readonly calendar: OfficeCalendar;
  readonly person: { readonly id: number; readonly name: string; readonly language: Language };
  /** What the person is today, the strongest role first. */
  readonly roles: readonly Role[];
  /** What who sits nowhere today is to be from the next switch on, as far as that is published: they may read, and no more. */
  readonly coming: readonly Role[];
  /** Where it was said. */
  readonly place: Place;
  /** Where HTTP is reachable from outside; undefined: nowhere. */
  readonly publicUrl: string | undefined;
  readonly now: Instant;
  readonly today: Day;
  /** The whole line as typed: `/req decide 1234 standard`. */
  readonly line: string;
}

export interface Place {
  readonly teamId: string;
  readonly channelId: string;
  /** The body and audience that the channel is mapped to. */
  readonly mapped: { readonly body: string; readonly audience: Audience } | undefined;
}

/** In which seat one acts, and whether for the one whose act it would be (代行). */
export interface Acting {
  readonly role: Role;
  readonly onBehalf: boolean;
}
