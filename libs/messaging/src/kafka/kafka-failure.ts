import type { KafkaConnection } from './kafka-options.ts';

/** What somebody wanted of Kafka when it failed. */
export interface Attempt {
  readonly connection: KafkaConnection;
  readonly topics?: readonly string[];
  readonly group?: string;
  readonly wants: 'Read' | 'Write' | 'Describe' | 'Create' | 'Alter' | 'AlterConfigs';
}

/** Says what is wrong and what mends it; the original error is the cause. */
export class KafkaFailure extends Error {
  override readonly name = 'KafkaFailure';
  /** Kafka's own name of the error, where it has one. */
  readonly type: string | undefined;

  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.type = typeOf(cause);
  }
}

export function explained(error: unknown, attempt: Attempt): Error {
  if (error instanceof KafkaFailure) return error;
  const text = explanationOf(error, attempt);
  return new KafkaFailure(text ?? `Kafka: ${messageOf(error)}`, error);
}

/** kafkajs wraps errors in errors; Kafka's name for it may sit deep. */
export function typeOf(error: unknown): string | undefined {
  return firstOf(error, 'type');
}

function explanationOf(error: unknown, attempt: Attempt): string | undefined {
  const { connection, topics = [], group } = attempt;
  const named = topics.map((topic) => `"${topic}"`).join(', ');
  const server = `--bootstrap-server ${connection.brokers.join(',')}`;
  switch (typeOf(error)) {
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return `Kafka has no such topic, or one that this principal may not describe: ${named}. Start with BUS_PROVISION=true, or: kafka-topics.sh ${server} --create --topic ${topics[0] ?? '…'} --partitions 12`;
    case 'TOPIC_AUTHORIZATION_FAILED':
      return `${principal(attempt)} lacks the operation ${attempt.wants} on the topic ${named}. ${grant(attempt, `--topic ${topics[0] ?? '…'}`)}`;
    case 'GROUP_AUTHORIZATION_FAILED':
      return `${principal(attempt)} lacks the operation Read on the consumer group "${group ?? ''}". ${grant({ ...attempt, wants: 'Read' }, `--group ${group ?? '…'} --resource-pattern-type prefixed`)}`;
    case 'CLUSTER_AUTHORIZATION_FAILED':
      return `${principal(attempt)} lacks the operation ${attempt.wants} on the cluster. ${grant(attempt, '--cluster')}`;
    default:
      return connectionTrouble(error, connection);
  }
}

function connectionTrouble(error: unknown, { brokers, sasl, tls }: KafkaConnection): string | undefined {
  const message = messageOf(error);
  const list = brokers.join(', ');
  if (firstOf(error, 'name', 'KafkaJSSASLAuthenticationError') || message.includes('SASL')) {
    const who = sasl ? `the user "${sasl.username}" by ${sasl.mechanism}` : 'a client without SASL';
    return `The Kafka brokers ${list} refuse ${who}: look at KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD`;
  }
  if (/certificate|self-signed|TLS|SSL|altname/i.test(message)) {
    return `No TLS with the Kafka brokers ${list}: ${message}. Look at KAFKA_TLS_CA_FILE${tls ? '' : ' and KAFKA_TLS'}, and at the names in the brokers' certificate`;
  }
  if (/connect|ECONN|ENOTFOUND|EHOSTUNREACH|timeout|timed out|closed/i.test(message)) {
    const spoken = `${tls ? 'TLS' : 'plain text'}${sasl ? ` and SASL ${sasl.mechanism}` : ''}`;
    return `The Kafka brokers ${list} do not answer (${spoken}): ${message}. Look at KAFKA_BROKERS, and whether they expect ${tls ? 'plain text' : 'TLS (KAFKA_TLS)'}`;
  }
  return undefined;
}

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
