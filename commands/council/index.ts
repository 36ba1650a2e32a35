/** `/council`: the council as a whole. */
import type { Command } from '../../src/command/subcommand.ts';
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
export const councilCommand = (commands: () => readonly Command[]): Command => ({
  name: 'council',
  summary: { ja: ja`協議会の体制・進捗`, en: en`The council` },
  subcommands: [
    councilShow,
    councilRoster,
    councilRosterImport,
    councilSeat,
    councilRotation,
    councilProgress,
    councilDigest,
    councilHealth,
    councilRetry,
    councilProceed,
    councilUndo,
    ...basesCommands,
    ...joiningCommands,
    ...handoverSubcommands,
    councilSync,
    councilUnsync,
    councilHelp(commands),
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
