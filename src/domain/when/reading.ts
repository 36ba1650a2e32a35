/** What the readers of dates answer: a meaning, a refusal that names what was wrong, or that no date stands there. */
import type { Day, Minute, Weekday } from '../day.ts';
import type { Era } from '../era.ts';

/** A day with the time at which something starts and ends on it; no end without a start. */
export interface When {
  readonly day: Day;
  readonly start?: Minute;
  readonly end?: Minute;
}

export type Reading<Meant extends { readonly day: Day }> =
  | {
      readonly read: Meant;
      /** How far the phrase reaches, in UTF-16 units of the line as typed. */
      readonly length: number;
      readonly notes: readonly WhenNote[];
    }
  | { readonly unclear: WhenProblem }
  /** The line does not begin with a date. */
  | { readonly none: true };

export type WhenReading = Reading<When>;
export type DayReading = Reading<{ readonly day: Day }>;

/**
 * What is worth telling of a date that was understood. `laterYear`: not the coming such month and day, because only
 * there the weekday agrees or the day exists. `holidaysPredicted`: business days were counted beyond the officially
 * fixed holidays.
 */
export type WhenNote = 'laterYear' | 'holidaysPredicted';

/** Why a phrase was refused, with the words and what may have been meant. */
export type WhenProblem = Wrong & {
  /** The words that were not clear, as typed. */
  readonly typed: string;
};

export type Wrong = {
  /** What may have been meant, likeliest first; empty where there is nothing to offer. */
  readonly nearest: readonly When[];
} & (
  | {
      readonly kind: /** The calendar has none: 2/30, 13/1, a fifth Tuesday. */
        | 'noSuchDay'
        /** The clock has none: 25時, 14:60. */
        | 'noSuchTime'
        /** It ends before it starts, or at once. */
        | 'endBeforeStart'
        /** An era's years begin with 元年. */
        | 'eraYearZero'
        /** More than one day: 来週, 6月上旬. */
        | 'manyDays'
        /** Two meanings at least: 26/6/12, 2時 (午前 or 午後), 金曜 on a Friday. */
        | 'ambiguous'
        /** What follows the date still looks like a date or time, or makes it vague: 6/12か6/13, 14時ごろ. */
        | 'notUnderstood';
    }
  /** `day` falls on another weekday than was said. */
  | { readonly kind: 'weekdayContradicts'; readonly day: Day; readonly said: Weekday }
  /** `day` lies in another era than was said: 平成31年5月1日. */
  | { readonly kind: 'eraContradicts'; readonly day: Day; readonly said: Era }
  /** Understood, but over. */
  | { readonly kind: 'past'; readonly day: Day }
);

/** What a notation means: the day, and further ones that it may mean if only their weekday agrees; or what is wrong. */
export type DayMeaning =
  | { readonly days: readonly [Day, ...Day[]]; readonly notes?: readonly WhenNote[] }
  | { readonly wrong: Wrong };

export const onDay = (day: Day, ...notes: WhenNote[]): DayMeaning => ({ days: [day], notes });

export const refused = (
  kind: Exclude<Wrong['kind'], 'weekdayContradicts' | 'eraContradicts' | 'past'>,
  nearest: readonly Day[] = [],
): DayMeaning => ({ wrong: { kind, nearest: nearest.map((day) => ({ day })) } });
