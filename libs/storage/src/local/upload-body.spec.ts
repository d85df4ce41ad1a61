import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { bodyOf } from './upload-body.ts';

const IDLE_MS = 1000;

describe('the body of an upload', () => {
  let request: IncomingMessage;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    request = new IncomingMessage(new Socket());
  });
  afterEach(() => void jest.useRealTimers());

  const next = async (body: AsyncGenerator<Uint8Array>) => {
    const { done, value } = (await body.next()) as IteratorResult<Uint8Array, undefined>;
    return done === true ? 'end' : Buffer.from(value).toString();
  };

  it('breaks off when its sender falls silent', async () => {
    const body = bodyOf(request, IDLE_MS);
    request.push('a');
    expect(await next(body)).toBe('a');
    const ending = next(body).catch(String);
    await jest.advanceTimersByTimeAsync(IDLE_MS - 1);
    expect(request.destroyed).toBe(false);
    await jest.advanceTimersByTimeAsync(2);
    expect(await ending).toContain('Premature close');
    expect(request.destroyed).toBe(true);
  });

  it('holds nothing against its sender while the disk is slow', async () => {
    const body = bodyOf(request, IDLE_MS);
    request.push('a');
    expect(await next(body)).toBe('a');
    await jest.advanceTimersByTimeAsync(60 * IDLE_MS);
    request.push('b');
    request.push(null);
    expect([await next(body), await next(body)]).toEqual(['b', 'end']);
  });

  it('reads what came while the process stood still before it takes the sender for silent', async () => {
    const body = bodyOf(request, IDLE_MS);
    const read = next(body);
    // The turn of the loop after a standstill: timers that are over, then what came, then immediates.
    jest.advanceTimersByTime(IDLE_MS);
    request.push('a');
    expect(await read).toBe('a');
    await jest.advanceTimersByTimeAsync(60 * IDLE_MS);
    expect(request.destroyed).toBe(false);
  });

  it('leaves the connection to the answer, and watches it no longer, when it is left before its end', async () => {
    for await (const _chunk of started(request)) break;
    await jest.advanceTimersByTimeAsync(60 * IDLE_MS);
    expect([request.destroyed, jest.getTimerCount()]).toEqual([false, 0]);
  });
});

function started(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  request.push('a');
  return bodyOf(request, IDLE_MS);
}
