export { createKafkaBus } from './create-kafka-bus.ts';
export { grantKafkaAcls } from './grant-acls.ts';
export { type KafkaProvision, provisionKafkaTopics } from './provision-topics.ts';
