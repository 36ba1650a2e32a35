/** How the digest words items and meetings. */

import { bodyOf, type Chart, municipalityOf, type Tenure } from '../domain/council.ts';
import type { Day } from '../domain/day.ts';
import { type Item, type ItemEntry, type ItemStatus, owingOf } from '../domain/item.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import { dayAndHours, dayAsOf, hours } from '../text/dates.ts';
import { progressText } from '../text/items.ts';
import { en, ja, nothing, onOneLine, struck, type Text } from '../text/text.ts';

export const bodyName = (chart: Chart, slug: string): string => bodyOf(chart, slug)?.name ?? slug;

/** The municipalities of these seats' holders today. */
export const townsOf = (seats: readonly string[], tenures: readonly Tenure[], chart: Chart): string =>
  [...new Set(tenures.filter((one) => seats.includes(one.seat.id)).map((one) => one.municipality))]
    .map((code) => municipalityOf(chart, code)?.name ?? code)
    .join('・');

/** The municipalities that owe it today. */
export const ownerTowns = (item: Item, tenures: readonly Tenure[], chart: Chart): string =>
  townsOf(owingOf(item), tenures, chart);

/** What is not simply to be done says how it stands. */
const STATES: Partial<Record<ItemStatus, Text>> = {
  hold: { ja: ja`保留`, en: en`on hold` },
  awaiting: { ja: ja`確認待ち`, en: en`awaiting confirmation` },
};

/** 差戻し「件数が合いません」 */
const sentBackText = ({ words }: Pick<ItemEntry, 'words'>): Text =>
  words === undefined
    ? { ja: ja`差戻し`, en: en`sent back` }
    : { ja: ja`差戻し「${onOneLine(words)}」`, en: en`sent back: “${onOneLine(words)}”` };

export const agendaText = {
  counts: {
    fresh: (n: number): Text => ({ ja: ja`新着${n}件`, en: en`${n} new` }),
    back: (n: number): Text => ({ ja: ja`再表示${n}件`, en: en`${n} put off until now` }),
    meetings: (n: number): Text => ({ ja: ja`本日の会議${n}件`, en: en`${n} to meet today` }),
    due: (n: number): Text => ({ ja: ja`本日期限${n}件`, en: en`${n} due today` }),
    overdue: (n: number): Text => ({ ja: ja`期限超過${n}件`, en: en`${n} overdue` }),
    soon: (n: number): Text => ({ ja: ja`まもなく開催の会議${n}件`, en: en`${n} to meet soon` }),
  },
  first: (item: Item, when: Text): Text => ({
    ja: ja`まず『${onOneLine(item.title)}(${when})』をお願いします。`,
    en: en` Please begin with “${onOneLine(item.title)}” (${when}).`,
  }),
  withinToday: { ja: ja`本日中`, en: en`today` },
  fresh: { ja: ja`新着`, en: en`New` },
  back: { ja: ja`「後で」としていた課題`, en: en`Put off until now` },
  overdue: { ja: ja`期限超過`, en: en`Overdue` },
  today: { ja: ja`本日`, en: en`Today` },
  soon: { ja: ja`まもなく開催`, en: en`Soon` },
  week: { ja: ja`7日以内`, en: en`Within a week` },
  meeting: (one: Meeting, chart: Chart, onDay: boolean, fresh: boolean): Text => {
    const when = onDay ? hours(one.start, one.end) : dayAndHours(one.day, one.start, one.end);
    const bodies = bodiesOf(one)
      .map((slug) => bodyName(chart, slug))
      .join('・');
    if (one.state === 'cancelled') {
      return {
        ja: ja`• 会議M${one.number} ${bodies} ${struck(when)} 中止`,
        en: en`• Meeting M${one.number} ${bodies} ${struck(when)} is cancelled`,
      };
    }
    const changed: Text = one.sequence > 0 && fresh ? { ja: ja`変更 `, en: en`changed: ` } : nothing;
    const where = one.place ?? (one.link === undefined ? '' : 'オンライン');
    return {
      ja: ja`• ${changed}会議M${one.number} ${bodies} ${when} ${where}`,
      en: en`• ${changed}Meeting M${one.number} ${bodies} ${when} ${one.place ?? (one.link === undefined ? '' : 'online')}`,
    };
  },
  item: (one: Item, chart: Chart, today: Day, sentBack?: Pick<ItemEntry, 'words'>): Text => {
    const due: Text =
      one.due === undefined
        ? { ja: ja`期限なし`, en: en`no due day` }
        : { ja: ja`期限 ${dayAsOf(one.due, today)}`, en: en`due ${dayAsOf(one.due, today)}` };
    const state = sentBack ? sentBackText(sentBack) : STATES[one.status];
    const stands: Text = state ? { ja: ja`${state}、`, en: en`${state}, ` } : nothing;
    const pressing: Text = one.priority === 'high' ? { ja: ja`優先度 高、`, en: en`priority high, ` } : nothing;
    const progress = progressText(one);
    const how: Text = progress ? { ja: ja`${stands}${progress}、`, en: en`${stands}${progress}, ` } : stands;
    return {
      ja: ja`• 課題K${one.number} ${onOneLine(one.title)}(${bodyName(chart, one.body)}、${how}${pressing}${due})`,
      en: en`• Item K${one.number} ${onOneLine(one.title)} (${bodyName(chart, one.body)}, ${how}${pressing}${due})`,
    };
  },
  confirm: (one: Item): Text => ({
    ja: ja`K${one.number}を確認して完了にする`,
    en: en`Confirm K${one.number}`,
  }),
  sendBack: { ja: ja`差し戻す`, en: en`Send back` },
  done: (one: Item): Text => ({ ja: ja`K${one.number}を完了にする`, en: en`K${one.number} done` }),
  snooze: { ja: ja`後で`, en: en`Later` },
  assign: { ja: ja`担当変更`, en: en`Reassign` },
  answer: { ja: ja`回答する`, en: en`Answer` },
} as const;
