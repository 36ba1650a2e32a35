/** `/req agree P12`, `/req object P12 reason`, …: a municipality's answer to one circulation, or to many at once. */
import { z } from 'zod';
import { subcommand } from '../../../src/command/subcommand.ts';
import { en, ja } from '../../../src/text/text.ts';
import { circulationNumbers } from '../../arguments/circulations.ts';
import { dueDay } from '../../arguments/dates.ts';
import { municipalityNames } from '../../arguments/municipalities.ts';
import { source } from '../../arguments/told.ts';
import { note } from '../../arguments/words.ts';
import { answerOrPreview } from './answering.ts';
import { answeringMeant, mayAnswer } from './meant.ts';

const named = {
  numbers: circulationNumbers.optional(),
  municipality: municipalityNames.optional(),
  source: source.optional(),
};
const args = z.object({ ...named, note: note.optional() });

export const reqAgree = subcommand({
  name: 'agree',
  alias: ['同意', '賛成', '異議なし', '意見なし', '○'],
  summary: { ja: ja`持ち回り審議に同意します`, en: en`Agree in a circulation` },
  effect: 'act',
  args,
  examples: ['P12', 'P12-P16', 'P12 那珂市 電話 6/1 山田', ''],
  about: (said, scene, store) => answeringMeant(said, 'agree', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => answerOrPreview({ answer: 'agree', reason: note }, scene, store),
});

export const reqObject = subcommand({
  name: 'object',
  alias: ['異議', '異議あり', '反対', '×'],
  summary: { ja: ja`持ち回り審議に、理由を添えて異議を述べます`, en: en`Object in a circulation, with the reason` },
  effect: 'act',
  args: z.object({ ...named, note }),
  examples: ['P12 月次処理に間に合わないため'],
  about: (said, scene, store) => answeringMeant(said, 'object', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => answerOrPreview({ answer: 'object', reason: note }, scene, store),
});

export const reqHold = subcommand({
  name: 'hold',
  alias: ['庁内確認中', '確認中', '持ち帰り', '決裁中'],
  summary: { ja: ja`庁内で確認中である旨を回答します`, en: en`Say that one's own office is still checking` },
  effect: 'act',
  args: z.object({ ...named, until: dueDay.optional(), note: note.optional() }),
  examples: ['P12', 'P12 6/10 課長の決裁待ちのため'],
  about: (said, scene, store) => answeringMeant(said, 'hold', scene, store),
  who: mayAnswer,
  run: ({ note, until }, scene, store) => answerOrPreview({ answer: 'hold', reason: note, until }, scene, store),
});

export const reqAbstain = subcommand({
  name: 'abstain',
  alias: ['棄権'],
  summary: { ja: ja`持ち回り審議で棄権します`, en: en`Abstain in a circulation` },
  effect: 'act',
  args,
  examples: ['P12'],
  about: (said, scene, store) => answeringMeant(said, 'abstain', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => answerOrPreview({ answer: 'abstain', reason: note }, scene, store),
});

export const reqNa = subcommand({
  name: 'na',
  alias: ['対象外', '該当なし', '利用なし'],
  summary: { ja: ja`その業務を利用していない旨を回答します`, en: en`Say that one does not use the system` },
  effect: 'act',
  args,
  examples: ['P12'],
  about: (said, scene, store) => answeringMeant(said, 'na', scene, store),
  who: mayAnswer,
  run: ({ note }, scene, store) => answerOrPreview({ answer: 'na', reason: note }, scene, store),
});
