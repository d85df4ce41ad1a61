import { InboxRetention } from '@foundnow/outbox';
import { AuditSealer } from '@foundnow/postgres';
import type { ServiceWorker } from './service-definition.ts';
import type { ServiceKit } from './service-kit.ts';

/** Starts what every service has beside requests and events, and what is its own. */
export function startWorkers(
  schema: string,
  { relay, database, complaintsOf }: ServiceKit,
  own: Readonly<Record<string, ServiceWorker>>,
  closing: AsyncDisposableStack,
): void {
  const workers: Readonly<Record<string, ServiceWorker>> = {
    relay,
    'audit-sealer': new AuditSealer({ database, schema, onError: complaintsOf('audit-sealer') }),
    'inbox-retention': new InboxRetention(database, { schema, onError: complaintsOf('inbox-retention') }),
    ...own,
  };
  for (const worker of Object.values(workers)) {
    worker.start();
    closing.defer(() => worker.stop());
  }
}
