import { InboxRetention } from '@foundnow/outbox';
import { AuditSealer } from '@foundnow/postgres';
import type { ServiceWorker } from './service-definition.ts';
import type { ServiceKit } from './service-kit.ts';

/** Starts what every service has beside requests and events, and what is its own. */
export function startWorkers(
  schema: string,
  { relay, database, logger }: ServiceKit,
  own: Readonly<Record<string, ServiceWorker>>,
  closing: AsyncDisposableStack,
): void {
  const complain = (worker: string) => (error: unknown) => logger.warn({ worker, error }, 'a worker will try again');
  const workers: Readonly<Record<string, ServiceWorker>> = {
    relay,
    'audit-sealer': new AuditSealer({ database, schema, onError: complain('audit-sealer') }),
    'inbox-retention': new InboxRetention(database, { schema, onError: complain('inbox-retention') }),
    ...own,
  };
  for (const worker of Object.values(workers)) {
    worker.start();
    closing.defer(() => worker.stop());
  }
}
