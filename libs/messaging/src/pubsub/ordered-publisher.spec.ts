import type { PubSub } from '@google-cloud/pubsub';
import { describe, expect, it } from '@jest/globals';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BusMessage } from '../message.ts';
import { OrderedPublisher } from './ordered-publisher.ts';

/** Pauses a key after a failure until it is resumed, as the client's documentation says, and only after telling of it. */
class PausingTopic {
  readonly sent: string[] = [];
  failures = 0;
  private readonly paused = new Set<string>();

  async publishMessage({ data, orderingKey }: { data: Buffer; orderingKey: string }): Promise<string> {
    if (this.paused.has(orderingKey)) throw new Error(`${orderingKey} is paused`);
    if (this.failures > 0) {
      this.failures -= 1;
      setImmediate(() => this.paused.add(orderingKey));
      throw Object.assign(new Error('away'), { code: 14 });
    }
    this.sent.push(`${orderingKey}:${data.toString()}`);
    return 'id';
  }

  resumePublishing(key: string): void {
    this.paused.delete(key);
  }
}

const message = (key: string, text: string): BusMessage => ({
  topic: 'posts.events',
  key,
  value: Buffer.from(text),
  attributes: {
    id: '01900000-0000-7000-8000-000000000001',
    type: 'post.created',
    source: '/foundnow/fn-posts',
    time: '2026-01-15T12:00:00.000Z',
    subject: key,
    dataschema: 'foundnow.posts.PostCreated/v1',
    contentType: 'application/avro',
    correlationId: 'c-1',
  },
});

function start() {
  const topic = new PausingTopic();
  const publisher = new OrderedPublisher({ topic: () => topic } as unknown as PubSub, 1000);
  return { topic, publisher };
}

describe('the publisher of ordered messages', () => {
  it('resumes a key after each failure, so that the next try goes through', async () => {
    const { topic, publisher } = start();
    for (const text of ['1', '2', '3']) {
      topic.failures = 1;
      await expect(publisher.publish([message('a', text)])).rejects.toMatchObject({ code: 'bus.unavailable' });
      await breathe();
      await publisher.publish([message('a', text)]);
    }
    expect(topic.sent).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('sends nothing that waits behind a failure of its key', async () => {
    const { topic, publisher } = start();
    topic.failures = 1;
    const calls = ['1', '2', '3'].map((text) => publisher.publish([message('a', text)]));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(topic.sent).toEqual([]);
  });

  it('does not begin the rest of a batch after a failure', async () => {
    const { topic, publisher } = start();
    topic.failures = 100;
    const batch = Array.from({ length: 300 }, (_, i) => message(`key-${i}`, 'x'));
    await expect(publisher.publish(batch)).rejects.toMatchObject({ kind: 'dependency' });
    expect(topic.sent).toEqual([]);
    await publisher.publish(batch);
    expect(topic.sent).toHaveLength(300);
  });
});
