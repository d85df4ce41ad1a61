import type { MessageBus } from '../message-bus.port.ts';
import { GroupOffsets } from './group-offsets.ts';
import { KafkaAdmin } from './kafka-admin.ts';
import { KafkaBus } from './kafka-bus.ts';
import { explained } from './kafka-failure.ts';
import type { KafkaBusOptions } from './kafka-options.ts';
import { kafkaSettings } from './kafka-settings.ts';
import { LogReader } from './log-reader.ts';
import { ProducerSession } from './producer-session.ts';
import { Publisher } from './publisher.ts';
import { TopicDirectory } from './topic-directory.ts';

/** Connects when first used. The topics must be there (`provisionKafkaTopics`). */
export function createKafkaBus(options: KafkaBusOptions): MessageBus {
  const settings = kafkaSettings(options);
  const { connection } = settings;
  const admin = new KafkaAdmin(settings);
  const offsets = new GroupOffsets(admin);
  const directory = new TopicDirectory(admin, (error, topic) =>
    explained(error, { connection, topics: [topic], wants: 'Describe' }),
  );
  const publisher = new Publisher(
    () => new ProducerSession(settings),
    (error, topics) => {
      directory.forget(topics);
      settings.onProblem('publish', error);
      return explained(error, { connection, topics, wants: 'Write' });
    },
  );
  const reader = new LogReader(settings, admin, offsets);
  return new KafkaBus({ settings, admin, offsets, directory, publisher, reader });
}
