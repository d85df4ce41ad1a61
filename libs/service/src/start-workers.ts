import { InboxRetention } from '@foundnow/outbox';
import { AuditSealer } from '@foundnow/postgres';
import type { ServiceDefinition, ServiceWorker } from './service-definition.ts';
import type { ServiceKit } from './service-kit.ts';

/** What goes on beside requests and events. Any number of replicas may run them. */
export function startWorkers(
  { schema, workers = () => [] }: ServiceDefinition,
  kit: ServiceKit,
  closing: AsyncDisposableStack,
): void {
  const { relay, database, logger } = kit;
  const complain = (worker: string) => (error: unknown) => logger.warn({ worker, error }, 'a worker will try again');
  const all: readonly ServiceWorker[] = [
    relay,
    new AuditSealer({ database, schema, onError: complain('audit-sealer') }),
    new InboxRetention(database, { schema, onError: complain('inbox-retention') }),
    ...workers(kit, complain('own')),
  ];
  for (const worker of all) {
    worker.start();
    closing.defer(() => worker.stop());
  }
}
