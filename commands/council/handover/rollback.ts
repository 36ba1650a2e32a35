/** `/council rollback`: a wrong switch of the roster is taken back as a whole; shown first, and done by its button. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { type Chart, councilBody, type Seat, type Tenure } from '../../../src/domain/council.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../../../src/domain/fiscalYear.ts';
import { type Rollback, rollback, sameLines } from '../../../src/domain/rollback.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { buttons, note, rows } from '../../../src/text/message.ts';
import { seatText } from '../../../src/text/seats.ts';
import { en, ja, listed, same, type Text } from '../../../src/text/text.ts';
import { pastDay } from '../../arguments/dates.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { planNumber } from '../../arguments/numbers.ts';

const ROLLBACK = 'council rollback';

interface Planned {
  readonly day: Day;
  readonly codes: readonly string[] | undefined;
  readonly lines: Rollback['lines'];
}

type Meant = Pick<Planned, 'day' | 'codes'> & {
  /** What was shown, where its button was pressed. */
  readonly plan: { readonly id: number; readonly lines: Rollback['lines']; readonly done: boolean } | undefined;
};

export const councilRollback = subcommand({
  name: 'rollback',
  alias: ['切替取消'],
  summary: {
    ja: ja`誤った名簿の切替えを、まとめて元に戻します`,
    en: en`Take a wrong switch of the roster back as a whole`,
  },
  effect: 'act',
  args: z.object({ plan: planNumber.optional(), day: pastDay.optional(), of: municipalityNames.optional() }),
  examples: ['', '4/1', '4/1 那珂市'],

  async about(said, { person, chart, today }, store): Promise<About<Meant>> {
    if (said.plan !== undefined) {
      const kept = await store.plans.take(said.plan, person.id);
      if (kept?.act !== ROLLBACK) return { refused: whisper(text.noPlan(said.plan)) };
      const { day, codes, lines } = kept.content as Planned;
      const plan = { id: kept.id, lines, done: kept.doneAt !== undefined };
      return { subject: { day, codes, plan } };
    }
    const day = said.day ?? firstDayOf(fiscalYearOf(today));
    const named = said.of === undefined || said.of === 'all' ? undefined : municipalitiesNamed(said.of, chart, today);
    if (named && 'unknown' in named) return { refused: whisper(text.unknown(named.unknown)) };
    return { subject: { day, codes: named?.found.map((one) => one.code), plan: undefined } };
  },

  who: secretariat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, now, person, acting, chart } = scene;
    const { day, codes, plan } = subject;
    if (plan?.done) return whisper(text.alreadyDone);
    await store.seats.lock();
    const [tenures, ends] = await Promise.all([store.seats.tenures(), store.handovers.endsBefore(addDays(day, -1))]);
    const found = rollback(tenures, day, codes, ends);
    if ('refused' in found)
      return whisper(
        found.refused === 'nothing' ? text.nothing(day) : text.later(day, seatsText(found.seats, tenures, chart)),
      );
    if (!plan || !sameLines(plan.lines, found.lines)) return preview(found, tenures, scene, store, plan !== undefined);

    const by = { person: person.id, seat: acting.role.seat };
    const id = await store.seats.change({
      kind: 'rollback',
      at: now,
      by,
      code: undefined,
      lines: found.lines,
      sections: [],
    });
    await store.plans.done(plan.id, now);
    const whole = councilBody(chart)?.slug;
    const summary = text.done(day, found.away, found.back);
    return {
      ...whisper(summary, buttons({ label: text.undo, line: `/council undo 名簿${id}` })),
      posts:
        whole === undefined
          ? []
          : [{ kind: 'message', key: `roster:${id}`, to: { body: whole }, message: { summary } }],
      done: [`roster:${id}`, ...new Set(found.lines.map((one) => `seat:${one.seat}`))],
    };
  },
});

async function preview(
  found: Rollback,
  tenures: readonly Tenure[],
  { subject: { day, codes }, person, now, chart }: Scene & { readonly subject: Meant },
  store: CouncilStore,
  changed: boolean,
): Promise<Reply> {
  const content: Planned = { day, codes, lines: found.lines };
  const id = await store.plans.keep({ act: ROLLBACK, person: person.id, at: now, content });
  const names = await store.names([...new Set(found.lines.map((one) => one.person))]);
  const of = (seat: string): Text => seatsText([seat], tenures, chart);
  const shown = found.lines.map((one): Text => {
    const name = names.get(one.person) ?? '';
    return one.after ? text.back(of(one.seat), name, one.after.until) : text.away(of(one.seat), name);
  });
  return whisper(
    changed ? text.changed : text.preview(day, found.away, found.back),
    rows(shown.toSorted((a, b) => a.ja.localeCompare(b.ja))),
    ...(found.openEnded.length > 0 ? [note(text.openEnded(found.openEnded.length))] : []),
    note(text.acts),
    buttons({ label: text.doIt, line: `/council rollback ${id}`, style: 'danger', confirm: text.sure }),
  );
}

function seatsText(seats: readonly string[], tenures: readonly Tenure[], chart: Chart): Text {
  const known = new Map<string, Seat>(tenures.map((one) => [one.seat.id, one.seat]));
  return listed(
    seats.map((id) => {
      const seat = known.get(id);
      return seat ? seatText(seat, chart) : same(id);
    }),
  );
}

const text = {
  preview: (day: Day, away: number, back: number): Text => ({
    ja: ja`${officialDay(day)}付けの名簿の切替えを元に戻します。就任${away}件を取り消し、前任${back}件の在任を継続とします。内容をご確認のうえ、実行してください。`,
    en: en`The switch of ${officialDay(day)} would be taken back: ${away} tenures are taken away, ${back} go on as before. Please check, then carry it out.`,
  }),
  changed: {
    ja: ja`内容の表示後に名簿が変わったため、実行していません。改めて内容をご確認ください。`,
    en: en`The roster has changed since this was shown, so nothing was done. Please check again.`,
  },
  away: (seat: Text, name: string): Text => ({
    ja: ja`• ${seat} ${name} 就任の取消し`,
    en: en`• ${seat}: ${name} is taken away`,
  }),
  back: (seat: Text, name: string, until: Day | undefined): Text => ({
    ja: ja`• ${seat} ${name} 在任の継続(${until === undefined ? '終わりの日の定めなし' : officialDay(until)})`,
    en: en`• ${seat}: ${name} goes on (${until === undefined ? 'without a known end' : officialDay(until)})`,
  }),
  openEnded: (n: number): Text => ({
    ja: ja`切替え前の任期の終わりの記録がない${n}件は、終わりの日の定めなしで継続とします。`,
    en: en`${n} seats go on without a known end, since none was on record.`,
  }),
  acts: {
    ja: ja`この間に行われた操作は、行った方と担当の記録とともに残ります。Slackのアカウントの持ち主は変わりません。`,
    en: en`What was done meanwhile stays on record with its person and seat. Whose Slack account is whose does not change.`,
  },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  doIt: { ja: ja`元に戻す`, en: en`Take it back` },
  sure: { ja: ja`名簿の切替えを元に戻します。よろしいですか。`, en: en`Take the switch back?` },
  done: (day: Day, away: number, back: number): Text => ({
    ja: ja`${officialDay(day)}付けの名簿の切替えを元に戻しました(就任の取消し${away}件、前任の在任の継続${back}件)。`,
    en: en`The switch of ${officialDay(day)} was taken back: ${away} tenures taken away, ${back} go on.`,
  }),
  alreadyDone: { ja: ja`この確認内容は、すでに実行されています。`, en: en`This was carried out already.` },
  noPlan: (id: number): Text => ({
    ja: ja`確認番号${id}は見つかりませんでした。「/council 切替取消 4/1」から、改めてお進みください。`,
    en: en`There is no plan ${id}. Please begin again with “/council rollback 4/1”.`,
  }),
  unknown: (name: string): Text => ({
    ja: ja`構成団体に「${name}」はありません。`,
    en: en`There is no member municipality “${name}”.`,
  }),
  nothing: (day: Day): Text => ({
    ja: ja`${officialDay(day)}付けで切り替わった担当はありません。日付をご確認ください。`,
    en: en`Nothing switched on ${officialDay(day)}. Please check the day.`,
  }),
  later: (day: Day, seats: Text): Text => ({
    ja: ja`${officialDay(day)}より後に交代のあった担当があるため、まとめて元に戻すことはできません(${seats})。該当の担当を先に戻すか、市町を限ってお試しください。`,
    en: en`Some seats changed again after ${officialDay(day)}, so it cannot be taken back as a whole (${seats}). Take those back first, or name a municipality.`,
  }),
};
