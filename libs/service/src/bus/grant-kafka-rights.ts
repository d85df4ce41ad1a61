import { ConfigError } from '@foundnow/config';
import type { KafkaAcl } from '@foundnow/contracts';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { kafkaConnection } from './kafka-settings.ts';

/** Adds rights on the brokers that the environment names, as its user, who may alter ACLs. */
export async function grantKafkaRights(env: BusEnv, acls: readonly KafkaAcl[]): Promise<void> {
  if (env.EVENT_BUS !== 'kafka') {
    throw new ConfigError([{ key: 'EVENT_BUS', reason: 'must be kafka: only there are ACLs to grant' }]);
  }
  const connection = examined((findings) => kafkaConnection(env, findings));
  const { grantKafkaAcls } = await import('@foundnow/messaging/kafka');
  await grantKafkaAcls(connection, acls);
}
