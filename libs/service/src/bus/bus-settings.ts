import type { KafkaCompression, KafkaConnection } from '@foundnow/messaging';
import type { Findings } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { kafkaConnection } from './kafka-settings.ts';

/** The chosen transport with all that it needs, and nothing of the others. */
export type BusSettings =
  | { readonly bus: 'embedded'; readonly url: string }
  | { readonly bus: 'kafka'; readonly connection: KafkaConnection; readonly compression: KafkaCompression }
  | {
      readonly bus: 'pubsub';
      readonly projectId: string;
      readonly emulatorHost?: string;
      readonly apiEndpoint?: string;
    };

/** What is missing for the chosen transport, or wrong, goes to the findings. */
export function busSettings(env: BusEnv, findings: Findings): BusSettings {
  switch (env.EVENT_BUS) {
    case 'embedded':
      return { bus: 'embedded', url: findings.needed(env, 'BUS_DATABASE_URL', 'EVENT_BUS is embedded') ?? '' };
    case 'kafka':
      return { bus: 'kafka', connection: kafkaConnection(env, findings), compression: env.KAFKA_COMPRESSION };
    case 'pubsub': {
      const projectId = findings.needed(env, 'PUBSUB_PROJECT_ID', 'EVENT_BUS is pubsub') ?? '';
      const { PUBSUB_EMULATOR_HOST: emulatorHost, PUBSUB_ENDPOINT: apiEndpoint } = env;
      if (emulatorHost !== undefined && apiEndpoint !== undefined) {
        findings.add(
          'PUBSUB_ENDPOINT',
          'is set, and PUBSUB_EMULATOR_HOST as well: only one of them is where Pub/Sub is',
        );
      }
      return { bus: 'pubsub', projectId, ...(emulatorHost && { emulatorHost }), ...(apiEndpoint && { apiEndpoint }) };
    }
  }
}
