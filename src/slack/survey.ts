/**
 * Looks at the bot's workspace: channels and who is in them, accounts, user groups, bookmarks. Waits as long as Slack asks, up
 * to a few minutes in all; what does not come by then, or is refused, is said and not guessed.
 */
import { z } from 'zod';
import type { Asked, Survey, Surveyed, Unread } from '../command/survey.ts';
import type { SlackChannel } from '../domain/sync/sides.ts';
import type { Call, Home, Json } from './clients.ts';
import type { Stopwatch } from './deliver.ts';

/** In milliseconds; the asker waits, and may be answered for half an hour. */
const PATIENCE = 4 * 60_000;
const AGAIN = 1_000;
/** A page of a list; Slack allows less than a thousand. */
const PAGE = 999;

const channelShape = z.object({
  id: z.string(),
  name: z.string(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  topic: z.object({ value: z.string() }).optional(),
});
const accountShape = z.object({
  id: z.string(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
});
const groupShape = z.object({
  id: z.string(),
  handle: z.string(),
  date_delete: z.number().optional(),
  users: z.array(z.string()).optional(),
});
const bookmarkShape = z.object({ title: z.string(), link: z.string().nullish() });

/** A built-in account that Slack lists as a person. */
const SLACKBOT = 'USLACKBOT';

type Read<Found> = { readonly read: Found } | { readonly error: string };

export const surveying =
  (call: Call, home: Home, watch: Pick<Stopwatch, 'now' | 'sleep'>): Survey =>
  async (asked): Promise<Surveyed> => {
    const ask = patient(call, watch);
    const unread: Unread[] = [];
    const known = <Found>(what: Unread['what'], answer: Read<Found>, channel?: string): Found | undefined => {
      if ('read' in answer) return answer.read;
      unread.push({ what, error: answer.error, ...(channel !== undefined && { channel }) });
      return undefined;
    };
    const listed = known(
      'channels',
      await pages(ask, 'conversations.list', { types: 'public_channel,private_channel' }, 'channels', channelShape),
    );
    const channels: SlackChannel[] = [];
    for (const one of listed ?? []) {
      const { id, name, is_archived: archived = false, is_member: joined = false } = one;
      const wanted = !archived && concerns(asked, id, name);
      const members = wanted
        ? known('members', await pages(ask, 'conversations.members', { channel: id }, 'members', z.string()), id)
        : undefined;
      const hasLinks = wanted && (asked.bookmarks.includes(id) || asked.bookmarks.includes(name));
      const bookmarks = hasLinks ? known('bookmarks', await bookmarksOf(ask, id), id) : undefined;
      channels.push({
        ...{ id, name, archived, joined, topic: unescaped(one.topic?.value ?? '') },
        ...{ members: members?.filter((account) => account !== home.userId), bookmarks },
      });
    }
    const accounts = known('accounts', await pages(ask, 'users.list', {}, 'members', accountShape));
    const groups = known('groups', await groupsOf(ask));
    return {
      slack: {
        channels: listed && channels,
        accounts: accounts?.map(({ id, deleted = false, is_bot: bot = false }) => ({
          ...{ id, deactivated: deleted, bot: bot || id === SLACKBOT },
        })),
        groups: groups?.map(({ id, handle, date_delete: deleted = 0, users = [] }) => ({
          ...{ id, handle, disabled: deleted > 0, members: users },
        })),
      },
      unread,
    };
  };

const concerns = ({ channels, names }: Asked, id: string, name: string): boolean =>
  channels.includes(id) || names.includes(name);

type Ask = (method: string, args: Json) => Promise<Read<Json>>;

/** Asks again after a 429 or a lost answer, while there is patience left for all of it together. */
function patient(call: Call, watch: Pick<Stopwatch, 'now' | 'sleep'>): Ask {
  const end = watch.now() + PATIENCE;
  return async (method, args) => {
    for (;;) {
      const answer = await call(method, args);
      if (answer.kind === 'done') return { read: answer.data };
      if (answer.kind === 'refused' || answer.kind === 'barred') return { error: answer.error };
      const wait = answer.kind === 'limited' ? answer.wait : AGAIN;
      if (watch.now() + wait > end) return { error: answer.kind === 'limited' ? 'ratelimited' : 'unreached' };
      await watch.sleep(wait);
    }
  };
}

async function pages<Found>(
  ask: Ask,
  method: string,
  args: Json,
  key: string,
  shape: z.ZodType<Found>,
): Promise<Read<Found[]>> {
  const found: Found[] = [];
  let cursor = '';
  do {
    const answer = await ask(method, { ...args, limit: PAGE, ...(cursor !== '' && { cursor }) });
    if ('error' in answer) return answer;
    const page = z.array(shape).safeParse(answer.read[key]);
    if (!page.success) return { error: 'unreadable' };
    found.push(...page.data);
    const { next_cursor: next = '' } = (answer.read.response_metadata ?? {}) as { next_cursor?: string };
    cursor = next;
  } while (cursor !== '');
  return { read: found };
}

async function bookmarksOf(ask: Ask, channel: string) {
  const answer = await ask('bookmarks.list', { channel_id: channel });
  if ('error' in answer) return answer;
  const found = z.array(bookmarkShape).safeParse(answer.read.bookmarks);
  if (!found.success) return { error: 'unreadable' };
  return { read: found.data.map(({ title, link }) => ({ title, link: link ?? '' })) };
}

async function groupsOf(ask: Ask): Promise<Read<z.infer<typeof groupShape>[]>> {
  const answer = await ask('usergroups.list', { include_users: true, include_disabled: true });
  if ('error' in answer) return answer;
  const found = z.array(groupShape).safeParse(answer.read.usergroups);
  return found.success ? { read: found.data } : { error: 'unreadable' };
}

/** Slack gives a topic as it stands in a message. */
const unescaped = (topic: string): string =>
  topic.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
