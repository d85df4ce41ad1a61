import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Slot, slotKey } from './slot.ts';
import type { GroupMember } from './group-member.ts';
import { stickyShares } from './sticky-shares.ts';

const partitionsOf = (topic: string): number => (topic === 'a' ? 12 : 7);
const slots = (topic: string, numbers: readonly number[]): Slot[] => numbers.map((partition) => ({ topic, partition }));
const member = (id: string, held: readonly Slot[] = [], topics = ['a', 'b']): GroupMember => ({ id, topics, held });
const keysOf = (shares: ReadonlyMap<string, readonly Slot[]>, id: string): string[] =>
  (shares.get(id) ?? []).map(slotKey);

const anyMember = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  topics: fc.subarray(['a', 'b'], { minLength: 1 }),
  held: fc.array(fc.record({ topic: fc.constantFrom('a', 'b', 'gone'), partition: fc.nat(20) })),
});

describe('the shares of a group', () => {
  it('cover each partition once, by a member that reads its topic, and differ by one at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyMember, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }), (members) => {
        const shares = stickyShares(members, partitionsOf);
        for (const topic of ['a', 'b']) {
          const readers = members.filter(({ topics }) => topics.includes(topic));
          const counts = members.map(({ id }) => shares.get(id)?.filter((slot) => slot.topic === topic).length ?? 0);
          const all = [...shares.values()].flat().filter((slot) => slot.topic === topic);
          expect(new Set(all.map(slotKey)).size).toBe(all.length);
          expect(all).toHaveLength(readers.length > 0 ? partitionsOf(topic) : 0);
          const ofReaders = counts.filter((_, index) => members[index]?.topics.includes(topic));
          expect(Math.max(0, ...ofReaders) - Math.min(...ofReaders)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('stay as they are when nothing has changed', () => {
    const first = stickyShares([member('x'), member('y'), member('z')], partitionsOf);
    const again = stickyShares(
      ['z', 'x', 'y'].map((id) => member(id, first.get(id))),
      partitionsOf,
    );
    for (const id of ['x', 'y', 'z']) expect(new Set(keysOf(again, id))).toEqual(new Set(keysOf(first, id)));
  });

  it('move only what a new member needs', () => {
    const first = stickyShares([member('x'), member('y')], partitionsOf);
    const then = stickyShares([member('x', first.get('x')), member('y', first.get('y')), member('new')], partitionsOf);
    for (const id of ['x', 'y']) expect(keysOf(first, id)).toEqual(expect.arrayContaining(keysOf(then, id)));
    expect(then.get('new')).toHaveLength(6);
  });

  it('give what two claim to one of them', () => {
    const held = slots('a', [0, 1, 2, 3, 4, 5]);
    const shares = stickyShares([member('x', held, ['a']), member('y', held, ['a'])], partitionsOf);
    expect(keysOf(shares, 'x')).toEqual(held.map(slotKey));
    expect(shares.get('y')).toHaveLength(6);
  });

  it('keep the whole even when each topic leaves one over', () => {
    const shares = stickyShares([member('x'), member('y')], () => 3);
    expect([...shares.values()].map((share) => share.length)).toEqual([3, 3]);
  });
});
