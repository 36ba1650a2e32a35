/** The thread in which a file is opened and read: whatever the file does there, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
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

const file = workerData as FileToRead | AnswersToRead | ItemsToRead | FileToOpen;
const read = () => {
  if ('known' in file) return readHere(file);
  if ('answersIn' in file) return readAnswersHere(file);
  return 'items' in file ? readItemsHere(file) : openSheets(file.bytes, file.name);
};
parentPort?.postMessage(await read());
