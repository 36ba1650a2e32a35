/** What may be wrong in a council's file, before and after its place in the text is looked up. */
import type { Text } from '../text/text.ts';

export type Path = readonly (string | number)[];

/** Something wrong at a path; at the key itself where `atKey` is set, else at what is written there. */
export interface Finding {
  readonly path: Path;
  readonly atKey?: boolean;
  readonly expected: Text;
}

/** Something wrong at a place. Lines and columns count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** `bodies[3].members.那珂市[0].from` */
  readonly path: string;
  readonly expected: Text;
}

export const pathText = (path: Path): string =>
  path.reduce<string>((out, step) => {
    if (typeof step === 'number') return `${out}[${step}]`;
    return out ? `${out}.${step}` : step;
  }, '');
