import { ConfigError } from '@foundnow/config';
import { createEmbeddedBus, type MessageBus } from '@foundnow/messaging';
import type { Logger } from '@foundnow/telemetry';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { busSettings } from './bus-settings.ts';
import { topicPlans } from './topic-plans.ts';

/** Who opens the bus: brokers and databases see the name. */
export interface BusOwner {
  readonly name: string;
  readonly logger: Pick<Logger, 'warn'>;
}

/** The bus that the environment chooses. Connects when first used; the clients of other transports are not loaded. */
export async function openBus(env: BusEnv, { name, logger }: BusOwner): Promise<MessageBus> {
  const settings = examined((findings) => busSettings(env, findings));
  const onProblem = (problem: string, error: unknown) =>
    logger.warn({ component: `bus:${problem}`, error }, 'the bus had a problem');
  if (settings.bus !== 'embedded') {
    throw new ConfigError([{ key: 'EVENT_BUS', reason: 'must be embedded: the other clients are not wired yet' }]);
  }
  const plans = new Map(topicPlans().map((plan) => [plan.name, plan]));
  return createEmbeddedBus({
    url: settings.url,
    applicationName: `${name}-bus`,
    partitionsOf: (topic) => plans.get(topic)?.partitions ?? 1,
    retentionOf: (topic) => plans.get(topic)?.retentionMs ?? RETENTION_MILLIS,
    onProblem,
  });
}

/** Of a topic that the catalog does not name. */
const RETENTION_MILLIS = 30 * 86_400_000;
