/** Minutes: what is confirmed are the words that were seen; silence runs as everywhere; what is not for all is left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import type { Circumstances } from '../../src/domain/circulation.ts';
import { addDays, day, type Instant, instantAt } from '../../src/domain/day.ts';
import { avoidedBy, type CountedMeeting, countMeetings, totalOf } from '../../src/domain/meetingCounts.ts';
import {
  amendedLines,
  freeLine,
  lineFor,
  type MinutesContent,
  type MinutesEntry,
  minutesOf,
  minutesStanding,
  redrafted,
  reminderOn,
  SECTIONS,
} from '../../src/domain/minutes.ts';

const content = (course: string): MinutesContent => ({
  title: '第1回',
  sections: Object.fromEntries(
    SECTIONS.map((one) => [one, one === 'course' ? [{ words: course }] : []]),
  ) as unknown as MinutesContent['sections'],
});
const at = (on: string, hour = 10): Instant => instantAt(day(on), hour * 60);
const ELIGIBLE = ['a', 'b', 'c'];
const always = [{ from: day('2016-04-01'), until: undefined }];
const around = (more: Partial<Circumstances> = {}): Circumstances => ({
  calendar: officeCalendar(day('2026-06-12')),
  suspensions: [],
  held: new Map(ELIGIBLE.map((one) => [one, always])),
  delivered: true,
  ...more,
});
/** Numbers entries in their order. */
const written = (...list: readonly Omit<MinutesEntry, 'serial' | 'person' | 'seat'>[]): MinutesEntry[] =>
  list.map((one, i) => ({ ...one, serial: i + 1, person: 1, seat: 's' }));
const draft = (words = 'x', on = '2026-06-12') => ({ kind: 'draft' as const, content: content(words), at: at(on) });
const ask = (on = '2026-06-12', silence: number | undefined = 5) => ({
  ...{ kind: 'ask' as const, at: at(on, 11) },
  asking: { silence, eligible: ELIGIBLE, deadline: day('2026-06-19') },
});
const confirm = (municipality: string, on = '2026-06-15') => ({ kind: 'confirm' as const, municipality, at: at(on) });
const stand = (entries: readonly MinutesEntry[], now: Instant, more?: Partial<Circumstances>) => {
  const minutes = minutesOf(entries);
  if (!minutes) throw new Error('nothing was drafted');
  return minutesStanding(minutes, now, around(more));
};

describe('confirmation', () => {
  test('all confirm, and the last of them is the moment', () => {
    const entries = written(draft(), ask(), confirm('a'), confirm('b', '2026-06-16'), confirm('c'));
    expect(stand(entries, at('2026-06-17'))).toMatchObject({ state: 'confirmed', confirmedAt: at('2026-06-16') });
  });

  test('silence confirms at the end of the fifth day on which it runs, and never a request for a correction', () => {
    const entries = written(draft(), ask(), confirm('a'));
    expect(stand(entries, instantAt(day('2026-06-19'), 23 * 60)).state).toBe('asked');
    expect(stand(entries, at('2026-06-20', 0)).state).toBe('confirmed');
    const correct = written(draft(), ask(), { kind: 'correct', municipality: 'a', words: 'y', at: at('2026-06-15') });
    expect(stand(correct, at('2026-09-01')).state).toBe('correcting');
  });

  test.each<[string, Partial<Circumstances>]>([
    [
      'a vacant seat',
      {
        held: new Map([
          ['a', always],
          ['b', always],
        ]),
      },
    ],
    ['what did not arrive', { delivered: false }],
    [
      'a municipality that is suspended',
      { suspensions: [{ municipality: 'c', kind: 'disaster', from: day('2026-06-01'), until: undefined }] },
    ],
  ])('silence never confirms for %s', (_, more) => {
    const entries = written(draft(), ask(), confirm('a'), confirm('b'));
    expect(stand(entries, at('2027-01-10'), more).state).toBe('asked');
  });

  test('silence does not run from March 25 to April 10', () => {
    const entries = written(draft('x', '2027-03-23'), ask('2027-03-23'));
    const calendar = officeCalendar(day('2027-03-23'));
    expect(stand(entries, at('2027-04-14'), { calendar }).state).toBe('asked');
    expect(stand(entries, at('2027-04-16', 0), { calendar }).state).toBe('confirmed');
  });

  test('whoever confirmed words that were changed since has not confirmed', () => {
    const amended = { kind: 'amend' as const, section: 'course' as const, content: content('y'), at: at('2026-06-15') };
    const entries = written(draft(), ask(), confirm('a'), amended);
    expect(stand(entries, at('2026-06-16')).state).toBe('draft');
    expect(
      stand(written(draft(), ask(), confirm('a'), amended, ask('2026-06-15')), at('2026-06-16')).lines[0]?.stand,
    ).toBe('waiting');
  });

  test('once ended they stay confirmed, whatever is corrected later', () => {
    const late = { kind: 'amend' as const, section: 'course' as const, content: content('y'), at: at('2026-07-01') };
    const entries = written(
      draft(),
      ask(),
      ...ELIGIBLE.map((one) => confirm(one)),
      { kind: 'end', at: at('2026-06-15') },
      late,
    );
    expect(stand(entries, at('2026-08-01'))).toMatchObject({ state: 'confirmed', confirmedAt: at('2026-06-15') });
    expect(minutesOf(entries)?.corrections).toHaveLength(1);
  });

  test('confirmed at one moment, they are at every later one, and not confirmed while anyone’s last word is a correction', () => {
    const act = fc.record({
      who: fc.constantFrom(...ELIGIBLE),
      kind: fc.constantFrom('confirm' as const, 'correct' as const),
      on: fc.nat(12),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.nat(30), (acts, days) => {
        const answers = acts
          .toSorted((a, b) => a.on - b.on)
          .map(({ who, kind, on }) => ({ kind, municipality: who, at: at(addDays(day('2026-06-13'), on)) }));
        const entries = written(draft(), ask(), ...answers);
        const now = at(addDays(day('2026-06-26'), days));
        const { state, lines } = stand(entries, now);
        const last = new Map(answers.map((one) => [one.municipality, one.kind]));
        expect(state === 'correcting').toBe([...last.values()].includes('correct'));
        if (state === 'confirmed') expect(stand(entries, at(addDays(day('2026-06-27'), days))).state).toBe('confirmed');
        expect(lines).toHaveLength(ELIGIBLE.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('words', () => {
  test('a section that was corrected by hand outlives a new draft; the rest follows the records', () => {
    const amended = {
      kind: 'amend' as const,
      section: 'course' as const,
      content: content('by hand'),
      at: at('2026-06-13'),
    };
    const entries = written(draft(), amended);
    expect(redrafted(entries, content('anew'))).toBeUndefined();
    const fresh = { ...content('anew'), sections: { ...content('anew').sections, next: [{ words: '未定' }] } };
    expect(redrafted(entries, fresh)?.sections).toMatchObject({
      course: [{ words: 'by hand' }],
      next: [{ words: '未定' }],
    });
  });

  test.each([
    ['費用は追って示す', 'prefecture', undefined],
    ['改修に１２０千円', 'joiner', undefined],
    ['ＲＦＩの回答では×', 'prefecture', undefined],
    ['更新の意向がある', 'joiner', undefined],
    ['費用は追って示す', 'internal', '費用は追って示す'],
    ['様式は現行のまま', 'vendor', '様式は現行のまま'],
  ] as const)('%s for %s', (words, audience, shown) => {
    expect(lineFor(freeLine(words), audience)).toBe(shown);
  });

  test('a decision that is reworded keeps its decision, and what it costs stays guarded', () => {
    const old = {
      words: '決定第1号 代替案',
      guarded: { what: 'cost' as const, words: '費用:500千円' },
      decision: { id: 7, name: '決定第1号' },
    };
    expect(amendedLines([old], '決定第1号 代替案(改) 費用:500千円\n申合せ x')).toEqual([
      { ...old, words: '決定第1号 代替案(改)' },
      { words: '申合せ x' },
    ]);
    expect(amendedLines([old], '決定第1号 代替案、費用は600千円')).toEqual([
      { words: '', guarded: { what: 'cost', words: '決定第1号 代替案、費用は600千円' }, decision: old.decision },
    ]);
  });
});

test('seats are reminded on the third and the seventh business day, the lead on the tenth', () => {
  const calendar = officeCalendar(day('2026-07-13'));
  const days = Array.from({ length: 20 }, (_, i) => addDays(day('2026-07-13'), i));
  const reminded = days.flatMap((one) => reminderOn({ at: at('2026-07-13') }, one, calendar) ?? []);
  expect(reminded).toEqual(['seat', 'seat', 'lead']);
  // 海の日 is July 20.
  expect(reminderOn({ at: at('2026-07-13') }, day('2026-07-23'), calendar)).toBe('seat');
});

describe('meetings are counted', () => {
  const today = day('2026-06-12');
  const meeting = (more: Partial<CountedMeeting>): CountedMeeting => ({
    ...{ body: 'kaigo', joint: [], day: today, state: 'scheduled', openedAt: undefined },
    ...{ withdrawn: false, avoided: undefined, ...more },
  });

  test('what was planned is held, to come, avoided, cancelled or was not opened, and nothing twice', () => {
    const meetings = [
      meeting({ openedAt: at('2026-06-12') }),
      meeting({ joint: ['juki', 'zei'], openedAt: at('2026-06-12') }),
      meeting({ state: 'cancelled', avoided: 'circulation' }),
      meeting({ state: 'cancelled', avoided: 'nothingLeft' }),
      meeting({ state: 'cancelled' }),
      meeting({ state: 'cancelled', withdrawn: true }),
      meeting({ day: day('2026-06-30') }),
      meeting({ day: day('2026-06-01') }),
    ];
    const kaigo = countMeetings(meetings, 'kaigo', today);
    expect(kaigo).toEqual({
      ...{ planned: 7, held: 2, coming: 1, cancelled: 1, notOpened: 1 },
      avoided: { circulation: 1, merged: 0, nothingLeft: 1 },
    });
    const all = totalOf(['kaigo', 'juki', 'zei'].map((one) => countMeetings(meetings, one, today)));
    expect(all).toMatchObject({ planned: 9, held: 2, avoided: { merged: 2 } });
  });

  test.each([
    ['持ち回りで審議するため', 'circulation'],
    ['書面協議に切り替え', 'circulation'],
    ['障害者福祉WGと合同で開催', 'merged'],
    ['議題なし', 'nothingLeft'],
    ['協議事項が無くなったため', 'nothingLeft'],
    ['全ての要件が合意に至ったため', 'nothingLeft'],
    ['会場の都合', undefined],
    ['台風接近のため延期', undefined],
  ])('%s', (reason, is) => {
    expect(avoidedBy(reason)).toBe(is);
  });
});
