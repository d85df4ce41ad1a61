import { Child } from './child-process.ts';
import type { ConsumerOrder, ConsumerReport } from './consumer-process.ts';
import type { Witness } from './witness.ts';

/** What it handles is witnessed here. Resolves when it has a share, or waits for one. */
export async function startConsumer(order: ConsumerOrder, witness: Witness): Promise<Child> {
  const child = new Child('consumer-process.ts', order);
  const subscribed = Promise.withResolvers<void>();
  child.process.on('message', (line) => {
    const { event, handling } = line as ConsumerReport;
    if (event === 'subscribed') subscribed.resolve();
    else if (handling) void witness[event](handling);
    if (child.process.connected) child.process.send('taken', () => undefined);
  });
  void child.exited.then(() => subscribed.reject(new Error(`${order.member} ended before it had subscribed`)));
  await subscribed.promise;
  return child;
}
