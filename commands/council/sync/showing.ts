/** A comparison as it is shown: how many differences of each kind, then one by one, a page at a time. */
import type { Unread } from '../../../src/command/survey.ts';
import type { Chart } from '../../../src/domain/council.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { Day, Instant } from '../../../src/domain/day.ts';
import { groups } from '../../../src/domain/groups.ts';
import type { Change, Concern, Differences } from '../../../src/domain/sync/differences.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { type Button, buttons, heading, type Message, note, type Part, rows } from '../../../src/text/message.ts';
import { same, type Text } from '../../../src/text/text.ts';
import { fromOf, PAGE, paging } from '../../paging.ts';
import { whyNot } from './errors.ts';
import { differenceText, kindCount, kindText, type Names, text } from './text.ts';

/** A plan's act. */
export const SYNC = 'council sync';

/** What was shown, and is done exactly so. */
export interface SyncPlan extends Differences {
  readonly unread: readonly Unread[];
  /** Of the council's side, as it was. */
  readonly fingerprint: string;
  /** So many channels of other workspaces show a body; they were not looked at. */
  readonly others?: number;
  /** It takes back what that one did. */
  readonly undoes?: number;
}

export async function namesIn(chart: Chart, list: readonly (Change | Concern)[], store: CouncilStore): Promise<Names> {
  const people = list.flatMap((one) => ('person' in one ? [one.person] : 'people' in one ? one.people : []));
  const names = await store.names([...new Set(people)]);
  return {
    body: (slug) => same(bodyOf(chart, slug)?.name ?? slug),
    person: (id) => same(names.get(id) ?? String(id)),
  };
}

const counts = (list: readonly (Change | Concern)[]): Text[] =>
  [...groups(list, (one) => one.kind)].map(([kind, some]) => kindCount(kind, some.length));

/** So few are shown one by one at once. */
const FEW = 12;

/** The comparison as one message, with the button that does what can be done. */
export async function preview(
  id: number,
  plan: SyncPlan,
  { chart, today, visible }: { readonly chart: Chart; readonly today: Day; readonly visible: Instant | undefined },
  store: CouncilStore,
): Promise<Message> {
  const { changes, concerns } = plan;
  const names = await namesIn(chart, [...changes, ...concerns], store);
  const few = changes.length + concerns.length <= FEW;
  const shown = (list: readonly (Change | Concern)[]): Text[] => (few ? listedByKind(list, names) : counts(list));
  const carryOut = { label: text.carryOut(changes.length), line: `/council proceed ${id}`, style: 'primary' } as const;
  const details = { label: text.details, line: `/council sync ${id}` };
  return {
    summary:
      changes.length === 0 ? text.nothingToDo(concerns.length) : text.preview(id, changes.length, concerns.length),
    parts: [
      ...(changes.length > 0 ? [heading(text.ours), rows(shown(changes))] : []),
      ...(concerns.length > 0 ? [heading(text.yours), rows(shown(concerns))] : []),
      ...unreadParts(plan.unread),
      ...othersPart(plan.others ?? 0),
      ...(visible === undefined || changes.length === 0 ? [] : [note(text.visible(visible, today))]),
      ...buttonsOf([...(changes.length > 0 ? [carryOut] : []), ...(few ? [] : [details])]),
    ],
  };
}

const buttonsOf = (list: readonly Button[]): Part[] => (list.length > 0 ? [buttons(...list)] : []);

/** What could not be read, and so was not compared: once for each reason. */
export const unreadParts = (unread: readonly Unread[]): Part[] =>
  [...groups(unread, (one) => `${one.what}/${one.error}`).values()].flatMap((some) => {
    const [first] = some;
    return first ? [note(text.notRead(text.what[first.what], some.length, whyNot(first.error)))] : [];
  });

export const othersPart = (n: number): Part[] => (n > 0 ? [note(text.others(n))] : []);

/** All of it, one by one. */
export async function onePage(
  id: number,
  plan: SyncPlan,
  { chart, page, open }: { readonly chart: Chart; readonly page: number | undefined; readonly open: boolean },
  store: CouncilStore,
): Promise<Message> {
  const { changes, concerns } = plan;
  const all = [...changes, ...concerns];
  const from = fromOf(page);
  const part = all.slice(from, from + PAGE);
  const names = await namesIn(chart, part, store);
  const carryOut = { label: text.carryOut(changes.length), line: `/council proceed ${id}`, style: 'primary' } as const;
  return {
    summary: text.listed(id),
    parts: [
      rows(listedByKind(part, names)),
      ...paging(all.length, page, `/council sync ${id}`),
      ...buttonsOf(open && changes.length > 0 ? [carryOut] : []),
    ],
  };
}

/** Under the name of each kind. */
const listedByKind = (list: readonly (Change | Concern)[], names: Names): Text[] =>
  [...groups(list, (one) => one.kind)].flatMap(([kind, some]) => [
    text.kind(kindText(kind)),
    ...some.map((one) => text.row(differenceText(one, names))),
  ]);
