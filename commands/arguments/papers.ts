/** 資料1-2: how a paper of a meeting is named. */
import { absent, argument } from '../../src/command/argument.ts';
import { foldWithOffsets } from '../../src/domain/fold.ts';
import { en, ja } from '../../src/text/text.ts';

const MARK = /^資料\s?(?:no\.?)?\s?(?<mark>\d{1,3}(?:\s?[-ー]\s?\d{1,3}){0,2})(?=\s|$|[:「『(]):?/u;

/** `1-2` of 資料1-2, 資料１ー２ */
export const paperMark = argument<string>({
  label: { ja: ja`資料番号`, en: en`paper` },
  field: { kind: 'line', placeholder: { ja: ja`資料1-2`, en: en`資料1-2` } },
  read: (line) => {
    const { folded, at } = foldWithOffsets(line);
    const found = MARK.exec(folded);
    const mark = found?.groups?.mark;
    if (!found || mark === undefined) return absent;
    const parts = mark.split(/\s?[-ー]\s?/u).map(Number);
    return { read: parts.join('-'), length: at[found[0].length] ?? line.length };
  },
});
