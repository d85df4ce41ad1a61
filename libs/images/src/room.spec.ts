import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { exactly, fromStream } from './process/exactly.ts';
import { giveBack, takeRoom } from './room.ts';

describe('room for a file', () => {
  it('shows nothing once it is given back, whatever another puts into his', () => {
    const mine = takeRoom(5_000_000).fill(7);
    const part = mine.subarray(10, 20);
    giveBack(mine);
    takeRoom(5_000_000).fill(9);
    expect([mine.length, part.length, part[0]]).toEqual([0, 0, undefined]);
  });

  it('may be given back twice, and be empty', () => {
    const room = takeRoom(100);
    giveBack(room);
    giveBack(room);
    giveBack(takeRoom(0));
    expect(room).toHaveLength(0);
  });

  it('is filled from a stream, of whose chunks none is kept', async () => {
    const chunks = [1, 2, 3].map((value) => Buffer.alloc(4, value));
    const source = fromStream(Readable.from(chunks));
    const first = await exactly(source, takeRoom(6));
    const rest = await exactly(source, takeRoom(6));
    expect([...(first ?? []), ...(rest ?? [])]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
    expect(chunks.map(({ length }) => length)).toEqual([0, 0, 0]);
    expect(await exactly(source, takeRoom(1))).toBeUndefined();
  });

  it('leaves alone what lies beside a chunk in the memory of others', async () => {
    const shared = Buffer.alloc(8, 5);
    const source = fromStream(Readable.from([shared.subarray(0, 4)]));
    await exactly(source, takeRoom(4));
    expect(shared.toString('hex')).toBe('05'.repeat(8));
  });
});
