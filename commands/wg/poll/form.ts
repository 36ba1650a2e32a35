/**
 * The form of a date poll: ○△× for each candidate, as the municipality has answered so far, with what speaks against each.
 *
 * Each choice says when the candidate was as the form shows it, so that nobody answers a time that was moved meanwhile. A poll
 * has ten candidates at most, a modal a hundred blocks.
 */
import type { FormField } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { municipalityOf } from '../../../src/domain/council.ts';
import { bodiesOf } from '../../../src/domain/meeting.ts';
import { answerOf, type Candidate, candidatesOf, type Mark } from '../../../src/domain/poll.ts';
import type { KeptPoll } from '../../../src/store/council/polls.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { type Button, buttons, note } from '../../../src/text/message.ts';
import { en, ja, listed, plain } from '../../../src/text/text.ts';
import { asSeen } from '../../arguments/marks.ts';
import { WAYS } from '../../arguments/told.ts';
import { askedIn, type Weighed, weigh } from '../../subjects/polls.ts';
import { formText as text } from './formText.ts';
import { namesOf, warningTexts } from './surface.ts';

const MARKS = ['yes', 'maybe', 'no'] as const;

/** For whom the form answers. */
export interface Answered {
  readonly poll: KeptPoll;
  readonly municipality: string;
  /** The bodies for whose seats it answers. */
  readonly bodies: readonly string[];
  /** The body's word, where only one of several was named. */
  readonly of: string | undefined;
  readonly onBehalf: boolean;
}

export async function answerForm(asked: Answered, scene: Scene, store: CouncilStore): Promise<Reply> {
  const { poll, municipality, of, onBehalf } = asked;
  const town = municipalityOf(scene.chart, municipality)?.name ?? municipality;
  const weighed = await weigh(poll, scene.chart, scene.calendar, scene.today, store);
  return {
    form: {
      ...{ command: 'wg', subcommand: 'answer', title: onBehalf ? text.enterFor(town) : text.answerFor(town) },
      given: {
        number: `D${poll.number}`,
        ...(onBehalf && { onBehalf: '代行', municipality: town, ...(of !== undefined && { of }) }),
      },
      fields: [
        ...candidatesOf(poll).map((one) => candidateField(one, asked, weighed)),
        ...(onBehalf ? sourceFields(scene) : []),
      ],
    },
  };
}

function candidateField(candidate: Candidate, { poll, municipality, bodies }: Answered, weighed: Weighed): FormField {
  const given = new Set(bodies.map((body) => answerOf(poll, candidate, municipality, body)?.mark));
  const [mark, ...others] = [...given];
  const { warnings = [] } = weighed.ranked.find((one) => one.candidate.number === candidate.number) ?? {};
  return {
    key: `marks/${candidate.number}`,
    label: text.candidate(candidate),
    field: {
      kind: 'choice',
      options: MARKS.map((one) => ({ value: asSeen(candidate, one), label: text.choice[one] })),
      atOnce: true,
    },
    optional: false,
    initial: mark === undefined || others.length > 0 ? '' : asSeen(candidate, mark as Mark),
    ...(warnings.length > 0 && { hint: text.beware(listed(warningTexts(warnings, weighed.names, weighed.places))) }),
  };
}

/** How, when and by whom it was told. */
const sourceFields = ({ today }: Scene): FormField[] => [
  { key: 'source/way', label: text.howTold, field: { kind: 'choice', options: WAYS }, optional: false, initial: '' },
  {
    key: 'source/day',
    label: text.toldOn,
    field: { kind: 'line', placeholder: { ja: ja`6/3`, en: en`6/3` } },
    optional: false,
    initial: plain(dayAsOf(today, today).ja),
  },
  { key: 'source/name', label: text.toldBy, field: { kind: 'line' }, optional: false, initial: '' },
];

/** Whose answer it is to be: a button for each municipality. */
export function whoseAnswer(poll: KeptPoll, { chart }: Scene): Reply {
  const list: Button[] = askedIn(poll, chart).map((code) => {
    const town = namesOf([code], chart);
    return { label: text.forTown(town), line: `/wg answer D${poll.number} 代行 ${town}` };
  });
  const several = bodiesOf(poll).length > 1 ? [note(text.bodyToo(poll.number))] : [];
  return whisper(text.whose(poll.number), buttons(...list), ...several);
}
