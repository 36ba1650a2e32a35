/** `/council buddy 境町 介護保険WG 五霞町`: who helps a joiner in a working group, where another than the rule says. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import type { Body, Municipality } from '../../../src/domain/council.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { joinerName } from '../../arguments/joining.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { bodyName } from '../../arguments/words.ts';
import { bodyMeant } from '../../subjects/bodies.ts';
import { buddiesIn } from './helping.ts';
import { joiningMeant } from './meant.ts';

interface Meant {
  readonly joiner: Municipality;
  readonly of: Body;
  readonly body: string;
  readonly buddy: Municipality;
}

export const councilBuddy = subcommand({
  name: 'buddy',
  alias: ['支援役', 'バディ'],
  summary: {
    ja: ja`後乗り市町村の質問を受ける支援役をWGごとに変更します`,
    en: en`Choose who helps a joiner in a body`,
  },
  effect: 'act',
  args: z.object({ name: joinerName, body: bodyName, buddy: municipalityNames }),
  examples: ['境町 介護保険WG 五霞町'],

  async about({ name, body, buddy }, scene): Promise<About<Meant>> {
    const joining = joiningMeant(name, scene);
    if ('refused' in joining) return joining;
    const of = bodyMeant(body, scene);
    if ('refused' in of) return of;
    if (of.subject.kind !== 'workingGroup') return { refused: whisper(text.onlyGroups(of.subject.name)) };
    const members = municipalitiesNamed(buddy, scene.chart, scene.today);
    if ('unknown' in members) return { refused: whisper(text.notMember(members.unknown)) };
    const [only, ...others] = members.found;
    if (!only || others.length > 0) return { refused: whisper(text.one) };
    return { subject: { joiner: joining.subject, of: of.subject, body: of.subject.slug, buddy: only } };
  },

  who: leadOf,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, person, acting, now, today } = scene;
    const { joiner, of, buddy } = subject;
    if ((await buddiesIn(joiner.code, scene, store)).get(of.slug) === buddy.code)
      return whisper(text.already(joiner.name, of.name, buddy.name));
    const seated = (await store.tenuresOn(today)).some(
      (one) => one.seat.body === of.slug && one.seat.role === 'member' && one.municipality === buddy.code,
    );
    if (!seated) return whisper(text.vacant(of.name, buddy.name));
    await store.joinings.chooseBuddy(
      { code: joiner.code, body: of.slug, buddy: buddy.code },
      { at: now, person: person.id, seat: acting.role.seat },
    );
    const told: Post = {
      ...{ kind: 'message', key: `buddy:${joiner.code}:${of.slug}:${now}`, to: { body: of.slug } },
      message: { summary: text.told(joiner.name, of.name, buddy.name) },
    };
    return {
      ...whisper(text.chosen(joiner.name, of.name, buddy.name)),
      posts: [told],
      done: [`municipality:${joiner.code}`, `body:${of.slug}`],
    };
  },
});

const text = {
  notMember: (name: string): Text => ({
    ja: ja`「${name}」は構成団体ではないため、支援役にはなれません。`,
    en: en`“${name}” is not a member and cannot help.`,
  }),
  onlyGroups: (body: string): Text => ({
    ja: ja`支援役は、WGごとに定めます。${body}には定められません。`,
    en: en`Who helps is chosen for working groups, not for ${body}.`,
  }),
  already: (joiner: string, body: string, buddy: string): Text => ({
    ja: ja`${body}での${joiner}の支援役は、すでに${buddy}です。`,
    en: en`${buddy} helps ${joiner} in ${body} already.`,
  }),
  vacant: (body: string, buddy: string): Text => ({
    ja: ja`${buddy}は${body}の担当者が未定のため、支援役にはできません。担当者を登録してから、もう一度ご入力ください。`,
    en: en`Nobody sits in ${body} for ${buddy}, so that it cannot help. Fill its seat first.`,
  }),
  one: { ja: ja`支援役の市町は、1団体ずつご入力ください。`, en: en`Please name one municipality that helps.` },
  chosen: (joiner: string, body: string, buddy: string): Text => ({
    ja: ja`${body}での${joiner}の支援役を、${buddy}に変更しました。元に戻す場合は、前の市町名で同じようにご入力ください。`,
    en: en`${buddy} now helps ${joiner} in ${body}. To change it back, name the one before.`,
  }),
  told: (joiner: string, body: string, buddy: string): Text => ({
    ja: ja`${body}での${joiner}の支援役は、${buddy}です。${joiner}からの質問へのご対応をお願いします。`,
    en: en`In ${body}, ${buddy} helps ${joiner} and is asked to answer its questions.`,
  }),
};
