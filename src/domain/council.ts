/**
 * The council's chart (体制): municipalities, bodies, systems, the rotation of the chair, and who stands where on a day.
 *
 * Work belongs to seats, not to people: rights are read from tenures on the day and from the rotation, never stored.
 */
import type { Day } from './day.ts';
import { groups } from './groups.ts';
import { type OfficersOnDay, officersOn, type Rotation } from './rotation.ts';

export type MunicipalityKind = 'member' | 'adviser' | 'interested' | 'observer' | 'applicant' | 'adopting';

/** What a municipality is from a day to a day. */
export interface Stay {
  readonly kind: MunicipalityKind;
  readonly from: Day;
  readonly until: Day | undefined;
}

export interface Municipality {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string;
  readonly name: string;
  /** On the chart's day; on any other, `kindOn` tells. */
  readonly kind: MunicipalityKind;
  /** Its first day with the council, and its last. */
  readonly from: Day;
  readonly until: Day | undefined;
  /** Where it was not the same throughout: what it is, stay after stay. */
  readonly stays?: readonly Stay[];
}

export type BodyKind = 'council' | 'projectTeam' | 'subcommittee' | 'workingGroup';

export interface Body {
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly parent: string | undefined;
  /** What its lead is called where it is not 座長, 部会長, リーダー or 会長. */
  readonly leadLabel: string | undefined;
}

export interface BusinessSystem {
  readonly slug: string;
  /** The No. of the table of businesses (`14-3`); may be absent. */
  readonly no: string | undefined;
  readonly name: string;
  readonly body: string;
  readonly aliases: readonly string[];
}

export interface Chart {
  /** In code order, as officials list municipalities. */
  readonly municipalities: readonly Municipality[];
  readonly bodies: readonly Body[];
  readonly systems: readonly BusinessSystem[];
  readonly rotation: Rotation;
}

export type SeatRole = 'member' | 'lead' | 'information' | 'adviser';

/** A place in a body, of a municipality or (a lead's) of the body itself. */
export interface Seat {
  readonly id: string;
  readonly body: string;
  readonly municipality: string | undefined;
  readonly role: SeatRole;
}

/** A person in a seat from a day to a day, both included. */
export interface Tenure {
  readonly seat: Seat;
  readonly person: number;
  /** The municipality for which the person sits there. */
  readonly municipality: string;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly deputy: boolean;
}

export type RoleName =
  | 'chair'
  | 'viceChair'
  | 'secretariat'
  | 'projectTeamLeader'
  | 'lead'
  | 'member'
  | 'information'
  | 'adviser'
  /** Sits with a body and reads, comments and asks; never counted. */
  | 'joiner';

/** What a person is on a day: one role of one seat. */
export interface Role {
  readonly as: RoleName;
  readonly seat: string;
  readonly body: string;
  readonly municipality: string;
  readonly deputy: boolean;
  /** 職務代理者: the office is another's, who is absent or not yet appointed, or vacant since its municipality left. */
  readonly acting?: true;
}

export const isOn = (span: { readonly from: Day; readonly until: Day | undefined }, d: Day): boolean =>
  span.from <= d && (span.until === undefined || d <= span.until);

/**
 * The offices and seats that these tenures give on the day; the strongest first. A municipality that left has none.
 * `acting` is the municipality whose council member acts for the chair on that day, where one does.
 */
export const rolesOn = (tenures: readonly Tenure[], chart: Chart, on: Day, acting?: string): Role[] =>
  rolesGivenOn(chart, on, acting)(tenures);

/** The same of everyone at once, person by person. */
export function rolesByPerson(tenures: readonly Tenure[], chart: Chart, on: Day, acting?: string): Map<number, Role[]> {
  const given = rolesGivenOn(chart, on, acting);
  return new Map([...groups(tenures, (one) => one.person)].map(([person, mine]) => [person, given(mine)]));
}

/** What tenures give on the day: the officers and what each municipality is are found once for all of them. */
function rolesGivenOn(chart: Chart, on: Day, acting?: string): (tenures: readonly Tenure[]) => Role[] {
  const officers = officersOn(chart.rotation, on);
  const kinds = new Map(chart.municipalities.map((one) => [one.code, kindOn(one, on)]));
  const away = new Set([...kinds].flatMap(([code, kind]) => (kind === undefined ? [code] : [])));
  const joins = (code: string): boolean => isJoining(kinds.get(code));
  return (tenures) =>
    tenures
      .filter((tenure) => isOn(tenure, on) && !away.has(tenure.municipality))
      .flatMap((tenure) => rolesOf(tenure, chart, officers, joins(tenure.municipality), acting))
      .sort((a, b) => STRENGTH.indexOf(a.as) - STRENGTH.indexOf(b.as) || Number(a.deputy) - Number(b.deputy));
}

/**
 * 職務代理者: the first vice chair in the order of acting of whose council members one is present, where of the chair's none
 * is, or the chair's municipality has left. `present` are the municipalities of which a council member, or the deputy, is there on the day.
 */
export function actingChair({ chair, viceChairs }: OfficersOnDay, present: ReadonlySet<string>): string | undefined {
  return chair !== undefined && present.has(chair) ? undefined : viceChairs.find((code) => present.has(code));
}

/** Of which municipality a council member acts for the chair on the day, where one does. */
export const actingOn = (chart: Chart, on: Day, present: ReadonlySet<string>): string | undefined =>
  actingChair(officersOn(chart.rotation, on), present);

/** Whether an act that is the chair's was done by the acting holder: for the whole council, by another municipality's member. */
export const actedForChair = (
  { by, body, onBehalf }: { readonly by: { readonly municipality: string }; body: string; readonly onBehalf: boolean },
  chart: Chart,
  on: Day,
): boolean =>
  !onBehalf && bodyOf(chart, body)?.kind === 'council' && officersOn(chart.rotation, on).chair !== by.municipality;

const STRENGTH: readonly RoleName[] = [
  'lead',
  'chair',
  'viceChair',
  'projectTeamLeader',
  'secretariat',
  'member',
  'information',
  'adviser',
  'joiner',
];

function rolesOf(
  tenure: Tenure,
  chart: Chart,
  officers: OfficersOnDay,
  joins: boolean,
  acting: string | undefined,
): Role[] {
  const { seat, municipality, deputy } = tenure;
  const role = (as: RoleName): Role => ({ as, seat: seat.id, body: seat.body, municipality, deputy });
  const kind = bodyOf(chart, seat.body)?.kind;
  const inOffice = municipality === officers.office;
  if (seat.role === 'information') return inOffice ? [role('secretariat'), role('information')] : [role('information')];
  if (seat.role !== 'member') return [role(seat.role)];
  if (joins) return [role('joiner')];
  if (kind === 'projectTeam' && inOffice) return [role('projectTeamLeader'), role('member')];
  if (kind === 'council' && municipality === officers.chair) return [role('chair'), role('member')];
  if (kind === 'council' && municipality === acting)
    return [{ ...role('chair'), acting: true }, role('viceChair'), role('member')];
  if (kind === 'council' && officers.viceChairs.includes(municipality)) return [role('viceChair'), role('member')];
  return [role('member')];
}

/** Whether the role leads the body: its lead, the council's chair, the team's leader. */
export function leads(role: Role, body: string, chart: Chart): boolean {
  if (role.as === 'lead') return role.body === body;
  const kind = bodyOf(chart, body)?.kind;
  return (role.as === 'chair' && kind === 'council') || (role.as === 'projectTeamLeader' && kind === 'projectTeam');
}

export const bodyOf = (chart: Chart, slug: string): Body | undefined => chart.bodies.find((one) => one.slug === slug);

export const systemOf = (chart: Chart, slug: string): BusinessSystem | undefined =>
  chart.systems.find((one) => one.slug === slug);

export const municipalityOf = (chart: Chart, code: string): Municipality | undefined =>
  chart.municipalities.find((one) => one.code === code);

/** The municipalities that have a vote on the day. */
export const membersOn = (chart: Chart, on: Day): Municipality[] =>
  chart.municipalities.filter((one) => kindOn(one, on) === 'member');

/** What it is on the day; undefined where it is not with the council then. */
export function kindOn({ kind, from, until, stays }: Municipality, on: Day): MunicipalityKind | undefined {
  return (stays ?? [{ kind, from, until }]).find((one) => isOn(one, on))?.kind;
}

/** Whether it is with the council on the day, whatever as: not yet, or no longer. */
export function isHere(chart: Pick<Chart, 'municipalities'>, code: string, on: Day): boolean {
  const municipality = chart.municipalities.find((one) => one.code === code);
  return municipality !== undefined && kindOn(municipality, on) !== undefined;
}

/** On the way to membership: reads and asks, and is not counted. */
export const isJoining = (kind: MunicipalityKind | undefined): boolean =>
  kind !== undefined && kind !== 'member' && kind !== 'adviser';

/** The body that stands for the whole council. */
export const councilBody = (chart: Chart): Body | undefined => chart.bodies.find((one) => one.kind === 'council');
