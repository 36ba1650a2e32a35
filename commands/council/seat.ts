/**
 * `/council seat`: puts somebody into a seat from a day on (任命・交代), ends a tenure (退任), or tells what a seat's section is
 * called from a day on (組織改編). A successor serves the remainder; what is told in advance stays with those who may know.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { rosterOf } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';
import { municipalityNames } from '../arguments/municipalities.ts';
import { deputyOrNot, instead, office, personSaid, seatAct, sectionName, span } from '../arguments/seats.ts';
import { bodyName } from '../arguments/words.ts';
import { type SeatMeant, seatMeant } from '../subjects/seats.ts';
import { assignSeat, nameSection, vacateSeat } from './seating.ts';
import { text } from './seatText.ts';

export const councilSeat = subcommand({
  name: 'seat',
  alias: ['担当', '任命', '交代', '異動'],
  summary: {
    ja: ja`担当者の任命・交代・退任、課名の変更を、日付とともに登録します`,
    en: en`Put people into seats, end tenures, rename sections, from a day on`,
  },
  effect: 'act',
  args: z.object({
    act: seatAct.optional(),
    body: bodyName,
    office: office.optional(),
    municipality: municipalityNames.optional(),
    officeAfter: office.optional(),
    section: sectionName.optional(),
    deputy: deputyOrNot.optional(),
    person: personSaid.optional(),
    deputyAfter: deputyOrNot.optional(),
    span: span.optional(),
    instead: instead.optional(),
  }),
  examples: [
    '介護保険WG 那珂市 山田 太郎 4月1日から',
    '介護保険WG 那珂市 副担当 新規:山田太郎 4/1〜9/30',
    '退任 介護保険WG 那珂市 3月31日まで',
    '課名 介護保険WG 那珂市 介護福祉課 4月1日から',
  ],

  about: (said, scene, store): Promise<About<SeatMeant>> =>
    seatMeant({ ...said, office: said.office ?? said.officeAfter }, scene, store),
  who: rosterOf,

  async run({ act = 'assign', section, ...said }, scene, store): Promise<Reply> {
    if (act === 'section')
      return section === undefined ? whisper(text.whichSection) : nameSection(section, scene, store);
    const deputy = (said.deputy ?? said.deputyAfter) === 'deputy';
    if (act === 'vacate') return vacateSeat({ person: said.person, deputy, last: said.span?.until }, scene, store);
    return assignSeat({ ...said, section, deputy, until: said.span?.until }, scene, store);
  },
});
