/** A member leaves while a circulation, a date poll, minutes, items and a meeting of its bodies are open. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { councilMet } from '../../../support/joiner.ts';
import { cast, type Office, office } from '../../../support/office.ts';

let here: Office;
const say = (who: string, line: string, channel?: string) => here.say(who, `/${line}`, channel);
beforeAll(async () => {
  here = await office('2026-06-10T10:00:00+09:00');
  await councilMet(here);
});
afterAll(() => here.close());

test('probe', async () => {
  const log = async (x: Promise<unknown>) => console.log(JSON.stringify(await x, null, 1).replaceAll('\\n', '\n'));
  const omiya = '五霞町';
  await say(cast.lead, 'wg schedule 6/22 14:00-16:00 那珂市役所');
  await say(cast.secretariat, `council 改正 協定書 2026/7/1 ${omiya}の脱退に伴う変更協定`);
  await say(cast.secretariat, `council 改正 要綱 2026/7/1 第3条の改正(${omiya}の脱退)`);
  here.at('2026-06-22T14:00:00+09:00');
  await log(say(cast.lead, 'wg open M2'));
  await say(cast.secretariat, 'wg 出席 M2 全員');
  await log(say(cast.lead, 'req 決定 1230 標準どおり'));
  here.at('2026-06-22T16:00:00+09:00');
  await log(say(cast.lead, 'wg close M2'));
  here.at('2026-06-26T10:00:00+09:00');
  await log(say(cast.lead, 'wg 議事録 M2 確認依頼'));
  await log(say(cast.lead, 'req 提案 1234 標準どおり'));
  await log(say(cast.lead, 'wg 日程調整 6/30 14:00-16:00、7/2 10:00-12:00 期限 6/29'));
  await log(say(cast.lead, 'wg schedule 7/10 14:00-16:00 那珂市役所'));
  await log(say(cast.lead, `item 追加 @${omiya} 口座情報の移行 7/10`));
  await log(say(cast.secretariat, `council 脱退 ${omiya} 2026/6/30 M1`));
  await log(here.press(cast.secretariat, 'この内容で記録する'));
  await log(here.run('digest', '2026-06-29T09:00:00+09:00'));
  await log(here.run('digest', '2026-06-30T09:00:00+09:00'));
  await log(here.run('digest', '2026-07-01T09:00:00+09:00'));
  await log(Promise.resolve(here.standing()));
  await log(say(cast.otherLead, 'req 同意 P1'));
  await log(here.run('circulation', '2026-07-06T09:00:00+09:00'));
  await log(here.run('minutes', '2026-07-06T09:00:00+09:00'));
  await log(Promise.resolve(here.standing()));
  await log(say(cast.secretariat, `wg 議事録 M2 確認 ${omiya} 電話 7/6 橋本`));
  await log(here.run('digest', '2026-07-06T09:00:00+09:00'));
  await log(say(cast.lead, 'wg 一覧'));
  expect(1).toBe(1);
});
