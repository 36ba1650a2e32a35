/** Every phrase that Slack shows: Japanese reads as Japanese, English as English, and neither holds bare markup. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/projectFolder.ts';

interface Phrase {
  readonly file: string;
  readonly language: 'ja' | 'en';
  /** What stands in the source, each inserted value as …. */
  readonly words: string;
}

/** The phrases that a source tags `ja` or `en`; a value within one may hold templates of its own. */
function phrasesIn(file: string, source: string): Phrase[] {
  return [...source.matchAll(/\b(ja|en)`/gu)].map(({ 0: tag, 1: language, index }) => ({
    file,
    language: language as 'ja' | 'en',
    words: wordsFrom(source, index + tag.length),
  }));
}

function wordsFrom(source: string, from: number): string {
  let words = '';
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '`') return words;
    if (source.startsWith('${', at)) {
      at = valueEnd(source, at + 2);
      words += '…';
    } else words += source[at];
  }
  throw new Error('a template without an end');
}

/** Where the value ends that begins here. */
function valueEnd(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '`') at += wordsLength(source, at + 1) + 1;
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('a value without an end');
}

function wordsLength(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '`') return at - from;
    if (source.startsWith('${', at)) at = valueEnd(source, at + 2);
  }
  throw new Error('a template without an end');
}

const FOLDERS = ['commands', 'src/command', 'src/jobs', 'src/slack', 'src/text'];
const sources = await Promise.all(
  FOLDERS.map(async (folder) => {
    const files = await readdir(join(projectFolder, folder), { recursive: true });
    const own = files.filter((one) => one.endsWith('.ts')).map((one) => join(folder, one));
    return Promise.all(own.map(async (one) => [one, await readFile(join(projectFolder, one), 'utf8')] as const));
  }),
);
const phrases = sources.flat().flatMap(([file, source]) => phrasesIn(file, source.replace(/\/\*\*[\s\S]*?\*\//gu, '')));
const of = (language: 'ja' | 'en') => phrases.filter((one) => one.language === language);
const shown = ({ file, words }: Phrase): string => `${file}: ${words}`;

test('there are as many in Japanese as in English', () => {
  expect(phrases.length).toBeGreaterThan(400);
  expect(Math.abs(of('ja').length - of('en').length)).toBeLessThanOrEqual(phrases.length / 20);
});

test('English is written with English punctuation; Japanese words stand only where they are examples to type', () => {
  expect(
    of('en')
      .filter(({ words }) => !words.includes('/wg schedule'))
      .filter(({ words }) => /[、。「」『』【】（）：；！？]/u.test(words))
      .map(shown),
  ).toEqual([]);
  const japanese = of('en').filter(({ words }) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words),
  );
  // To be typed, and what stands in the cells of workbooks.
  const asExample =
    /みなし同意|電話|期限 6\/20|system:国保税|資料|那珂市・五霞町|6回|\/\w+ \w+|@那珂市|元年|^介護保険WG$|20分|15分|決裁済 6\/3|記号B=○|山田 太郎|介護福祉課|境町|新規:|承認3|=RFI A社|“五霞町”|“第12号”/u;
  const asCell =
    /質問内容 and 回答|完了日 and 関連|“介護保険WG”|未着手, 対応中|高, 中 or 低|委員, 座長|正 or 副|令和9年4月1日|ふりがな/u;
  expect(japanese.filter(({ words }) => !asExample.test(words) && !asCell.test(words)).map(shown)).toEqual([]);
});

test('a Japanese sentence ends as one, and holds no English punctuation', () => {
  const sentences = of('ja').filter(({ words }) => /(?:です|ます|ません|ました|ください|でしょうか)/u.test(words));
  expect(sentences.filter(({ words }) => /(?:です|ます|ません|ました|ください)[.!?]/u.test(words)).map(shown)).toEqual(
    [],
  );
  expect(
    of('ja')
      .filter(({ words }) => /[\p{Script=Hiragana}\p{Script=Han}][,.;!?](?!\w)/u.test(words))
      .map(shown),
  ).toEqual([]);
  expect(
    of('ja')
      .filter(({ words }) => /[“”]|！/u.test(words))
      .map(shown),
  ).toEqual([]);
});

test('nobody is blamed, and nothing is a seat to sit on', () => {
  const blunt = /(?:エラー|不正な|失敗|無効な|禁止|間違って|席)/u;
  const screen = of('ja').filter(
    ({ file }) => file.startsWith('commands') || /^src.(?:command|jobs|slack)/u.test(file),
  );
  expect(screen.filter(({ words }) => blunt.test(words.replaceAll(/出席|欠席/gu, ''))).map(shown)).toEqual([]);
});

test('no phrase holds markup that Slack would take for its own', () => {
  expect(phrases.filter(({ words }) => /[<>]|&(?!lt;|gt;|amp;)/u.test(words)).map(shown)).toEqual([]);
});
