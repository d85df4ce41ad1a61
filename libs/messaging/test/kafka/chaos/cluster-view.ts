import { eventually } from '@foundnow/testing';
import { type Admin, Kafka, logLevel, type PartitionMetadata } from 'kafkajs';

const OFFSETS = '__consumer_offsets';

/** What the adapter keeps to itself, and what only an operator does. */
export class ClusterView {
  constructor(private readonly brokers: readonly string[]) {}

  async leaderOf(topic: string, partition: number): Promise<number> {
    return (await this.partitions(topic)).find(({ partitionId }) => partitionId === partition)?.leader ?? -1;
  }

  async coordinatorOf(group: string): Promise<number> {
    const { length } = await this.partitions(OFFSETS);
    return this.leaderOf(OFFSETS, javaHash(group) % length);
  }

  /** Every leader is again the one that is first among the replicas. */
  async preferredLead(topic: string): Promise<boolean> {
    return (await this.partitions(topic)).every(({ leader, replicas }) => leader === replicas[0]);
  }

  /** With a single copy each, where one replica is named: what no other can stand in for. */
  async create(topic: string, replicaAssignment: Placement): Promise<void> {
    const configEntries = [{ name: 'min.insync.replicas', value: '1' }];
    const topics = [{ topic, replicaAssignment: [...replicaAssignment], configEntries }];
    await this.ask((admin) => admin.createTopics({ topics }));
  }

  /** Resolves when the new brokers have it all and the old ones have let go. */
  async move(topic: string, partitionAssignment: Placement): Promise<void> {
    const topics = [{ topic, partitionAssignment: [...partitionAssignment] }];
    await this.ask((admin) => admin.alterPartitionReassignments({ topics }));
    await eventually(
      async () => {
        const partitions = await this.partitions(topic);
        return partitionAssignment.every(({ partition, replicas }) => {
          const now = partitions.find(({ partitionId }) => partitionId === partition);
          return now && replicas.includes(now.leader) && String(now.replicas) === String(replicas);
        });
      },
      { timeoutMs: 30_000, intervalMs: 200 },
    );
  }

  private async partitions(topic: string): Promise<PartitionMetadata[]> {
    const { topics } = await this.ask((admin) => admin.fetchTopicMetadata({ topics: [topic] }));
    return topics[0]?.partitions ?? [];
  }

  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = new Kafka({ brokers: [...this.brokers], clientId: 'chaos-view', logLevel: logLevel.NOTHING }).admin();
    try {
      await admin.connect();
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

export type Placement = readonly { readonly partition: number; readonly replicas: number[] }[];

/** By this a group finds the partition, and so the broker, that keeps its positions. */
function javaHash(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return hash & 0x7fffffff;
}
