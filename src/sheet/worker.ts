/** The thread in which a file is opened and read: whatever the file does there, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSheets } from './open.ts';
import { type FileToRead, readHere } from './reading.ts';

/** Where nothing is known of what the file shall hold, its sheets are all that is asked for. */
const file = workerData as Omit<FileToRead, 'known'> & Partial<FileToRead>;
const { name, bytes, known } = file;
parentPort?.postMessage(known ? await readHere({ name, bytes, known }) : await openSheets(bytes, name));
