/** Which comparison is spoken of: its number and the page; a new one where nothing is said. */
import { absent, argument } from '../../../src/command/argument.ts';
import type { Surveyed } from '../../../src/command/survey.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { pageIn } from '../../arguments/filter.ts';

export interface Which {
  readonly id?: number;
  readonly page?: number;
  /** What stands in Slack, once it was looked at. */
  readonly seen?: Surveyed;
}

/** 12, 照合12, 12 p2 */
export const which = argument<Which>({
  label: { ja: ja`照合番号 p2`, en: en`comparison p2` },
  field: { kind: 'line', placeholder: { ja: ja`省略すると、新しく照合します`, en: en`a new one where left out` } },
  read(line) {
    if (line.trim() === '') return absent;
    const [number = '', page, ...more] = line.trim().normalize('NFKC').split(/\s+/u);
    const [, id] = /^(?:照合)?(\d{1,8})$/u.exec(number) ?? [];
    const at = page === undefined ? undefined : pageIn(page);
    if (id === undefined || more.length > 0 || (page !== undefined && at === undefined))
      return { unclear: text.unclear(line.trim()) };
    return { read: { id: Number(id), ...(at !== undefined && { page: at }) }, length: line.length };
  },
});

const text = {
  unclear: (typed: string): Text => ({
    ja: ja`「${typed}」を読み取れませんでした。新しく照合する場合は「/council 同期」、前の照合の一覧は「/council 同期 12 p2」のようにご入力ください。`,
    en: en`“${typed}” was not understood. Type /council sync to compare anew, or /council sync 12 p2 for the list of an earlier comparison.`,
  }),
} as const;
