/** `/council difference 1234 現行は介護度別に集計`: where a joiner's present system differs from what it adopts (独自差異). */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../../src/command/subcommand.ts';
import { type Admitted, everySeat } from '../../../src/command/who.ts';
import { fold } from '../../../src/domain/fold.ts';
import { buttons, rows } from '../../../src/text/message.ts';
import { en, ja, onOneLine } from '../../../src/text/text.ts';
import { differenceNumber, joinerName } from '../../arguments/joining.ts';
import { requirementId } from '../../arguments/numbers.ts';
import { restOf } from '../../arguments/words.ts';
import { requirementsNamed } from '../../subjects/requirements.ts';
import { type Adopting, mayAdopt } from './adopting.ts';
import { adoptingText as text } from './adoptingText.ts';
import { joiningMeant } from './meant.ts';

type Meant = Adopting & { readonly registers: boolean };

const mayRegister: Who<Meant, Admitted> = (scene, meant) =>
  meant.registers ? mayAdopt(scene, meant) : everySeat(scene, meant);

export const councilDifference = subcommand({
  name: 'difference',
  alias: ['独自差異', '差異'],
  summary: {
    ja: ja`後乗り市町村の現行システムとの差異(独自差異)を登録・表示します`,
    en: en`Record or list where a joiner's present system differs`,
  },
  effect: 'act',
  args: z.object({
    name: joinerName.optional(),
    id: requirementId.optional(),
    words: restOf({ ja: ja`差異の内容`, en: en`difference` }).optional(),
  }),
  examples: ['', '1234 現行は介護度別に集計しています'],

  async about({ name, id, words }, scene, store): Promise<About<Meant>> {
    const meant = joiningMeant(name, scene);
    if ('refused' in meant) return meant;
    const whose = { code: meant.subject.code, name: meant.subject.name };
    if (id === undefined || words === undefined) return { subject: { ...whose, bodies: [], registers: false } };
    const named = await requirementsNamed({ ids: [id] }, scene, store);
    if ('refused' in named) return named;
    return { subject: { ...whose, bodies: [named.subject.body], registers: true } };
  },

  who: mayRegister,

  async run({ id, words }, { subject, person, acting, now }, store): Promise<Reply> {
    const { code, name } = subject;
    if (!subject.registers || id === undefined || words === undefined) {
      const all = await store.adoptions.differences(code);
      const list = all.filter((one) => id === undefined || one.number === id);
      const shown = list.map((one) => text.difference(one.id, one.number, onOneLine(one.text)));
      return whisper(text.differences(name, list.length), ...(shown.length > 0 ? [rows(shown)] : []));
    }
    const same = (await store.adoptions.differences(code)).find(
      (one) => one.number === id && fold(one.text) === fold(words),
    );
    if (same) return whisper(text.differenceStands(same.id, id));
    const given = await store.adoptions.registerDifference(
      { code, number: id, text: words },
      { at: now, person: person.id, seat: acting.role.seat },
    );
    return {
      ...whisper(
        text.differs(given, name, id),
        buttons({ label: text.withdrawDifference(given), line: `/council undifference 差異${given}` }),
      ),
      done: [`municipality:${code}`, `requirement:${id}`],
    };
  },
});

export const councilUndifference = subcommand({
  name: 'undifference',
  alias: ['独自差異取消', '差異取消'],
  summary: { ja: ja`独自差異の登録を取り消します`, en: en`Take back a difference` },
  effect: 'act',
  args: z.object({ name: joinerName.optional(), id: differenceNumber }),
  examples: ['差異3'],

  async about({ name, id }, scene, store): Promise<About<Adopting>> {
    const meant = joiningMeant(name, scene);
    if ('refused' in meant) return meant;
    const { code, name: called } = meant.subject;
    const known = (await store.adoptions.differences(code)).find((one) => one.id === id);
    if (!known) return { refused: whisper(text.noDifference(id)) };
    const named = await requirementsNamed({ ids: [known.number] }, scene, store);
    return 'refused' in named ? named : { subject: { code, name: called, bodies: [named.subject.body] } };
  },

  who: mayAdopt,

  async run({ id }, { subject: { code }, now }, store): Promise<Reply> {
    const done = await store.adoptions.withdrawDifference(code, id, now);
    return done
      ? { ...whisper(text.differenceWithdrawn(id)), done: [`municipality:${code}`] }
      : whisper(text.noDifference(id));
  },
});
