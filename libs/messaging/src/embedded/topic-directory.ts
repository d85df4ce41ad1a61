import type { Pool } from 'pg';

export interface Topic {
  readonly id: number;
  readonly name: string;
  readonly partitions: number;
}

/** Knows each topic's id and number of partitions; makes a topic when it is first spoken of. */
export class TopicDirectory {
  private readonly known = new Map<string, Promise<Topic>>();

  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly partitionsOf: (topic: string) => number,
  ) {}

  get(name: string): Promise<Topic> {
    const known = this.known.get(name);
    if (known) return known;
    const lookup = this.findOrMake(name);
    this.known.set(name, lookup);
    lookup.catch(() => this.known.delete(name));
    return lookup;
  }

  all(names: readonly string[]): Promise<Topic[]> {
    return Promise.all([...new Set(names)].map((name) => this.get(name)));
  }

  private async findOrMake(name: string): Promise<Topic> {
    return (await this.find(name)) ?? (await this.make(name));
  }

  private async make(name: string): Promise<Topic> {
    await this.pool.query(
      `WITH made AS (
         INSERT INTO ${this.schema}.topic (name, partitions) VALUES ($1, $2::int) ON CONFLICT (name) DO NOTHING RETURNING topic_id)
       INSERT INTO ${this.schema}.topic_partition (topic_id, partition)
       SELECT topic_id, generate_series(0, $2::int - 1) FROM made`,
      [name, this.partitionsOf(name)],
    );
    const topic = await this.find(name);
    if (!topic) throw new Error(`The bus could not make its topic ${name}`);
    return topic;
  }

  private async find(name: string): Promise<Topic | undefined> {
    const { rows } = await this.pool.query<Topic>(
      `SELECT topic_id AS id, name, partitions FROM ${this.schema}.topic WHERE name = $1`,
      [name],
    );
    return rows[0];
  }
}
