/** A circulation in its body's channel: what is proposed, a line per municipality, and the buttons to answer. */
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import type { Surface } from '../../../src/command/surface.ts';
import { type Guarded, maySee } from '../../../src/domain/audience.ts';
import { ANSWERS, type Circulation, isOpen, isOvertaken } from '../../../src/domain/circulation.ts';
import { bodyOf, municipalityOf } from '../../../src/domain/council.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { buttons, line, note, type Part, rows } from '../../../src/text/message.ts';
import { listed, same } from '../../../src/text/text.ts';
import { leftOutFor } from '../../subjects/audience.ts';
import { AT_ONCE, firstOf } from '../previewing.ts';
import { text as req } from '../text.ts';
import { officeText } from './officeText.ts';
import { standingNow } from './standing.ts';
import { text } from './text.ts';

export const circulationSurface: Surface = {
  kind: 'circulation',
  async render(id, now, chart, store, audience) {
    const circulation = await store.circulations.byNumber(Number(id));
    if (!circulation) return undefined;
    const today = dayAt(now);
    const calendar = { ...officeCalendar(today), closed: await store.closedDays(today) };
    const { standing, offices } = await standingNow(circulation, { now, calendar, shown: true }, store);
    const { number, body: slug, cost, note: reason, previous } = circulation;
    const body = bodyOf(chart, slug);
    const names = await store.names([circulation.by.person]);
    const scope = circulation.scope.map((code) => same(municipalityOf(chart, code)?.name ?? code));
    const seen = !isOpen(standing) || maySee(audience, 'intentionsBeforeClosing');
    const guarded: Guarded[] = [...(cost === undefined ? [] : (['cost'] as const)), 'intentionsBeforeClosing'];
    const overtaken = await overtakenIn(circulation, store);
    const parts: Part[] = [
      ...(await firstOf(circulation.requirements, store, AT_ONCE)),
      ...(reason === undefined ? [] : [line(req.reason(reason))]),
      ...(cost === undefined || !maySee(audience, 'cost') ? [] : [line(req.cost(cost))]),
      ...(circulation.until === undefined ? [] : [line(req.until(circulation.until))]),
      ...(scope.length === 0 ? [] : [line(req.scope(listed(scope)))]),
      ...(seen
        ? [
            rows(standing.lines.map((one) => text.line(one, chart, offices.get(one.municipality), dayAt(now)))),
            note(text.tally(standing)),
          ]
        : [rows(standing.lines.map((one) => text.whether(one, chart)))]),
      ...(isOpen(standing) ? leftOutFor(audience, '/req 回答状況', ...guarded) : []),
      ...(circulation.rule.agreement === 'majority' ? [note(text.vote(standing))] : []),
      ...(previous === undefined ? [] : [note(text.again(circulation))]),
      ...(overtaken.length === 0 ? [] : [note(text.overtaken(overtaken))]),
      note(text.by(chart, circulation, names.get(circulation.by.person) ?? '')),
    ];
    if (isOpen(standing)) {
      const ends = standing.lines.flatMap(({ stand, silentFrom }) => (stand === 'waiting' && silentFrom) || []);
      const [silent] = ends.toSorted((a, b) => a - b);
      const answers = ANSWERS.map((answer) => ({
        label: text.buttons[answer],
        line: `/req ${answer} P${number}`,
        ...(answer === 'agree' && { style: 'primary' as const }),
      }));
      const others = [
        { label: text.commentButton, line: `/req comment P${number}` },
        { label: officeText.button, line: `/req draft P${number}` },
      ];
      const silence = circulation.silence === undefined ? [note(text.noSilence)] : [];
      return {
        summary: text.proposed(circulation, body?.name ?? slug, circulation.deadline),
        parts: [
          ...parts,
          ...(silent === undefined ? silence : [note(text.silence(silent, dayAt(now)))]),
          buttons(...answers, ...others),
        ],
      };
    }
    const decision =
      circulation.ended?.decision === undefined ? undefined : await store.decisions.byId(circulation.ended.decision);
    const next = standing.state === 'notAgreed' ? await nextSteps(number, previous, body?.parent, chart, store) : [];
    return {
      summary: text.ended(circulation, standing.state),
      parts: [...parts, ...(decision ? [line(text.decision(decision))] : []), ...next],
    };
  },
};

/** Its requirements on which something else was decided meanwhile, where others are left. */
async function overtakenIn(circulation: Circulation, store: Parameters<Surface['render']>[3]): Promise<number[]> {
  const { requirements, postedAt, ended } = circulation;
  if (ended?.how === 'overtaken' || ended?.how === 'withdrawn') return [];
  const decided = ended?.decision === undefined ? undefined : await store.decisions.byId(ended.decision);
  if (decided) return requirements.filter((one) => !decided.numbers.includes(one));
  const known = await store.requirements.byNumbers(requirements);
  return known.filter((one) => isOvertaken(one, postedAt)).map((one) => one.number);
}

/** Once more in the same body, then one rung up: each by button, never by itself. */
async function nextSteps(
  number: number,
  previous: number | undefined,
  parent: string | undefined,
  chart: Parameters<Surface['render']>[2],
  store: Parameters<Surface['render']>[3],
): Promise<Part[]> {
  const following = await store.circulations.following(number);
  if (following) return [line(text.followed(number, following.number))];
  const before = previous === undefined ? undefined : await store.circulations.byNumber(previous);
  const here = await store.circulations.byNumber(number);
  const above = parent === undefined ? undefined : bodyOf(chart, parent);
  const steps = [
    ...(before?.body === here?.body ? [] : [{ label: text.continueHere, line: `/req again P${number}` }]),
    ...(above ? [{ label: text.rise(above.name), line: `/req up P${number}` }] : []),
  ];
  return steps.length === 0 ? [] : [buttons(...steps)];
}
