/** What may be shown where, and to whom: both the person and everyone in the channel may see what is shown. */
import type { Scene } from '../../src/command/scene.ts';
import { type Audience, audienceOf, type Guarded, maySee, narrowest } from '../../src/domain/audience.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { note, type Part } from '../../src/text/message.ts';
import { en, ja, listed, type Text } from '../../src/text/text.ts';

type Here = Pick<Scene, 'roles' | 'chart' | 'place'>;

const own = ({ roles, chart }: Here): Audience =>
  audienceOf(roles.map((role) => municipalityOf(chart, role.municipality)?.kind));

/** Whether this may be shown here to the one who asks. */
export const mayShow = (scene: Here, what: Guarded): boolean =>
  maySee(own(scene), what) && (!scene.place.mapped || maySee(scene.place.mapped.audience, what));

/** What is said where any of these is left out: that it is shown in private, or to whom it is. */
export function leftOut(scene: Here, ...whats: readonly Guarded[]): Part[] {
  const hidden = whats.filter((what) => !mayShow(scene, what));
  if (hidden.length === 0) return [];
  return [note(hidden.some((what) => maySee(own(scene), what)) ? text.privately(hidden) : text.elsewhere(hidden))];
}

/** The same, where everyone who reads a channel sees it; with the line that shows it to a member in private. */
export function leftOutFor(audience: Audience, line: string, ...whats: readonly Guarded[]): Part[] {
  const hidden = whats.filter((what) => !maySee(audience, what));
  return hidden.length === 0 ? [] : [note(text.toMembers(hidden, line))];
}

/** Who reads what this body is told. */
export async function audienceOfBody(body: string, store: CouncilStore): Promise<Audience> {
  const channels = await store.channels.ofBody(body);
  return narrowest(channels.map((one) => one.audience)) ?? 'internal';
}

const ANSWERS_AND_COSTS: Text = { ja: ja`ベンダ回答と費用`, en: en`vendor answers and costs` };
const COST: Text = { ja: ja`費用`, en: en`the cost` };
const NAMES: Readonly<Record<Guarded, Text>> = {
  cost: ANSWERS_AND_COSTS,
  rates: ANSWERS_AND_COSTS,
  rfiMarks: ANSWERS_AND_COSTS,
  proposalMarks: ANSWERS_AND_COSTS,
  alternative: ANSWERS_AND_COSTS,
  questions: { ja: ja`ベンダへの質問と回答`, en: en`questions to the vendors` },
  intentionsBeforeClosing: { ja: ja`締切前の各市町の回答`, en: en`answers given before the deadline` },
  attendees: { ja: ja`出席者の氏名`, en: en`who attended` },
};
const names = (hidden: readonly Guarded[]): Text => {
  const ofAnswers = hidden.some((what) => what !== 'cost' && NAMES[what] === ANSWERS_AND_COSTS);
  return listed([...new Set(hidden.map((what) => (what === 'cost' && !ofAnswers ? COST : NAMES[what])))]);
};

const text = {
  elsewhere: (hidden: readonly Guarded[]): Text => ({
    ja: ja`${names(hidden)}は、構成団体の方のみご覧いただけます。`,
    en: en`Shown to the member municipalities alone: ${names(hidden)}.`,
  }),
  toMembers: (hidden: readonly Guarded[], line: string): Text => ({
    ja: ja`${names(hidden)}は、構成団体の方に、Renkeiとのダイレクトメッセージの「${line}」で表示します。`,
    en: en`Shown to the member municipalities by “${line}” in a direct message with Renkei: ${names(hidden)}.`,
  }),
  privately: (hidden: readonly Guarded[]): Text => ({
    ja: ja`このチャンネルには構成団体以外の方がいるため、${names(hidden)}の一部を表示していません。Renkeiとのダイレクトメッセージでご覧いただけます。`,
    en: en`This channel has people from outside the member municipalities, so some is left out: ${names(hidden)}. You can see it in a direct message with Renkei.`,
  }),
};
