/** 境町 on its way into the council: what the scenes of joining begin with. */
import { membersOn, rolesOn, type Seat } from '../../src/domain/council.ts';
import { day } from '../../src/domain/day.ts';
import { officersOn } from '../../src/domain/rotation.ts';
import { cast, type Office } from './office.ts';
import { TEAM } from './officeCouncil.ts';

/** M1 of 2026-06-10, on which the council's approvals rest. */
export async function councilMet(here: Office): Promise<void> {
  await here.say(cast.chair, '/wg schedule 運営協議会 6/10 14:00-16:00 那珂市役所');
  here.at('2026-06-10T14:00:00+09:00');
  await here.say(cast.chair, '/wg open M1');
  await here.say(cast.secretariat, '/wg 出席 M1 全員', '協議会');
  here.at('2026-06-10T16:00:00+09:00');
  await here.say(cast.chair, '/wg close M1');
  here.at('2026-06-11T10:00:00+09:00');
}

/** All that is recorded until it is a member, on 2027-10-01. */
export async function sakaiJoins(here: Office): Promise<void> {
  const lines = [
    ...['後乗り 境町 団体コード085464 関心表明 2026/6/11', '後乗り 境町 オブザーバー 2026/7/1 M1'],
    ...['後乗り 境町 加入申請 2026/10/1', '後乗り 境町 受入準備 2027/4/1 M1'],
    ...['改正 協定書 2027/10/1 境町の加入に伴う変更協定', '改正 要綱 2027/10/1 第3条の改正(境町の加入)'],
    ...['価格合意 境町 1200万円 2026/6/11', '後乗り 境町 加入 2027/10/1 M1'],
  ];
  for (const line of lines) {
    const heard = await here.say(cast.secretariat, `/council ${line}`);
    if (heard.includes('[この内容で記録する]')) await here.press(cast.secretariat, 'この内容で記録する');
  }
}

/** The decisions of 介護保険WG that it adopts, and from 2027-04-01 its clerk, whose account is the stranger's. */
export async function sakaiAdopts(here: Office): Promise<void> {
  here.at('2026-06-12T10:00:00+09:00');
  await here.say(cast.lead, '/req 決定 1230-1234 標準どおり');
  await here.say(cast.lead, '/req 決定 1235 代替案 CSVでの一括登録に代えるため');
  await here.say(cast.lead, '/req 決定変更 1235 レベルアップ 全団体で使うため');
  await here.say(cast.lead, '/req 決定 1236,1237 運用見直し 帳票は月次でまとめて出力');
  here.at('2027-04-01T10:00:00+09:00');
  await here.store.act('ibaraki', async ({ seats }) => {
    const person = await seats.register({ name: '金子 直樹', kana: undefined, email: undefined });
    await seats.giveAccount(person, {
      team: TEAM,
      user: here.account(cast.stranger).userId,
      from: day('2027-04-01'),
    });
    const held = { until: undefined, deputy: false, code: '085464' };
    const line = (seat: Seat['id']) => ({ seat, person, from: day('2027-04-01'), before: undefined, after: held });
    await seats.change({
      ...{ kind: 'assign', at: here.now(), by: undefined, code: '085464', sections: [] },
      lines: [line('kaigo:085464'), line('fukushi:085464')],
    });
  });
}

/** What is told of days that are over, by the council's own people. */
export async function toldOfEarlierDays(here: Office): Promise<unknown> {
  const of = here.store.council('ibaraki');
  const chart = await of.chart();
  const days = ['2016-04-01', '2018-03-31', '2020-10-01', '2024-04-01', '2026-03-31', '2026-06-10'].map((one) =>
    day(one),
  );
  return Promise.all(
    days.map(async (on) => {
      const tenures = await of.tenuresOn(on);
      return [
        on,
        membersOn(chart, on).map((one) => one.name),
        officersOn(chart.rotation, on),
        [...new Set(tenures.map((one) => one.person))].flatMap((person) =>
          rolesOn(
            tenures.filter((one) => one.person === person),
            chart,
            on,
          ).map((role) => `${person} ${role.as} ${role.seat}`),
        ),
      ];
    }),
  );
}
