/** Moves, cancellations and their undoing: whatever the order, a meeting can go back step by step to what it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, instant, instantAt } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { cancel, type MeetingChange, move, standing, takeBack } from '../../src/domain/meetingChange.ts';
import { isFor, latest, type MeetingPaper } from '../../src/domain/paper.ts';
import { nextVenue, townHall } from '../../src/domain/venue.ts';

const JUNE_12 = day('2026-06-12');
const NOW = instantAt(day('2026-06-01'), 600);
const by = { person: 1, seat: 'kaigo:lead' };
const MEETING: Meeting = {
  ...{ number: 1, body: 'kaigo', day: JUNE_12, start: 840, end: 960, place: '那珂市役所', link: undefined },
  ...{
    agenda: [],
    joint: [],
    series: undefined,
    openedAt: undefined,
    closedAt: undefined,
    ordinal: undefined,
    state: 'scheduled',
    uid: 'M1',
    sequence: 0,
    createdAt: NOW,
    changedAt: NOW,
    by,
  },
};
const TO = { when: undefined, place: undefined, link: undefined };

describe('a move', () => {
  const to = (
    when: Parameters<typeof move>[1]['when'],
    rest: Partial<typeof TO> = {},
    others: Meeting[] = [],
    now = NOW,
  ) => {
    const result = move(MEETING, { ...TO, ...rest, when }, others, now);
    return 'to' in result ? `${result.to.day} ${result.to.start}-${result.to.end} ${result.to.place}` : result.refused;
  };
  const JUNE_16 = day('2026-06-16');

  test('keeps what is not said', () => {
    expect(to({ day: JUNE_16 })).toBe('2026-06-16 840-960 那珂市役所');
    expect(to({ day: JUNE_16, start: 600 })).toBe('2026-06-16 600-720 那珂市役所');
    expect(to({ day: JUNE_16, start: 1400 })).toBe('2026-06-16 1400-1440 那珂市役所');
    expect(to({ day: JUNE_16, start: 600, end: 630 })).toBe('2026-06-16 600-630 那珂市役所');
    expect(to(undefined, { place: '五霞町役場' as never })).toBe('2026-06-12 840-960 五霞町役場');
  });

  test('is refused where nothing changes, the hour is over or taken, the meeting is off or over', () => {
    expect(to({ day: JUNE_12 })).toBe('same');
    expect(to({ day: day('2026-06-01'), start: 600 })).toBe('past');
    expect(to({ day: JUNE_16 }, {}, [{ ...MEETING, number: 2, day: JUNE_16, start: 900 }])).toBe('clash');
    expect(to({ day: JUNE_12, start: 900 }, {}, [MEETING])).toBe('2026-06-12 900-1020 那珂市役所');
    expect(to({ day: JUNE_16 }, {}, [], instantAt(JUNE_12, 23 * 60))).toBe('2026-06-16 840-960 那珂市役所');
    expect(to({ day: JUNE_16 }, {}, [], instantAt(addDays(JUNE_12, 1)))).toBe('over');
    expect(cancel({ ...MEETING, state: 'cancelled' }, NOW)).toEqual({ refused: 'cancelled' });
  });
});

describe('taking back', () => {
  test('for any run of moves, cancellations and undoing, the last that stands goes first, and the call in the end', () => {
    const acts = fc.array(fc.constantFrom('move', 'cancel', 'undo'), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (list) => {
        let meeting = MEETING;
        const history: MeetingChange[] = [];
        const states = [snapshot(meeting)];
        for (const act of list) {
          const taking = takeBack(meeting, history, NOW);
          if (act === 'undo' && 'refused' in taking) continue;
          const kind = act === 'undo' && 'back' in taking ? taking.back : act === 'move' ? 'moved' : 'cancelled';
          if (act !== 'undo' && meeting.state === 'cancelled') continue;
          const { day: on, start, end, place, link, sequence } = meeting;
          history.push({
            ...{ number: 1, kind, day: on, start, end, place, link, sequence: sequence + 1 },
            reason: undefined,
            at: NOW,
            by,
          });
          meeting = { ...meeting, sequence: sequence + 1 };
          if (kind === 'moved') meeting = { ...meeting, day: addDays(meeting.day, 1) };
          if (kind === 'cancelled' || kind === 'withdrawn') meeting = { ...meeting, state: 'cancelled' };
          if (kind === 'restored') meeting = { ...meeting, state: 'scheduled' };
          if (kind === 'movedBack' && 'change' in taking) meeting = { ...meeting, day: taking.change.day };
          if (act === 'undo' && kind !== 'withdrawn') {
            states.pop();
            expect(snapshot(meeting)).toBe(states.at(-1));
          } else states.push(snapshot(meeting));
        }
        expect(standing(history)).toHaveLength(states.length - 1);
        expect(meeting.sequence).toBe(history.length);
      }),
    );
  });

  const snapshot = (one: Meeting): string => `${one.day} ${one.state}`;

  test('ten minutes, to the millisecond', () => {
    expect(takeBack(MEETING, [], instant(NOW + 600_000))).toEqual({ back: 'withdrawn' });
    expect(takeBack(MEETING, [], instant(NOW + 600_001))).toEqual({ refused: 'tooLate' });
  });
});

test('資料 in the order of their numbers, one version each; a withdrawn one does not count', () => {
  const paper = (mark: string, version: number, withdrawn = false): MeetingPaper => ({
    ...{ meeting: 1, mark, version, title: mark, link: undefined, audience: 'internal', at: NOW, by },
    withdrawnAt: withdrawn ? NOW : undefined,
  });
  const all = [
    paper('10', 1),
    paper('1-2', 1),
    paper('1-2', 2),
    paper('1', 1),
    paper('2', 1),
    paper('1-10', 1),
    paper('1-2', 3, true),
  ];
  expect(latest(all).map((one) => `${one.mark}v${one.version}`)).toEqual(['1v1', '1-2v2', '1-10v1', '2v1', '10v1']);
  expect(isFor('prefecture', { audience: 'internal' })).toBe(false);
  expect(isFor('internal', { audience: 'vendor' })).toBe(true);
});

test('the venue after the last one, round and round', () => {
  const venues = ['那珂市', '五霞町'].map(townHall);
  expect(venues).toEqual(['那珂市役所', '五霞町役場']);
  expect([undefined, '那珂市役所', '五霞町役場 第2会議室', 'どこか'].map((last) => nextVenue(venues, last))).toEqual([
    '那珂市役所',
    '五霞町役場',
    '那珂市役所',
    '那珂市役所',
  ]);
  expect(nextVenue([], undefined)).toBeUndefined();
});
