/** The thread in which the embedded database runs: it serves until it is told to close, and dies of what it cannot heal. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Place, serveHere } from './serving.ts';

const serving = await serveHere(workerData as Place, (fault) => {
  setImmediate(() => {
    throw fault;
  });
});
parentPort?.once('message', () => void serving.close());
parentPort?.postMessage('serving');
