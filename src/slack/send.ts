import { dayAt, type Instant } from '../domain/day.ts';
import type { Claimed, Outgoing } from '../store/outgoing.ts';
import type { Shown } from '../store/whereabouts.ts';
import { type Message, note, type Part } from '../text/message.ts';
import type { SentFile } from '../text/post.ts';
import { type Language, plain } from '../text/text.ts';
import { attached, letter } from './byMail.ts';
import { showCanvas } from './canvas.ts';
import type { Answer, Call, Json } from './clients.ts';
import { lookUp, metadata } from './lookUp.ts';
import { type Rendered, render, renderOne } from './render.ts';
import type { Outcome, Sender } from './sending.ts';
import { text } from './text.ts';

export function send(row: Claimed, now: Instant, sender: Sender): Promise<Outcome> {
  if (row.kind === 'refresh') return refresh(row, now, sender);
  return row.kind === 'file' ? share(row, now, sender) : post(row, now, sender);
}

/** A permission that the app lacks stops only what needs it: `missing_scope`, or `missing_scope chat:write` where Slack names it. */
const refused = ({ error, needed }: Refusal): Outcome => ({
  kind: 'failed',
  error: needed === undefined ? error : `${error} ${needed}`,
});

type Refusal = Extract<Answer, { kind: 'refused' }>;

/** Where it goes, and how its reader wants it. */
interface Destination {
  readonly channel: string;
  readonly language: Language;
  readonly thread: string | undefined;
  /** Whose direct messages it is. */
  readonly user?: string;
}

async function destinationOf(row: Claimed, now: Instant, sender: Sender): Promise<Destination | Outcome> {
  const { outgoing, home } = sender;
  const today = dayAt(now);
  if (row.personId !== null) {
    const account = await outgoing.accountOf(row.personId, home.teamId, today);
    if (!account) return { kind: 'failed', error: 'no_account' };
    return direct(account.userId, account.language, sender);
  }
  const { teamId, channelId } = row;
  if (teamId !== home.teamId || channelId === null) return { kind: 'failed', error: 'other_workspace' };
  if (/^[UW]/.test(channelId)) {
    const language = await outgoing.languageOf(teamId, channelId, today);
    return direct(channelId, language ?? row.language, sender);
  }
  const thread = row.thread === null ? undefined : await threadOf(row, channelId, outgoing);
  if (row.thread !== null && thread === undefined) return { kind: 'failed', error: 'no_thread' };
  return { channel: channelId, language: row.language, thread };
}

async function threadOf(row: Claimed, channelId: string, outgoing: Outgoing): Promise<string | undefined> {
  const shown = await outgoing.surfacesOf(row.councilId, row.thread ?? '');
  return shown.find((one) => one.teamId === row.teamId && one.channelId === channelId)?.ts;
}

async function direct(userId: string, language: Language, sender: Sender): Promise<Destination | Outcome> {
  const known = sender.direct.get(userId);
  if (known !== undefined) return { channel: known, language, thread: undefined, user: userId };
  const answer = await sender.clients.bulk('conversations.open', { users: userId });
  // Opening says nothing to anybody: it can be done again.
  if (answer.kind === 'lost') return { kind: 'unreached' };
  if (answer.kind === 'refused') return refused(answer);
  if (answer.kind !== 'done') return answer;
  const channel = (answer.data.channel as { id: string }).id;
  sender.direct.set(userId, channel);
  return { channel, language, thread: undefined, user: userId };
}

async function post(row: Claimed, now: Instant, sender: Sender): Promise<Outcome> {
  const mailed = await letter(row, now, sender);
  if (mailed !== undefined && mailed !== 'bounces') return mailed;
  const before = mailed === 'bounces' ? [note(text.mailBounces)] : [];
  const to = await destinationOf(row, now, sender);
  if ('kind' in to) return to;
  const page = row.sentTs.length;
  const sought = { key: row.key, page, channel: to.channel, thread: to.thread, since: row.createdAt };
  const pages = (await pagesOf(row, to, now, sender, before)) ?? [];
  const onSent = (ts: string): Outcome =>
    page + 1 < pages.length ? { kind: 'progress', ts } : { kind: 'sent', to: to.channel, ts };

  if (row.unsure) {
    const looked = await lookUp(sender.clients.bulk, sought);
    if (looked.kind === 'found') return onSent(looked.ts);
    if (looked.kind === 'unreadable') return { kind: 'failed', error: 'unread_history' };
    // A lost answer to looking changes nothing.
    if (looked.kind !== 'absent') return looked.kind === 'lost' ? { kind: 'unreached' } : looked;
  }
  const next = pages[page];
  if (!next) return { kind: 'superseded' };
  const answer = await sender.clients.bulk('chat.postMessage', {
    channel: to.channel,
    ...next,
    ...(to.thread !== undefined && { thread_ts: to.thread }),
    metadata: metadata(sought),
    ...QUIET,
  });
  if (answer.kind === 'refused') return refused(answer);
  return answer.kind === 'done' ? onSent(String(answer.data.ts)) : answer;
}

/** Slack makes no links, mentions or previews of what people typed. */
const QUIET: Json = { unfurl_links: false, unfurl_media: false, parse: 'none' };

async function pagesOf(
  row: Claimed,
  { language, channel }: Pick<Destination, 'language' | 'channel'>,
  now: Instant,
  { renderSurface, home }: Sender,
  before: readonly Part[] = [],
): Promise<readonly Rendered[] | undefined> {
  const reader = { language, council: row.councilId };
  if (row.surface === null) {
    const { parts = [], ...told } = row.payload as Message;
    return render({ ...told, parts: [...before, ...parts] }, reader);
  }
  const place = { teamId: home.teamId, channelId: channel };
  const message = await renderSurface(row.councilId, row.surface, now, place);
  return message && [renderOne(message, reader)];
}

/** Every message that shows the surface shows what is true now. */
async function refresh(row: Claimed, now: Instant, sender: Sender): Promise<Outcome> {
  const { outgoing, home } = sender;
  const key = row.surface ?? '';
  await outgoing.supersedeOthers(row);
  const mapped = (await outgoing.surfacesOf(row.councilId, key)).filter((one) => one.teamId === home.teamId);
  const told = mapped.length === 0 ? await outgoing.messageTo(row.councilId, key) : undefined;
  const shown = told ? [{ ...told, teamId: home.teamId }] : mapped;
  if (shown.length === 0) return { kind: 'superseded' };

  let failure: Outcome | undefined;
  for (const one of shown) {
    const { language } = told ?? row;
    const [page] = (await pagesOf(row, { language, channel: one.channelId }, now, sender)) ?? [];
    if (!page) return { kind: 'superseded' };
    const outcome = await update(one, page, sender.clients.bulk);
    if (outcome.kind === 'superseded') await outgoing.forget(row.councilId, key, one);
    else if (outcome.kind === 'failed') failure = outcome;
    else if (outcome.kind !== 'sent') return outcome;
  }
  return failure ?? { kind: 'sent', to: '', ts: undefined };
}

async function update({ channelId, ts }: Shown, { text, blocks }: Rendered, call: Call): Promise<Outcome> {
  const answer = await call('chat.update', { channel: channelId, ts, text, blocks, parse: 'none' });
  if (answer.kind === 'done') return { kind: 'sent', to: channelId, ts };
  if (answer.kind !== 'refused') return answer;
  return answer.error === 'message_not_found' ? { kind: 'superseded' } : refused(answer);
}

/** Shares a file. Up to the last step nothing is seen and all may be repeated; the last step is tried once. */
async function share(row: Claimed, now: Instant, sender: Sender): Promise<Outcome> {
  const { outgoing, clients } = sender;
  const mailed = await attached(row, now, sender);
  if (mailed) return mailed;
  const to = await destinationOf(row, now, sender);
  const file = row.payload as SentFile;
  // A canvas that has nowhere to stand is not missed: the file says the same.
  if ('kind' in to) return file.canvas !== undefined && to.kind === 'failed' ? { kind: 'superseded' } : to;
  if (file.canvas !== undefined) {
    const place = { ...to, teamId: sender.home.teamId };
    return showCanvas(row, { ...file, canvas: file.canvas }, place, clients.bulk, outgoing);
  }
  if (row.sentTo !== null) return shared(row, row.sentTo, to.channel, clients.bulk);

  const bytes = new Uint8Array(Buffer.from(file.content, file.encoding ?? 'utf8'));
  const begun = await clients.bulk('files.getUploadURLExternal', { filename: file.name, length: bytes.length });
  if (begun.kind === 'refused') return refused(begun);
  if (begun.kind !== 'done') return begun.kind === 'lost' ? { kind: 'unreached' } : begun;
  const { upload_url: url, file_id: id } = begun.data as { upload_url: string; file_id: string };
  if (!(await clients.upload(url, bytes))) return { kind: 'unreached' };

  await outgoing.completing(row, id);
  const completed = await clients.bulk('files.completeUploadExternal', {
    files: [{ id, title: plain(file.title[to.language]) }],
    channel_id: to.channel,
    ...(to.thread !== undefined && { thread_ts: to.thread }),
  });
  if (completed.kind === 'done') return { kind: 'sent', to: id, ts: undefined };
  if (completed.kind === 'lost') return completed;
  await outgoing.completing(row, null);
  return completed.kind === 'refused' ? refused(completed) : completed;
}

/** Whether a file whose sharing was tried stands in its channel by now. */
async function shared(row: Claimed, fileId: string, channel: string, call: Call): Promise<Outcome> {
  const answer = await call('files.info', { file: fileId });
  if (answer.kind === 'refused') return { kind: 'failed', error: 'unknown_outcome' };
  if (answer.kind !== 'done') return answer.kind === 'lost' ? { kind: 'unreached' } : answer;
  const { shares = {} } = answer.data.file as { shares?: Readonly<Record<string, Json>> };
  if (Object.values(shares).some((byChannel) => channel in byChannel))
    return { kind: 'sent', to: fileId, ts: undefined };
  // Slack shares a while after it answered.
  return row.attempts < PATIENCE ? { kind: 'lost' } : { kind: 'failed', error: 'unknown_outcome' };
}

const PATIENCE = 4;
