/** What the digest tells of date polls: those that a person's municipalities have not answered, while they are open. */
import { membersOn, type Tenure } from '../domain/council.ts';
import { instantAt } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { bodiesOf } from '../domain/meeting.ts';
import { candidatesOf, type Poll, standingOf, unanswered } from '../domain/poll.ts';
import { dayAndHours, dayAsOf } from '../text/dates.ts';
import { buttons, heading, type Part, rowsAbout } from '../text/message.ts';
import { en, ja, listed, type Text } from '../text/text.ts';
import { bodyName } from './agendaText.ts';
import type { Morning, Section, Told } from './morning.ts';

export const pollsToAnswer: Section = async (morning) => {
  const { council, tenures, heardBy, preferences } = morning;
  const waiting = waitingOf(await council.polls.unsettled(), morning);
  const found = new Map<number, Told>();
  if (waiting.length === 0) return found;
  for (const [person, mine] of groups(tenures, (one) => heardBy(one.person))) {
    if (preferences(person).muted.includes('polls')) continue;
    const asked = waiting.filter((one) => mine.some((tenure) => waitsFor(one, tenure))).map((one) => one.poll);
    if (asked.length > 0)
      found.set(person, { worth: true, counts: [{ n: asked.length, of: text.count }], parts: parts(asked, morning) });
  }
  return found;
};

interface Waiting {
  readonly poll: Poll;
  /** Of each of its bodies, the municipalities that have not answered. */
  readonly silent: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The open ones, the nearest deadline first. */
const waitingOf = (polls: readonly Poll[], { chart, today }: Morning): Waiting[] =>
  polls
    .filter((poll) => standingOf(poll, instantAt(today)) === 'open')
    .map((poll) => {
      const [first] = candidatesOf(poll);
      const members = membersOn(chart, first?.slot.day ?? poll.deadline).map((one) => one.code);
      const silent = bodiesOf(poll).map((body) => [body, new Set(unanswered(poll, members, body))] as const);
      return { poll, silent: new Map(silent) };
    })
    .toSorted((a, b) => a.poll.deadline.localeCompare(b.poll.deadline) || a.poll.number - b.poll.number);

const waitsFor = ({ silent }: Waiting, { seat, municipality }: Tenure): boolean =>
  seat.role === 'member' && silent.get(seat.body)?.has(municipality) === true;

/** A row and a button each; the buttons of the first five. */
function parts(polls: readonly Poll[], { chart, council, today }: Morning): Part[] {
  const answers = polls.slice(0, 5).map(({ number }) => ({
    label: text.answer(number),
    line: `/wg answer D${number}`,
    council: council.id,
    about: `poll:${number}`,
  }));
  return [
    heading(text.title),
    rowsAbout(
      polls.map((one) => `poll:${one.number}`),
      polls.map((one) =>
        text.row(
          one.number,
          bodiesOf(one)
            .map((body) => bodyName(chart, body))
            .join('・'),
          dayAsOf(one.deadline, today),
          listed(
            candidatesOf(one).map(({ number, slot }) =>
              text.candidate(number, dayAndHours(slot.day, slot.start, slot.end)),
            ),
          ),
        ),
      ),
    ),
    buttons(...answers),
  ];
}

const text = {
  title: { ja: ja`ご回答をお待ちしている日程調整`, en: en`Date polls to answer` },
  count: (n: number): Text => ({ ja: ja`未回答の日程調整${n}件`, en: en`${n} date polls to answer` }),
  /** With its candidates: who reads it by mail sees them nowhere else. */
  row: (number: number, body: string, deadline: Text, candidates: Text): Text => ({
    ja: ja`• 日程調整D${number} ${body}(期限 ${deadline}) 候補:${candidates}`,
    en: en`• Date poll D${number} ${body} (by ${deadline}): ${candidates}`,
  }),
  candidate: (number: number, slot: Text): Text => ({ ja: ja`${number}. ${slot}`, en: en`${number}. ${slot}` }),
  answer: (number: number): Text => ({ ja: ja`D${number}に回答する`, en: en`Answer D${number}` }),
};
