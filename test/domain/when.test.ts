/** The reader of dates: what people type and what it means, case by case; and what holds for every day and every line. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { addDays, clock, type Day, day, partsOf, weekdayOf } from '../../src/domain/day.ts';
import { eraOf, eraYear } from '../../src/domain/era.ts';
import { type DayReading, readDay, readWhen, refusePast, type When, type WhenReading } from '../../src/domain/when.ts';

import { DUE_DAYS, MEETINGS, WED } from './whenCases.ts';

const CALENDAR = officeCalendar(day(WED));

function told(line: string, reading: WhenReading | DayReading): string {
  if ('none' in reading) return 'none';
  if ('unclear' in reading) {
    const { kind, typed, nearest } = reading.unclear;
    return `✗ ${kind} ‹${typed}› ${nearest.map(written).join(', ')}`.trim();
  }
  const rest = line.slice(reading.length);
  const notes = reading.notes.map((note) => ` (${note})`).join('');
  return `${written(reading.read)}${notes}${rest && ` |${rest}`}`;
}

const written = ({ day, start, end }: When): string =>
  [day, start === undefined ? '' : ` ${clock(start)}`, end === undefined ? '' : `-${clock(end)}`].join('');

const meaningOf = (line: string, today: string): string => told(line, readWhen(line, day(today), CALENDAR));
const dueOf = (line: string, today: string): string => told(line, readDay(line, day(today), CALENDAR));

for (const [title, rows] of Object.entries(MEETINGS)) {
  describe(`Days ${title}`, () => {
    test.each(rows)('「%s」 typed on %s: %s', (line, today, meaning) => expect(meaningOf(line, today)).toBe(meaning));
  });
}

describe('Due days, which have no time', () => {
  test.each(DUE_DAYS)('「%s」 typed on %s: %s', (line, today, meaning) => expect(dueOf(line, today)).toBe(meaning));
});

describe('A refusal carries what is needed to explain it', () => {
  test('a weekday that contradicts: the day, and the weekday that was said', () => {
    expect(readWhen('6/12(火)', day(WED), CALENDAR)).toEqual({
      unclear: {
        kind: 'weekdayContradicts',
        typed: '6/12(火)',
        day: '2026-06-12',
        said: 2,
        nearest: [{ day: '2026-06-12' }, { day: '2026-06-09' }],
      },
    });
  });

  test('an era that contradicts: the day, whose right era can be named, and the era that was said', () => {
    const reading = readDay('H31.5.1', day(WED), CALENDAR);
    expect(reading).toMatchObject({ unclear: { kind: 'eraContradicts', day: '2019-05-01', said: { name: '平成' } } });
    expect(eraYear(day('2019-05-01'))).toBe('令和元');
  });

  test('words are told back as typed, not as folded', () => {
    expect(meaningOf('６／１２　２６：００', WED)).toBe('✗ noSuchTime ‹６／１２　２６：００› 2026-06-13 02:00');
  });
});

describe('What lies in the past can be read, and is refused where nothing may be called for it', () => {
  const past = (line: string, today: string, minute?: number) =>
    told(line, refusePast(readWhen(line, day(today), CALENDAR), line, day(today), minute));

  test('a full date of last year offers the same date to come', () => {
    expect(meaningOf('2025-12-01 14:00', WED)).toBe('2025-12-01 14:00');
    expect(past('2025-12-01 14:00', WED)).toBe('✗ past ‹2025-12-01 14:00› 2026-12-01 14:00');
  });

  test('a weekday of this week that is over offers the next', () => {
    expect(past('今週火曜 14時', WED)).toBe('✗ past ‹今週火曜 14時› 2026-06-09 14:00');
  });

  test('a time of today that is over is past, one to come and a day without a time are not', () => {
    expect(past('今日 14:00', WED, 15 * 60)).toBe('✗ past ‹今日 14:00› 2026-06-10 14:00');
    expect(past('今日 16:00', WED, 15 * 60)).toBe('2026-06-03 16:00');
    expect(past('今日', WED, 15 * 60)).toBe('2026-06-03');
  });

  test('a due day is refused alike, and other refusals stay as they are', () => {
    const refused = refusePast(readDay('昨日', day(WED), CALENDAR), '昨日', day(WED));
    expect(told('昨日', refused)).toBe('✗ past ‹昨日› 2026-06-09');
    expect(past('2/30', WED)).toBe(meaningOf('2/30', WED));
    expect(past('議題', WED)).toBe('none');
  });
});

const days = fc.integer({ min: 0, max: 16 * 365 }).map((n) => addDays(day('2020-01-01'), n));

const NOTATIONS: Readonly<Record<string, (d: Day) => string>> = {
  '2026-06-12': (d) => d,
  '2026/6/12': (d) => `${partsOf(d).year}/${partsOf(d).month}/${partsOf(d).date}`,
  '2026年6月12日(金)': (d) =>
    `${partsOf(d).year}年${partsOf(d).month}月${partsOf(d).date}日(${'日月火水木金土'[weekdayOf(d)]})`,
  '２０２６年６月１２日（金）': (d) => fullWidth(NOTATIONS['2026年6月12日(金)']!(d)),
  'R8.6.12': (d) => `${eraOf(d)?.era.letter}${eraOf(d)?.year}.${partsOf(d).month}.${partsOf(d).date}`,
  令和8年6月12日: (d) => `${eraYear(d)}年${partsOf(d).month}月${partsOf(d).date}日`,
};

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('For every day', () => {
  test.each(Object.entries(NOTATIONS))(
    'written as %s the reader gives it back, whatever the day of typing',
    (_, write) => {
      fc.assert(
        fc.property(days, days, (meant, today) => {
          const line = write(meant);
          expect(readDay(line, today, CALENDAR)).toEqual({ read: { day: meant }, length: line.length, notes: [] });
        }),
      );
    },
  );

  test('month and day alone are the next such day, at most a leap period ahead', () => {
    fc.assert(
      fc.property(days, days, (meant, today) => {
        const { month, date } = partsOf(meant);
        const reading = readDay(`${month}/${date}`, today, CALENDAR);
        if (!('read' in reading)) throw new Error('not read');
        const { day: found } = reading.read;
        expect(found.slice(5)).toBe(meant.slice(5));
        expect(found >= today).toBe(true);
        expect(meant < today || found <= meant).toBe(true);
      }),
    );
  });

  test('words after a meeting’s day and time stay as typed', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(days, minutes, minutes, (meant, one, other) => {
        fc.pre(one !== other);
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const phrase = `${meant} ${clock(start)}〜${clock(end)}`;
        expect(readWhen(`${phrase}　那珂市役所　議題Ａ`, meant, CALENDAR)).toEqual({
          read: { day: meant, start, end },
          length: phrase.length,
          notes: [],
        });
      }),
    );
  });
});

describe('For every line', () => {
  const pieces = fc.constantFrom(
    ...'6/12 令和 R 元 年 月 日 8 . - / 〜 ～ 14:00 時 半 午後 正午 から まで 来週 来月 第2 火曜 (金) 金 末 年度末 の か 営業日後 ① ㈮ ２ 十'.split(
      ' ',
    ),
    ' ',
    '　',
    '99999',
    '\u200b',
    'か\u3099',
    '\ud800',
    '那珂市役所',
  );
  const lines = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((chosen) => chosen.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  test('the answer is a reading no longer than the line, a refusal with words of the line, or none', () => {
    fc.assert(
      fc.property(lines, days, (line, today) => {
        for (const reading of [readWhen(line, today, CALENDAR), readDay(line, today, CALENDAR)]) {
          if ('read' in reading) {
            expect(reading.length).toBeGreaterThan(0);
            expect(reading.length).toBeLessThanOrEqual(line.length);
          } else if ('unclear' in reading) {
            expect(line).toContain(reading.unclear.typed);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('white space before it and words far behind it change nothing', () => {
    fc.assert(
      fc.property(lines, days, (line, today) => {
        const reading = readWhen(line, today, CALENDAR);
        fc.pre('read' in reading);
        const moved = readWhen(`　${line.slice(0, reading.length)} 議題`, today, CALENDAR);
        expect(moved).toMatchObject({ read: reading.read });
      }),
    );
  });

  test('a very long line is answered at once', () => {
    const long = ['6/12 ', '6/12〜', '令和8年', '1', '来週の', '一'].flatMap((piece) => [
      piece.repeat(10_000),
      piece.padEnd(50_000),
      `${piece.padEnd(50_000)}の`,
    ]);
    const before = performance.now();
    for (const line of long) readWhen(line, day(WED), CALENDAR);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('Wherever the process runs', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  test.each(['Asia/Tokyo', 'America/St_Johns', 'Europe/London', 'Pacific/Kiritimati', 'Pacific/Niue'])(
    'in %s every line means the same',
    (zone) => {
      process.env.TZ = zone;
      for (const [line, today, meaning] of Object.values(MEETINGS).flat()) expect(meaningOf(line, today)).toBe(meaning);
    },
  );
});
