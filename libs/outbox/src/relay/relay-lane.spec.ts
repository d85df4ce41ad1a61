import { describe, expect, it } from '@jest/globals';
import { RelayLane } from './relay-lane.ts';

const scan = { decided: 0, shards: [0], blocked: new Map<number, number>(), upTo: undefined };

describe('a lane of the relay', () => {
  it('takes no other batch before what became of the last one is collected: its rows would be read again', async () => {
    const lane = new RelayLane(new Set([0]));
    let done = 0;
    lane.start(
      { rows: [], scan },
      () => Promise.resolve([{ result: 'published', rows: [] }]),
      () => (done += 1),
    );
    expect(lane.busy).toBe(true);
    await lane.idle();
    expect([done, lane.busy]).toEqual([1, true]);
    expect(lane.collect()?.outcomes).toEqual([{ result: 'published', rows: [] }]);
    expect([lane.collect(), lane.busy]).toEqual([undefined, false]);
  });
});
