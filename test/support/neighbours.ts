/** Two councils in one database, the same in everything but their names: what scenes of the scope begin with. */
import type { CouncilFile } from '../../src/council/shape.ts';
import { addDays } from '../../src/domain/day.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { type MinutesContent, SECTIONS } from '../../src/domain/minutes.ts';
import type { Store } from '../../src/store/store.ts';
import { importRows, NOW, type Remembered, remembered, rows, TODAY } from './council.ts';
import { sampleCouncil } from './officeCouncil.ts';

export const HERE = 'ibaraki';
export const THERE = 'tonari';
/** Stands in every name of the other council. */
export const MARK = 'となり';

/** The same council once more, with the same slugs, codes and numbers, and other names. */
const neighbourOf = (council: CouncilFile): CouncilFile => {
  const marked = <One extends { readonly name: string }>(list: readonly One[]): One[] =>
    list.map((one) => ({ ...one, name: `${one.name}(${MARK})` }));
  return {
    ...council,
    council: { ...council.council, slug: THERE, name: MARK, shortName: MARK },
    bodies: marked(council.bodies),
    systems: marked(council.systems),
    vendors: marked(council.vendors),
    rounds: marked(council.rounds),
    people: marked(council.people).map((one) => ({
      ...one,
      slack: one.slack.map((account) => ({ ...account, team: 'T0TONARI' })),
    })),
    channels: marked(council.channels).map((one) => ({ ...one, team: 'T0TONARI' })),
  };
};

let store: Store;
/** A person of each council, and a channel of the neighbour's. */
export let person: { here: number; there: number };
export const THEIR_CHANNEL = { teamId: 'T0TONARI', channelId: 'C0WGKAIGO' };

/** Both in one database, with number 1 of everything. */
export async function twoCouncils(): Promise<Remembered> {
  const council = await sampleCouncil();
  const memory = await remembered(council, neighbourOf(council));
  store = memory.store;
  const [vendor] = council.vendors;
  const [round] = council.rounds;
  if (!vendor || !round) throw new Error('the sample has vendors and rounds');
  const marks = [{ round: round.slug, vendor: vendor.slug, mark: '△' as const }];
  await importRows(store, rows(5, { marks }), HERE);
  await importRows(store, rows(4, { marks, text: MARK, remarks: MARK }), THERE);
  person = { here: await personOf(HERE), there: await personOf(THERE) };
  for (const id of [HERE, THERE]) await fill(id);
  return memory;
}

async function personOf(id: string): Promise<number> {
  const found = await store.client.councilPerson.findFirstOrThrow({ where: { councilId: id, slug: 'naka-wada' } });
  return found.personId;
}

export const byOf = (id: string) => ({
  person: id === HERE ? person.here : person.there,
  seat: 'kaigo:lead',
  municipality: '082261',
});

/** Who joins both councils, as each calls it. */
export const JOINER = { code: '085464' };
export const accepted = { number: 1, decision: 1, question: undefined };
export const step = (name: string) => ({
  municipality: { ...JOINER, name },
  stage: 'adopting' as const,
  from: TODAY,
  basis: name,
  amendments: [],
  seats: [{ id: 'kaigo:085464', body: 'kaigo', role: 'member' as const }],
});

export const renamed = { kind: 'renamed', body: 'kaigo', channel: 'C0WGKAIGO', before: 'x' } as const;
export const syncRun = (id: string, number: number) => ({
  ...{ id: number, teamId: 'T0TONARI', at: NOW, notBefore: NOW, undoes: undefined },
  ...{ by: byOf(id).person, seat: 'kaigo:lead' },
});

/** Number 1 of everything, in both. */
async function fill(id: string): Promise<void> {
  const [by, words] = [byOf(id), id === HERE ? 'こちら' : MARK];
  await store.act(id, async (acting) => {
    await acting.decisions.record(decision(id, [1], words));
    await acting.meetings.schedule({ ...meeting, place: words, agenda: [words], series: 1, by });
    await acting.papers.register({ ...paper, title: words, by });
    await acting.agendas.issue(1, [words], NOW, by);
    const cancelled = await acting.meetings.schedule({ ...meeting, place: words, agenda: [words], by });
    const avoided = id === HERE ? 'circulation' : 'merged';
    await acting.meetings.change({ number: cancelled.number, kind: 'cancelled', reason: words, avoided, at: NOW, by });
    await acting.polls.open({ ...poll, place: words, agenda: [words], by });
    await acting.polls.answer(1, [{ ...pollAnswer, municipality: words, person: by.person }]);
    await acting.polls.noteChange(1, { kind: 'deadline', before: TODAY }, NOW, by);
    await acting.feeds.open({ person: by.person, scope: 'council', body: undefined }, NOW);
    await acting.items.add({
      body: 'kaigo',
      title: words,
      due: undefined,
      owner: 'kaigo:082261',
      raised: { at: NOW, by: by.person, seat: by.seat },
    });
    const opened = await acting.meetings.byNumber(1);
    if (opened) await acting.meetings.open(opened, NOW);
    await acting.meetings.attend(1, 'kaigo', [words], { presence: 'present' }, NOW, by);
    await acting.notes.write([noteOf(id, words)]);
    await acting.minutes.write(1, { ...draftOf(words), person: by.person, seat: by.seat });
    const seen = {
      number: 1,
      decision: 1,
      outcome: 'standard' as const,
      text: words,
      note: undefined,
      cost: undefined,
    };
    await acting.approvals.record({
      ...{ level: 'acknowledged', body: 'kaigo', meeting: 1, at: NOW, onBehalf: false, lines: [seen] },
      by,
    });
    await acting.circulations.post(circulation(id, words));
    await acting.circulations.answer(1, position(id, words));
    await acting.officeApprovals.record(1, office(id, words));
    const raised = { at: NOW, by: by.person, seat: by.seat };
    await acting.questions.raise({ body: 'kaigo', text: words, requirements: [1], raised });
    await acting.sheetProfiles.keep(profile(words), { at: NOW, person: by.person, batch: 1 });
    await acting.questions.takeSheet(
      [{ number: 1, from: words, text: words, on: TODAY }],
      { name: words, sha256: '', at: NOW, person: by.person },
      by.seat,
    );
    await acting.questions.answer(1, { from: words, text: words, on: TODAY, at: NOW, by });
    await acting.links.add('requirement:1', `https://example.slack.com/${encodeURI(words)}`, {
      ...{ at: NOW, person: by.person, seat: by.seat },
    });
    await acting.bases.enter(words, words);
    await acting.bases.amend({ name: words, from: TODAY, note: words }, by.person, NOW);
    await acting.plans.keep({ act: 'req decide', person: by.person, at: NOW, content: { words } });
    await acting.handovers.addTask(words, 'secretariat');
    await acting.handovers.tick({ ...tick, person: by.person });
    await acting.seats.change({ ...rosterChange(by.person, words), by });
    await acting.rotations.decide({ ...declined, basis: words, by });
    const joining = { at: NOW, ...by };
    await acting.joinings.take(step(words), joining);
    await acting.joinings.agreePrice(JOINER.code, { on: TODAY, thousands: id === HERE ? 1 : 9 }, joining);
    await acting.joinings.openPast(JOINER.code, id === HERE ? TODAY : addDays(TODAY, 1), joining);
    await acting.joinings.chooseBuddy({ code: JOINER.code, body: 'kaigo', buddy: words }, joining);
    await acting.adoptions.answer(JOINER.code, [accepted], joining);
    await acting.adoptions.registerDifference({ code: JOINER.code, number: 1, text: words }, joining);
    await acting.rosters.publish({ ...NEXT, on: id === HERE ? TODAY : addDays(TODAY, 1) }, { at: NOW, ...by });
    await acting.syncs.order(syncRun(id, 1), [{ ...renamed, name: words }]);
    await acting.syncs.mapGroup({ teamId: 'T0TONARI', groupId: `S0${id}`, body: 'kaigo' });
    await acting.audit.write({
      at: NOW,
      by,
      onBehalf: false,
      act: 'req decide',
      line: words,
      subjects: ['requirement:1'],
    });
  });
}

/** What is published. */
export const NEXT = { code: '082261', year: fiscalYearOf(TODAY) + 1 };
export const declined = {
  what: { kind: 'decline', turn: { code: '082261', round: 9 }, keeps: true },
  on: TODAY,
  at: NOW,
} as const;
export const rosterChange = (person: number, name: string) => ({
  kind: 'import' as const,
  at: NOW,
  code: '082261',
  lines: [
    {
      ...{ seat: 'kaigo:082261', person, from: TODAY, before: undefined },
      after: { until: undefined, deputy: true, code: '082261' },
    },
  ],
  sections: [{ seat: 'kaigo:082261', from: TODAY, before: undefined, after: name }],
});

export const decision = (id: string, numbers: readonly number[], note: string) => ({
  numbers,
  outcome: 'alternative' as const,
  note,
  level: 'agreed' as const,
  basis: { kind: 'provisional' as const },
  body: 'kaigo',
  at: NOW,
  on: TODAY,
  by: byOf(id),
  onBehalf: false,
});
export const circulation = (id: string, note: string) => ({
  ...{ body: 'kaigo', requirements: [4], outcome: 'standard' as const, note, scope: [], postedAt: NOW, by: byOf(id) },
  ...{ cost: undefined, until: undefined, onBehalf: false, deadline: TODAY, silence: 5, eligible: ['082261'] },
  rule: { agreement: 'all' as const, quorum: 'half' as const, basis: undefined },
  previous: undefined,
});
export const position = (id: string, reason: string) => ({
  ...{ municipality: '082261', answer: 'object' as const, reason, until: undefined, at: NOW, source: undefined },
  ...{ person: byOf(id).person, seat: 'kaigo:082261' },
});
export const profile = (name: string) => ({ shape: 'A:機能ID', sheet: 'x', name, columns: { E: name }, marks: {} });
export const office = (id: string, source: string) => ({
  ...{ municipality: '082261', state: 'approved' as const, on: TODAY, at: NOW, source },
  ...{ person: byOf(id).person, seat: 'kaigo:082261' },
});
export const meeting = { body: 'kaigo', day: TODAY, start: 14 * 60, end: undefined, at: NOW } as const;
export const paper = { meeting: 1, mark: '1', version: 1, link: undefined, audience: 'internal', at: NOW } as const;
export const candidate = {
  number: 1,
  revision: 0,
  slot: { day: TODAY, start: 14 * 60, end: undefined },
  removed: false,
} as const;
export const poll = {
  body: 'kaigo',
  joint: [],
  deadline: TODAY,
  candidates: [candidate],
  link: undefined,
  onBehalf: false,
  at: NOW,
} as const;
export const pollAnswer = {
  ...({ candidate: 1, revision: 0, body: 'kaigo', mark: 'yes', seat: 's', at: NOW } as const),
  source: undefined,
};
export const noteOf = (id: string, words: string) => ({
  ...{ meeting: 1, body: 'kaigo', kind: 'confirmation' as const, words, item: undefined, decision: undefined },
  ...{ at: NOW, by: byOf(id) },
});
export const draftOf = (title: string) => ({
  ...{ kind: 'draft' as const, at: NOW },
  content: {
    title,
    sections: Object.fromEntries(SECTIONS.map((one) => [one, []])) as unknown as MinutesContent['sections'],
  },
});
export const tick = {
  ...{ term: 2027, task: 1, seat: '', side: 'given' as const, ticked: true, at: NOW, by: 's', onBehalf: false },
} as const;
export const PAGE = { from: 0, size: 100 };
