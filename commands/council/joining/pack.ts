/** `/council pack 介護保険`: what a joiner is to adopt, as a workbook and a Word file, to the asker alone. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { everySeat } from '../../../src/command/who.ts';
import type { Municipality } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { wordFile } from '../../../src/paper/word.ts';
import { packTable } from '../../../src/sheet/writePack.ts';
import { writeTable } from '../../../src/sheet/writeXlsx.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { note } from '../../../src/text/message.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { binaryFile, type Post } from '../../../src/text/post.ts';
import { en, ja, plain, type Text } from '../../../src/text/text.ts';
import { joinerName } from '../../arguments/joining.ts';
import { restOf } from '../../arguments/words.ts';
import { everything, type Listed, listed } from '../../req/narrowing.ts';
import { mayShow } from '../../subjects/audience.ts';
import { joiningMeant } from './meant.ts';
import { packPaper, packRows } from './packFile.ts';

interface Meant extends Listed {
  readonly joiner: Municipality;
}

/** More than so many requirements are no paper that anybody reads. */
const IN_WORD = 800;

export const councilPack = subcommand({
  name: 'pack',
  alias: ['受入資料', '採用資料'],
  summary: {
    ja: ja`後乗り市町村が受け入れる決定の資料(理由・経過・差異の記入欄)を作成します`,
    en: en`Make the papers of what a joiner is to adopt, with reasons and a column for its own system`,
  },
  effect: 'act',
  args: z.object({
    name: joinerName.optional(),
    business: restOf({ ja: ja`業務・WG名`, en: en`business` }, { kind: 'line' }).optional(),
  }),
  examples: ['介護保険', '境町 介護保険', ''],

  async about({ name, business }, scene): Promise<About<Meant>> {
    const joining = joiningMeant(name, scene);
    if ('refused' in joining) return joining;
    if (business === undefined) return { subject: { ...everything, joiner: joining.subject } };
    const found = listed(business, scene);
    return 'refused' in found ? found : { subject: { ...found.subject, joiner: joining.subject } };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, chart, today, now, person, council } = scene;
    const { joiner, systems, name } = subject;
    const requirements = await store.exporting.requirements({ systems, state: 'decided' });
    if (requirements.length === 0) return whisper(text.none(name));
    // The files come to the asker alone, wherever they asked.
    const alone = { ...scene, place: { ...scene.place, mapped: undefined } };
    const may = { cost: mayShow(alone, 'cost'), alternative: mayShow(alone, 'alternative') };
    const own = scene.roles.every((role) => role.municipality === joiner.code);
    const [adopted, superseded, differences, past] = await Promise.all([
      store.adoptions.of(joiner.code, systems),
      store.adoptions.superseded(requirements.map((one) => one.number)),
      store.adoptions.differences(joiner.code),
      own ? store.joinings.past(joiner.code) : undefined,
    ]);
    const rows = packRows({ requirements, adopted, superseded, differences, chart, may, past });
    const of = plain(name.ja);
    const title = text.title(joiner.name, name, rows.length, today);
    const { bytes } = await writeTable(packTable(plain(title.ja), rows, may.cost), new Date(`${today}T00:00:00Z`));
    const to = { person: person.id };
    const key = `pack:${joiner.code}:person-${person.id}:${now}`;
    const file = (ending: string, content: Uint8Array): Post => ({
      ...{ kind: 'file', key: `${key}:${ending}`, to },
      file: binaryFile(`受入資料_${of}_${joiner.name}_${today}.${ending}`, title, content),
    });
    const paper = packPaper(rows, { joiner: joiner.name, council: council.name, of, on: today, costs: may.cost });
    const word = rows.length <= IN_WORD ? [file('docx', await wordFile(paper))] : [];
    return {
      ...whisper(
        text.sent(rows.length, word.length > 0),
        note(may.cost ? text.withCosts(joiner.name) : text.withoutCosts),
        ...(past === undefined ? [] : [note(text.since(past))]),
      ),
      posts: [file('xlsx', bytes), ...word],
      done: [`municipality:${joiner.code}`, 'export:pack'],
    };
  },
});

const text = {
  none: (of: Text): Text => ({
    ja: ja`${of}には、決定済の要件がまだありません。`,
    en: en`Nothing of ${of} is decided yet.`,
  }),
  title: (joiner: string, of: Text, count: number, on: Day): Text => ({
    ja: ja`${joiner} 受入資料:${of} 決定${grouped(count)}件、${officialDay(on)}現在`,
    en: en`Adoption pack of ${joiner}: ${of}, ${grouped(count)} decisions, as of ${officialDay(on)}`,
  }),
  sent: (count: number, word: boolean): Text => ({
    ja: ja`決定${grouped(count)}件の受入資料(Excel${word ? '・Word' : ''})を、ダイレクトメッセージでお送りします。${word ? '' : '件数が多いため、Wordは業務ごとにお作りください。'}`,
    en: en`The pack of ${grouped(count)} decisions (Excel${word ? ' and Word' : ''}) is sent to you as a direct message.${word ? '' : ' Make the Word file per business: these are too many.'}`,
  }),
  withCosts: (joiner: string): Text => ({
    ja: ja`構成団体の方向けに、費用を含んでいます。${joiner}へお渡しになる場合は、${joiner}の方に「/council 受入資料」で作成いただくと、費用を除いた資料になります。`,
    en: en`It holds costs, for members. ${joiner} makes its own with /council pack, without them.`,
  }),
  withoutCosts: {
    ja: ja`費用は構成団体のみの情報のため、含んでいません。`,
    en: en`Costs are for the members alone and left out.`,
  },
  since: (past: Day): Text => ({
    ja: ja`変更前の決定は、${officialDay(past)}以降のものを載せています。`,
    en: en`Earlier decisions stand in it from ${officialDay(past)} on.`,
  }),
};
