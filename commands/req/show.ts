/** `/req show 1234`: one requirement with the vendors' answers, what is decided, and how it came to that. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { marksOf } from '../../src/domain/audience.ts';
import { membersOn } from '../../src/domain/council.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import { groups } from '../../src/domain/groups.ts';
import { type Known, saysTheSame } from '../../src/domain/importing.ts';
import { isRead } from '../../src/domain/past.ts';
import {
  type Decision,
  isProvisional,
  needsReview,
  type Outcome,
  type Requirement,
} from '../../src/domain/requirement.ts';
import type { RequirementWithMarks } from '../../src/store/council/requirements.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { dayAsOf, momentAsOf } from '../../src/text/dates.ts';
import { facts, line, note, type Part, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { requirementShown } from '../arguments/requirementShown.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { bodyText } from '../subjects/bodies.ts';
import { earlierLeftOut, readsFrom } from '../subjects/past.ts';
import { unknownNumbers } from '../subjects/requirements.ts';
import { importName } from './importText.ts';
import { talkedOf } from './link.ts';
import { questionText } from './questions/text.ts';
import { decisionNameText, text as phrases } from './text.ts';

export const reqShow = subcommand({
  name: 'show',
  alias: ['表示', '詳細'],
  summary: {
    ja: ja`要件1件の内容・ベンダ回答・決定を表示します`,
    en: en`Show one requirement with answers and decisions`,
  },
  effect: 'read',
  args: z.object({ id: requirementShown }),
  examples: ['1234'],

  async about(said, _scene, store): Promise<About<RequirementWithMarks>> {
    const requirement = await store.requirements.byNumber(said.id);
    return requirement ? { subject: requirement } : { refused: whisper(await unknownNumbers([said.id], store)) };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: one, chart } = scene;
    const history = await store.decisions.history(one.number);
    const asked = mayShow(scene, 'questions') ? await store.questions.about(one.number) : [];
    const last = history.find((decision) => decision.cancelledAt === undefined);
    const standing = last?.reopened ? undefined : last;
    const from = await readsFrom(scene, store);
    const read = history.filter((decision) =>
      isRead({ kind: 'decision', at: decision.at, stands: decision === standing }, from),
    );
    const review = standing && needsReview(one, standing) ? await reviewed(one, standing, scene.today, store) : [];
    const gone = one.goneIn !== undefined && !standing ? [note(text.gone(one.goneIn))] : [];
    const body = chart.systems.find((system) => system.slug === one.system)?.body ?? '';
    const cost = one.cost === undefined || !mayShow(scene, 'cost') ? [] : [fact.cost(one.cost)];
    const shown: Part[] = [
      line(same(one.text)),
      ...review,
      ...gone,
      facts(
        [text.system, phrases.system(chart, one.system)],
        [text.body, bodyText(chart, body)],
        [text.category, same(one.category.filter((part) => part !== '').join(' > ') || '—')],
        [text.functionId, same(one.functionId)],
        [text.class, phrases.class(one.class)],
        [text.convenience, one.convenience ? text.yes : text.no],
        ...cost,
      ),
      ...(await vendorAnswers(one, scene, store)),
      ...(one.remarks === undefined ? [] : [note(text.remarks(one.remarks))]),
      ...(await talkedOf(one.number, read, store)),
      ...(asked.length === 0 ? [] : [rows(asked.map((one) => questionText.row(one, scene.today)))]),
      ...(read.length === 0 ? [] : [rows(read.map((decision) => text.history(decision, scene.today)))]),
      ...earlierLeftOut(history.length - read.length, from),
    ];
    return whisper(standing ? text.decided(one.number, standing) : text.open(one.number), ...shown);
  },
});

/** That it changed since the decision, and from what. */
async function reviewed(one: Requirement, { at, outcome }: Decision, today: Day, store: CouncilStore): Promise<Part[]> {
  const versions = await store.importing.versions(one.number);
  const stand = versions.filter((each) => each.undoneAt === undefined);
  const decidedOn = stand.find((each) => each.at >= at && !saysTheSame(each.before, each.after))?.before;
  return [note(text.review(one, outcome, today)), ...(decidedOn ? [line(text.decidedOn(decidedOn))] : [])];
}

async function vendorAnswers(one: RequirementWithMarks, scene: Scene, store: CouncilStore): Promise<Part[]> {
  if (one.marks.length === 0 && one.alternative === undefined && one.cost === undefined) return [];
  const confirmed = groups(await store.fits.confirmations(one.number), (by) => by.round);
  const members = membersOn(scene.chart, scene.today).map((by) => by.code);
  const answers = [...groups(one.marks, (mark) => mark.roundSlug)]
    .filter(([round]) => mayShow(scene, marksOf(round)))
    .map(([round, marks]) => {
      const by = (confirmed.get(round) ?? []).filter(({ code }) => members.includes(code)).length;
      const given = marks.map(({ vendor, mark }) => `${vendor} ${mark}`).join(' / ');
      return text.round(marks[0]?.round ?? round, given, by, members.length);
    });
  const alternative = mayShow(scene, 'alternative') ? one.alternative : undefined;
  const shown = [...answers, ...(alternative === undefined ? [] : [text.alternative(alternative)])];
  return [...(shown.length > 0 ? [rows(shown)] : []), ...leftOut(scene, 'cost', 'rfiMarks', 'proposalMarks')];
}

const fact = {
  cost: (thousands: number): [Text, Text] => [
    { ja: ja`費用`, en: en`Cost` },
    { ja: ja`${grouped(thousands)}千円`, en: en`${grouped(thousands)} thousand yen` },
  ],
};

const text = {
  open: (number: number): Text => ({ ja: ja`要件${number}(未決)`, en: en`Requirement ${number} (open)` }),
  decided: (number: number, by: Decision): Text => ({
    ja: ja`要件${number}(${isProvisional(by) ? '仮記録' : '決定済'}:${outcomeText(by.outcome)})`,
    en: en`Requirement ${number} (${isProvisional(by) ? 'provisional' : 'decided'}: ${outcomeText(by.outcome)})`,
  }),
  review: ({ number, goneIn, specifiedAt }: Requirement, outcome: Outcome, today: Day): Text => {
    const what: Text =
      goneIn === undefined
        ? {
            ja: ja`決定の後、${momentAsOf(specifiedAt, today)}の取込で要件内容または区分が変わりました。`,
            en: en`the text or class changed by the import of ${momentAsOf(specifiedAt, today)}, after the decision.`,
          }
        : {
            ja: ja`${importName(goneIn)}の一覧にはこの要件がありません。`,
            en: en`the list of ${importName(goneIn)} no longer has this requirement.`,
          };
    // An exception is raised anew, not superseded by itself.
    const kept: Text = outcome === 'exception' ? { ja: ja`結果`, en: en`outcome` } : outcomeText(outcome);
    return {
      ja: ja`【要再確認】${what}決定はそのまま有効です。再確認の結果は、変更しない場合も「/req 決定変更 ${number} ${kept} 理由」のように記録をお願いします。`,
      en: en`To be reviewed: ${what} The decision stands. Record what the review says, even where nothing changes, like “/req supersede ${number} ${kept} reason”.`,
    };
  },
  decidedOn: ({ text: words, class: of }: Known): Text => ({
    ja: ja`決定時の要件内容:${words}(区分:${phrases.class(of)})`,
    en: en`Decided on: ${words} (class: ${phrases.class(of)})`,
  }),
  gone: (goneIn: number): Text => ({
    ja: ja`${importName(goneIn)}の一覧にはこの要件がありません。`,
    en: en`The list of ${importName(goneIn)} no longer has this requirement.`,
  }),
  system: { ja: ja`業務システム`, en: en`System` },
  body: { ja: ja`担当`, en: en`Body` },
  category: { ja: ja`分類`, en: en`Category` },
  functionId: { ja: ja`機能ID`, en: en`Function ID` },
  class: { ja: ja`区分`, en: en`Class` },
  convenience: { ja: ja`便利機能等`, en: en`Convenience` },
  yes: { ja: ja`該当`, en: en`yes` },
  no: { ja: ja`—`, en: en`—` },
  alternative: (words: string): Text => ({
    ja: ja`ベンダの代替案:${words}`,
    en: en`The vendor's alternative: ${words}`,
  }),
  remarks: (words: string): Text => ({ ja: ja`備考:${words}`, en: en`Remarks: ${words}` }),
  round: (round: string, marks: string, by: number, of: number): Text =>
    by === 0
      ? { ja: ja`${round}:${marks}`, en: en`${round}: ${marks}` }
      : {
          ja: ja`${round}:${marks}(確認済 ${of}団体中${by}団体)`,
          en: en`${round}: ${marks} (confirmed by ${by} of ${of})`,
        },
  history: (one: Decision, today: Day): Text => ({
    ja: ja`• ${dayAsOf(dayAt(one.at), today)} ${decisionNameText(one)} ${outcomeText(one.outcome)}${one.cancelledAt === undefined ? '' : '(取消)'} ${one.note ?? ''}`,
    en: en`• ${dayAsOf(dayAt(one.at), today)} ${decisionNameText(one)} ${outcomeText(one.outcome)}${one.cancelledAt === undefined ? '' : ' (taken back)'} ${one.note ?? ''}`,
  }),
} as const;
