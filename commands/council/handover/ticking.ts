/** Ticking lines of the checklist, and taking ticks back: the same lines, the same sides, the same people. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { About, Who } from '../../../src/command/subcommand.ts';
import { type Admitted, roleAs } from '../../../src/command/who.ts';
import { councilBody, type Role, type Seat } from '../../../src/domain/council.ts';
import type { FiscalYear } from '../../../src/domain/fiscalYear.ts';
import { type Side, type Task, termInHand, tickOf } from '../../../src/domain/handover.ts';
import { handingOver, officersOf, termOn } from '../../../src/domain/rotation.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons } from '../../../src/text/message.ts';
import { seatText, seatWords, secretariatLabel } from '../../../src/text/seats.ts';
import { listed, same, type Text } from '../../../src/text/text.ts';
import type { SeatSaid } from '../../arguments/seatNames.ts';
import { seatsMeant } from '../../subjects/seatsNamed.ts';
import { type Checklist, chairsOf, checklistFor, officesMessage, seatMessage, sidesOf } from './checklists.ts';
import { text } from './checklistText.ts';

export interface TickSaid {
  readonly numbers: readonly number[];
  readonly side?: Side | undefined;
  readonly of?: SeatSaid | undefined;
}

export interface TickMeant {
  readonly list: Checklist;
  readonly tasks: readonly Task[];
  /** Undefined: the offices' lines. */
  readonly seat: Seat | undefined;
  readonly said: Side | undefined;
  /** The sides on which the asker stands, and in which role. */
  readonly own: readonly Own[];
}

interface Own {
  readonly side: Side;
  readonly role: Role;
}

export async function tickMeant(said: TickSaid, scene: Scene, store: CouncilStore): Promise<About<TickMeant>> {
  const list = await checklistFor(termInHand(scene.today), store);
  const known = list.tasks.map((one) => one.number);
  const missing = said.numbers.find((number) => !known.includes(number));
  if (missing !== undefined) return { refused: whisper(text.unknown(missing, known)) };
  const tasks = list.tasks.filter((one) => said.numbers.includes(one.number));
  const ofSeats = tasks.filter((one) => one.owner === 'seat');
  if (ofSeats.length === 0)
    return { subject: { list, tasks, seat: undefined, said: said.side, own: officeSides(list.term, scene, tasks) } };
  if (ofSeats.length < tasks.length) return { refused: whisper(text.mixed) };

  const { going, coming } = await sidesOf(list.term, scene.today, [], store);
  const meant = said.of ? await seatsMeant(said.of, scene, store) : await ownSeat(scene, [...going, ...coming], store);
  if ('refused' in meant) return meant;
  const [seat, ...others] = meant.subject;
  if (others.length > 0) return { refused: whisper(text.whichSeat) };
  const sits = (list: typeof going): boolean =>
    list.some((one) => one.seat.id === seat.id && one.person === scene.person.id);
  // Who stays hands over to nobody; before the names are public nobody can tell, and may tick what they would hand over.
  const side = sits(going) ? 'given' : sits(coming) ? 'received' : undefined;
  const own = side === undefined ? [] : ([{ side, role: roleIn(seat, scene) }] as const);
  return { subject: { list, tasks, seat, said: said.side, own } };
}

async function ownSeat(
  { person }: Scene,
  tenures: readonly { readonly person: number; readonly seat: Seat }[],
  store: CouncilStore,
): Promise<About<readonly [Seat, ...Seat[]]>> {
  const ids = [...new Set(tenures.filter((one) => one.person === person.id).map((one) => one.seat.id))];
  const [only, ...others] = ids;
  const seat = only === undefined || others.length > 0 ? undefined : await store.seat(only);
  return seat ? { subject: [seat] } : { refused: whisper(text.whichSeat) };
}

/**
 * The council members and the information sections of both chairs, and who acts for the chair of the day; only the section
 * has the secretariat's lines.
 */
function officeSides(term: FiscalYear, { chart, roles, today }: Scene, tasks: readonly Task[]): Own[] {
  const whole = councilBody(chart)?.slug;
  const chairs = tasks.every((one) => one.owner === 'chair');
  const inOffice = (year: FiscalYear, office: string): Role | undefined => {
    const of = roles.filter((one) => one.municipality === office);
    const council = of.find((one) => one.as === 'member' && one.body === whole);
    const acting = termOn(chart.rotation, today) === year ? roles.find((one) => one.acting) : undefined;
    return of.find((one) => one.as === 'information') ?? (chairs ? (council ?? acting) : undefined);
  };
  const given = inOffice(term - 1, handingOver(chart.rotation, term - 1));
  const received = inOffice(term, officersOf(chart.rotation, term).chair);
  return [
    ...(given ? [{ side: 'given', role: given } as const] : []),
    ...(received ? [{ side: 'received', role: received } as const] : []),
  ];
}

export interface Ticking extends Admitted {
  readonly side: Side;
}

/** Each side ticks its own; the secretariat ticks for another, naming the side. */
export const whoTicks: Who<TickMeant, Ticking> = (scene, { list, seat, said, own, tasks }) => {
  const mine = own.filter((one) => said === undefined || one.side === said);
  const stands = mine.find((one) => isOpen(one.side, list, tasks, seat)) ?? mine[0];
  if (stands) return { admits: { side: stands.side, acting: { role: stands.role, onBehalf: false } } };
  const secretariat = roleAs(scene, 'secretariat');
  if (secretariat && said) return { admits: { side: said, acting: { role: secretariat, onBehalf: true } } };
  const who = secretariatLabel(scene);
  if (seat) return { refused: text.seatOnly(seatText(seat, scene.chart), who) };
  return { refused: text.officesOnly(...chairsOf(list.term, scene.chart), who) };
};

/** Where the same people stand on both sides, the side that is still open is meant. */
const isOpen = (side: Side, { ticks }: Checklist, tasks: readonly Task[], seat: Seat | undefined): boolean =>
  tasks.some((one) => !tickOf(ticks, one.number, seat?.id ?? '', side));

/** In which role one ticks a seat's lines; who comes may do so before the switch, from the seat that is to be theirs. */
const roleIn = (seat: Seat, { roles }: Scene): Role =>
  roles.find((one) => one.seat === seat.id) ??
  roles.find((one) => one.as === 'information') ??
  roles[0] ?? { as: 'member', seat: seat.id, body: seat.body, municipality: seat.municipality ?? '', deputy: false };

export async function ticked(
  scene: Scene & Ticking & { readonly subject: TickMeant },
  on: boolean,
  store: CouncilStore,
): Promise<Reply> {
  const { subject, side, acting, now, person, chart } = scene;
  const { list, tasks, seat } = subject;
  const id = seat?.id ?? '';
  const open = tasks.filter((one) => (tickOf(list.ticks, one.number, id, side) !== undefined) !== on);
  const named = (of: readonly Task[]): Text =>
    listed(
      of.map((one) => same(`『${one.title}』`)),
      same(''),
    );
  if (open.length === 0) return whisper(on ? text.already(named(tasks), side) : text.notTicked(named(tasks), side));
  for (const { number } of open)
    await store.handovers.tick({
      ...{ term: list.term, task: number, seat: id, side, ticked: on, at: now },
      ...{ person: person.id, by: acting.role.seat, onBehalf: acting.onBehalf },
    });
  const after = await checklistFor(list.term, store);
  const { summary, parts = [] } = seat
    ? seatMessage(after, seat, chart, scene.today)
    : officesMessage(after, chart, scene.today);
  const words = [open.map((one) => one.number).join(','), side, ...(seat ? [seatWords(seat, chart)] : [])].join(' ');
  const how = acting.onBehalf ? 'onBehalf' : acting.role.acting ? 'acting' : 'own';
  const told = on ? text.ticked(named(open), side, how) : text.unticked(named(open), side);
  return {
    ...whisper(
      listed([told, summary], same('')),
      ...parts,
      ...(on ? [buttons({ label: text.undo, line: `/council untick ${words}` })] : []),
    ),
    refresh: [`handover:${list.term}`],
    done: [`handover:${list.term}`, ...(seat ? [`seat:${seat.id}`] : [])],
  };
}
