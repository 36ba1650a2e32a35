/** `/council help`: how everything is used, read off the commands. */
import { z } from 'zod';
import { helpOfAll } from '../../src/command/help.ts';
import { aboutNothing, type Command, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { en, ja } from '../../src/text/text.ts';

/** Made with the list of commands that it explains. */
export const councilHelp = (commands: () => readonly Command[]) =>
  subcommand({
    name: 'help',
    alias: ['ヘルプ', '使い方'],
    summary: { ja: ja`すべての操作の使い方を表示します`, en: en`Show how everything is used` },
    effect: 'read',
    args: z.object({}),
    examples: [''],
    about: aboutNothing,
    who: everySeat,
    run: async () => ({ whisper: helpOfAll(commands()) }),
  });
