/**
 * A file that also stands as a canvas where the workspace's plan has them: made, opened to its channel's readers, and linked in
 * its thread. Where Slack refuses (free plan, canvases switched off, no scope) nothing is said: the file itself is there.
 *
 * A canvas is made once; the link is looked for before it is posted again.
 */
import type { Instant } from '../domain/day.ts';
import type { Claimed, Outgoing } from '../store/outgoing.ts';
import type { SentFile } from '../text/post.ts';
import { type Language, linked, plain, same } from '../text/text.ts';
import type { Answer, Call } from './clients.ts';
import { lookUp, metadata } from './lookUp.ts';
import type { Outcome } from './send.ts';

interface Place {
  readonly channel: string;
  readonly language: Language;
  readonly thread: string | undefined;
}

/** There is no canvas; that is no failure. */
const without: Outcome = { kind: 'superseded' };

/** What stays undone when a call was not. */
const left = (answer: Exclude<Answer, { kind: 'done' }>): Outcome =>
  answer.kind === 'refused' || answer.kind === 'lost' ? without : answer;

export async function showCanvas(
  row: Claimed,
  file: SentFile,
  to: Place,
  call: Call,
  outgoing: Pick<Outgoing, 'completing'>,
): Promise<Outcome> {
  const title = plain(file.title[to.language]);
  const sought = { key: row.key, page: 0, channel: to.channel, thread: to.thread, since: row.createdAt as Instant };
  if (row.unsure && row.sentTo !== null) {
    const looked = await lookUp(call, sought);
    if (looked.kind === 'found') return { kind: 'sent', to: to.channel, ts: looked.ts };
    if (looked.kind === 'unreadable') return without;
    if (looked.kind !== 'absent') return looked.kind === 'lost' ? { kind: 'unreached' } : looked;
  }

  let id = row.sentTo;
  if (id === null) {
    const content = { type: 'markdown', markdown: file.content };
    const made = await call('canvases.create', { title, document_content: content });
    if (made.kind !== 'done') return left(made);
    id = String(made.data.canvas_id);
    await outgoing.completing(row, id);
  }
  const opened = await call('canvases.access.set', { canvas_id: id, access_level: 'read', channel_ids: [to.channel] });
  if (opened.kind !== 'done') return opened.kind === 'lost' ? { kind: 'unreached' } : left(opened);
  const known = await call('files.info', { file: id });
  if (known.kind !== 'done') return known.kind === 'lost' ? { kind: 'unreached' } : left(known);
  const { permalink } = known.data.file as { permalink?: string };
  if (permalink === undefined) return without;
  const posted = await call('chat.postMessage', {
    channel: to.channel,
    text: linked(permalink, same(`📄 ${title}`))[to.language],
    ...(to.thread !== undefined && { thread_ts: to.thread }),
    ...{ metadata: metadata(sought), unfurl_links: false, unfurl_media: false },
  });
  if (posted.kind === 'done') return { kind: 'sent', to: to.channel, ts: String(posted.data.ts) };
  return posted.kind === 'lost' ? posted : left(posted);
}
