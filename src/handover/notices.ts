/** What is told before and after a switch: to all seats alike, to the named, to whoever is new. */
import { closedBecause, type OfficeCalendar } from '../domain/businessDay.ts';
import { type Chart, councilBody, municipalityOf, type Seat } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import type { FiscalYear } from '../domain/fiscalYear.ts';
import { confirmedBy, type Notice, termOf } from '../domain/handover.ts';
import type { Pack, PackFacts } from '../domain/pack.ts';
import { officersOn } from '../domain/rotation.ts';
import { dayAsOf, officialDay } from '../text/dates.ts';
import { type Button, buttons, line, type Message, note, type Part, rows } from '../text/message.ts';
import { seatText, seatWords } from '../text/seats.ts';
import { en, ja, listed, nothing, same, type Text } from '../text/text.ts';
import { actsOf, packParts, packSummary } from './packMessage.ts';

export interface Switching {
  readonly chart: Chart;
  /** April 1, when clerks change. */
  readonly switchDay: Day;
  /** The first day of the next term, when officers do: mostly the same. */
  readonly officersFrom: Day;
  readonly today: Day;
  readonly calendar: OfficeCalendar;
}

/** To every seat, whatever becomes of it: names of municipalities and no others. */
export function noticeToAll(notice: Notice, { chart, switchDay, today, calendar }: Switching): Message {
  const passing = passingOn(chart, today, switchDay);
  const by = confirmedBy(switchDay, calendar);
  return {
    summary: {
      ja: ja`${what(switchDay, passing).ja}異動の有無にかかわらず、${dayAsOf(by < today ? today : by, today)}までに担当分の引継書をご確認ください。`,
      en: en`${what(switchDay, passing)} Whether or not you move, please look through the handover packs of your seats by ${dayAsOf(by < today ? today : by, today)}.`,
    },
    parts: [...moved(notice, calendar), buttons(SHOW_PACK, SHOW_LIST)],
  };
}

function what(on: Day, passing: Text | undefined): Text {
  return passing
    ? {
        ja: ja`${officialDay(on)}から、${passing}`,
        en: en`From ${officialDay(on)} ${passing}`,
      }
    : {
        ja: ja`${officialDay(on)}から、新しい年度に切り替わります。`,
        en: en`The new year begins on ${officialDay(on)}.`,
      };
}

/** From whom the chair passes to whom; undefined where it stays. Who acts for a chair that left is not its holder. */
function passingOn(chart: Chart, today: Day, on: Day): Text | undefined {
  const [old, now] = [officersOn(chart.rotation, today), officersOn(chart.rotation, on)];
  const name = (code: string): Text => same(municipalityOf(chart, code)?.name ?? code);
  const next = name(now.office);
  if (old.chair === undefined)
    return {
      ja: ja`会長市町は${next}となる予定です(現在は欠員で、${name(old.office)}が職務を代理しています)。`,
      en: en`${next} is to hold the chair (vacant now; ${name(old.office)} acts).`,
    };
  return old.chair === now.chair
    ? undefined
    : {
        ja: ja`会長市町は${name(old.chair)}から${next}に交代する予定です。`,
        en: en`the chair is to pass from ${name(old.chair)} to ${next}.`,
      };
}

/** To every seat, where the term begins with the general meeting: that its offices pass on that day. */
export function noticeOfTerm(notice: Notice, { chart, officersFrom, today, calendar }: Switching): Message {
  const passing = passingOn(chart, today, officersFrom) ?? nothing;
  return {
    summary: {
      ja: ja`${officialDay(officersFrom)}の総会から、${passing}各担当の方の変更はありません。`,
      en: en`With the general meeting of ${officialDay(officersFrom)} ${passing} Seats do not change.`,
    },
    parts: [...moved(notice, calendar), buttons(SHOW_LIST)],
  };
}

/** Why it comes before its day. */
function moved({ insteadOf, on }: Notice, calendar: OfficeCalendar): Part[] {
  if (insteadOf === undefined) return [];
  const why = CLOSED[closedBecause(insteadOf, calendar) ?? 'council'];
  return [
    note({
      ja: ja`${dayAsOf(insteadOf, on)}が${why}のため、前の開庁日の${dayAsOf(on, on)}にお知らせしています。`,
      en: en`${dayAsOf(insteadOf, on)} is ${why}, so this comes on ${dayAsOf(on, on)}, the business day before.`,
    }),
  ];
}

const CLOSED = {
  weekend: { ja: ja`閉庁日(土日)`, en: en`at the weekend` },
  holiday: { ja: ja`閉庁日(祝日)`, en: en`a holiday` },
  yearEnd: { ja: ja`閉庁日(年末年始)`, en: en`at the turn of the year` },
  council: { ja: ja`閉庁日`, en: en`a closed day` },
} as const;

const SHOW_PACK: Button = { label: { ja: ja`引継書を表示`, en: en`Show the pack` }, line: '/council handover' };
const SHOW_LIST: Button = { label: { ja: ja`引継確認を表示`, en: en`Show the checklist` }, line: '/council checklist' };

/** To the secretariat: that the old and the new officers meet. */
export function jointMeeting({ chart, officersFrom, today }: Switching): Message {
  const [old = '', now = ''] = [today, officersFrom].map((day) => officersOn(chart.rotation, day).office);
  const name = (code: string): Text => same(municipalityOf(chart, code)?.name ?? code);
  const body = councilBody(chart)?.name ?? '';
  return {
    summary: {
      ja: ja`会長市町の交代(${name(old)} → ${name(now)})に向けて、新旧役員会の開催をご検討ください。日時が決まりましたら、ボタンから招集いただけます。`,
      en: en`The chair passes from ${name(old)} to ${name(now)}: please consider a joint meeting of the old and the new officers. The button calls it.`,
    },
    parts: [
      buttons({
        label: { ja: ja`新旧役員会を招集する`, en: en`Call the joint meeting` },
        line: `/wg schedule ${body}`,
        style: 'primary',
      }),
      note({ ja: ja`議題の例:新旧役員会(事務引継ぎ、未了案件の確認)`, en: en`Agenda: handing over, open items` }),
    ],
  };
}

/** To one of the named: what they take over, and what they hand over and to whom; said once it was published. */
export function noticeToNamed(
  notice: Notice,
  taking: readonly Seat[],
  giving: readonly { readonly seat: Seat; readonly to: Text }[],
  { chart, switchDay, calendar }: Switching,
): Message {
  const seats = (list: readonly Seat[]): Text => listed(list.map((one) => seatText(one, chart)));
  const takes: Text =
    taking.length === 0
      ? nothing
      : {
          ja: ja`${officialDay(switchDay)}から、${seats(taking)}をお引き受けいただく予定です。引継書を事前にご覧いただけます。`,
          en: en`From ${officialDay(switchDay)} you are to sit as ${seats(taking)}. The handover packs can be read beforehand. `,
        };
  const gives: Text =
    giving.length === 0
      ? nothing
      : {
          ja: ja`${officialDay(switchDay)}付けで引き継がれる担当が${giving.length}件あります。前日までに引渡しの確認をお願いします。`,
          en: en`${giving.length} of your seats pass to others on ${officialDay(switchDay)}. Please tick what you have handed over by the day before.`,
        };
  const offered = [...taking, ...giving.map((one) => one.seat)].slice(0, MOST_BUTTONS);
  return {
    summary: { ja: ja`${takes}${gives}`, en: en`${takes}${gives}` },
    parts: [
      ...(giving.length > 0
        ? [
            rows(
              giving.map(
                ({ seat, to }): Text => ({
                  ja: ja`• ${seatText(seat, chart)} → ${to}`,
                  en: en`• ${seatText(seat, chart)} → ${to}`,
                }),
              ),
            ),
          ]
        : []),
      ...moved(notice, calendar),
      buttons(
        ...offered.map((seat): Button => {
          return { label: seatText(seat, chart), line: `/council handover ${seatWords(seat, chart)}` };
        }),
      ),
    ],
  };
}

/** Further seats are found by `/council handover` alone. */
const MOST_BUTTONS = 20;

/** To whoever is new, with the packs of what they took over. */
export function welcome(from: Day, packs: readonly [Pack, ...Pack[]], facts: PackFacts): Message {
  const seats = listed(packs.map((one) => seatText(one.seat, facts.chart)));
  const [only, ...others] = packs;
  const list = packs.map(
    (one): Text => ({ ja: ja`• ${packSummary(one, facts)}`, en: en`• ${packSummary(one, facts)}` }),
  );
  const offered = packs.slice(0, MOST_BUTTONS).map(({ seat }): Button => {
    return { label: seatText(seat, facts.chart), line: `/council handover ${seatWords(seat, facts.chart)}` };
  });
  return {
    summary: {
      ja: ja`${officialDay(from)}付けで、${seats}のご担当になりました。どうぞよろしくお願いいたします。前任の方からの引継書をお届けします。`,
      en: en`Since ${officialDay(from)} you sit as ${seats}. Welcome. Here is what was handed over to you.`,
    },
    parts:
      others.length === 0
        ? [line(packSummary(only, facts)), ...packParts(only, facts), actsOf(only, facts)]
        : [rows(list), buttons(...offered)],
  };
}

/** The keys of what is told of a switch. */
export const switchKey = (switchDay: Day, before: number, to: string): string =>
  `handover:${termOf(switchDay)}:T-${before}:${to}`;
export const termKey = (term: FiscalYear, before: number, to: string): string =>
  `handover:${term}:term-${before}:${to}`;
export const welcomeKey = (from: Day, person: number): string => `handover:welcome:${from}:person-${person}`;
