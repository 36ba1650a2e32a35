/**
 * `/req add 介護保険 便利機能 認定調査票を一括登録できること`: a requirement that no list has, begun from a message or typed.
 *
 * Its number is the next, its 機能ID one of the council's own (追加-1); it is a batch of its own and is taken back as one.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { leadOf } from '../../src/command/who.ts';
import type { Chart } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import type { RequirementClass } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note } from '../../src/text/message.ts';
import { en, ja, nothing, same, type Text } from '../../src/text/text.ts';
import { link } from '../arguments/places.ts';
import { choice, oneWord, restOf } from '../arguments/words.ts';
import { bodyHere, systemsNamed } from '../subjects/bodies.ts';
import { imports } from './importText.ts';
import { text as req } from './text.ts';

type System = Chart['systems'][number];

const system = oneWord({ ja: ja`業務`, en: en`system` }, undefined, {
  ja: ja`省略すると、このチャンネルのWGの業務`,
  en: en`this channel's only system where left out`,
});
const requirementClass = choice<RequirementClass>({ ja: ja`区分`, en: en`class` }, [
  { value: 'mandatory', label: req.class('mandatory'), words: ['必須', '実装必須', '実装必須機能'] },
  { value: 'optional', label: req.class('optional'), words: ['任意', '標準オプション', '標準オプション機能'] },
  { value: 'not', label: req.class('not'), words: ['実装しない', '実装不可', '実装不可機能'] },
]);
const convenience = choice<'convenience'>({ ja: ja`便利機能等`, en: en`convenience` }, [
  {
    value: 'convenience',
    label: { ja: ja`便利機能等`, en: en`convenience` },
    words: ['便利機能', '便利機能等', '便利'],
  },
]);

export const reqAdd = subcommand({
  name: 'add',
  alias: ['要件追加', '起票', '追加', '要件起票'],
  summary: { ja: ja`一覧にない要件(便利機能等)を起票します`, en: en`Add a requirement that no list has` },
  effect: 'act',
  args: z.object({
    system: system.optional(),
    class: requirementClass.optional(),
    convenience: convenience.optional(),
    link: link.optional(),
    text: restOf({ ja: ja`要件内容`, en: en`what it says` }),
  }),
  examples: [
    '介護保険 認定調査票をCSVで一括登録できること',
    '介護保険 任意 便利機能 https://ibaraki.slack.com/archives/C012/p1 督促状を宛名順に並べ替えられること',
  ],

  async about(said, scene): Promise<About<{ readonly body: string; readonly system: System }>> {
    const found = said.system === undefined ? systemsHere(scene) : systemsNamed(said.system, scene.chart);
    const [only, ...others] = found;
    if (!only)
      return { refused: whisper(said.system === undefined ? text.whichSystem : text.noSystem(said.system, scene)) };
    if (others.length > 0)
      return {
        refused: whisper(said.system === undefined ? text.severalHere(found) : text.several(said.system, found)),
      };
    return { subject: { body: only.body, system: only } };
  },

  who: leadOf,

  async run(said, { subject, acting, now, person, place }, store): Promise<Reply> {
    const { system, body } = subject;
    const before = await sameWords(said.text, system.slug, store);
    if (before !== undefined)
      return whisper(
        text.thereAlready(before, system.name),
        buttons({ label: text.show(before), line: `/req show ${before}` }),
      );
    const { id, number, functionId } = await store.importing.add(
      {
        system: system.slug,
        itemNo: undefined,
        category: [],
        text: said.text,
        class: said.class ?? 'optional',
        convenience: said.convenience !== undefined,
        cost: undefined,
        alternative: undefined,
        remarks: undefined,
        marks: [],
      },
      { name: ADDED_HERE, sha256: '', at: now, person: person.id },
    );
    if (said.link !== undefined)
      await store.links.add(`requirement:${number}`, said.link, { at: now, person: person.id, seat: acting.role.seat });
    const kind = kindText(said.class ?? 'optional', said.convenience !== undefined);
    const show = { label: text.show(number), line: `/req show ${number}` };
    const channels = await store.channels.ofBody(body);
    return {
      ...whisper(
        text.added(number, functionId, system.name, kind),
        buttons({ label: text.undo, line: `/req undo 取込${id}`, confirm: imports.undoSure(id) }, show),
        ...(channels.some((one) => one.channelId === place.channelId) ? [] : [note(req.posted(channels.length))]),
      ),
      posts: [
        {
          ...{ kind: 'message', key: `requirement:${number}:added`, to: { body } },
          message: {
            summary: text.told(number, system.name, kind, acting.onBehalf),
            parts: [line(same(said.text)), buttons(show)],
          },
        },
      ],
      done: [`requirement:${number}`, `import:${id}`],
    };
  },
});

/** Those of the channel's body. */
function systemsHere(scene: Scene): readonly System[] {
  const here = bodyHere(scene);
  return 'subject' in here ? scene.chart.systems.filter((one) => one.body === here.subject.slug) : [];
}

/** What stands as the file of such a batch. */
const ADDED_HERE = '起票';

/** The number of a requirement of the system that says the same already. */
async function sameWords(words: string, system: string, store: CouncilStore): Promise<number | undefined> {
  const sought = words.split(/\s+/u).filter((word) => [...fold(word)].length > 1);
  const { requirements } = await store.requirements.list(
    { systems: [system], state: 'all', words: sought.map((word) => ({ word, systems: [] })) },
    { from: 0, size: 20 },
  );
  return requirements.find((one) => one.goneIn === undefined && formOf(one.text) === formOf(words))?.number;
}

const formOf = (words: string): string => fold(words).replace(/\s/gu, '');

const kindText = (of: RequirementClass, convenience: boolean): Text => {
  const also: Text = convenience ? { ja: ja`・便利機能等`, en: en`, convenience` } : nothing;
  return { ja: ja`${req.class(of)}${also}`, en: en`${req.class(of)}${also}` };
};

const text = {
  noSystem: (word: string, scene: Scene): Text => {
    const { chart } = scene;
    const own = systemsHere(scene);
    const near = nearest(
      word,
      chart.systems.map((one) => one.name),
    );
    const names = near === undefined ? own.map((one) => one.name) : [near];
    const meant: Text =
      names.length === 0
        ? nothing
        : { ja: ja`「${names.join('」「')}」のことでしょうか。`, en: en` Did you mean “${names.join('”, “')}”?` };
    return {
      ja: ja`「${word}」という業務は見つかりませんでした。${meant}「/req 要件追加 介護保険 …」のように、業務名からご入力ください。`,
      en: en`There is no system “${word}”.${meant} Begin with the system's name, as in “/req add 介護保険 …”.`,
    };
  },
  whichSystem: {
    ja: ja`このチャンネルには業務が割り当てられていません。お手数ですが、業務の欄もご入力ください。`,
    en: en`This channel's body has no system of its own. Please give the system too.`,
  },
  severalHere: (systems: readonly System[]): Text => ({
    ja: ja`このチャンネルのWGには業務が複数あります(${systems.map((one) => one.name).join('、')})。お手数ですが、業務の欄もご入力ください。`,
    en: en`This channel's body has several systems: ${systems.map((one) => one.name).join(', ')}. Please give the system too.`,
  }),
  several: (word: string, systems: readonly System[]): Text => ({
    ja: ja`「${word}」に当てはまる業務が複数あります(${systems.map((one) => one.name).join('、')})。業務名をもう少し詳しくご入力ください。`,
    en: en`“${word}” fits several systems: ${systems.map((one) => one.name).join(', ')}. Please type more of the name.`,
  }),
  thereAlready: (number: number, system: string): Text => ({
    ja: ja`同じ内容の要件${number}が、${system}にすでにあります。起票はしていません。`,
    en: en`Requirement ${number} of ${system} says the same already. Nothing was added.`,
  }),
  added: (number: number, functionId: string, system: string, kind: Text): Text => ({
    ja: ja`要件${number}を起票しました(${system}、${kind}、機能ID:${functionId})。`,
    en: en`Requirement ${number} was added (${system}, ${kind}, function id ${functionId}).`,
  }),
  told: (number: number, system: string, kind: Text, onBehalf: boolean): Text => ({
    ja: ja`要件${number}が起票されました(${system}、${kind})${onBehalf ? { ja: ja`(事務局による代行)`, en: en`` } : nothing}。`,
    en: en`Requirement ${number} was added (${system}, ${kind})${onBehalf ? { ja: ja``, en: en` by the secretariat on behalf` } : nothing}.`,
  }),
  show: (number: number): Text => ({ ja: ja`要件${number}を表示`, en: en`Show ${number}` }),
  undo: { ja: ja`起票を取り消す`, en: en`Take it back` },
} as const;
