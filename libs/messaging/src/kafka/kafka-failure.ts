import { DomainError } from '@foundnow/kernel';
import type { KafkaConnection } from './kafka-connection.ts';

/** What is asked for is not possible, however often it is asked. */
const REFUSED = /^(INVALID_(CONFIG|REQUEST|PARTITIONS|TOPIC_EXCEPTION|GROUP_ID)|UNSUPPORTED_VERSION|POLICY_VIOLATION)$/;

/** What somebody wanted of Kafka when it failed. */
export interface Attempt {
  readonly connection: KafkaConnection;
  readonly topics?: readonly string[];
  readonly group?: string;
  readonly wants: 'Read' | 'Write' | 'Describe' | 'Create' | 'Alter' | 'AlterConfigs';
}

/** Says what is wrong and what mends it; the original error is the cause. All but a refused request is worth waiting for. */
export function explained(error: unknown, attempt: Attempt): DomainError {
  if (error instanceof DomainError) return error;
  const [code, text] = explanationOf(error, attempt);
  const kind = code === 'bus.refused' ? 'internal' : 'dependency';
  return new DomainError(code, kind, text, { cause: error });
}

/** kafkajs wraps errors in errors; Kafka's name for it may sit deep. */
export function typeOf(error: unknown): string | undefined {
  return firstOf(error, 'type');
}

type Explanation = readonly [code: string, text: string];

function explanationOf(error: unknown, attempt: Attempt): Explanation {
  const { connection, topics = [], group } = attempt;
  const named = topics.map((topic) => `"${topic}"`).join(', ');
  const server = `--bootstrap-server ${connection.brokers.join(',')}`;
  const type = typeOf(error);
  const denied = (text: string): Explanation => ['bus.denied', text];
  switch (type) {
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return [
        'bus.missing',
        `Kafka has no such topic, or one that this principal may not describe: ${named}. Start with BUS_PROVISION=true, or: kafka-topics.sh ${server} --create --topic ${topics[0] ?? '…'} --partitions 12`,
      ];
    case 'TOPIC_AUTHORIZATION_FAILED':
      return denied(
        `${principal(attempt)} lacks the operation ${attempt.wants} on the topic ${named}. ${grant(attempt, `--topic ${topics[0] ?? '…'}`)}`,
      );
    case 'GROUP_AUTHORIZATION_FAILED':
      return denied(
        `${principal(attempt)} lacks the operation Read on the consumer group "${group ?? ''}". ${grant({ ...attempt, wants: 'Read' }, `--group ${group ?? '…'} --resource-pattern-type prefixed`)}`,
      );
    case 'CLUSTER_AUTHORIZATION_FAILED':
      return denied(
        `${principal(attempt)} lacks the operation ${attempt.wants} on the cluster. ${grant(attempt, '--cluster')}`,
      );
    default:
      if (type !== undefined && REFUSED.test(type)) return ['bus.refused', `Kafka refused: ${messageOf(error)}`];
      return connectionTrouble(error, connection);
  }
}

function connectionTrouble(error: unknown, { brokers, sasl, tls }: KafkaConnection): Explanation {
  const message = messageOf(error);
  const list = brokers.join(', ');
  if (firstOf(error, 'name', 'KafkaJSSASLAuthenticationError') || message.includes('SASL')) {
    const who = sasl ? `the user "${sasl.username}" by ${sasl.mechanism}` : 'a client without SASL';
    return [
      'bus.unauthenticated',
      `The Kafka brokers ${list} refuse ${who}: look at KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD`,
    ];
  }
  if (/certificate|self-signed|TLS|SSL|altname/i.test(message)) {
    return unavailable(
      `No TLS with the Kafka brokers ${list}: ${message}. Look at KAFKA_TLS_CA_FILE${tls ? '' : ' and KAFKA_TLS'}, and at the names in the brokers' certificate`,
    );
  }
  if (/connect|ECONN|ENOTFOUND|EHOSTUNREACH|timeout|timed out|closed/i.test(message)) {
    const spoken = `${tls ? 'TLS' : 'plain text'}${sasl ? ` and SASL ${sasl.mechanism}` : ''}`;
    return unavailable(
      `The Kafka brokers ${list} do not answer (${spoken}): ${message}. Look at KAFKA_BROKERS, and whether they expect ${tls ? 'plain text' : 'TLS (KAFKA_TLS)'}`,
    );
  }
  return unavailable(`Kafka: ${message}`);
}

const unavailable = (text: string): Explanation => ['bus.unavailable', text];

function principal({ connection }: Attempt): string {
  return connection.sasl ? `The Kafka principal User:${connection.sasl.username}` : "This client's Kafka principal";
}

function grant({ connection, wants }: Attempt, resource: string): string {
  const user = connection.sasl?.username ?? '<principal>';
  return `Grant it: kafka-acls.sh --bootstrap-server ${connection.brokers.join(',')} --add --allow-principal User:${user} --operation ${wants} ${resource}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstOf(error: unknown, field: 'type' | 'name', wanted?: string): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = causeOf(at), depth += 1) {
    const value: unknown = Reflect.get(at, field);
    if (typeof value === 'string' && (wanted === undefined || value === wanted)) return value;
  }
  return undefined;
}

/** Some of kafkajs' errors hold several, one for each topic asked for. */
function causeOf(error: Error): unknown {
  const several: unknown = Reflect.get(error, 'errors');
  return Array.isArray(several) ? several[0] : error.cause;
}
