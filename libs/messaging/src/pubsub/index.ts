export { createPubSubBus } from './create-pubsub-bus.ts';
export { type PubSubProvision, provisionPubSub } from './provision-pubsub.ts';
export type { PubSubBusOptions, PubSubProblem, PubSubTimings } from './pubsub-options.ts';
