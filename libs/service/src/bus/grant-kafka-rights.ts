import { ConfigError } from '@foundnow/config';
import type { KafkaAcl } from '@foundnow/contracts';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { busSettings } from './bus-settings.ts';

/** Adds rights on the brokers that the environment names, as its user, who may alter ACLs. */
export async function grantKafkaRights(env: BusEnv, acls: readonly KafkaAcl[]): Promise<void> {
  const settings = examined((findings) => busSettings(env, findings));
  if (settings.bus !== 'kafka') {
    throw new ConfigError([{ key: 'EVENT_BUS', reason: 'must be kafka: only there are ACLs to grant' }]);
  }
  const { grantKafkaAcls } = await import('@foundnow/messaging/kafka');
  await grantKafkaAcls(settings.connection, acls);
}
