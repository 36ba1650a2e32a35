/**
 * Where the project lies: the folder that holds package.json, found from this file, since compiled code runs from dist/.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root as an absolute path: `prisma/` and the other files read at run time lie under it. */
export const projectFolder: string = climb(dirname(fileURLToPath(import.meta.url)));

function climb(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === dirname(folder)) throw new Error('no package.json above the running code');
  return climb(dirname(folder));
}
