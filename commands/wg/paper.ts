/**
 * `/wg paper M12 資料1-2 件名 https://…`: registers a 資料 of a meeting. The same number once more is a replacement (差替え):
 * its version rises and the old one stays, so that "which is the latest" has one answer. Links only, never contents.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { subcommand } from '../../src/command/subcommand.ts';
import { type Admitted, seatOf } from '../../src/command/who.ts';
import { AUDIENCES, type Audience } from '../../src/domain/audience.ts';
import { UNDO_WITHIN } from '../../src/domain/decide.ts';
import { type Meeting, threadOf } from '../../src/domain/meeting.ts';
import { lastVersion, latest, type MeetingPaper } from '../../src/domain/paper.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { placesOf } from '../../src/text/meetings.ts';
import { buttons, note } from '../../src/text/message.ts';
import type { Post } from '../../src/text/post.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { paperMark } from '../arguments/papers.ts';
import { linkAt } from '../arguments/places.ts';
import { choice, restOf } from '../arguments/words.ts';
import { meetingMeant } from './changing.ts';
import { audienceText, paper as text } from './paperText.ts';

const WORDS: Readonly<Record<Audience, readonly string[]>> = {
  internal: ['内部', '構成団体のみ'],
  prefecture: ['県まで', '県も可'],
  joiner: ['後乗りまで', '加入検討団体まで'],
  vendor: ['事業者まで', '公開'],
};

const audience = choice<Audience>(
  { ja: ja`公開範囲`, en: en`audience` },
  AUDIENCES.map((value) => ({ value, label: audienceText(value), words: WORDS[value] })),
);

export const wgPaper = subcommand({
  name: 'paper',
  alias: ['資料', '資料差替え'],
  summary: { ja: ja`会議の資料を登録・差替えします(リンクのみ)`, en: en`Register or replace a paper (links only)` },
  effect: 'act',
  args: z.object({
    number: meetingNumber,
    mark: paperMark,
    audience: audience.optional(),
    title: restOf({ ja: ja`件名とURL`, en: en`title and link` }, { kind: 'line' }),
  }),
  examples: ['M12 資料1-2 要件一覧の見直し https://example.com/2', 'M12 資料3 県まで 日程案'],
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: seatOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: meeting, acting, person, now } = scene;
    const { title, link } = titleAndLink(said.title);
    if (title === '') return whisper(text.noTitle);
    const before = await store.papers.of(meeting.number);
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
