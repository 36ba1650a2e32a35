/** Faults: what should never happen. The asker gets a short code; the log gets where it happened, never what was said. */
import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another over the telephone. */
const LETTERS = 'ACDEFHJKLMNPQRTUVWXY3479';

/** `E-7K3Q` */
export const faultCode = (): string =>
  `E-${Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

/** A fault for the log: its kind, its code and its frames. Messages may repeat what people wrote, and are left out. */
export interface Told {
  readonly name: string;
  readonly code?: string;
  /** Only of those that the engine itself words. */
  readonly message?: string;
  readonly frames: readonly string[];
  readonly cause?: Told;
}

export function told(fault: unknown): Told {
  if (!(fault instanceof Error)) return { name: typeof fault, frames: [] };
  const { code } = fault as { code?: unknown };
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: fault.name,
    ...(typeof code === 'string' && { code }),
    ...((fault instanceof TypeError || fault instanceof ReferenceError) && { message: fault.message }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(fault.cause !== undefined && { cause: told(fault.cause) }),
  };
}
