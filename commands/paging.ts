/** Pages of a list: every list says how many it holds, and the button to the next page is a line already typed. */
import { type Button, buttons, note, type Part } from '../src/text/message.ts';
import { grouped } from '../src/text/numbers.ts';
import { en, ja, type Text } from '../src/text/text.ts';

/** Rows on a page. */
export const PAGE = 20;

export const fromOf = (page: number | undefined): number => ((page ?? 1) - 1) * PAGE;

/**
 * 「全45件中 21〜40件目」 and the buttons to the pages before and after; `line` is the list's line without its page. Where there
 * are `more` than were counted, it says that it is so many at least.
 */
export function paging(total: number, page: number | undefined, line: string, more = false): Part[] {
  const from = fromOf(page);
  const at = page ?? 1;
  const to = Math.min(total, from + PAGE);
  const list: Button[] = [];
  const last = Math.max(1, Math.ceil(total / PAGE));
  if (at > 1) list.push({ label: text.before, line: `${line} p${Math.min(at - 1, last)}` });
  if (to < total || more) list.push({ label: text.after, line: `${line} p${at + 1}` });
  const count = note(to <= from ? text.none(total) : text.count(total, more, from + 1, to));
  return list.length > 0 ? [count, buttons(...list)] : [count];
}

const text = {
  count: (total: number, more: boolean, from: number, to: number): Text =>
    more
      ? { ja: ja`${grouped(total)}件以上のうち ${from}〜${to}件目`, en: en`${from}–${to} of ${grouped(total)} or more` }
      : { ja: ja`全${grouped(total)}件中 ${from}〜${to}件目`, en: en`${from}–${to} of ${grouped(total)}` },
  none: (total: number): Text =>
    total === 0
      ? { ja: ja`該当するものはありません。`, en: en`There are none.` }
      : {
          ja: ja`全${grouped(total)}件ですが、このページに該当するものはありません。`,
          en: en`${grouped(total)} in all, but none on this page.`,
        },
  before: { ja: ja`前のページ`, en: en`Previous` },
  after: { ja: ja`次のページ`, en: en`Next` },
} as const;
