/** `/req suspend 五霞町 災害 6/12`: from today to that day no silence of this municipality is taken for agreement. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, secretariat } from '../../../src/command/who.ts';
import type { Suspension } from '../../../src/domain/circulation.ts';
import type { Municipality } from '../../../src/domain/council.ts';
import { en, ja } from '../../../src/text/text.ts';
import { lastDay } from '../../arguments/circulations.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { choice } from '../../arguments/words.ts';
import { text as req } from '../text.ts';
import { text } from './text.ts';

const kind = choice<Suspension['kind']>({ ja: ja`災害・選挙`, en: en`disaster or election` }, [
  { value: 'disaster', label: { ja: ja`災害`, en: en`disaster` }, words: ['災害', '災害対応'] },
  { value: 'election', label: { ja: ja`選挙`, en: en`election` }, words: ['選挙', '選挙事務'] },
]);

export const reqSuspend = subcommand({
  name: 'suspend',
  alias: ['みなし停止', '期間停止'],
  summary: {
    ja: ja`災害・選挙の間、その市町のみなし同意を止めます`,
    en: en`Take no silence of a municipality for agreement, for some days`,
  },
  effect: 'act',
  args: z.object({ municipality: municipalityNames, kind, until: lastDay }),
  examples: ['五霞町 災害 6/12', '五霞町 選挙 終期 6/12'],

  async about(said, scene): Promise<About<Municipality>> {
    const found = municipalitiesNamed(said.municipality, scene.chart, scene.today);
    if ('unknown' in found) return { refused: whisper(req.noMunicipality(found.unknown)) };
    const [only, ...others] = found.found;
    return only && others.length === 0 ? { subject: only } : { refused: whisper(text.oneMunicipality) };
  },

  who: ownSection,

  async run({ kind, until }, { subject, today }, store): Promise<Reply> {
    await store.circulations.suspend({ municipality: subject.code, kind, from: today, until });
    const open = (await store.circulations.unended()).map((one) => `circulation:${one.number}`);
    return {
      ...whisper(text.suspended(subject.name, until)),
      refresh: open,
      done: [`municipality:${subject.code}`, ...open],
    };
  },
});

/** The municipality's own information section, else the secretariat. */
function ownSection(scene: Scene, subject: Municipality): Admission<Admitted> {
  const role = scene.roles.find((one) => one.as === 'information' && one.municipality === subject.code);
  return role ? { admits: { acting: { role, onBehalf: false } } } : secretariat(scene, subject);
}
