/** What the digest tells of date polls: those that a person's municipalities have not answered, while they are open. */
import { type Chart, membersOn, type Tenure } from '../domain/council.ts';
import { type Day, instantAt } from '../domain/day.ts';
import { candidatesOf, type Poll, standingOf, unanswered } from '../domain/poll.ts';
import { shortDay } from '../text/dates.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

/** The polls of the person's seats, the nearest deadline first. */
export const pollsToAnswer = (
  polls: readonly Poll[],
  mine: readonly Tenure[],
  chart: Chart,
  today: Day,
): readonly Poll[] =>
  polls
    .filter((poll) => standingOf(poll, instantAt(today)) === 'open')
    .filter((poll) => {
      const [first] = candidatesOf(poll);
      const members = membersOn(chart, first?.slot.day ?? poll.deadline).map((one) => one.code);
      const silent = unanswered(poll, members);
      return mine.some(
        ({ seat, municipality }) => seat.body === poll.body && seat.role === 'member' && silent.includes(municipality),
      );
    })
    .toSorted((a, b) => a.deadline.localeCompare(b.deadline) || a.number - b.number);

/** A row and a button each; the buttons of the first five. */
export function pollParts(polls: readonly Poll[], bodyName: (slug: string) => string, council: string): Part[] {
  if (polls.length === 0) return [];
  const answers = polls
    .slice(0, 5)
    .map(({ number }) => ({ label: text.answer(number), line: `/wg answer D${number}`, council }));
  return [
    heading(text.title),
    rows(polls.map((one) => text.row(one.number, bodyName(one.body), one.deadline))),
    buttons(...answers),
  ];
}

const text = {
  title: { ja: ja`ご回答をお待ちしている日程調整`, en: en`Date polls to answer` },
  row: (number: number, body: string, deadline: Day): Text => ({
    ja: ja`• 日程調整D${number} ${body}(期限 ${shortDay(deadline)})`,
    en: en`• Date poll D${number} ${body} (by ${shortDay(deadline)})`,
  }),
  answer: (number: number): Text => ({ ja: ja`D${number}に回答する`, en: en`Answer D${number}` }),
};
