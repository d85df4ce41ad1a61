import { systemClock } from '@foundnow/kernel';
import { describe, expect, it } from '@jest/globals';
import { EagerScheduler } from '../../test/sample-consumer.ts';
import { aMessage } from '../../test/sample-messages.ts';
import { HEADER } from '../dead-letters/dead-letter-headers.ts';
import { deadLetterFrom } from '../dead-letters/dead-letter.ts';
import { failurePolicy } from '../failure-policy.ts';
import type { BusMessage, DeliveredMessage } from '../message.ts';
import { MessagesRefused } from '../message-bus.port.ts';
import { MAX_MESSAGE_BYTES, refusalOf } from '../message-limits.ts';
import { MessageProcessor } from './message-processor.ts';
import { UndecodableMessage } from './undecodable-message.ts';

function start(trouble: Error[] = []) {
  const letters: BusMessage[] = [];
  const seen: string[] = [];
  const scheduler = new EagerScheduler();
  const publish = async (batch: readonly BusMessage[]) => {
    const [error] = trouble.splice(0, 1);
    if (error) throw error;
    const refused = batch.filter((message) => refusalOf(message));
    if (refused.length > 0) throw new MessagesRefused(refused, 'too large');
    letters.push(...batch);
  };
  const run = async () => {
    throw new UndecodableMessage(new Error('noise'));
  };
  const processor = new MessageProcessor(
    {
      group: 'g',
      generation: 0,
      bus: { publish },
      policy: failurePolicy({ isDependencyFailure: () => false }),
      scheduler,
      clock: systemClock,
      observer: { paused: () => seen.push('paused'), resumed: () => seen.push('resumed') },
      stopping: new AbortController().signal,
    },
    { run } as never,
  );
  const process = (message: BusMessage) =>
    processor.process(delivered(message), AbortSignal.timeout(5000)).then(() => letters[0]);
  return { process, letters, seen };
}

const delivered = (message: BusMessage): DeliveredMessage => ({
  ...message,
  headers: message.headers ?? {},
  partition: 4,
  offset: '23',
  publishedAt: new Date(),
});

describe('a message that cannot be handled', () => {
  it.each([
    ['of more bytes than may be published', { value: Buffer.alloc(MAX_MESSAGE_BYTES) }],
    ['with a key that may not be published', { key: 'a\0b' }],
    ['with headers larger than may be published', { headers: { note: 'x'.repeat(MAX_MESSAGE_BYTES) } }],
  ])('%s is told of without its content, and stops nothing behind it', async (_, foreign) => {
    const { process, letters, seen } = start();
    const message = { ...aMessage('posts.events', 'a'), ...foreign };
    const letter = await process(message);
    expect(letters).toHaveLength(1);
    expect(deadLetterFrom(delivered(letter!))).toMatchObject({
      code: 'event.undecodable',
      origin: { topic: 'posts.events', partition: 4, offset: '23' },
    });
    expect([letter!.value.length, letter!.headers?.[HEADER.omitted]]).toEqual([0, String(message.value.length)]);
    expect(letter!.attributes.id).toBe(message.attributes.id);
    expect(seen).toEqual([]);
  });

  it('keeps its content where a broker is only away', async () => {
    const { process, seen } = start([new Error('away'), new Error('away')]);
    const message = aMessage('posts.events', 'a');
    const letter = await process(message);
    expect([letter?.value, letter?.headers?.[HEADER.omitted]]).toEqual([message.value, undefined]);
    expect(seen).toEqual(['paused', 'paused', 'resumed']);
  });

  it('is dead-lettered under its place when it has no key, which not every transport takes', async () => {
    const { process } = start();
    expect((await process(aMessage('posts.events', '')))?.key).toBe('23');
  });
});
