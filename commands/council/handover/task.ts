/** `/council task add 事務局 会計帳簿`: the council's own list of what is handed over; nothing said shows it. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { type Task, termInHand } from '../../../src/domain/handover.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { buttons, rows } from '../../../src/text/message.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { taskAct, taskNumbers, taskOwner } from '../../arguments/handover.ts';
import { restOf } from '../../arguments/words.ts';
import { text } from './checklistText.ts';

const title = restOf({ ja: ja`項目の名前`, en: en`title` }, { kind: 'line' });

export const councilTask = subcommand({
  name: 'task',
  alias: ['引継項目'],
  summary: { ja: ja`引継確認の項目を追加・削除・変更します`, en: en`Add, drop or rename a line of the checklist` },
  effect: 'act',
  args: z.object({
    act: taskAct.optional(),
    owner: taskOwner.optional(),
    numbers: taskNumbers.optional(),
    title: title.optional(),
  }),
  examples: ['', '追加 事務局 会計帳簿', '削除 3', '変更 3 関係先の連絡先'],

  async about({ numbers = [] }, _scene, store): Promise<About<readonly Task[]>> {
    const tasks = await store.handovers.tasks();
    const missing = numbers.find((number) => !tasks.some((one) => one.number === number));
    if (missing === undefined) return { subject: tasks };
    const known = tasks.map((one) => one.number);
    return { refused: whisper(text.unknown(missing, known)) };
  },

  who: secretariat,

  async run({ act, owner, numbers = [], title: words }, scene, store): Promise<Reply> {
    if (act === undefined) return listing(scene.subject);
    if (act === 'add') {
      if (words === undefined || numbers.length > 0) return whisper(text.needsTitle);
      const { number } = await store.handovers.addTask(words, owner ?? 'secretariat');
      return changed(scene, text.added(number, words, owner ?? 'secretariat'), `drop ${number}`);
    }
    const task = scene.subject.find((one) => one.number === numbers[0]);
    if (!task || numbers.length !== 1) return whisper(text.needsNumber);
    return act === 'rename' ? rename(task, words, scene, store) : drop(task, act === 'drop', scene, store);
  },
});

function listing(tasks: readonly Task[]): Reply {
  const standing = tasks.filter((one) => one.droppedAt === undefined);
  return whisper(
    text.tasks(standing.length),
    rows(standing.map(({ number, title: words, owner }) => text.task(number, words, owner))),
  );
}

async function rename(task: Task, words: string | undefined, scene: Scene, store: CouncilStore): Promise<Reply> {
  if (words === undefined) return whisper(text.needsTitle);
  await store.handovers.changeTask(task.number, { title: words });
  return changed(scene, text.renamed(task.number, task.title, words), `rename ${task.number} ${task.title}`);
}

async function drop({ number, title: words }: Task, off: boolean, scene: Scene, store: CouncilStore): Promise<Reply> {
  await store.handovers.changeTask(number, { droppedAt: off ? scene.now : undefined });
  return changed(
    scene,
    off ? text.dropped(number, words) : text.restored(number, words),
    `${off ? 'restore' : 'drop'} ${number}`,
  );
}

const changed = ({ today }: Scene, summary: Text, back: string): Reply => ({
  ...whisper(summary, buttons({ label: text.undo, line: `/council task ${back}` })),
  refresh: [`handover:${termInHand(today)}`],
  done: [`handover:${termInHand(today)}`],
});
