/** Which seat is meant, from which day, and who is meant to hold it. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import type { RosterSubject } from '../../src/command/who.ts';
import { bodyOf, type Chart, isOn, type Municipality, type Seat } from '../../src/domain/council.ts';
import { addDays } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { isShown } from '../../src/domain/publication.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons } from '../../src/text/message.ts';
import { same } from '../../src/text/text.ts';
import type { MunicipalitiesSaid } from '../arguments/municipalities.ts';
import { nameForm, type Office, type PersonSaid, type Span } from '../arguments/seats.ts';
import { text } from '../council/seatText.ts';
import { bodyMeant } from './bodies.ts';
import { peopleSeen } from './rosters.ts';

export interface SeatMeant extends RosterSubject {
  readonly seat: Seat;
}

interface Said {
  readonly act?: 'assign' | 'vacate' | 'section' | undefined;
  readonly body: string;
  readonly office?: Office | undefined;
  readonly municipality?: MunicipalitiesSaid | undefined;
  readonly span?: Span | undefined;
}

/** The seat of the body, of the municipality that was named or else one's own. */
export async function seatMeant(said: Said, scene: Scene, store: CouncilStore): Promise<About<SeatMeant>> {
  const { chart, today } = scene;
  const body = bodyMeant(said.body, scene);
  if ('refused' in body) return body;
  const municipality = municipalityMeant(said.municipality, scene);
  if ('refused' in municipality) return municipality;
  const { code } = municipality.subject;
  const role = said.office ?? (municipality.subject.kind === 'adviser' ? 'adviser' : 'member');
  const all = await store.seats.all();
  const whole = chart.bodies.find((one) => one.kind === 'council')?.slug;
  const seat = all.find((one) => {
    if (role === 'lead') return one.body === body.subject.slug && one.role === 'lead';
    const of = role === 'information' || role === 'adviser' ? whole : body.subject.slug;
    return one.body === of && one.role === role && one.municipality === code;
  });
  if (!seat) return { refused: whisper(text.noSeat(body.subject.name, municipality.subject.name, role)) };
  const { span } = said;
  // What is known of a last day is told from the day after.
  const from =
    said.act === 'vacate' ? addDays(span?.until ?? addDays(span?.from ?? today, -1), 1) : (span?.from ?? today);
  await store.seats.lock();
  const published = isShown(await store.rosters.publications(), code, from, today);
  const kind = bodyOf(chart, seat.body)?.kind;
  const ofOffice = kind === 'council' || kind === 'projectTeam';
  return { subject: { seat, municipality: code, from, published, ofOffice } };
}

function municipalityMeant(said: MunicipalitiesSaid | undefined, { chart, roles, today }: Scene): About<Municipality> {
  const here = chart.municipalities.filter((one) => isOn(one, today) || one.from > today);
  const [name, ...others] = said === undefined || said === 'all' ? [] : said;
  if (said === 'all' || others.length > 0) return { refused: whisper(text.oneMunicipality) };
  const own = roles.find((one) => one.as === 'information')?.municipality;
  const found = here.find((one) => (name === undefined ? one.code === own : fold(one.name) === fold(name)));
  if (found) return { subject: found };
  if (name === undefined) return { refused: whisper(text.whichMunicipality) };
  return {
    refused: whisper(
      text.noMunicipality(
        name,
        nearest(
          name,
          here.map((one) => one.name),
        ),
      ),
    ),
  };
}

export type PersonMeant =
  | { readonly person: number; readonly name: string }
  | { readonly register: string }
  | { readonly refused: Reply };

/** Of those whom the asker may know: by account, number or name; of several of one name it is asked which. */
export async function personMeant(
  said: PersonSaid,
  code: string,
  { line, chart, place, today, ...scene }: Scene,
  store: CouncilStore,
): Promise<PersonMeant> {
  const people = await peopleSeen({ ...scene, today }, store);
  if ('userId' in said) {
    const found = await store.personOf(place.teamId, said.userId, today);
    const known = people.find((one) => one.person === found);
    return known ? { person: known.person, name: known.name } : { refused: whisper(text.unknownAccount) };
  }
  if ('number' in said) {
    const found = people.find((one) => one.person === said.number);
    return found ? { person: found.person, name: found.name } : { refused: whisper(text.unknownNumber(said.number)) };
  }
  const [only, ...others] = people.filter((one) => nameForm(one.name) === nameForm(said.name));
  const here = [only, ...others].some((one) => one?.municipalities.includes(code));
  // Who is new here and has a namesake here is most likely registered already.
  if (said.isNew && (said.another || !here)) return { register: said.name };
  // Somebody of that name in another municipality is most likely somebody else.
  const theirs = only && (only.municipalities.length === 0 || only.municipalities.includes(code));
  if (only && theirs && others.length === 0 && !said.isNew) return { person: only.person, name: only.name };
  if (only) {
    const list = [only, ...others].map((one) => ({
      label: text.namesake(one.name, placesOf(one.municipalities, chart)),
      line: saying(line, said.name, `氏名番号${one.person}`),
    }));
    const fresh = { label: text.namesakeNew(said.name), line: saying(line, said.name, `別人:「${said.name}」`) };
    const asked =
      list.length > 1 ? text.several(said.name) : here ? text.registeredHere(said.name) : text.elsewhere(said.name);
    return { refused: whisper(asked, buttons(...list, fresh)) };
  }
  const near = nearest(
    nameForm(said.name),
    people.map((one) => nameForm(one.name)),
  );
  const meant = people.find((one) => nameForm(one.name) === near);
  return {
    refused: whisper(
      text.unknownPerson(said.name),
      buttons(
        ...(meant ? [{ label: text.yes(meant.name), line: saying(line, said.name, `氏名番号${meant.person}`) }] : []),
        { label: text.register(said.name), line: saying(line, said.name, `新規:「${said.name}」`) },
      ),
    ),
  };
}

/** The line with other words for the person, however the name was written there. */
const saying = (line: string, name: string, instead: string): string => {
  const parts = name.split(/\s+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return line.replace(
    new RegExp(`(?:(?:新規|別人)\\s*[:：]?\\s*)?[@＠「]?${parts.join('\\s+')}(?:」|さん|様|氏)?`, 'u'),
    () => instead,
  );
};

const placesOf = (codes: readonly string[], chart: Chart) =>
  same(codes.map((code) => chart.municipalities.find((one) => one.code === code)?.name ?? code).join('・'));
