/** `renkei question export`: the 質問・回答票, the council's own or a vendor's. */
import { writeFile } from 'node:fs/promises';
import { everyQuestion, questionFile } from '../../commands/req/questions/questionFile.ts';
import { dayAt, instant } from '../domain/day.ts';
import { fold } from '../domain/fold.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const exportQuestions: Errand = {
  name: 'question export',
  words: 'FILE.xlsx [--vendor NAME] [--council ID]',
  summary: { ja: ja`質問・回答票を書き出します`, en: en`export the questions to the vendors` },
  async run(words) {
    const given = parsed(this, words, { vendor: { type: 'string' }, council: { type: 'string' } }, 1);
    if (!given) return 2;
    const [file = ''] = given.positionals;
    return withStore(async (store) => {
      const id = await councilMeant(store, given.values.council);
      if (typeof id === 'number') return id;
      const of = store.council(id);
      const names = (await of.sources()).vendors.map((one) => one.name);
      const named = given.values.vendor;
      const vendor = named === undefined ? undefined : names.find((one) => fold(one) === fold(named));
      if (named !== undefined && vendor === undefined) return refuse(text.unknownVendor(named, names));
      const { questions, requirements } = await everyQuestion(of);
      const on = dayAt(instant(Date.now()));
      await writeFile(file, await questionFile(questions, { vendor, chart: await of.chart(), requirements, on }));
      print(text.written(file));
      return 0;
    });
  },
};

const text = {
  unknownVendor: (name: string, names: readonly string[]): Text => ({
    ja: ja`「${name}」というベンダは登録されていません。登録済み: ${names.join(' ')}`,
    en: en`There is no vendor “${name}”. There are: ${names.join(' ')}`,
  }),
  written: (file: string): Text => ({ ja: ja`${file} に書き出しました。`, en: en`Written to ${file}.` }),
} as const;
