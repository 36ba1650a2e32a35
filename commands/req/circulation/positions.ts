/** `/req positions`, `/req 回答状況 介護保険 xlsx`: the open circulations with who has yet to answer, those with the most first. */
import { z } from 'zod';
import { absent, argument } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { everySeat } from '../../../src/command/who.ts';
import { isOpen, type Line } from '../../../src/domain/circulation.ts';
import { type Body, bodyOf, membersOn, municipalityOf } from '../../../src/domain/council.ts';
import { guardedCell } from '../../../src/sheet/writeCsv.ts';
import { type Table, writeTable } from '../../../src/sheet/writeXlsx.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { dayAsOf } from '../../../src/text/dates.ts';
import { buttons, rows } from '../../../src/text/message.ts';
import { binaryFile } from '../../../src/text/post.ts';
import { en, ja, listed, plain } from '../../../src/text/text.ts';
import { outcomeText } from '../../arguments/outcomes.ts';
import { fromOf, PAGE, paging } from '../../paging.ts';
import { leftOut, mayShow } from '../../subjects/audience.ts';
import { bodyMeant } from '../../subjects/bodies.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { termsText } from '../approvalText.ts';
import { officeNote } from './officeText.ts';
import { type Stood, standingNow } from './standing.ts';
import { standText, text } from './text.ts';

interface Wanted {
  readonly name?: string;
  readonly page?: number;
  readonly xlsx?: true;
}

/** A body's name, xlsx, p2, in any order. */
const wanted = argument<Wanted>({
  label: { ja: ja`業務・WG名、xlsx、p2`, en: en`system or body; xlsx; p2` },
  field: { kind: 'line' },
  read(typed) {
    if (typed.trim() === '') return absent;
    let found: Wanted = {};
    for (const word of typed.trim().normalize('NFKC').split(/\s+/u)) {
      const [, page] = /^p(\d{1,4})$/iu.exec(word) ?? [];
      const is: Wanted = page
        ? { page: Number(page) }
        : /^(?:xlsx|excel|エクセル)$/iu.test(word)
          ? { xlsx: true }
          : { name: word };
      found = { ...found, ...is };
    }
    return { read: found, length: typed.length };
  },
});

export const reqPositions = subcommand({
  name: 'positions',
  alias: ['回答状況', '回答状況一覧', '提案一覧', '審議一覧', '持ち回り審議一覧'],
  summary: { ja: ja`持ち回り審議の回答状況を一覧にします`, en: en`Who has answered which circulation` },
  effect: 'act',
  args: z.object({ wanted: wanted.optional() }),
  examples: ['', '介護保険', 'xlsx'],

  async about(said, scene): Promise<About<Body | undefined>> {
    const word = said.wanted?.name;
    return word === undefined ? { subject: undefined } : bodyMeant(word, scene);
  },

  who: everySeat,

  async run(said, scene, store): Promise<Reply> {
    const { subject: body, chart, now, person } = scene;
    const all = await openOnes(body?.slug, scene, store);
    const alone = { ...scene, place: { ...scene.place, mapped: undefined } };
    // The workbook comes to the asker alone, wherever they asked.
    if (said.wanted?.xlsx && mayShow(alone, 'intentionsBeforeClosing')) {
      const file = await writeTable(tableOf(all, scene), new Date(`${scene.today}T00:00:00Z`));
      const name = `回答状況一覧_${scene.today}.xlsx`;
      const title = { ja: ja`回答状況一覧`, en: en`Answers to the circulations` };
      return {
        ...whisper(text.sent(all.length)),
        posts: [
          {
            ...{ kind: 'file', key: `positions:${person.id}:${now}`, to: { person: person.id } },
            file: binaryFile(name, title, file.bytes),
          },
        ],
        done: ['export:circulations'],
      };
    }
    const costly = all.some((one) => one.circulation.cost !== undefined);
    const page = all.slice(fromOf(said.wanted?.page), fromOf(said.wanted?.page) + PAGE);
    const nameOf = (code: string): string => municipalityOf(chart, code)?.name ?? code;
    const listing = page.map((one) => {
      const terms = termsText(one.circulation, mayShow(scene, 'cost'), chart);
      const plainRow = text.row(one.circulation, bodyOf(chart, one.circulation.body)?.name ?? '', terms);
      if (!mayShow(scene, 'intentionsBeforeClosing')) return plainRow;
      const missing = waitingIn(one).map(({ municipality }) => nameOf(municipality));
      const row = text.missing(plainRow, missing);
      const { eligible } = one.circulation;
      const offices = eligible.flatMap((code) => {
        const office = one.offices.get(code);
        return office ? [[nameOf(code), office] as const] : [];
      });
      return text.offices(row, offices, scene.today);
    });
    const line = `/req positions ${body?.slug ?? ''}`.trimEnd();
    return whisper(
      text.positions(all.length),
      ...(listing.length > 0 ? [rows(listing)] : []),
      ...(all.length > 0
        ? [
            ...paging(all.length, said.wanted?.page, line),
            ...(mayShow(alone, 'intentionsBeforeClosing')
              ? [buttons({ label: text.asFile, line: `${line} xlsx` })]
              : []),
            ...leftOut(scene, ...(costly ? (['cost'] as const) : []), 'intentionsBeforeClosing'),
          ]
        : []),
    );
  },
});

/** Of this body or of all, those that miss the most answers first, then by deadline. */
async function openOnes(body: string | undefined, scene: Scene, store: CouncilStore): Promise<Stood[]> {
  const found: Stood[] = [];
  for (const one of await store.circulations.unended()) {
    if (body !== undefined && one.body !== body) continue;
    const stood = await standingNow(one, scene, store);
    if (isOpen(stood.standing)) found.push(stood);
  }
  const order = (a: Stood, b: Stood): number =>
    waitingIn(b).length - waitingIn(a).length || a.standing.closes - b.standing.closes;
  return found.toSorted(order);
}

const waitingIn = ({ standing }: Stood): Line[] =>
  standing.lines.filter(({ stand }) => stand === 'waiting' || stand === 'vacant' || stand === 'hold');

function tableOf(all: readonly Stood[], { chart, today }: Scene): Table {
  const members = membersOn(chart, today);
  return {
    name: '回答状況一覧',
    title: '持ち回り審議 回答状況一覧',
    columns: [
      { heading: '番号', width: 8, centred: true, frozen: true },
      { heading: '会議体', width: 18 },
      { heading: '要件', width: 18 },
      { heading: '案', width: 20 },
      { heading: '費用(千円)', width: 10, amount: true },
      { heading: '対象・終期', width: 20 },
      { heading: '期限', width: 14 },
      ...members.map((one) => ({ heading: one.name, width: 16 })),
    ],
    rows: all.map(({ circulation, standing, offices }) => [
      `P${circulation.number}`,
      bodyOf(chart, circulation.body)?.name ?? '',
      plain(numbersText(circulation.requirements).ja),
      plain(outcomeText(circulation.outcome).ja),
      circulation.cost ?? null,
      plain(listed(termsText(circulation, false, chart)).ja) || null,
      plain(dayAsOf(circulation.deadline, today).ja),
      ...members.map((one) => {
        const line = standing.lines.find(({ municipality }) => municipality === one.code);
        const office = officeNote(offices.get(one.code), today);
        return line ? guardedCell(`${plain(standText(line, today).ja)}${plain(office.ja)}`) : null;
      }),
    ]),
  };
}
