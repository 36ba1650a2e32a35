/**
 * `/council handover 那珂市 介護保険WG`: the handover pack of a seat, ready at any time; as a message, or as a Word file and a
 * canvas where the workspace has them.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { reader } from '../../../src/command/who.ts';
import { AUDIENCES, type Audience, audienceOf } from '../../../src/domain/audience.ts';
import { municipalityOf, type Seat, type Tenure } from '../../../src/domain/council.ts';
import { packOf } from '../../../src/domain/pack.ts';
import { gather } from '../../../src/handover/gather.ts';
import { nextKnownTo } from '../../../src/handover/named.ts';
import { packCanvas } from '../../../src/handover/packCanvas.ts';
import { packMessage, packSummary } from '../../../src/handover/packMessage.ts';
import { packFile } from '../../../src/handover/packPaper.ts';
import { type Button, buttons, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { seatText, seatWords } from '../../../src/text/seats.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { seatSaid } from '../../arguments/seatNames.ts';
import { fromOf, PAGE, paging } from '../../paging.ts';
import { readsFrom } from '../../subjects/past.ts';
import { seatsMeant } from '../../subjects/seatsNamed.ts';

interface Meant {
  readonly seats: readonly [Seat, ...Seat[]];
  /** The tenures of the next switch of which the asker may know. */
  readonly next: readonly Tenure[];
  /** Those of the asker. */
  readonly coming: readonly Tenure[];
}

export const councilHandover = subcommand({
  name: 'handover',
  alias: ['引継ぎ', '事務引継', '引継書'],
  summary: { ja: ja`担当の引継書を表示・出力します`, en: en`Show a seat's handover pack, or get it as a Word file` },
  effect: 'act',
  args: z.object({ of: seatSaid.optional() }),
  examples: ['', '那珂市 介護保険WG', '介護保険WG 座長 文書', '那珂市 情報主管'],

  async about(said, scene, store): Promise<About<Meant>> {
    const next = await nextKnownTo(preparingOf(scene), scene.today, store);
    const coming = next.filter((one) => one.person === scene.person.id);
    const [first, ...others] = coming.map((one) => one.seat);
    // Who has no seat yet means those that are to be theirs.
    if (first && scene.roles.length === 0 && said.of === undefined)
      return { subject: { seats: [first, ...others], next, coming } };
    const meant = await seatsMeant(said.of, scene, store);
    return 'refused' in meant ? meant : { subject: { seats: meant.subject, next, coming } };
  },

  who: reader,

  async run(said, scene, store): Promise<Reply> {
    const { today, person, now, chart } = scene;
    const { seats, next } = scene.subject;
    const [seat, ...others] = seats;
    const paper = said.of?.paper === true;
    const from = fromOf(said.of?.page);
    const shown = paper ? seats : seats.slice(from, from + PAGE);
    const facts = await gather(store, shown, today, next);
    const past = await readsFrom(scene, store);

    // The file comes to the asker alone, wherever they asked.
    if (paper) {
      const reader = { audience: ownAudience(scene, scene.subject.coming), past };
      const pack = packOf(seat, facts, reader);
      const file = await packFile([pack, ...others.map((one) => packOf(one, facts, reader))], facts);
      const key = `handover:paper:person-${person.id}:${now}`;
      const to = { person: person.id };
      const canvas: Post[] =
        others.length > 0 ? [] : [{ kind: 'file', key: `${key}:canvas`, to, file: packCanvas(pack, facts) }];
      return {
        ...whisper(text.sent(seats.length)),
        posts: [{ kind: 'file', key, to, file }, ...canvas],
        done: seats.map((one) => `seat:${one.id}`),
      };
    }

    const reader = { audience: audienceHere(scene, scene.subject.coming), past };
    if (others.length === 0) return { whisper: packMessage(packOf(seat, facts, reader), facts) };
    const packs = shown.map((one) => packOf(one, facts, reader));
    const offered = shown.map((one): Button => {
      return { label: seatText(one, chart), line: `/council handover ${seatWords(one, chart)}` };
    });
    return whisper(
      text.several(seats.length),
      rows(packs.map((one) => ({ ja: ja`• ${packSummary(one, facts)}`, en: en`• ${packSummary(one, facts)}` }))),
      ...(offered.length > 0 ? [buttons(...offered)] : []),
      ...paging(seats.length, said.of?.page, scene.line.replace(/\s+p\s?\d+$/iu, '')),
    );
  },
});

/** The municipalities whose next names the asker prepares. */
export const preparingOf = ({ roles }: Pick<Scene, 'roles'>): string[] =>
  roles.filter((role) => role.as === 'information').map((role) => role.municipality);

const ownAudience = ({ roles, chart }: Pick<Scene, 'roles' | 'chart'>, coming: readonly Tenure[]): Audience =>
  audienceOf([...roles, ...coming].map((one) => municipalityOf(chart, one.municipality)?.kind));

/** What both the asker and everyone in the channel may see. */
function audienceHere(scene: Scene, coming: readonly Tenure[]): Audience {
  const [own, here] = [ownAudience(scene, coming), scene.place.mapped?.audience ?? 'internal'];
  return AUDIENCES.indexOf(own) > AUDIENCES.indexOf(here) ? own : here;
}

const text = {
  sent: (n: number): Text =>
    n === 1
      ? {
          ja: ja`引継書(Word)を、ダイレクトメッセージでお送りします。`,
          en: en`The handover pack is sent to you as a Word file.`,
        }
      : {
          ja: ja`${n}件の担当の引継書(Word)を、1つのファイルにまとめてダイレクトメッセージでお送りします。`,
          en: en`The handover packs of ${n} seats are sent to you as one Word file.`,
        },
  several: (n: number): Text => ({
    ja: ja`引継書は${n}件あります。ボタンで内容をご覧いただけます。`,
    en: en`There are ${n} handover packs. A button shows each.`,
  }),
};
