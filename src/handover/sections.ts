/** The sections of a pack, each once: as a line for a message, and as the cells of a table for the paper. */
import { bodyOf, type Chart, municipalityOf, type Tenure } from '../domain/council.ts';
import { clock, type Day, dayAt } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import { type ItemStatus, isOverdue } from '../domain/item.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { byMonth, type Pack, type PackCirculation, type PackFacts, type YearEntry } from '../domain/pack.ts';
import { spansOf } from '../domain/requirement.ts';
import { dayAndHours, dayAsOf, fiscalYearText, officialDay } from '../text/dates.ts';
import { progressText } from '../text/items.ts';
import { outcomeText } from '../text/outcomes.ts';
import { leadText } from '../text/seats.ts';
import { bold, en, ja, linked, listed, nothing, onOneLine, plain, same, type Text } from '../text/text.ts';

export interface Section {
  readonly title: Text;
  /** How many there are, which may be more than are listed. */
  readonly total: number;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  /** It is the body's, and so the same for all its seats. */
  readonly ofBody?: true;
}

export interface Row {
  readonly line: Text;
  readonly cells: readonly string[];
}

export function sectionsOf(pack: Pack, facts: PackFacts): Section[] {
  return [
    items(pack, facts),
    circulations(pack, facts.chart),
    undecided(pack),
    decided(pack),
    meetings(pack, facts.chart),
    polls(pack),
    papers(pack),
    contacts(pack, facts),
    year(pack),
  ];
}

const cellsOf = (...texts: readonly Text[]): string[] => texts.map((one) => plain(one.ja));

function items({ items: list, on }: Pack, { chart }: PackFacts): Section {
  return {
    title: { ja: ja`未了の課題`, en: en`Open items` },
    total: list.length,
    head: ['番号', '内容', '会議体', '期限', '状況'],
    widths: [9, 43, 18, 16, 14],
    rows: list.map((one) => {
      const due: Text = one.due === undefined ? { ja: ja`期限なし`, en: en`no due day` } : dayAsOf(one.due, on);
      const status = STATUS[isOverdue(one, on) ? 'overdue' : one.status];
      const progress = progressText(one);
      const how = progress ? listed([status, progress]) : status;
      const body = bodyOf(chart, one.body)?.name ?? one.body;
      return {
        line: {
          ja: ja`• 課題K${one.number} ${onOneLine(one.title)}(期限 ${due}、${how})`,
          en: en`• Item K${one.number} ${onOneLine(one.title)} (${due}, ${how})`,
        },
        cells: [`K${one.number}`, one.title, body, ...cellsOf(due, how)],
      };
    }),
  };
}

const STATUS: Readonly<Record<ItemStatus | 'overdue', Text>> = {
  open: { ja: ja`未着手`, en: en`open` },
  doing: { ja: ja`対応中`, en: en`in hand` },
  awaiting: { ja: ja`確認待ち`, en: en`awaiting confirmation` },
  hold: { ja: ja`保留`, en: en`on hold` },
  done: { ja: ja`完了`, en: en`done` },
  withdrawn: { ja: ja`取下げ`, en: en`withdrawn` },
  overdue: { ja: ja`期限超過`, en: en`overdue` },
};

function circulations({ circulations: list, on }: Pack, chart: Chart): Section {
  return {
    title: { ja: ja`審議中の持ち回りと異議`, en: en`Circulations and objections` },
    total: list.length,
    head: ['番号', '要件', '提案', '期限', '自団体の回答', '異議'],
    widths: [8, 16, 18, 16, 17, 25],
    rows: list.map((one) => {
      const { circulation } = one;
      const { number, requirements, outcome, deadline } = circulation;
      const objections = one.objections.map(({ municipality, reason }) => {
        const name = municipalityOf(chart, municipality)?.name ?? municipality;
        return reason === undefined ? name : `${name}『${onOneLine(reason)}』`;
      });
      const own = ownAnswer(one);
      const told: Text =
        objections.length === 0
          ? nothing
          : { ja: ja`、異議:${objections.join('、')}`, en: en`, objections: ${objections.join(', ')}` };
      return {
        line: {
          ja: ja`• P${number} 要件${numbers(requirements)}を『${outcomeText(outcome)}』とすること(期限 ${dayAsOf(deadline, on)}、${own}${told})`,
          en: en`• P${number} requirement ${numbers(requirements)} as “${outcomeText(outcome)}” (until ${dayAsOf(deadline, on)}, ${own}${told})`,
        },
        cells: [
          `P${number}`,
          plain(numbers(requirements).ja),
          ...cellsOf(outcomeText(outcome), dayAsOf(deadline, on), own),
          objections.join('\n'),
        ],
      };
    }),
  };
}

function ownAnswer({ own, asked }: PackCirculation): Text {
  if (!asked) return { ja: ja`回答の対象外`, en: en`not asked` };
  if (own === undefined) return { ja: ja`未回答`, en: en`to be answered` };
  return own.answer === 'undo' ? nothing : ANSWERS[own.answer];
}

const ANSWERS = {
  agree: { ja: ja`同意`, en: en`agreed` },
  object: { ja: ja`異議`, en: en`objected` },
  hold: { ja: ja`庁内確認中`, en: en`asking its office` },
  abstain: { ja: ja`棄権`, en: en`abstained` },
  na: { ja: ja`対象外`, en: en`not applicable` },
} as const;

const numbers = (list: readonly number[]): Text =>
  listed(
    spansOf(list).map(({ from, to }) => same(from === to ? from : `${from}-${to}`)),
    { ja: ja`、`, en: en`, ` },
  );

function undecided({ work }: Pack): Section {
  return {
    ofBody: true,
    title: { ja: ja`未決の要件`, en: en`Undecided requirements` },
    total: work.undecided.total,
    head: ['要件', '内容'],
    widths: [12, 88],
    rows: work.undecided.first.map(({ number, text }) => ({
      line: { ja: ja`• 要件${number} ${onOneLine(text)}`, en: en`• ${number} ${onOneLine(text)}` },
      cells: [String(number), text],
    })),
  };
}

function decided({ work }: Pack): Section {
  return {
    ofBody: true,
    title: { ja: ja`最近の決定と理由`, en: en`Recent decisions and their reasons` },
    total: work.decided.total,
    head: ['決定', '要件', '結果', '理由', '決定日'],
    widths: [16, 16, 18, 34, 16],
    rows: work.decided.latest.map((one) => {
      // Two fiscal years stand in one list, and each counts from 1.
      const name: Text = {
        ja: ja`${fiscalYearText(one.fiscalYear)}決定第${one.serial}号`,
        en: en`decision ${one.fiscalYear}-${one.serial}`,
      };
      const cost: Text =
        one.cost === undefined ? nothing : { ja: ja`(費用${one.cost}千円)`, en: en` (cost ${one.cost} thousand yen)` };
      const reason: Text =
        one.note === undefined
          ? { ja: ja`理由の記載なし`, en: en`no reason given` }
          : { ja: ja`理由:${onOneLine(one.note)}`, en: en`because: ${onOneLine(one.note)}` };
      return {
        line: {
          ja: ja`• ${name} 要件${numbers(one.numbers)}『${outcomeText(one.outcome)}』${cost} ${reason}`,
          en: en`• ${name}: ${numbers(one.numbers)} “${outcomeText(one.outcome)}”${cost}, ${reason}`,
        },
        cells: [
          ...cellsOf(name, numbers(one.numbers), listed([outcomeText(one.outcome), cost], nothing)),
          one.note ?? '',
          plain(officialDay(dayAt(one.at)).ja),
        ],
      };
    }),
  };
}

function meetings({ meetings: list }: Pack, chart: Chart): Section {
  return {
    ofBody: true,
    title: { ja: ja`今後の会議`, en: en`Meetings ahead` },
    total: list.length,
    head: ['番号', '会議体', '日時', '場所', '議題'],
    widths: [8, 20, 28, 18, 26],
    rows: list.map((one) => {
      const names = bodiesOf(one).map((slug) => bodyOf(chart, slug)?.name ?? slug);
      const place = placeOf(one);
      return {
        line: {
          ja: ja`• 会議M${one.number} ${names.join('・')} ${dayAndHours(one.day, one.start, one.end)} ${place}`,
          en: en`• Meeting M${one.number} ${names.join(', ')}, ${dayAndHours(one.day, one.start, one.end)}, ${place}`,
        },
        cells: [
          `M${one.number}`,
          names.join('・'),
          plain(dayAndHours(one.day, one.start, one.end).ja),
          plain(place.ja),
          one.agenda.join('\n'),
        ],
      };
    }),
  };
}

const placeOf = ({ place, link }: Meeting): Text => {
  if (place !== undefined) return same(place);
  return link === undefined ? { ja: ja`場所未定`, en: en`place open` } : { ja: ja`オンライン`, en: en`online` };
};

function polls({ polls: list, on }: Pack): Section {
  return {
    title: { ja: ja`日程調整`, en: en`Date polls` },
    total: list.length,
    head: ['番号', '回答期限', '自団体の回答'],
    widths: [20, 45, 35],
    rows: list.map(({ poll, answered }) => {
      const how: Text = answered ? { ja: ja`回答済`, en: en`answered` } : { ja: ja`未回答`, en: en`to be answered` };
      return {
        line: {
          ja: ja`• 日程調整D${poll.number}(期限 ${dayAsOf(poll.deadline, on)}、${how})`,
          en: en`• Poll D${poll.number} (until ${dayAsOf(poll.deadline, on)}, ${how})`,
        },
        cells: [`D${poll.number}`, ...cellsOf(officialDay(poll.deadline), how)],
      };
    }),
  };
}

function papers({ papers: list }: Pack): Section {
  return {
    ofBody: true,
    title: { ja: ja`資料`, en: en`Documents` },
    total: list.length,
    head: ['会議', '資料', '題名', '所在'],
    widths: [10, 12, 38, 40],
    rows: list.map((one) => {
      const title = one.link === undefined ? same(one.title) : linked(one.link, same(one.title));
      return {
        line: {
          ja: ja`• M${one.meeting} 資料${one.mark} ${title}`,
          en: en`• M${one.meeting}, paper ${one.mark}: ${title}`,
        },
        cells: [`M${one.meeting}`, `資料${one.mark}`, one.title, one.link ?? ''],
      };
    }),
  };
}

function contacts({ contacts: list, secretariat, mails }: Pack, { chart, names }: PackFacts): Section {
  const byPlace = [...groups(list, (one) => one.municipality)].sort(([a], [b]) => a.localeCompare(b));
  const people = (tenures: readonly Tenure[]): Text =>
    listed(
      tenures.map((one): Text => {
        const name = names.get(one.person) ?? '';
        const lead = leadText(one.seat, chart);
        if (one.seat.role === 'lead') return { ja: ja`${name}(${lead})`, en: en`${name} (${lead})` };
        return one.deputy ? { ja: ja`${name}(代理)`, en: en`${name} (deputy)` } : same(name);
      }),
      { ja: ja`・`, en: en`, ` },
    );
  const written = (tenures: readonly Tenure[]): string =>
    [...new Set(tenures.flatMap((one) => mails.get(one.person) ?? []))].join('\n');
  const rows: [Text, Text, string][] = byPlace.map(([code, mine]) => [
    same(municipalityOf(chart, code)?.name ?? code),
    people(mine),
    written(mine),
  ]);
  if (secretariat.length > 0)
    rows.push([{ ja: ja`事務局`, en: en`Secretariat` }, people(secretariat), written(secretariat)]);
  return {
    ofBody: true,
    title: { ja: ja`連絡先`, en: en`Contacts` },
    total: rows.length,
    head: ['団体', '氏名', '電話・メール'],
    widths: [24, 46, 30],
    rows: rows.map(([place, who, mail]) => ({
      line: { ja: ja`• ${place} ${who}`, en: en`• ${place}: ${who}` },
      cells: [...cellsOf(place, who), mail],
    })),
  };
}

function year({ year: entries, on }: Pack): Section {
  const entryText = (one: YearEntry): Text => entryAsOf(one, on);
  const months = [...byMonth(entries)];
  return {
    title: { ja: ja`年間の予定`, en: en`The year` },
    total: months.length,
    head: ['月', '予定'],
    widths: [10, 90],
    rows: months.map(([month, list]) => {
      const told = listed(list.map(entryText), { ja: ja`、`, en: en`, ` });
      return {
        line: {
          ja: ja`• ${bold(same(`${month}月`))} ${told}`,
          en: en`• ${bold(same(MONTHS[month - 1] ?? ''))} ${told}`,
        },
        cells: [`${month}月`, list.map((one) => plain(entryText(one).ja)).join('\n')],
      };
    }),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function entryAsOf(entry: YearEntry, on: Day): Text {
  if (entry.kind === 'meeting') {
    const { number, day, start, ordinal } = entry.meeting;
    const name: Text =
      ordinal === undefined
        ? { ja: ja`会議M${number}`, en: en`meeting M${number}` }
        : { ja: ja`第${ordinal}回会議`, en: en`meeting ${ordinal}` };
    return {
      ja: ja`${name}(${dayAsOf(day, on)} ${clock(start)})`,
      en: en`${name} (${dayAsOf(day, on)} ${clock(start)})`,
    };
  }
  if (entry.kind === 'due') {
    const { number, due } = entry.item;
    return due === undefined
      ? nothing
      : { ja: ja`課題K${number}の期限(${dayAsOf(due, on)})`, en: en`item K${number} due (${dayAsOf(due, on)})` };
  }
  if (entry.kind === 'switch') return { ja: ja`年度の切替え(4月1日)`, en: en`the switch of the year (April 1)` };
  return { ja: ja`繁忙期『${entry.season.name}』`, en: en`busy season “${entry.season.name}”` };
}
