/**
 * What is shown before it is done. A plan is kept as its person saw it; the button under the preview says `/… proceed 12`,
 * which carries it out exactly, and once. What a command can carry out is a list: an entry for each act that keeps plans.
 */
import { z } from 'zod';
import { LEAVE } from '../src/command/preview.ts';
import { type Reply, whisper } from '../src/command/reply.ts';
import type { Scene } from '../src/command/scene.ts';
import { type About, type AnySubcommand, subcommand, type Who } from '../src/command/subcommand.ts';
import type { Kept } from '../src/store/council/plans.ts';
import type { CouncilStore } from '../src/store/store.ts';
import { en, ja, type Text } from '../src/text/text.ts';
import { planNumber } from './arguments/numbers.ts';
import { choice } from './arguments/words.ts';

export interface PlannedAct<Content, Subject, Admits extends object> {
  /** Under which its plans are kept: `req decide`. */
  readonly act: string;
  /** What the plan speaks of as it is now, locked until the act ends. */
  about(content: Content, scene: Scene, store: CouncilStore): Promise<About<Subject>>;
  /** Whoever may do it at all may carry it out, on the day on which they do. */
  readonly who: Who<Subject, Admits>;
  /** What changed since it was shown is said, and nothing is done then. `id` is the plan's number. */
  carryOut(
    content: Content,
    scene: Scene & { readonly subject: Subject } & Admits,
    store: CouncilStore,
    id: number,
  ): Promise<Reply>;
}

/** One of them in a list, where its own types no longer matter. */
type AnyPlannedAct = PlannedAct<object, unknown, object>;

/** Ties the types of a planned act together; what leaves is a plain value for a list. */
export const plannedAct = <Content extends object, Subject, Admits extends object>(
  spec: PlannedAct<Content, Subject, Admits>,
): AnyPlannedAct => spec as unknown as AnyPlannedAct;

/** For plans that say themselves what they speak of. */
export const itself = async <Content>(content: Content): Promise<About<Content>> => ({ subject: content });

type Taken =
  | { readonly kept: Kept; readonly left: true }
  | { readonly kept: Kept; readonly left: false; readonly act: AnyPlannedAct; readonly meant: unknown };

const leave = choice<typeof LEAVE>({ ja: ja`取りやめる`, en: en`leave` }, [
  { value: LEAVE, label: { ja: ja`取りやめる`, en: en`leave` }, words: ['取りやめる', '取りやめ', '中止'] },
]);

/** The sub-command that carries out what one of these acts has shown. */
export const proceeding = (acts: readonly AnyPlannedAct[]): AnySubcommand =>
  subcommand({
    name: 'proceed',
    alias: ['実行'],
    summary: { ja: ja`確認した内容を実行します`, en: en`Carry out what was shown` },
    effect: 'act',
    args: z.object({ plan: planNumber, leave: leave.optional() }),
    examples: ['12', '12 取りやめる'],

    async about(said, scene, store): Promise<About<Taken>> {
      const kept = await store.plans.take(said.plan, scene.person.id);
      const act = kept && acts.find((one) => one.act === kept.act);
      if (!kept || !act) return { refused: whisper(noPlan(said.plan)) };
      if (kept.doneAt !== undefined) return { refused: whisper(planDone) };
      if (said.leave) return { subject: { kept, left: true } };
      const found = await act.about(kept.content, scene, store);
      if ('refused' in found) return found;
      return { subject: { kept, left: false, act, meant: found.subject } };
    },

    /** What one has not done yet, one may leave. */
    who: (scene, taken) => (taken.left ? { admits: {} } : taken.act.who(scene, taken.meant)),

    async run(_said, scene, store): Promise<Reply> {
      const { kept } = scene.subject;
      if (scene.subject.left) {
        await store.plans.forget(kept, scene.person.id);
        return { ...whisper(left), replaces: true };
      }
      const { act, meant } = scene.subject;
      const reply = await act.carryOut(kept.content, { ...scene, subject: meant }, store, kept.id);
      if (reply.done) await store.plans.done(kept.id, scene.now);
      return reply;
    },
  });

const left: Text = {
  ja: ja`取りやめました。何も変更していません。`,
  en: en`Cancelled; nothing was changed.`,
};

/** There is no such plan of this person. */
export const noPlan = (id: number): Text => ({
  ja: ja`確認番号${id}の内容は見つかりませんでした。お手数ですが、もう一度はじめからご入力ください。`,
  en: en`There is nothing shown under ${id}. Please start again.`,
});

export const planDone: Text = {
  ja: ja`この内容は、すでに実行されています。改めての操作は不要です。`,
  en: en`This was carried out before; nothing more is needed.`,
};
