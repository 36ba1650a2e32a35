/** `/council sync`: what differs between Slack and the council is shown, and put in step once the secretariat says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncPlan } from '../../../commands/council/sync/showing.ts';
import { takeOver } from '../../../src/store/takeOver.ts';
import { cast, HERE, type Office, office } from '../../support/office.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
  await levelled();
}, 60_000);
afterAll(() => here.close());

const channelNamed = (name: string) => {
  const found = [...here.workspace.state.channels.values()].find((one) => one.name === name);
  if (!found) throw new Error(`no channel ${name}`);
  return found;
};
const user = (who: string): string => here.account(who).userId;
const callsSince = (from: number): string[] =>
  here.workspace.calls.slice(from).map((one) => `${one.method} ${String(one.answer.error ?? 'ok')}`);
const changing = /invite|kick|setTopic|create|update|enable|disable|add|remove/u;

/** Slack as it should be: 介護保険WG alone has a user group, and everyone is where they belong. */
async function levelled(): Promise<void> {
  const { client } = here.store;
  const on = { councilId: here.council.council.slug, key: 'userGroups', from: '2016-04-01' };
  await client.setting.createMany({
    data: [
      { ...on, scope: '', value: false },
      { ...on, scope: 'kaigo', value: true },
    ],
  });
  await here.say(cast.secretariat, '/council 同期');
  const { changes, concerns } = await lastPlan();
  const { channels } = here.workspace.state;
  for (const one of changes) {
    const channel = 'channel' in one ? channels.get(one.channel ?? '') : undefined;
    if (one.kind === 'topic' && channel) channel.topic = one.topic;
    if (one.kind === 'remove') channel?.members.delete(one.account);
  }
  for (const one of concerns)
    if (one.kind === 'stranger') for (const id of one.channels) channels.get(id)?.members.delete(one.account);
}

async function lastPlan(): Promise<SyncPlan> {
  const row = await here.store.client.plan.findFirstOrThrow({
    where: { act: 'council sync' },
    orderBy: { id: 'desc' },
  });
  return row.content as unknown as SyncPlan;
}

/** Compares, and presses the button that does it. */
async function putInStep(who: string = cast.secretariat): Promise<string> {
  const [, label = ''] = /\[(この\d+件を実行する)\]/u.exec(await here.say(who, '/council 同期')) ?? [];
  return here.press(who, label);
}

describe('who may, and what is typed wrongly', () => {
  test('the secretariat alone compares; Slack is not asked for others', async () => {
    const from = here.workspace.calls.length;
    expect(await here.say(cast.lead, '/council 同期')).toMatchInlineSnapshot();
    expect(callsSince(from)).toEqual([]);
  });

  test('what cannot be read is said', async () => {
    expect(await here.say(cast.secretariat, '/council 同期 介護保険')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/council 照合 ９９')).toMatchInlineSnapshot();
    expect(await here.say(cast.secretariat, '/council proceed 99')).toContain('照合99は見つかりませんでした');
    expect(await here.say(cast.secretariat, '/council 同期取消 99')).toContain('照合99は見つかりませんでした');
  });
});

describe('a few differences', () => {
  test('are shown one by one; nothing was changed yet', async () => {
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed(HERE).members.add(user(cast.stranger));
    channelNamed(HERE).members.add(user(cast.noSeat));
    channelNamed('wg-障害者福祉').topic = '<障害者福祉> & 打合せ';
    channelNamed('wg-国民年金').archived = true;
    channelNamed('wg-印鑑登録').name = 'wg-印鑑';
    const from = here.workspace.calls.length;
    expect(
      await here.say(cast.secretariat, '／council　同期'.replace('／council　', '/council ')),
    ).toMatchInlineSnapshot();
    expect(callsSince(from).filter((one) => changing.test(one))).toEqual([]);
  });

  test('all of them, a page at a time, by the number of the comparison', async () => {
    const { id } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await here.say(cast.secretariat, `/council 同期 ${id} p1`)).toContain('全8件中 1〜8件目');
    expect(await here.say(cast.secretariat, `/council 同期 ${id} p2`)).toMatchInlineSnapshot();
    expect(await here.say(cast.chair, `/council 同期 ${id}`)).toContain('見つかりませんでした');
  });

  test('confirmed, they are done one by one, and the result is told at the end; once', async () => {
    expect(await here.press(cast.secretariat, 'この5件を実行する')).toMatchInlineSnapshot();
    expect(await here.deliverAgain()).toMatchInlineSnapshot();
    expect(channelNamed(HERE).members.has(user(cast.member))).toBe(true);
    expect(channelNamed(HERE).members.has(user(cast.noSeat))).toBe(false);
    expect(channelNamed('wg-障害者福祉').topic).toMatchInlineSnapshot();
    const [group] = here.workspace.state.groups.values();
    expect(group).toMatchObject({ handle: 'kaigo', name: '介護保険WG' });
    expect(group?.users).toContain(user(cast.lead));
  });

  test('then only that is left which people have to do', async () => {
    expect(await here.say(cast.secretariat, '/council 照合')).toMatchInlineSnapshot();
  });

  test('the act stands in the audit', async () => {
    const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(entry).toMatchObject({ act: 'council proceed', subjects: [expect.stringMatching(/^sync:\d+$/u)] });
  });

  test('it is taken back as far as Slack allows, once, and done again', async () => {
    expect(await here.press(cast.secretariat, '元に戻す', 'DM')).toMatchInlineSnapshot();
    expect(await here.press(cast.secretariat, 'この4件を実行する')).toContain('4件すべて完了しました');
    expect(channelNamed(HERE).members.has(user(cast.member))).toBe(false);
    expect(channelNamed('wg-障害者福祉').topic).toBe('<障害者福祉> & 打合せ');
    const run = await here.store.client.sync.findFirstOrThrow({ orderBy: { id: 'asc' } });
    expect(await here.say(cast.secretariat, `/council 同期取消 ${run.id}`)).toMatchInlineSnapshot();
    expect(await putInStep()).toContain('4件すべて完了しました');
  });
});

describe('what Slack does not let happen', () => {
  test('a missing scope is said, with what to do about it; the rest is done', async () => {
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed('wg-障害者福祉').topic = '';
    here.workspace.faults.push({ method: 'conversations.invite', times: 1, as: { error: 'missing_scope' } });
    expect(await putInStep()).toMatchInlineSnapshot();
    expect(channelNamed('wg-障害者福祉').topic).not.toBe('');
  });

  test('what cannot be read is not compared, and said', async () => {
    here.workspace.faults.push(
      { method: 'usergroups.list', times: 1, as: { error: 'paid_teams_only' } },
      { method: 'users.list', times: 1, as: { error: 'missing_scope' } },
    );
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot();
    here.workspace.faults.push({ method: 'conversations.list', times: 1, as: { error: 'missing_scope' } });
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot();
  });

  test('a private channel that the bot is not in, and one that it may join', async () => {
    const bot = [...here.workspace.state.users.values()].find((one) => one.isBot)?.id ?? '';
    Object.assign(channelNamed('wg-学齢簿'), { kind: 'private' });
    channelNamed('wg-学齢簿').members.delete(bot);
    channelNamed('wg-健康管理').members.delete(bot);
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot();
    expect(await here.press(cast.secretariat, 'この2件を実行する')).toContain('2件すべて完了しました');
    expect(channelNamed('wg-健康管理').members.has(bot)).toBe(true);
    channelNamed('wg-学齢簿').members.add(bot);
  });

  test('it waits as long as Slack asks, and asks again when an answer is lost; each change has one effect', async () => {
    const from = here.workspace.calls.length;
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed('wg-健康管理').topic = '';
    here.workspace.faults.push(
      { method: 'conversations.members', times: 2, as: { rateLimited: 20 } },
      { method: 'conversations.setTopic', times: 2, as: { rateLimited: 30 } },
      { method: 'conversations.invite', times: 1, as: { cut: 'after' } },
    );
    expect(await putInStep()).toMatchInlineSnapshot();
    expect(callsSince(from).filter((one) => changing.test(one))).toMatchInlineSnapshot();
  });
});

describe('killed in the middle', () => {
  test('the change that was claimed is done by whoever comes next', async () => {
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed('wg-健康管理').topic = '';
    await here.say(cast.secretariat, '/council 同期');
    const { id } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const { seat } = (await here.store.council('ibaraki').tenuresOn('2026-06-01' as never))[0] ?? { seat: { id: '' } };
    const { changes } = await lastPlan();
    // As a worker that was killed after its first call leaves it: ordered, one change claimed and done in Slack, unsettled.
    await here.store.act('ibaraki', async (acting) => {
      const by = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
      const at = here.now();
      const run = { id, teamId: 'T0RENKEI', at, by: by.personId, seat: seat.id, notBefore: at, undoes: undefined };
      await acting.syncs.order(run, changes);
    });
    const claimed = await here.store.act('ibaraki', (acting) => acting.syncs.claim(here.now(), 0));
    expect(claimed?.what.kind).toBe('topic');
    channelNamed('wg-健康管理').topic = claimed?.what.kind === 'topic' ? claimed.what.topic : '';
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot();
    await takeOver(here.store.client);
    expect(await here.say(cast.secretariat, `/council 同期 ${id}`)).toMatchInlineSnapshot();
    expect(channelNamed(HERE).members.has(user(cast.member))).toBe(true);
  });
});

describe('channels that are new, or have another id', () => {
  test('a body without a channel gets a private one with its people; the shared one is found again', async () => {
    await here.say(cast.secretariat, '/wg unmap <#C0WGJUTAKU>');
    channelNamed('wg-公営住宅管理').name = '住宅の雑談';
    const shared = await here.workspace.changeChannelId(channelNamed(HERE).id);
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot();
    expect(await here.press(cast.secretariat, '1件ずつ確認する').catch((fault: Error) => fault.message)).toBeDefined();
    expect(await putInStep()).toContain('件すべて完了しました');
    const made = channelNamed('wg-公営住宅管理');
    expect(made).toMatchObject({ kind: 'private', topic: expect.stringContaining('公営住宅管理WG 座長') });
    expect(made.members.size).toBeGreaterThan(3);
    const mapped = await here.store.council('ibaraki').channels.all();
    expect(mapped.find((one) => one.body === 'jutaku')).toMatchObject({ channelId: made.id, audience: 'internal' });
    expect(mapped.find((one) => one.body === 'kaigo')?.channelId).toBe(shared);
  });
});

describe('when the roster has changed since', () => {
  test('a comparison of another day, or of another roster, is not carried out', async () => {
    channelNamed('wg-健康管理').topic = '';
    await here.say(cast.secretariat, '/council 同期');
    here.at('2026-06-02T10:00:00+09:00');
    expect(await here.press(cast.secretariat, 'この1件を実行する')).toMatchInlineSnapshot();
  });

  test('who hands over leaves, who succeeds is invited', async () => {
    here.at('2026-10-01T10:00:00+09:00');
    const shown = await here.say(cast.secretariat, '/council 同期');
    expect(shown).toMatchInlineSnapshot();
  });
});

describe('the beginning of the term', () => {
  test('on Saturday April 1 it may be confirmed; what is seen waits for Monday 9:00', async () => {
    here.at('2028-04-01T10:00:00+09:00');
    await here.say(cast.secretariat2028, '/council 同期');
    // The topics of all bodies name another secretariat: only two of them are kept here.
    const row = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const plan = row.content as unknown as SyncPlan;
    const content = { ...plan, changes: plan.changes.filter((one) => one.kind === 'topic').slice(0, 2) };
    await here.store.client.plan.update({
      where: { councilId_id: { councilId: row.councilId, id: row.id } },
      data: { content: content as object },
    });
    const from = here.workspace.calls.length;
    expect(await here.say(cast.secretariat2028, `/council proceed ${row.id}`)).toMatchInlineSnapshot();
    here.at('2028-04-03T08:59:59+09:00');
    expect(await here.say(cast.secretariat2028, `/council 同期 ${row.id}`)).toMatchInlineSnapshot();
    expect(callsSince(from).filter((one) => changing.test(one))).toEqual([]);
    here.at('2028-04-03T09:00:00+09:00');
    expect(await here.say(cast.secretariat2028, '/council 体制')).toContain('2件すべて完了しました');
    expect(channelNamed('協議会').topic).toMatchInlineSnapshot();
  });
});
