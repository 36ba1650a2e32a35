/** 引継書 as a canvas, where the workspace has them: the same sections, read in Slack; what is read later is written into it. */
import type { Pack, PackFacts } from '../domain/pack.ts';
import { escaped } from '../text/markdown.ts';
import type { SentFile } from '../text/post.ts';
import { seatText } from '../text/seats.ts';
import { en, ja, plain } from '../text/text.ts';
import { particularsOf } from './packPaper.ts';
import { sectionsOf } from './sections.ts';

export function packCanvas(pack: Pack, facts: PackFacts): SentFile {
  const name = seatText(pack.seat, facts.chart);
  const content = [
    `# 事務引継書 ${escaped(plain(name.ja))}`,
    '',
    ...particularsOf(pack, facts).map(([label, value]) => `- **${label}** ${escaped(value.replaceAll('\n', '、'))}`),
    ...sectionsOf(pack, facts).flatMap(({ title, total, rows }, i) => [
      '',
      `## ${i + 1} ${plain(title.ja)}(${total}件)`,
      '',
      ...(total === 0 ? ['- 該当するものはありません。'] : []),
      ...rows.map(({ line }) => `- ${escaped(plain(line.ja).replace(/^• /u, ''))}`),
      ...(total > rows.length ? [`- ほか${total - rows.length}件`] : []),
    ]),
    '',
  ].join('\n');
  return {
    name: `引継書_${pack.seat.id}.md`,
    title: { ja: ja`引継書(${name})`, en: en`Handover pack: ${name}` },
    ...{ content, canvas: `handover:${pack.seat.id}` },
  };
}
