/** Councils in a database of their own, for the tests of what is remembered; and rows of requirements to import. */
import type { CouncilFile } from '../../src/council/shape.ts';
import { day, type Instant, instantAt } from '../../src/domain/day.ts';
import type { Extent, ImportedRequirement } from '../../src/domain/importing.ts';
import type { NewDecision } from '../../src/store/council/decisions.ts';
import { saveCouncilFile } from '../../src/store/council/file.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** A Monday, 10:00 in Japan. */
export const TODAY = day('2026-06-01');
export const NOW = instantAt(TODAY, 10 * 60);

export interface Remembered {
  readonly database: TestDatabase;
  readonly store: Store;
  close(): Promise<void>;
}

/** A database that holds these councils. */
export async function remembered(...councils: readonly CouncilFile[]): Promise<Remembered> {
  const database = await testDatabase();
  const store = openStore(database.pool);
  for (const one of councils) await apply(store, one);
  return {
    database,
    store,
    async close() {
      await store.close();
      await database.close();
    },
  };
}

export const apply = (store: Store, council: CouncilFile, at = NOW): Promise<void> =>
  store.client.$transaction((tx) => saveCouncilFile(tx, council, at), { timeout: 60_000 });

/** A requirement of 介護保険 as a workbook has it. */
export const row = (n: number, rest: Partial<ImportedRequirement> = {}): ImportedRequirement => ({
  system: 'kaigo',
  functionId: `17${String(n).padStart(5, '0')}`,
  itemNo: `${n}`,
  category: ['資格管理', '被保険者', '異動'],
  text: `被保険者の異動を一覧で確認できること(${n})`,
  class: 'mandatory',
  convenience: false,
  cost: undefined,
  alternative: undefined,
  remarks: undefined,
  marks: [],
  ...rest,
});

export const rows = (count: number, rest?: Partial<ImportedRequirement>): ImportedRequirement[] =>
  Array.from({ length: count }, (_, i) => row(i + 1, rest));

/** Imports these rows as a part into the sample council, or another. */
export const importRows = (store: Store, list: readonly ImportedRequirement[], council = 'ibaraki') =>
  importFile(store, list, { council });

/** Imports these rows as they are said to be. */
export const importFile = (
  store: Store,
  list: readonly ImportedRequirement[],
  { council = 'ibaraki', extent = 'part', at = NOW }: { council?: string; extent?: Extent; at?: Instant } = {},
) => store.act(council, (acting) => acting.importing.apply(list, { name: '要件一覧.xlsx', sha256: '', at, extent }));

/** A decision of the lead of 介護保険WG as it is recorded outside of meetings. */
export const decidedBy = (person: number): Omit<NewDecision, 'numbers'> => ({
  outcome: 'standard',
  note: undefined,
  level: 'agreed',
  basis: { kind: 'provisional' },
  body: 'kaigo',
  at: NOW,
  on: TODAY,
  by: { person, seat: 'kaigo:lead', municipality: '082261' },
  onBehalf: false,
});
