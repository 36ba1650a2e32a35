/** Brings the derived files up to date: `manifest.json` and the README's reference. With `--check` it only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { shortcuts } from '../../commands/shortcuts.ts';
import { manifestOf } from '../docs/manifest.ts';
import { withReference } from '../docs/reference.ts';
import { projectFolder } from '../projectFolder.ts';

const check = process.argv.includes('--check');

const DERIVED: readonly { readonly file: string; derive(present: string): string }[] = [
  {
    file: 'manifest.json',
    derive: () => `${JSON.stringify(manifestOf(commands, shortcuts, { by: 'socket' }), null, 2)}\n`,
  },
  { file: 'README.md', derive: (present) => withReference(present, commands) },
];

for (const { file, derive } of DERIVED) {
  const path = join(projectFolder, file);
  const present = await readFile(path, 'utf8').catch(() => '');
  const derived = derive(present);
  if (derived === present) continue;
  if (check) {
    process.stderr.write(`${file} is not what the commands say: run npm run docs\n`);
    process.exitCode = 1;
  } else await writeFile(path, derived);
}
