import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventMap, EventName } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import { eventMessage, listDeadLetters } from '@foundnow/messaging';
import { eventually } from '@foundnow/testing';
import type { Service } from '../src/index.ts';
import { type ServiceUnderTest, startForTest } from './service-under-test.ts';

export interface ConsumedEvent<N extends EventName> {
  readonly event: N;
  /** What the service cannot start without. */
  readonly env?: Readonly<Record<string, string>>;
  /** The same about another aggregate. */
  freshKey(payload: EventMap[N], key: string): EventMap[N];
  /** A later version of the same aggregate. */
  newer(payload: EventMap[N]): EventMap[N];
  /** How many aggregates the service says that it has taken in. */
  taken(service: ServiceUnderTest): Promise<number>;
}

const SOURCE = '/foundnow/spec';
const FRESH_KEY = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

/** A service that keeps something of each aggregate keeps it once, whatever the bus does. */
export function describeConsumingOnce<N extends EventName>(service: Service, consumed: ConsumedEvent<N>): void {
  const { event, env, freshKey, newer } = consumed;
  const payloads = goldenExamples().flatMap((each) => (each.event === event ? [each.payload as EventMap[N]] : []));
  const [first] = payloads;
  if (!first) throw new Error(`${event} has no golden example`);
  const messageOf = (payload: EventMap[N]) => eventMessage(event, payload, SOURCE);
  const messages = payloads.map(messageOf);

  describe(`${service.name} and ${event}`, () => {
    let running: ServiceUnderTest;
    beforeAll(async () => void (running = await startForTest(service, env)));
    afterAll(() => running.stop());

    it('takes in every golden example', async () => {
      await running.bus.publish(messages);
      await eventually(async () => expect(await consumed.taken(running)).toBe(payloads.length));
    });

    it('takes nothing in twice: not a redelivery, not an old version, not a replay', async () => {
      await running.bus.publish(messages);
      await running.bus.publish([messageOf(newer(first)), messageOf(first)]);
      const replay = await service.replay(running.env, new AbortController().signal);
      expect(replay).toMatchObject({ deadLettered: 0, complete: true });
      expect(replay.handled).toBeGreaterThanOrEqual(messages.length);
      expect(await consumed.taken(running)).toBe(payloads.length);
    });

    it('replays nothing when it was interrupted before it began', async () => {
      expect(await service.replay(running.env, AbortSignal.abort())).toMatchObject({ handled: 0, complete: false });
    });

    it('puts bytes that nobody can read aside and goes on with the next event of the same key', async () => {
      const good = eventMessage(event, freshKey(first, FRESH_KEY), SOURCE);
      const attributes = { ...good.attributes, id: FRESH_KEY };
      await running.bus.publish([{ ...good, attributes, value: Uint8Array.of(0, 0, 0, 0, 1, 255) }, good]);
      await eventually(async () => expect(await consumed.taken(running)).toBe(payloads.length + 1));
      const letters = await listDeadLetters(running.bus, { topics: [good.topic], group: service.name });
      expect(letters).toMatchObject([{ group: service.name, kind: 'unprocessable', attempts: 1 }]);
    });
  });
}
