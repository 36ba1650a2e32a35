/**
 * What the digest tells of minutes to confirm: the seats on the third and the seventh business day, and on the tenth the
 * lead and the secretariat instead. They bind by silence, so nobody can leave them out.
 */
import { leads } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { type Asking, minutesOf, minutesStanding, reminderOn } from '../domain/minutes.ts';
import { dayAsOf } from '../text/dates.ts';
import { buttons, heading, type Part, rowsAbout } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { bodyName } from './agendaText.ts';
import { daysToldOf } from './missed.ts';
import type { Morning, Section } from './morning.ts';

interface ToConfirm {
  readonly meeting: Meeting;
  readonly asking: Asking;
  /** The names of those that have not answered, where it went up to the lead and the secretariat. */
  readonly missing: readonly string[] | undefined;
}

export const minutesToConfirm: Section = async (morning) => {
  const { council, chart, tenures, roles, calendar, now, heardBy } = morning;
  const found = new Map<number, ToConfirm[]>();
  const tell = (person: number, one: ToConfirm): void => {
    const told = found.get(heardBy(person)) ?? [];
    if (!told.some(({ meeting }) => meeting.number === one.meeting.number)) found.set(heardBy(person), [...told, one]);
  };
  const days = daysToldOf(morning);
  for (const number of await council.minutes.awaiting()) {
    const meeting = await council.meetings.byNumber(number);
    const minutes = minutesOf(await council.minutes.entries(number));
    const { asked } = minutes ?? {};
    const reminder = asked && days.map((on) => reminderOn(asked, on, calendar)).findLast((one) => one !== undefined);
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
          tell(person, { meeting, asking: asked.asking, missing: undefined });
      continue;
    }
    const missing = waiting.map((code) => chart.municipalities.find((one) => one.code === code)?.name ?? code);
    for (const [person, mine] of roles)
      if (mine.some((role) => role.as === 'secretariat' || bodies.some((body) => leads(role, body, chart))))
        tell(person, { meeting, asking: asked.asking, missing });
  }
  return new Map(
    [...found].map(([person, list]) => [
      person,
      { worth: true, counts: [{ n: list.length, of: text.count }], parts: parts(list, morning) },
    ]),
  );
};

const BUTTONS = 5;

function parts(list: readonly ToConfirm[], { chart, council, today }: Morning): Part[] {
  const own = list.filter((one) => one.missing === undefined).slice(0, BUTTONS);
  const acts = own.flatMap(({ meeting: { number } }) => [
    { label: text.show(number), line: `/wg minutes M${number}`, council: council.id },
    {
      ...{ label: text.confirm(number), line: `/wg minutes M${number} confirm`, council: council.id },
      about: `minutes:${number}`,
    },
  ]);
  const names = ({ meeting }: ToConfirm): string =>
    bodiesOf(meeting)
      .map((slug) => bodyName(chart, slug))
      .join('・');
  return [
    heading(text.title),
    rowsAbout(
      list.map((one) => (one.missing === undefined ? `minutes:${one.meeting.number}` : '')),
      list.map((one) => text.row(one, names(one), today)),
    ),
    ...(acts.length > 0 ? [buttons(...acts)] : []),
  ];
}

const text = {
  title: { ja: ja`確認をお待ちしている議事録`, en: en`Minutes that wait to be confirmed` },
  count: (n: number): Text => ({ ja: ja`確認待ちの議事録${n}件`, en: en`${n} minutes to confirm` }),
  row: ({ meeting: { number, ordinal }, asking, missing }: ToConfirm, bodies: string, today: Day): Text => {
    const by = dayAsOf(asking.deadline, today);
    const of: Text =
      ordinal === undefined
        ? { ja: ja`会議`, en: en`meeting` }
        : { ja: ja`第${ordinal}回会議`, en: en`meeting ${ordinal}` };
    const silence: Text =
      asking.silence === undefined
        ? { ja: ja`期限は${by}です。`, en: en`by ${by}` }
        : {
            ja: ja`${by}までに修正依頼がない場合は、確認いただいたものとみなします。`,
            en: en`without a request to correct them by ${by} they count as confirmed`,
          };
    return missing === undefined
      ? {
          ja: ja`• ${bodies} ${of}(M${number})の議事録。${silence}行き違いの際はご容赦ください。`,
          en: en`• The minutes of ${of} (M${number}) of ${bodies}; ${silence}`,
        }
      : {
          ja: ja`• ${bodies} ${of}(M${number})の議事録。未確認:${missing.join('、')}`,
          en: en`• The minutes of ${of} (M${number}) of ${bodies}; not yet: ${missing.join(', ')}`,
        };
  },
  show: (number: number): Text => ({ ja: ja`M${number}の議事録を表示`, en: en`Show those of M${number}` }),
  confirm: (number: number): Text => ({ ja: ja`M${number}を確認済にする`, en: en`Confirm those of M${number}` }),
};
