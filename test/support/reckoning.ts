/**
 * Holds what people saw against what is remembered: everything that was answered is in the database, nothing is there
 * twice, and every message stands in its channel once.
 */
import { metadata } from '../../src/slack/lookUp.ts';
import type { Premises } from './process.ts';
import { until } from './process.ts';
import type { Town } from './town.ts';

export interface Reckoning {
  /** What does not agree, a line each. */
  readonly wrong: readonly string[];
  readonly decisions: number;
  readonly meetings: number;
  readonly items: number;
  readonly messages: number;
  /** What could not be delivered, by Slack's word for it. */
  readonly undelivered: readonly string[];
}

/** In milliseconds: longer than a file whose sharing was cut off is looked for between two looks. */
const STANDSTILL = 60_000;

/** Waits until the outbox is empty, and reckons up; an outbox in which nothing moves is not waited for. */
export async function reckoning(
  here: Town,
  premises: Premises,
  { patience = 120_000, standstill = STANDSTILL } = {},
): Promise<Reckoning> {
  const waiting = `
    SELECT state || ' ' || kind AS what, count(*)::int AS n FROM outbox
    WHERE state IN ('pending', 'sending', 'unknown') GROUP BY what ORDER BY what`;
  let [left, moved] = ['', performance.now()];
  await until(
    'an empty outbox',
    async () => {
      const rows = await premises.rows<{ what: string; n: number }>(waiting);
      const now = rows.map(({ what, n }) => `${n} ${what}`).join(', ');
      if (now !== left) [left, moved] = [now, performance.now()];
      if (performance.now() - moved > standstill) throw new Error(`nothing is sent for ${standstill} ms: ${left}`);
      return rows.length === 0 || undefined;
    },
    patience,
  );

  const { rows } = premises;
  const [decisions, lines, items, meetings, audit, outbox] = await Promise.all([
    rows<{ serial: number; acts: number }>(`
      SELECT d.serial, (SELECT count(*)::int FROM audit_entry a
        WHERE a.act IN ('req decide', 'req supersede') AND a.subjects @> ARRAY['decision:' || d.id]) AS acts
      FROM decision d WHERE d.fiscal_year = 2026 ORDER BY d.serial`),
    rows<{ number: number; sequences: number[]; decided: number }>(`
      SELECT l.number, array_agg(l.sequence ORDER BY l.sequence) AS sequences,
        (SELECT count(*)::int FROM audit_entry a
         WHERE a.act = 'req decide' AND a.subjects @> ARRAY['requirement:' || l.number]) AS decided
      FROM decision_line l GROUP BY l.number`),
    rows<{ number: number; title: string }>('SELECT number, title FROM item ORDER BY number'),
    rows<{ number: number; title: string }>('SELECT number, place AS title FROM meeting ORDER BY number'),
    rows<{ act: string; n: number }>('SELECT act, count(*)::int AS n FROM audit_entry GROUP BY act'),
    rows<{ key: string; kind: string; state: string; surface: string | null; error: string | null }>(
      'SELECT key, kind, state, surface, error FROM outbox',
    ),
  ]);
  const acts = (act: string): number => audit.find((one) => one.act === act)?.n ?? 0;
  const messages = here.workspace.state.messages.map((message) => ({ message, text: here.read(message) }));
  const posted = new Map<string, number>();
  for (const { message } of messages) {
    const key = JSON.stringify(message.metadata ?? null);
    posted.set(key, (posted.get(key) ?? 0) + 1);
  }

  const wrong: string[] = [];
  const expect = (so: boolean, otherwise: string): void => {
    if (!so) wrong.push(otherwise);
  };
  const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, i) => number === i + 1);
  const seen = (naming: RegExp): number[] =>
    messages.flatMap(({ text }) => [...text.matchAll(naming)].map((found) => Number(found[1])));
  const answered = (what: string, naming: RegExp, known: readonly { number: number }[]): void => {
    const numbers = new Set(known.map((one) => one.number));
    for (const number of new Set(seen(naming)))
      expect(numbers.has(number), `${what} ${number} was answered and is lost`);
  };

  answered(
    'decision',
    /令和8年度決定第(\d+)号/g,
    decisions.map(({ serial }) => ({ number: serial })),
  );
  answered('item', /課題K(\d+)「/g, items);
  answered('meeting', /会議\(M(\d+)\)/g, meetings);
  expect(inOrder(decisions.map((one) => one.serial)), 'decisions are not numbered 1, 2, 3 …');
  expect(inOrder(items.map((one) => one.number)), 'items are not numbered 1, 2, 3 …');
  expect(inOrder(meetings.map((one) => one.number)), 'meetings are not numbered 1, 2, 3 …');
  for (const { serial, acts: n } of decisions) expect(n === 1, `decision ${serial} has ${n} acts in the audit`);
  expect(acts('item add') === items.length, `${items.length} items, ${acts('item add')} acts`);
  expect(acts('wg schedule') === meetings.length, `${meetings.length} meetings, ${acts('wg schedule')} acts`);
  for (const { number, sequences, decided } of lines) {
    expect(inOrder(sequences), `requirement ${number} has lines ${sequences}`);
    expect(decided === 1, `requirement ${number} was decided ${decided} times`);
  }
  for (const all of [items, meetings]) {
    const titles = all.map((one) => one.title);
    expect(new Set(titles).size === titles.length, `twice: ${titles.filter((one, i) => titles.indexOf(one) < i)}`);
  }

  for (const { key, kind, state, surface } of outbox) {
    const times = posted.get(JSON.stringify(metadata({ key, page: 0 }))) ?? 0;
    if (kind === 'post')
      expect(times === (state === 'sent' ? 1 : 0), `${surface ?? key} (${state}) stands there ${times} times`);
  }
  const sentFiles = outbox.filter((one) => one.kind === 'file' && one.state === 'sent').length;
  const shares = [...here.workspace.state.files.values()].map((file) => file.shares.length);
  expect(
    shares.every((n) => n <= 1),
    'a file was shared twice',
  );
  expect(shares.filter((n) => n === 1).length >= sentFiles, 'a file counts as shared and is not');
  for (const { serial } of decisions) {
    const told = messages.filter(({ message, text }) => !message.onlyFor && saysDecided(serial).test(text)).length;
    expect(told === 1, `decision ${serial} is told ${told} times`);
  }

  return {
    wrong,
    decisions: decisions.length,
    meetings: meetings.length,
    items: items.length,
    messages: messages.filter(({ message }) => message.metadata).length,
    undelivered: outbox.filter((one) => one.state === 'failed').map((one) => `${one.kind}: ${one.error}`),
  };
}

/** The decision's own message: as recorded, or as superseded. */
const saysDecided = (serial: number): RegExp =>
  new RegExp(
    `仮記録しました\\(令和8年度決定第${serial}号\\)。|^令和8年度決定第${serial}号\\(.*により変更されました`,
    'm',
  );
