/**
 * `/council amend 要綱 2027/4/1 第9条の改正(境町の加入)`: a wording of a 要綱 or 協定書 and the day from which it holds.
 * A document that is not in the register yet is entered with 新規.
 */
import { z } from 'zod';
import { absent, argument } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { type Basis, inForce, standing } from '../../../src/domain/basis.ts';
import { fold } from '../../../src/domain/fold.ts';
import { nearest } from '../../../src/domain/nearest.ts';
import { buttons } from '../../../src/text/message.ts';
import { en, ja } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { oneWord, restOf } from '../../arguments/words.ts';
import { basesText as text } from './text.ts';

const NEW = /^(?:新規|new)(?=\s|$)/iu;

/** 新規: it is not in the register yet. */
const entering = argument<true>({
  label: { ja: ja`新規`, en: en`new` },
  field: { kind: 'line', placeholder: { ja: ja`新しい文書のときは「新規」`, en: en`“new” for a new document` } },
  read: (line) => {
    const found = NEW.exec(line);
    return found ? { read: true, length: found[0].length } : absent;
  },
});

interface Meant {
  readonly name: string;
  /** Undefined where it is to be entered. */
  readonly basis: Basis | undefined;
}

export const councilAmend = subcommand({
  name: 'amend',
  alias: ['改正', '要綱改正', '制定'],
  summary: { ja: ja`要綱・協定書の制定・改正を登録します`, en: en`Record a version of the charter or an agreement` },
  effect: 'act',
  args: z.object({
    entering: entering.optional(),
    name: oneWord({ ja: ja`要綱・協定書の名称`, en: en`document` }),
    from: pastOrComingDay,
    note: restOf({ ja: ja`内容`, en: en`note` }),
  }),
  examples: ['要綱 2027/4/1 第9条の改正(構成団体の追加)', '新規 後乗り要領 2027/4/1 制定'],

  async about({ entering: fresh, name }, _scene, store): Promise<About<Meant>> {
    const bases = await store.bases.all();
    const known = bases.find((one) => [one.name, one.title].some((each) => fold(each) === fold(name)));
    if (known && fresh) return { refused: whisper(text.alreadyEntered(known.name)) };
    if (known || fresh) return { subject: { name: known?.name ?? name, basis: known } };
    const names = bases.map((one) => one.name);
    return { refused: whisper(text.unknown(name, nearest(name, names), names)) };
  },

  who: secretariat,

  async run({ from, note }, { subject: { name, basis }, person, now, today }, store): Promise<Reply> {
    const twin = basis && standing(basis).find((one) => one.from === from);
    if (twin) return whisper(text.sameDay(name, twin), buttons(withdrawal(twin.id)));
    if (!basis) await store.bases.enter(name, name);
    const before = basis && inForce(basis, from);
    const id = await store.bases.amend({ name, from, note }, person.id, now);
    return {
      ...whisper(text.amended({ id, name, from, note, before, today }), buttons(withdrawal(id))),
      done: [`basis:${name}`],
    };
  },
});

const withdrawal = (id: number) => ({ label: text.withdraw, line: `/council undo 版${id}` });
