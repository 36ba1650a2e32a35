/** `/req cost 介護保険`: what the decided requirements cost, the decision's own cost before the vendors', by outcome and by decision, with each municipality's share. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { type Municipality, membersOn } from '../../src/domain/council.ts';
import { groups } from '../../src/domain/groups.ts';
import { isBorne, type ShareRule, shareRuleIn, sharesOf } from '../../src/domain/shares.ts';
import type { DecidedCost } from '../../src/store/council/fit.ts';
import { heading, line, note, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, listed as joined, same, type Text } from '../../src/text/text.ts';
import { pageIn } from '../arguments/filter.ts';
import { outcomeText } from '../arguments/outcomes.ts';
import { restOf } from '../arguments/words.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { leftOut, mayShow } from '../subjects/audience.ts';
import { type Listed, listed } from './narrowing.ts';
import { decisionNameText } from './text.ts';

export const reqCost = subcommand({
  name: 'cost',
  alias: ['費用', '費用負担', '負担額'],
  summary: {
    ja: ja`決定した要件の費用と、市町ごとの負担額を表示します`,
    en: en`Show what decided requirements cost, with each municipality's share`,
  },
  effect: 'read',
  args: z.object({
    words: restOf({ ja: ja`業務・WG名 p2`, en: en`system or body; p2` }, { kind: 'line' }).optional(),
  }),
  examples: ['', '介護保険', '介護保険 p2'],

  async about(said, scene): Promise<About<Listed & { readonly page: number | undefined }>> {
    const words = (said.words ?? '').split(/\s+/u).filter(Boolean);
    const page = words.map(pageIn).find((one) => one !== undefined);
    const [name, ...others] = words.filter((word) => pageIn(word) === undefined);
    if (others.length > 0) return { refused: whisper(text.notUnderstood(others.join(' '))) };
    const found = listed(name, scene);
    return 'refused' in found ? found : { subject: { ...found.subject, page } };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, chart, today } = scene;
    if (!mayShow(scene, 'cost')) return whisper(text.notHere, ...leftOut(scene, 'cost'));
    const costs = await store.fits.costs(subject.systems);
    if (costs.length === 0) return whisper(text.none(subject.name));

    const rule = shareRuleIn(await store.setting('costShares', today));
    const members = membersOn(chart, today);
    const each = (list: readonly DecidedCost[]): Text => amount(list, members, rule);
    const byOutcome = [...groups(costs, (one) => one.outcome)];
    const newest = costs.toReversed();
    const from = fromOf(subject.page);
    return whisper(
      text.title(subject.name),
      line(text.total(each(costs.filter((one) => isBorne(one.outcome))))),
      rows(byOutcome.map(([outcome, list]) => text.row(outcomeText(outcome), each(list)))),
      heading(text.byDecision),
      rows(
        newest
          .slice(from, from + PAGE)
          .map((one) => text.row(text.decision(decisionNameText(one), outcomeText(one.outcome)), each([one]))),
      ),
      ...paging(newest.length, subject.page, ['/req cost', subject.words].filter(Boolean).join(' ')),
      note(sharesNote(members, rule)),
    );
  },
});

/** `3件 2,550千円(那珂市 637,500円・…)` */
function amount(list: readonly DecidedCost[], members: readonly Municipality[], rule: ShareRule): Text {
  const thousands = list.reduce((all, one) => all + one.cost, 0);
  const count = list.reduce((all, one) => all + one.requirements, 0);
  if (!list.every((one) => isBorne(one.outcome))) return text.amount(count, thousands);
  const borne = new Map<string, number>();
  const alikes = list.length === 0 ? [[]] : groups(list, (one) => one.scope.join()).values();
  for (const alike of alikes) {
    const divided = sharesOf(
      1_000 * alike.reduce((all, one) => all + one.cost, 0),
      bearing(alike[0]?.scope, members),
      rule,
    );
    if ('unknown' in divided) return text.amount(count, thousands);
    for (const [code, yen] of divided.shares) borne.set(code, (borne.get(code) ?? 0) + yen);
  }
  const bears = members.filter((one) => borne.has(one.code));
  const shares = bears.map((one) => text.share(one.name, borne.get(one.code) ?? 0));
  return shares.length === 0
    ? text.amount(count, thousands)
    : text.shared(text.amount(count, thousands), joined(shares));
}

/** The municipalities for which it was decided; all, where that is not narrower. */
const bearing = (scope: readonly string[] | undefined, members: readonly Municipality[]): string[] => {
  const codes = members.map((one) => one.code);
  return scope === undefined || scope.length === 0 ? codes : codes.filter((code) => scope.includes(code));
};

function sharesNote(members: readonly Municipality[], rule: ShareRule): Text {
  const codes = members.map((one) => one.code);
  const divided = sharesOf(0, codes, rule);
  if ('shares' in divided) return text.rule(rule);
  return text.unknown(members.filter((one) => divided.unknown.includes(one.code)).map((one) => one.name));
}

const text = {
  notUnderstood: (words: string): Text => ({
    ja: ja`「${words}」の部分を読み取れませんでした。業務・WG名は1つまでご入力ください。`,
    en: en`“${words}” was not understood: give at most one system or body.`,
  }),
  notHere: { ja: ja`費用は、ここではご覧いただけません。`, en: en`Costs cannot be shown here.` },
  none: (of: Text): Text => ({
    ja: ja`${of}には、費用のある決定済の要件がまだありません。`,
    en: en`${of} has no decided requirement with a cost yet.`,
  }),
  title: (of: Text): Text => ({ ja: ja`${of}の決定済要件の費用`, en: en`Cost of the decided requirements of ${of}` }),
  total: (of: Text): Text => ({
    ja: ja`実施分(標準どおり・レベルアップ・代替案・例外)の合計:${of}`,
    en: en`To be built (standard, levelup, alternative, exception): ${of}`,
  }),
  byDecision: { ja: ja`決定ごと(新しい順)`, en: en`By decision, the newest first` },
  row: (of: Text, value: Text): Text => ({ ja: ja`• ${of}:${value}`, en: en`• ${of}: ${value}` }),
  decision: (name: Text, outcome: Text): Text => ({ ja: ja`${name} ${outcome}`, en: en`${name} ${outcome}` }),
  amount: (count: number, thousands: number): Text => ({
    ja: ja`${grouped(count)}件 ${grouped(thousands)}千円`,
    en: en`${grouped(count)}, ${grouped(thousands)} thousand yen`,
  }),
  share: (name: string, yen: number): Text => ({
    ja: ja`${name} ${grouped(yen)}円`,
    en: en`${name} ${grouped(yen)} yen`,
  }),
  shared: (whole: Text, shares: Text): Text => ({ ja: ja`${whole}(${shares})`, en: en`${whole} (${shares})` }),
  rule: (rule: ShareRule): Text =>
    rule === 'equal'
      ? {
          ja: ja`負担額は均等割です。端数は、各行の合計が一致するように配分しています。運用見直し・稼働後検討・取下げは、ベンダ提示額のみで、負担額はありません。`,
          en: en`Shares are equal; what is left over is divided so that each line sums exactly. Operation, later and withdraw show what the vendor asked, and nothing is borne.`,
        }
      : {
          ja: ja`負担額は${rule.by === 'population' ? same('人口割') : same('件数割')}です。端数は、各行の合計が一致するように配分しています。運用見直し・稼働後検討・取下げは、ベンダ提示額のみで、負担額はありません。`,
          en: en`Shares are by ${rule.by}; what is left over is divided so that each line sums exactly. Operation, later and withdraw show what the vendor asked, and nothing is borne.`,
        },
  unknown: (names: readonly string[]): Text => ({
    ja: ja`負担割合の設定(costShares)に${names.length > 0 ? `${names.join('・')}の値がない` : '0より大きい値がない'}ため、市町ごとの負担額は表示していません。事務局へご確認ください。`,
    en: en`The shares of municipalities are not shown: the setting costShares has no ${names.length > 0 ? `value for ${names.join(', ')}` : 'value above 0'}. Please ask the secretariat.`,
  }),
};
