/** The minutes as a Word file in an office's form, and as Markdown; each as its readers may see it. */
import type { Audience } from '../domain/audience.ts';
import { dayAt } from '../domain/day.ts';
import { lineFor, type Minutes, type MinutesStanding, SECTIONS, withheldFrom } from '../domain/minutes.ts';
import type { Block, Paper } from '../paper/paper.ts';
import { wordFile } from '../paper/word.ts';
import { officialDay, paperDay } from '../text/dates.ts';
import { escaped } from '../text/markdown.ts';
import { type Address, binaryFile, type FilePost } from '../text/post.ts';
import { en, ja, plain } from '../text/text.ts';
import { fileTitle, SECTION_NAMES, standWords } from './text.ts';

export interface MinutesFacts {
  readonly number: number;
  readonly minutes: Minutes;
  readonly standing: MinutesStanding;
  readonly audience: Audience;
  /** The secretariat, as the sender. */
  readonly from: readonly string[];
  readonly nameOf: (code: string) => string;
}

/** The state of the whole: 案, 確認中, 確定. */
const STATES = { draft: '(案)', asked: '(確認中)', correcting: '(確認中)', confirmed: '(確定)' } as const;

const titleOf = ({ minutes, standing }: MinutesFacts): string =>
  `${minutes.content.title} 議事録${STATES[standing.state]}`;

/** The lines of each section, as this audience reads them. */
const sectionsOf = ({ minutes, audience }: MinutesFacts) =>
  SECTIONS.map((section) => ({
    section,
    name: plain(SECTION_NAMES[section].ja),
    lines: minutes.content.sections[section].flatMap((one) => lineFor(one, audience) ?? []),
  }));

const NONE = 'なし';
const WITHHELD = '※ 構成団体の方のみご覧いただける内容(費用等)は、除いて記載しています。';

/** 訂正:経過(第3版、令和8年6月17日(水)、理由:…) */
const correctionsOf = ({ minutes }: MinutesFacts): string[] =>
  minutes.corrections.map(({ section, words, at }) => {
    const name = section === undefined ? '' : plain(SECTION_NAMES[section].ja);
    return `訂正:${name}(${plain(officialDay(dayAt(at)).ja)}${words === undefined ? '' : `、理由:${words}`})`;
  });

const confirmationsOf = ({ standing, nameOf }: MinutesFacts): string[] =>
  standing.lines.map((one) => `${nameOf(one.municipality)} ${plain(standWords(one, officialDay).ja)}`);

export function minutesPaper(facts: MinutesFacts): Paper {
  const { minutes, standing, from, audience } = facts;
  const corrections = correctionsOf(facts);
  const day = standing.confirmedAt ?? minutes.writtenAt;
  const confirmations = confirmationsOf(facts);
  const blocks: Block[] = sectionsOf(facts).flatMap(({ name, lines }, i): Block[] => [
    { kind: 'heading', text: `${i + 1} ${name}` },
    ...(lines.length <= 1
      ? lines.concat(lines.length === 0 ? [NONE] : []).map((text) => ({ kind: 'text', text }) as const)
      : [list(lines)]),
  ]);
  return {
    number: 'open',
    date: plain(paperDay(dayAt(day)).ja),
    from,
    title: titleOf(facts),
    blocks: [
      ...blocks,
      ...(corrections.length === 0 ? [] : [{ kind: 'heading', text: '訂正' } as const, list(corrections)]),
      ...(confirmations.length === 0 ? [] : [{ kind: 'heading', text: '確認状況' } as const, list(confirmations)]),
      ...(withheldFrom(minutes.content, audience) ? [{ kind: 'text', text: WITHHELD } as const] : []),
    ],
  };
}

const list = (items: readonly string[]): Block => ({ kind: 'list', items });

export function minutesMarkdown(facts: MinutesFacts): string {
  const bullets = (lines: readonly string[]): string[] => lines.map((one) => `- ${escaped(one)}`);
  const [corrections, confirmations] = [correctionsOf(facts), confirmationsOf(facts)];
  return [
    `# ${escaped(titleOf(facts))}`,
    ...sectionsOf(facts).flatMap(({ name, lines }, i) => [
      '',
      `## ${i + 1} ${name}`,
      '',
      ...bullets(lines.length === 0 ? [NONE] : lines),
    ]),
    ...(corrections.length === 0 ? [] : ['', '## 訂正', '', ...bullets(corrections)]),
    ...(confirmations.length === 0 ? [] : ['', '## 確認状況', '', ...bullets(confirmations)]),
    ...(withheldFrom(facts.minutes.content, facts.audience) ? ['', WITHHELD] : []),
    '',
  ].join('\n');
}

/** As a canvas, where the workspace has them: the Markdown, and no file. */
export const minutesCanvas = (
  facts: MinutesFacts,
  { key, to, thread }: { readonly key: string; readonly to: Address; readonly thread: string },
): FilePost => ({
  ...{ kind: 'file', key: `${key}:canvas`, to, thread },
  file: {
    name: `議事録_M${facts.number}.md`,
    title: { ja: ja`${titleOf(facts)}`, en: en`${titleOf(facts)}` },
    ...{ content: minutesMarkdown(facts), canvas: `minutes:${facts.number}` },
  },
});

/** Both files; `key` names the occasion. */
export async function minutesFiles(
  facts: MinutesFacts,
  { key, to, thread }: { readonly key: string; readonly to: Address; readonly thread?: string },
): Promise<FilePost[]> {
  const title = fileTitle(facts.number);
  const name = `議事録_M${facts.number}_第${facts.minutes.version}版`;
  const placed = { kind: 'file', to, ...(thread !== undefined && { thread }) } as const;
  return [
    { ...placed, key: `${key}:docx`, file: binaryFile(`${name}.docx`, title, await wordFile(minutesPaper(facts))) },
    { ...placed, key: `${key}:md`, file: { name: `${name}.md`, title, content: minutesMarkdown(facts) } },
  ];
}
