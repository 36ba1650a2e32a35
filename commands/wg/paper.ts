/**
 * `/wg paper M12 資料1-2 件名 https://…`: registers a 資料 of a meeting. The same number once more is a replacement (差替え):
 * its version rises and the old one stays, so that "which is the latest" has one answer. Links only, never contents.
 * With less said (`/wg paper 要件一覧`), a form asks for the rest: of the open or next meeting, under the next free number.
 */
import { z } from 'zod';
import type { Form } from '../../src/command/argument.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, seatOf } from '../../src/command/who.ts';
import { AUDIENCES, type Audience } from '../../src/domain/audience.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { type Meeting, threadOf } from '../../src/domain/meeting.ts';
import { lastVersion, latest, type MeetingPaper, nextMark } from '../../src/domain/paper.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { placesOf } from '../../src/text/meetings.ts';
import { buttons, note } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { paperMark } from '../arguments/papers.ts';
import { linkAt } from '../arguments/places.ts';
import { choice, restOf } from '../arguments/words.ts';
import { bodyHere } from '../subjects/bodies.ts';
import { nextMeeting } from './agenda/meant.ts';
import { meetingMeant } from './changing.ts';
import { audienceText, paper as text } from './paperText.ts';

const WORDS: Readonly<Record<Audience, readonly string[]>> = {
  internal: ['内部', '構成団体のみ'],
  prefecture: ['県まで', '県も可'],
  joiner: ['後乗りまで', '加入検討団体まで'],
  vendor: ['事業者まで', '公開'],
};

const AUDIENCE: Text = { ja: ja`公開範囲`, en: en`audience` };
const TITLE: Text = { ja: ja`件名とURL`, en: en`title and link` };

const audience = choice<Audience>(
  AUDIENCE,
  AUDIENCES.map((value) => ({ value, label: audienceText(value), words: WORDS[value] })),
);

export const wgPaper = subcommand({
  name: 'paper',
  alias: ['資料', '資料差替え'],
  summary: { ja: ja`会議の資料を登録・差替えします(リンクのみ)`, en: en`Register or replace a paper (links only)` },
  effect: 'act',
  args: z.object({
    number: meetingNumber.optional(),
    mark: paperMark.optional(),
    audience: audience.optional(),
    title: restOf(TITLE, { kind: 'line' }).optional(),
  }),
  opensForm: (said) => said.number === undefined || said.mark === undefined || said.title === undefined,
  examples: ['M12 資料1-2 要件一覧の見直し https://example.com/2', 'M12 資料3 県まで 日程案', '要件一覧'],
  about: (said, scene, store) =>
    said.number === undefined ? meetingAhead(scene, store) : meetingMeant(said.number, store),
  who: seatOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: meeting, acting, person, now } = scene;
    const before = await store.papers.of(meeting.number);
    if (said.number === undefined || said.mark === undefined || said.title === undefined)
      return { form: formFor(meeting, said, nextMark(before)) };
    const { title, link } = titleAndLink(said.title);
    if (title === '') return whisper(text.noTitle);
    const replaced = latest(before).find((one) => one.mark === said.mark);
    const registered = await store.papers.register({
      meeting: meeting.number,
      mark: said.mark,
      version: lastVersion(before, said.mark) + 1,
      title,
      link,
      audience: said.audience ?? replaced?.audience ?? 'internal',
      at: now,
      by: { person: person.id, seat: acting.role.seat },
    });
    return {
      ...whisper(
        replaced ? text.replaced(registered, replaced) : text.registered(registered),
        note(text.audience(registered.audience)),
        buttons({ label: text.undo, line: `/wg undo M${meeting.number} 資料${said.mark}` }),
      ),
      posts: [papersIn(meeting)],
      refresh: [`meeting:${meeting.number}`, `papers:${meeting.number}`],
      done: [`meeting:${meeting.number}`, `paper:${meeting.number}/${said.mark}`],
    };
  },
});

/** The meeting of the body here that is open, else its next. */
async function meetingAhead(scene: Scene, store: CouncilStore): Promise<About<Meeting>> {
  const here = bodyHere(scene);
  if ('refused' in here) return here;
  const { slug, name } = here.subject;
  const next = await nextMeeting(slug, scene, store);
  return next ? meetingMeant(next.number, store) : { refused: whisper(text.noMeeting(name)) };
}

function formFor(
  { number }: Meeting,
  said: {
    readonly mark?: string | undefined;
    readonly audience?: Audience | undefined;
    readonly title?: string | undefined;
  },
  free: string,
): Form {
  const asked = { field: { kind: 'line' }, optional: false } as const;
  return {
    ...{ command: 'wg', subcommand: 'paper', title: text.formTitle },
    fields: [
      { ...asked, key: 'number', label: { ja: ja`会議番号`, en: en`meeting` }, initial: `M${number}` },
      { ...asked, key: 'mark', label: { ja: ja`資料番号`, en: en`paper` }, initial: `資料${said.mark ?? free}` },
      {
        key: 'audience',
        label: AUDIENCE,
        field: { kind: 'choice', options: AUDIENCES.map((value) => ({ value, label: audienceText(value) })) },
        optional: true,
        initial: said.audience ?? '',
      },
      { ...asked, key: 'title', label: TITLE, initial: said.title ?? '' },
    ],
  };
}

/** The list of them in the meeting's thread, which stands there once; of a body that joins, in its channel too. */
export const papersIn = (meeting: Meeting, joining?: string): Post => ({
  kind: 'surface',
  ...(joining === undefined
    ? { to: placesOf(meeting) }
    : { to: { body: joining }, key: `papers:${meeting.number}:${joining}` }),
  surface: `papers:${meeting.number}`,
  thread: threadOf(meeting),
});

/** The first address among the words is the link, wherever it stands. */
function titleAndLink(said: string): { title: string; link: string | undefined } {
  const words = said.split(/\s+/u);
  const at = words.findIndex((one) => linkAt(one) !== undefined);
  const link = linkAt(words[at] ?? '')?.url;
  return { title: at < 0 ? said : words.filter((_, i) => i !== at).join(' '), link };
}

/** Takes the latest version of a 資料 back; the one before it counts again. */
export async function withdrawPaper(
  mark: string,
  { subject: meeting, person, now }: Scene & Admitted & { readonly subject: Meeting },
  store: CouncilStore,
): Promise<Reply> {
  const all = await store.papers.of(meeting.number);
  const last = latest(all).find((one) => one.mark === mark);
  if (!last) return whisper(text.none(meeting.number, mark));
  if (now > last.at + UNDO_WITHIN) return whisper(text.tooLate(last));
  await store.papers.withdraw(last, now, person.id);
  const standing = latest(await store.papers.of(meeting.number)).find((one) => one.mark === mark);
  return {
    ...whisper(text.withdrawn(last, standing)),
    refresh: [`meeting:${meeting.number}`, `papers:${meeting.number}`],
    done: [`meeting:${meeting.number}`, `paper:${meeting.number}/${mark}`],
  };
}

/** A row for each 資料: its latest version, and how many there were before. */
export const paperRows = (papers: readonly MeetingPaper[]): Text[] => latest(papers).map(text.row);
