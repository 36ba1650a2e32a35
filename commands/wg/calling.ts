/** What those who call a meeting, or ask for its day, have at hand. */
import type { Scene } from '../../src/command/scene.ts';
import type { Admitted } from '../../src/command/who.ts';

/** What is said of a meeting besides its time. */
export interface Spot {
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly agenda: readonly string[];
}

export type CallingScene = Scene & Admitted & { readonly subject: { readonly bodies: readonly string[] } };
