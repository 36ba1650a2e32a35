/** 引継書 in an office's form: what one hands over, in tables, and boxes for the seals of both sides and a witness. */
import type { Tenure } from '../domain/council.ts';
import type { Pack, PackFacts } from '../domain/pack.ts';
import type { Block, Paper } from '../paper/paper.ts';
import { wordFile } from '../paper/word.ts';
import { officialDay, paperDay } from '../text/dates.ts';
import { binaryFile, type SentFile } from '../text/post.ts';
import { peopleText, seatText } from '../text/seats.ts';
import { en, ja, listed, plain } from '../text/text.ts';
import { DUTIES } from './duties.ts';
import { countsOf } from './packMessage.ts';
import { type Section, sectionsOf } from './sections.ts';

/** One file for all seats that change hands together, each on a page of its own. */
export async function packFile(packs: readonly [Pack, ...Pack[]], facts: PackFacts): Promise<SentFile> {
  const [first, ...others] = packs;
  const paper = packPaper(first, facts);
  const further = others.flatMap((one, i): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'heading', text: '事務引継書' },
    ...blocksOf(one, facts, packs.slice(0, i + 1).find(isOfSameBody(one))),
  ]);
  const bytes = await wordFile({ ...paper, blocks: [...paper.blocks, ...further] });
  const name =
    packs.length === 1 ? plain(seatText(first.seat, facts.chart).ja).replaceAll(' ', '_') : `${packs.length}件`;
  return binaryFile(
    `引継書_${name}_${first.on}.docx`,
    packs.length === 1
      ? {
          ja: ja`引継書(${seatText(first.seat, facts.chart)})`,
          en: en`Handover pack: ${seatText(first.seat, facts.chart)}`,
        }
      : { ja: ja`引継書(${packs.length}件の担当)`, en: en`Handover packs of ${packs.length} seats` },
    bytes,
  );
}

/** For the same people to read: whoever takes over one seat alone has its pack in full. */
const isOfSameBody =
  ({ body, successors }: Pack) =>
  (other: Pack): boolean =>
    other.body.slug === body.slug && peopleIn(other.successors) === peopleIn(successors);

const peopleIn = (tenures: readonly Tenure[] = []): string =>
  tenures
    .map((one) => one.person)
    .toSorted((a, b) => a - b)
    .join(' ');

export function packPaper(pack: Pack, facts: PackFacts): Paper {
  return {
    number: 'open',
    date: plain(paperDay(pack.on).ja),
    from: [facts.council],
    title: '事務引継書',
    blocks: blocksOf(pack, facts),
  };
}

/** Who hands what to whom, when. */
export function particularsOf(pack: Pack, facts: PackFacts): [label: string, value: string][] {
  const { seat, holders, deputies, successors, duties, on, switchDay, officeFrom } = pack;
  const named = (tenures: readonly Tenure[]): string => plain(peopleText(tenures, facts.names).ja);
  const counts = plain(listed(countsOf(pack)).ja);
  const passes = officeFrom && `${plain(officialDay(officeFrom).ja)}(新たな任期の初日)`;
  return [
    ['引継ぎの対象', plain(seatText(seat, facts.chart).ja)],
    ['現在の担当者', `${named(holders)}${deputies.length === 0 ? '' : `(代理 ${named(deputies)})`}`],
    ['後任', successors === undefined ? '未公表(公表後に記入)' : named(successors)],
    ['引継ぎの日', `${plain(officialDay(switchDay).ja)} 午前0時`],
    ...(passes === undefined ? [] : [['役職の交代', passes] satisfies [string, string]]),
    ['役割', duties.map((one) => plain(DUTIES[one].ja)).join('\n')],
    ['概要', counts === '' ? '未了の課題・未回答の審議・今後の会議はありません。' : counts],
    ['作成日', plain(officialDay(on).ja)],
  ];
}

/** `told`: the pack before it in the same file that has what is the body's. */
function blocksOf(pack: Pack, facts: PackFacts, told?: Pack): Block[] {
  return [
    {
      kind: 'table',
      head: ['項目', '内容'],
      widths: [22, 78],
      rows: particularsOf(pack, facts),
    },
    ...sectionsOf(pack, facts).flatMap((section, i) =>
      sectionBlocks(section, i + 1, section.ofBody && told && plain(seatText(told.seat, facts.chart).ja)),
    ),
    { kind: 'heading', text: '特記事項(口頭での申し送り・庁内の事情など)' },
    { kind: 'table', head: ['記入欄'], rows: [['\n\n\n']] },
    { kind: 'text', text: '上記のとおり、引継ぎを行いました。　　　　　　年　　月　　日' },
    { kind: 'seals', labels: ['引継者', '引受者', '立会者'] },
  ];
}

function sectionBlocks(
  { title, total, head, widths, rows }: Section,
  number: number,
  told: string | undefined,
): Block[] {
  const heading: Block = { kind: 'heading', text: `${number}　${plain(title.ja)}(${total}件)` };
  if (total === 0) return [heading, { kind: 'text', text: '該当するものはありません。' }];
  if (told !== undefined) return [heading, { kind: 'text', text: `前の「${told}」の引継書と同じです。` }];
  const left = total - rows.length;
  return [
    heading,
    { kind: 'table', head, widths, rows: rows.map((one) => one.cells) },
    ...(left > 0 ? [{ kind: 'text', text: `ほか${left}件は、Renkeiの一覧でご確認ください。` } as const] : []),
  ];
}
