import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExamples } from '@foundnow/contracts/testing';
import { listDeadLetters } from '@foundnow/messaging';
import { eventually } from '@foundnow/testing';
import type { Service } from '../src/index.ts';
import { eventMessage } from './publish-event.ts';
import { type ServiceUnderTest, startForTest } from './service-under-test.ts';

const examples = goldenExamples().flatMap((each) => (each.event === 'post.created' ? [each.payload] : []));

/** Every service that listens to posts takes each one in once, whatever the bus does. */
export function describeTakingInPosts(service: Service): void {
  describe(`${service.name} and reported posts`, () => {
    let running: ServiceUnderTest;
    beforeAll(async () => void (running = await startForTest(service)));
    afterAll(() => running.stop());

    const messages = examples.map((post) => eventMessage('post.created', post.postId, post));

    async function received(): Promise<number> {
      const answer = await fetch(`${running.api}/stats`);
      return ((await answer.json()) as { received: number }).received;
    }

    it('takes in every golden example of post.created', async () => {
      await running.bus.publish(messages);
      await eventually(async () => expect(await received()).toBe(examples.length));
    });

    it('takes nothing in twice: not a redelivery, not an old version, not a replay', async () => {
      const [first] = examples;
      if (!first) throw new Error('post.created has no example');
      const newer = { ...first, aggregateVersion: first.aggregateVersion + 1 };
      await running.bus.publish(messages);
      await running.bus.publish([
        eventMessage('post.created', first.postId, newer),
        eventMessage('post.created', first.postId, first),
      ]);
      const replay = await service.replay(running.env, new AbortController().signal);
      expect(replay).toMatchObject({ deadLettered: 0, complete: true });
      expect(replay.handled).toBeGreaterThanOrEqual(messages.length);
      expect(await received()).toBe(examples.length);
    });

    it('puts bytes that nobody can read aside and goes on with the next event of the same key', async () => {
      const [post] = examples;
      if (!post) throw new Error('post.created has no example');
      const fresh = { ...post, postId: '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee' };
      const good = eventMessage('post.created', fresh.postId, fresh);
      const bad = {
        ...good,
        value: Uint8Array.of(0, 0, 0, 0, 1, 255),
        attributes: { ...good.attributes, id: fresh.postId },
      };
      await running.bus.publish([bad, good]);
      await eventually(async () => expect(await received()).toBe(examples.length + 1));
      const letters = await listDeadLetters(running.bus, { topics: [good.topic], group: service.name });
      expect(letters).toMatchObject([{ group: service.name, kind: 'unprocessable', attempts: 1 }]);
    });
  });
}
