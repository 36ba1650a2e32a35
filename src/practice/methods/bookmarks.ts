/** `bookmarks.*`: links in the head of a channel. */
import { asText, type Json } from '../json.ts';
import { type Bookmark, type Channel, newId } from '../state.ts';
import { type Caller, channelSeen, type Method, no, yes } from './method.ts';

/** As many as a channel may have. */
const MOST = 100;

const shownBookmark = (channel: Channel, { id, title, link }: Bookmark): Json => ({
  ...{ id, channel_id: channel.id, title, link, type: 'link' },
});

function channelOf(args: Json, caller: Caller): { channel: Channel; list: Bookmark[] } | undefined {
  const channel = channelSeen(caller, args.channel_id);
  if (!channel?.members.has(caller.bot.userId)) return undefined;
  const list = caller.state.bookmarks.get(channel.id) ?? [];
  caller.state.bookmarks.set(channel.id, list);
  return { channel, list };
}

const list: Method = (args, caller) => {
  const of = channelOf(args, caller);
  if (!of) return no('channel_not_found');
  return yes({ bookmarks: of.list.map((one) => shownBookmark(of.channel, one)) });
};

const add: Method = (args, caller) => {
  const of = channelOf(args, caller);
  if (!of) return no('channel_not_found');
  const [title, link] = [asText(args.title), asText(args.link)];
  if (!title) return no('invalid_arguments');
  if (asText(args.type) !== 'link') return no('invalid_bookmark_type');
  if (!/^https?:\/\//u.test(link)) return no('invalid_link');
  if (of.list.length >= MOST) return no('too_many_bookmarks');
  const made = { id: newId(caller.state, 'Bk'), title, link };
  of.list.push(made);
  caller.state.changed();
  return yes({ bookmark: shownBookmark(of.channel, made) });
};

const remove: Method = (args, caller) => {
  const of = channelOf(args, caller);
  if (!of) return no('channel_not_found');
  const at = of.list.findIndex((one) => one.id === asText(args.bookmark_id));
  if (at < 0) return no('not_found');
  of.list.splice(at, 1);
  caller.state.changed();
  return yes();
};

export const bookmarks: Record<string, Method> = {
  'bookmarks.list': list,
  'bookmarks.add': add,
  'bookmarks.remove': remove,
};
