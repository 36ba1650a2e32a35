/**
 * What is remembered, in words of the domain. Two doors: `council(id)` for everything of one council, and the small,
 * named `across` for what has no council yet (identity, the outbox, the ledger).
 */
export type Store = { readonly council: (id: string) => CouncilStore };
export type CouncilStore = object;
