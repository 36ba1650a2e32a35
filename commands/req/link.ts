/** `/req link 1234 https://…`: where in Slack a requirement or a decision was talked about; its address, never its words. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { seatOf } from '../../src/command/who.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
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
}

const remove = choice({ ja: ja`外す`, en: en`remove` }, [
  { value: 'remove', label: { ja: ja`紐付けを外す`, en: en`remove the link` }, words: ['外す', '解除'] },
]);

export const reqLink = subcommand({
  name: 'link',
  alias: ['紐付け', 'ひも付け', '関連'],
  summary: { ja: ja`要件・決定に、関連する投稿を紐付けます`, en: en`Link a message to a requirement or a decision` },
  effect: 'act',
  args: z.object({ id: requirementId.optional(), decision: decisionName.optional(), link, remove: remove.optional() }),
  examples: [
    '1234 https://ibaraki.slack.com/archives/C012/p1',
    '第12号 https://ibaraki.slack.com/archives/C012/p1 外す',
  ],

  async about(said, scene, store): Promise<About<Linked>> {
    if (said.id !== undefined) {
      const meant = await requirementsNamed({ ids: [said.id] }, scene, store);
      if ('refused' in meant) return meant;
      return {
        subject: { body: meant.subject.body, subject: `requirement:${said.id}`, name: text.requirement(said.id) },
      };
    }
    if (!said.decision) return { refused: whisper(text.which) };
    const name = { id: 0, ...said.decision, fiscalYear: said.decision.fiscalYear ?? fiscalYearOf(scene.today) };
    const found = await store.decisions.byName(name.fiscalYear, name.serial);
    if (!found) return { refused: whisper(phrases.noDecision(decisionNameText(name))) };
    return { subject: { body: found.body, subject: `decision:${found.id}`, name: decisionNameText(found) } };
  },

  who: seatOf,

  async run(said, { subject: { subject, name }, now, person, acting }, store): Promise<Reply> {
    if (said.remove) {
      const removed = await store.links.remove(subject, said.link, now);
      return removed ? { ...whisper(text.removed(name)), done: [subject] } : whisper(text.notLinked(name));
    }
    await store.links.add(subject, said.link, { at: now, person: person.id, seat: acting.role.seat });
    return { ...whisper(text.linked(name)), done: [subject] };
  },
});

const text = {
  requirement: (number: number): Text => ({ ja: ja`要件${number}`, en: en`Requirement ${number}` }),
  which: {
    ja: ja`紐付ける要件番号、または決定番号(第12号)を添えてご入力ください。`,
    en: en`Please name the requirement, or the decision as “第12号”.`,
  },
  linked: (name: Text): Text => ({
    ja: ja`${name}に投稿を紐付けました。外す場合は、同じ内容に「外す」を添えてご入力ください。投稿の内容は保存していません。`,
    en: en`The message is linked to ${name}. Add “remove” to the same line to unlink it. The message's words are not kept.`,
  }),
  removed: (name: Text): Text => ({ ja: ja`${name}との紐付けを外しました。`, en: en`The link to ${name} is removed.` }),
  notLinked: (name: Text): Text => ({
    ja: ja`${name}には、この投稿は紐付いていません。`,
    en: en`This message is not linked to ${name}.`,
  }),
} as const;
