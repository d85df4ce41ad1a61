import { coldStart } from './cold-start.ts';
import { httpWrite } from './http-write.ts';
import { codec } from './codec.ts';
import { latency } from './latency.ts';
import { match } from './match.ts';
import { media } from './media.ts';
import { nearby } from './nearby.ts';
import { photoIngest } from './photo-ingest.ts';
import { outboxSafety } from './outbox-safety.ts';
import { relay } from './relay.ts';
import { embeddedBus } from './embedded-bus.ts';
import { kafkaBus } from './kafka-bus.ts';
import { kafkaLatency } from './kafka-latency.ts';
import type { Row } from './harness/row.ts';

/** Every row, in the order in which `--all` runs them. */
export const rows: readonly Row[] = [
  codec,
  relay,
  embeddedBus,
  latency,
  httpWrite,
  nearby,
  match,
  photoIngest,
  media,
  outboxSafety,
  coldStart,
  kafkaBus,
  kafkaLatency,
];
