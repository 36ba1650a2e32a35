/**
 * Meetings as calendar files (RFC 5545, RFC 5546): one UID for ever, SEQUENCE one higher at each change, times in
 * Asia/Tokyo with its VTIMEZONE, lines folded at 75 octets between characters.
 *
 * A file of one meeting is a REQUEST or a CANCEL to the bodies that meet; several meetings at once, and a feed, are
 * PUBLISHed, since a request speaks of one UID and a publication names no attendees (RFC 5546, 3.2.1 and 3.2.2).
 */
import { addDays, type Day, type Instant, type Minute } from '../domain/day.ts';

export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly day: Day;
  /** Minutes after midnight in Japan. */
  readonly start: Minute;
  /** Undefined: two hours are shown. */
  readonly end: Minute | undefined;
  readonly location: string | undefined;
  readonly description: string | undefined;
  /** Where one takes part online. */
  readonly link?: string | undefined;
  readonly organizer: string;
  /** The bodies that meet, by name and slug; no person's address. */
  readonly attendees?: readonly Attendee[];
  /** When this revision was made. */
  readonly at: Instant;
}

export interface Attendee {
  readonly name: string;
  readonly slug: string;
}

/** In minutes. */
const USUAL_LENGTH = 120;
const MIDNIGHT = 24 * 60;

/** The text of a meeting's .ics file, CRLF at line ends. */
export const icsOf = (event: CalendarEvent): string =>
  textOf([`METHOD:${event.cancelled ? 'CANCEL' : 'REQUEST'}`], [event], true);

/** Several meetings in one calendar: a series, or a feed with its name. */
export const publishedOf = (events: readonly CalendarEvent[], name?: string): string =>
  textOf(
    [
      'METHOD:PUBLISH',
      ...(name === undefined
        ? []
        : [
            `X-WR-CALNAME:${escaped(name)}`,
            `NAME:${escaped(name)}`,
            'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
            'X-PUBLISHED-TTL:PT1H',
          ]),
    ],
    events,
    false,
  );

function textOf(head: readonly string[], events: readonly CalendarEvent[], addressed: boolean): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Renkei//Renkei//JA',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    ...head,
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'TZNAME:JST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...events.flatMap((event) => linesOf(event, addressed)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent, addressed: boolean): string[] {
  const { location, description, link } = event;
  const where = location ?? link;
  const about = [description, ...(link === undefined ? [] : [`オンライン: ${link}`])].filter(Boolean).join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.at)}`,
    `DTSTART;TZID=Asia/Tokyo:${local(event.day, event.start)}`,
    `DTEND;TZID=Asia/Tokyo:${local(event.day, event.end ?? event.start + USUAL_LENGTH)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(where === undefined ? [] : [`LOCATION:${escaped(where)}`]),
    ...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
    ...(link === undefined ? [] : [`URL:${uri(link)}`]),
    `ORGANIZER;CN="${quoted(event.organizer)}":mailto:no-reply@renkei.invalid`,
    ...(addressed ? (event.attendees ?? []).map((one) => attendee(one, event.uid)) : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** The body as a group, at an address that leads nowhere. */
const attendee = ({ name, slug }: Attendee, uid: string): string =>
  `ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN="${quoted(name)}":mailto:${slug}@${uid.replace(/^.*@/u, '')}`;

/** What a quoted parameter holds. */
const quoted = (text: string): string => text.replace(/["\p{Cc}]/gu, '');

/** A URI is no TEXT: what may not stand in one is percent-encoded. */
const uri = (link: string): string => (URL.canParse(link) ? new URL(link).href : encodeURI(link));

const utc = (at: Instant): string => `${new Date(at).toISOString().replace(/[-:]/gu, '').slice(0, 15)}Z`;

/** Minutes beyond midnight lie in the next day. */
function local(day: Day, minute: Minute): string {
  const on = addDays(day, Math.floor(minute / MIDNIGHT));
  const at = minute % MIDNIGHT;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${on.replaceAll('-', '')}T${two(Math.floor(at / 60))}${two(at % 60)}00`;
}

/** TEXT values (RFC 5545, 3.3.11), which hold no control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n|\r|\n/gu, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');

const OCTETS = 75;

/** Folds a content line (RFC 5545, 3.1) without dividing a character. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += character;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}
