/** `/wg amend M12 経過`: opens the section of the minutes to be corrected; every version before it stays readable. */
import { z } from 'zod';
import { absent, argument, type Form } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { leadOf } from '../../../src/command/who.ts';
import { type Meeting, threadOf } from '../../../src/domain/meeting.ts';
import {
  amendedLines,
  lineFor,
  type Minutes,
  minutesOf,
  SECTIONS,
  type Section,
  sameContent,
} from '../../../src/domain/minutes.ts';
import { settleMinutes } from '../../../src/minutes/settle.ts';
import { channelCanvas, channelFiles, minutesNow, type StandingMinutes } from '../../../src/minutes/standing.ts';
import { SECTION_NAMES } from '../../../src/minutes/text.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames, placesOf } from '../../../src/text/meetings.ts';
import { buttons, note } from '../../../src/text/message.ts';
import type { Post } from '../../../src/text/post.ts';
import { en, ja, plain, same } from '../../../src/text/text.ts';
import { meetingNumber } from '../../arguments/numbers.ts';
import { choice, restOf } from '../../arguments/words.ts';
import { meetingMeant } from '../changing.ts';
import { minutes as text } from './text.ts';
import { askAgain, writeAmended } from './writing.ts';

const section = choice<Section>(
  { ja: ja`項目`, en: en`section` },
  SECTIONS.map((value) => ({ value, label: SECTION_NAMES[value], words: [plain(SECTION_NAMES[value].ja)] })),
);

const BECAUSE = /^(?:理由|because)[\s　]*[:：][\s　]*([^\n]+)(?:\n|$)/iu;

/** 理由:…, to the end of its line. */
const because = argument<string>({
  label: { ja: ja`理由`, en: en`reason` },
  field: { kind: 'line' },
  read: (line) => {
    const [whole, reason] = BECAUSE.exec(line) ?? [];
    return whole === undefined || reason === undefined ? absent : { read: reason.trim(), length: whole.length };
  },
  asTyped: (typed) => (BECAUSE.test(typed) ? typed : `理由:${typed}`),
});

const lines = restOf({ ja: ja`訂正後の記載(1行に1件)`, en: en`the new lines` });
/** What is typed where a section shall be empty. */
const NOTHING = /^[\s　]*(?:なし|無し|none)[\s　]*$/iu;

export const wgAmend = subcommand({
  name: 'amend',
  alias: ['議事録訂正', '議事録修正', '会議録訂正'],
  summary: { ja: ja`議事録の記載を項目ごとに訂正します`, en: en`Correct a section of the minutes` },
  effect: 'act',
  args: z.object({
    number: meetingNumber,
    section: section.optional(),
    because: because.optional(),
    words: lines.optional(),
  }),
  examples: ['M12', 'M12 経過', 'M12 次回 未定'],
  opensForm: (said) => said.section !== undefined && said.words === undefined,
  about: (said, _scene, store) => meetingMeant(said.number, store),
  who: leadOf,

  async run(said, scene, store): Promise<Reply> {
    const { subject: meeting, acting, person, chart } = scene;
    const minutes = minutesOf(await store.minutes.entries(meeting.number));
    if (!minutes) return whisper(text.notYet(meeting));
    if (said.section === undefined) return whisper(text.whichSection, buttons(...sectionButtons(meeting)));
    if (said.words === undefined) return { form: amendForm(meeting, said.section, minutes) };

    const before = minutes.content.sections[said.section];
    const after = NOTHING.test(said.words) ? [] : amendedLines(before, said.words);
    const content = { ...minutes.content, sections: { ...minutes.content.sections, [said.section]: after } };
    if (sameContent(content, minutes.content)) return whisper(text.sameWords);
    const stood = await minutesNow(meeting, scene, store);
    const confirmed = stood?.standing.state === 'confirmed';
    if (confirmed && said.because === undefined) return whisper(text.reasonRequired);

    // Confirmed by the clock, though nobody recorded it yet: that comes first.
    const settled = confirmed ? await settleMinutes(meeting, scene, store) : undefined;
    const by = { person: person.id, seat: acting.role.seat };
    await writeAmended(meeting, content, { section: said.section, because: said.because }, scene, by, store);
    const name = SECTION_NAMES[said.section];
    const bodies = same(bodiesNames(chart, meeting));
    const again = await askAgain(meeting, text.sentAgain(bodies, meeting, name), scene, by, store);
    const now = await minutesNow(meeting, scene, store);
    const key = `minutes:${meeting.number}`;
    return {
      ...whisper(
        text.amended(name, minutes.version + 1),
        note(text.earlier(before.flatMap((one) => lineFor(one, 'internal') ?? []).map(same))),
        buttons({ label: text.buttons.undo, line: `/wg minutes M${meeting.number} undo` }),
      ),
      posts: [
        ...(settled?.posts ?? []),
        ...again,
        ...(confirmed
          ? [
              {
                ...{ kind: 'message' as const, key: `${key}:corrected:${minutes.version + 1}`, to: placesOf(meeting) },
                thread: threadOf(meeting),
                message: { summary: text.correctedAfter(bodies, meeting, name, said.because ?? '') },
              },
            ]
          : []),
        ...(now ? await rewritten(meeting, now, confirmed, scene, store) : []),
      ],
      refresh: settled?.refresh ?? [key],
      done: settled?.done ?? [key],
    };
  },
});

/** The files go out again where they were confirmed; the canvas is always as the words are. */
const rewritten = async (
  meeting: Meeting,
  now: StandingMinutes,
  confirmed: boolean,
  scene: Scene,
  store: CouncilStore,
): Promise<Post[]> =>
  confirmed ? channelFiles(meeting, now, scene, store) : [await channelCanvas(meeting, now, scene, store)];

const sectionButtons = ({ number }: Meeting) =>
  SECTIONS.map((one) => ({ label: SECTION_NAMES[one], line: `/wg amend M${number} ${one}` }));

/** With the words as they stand, which only those who lead are shown. */
const amendForm = ({ number }: Meeting, one: Section, { content }: Minutes): Form => ({
  ...{ command: 'wg', subcommand: 'amend', title: text.amendTitle },
  fields: [
    field('number', { ja: ja`会議番号`, en: en`meeting` }, `M${number}`),
    field('section', { ja: ja`項目`, en: en`section` }, plain(SECTION_NAMES[one].ja)),
    { ...field('because', { ja: ja`理由`, en: en`reason` }, ''), optional: true },
    {
      ...field(
        'words',
        { ja: ja`訂正後の記載(1行に1件、空にする場合は「なし」)`, en: en`the new lines (“none” for nothing)` },
        content.sections[one].flatMap((each) => lineFor(each, 'internal') ?? []).join('\n'),
      ),
      field: { kind: 'lines' },
    },
  ],
});

const field = (key: string, label: Form['title'], initial: string): Form['fields'][number] => ({
  ...{ key, label, field: { kind: 'line' }, optional: false, initial },
});
