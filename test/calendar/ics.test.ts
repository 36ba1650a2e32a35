/** A meeting's calendar file as others read it: two parsers that are not ours must understand the same. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, icsOf, publishedOf } from '../../src/calendar/ics.ts';
import { type Day, day, instant } from '../../src/domain/day.ts';

const MEETING: CalendarEvent = {
  uid: 'M12@ibaraki.renkei.invalid',
  sequence: 0,
  cancelled: false,
  summary: '介護保険WG 会議(M12)',
  day: day('2026-06-12'),
  start: 14 * 60,
  end: 16 * 60,
  location: '那珂市役所',
  description: '1 要件の確認\n2 次回の日程',
  organizer: '事務局(那珂市)',
  at: instant(Date.parse('2026-06-01T10:00:05+09:00')),
};

/** What both read, in the same words. */
interface Understood {
  readonly method: string | undefined;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | undefined;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
  readonly zone: string | undefined;
  readonly summary: string;
  readonly location: string | undefined;
  readonly description: string | undefined;
  readonly organizer: string | undefined;
}

/** Mozilla's parser, as Thunderbird has it; the VTIMEZONE of the file gives the times. */
function byMozilla(ics: string): Understood {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const [zone] = calendar.getAllSubcomponents('vtimezone');
  const component = calendar.getFirstSubcomponent('vevent');
  if (!zone || !component) throw new Error('a calendar without an event or a zone');
  const event = new ICAL.Event(component);
  const tokyo = new ICAL.Timezone(zone);
  const instantOf = (time: ICAL.Time): string => {
    const zoned = time.clone();
    zoned.zone = tokyo;
    return new Date(zoned.toUnixTime() * 1_000).toISOString();
  };
  return {
    method: calendar.getFirstPropertyValue('method')?.toString(),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status')?.toString(),
    start: instantOf(event.startDate),
    end: instantOf(event.endDate),
    stamp: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
    zone: component.getFirstProperty('dtstart')?.getFirstParameter('tzid'),
    summary: event.summary,
    location: event.location ?? undefined,
    description: event.description ?? undefined,
    organizer: component.getFirstProperty('organizer')?.getFirstParameter('cn'),
  };
}

function byTsIcs(ics: string): Understood {
  const calendar = convertIcsCalendar(undefined, ics);
  const [event] = calendar.events ?? [];
  if (!event) throw new Error('a calendar without an event');
  return {
    method: calendar.method,
    uid: event.uid,
    sequence: event.sequence ?? 0,
    status: event.status,
    start: event.start.date.toISOString(),
    end: event.end?.date.toISOString() ?? '',
    stamp: event.stamp.date.toISOString(),
    zone: event.start.local?.timezone,
    summary: event.summary,
    location: event.location,
    description: event.description,
    organizer: event.organizer?.name,
  };
}

const PARSERS: readonly [name: string, parse: (ics: string) => Understood][] = [
  ['ical.js', byMozilla],
  ['ts-ics', byTsIcs],
];

describe.each(PARSERS)('Read by %s', (_, understood) => {
  const read = (change: Partial<CalendarEvent> = {}): Understood => understood(icsOf({ ...MEETING, ...change }));

  test('a meeting is what was called', () => {
    expect(read()).toEqual({
      method: 'REQUEST',
      uid: 'M12@ibaraki.renkei.invalid',
      sequence: 0,
      status: 'CONFIRMED',
      start: '2026-06-12T05:00:00.000Z',
      end: '2026-06-12T07:00:00.000Z',
      stamp: '2026-06-01T01:00:05.000Z',
      zone: 'Asia/Tokyo',
      summary: '介護保険WG 会議(M12)',
      location: '那珂市役所',
      description: '1 要件の確認\n2 次回の日程',
      organizer: '事務局(那珂市)',
    });
  });

  test('a cancellation has the same identity and a higher revision', () => {
    expect(read({ cancelled: true, sequence: 1 })).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: read().uid,
      sequence: 1,
    });
  });

  test.each<[title: string, start: number, end: number | undefined, from: string, to: string]>([
    ['without an end it lasts two hours', 14 * 60, undefined, '2026-06-12T05:00', '2026-06-12T07:00'],
    ['at midnight it begins in that day', 0, 60, '2026-06-11T15:00', '2026-06-11T16:00'],
    ['until 24:00 it ends as the next day begins', 22 * 60, 24 * 60, '2026-06-12T13:00', '2026-06-12T15:00'],
    ['two hours from 23:00 reach into the next day', 23 * 60, undefined, '2026-06-12T14:00', '2026-06-12T16:00'],
    ['a minute before midnight, too', 24 * 60 - 1, undefined, '2026-06-12T14:59', '2026-06-12T16:59'],
  ])('%s', (_title, start, end, from, to) => {
    expect(read({ start, end })).toMatchObject({ start: `${from}:00.000Z`, end: `${to}:00.000Z` });
  });

  test('the last hours of a year end in the next', () => {
    expect(read({ day: day('2026-12-31'), start: 23 * 60, end: 24 * 60 }).end).toBe('2026-12-31T15:00:00.000Z');
  });

  test('place and agenda may be missing', () => {
    const { location, description } = read({ location: undefined, description: undefined });
    expect([location, description]).toEqual([undefined, undefined]);
  });

  test.each([
    ['commas and semicolons', '市役所, 2階; 会議室'],
    ['backslashes', String.raw`C:\資料\n次第`],
    ['line breaks', '1 確認\n2 日程\n\n以上'],
    ['colons and quotes', '「議題」: "確認"'],
    ['an emoji and a rare kanji', '🏢 𠮷野 葛\u{e0100}城'],
    ['a long text', '介護保険の資格管理について確認する。'.repeat(40)],
  ])('%s stay as typed', (_title, words) => {
    expect(read({ summary: words, location: words, description: words })).toMatchObject({
      summary: words,
      location: words,
      description: words,
    });
  });

  test('line breaks of other systems become one', () => {
    expect(read({ description: '1\r\n2\r3' }).description).toBe('1\n2\n3');
  });

  test('what is no character of a text is left out', () => {
    expect(read({ summary: '確\u0000認\u001b[1m\u007f' }).summary).toBe('確認[1m');
  });

  test('the organiser cannot end its quotes, nor begin a line', () => {
    expect(read({ organizer: '事務局"X="\r\nATTENDEE:偽\u0007' })).toMatchObject({
      organizer: '事務局X=ATTENDEE:偽',
      summary: MEETING.summary,
    });
  });
});

test('words that look like the calendar’s own end nothing', () => {
  const words = 'END:VEVENT\nEND:VCALENDAR\nSUMMARY:偽';
  // ts-ics looks for these words anywhere in a line.
  expect(byMozilla(icsOf({ ...MEETING, description: words }))).toMatchObject({
    description: words,
    summary: MEETING.summary,
  });
});

test('the bodies are attendees by name, at addresses that lead nowhere; a link is an address and is not broken', () => {
  const link = 'https://example.com/j/1?a=1,2;b=\\"会議"';
  const ics = icsOf({
    ...MEETING,
    location: undefined,
    link,
    attendees: [{ slug: 'kaigo', name: '介護"保険WG\r\nX:1' }],
  });
  const event = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent');
  const attendee = event?.getFirstProperty('attendee');
  expect([attendee?.getFirstParameter('cn'), attendee?.getFirstValue()]).toEqual([
    '介護保険WGX:1',
    'mailto:kaigo@ibaraki.renkei.invalid',
  ]);
  expect(event?.getFirstPropertyValue('url')).toBe(new URL(link).href);
  expect(byMozilla(ics).location).toBe(link);
  expect(byTsIcs(ics)).toMatchObject({ location: link, uid: MEETING.uid });
  expect(convertIcsCalendar(undefined, ics).events?.[0]?.attendees?.[0]?.email).toBe('kaigo@ibaraki.renkei.invalid');
});

test('several are published in one calendar, without attendees, with its name', () => {
  const several = [MEETING, { ...MEETING, uid: 'M13@ibaraki.renkei.invalid', cancelled: true, sequence: 3 }];
  const ics = publishedOf(
    several.map((one) => ({ ...one, attendees: [{ slug: 'kaigo', name: '介護' }] })),
    '予定 全体',
  );
  const calendar = new ICAL.Component(ICAL.parse(ics));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('予定 全体');
  const uids = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).uid);
  expect(uids).toEqual(several.map((one) => one.uid));
  expect(convertIcsCalendar(undefined, ics).events?.map((one) => [one.uid, one.status])).toEqual([
    ['M12@ibaraki.renkei.invalid', 'CONFIRMED'],
    ['M13@ibaraki.renkei.invalid', 'CANCELLED'],
  ]);
  expect(ics).not.toContain('ATTENDEE');
});

describe('As text', () => {
  const rowsOf = (change: Partial<CalendarEvent> = {}): string[] => icsOf({ ...MEETING, ...change }).split('\r\n');

  test('the whole file', () => {
    expect(icsOf(MEETING).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      PRODID:-//Renkei//Renkei//JA
      VERSION:2.0
      CALSCALE:GREGORIAN
      METHOD:REQUEST
      BEGIN:VTIMEZONE
      TZID:Asia/Tokyo
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0900
      TZOFFSETTO:+0900
      TZNAME:JST
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:M12@ibaraki.renkei.invalid
      SEQUENCE:0
      DTSTAMP:20260601T010005Z
      DTSTART;TZID=Asia/Tokyo:20260612T140000
      DTEND;TZID=Asia/Tokyo:20260612T160000
      SUMMARY:介護保険WG 会議(M12)
      LOCATION:那珂市役所
      DESCRIPTION:1 要件の確認\\n2 次回の日程
      ORGANIZER;CN="事務局(那珂市)":mailto:no-reply@renkei.invalid
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      "
    `);
  });

  test('every line ends in CR and LF, the last too', () => {
    expect(icsOf(MEETING)).toMatch(/^(?:[^\r\n]+\r\n)+$/u);
  });

  test('Japanese is folded before the 76th octet, between characters', () => {
    const rows = rowsOf({ description: 'あ'.repeat(60) });
    const first = rows.findIndex((row) => row.startsWith('DESCRIPTION'));
    expect(rows.slice(first, first + 4).map((row) => [Buffer.byteLength(row), [...row].length])).toMatchInlineSnapshot(`
      [
        [
          75,
          33,
        ],
        [
          73,
          25,
        ],
        [
          46,
          16,
        ],
        [
          66,
          54,
        ],
      ]
    `);
  });

  test('a long text in one line, and one that is not long, in ASCII and in characters of four octets', () => {
    for (const character of ['a', 'é', 'あ', '🏢']) {
      for (let n = 1; n < 200; n += 1) {
        const rows = rowsOf({ summary: character.repeat(n) });
        expect(Math.max(...rows.map((row) => Buffer.byteLength(row)))).toBeLessThanOrEqual(75);
      }
    }
  });
});

describe('For every meeting', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    fc
      .array(fc.constantFrom(',', ';', '\\', '\\n', '\n', ':', '"', 'あ', '🏢', ' x'), { minLength: 1 })
      .map((pieces) => pieces.join('')),
  );
  const meetings: fc.Arbitrary<CalendarEvent> = fc.record({
    uid: fc.integer({ min: 1, max: 9_999 }).map((n) => `M${n}@ibaraki.renkei.invalid`),
    sequence: fc.nat(99),
    cancelled: fc.boolean(),
    summary: words,
    day: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as Day),
    start: fc.integer({ min: 0, max: 1439 }),
    end: fc.constant(undefined),
    location: words,
    description: words,
    organizer: fc.constantFrom('事務局(那珂市)', '事務局(五霞町)'),
    at: fc.integer({ min: 0, max: 4e9 }).map((seconds) => instant(seconds * 1_000)),
  });

  test('lines are at most 75 octets and hold whole characters', () => {
    const whole = new TextDecoder('utf-8', { fatal: true });
    fc.assert(
      fc.property(meetings, (meeting) => {
        const rows = Buffer.from(icsOf(meeting)).toString('latin1').split('\r\n');
        for (const row of rows) {
          expect(row.length).toBeLessThanOrEqual(75);
          expect(() => whole.decode(Buffer.from(row, 'latin1'))).not.toThrow();
        }
      }),
    );
  });

  test('both parsers understand the same, and the words are those that were put in', () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const ics = icsOf(meeting);
        const [mozilla, tsIcs] = [byMozilla(ics), byTsIcs(ics)];
        expect(tsIcs).toEqual(mozilla);
        expect(mozilla).toMatchObject({
          uid: meeting.uid,
          sequence: meeting.sequence,
          summary: meeting.summary,
          location: meeting.location,
          description: meeting.description,
        });
      }),
    );
  });
});
