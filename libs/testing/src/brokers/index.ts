export { type Apicurio, type ApicurioOptions, startApicurio } from './apicurio/start-apicurio.ts';
export { BrokerStartError, type Progress } from './broker-start-error.ts';
export { findKafka, testKafka, type FoundKafka } from './kafka/find-kafka.ts';
export type { KafkaAccess, KafkaCluster } from './kafka/kafka-cluster.ts';
export type { KafkaSecurity, KafkaUser } from './kafka/kafka-security.ts';
export type { KafkaNode } from './kafka/kafka-node.ts';
export { startKafka, type KafkaOptions } from './kafka/start-kafka.ts';
export {
  type PubSubEmulator,
  type PubSubEmulatorOptions,
  startPubSubEmulator,
} from './pubsub/start-pubsub-emulator.ts';
