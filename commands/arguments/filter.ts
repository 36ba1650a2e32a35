/** What a list is narrowed to: a state, a name and a page, in any order, each at most once. */
import { absent, argument } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

export interface Filter<State extends string> {
  readonly state?: State;
  /** A body's or system's name, as typed. */
  readonly name?: string;
  /** From 1. */
  readonly page?: number;
}

/** Reads the rest of the line as a filter. */
export const listFilter = <State extends string>(spec: {
  readonly label: Text;
  readonly states: readonly { readonly value: State; readonly words: readonly string[] }[];
}) =>
  argument<Filter<State>>({
    label: spec.label,
    field: { kind: 'line' },
    read(line) {
      if (line.trim() === '') return absent;
      let found: Filter<State> = {};
      for (const word of line.trim().split(/\s+/u)) {
        const page = pageIn(word);
        const state = spec.states.find((one) =>
          [one.value, ...one.words].some((name) => nameKey(name) === nameKey(word)),
        );
        const key = page !== undefined ? 'page' : state ? 'state' : 'name';
        if (key in found) return { unclear: text.twice(word) };
        found = { ...found, [key]: page ?? state?.value ?? word };
      }
      return { read: found, length: line.length };
    },
  });

/** p2, 2ページ */
export function pageIn(word: string): number | undefined {
  const [, p, n] = /^(?:p\.?(\d{1,5})|(\d{1,5})(?:ページ|頁))$/u.exec(word.normalize('NFKC').toLowerCase()) ?? [];
  const page = Number(p ?? n);
  return page >= 1 ? page : undefined;
}

const text = {
  twice: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。状態・名前・ページは、それぞれ1つまでご入力ください。`,
    en: en`“${word}” was not understood: give at most one state, one name and one page.`,
  }),
};
