/** As what cancelled meetings are counted: said after each cancellation, of one or of the rest of a series, and changed by a button. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { type Button, buttons } from '../../src/text/message.ts';
import { en, ja, plain, type Text } from '../../src/text/text.ts';
import { avoidedOf, COUNTED_AS, type CountedAs, countedAsText } from '../arguments/avoided.ts';

/** What was cancelled in one act; the first of them stands for all. */
export interface Cancelled {
  readonly number: number;
  /** How many; undefined: it alone. */
  readonly of?: number | undefined;
}

export const countedText = ({ number, of }: Cancelled, as: CountedAs): Text =>
  of === undefined
    ? {
        ja: ja`会議M${number}は、会議の回数では『${countedAsText[as]}』として数えます。異なる場合は、区分をお選びください。`,
        en: en`Meeting M${number} is counted as “${countedAsText[as]}”. If that is not so, choose another.`,
      }
    : {
        ja: ja`中止した会議${of}回(M${number}以降)は、会議の回数では『${countedAsText[as]}』として数えます。異なる場合は、区分をお選びください。`,
        en: en`The ${of} cancelled meetings from M${number} on are counted as “${countedAsText[as]}”. If that is not so, choose another.`,
      };

export const recountButtons = ({ number, of }: Cancelled, as: CountedAs): Button[] =>
  COUNTED_AS.filter((one) => one !== as).map((one) => ({
    label: countedAsText[one],
    line: `/wg cancel ${of === undefined ? '' : '以降 '}M${number} ${one} ${plain(recount.ja)}`,
  }));

/** What is cancelled already is counted otherwise from now on: it alone, or all that its act cancelled. */
export async function countAs(meeting: Meeting, as: CountedAs, rest: boolean, store: CouncilStore): Promise<Reply> {
  const series = rest && meeting.series !== undefined ? await store.meetings.ofSeries(meeting.series) : [meeting];
  const together = series.filter((one) => one.state === 'cancelled' && one.changedAt === meeting.changedAt);
  for (const { number } of together) await store.meetings.countAs(number, avoidedOf(as));
  const cancelled: Cancelled = { number: meeting.number, ...(together.length > 1 && { of: together.length }) };
  return {
    ...whisper(countedText(cancelled, as), buttons(...recountButtons(cancelled, as))),
    refresh: [],
    done: together.map((one) => `meeting:${one.number}`),
  };
}

const recount: Text = { ja: ja`集計区分の変更`, en: en`counted otherwise` };
