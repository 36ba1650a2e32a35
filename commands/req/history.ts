/** `/req history 1234`: how it came to what stands: every decision, approval, reopening and change of its words, oldest first. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { type Circulation, isOpen } from '../../src/domain/circulation.ts';
import { bodyOf, municipalityOf } from '../../src/domain/council.ts';
import type { Instant } from '../../src/domain/day.ts';
import { isRead } from '../../src/domain/past.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, rows } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { requirementShown } from '../arguments/requirementShown.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { earlierLeftOut, readsFrom } from '../subjects/past.ts';
import { unknownNumbers } from '../subjects/requirements.ts';
import { termsText } from './approvalText.ts';
import { officeText } from './circulation/officeText.ts';
import { standingNow } from './circulation/standing.ts';
import { history as text } from './historyText.ts';
import { talkedOf } from './link.ts';

export const reqHistory = subcommand({
  name: 'history',
  alias: ['履歴', '経緯', '経過'],
  summary: { ja: ja`要件の決定の経緯を表示します`, en: en`Show how a requirement came to be decided` },
  effect: 'read',
  args: z.object({ id: requirementShown }),
  examples: ['1234'],

  async about(said, _scene, store): Promise<About<Requirement>> {
    const requirement = await store.requirements.byNumber(said.id);
    return requirement ? { subject: requirement } : { refused: whisper(await unknownNumbers([said.id], store)) };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: one, chart, today } = scene;
    const [allDecisions, allApprovals, from] = await Promise.all([
      store.decisions.history(one.number),
      store.approvals.of(one.number),
      readsFrom(scene, store),
    ]);
    const last = allDecisions.find((each) => each.cancelledAt === undefined);
    const decisions = allDecisions.filter((each) =>
      isRead({ kind: 'decision', at: each.at, stands: each === last && !each.reopened }, from),
    );
    const approvals = allApprovals.filter(({ at }) => isRead({ kind: 'step', at }, from));
    const circulated = await store.circulations.ofRequirement(one.number);
    const allOffices = await store.officeApprovals.of(circulated.map((each) => each.number));
    const offices = allOffices.filter(({ at }) => isRead({ kind: 'step', at }, from));
    const awaited = mayShow(scene, 'intentionsBeforeClosing') ? [] : await openAmong(circulated, scene, store);
    const left = (all: readonly unknown[], read: readonly unknown[]): number => all.length - read.length;
    const hidden = left(allDecisions, decisions) + left(allApprovals, approvals) + left(allOffices, offices);
    const names = await store.names([
      ...offices.map((each) => each.person),
      ...decisions.flatMap((each) => [each.by.person, ...(each.reopened ? [each.reopened.person] : [])]),
      ...approvals.map((each) => each.by.person),
    ]);
    const name = (person: number): string => names.get(person) ?? '';
    const bodyName = (slug: string): string => bodyOf(chart, slug)?.name ?? slug;
    const costs = mayShow(scene, 'cost');
    const versions = await store.importing.versions(one.number);
    const events: { at: Instant; told: Text }[] = [
      ...versions.flatMap((each) => [
        { at: each.at, told: text.specified(each) },
        ...(each.undoneAt === undefined ? [] : [{ at: each.undoneAt, told: text.unspecified(each) }]),
      ]),
      ...decisions
        .toReversed()
        .flatMap((each) => [
          { at: each.at, told: text.decided(each, name(each.by.person), termsText(each, costs, chart)) },
          ...(each.confirmedAt === undefined ? [] : [{ at: each.confirmedAt, told: text.confirmed(each) }]),
          ...(each.cancelledAt === undefined ? [] : [{ at: each.cancelledAt, told: text.cancelled(each) }]),
          ...(each.reopened
            ? [{ at: each.reopened.at, told: text.reopened(each, each.reopened.reason, name(each.reopened.person)) }]
            : []),
        ]),
      ...approvals.toReversed().flatMap((each) => [
        ...allDecisions
          .filter(({ id }) => each.lines.some((seen) => seen.number === one.number && seen.decision === id))
          .map((of) => ({
            at: each.at,
            told: text.approved(each, one, of, bodyName(each.body), name(each.by.person)),
          })),
        ...(each.cancelledAt === undefined ? [] : [{ at: each.cancelledAt, told: text.approvalCancelled(each) }]),
      ]),
    ];
    for (const each of offices.filter((one) => !awaited.includes(one.circulation))) {
      const municipality = municipalityOf(chart, each.municipality)?.name ?? each.municipality;
      events.push({
        at: each.at,
        told: officeText.history(each.circulation, municipality, each, name(each.person), today),
      });
    }
    if (events.length === 0) return whisper(text.none(one.number), line(same(one.text)));
    return whisper(
      text.title(one.number, events.length),
      line(same(one.text)),
      rows(events.toSorted((a, b) => a.at - b.at).map(({ at, told }) => text.row(at, told, today))),
      ...(await talkedOf(one.number, decisions, store)),
      ...earlierLeftOut(hidden, from),
      ...leftOut(
        scene,
        ...(decisions.some((each) => each.cost !== undefined) ? (['cost'] as const) : []),
        ...(offices.some((each) => awaited.includes(each.circulation)) ? (['intentionsBeforeClosing'] as const) : []),
      ),
    );
  },
});

/** Those of them that may still be answered. */
async function openAmong(circulated: readonly Circulation[], scene: Scene, store: CouncilStore): Promise<number[]> {
  const open: number[] = [];
  for (const one of circulated) if (isOpen((await standingNow(one, scene, store)).standing)) open.push(one.number);
  return open;
}
