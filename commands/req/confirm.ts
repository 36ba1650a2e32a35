/** `/req confirm 1201-1215`: one's municipality has checked the vendors' answers to these requirements in a round. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, memberSeatOf } from '../../src/command/who.ts';
import { marksOf } from '../../src/domain/audience.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import type { SourceName } from '../../src/store/council/chart.ts';
import type { Answered } from '../../src/store/council/fit.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { restOf } from '../arguments/words.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { numbersText, type RequirementsMeant, requirementsNamed } from '../subjects/requirements.ts';
import { sourceNamed } from '../subjects/sources.ts';

export const CONFIRM = 'req confirm';

/** Exactly what was shown. */
export interface ConfirmPlan {
  readonly body: string;
  readonly round: string;
  readonly answers: readonly Answered[];
}

/** More than this is shown before it is done. */
const AT_ONCE = 5;
/** So many answers are shown in a preview; the rest is counted. */
const SHOWN = 20;

export const reqConfirm = subcommand({
  name: 'confirm',
  alias: ['確認済', '適合確認', '回答確認'],
  summary: {
    ja: ja`ベンダ回答を、ご自身の市町として確認済にします`,
    en: en`Confirm the vendors' answers for your municipality`,
  },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    round: restOf({ ja: ja`回(省略時は最新)`, en: en`round (the latest)` }, { kind: 'line' }).optional(),
  }),
  examples: ['1234', '1201-1215', '1234 RFI'],

  async about(said, scene, store): Promise<About<RequirementsMeant & { readonly round: SourceName }>> {
    const { rounds } = await store.sources();
    const round = said.round === undefined ? rounds.at(-1) : sourceNamed(said.round.trim(), rounds);
    if (!round) return { refused: whisper(text.noRound(said.round ?? '', rounds)) };
    const named = await requirementsNamed(said, scene, store);
    return 'refused' in named ? named : { subject: { ...named.subject, round } };
  },

  who: memberSeatOf,

  async run(said, scene, store): Promise<Reply> {
    const { body, round } = scene.subject;
    const answers = await store.fits.answers(said.ids, round.slug);
    const answered = new Set(answers.map((one) => one.number));
    const missing = said.ids.filter((number) => !answered.has(number));
    if (missing.length > 0) return whisper(text.noAnswers(round.name, numbersText(missing)));

    const plan: ConfirmPlan = { body, round: round.slug, answers };
    if (answers.length <= AT_ONCE) return carryOutConfirm(plan, scene, store);
    const id = await store.plans.keep({ act: CONFIRM, person: scene.person.id, at: scene.now, content: plan });
    const { vendors } = await store.sources();
    const shown = mayShow(scene, marksOf(round.slug)) ? answers.slice(0, SHOWN) : [];
    return whisper(
      text.preview(round.name, numbersText(said.ids), answers.length),
      ...(shown.length > 0 ? [rows(shown.map((one) => text.row(one, vendors)))] : []),
      ...(shown.length > 0 && shown.length < answers.length ? [line(text.more(answers.length - shown.length))] : []),
      ...leftOut(scene, marksOf(round.slug)),
      buttons({ label: text.these(answers.length), line: `/req proceed ${id}`, style: 'primary' }),
    );
  },
});

/** Confirms what was shown, unless an answer has changed since. */
export async function carryOutConfirm(plan: ConfirmPlan, scene: Scene & Admitted, store: CouncilStore): Promise<Reply> {
  const { acting, chart, person, now } = scene;
  const numbers = plan.answers.map((one) => one.number);
  const shown = new Map(plan.answers.map((one) => [one.number, one.marks]));
  const kept = (await store.fits.answers(numbers, plan.round)).filter((one) => shown.get(one.number) === one.marks);
  const changed = numbers.filter((number) => !kept.some((one) => one.number === number));
  if (changed.length > 0) return whisper(text.changed(numbersText(changed)));

  const { municipality, seat } = acting.role;
  const by = { round: plan.round, municipality, person: person.id, seat, at: now };
  const done = await store.fits.confirm(numbers, by);
  const name = municipalityOf(chart, municipality)?.name ?? municipality;
  if (done.numbers.length === 0) return whisper(text.already(name, numbersText(numbers)));

  const round = (await store.sources()).rounds.find((one) => one.slug === plan.round)?.name ?? plan.round;
  const before = numbers.length - done.numbers.length;
  return {
    ...whisper(
      text.confirmed(name, round, numbersText(done.numbers), done.numbers.length),
      ...(before > 0 ? [line(text.before(before))] : []),
      buttons({ label: text.takeBack, line: `/req unconfirm ${done.batch}` }),
    ),
    done: done.numbers.map((number) => `requirement:${number}`),
  };
}

/** `(15件)`; one needs no count. */
export const several = (count: number): Text =>
  count === 1 ? same('') : { ja: ja`(${grouped(count)}件)`, en: en` (${grouped(count)})` };

const text = {
  noRound: (typed: string, rounds: readonly SourceName[]): Text => ({
    ja: ja`「${typed}」という回は登録されていません。${rounds.length === 0 ? '登録されている回は、まだありません。' : `登録済みの回:${rounds.map((one) => one.name).join('・')}。`}`,
    en: en`There is no round “${typed}”. The rounds are: ${rounds.map((one) => one.name).join(', ') || 'none yet'}.`,
  }),
  noAnswers: (round: string, numbers: Text): Text => ({
    ja: ja`要件${numbers}には、${round}のベンダ回答がありません。回答のある要件だけをご指定ください。`,
    en: en`There are no vendor answers to ${numbers} in ${round}. Please name only requirements that have some.`,
  }),
  preview: (round: string, numbers: Text, count: number): Text => ({
    ja: ja`${round}のベンダ回答を確認済にします:要件${numbers}(${grouped(count)}件)。内容をご確認のうえ、ボタンを押してください。`,
    en: en`About to confirm the answers in ${round} to ${numbers} (${grouped(count)}). Please check and press the button.`,
  }),
  row: ({ number, marks }: Answered, vendors: readonly SourceName[]): Text => {
    const given = marks.split(' ').map((one) => {
      const vendor = one.slice(0, -1);
      return `${vendors.find((by) => by.slug === vendor)?.name ?? vendor} ${one.slice(-1)}`;
    });
    return same(`• ${number} ${given.join(' / ')}`);
  },
  more: (count: number): Text => ({ ja: ja`ほか${grouped(count)}件`, en: en`and ${grouped(count)} more` }),
  these: (count: number): Text => ({
    ja: ja`${grouped(count)}件を確認済にする`,
    en: en`Confirm these ${grouped(count)}`,
  }),
  changed: (numbers: Text): Text => ({
    ja: ja`内容の表示後に、要件${numbers}のベンダ回答が変わりました。確認済にはしていません。お手数ですが、もう一度ご確認ください。`,
    en: en`The answers to ${numbers} have changed since they were shown. Nothing was confirmed; please look again.`,
  }),
  already: (name: string, numbers: Text): Text => ({
    ja: ja`要件${numbers}は、${name}としてすでに確認済です。`,
    en: en`${numbers} are confirmed for ${name} already.`,
  }),
  confirmed: (name: string, round: string, numbers: Text, count: number): Text => ({
    ja: ja`要件${numbers}${several(count)}の${round}のベンダ回答を、${name}として確認済にしました。`,
    en: en`Confirmed for ${name}: the answers in ${round} to ${numbers}${several(count)}.`,
  }),
  before: (count: number): Text => ({
    ja: ja`ほか${grouped(count)}件は、すでに確認済です。`,
    en: en`${grouped(count)} more were confirmed already.`,
  }),
  takeBack: { ja: ja`確認を取り消す`, en: en`Take it back` },
};
