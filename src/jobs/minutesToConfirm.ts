/**
 * The section of the digest that reminds of minutes to confirm: the seats on the third and the seventh business day, and on the
 * tenth the lead and the secretariat instead.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import { bodyOf, type Chart, rolesOn, type Tenure } from '../domain/council.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { minutesOf, minutesStanding, reminderOn } from '../domain/minutes.ts';
import type { CouncilStore } from '../store/store.ts';
import { buttons, heading, type Part, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

export interface ToConfirm {
  readonly meeting: Meeting;
  /** The names of those that have not answered, where it went up to the lead and the secretariat. */
  readonly missing: readonly string[] | undefined;
}

/** What each person is reminded of on this day. */
export async function minutesToConfirm(
  council: CouncilStore,
  chart: Chart,
  tenures: readonly Tenure[],
  /** Who is told for this person: a deputy during leave. */
  heardBy: (person: number) => number,
  calendar: OfficeCalendar,
  now: Instant,
): Promise<Map<number, ToConfirm[]>> {
  const found = new Map<number, ToConfirm[]>();
  const tell = (person: number, one: ToConfirm): void => {
    const told = found.get(heardBy(person)) ?? [];
    if (!told.some(({ meeting }) => meeting.number === one.meeting.number)) found.set(heardBy(person), [...told, one]);
  };
  const today = dayAt(now);
  for (const number of await council.minutes.awaiting()) {
    const meeting = await council.meetings.byNumber(number);
    const minutes = minutesOf(await council.minutes.entries(number));
    const reminder = minutes?.asked && reminderOn(minutes.asked, today, calendar);
    if (!meeting || !minutes || !reminder) continue;
    const { lines, state } = minutesStanding(minutes, now, { ...(await council.minutes.around(meeting)), calendar });
    const waiting = lines
      .filter(({ stand }) => stand === 'waiting' || stand === 'vacant')
      .map((one) => one.municipality);
    if (state === 'confirmed' || waiting.length === 0) continue;
    const bodies = bodiesOf(meeting);
    if (reminder === 'seat') {
      for (const { seat, person, municipality } of tenures)
        if (seat.role === 'member' && bodies.includes(seat.body) && waiting.includes(municipality))
          tell(person, { meeting, missing: undefined });
      continue;
    }
    const missing = waiting.map((code) => chart.municipalities.find((one) => one.code === code)?.name ?? code);
    for (const [person, mine] of groups(tenures, (one) => one.person))
      if (
        rolesOn(mine, chart, today).some(
          ({ as, body }) => as === 'secretariat' || (as === 'lead' && bodies.includes(body)),
        )
      )
        tell(person, { meeting, missing });
  }
  return found;
}

const BUTTONS = 5;

export function toConfirmParts(list: readonly ToConfirm[], chart: Chart, council: string): Part[] {
  if (list.length === 0) return [];
  const own = list.filter((one) => one.missing === undefined).slice(0, BUTTONS);
  const acts = own.flatMap(({ meeting: { number } }) => [
    { label: text.show(number), line: `/wg minutes M${number}`, council },
    { label: text.confirm(number), line: `/wg minutes M${number} confirm`, council },
  ]);
  return [
    heading(text.title),
    rows(
      list.map((one) =>
        text.row(
          one,
          bodiesOf(one.meeting)
            .map((slug) => bodyOf(chart, slug)?.name ?? slug)
            .join('・'),
        ),
      ),
    ),
    ...(acts.length > 0 ? [buttons(...acts)] : []),
  ];
}

const text = {
  title: { ja: ja`確認をお待ちしている議事録`, en: en`Minutes that wait to be confirmed` },
  row: ({ meeting: { number, ordinal }, missing }: ToConfirm, bodies: string): Text => {
    const of: Text =
      ordinal === undefined
        ? { ja: ja`会議`, en: en`meeting` }
        : { ja: ja`第${ordinal}回会議`, en: en`meeting ${ordinal}` };
    return missing === undefined
      ? {
          ja: ja`• ${bodies} ${of}(M${number})の議事録。行き違いの際はご容赦ください。`,
          en: en`• The minutes of ${of} (M${number}) of ${bodies}`,
        }
      : {
          ja: ja`• ${bodies} ${of}(M${number})の議事録。未確認:${missing.join('、')}`,
          en: en`• The minutes of ${of} (M${number}) of ${bodies}; not yet: ${missing.join(', ')}`,
        };
  },
  show: (number: number): Text => ({ ja: ja`M${number}の議事録を表示`, en: en`Show those of M${number}` }),
  confirm: (number: number): Text => ({ ja: ja`M${number}を確認済にする`, en: en`Confirm those of M${number}` }),
};
