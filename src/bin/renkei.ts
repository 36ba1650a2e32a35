#!/usr/bin/env node
import { loadEnvFile } from '../settings.ts';
/**
 * `renkei`: what an administrator does at a shell. It works beside a running bot; what it prints is for people, and it
 * ends with 0 where it did what was asked, 1 where it refused, 2 where the words were off.
 */
import { runErrand } from './errands.ts';

loadEnvFile();
process.exitCode = await runErrand(process.argv.slice(2));
