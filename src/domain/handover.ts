/**
 * The switch of the year: on which days it is spoken of, and from when on it may be seen.
 *
 * Rights change at 00:00 of the switch day, read from tenures; everything that people see waits for 9:00 of the first
 * business day, without exception.
 */
import { addBusinessDays, businessDayFrom, isBusinessDay, type OfficeCalendar } from './businessDay.ts';
import type { Tenure } from './council.ts';
import { addDays, type Day, dayAt, type Instant, instantAt, type Minute, partsOf } from './day.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf } from './fiscalYear.ts';
import type { Rotation } from './rotation.ts';

/** When offices open. */
export const OPENS: Minute = 9 * 60;

/** The switch that lies ahead of this day: that of the fiscal year after it. */
export const nextSwitch = (today: Day): Day => firstDayOf(fiscalYearOf(today) + 1);

/** The term that begins with the switch. */
export const termOf = (switchDay: Day): FiscalYear => fiscalYearOf(switchDay);

/** This day if offices are open, else the last on which they were. */
export function businessDayUntil(day: Day, calendar: OfficeCalendar): Day {
  let at = day;
  while (!isBusinessDay(at, calendar)) at = addDays(at, -1);
  return at;
}

/** Days before the switch: all seats alike hear at 30 and 14, whatever becomes of them; the named ones at 7 and 1. */
export const FOR_ALL = [30, 14] as const;
export const FOR_NAMED = [7, 1] as const;

export interface Notice {
  /** So many days before the switch. */
  readonly before: number;
  /** The business day on which it is told. */
  readonly on: Day;
  /** The closed day in place of which it is. */
  readonly insteadOf: Day | undefined;
}

/** The notice that is to be told today at the latest: a missed one is made up for, until the next takes its place. */
export function noticeDue(
  which: readonly number[],
  today: Day,
  switchDay: Day,
  calendar: OfficeCalendar,
): Notice | undefined {
  if (today >= switchDay) return undefined;
  return which.map((before) => noticeOf(before, switchDay, calendar)).findLast(({ on }) => on <= today);
}

function noticeOf(before: number, switchDay: Day, calendar: OfficeCalendar): Notice {
  const day = addDays(switchDay, -before);
  const on = businessDayUntil(day, calendar);
  return { before, on, insteadOf: on === day ? undefined : day };
}

/** In days before a day for which something is to be seen to. */
const REMINDED: readonly number[] = [30, 14, 7];

/** Whether whoever is to see to something until a day is reminded today: at 30, 14 and 7 days, on the last business day, and on the day. */
export function isReminded(today: Day, of: Day, calendar: OfficeCalendar): boolean {
  if (today >= of) return today === businessDayFrom(of, calendar);
  const days = REMINDED.map((n) => businessDayFrom(addDays(of, -n), calendar));
  return days.includes(today) || today === addBusinessDays(of, -1, calendar);
}

/** By when everyone looks through what they would hand over: a week before the switch. */
export const confirmedBy = (switchDay: Day, calendar: OfficeCalendar): Day =>
  businessDayUntil(addDays(switchDay, -7), calendar);

/**
 * Until when nothing may be seen, in the hours between a switch and the opening of the offices after it: of April 1, when
 * clerks change, and of the first day of the term where that is another, when the officers do.
 */
export function hiddenUntil(now: Instant, calendar: OfficeCalendar, starts: Rotation['starts']): Instant | undefined {
  const today = dayAt(now);
  const switches = [firstDayOf(fiscalYearOf(today)), ...starts.map((one) => one.on)].filter((on) => on <= today);
  const opening = Math.max(...switches.map((on) => instantAt(businessDayFrom(on, calendar), OPENS))) as Instant;
  return now < opening ? opening : undefined;
}

/** From when on something visible may happen: now, unless the offices have not opened since a switch. */
export const visibleFrom = (now: Instant, calendar: OfficeCalendar, starts: Rotation['starts']): Instant =>
  hiddenUntil(now, calendar, starts) ?? now;

/** Those who sit on the day where they did not sit the day before. */
export const newcomers = (before: readonly Tenure[], on: readonly Tenure[]): Tenure[] =>
  on.filter((one) => !before.some((old) => old.seat.id === one.seat.id && old.person === one.person));

/** What stands on the checklist of a switch, and which sides it has. */
export interface Task {
  readonly number: number;
  readonly title: string;
  /** Whose it is: the chair's, the secretariat's, or that of every seat whose holder changes. */
  readonly owner: TaskOwner;
  readonly droppedAt: Instant | undefined;
}

export const TASK_OWNERS = ['chair', 'secretariat', 'seat'] as const;
export type TaskOwner = (typeof TASK_OWNERS)[number];

/** 引渡し by who goes, 受領 by who comes. */
export const SIDES = ['given', 'received'] as const;
export type Side = (typeof SIDES)[number];

export interface Tick {
  readonly term: FiscalYear;
  readonly serial: number;
  readonly task: number;
  /** '' for what is the chair's or the secretariat's. */
  readonly seat: string;
  readonly side: Side;
  /** False takes it back. */
  readonly ticked: boolean;
  readonly at: Instant;
  readonly person: number;
  readonly by: string;
  readonly onBehalf: boolean;
}

/** Where the council has written no list of its own. */
export const USUAL_TASKS: readonly Task[] = [
  ...usual('chair', ['会長印(公印)', '協定書・要綱の原本']),
  ...usual('secretariat', [
    '契約書と支払状況',
    '負担金の収納と精算',
    '関係者の連絡先一覧',
    '鍵・備品',
    '共有フォルダの管理権限',
    '各サービスのアカウントの管理者',
    'Slackのチャンネルの管理者',
    'Slackのユーザーグループの管理者',
    '共有カレンダーの所有者',
    '文書番号簿と起案文書',
    '未了案件と年間の予定',
  ]),
  ...usual('seat', ['引継書の確認', '未了の課題の説明', '庁内の関係者・連絡先', '資料・データの保管場所']),
].map((one, i) => ({ ...one, number: i + 1 }));

function usual(owner: TaskOwner, titles: readonly string[]): Task[] {
  return titles.map((title) => ({ number: 0, title, owner, droppedAt: undefined }));
}

/** The list of a term: what was not dropped before its first day. */
export const tasksOf = (tasks: readonly Task[], term: FiscalYear): Task[] =>
  tasks.filter(({ droppedAt }) => droppedAt === undefined || dayAt(droppedAt) >= firstDayOf(term + 1));

/** The tick of a side that counts: its last, unless that took it back. */
export function tickOf(ticks: readonly Tick[], task: number, seat: string, side: Side): Tick | undefined {
  const last = ticks.findLast((one) => one.task === task && one.seat === seat && one.side === side);
  return last?.ticked ? last : undefined;
}

export interface Checked {
  readonly task: Task;
  readonly given: Tick | undefined;
  readonly received: Tick | undefined;
}

/** The lines of a seat, or ('') of the offices, with both sides. */
export const checklistOf = (tasks: readonly Task[], ticks: readonly Tick[], seat: string): Checked[] =>
  tasks
    .filter(({ owner }) => (owner === 'seat') === (seat !== ''))
    .map((task) => ({
      task,
      given: tickOf(ticks, task.number, seat, 'given'),
      received: tickOf(ticks, task.number, seat, 'received'),
    }));

export const isHandedOver = ({ given, received }: Checked): boolean => given !== undefined && received !== undefined;

/** The term whose checklist is in hand: from October on that of the coming switch, before that the last one's. */
export function termInHand(today: Day): FiscalYear {
  const { month } = partsOf(today);
  return month >= 4 && month <= 9 ? fiscalYearOf(today) : termOf(nextSwitch(today));
}
