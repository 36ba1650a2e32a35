/** What the rows of a roster's workbook mean in this council: which seat, whom, from when; what cannot be meant is refused by its cell. */
import type { OfficeCalendar } from '../../src/domain/businessDay.ts';
import { bodyOf, type Chart, type Municipality, type Seat, type Tenure } from '../../src/domain/council.ts';
import { type Day, parseDay } from '../../src/domain/day.ts';
import { firstDayOf, fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { holdsPersonalNumber } from '../../src/domain/personalNumber.ts';
import { comeSince, overBefore, type RosterEntry } from '../../src/domain/rosterImport.ts';
import { readDay } from '../../src/domain/when.ts';
import { type RosterField, type RosterRow, rosterFields } from '../../src/sheet/roster.ts';
import type { KnownPerson, NewPerson } from '../../src/store/council/seats.ts';
import type { Text } from '../../src/text/text.ts';
import { nameForm, OFFICES, type Office } from '../arguments/seats.ts';
import { choiceIn } from '../arguments/words.ts';
import { text } from '../council/rosterImportText.ts';
import { bodiesNamed } from './bodies.ts';

/** Somebody who is new: entered under a negative number until they have their own. */
export interface Newcomer extends NewPerson {
  readonly number: number;
  readonly code: string;
}

export interface RefusedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly why: Text;
}

export interface Understood {
  readonly entries: readonly RosterEntry[];
  readonly newcomers: readonly Newcomer[];
  /** Slack accounts that are written, each with whose it is and from when. */
  readonly accounts: readonly { readonly person: number; readonly user: string; readonly from: Day }[];
  readonly refused: readonly RefusedCell[];
}

export interface RosterReader {
  readonly chart: Chart;
  readonly seats: readonly Seat[];
  readonly tenures: readonly Tenure[];
  /** Whom the reader may know. */
  readonly people: readonly (KnownPerson & { readonly municipalities: readonly string[] })[];
  readonly today: Day;
  readonly calendar: OfficeCalendar;
  /** The day for rows that name none. */
  readonly on: Day;
  /** Why this seat may not be changed by whoever brings the workbook; undefined: it may. */
  mayNot(seat: Seat, municipality: string, from: Day): Text | undefined;
}

/** What stands for nobody. */
const NOBODY = new Set(['', '未定', '空き', '欠員', '-', 'ー', '－', 'なし', 'vacant'].map(nameForm));
const HIDDEN = new Set(['(公表前)', '(not published)'].map(nameForm));

export function understood(rows: readonly RosterRow[], reader: RosterReader): Understood {
  const entries: RosterEntry[] = [];
  const newcomers: Newcomer[] = [];
  const accounts: { person: number; user: string; from: Day }[] = [];
  const refused: RefusedCell[] = [];
  const seen = new Set<string>();
  /** Of which a row is refused: half a seat is never imported. */
  const halved = new Set<string>();
  /** Of each seat the first row that names who holds it, or that nobody does. */
  const rowsOf = new Map<string, RosterRow>();
  for (const row of rows) {
    if (HIDDEN.has(nameForm(row.cells.name.words))) continue;
    const secret = rosterFields.find((field) => holdsPersonalNumber(row.cells[field].words));
    if (secret !== undefined) {
      refused.push({ sheet: row.sheet, cell: row.cells[secret].cell, why: text.personalNumber });
      const at = placeOf(row, reader);
      if ('seat' in at) halved.add(keyOf({ seat: at.seat.id, deputy: at.deputy }));
      continue;
    }
    const place = placeOf(row, reader);
    const refuse = (field: RosterField, why: Text): void => {
      refused.push({ sheet: row.sheet, cell: row.cells[field].cell, why });
      if ('seat' in place) halved.add(keyOf({ seat: place.seat.id, deputy: place.deputy }));
    };
    if ('why' in place) {
      refuse(place.field, place.why);
      continue;
    }
    const { seat, municipality, deputy } = place;
    const [from, until] = [dayOf(row, 'from', reader), dayOf(row, 'until', reader)];
    const wrong = [from, until].find((one) => typeof one === 'object');
    if (typeof from === 'object' || typeof until === 'object') {
      if (typeof wrong === 'object') refuse(wrong.field, wrong.why);
      continue;
    }
    if (from !== undefined && until !== undefined && until < from) {
      refuse('until', text.backwards);
      continue;
    }
    const barred = reader.mayNot(seat, municipality.code, from !== undefined && from > reader.on ? from : reader.on);
    if (barred) {
      refuse('municipality', barred);
      continue;
    }
    const section = row.cells.section.words || undefined;
    const entry = { seat: seat.id, code: municipality.code, deputy, from, until, section };
    if (NOBODY.has(nameForm(row.cells.name.words))) {
      entries.push({ ...entry, person: undefined });
      rowsOf.set(keyOf(entry), rowsOf.get(keyOf(entry)) ?? row);
      continue;
    }
    const person = personOf(row, seat, municipality.code, reader, newcomers);
    if (typeof person === 'object') {
      refuse('name', person.why);
      continue;
    }
    const key = `${seat.id} ${deputy} ${person}`;
    if (seen.has(key)) {
      refuse('name', text.twice(row.cells.name.words));
      continue;
    }
    seen.add(key);
    // Who is new to the seat cannot have begun in a year that is over: what was is not rewritten by a workbook.
    const old = from !== undefined && from < firstDayOf(fiscalYearOf(reader.today));
    if (old && person < 0) {
      refuse('from', text.longAgo(row.cells.name.words));
      continue;
    }
    const over = overBefore({ ...entry, person }, reader.tenures, reader.on);
    if (over?.until !== undefined) {
      // What it says of the past is so; what it says otherwise would open the past again.
      if (until !== over.until) refuse('name', text.over(row.cells.name.words, over.until));
      continue;
    }
    const { words: user } = row.cells.account;
    if (user !== '' && !/^[UW][A-Z0-9]{5,}$/u.test(user) && !user.includes('@')) {
      refuse('account', text.noAccount(user));
      continue;
    }
    const { words: email } = row.cells.email;
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email)) {
      refuse('email', text.noMail(email));
      continue;
    }
    if (/^[UW]/u.test(user)) accounts.push({ person, user, from: from ?? reader.on });
    entries.push({ ...entry, person });
    rowsOf.set(keyOf(entry), rowsOf.get(keyOf(entry)) ?? row);
  }
  for (const [key, row] of rowsOf) {
    const asOf = dayIn(row.asOf, reader);
    const named = entries.filter((one) => keyOf(one) === key);
    const since = asOf && comeSince(named, reader.tenures, asOf, reader.on);
    if (!asOf || !since) continue;
    const who = reader.people.find((one) => one.person === since.person)?.name ?? '';
    refused.push({ sheet: row.sheet, cell: row.cells.name.cell, why: text.since(who, since.from, asOf) });
    halved.add(key);
  }
  const whole = entries.filter((one) => !halved.has(keyOf(one)));
  const used = new Set(whole.map((one) => one.person));
  return {
    entries: whole,
    newcomers: newcomers.filter((one) => used.has(one.number)),
    accounts: accounts.filter((one) => used.has(one.person)),
    refused,
  };
}

const keyOf = ({ seat, deputy }: Pick<RosterEntry, 'seat' | 'deputy'>): string => `${seat} ${deputy}`;

type Wrong = { readonly field: RosterField; readonly why: Text };

const PRIMARY = new Set(['', '正', '主', 'primary'].map(nameForm));
const DEPUTY = new Set(['副', '代理', 'deputy'].map(nameForm));

function placeOf(
  { cells }: RosterRow,
  { chart, seats }: RosterReader,
): { readonly seat: Seat; readonly municipality: Municipality; readonly deputy: boolean } | Wrong {
  const { body: bodyCell, municipality: place, role: roleCell, deputy: deputyCell } = cells;
  const [body, ...others] = bodiesNamed(bodyCell.words, chart);
  if (!body || others.length > 0) {
    const names = chart.bodies.map((one) => one.name);
    return { field: 'body', why: text.noBody(bodyCell.words, nearest(bodyCell.words, names)) };
  }
  const municipality = chart.municipalities.find(
    (one) => fold(one.name) === fold(place.words) || one.code === place.words.padStart(6, '0'),
  );
  if (!municipality) {
    const names = chart.municipalities.map((one) => one.name);
    return { field: 'municipality', why: text.noMunicipality(place.words, nearest(place.words, names)) };
  }
  const usual: Office = municipality.kind === 'adviser' ? 'adviser' : 'member';
  const role = roleCell.words === '' ? usual : choiceIn(OFFICES, roleCell.words);
  if (role === undefined) return { field: 'role', why: text.noRole(roleCell.words) };
  const seat = seats.find((one) => {
    if (one.body !== body.slug || one.role !== role) return false;
    return role === 'lead' || one.municipality === municipality.code;
  });
  if (!seat || !bodyOf(chart, seat.body)) return { field: 'role', why: text.noSeat(body.name, municipality.name) };
  const written = nameForm(deputyCell.words);
  if (!PRIMARY.has(written) && !DEPUTY.has(written)) return { field: 'deputy', why: text.noDeputy(deputyCell.words) };
  return { seat, municipality, deputy: DEPUTY.has(written) };
}

function dayOf(
  { cells }: RosterRow,
  field: 'from' | 'until',
  { today, calendar }: RosterReader,
): Day | undefined | Wrong {
  const { words, date } = cells[field];
  if (words === '') return undefined;
  const exact = parseDay(date ?? words);
  if (exact) return exact;
  return dayIn(words, { today, calendar }) ?? { field, why: text.noDay(words) };
}

function dayIn(words: string | undefined, { today, calendar }: Pick<RosterReader, 'today' | 'calendar'>) {
  if (words === undefined) return undefined;
  const reading = readDay(words, today, calendar);
  return 'read' in reading && reading.length === words.length ? reading.read.day : undefined;
}

/**
 * By account, by mail, by name within the municipality (of namesakes who holds the seat, or by ふりがな); somebody new where
 * nobody is meant.
 */
function personOf(
  { cells }: RosterRow,
  seat: Seat,
  code: string,
  { people, tenures }: RosterReader,
  newcomers: Newcomer[],
): number | { readonly why: Text } {
  const { name, kana, email, account } = cells;
  const named = people.filter((one) => nameForm(one.name) === nameForm(name.words));
  const byAccount = named.find((one) => account.words !== '' && one.accounts.includes(account.words));
  const byMail = named.find((one) => email.words !== '' && one.email === email.words);
  const sure = byAccount ?? byMail;
  if (sure) return sure.person;
  const near = named.filter((one) => one.municipalities.length === 0 || one.municipalities.includes(code));
  const byKana = near.filter((one) => kana.words !== '' && one.kana && nameForm(one.kana) === nameForm(kana.words));
  const holding = near.filter((one) => tenures.some((held) => held.seat.id === seat.id && held.person === one.person));
  const [only, ...others] = byKana.length === 1 ? byKana : holding.length === 1 ? holding : near;
  if (only && others.length > 0) return { why: text.namesakes(name.words, near.length) };
  if (only) return only.person;
  const same = newcomers.find(
    (one) => nameForm(one.name) === nameForm(name.words) && (one.email ?? '') === email.words && one.code === code,
  );
  if (same) return same.number;
  const number = -(newcomers.length + 1);
  newcomers.push({ number, code, name: name.words, kana: kana.words || undefined, email: email.words || undefined });
  return number;
}
