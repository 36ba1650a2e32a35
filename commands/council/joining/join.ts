/**
 * `/council join 境町`: how far a joiner is. `/council join 境町 オブザーバー 2027/4/1 承認3`: its next step, recorded by the
 * secretariat on the council's approval; what binds the members is shown first.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../../src/command/subcommand.ts';
import { type Admitted, everySeat, secretariat } from '../../../src/command/who.ts';
import type { Municipality } from '../../../src/domain/council.ts';
import type { Stage } from '../../../src/domain/joining.ts';
import { isPrefectureCode } from '../../../src/domain/municipalityCode.ts';
import { nearest } from '../../../src/domain/nearest.ts';
import { en, ja } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { joinerName, joiningStage, municipalityCode } from '../../arguments/joining.ts';
import { rotationBasis } from '../../arguments/rotations.ts';
import { basisOf } from '../rotating.ts';
import { everyJoiner, joinerOverview } from './overview.ts';
import { municipalityCalled, propose } from './stepping.ts';
import { joiningText as text } from './text.ts';

interface Meant {
  /** Undefined: all who join. */
  readonly municipality: Pick<Municipality, 'code' | 'name'> | undefined;
  readonly stage: Stage | undefined;
}

/** Every seat looks; the secretariat records. */
const mayJoin: Who<Meant, Admitted> = (scene, meant) => (meant.stage ? secretariat : everySeat)(scene, meant);

export const councilJoin = subcommand({
  name: 'join',
  alias: ['後乗り', '加入'],
  summary: {
    ja: ja`後乗り市町村の状況を表示し、段階(オブザーバー・受入準備・加入など)を記録します`,
    en: en`Show how far a joiner is, or record its next step`,
  },
  effect: 'act',
  args: z.object({
    name: joinerName.optional(),
    code: municipalityCode.optional(),
    stage: joiningStage.optional(),
    from: pastOrComingDay.optional(),
    basis: rotationBasis.optional(),
  }),
  examples: [
    '',
    '境町',
    '境町 085464 関心表明 2026/6/1',
    '境町 オブザーバー 2027/4/1 承認3',
    '境町 加入 2027/10/1 M12',
  ],

  async about({ name, code, stage }, scene): Promise<About<Meant>> {
    if (name === undefined) return { subject: { municipality: undefined, stage: undefined } };
    const known = municipalityCalled(scene, name);
    if (known?.kind === 'adviser') return { refused: whisper(text.isAdviser(known.name)) };
    if (known && code !== undefined && code !== known.code)
      return { refused: whisper(text.codeOther(known.name, known.code)) };
    if (stage === 'left') return { refused: whisper(text.leaveWith(known?.name ?? name)) };
    if (known) return { subject: { municipality: known, stage } };
    const { municipalities } = scene.chart;
    const names = municipalities.map((one) => one.name);
    if (code === undefined || stage === undefined)
      return { refused: whisper(text.newStranger(name, nearest(name, names))) };
    const taken = municipalities.find((one) => one.code === code);
    if (taken) return { refused: whisper(text.codeTaken(code, taken.name)) };
    if (isPrefectureCode(code)) return { refused: whisper(text.isPrefecture(name)) };
    return { subject: { municipality: { code, name }, stage } };
  },

  who: mayJoin,

  async run(said, scene, store): Promise<Reply> {
    const { municipality, stage } = scene.subject;
    if (!municipality) return everyJoiner(scene, store);
    if (!stage) return joinerOverview(municipality, scene, store);
    if (!said.from) return whisper(text.dayMissing(municipality.name, stage));
    const basis = said.basis && (await basisOf(said.basis, scene, store));
    if (basis && 'refused' in basis) return basis.refused;
    return propose({ municipality, stage, from: said.from, basis: basis?.written }, scene, store);
  },
});
