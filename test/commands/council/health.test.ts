/** `/council health` and `/council retry`: what could not be delivered is known to someone, and sent again when it can be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import { dayAt, instant } from '../../../src/domain/day.ts';
import { groups } from '../../../src/domain/groups.ts';
import { jobs } from '../../../src/jobs/index.ts';
import { ledger } from '../../../src/store/ledger.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { outgoing } from '../../../src/store/outgoing.ts';
import { en, ja, same } from '../../../src/text/text.ts';
import { cast, DIRECT, HERE, type Office, office } from '../../support/office.ts';

let here: Office;
const at = (written: string) => instant(Date.parse(written));
let bot = '';
let channel = '';
beforeAll(async () => {
  here = await office('2026-06-01T10:00:00+09:00');
  bot = here.workspace.state.teams.values().next().value?.bot?.userId ?? '';
  channel = [...here.workspace.state.channels.values()].find((one) => one.name === HERE)?.id ?? '';
});
afterAll(() => here.close());

test('where everything is delivered, it says so, and when the clock’s jobs run', async () => {
  const book = ledger(here.store.client);
  await book.begin('digest', at('2026-06-01T09:00:00+09:00'));
  await book.done('digest', at('2026-06-01T09:00:00+09:00'), here.now());
  await book.foresee('digest', at('2026-06-02T09:00:00+09:00'));
  await book.foresee('handover', at('2027-04-01T09:00:00+09:00'));
  expect(await here.say(cast.secretariat, '/council 稼働状況')).toMatchInlineSnapshot(`
    "(本人のみ) お知らせは、すべて正常に処理されています。
      *送信待ち* 0件
      *最も古い送信待ち* なし
      *到達を確認中* 0件
      *不達* 0件
      • 毎朝のお知らせ:前回 6月1日(月) 09:00 済、次回 6月2日(火) 09:00
      • 年度初めの体制のお知らせ:前回 なし、次回 令和9年4月1日(木) 09:00"
  `);
});

test('where Slack does not accept the token, it says so first', async () => {
  const [home] = here.workspace.state.teams.keys();
  const known = outgoing(here.store.client, 'worker');
  await known.shutOut(home ?? '');
  expect((await here.say(cast.secretariat, '/council 稼働状況')).split('\n')[0]).toMatchInlineSnapshot(
    `"(本人のみ) Slackのトークンが使えなくなったため、お知らせの送信を見合わせています。お知らせは保存されており、復旧後に送信します。システム管理者へご連絡ください。"`,
  );
  await known.letIn(home ?? '');
});

test('each job of the clock is told by what it is for', async () => {
  for (const { name } of jobs(officeCalendar))
    await ledger(here.store.client).foresee(name, at('2027-04-01T09:00:00+09:00'));
  const told = await here.say(cast.secretariat, '/council 稼働状況');
  expect(told.match(/^ *• .*$/gmu)).toHaveLength(jobs(officeCalendar).length);
  expect(told).not.toMatch(/• [a-z]/u);
  for (const { name } of jobs(officeCalendar))
    if (!['digest', 'handover'].includes(name)) await ledger(here.store.client).foresee(name, undefined);
  await ledger(here.store.client).foresee('digest', at('2026-06-02T09:00:00+09:00'));
});

test('it is the secretariat’s to see', async () => {
  expect(await here.say(cast.member, '/council health')).toMatchInlineSnapshot(
    `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
  );
  expect(await here.say(cast.adviser, '/council 再送 すべて')).toContain('事務局(那珂市)が行えます');
});

test('what cannot reach its channel goes to the lead, and stands there with its number', async () => {
  await here.workspace.leave(channel, bot);
  expect(await here.say(cast.secretariat, '/req 決定 1234 標準')).toMatchInlineSnapshot(`
    "和田 幸子 要件1234を『パッケージ標準どおり』として仮記録しました(令和8年度決定第1号)。
      <#C0WGKAIGO>へのお知らせですが、お届けできなかったため、代わりにお送りしています。宛先の状態は、事務局が確認します。
      会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      記録:那珂市 寺門 聡(事務局による代行)
      誤りがある場合は、10分以内であれば取り消せます。
      [取り消す] [要件を表示]"
  `);
  expect(await here.say(cast.secretariat, '/council 点検')).toMatchInlineSnapshot(`
    "(本人のみ) お届けできなかったお知らせが1件あります。宛先の状態をご確認ください。
      *送信待ち* 0件
      *最も古い送信待ち* なし
      *到達を確認中* 0件
      *不達* 1件
      新しい順に1件を表示しています(全1件)。1件ずつ再送する場合は「/council 再送 番号」、一覧から外す場合は「/council 再送 番号 不要」とご入力ください。
      • 番号1 6月1日(月) 要件の決定のお知らせ(<#C0WGKAIGO>宛):Renkeiがチャンネルに参加していません
      [すべて再送する]
      • 毎朝のお知らせ:前回 6月1日(月) 09:00 済、次回 6月2日(火) 09:00
      • 年度初めの体制のお知らせ:前回 なし、次回 令和9年4月1日(木) 09:00"
  `);
});

test('each morning the secretariat is told of it, and nobody else, until it is seen to', async () => {
  const told = await here.run('digest', '2026-06-02T09:00:00+09:00');
  expect(told['寺門 聡']).toContain('お届けできなかったお知らせが1件あります');
  expect(told['寺門 聡']).toContain('[一覧を表示]');
  expect(told['和田 幸子'] ?? '').not.toContain('お届けできなかった');
  expect(told['佐川 礼子']).toBeUndefined();
  here.at('2026-06-01T10:00:00+09:00');
});

test('a number is asked for, and one that is on the list', async () => {
  expect(await here.say(cast.secretariat, '/council 再送')).toMatchInlineSnapshot(
    `"(本人のみ) 再送する番号を「/council 再送 12」のように、すべての場合は「/council 再送 すべて」とご入力ください。番号は「/council 稼働状況」でご確認いただけます。"`,
  );
  expect(await here.say(cast.secretariat, '/council 再送 999')).toMatchInlineSnapshot(
    `"(本人のみ) 再送の必要なお知らせはありません。再送中のものがある場合、結果は「/council 稼働状況」でご確認いただけます。"`,
  );
});

test('sent again while the channel is still closed, it comes back to the list', async () => {
  await here.say(cast.secretariat, '/council 点検');
  expect(await here.press(cast.secretariat, 'すべて再送する')).toMatchInlineSnapshot(
    `"(本人のみ) 1件の再送を始めました。結果は「/council 稼働状況」でご確認いただけます。"`,
  );
  expect(await here.say(cast.secretariat, '/council 点検')).toContain('不達* 1件');
});

test('what failed again is sent again at once: the same press within a minute is no repetition', async () => {
  expect(await here.press(cast.secretariat, 'すべて再送する')).toContain('1件の再送を始めました');
  expect(await here.say(cast.secretariat, '/council 再送 すべて')).toContain('1件の再送を始めました');
  expect(await here.say(cast.secretariat, '/council 再送 すべて')).toContain('1件の再送を始めました');
  expect(await here.say(cast.secretariat, '/council 点検')).toContain('不達* 1件');
});

test('once the bot is back in the channel, the decision arrives, once', async () => {
  here.workspace.state.channels.get(channel)?.members.add(bot);
  const heard = await here.say(cast.secretariat, '/council retry すべて');
  expect(heard).toMatchInlineSnapshot(`
    "(本人のみ) 1件の再送を始めました。結果は「/council 稼働状況」でご確認いただけます。
    #wg-介護保険 要件1234を『パッケージ標準どおり』として仮記録しました(令和8年度決定第1号)。
      会議によらない記録のため、仮記録です。次の会議の議事録、または持ち回り審議で確定します。
      記録:那珂市 寺門 聡(事務局による代行)
      誤りがある場合は、10分以内であれば取り消せます。
      [取り消す] [要件を表示]"
  `);
  expect(await here.say(cast.secretariat, '/council retry すべて')).toMatchInlineSnapshot(
    `"(本人のみ) 再送の必要なお知らせはありません。再送中のものがある場合、結果は「/council 稼働状況」でご確認いただけます。"`,
  );
  expect(here.standing(HERE).match(/要件1234を/gu)).toHaveLength(1);
});

test('what nothing more can be done about leaves the list, by its number', async () => {
  await here.workspace.leave(channel, bot);
  await here.say(cast.lead, '/req 決定 1235 標準');
  const [, number = ''] = /• 番号(\d+) /u.exec(await here.say(cast.secretariat, '/council 点検')) ?? [];
  expect(await here.say(cast.secretariat, `/council 再送 番号${number} 不要`)).toMatchInlineSnapshot(
    `"(本人のみ) 1件を一覧から外しました。記録は残ります。"`,
  );
  expect(await here.say(cast.secretariat, '/council 点検')).toContain('不達* 0件');
});

test('a message that cannot be kept in step is named by what it shows', async () => {
  const shows = here.workspace.state.channels.get(channel);
  if (!shows) throw new Error('there is no such channel');
  shows.members.add(bot);
  await here.say(cast.lead, '/item 追加 6/30 件数の報告');
  shows.archived = true;
  await here.say(cast.lead, '/item 状態 K1 対応中', DIRECT);
  expect(await here.say(cast.secretariat, '/council 点検')).toMatch(
    /• 番号\d+ 6月1日\(月\) 課題K1の表示の更新:チャンネルがアーカイブされています\n[\s\S]*• 毎朝のお知らせ/u,
  );
  shows.archived = false;
  await here.say(cast.secretariat, '/council 再送 すべて');
});

test('a permission that the app lacks is named, and who adds it; everything else arrives', async () => {
  here.workspace.state.channels.get(channel)?.members.add(bot);
  here.workspace.faults.push({
    method: 'chat.postMessage',
    times: 1,
    as: { error: 'missing_scope', needed: 'chat:write' },
  });
  expect(await here.say(cast.lead, '/req 決定 1236 標準')).toBe('');
  expect(await here.say(cast.lead, '/req 決定 1237 標準')).toContain('要件1237を');
  const told = await here.say(cast.secretariat, '/council 点検');
  expect(told).toContain(
    '要件の決定のお知らせ(<#C0WGKAIGO>宛):Slackアプリの権限「chat:write」が足りません。管理者に、権限の追加とアプリの再インストールを依頼し、その後に再送してください',
  );
  const [, number = ''] = /• 番号(\d+) /u.exec(told) ?? [];
  await here.say(cast.secretariat, `/council 再送 ${number} 不要`);
});

test('what waits to be sent is counted, with the oldest of it', async () => {
  const post = (key: string) => ({
    kind: 'message' as const,
    key,
    to: { body: 'kaigo' },
    message: { summary: same(key) },
  });
  await enqueue(here.store.client, 'ibaraki', [post('早い方')], [], at('2026-06-01T09:12:00+09:00'));
  await enqueue(here.store.client, 'ibaraki', [post('遅い方')], [], at('2026-06-01T09:30:00+09:00'));
  const told = await here.say(cast.secretariat, '/council 稼働状況');
  expect(told).toMatch(/\*送信待ち\* 2件\n +\*最も古い送信待ち\* 6月1日\(月\) 09:12/u);
  expect(await here.say(cast.secretariat, '/council 稼働状況')).toMatch(/\*送信待ち\* 0件/u);
});

test('what cannot reach its person goes to who sits in the same seat beside them; what went so goes no third way', async () => {
  Object.assign(here.workspace.state.users.get(here.account(cast.member).userId) as object, { deleted: true });
  const people = await here.store.client.slackAccount.findMany({ where: { userId: here.account(cast.member).userId } });
  const post = (key: string) => ({
    ...{ kind: 'message' as const, key, to: { person: people[0]?.personId ?? 0 } },
    message: { summary: { ja: ja`引継書の準備ができました。`, en: en`-` } },
  });
  await enqueue(here.store.client, 'ibaraki', [post('pack')], [], here.now());
  expect(await here.say(cast.noSeat, '/council help')).toMatch(
    /菊池 友美 引継書の準備ができました。\n +佐川 礼子様へのお知らせですが/u,
  );
  here.workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { error: 'user_disabled' } });
  await enqueue(here.store.client, 'ibaraki', [post('pack-2')], [], here.now());
  await here.say(cast.noSeat, '/council help');
  const told = await here.say(cast.secretariat, '/council 稼働状況');
  expect(told).toContain('お知らせ(佐川 礼子さん宛):Slackのアカウントが停止されています');
  expect(told).toContain('代わりの方へのお知らせ(菊池 友美さん宛):Slackのアカウントが停止されています');
});

test('who sits alone and cannot be reached: their body is told once a week that something did not arrive, and not what', async () => {
  const { userId } = here.account(cast.otherLead);
  const [account] = await here.store.client.slackAccount.findMany({ where: { userId } });
  const write = (key: string) =>
    enqueue(
      here.store.client,
      'ibaraki',
      [
        {
          ...{ kind: 'message' as const, key, to: { person: account?.personId ?? 0 } },
          message: { summary: { ja: ja`内々のお話です。`, en: en`Between us.` } },
        },
      ],
      [],
      here.now(),
    );
  for (const error of ['messages_tab_disabled', 'user_disabled']) {
    here.workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { error } });
    await write(`private:${error}`);
    const heard = await here.say(cast.noSeat, '/council help');
    expect(heard).not.toContain('内々');
    if (error === 'messages_tab_disabled')
      expect(heard).toMatchInlineSnapshot(`
      "(本人のみ) 本日の名簿では、いばらきクラウド協議会のご担当として登録されていません。ご所属の情報主管担当、または事務局(那珂市)へご確認をお願いします。
      #wg-障害者福祉 五霞町 障害者福祉WG 委員の方へのお知らせを、お届けできませんでした。お近くの方は、ご本人へお声掛けをお願いします。宛先の状態は、事務局が確認します。"
    `);
    else expect(heard).not.toContain('#');
  }
  const told = await here.say(cast.secretariat, '/council 稼働状況');
  expect(told).toContain('お知らせ(橋本 健さん宛):Slackの設定により、アプリからのダイレクトメッセージを受け取れません');
});

test('of who sits alone in several bodies, that one is told whose matter it is, else the first whose channel their people read', async () => {
  const council = here.store.council('ibaraki');
  const tenures = await council.tenuresOn(dayAt(here.now()));
  const sharing = (seat: string) => tenures.filter((one) => one.seat.id === seat).length;
  // Somebody of 五霞町 with three seats, and nobody beside them.
  const [person = 0, seats = []] =
    [...groups(tenures, (one) => one.person)].find(
      ([, mine]) => mine.length > 2 && mine.every(({ seat }) => seat.role === 'member' && sharing(seat.id) === 1),
    ) ?? [];
  const channels = await council.channels.all();
  const [first, second, last] = [seats[0], seats[1], seats.at(-1)].map((one) =>
    channels.find(({ body }) => body === one?.seat.body),
  );
  const told = async (key: string) => {
    here.workspace.faults.push({ method: 'conversations.open', times: 1, as: { error: 'user_disabled' } });
    const message = { summary: { ja: ja`内々のお話です。`, en: en`Between us.` } };
    await enqueue(here.store.client, 'ibaraki', [{ kind: 'message', key, to: { person }, message }], [], here.now());
    return /#(\S+) \S+ \S+ 委員の方へのお知らせを/u.exec(await here.say(cast.noSeat, '/council help'))?.[1];
  };
  const opened = await here.say(cast.secretariat, '/wg 日程調整 6/22 14:00、6/23 14:00 期限 6/10', last?.name);
  const [, number] = /日程調整\(D(\d+)\)/u.exec(opened) ?? [];
  expect(await told(`poll:${number}:nudge:today:person-${person}`)).toBe(last?.name);
  expect(await told('of no body')).toBe(first?.name);
  const vendors = { where: { channelId: first?.channelId ?? '' }, data: { audience: 'vendor' } };
  await here.store.client.channelMapping.updateMany(vendors);
  here.at('2026-06-08T10:00:00+09:00');
  expect(await told('of no body again')).toBe(second?.name);
});
