import { createEmbeddedBus, type MessageBus } from '@foundnow/messaging';
import type { Logger } from '@foundnow/telemetry';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { type BusSettings, busSettings } from './bus-settings.ts';
import { troubleTeller } from './tell-trouble.ts';
import { topicPlans } from './topic-plans.ts';

/** Who opens the bus: brokers and databases see the name. */
export interface BusOwner {
  readonly name: string;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Of a topic that the catalog does not name. */
const RETENTION_MILLIS = 30 * 86_400_000;

/** The bus that the environment chooses. Connects when first used; the clients of other transports are not loaded. */
export async function openBus(env: BusEnv, { name, logger }: BusOwner): Promise<MessageBus> {
  const settings = examined((findings) => busSettings(env, findings));
  const onProblem = troubleTeller(logger);
  switch (settings.bus) {
    case 'embedded':
      return openEmbedded(settings, name, onProblem);
    case 'kafka': {
      const { connection, compression } = settings;
      const { createKafkaBus } = await import('@foundnow/messaging/kafka');
      return createKafkaBus({ connection, compression, clientId: name, onProblem });
    }
    case 'pubsub': {
      const { bus: _, ...options } = settings;
      const { createPubSubBus } = await import('@foundnow/messaging/pubsub');
      return createPubSubBus({ ...options, onProblem });
    }
  }
}

function openEmbedded(
  { url }: Extract<BusSettings, { bus: 'embedded' }>,
  name: string,
  onProblem: (problem: string, error: unknown) => void,
): MessageBus {
  const plans = new Map(topicPlans().map((plan) => [plan.name, plan]));
  return createEmbeddedBus({
    url,
    applicationName: `${name}-bus`,
    partitionsOf: (topic) => plans.get(topic)?.partitions ?? 1,
    retentionOf: (topic) => plans.get(topic)?.retentionMs ?? RETENTION_MILLIS,
    onProblem,
  });
}
