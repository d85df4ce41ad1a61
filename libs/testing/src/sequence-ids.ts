import type { IdGenerator } from '@foundnow/kernel';

/** Valid UUIDv7s that count up from 1, so that an expected value can be written down in a test. */
export function sequenceIds(start = 1): IdGenerator {
  let next = start;
  return { next: () => sequenceId(next++) };
}

/** The n-th id that `sequenceIds()` hands out. */
export function sequenceId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
