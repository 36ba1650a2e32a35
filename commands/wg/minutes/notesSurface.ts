/** What was noted from one message, in the meeting's thread: as it was read, with a button that takes each back. */
import type { Surface } from '../../../src/command/surface.ts';
import type { Chart } from '../../../src/domain/council.ts';
import { dayAt, type Instant } from '../../../src/domain/day.ts';
import { freeLine, lineFor } from '../../../src/domain/minutes.ts';
import { circleOf } from '../../../src/minutes/standing.ts';
import type { MeetingNote } from '../../../src/store/council/notes.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { progressText } from '../../../src/text/items.ts';
import { type Button, buttons, rows, note as small } from '../../../src/text/message.ts';
import { en, ja, listed, nothing, type Text } from '../../../src/text/text.ts';
import { ownersText } from '../../item/text.ts';
import { decisionNameText, decisionWords } from '../../req/text.ts';
import { notesText as text } from './noteText.ts';

export const notesSurface: Surface = {
  kind: 'notes',
  async render(id, now, chart, store) {
    const notes = await store.notes.ofBatch(Number(id));
    const [first] = notes;
    const meeting = first && (await store.meetings.byNumber(first.meeting));
    if (!first || !meeting) return undefined;
    const names = await store.names([first.by.person]);
    const circle = await circleOf(meeting, store);
    const list: Text[] = [];
    const undo: Button[] = [];
    for (const [i, one] of notes.entries()) {
      const decision = one.decision === undefined ? undefined : await store.decisions.byId(one.decision);
      const seen = decision?.cancelledAt === undefined ? one : { ...one, takenBackAt: decision.cancelledAt };
      const more = decision ? inBrackets(decisionNameText(decision)) : await itemWords(one, chart, now, store);
      const shownHere = lineFor(freeLine(seen.words), circle) !== undefined;
      list.push(text.row(shownHere ? seen : { ...seen, words: WITHHELD }, more));
      if (seen.takenBackAt !== undefined) continue;
      const line = decision ? `/req undo ${decisionWords(decision)}` : `/wg unnote ${one.id}`;
      undo.push({ label: text.undo(one.kind, notes.length > 1, i + 1), line });
    }
    return {
      summary: text.taken(meeting, names.get(first.by.person) ?? '', notes.length),
      parts: [rows(list), ...(undo.length > 0 ? [buttons(...undo)] : []), small(text.stays)],
    };
  },
};

/** Where not all who read here may see it. */
const WITHHELD = '(構成団体の方のみご覧いただける内容です)';

const inBrackets = (words: Text): Text => ({ ja: ja`(${words})`, en: en` (${words})` });

async function itemWords(
  { item: number }: MeetingNote,
  chart: Chart,
  now: Instant,
  store: CouncilStore,
): Promise<Text> {
  const item = number === undefined ? undefined : await store.items.byNumber(number);
  if (!item) return nothing;
  const tenures = await store.tenuresOn(dayAt(now));
  const names = await store.names(tenures.map((one) => one.person));
  const owners = ownersText(item, chart, tenures, names);
  const progress = progressText(item);
  return text.item(progress ? listed([owners, progress]) : owners, item.due, dayAt(now));
}
