/** What the environment says about brokers; every part of it is optional. */
export interface BrokersConfig {
  /** A Kafka that runs already. */
  readonly kafkaBrokers: readonly string[] | undefined;
  /** `host:port` of a Pub/Sub emulator that runs already. */
  readonly pubSubEmulator: string | undefined;
  /** What `docker`, `mvn`, `java` and `go` are found in and run with. */
  readonly tools: ToolEnvironment;
}

export type ToolEnvironment = Readonly<Record<string, string | undefined>>;

export function brokersConfig(): BrokersConfig {
  const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',').map((one) => one.trim());
  const named = brokers.filter((one) => one !== '');
  return {
    kafkaBrokers: named.length > 0 ? named : undefined,
    pubSubEmulator: process.env['PUBSUB_EMULATOR_HOST'] || undefined,
    tools: process.env,
  };
}
