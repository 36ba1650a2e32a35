/** Which municipality is meant: by its name, else one's own where it joins. */
import { whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About } from '../../../src/command/subcommand.ts';
import { type Municipality, municipalityOf } from '../../../src/domain/council.ts';
import { joins } from '../../../src/domain/joining.ts';
import { nearest } from '../../../src/domain/nearest.ts';
import { municipalityCalled } from './stepping.ts';
import { joiningText as text } from './text.ts';

/** Whatever it is to the council, but an adviser. */
export async function joinerMeant(name: string, scene: Scene): Promise<About<Municipality>> {
  const found = municipalityCalled(scene, name);
  if (found?.kind === 'adviser') return { refused: whisper(text.isAdviser(found.name)) };
  if (found) return { subject: found };
  const names = scene.chart.municipalities.map((one) => one.name);
  return { refused: whisper(text.newStranger(name, nearest(name, names))) };
}

/** One that joins: the one named, else one's own, else the only one there is. */
export function joiningMeant(name: string | undefined, scene: Scene): About<Municipality> {
  const { today } = scene;
  const joining = scene.chart.municipalities.filter((one) => joins(one, today));
  const named = name === undefined ? undefined : municipalityCalled(scene, name);
  const own = scene.roles
    .map((role) => municipalityOf(scene.chart, role.municipality))
    .find((one) => one && joins(one, today));
  const [only, ...others] = joining;
  const meant = named ?? (name === undefined ? (own ?? (others.length === 0 ? only : undefined)) : undefined);
  if (meant && joins(meant, today)) return { subject: meant };
  return {
    refused: whisper(
      text.nobodyJoins(
        name,
        joining.map((one) => one.name),
      ),
    ),
  };
}
