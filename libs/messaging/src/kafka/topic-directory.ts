import type { KafkaAdmin } from './kafka-admin.ts';

/** Which topics there are. Only the answer yes is kept: a topic that is missing may be created any time. */
export class TopicDirectory {
  private readonly known = new Set<string>();

  constructor(
    private readonly admin: Pick<KafkaAdmin, 'ask'>,
    private readonly explain: (error: unknown, topic: string) => Error,
  ) {}

  /** Rejects with what is wrong with the first one that cannot be had. */
  async demand(topics: Iterable<string>): Promise<void> {
    const strange = [...new Set(topics)].filter((topic) => !this.known.has(topic));
    await Promise.all(strange.map((topic) => this.look(topic)));
  }

  forget(topics: Iterable<string>): void {
    for (const topic of topics) this.known.delete(topic);
  }

  private async look(topic: string): Promise<void> {
    try {
      await this.admin.ask((admin) => admin.fetchTopicMetadata({ topics: [topic] }));
      this.known.add(topic);
    } catch (error) {
      throw this.explain(error, topic);
    }
  }
}
