/** `/council`: the council as a whole. */
import { type Command, grouped } from '../../src/command/subcommand.ts';
import { en, ja } from '../../src/text/text.ts';
import { basesCommands } from './bases/index.ts';
import { councilDigest } from './digest.ts';
import { handoverSubcommands } from './handover/index.ts';
import { councilHealth } from './health.ts';
import { councilHelp } from './help.ts';
import { joiningCommands } from './joining/index.ts';
import { councilProceed } from './proceed.ts';
import { councilProgress } from './progress.ts';
import { councilRetry } from './retry.ts';
import { councilRoster } from './roster.ts';
import { councilRosterImport } from './rosterImport.ts';
import { councilRotation } from './rotation.ts';
import { councilSeat } from './seat.ts';
import { councilShow } from './show.ts';
import { councilSync } from './sync/sync.ts';
import { councilUnsync } from './sync/unsync.ts';
import { councilUndo } from './undo.ts';

/** Made with the list of all commands, itself among them, for its help. */
export const councilCommand = (commands: () => readonly Command[]): Command =>
  grouped({
    name: 'council',
    summary: { ja: ja`協議会の体制・進捗`, en: en`The council` },
    groups: [
      {
        title: { ja: ja`体制・名簿・輪番`, en: en`Officers, roster, rotation` },
        subcommands: [councilShow, councilRoster, councilRosterImport, councilSeat, councilRotation],
      },
      {
        title: { ja: ja`進捗・お知らせ・点検`, en: en`Progress, digests, health` },
        subcommands: [councilProgress, councilDigest, councilHealth, councilRetry],
      },
      {
        title: { ja: ja`引継ぎ・年度の切替え`, en: en`Handover and the switch of the year` },
        subcommands: [...handoverSubcommands],
      },
      { title: { ja: ja`後乗り・脱退`, en: en`Joining late and leaving` }, subcommands: [...joiningCommands] },
      { title: { ja: ja`要綱・協定書`, en: en`The charter and agreements` }, subcommands: [...basesCommands] },
      { title: { ja: ja`Slackとの照合`, en: en`In step with Slack` }, subcommands: [councilSync, councilUnsync] },
      {
        title: { ja: ja`実行・取消・使い方`, en: en`Carrying out, undoing, help` },
        subcommands: [councilProceed, councilUndo, councilHelp(commands)],
      },
    ],
    unclear: [
      {
        word: '確認',
        meanings: [
          { line: 'show', label: { ja: ja`体制を表示する`, en: en`Show the officers` } },
          { line: 'progress', label: { ja: ja`進捗を表示する`, en: en`Show the progress` } },
        ],
      },
    ],
  });
