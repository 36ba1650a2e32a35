/**
 * What is open that concerns a member which leaves: answers that it owes, what it looks after, meetings without it. The
 * secretariat reads it before the leaving is recorded, and in its digest as the day nears and is there.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { isOpen, standingOf } from '../domain/circulation.ts';
import { bodyOf, type Chart, kindOn, type Municipality } from '../domain/council.ts';
import { addDays, type Day, type Instant } from '../domain/day.ts';
import { lackingOf } from '../domain/item.ts';
import { bodiesOf } from '../domain/meeting.ts';
import { minutesOf, minutesStanding } from '../domain/minutes.ts';
import { candidatesOf, standingOf as pollStanding, unanswered } from '../domain/poll.ts';
import type { CouncilStore } from '../store/store.ts';
import { dayAsOf } from '../text/dates.ts';
import { bodiesNames } from '../text/meetings.ts';
import { en, ja, listed, nothing, type Text } from '../text/text.ts';

export interface Leaving {
  readonly municipality: Pick<Municipality, 'code' | 'name'>;
  /** The first day on which it is a member no longer. */
  readonly gone: Day;
}

export interface Around {
  readonly chart: Chart;
  readonly now: Instant;
  readonly today: Day;
  readonly calendar: OfficeCalendar;
}

/** The members of whom it is recorded that they leave, or left. */
export const leavings = ({ municipalities }: Pick<Chart, 'municipalities'>): Leaving[] =>
  municipalities.flatMap((municipality) =>
    (municipality.stays ?? []).flatMap(({ kind, until }): Leaving[] => {
      const gone = kind === 'member' && until !== undefined ? addDays(until, 1) : undefined;
      return gone === undefined || kindOn(municipality, gone) !== undefined ? [] : [{ municipality, gone }];
    }),
  );

/** A row for each matter; none where nothing is open. */
export async function leftOpen(leaving: Leaving, around: Around, store: CouncilStore): Promise<Text[]> {
  const found = [circulations, polls, minutes, held, meetings].map((one) => one(leaving, around, store));
  return (await Promise.all(found)).flat();
}

type Rows = (leaving: Leaving, around: Around, store: CouncilStore) => Promise<Text[]>;

const OWED: ReadonlySet<string> = new Set(['waiting', 'vacant', 'hold']);

const circulations: Rows = async ({ municipality: { code, name }, gone }, { chart, now, today, calendar }, store) => {
  const rows: Text[] = [];
  for (const one of await store.circulations.unended()) {
    if (!one.eligible.includes(code)) continue;
    const circumstances = { ...(await store.circulations.around(one)), calendar };
    const standing = standingOf(one, await store.circulations.positions(one.number), now, circumstances);
    const line = standing.lines.find(({ municipality }) => municipality === code);
    if (!isOpen(standing) || !line || !OWED.has(line.stand)) continue;
    const body = bodyOf(chart, one.body)?.name ?? one.body;
    const silent = one.silence !== undefined && one.deadline >= gone;
    rows.push(text.circulation(one.number, body, dayAsOf(one.deadline, today), name, silent));
  }
  return rows;
};

const polls: Rows = async ({ municipality: { code, name }, gone }, { chart, now, today }, store) => {
  const open = (await store.polls.unsettled()).filter((one) => pollStanding(one, now) === 'open');
  return open.flatMap((poll): Text[] => {
    const candidates = candidatesOf(poll);
    const [first] = candidates;
    // Who is asked are the members on the day of the first candidate.
    if (!first || first.slot.day >= gone) return [];
    const owes = bodiesOf(poll).some((body) => unanswered(poll, [code], body).length > 0);
    const after = candidates.filter(({ slot }) => slot.day >= gone).map((one) => one.number);
    if (!owes && after.length === 0) return [];
    const names = bodiesNames(chart, poll);
    return [text.poll(poll.number, names, dayAsOf(poll.deadline, today), { name, owes, after })];
  });
};

const minutes: Rows = async ({ municipality: { code, name } }, { chart, now, calendar }, store) => {
  const rows: Text[] = [];
  for (const number of await store.minutes.awaiting()) {
    const [meeting, written] = [await store.meetings.byNumber(number), minutesOf(await store.minutes.entries(number))];
    if (!meeting || !written) continue;
    const { lines } = minutesStanding(written, now, { ...(await store.minutes.around(meeting)), calendar });
    const owes = lines.some(({ municipality, stand }) => municipality === code && OWED.has(stand));
    if (owes) rows.push(text.minutes(number, bodiesNames(chart, meeting), name));
  }
  return rows;
};

/** The items of its seats, and the bodies that its people lead. */
const held: Rows = async ({ municipality: { code }, gone }, { chart, today }, store) => {
  const seats = (await store.tenuresOn(addDays(gone, -1)))
    .filter((one) => one.municipality === code)
    .map((one) => one.seat);
  const ids = new Set(seats.map((one) => one.id));
  const items = (await store.items.open()).filter((one) => lackingOf(one).some((seat) => ids.has(seat)));
  const led = new Set(seats.filter(({ role }) => role === 'lead').map(({ body }) => bodyOf(chart, body)?.name ?? body));
  const from = dayAsOf(gone, today);
  return [
    ...(items.length === 0
      ? []
      : [
          text.items(
            items.map((one) => one.number),
            from,
          ),
        ]),
    ...(led.size === 0 ? [] : [text.led([...led], from)]),
  ];
};

const meetings: Rows = async ({ municipality: { name }, gone }, { today }, store) => {
  const later = (await store.meetings.from(gone)).filter((one) => one.state === 'scheduled' && one.day >= today);
  if (later.length === 0) return [];
  const there = later.filter((one) => one.place?.includes(name)).map((one) => one.number);
  return [
    text.meetings(
      later.map((one) => one.number),
      dayAsOf(gone, today),
      name,
      there,
    ),
  ];
};

const MOST_NAMED = 10;

/** K1、K2、…ほか3件 */
function numbered(letter: string, numbers: readonly number[]): Text {
  const named = numbers.slice(0, MOST_NAMED).map((one) => `${letter}${one}`);
  const more = numbers.length - named.length;
  return {
    ja: ja`${named.join('、')}${more > 0 ? `ほか${more}件` : ''}`,
    en: en`${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

const text = {
  circulation: (number: number, body: string, deadline: Text, name: string, silent: boolean): Text => ({
    ja: ja`• 持ち回り審議P${number}(${body}、期限 ${deadline}):${name}は未回答です。${silent ? '脱退の後は、みなし同意とはなりません。' : ''}`,
    en: en`• Circulation P${number} (${body}, by ${deadline}): ${name} has not answered.${silent ? ' Once it has left, silence is no agreement.' : ''}`,
  }),
  poll: (
    number: number,
    body: string,
    deadline: Text,
    { name, owes, after }: { readonly name: string; readonly owes: boolean; readonly after: readonly number[] },
  ): Text => {
    const told: Text[] = [
      ...(owes ? [{ ja: ja`${name}は未回答です。`, en: en` ${name} has not answered.` }] : []),
      ...(after.length > 0
        ? [
            {
              ja: ja`候補${after.join('・')}は脱退の後の日のため、${name}の回答は集計に含みません。`,
              en: en` Candidate ${after.join(', ')} lies after the leaving: ${name} is not counted.`,
            },
          ]
        : []),
    ];
    return {
      ja: ja`• 日程調整D${number}(${body}、期限 ${deadline}):${listed(told, nothing)}`,
      en: en`• Date poll D${number} (${body}, by ${deadline}):${listed(told, nothing)}`,
    };
  },
  minutes: (number: number, body: string, name: string): Text => ({
    ja: ja`• 議事録の確認(${body} 会議M${number}):${name}は未確認です。脱退の後は、みなし確認とはなりません。電話などで確認された場合は「/wg 議事録 M${number} 確認 ${name} 電話 6/3 山田」のように代行入力できます。`,
    en: en`• Minutes of meeting M${number} (${body}): ${name} has not confirmed them. Once it has left, silence does not. What came by phone is entered for it: “/wg minutes M${number} confirm ${name} 電話 6/3 山田”.`,
  }),
  items: (numbers: readonly number[], from: Text): Text => ({
    ja: ja`• 未了の課題${numbers.length}件(${numbered('K', numbers)}):${from}から事務局で預かります。`,
    en: en`• ${numbers.length} open items (${numbered('K', numbers)}): with the secretariat from ${from}.`,
  }),
  led: (bodies: readonly string[], from: Text): Text => ({
    ja: ja`• 座長・部会長(${bodies.join('・')}):${from}から未定となり、決まるまで事務局が進行します。`,
    en: en`• Leads ${bodies.join(', ')}: vacant from ${from}; the secretariat runs the body until there is another.`,
  }),
  meetings: (numbers: readonly number[], from: Text, name: string, there: readonly number[]): Text => ({
    ja: ja`• ${from}以降の会議${numbers.length}件(${numbered('M', numbers)}):${name}は出欠・定足数に数えません。${there.length > 0 ? ja`${numbered('M', there)}は会場が${name}です。` : nothing}`,
    en: en`• ${numbers.length} meetings from ${from} on (${numbered('M', numbers)}): ${name} is not counted.${there.length > 0 ? en` ${numbered('M', there)}: the place is in ${name}.` : nothing}`,
  }),
} as const;
