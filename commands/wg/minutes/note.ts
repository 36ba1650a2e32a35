/**
 * `/wg note 宿題:@那珂市 6/20 …`: what is decided, agreed, left to do or confirmed while a meeting is open; a line each. A message
 * in the meeting's channel whose lines are marked so is the same, said without the command.
 *
 * 決定: with a requirement's number is `/req decide`, with its permission. What could mean several things is asked back, in private.
 */
import { z } from 'zod';
import { readLine } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, seatOf } from '../../../src/command/who.ts';
import { type CapturedLine, capturedIn, itemIn } from '../../../src/domain/capture.ts';
import { membersOn } from '../../../src/domain/council.ts';
import type { Item } from '../../../src/domain/item.ts';
import { bodiesOf, type Meeting } from '../../../src/domain/meeting.ts';
import { isOpen } from '../../../src/domain/sitting.ts';
import type { NewNote } from '../../../src/store/council/notes.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { placesOf } from '../../../src/text/meetings.ts';
import { type Button, buttons, line, type Part } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, plain, type Text } from '../../../src/text/text.ts';
import { meetingNumber } from '../../arguments/numbers.ts';
import { mentionOf, restOf } from '../../arguments/words.ts';
import { reqDecide } from '../../req/decide.ts';
import { linksNamed } from '../../subjects/links.ts';
import { EVERYONE, everyoneIn, ownersMeant } from '../../subjects/owners.ts';
import { numbersText } from '../../subjects/requirements.ts';
import { sittingMeant } from '../../subjects/sittings.ts';
import { KIND_NAMES, notesText as text } from './noteText.ts';

interface Noting {
  readonly meeting: Meeting;
  /** The body whose channel this is, of those that meet. */
  readonly body: string;
}

export const wgNote = subcommand({
  name: 'note',
  alias: ['記録', 'メモ'],
  summary: {
    ja: ja`開会中の会議の決定・申合せ・宿題・確認・経過を記録します`,
    en: en`Note what is decided, left to do or confirmed in the open meeting`,
  },
  effect: 'act',
  args: z.object({
    number: meetingNumber.optional(),
    words: restOf({
      ja: ja`決定:・申合せ:・宿題:・確認:・経過:(1行に1件)`,
      en: en`lines as in “/wg note 決定: …”: 決定, 申合せ, 宿題, 確認 or 経過`,
    }),
  }),
  examples: [
    '宿題:@那珂市 12/10 帳票レイアウトの確認',
    'M12 確認:様式は現行のまま',
    '決定:1234 代替案 CSVでの一括登録に代える',
  ],

  async about(said, scene, store): Promise<About<Noting>> {
    const meant = await sittingMeant(said.number, 'open', scene, store);
    if ('refused' in meant) return meant;
    const here = scene.place.mapped?.body;
    const bodies = bodiesOf(meant.subject);
    const body = here !== undefined && bodies.includes(here) ? here : meant.subject.body;
    return { subject: { meeting: meant.subject, body } };
  },

  who: seatOf,

  async run(said, scene, store): Promise<Reply> {
    const { meeting } = scene.subject;
    if (!isOpen(meeting)) return whisper(text.notOpen(meeting));
    const captured = capturedIn(said.words);
    if (captured.length === 0) return whisper(text.unmarked);
    const taken: Taken[] = [];
    for (const one of captured) taken.push(await taking(one, scene, store));
    const notes = taken.flatMap((one) => one.note ?? []);
    const asked = taken.flatMap((one) => one.asked ?? []);
    const [first] = await store.notes.write(notes);
    const posts: Post[] = taken.flatMap((one) => one.posts ?? []);
    if (!first) {
      return { ...whisper(text.noneNoted, ...asked), ...(posts.length > 0 && { posts }) };
    }
    const surface = { kind: 'surface', surface: `notes:${first.batch}`, thread: `meeting:${meeting.number}` } as const;
    return {
      ...whisper(text.noted(notes.length), ...asked),
      posts: [...posts, { ...surface, to: placesOf(meeting) }],
      refresh: taken.flatMap((one) => one.refresh ?? []),
      done: [`meeting:${meeting.number}`, ...taken.flatMap((one) => one.done ?? [])],
    };
  },
});

type NotingScene = Scene & Admitted & { readonly subject: Noting };

/** What became of a line: a note, with what it brought about; or what is asked back. */
interface Taken {
  readonly note?: NewNote;
  readonly asked?: readonly Part[];
  readonly posts?: readonly Post[];
  readonly refresh?: readonly string[];
  readonly done?: readonly string[];
}

async function taking(captured: CapturedLine, scene: NotingScene, store: CouncilStore): Promise<Taken> {
  if (captured.words === '') return notNoted(captured, text.empty);
  if (captured.kind === 'decision') return takingDecision(captured, scene, store);
  if (captured.kind === 'item') return takingItem(captured, scene, store);
  return { note: noteOf(captured, scene) };
}

const noteOf = (
  { kind, words }: CapturedLine,
  { subject, acting, person, now }: NotingScene,
  of: { readonly item?: number; readonly decision?: number } = {},
): NewNote => ({
  ...{ meeting: subject.meeting.number, body: subject.body, kind, words, item: of.item, decision: of.decision },
  ...{ at: now, by: { person: person.id, seat: acting.role.seat } },
});

const notNoted = ({ kind, words }: CapturedLine, why: Text, ...offered: readonly Button[]): Taken => ({
  asked: [
    line(text.notNoted(words === '' ? `${plain(KIND_NAMES[kind].ja)}:` : words, why)),
    ...(offered.length > 0 ? [buttons(...offered)] : []),
  ],
});

/** Figures before these are no requirement's number: 12月から, 3件, 5営業日. */
const COUNTED =
  /^[\d０-９]+[\s　]?(?:[年月日時分件社台名人回版つ%％割千万億円]|団体|市町|営業日|か月|ヶ月|種|項目|週)/u;
const BEGINS_WITH_NUMBER = /^(?:要件|no\.?|#)?[\s　]?[\d０-９]/iu;

/** A decision on requirements by the same way as `/req decide`; all else that was decided is an agreement (申合せ). */
async function takingDecision(captured: CapturedLine, scene: NotingScene, store: CouncilStore): Promise<Taken> {
  const { words } = captured;
  if (!BEGINS_WITH_NUMBER.test(words) || COUNTED.test(words))
    return { note: noteOf({ kind: 'resolution', words }, scene) };
  const reading = readLine(reqDecide.args, words, scene);
  const other: Button = { label: text.asResolution, line: `/wg note M${scene.subject.meeting.number} 申合せ:${words}` };
  if ('lacking' in reading) {
    const typed = /[\d０-９]+/u.exec(words)?.[0].normalize('NFKC') ?? '';
    return notNoted(captured, text.decisionOr(numbersText([Number(typed)])), other);
  }
  if ('unclear' in reading) return notNoted(captured, reading.unclear, other);
  const about = await reqDecide.about(reading.said, scene, store);
  if ('refused' in about) return { asked: partsOf(captured, about.refused) };
  const admission = reqDecide.who(scene, about.subject);
  if ('refused' in admission) return notNoted(captured, admission.refused);
  const reply = await reqDecide.run(reading.said, { ...scene, subject: about.subject, ...admission.admits }, store);
  const [, id] = /^decision:(\d+)$/u.exec(reply.done?.[0] ?? '') ?? [];
  if (id === undefined) return { asked: partsOf(captured, reply), posts: reply.posts ?? [] };
  const { posts = [], refresh = [], done = [] } = reply;
  return { note: noteOf(captured, scene, { decision: Number(id) }), posts, refresh, done };
}

/** What the way of deciding said instead. */
const partsOf = (captured: CapturedLine, { whisper: told }: Reply): Part[] =>
  told ? [line(text.notNoted(captured.words, told.summary)), ...(told.parts ?? [])] : [];

async function takingItem(captured: CapturedLine, scene: NotingScene, store: CouncilStore): Promise<Taken> {
  const { subject, acting, person, now, today, chart, calendar } = scene;
  const members = membersOn(chart, subject.meeting.day).map((one) => one.name);
  const read = itemIn(captured.words, [...EVERYONE, ...members], today, calendar);
  if ('unclear' in read) {
    if (read.unclear === 'day') return notNoted(captured, text.day(read.problem.typed));
    return notNoted(captured, read.unclear === 'noTitle' ? text.noTitle : text.several);
  }
  const everyone = read.owners.length === 0 ? everyoneIn(read.title) : undefined;
  const mentions = (everyone === undefined ? read.owners : [everyone]).map(mentionOf);
  const tenures = (await store.tenuresOn(today)).filter((one) => one.seat.body === subject.body);
  const owners = await ownersMeant(mentions, subject.body, tenures, scene, store);
  if ('refused' in owners) return notNoted(captured, owners.refused);
  const [owner, ...others] = owners.seats;
  const { links } = await linksNamed(read.title, today, store);
  const meeting = { kind: 'meeting' as const, ref: String(subject.meeting.number) };
  const item: Item = await store.items.add({
    ...{ body: subject.body, title: read.title, due: read.due, owner, others },
    links: [...links.filter((one) => one.kind !== 'meeting' || one.ref !== meeting.ref), meeting],
    raised: { at: now, by: person.id, seat: acting.role.seat },
  });
  return {
    note: noteOf({ kind: 'item', words: read.title }, scene, { item: item.number }),
    done: [`item:${item.number}`],
  };
}
