import { MAX_MESSAGE_BYTES } from '../message-limits.ts';

/** A message at the limit, with the names of its headers and the batch around it: still within Kafka's own default. */
export const MAX_BATCH_BYTES = MAX_MESSAGE_BYTES + 48_000;
