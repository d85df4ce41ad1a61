import type { Pool } from 'pg';
import type { SubscribeOptions } from '../message-bus.port.ts';
import type { GroupId } from './group-session.ts';
import { UNBOUNDED } from './log-stretch.ts';
import type { Topic, TopicDirectory } from './topic-directory.ts';

/** What a subscription is about, fixed before it begins. */
export interface SubscriptionPlan {
  readonly id: GroupId;
  readonly topics: readonly Topic[];
  readonly bounded: boolean;
  /** The first offset that a bounded subscription leaves alone. */
  endOf(topicId: number, partition: number): number;
}

interface End {
  topic_id: number;
  partition: number;
  next_offset: string;
}

export class SubscriptionPlanner {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly directory: TopicDirectory,
  ) {}

  /** Positions are written here, before subscribe resolves: what is published from then on counts as new. */
  async plan(options: SubscribeOptions): Promise<SubscriptionPlan> {
    const id = { group: options.group, generation: options.generation ?? 0 };
    const topics = await this.directory.all(options.topics);
    const topicIds = topics.map((topic) => topic.id);
    await this.pool.query(
      `INSERT INTO ${this.schema}.group_position (group_name, generation, topic_id, partition, next_offset)
       SELECT $1, $2, topic_id, partition, CASE WHEN $4 THEN ${this.schema}.log_end(topic_id, partition) ELSE 0 END
       FROM ${this.schema}.topic_partition WHERE topic_id = ANY ($3::int[]) ON CONFLICT DO NOTHING`,
      [id.group, id.generation, topicIds, options.startAt === 'end'],
    );
    const ends = options.bounded ? await this.ends(topicIds) : undefined;
    const endOf = (topicId: number, partition: number) => ends?.get(`${topicId}/${partition}`) ?? UNBOUNDED;
    return { id, topics, bounded: ends !== undefined, endOf };
  }

  /** Has the whole group, not only this member, come to the end of a bounded subscription? */
  async isComplete(plan: SubscriptionPlan): Promise<boolean> {
    const { rows } = await this.pool.query<End>(
      `SELECT topic_id, partition, next_offset FROM ${this.schema}.group_position
       WHERE group_name = $1 AND generation = $2 AND topic_id = ANY ($3::int[])`,
      [plan.id.group, plan.id.generation, plan.topics.map((topic) => topic.id)],
    );
    return rows.every((row) => Number(row.next_offset) >= plan.endOf(row.topic_id, row.partition));
  }

  async lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.pool.query<{ name: string; behind: string }>(
      `SELECT t.name, sum(${this.schema}.log_end(p.topic_id, p.partition) - coalesce(g.next_offset, 0)) AS behind
       FROM ${this.schema}.topic t JOIN ${this.schema}.topic_partition p USING (topic_id)
       LEFT JOIN ${this.schema}.group_position g
         ON g.topic_id = p.topic_id AND g.partition = p.partition AND g.group_name = $1 AND g.generation = 0
       WHERE t.name = ANY ($2::text[]) GROUP BY t.name`,
      [group, topics],
    );
    const behind = new Map(rows.map((row) => [row.name, Number(row.behind)]));
    return new Map(topics.map((topic) => [topic, behind.get(topic) ?? 0]));
  }

  private async ends(topicIds: readonly number[]): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<End>(
      `SELECT topic_id, partition, ${this.schema}.log_end(topic_id, partition) AS next_offset
       FROM ${this.schema}.topic_partition WHERE topic_id = ANY ($1::int[])`,
      [topicIds],
    );
    return new Map(rows.map((row) => [`${row.topic_id}/${row.partition}`, Number(row.next_offset)]));
  }
}
