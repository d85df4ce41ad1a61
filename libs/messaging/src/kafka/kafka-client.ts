import kafkajs, {
  type Admin,
  type Consumer,
  type ConsumerConfig,
  type ICustomPartitioner,
  Kafka,
  type KafkaConfig,
  type Producer,
  type RequestTimeoutEvent,
  type RetryOptions,
} from 'kafkajs';
import { complaints } from './complaints.ts';
import { followCoordinators } from './coordinator-moves.ts';
import type { KafkaConnection } from './kafka-connection.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { quietRequestQueues } from './request-queue.ts';
import { Sockets } from './sockets.ts';
import { leaveTopicsOfOthersAlone } from './topics-of-others.ts';
import { within } from './within.ts';
import { registerCodecs } from './codecs/register-codecs.ts';

const { logLevel } = kafkajs;

/** Short: what lasts longer is for those who wait for it to report and to try again. */
const RETRY: RetryOptions = { retries: 5, initialRetryTime: 100, maxRetryTime: 1000, factor: 0.2 };
/** What the other members of a group are slow with: no fault of the broker. */
const OF_OTHERS = /^(Join|Sync)Group$/;

registerCodecs();
quietRequestQueues();
followCoordinators();
leaveTopicsOfOthersAlone();

/** One kafkajs client with sockets of its own, so that it can be given up at once whatever it is waiting for. */
export class KafkaClient {
  private readonly kafka: Kafka;
  private readonly sockets: Sockets;

  constructor(private readonly settings: KafkaSettings) {
    const { connection, clientId, timings, onProblem } = settings;
    this.sockets = new Sockets(connection.tls !== undefined, settings.silent);
    this.kafka = new Kafka({
      ...connectionConfig(connection),
      clientId,
      connectionTimeout: timings.connectMs,
      requestTimeout: timings.requestMs,
      retry: RETRY,
      socketFactory: this.sockets.factory,
      logLevel: logLevel.ERROR,
      logCreator: () => complaints((error) => this.sockets.closed || onProblem('client', error)),
    });
  }

  admin(): Admin {
    const admin = this.kafka.admin();
    admin.on(admin.events.REQUEST_TIMEOUT, this.noAnswer);
    return admin;
  }

  producer(createPartitioner: ICustomPartitioner): Producer {
    const { metadataMs: metadataMaxAge } = this.settings.timings;
    const safely = { idempotent: true, allowAutoTopicCreation: false, retry: RETRY };
    const producer = this.kafka.producer({ ...safely, metadataMaxAge, createPartitioner });
    producer.on(producer.events.REQUEST_TIMEOUT, this.noAnswer);
    return producer;
  }

  consumer(config: ConsumerConfig): Consumer {
    // It counts failures over its whole life: any number of them would end one that runs long enough. And restarts are
    // made from outside, with a new client: kafkajs' own can be caught by a stop and go on unseen.
    const retry = { ...RETRY, retries: Number.MAX_SAFE_INTEGER, restartOnFailure: async () => false };
    const consumer = this.kafka.consumer({ allowAutoTopicCreation: false, ...config, retry });
    consumer.on(consumer.events.REQUEST_TIMEOUT, this.noAnswer);
    return consumer;
  }

  private readonly noAnswer = ({ payload: { apiName, broker } }: RequestTimeoutEvent): void => {
    if (!OF_OTHERS.test(apiName)) this.settings.silent.add(broker);
  };

  /** Ends in bounded time: politely when a broker answers. */
  async close(goodbye: () => Promise<unknown>): Promise<void> {
    await within(this.settings.timings.closeMs, goodbye());
    this.sockets.destroy();
  }
}

function connectionConfig({ brokers, tls, sasl }: KafkaConnection): Pick<KafkaConfig, 'brokers' | 'ssl' | 'sasl'> {
  return {
    brokers: [...brokers],
    ...(tls && { ssl: tls === true ? {} : { ...tls } }),
    // The three mechanisms have the same fields, which the type of kafkajs cannot say of their union.
    ...(sasl && { sasl: { ...sasl } as NonNullable<KafkaConfig['sasl']> }),
  };
}
