/** What the environment says about brokers; every part of it is optional. */
export interface BrokersConfig {
  /** A Kafka that runs already. */
  readonly kafkaBrokers: readonly string[] | undefined;
  /** What `docker`, `mvn` and `java` are found in and run with. */
  readonly tools: ToolEnvironment;
}

export type ToolEnvironment = Readonly<Record<string, string | undefined>>;

export function brokersConfig(): BrokersConfig {
  const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',').map((one) => one.trim());
  const named = brokers.filter((one) => one !== '');
  return { kafkaBrokers: named.length > 0 ? named : undefined, tools: process.env };
}
