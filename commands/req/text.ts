/** What `/req` says. */

import { actedForChair, type Chart, municipalityOf, systemOf } from '../../src/domain/council.ts';
import { type Day, dayAt, minuteAt } from '../../src/domain/day.ts';
import {
  type Decision,
  type DecisionName,
  isProvisional,
  type Level,
  type RequirementClass,
} from '../../src/domain/requirement.ts';
import type { Count } from '../../src/domain/rule.ts';
import { fiscalYearText, hours, officialDay } from '../../src/text/dates.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed, nothing, onOneLine, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';

/** 令和8年度決定第12号 */
export const decisionNameText = ({ fiscalYear, serial }: DecisionName): Text => ({
  ja: ja`${fiscalYearText(fiscalYear)}決定第${serial}号`,
  en: en`Decision ${serial} of ${fiscalYearText(fiscalYear)}`,
});

/** The words that name it in a line: `2026-12`. */
export const decisionWords = ({ fiscalYear, serial }: DecisionName): string => `${fiscalYear}-${serial}`;

const CLASSES: Readonly<Record<RequirementClass, Text>> = {
  mandatory: { ja: ja`必須`, en: en`mandatory` },
  optional: { ja: ja`任意`, en: en`optional` },
  not: { ja: ja`実装しない`, en: en`must not be` },
};

const LEVEL_NAMES: Readonly<Record<Level, Text>> = {
  agreed: { ja: ja`WGの合意`, en: en`agreed by the working group` },
  acknowledged: { ja: ja`部会の了承`, en: en`acknowledged by the subcommittee` },
  approved: { ja: ja`協議会の承認`, en: en`approved by the council` },
};

const counted = (count: Count | undefined): Text =>
  count === undefined
    ? nothing
    : {
        ja: ja`(${count.present.length + count.absent.length}団体中${count.present.length}団体が出席)`,
        en: en` (${count.present.length} of ${count.present.length + count.absent.length} present)`,
      };

const LABELLED = /^(?:理由|reason)\s*[:：]/iu;

export const text = {
  class: (one: RequirementClass): Text => CLASSES[one],

  system: (chart: Chart, slug: string): Text => {
    const system = systemOf(chart, slug);
    return system?.no
      ? { ja: ja`${system.no} ${system.name}`, en: en`${system.no} ${system.name}` }
      : { ja: ja`${system?.name ?? slug}`, en: en`${system?.name ?? slug}` };
  },

  /** 要件1234を『代替案』として決定しました(令和8年度決定第12号)。 */
  decided: (decision: Decision, numbers: Text): Text =>
    !isProvisional(decision)
      ? {
          ja: ja`要件${numbers}を『${outcomeText(decision.outcome)}』として決定しました(${decisionNameText(decision)})。`,
          en: en`Requirement ${numbers} was decided as “${outcomeText(decision.outcome)}” (${decisionNameText(decision)}).`,
        }
      : {
          ja: ja`要件${numbers}を『${outcomeText(decision.outcome)}』として仮記録しました(${decisionNameText(decision)})。`,
          en: en`Requirement ${numbers} was provisionally recorded as “${outcomeText(decision.outcome)}” (${decisionNameText(decision)}).`,
        },

  /** 決定第12号(代替案)は、決定第31号(レベルアップ)により変更されました。 */
  superseded: (old: Decision, by: Decision): Text => ({
    ja: ja`${decisionNameText(old)}(${outcomeText(old.outcome)})は、${decisionNameText(by)}(${outcomeText(by.outcome)})により変更されました。変更前の内容は履歴からご覧いただけます。`,
    en: en`${decisionNameText(old)} (${outcomeText(old.outcome)}) was superseded by ${decisionNameText(by)} (${outcomeText(by.outcome)}). The history shows what it was before.`,
  }),

  partlySuperseded: (numbers: Text, by: Decision): Text => ({
    ja: ja`うち要件${numbers}は、${decisionNameText(by)}(${outcomeText(by.outcome)})により変更されました。変更前の内容は履歴からご覧いただけます。`,
    en: en`Of these, ${numbers} was superseded by ${decisionNameText(by)} (${outcomeText(by.outcome)}). The history shows what it was before.`,
  }),

  cancelled: (decision: Decision, numbers: Text): Text => ({
    ja: ja`要件${numbers}の${decisionNameText(decision)}(${outcomeText(decision.outcome)})は取り消されました。この決定番号は欠番になります。`,
    en: en`${decisionNameText(decision)} (${outcomeText(decision.outcome)}) on requirement ${numbers} was taken back. Its number stays unused.`,
  }),

  /** The note as typed, which may begin with 「理由：」 itself. */
  reason: (note: string): Text =>
    LABELLED.test(note) ? same(note) : { ja: ja`理由:${note}`, en: en`Reason: ${note}` },

  basis: ({ basis, count, confirmedAt }: Decision): Text => {
    if (basis.kind === 'meeting')
      return {
        ja: ja`根拠:会議 M${basis.meeting}${counted(count)}`,
        en: en`Basis: meeting M${basis.meeting}${counted(count)}`,
      };
    if (basis.kind === 'circulation')
      return { ja: ja`根拠:持ち回り審議 P${basis.circulation}`, en: en`Basis: circulation P${basis.circulation}` };
    if (confirmedAt !== undefined)
      return {
        ja: ja`仮記録は、${officialDay(dayAt(confirmedAt))}に確定しました。`,
        en: en`Confirmed on ${officialDay(dayAt(confirmedAt))}.`,
      };
    return count
      ? {
          ja: ja`会議が定足数に達していないため(出席${count.present.length}団体、必要${count.needed}団体)、仮記録です。次の会議の議事録、または持ち回り審議で確定します。`,
          en: en`There was no quorum (${count.present.length} present, ${count.needed} needed), so it is provisional until the next meeting's minutes or a circulation confirm it.`,
        }
      : {
          ja: ja`会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。`,
          en: en`Recorded outside a meeting, so it is provisional until the next meeting's minutes or a circulation confirm it.`,
        };
  },

  /** 合意の段階と、上位の会議体での扱い */
  level: (level: Level, pending: boolean): Text =>
    pending
      ? {
          ja: ja`費用・対象の限定・例外を含むため、協議会の承認が必要です(現在の段階:${LEVEL_NAMES[level]})。`,
          en: en`Since it has a cost, a limited scope or is an exception, the council must approve it (now: ${LEVEL_NAMES[level]}).`,
        }
      : { ja: ja`段階:${LEVEL_NAMES[level]}`, en: en`Level: ${LEVEL_NAMES[level]}` },

  cost: (thousands: number): Text => ({
    ja: ja`費用:${grouped(thousands)}千円`,
    en: en`Cost: ${grouped(thousands)} thousand yen`,
  }),
  /** When an exception ends. */
  until: (day: Day): Text => ({ ja: ja`終期:${officialDay(day)}`, en: en`Until: ${officialDay(day)}` }),
  scope: (names: Text): Text => ({ ja: ja`対象:${names}`, en: en`Scope: ${names}` }),
  noMunicipality: (name: string): Text => ({
    ja: ja`「${name}」という構成団体は見つかりませんでした。対象は「対象:那珂市・五霞町」のようにご入力ください。`,
    en: en`There is no municipality “${name}”. Type the scope like “対象:那珂市・五霞町”.`,
  }),

  theRest: (numbers: Text, n: number, outcome: Text): Text => ({
    ja: ja`決定済みの要件を除く${grouped(n)}件(要件${numbers})だけを『${outcome}』とする場合は、下のボタンを押してください。まだ記録していません。`,
    en: en`Nothing is recorded yet. The button decides the other ${grouped(n)} alone (${numbers}) as “${outcome}”.`,
  }),

  overtakes: (numbers: Text, circulation: number): Text => ({
    ja: ja`要件${numbers}は、持ち回り審議P${circulation}で回答を受け付けています。この決定により、P${circulation}の対象から除きます。`,
    en: en`Requirement ${numbers} is in circulation P${circulation}; with this decision it is left out there.`,
  }),

  preview: (numbers: Text, n: number, outcome: Text): Text => ({
    ja: ja`要件${numbers}(${grouped(n)}件)を『${outcome}』として決定します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。`,
    en: en`${grouped(n)} requirements (${numbers}) will be decided as “${outcome}”. Please check them and press the button; nothing is recorded yet.`,
  }),
  supersedes: (decisions: readonly Decision[]): Text => ({
    ja: ja`変更される決定:${listed(decisions.map(decisionNameText))}`,
    en: en`Superseded: ${listed(decisions.map(decisionNameText))}`,
  }),
  previewRow: (number: number, said: string): Text => ({
    ja: ja`• ${number} ${said}`,
    en: en`• ${number} ${said}`,
  }),
  notShown: (n: number): Text => ({
    ja: ja`ほか${grouped(n)}件。番号は上記のとおりです。`,
    en: en`And ${grouped(n)} more, by number above.`,
  }),
  carryOut: (n: number): Text => ({ ja: ja`${grouped(n)}件を決定する`, en: en`Decide ${grouped(n)}` }),

  reopening: (numbers: Text, n: number): Text => ({
    ja: ja`要件${numbers}(${grouped(n)}件)を再検討に戻します。内容をご確認のうえ、ボタンを押してください。まだ記録していません。`,
    en: en`${grouped(n)} requirements (${numbers}) will be open again. Please check them and press the button; nothing is recorded yet.`,
  }),
  reopen: (n: number): Text => ({ ja: ja`${grouped(n)}件を再検討に戻す`, en: en`Reopen ${grouped(n)}` }),
  reopenChanged: (numbers: Text): Text => ({
    ja: ja`内容の表示後に、要件${numbers}の決定が変わりました。何も記録していません。お手数ですが、もう一度「/req 再検討」からお試しください。`,
    en: en`What stands on requirement ${numbers} has changed since it was shown. Nothing was recorded; please begin again with “/req reopen”.`,
  }),
  reopened: (numbers: Text): Text => ({
    ja: ja`要件${numbers}を再検討に戻しました。もとの決定は「/req 履歴」からご覧いただけます。`,
    en: en`Requirement ${numbers} is open again. “/req history” shows what was decided.`,
  }),
  reopenedFor: (numbers: Text, reason: string): Text => ({
    ja: ja`要件${numbers}を再検討に戻しました。理由:${reason}`,
    en: en`Requirement ${numbers} is open again. Reason: ${reason}`,
  }),
  wasReopened: (numbers: Text): Text => ({
    ja: ja`うち要件${numbers}は、再検討に戻されました。`,
    en: en`Of these, ${numbers} was reopened.`,
  }),

  recordedBy: (
    decision: Pick<Decision, 'by' | 'onBehalf' | 'body' | 'at'> & Partial<Pick<Decision, 'basis'>>,
    name: string | undefined,
    chart: Chart,
  ): Text => {
    const municipality = municipalityOf(chart, decision.by.municipality)?.name ?? '';
    const who = name ?? '';
    // What a circulation decided is told by who proposed it, on another day: the circulation says in which office.
    if (decision.basis?.kind !== 'circulation' && actedForChair(decision, chart, dayAt(decision.at)))
      return {
        ja: ja`記録:会長職務代理者 ${municipality} ${who}`,
        en: en`Recorded by ${who}, ${municipality} (acting for the chair)`,
      };
    return decision.onBehalf
      ? {
          ja: ja`記録:${municipality} ${who}(事務局による代行)`,
          en: en`Recorded by ${who}, ${municipality} (secretariat, on behalf)`,
        }
      : { ja: ja`記録:${municipality} ${who}`, en: en`Recorded by ${who}, ${municipality}` };
  },

  undoUntil: {
    ja: ja`誤りがある場合は、10分以内であれば取り消せます。`,
    en: en`If this is a mistake, it can be taken back within 10 minutes.`,
  },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  confirmUndo: { ja: ja`この決定を取り消します。よろしいですか。`, en: en`Take this decision back?` },
  history: { ja: ja`要件を表示`, en: en`Show` },

  posted: (channels: number): Text =>
    channels > 0
      ? { ja: ja`担当のWGのチャンネルにもお知らせしました。`, en: en`The working group's channel is told as well.` }
      : {
          ja: ja`担当のWGにはチャンネルが割り当てられていないため、お知らせは投稿していません。事務局へ割り当てをご依頼ください。`,
          en: en`The working group has no channel, so nothing was posted there. Please ask the secretariat to map one.`,
        },

  /** With the line that changes it, as it was meant where it was meant otherwise. */
  alreadyDecided: (
    number: number,
    { standing, by = '' }: { readonly standing: Decision; readonly by: string | undefined },
    { outcome, note }: { readonly outcome: Decision['outcome']; readonly note: string | undefined },
  ): Text => {
    const same = outcome === standing.outcome;
    const ways = { ja: same ? ja`結果` : outcomeText(outcome).ja, en: same ? en`outcome` : en`${outcome}` };
    return {
      ja: ja`要件${number}は、${officialDay(dayAt(standing.at))}に『${outcomeText(standing.outcome)}』として決定済みです(${decisionNameText(standing)}、記録:${by})。変更する場合は、理由を添えて「/req 決定変更 ${number} ${ways} ${onOneLine(note ?? '理由')}」のようにご入力ください。`,
      en: en`Requirement ${number} was decided as “${outcomeText(standing.outcome)}” on ${officialDay(dayAt(standing.at))} (${decisionNameText(standing)}, by ${by}). To change it, type “/req supersede ${number} ${ways} ${onOneLine(note ?? 'reason')}”.`,
    };
  },

  alsoDecided: (numbers: Text): Text => ({
    ja: ja`ほかに決定済みの要件:${numbers}。何も記録していません。`,
    en: en`Also decided already: ${numbers}. Nothing was recorded.`,
  }),

  notDecided: (numbers: Text): Text => ({
    ja: ja`要件${numbers}はまだ決定されていません。「/req 決定 …」をご利用ください。`,
    en: en`Requirement ${numbers} is not decided yet. Please use “/req decide …”.`,
  }),

  reasonRequired: (because: 'alternative' | 'supersede', number: number, outcome: Decision['outcome']): Text =>
    because === 'alternative'
      ? {
          ja: ja`『代替案』には、代替の内容(理由)が必要です。「/req 決定 ${number} 代替案 CSVでの一括登録に代える」のようにご入力ください。`,
          en: en`An alternative needs its reason. Type it like “/req decide ${number} alternative CSVでの一括登録に代える”.`,
        }
      : {
          ja: ja`決定の変更には、理由が必要です。「/req 決定変更 ${number} ${outcomeText(outcome)} 次期版で対応されるため」のようにご入力ください。`,
          en: en`Superseding a decision needs a reason. Type it like “/req supersede ${number} ${outcome} 次期版で対応されるため”.`,
        },

  noDecision: (name: Text): Text => ({
    ja: ja`${name}は見つかりませんでした。番号をご確認ください。`,
    en: en`${name} was not found. Please check the number.`,
  }),

  nothingToUndo: {
    ja: ja`取り消せる決定がありません。取り消す決定の番号を「/req 取消 第12号」のようにご入力ください。`,
    en: en`There is no decision of yours to take back. Name it like “/req undo 12”.`,
  },

  tooLate: (decision: Decision): Text => ({
    ja: ja`${decisionNameText(decision)}は、記録(${hours(minuteAt(decision.at))})から10分を過ぎているため取り消せません。変更する場合は、理由を添えて「/req 決定変更 …」とご入力ください。`,
    en: en`${decisionNameText(decision)} was recorded at ${hours(minuteAt(decision.at))}, more than 10 minutes ago, and can no longer be taken back. To change it, type “/req supersede …” with a reason.`,
  }),

  alreadyCancelled: (decision: Decision): Text => ({
    ja: ja`${decisionNameText(decision)}は、すでに取り消されています。`,
    en: en`${decisionNameText(decision)} has already been taken back.`,
  }),

  standsOnIt: (decision: Decision, later: Decision): Text => ({
    ja: ja`${decisionNameText(decision)}は、${decisionNameText(later)}で変更されているため取り消せません。`,
    en: en`${decisionNameText(decision)} has been superseded by ${decisionNameText(later)} and cannot be taken back.`,
  }),
};
