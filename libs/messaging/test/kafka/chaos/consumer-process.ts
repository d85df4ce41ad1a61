// A member of the group in a process of its own: `consumer-process.ts <json>`.
import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaBusOptions } from '../../../src/index.ts';
import { createKafkaBus } from '../../../src/kafka/index.ts';
import { type Handling, witnessed } from './witness.ts';

export interface ConsumerOrder {
  readonly options: KafkaBusOptions;
  readonly member: string;
  readonly group: string;
  readonly topic: string;
  readonly workMs: number;
}

export interface ConsumerReport {
  readonly event: 'subscribed' | 'began' | 'handled';
  readonly handling?: Handling;
}

// Whoever started it is gone: nobody would ever end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const order = JSON.parse(process.argv[2] ?? '{}') as ConsumerOrder;
const waiting: (() => void)[] = [];
process.on('message', () => waiting.shift()?.());

/** Resolves when the other side has taken it down, which it does in the order in which it is told. */
function report(line: ConsumerReport): Promise<void> {
  const taken = Promise.withResolvers<void>();
  waiting.push(taken.resolve);
  process.send?.(line);
  return taken.promise;
}

const witness = {
  began: (handling: Handling) => report({ event: 'began', handling }),
  handled: (handling: Handling) => report({ event: 'handled', handling }),
};
const { group, topic, member } = order;
const handler = witnessed(member, witness, () => delay(order.workMs));
await createKafkaBus(order.options).subscribe({ group, topics: [topic] }, handler);
await report({ event: 'subscribed' });
