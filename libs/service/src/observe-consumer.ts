import type { ConsumerObserver, Delivery, Outcome } from '@foundnow/messaging';
import type { ConsumerMetrics, Logger } from '@foundnow/telemetry';

const OUTCOMES = {
  handled: 'done',
  skipped: 'skipped',
  'dead-lettered': 'dead-lettered',
  'given-back': 'paused',
} as const;

/** What the metrics and the log say of consuming. */
export function observeConsumer(metrics: ConsumerMetrics, logger: Logger): ConsumerObserver {
  const waiting = new Set<string>();
  const waits = (delivery: Delivery, itDoes: boolean) => {
    const partition = `${delivery.topic}/${delivery.partition}`;
    if (itDoes) waiting.add(partition);
    else if (!waiting.delete(partition)) return;
    metrics.paused(delivery.group, waiting.size > 0);
  };
  return {
    finished(delivery: Delivery, outcome: Outcome, milliseconds: number) {
      const { group, topic, event: type, publishedAt } = delivery;
      metrics.handled({ group, topic, type, outcome: OUTCOMES[outcome], seconds: milliseconds / 1000 });
      metrics.delivered({ group, topic, seconds: (Date.now() - publishedAt.getTime()) / 1000 });
      // Whatever became of it, and also when nobody said that it goes on.
      waits(delivery, false);
    },
    retrying(delivery, attempt, error) {
      logger.warn({ ...factsOf(delivery), attempt, error }, 'handling failed and will be tried again');
    },
    paused(delivery, attempts, error) {
      waits(delivery, true);
      logger.warn({ ...factsOf(delivery), attempts, error }, 'a dependency is away; its partition waits');
    },
    resumed(delivery) {
      waits(delivery, false);
      logger.info(factsOf(delivery), 'the dependency is back');
    },
    deadLettered(delivery, { code, kind, fingerprint }) {
      const { group, topic } = delivery;
      metrics.deadLettered({ group, topic, code });
      logger.error({ ...factsOf(delivery), code, kind, fingerprint }, 'an event was dead-lettered');
    },
  };
}

function factsOf({ group, generation, topic, partition, event }: Delivery) {
  return { group, generation, topic, partition, eventType: event };
}
