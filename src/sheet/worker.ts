/** The thread in which a file is opened and read: whatever the file does there, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FileToRead, readHere } from './reading.ts';

parentPort?.postMessage(await readHere(workerData as FileToRead));
