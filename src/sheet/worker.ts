/** The thread in which files are opened and read, one at a time: whatever a file does there, the bot goes on. */
import { parentPort } from 'node:worker_threads';
import { openSheets } from './open.ts';
import {
  type AnswersToRead,
  type FileToOpen,
  type FileToRead,
  type ItemsToRead,
  readAnswersHere,
  readHere,
  readItemsHere,
} from './reading.ts';

type ToRead = FileToRead | AnswersToRead | ItemsToRead | FileToOpen;

function read(file: ToRead) {
  if ('known' in file) return readHere(file);
  if ('answersIn' in file) return readAnswersHere(file);
  return 'items' in file ? readItemsHere(file) : openSheets(file.bytes, file.name);
}

parentPort?.on('message', async (file: ToRead) => parentPort?.postMessage(await read(file)));
