/** Where a meeting is: a place, a link to take part online, and the reason of a change. */
import { absent, argument } from '../../src/command/argument.ts';
import { fold } from '../../src/domain/fold.ts';
import { en, ja } from '../../src/text/text.ts';

const firstWord = (line: string): string => /^\S*/u.exec(line)?.[0] ?? '';
const QUOTED = /^(?:「([^」]+)」|"([^"]+)")(?=\s|$)/u;
/** Slack writes an address within < and >, sometimes with what is shown for it. */
const LINK = /^<?(https?:\/\/[^\s<>|]+)(?:\|[^>]*)?>?(?=\s|$)/iu;
const REASON = /^理由\s*[:：]?\s*/u;
/** 台風のため, 会場の都合 are no places. */
const A_REASON = /(?:のため|により|に伴い|につき|ので|都合で?|事情で?|重複|多忙)$/u;

/** 要件の確認, 帳票について are topics, and so is what is parted by 、. */
const A_TOPIC =
  /、|(?:について|の件|確認|検討|協議|審議|議論|報告|説明|共有|調整|決定|整理|見直し|選定|意見交換|質疑|状況|結果|方針|進め方|日程|スケジュール)$/u;

/** A reason or a topic. */
const isElse = (word: string): boolean => REASON.test(word) || A_REASON.test(fold(word)) || A_TOPIC.test(fold(word));

/** The address at the beginning of a line; typed with the IME on it is the same. */
export function linkAt(line: string): { readonly url: string; readonly length: number } | undefined {
  const narrow = firstWord(line).normalize('NFKC');
  const [found, length] = LINK.test(line)
    ? [LINK.exec(line), LINK.exec(line)?.[0].length]
    : [LINK.exec(narrow), firstWord(line).length];
  const url = found?.[1]?.replaceAll('&amp;', '&');
  return url !== undefined && length !== undefined && URL.canParse(url) ? { url, length } : undefined;
}

/** One word, no address, no reason and no topic; several words stand within 「 and 」. */
export const place = argument<string>({
  label: { ja: ja`場所`, en: en`place` },
  field: { kind: 'line' },
  read: (line) => {
    const [whole, words = ''] = QUOTED.exec(line)?.filter((one) => one !== undefined) ?? [];
    if (whole !== undefined) return { read: words.trim(), length: whole.length };
    const word = firstWord(line);
    if (word === '' || linkAt(line) || isElse(word)) return absent;
    return { read: word, length: word.length };
  },
  called: { by: ['場所', '会場', '開催場所', 'place'] },
  // What stands in its field is meant, whatever it reads like.
  asTyped: (field) => ((/\s/u.test(field) || isElse(field)) && !/[「」]/u.test(field) ? `「${field}」` : field),
});

/** Where one takes part online. */
export const link = argument<string>({
  label: { ja: ja`URL`, en: en`link` },
  field: { kind: 'line', placeholder: { ja: ja`https://…`, en: en`https://…` } },
  read: (line) => {
    const found = linkAt(line);
    return found ? { read: found.url, length: found.length } : absent;
  },
  called: { by: ['url', 'リンク', 'オンライン', 'link'] },
});

/** All that is left: 理由:台風のため, or the reason alone. */
export const reason = argument<string>({
  label: { ja: ja`理由`, en: en`reason` },
  field: { kind: 'line' },
  read: (line) => {
    const said = line.replace(REASON, '').trim();
    return said === '' ? absent : { read: said, length: line.length };
  },
});
