/**
 * A file that also stands as a canvas where the workspace's plan has them: made, opened to whoever reads its channel, and linked in
 * its thread. Where Slack refuses (free plan, canvases switched off, no scope) nothing is said: the file itself is there.
 *
 * A canvas is made once; the link is looked for before it is posted again. A later version is written into the canvas that is
 * there, under the link that people have; where somebody has deleted it, a new one is made.
 */
import type { Instant } from '../domain/day.ts';
import type { Claimed, Outgoing } from '../store/outgoing.ts';
import type { CanvasPlace } from '../store/whereabouts.ts';
import type { SentFile } from '../text/post.ts';
import { type Language, linked, plain, same } from '../text/text.ts';
import type { Answer, Call } from './clients.ts';
import { lookUp, metadata } from './lookUp.ts';
import type { Outcome } from './sending.ts';

interface Place {
  readonly channel: string;
  readonly language: Language;
  readonly thread: string | undefined;
  /** Whose direct messages it is. */
  readonly user?: string | undefined;
}

/** There is no canvas; that is no failure. */
const without: Outcome = { kind: 'superseded' };

/** What stays undone when a call was not. */
const left = (answer: Exclude<Answer, { kind: 'done' }>): Outcome =>
  answer.kind === 'refused' || answer.kind === 'lost' ? without : answer;

type Shown = SentFile & { readonly canvas: string };
const placeOf = ({ councilId }: Claimed, { teamId, channel }: Place & { readonly teamId: string }): CanvasPlace => ({
  ...{ councilId, teamId, channelId: channel },
});

type Kept = Pick<Outgoing, 'completing' | 'canvasOf' | 'keepCanvas'>;

/** In the workspace `teamId`. */
export async function showCanvas(
  row: Claimed,
  file: Shown,
  to: Place & { readonly teamId: string },
  call: Call,
  outgoing: Kept,
): Promise<Outcome> {
  const there = row.sentTo === null ? await outgoing.canvasOf(placeOf(row, to), file.canvas) : undefined;
  const written = there === undefined ? undefined : await rewrite(there, file, to, call);
  return written ?? make(row, file, to, call, outgoing);
}

/** Slack's words for a canvas that is there no more, or no longer ours to write in. */
const GONE = new Set(['canvas_not_found', 'canvas_deleted', 'file_not_found', 'file_deleted', 'restricted_action']);

/** Writes it anew, and its title; doing so twice changes nothing. Undefined where the canvas is gone. */
async function rewrite(id: string, file: Shown, to: Place, call: Call): Promise<Outcome | undefined> {
  // One change a call is all that Slack takes.
  const changes = [
    { operation: 'replace', document_content: { type: 'markdown', markdown: file.content } },
    { operation: 'rename', title_content: { type: 'markdown', markdown: plain(file.title[to.language]) } },
  ];
  for (const one of changes) {
    const edited = await call('canvases.edit', { canvas_id: id, changes: [one] });
    if (edited.kind === 'lost') return { kind: 'unreached' };
    if (edited.kind === 'refused' && GONE.has(edited.error)) return undefined;
    if (edited.kind !== 'done') return left(edited);
  }
  return { kind: 'sent', to: to.channel, ts: undefined };
}

async function make(
  row: Claimed,
  file: Shown,
  to: Place & { readonly teamId: string },
  call: Call,
  outgoing: Kept,
): Promise<Outcome> {
  const title = plain(file.title[to.language]);
  const sought = { key: row.key, page: 0, channel: to.channel, thread: to.thread, since: row.createdAt as Instant };
  if (row.unsure && row.sentTo !== null) {
    const looked = await lookUp(call, sought);
    if (looked.kind === 'found') {
      await outgoing.keepCanvas(placeOf(row, to), file.canvas, row.sentTo);
      return { kind: 'sent', to: to.channel, ts: looked.ts };
    }
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
  // Direct messages are no channel to open it to: the person is.
  const readers = to.user === undefined ? { channel_ids: [to.channel] } : { user_ids: [to.user] };
  const opened = await call('canvases.access.set', { canvas_id: id, access_level: 'read', ...readers });
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
  if (posted.kind === 'done') {
    await outgoing.keepCanvas(placeOf(row, to), file.canvas, id);
    return { kind: 'sent', to: to.channel, ts: String(posted.data.ts) };
  }
  return posted.kind === 'lost' ? posted : left(posted);
}
