import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { FakeClock } from '@foundnow/testing';
import type { PhotoFailure } from '../../domain/photo-failure.ts';
import type { PhotoReader } from '../photo-reader.port.ts';
import type { Vision } from '../vision.port.ts';
import { LookAtPhoto } from './look-at-photo.ts';
import type { PhotoJob } from './photo-jobs.port.ts';
import { PublishForms } from './publish-forms.ts';
import { ReadPhotoJob } from './read-photo-job.ts';

const NOW = '2026-03-01T12:00:00.000Z';

function aJob(attempt: number): PhotoJob {
  return {
    postId: 'post',
    photoId: 'photo',
    lease: 'lease',
    objectKey: 'private/x/original.jpg',
    sha256: 'a'.repeat(64),
    attempt,
    kind: 'found',
    category: 'other.other',
    language: 'en',
    title: 'A thing',
    description: null,
    sight: null,
  };
}

/** Everything around one photo, where reading it goes as `read` says. */
function around(read: PhotoReader['read'], isWaitedFor = true) {
  const clock = new FakeClock(NOW);
  const given: PhotoFailure[] = [];
  const putBack: { afterMs: number; isAttempt: boolean }[] = [];
  const troubles: unknown[] = [];
  const counted: PhotoFailure[] = [];
  let extended = 0;
  const jobs = {
    take: async () => [],
    extend: async () => {
      extended += 1;
      return true;
    },
    finish: async () => true,
    putBack: async (_job: PhotoJob, next: Date, isAttempt: boolean) =>
      void putBack.push({ afterMs: next.getTime() - clock.now().getTime(), isAttempt }),
    giveUp: async (_job: PhotoJob, failure: PhotoFailure) => {
      given.push(failure);
      return isWaitedFor;
    },
    backlog: async () => ({ waiting: 0, oldestSeconds: 0 }),
  };
  const files = { load: async () => Buffer.from('photo'), publish: async () => [] };
  const parts = {
    files,
    look: new LookAtPhoto({ free: 1, read }, {} as Vision),
    publishForms: new PublishForms(files, { open: async () => undefined }, () => 'folder', clock),
    sealer: { sealPhoto: async () => null, sealPost: async () => null },
    meters: {
      read: () => undefined,
      failed: (failure: PhotoFailure) => void counted.push(failure),
      backlog: () => undefined,
    },
    onTrouble: (error: unknown) => void troubles.push(error),
  };
  return {
    job: new ReadPhotoJob(jobs, parts, 60_000, clock),
    given,
    counted,
    putBack,
    troubles,
    extended: () => extended,
  };
}

const failing = (code: string, kind: DomainError['kind']) =>
  around(() => Promise.reject(new DomainError(code, kind, 'A detail.')));
const alive = new AbortController().signal;

afterEach(() => void jest.useRealTimers());

describe('a photo that is being read', () => {
  it('is not even tried when whoever took it was killed three times', async () => {
    const { job, given } = around(() => Promise.reject(new Error('was read')));
    await job.run(aJob(4), alive, () => undefined);
    expect(given).toEqual([{ stage: 'decode', reason: 'unreadable', attempts: 3, permanent: false }]);
  });

  it('is tried again after a second, then five, then given up', async () => {
    const { job, given, putBack, troubles } = failing('photo.took_too_long', 'dependency');
    for (const attempt of [1, 2, 3]) await job.run(aJob(attempt), alive, () => undefined);
    expect(putBack).toEqual([
      { afterMs: 1_000, isAttempt: true },
      { afterMs: 5_000, isAttempt: true },
    ]);
    expect(given).toEqual([{ stage: 'decode', reason: 'timeout', attempts: 3, permanent: false }]);
    expect(troubles).toHaveLength(2);
  });

  it.each([true, false])('is counted as failed when somebody waited for it: %s', async (isWaitedFor) => {
    const broken = new DomainError('image.damaged', 'unprocessable', 'A detail.');
    const { job, counted } = around(() => Promise.reject(broken), isWaitedFor);
    await job.run(aJob(1), alive, () => undefined);
    expect(counted).toHaveLength(isWaitedFor ? 1 : 0);
  });

  it('waits without losing an attempt while a neighbour is away', async () => {
    const { job, given, putBack } = failing('storage.unavailable', 'dependency');
    await job.run(aJob(3), alive, () => undefined);
    expect({ given, putBack }).toEqual({ given: [], putBack: [{ afterMs: 10_000, isAttempt: false }] });
  });

  it('holds no lease for ever when something never ends, and leaves its place to the next', async () => {
    jest.useFakeTimers();
    const { job, putBack, troubles, extended } = around(() => new Promise<never>(() => undefined));
    const over = job.run(aJob(1), alive, () => undefined);
    await jest.advanceTimersByTimeAsync(61 * 60_000);
    await over;
    expect(putBack).toEqual([{ afterMs: 10_000, isAttempt: false }]);
    expect(troubles).toMatchObject([{ code: 'photo.not_done' }]);
    const before = extended();
    await jest.advanceTimersByTimeAsync(61 * 60_000);
    expect(extended()).toBe(before);
  });

  it('is put back at once when the service stops, and nobody complains', async () => {
    const { job, putBack, troubles } = failing('photo.reader_died', 'dependency');
    await job.run(aJob(3), AbortSignal.abort(), () => undefined);
    expect({ putBack, troubles }).toEqual({ putBack: [{ afterMs: 0, isAttempt: false }], troubles: [] });
  });
});
