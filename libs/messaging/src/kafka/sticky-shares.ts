import type { Slot } from './slot.ts';
import type { GroupMember } from './group-member.ts';
import { sharesOfTopic } from './topic-shares.ts';

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
    const kept = sharesOfTopic(topic, partitionsOf(topic), readers, load);
    for (const [member, slots] of kept) shares.get(member.id)?.push(...slots);
  }
  return shares;
}
