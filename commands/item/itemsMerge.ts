/** What a 課題管理表 that is brought back would change and add, and which of its cells are not taken. */
import type { Brought, ItemCells } from '../../src/domain/itemMerge.ts';
import type { Correction } from '../../src/sheet/corrections.ts';

/** What a cell needs: to close an item for all who owe it, or to take others out, is more than to do so with one's own part. */
export type Act = 'close' | 'closeAll' | 'due' | 'passAll';

export interface ItemChange extends Brought {
  readonly number: number;
  readonly title: string;
  /** The item's version when this was shown. */
  readonly version: number;
  readonly seat: string;
  readonly words?: string;
}

export interface ItemAddition extends ItemCells {
  readonly body: string;
  readonly seat: string;
  readonly words?: string;
}

export interface ItemsMerge {
  readonly changes: readonly ItemChange[];
  readonly added: readonly ItemAddition[];
  /** The cells that are not taken, each with the reason. */
  readonly apart: readonly Correction[];
}
