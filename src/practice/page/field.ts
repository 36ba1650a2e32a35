/** What may be entered in a form or pressed in a message, and how it is tied to what is said of it. */
import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types';

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory;

/** How the element is tied to its label and error, inside an input block. */
export interface Field {
  readonly id: string;
  readonly about: string | undefined;
  readonly invalid: boolean;
}
