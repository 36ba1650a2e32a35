/** Which seats are meant: one's own where none is named, else those of a municipality, of a body, or of both. */
import { whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { type Body, councilBody, type Municipality, type Seat } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import type { SeatSaid } from '../arguments/seatNames.ts';
import { bodyMeant } from './bodies.ts';

export async function seatsMeant(
  said: SeatSaid | undefined,
  scene: Scene,
  store: CouncilStore,
): Promise<About<readonly [Seat, ...Seat[]]>> {
  const named = namesMeant(said?.names ?? [], scene);
  if ('refused' in named) return named;
  const { municipality, body } = named.subject;
  const own = [...new Set(scene.roles.map((role) => role.seat))];
  if (!municipality && !body) {
    const seats = await Promise.all(own.map((id) => store.seat(id)));
    return found(seats.filter((one) => one !== undefined).filter(isRole(said)), text.noneOwn);
  }
  const where = said?.role === 'information' || said?.role === 'adviser' ? councilBody(scene.chart) : body;
  const bodies = where ? [where.slug] : scene.chart.bodies.map((one) => one.slug);
  const seats = (await Promise.all(bodies.map((slug) => store.seatsOf(slug)))).flat();
  const fitting = seats
    .filter((one) => !municipality || one.municipality === municipality.code)
    .filter(isRole(said))
    .filter((one) => said?.role !== undefined || !municipality || !body || one.role !== 'information');
  return found(fitting, text.none);
}

const isRole =
  (said: SeatSaid | undefined) =>
  ({ role }: Seat): boolean =>
    said?.role === undefined || role === said.role;

function found(seats: readonly Seat[], otherwise: Text): About<readonly [Seat, ...Seat[]]> {
  const [first, ...others] = seats;
  return first ? { subject: [first, ...others] } : { refused: whisper(otherwise) };
}

/** A word is a municipality's name, or else a body's or a system's. */
function namesMeant(
  words: readonly string[],
  scene: Scene,
): About<{ readonly municipality: Municipality | undefined; readonly body: Body | undefined }> {
  let municipality: Municipality | undefined;
  let body: Body | undefined;
  for (const word of words) {
    const place = scene.chart.municipalities.find((one) => fold(one.name) === fold(word) || one.code === word);
    if (place) {
      municipality = place;
      continue;
    }
    const meant = bodyMeant(word, scene);
    if ('refused' in meant) return meant;
    body = meant.subject;
  }
  return { subject: { municipality, body } };
}

const text = {
  noneOwn: {
    ja: ja`本日の名簿に、ご自身の担当がありません。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体をご入力ください。`,
    en: en`You hold no seat today. Name a municipality and a body, as in “/council handover 那珂市 介護保険WG”.`,
  },
  none: {
    ja: ja`該当する担当がありません。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体をご入力ください。`,
    en: en`There is no such seat. Name a municipality and a body, as in “/council handover 那珂市 介護保険WG”.`,
  },
};
