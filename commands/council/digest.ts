/**
 * `/council digest`: what is to be told now, with one's settings; with words they are changed: `10時 月水金`,
 * `休暇 8/10-8/15 代理 @某`, `休暇 なし`, `省略 新着・週間`.
 */
import { z } from 'zod';
import { absent, argument } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { messageOf, type ToldOf, tellings } from '../../src/digest/digest.ts';
import { LOOKED_BACK } from '../../src/digest/missed.ts';
import { morningOf } from '../../src/digest/morning.ts';
import { addDays, type Day, dayAt, type Weekday } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import {
  hourIn,
  MUTABLE,
  type Mutable,
  type Preferences,
  USUAL,
  weekdayNames,
  weekdaysIn,
} from '../../src/domain/preferences.ts';
import { readDay, refusePast } from '../../src/domain/when.ts';
import type { CouncilStore, ReadingStore } from '../../src/store/store.ts';
import { buttons, facts, heading, type Message } from '../../src/text/message.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';
import { nameForm } from '../arguments/seats.ts';
import { type Mention, mentionOf } from '../arguments/words.ts';
import { peopleSeen } from '../subjects/rosters.ts';
import { text } from './digestText.ts';

const firstWord = (line: string): string => /^\S*/u.exec(line)?.[0] ?? '';

const hour = argument<number>({
  label: { ja: ja`時刻`, en: en`hour` },
  field: { kind: 'line', placeholder: { ja: ja`10時(7時〜18時)`, en: en`10:00` } },
  read(line) {
    const word = firstWord(line);
    if (!/^\d{1,2}(?:時半?|時\d{1,2}分|:\d{2})$/u.test(word.normalize('NFKC'))) return absent;
    const read = hourIn(word);
    return read === undefined ? { unclear: text.noHour(word) } : { read, length: word.length };
  },
  called: { by: ['時刻', '時間', 'hour', 'at'] },
});

const weekdays = argument<readonly Weekday[]>({
  label: { ja: ja`曜日`, en: en`weekdays` },
  field: { kind: 'line', placeholder: { ja: ja`月水金、毎日`, en: en`as typed in /council digest 月水金` } },
  read(line) {
    const word = firstWord(line);
    const read = weekdaysIn(word);
    return read === undefined ? absent : { read, length: word.length };
  },
  called: { by: ['曜日', 'weekdays'] },
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
  called: { by: ['休暇', '不在', 'leave'], itself: true },
});

const deputy = argument<Mention>({
  label: { ja: ja`代理`, en: en`deputy` },
  field: { kind: 'line', placeholder: { ja: ja`代理 @氏名`, en: en`deputy @name` } },
  read(line) {
    const begun = /^(?:代理|deputy)\s*[:：]?\s*/iu.exec(line)?.[0];
    if (begun === undefined) return absent;
    const [name = ''] = /^(?:<@[^>]+>|[^\s<]+(?:\s+[^\s<]{1,5}(?=\s*$))?)/u.exec(line.slice(begun.length)) ?? [];
    return name === '' ? { unclear: text.noDeputy } : { read: mentionOf(name), length: begun.length + name.length };
  },
  called: { by: ['代理', 'deputy'], itself: true },
});

const muted = argument<readonly Mutable[]>({
  label: { ja: ja`省略`, en: en`left out` },
  field: { kind: 'line', placeholder: { ja: ja`省略 新着・週間、省略 なし`, en: en`omit new, week; omit none` } },
  read(line) {
    const [begun, said = ''] = /^(?:省略|omit)\s*([^\s]*(?:[・、,]\s*[^\s]+)*)/iu.exec(line) ?? [];
    if (begun === undefined) return absent;
    const words = said.split(/[・、,]\s*/u).map(fold);
    if (words.every((one) => ['なし', '無し', 'none'].includes(one))) return { read: [], length: begun.length };
    const kinds = words.map((word) => MUTABLE.find((one) => MUTED_WORDS[one].includes(word)));
    const [unknown] = words.filter((_, i) => kinds[i] === undefined);
    if (unknown !== undefined) return { unclear: text.cannotOmit(unknown) };
    return { read: MUTABLE.filter((one) => kinds.includes(one)), length: begun.length };
  },
  called: { by: ['省略', 'omit'], itself: true },
});

const mail = argument<string | 'none'>({
  label: { ja: ja`メール`, en: en`mail` },
  field: {
    kind: 'line',
    placeholder: { ja: ja`メール name@example.jp、メール なし`, en: en`mail name@example.jp; mail none` },
  },
  read(line) {
    const [begun, said = ''] = /^(?:メール|mail)\s*(\S*)/iu.exec(line) ?? [];
    if (begun === undefined) return absent;
    // Slack makes a link of an address.
    const address = said.replace(/^<mailto:([^|>]+)(?:\|[^>]*)?>$/u, '$1').normalize('NFKC');
    if (['なし', '無し', 'none'].includes(address)) return { read: 'none', length: begun.length };
    return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(address)
      ? { read: address, length: begun.length }
      : { unclear: text.noMail(said) };
  },
  called: { by: ['メール', 'mail'], itself: true },
});

/** Folded, as they are compared. */
const MUTED_WORDS: Readonly<Record<Mutable, readonly string[]>> = {
  fresh: ['新着', 'new'].map(fold),
  soon: ['予告', 'まもなく開催', 'soon'].map(fold),
  week: ['週間', '7日以内', 'week'].map(fold),
  polls: ['日程調整', 'polls'].map(fold),
};

export const councilDigest = subcommand({
  name: 'digest',
  alias: ['お知らせ', 'まとめ', '今日'],
  summary: {
    ja: ja`本日のお知らせを表示し、設定を変更します`,
    en: en`Show today's digest, or change how it comes`,
  },
  effect: 'act',
  args: z.object({
    hour: hour.optional(),
    weekdays: weekdays.optional(),
    // 月水金 10時 is said as often.
    hourAfter: hour.optional(),
    leave: leave.optional(),
    deputy: deputy.optional(),
    muted: muted.optional(),
    mail: mail.optional(),
  }),
  examples: ['', '10時 月水金', '休暇 8/10-8/15', '休暇 なし', '省略 新着・週間'],
  about: aboutNothing,
  who: everySeat,

  /** Without words nothing is done: it is told what there is to tell, of all councils of whoever asks. */
  async prepare(said, scene, store) {
    if (Object.values(said).some((one) => one !== undefined)) return { said };
    const now = (await store.personalSettings.of(scene.person.id)) ?? USUAL;
    const [title, settings] = await shown(text.yours, now, scene.today, store);
    const { summary, parts = [] } = await digestNow(scene, now, store);
    return { read: whisper(summary, ...parts, heading(title), settings) };
  },

  async run(said, scene, store): Promise<Reply> {
    const { person, today } = scene;
    const now = (await store.personalSettings.of(person.id)) ?? USUAL;
    const standIn = said.deputy && (await deputyMeant(said.deputy, scene, store));
    if (said.deputy !== undefined && (standIn === undefined || standIn === person.id)) return whisper(text.noDeputy);
    if (said.deputy !== undefined && (said.leave === undefined || said.leave === 'none'))
      return whisper(text.noLeave(''));

    const next: Preferences = {
      hour: said.hour ?? said.hourAfter ?? now.hour,
      weekdays: said.weekdays ?? now.weekdays,
      muted: said.muted ?? now.muted,
      mail: said.mail === undefined ? now.mail : said.mail === 'none' ? undefined : said.mail,
      leave:
        said.leave === undefined ? now.leave : said.leave === 'none' ? undefined : { ...said.leave, deputy: standIn },
    };
    await store.personalSettings.save(person.id, next);
    if (said.mail !== undefined) await store.personalSettings.forgetBounce(person.id);
    return {
      ...whisper(...(await shown(text.changed, next, today, store)), buttons(await back(now, scene, store))),
      done: [`person:${person.id}`],
    };
  },
});

/** Of this council alone: by account, or by a name that one person has. */
async function deputyMeant(said: Mention, scene: Scene, store: CouncilStore): Promise<number | undefined> {
  if ('self' in said) return scene.person.id;
  if ('userId' in said) return store.personOf(scene.place.teamId, said.userId, scene.today);
  const wanted = nameForm(said.name);
  const called = (await peopleSeen(scene, store)).filter((one) => nameForm(one.name).startsWith(wanted));
  return called.length === 1 ? called[0]?.person : undefined;
}

/** What there is to tell at this moment, of all councils as each morning; nothing is left out, nothing counts as told. */
async function digestNow(scene: Scene, own: Preferences, here: ReadingStore): Promise<Message> {
  const { person, today, now } = scene;
  const passedOver = await here.passedOver('digest', own.hour * 60, addDays(today, -LOOKED_BACK));
  const found: ToldOf[] = [];
  const councils = await here.councilsOf(person.id);
  for (const { name, store } of councils) {
    const calendar = { ...scene.calendar, closed: await store.closedDays(today) };
    const all = await store.personalSettings.all();
    const preferences = (one: number): Preferences => ({
      ...(one === person.id ? own : (all.get(one) ?? USUAL)),
      muted: [],
    });
    const morning = await morningOf(store, { today, now, calendar, preferences, passedOver });
    const told = (await tellings(morning, name)).get(person.id);
    if (told) found.push({ ...told, missed: [] });
  }
  return found.length > 0
    ? messageOf(found, { home: here.id, several: councils.length > 1, today: dayAt(now) }, text.asOf(now))
    : { summary: text.nothingNow(now) };
}

/** The line that sets everything as it was; of a leave, what is left of it. */
async function back(was: Preferences, { today, place }: Scene, store: CouncilStore) {
  const { hour: at, weekdays: on, leave: away, muted: out, mail: to } = was;
  const written = (day: Day): string => day.replaceAll('-', '/');
  const standIn = away?.deputy === undefined ? undefined : await mentioned(away.deputy, place.teamId, today, store);
  const still = away && away.until >= today ? away : undefined;
  const words = [
    `/council digest ${at}時 ${on.length === 0 ? '毎日' : weekdayNames(on)}`,
    `省略 ${out.length === 0 ? 'なし' : out.map((one) => MUTED_WORDS[one][0]).join('・')}`,
    `メール ${to ?? 'なし'}`,
    still ? `休暇 ${written(still.from < today ? today : still.from)}〜${written(still.until)}` : '休暇 なし',
    ...(still && standIn !== undefined ? [`代理 ${standIn}`] : []),
  ];
  return { label: text.back, line: words.join(' ') };
}

/** By account, or else by name. */
async function mentioned(person: number, team: string, today: Day, store: CouncilStore): Promise<string | undefined> {
  const account = (await store.syncs.accounts(team, today)).get(person);
  return account === undefined ? (await store.names([person])).get(person) : `<@${account}>`;
}

async function shown(
  title: Text,
  { hour: at, weekdays: on, leave: away, muted: out, mail: to }: Preferences,
  today: Day,
  store: CouncilStore,
) {
  const names = await store.names(away?.deputy === undefined ? [] : [away.deputy]);
  const rows: [Text, Text][] = [
    [text.hour, { ja: ja`${at}時`, en: en`${at}:00 JST` }],
    [text.weekdays, on.length === 0 ? text.everyDay : same(weekdayNames(on))],
    [text.leave, away ? text.span(away.from, away.until, names.get(away.deputy ?? 0), today) : text.none],
    ...(to === undefined ? [] : [[text.byMail, same(to)] as [Text, Text]]),
    [text.omitted, out.length === 0 ? text.none : listed(out.map((one) => text.kinds[one]))],
  ];
  return [title, facts(...rows)] as const;
}
