/** `renkei req export`: the requirements as a file, as an import reads them again. */
import { writeFile } from 'node:fs/promises';
import { type ExportFormat, exportedFile } from '../../commands/req/exportedFile.ts';
import { dayAt, instant } from '../domain/day.ts';
import type { Misfit } from '../sheet/writeCsv.ts';
import { grouped } from '../text/numbers.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const exportRequirements: Errand = {
  name: 'req export',
  words: '[--csv|--cp932] [--council ID] [-o FILE]',
  summary: { ja: ja`要件一覧(xlsx・CSV)を書き出します`, en: en`export the requirements as xlsx or CSV` },
  async run(words) {
    const options = {
      csv: { type: 'boolean' },
      cp932: { type: 'boolean' },
      council: { type: 'string' },
      output: { type: 'string', short: 'o' },
    } as const;
    const given = parsed(this, words, options, 0);
    if (!given) return 2;
    const { csv, cp932, council, output } = given.values;
    if (csv && cp932) return refuse(text.oneFormat);
    const format: ExportFormat = cp932 ? 'cp932' : csv ? 'csv' : 'xlsx';
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      const of = store.council(id);
      const rows = await of.exporting.requirements({ systems: undefined, state: 'all' });
      const names = { systems: (await of.chart()).systems, ...(await of.sources()) };
      const on = dayAt(instant(Date.now()));
      const { bytes, misfits } = await exportedFile(rows, names, { format, vendorAnswers: true, on });
      if (output === undefined) process.stdout.write(bytes);
      else {
        await writeFile(output, bytes);
        print(text.written(rows.length, output));
      }
      // What the file cannot hold is told beside it, never in it.
      for (const one of misfits) refuse(text.misfit(one));
      return 0;
    });
  },
};

const text = {
  oneFormat: { ja: ja`--csv と --cp932 は、どちらか1つを指定してください。`, en: en`Give --csv or --cp932, not both.` },
  written: (count: number, file: string): Text => ({
    ja: ja`要件${grouped(count)}件を ${file} に書き出しました。`,
    en: en`${grouped(count)} requirements are in ${file}.`,
  }),
  misfit: ({ cell, character, instead }: Misfit): Text => ({
    ja: ja`${cell} 「${character}」はこの形式で表せないため「${instead}」としました。`,
    en: en`${cell}: “${character}” does not exist in this format; “${instead}” was written.`,
  }),
} as const;
