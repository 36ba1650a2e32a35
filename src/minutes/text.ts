/** What is said of minutes wherever they are told of: their sections, how each municipality stands, that they are confirmed. */
import { type Day, dayAt } from '../domain/day.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MinutesStand, Section } from '../domain/minutes.ts';
import { en, ja, nothing, onOneLine, type Text } from '../text/text.ts';

export const SECTION_NAMES: Readonly<Record<Section, Text>> = {
  held: { ja: ja`日時`, en: en`Held` },
  place: { ja: ja`場所`, en: en`Place` },
  present: { ja: ja`出席`, en: en`Present` },
  absent: { ja: ja`欠席`, en: en`Absent` },
  agenda: { ja: ja`議題`, en: en`Agenda` },
  course: { ja: ja`経過`, en: en`Course` },
  decisions: { ja: ja`決定事項`, en: en`Decisions` },
  items: { ja: ja`宿題`, en: en`Items` },
  confirmations: { ja: ja`確認事項`, en: en`Confirmed` },
  next: { ja: ja`次回`, en: en`Next` },
};

/** 確認済(6月15日), みなし確認, 修正依頼『…』, 未確認 */
export function standWords({ stand, answer, silentFrom }: MinutesStand, told: (on: Day) => Text): Text {
  const source: Text =
    answer?.source === undefined
      ? nothing
      : { ja: ja`、代行入力:${answer.source}`, en: en`, entered: ${answer.source}` };
  switch (stand) {
    case 'confirmed': {
      const on = answer ? told(dayAt(answer.at)) : nothing;
      return { ja: ja`確認済(${on}${source})`, en: en`confirmed (${on}${source})` };
    }
    case 'silent': {
      const on = silentFrom === undefined ? nothing : told(dayAt(silentFrom));
      return { ja: ja`みなし確認(${on})`, en: en`taken as confirmed (${on})` };
    }
    case 'correct':
      return {
        ja: ja`修正依頼『${onOneLine(answer?.words ?? '')}』${source}`,
        en: en`asks for a correction: “${onOneLine(answer?.words ?? '')}”${source}`,
      };
    case 'vacant':
      return { ja: ja`担当未定(代行入力をお願いします)`, en: en`vacant (the secretariat enters its answer)` };
    case 'waiting':
      return { ja: ja`未確認`, en: en`not yet` };
  }
}

/** What its thread hears when the last of them confirmed, by an answer or by the clock. */
export const confirmedText = (bodies: string, { number }: Pick<Meeting, 'number'>, decisions: number): Text => ({
  ja: ja`${bodies}の会議M${number}の議事録が確定しました。${decisions > 0 ? `仮記録の決定${decisions}件も、これにより確定しています。` : ''}`,
  en: en`The minutes of meeting M${number} of ${bodies} are confirmed.${decisions > 0 ? ` So are the ${decisions} provisional decisions in them.` : ''}`,
});

export const fileTitle = (number: number): Text => ({ ja: ja`議事録(M${number})`, en: en`Minutes of M${number}` });
