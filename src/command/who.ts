/**
 * Who may what: the table of the council's rules, row for row. Each rule is permission and type in one: what it admits
 * (in which seat one acts, and whether for another) is there inside `run`.
 *
 * Everything is read from the tenures on the day; what a refusal says names who may.
 */
import { bodyOf, type Chart, leads, municipalityOf, type Role } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { type Item, type ItemEntry, isShared, ownersOf } from '../domain/item.ts';
import { officersOf, termOn, termStart } from '../domain/rotation.ts';
import { secretariatLabel } from '../text/seats.ts';
import { en, ja, same, type Text } from '../text/text.ts';
import type { Acting, Scene } from './scene.ts';
import type { Admission, Who } from './subcommand.ts';

export interface Admitted {
  readonly acting: Acting;
}

/** Read within the audience: every seat, the adviser, a joiner. */
export const everySeat: Who<unknown, Admitted> = (scene) => admitted(scene.roles[0]) ?? { refused: text.noSeat(scene) };

/** Read what is in hand an act too, such as the minutes: every seat, and who is to come once that was published. */
export const reader: Who<unknown, Admitted> = (scene) =>
  admitted(scene.roles[0] ?? scene.coming[0]) ?? { refused: text.noSeat(scene) };

/** See vendors' answers: every seat of a member municipality. */
export const memberSeat: Who<unknown, Admitted> = (scene) =>
  admitted(scene.roles.find((role) => municipalityOf(scene.chart, role.municipality)?.kind === 'member')) ?? {
    refused: text.membersOnly,
  };

/** Decide, call a meeting: the body's lead (the council's chair, the team's leader), else the secretariat, marked 代行. */
export const leadOf: Who<{ readonly body: string }, Admitted> = (scene, { body }) => {
  const lead = scene.roles.find((role) => leads(role, body, scene.chart));
  return admitted(lead) ?? admitted(roleAs(scene, 'secretariat'), true) ?? { refused: text.leadOnly(scene, body) };
};

/** Call a joint meeting: the lead of each of its bodies; else the secretariat. */
export const leadOfEach: Who<{ readonly bodies: readonly string[] }, Admitted> = (scene, { bodies }) => {
  const found = bodies.map((body) => leadOf(scene, { body }));
  const refused = found.find((one) => 'refused' in one);
  const onBehalf = found.find((one) => 'admits' in one && one.admits.acting.onBehalf);
  const first = refused ?? onBehalf ?? found[0];
  if (!first) throw new Error('a meeting is of a body');
  return first;
};

/** Add an item, object: any member seat of the body; its lead and the secretariat too. */
export const seatOf: Who<{ readonly body: string }, Admitted> = (scene, { body }) => {
  const own = (as: Role['as']): Role | undefined => scene.roles.find((role) => role.body === body && role.as === as);
  return (
    admitted(own('member') ?? own('lead')) ??
    admitted(roleAs(scene, 'secretariat')) ?? { refused: text.bodyOnly(scene, body) }
  );
};

/** Confirm for one's municipality: its own seat in the body; nobody else's word is that municipality's. */
export const memberSeatOf: Who<{ readonly body: string }, Admitted> = (scene, { body }) => {
  const own = scene.roles.find(
    (role) =>
      role.body === body &&
      (role.as === 'member' || role.as === 'lead') &&
      municipalityOf(scene.chart, role.municipality)?.kind === 'member',
  );
  return admitted(own) ?? { refused: text.memberOnly(scene, body) };
};

/** Whoever owes an item acts on it in the seat that owes it, though they lead its body too. */
const asOwner = ({ roles }: Scene, item: Pick<Item, 'owner' | 'others'>): Role | undefined =>
  roles.find((role) => ownersOf(item).includes(role.seat));

/** Close an item for all who owe it: who raised it, the body's lead; else the secretariat. */
export const closerOf: Who<Pick<Item, 'raised' | 'body'>, Admitted> = (scene, { raised, body }) => {
  const own = scene.roles.find((role) => role.seat === raised.seat || leads(role, body, scene.chart));
  return admitted(own) ?? admitted(roleAs(scene, 'secretariat'), true) ?? { refused: text.closerOnly(scene, body) };
};

/** Close an item: its owner seats, and those who may close it for all. */
export const ownerOf: Who<Pick<Item, 'owner' | 'others' | 'raised' | 'body'>, Admitted> = (scene, item) => {
  const found = admitted(asOwner(scene, item)) ?? closerOf(scene, item);
  return 'refused' in found ? { refused: text.ownerOnly(scene, item.body) } : found;
};

/** Reassign an item, change its due day: its owner seats, the body's lead; else the secretariat. */
export const dueOf: Who<Item, Admitted> = (scene, item) => {
  const own = asOwner(scene, item) ?? scene.roles.find((role) => leads(role, item.body, scene.chart));
  return (
    admitted(own) ?? admitted(roleAs(scene, 'secretariat'), true) ?? { refused: text.owningOnly(scene, item.body) }
  );
};

/** Comment on an item: any seat of its body, its owners and raiser, the adviser, the secretariat. */
export const commentOf: Who<Item, Admitted> = (scene, item) => {
  const mayComment = (role: Role): boolean =>
    role.body === item.body || role.seat === item.raised.seat || role.as === 'adviser';
  const own = asOwner(scene, item) ?? scene.roles.find(mayComment);
  return admitted(own) ?? admitted(roleAs(scene, 'secretariat')) ?? { refused: text.bodyOnly(scene, item.body) };
};

/** Take a step back: who took it, in any seat; else those who may close the item, for all who owe it. */
export const stepOf: Who<{ readonly item: Item; readonly step: ItemEntry | undefined }, Admitted> = (
  scene,
  subject,
) => {
  const own = subject.step?.by === scene.person.id ? admitted(scene.roles[0]) : undefined;
  return own ?? (isShared(subject.item) ? closerOf : ownerOf)(scene, subject.item);
};

/** Map channels: the secretariat. An administrator does the same at a shell, by the council's file. */
export const secretariat: Who<unknown, Admitted> = (scene) =>
  admitted(roleAs(scene, 'secretariat')) ?? { refused: text.secretariatOnly(scene) };

/** A seat that is to be filled or vacated from a day on. */
export interface RosterSubject {
  readonly municipality: string;
  readonly from: Day;
  /** Whether a change of that day is shown to everyone. */
  readonly published: boolean;
  /** Of the council, the project team or an information section: what the chair's office goes by. */
  readonly ofOffice: boolean;
}

/**
 * The roster of a municipality: its own information section; the secretariat once it has published, but never the
 * successors of the chair's own office.
 */
export const rosterOf: Who<RosterSubject, Admitted> = (scene, { municipality, from, published, ofOffice }) => {
  const own = scene.roles.find((role) => role.as === 'information' && role.municipality === municipality);
  if (own) return { admits: { acting: { role: own, onBehalf: false } } };
  const office = roleAs(scene, 'secretariat');
  if (!office) return { refused: text.rosterOnly(scene, municipality) };
  if (!published) return { refused: text.notPublished(scene, municipality) };
  const { rotation } = scene.chart;
  const next = termOn(rotation, scene.today) + 1;
  const successor = ofOffice && from >= termStart(rotation, next) && officersOf(rotation, next).chair === municipality;
  if (successor) return { refused: text.ownSuccessor(scene, municipality) };
  return { admits: { acting: { role: office, onBehalf: true } } };
};

/** From which day a municipality's names are shown: its own information section. */
export const rosterPublisher: Who<string, Admitted> = (scene, municipality) => {
  const own = scene.roles.find((role) => role.as === 'information' && role.municipality === municipality);
  return admitted(own) ?? { refused: text.publisherOnly };
};

function admitted(role: Role | undefined, onBehalf = false): Admission<Admitted> | undefined {
  return role && { admits: { acting: { role, onBehalf } } };
}

export const roleAs = (scene: Scene, as: Role['as']): Role | undefined => scene.roles.find((role) => role.as === as);

/** 座長, 部会長, 会長, リーダー, or what the body calls its lead. */
export function leadLabel(chart: Chart, slug: string): Text {
  const body = bodyOf(chart, slug);
  if (body?.leadLabel) return same(body.leadLabel);
  if (body?.kind === 'council') return { ja: ja`会長`, en: en`the chair` };
  if (body?.kind === 'projectTeam') return { ja: ja`リーダー`, en: en`the team leader` };
  if (body?.kind === 'subcommittee') return { ja: ja`部会長`, en: en`the head` };
  return { ja: ja`座長`, en: en`the lead` };
}

const text = {
  rosterOnly: (scene: Scene, code: string): Text => {
    const name = municipalityOf(scene.chart, code)?.name ?? code;
    return {
      ja: ja`${name}の名簿は、${name}の情報主管担当(公表後は${secretariatLabel(scene)}も)が変更できます。お手数ですが、そちらへご依頼ください。`,
      en: en`The roster of ${name} is changed by its information section (after publication by ${secretariatLabel(scene)} too). Please ask them.`,
    };
  },
  publisherOnly: {
    ja: ja`来年度の名簿の公表は、その市町の情報主管担当の方のみが行えます。`,
    en: en`Next year's roster is published by the municipality's own information section.`,
  },
  notPublished: (scene: Scene, code: string): Text => {
    const name = municipalityOf(scene.chart, code)?.name ?? code;
    return {
      ja: ja`${name}のその日からの名簿は公表前のため、${name}の情報主管担当のみが準備できます。公表後、またはその日以降は、事務局でも変更できます。`,
      en: en`${name} has not published its roster of that day; until then its information section alone prepares it.`,
    };
  },
  ownSuccessor: (scene: Scene, code: string): Text => {
    const name = municipalityOf(scene.chart, code)?.name ?? code;
    return {
      ja: ja`${name}は次の会長市町です。会長・事務局の後任は、${name}の情報主管担当が登録します。`,
      en: en`${name} chairs next. The successors of the chair's office are entered by ${name}'s own information section.`,
    };
  },
  noSeat: (scene: Scene): Text => ({
    ja: ja`本日の名簿では、${scene.council.shortName}のご担当として登録されていません。ご所属の情報主管担当、または${secretariatLabel(scene)}へご確認をお願いします。`,
    en: en`You hold no seat in ${scene.council.shortName} today. Please ask your municipality's information section or ${secretariatLabel(scene)}.`,
  }),
  membersOnly: {
    ja: ja`ベンダへの質問と回答は、構成団体の方のみご覧いただけます。`,
    en: en`Questions to the vendors and their answers are shown to the member municipalities alone.`,
  },
  leadOnly: (scene: Scene, body: string): Text => ({
    ja: ja`この操作は、${bodyName(scene, body)}の${leadLabel(scene.chart, body)}、または${secretariatLabel(scene)}が行えます。お手数ですが、どちらかへご依頼ください。`,
    en: en`This can be done by ${leadLabel(scene.chart, body)} of ${bodyName(scene, body)} or by ${secretariatLabel(scene)}. Please ask one of them.`,
  }),
  bodyOnly: (scene: Scene, body: string): Text => ({
    ja: ja`この操作は、${bodyName(scene, body)}の委員、または${secretariatLabel(scene)}が行えます。`,
    en: en`This can be done by the members of ${bodyName(scene, body)} or by ${secretariatLabel(scene)}.`,
  }),
  memberOnly: (scene: Scene, body: string): Text => ({
    ja: ja`この操作は、${bodyName(scene, body)}の委員が、ご自身の市町について行えます。`,
    en: en`This can be done by the members of ${bodyName(scene, body)}, each for their own municipality.`,
  }),
  ownerOnly: (scene: Scene, body: string): Text => ({
    ja: ja`この操作は、課題の担当・起票者、${bodyName(scene, body)}の${leadLabel(scene.chart, body)}、または${secretariatLabel(scene)}が行えます。`,
    en: en`This can be done by the item's owner or raiser, ${leadLabel(scene.chart, body)} of ${bodyName(scene, body)}, or ${secretariatLabel(scene)}.`,
  }),
  closerOnly: (scene: Scene, body: string): Text => ({
    ja: ja`複数の担当がある課題のため、この操作は、起票者、${bodyName(scene, body)}の${leadLabel(scene.chart, body)}、または${secretariatLabel(scene)}が行えます。`,
    en: en`Several owe this item, so this can be done by its raiser, ${leadLabel(scene.chart, body)} of ${bodyName(scene, body)}, or ${secretariatLabel(scene)}.`,
  }),
  owningOnly: (scene: Scene, body: string): Text => ({
    ja: ja`担当と期限の変更は、課題の担当、${bodyName(scene, body)}の${leadLabel(scene.chart, body)}、または${secretariatLabel(scene)}が行えます。`,
    en: en`The owner and the due day can be changed by the item's owner, ${leadLabel(scene.chart, body)} of ${bodyName(scene, body)}, or ${secretariatLabel(scene)}.`,
  }),
  secretariatOnly: (scene: Scene): Text => ({
    ja: ja`この操作は、${secretariatLabel(scene)}が行えます。お手数ですが、事務局へご依頼ください。`,
    en: en`This can be done by ${secretariatLabel(scene)}. Please ask them.`,
  }),
};

const bodyName = (scene: Scene, slug: string): string => bodyOf(scene.chart, slug)?.name ?? slug;
