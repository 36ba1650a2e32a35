/** `/council sync`: what differs between Slack and the council is shown, and put in step once the secretariat says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncPlan } from '../../../commands/council/sync/showing.ts';
import { day } from '../../../src/domain/day.ts';
import { takeOver } from '../../../src/store/takeOver.ts';
import { cast, HERE, type Office, office } from '../../support/office.ts';
import { TEAM } from '../../support/officeCouncil.ts';

let here: Office;
beforeAll(async () => {
  here = await office();
  await levelled();
});
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
    expect(await here.say(cast.lead, '/council 同期')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(callsSince(from)).toEqual([]);
  });

  test('what cannot be read is said', async () => {
    expect(await here.say(cast.secretariat, '/council 同期 介護保険')).toMatchInlineSnapshot(`
      "(本人のみ) 「介護保険」を読み取れませんでした。新しく照合する場合は「/council 同期」、前の照合の一覧は「/council 同期 12 p2」のようにご入力ください。
        使い方:/council 同期 [照合番号 p2]
        例:/council 同期 12"
    `);
    expect(await here.say(cast.secretariat, '/council 照合 ９９')).toMatchInlineSnapshot(`
      "(本人のみ) 照合99は見つかりませんでした。「/council 同期」で、もう一度照合してください。
        [もう一度照合する]"
    `);
    expect(await here.say(cast.secretariat, '/council proceed 99')).toContain('確認番号99の内容は見つかりませんでした');
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
    expect(await here.say(cast.secretariat, '/council　同期')).toMatchInlineSnapshot(`
      "(本人のみ) Slackと協議会の名簿・体制を照合しました(照合2)。Renkeiが直せる違いは5件、事務局でご確認いただきたいことは2件です。まだ何も変更していません。
        ■ Renkeiが行う変更
        *名前が変わったチャンネル*
        • 印鑑登録WG:#wg-印鑑登録 → #wg-印鑑(記録を直します)
        *トピックの変更*
        • <#C0WGSHOGAI>:「障害者福祉WG 座長:橋本 健(五霞町)、事務局:那珂市」(現在:&lt;障害者福祉&gt; &amp; 打合せ)
        *招待する方*
        • <#C0WGKAIGO>:佐川 礼子さん
        *外す方*
        • <#C0WGKAIGO>:飛田 進さん(現在の担当なし)
        *ユーザーグループの更新*
        • @kaigo(介護保険WG):8名(追加8名・除外0名)
        ■ 事務局でご確認いただきたいこと
        *アーカイブされたチャンネル*
        • #wg-国民年金(国民年金WG):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。
        *名簿にない参加者*
        • <@U0GUEST>さん:<#C0WGKAIGO>に参加しています。参加してよい方かをご確認ください。
        [この5件を実行する] [取りやめる]"
    `);
    expect(callsSince(from).filter((one) => changing.test(one))).toEqual([]);
  });

  test('all of them, a page at a time, by the number of the comparison', async () => {
    const { id } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await here.say(cast.secretariat, `/council 同期 ${id} p1`)).toContain('全7件中 1〜7件目');
    expect(await here.say(cast.secretariat, `/council 同期 ${id} p2`)).toMatchInlineSnapshot(`
      "(本人のみ) 照合2の違いの一覧です。
        全7件ですが、このページに該当するものはありません。
        [前のページ]
        [この5件を実行する] [取りやめる]"
    `);
    expect(await here.say(cast.chair, `/council 同期 ${id}`)).toContain('見つかりませんでした');
  });

  test('confirmed, they are done one by one, and the result is told at the end; once', async () => {
    expect(await here.press(cast.secretariat, 'この5件を実行する')).toMatchInlineSnapshot(`
      "(本人のみ) 5件の変更を始めました。Slackの制限に合わせて順に行い、終わりましたらお知らせします。
        [経過を見る]
      寺門 聡 Slackを協議会の名簿・体制に合わせました。5件すべて完了しました。
        [元に戻す]"
    `);
    expect(await here.deliverAgain()).toMatchInlineSnapshot(`
      "(本人のみ) 5件の変更を始めました。Slackの制限に合わせて順に行い、終わりましたらお知らせします。
        [経過を見る]"
    `);
    expect(channelNamed(HERE).members.has(user(cast.member))).toBe(true);
    expect(channelNamed(HERE).members.has(user(cast.noSeat))).toBe(false);
    expect(channelNamed('wg-障害者福祉').topic).toMatchInlineSnapshot(
      `"障害者福祉WG 座長:橋本 健(五霞町)、事務局:那珂市"`,
    );
    const [group] = here.workspace.state.groups.values();
    expect(group).toMatchObject({ handle: 'kaigo', name: '介護保険WG' });
    expect(group?.users).toContain(user(cast.lead));
  });

  test('then only that is left which people have to do', async () => {
    expect(await here.say(cast.secretariat, '/council 照合')).toMatchInlineSnapshot(`
      "(本人のみ) Renkeiが直せる違いはありません。事務局でご確認いただきたいことが2件あります。
        ■ 事務局でご確認いただきたいこと
        *アーカイブされたチャンネル*
        • #wg-国民年金(国民年金WG):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。
        *名簿にない参加者*
        • <@U0GUEST>さん:<#C0WGKAIGO>に参加しています。参加してよい方かをご確認ください。"
    `);
  });

  test('the act stands in the audit', async () => {
    const [entry] = await here.store.client.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(entry).toMatchObject({ act: 'council proceed', subjects: [expect.stringMatching(/^sync:\d+$/u)] });
  });

  test('it is taken back as far as Slack allows, once, and done again', async () => {
    expect(await here.press(cast.secretariat, '元に戻す', 'DM')).toMatchInlineSnapshot(`
      "(本人のみ) 照合2で行った変更のうち、4件を元に戻します。まだ何も変更していません。
        無効にするユーザーグループ:1件
        招待する方:1件
        外す方:1件
        トピックの変更:1件
        ■ 元に戻せないこと
        名前が変わったチャンネル:1件
        [この4件を実行する] [1件ずつ確認する] [取りやめる]"
    `);
    // A second preview of the same, kept until the first is done.
    const { id: second } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await here.say(cast.secretariat, '/council 同期取消 2');
    expect(await here.press(cast.secretariat, 'この4件を実行する')).toContain('4件すべて完了しました');
    expect(await here.say(cast.secretariat, `/council proceed ${second}`)).toMatchInlineSnapshot(
      `"(本人のみ) 照合2の変更は、照合5ですでに元に戻しています。"`,
    );
    expect(channelNamed(HERE).members.has(user(cast.member))).toBe(false);
    expect(channelNamed('wg-障害者福祉').topic).toBe('<障害者福祉> & 打合せ');
    const run = await here.store.client.sync.findFirstOrThrow({ orderBy: { id: 'asc' } });
    expect(await here.say(cast.secretariat, `/council 同期取消 ${run.id}`)).toMatchInlineSnapshot(
      `"(本人のみ) 照合2の変更は、照合5ですでに元に戻しています。"`,
    );
    expect(await putInStep()).toContain('4件すべて完了しました');
  });
});

describe('what Slack does not let happen', () => {
  test('a missing scope is said, with what to do about it; the rest is done', async () => {
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed('wg-障害者福祉').topic = '';
    here.workspace.faults.push({ method: 'conversations.invite', times: 1, as: { error: 'missing_scope' } });
    expect(await putInStep()).toMatchInlineSnapshot(`
      "(本人のみ) 2件の変更を始めました。Slackの制限に合わせて順に行い、終わりましたらお知らせします。
        [経過を見る]
      寺門 聡 Slackを協議会の名簿・体制に合わせました。1件は完了しましたが、1件は行えませんでした。
        ■ 行えなかったこと
        招待する方:1件 — アプリの権限(スコープ)が足りません。最新のマニフェストの適用と、アプリの再インストールを管理者にご依頼ください。
        • <#C0WGKAIGO>:佐川 礼子さん
        [もう一度照合する] [元に戻す]"
    `);
    expect(channelNamed('wg-障害者福祉').topic).not.toBe('');
  });

  test('what cannot be read is not compared, and said', async () => {
    here.workspace.faults.push(
      { method: 'usergroups.list', times: 1, as: { error: 'paid_teams_only' } },
      { method: 'users.list', times: 1, as: { error: 'missing_scope' } },
    );
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(`
      "(本人のみ) Slackと協議会の名簿・体制を照合しました(照合8)。Renkeiが直せる違いは1件、事務局でご確認いただきたいことは1件です。まだ何も変更していません。
        ■ Renkeiが行う変更
        *招待する方*
        • <#C0WGKAIGO>:佐川 礼子さん
        ■ 事務局でご確認いただきたいこと
        *アーカイブされたチャンネル*
        • #wg-国民年金(国民年金WG):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。
        アカウントの一覧は読み取れなかったため、照合していません。アプリの権限(スコープ)が足りません。最新のマニフェストの適用と、アプリの再インストールを管理者にご依頼ください。
        ユーザーグループは読み取れなかったため、照合していません。ユーザーグループは、ご契約のSlackのプランでは使えません。チャンネルだけをそろえます。
        [この1件を実行する] [取りやめる]"
    `);
    here.workspace.faults.push({ method: 'conversations.list', times: 1, as: { error: 'missing_scope' } });
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(
      `"(本人のみ) Slackの情報を読み取れなかったため、照合できませんでした。アプリの権限(スコープ)が足りません。最新のマニフェストの適用と、アプリの再インストールを管理者にご依頼ください。"`,
    );
  });

  test('a private channel that the bot is not in, and one that it may join', async () => {
    const bot = [...here.workspace.state.users.values()].find((one) => one.isBot)?.id ?? '';
    Object.assign(channelNamed('wg-学齢簿'), { kind: 'private' });
    channelNamed('wg-学齢簿').members.delete(bot);
    channelNamed('wg-健康管理').members.delete(bot);
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(`
      "(本人のみ) Slackと協議会の名簿・体制を照合しました(照合9)。Renkeiが直せる違いは2件、事務局でご確認いただきたいことは3件です。まだ何も変更していません。
        ■ Renkeiが行う変更
        *Renkeiが参加するチャンネル*
        • <#C0WGKENKO>(健康管理WG)
        *招待する方*
        • <#C0WGKAIGO>:佐川 礼子さん
        ■ 事務局でご確認いただきたいこと
        *見つからないチャンネル*
        • #wg-学齢簿(学齢簿WG):非公開の場合は、チャンネルで「/invite @Renkei」とご入力ください。削除された場合は、「/wg ひも付け」で別のチャンネルを割り当ててください。
        *アーカイブされたチャンネル*
        • #wg-国民年金(国民年金WG):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。
        *名簿にない参加者*
        • <@U0GUEST>さん:<#C0WGKAIGO>に参加しています。参加してよい方かをご確認ください。
        [この2件を実行する] [取りやめる]"
    `);
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
    expect(await putInStep()).toMatchInlineSnapshot(`
      "(本人のみ) 2件の変更を始めました。Slackの制限に合わせて順に行い、終わりましたらお知らせします。
        [経過を見る]
      寺門 聡 Slackを協議会の名簿・体制に合わせました。2件すべて完了しました。
        [元に戻す]"
    `);
    expect(callsSince(from).filter((one) => changing.test(one))).toMatchInlineSnapshot(`
      [
        "conversations.setTopic ratelimited",
        "conversations.setTopic ratelimited",
        "conversations.setTopic ok",
        "conversations.invite ok",
        "conversations.invite already_in_channel",
      ]
    `);
  });
});

describe('bookmarks', () => {
  test('those that the council’s settings name are added, and asked for in those channels alone', async () => {
    const link = { title: '要綱', link: 'https://example.lg.jp/youkou' };
    const on = { councilId: here.council.council.slug, key: 'bookmarks', from: '2016-04-01' };
    await here.store.client.setting.create({ data: { ...on, scope: 'kaigo', value: [link] } });
    const from = here.workspace.calls.length;
    expect(await putInStep()).toContain('1件すべて完了しました');
    expect(here.workspace.state.bookmarks.get(channelNamed(HERE).id)).toMatchObject([link]);
    expect(callsSince(from).filter((one) => one.startsWith('bookmarks'))).toMatchInlineSnapshot(`
      [
        "bookmarks.list ok",
        "bookmarks.list ok",
        "bookmarks.add ok",
      ]
    `);
  });
});

describe('killed in the middle', () => {
  test('the change that was claimed is done by whoever comes next', async () => {
    channelNamed(HERE).members.delete(user(cast.member));
    channelNamed('wg-健康管理').topic = '';
    await here.say(cast.secretariat, '/council 同期');
    const { id, personId: by } = await here.store.client.plan.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const { changes } = await lastPlan();
    const at = here.now();
    const run = { id, teamId: TEAM, at, by, seat: 'council:082261:information', notBefore: at, undoes: undefined };
    // As a worker leaves it that is killed after its first call: one change claimed and done in Slack, and not settled.
    await here.store.act('ibaraki', (acting) => acting.syncs.order(run, changes));
    const claim = () => here.store.act('ibaraki', (acting) => acting.syncs.claim(here.now(), 0));
    const claimed = await claim();
    expect(claimed?.what.kind).toBe('topic');
    channelNamed('wg-健康管理').topic = claimed?.what.kind === 'topic' ? claimed.what.topic : '';
    // The next one does it again, records it, and is killed after it has invited.
    await takeOver(here.store.client);
    const again = await claim();
    expect([again?.number, again?.attempts]).toEqual([claimed?.number, 1]);
    if (again) await here.store.act('ibaraki', (acting) => acting.syncs.settle(again, { done: true }, here.now()));
    expect((await claim())?.what.kind).toBe('invite');
    channelNamed(HERE).members.add(user(cast.member));
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(`
      "(本人のみ) 照合12の変更:全2件中1件が済みました。
        [経過を見る]"
    `);
    expect(await here.say(cast.secretariat, `/council 同期取消 ${id}`)).toContain('まだ終わっていません');
    await takeOver(here.store.client);
    const from = here.workspace.calls.length;
    here.workspace.faults.push({ method: 'conversations.invite', times: 2, as: { rateLimited: 20 } });
    expect(await here.say(cast.secretariat, `/council 同期 ${id}`)).toMatchInlineSnapshot(`
      "(本人のみ) 照合12の変更:全2件中1件が済みました。
        [経過を見る]
      寺門 聡 Slackを協議会の名簿・体制に合わせました。2件すべて完了しました。
        [元に戻す]"
    `);
    expect(callsSince(from).filter((one) => changing.test(one))).toMatchInlineSnapshot(`
      [
        "conversations.invite ratelimited",
        "conversations.invite ratelimited",
        "conversations.invite already_in_channel",
      ]
    `);
    // Both are ours to take back, though both were so when they were recorded.
    const steps = await here.store.council('ibaraki').syncs.steps(id);
    expect(steps.map((one) => [one.what.kind, one.state, one.already])).toEqual([
      ['topic', 'done', false],
      ['invite', 'done', false],
    ]);
  });
});

describe('who is left out by a channel, or of another workspace', () => {
  test('is told to the secretariat, with what a human does', async () => {
    const person = await here.store.act('ibaraki', async (acting) => {
      const made = await acting.seats.register({ name: '茨城 太郎', kana: undefined, email: undefined });
      await acting.seats.giveAccount(made, { team: 'T0KEN', user: 'W0KEN', from: day('2026-04-01') });
      return made;
    });
    const held = { until: undefined, deputy: false, code: '080004' };
    const line = { seat: 'kaigo:080004:adviser', person, from: day('2026-06-01'), before: undefined, after: held };
    await here.store.client.seat.create({
      data: { councilId: 'ibaraki', id: line.seat, bodySlug: 'kaigo', code: '080004', role: 'adviser' },
    });
    const change = { kind: 'assign', at: here.now(), by: undefined, code: '080004', sections: [] } as const;
    await here.store.act('ibaraki', (acting) => acting.seats.change({ ...change, lines: [line] }));
    await here.store.act('ibaraki', (acting) =>
      acting.channels.map(
        { teamId: 'T0KEN', channelId: 'C0KEN', name: '県', body: 'council', audience: 'prefecture' },
        here.now(),
      ),
    );
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(`
      "(本人のみ) Renkeiが直せる違いはありません。事務局でご確認いただきたいことが4件あります。
        ■ 事務局でご確認いただきたいこと
        *アーカイブされたチャンネル*
        • #wg-国民年金(国民年金WG):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。
        *参加範囲の外になる担当者*
        • <#C0WGKAIGO>(介護保険WG):茨城 太郎さんは、参加範囲が「構成団体のみ」のため招待しません。招待する場合は「/wg ひも付け 介護保険WG <#C0WGKAIGO> 県」で範囲を広げてください(費用など、構成団体のみの情報は表示されなくなります)。
        *別のワークスペースの方*
        • 茨城 太郎さん:アプリからは招待できません。Slackコネクトでチャンネルを共有するか、ゲストとして招待してください。回答はボタンで行えます。
        *名簿にない参加者*
        • <@U0GUEST>さん:<#C0WGKAIGO>に参加しています。参加してよい方かをご確認ください。
        ほかのワークスペースのチャンネル1件は、照合の対象外です。参加者はそのワークスペースでご確認ください。"
    `);
    // He leaves again, and stays in the channel.
    channelNamed(HERE).members.add('W0KEN');
    await here.store.act('ibaraki', (acting) =>
      acting.seats.change({ ...change, kind: 'vacate', lines: [{ ...line, before: held, after: undefined }] }),
    );
    expect(
      (await here.say(cast.secretariat, '/council 同期')).split('\n').filter((one) => one.includes('茨城')),
    ).toMatchInlineSnapshot(`
      [
        "  • 茨城 太郎さん:担当を終えましたが、<#C0WGKAIGO>に参加しています。別のワークスペースの方のため、Slackで外してください。",
      ]
    `);
    channelNamed(HERE).members.delete('W0KEN');
    await here.say(cast.secretariat, '/wg unmap <#C0KEN>');
    await here.store.client.channelMapping.deleteMany({ where: { teamId: 'T0KEN' } });
  });
});

describe('channels that are new, or have another id', () => {
  test('a body without a channel gets a private one with its people; the shared one is found again', async () => {
    await here.say(cast.secretariat, '/wg unmap <#C0WGJUTAKU>');
    channelNamed('wg-公営住宅管理').name = '住宅の雑談';
    const shared = await here.workspace.changeChannelId(channelNamed(HERE).id);
    expect(await here.say(cast.secretariat, '/council 同期')).toMatchInlineSnapshot(`
      "(本人のみ) Slackと協議会の名簿・体制を照合しました(照合15)。Renkeiが直せる違いは11件、事務局でご確認いただきたいことは2件です。まだ何も変更していません。
        ■ Renkeiが行う変更
        作成するチャンネル:1件
        IDが変わったチャンネル:1件
        トピックの変更:1件
        招待する方:8件
        ■ 事務局でご確認いただきたいこと
        アーカイブされたチャンネル:1件
        名簿にない参加者:1件
        [この11件を実行する] [1件ずつ確認する] [取りやめる]"
    `);
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
    expect(await here.press(cast.secretariat, 'この1件を実行する')).toMatchInlineSnapshot(`
      "(本人のみ) 照合の後に、日付・名簿・チャンネルの割り当てのいずれかが変わりました。何も変更していません。お手数ですが、もう一度照合してください。
        [もう一度照合する]"
    `);
  });

  test('who hands over leaves, who succeeds is invited', async () => {
    here.at('2026-10-01T10:00:00+09:00');
    const shown = await here.say(cast.secretariat, '/council 同期');
    expect(shown).toMatchInlineSnapshot(`
      "(本人のみ) Slackと協議会の名簿・体制を照合しました(照合18)。Renkeiが直せる違いは32件、事務局でご確認いただきたいことは2件です。まだ何も変更していません。
        ■ Renkeiが行う変更
        トピックの変更:1件
        招待する方:1件
        外す方:29件
        ユーザーグループの更新:1件
        ■ 事務局でご確認いただきたいこと
        アーカイブされたチャンネル:1件
        名簿にない参加者:1件
        [この32件を実行する] [1件ずつ確認する] [取りやめる]"
    `);
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
    await here.say('omiya-komuro', '/council 同期');
    await here.store.client.plan.updateMany({ where: { id: { gte: row.id } }, data: { content: content as object } });
    const from = here.workspace.calls.length;
    // Two of the office press it at once.
    const heard = await here.sayTogether(
      [cast.secretariat2028, `/council proceed ${row.id}`],
      ['omiya-komuro', `/council proceed ${row.id + 1}`],
    );
    expect(await here.store.client.sync.count({ where: { finishedAt: null } })).toBe(1);
    expect(heard).toMatchInlineSnapshot(`
      "(本人のみ) 2件の変更を受け付けました。年度替わりのため、4月3日(月) 09:00から行い、終わりましたらお知らせします。
        [経過を見る]
      (本人のみ) 照合19の変更を行っているところです。終わってから、もう一度お試しください。"
    `);
    here.at('2028-04-03T08:59:59+09:00');
    expect(await here.say(cast.secretariat2028, `/council 同期 ${row.id}`)).toMatchInlineSnapshot(`
      "(本人のみ) 照合19の変更:全2件中0件が済みました。
        4月3日(月) 09:00から順に行います。
        [経過を見る]"
    `);
    expect(callsSince(from).filter((one) => changing.test(one))).toEqual([]);
    here.at('2028-04-03T09:00:00+09:00');
    expect(await here.say(cast.secretariat2028, '/council 体制')).toContain('2件すべて完了しました');
    expect(channelNamed('協議会').topic).toMatchInlineSnapshot(`"運営協議会 会長:常陸大宮市、事務局:常陸大宮市"`);
  });
});
