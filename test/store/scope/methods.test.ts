/** Two councils in one database: what one does through its store, the other neither sees nor feels. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import { addDays, day, instantAt } from '../../../src/domain/day.ts';
import { fiscalYearOf } from '../../../src/domain/fiscalYear.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { same } from '../../../src/text/text.ts';
import { NOW, type Remembered, rows, TODAY } from '../../support/council.ts';
import {
  accepted,
  byOf,
  candidate,
  circulation,
  decision,
  declined,
  draftOf,
  HERE,
  JOINER,
  MARK,
  meeting,
  NEXT,
  noteOf,
  office,
  PAGE,
  paper,
  person,
  poll,
  pollAnswer,
  position,
  profile,
  renamed,
  rosterChange,
  step,
  syncRun,
  THEIR_CHANNEL,
  THERE,
  tick,
  twoCouncils,
} from '../../support/neighbours.ts';

let memory: Remembered;
let store: Store;
beforeAll(async () => {
  memory = await twoCouncils();
  store = memory.store;
  const at = new Date(NOW);
  const sent = { councilId: THERE, key: 'x', kind: 'post', lane: 'x', state: 'sent', letter: THEIR_LETTER.letter };
  await store.client.outbox.create({
    data: { ...sent, id: THEIR_LETTER.id, notBefore: at, createdAt: at, sentAt: at },
  });
});
afterAll(() => memory.close());

const THEIR_LETTER = { id: 1n, letter: '1.x', personId: null, address: 'x@example.jp' };

/** Every method's name: `items.list`, `chart`. */
type Method = {
  [Part in keyof CouncilStore & string]: CouncilStore[Part] extends (...args: never[]) => unknown
    ? Part
    : CouncilStore[Part] extends string
      ? never
      : `${Part}.${keyof CouncilStore[Part] & string}`;
}[keyof CouncilStore & string];

/** Each method that reads, asked for all that it gives. */
const READS = {
  council: (of) => of.council(),
  chart: (of) => of.chart(),
  tenuresOf: (of) => of.tenuresOf([person.here, person.there], TODAY),
  tenuresOn: (of) => of.tenuresOn(TODAY),
  presentAtCouncil: async (of) => [...(await of.presentAtCouncil(TODAY))],
  'seats.all': (of) => of.seats.all(),
  'seats.tenures': (of) => of.seats.tenures(['kaigo:082261']),
  'seats.sections': (of) => of.seats.sections(),
  'seats.known': (of) => of.seats.known(),
  'seats.byId': (of) => Promise.all([1, 2].map((id) => of.seats.byId(id))),
  'seats.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.seats.lastBy(one))),
  'rotations.decided': (of) => of.rotations.decided(),
  'rosters.publications': (of) => of.rosters.publications(),
  'joinings.steps': (of) => of.joinings.steps(),
  'joinings.taken': (of) => of.joinings.taken(),
  'joinings.inUse': (of) => of.joinings.inUse(['kaigo:082261']),
  'joinings.spent': (of) => of.joinings.spent(JOINER.code, addDays(TODAY, 60)),
  'joinings.price': (of) => of.joinings.price(JOINER.code),
  'joinings.past': (of) => of.joinings.past(JOINER.code),
  'joinings.term': (of) => of.joinings.term(1),
  'joinings.buddies': async (of) => [...(await of.joinings.buddies(JOINER.code))],
  'adoptions.of': (of) => of.adoptions.of(JOINER.code),
  'adoptions.batch': (of) => of.adoptions.batch(1),
  'adoptions.lastBatchBy': (of) => Promise.all([person.here, person.there].map((one) => of.adoptions.lastBatchBy(one))),
  'adoptions.askedBy': (of) => Promise.all([1, 2].map((one) => of.adoptions.askedBy(one))),
  'adoptions.superseded': (of) => of.adoptions.superseded([1, 2]),
  'adoptions.differences': (of) => of.adoptions.differences(JOINER.code),
  seatsOf: (of) => of.seatsOf('kaigo'),
  seat: (of) => of.seat('kaigo:lead'),
  people: (of) => of.people(),
  names: async (of) => [...(await of.names([person.here, person.there]))],
  mails: async (of) => [...(await of.mails([person.here, person.there]))],
  personOf: async (of) => [
    await of.personOf('T0RENKEI', 'U0NAKA01', TODAY),
    await of.personOf('T0TONARI', 'U0NAKA01', TODAY),
  ],
  sources: (of) => of.sources(),
  setting: (of) => of.setting('silenceWorkingGroup', TODAY),
  closedDays: async (of) => [...(await of.closedDays(TODAY))],
  undelivered: (of) => of.undelivered(),
  health: (of) => of.health(NOW),
  'requirements.byNumber': (of) => Promise.all([1, 2, 3, 4, 5].map((n) => of.requirements.byNumber(n))),
  'requirements.byNumbers': (of) => of.requirements.byNumbers([1, 2, 3, 4, 5]),
  'requirements.nearest': (of) => of.requirements.nearest(99),
  'requirements.withFunctionId': (of) => of.requirements.withFunctionId(1700001),
  'requirements.list': (of) => of.requirements.list({ systems: undefined, state: 'all' }, PAGE),
  'requirements.progress': (of) => of.requirements.progress(),
  'exporting.requirements': (of) => of.exporting.requirements({ systems: undefined, state: 'all' }),
  'sheetProfiles.all': (of) => of.sheetProfiles.all(),
  'sheetProfiles.byId': (of) => of.sheetProfiles.byId(1),
  'importing.compare': (of) => of.importing.compare(rows(5), 'whole'),
  'importing.batch': (of) => Promise.all([1, 2].map((id) => of.importing.batch(id))),
  'importing.standingOn': (of) => Promise.all([1, 2].map((id) => of.importing.standingOn(id))),
  'importing.versions': (of) => of.importing.versions(1),
  'decisions.lock': (of) => of.decisions.lock([1, 2, 3, 4, 5]),
  'decisions.byId': (of) => Promise.all([1, 2, 3].map((id) => of.decisions.byId(id))),
  'decisions.byName': (of) => Promise.all([1, 2, 3].map((serial) => of.decisions.byName(2026, serial))),
  'decisions.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.decisions.lastBy(one))),
  'decisions.laterThan': async (of) => of.decisions.laterThan((await of.decisions.byId(1))!),
  'decisions.standingBefore': async (of) => of.decisions.standingBefore((await of.decisions.byId(1))!),
  'decisions.reopenedOf': (of) => Promise.all([1, 2].map((id) => of.decisions.reopenedOf(id))),
  'decisions.history': (of) => Promise.all([1, 2, 3].map((number) => of.decisions.history(number))),
  'fits.tallies': (of) => of.fits.tallies(undefined),
  'fits.funnel': (of) => of.fits.funnel(undefined, 'rfi'),
  'fits.progress': (of) => of.fits.progress(undefined, 'rfi', ['082261']),
  'fits.confirmations': (of) => of.fits.confirmations(1),
  'fits.answers': (of) => of.fits.answers([1, 2, 3, 4, 5], 'rfi'),
  'fits.batch': (of) => of.fits.batch(1),
  'fits.lastBatchBy': (of) => Promise.all([person.here, person.there].map((one) => of.fits.lastBatchBy(one))),
  'fits.costs': (of) => of.fits.costs(undefined),
  'meetings.on': (of) => of.meetings.on('kaigo', TODAY),
  'meetings.from': (of) => of.meetings.from(TODAY),
  'meetings.byNumber': (of) => Promise.all([1, 2].map((number) => of.meetings.byNumber(number))),
  'meetings.ofSeries': (of) => of.meetings.ofSeries(1),
  'meetings.fromWithCancelled': (of) => of.meetings.fromWithCancelled(TODAY, NOW),
  'meetings.lastPlaced': (of) => of.meetings.lastPlaced('kaigo'),
  'meetings.history': (of) => Promise.all([1, 2].map((number) => of.meetings.history(number))),
  'agendas.of': (of) => Promise.all([1, 2].map((number) => of.agendas.of(number))),
  'agendas.queue': (of) => of.agendas.queue('kaigo', TODAY),
  'agendas.open': (of) => of.agendas.open('kaigo'),
  'agendas.byNumber': (of) => Promise.all([1, 2].map((number) => of.agendas.byNumber('kaigo', number))),
  'agendas.history': (of) => of.agendas.history('kaigo', 1),
  'agendas.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.agendas.lastBy(one))),
  'agendas.issues': (of) => of.agendas.issues(1),
  'agendas.issued': async (of) => [...(await of.agendas.issued([1]))],
  'papers.of': (of) => Promise.all([1, 2].map((number) => of.papers.of(number))),
  'polls.byNumber': (of) => Promise.all([1, 2].map((number) => of.polls.byNumber(number))),
  'polls.unsettled': (of) => of.polls.unsettled(),
  'polls.changes': (of) => Promise.all([1, 2].map((number) => of.polls.changes(number))),
  'polls.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.polls.lastBy(one))),
  'polls.ofMeeting': (of) => Promise.all([1, 2].map((number) => of.polls.ofMeeting(number))),
  'meetings.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.meetings.lastBy(one))),
  'items.byNumber': (of) => Promise.all([1, 2].map((number) => of.items.byNumber(number))),
  'personalSettings.all': async (of) => [...(await of.personalSettings.all())],
  'personalSettings.of': (of) => Promise.all([person.here, person.there].map((one) => of.personalSettings.of(one))),
  'items.history': (of) => of.items.history(1),
  'items.lastTouchedBy': (of) => Promise.all([person.here, person.there].map((one) => of.items.lastTouchedBy(one))),
  'items.snoozed': async (of) => [...(await of.items.snoozed(TODAY))].map(([who, what]) => [who, ...what]),
  'items.snoozesOver': async (of) =>
    [...(await of.items.snoozesOver(day('2020-01-01'), day('2099-01-01')))].map(([who, what]) => [who, ...what]),
  'items.list': (of) => of.items.list({ status: 'all' }, PAGE),
  'items.open': (of) => of.items.open(),
  'items.histories': async (of) => [...(await of.items.histories([1, 2]))],
  'items.lastTouched': async (of) => [...(await of.items.lastTouched())],
  'items.reminders': (of) => of.items.reminders([1, 2]),
  'items.lastSnoozed': (of) => of.items.lastSnoozed(person.here, undefined),
  'digests.told': (of) => Promise.all([person.here, person.there].map((one) => of.digests.told(one, TODAY))),
  'digests.telling': (of) => of.digests.telling(['item:1'], TODAY),
  'digests.tellingElsewhere': (of) => of.digests.tellingElsewhere(['item:1'], TODAY),
  'personalSettings.bouncing': async (of) => [...(await of.personalSettings.bouncing())],
  'personalSettings.deputisedBy': (of) => of.personalSettings.deputisedBy(person.here, TODAY),
  'itemImports.ofFile': (of) => of.itemImports.ofFile('0'),
  'questions.byNumber': (of) => Promise.all([1, 2].map((number) => of.questions.byNumber(number))),
  'questions.lock': (of) => Promise.all([1, 2].map((number) => of.questions.lock(number))),
  'questions.list': (of) => of.questions.list({ body: undefined, state: 'all' }, PAGE),
  'questions.about': (of) => of.questions.about(1),
  'questions.sheet': (of) => Promise.all([1, 2].map((id) => of.questions.sheet(id))),
  'channels.all': (of) => of.channels.all(),
  'channels.ofBody': (of) => of.channels.ofBody('kaigo'),
  'channels.at': (of) => Promise.all(['T0RENKEI', 'T0TONARI'].map((team) => of.channels.at(team, 'C0WGKAIGO'))),
  'approvals.byId': (of) => of.approvals.byId(1),
  'approvals.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.approvals.lastBy(one))),
  'approvals.of': (of) => of.approvals.of(1),
  'circulations.byNumber': (of) => of.circulations.byNumber(1),
  'circulations.unended': (of) => of.circulations.unended(),
  'circulations.ofRequirement': (of) => of.circulations.ofRequirement(4),
  'circulations.endedSince': (of) => of.circulations.endedSince(NOW),
  'circulations.following': (of) => of.circulations.following(1),
  'circulations.positions': (of) => of.circulations.positions(1),
  'circulations.answersTo': async (of) => [...(await of.circulations.answersTo([1, 2]))],
  tenuresBegun: (of) => of.tenuresBegun(day('2016-04-01'), TODAY),
  'meetings.ofBodies': (of) => of.meetings.ofBodies(['kaigo', 'juki'], addDays(TODAY, -365)),
  'papers.ofMeetings': (of) => of.papers.ofMeetings([1, 2]),
  'handovers.tasks': (of) => of.handovers.tasks(),
  'handovers.ticks': (of) => of.handovers.ticks(2027),
  'handovers.endsBefore': async (of) => [...(await of.handovers.endsBefore(TODAY))],
  'handovers.told': async (of) => [...(await of.handovers.told(['x']))],
  'circulations.lastAnswered': (of) =>
    Promise.all([person.here, person.there].map((one) => of.circulations.lastAnswered(one))),
  'circulations.around': async (of) => {
    const { held, ...rest } = await of.circulations.around({ number: 1, body: 'kaigo' });
    return { ...rest, held: [...held] };
  },
  'officeApprovals.of': (of) => of.officeApprovals.of([1, 2]),
  'officeApprovals.lastBy': (of) =>
    Promise.all([person.here, person.there].map((one) => of.officeApprovals.lastBy(one))),
  'approvals.levelsOn': (of) => of.approvals.levelsOn([1, 2]),
  'decisions.log': (of) => of.decisions.log(fiscalYearOf(TODAY), undefined, PAGE),
  'decisions.ofMeeting': (of) => of.decisions.ofMeeting(1),
  'meetings.attendance': (of) => of.meetings.attendance(1, 'kaigo'),
  'meetings.deputies': (of) => of.meetings.deputies(1, 'kaigo'),
  rule: (of) =>
    of.rule({ slug: 'kaigo', kind: 'workingGroup', name: '', parent: undefined, leadLabel: undefined }, TODAY),
  'circulations.suspensions': (of) => of.circulations.suspensions(),
  'bases.all': (of) => of.bases.all(),
  settingsOn: (of) => of.settingsOn(TODAY),
  'notes.byId': (of) => of.notes.byId(1),
  'notes.ofBatch': (of) => of.notes.ofBatch(1),
  'notes.ofMeeting': (of) => of.notes.ofMeeting(1),
  'notes.lastBy': (of) => Promise.all([person.here, person.there].map((one) => of.notes.lastBy(one))),
  'minutes.entries': (of) => of.minutes.entries(1),
  'minutes.awaiting': (of) => of.minutes.awaiting(),
  'minutes.lastHeld': (of) => of.minutes.lastHeld('kaigo'),
  'minutes.around': async (of) => {
    const { held, ...rest } = await of.minutes.around({ number: 1, body: 'kaigo', joint: [] });
    return { ...rest, held: [...held] };
  },
  'minutes.decisions': (of) => of.minutes.decisions({ number: 1, body: 'kaigo', joint: [], day: TODAY }),
  'minutes.counted': (of) => of.minutes.counted(TODAY, TODAY),
  'links.of': (of) => of.links.of('requirement:1'),
  'plans.take': (of) => Promise.all([person.here, person.there].map((one) => of.plans.take(1, one))),
  'syncs.accounts': async (of) =>
    Promise.all(['T0RENKEI', 'T0TONARI'].map(async (team) => [...(await of.syncs.accounts(team, TODAY))])),
  'syncs.elsewhere': async (of) => [...(await of.syncs.elsewhere('T0ELSEWHERE', TODAY))],
  'syncs.ended': (of) => of.syncs.ended(addDays(TODAY, 4000)),
  'syncs.groups': async (of) => [...(await of.syncs.groups('T0TONARI'))],
  'syncs.run': (of) => of.syncs.run(1),
  'syncs.undoneBy': (of) => of.syncs.undoneBy(1),
  'syncs.unfinished': (of) => of.syncs.unfinished(),
  'syncs.steps': (of) => of.syncs.steps(1),
  'syncs.nextAfterRest': (of) => of.syncs.nextAfterRest(NOW, 0),
  'audit.actedSince': async (of) => Promise.all([person.here, person.there].map((one) => of.audit.actedSince(0, one))),
} satisfies Partial<Record<Method, (of: CouncilStore) => Promise<unknown>>>;

/** Each method that writes, on what has the same number in both councils, or is the other's. */
const WRITES: Record<Exclude<Method, keyof typeof READS>, (of: CouncilStore) => Promise<unknown>> = {
  'approvals.record': (of) =>
    of.approvals.record({
      ...{ level: 'approved', body: 'kaigo', meeting: undefined, at: NOW, onBehalf: false, by: byOf(HERE) },
      lines: [{ number: 1, decision: 1, outcome: 'standard', text: 'こちら', note: undefined, cost: undefined }],
    }),
  'bases.enter': (of) => of.bases.enter('要領', '要領'),
  'bases.amend': (of) => of.bases.amend({ name: '要綱', from: TODAY, note: 'こちら' }, person.here, NOW),
  'bases.withdraw': (of) => of.bases.withdraw(1, person.here, NOW),
  'circulations.post': (of) => of.circulations.post({ ...circulation(HERE, 'こちら'), previous: 1 }),
  'officeApprovals.record': (of) => of.officeApprovals.record(1, office(HERE, 'こちら')),
  'circulations.suspend': (of) =>
    of.circulations.suspend({ municipality: '082261', kind: 'disaster', from: TODAY, until: undefined }),
  'circulations.lock': (of) => of.circulations.lock([1, 2]),
  'circulations.answer': (of) => of.circulations.answer(1, position(HERE, 'こちら')),
  'circulations.settle': async (of) => {
    const found = await of.circulations.byNumber(1);
    const later = instantAt(addDays(TODAY, 60));
    return found && of.circulations.settle(found, later, officeCalendar(TODAY));
  },
  'circulations.end': (of) => of.circulations.end(2, { how: 'withdrawn', at: NOW, decision: undefined }, person.here),
  'notes.write': (of) => of.notes.write([noteOf(HERE, 'こちら')]),
  'notes.takeBack': async (of) => of.notes.takeBack((await of.notes.byId(1))!, NOW, byOf(HERE)),
  'minutes.write': (of) => of.minutes.write(1, { ...draftOf('こちら'), person: person.here, seat: 's' }),
  'minutes.settle': async (of) => {
    const asking = { silence: 1, eligible: [], deadline: TODAY };
    await of.minutes.write(1, { kind: 'ask', asking, at: NOW, person: person.here, seat: 's' });
    return of.minutes.settle((await of.meetings.byNumber(1))!, NOW, officeCalendar(TODAY));
  },
  'approvals.cancel': (of) => of.approvals.cancel(1, { at: NOW, person: person.here, seat: 's' }),
  'decisions.confirm': (of) => of.decisions.confirm([1, 2], { meeting: 1, at: NOW, person: person.here, seat: 's' }),
  'decisions.reopen': (of) => of.decisions.reopen([1], { reason: 'r', at: NOW, person: person.here, seat: 's' }),
  'meetings.open': async (of) => {
    const found = await of.meetings.byNumber(1);
    return found && of.meetings.open(found, NOW);
  },
  'meetings.close': (of) => of.meetings.close(1, NOW),
  'meetings.unopen': (of) => of.meetings.unopen(1),
  'meetings.attend': (of) =>
    of.meetings.attend(1, 'kaigo', ['c'], { presence: 'present' }, NOW, { person: person.here, seat: 's' }),
  'importing.apply': (of) =>
    of.importing.apply(rows(9, { text: 'こちらで変更' }), { name: 'x', sha256: '', at: NOW, extent: 'part' }),
  'importing.add': (of) => {
    const { functionId, ...row } = rows(1, { text: 'こちらで追加' })[0]!;
    return of.importing.add(row, { name: functionId, sha256: '', at: NOW });
  },
  'sheetProfiles.keep': (of) => of.sheetProfiles.keep(profile('こちら'), { at: NOW, person: person.here, batch: 1 }),
  'sheetProfiles.forgetOf': (of) => of.sheetProfiles.forgetOf(1, { at: NOW, person: person.here }),
  'sheetProfiles.forget': async (of) => {
    const [one] = await of.sheetProfiles.all();
    if (one) await of.sheetProfiles.forget(one, { at: NOW, person: person.here });
  },
  'sheetProfiles.restore': async (of) => {
    const one = await of.sheetProfiles.byId(1);
    if (one) await of.sheetProfiles.restore(one);
  },
  'questions.takeSheet': (of) =>
    of.questions.takeSheet(
      [{ number: 1, from: 'こちら', text: 'こちら', on: TODAY }],
      { name: 'x', sha256: '', at: NOW, person: person.here },
      's',
    ),
  'questions.undoSheet': (of) => of.questions.undoSheet(1, { at: NOW, person: person.here }),
  'importing.lock': (of) => of.importing.lock(2),
  'importing.undo': (of) => of.importing.undo(2, { at: NOW, person: person.here }),
  'decisions.record': (of) => of.decisions.record(decision(HERE, [1, 2], 'こちら')),
  'decisions.cancel': (of) => of.decisions.cancel(1, { at: NOW, person: person.here, seat: 'kaigo:lead' }),
  'fits.confirm': (of) =>
    of.fits.confirm([1, 2], {
      round: 'rfi',
      municipality: '082261',
      person: person.here,
      seat: 'kaigo:082261',
      at: NOW,
    }),
  'fits.unconfirm': (of) => of.fits.unconfirm(1, NOW),
  'meetings.lockBody': (of) => of.meetings.lockBody('kaigo'),
  'meetings.schedule': (of) => of.meetings.schedule({ ...meeting, place: 'こちら', agenda: [], by: byOf(HERE) }),
  'meetings.newSeries': (of) => of.meetings.newSeries(),
  'meetings.countAs': (of) => of.meetings.countAs(2, 'merged'),
  'meetings.change': (of) =>
    of.meetings.change({
      number: 1,
      kind: 'joined',
      joining: { body: 'juki', agenda: ['こちら'] },
      reason: 'こちら',
      at: NOW,
      by: byOf(HERE),
    }),
  'agendas.add': (of) => of.agendas.add({ body: 'kaigo', kind: 'text', title: 'こちら', at: NOW, by: byOf(HERE) }),
  'agendas.change': async (of) =>
    of.agendas.change(
      (await of.agendas.byNumber('kaigo', 1))!,
      { minutes: 5, dropped: false, places: [] },
      { kind: 'undo', words: 'こちら', at: NOW, by: byOf(HERE) },
    ),
  'agendas.issue': (of) => of.agendas.issue(1, ['こちら'], NOW, byOf(HERE)),
  'papers.register': (of) => of.papers.register({ ...paper, version: 2, title: 'こちら', by: byOf(HERE) }),
  'papers.withdraw': (of) => of.papers.withdraw(paper, NOW, person.here),
  'polls.open': (of) => of.polls.open({ ...poll, place: 'こちら', agenda: [], by: byOf(HERE) }),
  'polls.locked': (of) => of.polls.locked(1),
  'polls.answer': (of) => of.polls.answer(1, [{ ...pollAnswer, municipality: 'こちら', person: person.here }]),
  'polls.keepCandidate': (of) => of.polls.keepCandidate(1, { ...candidate, revision: 1 }, NOW),
  'polls.settle': (of) => of.polls.settle(1, { state: 'decided', meeting: 1, at: NOW }),
  'polls.nudged': (of) => of.polls.nudged(1, TODAY),
  'polls.extend': (of) => of.polls.extend(1, TODAY),
  'polls.noteChange': (of) => of.polls.noteChange(1, { kind: 'withdrawn' }, NOW, byOf(HERE)),
  'feeds.open': (of) => of.feeds.open({ person: person.here, scope: 'body', body: 'kaigo' }, NOW),
  'feeds.revoke': (of) => of.feeds.revoke(person.there, undefined, NOW),
  'items.add': (of) =>
    of.items.add({
      body: 'kaigo',
      title: 'こちら',
      due: TODAY,
      owner: undefined,
      raised: { at: NOW, by: person.here, seat: 'kaigo:lead' },
    }),
  'questions.raise': (of) =>
    of.questions.raise({
      body: 'kaigo',
      text: 'こちら',
      requirements: [1],
      raised: { at: NOW, by: person.here, seat: 'kaigo:lead' },
    }),
  'questions.sort': (of) => of.questions.sort(1, 'sent', TODAY),
  'questions.answer': (of) =>
    of.questions.answer(1, { from: 'A社', text: 'こちら', on: TODAY, at: NOW, by: byOf(HERE) }),
  'questions.withdraw': (of) => of.questions.withdraw(1, NOW),
  'personalSettings.forgetBounce': (of) => of.personalSettings.forgetBounce(person.there),
  'personalSettings.save': (of) =>
    of.personalSettings.save(person.here, { hour: 10, weekdays: [1], leave: undefined, muted: [], mail: undefined }),
  'items.locked': (of) => of.items.locked(1),
  'items.undoSnooze': (of) => of.items.undoSnooze({ number: 1, at: NOW, until: TODAY, was: undefined }, person.here),
  'items.remind': (of) => of.items.remind([{ number: 1, since: NOW, step: 'first', day: TODAY }]),
  'digests.keep': (of) =>
    of.digests.keep(TODAY, [{ person: person.here, message: { summary: same('x') }, subjects: ['item:1'] }]),
  'itemImports.begin': (of) => of.itemImports.begin({ name: 'x.xlsx', sha256: '0', at: NOW, person: person.here }),
  'itemImports.locked': (of) => of.itemImports.locked(1),
  'itemImports.undone': (of) => of.itemImports.undone(1, NOW),
  'items.change': async (of) => {
    const item = await of.items.byNumber(1);
    return (
      item && of.items.change(item, { status: 'done' }, { kind: 'done', at: NOW, person: person.here, seat: undefined })
    );
  },
  'items.snooze': (of) => of.items.snooze(1, person.here, TODAY, NOW),
  'channels.map': (of) =>
    of.channels.map({ ...THEIR_CHANNEL, name: 'こちら', body: 'juki', audience: 'internal' }, NOW),
  'channels.unmap': (of) => of.channels.unmap(THEIR_CHANNEL.teamId, THEIR_CHANNEL.channelId),
  retry: (of) => of.retry(undefined, NOW),
  dismiss: (of) => of.dismiss([1n, 2n]),
  comeBack: (of) => of.comeBack(THEIR_LETTER, { error: 'mail_5.1.1', closed: true, inSlack: false }, NOW),
  'links.add': (of) =>
    of.links.add('requirement:2', 'https://example.slack.com/x', { at: NOW, person: person.here, seat: 's' }),
  'links.remove': (of) => of.links.remove('requirement:1', `https://example.slack.com/${encodeURI(MARK)}`, NOW),
  'plans.keep': (of) => of.plans.keep({ act: 'x', person: person.here, at: NOW, content: { words: 'こちら' } }),
  'plans.forget': (of) => of.plans.forget({ id: 1, act: 'x', at: NOW, content: {}, doneAt: undefined }, person.here),
  'plans.done': (of) => of.plans.done(1, NOW),
  'handovers.addTask': (of) => of.handovers.addTask('こちら', 'secretariat'),
  'handovers.changeTask': (of) => of.handovers.changeTask(1, { title: 'こちら' }),
  'handovers.tick': (of) => of.handovers.tick({ ...tick, person: person.here }),
  'seats.register': (of) => of.seats.register({ name: 'こちら', kana: undefined, email: undefined }),
  'seats.giveAccount': (of) =>
    of.seats.giveAccount(person.here, { team: 'T0TONARI', user: 'U0NAKA01', from: addDays(TODAY, 1) }),
  'seats.lock': (of) => of.seats.lock(),
  'seats.change': (of) => of.seats.change({ ...rosterChange(person.here, 'こちら'), by: byOf(HERE) }),
  'seats.undo': async (of) => {
    const found = await of.seats.byId(2);
    return found && of.seats.undo(found, { at: NOW, person: person.here });
  },
  'rotations.decide': (of) => of.rotations.decide({ ...declined, basis: 'こちら', by: byOf(HERE) }),
  'rotations.undo': (of) => of.rotations.undo(1, NOW, person.here),
  'rosters.publish': (of) => of.rosters.publish({ ...NEXT, on: TODAY }, { at: NOW, ...byOf(HERE) }),
  'joinings.lock': (of) => of.joinings.lock(),
  'joinings.take': (of) => of.joinings.take(step('こちら'), { at: NOW, ...byOf(HERE) }),
  'joinings.undo': (of) => of.joinings.undo(1, { at: NOW, person: person.here }),
  'joinings.agreePrice': (of) =>
    of.joinings.agreePrice(JOINER.code, { on: TODAY, thousands: 2 }, { at: NOW, ...byOf(HERE) }),
  'joinings.openPast': (of) => of.joinings.openPast(JOINER.code, undefined, { at: NOW, ...byOf(HERE) }),
  'joinings.undoTerm': (of) =>
    of.joinings.undoTerm(
      { id: 1, code: JOINER.code, kind: 'price', at: NOW, undone: false },
      { at: NOW, ...byOf(HERE) },
    ),
  'joinings.chooseBuddy': (of) =>
    of.joinings.chooseBuddy({ code: JOINER.code, body: 'kaigo', buddy: '082252' }, { at: NOW, ...byOf(HERE) }),
  'adoptions.answer': (of) => of.adoptions.answer(JOINER.code, [accepted], { at: NOW, ...byOf(HERE) }),
  'adoptions.undo': (of) => of.adoptions.undo(1, NOW),
  'adoptions.registerDifference': (of) =>
    of.adoptions.registerDifference({ code: JOINER.code, number: 1, text: 'こちら' }, { at: NOW, ...byOf(HERE) }),
  'adoptions.withdrawDifference': (of) => of.adoptions.withdrawDifference(JOINER.code, 1, NOW),
  'rosters.unpublish': (of) => of.rosters.unpublish(NEXT),
  'syncs.mapGroup': (of) => of.syncs.mapGroup({ teamId: 'T0TONARI', groupId: `S0${THERE}`, body: 'juki' }),
  'syncs.moveChannel': (of) => of.syncs.moveChannel('T0TONARI', THEIR_CHANNEL.channelId, 'C0MOVED'),
  'syncs.renameChannel': (of) => of.syncs.renameChannel('T0TONARI', THEIR_CHANNEL.channelId, 'こちら'),
  'syncs.lock': (of) => of.syncs.lock(),
  'syncs.order': (of) => of.syncs.order(syncRun(HERE, 2), [{ ...renamed, name: 'こちら' }]),
  'syncs.claim': (of) => of.syncs.claim(NOW, 0),
  'syncs.rest': (of) => of.syncs.rest(1, 99_000),
  'syncs.release': (of) => of.syncs.release({ sync: 1, number: 1 }, { until: 99_000, counts: true }),
  'syncs.settle': (of) => of.syncs.settle({ sync: 1, number: 1 }, { done: false, error: 'こちら' }, NOW),
  'syncs.finish': (of) => of.syncs.finish(NOW),
  'audit.write': (of) =>
    of.audit.write({ at: NOW, by: byOf(HERE), onBehalf: false, act: 'x', line: 'こちら', subjects: ['requirement:1'] }),
};

async function everythingOf(of: string | CouncilStore): Promise<Record<string, string>> {
  const council = typeof of === 'string' ? store.council(of) : of;
  const told: Record<string, string> = {};
  for (const [method, read] of Object.entries(READS)) told[method] = JSON.stringify((await read(council)) ?? null);
  return told;
}

describe('Every method of the council’s store', () => {
  test.each(Object.entries(READS))('%s tells nothing of the other council', async (_, read) => {
    const [here, there] = [
      JSON.stringify(await read(store.council(HERE))),
      JSON.stringify(await read(store.council(THERE))),
    ];
    expect(here ?? '').not.toContain(MARK);
    expect(there ?? '').not.toContain('こちら');
  });

  test('and what they tell differs, since the other’s names are others', async () => {
    const [here, there] = [await everythingOf(HERE), await everythingOf(THERE)];
    // Read side by side, each is told the same as alone.
    expect(await Promise.all(store.abreast([HERE, THERE]).map(everythingOf))).toEqual([here, there]);
    const alike = Object.keys(READS).filter((method) => here[method] === there[method]);
    expect(alike).toMatchInlineSnapshot(`
      [
        "presentAtCouncil",
        "seats.all",
        "joinings.inUse",
        "joinings.spent",
        "joinings.term",
        "adoptions.of",
        "adoptions.batch",
        "adoptions.askedBy",
        "adoptions.superseded",
        "seatsOf",
        "seat",
        "mails",
        "setting",
        "closedDays",
        "undelivered",
        "health",
        "requirements.withFunctionId",
        "importing.standingOn",
        "importing.versions",
        "decisions.laterThan",
        "decisions.standingBefore",
        "decisions.reopenedOf",
        "fits.confirmations",
        "fits.batch",
        "fits.lastBatchBy",
        "fits.costs",
        "agendas.issued",
        "polls.ofMeeting",
        "personalSettings.all",
        "personalSettings.of",
        "items.snoozed",
        "items.snoozesOver",
        "items.lastTouched",
        "items.reminders",
        "items.lastSnoozed",
        "digests.told",
        "digests.telling",
        "digests.tellingElsewhere",
        "personalSettings.bouncing",
        "personalSettings.deputisedBy",
        "itemImports.ofFile",
        "circulations.endedSince",
        "circulations.following",
        "handovers.endsBefore",
        "handovers.told",
        "circulations.around",
        "approvals.levelsOn",
        "decisions.ofMeeting",
        "meetings.attendance",
        "meetings.deputies",
        "rule",
        "circulations.suspensions",
        "settingsOn",
        "minutes.awaiting",
        "minutes.lastHeld",
        "minutes.around",
        "syncs.undoneBy",
        "syncs.nextAfterRest",
      ]
    `);
  });

  test('what they write changes nothing for the other council', async () => {
    let before = await everythingOf(THERE);
    // A dozen at a time, since looking at everything takes its time; a difference names them.
    const writes = Object.entries(WRITES);
    for (let from = 0; from < writes.length; from += 12) {
      const dozen = writes.slice(from, from + 12);
      for (const [, write] of dozen) await store.act(HERE, write);
      const methods = dozen.map(([method]) => method);
      const after = await everythingOf(THERE);
      expect({ methods, ...after }).toEqual({ methods, ...before });
      before = after;
    }
  });

  test('the other’s channel cannot be taken, nor taken away', async () => {
    const taken = await store.act(HERE, (acting) =>
      acting.channels.map({ ...THEIR_CHANNEL, name: 'x', body: 'juki', audience: 'vendor' }, NOW),
    );
    expect(taken).toBe(false);
    expect(await store.council(THERE).channels.at(THEIR_CHANNEL.teamId, THEIR_CHANNEL.channelId)).toMatchObject({
      body: 'kaigo',
    });
    expect(await store.across.councilOfChannel(THEIR_CHANNEL.teamId, THEIR_CHANNEL.channelId)).toBe(THERE);
  });

  test('numbers run for each council alone', async () => {
    const taken = async (id: string) => {
      const raised = { at: NOW, by: byOf(id).person, seat: 'kaigo:lead' };
      return store.act(id, async (acting) => [
        (await acting.items.add({ body: 'kaigo', title: 'x', due: undefined, owner: undefined, raised })).number,
        (await acting.decisions.record(decision(id, [3], 'x'))).serial,
      ]);
    };
    const [here, there] = [await taken(HERE), await taken(THERE)];
    expect(await taken(HERE)).toEqual(here.map((n) => n + 1));
    expect(await taken(THERE)).toEqual(there.map((n) => n + 1));
  });
});

describe('The tables in which they wrote', () => {
  test.each([
    ...['decision', 'decision_line', 'decision_cancellation', 'meeting_change', 'question_answer', 'audit_entry'],
    ...['item_entry', 'agenda_step', 'agenda_issue'],
    ...['decision_confirmation', 'decision_reopening', 'approval', 'approval_line', 'approval_cancellation'],
    ...['circulation', 'circulation_line', 'position', 'circulation_end'],
  ])('%s is append only', async (table) => {
    const { pool } = memory.database;
    const { rows: before } = await pool.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`);
    expect(before.length).toBeGreaterThan(0);
    await expect(pool.query(`UPDATE ${table} SET council_id = council_id`)).rejects.toThrow(`${table} is append only`);
    await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append only`);
    expect((await pool.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)).rows).toEqual(before);
  });
});
