/** What applying a file would change, told line by line; and that nothing is ever taken away. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Change, compareCouncil } from '../../src/council/compare.ts';
import { readCouncilFile } from '../../src/council/file.ts';
import type { CouncilFile } from '../../src/council/shape.ts';
import { plain } from '../../src/text/text.ts';

const text = readFileSync(new URL('../../prisma/ibaraki.yaml', import.meta.url), 'utf8');
const ibaraki = read(text);

function read(written: string): CouncilFile {
  const result = readCouncilFile(written);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.council;
}

/** What changes when these words of the file are exchanged. */
function after(...exchanged: [was: string, now: string][]): Change[] {
  const edited = exchanged.reduce((out, [was, now]) => {
    if (!out.includes(was)) throw new Error(`not in the file: ${was}`);
    return out.replace(was, now);
  }, text);
  return compareCouncil(ibaraki, read(edited));
}

const told = (changes: readonly Change[]): string[] => changes.map(({ line }) => plain(line.ja));

test('nothing, where nothing differs', () => {
  expect(compareCouncil(ibaraki, ibaraki)).toEqual([]);
});

test('a new council is created part by part', () => {
  const changes = compareCouncil(undefined, ibaraki);
  expect(changes.every(({ kind }) => kind === 'create')).toBe(true);
  const count = (part: string): number => changes.filter((one) => one.part === part).length;
  expect(['council', 'municipality', 'body', 'system', 'person', 'channel'].map(count)).toEqual([
    1, 5, 31, 42, 105, 31,
  ]);
  expect(told(changes).filter((_, i) => i % 100 === 0)).toMatchInlineSnapshot(`
    [
      "追加 協議会「いばらき自治体クラウド基幹業務運営協議会」",
      "追加 回答の回「RFI」",
      "追加 担当者「岡崎 典子」",
      "追加 Slackアカウント「U0OMIYA06 = 長山 千恵 (2016-04-01〜)」",
      "追加 担当「個人住民税WG 常陸大宮市 委員 石川 恵子 (2019-04-01〜)」",
      "追加 担当「公営住宅管理WG 常陸大宮市 委員 富山 浩 (2016-04-01〜)」",
    ]
  `);
});

test('a clerk moves: the tenure of one ends, that of another begins', () => {
  const changes = after([
    '        - { person: omiya-sagawa, from: 2016-04-01 }',
    '        - { person: omiya-sagawa, from: 2016-04-01, until: 2027-03-31 }\n        - { person: omiya-koiwai, from: 2027-04-01 }',
  ]);
  expect(told(changes)).toMatchInlineSnapshot(`
    [
      "変更 担当「介護保険WG 常陸大宮市 委員 佐川 礼子 (2016-04-01〜2027-03-31)」 終わり: なし → 2027-03-31",
      "追加 担当「介護保険WG 常陸大宮市 委員 小祝 薫 (2027-04-01〜)」",
    ]
  `);
  expect(changes.map(({ line }) => plain(line.en))).toMatchInlineSnapshot(`
    [
      "change tenure “介護保険WG 常陸大宮市 member 佐川 礼子 (2016-04-01〜2027-03-31)”: until: none → 2027-03-31",
      "create tenure “介護保険WG 常陸大宮市 member 小祝 薫 (2027-04-01〜)”",
    ]
  `);
});

test('names, numbers, the rotation, a setting, an account', () => {
  expect(
    told(
      after(
        ['shortName: いばらきクラウド協議会', 'shortName: 基幹業務協議会'],
        ['key: silenceWorkingGroup, value: 5', 'key: silenceWorkingGroup, value: 7'],
        ['[ 常陸大宮市, 五霞町, 那珂市, かすみがうら市 ]', '[ 常陸大宮市, 那珂市, 五霞町, かすみがうら市 ]'],
        ['aliases: [ 介護 ]', 'aliases: [ 介護, 介保 ]'],
        ['user: U0OMIYA01, from: 2016-04-01', 'user: U0OMIYA01, from: 2016-04-01, until: 2027-03-31'],
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "変更 協議会「いばらき自治体クラウド基幹業務運営協議会」 略称: いばらきクラウド協議会 → 基幹業務協議会",
      "変更 設定「silenceWorkingGroup 2016-04-01」 値: 5 → 7",
      "変更 輪番「2016 常陸大宮市・那珂市・五霞町・かすみがうら市」 順: 常陸大宮市・五霞町・那珂市・かすみがうら市 → 常陸大宮市・那珂市・五霞町・かすみがうら市",
      "変更 業務システム「介護保険」 略称: 介護 → 介護・介保",
      "変更 Slackアカウント「U0OMIYA01 = 大久保 正彦 (2016-04-01〜2027-03-31)」 終わり: なし → 2027-03-31",
    ]
  `);
});

test('what the file no longer names stays: no change is told', () => {
  const fewer: CouncilFile = {
    ...ibaraki,
    people: ibaraki.people.slice(1),
    systems: ibaraki.systems.slice(3),
    channels: [],
    settings: [],
  };
  expect(compareCouncil(ibaraki, fewer)).toEqual([]);
});

test('an order that is given is told where it changes, once a list', () => {
  const [first, second, ...rest] = ibaraki.systems;
  if (!first || !second) throw new Error('too few systems');
  expect(told(compareCouncil(ibaraki, { ...ibaraki, systems: [second, first, ...rest] }))).toMatchInlineSnapshot(`
    [
      "変更 業務システムの並び順",
    ]
  `);
});
