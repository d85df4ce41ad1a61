const NAMES: readonly unknown[] = ['KafkaFailure', 'KafkaClientTrouble', 'PubSubNotProvisioned'];

/**
 * What an adapter of the bus says of a broker: it is written for operators, names topics, users and settings, and
 * never content or a secret. Undefined for every other error.
 */
export function busTrouble(error: unknown): string | undefined {
  const { name, code, message } = Object(error) as { name?: unknown; code?: unknown; message?: unknown };
  const isOne = NAMES.includes(name) || (typeof code === 'string' && code.startsWith('bus.'));
  return isOne && typeof message === 'string' ? message : undefined;
}
