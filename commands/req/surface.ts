/** A decision in its body's channel: as recorded, superseded, or taken back. */

import type { Surface } from '../../src/command/surface.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { buttons, line, note, type Part } from '../../src/text/message.ts';
import { struck } from '../../src/text/text.ts';
import { numbersText } from '../subjects/requirements.ts';
import { decisionWords, text } from './text.ts';

export const decisionSurface: Surface = {
  kind: 'decision',
  async render(id, now, chart, store) {
    const decision = await store.decisions.byId(Number(id));
    if (!decision) return undefined;
    const numbers = numbersText(decision.numbers);
    if (decision.cancelledAt !== undefined) {
      return { summary: text.cancelled(decision, numbers), parts: [line(struck(text.decided(decision, numbers)))] };
    }
    const later = await store.decisions.laterThan(decision);
    const names = await store.names([decision.by.person]);
    const reason = decision.note === undefined ? [] : [line(text.reason(decision.note))];
    const parts: Part[] = [
      ...reason,
      note(text.basis(decision)),
      note(text.recordedBy(decision, names.get(decision.by.person), chart)),
    ];
    const whole = later.find((one) => one.numbers.length === decision.numbers.length);
    if (whole) return { summary: text.superseded(decision, whole.by), parts };
    if (later.length > 0) {
      const changed = later.map((one) => line(text.partlySuperseded(numbersText(one.numbers), one.by)));
      return { summary: text.decided(decision, numbers), parts: [...parts, ...changed] };
    }
    if (now > decision.at + UNDO_WITHIN) return { summary: text.decided(decision, numbers), parts };
    const undo = {
      label: text.undo,
      line: `/req undo ${decisionWords(decision)}`,
      style: 'danger',
      confirm: text.confirmUndo,
    } as const;
    const show = { label: text.history, line: `/req show ${decision.numbers[0]}` };
    return { summary: text.decided(decision, numbers), parts: [...parts, note(text.undoUntil), buttons(undo, show)] };
  },
};
