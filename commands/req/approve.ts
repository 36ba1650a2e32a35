/** `/req approve 1201-1215`: a subcommittee acknowledges, the council approves, many at a time. */
import { z } from 'zod';
import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import { type Body, bodyOf, councilBody } from '../../src/domain/council.ts';
import { en, ja } from '../../src/text/text.ts';
import { requirementIds } from '../arguments/numbers.ts';
import { restOf } from '../arguments/words.ts';
import { bodyHere, bodyMeant } from '../subjects/bodies.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { approval as text } from './approvalText.ts';
import { previewApproval } from './approving.ts';

type Approving = { readonly body: string; readonly of: Body; readonly numbers: readonly number[] };

export const reqApprove = subcommand({
  name: 'approve',
  alias: ['承認', '了承'],
  summary: {
    ja: ja`WGの合意を、部会で了承、協議会で承認します`,
    en: en`Acknowledge or approve what working groups agreed`,
  },
  effect: 'act',
  args: z.object({
    ids: requirementIds,
    of: restOf({ ja: ja`部会・協議会`, en: en`body` }, { kind: 'line' }).optional(),
  }),
  examples: ['1201-1215', '1201-1215,1220 福祉業務部会'],

  async about(said, scene, store): Promise<About<Approving>> {
    const meant = said.of === undefined ? upperHere(scene) : bodyMeant(said.of, scene);
    if ('refused' in meant) return meant;
    const { subject: body } = meant;
    if (body.kind === 'workingGroup' || body.kind === 'projectTeam')
      return { refused: whisper(text.notUpper(body.name)) };
    const known = await requirementsNamed({ ids: said.ids, several: true }, scene, store);
    if ('refused' in known) return known;
    const under = known.subject.requirements.filter((one) => !isUnder(one.body, body, scene));
    if (under.length > 0)
      return {
        refused: whisper(
          text.notUnder(
            body.name,
            under.map((one) => one.number),
          ),
        ),
      };
    return { subject: { body: body.slug, of: body, numbers: said.ids } };
  },

  who: leadOf,
  run: (_said, scene, store) => previewApproval(scene.subject.numbers, scene.subject.of, scene, store),
});

/** The subcommittee or council of the channel; in a working group's channel it is asked which body approves. */
function upperHere(scene: Scene): About<Body> {
  const here = bodyHere(scene);
  if ('refused' in here) return here;
  if (here.subject.kind !== 'workingGroup') return here;
  const parent = here.subject.parent === undefined ? undefined : bodyOf(scene.chart, here.subject.parent);
  return { refused: whisper(text.whichBody(here.subject.name, parent?.name, councilBody(scene.chart)?.name)) };
}

/** Whether the body hears of the other's decisions: the council of all, a subcommittee of its working groups'. */
const isUnder = (slug: string, upper: Body, { chart }: Scene): boolean =>
  upper.kind === 'council' || slug === upper.slug || bodyOf(chart, slug)?.parent === upper.slug;
