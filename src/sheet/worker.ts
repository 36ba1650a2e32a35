/** The thread in which a file is opened and read: whatever the file does there, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { type AnswersToRead, type FileToRead, readAnswersHere, readHere } from './reading.ts';

const file = workerData as FileToRead | AnswersToRead;
parentPort?.postMessage('known' in file ? await readHere(file) : await readAnswersHere(file));
