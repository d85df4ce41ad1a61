import { createRequire } from 'node:module';

interface Request {
  readonly encode: () => Promise<unknown>;
}
type Protocol = (options: unknown) => { readonly request: Request; readonly response: unknown };

interface Broker {
  lookupRequest: (apiKey: number, definition: unknown) => Protocol;
  metadata: (this: Broker, topics: readonly string[]) => Promise<unknown>;
}
interface BrokerPool {
  refreshMetadata: (this: BrokerPool, topics: readonly string[]) => Promise<unknown>;
}
interface Cluster {
  metadata: (this: Cluster, options?: { readonly topics?: readonly string[] }) => Promise<unknown>;
}
interface Encoder {
  writeInt32(value: number): Encoder;
  writeBoolean(value: boolean): Encoder;
}

const NONE: readonly string[] = Object.freeze([]);

/**
 * Where kafkajs wants to know only the brokers, it asks for all topics of the cluster, and fails when any partition of
 * any of them has no leader at the time: a producer of one topic would stand still because of another's.
 */
export function leaveTopicsOfOthersAlone(): void {
  const load = createRequire(import.meta.url);
  const { prototype: pool } = load('kafkajs/src/cluster/brokerPool.js') as { prototype: BrokerPool };
  const { prototype: cluster } = load('kafkajs/src/cluster/index.js') as { prototype: Cluster };
  const { prototype: broker } = load('kafkajs/src/broker/index.js') as { prototype: Broker };
  const NewEncoder = load('kafkajs/src/protocol/encoder.js') as new () => Encoder;
  const { refreshMetadata } = pool;
  const { metadata: metadataOfCluster } = cluster;
  const { metadata: metadataOfBroker } = broker;
  pool.refreshMetadata = function refresh(this: BrokerPool, topics) {
    return refreshMetadata.call(this, topics.length === 0 ? NONE : topics);
  };
  cluster.metadata = function ask(this: Cluster, options) {
    return metadataOfCluster.call(this, options?.topics?.length === 0 ? { topics: NONE } : options);
  };
  broker.metadata = function ask(this: Broker, topics) {
    return metadataOfBroker.call(topics === NONE ? askingForNone(this, NewEncoder) : this, topics);
  };
}

/** kafkajs writes an empty list as a missing one, which is how Kafka is asked for all topics. */
function askingForNone(broker: Broker, NewEncoder: new () => Encoder): Broker {
  const lookupRequest: Broker['lookupRequest'] = (apiKey, definition) => {
    const protocol = broker.lookupRequest(apiKey, definition);
    return (options) => {
      const { request, response } = protocol(options);
      const encode = async (): Promise<Encoder> => new NewEncoder().writeInt32(0).writeBoolean(false);
      return { request: { ...request, encode }, response };
    };
  };
  return Object.create(broker, { lookupRequest: { value: lookupRequest } }) as Broker;
}
