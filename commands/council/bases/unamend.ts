/** `/council unamend 版3`: takes a wording that was recorded by mistake off the register; it stays readable as 取消. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { type Basis, type BasisVersion, inForce } from '../../../src/domain/basis.ts';
import { en, ja } from '../../../src/text/text.ts';
import { amendmentNumber } from '../../arguments/numbers.ts';
import { basesText as text } from './text.ts';

export const councilUnamend = subcommand({
  name: 'unamend',
  alias: ['改正取消'],
  summary: { ja: ja`誤って登録した改正を取り消します`, en: en`Take back a version recorded by mistake` },
  effect: 'act',
  args: z.object({ id: amendmentNumber }),
  examples: ['版1'],

  async about({ id }, _scene, store): Promise<About<{ readonly basis: Basis; readonly version: BasisVersion }>> {
    const bases = await store.bases.all();
    for (const basis of bases) {
      const version = basis.versions.find((one) => one.id === id);
      if (version) return { subject: { basis, version } };
    }
    return { refused: whisper(text.noVersion(id)) };
  },

  who: secretariat,

  async run(_said, { subject: { basis, version }, person, now, today }, store): Promise<Reply> {
    if (!(await store.bases.withdraw(version.id, person.id, now))) return whisper(text.withdrawnBefore(version.id));
    const versions = basis.versions.map((one) => (one === version ? { ...one, withdrawn: true } : one));
    return {
      ...whisper(text.withdrawn(basis.name, version, inForce({ ...basis, versions }, today))),
      done: [`basis:${basis.name}`],
    };
  },
});
