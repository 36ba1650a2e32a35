/**
 * `/council digest`: one's settings of the daily digest; with words they are changed: `10時 月水金`,
 * `休暇 8/10-8/15 代理 @某`, `休暇 なし`.
 */
import { z } from 'zod';
import { absent, argument } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Day, Weekday } from '../../src/domain/day.ts';
import { hourIn, type Preferences, USUAL, weekdayNames, weekdaysIn } from '../../src/domain/preferences.ts';
import { readDay, refusePast } from '../../src/domain/when.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { shortDay } from '../../src/text/dates.ts';
import { buttons, facts } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';

const firstWord = (line: string): string => /^\S*/u.exec(line)?.[0] ?? '';

const hour = argument<number>({
  label: { ja: ja`時刻`, en: en`hour` },
  field: { kind: 'line', placeholder: { ja: ja`10時(7時〜18時)`, en: en`10:00` } },
  read(line) {
    const word = firstWord(line);
    if (!/^\d{1,2}(?:時|:00)$/u.test(word.normalize('NFKC'))) return absent;
    const read = hourIn(word);
    return read === undefined ? { unclear: text.noHour(word) } : { read, length: word.length };
  },
});

const weekdays = argument<readonly Weekday[]>({
  label: { ja: ja`曜日`, en: en`weekdays` },
  field: { kind: 'line', placeholder: { ja: ja`月水金、毎日`, en: en`as typed in /council digest 月水金` } },
  read(line) {
    const word = firstWord(line);
    const read = weekdaysIn(word);
    return read === undefined ? absent : { read, length: word.length };
  },
});

type LeaveSaid = { readonly from: Day; readonly until: Day } | 'none';

const leave = argument<LeaveSaid>({
  label: { ja: ja`休暇`, en: en`leave` },
  field: { kind: 'line', placeholder: { ja: ja`休暇 8/10-8/15`, en: en`leave 8/10-8/15` } },
  read(line, { today, calendar }) {
    const begun = /^(?:休暇|不在|leave)\s*/iu.exec(line)?.[0];
    if (begun === undefined) return absent;
    const rest = line.slice(begun.length);
    const none = /^(?:なし|無し|none)/iu.exec(rest)?.[0];
    if (none !== undefined) return { read: 'none', length: begun.length + none.length };
    const [whole = '', first = '', last = first] =
      /^([^\s~〜～－ー-]+)(?:\s?[-－ー~〜～]\s?([^\s~〜～－ー-]+))?(?=\s|$)/u.exec(rest) ?? [];
    const days = [first, last].map((one) => refusePast(readDay(one, today, calendar), one, today));
    const [from, until] = days.map((one) => ('read' in one ? one.read.day : undefined));
    if (whole === '' || from === undefined || until === undefined || until < from)
      return { unclear: text.noLeave(rest) };
    return { read: { from, until }, length: begun.length + whole.length };
  },
});

const deputy = argument<string>({
  label: { ja: ja`代理`, en: en`deputy` },
  field: { kind: 'line', placeholder: { ja: ja`代理 @氏名`, en: en`deputy @name` } },
  read(line) {
    if (!/^(?:代理|deputy)/iu.test(line)) return absent;
    const [whole, userId] = /^(?:代理|deputy)\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>(?=\s|$)/iu.exec(line) ?? [];
    return whole === undefined || userId === undefined
      ? { unclear: text.noDeputy }
      : { read: userId, length: whole.length };
  },
});

export const councilDigest = subcommand({
  name: 'digest',
  alias: ['お知らせ', 'まとめ', '今日'],
  summary: { ja: ja`毎日のお知らせの設定を表示・変更します`, en: en`Show or change when your digest comes` },
  effect: 'act',
  args: z.object({
    hour: hour.optional(),
    weekdays: weekdays.optional(),
    leave: leave.optional(),
    deputy: deputy.optional(),
  }),
  examples: ['', '10時 月水金', '休暇 8/10-8/15', '休暇 なし'],
  about: aboutNothing,
  who: everySeat,

  async run(said, { person, place, today }, store): Promise<Reply> {
    const now = (await store.personalSettings.of(person.id)) ?? USUAL;
    if (Object.values(said).every((one) => one === undefined)) return whisper(...(await shown(text.yours, now, store)));
    const standIn = said.deputy === undefined ? undefined : await store.personOf(place.teamId, said.deputy, today);
    if (said.deputy !== undefined && (standIn === undefined || standIn === person.id)) return whisper(text.noDeputy);
    if (said.deputy !== undefined && (said.leave === undefined || said.leave === 'none'))
      return whisper(text.noLeave(''));

    const next: Preferences = {
      hour: said.hour ?? now.hour,
      weekdays: said.weekdays ?? now.weekdays,
      leave:
        said.leave === undefined ? now.leave : said.leave === 'none' ? undefined : { ...said.leave, deputy: standIn },
    };
    await store.personalSettings.save(person.id, next);
    return {
      ...whisper(...(await shown(text.changed, next, store)), buttons(back(now))),
      done: [`person:${person.id}`],
    };
  },
});

/** The line that sets hour and weekdays as they were. */
const back = (was: Preferences) => ({
  label: text.back,
  line: `/council digest ${was.hour}時 ${was.weekdays.length === 0 ? '毎日' : weekdayNames(was.weekdays)}${was.leave ? '' : ' 休暇 なし'}`,
});

async function shown(title: Text, { hour: at, weekdays: on, leave: away }: Preferences, store: CouncilStore) {
  const names = await store.names(away?.deputy === undefined ? [] : [away.deputy]);
  const rows: [Text, Text][] = [
    [text.hour, { ja: ja`${at}時`, en: en`${at}:00 JST` }],
    [text.weekdays, on.length === 0 ? text.everyDay : same(weekdayNames(on))],
    [text.leave, away ? text.span(away.from, away.until, names.get(away.deputy ?? 0)) : text.none],
  ];
  return [title, facts(...rows)] as const;
}

const text = {
  yours: { ja: ja`お知らせの設定`, en: en`Your digest` },
  changed: { ja: ja`お知らせの設定を変更しました。`, en: en`Your digest is changed.` },
  back: { ja: ja`元に戻す`, en: en`Undo` },
  hour: { ja: ja`時刻`, en: en`Hour` },
  weekdays: { ja: ja`曜日`, en: en`Weekdays` },
  everyDay: { ja: ja`毎開庁日`, en: en`every business day` },
  leave: { ja: ja`休暇`, en: en`Leave` },
  none: { ja: ja`なし`, en: en`none` },
  span: (from: Day, until: Day, deputy: string | undefined): Text =>
    deputy === undefined
      ? {
          ja: ja`${shortDay(from)}〜${shortDay(until)}(代理なし)`,
          en: en`${shortDay(from)} – ${shortDay(until)}, no deputy`,
        }
      : {
          ja: ja`${shortDay(from)}〜${shortDay(until)}(代理:${deputy})`,
          en: en`${shortDay(from)} – ${shortDay(until)}, deputy: ${deputy}`,
        },
  noHour: (typed: string): Text => ({
    ja: ja`「${typed}」は指定できません。お知らせの時刻は、7時から18時までの正時でご指定ください。`,
    en: en`“${typed}” cannot be chosen. Digests come on the hour, from 7:00 to 18:00.`,
  }),
  noLeave: (typed: string): Text => ({
    ja: ja`休暇の期間${typed === '' ? '' : `「${typed}」`}を読み取れませんでした。「休暇 8/10-8/15」または「休暇 なし」のようにご入力ください。`,
    en: en`The days of leave ${typed} were not understood. Type them like “leave 8/10-8/15” or “leave none”.`,
  }),
  noDeputy: {
    ja: ja`代理の方を確認できませんでした。「休暇 8/10-8/15 代理 @氏名」のように、協議会の方を候補から選んでご指定ください。`,
    en: en`The deputy was not found. Mention somebody of the council, as in “leave 8/10-8/15 deputy @name”.`,
  },
};
