import { type Slot, slotKey } from './slot.ts';

export interface GroupMember {
  readonly id: string;
  readonly topics: readonly string[];
  /** What it held until now. */
  readonly held: readonly Slot[];
}

/**
 * Evenly per topic, and over all topics, and otherwise everybody keeps what they have: what does not move is neither
 * interrupted nor delivered twice. The same input gives the same shares, whatever its order.
 */
export function stickyShares(
  members: readonly GroupMember[],
  partitionsOf: (topic: string) => number,
): Map<string, Slot[]> {
  const inOrder = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shares = new Map(inOrder.map(({ id }) => [id, [] as Slot[]]));
  const load = (member: GroupMember): number => shares.get(member.id)?.length ?? 0;
  for (const topic of [...new Set(members.flatMap((member) => member.topics))].sort()) {
    const readers = inOrder.filter((member) => member.topics.includes(topic));
    const kept = keep(topic, partitionsOf(topic), readers, load);
    for (const [member, slots] of kept) shares.get(member.id)?.push(...slots);
  }
  return shares;
}

function keep(
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
