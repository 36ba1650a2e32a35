/**
 * What a job is: when it is due, and what it would send.
 *
 * A job plans and never sends; the ledger decides what is due, and delivery claims each key once.
 */
import type { CatchUp } from '../domain/catchUp.ts';
import type { Instant } from '../domain/day.ts';
import type { CouncilStore, Store } from '../store/store.ts';
import type { JobName } from '../text/jobs.ts';
import type { Post } from '../text/post.ts';

export interface Job {
  /** `digest`; also the name in the ledger. */
  readonly name: JobName;
  /** The instants at which it was or is due, later than `after` and not later than `until`, in order. */
  due(after: Instant, until: Instant): readonly Instant[];
  /** What becomes of the times that were missed. */
  readonly catchUp: CatchUp;
  /** It waits for a server of somebody else's: it has a stride of its own, so that no other job waits with it. */
  readonly apart?: true;
  /** What is to be sent for this occurrence, council after council; keys make a repeat harmless. Whoever waits ends with `ending`. */
  plan(due: Instant, store: Store, ending?: AbortSignal): AsyncIterable<Planned>;
}

export interface Planned {
  readonly councilId: string;
  readonly posts: readonly Post[];
  /** What is recorded in the transaction that writes the posts, and what is told of it. */
  readonly carry?: (store: CouncilStore) => Promise<Carried>;
}

export interface Carried {
  readonly posts: readonly Post[];
  /** Keys of surfaces that read differently since. */
  readonly refresh: readonly string[];
}

/** What there is to tell, once what is to be recorded was. */
export async function carried({ posts, carry }: Planned, store: CouncilStore): Promise<Carried> {
  const more = await carry?.(store);
  return { posts: [...posts, ...(more?.posts ?? [])], refresh: more?.refresh ?? [] };
}
