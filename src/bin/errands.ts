/** What `renkei` can be asked for; the first words of a line say which. */

import { FaultTold } from '../text/faultTold.ts';
import { applyCouncil, exportCouncil } from './council.ts';
import { type Errand, print, refuse, usage } from './errand.ts';
import { exportQuestions } from './exportQuestions.ts';
import { exportRequirements } from './exportRequirements.ts';
import { importAnswers } from './importAnswers.ts';
import { importItems } from './items.ts';
import { runJob } from './job.ts';
import { printManifest } from './manifest.ts';
import { readingProfiles } from './profiles.ts';
import { importRequirements } from './requirements.ts';
import { importRosters } from './roster.ts';
import { writeWorkbook } from './workbook.ts';

const ERRANDS: readonly Errand[] = [
  applyCouncil,
  exportCouncil,
  importRequirements,
  readingProfiles,
  importRosters,
  exportRequirements,
  exportQuestions,
  importAnswers,
  importItems,
  writeWorkbook,
  runJob,
  printManifest,
];

/** Does what the words ask, or lists what there is; gives the exit code. */
export async function runErrand(words: readonly string[]): Promise<number> {
  const errand = ERRANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
  if (errand) return errand.run(words.slice(errand.name.split(' ').length)).catch(toldHere);
  for (const one of ERRANDS) print(usage(one));
  return words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '') ? 0 : 2;
}

/** A fault with words of its own is told in them, and shown as it is: who reads this is the administrator. */
function toldHere(fault: unknown): number {
  if (!(fault instanceof FaultTold)) throw fault;
  process.stderr.write(`${fault.cause instanceof Error ? fault.cause.stack : fault.cause}\n`);
  return refuse(fault.words(undefined));
}
