/**
 * No quorum: the same agenda goes to circulation. What is proposed with what is shown first; entries that are no requirements,
 * or for which no outcome is proposed, cannot go and are carried over.
 */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type AgendaEntry, after, placeAt } from '../../../src/domain/agenda.ts';
import { bodyOf } from '../../../src/domain/council.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { spansOf } from '../../../src/domain/requirement.ts';
import { isOpen } from '../../../src/domain/sitting.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { type Button, buttons, heading, line, note, type Part, rows } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { postCirculation, refusedToPost } from '../../req/circulation/proposing.ts';
import { requirementsNamed } from '../../subjects/requirements.ts';
import { countedIn } from '../../subjects/sittings.ts';
import { refs, subjectsOf, surfacesOf } from './adding.ts';
import type { AgendaScene } from './meant.ts';
import { agenda as text } from './text.ts';

export const CIRCULATE = 'wg agenda circulate';

export interface CirculatePlan {
  readonly body: string;
  readonly meeting: number;
  /** The entries that go to circulation, by number; the rest is carried over. */
  readonly entries: readonly number[];
  readonly carried: readonly number[];
}

export async function toCirculation(scene: AgendaScene, store: CouncilStore): Promise<Reply> {
  const { subject, person, now, chart } = scene;
  const { body, meeting } = subject;
  if (!meeting) return whisper(text.noMeetingToPut(bodyOf(chart, body)?.name ?? body));
  if (!isOpen(meeting)) return whisper(text.circulateOpen(meeting));
  const counted = await countedIn(meeting, body, scene, store);
  if (counted.met) return whisper(text.hasQuorum(meeting));
  const pending = await pendingAt(meeting, body, store);
  const ready = pending.filter(goes);
  if (pending.length === 0) return whisper(text.noProposals);
  const rest = pending.filter((one) => !goes(one));
  const plan: CirculatePlan = {
    ...{ body, meeting: meeting.number, entries: ready.map((one) => one.number) },
    carried: rest.map((one) => one.number),
  };
  const lacking = rest.filter((one) => one.kind === 'requirements');
  // Without an outcome there is nothing to agree to: the form asks for it, and the entry follows by hand.
  const ask: Button[] = lacking
    .slice(0, 4)
    .map((one) => ({ label: text.toPropose(one), line: `/req propose ${idsOf(one)}` }));
  const parts = [
    ...(ready.length === 0 ? [] : [heading(text.goes), rows(ready.map(text.goesRow))]),
    ...(rest.length === 0 ? [] : [heading(text.stays), rows(rest.map(text.staysRow))]),
    ...(ask.length === 0 ? [] : [line(text.lacksOutcome), buttons(...ask)]),
  ];
  const id = await store.plans.keep({ act: CIRCULATE, person: person.id, at: now, content: plan });
  const go: Button = { label: text.toGo(ready.length, rest.length), line: `/wg proceed ${id}`, style: 'primary' };
  return whisper(text.circulatePreview(meeting), ...parts, buttons(go));
}

/** Posts a circulation for each, as it was shown, and carries the rest over. */
export async function carryOutCirculate(
  plan: CirculatePlan,
  scene: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const { acting, person, now, chart } = scene;
  const by = { person: person.id, seat: acting.role.seat };
  const meeting = await store.meetings.byNumber(plan.meeting);
  const body = bodyOf(chart, plan.body);
  if (!meeting || !body) throw new Error(`a plan for meeting ${plan.meeting} of ${plan.body}`);
  if (!isOpen(meeting)) return whisper(text.circulateOpen(meeting));
  const pending = await pendingAt(meeting, plan.body, store);
  const meant = [...plan.entries, ...plan.carried];
  if (meant.some((number) => !pending.some((one) => one.number === number)) || meant.length !== pending.length)
    return whisper(text.agendaChanged(meeting));
  const going = pending.filter((one) => plan.entries.includes(one.number));
  // What cannot be posted is found out before anything is.
  for (const entry of going) {
    const found = await requirementsNamed({ ids: entry.requirements }, scene, store);
    if ('refused' in found) return found.refused;
    const refused = await refusedToPost(found.subject.requirements, entry.note, scene, store);
    if (refused) return refused;
  }
  const posts: Post[] = [];
  const done: string[] = [];
  for (const entry of going) {
    const { requirements, outcome, note } = entry;
    if (outcome === undefined) throw new Error(`entry ${entry.number} has no outcome`);
    const proposal = { requirements, outcome, note, cost: undefined, scope: [], until: undefined, previous: undefined };
    const reply = await postCirculation(proposal, body, undefined, scene, store);
    posts.push(...(reply.posts ?? []));
    done.push(...(reply.done ?? []));
  }
  for (const entry of pending) {
    const act = plan.entries.includes(entry.number) ? ('circulate' as const) : ('carry' as const);
    const to = after(entry, { act, meeting: meeting.number });
    if ('refused' in to) return whisper(text.refused(to, entry));
    await store.agendas.change(entry, to, { kind: act, at: now, by });
  }
  return {
    ...whisper(
      text.circulated(going.length, pending.length - going.length),
      buttons({ label: text.toUndo, line: `/wg agenda ${refs(pending, plan.body)} undo` }),
    ),
    posts,
    refresh: surfacesOf([meeting.number]),
    done: [...subjectsOf(pending, [meeting.number]), ...done],
  };
}

/** What still waits to be spoken of. */
async function pendingAt(meeting: Meeting, body: string, store: CouncilStore): Promise<AgendaEntry[]> {
  const all = await store.agendas.of(meeting.number);
  return all.filter((one) => one.body === body && !one.settled && placeAt(one, meeting.number)?.fate === 'on');
}

const goes = (entry: AgendaEntry): boolean =>
  entry.kind === 'requirements' &&
  entry.outcome !== undefined &&
  (entry.outcome !== 'alternative' || entry.note !== undefined);

const idsOf = ({ requirements }: AgendaEntry): string =>
  spansOf(requirements)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');

/** Offered while too few are there, and something waits to be spoken of. */
export const circulateButton = (meeting: Meeting): Button => ({
  label: text.toCirculate,
  line: `/wg agenda M${meeting.number} circulate`,
});

/** What the answer to the opening offers, should there be no quorum. */
export async function offerCirculation(meeting: Meeting, scene: Scene, store: CouncilStore): Promise<Part[]> {
  const pending = await pendingAt(meeting, meeting.body, store);
  if (pending.length === 0 || (await countedIn(meeting, meeting.body, scene, store)).met) return [];
  return [note(text.ifNoQuorum), buttons(circulateButton(meeting))];
}
