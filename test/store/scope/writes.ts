/** All that can be written by a council's store. */
import { officeCalendar } from '../../../src/calendar/holidays.ts';
import { addDays, instantAt } from '../../../src/domain/day.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { same } from '../../../src/text/text.ts';
import { NOW, rows, TODAY } from '../../support/council.ts';
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
} from '../../support/neighbours.ts';
import { type Method, type READS, THEIR_LETTER } from './reads.ts';

/** Each method that writes, on what has the same number in both councils, or is the other's. */
export const WRITES: Record<Exclude<Method, keyof typeof READS>, (of: CouncilStore) => Promise<unknown>> = {
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
  'polls.together': (of) => of.polls.together(1, []),
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
