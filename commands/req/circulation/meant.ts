/** Which circulations an answer speaks of, and for which municipality: those named, else all that wait for one's own. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About, Admission } from '../../../src/command/subcommand.ts';
import { type Admitted, roleAs } from '../../../src/command/who.ts';
import { type Answer, type Circulation, isOpen } from '../../../src/domain/circulation.ts';
import { bodyOf, type Municipality, municipalityOf, type Role } from '../../../src/domain/council.ts';
import type { LastSaid } from '../../../src/store/council/circulations.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { type Button, buttons, rows } from '../../../src/text/message.ts';
import type { Text } from '../../../src/text/text.ts';
import { type MunicipalitiesSaid, municipalitiesNamed } from '../../arguments/municipalities.ts';
import { text as req } from '../text.ts';
import { officeText } from './officeText.ts';
import { pText } from './pText.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

export interface Answering {
  readonly circulations: readonly Circulation[];
  /** The municipality for which one answers; undefined: one's own. */
  readonly municipality: Municipality | undefined;
  readonly source: string | undefined;
  /** What was said is taken back. */
  readonly takesBack?: boolean;
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
  if (numbers !== undefined) return circulationsNamed(numbers, { municipality: named, source }, scene, store);
  const municipality = oneNamed(named, scene);
  return 'refused' in municipality ? municipality : waiting(municipality.one, source, answer, scene, store);
}

/** These circulations, locked until the act ends, and for which municipality one speaks. */
export async function circulationsNamed(
  numbers: readonly number[],
  { municipality: named, source }: Words,
  scene: Scene,
  store: CouncilStore,
): Promise<About<Answering>> {
  const municipality = oneNamed(named, scene);
  if ('refused' in municipality) return municipality;
  const circulations = await locked(numbers, store);
  if ('refused' in circulations) return circulations;
  return { subject: { circulations: circulations.found, municipality: municipality.one, source } };
}

function oneNamed(
  named: MunicipalitiesSaid | undefined,
  { chart, today }: Scene,
): { readonly one: Municipality | undefined } | { readonly refused: Reply } {
  const found = named === undefined ? undefined : municipalitiesNamed(named, chart, today);
  if (found && 'unknown' in found) return { refused: whisper(req.noMunicipality(found.unknown)) };
  const [one, ...others] = found?.found ?? [];
  return others.length > 0 ? { refused: whisper(text.oneMunicipality) } : { one };
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

/**
 * Speak for a municipality: its seat, its deputy; with the source the secretariat, or the municipality's own information
 * section. What was entered so is taken back without one.
 */
const speaksFor =
  (says: { readonly seatsOnly: (body: string) => Text; readonly sourceRequired: Text }) =>
  (scene: Scene, { circulations, municipality, source, takesBack = false }: Answering): Admission<Admitted> => {
    const acting = circulations.map(({ body }) => actingIn(scene, body, municipality));
    const missing = acting.indexOf(undefined);
    const [first] = acting;
    if (missing >= 0 || !first) {
      const body = circulations[missing]?.body ?? '';
      return { refused: says.seatsOnly(bodyOf(scene.chart, body)?.name ?? body) };
    }
    if (acting.some((one) => one?.onBehalf) && source === undefined && !takesBack)
      return { refused: says.sourceRequired };
    return { admits: { acting: first } };
  };

export const mayAnswer = speaksFor(text);
export const mayDraft = speaksFor(officeText);

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

/** In which seat one speaks for the municipality in these circulations, and that municipality. */
export function speakingFor(scene: Scene, { circulations: [first], municipality }: Answering) {
  const acting = first && actingIn(scene, first.body, municipality);
  if (!acting) throw new Error('admitted, but from no seat');
  const code = municipality?.code ?? acting.role.municipality;
  return { acting, code, name: municipalityOf(scene.chart, code)?.name ?? code };
}

/** The municipality's name, where one spoke for another than one's own. */
export function namedUnlessOwn({ municipality }: LastSaid, scene: Scene): MunicipalitiesSaid | undefined {
  if (scene.roles.some((role) => role.as === 'member' && role.municipality === municipality)) return undefined;
  const name = municipalityOf(scene.chart, municipality)?.name;
  return name === undefined ? undefined : [name];
}

/** What a bare undo says after one's office's approval was recorded: asked, never guessed. */
export function officeLast(last: LastSaid, scene: Scene): Reply {
  const named = namedUnlessOwn(last, scene);
  const words = [`P${last.number}`, ...(named === undefined ? [] : named), '取消'].join(' ');
  return whisper(officeText.last(last), buttons({ label: officeText.takeBack, line: `/req draft ${words}` }));
}

/** Who holds the municipality's seat in the body today, besides oneself. */
export async function holdersOf(
  body: string,
  code: string,
  { today, person }: Pick<Scene, 'today' | 'person'>,
  store: CouncilStore,
): Promise<number[]> {
  const tenures = await store.tenuresOn(today);
  const holders = tenures.filter(
    ({ seat }) => seat.body === body && seat.role === 'member' && seat.municipality === code,
  );
  return [...new Set(holders.map((one) => one.person))].filter((one) => one !== person.id);
}
