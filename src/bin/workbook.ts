/** `renkei workbook`: the sample council's requirements as an office would send them. */
import { writeFile } from 'node:fs/promises';
import { writeSampleWorkbook } from '../../prisma/workbook.ts';
import { en, ja, type Text } from '../text/text.ts';
import { type Errand, parsed, print } from './errand.ts';

export const writeWorkbook: Errand = {
  name: 'workbook',
  words: 'FILE.xlsx',
  summary: { ja: ja`見本の要件一覧(3,069件)を書き出します`, en: en`write the sample workbook of 3,069 requirements` },
  async run(words) {
    const given = parsed(this, words, {}, 1);
    if (!given) return 2;
    const [file = ''] = given.positionals;
    await writeFile(file, await writeSampleWorkbook());
    print(written(file));
    return 0;
  },
};

const written = (file: string): Text => ({ ja: ja`${file} に書き出しました。`, en: en`Written to ${file}.` });
