/** A person's digest: what each section tells them of a council, and the one message over all their councils. */
import type { Day } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { subjectIn } from '../store/council/digests.ts';
import { dayAsOf } from '../text/dates.ts';
import { line, type Message, type Part } from '../text/message.ts';
import { bold, en, ja, listed, nothing, same, type Text } from '../text/text.ts';
import { agenda } from './agenda.ts';
import { agendasToIssue } from './agendasToIssue.ts';
import { awaited } from './awaited.ts';
import { escalated } from './escalated.ts';
import { leaving } from './leaving.ts';
import { minutesToConfirm } from './minutesToConfirm.ts';
import { missedBy, missedNote } from './missed.ts';
import type { Morning, Section, Told } from './morning.ts';
import { pollsToAnswer } from './polls.ts';
import { standingIn } from './standingIn.ts';
import { undatedTerm } from './undatedTerm.ts';
import { undelivered } from './undelivered.ts';
import { vacancies } from './vacancies.ts';
import { weekly } from './weekly.ts';

/** What digests tell of, in its order: for whom besides, what changed first, then what is to be done. What exists is written here. */
const SECTIONS: readonly Section[] = [
  ...[standingIn, agenda, pollsToAnswer, awaited, minutesToConfirm, agendasToIssue],
  ...[escalated, weekly, vacancies, leaving, undatedTerm, undelivered],
];

/** What a person is told of one council. */
export interface ToldOf {
  /** The council's id. */
  readonly council: string;
  readonly name: string;
  readonly sections: readonly Told[];
  /** The days before whose digests an outage kept from them. */
  readonly missed: readonly Day[];
}

/** What each person of a council is told; whether that is worth a message is another question. */
export async function tellings(morning: Morning, name: string): Promise<Map<number, ToldOf>> {
  const found = new Map<number, Told[]>();
  for (const section of await Promise.all(SECTIONS.map((one) => one(morning))))
    for (const [person, told] of section) found.set(person, [...(found.get(person) ?? []), told]);
  return new Map(
    [...found].map(([person, sections]) => [
      person,
      { council: morning.council.id, name, sections, missed: missedBy(person, morning) },
    ]),
  );
}

export const isWorth = (all: readonly ToldOf[]): boolean =>
  all.some(({ sections }) => sections.some((one) => one.worth));

/**
 * One message of all councils; to somebody of several, what each tells stands under its name, since each counts from 1. Days
 * that were missed are named first. It is kept with the council `home`; what others ask for is named with theirs.
 */
export function messageOf(
  all: readonly ToldOf[],
  { home, several, today }: { readonly home: string; readonly several: boolean; readonly today: Day },
  title: (counts: Text, first: Text) => Text,
): Message {
  const sections = all.flatMap((one) => one.sections);
  const first = sections.find((one) => one.first !== undefined)?.first ?? nothing;
  const parts = all.flatMap(({ council, name, sections: own }): Part[] => [
    ...(several ? [line(bold(same(name)))] : []),
    ...own.flatMap((one) => one.parts.map((part) => (council === home ? part : ofCouncil(council, part)))),
  ]);
  const missed = [...new Set(all.flatMap((one) => one.missed))].toSorted();
  return { summary: title(countsOf(sections), first), parts: [...missedNote(missed, today), ...parts] };
}

function ofCouncil(council: string, part: Part): Part {
  const theirs = (about: string): string => (about === '' ? about : subjectIn(council, about));
  if (part.kind === 'rows' && part.about) return { ...part, about: part.about.map(theirs) };
  if (part.kind !== 'buttons') return part;
  return { ...part, buttons: part.buttons.map((one) => (one.about ? { ...one, about: theirs(one.about) } : one)) };
}

/** Each thing with its number over all councils. */
const countsOf = (sections: readonly Told[]): Text =>
  listed(
    [
      ...groups(
        sections.flatMap((one) => one.counts.filter(({ n }) => n > 0)),
        ({ of }) => of,
      ),
    ].map(([of, all]) => of(all.reduce((sum, one) => sum + one.n, 0))),
  );

export const inTheMorning =
  (today: Day) =>
  (counts: Text, first: Text): Text => ({
    ja: ja`おはようございます。${dayAsOf(today, today)}のお知らせです。${counts}です。${first}`,
    en: en`Good morning. ${dayAsOf(today, today)}: ${counts}.${first}`,
  });

/** What the message asks to be seen to: `item:45`, of another council `kenpoku/item:45`. */
export const subjectsOf = ({ parts = [] }: Message): string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === 'rows' ? (part.about ?? []) : [])).filter((one) => one !== '')),
];
