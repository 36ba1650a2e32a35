/** A pack as a message: what it comes to in a sentence, then section by section; the paper has all. */
import type { Pack, PackFacts } from '../domain/pack.ts';
import { officialDay } from '../text/dates.ts';
import { buttons, facts as factsPart, heading, type Message, note, type Part, rows } from '../text/message.ts';
import { grouped } from '../text/numbers.ts';
import { peopleText, seatText, seatWords } from '../text/seats.ts';
import { en, ja, listed, type Text } from '../text/text.ts';
import { DUTIES } from './duties.ts';
import { type Section, sectionsOf } from './sections.ts';

/** Rows of a section in a message. */
export const SHOWN = 5;

export function packMessage(pack: Pack, facts: PackFacts): Message {
  return { summary: packSummary(pack, facts), parts: [...packParts(pack, facts), actsOf(pack, facts)] };
}

export function packParts(pack: Pack, facts: PackFacts): Part[] {
  const { holders, deputies, duties, successors } = pack;
  return [
    factsPart(
      [text.holder, peopleText(holders, facts.names)],
      ...(deputies.length > 0 ? [[text.deputy, peopleText(deputies, facts.names)] as [Text, Text]] : []),
      [text.successor, successors === undefined ? text.unnamed : peopleText(successors, facts.names)],
      [text.duties, listed(duties.map((one) => DUTIES[one]))],
    ),
    ...sectionsOf(pack, facts).flatMap(sectionParts),
  ];
}

function sectionParts({ title, total, rows: list }: Section): Part[] {
  if (total === 0) return [];
  const shown = list.slice(0, SHOWN).map((one) => one.line);
  const left = total - shown.length;
  return [heading(text.counted(title, total)), rows(shown), ...(left > 0 ? [note(text.more(left))] : [])];
}

/** What can be done next. */
export function actsOf({ seat }: Pick<Pack, 'seat'>, { chart }: Pick<PackFacts, 'chart'>): Part {
  const words = seatWords(seat, chart);
  return buttons(
    { label: text.paper, line: `/council handover ${words} 文書`, style: 'primary' },
    { label: text.checklist, line: `/council checklist ${words}` },
  );
}

export function packSummary(pack: Pack, { chart }: Pick<PackFacts, 'chart'>): Text {
  const counts = countsOf(pack);
  const what = counts.length === 0 ? text.nothingOpen : listed(counts);
  const seat = seatText(pack.seat, chart);
  return {
    ja: ja`${seat}の引継書です(${officialDay(pack.on)}現在)。${what}${counts.length === 0 ? '' : 'があります。'}`,
    en: en`The handover pack of ${seat}, as of ${officialDay(pack.on)}: ${what}.`,
  };
}

/** What waits, each kind with its number. */
export function countsOf({ items, work, circulations, meetings, polls }: Pack): Text[] {
  const unanswered = circulations.filter((one) => one.asked && one.own === undefined).length;
  const objections = circulations.filter((one) => one.objections.length > 0).length;
  const toAnswer = polls.filter((one) => !one.answered).length;
  const of = (n: number, name: Text): Text[] =>
    n === 0 ? [] : [{ ja: ja`${name}${grouped(n)}件`, en: en`${grouped(n)} ${name}` }];
  return [
    ...of(items.length, { ja: ja`未了の課題`, en: en`open items` }),
    ...of(unanswered, { ja: ja`未回答の持ち回り審議`, en: en`circulations to answer` }),
    ...of(objections, { ja: ja`異議のある持ち回り審議`, en: en`circulations with objections` }),
    ...of(toAnswer, { ja: ja`未回答の日程調整`, en: en`polls to answer` }),
    ...of(work.undecided.total, { ja: ja`未決の要件`, en: en`undecided requirements` }),
    ...of(work.provisional, { ja: ja`仮記録の要件`, en: en`provisional decisions` }),
    ...of(work.review, { ja: ja`要再確認の要件`, en: en`decisions to look at again` }),
    ...of(meetings.length, { ja: ja`今後の会議`, en: en`meetings ahead` }),
  ];
}

const text = {
  holder: { ja: ja`現在の担当者`, en: en`Held by` },
  deputy: { ja: ja`代理`, en: en`Deputy` },
  successor: { ja: ja`後任`, en: en`Next` },
  unnamed: { ja: ja`未公表`, en: en`not published yet` },
  duties: { ja: ja`役割`, en: en`Duties` },
  counted: (title: Text, total: number): Text => ({
    ja: ja`${title}(${grouped(total)}件)`,
    en: en`${title} (${grouped(total)})`,
  }),
  more: (n: number): Text => ({
    ja: ja`ほか${grouped(n)}件。Wordの引継書、または各一覧でご覧いただけます。`,
    en: en`and ${grouped(n)} more, in the Word file and the lists`,
  }),
  nothingOpen: { ja: ja`未了の課題・未回答の審議・今後の会議はありません。`, en: en`nothing waits` },
  paper: { ja: ja`Wordで受け取る`, en: en`As a Word file` },
  checklist: { ja: ja`引継確認を表示`, en: en`Show the checklist` },
};
