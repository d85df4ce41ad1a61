import { InboxRetention } from '@foundnow/outbox';
import { AuditSealer } from '@foundnow/postgres';
import type { ServiceDefinition } from './service-definition.ts';
import type { ServiceKit } from './service-kit.ts';

/** What goes on beside requests and events. Any number of replicas may run them. */
export function startWorkers(
  { schema }: ServiceDefinition,
  { relay, database, logger }: ServiceKit,
  closing: AsyncDisposableStack,
): void {
  const complain = (worker: string) => (error: unknown) => logger.warn({ worker, error }, 'a worker will try again');
  const sealer = new AuditSealer({ database, schema, onError: complain('audit-sealer') });
  const retention = new InboxRetention(database, { schema, onError: complain('inbox-retention') });
  for (const worker of [relay, sealer, retention]) {
    worker.start();
    closing.defer(() => worker.stop());
  }
}
