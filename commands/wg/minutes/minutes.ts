/**
 * `/wg minutes M12`: the minutes as they stand; with a word behind it: draft them anew, ask the municipalities to confirm,
 * confirm, ask for a correction, get the files, take one's last step back.
 */
import { z } from 'zod';
import type { Form } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, type Admission, subcommand } from '../../../src/command/subcommand.ts';
import { type Admitted, leadOf, reader } from '../../../src/command/who.ts';
import type { Municipality } from '../../../src/domain/council.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { isOpen } from '../../../src/domain/sitting.ts';
import { channelCanvas, minutesNow } from '../../../src/minutes/standing.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { bodiesNames } from '../../../src/text/meetings.ts';
import { en, ja, plain } from '../../../src/text/text.ts';
import { municipalitiesNamed, municipalityNames } from '../../arguments/municipalities.ts';
import { meetingNumber } from '../../arguments/numbers.ts';
import { source } from '../../arguments/told.ts';
import { choice, restOf } from '../../arguments/words.ts';
import { bodyHere } from '../../subjects/bodies.ts';
import { meetingTooEarly } from '../../subjects/past.ts';
import { meetingMeant } from '../changing.ts';
import { sitting } from '../sittingText.ts';
import { answeringIn, answerMinutes } from './answer.ts';
import { sendFiles, showMinutes, showVersions } from './show.ts';
import { minutes as text } from './text.ts';
import { undoMinutes } from './undo.ts';
import { askingOf, draftMinutes } from './writing.ts';

export type Step = 'draft' | 'ask' | 'confirm' | 'correct' | 'file' | 'history' | 'undo';

const step = choice<Step>(
  {
    ja: ja`作成・確認依頼・確認・修正依頼・ファイル・履歴・取消`,
    en: en`draft, ask, confirm, correct, file, history or undo`,
  },
  [
    { value: 'draft', label: { ja: ja`作成`, en: en`draft` }, words: ['作成', '再作成', '作り直し'] },
    { value: 'ask', label: { ja: ja`確認依頼`, en: en`ask` }, words: ['確認依頼', '照会'] },
    { value: 'confirm', label: { ja: ja`確認`, en: en`confirm` }, words: ['確認', '確認済', '異議なし', '意見なし'] },
    { value: 'correct', label: { ja: ja`修正依頼`, en: en`correct` }, words: ['修正依頼', '修正', '訂正依頼'] },
    { value: 'file', label: { ja: ja`ファイル`, en: en`file` }, words: ['ファイル', 'word', 'ワード', 'markdown'] },
    { value: 'history', label: { ja: ja`履歴`, en: en`history` }, words: ['履歴', '経緯', '訂正履歴'] },
    { value: 'undo', label: { ja: ja`取消`, en: en`undo` }, words: ['取消', '元に戻す'] },
  ],
);

const words = restOf({ ja: ja`修正を依頼する内容`, en: en`what to correct` });

interface Meant {
  readonly meeting: Meeting;
  readonly body: string;
  readonly step: Step | undefined;
  readonly municipality: Municipality | undefined;
  readonly source: string | undefined;
}

export const wgMinutes = subcommand({
  name: 'minutes',
  alias: ['議事録', '会議録', '議事要旨'],
  summary: { ja: ja`議事録を表示・作成・確認します`, en: en`Show, draft or confirm the minutes` },
  effect: 'act',
  args: z.object({
    number: meetingNumber.optional(),
    step: step.optional(),
    municipality: municipalityNames.optional(),
    source: source.optional(),
    words: words.optional(),
  }),
  examples: [
    'M12',
    'M12 確認',
    'M12 修正依頼 出席者に代理の記載がないため',
    'M12 確認 五霞町 電話 6/1 山田',
    'M12 確認依頼',
  ],

  opensForm: (said) => said.step === 'correct' && said.words === undefined,

  async about(said, scene, store): Promise<About<Meant>> {
    const number = said.number ?? (await latestHere(scene, store));
    if (typeof number !== 'number') return number;
    const meant = await meetingMeant(number, store);
    if ('refused' in meant) return meant;
    const early = await meetingTooEarly(meant.subject, scene, store);
    if (early) return early;
    const found = said.municipality && municipalitiesNamed(said.municipality, scene.chart, meant.subject.day);
    if (found && 'unknown' in found) return { refused: whisper(sitting.noMunicipality(found.unknown)) };
    const [municipality, ...others] = found?.found ?? [];
    if (others.length > 0) return { refused: whisper(text.oneMunicipality) };
    const { subject: meeting } = meant;
    return { subject: { meeting, body: meeting.body, step: said.step, municipality, source: said.source } };
  },

  who: mayDo,

  async run(said, scene, store): Promise<Reply> {
    const { subject, acting, person } = scene;
    const { meeting, municipality } = subject;
    const by = { person: person.id, seat: acting.role.seat };
    switch (subject.step) {
      case undefined:
        return showMinutes(meeting, scene, store);
      case 'file':
        return sendFiles(meeting, scene, store);
      case 'history':
        return showVersions(meeting, scene, store);
      case 'draft':
        return draft(meeting, scene, store);
      case 'ask':
        return ask(meeting, scene, store);
      case 'undo':
        return undoMinutes(meeting, by, scene, store);
      case 'correct':
        if (said.words === undefined) return { form: correctionForm(meeting) };
        return answerMinutes(
          meeting,
          { kind: 'correct', words: said.words, municipality, source: said.source },
          scene,
          store,
        );
      case 'confirm':
        return answerMinutes(
          meeting,
          { kind: 'confirm', words: said.words, municipality, source: said.source },
          scene,
          store,
        );
    }
  },
});

/** Everybody reads; the lead or the secretariat drafts and asks; each municipality answers for itself. */
function mayDo(scene: Scene, { meeting, step, municipality, source }: Meant): Admission<Admitted> {
  if (step === undefined || step === 'file' || step === 'history') return reader(scene, undefined);
  if (step === 'draft' || step === 'ask') return leadOf(scene, meeting);
  const acting = answeringIn(scene, meeting, municipality);
  // Who takes back may be who led, or who answered: only one's own entries are taken back.
  if (step === 'undo') return acting ? { admits: { acting } } : leadOf(scene, meeting);
  if (!acting) return { refused: text.seatsOnly(bodiesNames(scene.chart, meeting)) };
  return acting.onBehalf && source === undefined ? { refused: text.sourceRequired } : { admits: { acting } };
}

/** The meeting of the channel's body that was held last. */
async function latestHere(
  scene: Scene,
  store: CouncilStore,
): Promise<number | Extract<About<Meant>, { refused: Reply }>> {
  const here = bodyHere(scene);
  if ('refused' in here) return here;
  const last = await store.minutes.lastHeld(here.subject.slug);
  return last ?? { refused: whisper(text.noneHere(here.subject.name)) };
}

type MinutesScene = Scene & Admitted;

async function draft(meeting: Meeting, scene: MinutesScene, store: CouncilStore): Promise<Reply> {
  if (meeting.openedAt === undefined) return whisper(text.notHeld(meeting));
  if (isOpen(meeting)) return whisper(text.stillOpen(meeting));
  const stood = await minutesNow(meeting, scene, store);
  if (stood?.standing.state === 'confirmed') return whisper(text.alreadyConfirmed(meeting));
  const by = { person: scene.person.id, seat: scene.acting.role.seat };
  const done = await draftMinutes(meeting, scene, by, store);
  if (!done) return whisper(text.unchanged);
  return { ...whisper(text.drafted(meeting, (stood?.minutes.version ?? 0) + 1)), ...done };
}

async function ask(meeting: Meeting, scene: MinutesScene, store: CouncilStore): Promise<Reply> {
  const { acting, person, now } = scene;
  const stood = await minutesNow(meeting, scene, store);
  if (!stood) return whisper(text.notYet(meeting));
  if (stood.standing.state === 'confirmed') return whisper(text.alreadyConfirmed(meeting));
  if (stood.standing.state !== 'draft') return whisper(text.alreadyAsked(meeting));
  const asking = await askingOf(meeting, scene, store);
  await store.minutes.write(meeting.number, {
    kind: 'ask',
    asking,
    at: now,
    person: person.id,
    seat: acting.role.seat,
  });
  const key = `minutes:${meeting.number}`;
  const put = await minutesNow(meeting, scene, store);
  const posts = put ? [await channelCanvas(meeting, put, scene, store)] : [];
  return { ...whisper(text.asked(meeting, asking.eligible.length)), posts, refresh: [key], done: [key] };
}

const correctionForm = ({ number }: Meeting): Form => ({
  ...{ command: 'wg', subcommand: 'minutes', title: text.correctTitle },
  fields: [
    field('number', { ja: ja`会議番号`, en: en`meeting` }, `M${number}`),
    field('step', { ja: ja`操作`, en: en`what to do` }, plain(text.correctWord.ja)),
    { ...field('words', { ja: ja`修正を依頼する内容`, en: en`what to correct` }, ''), field: { kind: 'lines' } },
  ],
});

const field = (key: string, label: Form['title'], initial: string): Form['fields'][number] => ({
  ...{ key, label, field: { kind: 'line' }, optional: false, initial },
});
