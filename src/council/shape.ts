/**
 * The shape of a council's file, part by part, and the values that it becomes.
 *
 * Shape only: whether a name means something is asked in references.ts. Every schema carries the key of the phrase that
 * says what it expects, so that a refusal can say it in both languages.
 */
import { z } from 'zod';
import { type Day, parseDay } from '../domain/day.ts';
import { STAGES } from '../domain/joining.ts';
import { isMunicipalityCode } from '../domain/municipalityCode.ts';
import type { Expectation } from './text.ts';

const expects = (error: Expectation): { error: Expectation } => ({ error });

const words = z.string(expects('words')).trim().min(1, expects('words'));
const slug = z.string(expects('slug')).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, expects('slug'));
const day = z.custom<Day>((it) => typeof it === 'string' && parseDay(it) !== undefined, expects('day'));
const code = z.string(expects('code')).refine(isMunicipalityCode, expects('code'));
const year = z.int(expects('year')).min(1990, expects('year')).max(2100, expects('year'));
const flag = z.boolean(expects('flag'));
const slackId = (first: RegExp, error: Expectation) => z.string({ error }).regex(first, { error });
const team = slackId(/^[TE][A-Z0-9]+$/, 'team');

/** `1-2` is text and `14` a number to YAML: both are a No. of the table. */
const systemNo = z
  .union([z.int(), z.string().regex(/^\d+(-\d+)*$/, expects('systemNo'))], expects('systemNo'))
  .transform((written) => String(written));

/** A list; nothing written after the colon is an empty one. */
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess((it) => it ?? [], z.array(one, expects('list'))).default([]);

/** By municipality, by the name that the file gives it. */
const byMunicipality = <T extends z.ZodType>(one: T) =>
  z.preprocess((it) => it ?? {}, z.record(z.string(), listOf(one), expects('map'))).default({});

const tenureShape = {
  person: slug,
  from: day,
  /** The last day, inclusive. */
  until: day.exactOptional(),
};

const tenure = z.strictObject({ ...tenureShape, deputy: flag.default(false) }, expects('map'));

/** The office of a body's lead stands open to all its municipalities: which one sends the person is said. */
const leadTenure = z.strictObject({ municipality: words, ...tenureShape }, expects('map'));

const settingOf = <K extends string, V extends z.ZodType>(key: K, value: V) =>
  z.strictObject(
    {
      key: z.literal(key),
      /** A body's slug; absent: the whole council. */
      scope: slug.exactOptional(),
      value,
      from: day,
      /** The article of the 要綱 or the 協定書 from which it comes. */
      basis: words.exactOptional(),
    },
    expects('map'),
  );

const agreement = z.enum(['all', 'majority', 'twoThirds'], expects('agreement'));
const quorum = z.enum(['none', 'half', 'twoThirds'], expects('quorum'));
const silence = z.union(
  [z.int().min(1, expects('silence')).max(60, expects('silence')), z.literal('off')],
  expects('silence'),
);

const shares = z.union(
  [z.literal('equal'), z.strictObject({ by: z.enum(['population', 'count']), of: z.record(code, z.int().min(0)) })],
  expects('shares'),
);

/** `02-16` */
const monthAndDay = z
  .string(expects('busySeasons'))
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, expects('busySeasons'));

/** What a council may set, one line a setting. */
const settings = [
  settingOf('termStart', z.enum(['april1', 'generalMeeting'], expects('termStart'))),
  settingOf('generalMeetings', z.array(day, expects('list'))),
  settingOf('agreementWorkingGroup', agreement),
  settingOf('agreementSubcommittee', agreement),
  settingOf('agreementProjectTeam', agreement),
  settingOf('agreementCouncil', agreement),
  settingOf('quorumWorkingGroup', quorum),
  settingOf('quorumSubcommittee', quorum),
  settingOf('quorumProjectTeam', quorum),
  settingOf('quorumCouncil', quorum),
  settingOf('castingVote', flag),
  settingOf(
    'agendaBusinessDays',
    z.int(expects('businessDays')).min(0, expects('businessDays')).max(20, expects('businessDays')),
  ),
  settingOf('silenceWorkingGroup', silence),
  settingOf('silenceSubcommittee', silence),
  settingOf('silenceProjectTeam', silence),
  settingOf('silenceCouncil', silence),
  settingOf('silenceMinutes', silence),
  settingOf('itemConfirmation', flag),
  settingOf('municipalityLabel', words),
  settingOf('closedDays', z.array(day, expects('list'))),
  settingOf(
    'meetingReminders',
    z.array(
      z.int(expects('reminders')).min(0, expects('reminders')).max(20, expects('reminders')),
      expects('reminders'),
    ),
  ),
  settingOf('absenceBlocks', flag),
  settingOf(
    'busySeasons',
    z.array(
      z.strictObject({ name: words, from: monthAndDay, until: monthAndDay, systems: z.array(words).optional() }),
      expects('busySeasons'),
    ),
  ),
  settingOf('venueRotation', z.union([z.literal('municipalities'), z.array(words)], expects('venues'))),
  settingOf('costShares', shares),
  settingOf('userGroups', flag),
  settingOf('bookmarks', z.array(z.strictObject({ title: words, link: words }), expects('list'))),
] as const;

const setting = z.discriminatedUnion('key', settings, expects('settingKey'));

/** 要綱, 協定書 and the like, and the days from which each wording holds. */
const basis = z.strictObject(
  {
    /** As the articles are cited: 要綱 of 要綱第8条. */
    name: words,
    title: words,
    versions: listOf(z.strictObject({ from: day, note: words }, expects('map'))),
  },
  expects('map'),
);

const municipality = z.strictObject(
  {
    code,
    name: words,
    kind: z.enum(['member', 'adviser', 'interested', 'observer', 'applicant', 'adopting'], expects('municipalityKind')),
    from: day,
    until: day.exactOptional(),
    /** What it became on the way into the council or out of it, step by step. */
    stages: listOf(
      z.strictObject({ stage: z.enum(STAGES, expects('stage')), from: day, basis: words.exactOptional() }),
    ),
  },
  expects('map'),
);

const body = z.strictObject(
  {
    slug,
    name: words,
    kind: z.enum(['council', 'projectTeam', 'subcommittee', 'workingGroup'], expects('bodyKind')),
    parent: slug.exactOptional(),
    /** What its lead is called, where the usual word (座長, 部会長) is not used. */
    leadLabel: words.exactOptional(),
    lead: listOf(leadTenure),
    members: byMunicipality(tenure),
    /** 情報主管担当 of each municipality; at the council itself only. */
    information: byMunicipality(tenure),
    /** At the council itself only. */
    adviser: byMunicipality(tenure),
  },
  expects('map'),
);

const system = z.strictObject(
  { slug, no: systemNo.exactOptional(), name: words, workingGroup: slug, aliases: listOf(words) },
  expects('map'),
);

const named = z.strictObject({ slug, name: words }, expects('map'));

const account = z.strictObject(
  { team, user: slackId(/^[UW][A-Z0-9]+$/, 'user'), from: day, until: day.exactOptional() },
  expects('map'),
);

const person = z.strictObject(
  {
    slug,
    name: words,
    kana: words.exactOptional(),
    email: z.email(expects('email')).exactOptional(),
    language: z.enum(['ja', 'en'], expects('language')).default('ja'),
    slack: listOf(account),
  },
  expects('map'),
);

const channel = z.strictObject(
  {
    team,
    id: slackId(/^[CG][A-Z0-9]+$/, 'channel'),
    name: words,
    body: slug,
    audience: z.enum(['internal', 'prefecture', 'joiner', 'vendor'], expects('audience')),
  },
  expects('map'),
);

/** The parts that are one thing each. */
export const parts = {
  council: z.strictObject(
    { slug, name: words, shortName: words, language: z.enum(['ja', 'en'], expects('language')).default('ja') },
    expects('map'),
  ),
  rotation: z.strictObject(
    /** The fiscal year in which the first of the order holds the chair. */
    { from: year, order: z.array(words, expects('list')).min(1, expects('list')) },
    expects('map'),
  ),
};

/** The parts that are lists. */
export const lists = {
  bases: basis,
  settings: setting,
  municipalities: municipality,
  bodies: body,
  systems: system,
  vendors: named,
  rounds: named,
  people: person,
  channels: channel,
};

/** The names of the settings, in the order in which they are written. */
export const settingKeys: readonly string[] = settings.map(({ shape }) => shape.key.value);

/** The names of the file's parts, in the order in which they are written. */
export const sections = [
  'council',
  'bases',
  'settings',
  'municipalities',
  'rotation',
  'bodies',
  'systems',
  'vendors',
  'rounds',
  'people',
  'channels',
] as const satisfies readonly (keyof CouncilFile)[];

/** The keys of each kind of entry, in the order in which they are written. */
export const keys = {
  council: Object.keys(parts.council.shape),
  basis: Object.keys(basis.shape),
  version: ['from', 'note'],
  setting: Object.keys(settings[0].shape),
  municipality: Object.keys(municipality.shape),
  stage: ['stage', 'from', 'basis'],
  rotation: Object.keys(parts.rotation.shape),
  body: Object.keys(body.shape),
  tenure: Object.keys(tenure.shape),
  leadTenure: Object.keys(leadTenure.shape),
  system: Object.keys(system.shape),
  named: Object.keys(named.shape),
  person: Object.keys(person.shape),
  account: Object.keys(account.shape),
  channel: Object.keys(channel.shape),
};

/** Every key that may stand somewhere within a part: the nearest to a mistyped one is looked for among them. */
export const keysWithin: Readonly<Record<(typeof sections)[number], readonly string[]>> = {
  council: keys.council,
  bases: [...keys.basis, ...keys.version],
  settings: keys.setting,
  municipalities: [...keys.municipality, ...keys.stage],
  rotation: keys.rotation,
  bodies: [...keys.body, ...keys.tenure, ...keys.leadTenure],
  systems: keys.system,
  vendors: keys.named,
  rounds: keys.named,
  people: [...keys.person, ...keys.account],
  channels: keys.channel,
};

export type Tenure = z.output<typeof tenure>;
export type LeadTenure = z.output<typeof leadTenure>;
export type Basis = z.output<typeof basis>;
export type Setting = z.output<typeof setting>;
export type Municipality = z.output<typeof municipality>;
export type Body = z.output<typeof body>;
export type System = z.output<typeof system>;
export type Named = z.output<typeof named>;
export type Person = z.output<typeof person>;
export type Channel = z.output<typeof channel>;

/** A council as its file says it, in canonical order. Days are inclusive; nothing here is ever "to be removed". */
export interface CouncilFile {
  readonly council: z.output<typeof parts.council>;
  readonly rotation: z.output<typeof parts.rotation>;
  readonly bases: readonly Basis[];
  readonly settings: readonly Setting[];
  readonly municipalities: readonly Municipality[];
  readonly bodies: readonly Body[];
  readonly systems: readonly System[];
  readonly vendors: readonly Named[];
  readonly rounds: readonly Named[];
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}
