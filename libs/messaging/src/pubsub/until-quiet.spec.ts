import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answersUntilQuiet } from './until-quiet.ts';

const QUIET_MS = 300;

describe('the answers until it is quiet', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const read = async (answers: string[][], { answerMs = 0, workMs = 0 }) => {
    const all: string[] = [];
    const ask = async () => {
      jest.advanceTimersByTime(answerMs);
      return answers.shift() ?? [];
    };
    for await (const some of answersUntilQuiet(ask, { quietMs: QUIET_MS })) {
      all.push(...some);
      jest.advanceTimersByTime(workMs);
    }
    return all;
  };

  it('are not over while an answer takes longer than that', async () => {
    expect(await read([[], ['a'], [], ['b']], { answerMs: 10 * QUIET_MS })).toEqual(['a', 'b']);
  });

  it('are not over while whoever takes them is slow', async () => {
    expect(await read([['a'], ['b'], ['c']], { answerMs: 20, workMs: 10 * QUIET_MS })).toEqual(['a', 'b', 'c']);
  });

  it('are over at once for whom they are not for any more', async () => {
    const stopped = answersUntilQuiet(async () => ['a'], { quietMs: QUIET_MS, signal: AbortSignal.abort() });
    expect(await stopped.next()).toMatchObject({ done: true });
  });
});
