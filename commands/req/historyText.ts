/** What the history of a requirement and the log of decisions say. */
import type { Day, Instant } from '../../src/domain/day.ts';
import { changedFields } from '../../src/domain/importing.ts';
import { type Decision, isProvisional, type Requirement } from '../../src/domain/requirement.ts';
import type { Approval } from '../../src/store/council/approvals.ts';
import type { LoggedDecision } from '../../src/store/council/decisions.ts';
import type { SpecificationChange } from '../../src/store/council/specifications.ts';
import { momentAsOf } from '../../src/text/dates.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed, nothing, onOneLine, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { numbersText } from '../subjects/requirements.ts';
import { LEVEL } from './approvalText.ts';
import { fieldText, importName } from './importText.ts';
import { decisionNameText, text as phrases } from './text.ts';

const because = (note: string | undefined): Text =>
  note === undefined ? nothing : { ja: ja`、理由:${onOneLine(note)}`, en: en`, reason: ${onOneLine(note)}` };

const basis = ({ basis: of }: Decision): Text => {
  if (of.kind === 'meeting') return { ja: ja`会議M${of.meeting}`, en: en`meeting M${of.meeting}` };
  if (of.kind === 'circulation')
    return { ja: ja`持ち回り審議P${of.circulation}`, en: en`circulation P${of.circulation}` };
  return PROVISIONAL;
};

const PROVISIONAL: Text = { ja: ja`仮記録`, en: en`provisional` };

/** On which of its requirements it no longer stands. */
const fallen = ({ numbers, fallen: away }: LoggedDecision): Text[] => {
  if (away.length === 0) return [];
  if (away.length === numbers.length) return [{ ja: ja`その後、変更・再検討`, en: en`changed or reopened since` }];
  return [
    {
      ja: ja`うち要件${numbersText(away)}はその後、変更・再検討`,
      en: en`of these ${numbersText(away)} changed or reopened since`,
    },
  ];
};

/** On which of its requirements it was made on other words, and still stands. */
const toReview = ({ numbers, toReview: list }: LoggedDecision): Text[] => {
  if (list.length === 0) return [];
  if (list.length === numbers.length) return [{ ja: ja`要再確認`, en: en`to be reviewed` }];
  return [{ ja: ja`うち要件${numbersText(list)}は要再確認`, en: en`${numbersText(list)} of these to be reviewed` }];
};

/** What an import changed, old and new where decisions rest on it; what is not for everyone by its name alone. */
function changes({ before, after }: SpecificationChange): Text[] {
  if (after.goneIn !== undefined && before.goneIn === undefined)
    return [{ ja: ja`一覧に記載なし`, en: en`not in the list any more` }];
  return [
    ...(before.goneIn !== undefined && after.goneIn === undefined
      ? [{ ja: ja`一覧に再掲`, en: en`in the list again` }]
      : []),
    ...changedFields(before, after).map((field): Text => {
      if (field === 'text')
        return {
          ja: ja`要件内容「${onOneLine(before.text)}」→「${onOneLine(after.text)}」`,
          en: en`text “${onOneLine(before.text)}” → “${onOneLine(after.text)}”`,
        };
      if (field !== 'class') return fieldText[field];
      const [was, is] = [phrases.class(before.class), phrases.class(after.class)];
      return { ja: ja`区分「${was}」→「${is}」`, en: en`class “${was}” → “${is}”` };
    }),
  ];
}

export const history = {
  none: (number: number): Text => ({
    ja: ja`要件${number}には、まだ決定の記録がありません。`,
    en: en`Nothing has been decided on requirement ${number} yet.`,
  }),
  title: (number: number, n: number): Text => ({
    ja: ja`要件${number}の経緯(${n}件、古い順)`,
    en: en`Requirement ${number}: ${n} events, the oldest first`,
  }),
  row: (at: Instant, told: Text, today: Day): Text => ({
    ja: ja`• ${momentAsOf(at, today)} ${told}`,
    en: en`• ${momentAsOf(at, today)} ${told}`,
  }),
  decided: (one: Decision, name: string, terms: readonly Text[]): Text => {
    const of = listed([basis(one), ...terms]);
    return {
      ja: ja`『${outcomeText(one.outcome)}』${decisionNameText(one)}(${of}、記録:${name}${because(one.note)})`,
      en: en`“${outcomeText(one.outcome)}” ${decisionNameText(one)} (${of}, by ${name}${because(one.note)})`,
    };
  },
  confirmed: (one: Decision): Text => ({
    ja: ja`${decisionNameText(one)}を確定`,
    en: en`${decisionNameText(one)} confirmed`,
  }),
  cancelled: (one: Decision): Text => ({
    ja: ja`${decisionNameText(one)}を取消`,
    en: en`${decisionNameText(one)} taken back`,
  }),
  reopened: (one: Decision, reason: string, name: string): Text => ({
    ja: ja`${decisionNameText(one)}を再検討に戻す(記録:${name}${because(reason)})`,
    en: en`${decisionNameText(one)} reopened (by ${name}${because(reason)})`,
  }),
  specified: (one: SpecificationChange): Text => ({
    ja: ja`${importName(one.import)}による変更:${listed(changes(one))}`,
    en: en`changed by ${importName(one.import)}: ${listed(changes(one))}`,
  }),
  unspecified: (one: SpecificationChange): Text => ({
    ja: ja`${importName(one.import)}を取消(取込前の内容に戻す)`,
    en: en`${importName(one.import)} taken back`,
  }),
  /** With what the body saw, where that is not what stands there now. */
  approved: (one: Approval, { number, text: words }: Requirement, of: Decision, body: string, name: string): Text => {
    const seen = one.lines.find((line) => line.number === number)?.text ?? words;
    const then: Text =
      seen === words
        ? nothing
        : { ja: ja`、当時の要件内容「${onOneLine(seen)}」`, en: en`, on the text “${onOneLine(seen)}”` };
    return {
      ja: ja`${decisionNameText(of)}を${body}で${LEVEL[one.level]}(記録:${name}${then})`,
      en: en`${decisionNameText(of)} ${LEVEL[one.level]} by ${body} (recorded by ${name}${then})`,
    };
  },
  approvalCancelled: (one: Approval): Text => ({
    ja: ja`${LEVEL[one.level]}を取消`,
    en: en`${LEVEL[one.level]}: taken back`,
  }),
} as const;

export const log = {
  title: (year: Text, body: Text, total: number): Text => ({
    ja: ja`${year}の決定一覧(${body}):${grouped(total)}件(取消を含む)`,
    en: en`Decisions of ${year} (${body}): ${grouped(total)}, those taken back included`,
  }),
  everything: { ja: ja`協議会全体`, en: en`the whole council` },
  row: (one: LoggedDecision, today: Day): Text => {
    if (one.cancelledAt !== undefined) return { ja: ja`• 第${one.serial}号 取消`, en: en`• ${one.serial} taken back` };
    const states = [...(isProvisional(one) ? [PROVISIONAL] : []), ...fallen(one), ...toReview(one)];
    const state: Text = states.length === 0 ? nothing : { ja: ja`(${listed(states)})`, en: en` (${listed(states)})` };
    return {
      ja: ja`• 第${one.serial}号 ${momentAsOf(one.at, today)} 要件${numbersText(one.numbers)} 『${outcomeText(one.outcome)}』${state}${because(one.note)}`,
      en: en`• ${one.serial} ${momentAsOf(one.at, today)} requirement ${numbersText(one.numbers)} “${outcomeText(one.outcome)}”${state}${because(one.note)}`,
    };
  },
} as const;
