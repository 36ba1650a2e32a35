/** How one's digest and its settings are worded. */
import { type Day, dayAt, type Instant } from '../../src/domain/day.ts';
import type { Mutable } from '../../src/domain/preferences.ts';
import { dayAsOf, momentAsOf } from '../../src/text/dates.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

export const text = {
  yours: { ja: ja`お知らせの設定`, en: en`Your digest` },
  changed: { ja: ja`お知らせの設定を変更しました。`, en: en`Your digest is changed.` },
  back: { ja: ja`元に戻す`, en: en`Undo` },
  hour: { ja: ja`時刻`, en: en`Hour` },
  weekdays: { ja: ja`曜日`, en: en`Weekdays` },
  everyDay: { ja: ja`毎開庁日`, en: en`every business day` },
  leave: { ja: ja`休暇`, en: en`Leave` },
  none: { ja: ja`なし`, en: en`none` },
  span: (from: Day, until: Day, deputy: string | undefined, today: Day): Text => {
    const first = dayAsOf(from, today);
    const last = dayAsOf(until, today);
    const days: Text = from === until ? first : { ja: ja`${first}〜${last}`, en: en`${first} – ${last}` };
    return deputy === undefined
      ? { ja: ja`${days}(代理なし)`, en: en`${days}, no deputy` }
      : { ja: ja`${days}(代理:${deputy})`, en: en`${days}, deputy: ${deputy}` };
  },
  byMail: { ja: ja`メール`, en: en`By mail` },
  noMail: (typed: string): Text => ({
    ja: ja`メールアドレス「${typed}」を読み取れませんでした。「メール name@example.jp」または「メール なし」のようにご入力ください。`,
    en: en`The address “${typed}” was not understood. Type it like “mail name@example.jp” or “mail none”.`,
  }),
  omitted: { ja: ja`省略する項目`, en: en`Left out` },
  kinds: {
    fresh: { ja: ja`新着`, en: en`new` },
    soon: { ja: ja`まもなく開催`, en: en`soon` },
    week: { ja: ja`7日以内`, en: en`within a week` },
    polls: { ja: ja`日程調整`, en: en`date polls` },
  } satisfies Record<Mutable, Text>,
  asOf:
    (now: Instant) =>
    (counts: Text, first: Text): Text => ({
      ja: ja`${momentAsOf(now, dayAt(now))}現在のお知らせです。${counts}です。${first}`,
      en: en`As of ${momentAsOf(now, dayAt(now))}: ${counts}.${first}`,
    }),
  nothingNow: (now: Instant): Text => ({
    ja: ja`${momentAsOf(now, dayAt(now))}現在、お知らせはありません。`,
    en: en`As of ${momentAsOf(now, dayAt(now))} there is nothing to tell.`,
  }),
  cannotOmit: (typed: string): Text => ({
    ja: ja`「${typed}」は省略できません。省略できるのは、新着・予告・週間・日程調整です。期限の課題、持ち回り審議など、回答がないと決まるものは必ずお知らせします。`,
    en: en`“${typed}” cannot be left out. You may leave out: new, soon, week, polls. What is due, and what is settled by silence, is always told.`,
  }),
  noHour: (typed: string): Text => ({
    ja: ja`「${typed}」は指定できません。お知らせの時刻は、7時から18時までの正時でご指定ください。`,
    en: en`“${typed}” cannot be chosen. Digests come on the hour, from 7:00 to 18:00.`,
  }),
  noLeave: (typed: string): Text => ({
    ja: ja`休暇の期間${typed === '' ? '' : `「${typed}」`}を読み取れませんでした。「休暇 8/10-8/15」または「休暇 なし」のようにご入力ください。`,
    en: en`The days of leave ${typed} were not understood. Type them like “leave 8/10-8/15” or “leave none”.`,
  }),
  noDeputy: {
    ja: ja`代理の方を確認できませんでした。「休暇 8/10-8/15 代理 @氏名」のように候補から選ぶか、協議会の方の氏名をすべてご入力ください。`,
    en: en`The deputy was not found. Mention somebody of the council or type the whole name, as in “leave 8/10-8/15 deputy @name”.`,
  },
};
