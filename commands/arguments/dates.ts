/** Arguments that are dates: when a meeting is, by when something is due. The whole phrase is read, or refused. */

import { absent, argument } from '../../src/command/argument.ts';
import { type Day, weekdayOf } from '../../src/domain/day.ts';
import { readDay, readWhen, refusePast, type When, type WhenProblem } from '../../src/domain/when.ts';
import { dayAndHours, fullDay } from '../../src/text/dates.ts';
import { en, ja, listed, type Text } from '../../src/text/text.ts';

/** `6/12 14:00-16:00`, `来月第2火曜 14時から16時` */
export const when = argument<When>({
  label: { ja: ja`日時`, en: en`when` },
  field: {
    kind: 'line',
    placeholder: { ja: ja`6/12 14:00-16:00、来月第2火曜 14時から16時`, en: en`6/12 14:00-16:00` },
  },
  read: (line, { today, calendar }) => {
    const reading = refusePast(readWhen(line, today, calendar), line, today);
    if ('none' in reading) return absent;
    return 'unclear' in reading
      ? { unclear: problemText(reading.unclear) }
      : { read: reading.read, length: reading.length };
  },
});

/** `12/10`, `3営業日後`, `来週金曜まで` */
export const dueDay = argument<Day>({
  label: { ja: ja`期限`, en: en`due day` },
  field: { kind: 'line', placeholder: { ja: ja`12/10、3営業日後、来週金曜まで`, en: en`12/10` } },
  read: (line, { today, calendar }) => {
    const reading = refusePast(readDay(line, today, calendar), line, today);
    if ('none' in reading) return absent;
    return 'unclear' in reading
      ? { unclear: problemText(reading.unclear) }
      : { read: reading.read.day, length: reading.length };
  },
});

/** What was unclear, and what may have been meant. */
function problemText(problem: WhenProblem): Text {
  const { typed, nearest } = problem;
  const meant = nearest.length === 0 ? text.typeIt : text.meant(listed(nearest.map(whenText), text.or));
  const why = reason(problem, typed);
  return { ja: ja`${why}${meant}`, en: en`${why} ${meant}` };
}

function reason(problem: WhenProblem, typed: string): Text {
  switch (problem.kind) {
    case 'noSuchDay':
      return { ja: ja`「${typed}」という日はありません。`, en: en`There is no day “${typed}”.` };
    case 'noSuchTime':
      return { ja: ja`「${typed}」という時刻はありません。`, en: en`There is no time “${typed}”.` };
    case 'endBeforeStart':
      return { ja: ja`「${typed}」は、終わりが始まりより前です。`, en: en`“${typed}” ends before it starts.` };
    case 'eraYearZero':
      return {
        ja: ja`「${typed}」という年はありません。最初の年は元年です。`,
        en: en`There is no year “${typed}”; the first is 元年.`,
      };
    case 'manyDays':
      return { ja: ja`「${typed}」だけでは日を特定できません。`, en: en`“${typed}” does not name one day.` };
    case 'ambiguous':
      return { ja: ja`「${typed}」は複数の意味に取れます。`, en: en`“${typed}” could mean several things.` };
    case 'notUnderstood':
      return { ja: ja`日時「${typed}」を読み取れませんでした。`, en: en`The date “${typed}” was not understood.` };
    case 'weekdayContradicts':
      return {
        ja: ja`${fullDay(problem.day)}は、ご入力の曜日と一致しません(ご入力: ${'日月火水木金土'[problem.said] ?? ''}曜、暦: ${'日月火水木金土'[weekdayOf(problem.day)] ?? ''}曜)。`,
        en: en`${fullDay(problem.day)} does not fall on the weekday that was typed.`,
      };
    case 'eraContradicts':
      return {
        ja: ja`「${typed}」は、その日には${problem.said.name}ではありません。`,
        en: en`“${typed}” names another era than that day's.`,
      };
    case 'past':
      return { ja: ja`${fullDay(problem.day)}は過ぎています。`, en: en`${fullDay(problem.day)} is over.` };
  }
}

const whenText = ({ day, start, end }: When): Text =>
  start === undefined ? fullDay(day) : dayAndHours(day, start, end);

const text = {
  typeIt: {
    ja: ja`6/12 14:00-16:00 のようにご入力ください。`,
    en: en`Please type it like 6/12 14:00-16:00.`,
  },
  meant: (days: Text): Text => ({
    ja: ja`${days}のことでしたら、そのようにご入力ください。`,
    en: en`If ${days} is meant, please type that.`,
  }),
  or: { ja: ja`、または `, en: en` or ` },
} as const;
