/**
 * One change of what is kept in step, done in Slack. Each may be tried again: what is so already counts as done, and what an
 * answer that was lost had made is found by its name and its maker.
 */
import type { Change } from '../domain/sync/differences.ts';
import type { StepEnd } from '../store/council/syncs.ts';
import type { Answer, Call, Json } from './clients.ts';

export type Tried = StepEnd | { readonly wait: number; readonly lost: boolean };

export interface StepScene {
  readonly call: Call;
  /** The bot's own account. */
  readonly self: string;
  /** The channel that this run created for the body. */
  readonly created: (body: string) => Promise<string | undefined>;
}

/** Calls a minute that Slack allows of the method behind each change; 0: Slack is not asked. */
const TIERS: Readonly<Record<Change['kind'], number>> = {
  ...{ adopt: 0, moved: 0, renamed: 0 },
  ...{ create: 20, topic: 20, bookmark: 20, unbookmark: 20, group: 20, groupOff: 20 },
  ...{ join: 50, invite: 50, remove: 50 },
};

/** Milliseconds to rest after a change of this kind, so that Slack need not ask for it. */
export const paceOf = (kind: Change['kind'] | undefined): number => {
  const tier = kind === undefined ? 0 : TIERS[kind];
  return tier === 0 ? 0 : Math.ceil(60_000 / tier);
};

/** In milliseconds: without a token everything waits until somebody has looked. */
const BARRED = 60_000;
const AGAIN = 2_000;

export async function doStep(what: Change, scene: StepScene): Promise<Tried> {
  const { call } = scene;
  switch (what.kind) {
    case 'create':
      return create(what.name, scene);
    case 'adopt':
    case 'moved':
      return { done: true, made: what.channel };
    case 'renamed':
      return { done: true };
    case 'join':
      return ended(await call('conversations.join', { channel: what.channel }));
    case 'topic':
      return inChannel(what, scene, async (channel) =>
        ended(await call('conversations.setTopic', { channel, topic: what.topic })),
      );
    case 'invite':
      return inChannel(what, scene, async (channel) =>
        ended(await call('conversations.invite', { channel, users: what.account }), ['already_in_channel']),
      );
    case 'remove':
      return ended(await call('conversations.kick', { channel: what.channel, user: what.account }), ['not_in_channel']);
    case 'bookmark':
      return inChannel(what, scene, (channel) => bookmark(channel, what, call));
    case 'unbookmark':
      return unbookmark(what, call);
    case 'group':
      return group(what, scene);
    case 'groupOff':
      return ended(await call('usergroups.disable', { usergroup: what.group }), ['already_disabled']);
  }
}

/** What an answer means where these refusals say that it is so already. */
function ended(answer: Answer, already: readonly string[] = []): Tried {
  if (answer.kind === 'done') return { done: true };
  if (answer.kind === 'refused' && already.includes(answer.error)) return { done: true, already: true };
  return failed(answer);
}

function failed(answer: Exclude<Answer, { kind: 'done' }>): Tried {
  if (answer.kind === 'limited') return { wait: answer.wait, lost: false };
  if (answer.kind === 'unreached') return { wait: AGAIN, lost: false };
  if (answer.kind === 'lost') return { wait: AGAIN, lost: true };
  if (answer.kind === 'barred') return { wait: BARRED, lost: false };
  return { done: false, error: answer.error };
}

async function inChannel(
  { body, channel }: { readonly body: string; readonly channel?: string | undefined },
  { created }: StepScene,
  then: (channel: string) => Promise<Tried>,
): Promise<Tried> {
  const known = channel ?? (await created(body));
  return known === undefined ? { done: false, error: 'not_created' } : then(known);
}

/** Private: who is in it is the council's to say. */
async function create(name: string, { call, self }: StepScene): Promise<Tried> {
  const answer = await call('conversations.create', { name, is_private: true });
  if (answer.kind === 'done') return { done: true, made: String((answer.data.channel as Json).id) };
  if (answer.kind !== 'refused' || answer.error !== 'name_taken') return failed(answer);
  const types = 'public_channel,private_channel';
  let cursor = '';
  do {
    const listed = await call('conversations.list', { types, limit: 999, ...(cursor !== '' && { cursor }) });
    if (listed.kind !== 'done') return failed(listed);
    const all = listed.data.channels as readonly Json[];
    const own = all.find((one) => one.name === name && one.creator === self && one.is_archived !== true);
    if (own) return { done: true, made: String(own.id) };
    cursor = String((listed.data.response_metadata as Json | undefined)?.next_cursor ?? '');
  } while (cursor !== '');
  return { done: false, error: 'name_taken' };
}

async function bookmark(channel: string, { title, link }: { title: string; link: string }, call: Call): Promise<Tried> {
  const found = await bookmarkWith(link, channel, call);
  if ('tried' in found) return found.tried;
  if (found.id !== undefined) return { done: true, already: true };
  return ended(await call('bookmarks.add', { channel_id: channel, title, type: 'link', link }));
}

async function unbookmark({ channel, link }: { channel: string; link: string }, call: Call): Promise<Tried> {
  const found = await bookmarkWith(link, channel, call);
  if ('tried' in found) return found.tried;
  if (found.id === undefined) return { done: true, already: true };
  return ended(await call('bookmarks.remove', { channel_id: channel, bookmark_id: found.id }), ['not_found']);
}

async function bookmarkWith(link: string, channel: string, call: Call) {
  const listed = await call('bookmarks.list', { channel_id: channel });
  if (listed.kind !== 'done') return { tried: failed(listed) };
  const found = (listed.data.bookmarks as readonly Json[]).find((one) => one.link === link);
  return { id: found && String(found.id) };
}

const TAKEN = ['name_already_exists', 'handle_already_exists'];

async function group(what: Extract<Change, { kind: 'group' }>, { call, self }: StepScene): Promise<Tried> {
  const found = what.group === undefined ? await newGroup(what, call, self) : { id: what.group };
  if ('tried' in found) return found.tried;
  const { id } = found;
  if (what.group !== undefined && what.before.length === 0) {
    const enabled = ended(await call('usergroups.enable', { usergroup: id }), ['already_enabled']);
    if (!('done' in enabled) || !enabled.done) return enabled;
  }
  const filled = ended(await call('usergroups.users.update', { usergroup: id, users: what.users.join(',') }));
  return 'done' in filled && filled.done ? { ...filled, made: id } : filled;
}

async function newGroup({ name, handle }: { name: string; handle: string }, call: Call, self: string) {
  const answer = await call('usergroups.create', { name, handle });
  if (answer.kind === 'done') return { id: String((answer.data.usergroup as Json).id) };
  if (answer.kind !== 'refused' || !TAKEN.includes(answer.error)) return { tried: failed(answer) };
  const listed = await call('usergroups.list', { include_disabled: true });
  if (listed.kind !== 'done') return { tried: failed(listed) };
  const own = (listed.data.usergroups as readonly Json[]).find(
    (one) => one.handle === handle && one.created_by === self,
  );
  return own ? { id: String(own.id) } : { tried: failed(answer) };
}
