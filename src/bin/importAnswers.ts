/** `renkei question import`: the answers of a filled-in 質問・回答票; what is answered otherwise is replaced only where that is said. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { answerSheetText } from '../../commands/req/questions/answerSheetText.ts';
import { answerCorrections, answerLines, answersIn, changedSince } from '../../commands/req/questions/takingAnswers.ts';
import { officeCalendar } from '../calendar/holidays.ts';
import { dayAt, instant } from '../domain/day.ts';
import { correctionName } from '../sheet/corrections.ts';
import { readAnswersApart } from '../sheet/reading.ts';
import type { Store } from '../store/store.ts';
import { en, ja, type Text } from '../text/text.ts';
import { councilMeant, type Errand, language, parsed, print, refuse, withStore } from './errand.ts';

export const importAnswers: Errand = {
  name: 'question import',
  words: 'FILE [--vendor NAME] [--replace] [--dry-run] | --undo N [--council ID]',
  summary: { ja: ja`記入済みの質問・回答票を取り込みます`, en: en`take in the answers of a filled-in sheet` },
  async run(words) {
    const options = {
      vendor: { type: 'string' },
      replace: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      undo: { type: 'string' },
      council: { type: 'string' },
    } as const;
    const given = parsed(this, words, options, words.some((one) => /^--undo(=|$)/.test(one)) ? 0 : 1);
    if (!given) return 2;
    const { council, undo, vendor, replace = false, 'dry-run': dryRun = false } = given.values;
    const [file = ''] = given.positionals;
    const bytes = undo === undefined ? await readFile(file).catch(() => undefined) : new Uint8Array();
    if (!bytes) return refuse(text.noFile(file));
    return withStore(async (store) => {
      const id = await councilMeant(store, council);
      if (typeof id === 'number') return id;
      if (undo !== undefined) return undoSheet(store, id, undo);
      const corrections = correctionName(file, language);
      return takeSheet(store, id, { name: basename(file), bytes, vendor, replace, dryRun, corrections });
    });
  },
};

interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly vendor: string | undefined;
  readonly replace: boolean;
  readonly dryRun: boolean;
  /** Where to say which cells cannot be taken. */
  readonly corrections: string;
}

async function takeSheet(
  store: Store,
  council: string,
  { name, bytes, vendor, replace, dryRun, corrections }: Brought,
): Promise<number> {
  const reading = await readAnswersApart({ answersIn: name, bytes });
  if ('refused' in reading) return refuse(reading.refused);
  if (reading.rows.length === 0) return refuse(answerSheetText.noTable(name, 'shell'));
  const at = instant(Date.now());
  const today = dayAt(at);
  const calendar = officeCalendar(today);
  const found = await answersIn({ reading, from: vendor }, { today, calendar }, store.council(council));
  if ('noVendor' in found) return refuse(answerSheetText.noVendor(found.noVendor, found.vendors));
  for (const line of answerLines(found, 'shell')) print(line);
  if (found.changed.length > 0 && !replace) print(text.notReplaced(found.changed.length));
  if (found.refused.length > 0) {
    await writeFile(corrections, answerCorrections(found.refused, 'shell', language));
    refuse(text.corrections(corrections));
  }
  const answers = [...found.fresh, ...(replace ? found.changed : [])];
  if (answers.length === 0) {
    print(answerSheetText.nothing(name));
    return found.refused.length > 0 ? 1 : 0;
  }
  if (dryRun) {
    print(text.dryRun);
    return 0;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return store.act(council, async (acting) => {
    const changed = await changedSince(answers, acting);
    if (changed.length > 0) return refuse(answerSheetText.changedSince(changed));
    const id = await acting.questions.takeSheet(answers, { name, sha256, at, person: undefined }, undefined);
    const subjects = [`answerSheet:${id}`, ...new Set(answers.map((one) => `question:${one.number}`))];
    await acting.audit.write({ ...BY_SHELL, at, act: 'req answers', line: `renkei question import ${name}`, subjects });
    print(answerSheetText.taken(id, answers.length, 'shell'));
    return 0;
  });
}

async function undoSheet(store: Store, council: string, written: string): Promise<number> {
  const id = Number(/\d+/.exec(written.normalize('NFKC'))?.[0] ?? 0);
  const at = instant(Date.now());
  return store.act(council, async (acting) => {
    const sheet = await acting.questions.sheet(id);
    if (!sheet) return refuse(answerSheetText.noSheet(id));
    if (sheet.undoneAt !== undefined) return refuse(answerSheetText.undoneBefore(id, sheet.undoneAt, dayAt(at)));
    await acting.questions.undoSheet(id, { at, person: undefined });
    const line = `renkei question import --undo ${id}`;
    await acting.audit.write({ ...BY_SHELL, at, act: 'req undo', line, subjects: [`answerSheet:${id}`] });
    print(answerSheetText.undone(sheet));
    return 0;
  });
}

/** An administrator at a shell holds no seat. */
const BY_SHELL = { by: undefined, onBehalf: false } as const;

const text = {
  noFile: (file: string): Text => ({ ja: ja`${file} を開けません。`, en: en`${file} cannot be opened.` }),
  corrections: (file: string): Text => ({
    ja: ja`記録できないセルの一覧を ${file} に書き出しました。`,
    en: en`The cells that cannot be taken are listed in ${file}.`,
  }),
  notReplaced: (n: number): Text => ({
    ja: ja`記録済みの回答と異なる${n}件は、そのままにします。改める場合は --replace を付けてください。`,
    en: en`The ${n} that differ stay as recorded; --replace replaces them.`,
  }),
  dryRun: {
    ja: ja`確認のみのため、何も記録していません。`,
    en: en`This was a dry run: nothing was recorded.`,
  },
} as const;
