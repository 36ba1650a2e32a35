/** `renkei roster import`: a roster from a workbook or CSV; nothing is written while a row is refused. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  comparedWith,
  countsOf,
  linkAccounts,
  linksIn,
  previewLines,
  writeRoster,
} from '../../commands/council/rosterImporting.ts';
import { text } from '../../commands/council/rosterImportText.ts';
import { text as seatText } from '../../commands/council/seatText.ts';
import { understood } from '../../commands/subjects/rosterRows.ts';
import { peopleAmong } from '../../commands/subjects/rosters.ts';
import { officeCalendar } from '../calendar/holidays.ts';
import { type Day, dayAt, instant, parseDay } from '../domain/day.ts';
import { openApart } from '../sheet/reading.ts';
import { rosterIn } from '../sheet/roster.ts';
import type { Store } from '../store/store.ts';
import { en, ja } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const importRosters: Errand = {
  name: 'roster import',
  words: 'FILE [--on DAY] [--dry-run] | --undo N [--council ID]',
  summary: { ja: ja`担当者名簿(xlsx・CSV)を取り込みます`, en: en`import a roster from xlsx or CSV` },
  async run(words) {
    const options = {
      'dry-run': { type: 'boolean' },
      on: { type: 'string' },
      undo: { type: 'string' },
      council: { type: 'string' },
    } as const;
    const given = parsed(this, words, options, words.some((one) => /^--undo(=|$)/.test(one)) ? 0 : 1);
    if (!given) return 2;
    const { council, undo, on: written } = given.values;
    const today = dayAt(instant(Date.now()));
    const on = written === undefined ? today : parseDay(written);
    if (on === undefined) return refuse(text.noDay(written ?? ''));
    const [file = ''] = given.positionals;
    const bytes = undo === undefined ? await readFile(file).catch(() => undefined) : new Uint8Array();
    if (!bytes) return refuse(text.noFile(file));
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      if (undo !== undefined) return takeBack(store, id, Number(/\d+/.exec(undo.normalize('NFKC'))?.[0] ?? 0));
      return bring(store, id, { name: basename(file), bytes, today, on, dryRun: given.values['dry-run'] === true });
    });
  },
};

interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly today: Day;
  readonly on: Day;
  readonly dryRun: boolean;
}

async function bring(store: Store, id: string, { name, bytes, today, on, dryRun }: Brought): Promise<number> {
  const opened = await openApart({ name, bytes });
  if ('refused' in opened) return refuse(opened.refused);
  const { rows } = rosterIn(opened.sheets);
  if (rows.length === 0) return refuse(text.noRoster);
  return store.act(id, async (council) => {
    const chart = await council.chart(today);
    const [known, tenures] = [await council.seats.known(), await council.seats.tenures()];
    // Whoever has the shell has the database: nothing is hidden from the administrator.
    const everyone = { today, own: chart.municipalities.map((one) => one.code) };
    const people = peopleAmong(known, tenures, [], everyone);
    const read = understood(rows, {
      ...{ chart, today, on, calendar: officeCalendar(today), mayNot: () => undefined },
      seats: await council.seats.all(),
      tenures,
      people,
    });
    const found = await comparedWith(read.entries, on, council);
    const [created = 0, ended = 0, changed = 0, renamed = 0] = countsOf(found);
    const counts = text.counts(created, ended, changed, found.unchanged, read.refused.length);
    print(text.preview(name, on));
    print(counts);
    for (const line of await previewLines(found, read.newcomers, chart, everyone, council)) print(line);
    const links = linksIn(read.accounts, people);
    if (links > 0) print(text.links(links));
    for (const { sheet, cell, why } of read.refused) refuse(text.cell(sheet, cell, why));
    if (dryRun) {
      print(text.dryRun);
      return read.refused.length > 0 ? 1 : 0;
    }
    if (read.refused.length > 0) return refuse(text.nothingWritten);
    const whole = chart.bodies.find((one) => one.kind === 'council')?.slug ?? '';
    const team = (await council.channels.ofBody(whole))[0]?.teamId;
    const at = instant(Date.now());
    const audited = (subjects: readonly string[]) =>
      council.audit.write({
        ...{ by: undefined, onBehalf: false, at, act: 'council roster-import', line: 'renkei roster import' },
        subjects,
      });
    if (created + ended + changed + renamed === 0) {
      if (links === 0) {
        print(text.nothing);
        return 0;
      }
      const foreign = await linkAccounts(read.accounts, team, council);
      await audited(read.entries.map((one) => `seat:${one.seat}`));
      print(text.linked(read.accounts.length - foreign.length));
      if (foreign.length > 0) print(text.foreignAccounts(foreign));
      return 0;
    }
    const codes = new Set(read.entries.map((one) => one.code));
    const result = await writeRoster(
      {
        ...{ found, newcomers: read.newcomers, accounts: read.accounts, at, by: undefined },
        code: codes.size === 1 ? [...codes][0] : undefined,
        team,
      },
      council,
    );
    await audited([`roster:${result.id}`]);
    print(text.imported(result.id, counts));
    print(text.takenBackBy(result.id));
    if (result.foreign.length > 0) print(text.foreignAccounts(result.foreign));
    return 0;
  });
}

const takeBack = (store: Store, council: string, id: number): Promise<number> =>
  store.act(council, async (acting) => {
    const change = await acting.seats.byId(id);
    if (!change) return refuse(seatText.noChange(id));
    if (change.undoneAt !== undefined) return refuse(seatText.undoneBefore(id));
    const at = instant(Date.now());
    if (!(await acting.seats.undo(change, { at, person: undefined }))) return refuse(seatText.changedSince(id));
    await acting.audit.write({
      ...{ by: undefined, onBehalf: false, at, act: 'council undo', line: `renkei roster import --undo ${id}` },
      subjects: [`roster:${id}`],
    });
    print(seatText.undone(id, new Set(change.lines.map((one) => one.seat)).size));
    return 0;
  });
