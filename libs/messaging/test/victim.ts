// A consumer in a process of its own, which the conformance suite kills: `victim.ts <json>`.
import type { MessageBus } from '../src/index.ts';
import { seqOf } from './sample-messages.ts';

export interface VictimOrder {
  readonly module: string;
  readonly options: unknown;
  readonly group: string;
  readonly topic: string;
  /** At the message with this number the handler never comes back. */
  readonly hangAt: number;
}

export interface VictimReport {
  readonly event: 'subscribed' | 'handled' | 'hanging';
  readonly id?: string;
  readonly seq?: number;
}

const order = JSON.parse(process.argv[2] ?? '{}') as VictimOrder;
const report = (line: VictimReport) => process.send?.(line);
const { createBus } = (await import(order.module)) as { createBus(options: unknown): Promise<MessageBus> };
const bus = await createBus(order.options);
await bus.subscribe({ group: order.group, topics: [order.topic] }, async (message) => {
  const facts = { id: message.attributes.id, seq: seqOf(message) };
  if (facts.seq === order.hangAt) {
    report({ event: 'hanging', ...facts });
    await new Promise(() => undefined);
  }
  report({ event: 'handled', ...facts });
});
report({ event: 'subscribed' });
