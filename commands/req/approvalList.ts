/** What an upper body is asked to approve, or once saw, as a workbook: every requirement with its decision, to the asker alone. */
import type { Scene } from '../../src/command/scene.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Decision } from '../../src/domain/requirement.ts';
import { guardedCell } from '../../src/sheet/writeCsv.ts';
import { writeTable } from '../../src/sheet/writeXlsx.ts';
import type { ApprovalLine } from '../../src/store/council/approvals.ts';
import { binaryFile, type FilePost } from '../../src/text/post.ts';
import { listed, plain, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { mayShow } from '../subjects/audience.ts';
import { termsText } from './approvalText.ts';
import { decisionNameText } from './text.ts';

/** A line of it; `state`: 仮記録, 要再確認. */
export interface ListLine extends Omit<ApprovalLine, 'decision'> {
  readonly decision: Decision;
  readonly state: readonly Text[];
}

export async function listFile(
  lines: readonly ListLine[],
  { title, on }: { readonly title: Text; readonly on: Day },
  scene: Scene,
): Promise<FilePost['file']> {
  const { chart } = scene;
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
        { heading: '対象・終期', width: 20 },
        { heading: '備考', width: 14 },
      ],
      rows: lines.map(({ number, text, decision, outcome, note, cost, state }) => [
        number,
        guardedCell(text),
        plain(decisionNameText(decision).ja),
        plain(outcomeText(outcome).ja),
        note === undefined ? null : guardedCell(note),
        (costs ? cost : undefined) ?? null,
        plain(listed(termsText(decision, false, chart)).ja) || null,
        plain(listed(state).ja) || null,
      ]),
    },
    new Date(`${on}T00:00:00Z`),
  );
  return binaryFile(`承認一覧_${on}.xlsx`, title, bytes);
}
