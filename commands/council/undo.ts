/**
 * `/council undo`: takes back a change of the roster (名簿5), of the rotation (輪番3), a wording of a basis (版3), or what was
 * agreed or set with a joiner (条件3); without a number, one's last change of the roster.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand, type Who } from '../../src/command/subcommand.ts';
import { type Admitted, type RosterSubject, rosterOf, secretariat } from '../../src/command/who.ts';
import { bodyOf } from '../../src/domain/council.ts';
import { isShown } from '../../src/domain/publication.ts';
import type { RosterChange } from '../../src/store/council/seats.ts';
import { en, ja } from '../../src/text/text.ts';
import { amendmentNumber, joiningTermNumber, rosterChangeNumber, rotationNumber } from '../arguments/numbers.ts';
import { withdrawVersion } from './bases/withdrawing.ts';
import { undoTerm } from './joining/terms.ts';
import { undoOtherwise } from './rotating.ts';
import { undoRoster } from './seating.ts';
import { text } from './seatText.ts';
import { undoSuccessor } from './succeeding.ts';

type Undoing =
  | { readonly rotation: number }
  | { readonly version: number }
  | { readonly term: number }
  | (RosterSubject & { readonly change: RosterChange });

/** A change of the rotation by the secretariat; a change of the roster by whoever may make it; a workbook of several by the secretariat. */
const mayUndo: Who<Undoing, Admitted> = (scene, undoing) =>
  'rotation' in undoing || 'version' in undoing || 'term' in undoing || undoing.change.code === undefined
    ? secretariat(scene, undoing)
    : rosterOf(scene, undoing);

export const councilUndo = subcommand({
  name: 'undo',
  alias: ['取消', '取り消し', '元に戻す'],
  summary: {
    ja: ja`名簿・輪番の変更、要綱等の改正、後乗りの条件の登録を取り消します`,
    en: en`Take back a change of the roster, the rotation, a basis or a term of joining`,
  },
  effect: 'act',
  args: z.object({
    rotation: rotationNumber.optional(),
    version: amendmentNumber.optional(),
    term: joiningTermNumber.optional(),
    roster: rosterChangeNumber.optional(),
  }),
  examples: ['名簿5', '輪番3', '版3', '条件3', ''],

  async about(said, { person, today, chart }, store): Promise<About<Undoing>> {
    if (said.rotation !== undefined) return { subject: { rotation: said.rotation } };
    if (said.version !== undefined) return { subject: { version: said.version } };
    if (said.term !== undefined) return { subject: { term: said.term } };
    await store.seats.lock();
    const change = await (said.roster === undefined ? store.seats.lastBy(person.id) : store.seats.byId(said.roster));
    if (!change)
      return { refused: whisper(said.roster === undefined ? text.nothingToUndo : text.noChange(said.roster)) };
    const first =
      [...change.lines, ...change.sections]
        .map((one) => one.from)
        .toSorted()
        .at(-1) ?? today;
    const municipality = change.code ?? '';
    const published = isShown(await store.rosters.publications(), municipality, first, today);
    const bodies = [...change.lines, ...change.sections].map((one) => one.seat.split(':')[0] ?? '');
    const ofOffice = bodies.some((one) => ['council', 'projectTeam'].includes(bodyOf(chart, one)?.kind ?? ''));
    return { subject: { change, municipality, from: first, published, ofOffice } };
  },

  who: mayUndo,

  async run(_said, scene, store): Promise<Reply> {
    const { subject } = scene;
    if ('version' in subject) return withdrawVersion(subject.version, scene, store);
    if ('term' in subject) return undoTerm(subject.term, scene, store);
    if ('rotation' in subject)
      return (await undoSuccessor(subject.rotation, scene, store)) ?? undoOtherwise(subject.rotation, scene, store);
    return undoRoster(subject.change, scene, store);
  },
});
