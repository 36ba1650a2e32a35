/** The thread in which a file is opened and read: whatever the file does there, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FileToRead, type ItemsToRead, readHere, readItemsHere } from './reading.ts';

const file = workerData as FileToRead | ItemsToRead;
parentPort?.postMessage('items' in file ? await readItemsHere(file) : await readHere(file));
