/** 開催通知 as an office sends it: without it nobody may travel. Its number, and how the contact is reached, are left open. */
import { addBusinessDays, type OfficeCalendar } from '../../src/domain/businessDay.ts';
import { type Body, bodyOf, type Chart, membersOn, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import type { Day, Minute } from '../../src/domain/day.ts';
import { bodiesOf, type Meeting, type Slot } from '../../src/domain/meeting.ts';
import { officersOn } from '../../src/domain/rotation.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { officialDay, paperDay } from '../../src/text/dates.ts';
import { bodiesNames } from '../../src/text/meetings.ts';
import { plain } from '../../src/text/text.ts';

/** Answers are due so many business days before, unless said otherwise; never before today. */
const ANSWERS_BEFORE = 3;

export function answersDue(meeting: Meeting, today: Day, calendar: OfficeCalendar): Day {
  const due = addBusinessDays(meeting.day, -ANSWERS_BEFORE, calendar);
  return due < today ? today : due;
}

export interface NoticeFacts {
  readonly council: string;
  readonly meeting: Meeting;
  /** The slot before the meeting was moved, where it was. */
  readonly before: Slot | undefined;
  readonly chart: Chart;
  /** All tenures of today. */
  readonly tenures: readonly Tenure[];
  readonly names: ReadonlyMap<number, string>;
  /** The municipality whose council member acts for the chair today, where one does. */
  readonly acting: string | undefined;
  readonly due: Day;
  readonly today: Day;
}

export function noticePaper(facts: NoticeFacts): Paper {
  const { council, meeting, before, chart, due, today } = facts;
  const { chair, office } = officersOn(chart.rotation, today);
  const officeName = municipalityOf(chart, office)?.name ?? office;
  const what = `${bodiesNames(chart, meeting)}${meeting.joint.length > 0 ? '合同会議' : '会議'}`;
  return {
    number: 'open',
    single: true,
    date: plain(paperDay(today).ja),
    to: addressees(meeting, chart),
    from: [council, headOf(facts, chair) ?? `事務局(${officeName})`],
    title: before ? `${what}の開催日程の変更について(通知)` : `${what}の開催について(通知)`,
    blocks: [
      {
        kind: 'text',
        text: '本協議会の運営につきましては、日頃から格別のご協力を賜り、厚くお礼申し上げます。',
      },
      {
        kind: 'text',
        text: before
          ? 'さて、先にお知らせした会議の日程を、下記のとおり変更しますので、関係職員の出席についてご配慮くださいますようお願いいたします。'
          : 'さて、下記のとおり会議を開催しますので、関係職員の出席についてご配慮くださいますようお願いいたします。',
      },
      {
        kind: 'text',
        text: '出席できない場合は、出欠期限までに、代理で出席される方の氏名をお知らせください。',
      },
      {
        kind: 'particulars',
        facts: [
          ['日時', `${timeOf(meeting)}${before ? `\n(変更前　${timeOf(before)})` : ''}`],
          ['場所', meeting.place ?? (meeting.link === undefined ? '' : 'オンライン')],
          ...(meeting.link === undefined ? [] : [['オンライン', meeting.link] as const]),
          ['議題', agendaOf(meeting, chart)],
          ['出欠期限', `${plain(officialDay(due).ja)}まで`],
          [
            '担当',
            [
              `事務局(${officeName})　${holders(facts, 'council', 'information', office).join('、')}`,
              '電話　　　　　　　　　メール',
            ].join('\n'),
          ],
        ],
      },
    ],
  };
}

/** 那珂市　介護保険主管課長　様, a line for each municipality whose seats are in a body that meets. */
function addressees(meeting: Meeting, chart: Chart): string[] {
  const members = membersOn(chart, meeting.day);
  const titles = [...new Set(bodiesOf(meeting).flatMap((slug) => titleOf(bodyOf(chart, slug))))];
  return members.flatMap(({ name }) => titles.map((title) => `${name}${title}　様`));
}

function titleOf(body: Body | undefined): string[] {
  if (!body) return [];
  if (body.kind === 'council') return ['長'];
  if (body.kind === 'projectTeam') return ['　情報主管課長'];
  return [`　${body.name.replace(/(?:WG|ワーキンググループ|分科会|専門部会|部会)$/u, '')}主管課長`];
}

/** In whose name it goes out: the chair's, or while there is none that of who acts for them. */
function headOf(facts: NoticeFacts, chair: string | undefined): string | undefined {
  const { chart, acting } = facts;
  const code = acting ?? chair;
  if (code === undefined) return undefined;
  const [name] = holders(facts, 'council', 'member', code);
  const place = municipalityOf(chart, code)?.name ?? code;
  return name === undefined ? undefined : `${acting === undefined ? '会長' : '会長職務代理者'}　${name}(${place})`;
}

/** The names of those who hold the seat of that municipality in the council's own body. */
function holders(
  { tenures, names, chart }: NoticeFacts,
  kind: Body['kind'],
  role: 'member' | 'information',
  municipality: string,
): string[] {
  return tenures
    .filter(({ seat }) => bodyOf(chart, seat.body)?.kind === kind && seat.role === role)
    .filter((one) => one.municipality === municipality && !one.deputy)
    .map((one) => names.get(one.person) ?? '')
    .filter((name) => name !== '');
}

function agendaOf(meeting: Meeting, chart: Chart): string {
  const sections = [{ body: meeting.body, agenda: meeting.agenda }, ...meeting.joint];
  const lines = sections.flatMap(({ body, agenda }) => [
    ...(meeting.joint.length > 0 && agenda.length > 0 ? [bodyOf(chart, body)?.name ?? body] : []),
    ...agenda.map((one, i) => `(${i + 1}) ${one}`),
  ]);
  return lines.length === 0 ? '追ってお知らせします。' : lines.join('\n');
}

const timeOf = ({ day, start, end }: Slot): string =>
  `${plain(officialDay(day).ja)}　${clockOf(start)}から${end === undefined ? '' : `${clockOf(end)}まで`}`;

/** 午後1時30分 */
function clockOf(minute: Minute): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  if (minute === 720) return '正午';
  if (minute === 1440) return '午後12時';
  return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${rest === 0 ? '' : `${rest}分`}`;
}
