#!/usr/bin/env node
import { loadEnvFile } from '../settings.ts';
/**
 * `renkei`: what an administrator does at a shell. It works beside a running bot; what it prints is for people, and it
 * ends with 0 where it did what was asked, 1 where it refused, 2 where the words were off.
 */
import { applyCouncil, exportCouncil } from './council.ts';
import { type Errand, print, usage } from './errand.ts';
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

loadEnvFile();
const words = process.argv.slice(2);
const errand = ERRANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
if (errand) {
  process.exitCode = await errand.run(words.slice(errand.name.split(' ').length));
} else {
  for (const one of ERRANDS) print(usage(one));
  process.exitCode = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '') ? 0 : 2;
}
