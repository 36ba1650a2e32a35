/** What acts write to the outbox, and where it is to go. */
import { describe, expect, it, test } from 'vitest';
import { enqueue } from '../../src/store/outbox.ts';
import type { Prisma } from '../../src/store/prisma/client.ts';
import { scoped, scopedClient } from '../../src/store/scope.ts';
import { undelivered } from '../../src/store/undelivered.ts';
import type { Address } from '../../src/text/post.ts';
import { COUNCIL, SATO } from '../support/smallCouncil.ts';
import { keys, message, NOW, smallOutbox, surface } from '../support/smallOutbox.ts';

const box = smallOutbox();
const { put, rows, claim } = box;
/** What stands among the undelivered. */
const notDelivered = (council: string = COUNCIL) =>
  undelivered(scoped(scopedClient(box.client, council) as unknown as Prisma.TransactionClient, council));

describe('writing to the outbox', () => {
  const addresses: [to: Address, lanes: string[]][] = [
    [{ channel: { teamId: 'T1', channelId: 'C9' } }, ['channel:T1/C9']],
    [{ person: 17 }, ['person:17']],
    [{ body: 'kaigo' }, ['channel:T1/CKAIGO']],
    [{ body: 'nenkin' }, ['channel:T1/CNENKIN']],
    [{ body: 'zei' }, ['channel:T1/CZEIKEN']],
    [{ body: 'shotoku' }, ['body:shotoku']],
  ];
  test.each(addresses)('to %j goes to %j', async (to, lanes) => {
    await put([message('k', to)]);
    expect((await rows()).map((row) => row.lane)).toEqual(lanes);
  });

  it('leaves a post for a body without a channel among the undelivered', async () => {
    await put([message('k', { body: 'shotoku' })]);
    expect(await claim()).toEqual([]);
    expect(await notDelivered()).toMatchObject([{ lane: 'body:shotoku', error: 'no_channel', since: NOW }]);
    expect(await notDelivered('tochigi')).toEqual([]);
  });

  it('takes the same key for the same post, within a council', async () => {
    await put([message('digest:2026-06-09:person-1', SATO), message('digest:2026-06-09:person-1', SATO)]);
    await put([message('digest:2026-06-09:person-1', SATO)]);
    await put([message('digest:2026-06-09:person-1', SATO)], [], NOW, 'tochigi');
    expect(keys(await rows())).toEqual(['ibaraki/digest:2026-06-09:person-1', 'tochigi/digest:2026-06-09:person-1']);
  });

  it('keeps to the same post where the body has moved to another channel since', async () => {
    await put([message('k', { body: 'kaigo' })]);
    await box.client.$executeRaw`UPDATE channel_mapping SET channel_id = 'CNEW' WHERE channel_id = 'CKAIGO'`;
    await put([message('k', { body: 'kaigo' })]);
    expect((await rows()).map((row) => row.lane)).toEqual(['channel:T1/CKAIGO']);
    await box.client.$executeRaw`UPDATE channel_mapping SET channel_id = 'CKAIGO' WHERE channel_id = 'CNEW'`;
  });

  it('sends what belongs into a thread to where its surface stands', async () => {
    await put([surface('meeting:12', { body: 'kaigo' })]);
    await box.client.$executeRaw`UPDATE channel_mapping SET channel_id = 'CNEW' WHERE channel_id = 'CKAIGO'`;
    await put([message('moved:12', { body: 'kaigo' }, 'meeting:12')]);
    expect((await rows()).map((row) => row.lane)).toEqual(['channel:T1/CKAIGO', 'channel:T1/CKAIGO']);
    await box.client.$executeRaw`UPDATE channel_mapping SET channel_id = 'CKAIGO' WHERE channel_id = 'CNEW'`;
  });

  it('is undone with the act that it belongs to', async () => {
    const act = box.client.$transaction(async (tx) => {
      await enqueue(tx, COUNCIL, [message('k', SATO)], ['meeting:12'], NOW);
      throw new Error('the act was refused');
    });
    await expect(act).rejects.toThrow('refused');
    expect(await rows()).toEqual([]);
  });
});
