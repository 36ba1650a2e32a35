/** 出席 and 欠席 as an office writes them: each municipality in each body, with the section and the names of who sits there. */
import { bodyOf, type Chart, membersOn, type Tenure } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import type { MinutesLine } from '../../../src/domain/minutes.ts';
import { sectionOn } from '../../../src/domain/roster.ts';
import type { Presence } from '../../../src/domain/rule.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { plain } from '../../../src/text/text.ts';
import { presenceText } from '../sittingText.ts';

export interface AttendanceLines {
  readonly present: readonly MinutesLine[];
  readonly absent: readonly MinutesLine[];
}

/** One of which nothing was noted is said to be so, without names. */
export async function attendanceIn(
  meeting: Meeting,
  { chart, today }: { readonly chart: Chart; readonly today: Day },
  store: CouncilStore,
): Promise<AttendanceLines> {
  const present: MinutesLine[] = [];
  const absent: MinutesLine[] = [];
  const named = await namesIn(meeting, today, store);
  for (const body of bodiesOf(meeting)) {
    const noted = await store.meetings.attendance(meeting.number, body);
    const deputies = await store.meetings.deputies(meeting.number, body);
    const behind = meeting.joint.length > 0 ? `(${bodyOf(chart, body)?.name ?? body})` : '';
    for (const { code, name } of membersOn(chart, meeting.day)) {
      const how = noted.get(code);
      if (how === undefined) absent.push({ words: `${name}${behind} 出欠の記録なし` });
      else if (how === 'absent') absent.push(withNames(`${name}${behind}`, named(body, code)));
      else present.push(withNames(`${name}${behind}${howText(how)}`, named(body, code), how, deputies.get(code)));
    }
  }
  return { present, absent };
}

/** Who did not simply sit there: (遅刻), (代理). */
const howText = (how: Presence): string => (how === 'present' ? '' : `(${plain(presenceText[how].ja)})`);

/** Whom a deputy stood in for is known; who the deputy was, where that was said: 五霞町(代理) 野口 薫(税務課 内海 真由美の代理). */
function withNames(words: string, names: string, how?: Presence, deputy?: string): MinutesLine {
  const stoodFor = how === 'deputy' && names !== '' ? `${names}の代理` : names;
  const said = deputy === undefined || stoodFor === '' ? (deputy ?? stoodFor) : `${deputy}(${stoodFor})`;
  return said === '' ? { words } : { words, guarded: { what: 'attendees', words: said } };
}

/** 介護福祉課 内海 真由美: who sat there on the day of the meeting, the deputies only where there was nobody else. */
async function namesIn(
  meeting: Meeting,
  today: Day,
  store: CouncilStore,
): Promise<(body: string, code: string) => string> {
  const held = (await store.tenuresOn(meeting.day, { today, own: [] })).filter(
    ({ seat }) => seat.role === 'member' && bodiesOf(meeting).includes(seat.body),
  );
  const [sections, names] = await Promise.all([store.seats.sections(), store.names(held.map((one) => one.person))]);
  const called = ({ seat, person }: Tenure): string =>
    [sectionOn(sections, seat.id, meeting.day), names.get(person)].filter((one) => one !== undefined).join(' ');
  return (body, code) => {
    const there = held.filter((one) => one.seat.body === body && one.municipality === code);
    const first = there.filter((one) => !one.deputy);
    return [...new Set((first.length > 0 ? first : there).map(called))].join('、');
  };
}
