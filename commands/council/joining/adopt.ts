/**
 * `/council adopt 介護保険`, `/council adopt 1234,1240-1250`: a joiner accepts what stands decided, per business or one by one.
 * Without either: what is accepted, questioned and open.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../../src/command/subcommand.ts';
import { type Admitted, everySeat } from '../../../src/command/who.ts';
import { groups } from '../../../src/domain/groups.ts';
import { line, note, rows } from '../../../src/text/message.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { joinerName } from '../../arguments/joining.ts';
import { requirementIdsAlone } from '../../arguments/numbers.ts';
import { restOf } from '../../arguments/words.ts';
import { listed } from '../../req/narrowing.ts';
import { numbersText, requirementsNamed } from '../../subjects/requirements.ts';
import { type Adopting, mayAdopt, proposeAdoption } from './adopting.ts';
import { adoptingText as text } from './adoptingText.ts';
import { joiningMeant } from './meant.ts';

interface Meant extends Adopting {
  readonly kind: string;
  readonly what: { readonly ids: readonly number[] } | { readonly systems: readonly string[] | undefined } | undefined;
  readonly of: Text;
}

/** Everybody sees how far it is; the joiner's own seats accept. */
const mayAccept: Who<Meant, Admitted> = (scene, meant) =>
  meant.what ? mayAdopt(scene, meant) : everySeat(scene, meant);

export const councilAdopt = subcommand({
  name: 'adopt',
  alias: ['受入', '受け入れ', '採用', '受入状況'],
  summary: {
    ja: ja`後乗り市町村として、決定を業務ごと・要件ごとに受け入れます`,
    en: en`Accept standing decisions as a joiner, per business or one by one`,
  },
  effect: 'act',
  args: z.object({
    name: joinerName.optional(),
    ids: requirementIdsAlone.optional(),
    business: restOf({ ja: ja`業務・WG名`, en: en`business` }, { kind: 'line' }).optional(),
  }),
  examples: ['', '介護保険', '1234,1240-1250', '境町 介護保険'],

  async about({ name, ids, business }, scene, store): Promise<About<Meant>> {
    const meant = joiningMeant(name, scene);
    if ('refused' in meant) return meant;
    const whose = { code: meant.subject.code, name: meant.subject.name, kind: meant.subject.kind };
    const { chart } = scene;
    if (ids) {
      const named = await requirementsNamed({ ids, several: true }, scene, store);
      if ('refused' in named) return named;
      const bodies = [...new Set(named.subject.requirements.map((one) => one.body))];
      return { subject: { ...whose, bodies, what: { ids }, of: numbersText(ids) } };
    }
    if (business === undefined) return { subject: { ...whose, bodies: [], what: undefined, of: numbersText([]) } };
    const found = listed(business, scene);
    if ('refused' in found) return found;
    const { systems } = found.subject;
    const bodies = chart.systems.filter((one) => systems?.includes(one.slug)).map((one) => one.body);
    return { subject: { ...whose, bodies: [...new Set(bodies)], what: { systems }, of: found.subject.name } };
  },

  who: mayAccept,

  async run(_said, scene, store): Promise<Reply> {
    const { code, name, bodies, what, of, kind } = scene.subject;
    const systems = what && 'systems' in what ? what.systems : undefined;
    const all = await store.adoptions.of(code, systems);
    if (!what) {
      const bySystem = groups(all, (one) => one.system);
      const list = scene.chart.systems.flatMap((one) => {
        const here = bySystem.get(one.slug);
        return here ? [text.system(one.name, here)] : [];
      });
      return whisper(
        text.status(name, all),
        ...(list.length > 0 ? [rows(list)] : [line(text.nothingDecided)]),
        note(text.how),
      );
    }
    if (kind !== 'adopting') return whisper(text.notYet(name));
    if ('ids' in what) {
      const undecided = what.ids.filter((id) => !all.some((one) => one.number === id));
      if (undecided.length > 0) return whisper(text.undecided(numbersText(undecided)));
    }
    const meant = 'ids' in what ? all.filter((one) => what.ids.includes(one.number)) : all;
    const open = meant.filter((one) => ('ids' in what ? one.answer !== 'accepted' : one.answer === undefined));
    const questioned = meant.filter((one) => one.answer === 'questioned').length;
    if (open.length === 0) return whisper(text.nothingOpen(of, questioned));
    const lines = open.map(({ number, decision }) => ({ number, decision }));
    return proposeAdoption({ code, name, bodies, lines }, scene, store);
  },
});
