import { type Slot, slotKey } from './slot.ts';
import type { GroupMember } from './group-member.ts';

/** Everybody keeps up to an even share of what they held; what is left over goes to who has least. */
export function sharesOfTopic(
  topic: string,
  partitions: number,
  readers: readonly GroupMember[],
  load: (member: GroupMember) => number,
): Map<GroupMember, Slot[]> {
  const free = new Map(
    Array.from({ length: partitions }, (_, partition) => [slotKey({ topic, partition }), { topic, partition }]),
  );
  const claims = readers.map((member) => ({
    member,
    slots: member.held.filter((slot) => slot.topic === topic && free.delete(slotKey(slot))),
  }));
  const base = Math.floor(partitions / readers.length);
  let extras = partitions % readers.length;
  const kept = new Map<GroupMember, Slot[]>();
  for (const { member, slots } of claims.sort((a, b) => b.slots.length - a.slots.length)) {
    const most = slots.length > base && extras > 0 ? base + 1 : base;
    if (most > base) extras -= 1;
    kept.set(member, slots.slice(0, most));
    for (const slot of slots.slice(most)) free.set(slotKey(slot), slot);
  }
  const count = (member: GroupMember): number => kept.get(member)?.length ?? 0;
  for (const slot of free.values()) {
    const least = readers.reduce((best, member) => {
      const difference = count(member) - count(best) || load(member) - load(best);
      return difference < 0 ? member : best;
    });
    kept.get(least)?.push(slot);
  }
  return kept;
}
