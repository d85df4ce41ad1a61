import kafkajs, { type Assignment, type PartitionAssigner } from 'kafkajs';
import { type Slot, slotsOf } from './slot.ts';
import type { GroupMember } from './group-member.ts';
import { stickyShares } from './sticky-shares.ts';

const {
  AssignerProtocol: { MemberAssignment, MemberMetadata },
} = kafkajs;

const VERSION = 0;

/** Each member tells with its join what it holds; the leader moves as little as it can. */
export function stickyAssigner(held: () => readonly Slot[]): PartitionAssigner {
  return ({ cluster }) => ({
    name: 'foundnow-sticky',
    version: VERSION,
    protocol({ topics }) {
      const userData = Buffer.from(JSON.stringify(byTopic(held())));
      return { name: this.name, metadata: MemberMetadata.encode({ version: VERSION, topics, userData }) };
    },
    async assign({ members }) {
      const all = members.map(({ memberId, memberMetadata }) => memberFrom(memberId, memberMetadata));
      // While a deployment rolls, others may read topics that this leader has never heard of.
      await cluster.addMultipleTargetTopics([...new Set(all.flatMap((member) => member.topics))]);
      const shares = stickyShares(all, (topic) => cluster.findTopicPartitionMetadata(topic).length);
      return [...shares].map(([memberId, slots]) => ({
        memberId,
        memberAssignment: MemberAssignment.encode({
          version: VERSION,
          assignment: byTopic(slots),
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

function memberFrom(id: string, metadata: Buffer): GroupMember {
  const decoded = MemberMetadata.decode(metadata);
  return { id, topics: decoded?.topics ?? [], held: heldFrom(decoded?.userData) };
}

function heldFrom(userData: Buffer | undefined): Slot[] {
  try {
    return slotsOf(JSON.parse(userData?.toString('utf8') || '{}') as Assignment);
  } catch {
    return [];
  }
}

function byTopic(slots: readonly Slot[]): Assignment {
  const topics = Map.groupBy(slots, ({ topic }) => topic);
  return Object.fromEntries([...topics].map(([topic, some]) => [topic, some.map(({ partition }) => partition)]));
}
