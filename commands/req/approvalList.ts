/** What an upper body is asked to approve, as a workbook: every requirement with its decision, to the asker alone. */
import type { Scene } from '../../src/command/scene.ts';
import { type Decision, needsReview, type Requirement } from '../../src/domain/requirement.ts';
import { guardedCell } from '../../src/sheet/writeCsv.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import { binaryFile, type FilePost } from '../../src/text/post.ts';
import { listed, plain, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { mayShow } from '../subjects/audience.ts';
import { termsText } from './approvalText.ts';
import { decisionNameText } from './text.ts';

/** A requirement that stands decided. */
export type Standing = Requirement & { readonly standing: Decision };

export async function listFile(all: readonly Standing[], title: Text, scene: Scene): Promise<FilePost['file']> {
  const { chart, today } = scene;
  const costs = mayShow({ ...scene, place: { ...scene.place, mapped: undefined } }, 'cost');
  const { bytes } = await writeTable(
    {
      name: '一覧',
      title: plain(title.ja),
      columns: [
        { heading: '要件番号', width: 10, centred: true, frozen: true },
        { heading: '要件内容', width: 60 },
        { heading: '決定', width: 22 },
        { heading: '結果', width: 18 },
        { heading: '理由', width: 40 },
        { heading: '費用(千円)', width: 12, amount: true },
        { heading: '対象・終期', width: 24 },
        { heading: '再確認', width: 10, centred: true },
      ],
      rows: all.map(({ standing, ...one }) => [
        one.number,
        guardedCell(one.text),
        plain(decisionNameText(standing).ja),
        plain(outcomeText(standing.outcome).ja),
        standing.note === undefined ? null : guardedCell(standing.note),
        (costs ? standing.cost : undefined) ?? null,
        plain(listed(termsText(standing, false, chart)).ja) || null,
        needsReview(one, standing) ? '要再確認' : null,
      ]),
    },
    new Date(`${today}T00:00:00Z`),
  );
  return binaryFile(`承認一覧_${today}.xlsx`, title, bytes);
}
