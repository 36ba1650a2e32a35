/** `/council leave 境町 2030/3/31 承認5`: a member leaves with its last day, or a joiner withdraws. */
import { z } from 'zod';
import type { Reply } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { addDays } from '../../../src/domain/day.ts';
import { en, ja } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { joinerName } from '../../arguments/joining.ts';
import { rotationBasis } from '../../arguments/rotations.ts';
import { basisOf } from '../rotating.ts';
import { joinerMeant } from './meant.ts';
import { propose } from './stepping.ts';

export const councilLeave = subcommand({
  name: 'leave',
  alias: ['脱退', '加入取下げ'],
  summary: {
    ja: ja`構成団体の脱退、後乗りの取下げを最後の日とともに記録します`,
    en: en`Record that a municipality leaves, with its last day`,
  },
  effect: 'act',
  args: z.object({ name: joinerName, last: pastOrComingDay, basis: rotationBasis.optional() }),
  examples: ['境町 2030/3/31 承認5'],
  about: ({ name }, scene) => joinerMeant(name, scene),
  who: secretariat,

  async run({ last, basis: said }, scene, store): Promise<Reply> {
    const basis = said && (await basisOf(said, scene, store));
    if (basis && 'refused' in basis) return basis.refused;
    const meant = {
      municipality: scene.subject,
      stage: 'left',
      from: addDays(last, 1),
      basis: basis?.written,
    } as const;
    return propose(meant, scene, store);
  },
});
