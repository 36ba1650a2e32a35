/** The date poll: answers belong to a municipality and a candidate, edits touch one candidate only, the clock closes it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { bestOf, ranking, type Surroundings } from '../../src/domain/bestDate.ts';
import { seasonsAround, USUAL_SEASONS } from '../../src/domain/busySeason.ts';
import { addDays, day, endOfDay, type Instant, instant, instantAt } from '../../src/domain/day.ts';
import type { Slot } from '../../src/domain/meeting.ts';
import {
  addCandidate,
  answerOf,
  answerPoll,
  candidatesOf,
  type Edited,
  joinPoll,
  type Mark,
  moveCandidate,
  type Poll,
  type PollAnswer,
  removeCandidate,
  standingOf,
  unanswered,
} from '../../src/domain/poll.ts';
import { type PollChange, type PollDeed, takeBackPoll } from '../../src/domain/pollChange.ts';

const TOWNS = ['082252', '082261', '082309', '085421'];
const NOW = instantAt(day('2026-06-03'), 10 * 60);
const at = (on: string, hour = 14): Slot => ({ day: day(on), start: hour * 60, end: (hour + 2) * 60 });

const EMPTY: Poll = {
  number: 1,
  body: 'kaigo',
  joint: [],
  deadline: day('2026-06-05'),
  state: 'open',
  candidates: [],
  answers: [],
};

function edited(result: Edited): Poll {
  if ('refused' in result) throw new Error(result.refused);
  return result.poll;
}

const pollOf = (...slots: Slot[]): Poll => slots.reduce((poll, slot) => edited(addCandidate(poll, slot, NOW)), EMPTY);

const clerk = (town: string, person = 1) => ({
  person,
  seats: [{ body: 'kaigo', seat: `s-${town}` }],
  mayAnswerFor: [town],
  source: undefined,
});

function answered(poll: Poll, town: string, marks: Record<number, Mark>, person = 1, when: Instant = NOW): Poll {
  const given = new Map(Object.entries(marks).map(([number, mark]) => [Number(number), mark]));
  const result = answerPoll(poll, town, given, clerk(town, person), when);
  if ('refused' in result) throw new Error(result.refused);
  return { ...poll, answers: [...poll.answers, ...result.answers] };
}

describe('Answers', () => {
  const poll = pollOf(at('2026-06-12'), at('2026-06-15'));
  const yes = new Map<number, Mark>([[1, 'yes']]);

  test('are taken to the last moment of the deadline day and refused after it, though nothing ran', () => {
    const last = endOfDay(poll.deadline);
    expect(answerPoll(poll, TOWNS[0]!, yes, clerk(TOWNS[0]!), last)).toHaveProperty('answers');
    const late = instant(last + 1);
    expect(standingOf(poll, late)).toBe('closed');
    expect(answerPoll(poll, TOWNS[0]!, yes, clerk(TOWNS[0]!), late)).toEqual({ refused: 'closed', standing: 'closed' });
  });

  test('for another municipality, or a candidate that is not there, are refused as a whole', () => {
    expect(answerPoll(poll, TOWNS[1]!, yes, clerk(TOWNS[0]!), NOW)).toEqual({ refused: 'notTheirs' });
    const marks = new Map<number, Mark>([...yes, [9, 'no']]);
    expect(answerPoll(poll, TOWNS[0]!, marks, clerk(TOWNS[0]!), NOW)).toEqual({ refused: 'unknown', candidate: 9 });
  });

  test('of the primary and the deputy are one answer: the latest counts, both are kept', () => {
    const both = answered(answered(poll, TOWNS[0]!, { 1: 'yes' }, 1), TOWNS[0]!, { 1: 'no' }, 2);
    expect(both.answers).toHaveLength(2);
    expect(answerOf(both, both.candidates[0]!, TOWNS[0]!)).toMatchObject({ mark: 'no', person: 2 });
    expect(unanswered(answered(both, TOWNS[0]!, { 2: 'maybe' }), TOWNS)).toEqual(TOWNS.slice(1));
  });
});

describe('Edits', () => {
  const poll = answered(pollOf(at('2026-06-12'), at('2026-06-15')), TOWNS[0]!, { 1: 'yes', 2: 'no' });

  test('a moved candidate keeps its number and is asked again; the other keeps its answer', () => {
    const moved = edited(moveCandidate(poll, 1, at('2026-06-16'), NOW));
    expect(moved.candidates.map((one) => [one.number, one.revision])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(answerOf(moved, moved.candidates[0]!, TOWNS[0]!)).toBeUndefined();
    expect(answerOf(moved, moved.candidates[1]!, TOWNS[0]!)?.mark).toBe('no');
  });

  test('a time that was removed comes back under its number, with its answers', () => {
    const back = edited(addCandidate(edited(removeCandidate(poll, 1)), at('2026-06-12'), NOW));
    expect(back.candidates).toHaveLength(2);
    expect(answerOf(back, back.candidates[0]!, TOWNS[0]!)?.mark).toBe('yes');
  });

  test('the past, a time that is there, an unknown number, the last one and a poll that is over are refused', () => {
    expect(addCandidate(poll, at('2026-06-02'), NOW)).toEqual({ refused: 'past' });
    expect(addCandidate(poll, at('2026-06-15'), NOW)).toEqual({ refused: 'already', candidate: 2 });
    expect(moveCandidate(poll, 7, at('2026-06-16'), NOW)).toEqual({ refused: 'unknown', candidate: 7 });
    expect(removeCandidate(edited(removeCandidate(poll, 2)), 1)).toEqual({ refused: 'last' });
    const over = { ...poll, state: 'cancelled' as const };
    expect(addCandidate(over, at('2026-06-16'), NOW)).toEqual({ refused: 'over', standing: 'cancelled' });
  });

  test('in 1,000 random interleavings of edits, their undoing and answers no untouched answer changes, and none counts for another time', () => {
    const number = fc.integer({ min: 1, max: 8 });
    const slot = fc.integer({ min: 1, max: 12 }).map((n) => at(addDays(day('2026-06-08'), n)));
    const step = fc.oneof(
      fc.record({ act: fc.constant('add' as const), slot }),
      fc.record({ act: fc.constant('move' as const), number, slot }),
      fc.record({ act: fc.constant('remove' as const), number }),
      fc.record({ act: fc.constant('undo' as const) }),
      fc.record({
        act: fc.constant('answer' as const),
        number,
        town: fc.constantFrom(...TOWNS),
        mark: fc.constantFrom<Mark>('yes', 'maybe', 'no'),
      }),
    );
    const table = (poll: Poll) =>
      new Map(
        candidatesOf(poll).flatMap((one) =>
          TOWNS.map((town) => [`${one.number} ${town}`, answerOf(poll, one, town)?.mark] as const),
        ),
      );

    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        let poll = pollOf(at('2026-06-12'), at('2026-06-15'));
        const history: PollChange[] = [];
        const note = (deed: PollDeed) => {
          history.push({ serial: history.length + 1, at: NOW, by: { person: 1, seat: 's' }, ...deed });
        };
        const answeredAt = new Map<PollAnswer, Slot>();
        for (const one of steps) {
          const before = poll;
          let touched: string;
          if (one.act === 'answer') {
            const marks = new Map([[one.number, one.mark]]);
            const result = answerPoll(poll, one.town, marks, clerk(one.town), NOW);
            touched = `${one.number} ${one.town}`;
            if ('answers' in result) {
              const slot = poll.candidates.find((each) => each.number === one.number)?.slot;
              for (const answer of result.answers) if (slot) answeredAt.set(answer, slot);
              poll = { ...poll, answers: [...poll.answers, ...result.answers] };
            }
          } else if (one.act === 'undo') {
            const back = takeBackPoll({ ...poll, createdAt: NOW }, history, NOW);
            touched = '';
            if ('candidate' in back && 'change' in back) {
              const { candidate } = back;
              touched = `${candidate.number} `;
              const candidates = poll.candidates.map((each) => (each.number === candidate.number ? candidate : each));
              poll = { ...poll, candidates };
              note({ kind: 'undone', undoes: back.change.serial });
            }
          } else {
            const result =
              one.act === 'add'
                ? addCandidate(poll, one.slot, NOW)
                : one.act === 'move'
                  ? moveCandidate(poll, one.number, one.slot, NOW)
                  : removeCandidate(poll, one.number);
            touched = 'refused' in result ? '' : `${result.candidate.number} `;
            if ('poll' in result) {
              const { number: candidate } = result.candidate;
              note({ kind: 'candidate', candidate, before: poll.candidates.find((each) => each.number === candidate) });
              poll = result.poll;
            }
          }
          const after = table(poll);
          for (const [key, mark] of table(before)) {
            if (touched === '' || !key.startsWith(touched)) expect(after.get(key)).toBe(mark);
          }
          for (const each of candidatesOf(poll))
            for (const town of TOWNS) {
              const counts = answerOf(poll, each, town);
              if (counts) expect(answeredAt.get(counts)).toEqual(each.slot);
            }
          expect(poll.answers.slice(0, before.answers.length)).toEqual(before.answers);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A body that joins', () => {
  const poll = answered(pollOf(at('2026-06-12')), TOWNS[0]!, { 1: 'yes' });
  const joining = { body: 'kokuho', agenda: ['保険料の確認'] };

  test('is asked from then on; what was answered stays, and is not its answer', () => {
    const result = joinPoll(poll, joining, NOW);
    if ('refused' in result) throw new Error(result.refused);
    expect(result.poll).toEqual({ ...poll, joint: [joining] });
    expect(unanswered(result.poll, TOWNS)).toEqual(TOWNS.slice(1));
    expect(unanswered(result.poll, TOWNS, 'kokuho')).toEqual(TOWNS);
  });

  test.each<[string, Poll, string, Instant, object]>([
    ['that called it', poll, 'kaigo', NOW, { refused: 'already' }],
    ['that joined already', { ...poll, joint: [joining] }, 'kokuho', NOW, { refused: 'already' }],
    [
      'after its deadline',
      poll,
      'kokuho',
      instant(endOfDay(poll.deadline) + 1),
      { refused: 'over', standing: 'closed' },
    ],
    ['when it is decided', { ...poll, state: 'decided' }, 'kokuho', NOW, { refused: 'over', standing: 'decided' }],
    [
      'when it is withdrawn',
      { ...poll, state: 'cancelled' },
      'kokuho',
      NOW,
      { refused: 'over', standing: 'cancelled' },
    ],
  ])('is refused %s', (_, on, body, now, refused) => {
    expect(joinPoll(on, { body, agenda: [] }, now)).toEqual(refused);
  });

  test('parts again within ten minutes, of those that joined the last', () => {
    const both = { ...poll, joint: [joining, { body: 'marufuku', agenda: [] }], createdAt: NOW };
    const by = { person: 1, seat: 's' };
    const history: PollChange[] = both.joint.map((one, i) => ({ serial: i + 1, at: NOW, by, kind: 'joined', ...one }));
    expect(takeBackPoll(both, history, NOW)).toMatchObject({ back: 'joined', body: 'marufuku', joint: [joining] });
    expect(takeBackPoll(both, history, instant(NOW + 10 * 60_000 + 1))).toEqual({ refused: 'tooLate' });
  });
});

describe('The best date', () => {
  const rules = (quorum: number, absenceBlocks = false) => new Map([['kaigo', { quorum, absenceBlocks }]]);
  const around: Surroundings = {
    municipalities: TOWNS,
    rules: rules(3),
    calendar: officeCalendar(day('2026-06-03')),
    seasons: [],
    suspended: [],
    engagements: [],
  };
  const all = (poll: Poll, ...marks: Record<number, Mark>[]): Poll =>
    marks.reduce((so, given, n) => answered(so, TOWNS[n]!, given), poll);
  const best = (poll: Poll, more: Partial<Surroundings> = {}) =>
    bestOf(ranking(poll, { ...around, ...more }))?.candidate.number;

  const two = pollOf(at('2026-06-12'), at('2026-06-15'));
  /** The first has two ○ and no more, the second one ○ and two △. */
  const quorumSecond = all(
    two,
    { 1: 'yes', 2: 'yes' },
    { 1: 'yes', 2: 'maybe' },
    { 1: 'no', 2: 'maybe' },
    { 1: 'no', 2: 'no' },
  );

  test('is one with a quorum, though another has more ○; then ○ is before △', () => {
    expect(best(quorumSecond)).toBe(2);
    expect(best(quorumSecond, { rules: rules(2) })).toBe(1);
  });

  test('is never one that a municipality blocks, where the body says so', () => {
    expect(best(quorumSecond, { rules: rules(3, true) })).toBeUndefined();
  });

  test('is never on a holiday or from 12/29 to 1/3, however many can come', () => {
    const marks = TOWNS.map((): Record<number, Mark> => ({ 1: 'yes', 2: 'yes', 3: 'maybe' }));
    const poll = all(pollOf(at('2026-07-20'), at('2026-12-29'), at('2026-07-21')), ...marks);
    expect(best(poll)).toBe(3);
    expect(ranking(poll, around).map((one) => one.warnings)).toEqual([
      [],
      [{ kind: 'closedDay', why: 'holiday' }],
      [{ kind: 'closedDay', why: 'yearEnd' }],
    ]);
  });

  test('is never where somebody sits in another meeting; another poll’s candidate only warns', () => {
    const poll = all(two, ...TOWNS.map((): Record<number, Mark> => ({ 1: 'yes', 2: 'maybe' })));
    const busy = { person: 7, slot: at('2026-06-12', 15) };
    expect(best(poll)).toBe(1);
    expect(best(poll, { engagements: [{ ...busy, at: { meeting: 12 } }] })).toBe(2);
    expect(best(poll, { engagements: [{ ...busy, at: { poll: 2 } }] })).toBe(1);
    expect(ranking(poll, { ...around, engagements: [{ ...busy, at: { poll: 1 } }] })[0]?.warnings).toEqual([]);
  });

  test('busy seasons and suspensions warn, of the municipalities and bodies that they concern', () => {
    const season = { name: '6月議会', from: day('2026-06-10'), until: day('2026-06-13'), bodies: undefined };
    const warnings = (town: string, bodies?: string[]) =>
      ranking(two, { ...around, seasons: [{ ...season, municipalities: [town], ...(bodies && { bodies }) }] })
        .find((one) => one.candidate.number === 1)
        ?.warnings.map((one) => one.kind);
    expect(warnings(TOWNS[0]!)).toEqual(['busy']);
    expect(warnings('999999')).toEqual([]);
    expect(warnings(TOWNS[0]!, ['kokuho'])).toEqual([]);
    const suspended = [
      { municipality: TOWNS[1]!, kind: 'election' as const, from: day('2026-06-15'), until: undefined },
    ];
    expect(ranking(two, { ...around, suspended }).map((one) => one.warnings.length)).toEqual([0, 1]);
  });

  test('a poll over the turn of the year knows the seasons of the next', () => {
    const around = seasonsAround(day('2026-12-21'), USUAL_SEASONS, []);
    const on = (one: string) => around.filter(({ from, until }) => from <= one && one <= until).map(({ name }) => name);
    expect([on('2026-12-21'), on('2027-03-05')]).toEqual([['12月議会'], ['3月議会', '申告']]);
  });
});
