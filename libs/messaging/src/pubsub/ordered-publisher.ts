import type { PubSub, Topic } from '@google-cloud/pubsub';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BusMessage } from '../message.ts';
import { messageBytes } from '../message-limits.ts';
import { KeyTurns } from './key-turns.ts';
import { toAttributes } from './event-attributes.ts';
import { withinTime } from './pubsub-client.ts';
import { pubSubFailure } from './pubsub-failure.ts';
import { refuseUnfit } from './pubsub-limits.ts';

/** A request carries one key, so a batch of many keys is as many requests. */
const REQUESTS_AT_ONCE = 100;
/** The server takes 10 MB. Lengths are counted in characters, of which each may have three bytes. */
const REQUEST = { messages: 1000, bytes: 3_000_000 };
const BATCH = { maxMessages: REQUEST.messages, maxBytes: 4 * 1024 * 1024, maxMilliseconds: 0 };

interface KeyBatch {
  readonly topic: string;
  readonly key: string;
  readonly messages: BusMessage[];
}

export class OrderedPublisher {
  private readonly topics = new Map<string, Topic>();
  private readonly turns = new KeyTurns();

  constructor(
    private readonly client: PubSub,
    private readonly publishMs: number,
  ) {}

  /** After the first failure nothing more is begun: the caller tries the whole batch again. */
  async publish(batch: readonly BusMessage[]): Promise<void> {
    refuseUnfit(batch);
    const waiting = keyBatches(batch).values();
    const failed: unknown[] = [];
    const work = async () => {
      for (const keyBatch of waiting) {
        await this.publishKey(keyBatch).catch((error: unknown) => failed.push(error));
        if (failed.length > 0) return;
      }
    };
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, work));
    if (failed.length > 0) throw failed[0];
  }

  private publishKey({ topic: name, key, messages }: KeyBatch): Promise<void> {
    return this.turns.run(JSON.stringify([name, key]), async () => {
      for (const request of requestsOf(messages)) await this.send(this.topicOf(name), key, request);
    });
  }

  private async send(topic: Topic, key: string, messages: readonly BusMessage[]): Promise<void> {
    const sent = await Promise.allSettled(
      messages.map(({ value, attributes, headers }) =>
        topic.publishMessage({
          data: asBuffer(value),
          attributes: toAttributes(attributes, headers),
          orderingKey: key,
        }),
      ),
    );
    const failed = sent.find((one) => one.status === 'rejected');
    if (failed === undefined) return;
    // The client pauses the key only after it has told us, and to resume what is not paused yet does nothing.
    await nextTurn();
    topic.resumePublishing(key);
    throw pubSubFailure(failed.reason, `publishing to ${messages[0]?.topic}`, ADVICE);
  }

  private topicOf(name: string): Topic {
    const known = this.topics.get(name);
    if (known !== undefined) return known;
    const gaxOpts = withinTime(this.publishMs);
    const topic = this.client.topic(name, { messageOrdering: true, batching: BATCH, gaxOpts });
    this.topics.set(name, topic);
    return topic;
  }
}

const ADVICE = 'Topics are made by a start with BUS_PROVISION=true; publishing needs roles/pubsub.publisher';

/** The client looks into every byte of any other array. */
function asBuffer(value: Uint8Array): Buffer {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/** The client fills what waits behind a request beyond what the server takes in one: so nothing waits there. */
function requestsOf(messages: readonly BusMessage[]): BusMessage[][] {
  const requests: BusMessage[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    bytes += messageBytes(message);
    const last = requests.at(-1);
    if (last !== undefined && bytes <= REQUEST.bytes && last.length < REQUEST.messages) last.push(message);
    else {
      requests.push([message]);
      bytes = messageBytes(message);
    }
  }
  return requests;
}

function keyBatches(batch: readonly BusMessage[]): KeyBatch[] {
  const batches = new Map<string, KeyBatch>();
  for (const message of batch) {
    const { topic, key } = message;
    const id = JSON.stringify([topic, key]);
    const known = batches.get(id);
    if (known === undefined) batches.set(id, { topic, key, messages: [message] });
    else known.messages.push(message);
  }
  return [...batches.values()];
}
