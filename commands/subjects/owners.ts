/** Which seats of a body are meant to owe something: by mention, by a municipality's, an office's or a person's name, or by whoever types. */
import type { Scene } from '../../src/command/scene.ts';
import { leadLabel } from '../../src/command/who.ts';
import { isHere, membersOn, type Tenure } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { en, ja, plain, type Text } from '../../src/text/text.ts';
import type { Mention } from '../arguments/words.ts';

/** How all municipalities are called at once. */
export const EVERYONE: readonly string[] = [
  ...['全市町村', '全市町', '全団体', '全構成団体', '各市町村', '各市町', '各団体', '各構成団体', '全員'],
];

/** 「各団体で現行運用を調べる」: the words begin with a name of all, and say what they shall do. */
export const everyoneIn = (words: string): string | undefined =>
  EVERYONE.find(
    (one) => words.startsWith(one) && /^(?:とも)?(?:で|にて|は|が)(?!は|も)/u.test(words.slice(one.length)),
  );

/** How leads are called, whatever this council calls its own. */
const LEADS: readonly string[] = ['座長', '部会長'];

/** Seats; none: the secretariat keeps it, where it was named. */
export interface OwnersMeant {
  readonly seats: readonly string[];
  readonly kept: boolean;
}

/** Each seat once, in the order in which they were named; `holders` are the body's tenures of the day. */
export async function ownersMeant(
  mentions: readonly Mention[],
  body: string,
  holders: readonly Tenure[],
  scene: Scene,
  store: CouncilStore,
): Promise<OwnersMeant | { readonly refused: Text }> {
  const seated = new Set(
    (await store.seatsOf(body)).map((one) => (one.role === 'member' ? one.municipality : undefined)),
  );
  const towns = membersOn(scene.chart, scene.today).filter(({ code }) => seated.has(code));
  const all = mentions.flatMap((one): Mention[] =>
    'name' in one && EVERYONE.includes(fold(one.name)) ? towns.map(({ name }) => ({ name })) : [one],
  );
  const kept = all.filter((one) => !isSecretariat(one)).length < all.length;
  if (kept && all.length > 1) return { refused: text.secretariatAlone };
  const seats = new Set<string>();
  for (const mention of kept ? [] : all) {
    const owner = await ownerMeant(mention, body, holders, scene, store);
    if ('refused' in owner) return owner;
    seats.add(owner.seat);
  }
  return { seats: [...seats], kept };
}

/** Whether a name without @ may be an owner's: a municipality's, an office's, or that of all. */
export const isOwnerName = (name: string, { chart }: Pick<Scene, 'chart'>): boolean =>
  [...EVERYONE, ...LEADS, '事務局'].includes(name) || chart.municipalities.some((one) => fold(one.name) === fold(name));

const isSecretariat = (mention: Mention): boolean =>
  'name' in mention && ['事務局', 'secretariat'].includes(fold(mention.name));

type Owner = { readonly seat: string } | { readonly refused: Text };

/** The seat that is meant: of the person mentioned, of the municipality named, or of the person so called. */
async function ownerMeant(
  mention: Mention,
  body: string,
  tenures: readonly Tenure[],
  scene: Scene,
  store: CouncilStore,
): Promise<Owner> {
  const members = tenures.filter((one) => one.seat.role === 'member');
  if ('self' in mention) {
    const own = members.find((one) => one.person === scene.person.id)?.seat;
    return own ? { seat: own.id } : { refused: text.noOwnSeat };
  }
  if ('userId' in mention) {
    const person = await store.personOf(scene.place.teamId, mention.userId, scene.today);
    const seat = members.find((one) => one.person === person)?.seat;
    return seat ? { seat: seat.id } : { refused: text.noMention };
  }

  const seats = await store.seatsOf(body);
  const office = seats.find((one) => one.role === 'lead');
  const isLead = [plain(leadLabel(scene.chart, body).ja), ...LEADS, 'lead'].some(
    (one) => fold(one) === fold(mention.name),
  );
  if (isLead && office) return { seat: office.id };
  const municipality = scene.chart.municipalities.find((one) => fold(one.name) === fold(mention.name));
  const ofMunicipality = seats.find((one) => one.role === 'member' && one.municipality === municipality?.code);
  if (municipality && !isHere(scene.chart, municipality.code, scene.today))
    return { refused: text.notHere(municipality.name) };
  if (municipality && ofMunicipality) return { seat: ofMunicipality.id };

  const names = await store.names(members.map((one) => one.person));
  const wanted = fold(mention.name)
    .replace(/(?:さん|様|氏)$/u, '')
    .replace(/\s/gu, '');
  const called = members.filter((one) =>
    fold(names.get(one.person) ?? '')
      .replace(/\s/gu, '')
      .startsWith(wanted),
  );
  const found = new Set(called.map((one) => one.seat.id));
  const [only, ...others] = found;
  if (only === undefined) return { refused: text.unknownOwner(mention.name, leadLabel(scene.chart, body)) };
  return others.length > 0 ? { refused: text.severalOwners(mention.name) } : { seat: only };
}

const text = {
  unknownOwner: (typed: string, lead: Text): Text => ({
    ja: ja`「${typed}」は、この会議体の委員には見つかりませんでした。委員の氏名のほか、@那珂市、@${lead}、@事務局、@各市町 のようにもご指定いただけます。`,
    en: en`“${typed}” was not found among this body's members. A municipality can be named too, as in @那珂市; or @lead, @secretariat.`,
  }),
  notHere: (name: string): Text => ({
    ja: ja`${name}は、本日の時点では構成団体ではありません。ほかの市町、または @事務局 をご指定ください。`,
    en: en`${name} is not with the council today. Please name another municipality, or @secretariat.`,
  }),
  secretariatAlone: {
    ja: ja`事務局は、ほかの担当と同時には指定できません。事務局のみ、または委員のみをご指定ください。`,
    en: en`The secretariat keeps an item alone. Please name it alone, or members only.`,
  },
  severalOwners: (typed: string): Text => ({
    ja: ja`「${typed}」に当てはまる方が複数います。@の後に氏名をすべてご入力ください。`,
    en: en`“${typed}” fits several people. Please type the whole name.`,
  }),
  noOwnSeat: {
    ja: ja`この会議体にはご自身の委員としての担当がないため、「自分」とはご指定いただけません。@那珂市 のように、担当の市町名でご指定ください。`,
    en: en`You have no member's seat in this body, so “me” cannot owe it. Please name who does, as in @那珂市.`,
  },
  noMention: {
    ja: ja`この方は、この会議体の本日の委員ではありません。@那珂市 のように市町名でご指定ください。`,
    en: en`This person is not a member of the body today. Please name the municipality, as in @那珂市.`,
  },
};
