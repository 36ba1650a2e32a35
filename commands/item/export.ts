/** `/item export`: the 課題管理表 of a body, or of all, as a workbook to the asker alone. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { type Chart, municipalityOf } from '../../src/domain/council.ts';
import { dayAt } from '../../src/domain/day.ts';
import { type Item, type ItemLink, lackingOf } from '../../src/domain/item.ts';
import { isRead } from '../../src/domain/past.ts';
import { type ItemRow, itemsWorkbook } from '../../src/sheet/itemsWorkbook.ts';
import { sheetDay } from '../../src/text/dates.ts';
import { progressText } from '../../src/text/items.ts';
import { note } from '../../src/text/message.ts';
import { binaryFile } from '../../src/text/post.ts';
import { en, ja, nothing, plain, type Text } from '../../src/text/text.ts';
import { bodyName } from '../arguments/words.ts';
import { bodyHere, bodyMeant, bodyText } from '../subjects/bodies.ts';
import { before, readsFrom } from '../subjects/past.ts';
import { historyText } from './merging.ts';
import { linkText } from './show.ts';
import { ownersText, placesText, priorityText, standText } from './text.ts';

/** More than a council ever raises. */
const ALL = { from: 0, size: 100_000 };

export const itemExport = subcommand({
  name: 'export',
  alias: ['出力', '書出し', 'エクスポート', '課題管理表'],
  summary: { ja: ja`課題管理表(Excel)をお送りします`, en: en`Send you the items as a workbook` },
  effect: 'act',
  args: z.object({ body: bodyName.optional() }),
  examples: ['', '介護保険'],

  async about(said, scene): Promise<About<string | undefined>> {
    if (said.body === undefined) {
      const here = bodyHere(scene);
      return { subject: 'subject' in here ? here.subject.slug : undefined };
    }
    const meant = bodyMeant(said.body, scene);
    return 'refused' in meant ? meant : { subject: meant.subject.slug };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject: body, chart, today, now, person } = scene;
    const since = await readsFrom(scene, store);
    const { items } = await store.items.list({ status: 'all', body, since }, ALL);
    const tenures = await store.tenuresOn(today);
    const names = await store.names([...tenures.map((one) => one.person), ...items.map((one) => one.raised.by)]);
    const towns = new Map((await store.seats.all()).map((one) => [one.id, one.municipality]));
    const word = (text: Text): string => plain(text.ja);
    const rows: ItemRow[] = [];
    for (const item of items.toSorted((a, b) => a.number - b.number)) {
      const comments = (await store.items.history(item.number)).filter(
        ({ words, at }) => words !== undefined && isRead({ kind: 'step', at }, since),
      );
      rows.push({
        number: `K${item.number}`,
        raised: sheetDay(dayAt(item.raised.at)),
        raiser: [municipalityOf(chart, towns.get(item.raised.seat) ?? '')?.name, names.get(item.raised.by)]
          .filter((one) => one !== undefined)
          .join(' '),
        body: word(bodyText(chart, item.body)),
        title: item.title,
        history: historyText(comments),
        owner: word(ownersText(item, chart, tenures, names)),
        priority: word(priorityText[item.priority]),
        due: item.due === undefined ? '' : sheetDay(item.due),
        status: word(standText(item)),
        parts: word(partsCell(item, chart)),
        decisions: linked(item, (kind) => kind === 'decision'),
        done: item.done ? sheetDay(dayAt(item.done.at)) : '',
        links: linked(item, (kind) => kind !== 'decision'),
        version: item.version,
      });
    }
    const workbook = await itemsWorkbook(rows, new Date(`${today}T00:00:00Z`));
    const file = binaryFile(`課題管理表_${today}.xlsx`, text.title, workbook);
    return {
      ...whisper(text.sent(rows.length), ...(since === undefined ? [] : [note(before(since))])),
      posts: [{ kind: 'file', key: `items:${person.id}:${now}`, to: { person: person.id }, file }],
      done: [`export:items`],
    };
  },
});

/** 済 3/5 未了:五霞町・那珂市 */
function partsCell(item: Item, chart: Chart): Text {
  const progress = progressText(item);
  if (!progress) return nothing;
  const lacking = lackingOf(item);
  const places = placesText(lacking, chart);
  return lacking.length === 0 ? progress : { ja: ja`${progress} 未了:${places}`, en: en`${progress}; open: ${places}` };
}

const linked = ({ links }: Item, of: (kind: ItemLink['kind']) => boolean): string =>
  links
    .filter((one) => of(one.kind))
    .map((one) => plain(linkText(one).ja))
    .join('、');

const text = {
  title: { ja: ja`課題管理表`, en: en`Open items` },
  sent: (n: number): Text => ({
    ja: ja`課題管理表(${n}件)を、ダイレクトメッセージでお送りします。`,
    en: en`The workbook with ${n} items is sent to you as a direct message.`,
  }),
};
