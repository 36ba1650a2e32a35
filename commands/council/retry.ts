/** `/council retry 12`: what could not be delivered is sent again, or taken off the list. */
import { z } from 'zod';
import { argument } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import type { Undelivered } from '../../src/store/undelivered.ts';
import { note } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { readIds } from '../arguments/numbers.ts';
import { choice } from '../arguments/words.ts';
import { mayHaveArrived } from './undelivered.ts';

const all = choice({ ja: ja`すべて`, en: en`all` }, [
  { value: 'all', label: { ja: ja`すべて`, en: en`all` }, words: ['すべて', '全て', '全部', '全件'] },
]);

const drop = choice({ ja: ja`不要`, en: en`drop` }, [
  { value: 'drop', label: { ja: ja`一覧から外す`, en: en`take off the list` }, words: ['不要', '対応済', '除外'] },
]);

/** The numbers of the list of the undelivered. */
const numbers = argument<readonly number[]>({
  label: { ja: ja`お知らせの番号`, en: en`numbers` },
  field: { kind: 'line', placeholder: { ja: ja`12 または 12,15`, en: en`12 or 12,15` } },
  read(line, on) {
    // As the list shows it: 番号12.
    const [shown = ''] = /^\s*番号\s*/u.exec(line) ?? [];
    const reading = readIds(line.slice(shown.length), on);
    return 'read' in reading ? { ...reading, length: reading.length + shown.length } : reading;
  },
});

export const councilRetry = subcommand({
  name: 'retry',
  alias: ['再送'],
  summary: { ja: ja`届かなかったお知らせを再送します`, en: en`Send again what could not be delivered` },
  effect: 'act',
  // What failed again within a minute is sent once more.
  repeats: true,
  args: z.object({ numbers: numbers.optional(), all: all.optional(), drop: drop.optional() }),
  examples: ['すべて', '12', '12,15 不要'],

  async about(said, _scene, store): Promise<About<readonly Undelivered[]>> {
    const failed = await store.undelivered();
    if (said.all && !said.drop) return { subject: failed.filter((one) => !mayHaveArrived(one)) };
    return { subject: said.all ? failed : failed.filter((one) => said.numbers?.includes(Number(one.id))) };
  },

  who: secretariat,

  async run(said, { subject, now }, store): Promise<Reply> {
    if (said.all === undefined && said.numbers === undefined) return whisper(text.which);
    if (subject.length === 0) {
      const unsure = said.all ? (await store.undelivered()).length : 0;
      return unsure > 0 ? whisper(text.unsure(unsure)) : whisper(text.none);
    }
    const ids = subject.map((one) => one.id);
    const done = ids.map((id) => `outbox:${id}`);
    if (said.drop) {
      const dropped = await store.dismiss(ids);
      return { ...whisper(text.dropped(dropped)), done };
    }
    const sent = await store.retry(ids, now);
    const unsure = said.all ? (await store.undelivered()).filter(mayHaveArrived) : [];
    return {
      ...whisper(
        text.sent(sent, subject.length - sent),
        ...(unsure.length > 0 ? [note(text.unsure(unsure.length))] : []),
      ),
      done,
    };
  },
});

const text = {
  none: {
    ja: ja`再送の必要なお知らせはありません。再送中のものがある場合、結果は「/council 稼働状況」でご確認いただけます。`,
    en: en`There is nothing to send again. /council health shows what is on its way.`,
  },
  which: {
    ja: ja`再送する番号を「/council 再送 12」のように、すべての場合は「/council 再送 すべて」とご入力ください。番号は「/council 稼働状況」でご確認いただけます。`,
    en: en`Please name a number, as in “/council retry 12”, or “/council retry all”. /council health shows the numbers.`,
  },
  sent: (sent: number, left: number): Text => ({
    ja: ja`${grouped(sent)}件の再送を始めました。${left > 0 ? `${grouped(left)}件は、宛先のチャンネルがまだ割り当てられていないため、そのままです。「/wg ひも付け」で割り当ててから、もう一度お試しください。` : '結果は「/council 稼働状況」でご確認いただけます。'}`,
    en: en`${grouped(sent)} are on their way again.${left > 0 ? ` ${grouped(left)} stay, since their body has no channel yet; map one by /wg map first.` : ''}`,
  }),
  unsure: (n: number): Text => ({
    ja: ja`${grouped(n)}件は、届いている可能性があるため、再送していません。宛先をご確認のうえ、「/council 再送 番号」で1件ずつお願いします。`,
    en: en`${grouped(n)} may have arrived and are not sent again. Please look first, then use “/council retry NUMBER”.`,
  }),
  dropped: (n: number): Text => ({
    ja: ja`${grouped(n)}件を一覧から外しました。記録は残ります。`,
    en: en`${grouped(n)} are off the list; the record stays.`,
  }),
} as const;
