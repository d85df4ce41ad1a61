import type { Broker, Cluster } from 'kafkajs';

/** Missing in the types of kafkajs. */
type Coordinator = Broker & { leaveGroup(of: { groupId: string; memberId: string }): Promise<unknown> };

/**
 * For a consumer that crashed and could not say goodbye: the group would wait a whole session for it. That the group does
 * not know it any more is just as well.
 */
export async function leaveGroup(cluster: Cluster, groupId: string, memberId: string): Promise<void> {
  try {
    const coordinator = (await cluster.findGroupCoordinator({ groupId })) as Coordinator;
    await coordinator.leaveGroup({ groupId, memberId });
  } catch {
    // Then the group waits.
  }
}
