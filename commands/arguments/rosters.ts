/** What is asked of the roster: shown unless said otherwise; of a body or a municipality. */
import { absent, argument, type ReadingDay } from '../../src/command/argument.ts';
import { readDay } from '../../src/domain/when.ts';
import { en, ja } from '../../src/text/text.ts';
import { choice } from './words.ts';

export type RosterAct = 'vacant' | 'export' | 'import' | 'publish' | 'unpublish';

export const rosterAct = choice<RosterAct>({ ja: ja`操作`, en: en`act` }, [
  {
    value: 'vacant',
    label: { ja: ja`未定`, en: en`vacant` },
    words: ['未定', '空席', '欠員', '未定一覧', '未登録'],
  },
  {
    value: 'export',
    label: { ja: ja`出力`, en: en`export` },
    words: ['出力', '書出し', '書き出し', 'xlsx', 'エクセル'],
  },
  { value: 'import', label: { ja: ja`取込`, en: en`import` }, words: ['取込', '取り込み', '取込み'] },
  { value: 'publish', label: { ja: ja`公表`, en: en`publish` }, words: ['公表', '公表する'] },
  {
    value: 'unpublish',
    label: { ja: ja`公表取消`, en: en`unpublish` },
    words: ['公表取消', '公表取り消し', '公表前に戻す'],
  },
]);

/** The changes to come within this year, not the names of the next. */
export const withinYear = choice<'within'>({ ja: ja`今年度`, en: en`this-year` }, [
  {
    value: 'within',
    label: { ja: ja`今年度の途中の異動`, en: en`this-year` },
    words: ['今年度', '本年度', '年度内', '今年度分'],
  },
]);

/** One word, or two, that are no date and none of those: a body, a municipality, or both in either order. */
export const rosterPlace = argument<readonly string[]>({
  label: { ja: ja`WG・部会名、市町名`, en: en`body, municipality` },
  field: { kind: 'line', placeholder: { ja: ja`介護保険WG、那珂市`, en: en`介護保険WG` } },
  read: (line, reading) => {
    const first = placeIn(line, reading);
    if (first === '') return absent;
    const gap = /^\s*/u.exec(line.slice(first.length))?.[0].length ?? 0;
    const second = placeIn(line.slice(first.length + gap), reading);
    if (second === '') return { read: [first], length: first.length };
    return { read: [first, second], length: first.length + gap + second.length };
  },
});

/** The word that the line begins with, unless it is something else. */
function placeIn(line: string, { today, calendar }: ReadingDay): string {
  const [word = ''] = /^\S+/u.exec(line) ?? [];
  const day = word.split(/から|まで/u)[0] ?? '';
  if (word === '' || !('none' in readDay(day, today, calendar))) return '';
  return /^(?:未定(?:一覧)?|空席|欠員|出力|書き?出し|xlsx|エクセル|vacant|export)$/iu.test(word) ? '' : word;
}
