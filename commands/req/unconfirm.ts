/** `/req unconfirm 3`: takes back what was confirmed in one act; the answers are to be checked again. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import type { Admitted } from '../../src/command/who.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import type { Batch } from '../../src/store/council/fit.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { confirmationNumber } from '../arguments/numbers.ts';
import { numbersText } from '../subjects/requirements.ts';
import { several } from './confirm.ts';

/** The seat that confirmed, whoever holds it now. */
const seatThatConfirmed: Who<Batch, Admitted> = (scene, batch) => {
  const role = scene.roles.find((one) => one.seat === batch.seat);
  return role
    ? { admits: { acting: { role, onBehalf: false } } }
    : { refused: text.others(municipalityOf(scene.chart, batch.code)?.name ?? batch.code) };
};

export const reqUnconfirm = subcommand({
  name: 'unconfirm',
  alias: ['確認取消', '確認済取消'],
  summary: { ja: ja`ベンダ回答の確認を取り消します`, en: en`Take back a confirmation` },
  effect: 'act',
  args: z.object({ number: confirmationNumber.optional() }),
  examples: ['3', ''],

  async about(said, { person }, store): Promise<About<Batch>> {
    const found =
      said.number === undefined ? await store.fits.lastBatchBy(person.id) : await store.fits.batch(said.number);
    return found ? { subject: found } : { refused: whisper(text.none(said.number)) };
  },

  who: seatThatConfirmed,

  async run(_said, { subject: batch, chart, now }, store) {
    if (batch.backAt !== undefined) return whisper(text.already(batch.id));
    await store.fits.unconfirm(batch.id, now);
    const name = municipalityOf(chart, batch.code)?.name ?? batch.code;
    return {
      ...whisper(text.back(name, numbersText(batch.numbers), batch.numbers.length)),
      done: batch.numbers.map((number) => `requirement:${number}`),
    };
  },
});

/** What a bare undo says after a confirmation: asked, never guessed. */
export const confirmedLast = (batch: Batch): Reply =>
  whisper(
    text.last(numbersText(batch.numbers), batch.numbers.length),
    buttons({ label: text.takeBack, line: `/req unconfirm ${batch.id}` }),
  );

const text = {
  last: (numbers: Text, count: number): Text => ({
    ja: ja`直前の操作は、要件${numbers}${several(count)}のベンダ回答の確認です。これを取り消しますか。決定を取り消す場合は、「/req 取消 第12号」のように決定番号をご入力ください。`,
    en: en`Your last act confirmed the answers to ${numbers}${several(count)}. Take that back? To take back a decision, name it: “/req undo 12”.`,
  }),
  takeBack: { ja: ja`確認を取り消す`, en: en`Take the confirmation back` },
  none: (number: number | undefined): Text =>
    number === undefined
      ? { ja: ja`取り消せるベンダ回答の確認がありません。`, en: en`You have no confirmation to take back.` }
      : {
          ja: ja`ベンダ回答の確認${number}はありません。番号をご確認ください。`,
          en: en`There is no confirmation ${number}.`,
        },
  others: (name: string): Text => ({
    ja: ja`この確認は、${name}の委員によるものです。取り消せるのは、同じ担当の方のみです。`,
    en: en`This was confirmed by ${name}'s member; the same seat may take it back.`,
  }),
  already: (number: number): Text => ({
    ja: ja`ベンダ回答の確認${number}は、すでに取り消されています。`,
    en: en`Confirmation ${number} was taken back already.`,
  }),
  back: (name: string, numbers: Text, count: number): Text => ({
    ja: ja`要件${numbers}${several(count)}の、${name}としての確認を取り消しました。`,
    en: en`Taken back for ${name}: ${numbers}${several(count)} are no longer confirmed.`,
  }),
};
