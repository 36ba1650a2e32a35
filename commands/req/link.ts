/** `/req link 1234 https://…`: where in Slack a requirement or a decision was talked about; its address, never its words. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { seatOf } from '../../src/command/who.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import type { Decision } from '../../src/domain/requirement.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, type Part } from '../../src/text/message.ts';
import { en, ja, linked, listed, plain, type Text } from '../../src/text/text.ts';
import { decisionName, requirementId } from '../arguments/numbers.ts';
import { link } from '../arguments/places.ts';
import { choice } from '../arguments/words.ts';
import { requirementsNamed } from '../subjects/requirements.ts';
import { decisionNameText, text as phrases } from './text.ts';

interface Linked {
  readonly body: string;
  /** `requirement:1234` */
  readonly subject: string;
  readonly name: Text;
  /** As one types it. */
  readonly words: string;
}

const remove = choice({ ja: ja`外す`, en: en`remove` }, [
  { value: 'remove', label: { ja: ja`ひも付けを外す`, en: en`remove the link` }, words: ['外す', '解除'] },
]);

export const reqLink = subcommand({
  name: 'link',
  alias: ['ひも付け', '紐付け', '関連'],
  summary: { ja: ja`要件・決定に、関連する投稿をひも付けます`, en: en`Link a message to a requirement or a decision` },
  effect: 'act',
  args: z.object({ id: requirementId.optional(), decision: decisionName.optional(), link, remove: remove.optional() }),
  examples: [
    '1234 https://ibaraki.slack.com/archives/C012/p1',
    '第12号 https://ibaraki.slack.com/archives/C012/p1 外す',
  ],

  async about(said, scene, store): Promise<About<Linked>> {
    if (said.id !== undefined && said.decision) return { refused: whisper(text.oneOnly) };
    if (said.id !== undefined) {
      const meant = await requirementsNamed({ ids: [said.id] }, scene, store);
      if ('refused' in meant) return meant;
      const subject = { subject: `requirement:${said.id}`, name: text.requirement(said.id), words: String(said.id) };
      return { subject: { ...subject, body: meant.subject.body } };
    }
    if (!said.decision) return { refused: whisper(text.which, line(text.again(said.link))) };
    const name = { id: 0, ...said.decision, fiscalYear: said.decision.fiscalYear ?? fiscalYearOf(scene.today) };
    const found = await store.decisions.byName(name.fiscalYear, name.serial);
    if (!found) return { refused: whisper(phrases.noDecision(decisionNameText(name))) };
    const subject = {
      subject: `decision:${found.id}`,
      name: decisionNameText(found),
      words: plain(decisionNameText(found).ja),
    };
    return { subject: { ...subject, body: found.body } };
  },

  who: seatOf,

  async run(said, { subject: { subject, name, words }, now, person, acting }, store): Promise<Reply> {
    const typed = `/req link ${words} ${said.link}`;
    const removing = buttons({ label: text.remove, line: `${typed} remove` });
    if (said.remove) {
      if (!(await store.links.remove(subject, said.link, now))) return whisper(text.notLinked(name));
      return { ...whisper(text.removed(name), buttons({ label: text.linkAgain, line: typed })), done: [subject] };
    }
    const added = await store.links.add(subject, said.link, { at: now, person: person.id, seat: acting.role.seat });
    if (!added) return whisper(text.linkedBefore(name), removing);
    return { ...whisper(text.linked(name), removing), done: [subject] };
  },
});

/** Where a requirement and these decisions on it were talked about. */
export async function talkedOf(
  requirement: number,
  decisions: readonly Decision[],
  store: CouncilStore,
): Promise<Part[]> {
  const of = [
    { subject: `requirement:${requirement}`, label: text.talked },
    ...decisions.map((one) => ({ subject: `decision:${one.id}`, label: text.talkedOf(decisionNameText(one)) })),
  ];
  const parts: Part[] = [];
  for (const { subject, label } of of) {
    const urls = await store.links.of(subject);
    const each = urls.map((url, i) => linked(url, { ja: ja`投稿${i + 1}`, en: en`message ${i + 1}` }));
    if (urls.length > 0) parts.push(line({ ja: ja`${label}:${listed(each)}`, en: en`${label}: ${listed(each)}` }));
  }
  return parts;
}

const text = {
  requirement: (number: number): Text => ({ ja: ja`要件${number}`, en: en`Requirement ${number}` }),
  which: {
    ja: ja`ひも付ける要件番号、または決定番号(第12号)を添えてご入力ください。`,
    en: en`Please name the requirement by its number, or the decision as in “第12号”.`,
  },
  /** The address is not to be sought again. */
  again: (url: string): Text => ({
    ja: ja`「/req ひも付け 1234 ${url}」のようにご入力ください。`,
    en: en`Type it like “/req link 1234 ${url}”.`,
  }),
  oneOnly: {
    ja: ja`要件番号と決定番号は、どちらか一方をご入力ください。両方にひも付ける場合は、1件ずつお願いします。`,
    en: en`Please give either a requirement or a decision. To link both, do it one by one.`,
  },
  linked: (name: Text): Text => ({
    ja: ja`${name}に投稿をひも付けました。投稿の内容は保存していません。`,
    en: en`The message is linked to ${name}. Its words are not kept.`,
  }),
  linkedBefore: (name: Text): Text => ({
    ja: ja`${name}には、この投稿がすでにひも付いています。`,
    en: en`This message is linked to ${name} already.`,
  }),
  remove: { ja: ja`ひも付けを外す`, en: en`Remove the link` },
  linkAgain: { ja: ja`もう一度ひも付ける`, en: en`Link it again` },
  talked: { ja: ja`関連する投稿`, en: en`Messages` },
  talkedOf: (decision: Text): Text => ({ ja: ja`${decision}に関連する投稿`, en: en`Messages on ${decision}` }),
  removed: (name: Text): Text => ({
    ja: ja`${name}とのひも付けを外しました。`,
    en: en`The link to ${name} is removed.`,
  }),
  notLinked: (name: Text): Text => ({
    ja: ja`${name}には、この投稿はひも付いていません。`,
    en: en`This message is not linked to ${name}.`,
  }),
} as const;
