import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { objectBody } from './object-body.ts';

function openFile() {
  const close = jest.fn(async () => {});
  const createReadStream = jest.fn(() => Readable.from([Buffer.from('bytes')]));
  return { close, createReadStream };
}

type File = Parameters<typeof objectBody>[0];

describe('the body of an object', () => {
  afterEach(() => void jest.useRealTimers());

  it('gives its file back when nobody reads it for a minute', () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const file = openFile();
    const body = objectBody(file as unknown as File, 0, 4);
    jest.advanceTimersByTime(59_999);
    expect(body.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(body.destroyed).toBe(true);
    return new Promise<void>((done) => body.once('close', done)).then(() => expect(file.close).toHaveBeenCalled());
  });

  it('gives its file back when it is destroyed unread, and when it was read', async () => {
    const [unread, read] = [openFile(), openFile()];
    const dropped = objectBody(unread as unknown as File, 0, 4);
    const gone = new Promise((done) => dropped.once('close', done));
    dropped.destroy();
    await gone;
    expect(unread.close).toHaveBeenCalled();
    expect(Buffer.concat(await objectBody(read as unknown as File, 0, 4).toArray()).toString()).toBe('bytes');
    expect(read.close).toHaveBeenCalled();
  });

  it('is empty for an empty object', async () => {
    const file = openFile();
    expect(await objectBody(file as unknown as File, 0, -1).toArray()).toEqual([]);
    expect(file.createReadStream).not.toHaveBeenCalled();
  });
});
