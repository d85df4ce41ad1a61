import { describe, expect, it } from '@jest/globals';
import { closingAfter, closingOnFailure } from './closing.ts';

const failure = new Error('the broker refused');
const trouble = new Error('the socket was gone');

const cannotClose = () => {
  throw trouble;
};

describe('closingOnFailure', () => {
  it('leaves open what was opened when all goes well', async () => {
    const closing = new AsyncDisposableStack();
    await expect(closingOnFailure(closing, () => Promise.resolve('open'))).resolves.toBe('open');
    expect(closing.disposed).toBe(false);
  });

  it('closes all of it after a failure, which stays the failure when closing fails too', async () => {
    const closing = new AsyncDisposableStack();
    const told: unknown[] = [];
    const closed: string[] = [];
    closing.defer(() => void closed.push('opened first'));
    closing.defer(cannotClose);
    const work = closingOnFailure(
      closing,
      () => Promise.reject(failure),
      (error) => told.push(error),
    );
    await expect(work).rejects.toBe(failure);
    expect({ told, closed }).toEqual({ told: [trouble], closed: ['opened first'] });
  });
});

describe('closingAfter', () => {
  it('fails when the work is done and what it opened cannot be closed', async () => {
    const work = closingAfter(async (closing) => closing.defer(cannotClose));
    await expect(work).rejects.toBe(trouble);
  });

  it('does not replace a failure by one of closing', async () => {
    const work = closingAfter((closing) => {
      closing.defer(cannotClose);
      return Promise.reject(failure);
    });
    await expect(work).rejects.toBe(failure);
  });
});
