import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { stretch } from '../../test/kafka-messages.ts';
import type { ConsumerSession } from './consumer-session.ts';
import type { GroupOffsets } from './group-offsets.ts';
import { kafkaSettings } from './kafka-settings.ts';
import { PartitionTaker } from './partition-taker.ts';
import { PartitionWorkers } from './partition-workers.ts';
import { slotKey } from './slot.ts';
import { SubscriptionPlan, UNBOUNDED } from './subscription-plan.ts';

const slot = { topic: 't', partition: 0 };
const nothing = () => undefined;
const session = { seek: nothing, pause: nothing, resume: nothing } as unknown as ConsumerSession;

/** A worker at offset 5 with a message under way, of a log that was made anew and ends at 2. */
async function startAhead() {
  const gate = Promise.withResolvers<void>();
  const workers = new PartitionWorkers(() => gate.promise, { messages: 10, bytes: 1000 });
  const bounds = async () => new Map([[slotKey(slot), { low: 0, high: 2 }]]);
  const offsets = { bounds } as unknown as GroupOffsets;
  const settings = kafkaSettings({ connection: { brokers: [] }, clientId: 'fn-test' });
  const plan = new SubscriptionPlan({ group: 'g', topics: ['t'] }, offsets, undefined);
  const taker = new PartitionTaker({ settings, offsets }, plan, workers);
  workers.hold(false);
  workers.share([slot]);
  const worker = await workers.begin({ ...slot, start: 5, before: UNBOUNDED }, () => false);
  if (!worker) throw new Error('nothing was begun');
  worker.fill(stretch(5, 6));
  await breathe();
  return { gate, workers, mended: taker.mend(worker, session) };
}

describe('a partition whose log was made anew', () => {
  it('is read from its beginning, once its last message was let go of', async () => {
    const { gate, workers, mended } = await startAhead();
    await breathe();
    expect(workers.of(slot)).toBeUndefined();
    gate.resolve();
    await mended;
    expect(workers.of(slot)?.fetchFrom).toBe(0);
    await workers.abort(new Error('over'));
  });

  it('is left to whoever got it meanwhile', async () => {
    const { gate, workers, mended } = await startAhead();
    await breathe();
    workers.share([]);
    gate.resolve();
    await mended;
    expect(workers.all).toEqual([]);
  });
});
