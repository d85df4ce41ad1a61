import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { quietRequestQueues } from './request-queue.ts';

interface Queue {
  throttledUntil: number;
  push(request: object): void;
  checkPendingRequests(): void;
}

/** kafkajs' own: an update that moves what is replaced here must not pass unseen. */
function start() {
  const NewQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as new (
    options: object,
  ) => Queue;
  quietRequestQueues();
  const options = { maxInFlightRequests: null, requestTimeout: 1000, enforceRequestTimeout: false };
  const queue = new NewQueue({ ...options, clientId: 'c', broker: 'b', logger: { debug: () => undefined } });
  const sent: number[] = [];
  const push = (correlationId: number): void => {
    const entry = { correlationId, resolve: () => undefined, reject: () => undefined };
    queue.push({ entry, expectResponse: false, sendRequest: () => void sent.push(correlationId) });
  };
  return { queue, sent, push };
}

describe('the request queue of kafkajs', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('keeps no timer while no request is held back', () => {
    const { queue, push, sent } = start();
    push(1);
    queue.checkPendingRequests();
    expect([sent, jest.getTimerCount()]).toEqual([[1], 0]);
  });

  it('sends what was held back once the broker no longer asks for it, and then rests', () => {
    const { queue, push, sent } = start();
    queue.throttledUntil = Date.now() + 500;
    push(1);
    jest.advanceTimersByTime(400);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(200);
    expect([sent, jest.getTimerCount()]).toEqual([[1], 0]);
  });
});
