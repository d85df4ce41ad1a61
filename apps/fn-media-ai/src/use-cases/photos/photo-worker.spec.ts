import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeClock, eventually } from '@foundnow/testing';
import type { PhotoJob, PhotoJobs } from './photo-jobs.port.ts';
import { PhotoWorker } from './photo-worker.ts';
import type { ReadPhotoJob } from './read-photo-job.ts';

const workers: PhotoWorker[] = [];
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));

/** How many photos it took each time, where so many readers are free and none gives a photo back. */
function takenWith(free: number): number[] {
  const taken: number[] = [];
  const jobs: Partial<PhotoJobs> = {
    take: async (most) => {
      taken.push(most);
      return Array.from({ length: most }, () => ({}) as PhotoJob);
    },
    backlog: async () => ({ waiting: 0, oldestSeconds: 0 }),
  };
  const run = (_job: PhotoJob, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    });
  const worker = new PhotoWorker(jobs as PhotoJobs, { run } as Partial<ReadPhotoJob> as ReadPhotoJob, {
    readers: 3,
    leaseMs: 60_000,
    clock: new FakeClock(),
    free: () => free,
    meters: { read: () => undefined, failed: () => undefined, backlog: () => undefined },
    onTrouble: () => undefined,
    onDone: () => undefined,
  });
  workers.push(worker);
  worker.start();
  return taken;
}

describe('whoever takes photos', () => {
  it('takes as many as there are free readers', async () => {
    const taken = takenWith(3);
    await eventually(() => expect(taken).toEqual([3]));
  });

  it('stands in line with one when none is free, or whoever waits for an answer would always be before', async () => {
    const taken = takenWith(0);
    await eventually(() => expect(taken).toEqual([1]));
  });
});
