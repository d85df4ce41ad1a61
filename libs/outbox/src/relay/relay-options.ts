import type { SchemaIds } from '@foundnow/contracts';
import type { MessageBus } from '@foundnow/messaging';
import type { Logger, OutboxMetrics } from '@foundnow/telemetry';

export interface OutboxRelayOptions {
  /** A direct connection as the service's role `<schema>_app`: a transaction pooler would lose the locks. */
  readonly url: string;
  readonly schema: string;
  readonly bus: Pick<MessageBus, 'publish'>;
  /** A schema's id is added at publication, so that a registry that is away never blocks a write. */
  readonly schemaIds: Pick<SchemaIds, 'idOf'>;
  readonly logger?: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly metrics?: OutboxMetrics;
  /** Most events that are published and not yet deleted at any moment, and so published twice by a crash. */
  readonly batchSize?: number;
  readonly batchBytes?: number;
  /** How long an event that nobody rang for waits at most. */
  readonly pollMs?: number;
  /** How often a scan begins at the very beginning. */
  readonly sweepMs?: number;
}

export type RelaySettings = Required<Omit<OutboxRelayOptions, 'url' | 'schema'>>;

const SILENT: RelaySettings['logger'] = { info: () => undefined, warn: () => undefined, error: () => undefined };
const UNCOUNTED: OutboxMetrics = {
  published: () => undefined,
  backlog: () => undefined,
  quarantined: () => undefined,
  retried: () => undefined,
  leading: () => undefined,
};

export function relaySettings(options: OutboxRelayOptions): RelaySettings {
  return {
    logger: SILENT,
    metrics: UNCOUNTED,
    batchSize: 500,
    batchBytes: 4 * 1024 * 1024,
    pollMs: 250,
    sweepMs: 30_000,
    ...options,
  };
}
