import { describe, expect, it } from '@jest/globals';
import { aMessage, sampleDecoder } from '../../test/sample-messages.ts';
import type { DeliveredMessage } from '../message.ts';
import { EventRunner } from './event-runner.ts';
import { UndecodableMessage } from './undecodable-message.ts';

const never = new AbortController().signal;

function start() {
  const handled: string[] = [];
  const entry = (name: string) => ({ outsideEffect: false, handle: async () => void handled.push(name) });
  const handlers = new Map(['sample.made', 'sample.broken'].map((name) => [name, entry(name)]));
  const runner = new EventRunner({ name: 'g', generation: 0 }, sampleDecoder, handlers, (_, work) => work());
  const run = (announced: string, name: string) => {
    const { attributes, ...message } = aMessage('t', 'a', { name });
    const place = { headers: {}, partition: 0, offset: '0', publishedAt: new Date() };
    const delivered: DeliveredMessage = { ...message, ...place, attributes: { ...attributes, type: announced } };
    return runner.run(delivered, 1, never);
  };
  return { run, handled };
}

describe('running an event', () => {
  it('hands no handler an event that is not the announced one: its schema id is of another registry', async () => {
    const { run, handled } = start();
    await expect(run('sample.made', 'sample.broken')).rejects.toBeInstanceOf(UndecodableMessage);
    await expect(run('sample.made', 'sample.unknown')).rejects.toBeInstanceOf(UndecodableMessage);
    expect(handled).toEqual([]);
  });

  it('goes by the bytes where nothing is announced', async () => {
    const { run, handled } = start();
    expect([await run('', 'sample.made'), await run('', 'sample.unknown')]).toEqual(['handled', 'skipped']);
    expect(handled).toEqual(['sample.made']);
  });
});
