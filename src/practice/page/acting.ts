/** What an element needs to act: whose block it stands in, what is entered, and what a press does. */
import type { KnownBlock } from '@slack/types';
import { createContext } from 'react';
import type { Entered } from '../entered.ts';

export type Value = Entered[string];

export interface Acting {
  readonly as: string;
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** What is entered so far, by `block_id/action_id`. */
  readonly entered: Entered;
  /** Errors by block. */
  readonly errors: Readonly<Record<string, string>>;
  enter(key: string, value: Value): void;
  /** Tells the app of a press or choice, with everything entered. */
  act(key: string, value?: Value): void;
}

export const ActingContext = createContext<Acting>({
  as: '',
  users: [],
  channels: [],
  entered: {},
  errors: {},
  enter: () => {},
  act: () => {},
});

/** `block_id/action_id`. */
export const keyOf = (block: KnownBlock, element: { action_id?: string | undefined }): string =>
  `${block.block_id}/${element.action_id}`;
