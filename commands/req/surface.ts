/** A decision in its body's channel: as recorded, superseded, or taken back. */

import type { Surface } from '../../src/command/surface.ts';
import { maySee } from '../../src/domain/audience.ts';
import { bodyOf, municipalityOf } from '../../src/domain/council.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { LEVELS, needsApproval } from '../../src/domain/requirement.ts';
import { levelKey } from '../../src/store/council/approvals.ts';
import { buttons, line, note, type Part } from '../../src/text/message.ts';
import { listed, same, struck } from '../../src/text/text.ts';
import { leftOutFor } from '../subjects/audience.ts';
import { numbersText } from '../subjects/requirements.ts';
import { approval } from './approvalText.ts';
import { decisionWords, text } from './text.ts';

export const decisionSurface: Surface = {
  kind: 'decision',
  async render(id, now, chart, store, audience) {
    const decision = await store.decisions.byId(Number(id));
    if (!decision) return undefined;
    const numbers = numbersText(decision.numbers);
    if (decision.cancelledAt !== undefined) {
      return { summary: text.cancelled(decision, numbers), parts: [line(struck(text.decided(decision, numbers)))] };
    }
    const later = await store.decisions.laterThan(decision);
    const names = await store.names([decision.by.person]);
    const reason = decision.note === undefined ? [] : [line(text.reason(decision.note))];
    const levels = await store.approvals.levelsOn(decision.numbers);
    const taken = decision.numbers.map((number) => levels.get(levelKey(number, decision.id)) ?? decision.level);
    const level = LEVELS.find((one) => taken.includes(one)) ?? decision.level;
    const pending = needsApproval(decision) && level !== 'approved';
    const scope = decision.scope.map((code) => same(municipalityOf(chart, code)?.name ?? code));
    const parts: Part[] = [
      ...reason,
      ...(decision.cost === undefined || !maySee(audience, 'cost') ? [] : [line(text.cost(decision.cost))]),
      ...(decision.until === undefined ? [] : [line(text.until(decision.until))]),
      ...(scope.length === 0 ? [] : [line(text.scope(listed(scope)))]),
      ...(decision.cost === undefined ? [] : leftOutFor(audience, `/req 履歴 ${decision.numbers[0]}`, 'cost')),
      note(text.basis(decision)),
      ...(pending || level !== 'agreed' ? [note(text.level(level, pending))] : []),
      note(text.recordedBy(decision, names.get(decision.by.person), chart)),
    ];
    const reopened = await store.decisions.reopenedOf(decision.id);
    if (reopened.length > 0) parts.push(line(text.wasReopened(numbersText(reopened))));
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

/** What an upper body took, in its channel. */
export const approvalSurface: Surface = {
  kind: 'approval',
  async render(id, now, chart, store) {
    const one = await store.approvals.byId(Number(id));
    if (!one) return undefined;
    const body = bodyOf(chart, one.body)?.name ?? one.body;
    if (one.cancelledAt !== undefined)
      return { summary: approval.cancelled(one), parts: [line(struck(approval.announced(one, body)))] };
    const names = await store.names([one.by.person]);
    const undo = {
      label: approval.undo,
      line: `/req undo approval ${one.id}`,
      style: 'danger',
      confirm: approval.confirmUndo,
    } as const;
    return {
      summary: approval.announced(one, body),
      parts: [
        note(one.meeting === undefined ? approval.outside : approval.meeting(one.meeting)),
        note(text.recordedBy(one, names.get(one.by.person), chart)),
        buttons(
          { label: approval.getList, line: `/req approved 承認${one.id}` },
          ...(now <= one.at + UNDO_WITHIN ? [undo] : []),
        ),
      ],
    };
  },
};
