/** What was agreed or set with a joiner by mistake is taken back, and what held before holds again. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { JoiningTerm, Price } from '../../../src/store/council/joinings.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { buttons, type Part } from '../../../src/text/message.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';

/** The button that takes it back. */
export const undoable = (id: number): Part => buttons({ label: text.undo, line: `/council undo 条件${id}` });

export async function undoTerm(id: number, scene: Scene & Admitted, store: CouncilStore): Promise<Reply> {
  const { chart, person, acting, now } = scene;
  await store.joinings.lock();
  const term = await store.joinings.term(id);
  if (!term) return whisper(text.unknown(id));
  if (term.undone) return whisper(text.already(id));
  const name = municipalityOf(chart, term.code)?.name ?? term.code;
  const joined = (await store.joinings.steps()).some((one) => one.code === term.code && restsOn(one, term));
  if (joined) return whisper(text.joined(name));
  await store.joinings.undoTerm(term, { at: now, person: person.id, seat: acting.role.seat });
  const said =
    term.kind === 'price'
      ? text.price(name, await store.joinings.price(term.code))
      : text.past(name, await store.joinings.past(term.code));
  return { ...whisper(said), done: [`municipality:${term.code}`] };
}

/** Membership is taken on the price that was agreed by then. */
const restsOn = ({ stage, at }: { readonly stage: string; readonly at: number }, { kind, at: agreed }: JoiningTerm) =>
  kind === 'price' && stage === 'member' && at >= agreed;

const text = {
  undo: { ja: ja`取り消す`, en: en`Undo` },
  unknown: (id: number): Text => ({
    ja: ja`条件${id}という後乗りの条件の記録はありません。`,
    en: en`There is no term of joining ${id}.`,
  }),
  already: (id: number): Text => ({
    ja: ja`条件${id}の記録は、すでに取り消されています。`,
    en: en`Term ${id} was taken back already.`,
  }),
  joined: (name: string): Text => ({
    ja: ja`${name}の加入はこの価格の合意に基づいて記録されているため、取り消せません。金額を直す場合は、「/council 価格合意」で正しい内容をご記録ください。`,
    en: en`The accession of ${name} rests on this price. To correct it, record the right one with /council price.`,
  }),
  price: (name: string, before: Price | undefined): Text =>
    before
      ? {
          ja: ja`${name}の価格の合意の記録を取り消し、${grouped(before.thousands)}千円(${officialDay(before.on)})に戻しました。`,
          en: en`Taken back: the price of ${name} is ${grouped(before.thousands)} thousand yen (${officialDay(before.on)}) again.`,
        }
      : {
          ja: ja`${name}の価格の合意の記録を取り消しました。価格の合意は未記録です。`,
          en: en`Taken back: no price of ${name} is on record.`,
        },
  past: (name: string, before: Day | undefined): Text =>
    before === undefined
      ? {
          ja: ja`${name}の閲覧範囲の設定を取り消しました。これまでの決定と経過をすべてご覧いただけます。`,
          en: en`Taken back: ${name} reads everything.`,
        }
      : {
          ja: ja`${name}の閲覧範囲の設定を取り消し、${officialDay(before)}以降に戻しました。`,
          en: en`Taken back: ${name} reads from ${officialDay(before)} on, as before.`,
        },
};
