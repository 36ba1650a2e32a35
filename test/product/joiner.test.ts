/**
 * A fifth municipality joins on 2027-10-01, as the clock and the outbox do it: interested in January, observer, applicant, adopting
 * from April 1 with a seat in all 25 WGs, member. Three of its seats stay vacant, its names are hidden until it publishes, and on
 * the day of accession two of its clerks change and one account is reused.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, membersOn, rolesOn } from '../../src/domain/council.ts';
import { addDays, type Day, day, dayAt, instant, instantAt } from '../../src/domain/day.ts';
import { turnOf } from '../../src/domain/item.ts';
import type { RosterLine } from '../../src/domain/roster.ts';
import { officersOf } from '../../src/domain/rotation.ts';
import { cast, DIRECT, type Office, office } from '../support/office.ts';
import { TEAM } from '../support/officeCouncil.ts';
import { shown } from '../support/shown.ts';

const SAKAI = '085464';
const ADOPTS = day('2027-04-01');
const PUBLISHED = day('2027-03-26');
const JOINS = day('2027-10-01');
/** Of every stage one, and the days before and of each change. */
const DAYS = ['2027-01-12', '2027-02-16', '2027-03-31', '2027-04-01', '2027-09-30'].map(day);
const NEW_HOLDER = '境 新任';

interface Clerk {
  readonly name: string;
  readonly person: number;
  readonly account: string;
  readonly seats: readonly string[];
}

let here: Office;
const clerks: Clerk[] = [];
/** Who comes with the accession: to the council, the team and the subcommittees. */
let officials: Clerk[] = [];
let vacant: string[] = [];
let before: Map<Day, unknown>;
let sent: { readonly at: number; readonly text: string; readonly to: string }[];
/** What was said and heard on the way, by what it was about. */
const heard: Record<string, string> = {};

const council = () => here.store.council(here.council.council.slug);
const seatIn = (body: string): string => `${body}:${SAKAI}`;
const clerkOf = (body: string): string => clerks.find((one) => one.seats.includes(seatIn(body)))?.name ?? '';
const secretariat = (line: string) => here.say(cast.secretariat, line, DIRECT);
const secretariat2027 = (line: string) => here.say(cast.secretariat2027, line, DIRECT);

async function told(on: Day): Promise<unknown> {
  const chart = await council().chart(on);
  const tenures = await council().tenuresOn(on);
  return [membersOn(chart, on).map((one) => one.name), tenures.map((one) => [one.seat.id, one.person, one.from])];
}

/** Someone with an account of their own, known to the council before they sit. */
async function registered(name: string, seats: readonly string[]): Promise<Clerk> {
  const account = `U0SAKAI${here.workspace.state.users.size}`;
  here.workspace.addUser({ id: account, teamId: TEAM, name, realName: name });
  const person = await here.store.act('ibaraki', async (acting) => {
    const made = await acting.seats.register({ name, kana: undefined, email: undefined });
    await acting.seats.giveAccount(made, { team: TEAM, user: account, from: dayAt(here.now()) });
    return made;
  });
  return { name, person, account, seats };
}

async function seated(list: readonly Clerk[], from: Day, ended: readonly RosterLine[] = []): Promise<void> {
  const held = { until: undefined, deputy: false, code: SAKAI };
  const lines = list.flatMap(({ person, seats }) =>
    seats.map((seat): RosterLine => ({ seat, person, from, before: undefined, after: held })),
  );
  await here.store.act('ibaraki', (acting) =>
    acting.seats.change({
      ...{ kind: 'import', at: here.now(), by: undefined, code: SAKAI, sections: [] },
      lines: [...ended, ...lines],
    }),
  );
}

beforeAll(async () => {
  here = await office('2027-01-12T10:00:00+09:00');
  await livedThrough();
  sent = here.workspace.state.messages.map((one) => ({
    at: instant(Math.round(Number(one.ts) * 1000)),
    text: shown(one, here.workspace),
    to: one.channel,
  }));
}, 240_000);
afterAll(() => here.close());

async function livedThrough(): Promise<void> {
  await interested();
  await preparing();
  await adopting();
  await acceding();
  await joining();
}

/** January: what the pioneers decided by then, the approval, and the joiner's interest. */
async function interested(): Promise<void> {
  await here.say(cast.lead, '/req 決定 1231-1235 レベルアップ 全団体で使うため');
  await here.say(cast.otherLead, '/req 決定 1440,1441 運用見直し 様式を統一するため', 'wg-障害者福祉');
  await here.say(cast.chair, '/wg schedule 運営協議会 1/12 14:00-16:00 那珂市役所');
  here.at('2027-01-12T14:00:00+09:00');
  heard.opened = await here.say(cast.chair, '/wg open M1');
  heard.attendAdviser = await here.say(cast.adviser, '/wg 出席 M1', '協議会');
  here.at('2027-01-12T16:00:00+09:00');
  await here.say(cast.chair, '/wg 出席 M1 全員', '協議会');
  await here.say(cast.chair, '/wg close M1');
  await secretariat('/council 後乗り 境町 085464 関心表明 1/12');
  await secretariat('/council 後乗り 境町 オブザーバー 2/16 M1');
  await secretariat('/council 後乗り 境町 加入申請 3/1');
}

/** March: its seats are made, and filled in secret. */
async function preparing(): Promise<void> {
  here.at('2027-02-10T10:00:00+09:00');
  const observer = await registered('境 情報', [`council:${SAKAI}:information`]);
  await seated([observer], day('2027-02-16'));
  here.at('2027-03-16T10:00:00+09:00');
  heard.trial = await secretariat('/council 後乗り 境町 受入準備 2027/4/1 M1');
  await here.press(cast.secretariat, 'この内容で記録する', DIRECT);
  const chart = await council().chart(ADOPTS);
  const groups = chart.bodies.filter((one) => one.kind === 'workingGroup').map((one) => seatIn(one.slug));
  vacant = groups.slice(-3);
  const filled = groups.slice(0, -3);
  // Eighteen clerks for twenty-two seats: four of them sit in two WGs.
  for (const [i, seat] of filled.slice(0, 18).entries()) {
    const second = filled[18 + i];
    clerks.push(await registered(`境 第${i + 1}号`, second ? [seat, second] : [seat]));
  }
  await seated(clerks, ADOPTS);
  await here.store.act('ibaraki', (acting) =>
    acting.rosters.publish(
      { code: SAKAI, year: 2027, on: PUBLISHED },
      { at: here.now(), person: clerks[0]?.person ?? 0, seat: seatIn('council') },
    ),
  );
  // A week before the switch the named hear it: as long as nothing is published, nobody.
  for (const job of ['succession', 'digest'] as const) await here.run(job, '2027-03-25T09:00:00+09:00');
  heard.hidden = await secretariat('/council 名簿 介護保険WG 2027/4/1');
  heard.own = await here.say('境 情報', '/council 名簿 介護保険WG 2027/4/1', DIRECT);
  await here.run('succession', '2027-03-26T09:00:00+09:00');
  heard.published = await secretariat('/council 名簿 介護保険WG 2027/4/1');
  here.at('2027-03-31T23:59:59+09:00');
  heard.early = await here.say(clerkOf('kaigo'), '/council 受入 1235', DIRECT);
}

/** From April 1 on: packs, questions, acceptance, business by business. */
async function adopting(): Promise<void> {
  here.at('2027-04-01T00:00:00+09:00');
  heard.atNight = await here.say(clerkOf('kaigo'), '/council 受入質問 1235 当町の帳票でも使えますか');
  for (const job of ['handover', 'succession', 'digest'] as const) await here.run(job, '2027-04-01T09:00:00+09:00');
  here.at('2027-04-05T10:00:00+09:00');
  const items = [seatIn('kaigo'), ...vacant];
  await here.store.act('ibaraki', async (acting) => {
    for (const seat of items) {
      const body = seat.split(':')[0] ?? '';
      const raised = { at: here.now(), by: clerks[0]?.person ?? 0, seat: seatIn('kaigo') };
      await acting.items.add({ body, title: '移行データの確認', due: day('2027-10-29'), owner: seat, raised });
    }
  });
  heard.pack = await here.say(clerkOf('kaigo'), '/council 受入資料 介護保険');
  heard.wrongSeat = await here.say(clerkOf('shogai'), '/council 受入 介護保険');
  heard.business = await here.say(clerkOf('kaigo'), '/council 受入 介護保険');
  heard.answer = await here.say(cast.lead, '/req 回答 Q1 那珂市 使えます');
  await here.say(clerkOf('kaigo'), '/council 受入 1235');
  heard.other = await here.say(clerkOf('shogai'), '/council 受入 障害者福祉');
  await advised();
  heard.vote = await here.say(clerkOf('kaigo'), '/req 異議 1236 当町は反対');
}

/** The adviser and the joiner say what members say, wherever something is counted. */
async function advised(): Promise<void> {
  heard.poll = await secretariat2027('/wg 日程調整 運営協議会 4/20 14:00-16:00、4/21 14:00-16:00');
  heard.pollAdviser = await here.say(cast.adviser, '/wg 日程回答 D1 ××', '協議会');
  heard.pollJoiner = await here.say(clerkOf('kaigo'), '/wg 日程回答 D1 ××', '協議会');
  heard.poll += await secretariat2027('/wg 日程回答 D1 かすみがうら市 電話 ○○');
  heard.approve = await here.say(cast.adviser, '/req 承認 1235', '協議会');
  heard.approveJoiner = await here.say(clerkOf('kaigo'), '/req 承認 1235', '協議会');
  heard.read = await here.say(cast.adviser, '/council 後乗り 境町', DIRECT);
}

/** September: what the accession rests on, and what it changes, shown before it binds. */
async function acceding(): Promise<void> {
  here.at('2027-09-06T10:00:00+09:00');
  heard.unready = await secretariat2027('/council 後乗り 境町 加入 2027/10/1 M1');
  await secretariat2027('/council 改正 協定書 2027/10/1 境町の加入に伴う変更協定');
  await secretariat2027('/council 改正 要綱 2027/10/1 第3条の改正(境町の加入)');
  await secretariat2027('/council 価格合意 境町 12,000千円 2027/9/1');
  heard.effect = await secretariat2027('/council 後乗り 境町 加入 2027/10/1 M1');
  before = new Map();
  await here.press(cast.secretariat2027, 'この内容で記録する', DIRECT);
  const bodies = (await council().chart(JOINS)).bodies.filter((one) => one.kind !== 'workingGroup');
  for (const [i, { slug }] of bodies.entries()) officials.push(await registered(`境 役員第${i + 1}号`, [seatIn(slug)]));
  // Two clerks change on the day; the second newcomer is given the account of whom they follow.
  const going = clerks.slice(4, 6);
  const [first, second] = going;
  if (!first || !second) throw new Error('nobody goes');
  const incoming = [await registered(`${NEW_HOLDER}一`, first.seats)];
  incoming.push({ ...(await registered(`${NEW_HOLDER}二`, second.seats)), account: second.account });
  await here.store.act('ibaraki', (acting) =>
    acting.seats.giveAccount(incoming[1]?.person ?? 0, { team: TEAM, user: second.account, from: JOINS }),
  );
  const gone = { deputy: false, code: SAKAI };
  const ended = going.flatMap(({ person, seats }) =>
    seats.map(
      (seat): RosterLine => ({
        ...{ seat, person, from: ADOPTS, before: { ...gone, until: undefined } },
        after: { ...gone, until: addDays(JOINS, -1) },
      }),
    ),
  );
  officials = [...officials, ...incoming];
  await seated(officials, JOINS, ended);
  for (const on of DAYS) before.set(on, await told(on));
}

async function joining(): Promise<void> {
  await here.run('digest', '2027-09-30T09:00:00+09:00');
  here.at('2027-09-30T23:59:59+09:00');
  heard.proposedBefore = await here.say(cast.lead, '/req 提案 1240 標準どおり');
  heard.agreeAdviser = await here.say(cast.adviser, '/req 同意 P1');
  heard.commentAdviser = await here.say(cast.adviser, '/req コメント P1 県の通知をご確認ください');
  heard.dayBefore = await here.say(clerkOf('kaigo'), '/req 同意 P1');
  here.at('2027-10-01T00:00:00+09:00');
  heard.proposedAfter = await here.say(cast.lead, '/req 提案 1241 標準どおり');
  heard.frozen = await here.say(clerkOf('kaigo'), '/req 同意 P1');
  heard.counted = await here.say(clerkOf('kaigo'), '/req 同意 P2');
  heard.predecessor = await here.say(clerks[4]?.name ?? '', '/item 追加 遅すぎる課題');
  for (const job of ['succession', 'digest'] as const) await here.run(job, '2027-10-01T09:00:00+09:00');
  // What was missed is made up for once, not again.
  await here.run('succession', '2027-10-04T09:00:00+09:00');
}

test('there are seats in all 25 WGs, of about a hundred others, and some of them stay vacant', async () => {
  const chart = await council().chart(JOINS);
  const held = (await council().tenuresOn(JOINS)).filter((one) => one.municipality === SAKAI);
  const kinds = held.map((one) => bodyOf(chart, one.seat.body)?.kind);
  const of = (kind: string) => kinds.filter((one) => one === kind).length;
  expect([of('workingGroup'), vacant.length, of('subcommittee'), of('projectTeam'), of('council')]).toEqual([
    ...[22, 3, 4, 1, 2],
  ]);
  expect((await council().tenuresOn(JOINS)).length - held.length).toBeGreaterThan(100);
});

describe('what is shown before it binds', () => {
  test('is what comes: the turns of the chair, the quorum, the shares', async () => {
    expect(heard.effect).toMatchInlineSnapshot(`
      "(本人のみ) 境町を、令和9年10月1日(金)から「加入」とします。次の内容をご確認ください。
        根拠:会議M1・協定書「境町の加入に伴う変更協定」・要綱「第3条の改正(境町の加入)」
        価格:12,000千円(令和9年9月1日(水)合意)
        ■ 会長の輪番(今後10年)
        • かすみがうら市:令和17年度 → 令和18年度
        • 常陸大宮市:令和14年度、令和18年度 → 令和15年度
        • 五霞町:令和15年度 → 令和16年度
        • 那珂市:令和16年度 → 令和17年度
        • 境町:なし → 令和14年度
        ■ 定足数・合意
        構成団体の数:4 → 5
        • 協議会:定足数 4団体中3団体 → 5団体中4団体、議決は出席団体の過半数
        • プロジェクトチーム:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
        • 専門部会:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
        • WG:定足数 4団体中3団体 → 5団体中3団体、合意は全団体(4 → 5)
        ■ 費用の負担(決定済の要件 1,000千円)
        • 常陸大宮市:250,000円 → 200,000円
        • 那珂市:250,000円 → 200,000円
        • かすみがうら市:250,000円 → 200,000円
        • 五霞町:250,000円 → 200,000円
        • 境町:0円 → 200,000円
        [この内容で記録する] [取りやめる]"
    `);
    const chart = await council().chart(JOINS);
    const turns = [...(heard.effect ?? '').matchAll(/• (\S+):(\S+) → (\S+)/gu)].filter(([line]) =>
      line.includes('年度'),
    );
    for (const [, name, , after = ''] of turns) {
      const code = chart.municipalities.find((one) => one.name === name)?.code;
      for (const [, era] of after.matchAll(/令和(\d+)年度/gu))
        expect([name, officersOf(chart.rotation, 2018 + Number(era)).chair]).toEqual([name, code]);
    }
    expect(turns.length).toBeGreaterThan(3);
    const counted = [addDays(JOINS, -1), JOINS].map((on) => membersOn(chart, on).length);
    expect(heard.effect).toContain(`構成団体の数:${counted.join(' → ')}`);
  });

  test('the trial says that nothing changes yet, and it is refused while anything is missing', () => {
    expect(heard.trial).toContain('この段階では、定足数・輪番・負担額は変わりません');
    expect(heard.unready?.split('\n').filter((one) => one.includes('• '))).toMatchInlineSnapshot(`
      [
        "  • 変更協定:「/council 改正 協定書 2027/10/1 境町に関する変更協定」で登録してください。",
        "  • 要綱改正:「/council 改正 要綱 2027/10/1 構成団体の変更(境町)」で登録してください。",
        "  • 価格の合意:「/council 価格合意 境町 12,000千円 2027/9/6」のように、合意の日と金額を登録してください。",
      ]
    `);
  });
});

test('rights are those of the day: nothing before adopting, no vote before October 1, the vote from then on', () => {
  expect(heard.early).toContain('そのWGのご担当か情報主管担当');
  expect(heard.wrongSeat).toContain('そのWGのご担当か情報主管担当');
  expect(heard.vote).not.toContain('記録しました');
  expect(heard.dayBefore).toContain('委員(代理を含む)の方が行えます');
  expect(heard.proposedBefore).toContain('4団体中0団体');
  expect(heard.proposedAfter).toContain('5団体中0団体');
  expect(heard.frozen).toContain('回答団体に含まれていません');
  expect(heard.counted).toContain('境町の回答『同意』を記録しました');
  expect(heard.predecessor).toContain('この操作は');
});

test('the adviser and, until it is a member, the joiner read and comment; neither is counted anywhere', () => {
  expect(heard.opened).toMatch(/出欠:常陸大宮市 未確認、那珂市 未確認、かすみがうら市 未確認、五霞町 未確認\n/u);
  const first = ['attendAdviser', 'pollAdviser', 'pollJoiner', 'approve', 'approveJoiner', 'agreeAdviser'].map(
    (one) => `${one} ${heard[one]?.split('\n')[0]}`,
  );
  expect(first).toMatchInlineSnapshot(`
    [
      "attendAdviser (本人のみ) この操作は、運営協議会の会長、または事務局(那珂市)が行えます。お手数ですが、どちらかへご依頼ください。",
      "pollAdviser (本人のみ) 他の市町の回答は入力できません。ご回答は、運営協議会のご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。",
      "pollJoiner (本人のみ) 他の市町の回答は入力できません。ご回答は、運営協議会のご担当(代理の方を含む)がご自身の市町について行えます。代行入力は、事務局とその市町の情報主管担当が行えます。",
      "approve (本人のみ) この操作は、運営協議会の会長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。",
      "approveJoiner (本人のみ) この操作は、運営協議会の会長、または事務局(かすみがうら市)が行えます。お手数ですが、どちらかへご依頼ください。",
      "agreeAdviser (本人のみ) 回答は、介護保険WGの委員(代理を含む)の方が行えます。電話などで受け付けた回答は、事務局またはその市町の情報主管担当が、「/req 同意 P12 那珂市 電話 6/3 山田」のように代行入力できます。",
    ]
  `);
  expect(heard.poll).not.toMatch(/茨城県|境町/u);
  expect(heard.poll).toContain('五霞町');
  expect(heard.commentAdviser).toContain('茨城県 市毛 信吾さんのコメント');
  expect(heard.read).toContain('決定の受入:受入済');
  expect(heard.effect).not.toContain('茨城県');
});

test('every business is adopted by its own seat: with its papers, a question that its helper answers, and counters', async () => {
  expect(heard.pack).toContain('受入資料_介護保険_境町_2027-04-05.xlsx');
  expect(
    sent.filter(({ text }) => text.includes('(Q1)') && text.includes('支援役の那珂市の方は、ご回答をお願いします')),
  ).toHaveLength(2);
  expect(heard.answer).toContain(`${clerkOf('kaigo')} ご質問Q1に、那珂市から回答がありました`);
  expect(heard.business).toContain('要件1231-1234の決定を受け入れました');
  expect(heard.other).toContain('障害者福祉業務の決定2件をすべて受け入れました');
  expect(
    await council()
      .adoptions.of(SAKAI)
      .then((all) => all.every((one) => one.answer === 'accepted')),
  ).toBe(true);
});

test('no name is told before its municipality published it', () => {
  for (const { name, account } of clerks) {
    // Their direct messages exist from the first on that was sent to them.
    const direct = [...here.workspace.state.channels.values()].find(
      (one) => one.kind === 'im' && one.members.has(account),
    );
    const early = sent.filter(
      ({ at, text, to }) => at < instantAt(PUBLISHED) && (text.includes(name) || to === direct?.id),
    );
    expect({ name, early }).toEqual({ name, early: [] });
  }
});

test('before that its own section alone sees who is to sit there', () => {
  const name = clerkOf('kaigo');
  const seen = [heard.hidden, heard.own, heard.published].map((one) => one?.includes(name));
  expect(seen).toEqual([false, true, true]);
  expect(heard.hidden).toContain('公表前');
});

test('nothing is seen too early: neither in the night of a change nor of a day to come', () => {
  expect(sent.filter(({ at }) => at >= instantAt(ADOPTS) && at < instantAt(ADOPTS, 9 * 60))).toEqual([]);
  expect(heard.atNight).toContain('4月1日(木) 09:00に関係者へお知らせします');
  const greetings = sent.filter(({ text }) => text.includes('どうぞよろしくお願いいたします'));
  const hours = greetings.map(({ at }) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 16));
  expect([...new Set(hours)].filter((one) => !one.endsWith('T09:00'))).toEqual([]);
});

test('each newcomer is greeted once on their first day, with one pack', () => {
  const files = [...here.workspace.state.files.values()].filter((one) => one.name.startsWith('引継書'));
  const rows = [
    ...clerks.map((one) => ({ ...one, from: ADOPTS })),
    ...officials.map((one) => ({ ...one, from: JOINS })),
  ];
  for (const { name, account, from } of rows) {
    const direct = [...here.workspace.state.channels.values()].find(
      (one) => one.kind === 'im' && one.members.has(account),
    );
    const opening = instantAt(from, 9 * 60);
    const mine = sent.filter(({ to, at }) => to === direct?.id && at >= opening);
    const greeted = mine.filter(({ text }) => text.includes('どうぞよろしくお願いいたします')).length;
    const packs = files.filter((one) =>
      one.shares.some(({ channel, ts }) => channel === direct?.id && Number(ts) * 1000 >= opening),
    ).length;
    // Who is followed on the same account had theirs in April.
    const followed = name === clerks[5]?.name ? 2 : 1;
    expect({ name, greeted, packs }).toEqual({ name, greeted: followed, packs: followed });
  }
});

test('no item is without a live owner or a place on the secretariat’s list, and vacant seats are told of', async () => {
  const live = new Set((await council().tenuresOn(JOINS)).map((one) => one.seat.id));
  const homeless = (await council().items.open()).filter((one) => !turnOf(one).some((seat) => live.has(seat)));
  expect(homeless.map((one) => one.owner).toSorted()).toEqual(vacant.toSorted());
  const pack = await secretariat2027('/council 引継ぎ かすみがうら市 情報主管');
  for (const { number } of homeless) expect(pack).toContain(`課題K${number} 移行データの確認`);
  const vacancies = sent.filter(({ text }) => /境町:未定\d+件。担当の課題は事務局で預かります/u.test(text));
  expect([
    ...new Set(vacancies.map(({ at }) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10))),
  ]).toMatchInlineSnapshot(`
    [
      "2027-04-01",
      "2027-09-30",
      "2027-10-01",
    ]
  `);
});

test('the roster of every earlier day is told as before the accession, and who was what on it', async () => {
  for (const [on, then] of before) expect([on, await told(on)]).toEqual([on, then]);
  const chart = await council().chart(JOINS);
  const [first] = clerks;
  const mine = await council().tenuresOf([first?.person ?? 0], JOINS);
  const as = (on: Day) => [...new Set(rolesOn(mine, chart, on).map((one) => one.as))];
  expect([as(addDays(ADOPTS, -1)), as(addDays(JOINS, -1)), as(JOINS)]).toEqual([[], ['joiner'], ['member']]);
  const account = clerks[5]?.account ?? '';
  expect(await council().personOf(TEAM, account, addDays(JOINS, -1))).toBe(clerks[5]?.person);
  expect(await council().personOf(TEAM, account, JOINS)).toBe(officials.at(-1)?.person);
});
