/**
 * What an adapter of the bus says of a broker: it is written for operators, names topics, users and settings, and
 * never content or a secret. Undefined for every other error.
 */
export function busTrouble(error: unknown): string | undefined {
  const { name, code, message } = Object(error) as { name?: unknown; code?: unknown; message?: unknown };
  const isOne = name === 'KafkaFailure' || (typeof code === 'string' && code.startsWith('bus.'));
  return isOne && typeof message === 'string' ? message : undefined;
}
