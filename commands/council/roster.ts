/**
 * `/council roster`: who holds what on any day, of the whole council, a body or a municipality, as far as the asker may know;
 * which seats are vacant (未定); as a workbook; and from which day a municipality shows its names of next year, or
 * its changes to come within this one (公表).
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, reader, rosterPublisher } from '../../src/command/who.ts';
import type { Body, Municipality, Tenure } from '../../src/domain/council.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { fold } from '../../src/domain/fold.ts';
import { preparedYear } from '../../src/domain/publication.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { buttons, line, note, rows } from '../../src/text/message.ts';
import { binaryFile } from '../../src/text/post.ts';
import { en, ja } from '../../src/text/text.ts';
import { rosterAct, rosterPlace, withinYear } from '../arguments/rosters.ts';
import { span } from '../arguments/seats.ts';
import { bodyMeant } from '../subjects/bodies.ts';
import { isVacant, rosterOn, type SeenSeat } from '../subjects/rosters.ts';
import { publishRoster, unpublishRoster } from './publishing.ts';
import { rosterWorkbook } from './rosterFile.ts';
import { text } from './rosterText.ts';
import { text as seatText } from './seatText.ts';

/** The whole council, one body, one municipality or both; of a publication, whose. */
interface Asked {
  readonly body: Body | undefined;
  readonly of: Municipality | undefined;
  readonly publishing: string | undefined;
}

const mayAsk: Who<Asked, Admitted> = (scene, asked) =>
  asked.publishing === undefined ? reader(scene, asked) : rosterPublisher(scene, asked.publishing);

export const councilRoster = subcommand({
  name: 'roster',
  alias: ['名簿', '担当者名簿'],
  summary: {
    ja: ja`担当者名簿を日付を指定して表示・出力し、来年度の名簿を公表します`,
    en: en`Show or export who holds what on a day; publish next year's roster`,
  },
  effect: 'act',
  args: z.object({
    act: rosterAct.optional(),
    within: withinYear.optional(),
    place: rosterPlace.optional(),
    day: span.optional(),
    actAfter: rosterAct.optional(),
  }),
  examples: [
    '',
    '介護保険WG',
    '那珂市 介護保険WG',
    '那珂市 4月1日',
    '介護保険WG 令和5年10月1日',
    '未定',
    '出力',
    '公表 3月24日',
    '公表 今年度 9月24日',
  ],

  async about({ act, actAfter = act, place = [] }, scene): Promise<About<Asked>> {
    const { chart, roles } = scene;
    const named = (word: string) => chart.municipalities.find((one) => fold(one.name) === fold(word));
    const [of, another] = place.map(named).filter((one) => one !== undefined);
    if (another && another !== of) return { refused: whisper(seatText.oneMunicipality) };
    const rest = place.filter((word) => !of || named(word) !== of).join(' ');
    if (actAfter === 'publish' || actAfter === 'unpublish') {
      const own = roles.find((one) => one.as === 'information')?.municipality;
      return { subject: { body: undefined, of, publishing: of?.code ?? own ?? '' } };
    }
    if (rest === '') return { subject: { body: undefined, of, publishing: undefined } };
    const body = bodyMeant(rest, scene);
    return 'refused' in body ? body : { subject: { body: body.subject, of, publishing: undefined } };
  },

  who: mayAsk,

  async run({ act, actAfter = act, within, day }, scene, store): Promise<Reply> {
    const { subject: asked, today } = scene;
    if (asked.publishing !== undefined) {
      const of = { code: asked.publishing, year: within ? fiscalYearOf(today) : preparedYear(today) };
      if (actAfter === 'unpublish') return unpublishRoster(of, scene, store);
      return publishRoster({ ...of, on: day?.from ?? today }, scene, store);
    }
    if (actAfter === 'import')
      return whisper(text.importBy, buttons({ label: text.chooseFile, line: '/council roster-import' }));
    const on = day?.from ?? day?.until ?? today;
    const { seats, names } = await rosterOn(on, scene, store);
    const inPlace = seats.filter((one) => isAsked(one, asked));
    const vacant = inPlace.filter(isVacant);
    const onlyVacant = act === 'vacant' || actAfter === 'vacant';
    const here = onlyVacant ? vacant : inPlace;
    if (actAfter === 'export') {
      const { bytes, name, title } = await rosterWorkbook(here, names, on, scene);
      return {
        ...whisper(text.sent(here.length, on)),
        posts: [
          {
            kind: 'file',
            key: `roster:${scene.person.id}:${scene.now}`,
            to: { person: scene.person.id },
            file: binaryFile(name, title, bytes),
          },
        ],
        done: ['roster:exported'],
      };
    }
    const named = [asked.of?.name, asked.body?.name].filter(Boolean);
    const place = named.length > 0 ? named.join(' ') : undefined;
    const lineOf = (first: string) =>
      ['/council roster', first, place, on === today ? '' : on].filter(Boolean).join(' ');
    if (onlyVacant) {
      return whisper(
        text.title(place, on, today),
        line(text.vacant(vacant.length)),
        rows(
          place === undefined
            ? text.vacantByMunicipality(vacant, scene.chart)
            : vacant.map((one) => text.vacantSeat(one, scene.chart)),
        ),
        ...(vacant.length > 0 ? [note(text.assignBy), buttons({ label: text.export, line: lineOf('未定 出力') })] : []),
      );
    }
    const whole = place === undefined;
    const unreached = await bouncing(here, scene, store);
    return whisper(
      text.title(place, on, today),
      line(text.counts(here)),
      rows(
        whole
          ? text.byBody(here, scene.chart)
          : here.map((one) => text.seat(one, names, scene.chart, !!asked.of && !asked.body, today)),
      ),
      ...(here.some((one) => !one.known) ? [note(text.unpublished)] : []),
      ...(unreached.length > 0 ? [note(text.unreached(unreached.map((one) => names.get(one) ?? '')))] : []),
      ...(whole ? [note(text.narrower)] : []),
      buttons(
        ...(whole && vacant.length > 0 ? [{ label: text.showVacant(vacant.length), line: lineOf('未定') }] : []),
        { label: text.export, line: lineOf('出力') },
      ),
    );
  },
});

/** Those of them whose mail address refuses letters, as far as it is the asker's to have that mended. */
async function bouncing(here: readonly SeenSeat[], { roles }: Scene, store: CouncilStore): Promise<number[]> {
  const all = await store.personalSettings.bouncing();
  const mends = ({ municipality }: Tenure): boolean =>
    roles.some((one) => one.as === 'secretariat' || (one.as === 'information' && one.municipality === municipality));
  const people = here.flatMap(({ holders, deputies }) => [...holders, ...deputies]).filter(mends);
  return [...new Set(people.map((one) => one.person))].filter((one) => all.has(one));
}

const isAsked = ({ seat, holders, deputies }: SeenSeat, { body, of }: Asked): boolean => {
  if (body && seat.body !== body.slug) return false;
  if (of === undefined) return true;
  return seat.municipality === of.code || [...holders, ...deputies].some((one) => one.municipality === of.code);
};
