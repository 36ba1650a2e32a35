/** Arguments that are dates: when a meeting is, by when something is due. The whole phrase is read, or refused. */

import { type Argument, absent, argument } from '../../src/command/argument.ts';
import { clock, type Day, dayFrom, partsOf, weekdayOf } from '../../src/domain/day.ts';
import {
  readDay,
  readWhen,
  refusePast,
  type When,
  type WhenNote,
  type WhenProblem,
  wasLately,
} from '../../src/domain/when.ts';
import { dayAndHours, officialDay } from '../../src/text/dates.ts';
import { en, ja, listed, type Text } from '../../src/text/text.ts';

/** `6/12 14:00-16:00`, `来月第2火曜 14時から16時` */
export const whenReader: Argument<When> = {
  label: { ja: ja`日時`, en: en`when` },
  field: {
    kind: 'line',
    placeholder: { ja: ja`6/12 14:00-16:00、来月第2火曜 14時から16時`, en: en`6/12 14:00-16:00` },
  },
  read: (line, { today, calendar }) => {
    const reading = refusePast(readWhen(line, today, calendar), line, today);
    if ('none' in reading) return absent;
    return 'unclear' in reading
      ? { unclear: problemText(reading.unclear, today, text.typeWhen) }
      : {
          read: reading.read,
          length: reading.length,
          notes: [...passedNote(line, reading.read, today), ...notesText(reading)],
        };
  },
};
export const when = argument<When>(whenReader);

const dayReader = (label: Text): Argument<Day> => ({
  label,
  field: { kind: 'line', placeholder: { ja: ja`12/10、3営業日後、来週金曜まで`, en: en`12/10` } },
  read: (line, { today, calendar }) => {
    const reading = refusePast(readDay(line, today, calendar), line, today);
    if ('none' in reading) return absent;
    return 'unclear' in reading
      ? { unclear: problemText(reading.unclear, today, text.typeDay) }
      : {
          read: reading.read.day,
          length: reading.length,
          notes: [...passedNote(line, reading.read, today), ...notesText(reading)],
        };
  },
});

/** `12/10`, `3営業日後`, `来週金曜まで` */
export const dueDayReader = dayReader({ ja: ja`期限`, en: en`due day` });
export const dueDay = argument<Day>(dueDayReader);

/** 期限 6/10: always called by its name, where other words may follow. */
export const namedDueDay = argument<Day>({
  ...dueDayReader,
  label: { ja: ja`期限 日付`, en: en`due day` },
  called: { by: ['期限', '回答期限', '締切', '回答締切', '締め切り', 'due'], always: true },
});

/** A day that may be over: of an amendment, of what is looked back at. */
export const pastOrComingDay = argument<Day>({
  label: { ja: ja`日付`, en: en`day` },
  field: { kind: 'line', placeholder: { ja: ja`2027/4/1、令和9年4月1日`, en: en`2027/4/1` } },
  read: (line, { today, calendar }) => {
    const reading = readDay(line, today, calendar);
    if ('none' in reading) return absent;
    return 'unclear' in reading
      ? { unclear: problemText(reading.unclear, today, text.typeDay) }
      : { read: reading.read.day, length: reading.length, notes: notesText(reading) };
  },
});

/** A day that was: 4/1 is the last April 1. */
export const pastDay = argument<Day>({
  label: { ja: ja`日付`, en: en`day` },
  field: { kind: 'line', placeholder: { ja: ja`4/1`, en: en`4/1` } },
  read: (line, { today, calendar }) => {
    const reading = readDay(line, today, calendar);
    if ('none' in reading) return absent;
    if ('unclear' in reading) return { unclear: problemText(reading.unclear, today, text.typeDay) };
    const { day } = reading.read;
    const { year, month, date } = partsOf(day);
    return { read: day > today ? (dayFrom(year - 1, month, date) ?? day) : day, length: reading.length };
  },
});

/** The day on which it shall be seen again. */
export const untilDay = argument<Day>(dayReader({ ja: ja`再表示する日`, en: en`until` }));

const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** What was unclear, and what may have been meant; nothing is offered that would be refused as over. */
function problemText(problem: WhenProblem, today: Day, typeIt: Text): Text {
  const { typed, nearest } = problem;
  const offered = nearest.filter((one) => one.day >= today);
  const meant = offered.length === 0 ? typeIt : text.meant(listed(offered.map(whenText), text.or));
  const why = reason(problem, typed);
  return { ja: ja`${why}${meant}`, en: en`${why} ${meant}` };
}

const passedNote = (line: string, { day }: { readonly day: Day }, today: Day): Text[] =>
  wasLately(line, day, today) ? [text.nextYear(officialDay(day))] : [];

/** What should be looked at again of a date that was understood. */
const notesText = ({
  read: { day },
  notes,
}: {
  readonly read: { readonly day: Day };
  readonly notes: readonly WhenNote[];
}) => notes.map((one) => text[one](officialDay(day)));

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
        ja: ja`${officialDay(problem.day)}は、ご入力の曜日(${'日月火水木金土'[problem.said] ?? ''})と一致しません。`,
        en: en`${officialDay(problem.day)} does not fall on the weekday that was typed.`,
      };
    case 'eraContradicts':
      return {
        ja: ja`「${typed}」は、その日には${problem.said.name}ではありません。`,
        en: en`“${typed}” names another era than that day's.`,
      };
    case 'past':
      return { ja: ja`${officialDay(problem.day)}は過ぎています。`, en: en`${officialDay(problem.day)} is over.` };
  }
}

/** As it can be typed, in both languages. */
function whenText({ day, start, end }: When): Text {
  const on: Text = { ja: officialDay(day).ja, en: en`${day} (${ENGLISH_WEEKDAYS[weekdayOf(day)]})` };
  if (start === undefined) return on;
  const at = end === undefined ? clock(start) : `${clock(start)}-${clock(end)}`;
  return { ja: dayAndHours(day, start, end).ja, en: en`${on} ${at}` };
}

const text = {
  typeWhen: {
    ja: ja`6/12 14:00-16:00 のようにご入力ください。`,
    en: en`Please type it like 6/12 14:00-16:00.`,
  },
  typeDay: {
    ja: ja`6/12 や 来週金曜まで のようにご入力ください。`,
    en: en`Please type it like 6/12 or next Friday.`,
  },
  meant: (days: Text): Text => ({
    ja: ja`${days}のことでしたら、そのようにご入力ください。`,
    en: en`If ${days} is meant, please type that.`,
  }),
  laterYear: (day: Text): Text => ({
    ja: ja`${day}として受け付けました。年と曜日に誤りがないか、ご確認ください。`,
    en: en`Taken as ${day}. Please check the year and the weekday.`,
  }),
  nextYear: (day: Text): Text => ({
    ja: ja`この月日は最近過ぎたため、${day}として受け付けました。年に誤りがないか、ご確認ください。`,
    en: en`That day was over recently, so ${day} is taken. Please check the year.`,
  }),
  holidaysPredicted: (day: Text): Text => ({
    ja: ja`${day}として受け付けました。まだ公表されていない祝日は、予測して数えています。`,
    en: en`Taken as ${day}; holidays not yet announced were predicted.`,
  }),
  or: { ja: ja`、または`, en: en` or ` },
} as const;
