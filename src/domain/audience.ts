/**
 * Audiences: what the people of member municipalities, the prefecture, a late joiner and a vendor may see. One rule, for a
 * person and for a channel.
 */
import type { MunicipalityKind } from './council.ts';

/** From the innermost outwards. */
export const AUDIENCES = ['internal', 'prefecture', 'joiner', 'vendor'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is not for everyone. */
export const GUARDED = [
  'cost',
  'rates',
  'rfiMarks',
  'proposalMarks',
  'alternative',
  'questions',
  'intentionsBeforeClosing',
  'attendees',
] as const;
export type Guarded = (typeof GUARDED)[number];

/**
 * Rates over all vendors are what the council publishes. A joiner adopts what the chosen package answered, so it reads the
 * proposal's answers; costs, what vendors said in confidence (RFI), and how a municipality answers while others still
 * may, stay within the members. Who sat in a meeting by name is for those who may sit there.
 */
const MAY: Readonly<Record<Guarded, readonly Audience[]>> = {
  cost: ['internal'],
  rates: ['internal', 'prefecture', 'joiner'],
  rfiMarks: ['internal'],
  proposalMarks: ['internal', 'joiner'],
  alternative: ['internal', 'joiner'],
  questions: ['internal'],
  intentionsBeforeClosing: ['internal'],
  attendees: ['internal', 'prefecture', 'joiner'],
};

/** The one with the fewest onlookers: what a body is told goes to its channels of this audience, and never to vendors'. */
export const narrowest = (all: readonly Audience[]): Audience | undefined =>
  AUDIENCES.find((one) => one !== 'vendor' && all.includes(one));

/** Whether people of this audience read channels of that one. */
export const isAmong = (own: Audience, channel: Audience): boolean =>
  AUDIENCES.indexOf(own) <= AUDIENCES.indexOf(channel);

export const maySee = (audience: Audience, what: Guarded): boolean => MAY[what].includes(audience);

/** The audience of a person by the municipalities that they sit for; the innermost of several. */
export function audienceOf(kinds: readonly (MunicipalityKind | undefined)[]): Audience {
  if (kinds.includes('member')) return 'internal';
  if (kinds.includes('adviser')) return 'prefecture';
  return kinds.some((kind) => kind !== undefined) ? 'joiner' : 'vendor';
}

/** What a round's marks are: an RFI's are given in confidence. */
export const marksOf = (round: string): 'rfiMarks' | 'proposalMarks' =>
  round.toLowerCase().startsWith('rfi') ? 'rfiMarks' : 'proposalMarks';
