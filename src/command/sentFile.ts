/** A file that somebody gave to a form: named by its id until its bytes are fetched. */

export type Fetched =
  | { readonly name: string; readonly bytes: Uint8Array }
  /** It is larger than it may be, lies outside Slack, or could not be fetched. */
  | { readonly refused: 'tooLarge' | 'elsewhere' | 'unreached' };

/** Fetches a file by its id. */
export type FetchFile = (id: string) => Promise<Fetched>;
