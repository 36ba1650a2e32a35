/** Two councils in one database: what one does through its store, the other neither sees nor feels. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { NOW, type Remembered } from '../../support/council.ts';
import { byOf, decision, HERE, MARK, THEIR_CHANNEL, THERE, twoCouncils } from '../../support/neighbours.ts';
import { READS, THEIR_LETTER } from './reads.ts';
import { WRITES } from './writes.ts';

let memory: Remembered;
let store: Store;
beforeAll(async () => {
  memory = await twoCouncils();
  store = memory.store;
  const at = new Date(NOW);
  const sent = { councilId: THERE, key: 'x', kind: 'post', lane: 'x', state: 'sent', letter: THEIR_LETTER.letter };
  await store.client.outbox.create({
    data: { ...sent, id: THEIR_LETTER.id, notBefore: at, createdAt: at, sentAt: at },
  });
});
afterAll(() => memory.close());

async function everythingOf(of: string | CouncilStore): Promise<Record<string, string>> {
  const council = typeof of === 'string' ? store.council(of) : of;
  const told: Record<string, string> = {};
  for (const [method, read] of Object.entries(READS)) told[method] = JSON.stringify((await read(council)) ?? null);
  return told;
}

describe('Every method of the council’s store', () => {
  test.each(Object.entries(READS))('%s tells nothing of the other council', async (_, read) => {
    const [here, there] = [
      JSON.stringify(await read(store.council(HERE))),
      JSON.stringify(await read(store.council(THERE))),
    ];
    expect(here ?? '').not.toContain(MARK);
    expect(there ?? '').not.toContain('こちら');
  });

  test('and what they tell differs, since the other’s names are others', async () => {
    const [here, there] = [await everythingOf(HERE), await everythingOf(THERE)];
    // Read side by side, each is told the same as alone.
    expect(await Promise.all(store.abreast([HERE, THERE]).map(everythingOf))).toEqual([here, there]);
    const alike = Object.keys(READS).filter((method) => here[method] === there[method]);
    expect(alike).toMatchInlineSnapshot(`
      [
        "presentAtCouncil",
        "seats.all",
        "joinings.inUse",
        "joinings.spent",
        "joinings.term",
        "adoptions.of",
        "adoptions.batch",
        "adoptions.askedBy",
        "adoptions.superseded",
        "seatsOf",
        "seat",
        "mails",
        "setting",
        "closedDays",
        "undelivered",
        "health",
        "requirements.withFunctionId",
        "importing.standingOn",
        "importing.versions",
        "decisions.laterThan",
        "decisions.standingBefore",
        "decisions.reopenedOf",
        "fits.confirmations",
        "fits.batch",
        "fits.lastBatchBy",
        "fits.costs",
        "agendas.issued",
        "polls.ofMeeting",
        "personalSettings.all",
        "personalSettings.of",
        "items.snoozed",
        "items.snoozesOver",
        "items.lastTouched",
        "items.reminders",
        "items.lastSnoozed",
        "digests.told",
        "digests.telling",
        "digests.tellingElsewhere",
        "personalSettings.bouncing",
        "personalSettings.deputisedBy",
        "itemImports.ofFile",
        "circulations.endedSince",
        "circulations.following",
        "handovers.endsBefore",
        "handovers.told",
        "circulations.around",
        "approvals.levelsOn",
        "decisions.ofMeeting",
        "meetings.attendance",
        "meetings.deputies",
        "rule",
        "circulations.suspensions",
        "settingsOn",
        "minutes.awaiting",
        "minutes.lastHeld",
        "minutes.around",
        "syncs.undoneBy",
        "syncs.nextAfterRest",
      ]
    `);
  });

  test('what they write changes nothing for the other council', async () => {
    let before = await everythingOf(THERE);
    // A dozen at a time, since looking at everything takes its time; a difference names them.
    const writes = Object.entries(WRITES);
    for (let from = 0; from < writes.length; from += 12) {
      const dozen = writes.slice(from, from + 12);
      for (const [, write] of dozen) await store.act(HERE, write);
      const methods = dozen.map(([method]) => method);
      const after = await everythingOf(THERE);
      expect({ methods, ...after }).toEqual({ methods, ...before });
      before = after;
    }
  });

  test('the other’s channel cannot be taken, nor taken away', async () => {
    const taken = await store.act(HERE, (acting) =>
      acting.channels.map({ ...THEIR_CHANNEL, name: 'x', body: 'juki', audience: 'vendor' }, NOW),
    );
    expect(taken).toBe(false);
    expect(await store.council(THERE).channels.at(THEIR_CHANNEL.teamId, THEIR_CHANNEL.channelId)).toMatchObject({
      body: 'kaigo',
    });
    expect(await store.across.councilOfChannel(THEIR_CHANNEL.teamId, THEIR_CHANNEL.channelId)).toBe(THERE);
  });

  test('numbers run for each council alone', async () => {
    const taken = async (id: string) => {
      const raised = { at: NOW, by: byOf(id).person, seat: 'kaigo:lead' };
      return store.act(id, async (acting) => [
        (await acting.items.add({ body: 'kaigo', title: 'x', due: undefined, owner: undefined, raised })).number,
        (await acting.decisions.record(decision(id, [3], 'x'))).serial,
      ]);
    };
    const [here, there] = [await taken(HERE), await taken(THERE)];
    expect(await taken(HERE)).toEqual(here.map((n) => n + 1));
    expect(await taken(THERE)).toEqual(there.map((n) => n + 1));
  });
});

describe('The tables in which they wrote', () => {
  test.each([
    ...['decision', 'decision_line', 'decision_cancellation', 'meeting_change', 'question_answer', 'audit_entry'],
    ...['item_entry', 'agenda_step', 'agenda_issue'],
    ...['decision_confirmation', 'decision_reopening', 'approval', 'approval_line', 'approval_cancellation'],
    ...['circulation', 'circulation_line', 'position', 'circulation_end'],
  ])('%s is append only', async (table) => {
    const { pool } = memory.database;
    const { rows: before } = await pool.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`);
    expect(before.length).toBeGreaterThan(0);
    await expect(pool.query(`UPDATE ${table} SET council_id = council_id`)).rejects.toThrow(`${table} is append only`);
    await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append only`);
    expect((await pool.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)).rows).toEqual(before);
  });
});
