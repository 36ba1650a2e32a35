/** A place is one word that is no reason and no topic: what it is moved for, or is to talk of, is never announced as where. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { place } from '../../commands/arguments/places.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { slotsOf } from '../../src/command/argument.ts';
import { day } from '../../src/domain/day.ts';

const on = { today: day('2026-06-01'), calendar: officeCalendar(day('2026-06-01')) };
const read = (line: string) => {
  const reading = slotsOf(z.object({ place }))[0]?.argument.read(line, on);
  return reading && 'read' in reading ? reading.read : undefined;
};

test.each([
  '会場の都合',
  '先方の都合で',
  '都合により',
  '議会と重複',
  '座長の急な事情',
  '会議室が使えないので',
  '台風のため',
  '理由:台風',
  '要件の確認',
  '要件の確認、次回の日程',
  'ベンダ回答について',
  '帳票レイアウトの検討',
  '進捗状況の報告',
  '意見交換',
  '次回の日程',
])('%s is none', (words) => expect(read(words)).toBeUndefined());

test.each([
  '那珂市役所',
  '五霞町役場',
  'オンライン',
  '中央公民館',
  '那珂市役所３階第2会議室',
  'Teams',
  '打合せ室',
  '市民交流プラザ',
])('%s is one', (words) => expect(read(words)).toBe(words));
