/** 庁内決裁: where a municipality's own approval of its answer to a circulation stands: being drafted, or approved on a day. */
import type { Day, Instant } from './day.ts';

/** 起案中, 決裁済 */
export type OfficeState = 'drafted' | 'approved';

export interface OfficeApproval {
  readonly municipality: string;
  /** 'undo' takes the municipality's last word on it back. */
  readonly state: OfficeState | 'undo';
  /** The day of the approval. */
  readonly on: Day | undefined;
  readonly at: Instant;
  readonly person: number;
  /** The seat that says so; the secretariat's where it entered it (代行入力). */
  readonly seat: string;
  readonly source: string | undefined;
}

/** Why a day cannot be that of the approval. */
export type OfficeDayRefusal = 'future' | 'beforePosted';

/** An office approves after it was asked, and says so after it has. */
export function refusedDay(on: Day, posted: Day, today: Day): OfficeDayRefusal | undefined {
  if (on > today) return 'future';
  return on < posted ? 'beforePosted' : undefined;
}
