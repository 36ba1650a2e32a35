/** Answers of a sheet as people see them: the comparison, the record, and taking it back. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import type { Admitted } from '../../../src/command/who.ts';
import { type ComparedAnswers, comparedAnswers, type TakenAnswer } from '../../../src/domain/answerSheet.ts';
import { fold } from '../../../src/domain/fold.ts';
import { readDayDone } from '../../../src/domain/when.ts';
import type { AnswerSheetRead } from '../../../src/sheet/answerSheet.ts';
import { correctionFile, correctionName } from '../../../src/sheet/corrections.ts';
import type { AnswerSheet } from '../../../src/store/council/questions.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { type Button, buttons, note, rows } from '../../../src/text/message.ts';
import type { Place } from '../../../src/text/place.ts';
import { binaryFile } from '../../../src/text/post.ts';
import type { Language, Text } from '../../../src/text/text.ts';
import { answerSheetText as text, whyNot } from './answerSheetText.ts';
import { everyQuestion } from './questionFile.ts';

/** A plan's act. */
export const ANSWERS = 'req answers';

/** What was shown and is recorded exactly so. */
export interface AnswersPlan {
  readonly name: string;
  readonly sha256: string;
  readonly answers: readonly (TakenAnswer & { readonly before?: string })[];
}

interface Offered {
  readonly name: string;
  readonly sha256: string;
  readonly reading: AnswerSheetRead;
  /** Who answers, as it was said. */
  readonly from: string | undefined;
}

/** So many answers and cells a preview names one by one. */
const NAMED = 20;

type Now = Pick<Scene, 'today' | 'calendar'>;

/** What the sheet would do; or that there is no such vendor. */
export async function answersIn(
  { reading, from }: Pick<Offered, 'reading' | 'from'>,
  { today, calendar }: Now,
  store: CouncilStore,
): Promise<ComparedAnswers | { readonly noVendor: string; readonly vendors: readonly string[] }> {
  const vendors = (await store.sources()).vendors.map((one) => one.name);
  const said = from === undefined ? undefined : vendors.find((one) => fold(one) === fold(from));
  if (from !== undefined && said === undefined) return { noVendor: from, vendors };
  const named = vendors.filter((one) => reading.around.some((words) => fold(words).includes(fold(one))));
  const { questions } = await everyQuestion(store);
  return comparedAnswers(reading.rows, {
    questions: new Map(questions.map((one) => [one.number, one])),
    vendors,
    from: said ?? (named.length === 1 ? named[0] : undefined),
    today,
    dayOf: (words) => {
      const read = readDayDone(words, today, calendar);
      return 'read' in read ? read.read.day : undefined;
    },
  });
}

/** The counts, then what is answered otherwise, and the cells that cannot be taken. */
export const answerLines = ({ changed, refused, ...found }: ComparedAnswers, place: Place): Text[] => [
  text.counts({ changed, refused, ...found }),
  ...changed.slice(0, NAMED).map(text.changed),
  ...(changed.length > NAMED ? [text.moreChanged(changed.length - NAMED)] : []),
  ...refused.slice(0, NAMED).map((one) => text.refused(one, place)),
  ...(refused.length > NAMED ? [text.moreRefused(refused.length - NAMED)] : []),
];

/** The cells that cannot be taken, as a file to correct the sheet by. */
export const answerCorrections = (refused: ComparedAnswers['refused'], place: Place, language: Language): Uint8Array =>
  correctionFile(
    refused.map(({ sheet, cell, why, words }) => ({ sheet, cell, why: whyNot({ why, words }, place), stands: words })),
    language,
  );

/** Shows what the sheet would do, with a button for what is new and one for what is answered otherwise besides. */
export async function previewAnswers(offered: Offered, scene: Scene, store: CouncilStore): Promise<Reply> {
  const found = await answersIn(offered, scene, store);
  if ('noVendor' in found) return whisper(text.noVendor(found.noVendor, found.vendors));
  const { fresh, changed, refused } = found;
  const { name, sha256 } = offered;
  const { person, now } = scene;
  const keep = (answers: AnswersPlan['answers']): Promise<number> => {
    const content: AnswersPlan = { name, sha256, answers };
    return store.plans.keep({ act: ANSWERS, person: person.id, at: now, content });
  };
  const offers: Button[] = [];
  if (fresh.length > 0)
    offers.push({ label: text.takeNew(fresh.length), line: `/req proceed ${await keep(fresh)}`, style: 'primary' });
  if (changed.length > 0)
    offers.push({
      label: text.takeAll(fresh.length, changed.length),
      line: `/req proceed ${await keep([...fresh, ...changed])}`,
    });
  const shown = whisper(
    offers.length > 0 ? text.preview(name) : text.nothing(name),
    rows(answerLines(found, 'slack')),
    ...(refused.length > 0 ? [note(text.correctionsSent)] : []),
    ...(offers.length > 0 ? [buttons(...offers)] : []),
  );
  if (refused.length === 0) return shown;
  const file = binaryFile(
    correctionName(name, person.language),
    text.correctionTitle(name),
    answerCorrections(refused, 'slack', person.language),
  );
  const key = `corrections:${sha256.slice(0, 12)}:${now}`;
  return { ...shown, posts: [{ kind: 'file', key, to: { person: person.id }, file }], done: ['answerSheet:refused'] };
}

/** Records what was shown, unless one of the questions was answered or withdrawn since. */
export async function carryOutAnswers(
  plan: AnswersPlan,
  { now, person, acting }: Scene & Admitted,
  store: CouncilStore,
): Promise<Reply> {
  const changed = await changedSince(plan.answers, store);
  if (changed.length > 0) return whisper(text.changedSince(changed));
  const sheet = { name: plan.name, sha256: plan.sha256, at: now, person: person.id };
  const id = await store.questions.takeSheet(plan.answers, sheet, acting.role.seat);
  return {
    ...whisper(
      text.taken(id, plan.answers.length, 'slack'),
      buttons({ label: text.undo, line: `/req undo 回答票${id}`, confirm: text.undoSure(id) }),
    ),
    done: [`answerSheet:${id}`, ...new Set(plan.answers.map((one) => `question:${one.number}`))],
  };
}

/** The numbers of the questions whose answer is not the one that was there. */
export async function changedSince(answers: AnswersPlan['answers'], store: CouncilStore): Promise<number[]> {
  const changed: number[] = [];
  for (const one of answers) {
    const question = await store.questions.lock(one.number);
    const last = question?.answers.findLast((each) => each.from === one.from)?.text;
    if (!question || question.withdrawn || last !== one.before) changed.push(one.number);
  }
  return [...new Set(changed)];
}

/** Takes a sheet's answers back as a whole; what was answered before counts again. */
export async function undoAnswerSheet(
  sheet: AnswerSheet,
  { now, person }: Pick<Scene, 'now' | 'person'>,
  store: CouncilStore,
): Promise<Reply> {
  const { id, answers } = sheet;
  await store.questions.undoSheet(id, { at: now, person: person.id });
  return {
    ...whisper(text.undone(sheet)),
    done: [`answerSheet:${id}`, ...answers.map((one) => `question:${one}`)],
  };
}
