/** Which circulations an answer speaks of, and for which municipality: those named, else all that wait for one's own. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About, Admission } from '../../../src/command/subcommand.ts';
import { type Admitted, roleAs } from '../../../src/command/who.ts';
import { type Answer, type Circulation, isOpen } from '../../../src/domain/circulation.ts';
import { bodyOf, type Municipality, type Role } from '../../../src/domain/council.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { type Button, buttons, rows } from '../../../src/text/message.ts';
import { type MunicipalitiesSaid, municipalitiesNamed } from '../../arguments/municipalities.ts';
import { text as req } from '../text.ts';
import { standingNow } from './standing.ts';
import { pText, text } from './text.ts';

export interface Answering {
  readonly circulations: readonly Circulation[];
  /** The municipality for which one answers; undefined: one's own. */
  readonly municipality: Municipality | undefined;
  readonly source: string | undefined;
}

interface Words {
  readonly numbers?: readonly number[] | undefined;
  readonly municipality?: MunicipalitiesSaid | undefined;
  readonly source?: string | undefined;
}

export async function answeringMeant(
  { numbers, municipality: named, source }: Words,
  answer: Answer,
  scene: Scene,
  store: CouncilStore,
): Promise<About<Answering>> {
  const found = named === undefined ? undefined : municipalitiesNamed(named, scene.chart, scene.today);
  if (found && 'unknown' in found) return { refused: whisper(req.noMunicipality(found.unknown)) };
  const [municipality, ...others] = found?.found ?? [];
  if (others.length > 0) return { refused: whisper(text.oneMunicipality) };
  if (numbers === undefined) return waiting(municipality, source, answer, scene, store);
  const circulations = await locked(numbers, store);
  if ('refused' in circulations) return circulations;
  return { subject: { circulations: circulations.found, municipality, source } };
}

export async function locked(
  numbers: readonly number[],
  store: CouncilStore,
): Promise<{ readonly found: Circulation[] } | { readonly refused: Reply }> {
  await store.circulations.lock(numbers);
  const found: Circulation[] = [];
  for (const number of numbers) {
    const one = await store.circulations.byNumber(number);
    if (!one) return { refused: whisper(text.unknown(number)) };
    found.push(one);
  }
  return { found };
}

/** The only one that waits; several are asked back, each and all together by button. */
async function waiting(
  municipality: Municipality | undefined,
  source: string | undefined,
  answer: Answer,
  scene: Scene,
  store: CouncilStore,
): Promise<About<Answering>> {
  const open = await waitingFor(municipality?.code, scene, store);
  const [only, ...others] = open;
  if (!only) return { refused: whisper(text.nothingWaits) };
  if (others.length === 0) {
    const circulations = await locked([only.number], store);
    return 'refused' in circulations
      ? circulations
      : { subject: { circulations: circulations.found, municipality, source } };
  }
  const behind = [municipality?.name, source].filter((one) => one !== undefined).join(' ');
  const button = (list: readonly Circulation[], label: Button['label']): Button => ({
    label,
    line: `/req ${answer} ${pText(list.map((one) => one.number))} ${behind}`.trim(),
  });
  const names = open.map((one) => text.row(one, bodyOf(scene.chart, one.body)?.name ?? one.body));
  const offered = [
    ...open.slice(0, OFFERED).map((one) => button([one], text.one(one.number))),
    button(open, text.all(open.length)),
  ];
  return { refused: whisper(text.which(open.length, answer), rows(names), buttons(...offered)) };
}

const OFFERED = 20;

/** The open circulations that this municipality, or one's own, has not answered for good. */
export async function waitingFor(
  code: string | undefined,
  scene: Pick<Scene, 'roles' | 'now' | 'calendar'>,
  store: CouncilStore,
): Promise<Circulation[]> {
  const found: Circulation[] = [];
  for (const one of await store.circulations.unended()) {
    const asked = code ?? voterIn(scene, one.body)?.municipality;
    if (asked === undefined) continue;
    const { standing } = await standingNow(one, scene, store);
    const line = standing.lines.find(({ municipality }) => municipality === asked);
    if (isOpen(standing) && line && WAITING.has(line.stand)) found.push(one);
  }
  return found;
}

const WAITING: ReadonlySet<string> = new Set(['waiting', 'vacant', 'hold']);

/** The seat from which one answers in this body; a deputy's too. */
export const voterIn = ({ roles }: Pick<Scene, 'roles'>, body: string): Role | undefined =>
  roles.find((role) => role.body === body && role.as === 'member');

/** Answer: the seat, its deputy; with its source the secretariat, or the municipality's own information section. */
export function mayAnswer(scene: Scene, { circulations, municipality, source }: Answering): Admission<Admitted> {
  const acting = circulations.map(({ body }) => actingIn(scene, body, municipality));
  const missing = acting.indexOf(undefined);
  const [first] = acting;
  if (missing >= 0 || !first) {
    const body = circulations[missing]?.body ?? '';
    return { refused: text.seatsOnly(bodyOf(scene.chart, body)?.name ?? body) };
  }
  if (acting.some((one) => one?.onBehalf) && source === undefined) return { refused: text.sourceRequired };
  return { admits: { acting: first } };
}

export function actingIn(
  scene: Scene,
  body: string,
  municipality: Municipality | undefined,
): Admitted['acting'] | undefined {
  const own = voterIn(scene, body);
  if (own && (municipality === undefined || municipality.code === own.municipality))
    return { role: own, onBehalf: false };
  if (municipality === undefined) return undefined;
  const section = scene.roles.find((role) => role.as === 'information' && role.municipality === municipality.code);
  const role = section ?? roleAs(scene, 'secretariat');
  return role && { role, onBehalf: true };
}
