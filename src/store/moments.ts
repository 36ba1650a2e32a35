/** Between the database's values and the domain's: instants are `Date`s there, days are text. */
import { type Day, day, type Instant, instant } from '../domain/day.ts';

export const toInstant = (at: Date): Instant => instant(at.getTime());
export const toDate = (at: Instant): Date => new Date(at);
export const toDay = (written: string): Day => day(written);
export const optional = <A, B>(value: A | null, read: (value: A) => B): B | undefined =>
  value === null ? undefined : read(value);
