/** `/wg unnote 5`: takes a note back; the item that it brought about is withdrawn with it. */
import { z } from 'zod';
import { absent, argument } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, leadOf, seatOf } from '../../../src/command/who.ts';
import type { MeetingNote } from '../../../src/store/council/notes.ts';
import { en, ja } from '../../../src/text/text.ts';
import { decisionNameText, decisionWords } from '../../req/text.ts';
import { notesText as text } from './noteText.ts';

const noteNumber = argument<number>({
  label: { ja: ja`記録番号`, en: en`note` },
  field: { kind: 'line' },
  read: (line) => {
    const [typed] = /^\d{1,8}(?=\s|$)/u.exec(line.normalize('NFKC')) ?? [];
    return typed === undefined ? absent : { read: Number(typed), length: typed.length };
  },
});

export const wgUnnote = subcommand({
  name: 'unnote',
  alias: ['記録取消'],
  summary: { ja: ja`会議の記録を取り消します`, en: en`Take a note of a meeting back` },
  effect: 'act',
  args: z.object({ number: noteNumber.optional() }),
  examples: ['5', ''],

  async about(said, { person }, store): Promise<About<MeetingNote>> {
    const note = said.number === undefined ? await store.notes.lastBy(person.id) : await store.notes.byId(said.number);
    return note ? { subject: note } : { refused: whisper(text.noNote) };
  },

  who: mayTakeBack,

  async run(_said, { subject: note, acting, person, now }, store): Promise<Reply> {
    if (note.takenBackAt !== undefined) return whisper(text.alreadyBack);
    if (note.decision !== undefined) {
      const decision = await store.decisions.byId(note.decision);
      if (!decision) throw new Error(`a note of decision ${note.decision}, which is none`);
      return whisper(text.decisionStands(decisionNameText(decision), `/req undo ${decisionWords(decision)}`));
    }
    const by = { person: person.id, seat: acting.role.seat };
    const keys = [`notes:${note.batch}`];
    if (note.item !== undefined) {
      const found = await store.items.locked(note.item);
      const [added, ...later] = found?.entries ?? [];
      if (!found || !added || later.length > 0) return whisper(text.itemMoved(note.item));
      const step = { kind: 'undo', at: now, ...by, undoes: added.serial } as const;
      await store.items.change(found.item, { status: 'withdrawn' }, step);
      keys.push(`item:${note.item}`);
    }
    await store.notes.takeBack(note, now, by);
    return { ...whisper(text.back(note)), refresh: keys, done: [`meeting:${note.meeting}`, ...keys] };
  },
});

/** Whoever noted it, and the lead. */
function mayTakeBack(scene: Scene, note: MeetingNote): Admission<Admitted> {
  return note.by.person === scene.person.id ? seatOf(scene, note) : leadOf(scene, note);
}
