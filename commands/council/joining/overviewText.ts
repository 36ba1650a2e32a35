/** What is said of how far a joiner is. */
import { type BodyKind, bodyOf, type Chart, type MunicipalityKind } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { groups } from '../../../src/domain/groups.ts';
import type { Stage } from '../../../src/domain/joining.ts';
import type { Adopted } from '../../../src/store/council/adoptions.ts';
import type { JoiningStep } from '../../../src/store/council/joinings.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, listed, nothing, same, type Text } from '../../../src/text/text.ts';
import { STAGE_LABELS } from '../../arguments/joining.ts';
import type { Saved, Spent } from './saving.ts';
import { nameIn } from './text.ts';

const KIND: Readonly<Record<BodyKind, Text>> = {
  council: { ja: ja`協議会`, en: en`The council` },
  projectTeam: { ja: ja`プロジェクトチーム`, en: en`The project team` },
  subcommittee: { ja: ja`専門部会`, en: en`Subcommittees` },
  workingGroup: { ja: ja`WG`, en: en`Working groups` },
};

/** 「4回・6時間30分」 */
function spentText({ meetings, minutes }: Spent): Text {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return {
    ja: ja`${grouped(meetings)}回・${grouped(hours)}時間${rest > 0 ? `${rest}分` : ''}`,
    en: en`${grouped(meetings)} meetings, ${grouped(hours)} h${rest > 0 ? ` ${rest} min` : ''}`,
  };
}

export const overviewText = {
  nobody: {
    ja: ja`現在、後乗りの市町村はありません。事務局の方は「/council 後乗り 境町 085464 オブザーバー 2027/4/1 承認3」のように記録できます。`,
    en: en`Nobody joins at present. The secretariat records it with “/council join 境町 085464 observer 2027/4/1 承認3”.`,
  },
  everyone: (count: number): Text => ({ ja: ja`後乗りの市町村:${count}団体`, en: en`Joining: ${count}` }),
  show: (name: string): Text => ({ ja: ja`${name}の状況`, en: en`${name}` }),
  steps: (name: string, steps: readonly JoiningStep[], today: Day): Text[] => {
    const now = steps.findLast((one) => one.from <= today);
    const coming = steps.filter((one) => one.from > today);
    const each = [...(now ? [now] : []), ...coming].map((one) => ({
      ja: ja`${STAGE_LABELS[one.stage]}(${officialDay(one.from)}から)`,
      en: en`${STAGE_LABELS[one.stage]} (from ${officialDay(one.from)})`,
    }));
    const way = listed(each, same(' → '));
    return [{ ja: ja`• ${name}:${way}`, en: en`• ${name}: ${way}` }];
  },
  nothingKnown: (name: string): Text => ({
    ja: ja`${name}には、後乗りの記録がありません。`,
    en: en`Nothing is recorded of ${name}.`,
  }),
  title: (name: string, stage: Stage | undefined, kind: MunicipalityKind): Text => {
    const now = stage ?? (kind === 'adviser' ? undefined : kind);
    const what = now === 'member' ? { ja: ja`構成団体`, en: en`member` } : now ? STAGE_LABELS[now] : nothing;
    return { ja: ja`${name}の加入の状況(現在:${what})`, en: en`${name}: ${what} at present` };
  },
  eachStep: (steps: readonly JoiningStep[], today: Day): Text[] =>
    steps.map(({ stage, from, basis }) => {
      const rests: Text = basis ? { ja: ja`、根拠:${basis}`, en: en`, basis: ${basis}` } : nothing;
      const coming: Text = from > today ? { ja: ja`(予定)`, en: en` (to come)` } : nothing;
      return {
        ja: ja`• ${officialDay(from)} ${STAGE_LABELS[stage]}${coming}${rests}`,
        en: en`• ${officialDay(from)} ${STAGE_LABELS[stage]}${coming}${rests}`,
      };
    }),
  next: (next: readonly Stage[]): Text => {
    const each = listed(
      next.map((one) => STAGE_LABELS[one]),
      same('・'),
    );
    return { ja: ja`次に記録できる段階:${each}`, en: en`Next can be: ${each}` };
  },
  seats: (count: number, vacant: number): Text => ({
    ja: ja`担当:${grouped(count)}件のうち未定${grouped(vacant)}件`,
    en: en`Seats: ${grouped(count)}, of which ${grouped(vacant)} are vacant`,
  }),
  counters: (adopted: readonly Adopted[]): Text => {
    const of = (answer: Adopted['answer']) => grouped(adopted.filter((one) => one.answer === answer).length);
    return {
      ja: ja`決定の受入:受入済${of('accepted')}件・質問中${of('questioned')}件・未回答${of(undefined)}件(決定済${grouped(adopted.length)}件)`,
      en: en`Standing decisions: ${of('accepted')} accepted, ${of('questioned')} questioned, ${of(undefined)} open (of ${grouped(adopted.length)})`,
    };
  },
  differences: (count: number): Text => ({
    ja: ja`独自差異の登録:${grouped(count)}件`,
    en: en`Local differences: ${grouped(count)}`,
  }),
  byBusiness: { ja: ja`業務ごとの受入状況`, en: en`By business` },
  buddiesTitle: { ja: ja`支援役(WGごとに質問を受ける市町)`, en: en`Who helps, by working group` },
  buddies: (buddies: ReadonlyMap<string, string>, chart: Chart): Text[] =>
    [...groups([...buddies], ([, buddy]) => buddy)]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([buddy, bodies]) => {
        const names = listed(
          bodies.map(([slug]) => same(bodyOf(chart, slug)?.name ?? slug)),
          same('・'),
        );
        return { ja: ja`• ${nameIn(chart, buddy)}:${names}`, en: en`• ${nameIn(chart, buddy)}: ${names}` };
      }),
  savedTitle: { ja: ja`会議の回数と時間(先行市町との比較)`, en: en`Meetings and hours, against the pioneers'` },
  saved: ({ kinds, pioneers, joiner }: Saved, name: string): Text[] => {
    const less: Spent = {
      meetings: Math.max(0, pioneers.meetings - joiner.meetings),
      minutes: Math.max(0, pioneers.minutes - joiner.minutes),
    };
    return [
      ...kinds.map((one) => ({
        ja: ja`• ${KIND[one.kind]}:先行市町 ${spentText(one.pioneers)}、${name} ${spentText(one.joiner)}`,
        en: en`• ${KIND[one.kind]}: pioneers ${spentText(one.pioneers)}; ${name} ${spentText(one.joiner)}`,
      })),
      {
        ja: ja`• 合計で ${spentText(less)} の会議が不要になりました。`,
        en: en`• Spared in all: ${spentText(less)}.`,
      },
    ];
  },
} as const;
