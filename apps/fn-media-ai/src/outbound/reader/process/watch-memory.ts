import { Worker } from 'node:worker_threads';

// As text: a thread that loads nothing is there at once and small. It looks also while the program computes.
const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => process.memoryUsage.rss() > workerData && process.kill(process.pid, 'SIGKILL'), 50);`;

/** Ends this process when it holds more than that, whoever took it: a picture, a library, a leak. */
export function watchMemory(mostBytes: number): void {
  new Worker(WATCH, {
    eval: true,
    execArgv: [],
    workerData: mostBytes,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  }).unref();
}
