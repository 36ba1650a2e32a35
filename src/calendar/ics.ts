/**
 * A meeting as a calendar file (RFC 5545, RFC 5546): one UID for ever, SEQUENCE one higher at each change, times in
 * Asia/Tokyo with its VTIMEZONE, lines folded at 75 octets between characters.
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
  readonly organizer: string;
  /** When this revision was made. */
  readonly at: Instant;
}

/** In minutes. */
const USUAL_LENGTH = 120;
const MIDNIGHT = 24 * 60;

/** The text of an .ics file, CRLF at line ends. */
export function icsOf(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Renkei//Renkei//JA',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'TZNAME:JST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.at)}`,
    `DTSTART;TZID=Asia/Tokyo:${local(event.day, event.start)}`,
    `DTEND;TZID=Asia/Tokyo:${local(event.day, event.end ?? event.start + USUAL_LENGTH)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location === undefined ? [] : [`LOCATION:${escaped(event.location)}`]),
    ...(event.description === undefined ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `ORGANIZER;CN="${event.organizer.replace(/["\p{Cc}]/gu, '')}":mailto:no-reply@renkei.invalid`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

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
