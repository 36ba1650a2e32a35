/** What became of a comparison's changes: how many are made, what could not be and why, and what a human does instead. */

import type { Surface } from '../../../src/command/surface.ts';
import type { Chart } from '../../../src/domain/council.ts';
import { dayAt, type Instant } from '../../../src/domain/day.ts';
import { groups } from '../../../src/domain/groups.ts';
import type { SyncStep } from '../../../src/store/council/syncs.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, heading, line, type Message, note, rows } from '../../../src/text/message.ts';
import type { Text } from '../../../src/text/text.ts';
import { whyNot } from './errors.ts';
import { namesIn } from './showing.ts';
import { differenceText, type Names, text } from './text.ts';

export const syncSurface: Surface = {
  kind: 'sync',
  render: (id, now, chart, store) => syncMessage(Number(id), now, chart, store),
};

/** Undefined where nothing was confirmed under this number. */
export async function syncMessage(
  id: number,
  now: Instant,
  chart: Chart,
  store: CouncilStore,
): Promise<Message | undefined> {
  const run = await store.syncs.run(id);
  if (!run) return undefined;
  const steps = await store.syncs.steps(id);
  const failed = steps.filter((one) => one.state === 'failed');
  const done = steps.filter((one) => one.state === 'done');
  const names = await namesIn(
    chart,
    failed.map((one) => one.what),
    store,
  );
  const failures = failed.length === 0 ? [] : [heading(text.failures), rows(failuresText(failed, names))];
  if (run.finishedAt === undefined) {
    const waits = done.length + failed.length === 0;
    return {
      summary: text.progress(id, done.length + failed.length, steps.length),
      parts: [
        ...(waits ? [note(text.from(run.notBefore, dayAt(now)))] : []),
        ...failures,
        buttons({ label: text.progressButton, line: `/council sync ${id}` }),
      ],
    };
  }
  const already = done.filter((one) => one.already).length;
  const undo = { label: text.undo, line: `/council unsync ${id}` };
  const anew = { label: text.anew, line: '/council sync' };
  return {
    summary: text.finished(done.length, failed.length),
    parts: [
      ...(already > 0 ? [line(text.already(already))] : []),
      ...failures,
      buttons(...(failed.length > 0 ? [anew] : []), ...(done.length > already ? [undo] : [])),
    ].filter((part) => part.kind !== 'buttons' || part.buttons.length > 0),
  };
}

/** So many of a kind are named. */
const NAMED = 5;

/** Once for each kind and reason, the first few by name. */
const failuresText = (failed: readonly SyncStep[], names: Names): Text[] =>
  [...groups(failed, (one) => `${one.what.kind}/${one.error}`).values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    return [
      text.failed(first.what.kind, some.length, whyNot(first.error ?? '')),
      ...some.slice(0, NAMED).map((one) => text.row(differenceText(one.what, names))),
      ...(some.length > NAMED ? [text.more(some.length - NAMED)] : []),
    ];
  });
