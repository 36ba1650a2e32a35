/** How an answer reached whom enters it for another (代行入力): the way, the day and who told it, wherever one is entered. */
import { absent, argument } from '../../src/command/argument.ts';
import { type Day, partsOf } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { readDayDone } from '../../src/domain/when.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { en, ja, plain, type Text } from '../../src/text/text.ts';

/** The ways, with the words that people have for each. */
export const WAYS = [
  { value: 'phone', label: { ja: ja`電話`, en: en`by phone` }, words: ['電話', '電話連絡', 'tel'] },
  { value: 'mail', label: { ja: ja`メール`, en: en`by mail` }, words: ['メール', 'email'] },
  { value: 'paper', label: { ja: ja`書面`, en: en`on paper` }, words: ['書面', '文書', 'FAX'] },
  { value: 'spoken', label: { ja: ja`口頭`, en: en`in person` }, words: ['口頭'] },
] as const satisfies readonly { value: string; label: Text; words: readonly string[] }[];

const WAY_OF = new Map<string, string>(
  WAYS.flatMap(({ value, label, words }) => [value, ...words].map((one) => [fold(one), plain(label.ja)] as const)),
);

/** The answer itself, where the name was left out: ○△×, 全て○. */
const NOT_A_NAME = /[○◯〇△×✕]|^[^\p{L}]+$/u;

/** The usage calls it 受付(電話・メール・書面 日 氏名), and so do people: 受付 電話 6/3 山田, 受付(電話 6/3 山田). */
const LEAD = /^受付(?:\s*[:：(（]\s*|\s+)/u;

/** 電話 6/3 山田 */
export const source = argument<string>({
  label: { ja: ja`受付(電話・メール・書面 日 氏名)`, en: en`source (電話, メール or 書面, day, name)` },
  field: { kind: 'line', placeholder: { ja: ja`電話 6/3 山田`, en: en`電話 6/3 山田` } },
  read: (whole, { today, calendar }) => {
    const [lead = ''] = LEAD.exec(whole) ?? [];
    const line = whole.slice(lead.length);
    const [word = '', typed = ''] = /^(\S+)\s*/u.exec(line) ?? [];
    const way = WAY_OF.get(fold(typed));
    if (way === undefined) return absent;
    const on = readDayDone(line.slice(word.length), today, calendar);
    if (!('read' in on)) return { unclear: unclearSource };
    if (on.read.day > today) return { unclear: stillToCome(on.read.day, today) };
    const rest = line.slice(word.length + on.length);
    const [name] = /^\s*\S+/u.exec(rest) ?? [];
    if (name === undefined || NOT_A_NAME.test(name)) return { unclear: unclearSource };
    const { month, date } = partsOf(on.read.day);
    const who = /[(（]/u.test(lead) ? name.replace(/[)）]$/u, '') : name;
    return {
      read: `${way} ${month}/${date} ${who.trim()}`,
      length: lead.length + word.length + on.length + name.length,
    };
  },
});

/** Nothing was received on a day that is not yet there. */
function stillToCome(on: Day, today: Day): Text {
  const { month, date } = partsOf(today);
  return {
    ja: ja`受付日の${dayAsOf(on, today)}は、まだ先の日です。実際に受け付けた日を、「電話 ${month}/${date} 山田」のようにご入力ください。`,
    en: en`The answer cannot have been received on ${dayAsOf(on, today)}, which is still to come. Please give the day on which it came, like “電話 ${month}/${date} 山田”.`,
  };
}

const unclearSource: Text = {
  ja: ja`代行入力には、受け付けた方法・日・お名前が必要です。「電話 6/3 山田」のようにご入力ください。`,
  en: en`Entering an answer for others needs how, when and from whom it came, like “電話 6/3 山田”.`,
};
