/** At the door in a scene: the small council, its workspace and the door, opened anew for each test, and who types there. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { elementsIn } from '../../src/practice/entered.ts';
import type { Json } from '../../src/practice/json.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type DoorScene, openDoor } from './door.ts';
import { WAITS } from './shown.ts';
import { type SlackScene, slackScene } from './slackScene.ts';
import { SATO, smallCouncil } from './smallCouncil.ts';

export let database: TestDatabase;
export let slack: SlackScene;
export let door: DoorScene;

/** Sets it up for the tests of the file. */
export function atTheDoor(): void {
  beforeAll(async () => {
    database = await testDatabase();
    await smallCouncil(database);
    await database.pool.query(`
      INSERT INTO seat (council_id, id, body_slug, code, role) VALUES ('ibaraki', 'kaigo:082252', 'kaigo', '082252', 'member');
      INSERT INTO tenure (council_id, seat_id, person_id, "from", code) VALUES
        ('ibaraki', 'kaigo:082252', 1, '2026-04-01', '082252'), ('ibaraki', 'kaigo:082252', 2, '2026-04-01', '082252')`);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('TRUNCATE outbox, handled');
    slack = await slackScene();
    door = await openDoor(slack, database.pool);
  });
  afterEach(async () => {
    await door.close();
    await slack.close();
  });
}

/** The door is closed, and another opened. */
export async function openAnew(): Promise<void> {
  await door.close();
  door = await openDoor(slack, database.pool);
}

export const sato = SATO.userId;
export const typing = async (line: string, who: string = sato) => {
  const typed = await slack.workspace.type(who, 'CKAIGO', line);
  await door.hearing.settled();
  return typed;
};
/** All that somebody sees; that it takes time is told on a busy machine too. */
export const seenAll = (who: string = sato) => slack.workspace.messages('CKAIGO', who);
export const seen = (who: string = sato) => seenAll(who).filter((one) => !WAITS.test(one.text));
export const heardAll = (who: string = sato) => seenAll(who).map((one) => one.text);
export const heard = (who: string = sato) => seen(who).map((one) => one.text);
export const outbox = () => door.store.client.outbox.findMany({ orderBy: { id: 'asc' } });
/** Fills the open modal by the names of its fields. */
export const filled = (fields: Record<string, string>) => {
  const blocks = slack.workspace.modal(sato)?.content.blocks as Json[];
  return Object.fromEntries(
    elementsIn(blocks).map(({ block }) => [
      String(block.block_id),
      fields[String(block.block_id).split('.')[0] ?? ''] ?? '',
    ]),
  );
};
