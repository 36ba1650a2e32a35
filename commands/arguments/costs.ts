/** 費用500, 費用：500千円 wherever it stands, 50万円: what it costs, in thousands of yen; and the amount that no one called so. */
import { absent, argument } from '../../src/command/argument.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

const AMOUNT = '\\d{1,3}(?:,\\d{3})+|\\d{1,9}';
/** Its name, or a unit that nothing else has, says that it is one. */
const COST = new RegExp(
  `^(?:(?:費用|cost)\\s?[:：]?\\s?(?<n>${AMOUNT})\\s?(?<unit>千円|万円|円|thousand)?|(?<alone>${AMOUNT})(?<of>千円|万円))(?=\\s|$)`,
  'u',
);

/** In 千円; what is not a whole number of them is asked back. */
export const cost = argument<number>({
  label: { ja: ja`費用(千円)`, en: en`cost (thousand yen)` },
  field: { kind: 'line', placeholder: { ja: ja`費用500(千円)`, en: en`cost 500 (thousand yen)` } },
  read: (line) => {
    const { folded, at } = foldWithOffsets(line);
    const found = COST.exec(folded);
    if (!found?.groups) return absent;
    const { n: named, unit = '千円', alone, of } = found.groups;
    const n = Number((alone ?? named)?.replaceAll(',', ''));
    const thousands = (of ?? unit) === '万円' ? n * 10 : unit === '円' ? n / 1000 : n;
    if (!Number.isInteger(thousands))
      return {
        unclear: {
          ja: ja`費用は千円単位でご入力ください。例:費用500(50万円の場合)`,
          en: en`Please give the cost in thousands of yen, as in “cost 500”.`,
        },
      };
    return { read: thousands, length: at[found[0].length] ?? line.length };
  },
  called: { by: ['費用', 'cost'], itself: true },
  asTyped: (field) => (/^(?:費用|cost)/iu.test(field.normalize('NFKC')) ? field : `費用${field}`),
});

const AMOUNT_AT_END = /(?<=^|\s)(?:\d{1,3}(?:,\d{3})+|\d+)\s?(?:千円|万円|円)$/u;

/** The reason of what may cost something: an amount at its end that is not called so stays in it, and the asker is told. */
export const reasonBesideCost = argument<string>({
  label: { ja: ja`理由`, en: en`reason` },
  field: { kind: 'lines' },
  read: (line) => {
    const reason = line.trim();
    if (reason === '') return absent;
    const [amount] = AMOUNT_AT_END.exec(reason.normalize('NFKC')) ?? [];
    return { read: reason, length: line.length, notes: amount === undefined ? [] : [notTheCost(amount)] };
  },
});

const notTheCost = (amount: string): Text => ({
  ja: ja`「${amount}」は、理由の一部として扱いました。費用として登録する場合は、取り消したうえで「費用${amount}」のようにご入力ください。`,
  en: en`“${amount}” was taken for a part of the reason. To record it as the cost, undo this and type “cost ${amount}”.`,
});
