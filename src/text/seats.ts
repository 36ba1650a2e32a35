/** How a seat and those who sit in it are called: 那珂市 介護保険WG 委員. */
import { bodyOf, type Chart, municipalityOf, type Seat, type Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { officersOn } from '../domain/rotation.ts';
import { en, ja, listed, same, type Text } from './text.ts';

export function seatText(seat: Seat, chart: Chart): Text {
  const body = bodyOf(chart, seat.body);
  const name = body?.name ?? seat.body;
  const place = seat.municipality === undefined ? undefined : municipalityOf(chart, seat.municipality)?.name;
  if (seat.role === 'lead') return { ja: ja`${name} ${leadText(seat, chart)}`, en: en`lead of ${name}` };
  if (seat.role === 'information')
    return { ja: ja`${place ?? ''} 情報主管担当`, en: en`information section of ${place ?? ''}` };
  if (seat.role === 'adviser') return { ja: ja`${place ?? ''} アドバイザー`, en: en`adviser (${place ?? ''})` };
  return { ja: ja`${place ?? ''} ${name} 委員`, en: en`member of ${name} for ${place ?? ''}` };
}

/** 委員, 座長, 情報主管担当, アドバイザー */
export function seatRole(seat: Pick<Seat, 'role' | 'body'>, chart: Chart): Text {
  if (seat.role === 'information') return { ja: ja`情報主管担当`, en: en`information section` };
  if (seat.role === 'adviser') return { ja: ja`アドバイザー`, en: en`adviser` };
  return seat.role === 'member' ? { ja: ja`委員`, en: en`member` } : leadText(seat, chart);
}

/** 座長, 部会長, or what the body calls its lead. */
export function leadText(seat: Pick<Seat, 'body'>, chart: Chart): Text {
  const body = bodyOf(chart, seat.body);
  if (body?.leadLabel !== undefined) return same(body.leadLabel);
  return body?.kind === 'subcommittee' ? { ja: ja`部会長`, en: en`head` } : { ja: ja`座長`, en: en`lead` };
}

/** The words after which a line finds the seat again: 那珂市 介護保険WG. */
export function seatWords(seat: Seat, chart: Chart): string {
  const place = seat.municipality === undefined ? undefined : municipalityOf(chart, seat.municipality)?.name;
  if (seat.role === 'information') return `${place} 情報主管`;
  return [place, bodyOf(chart, seat.body)?.name ?? seat.body, seat.role === 'lead' ? '座長' : undefined]
    .filter((one) => one !== undefined)
    .join(' ');
}

/** Names in a row; 未定 where nobody sits there. */
export function peopleText(tenures: readonly Tenure[], names: ReadonlyMap<number, string>): Text {
  const found = [...new Set(tenures.map((one) => one.person))].map((person) => same(names.get(person) ?? ''));
  return found.length === 0 ? VACANT : listed(found, { ja: ja`・`, en: en`, ` });
}

const VACANT: Text = { ja: ja`未定`, en: en`vacant` };

/** 事務局(常陸大宮市): the secretariat with its municipality. */
export function secretariatLabel({ chart, today }: { readonly chart: Chart; readonly today: Day }): Text {
  const { office } = officersOn(chart.rotation, today);
  const name = municipalityOf(chart, office)?.name ?? office;
  return { ja: ja`事務局(${name})`, en: en`the secretariat (${name})` };
}
