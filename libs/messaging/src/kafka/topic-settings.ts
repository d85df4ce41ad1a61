import type { TopicPlan } from '../topic-plan.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Kafka's own default, which holds `MAX_BATCH_BYTES`. */
const BATCH_BYTES = 1_048_588;
const COPIES = 3;

export type TopicSettings = Readonly<Record<string, string>>;

export interface Copies {
  readonly replicationFactor: number;
  /** A publish is acknowledged when this many have it; fewer, and it is refused. */
  readonly minInSync: number;
}

/** One broker may be away without stopping anything, where there are brokers enough. */
export function copiesFor(brokers: number): Copies {
  const replicationFactor = Math.min(COPIES, Math.max(1, brokers));
  return { replicationFactor, minInSync: replicationFactor >= COPIES ? COPIES - 1 : 1 };
}

export function settingsOf(plan: TopicPlan, { minInSync }: Copies): TopicSettings {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': String(plan.retentionMs),
    // Retention goes by whole segments: a long one would keep its first message far beyond its time.
    'segment.ms': String(Math.min(DAY, plan.retentionMs)),
    // Retention and reading from a time on go by the broker's clock, not by what a producer claims.
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': String(BATCH_BYTES),
    'min.insync.replicas': String(minInSync),
  };
}

/** More of these than is asked for is the operator's business. */
const AT_LEAST = new Set(['max.message.bytes', 'min.insync.replicas']);

/** What of the settings must change. */
export function driftOf(wanted: TopicSettings, actual: TopicSettings): TopicSettings {
  const drifted = Object.entries(wanted).filter(([name, value]) => {
    const now = actual[name];
    return now !== value && !(AT_LEAST.has(name) && Number(now) >= Number(value));
  });
  return Object.fromEntries(drifted);
}
