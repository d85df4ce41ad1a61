import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdempotencyRetention, IdempotencyStore } from '../src/index.ts';
import { type SampleSchema, sampleSchema } from './idempotency-database.ts';

describe('keeping what repeated requests are known by', () => {
  let sample: SampleSchema;
  beforeAll(async () => void (sample = await sampleSchema()));
  afterAll(() => sample.drop());

  async function keep(count: number, expires: string): Promise<void> {
    await sample.database.transaction({ anonymous: true }, (tx) =>
      tx.query(
        `INSERT INTO idempotency (id, person, fingerprint, resource, expires_at)
         SELECT uuid_send(gen_random_uuid()), 'somebody', '\\x00', 'r', now() + $2::interval FROM generate_series(1, $1)`,
        [count, expires],
      ),
    );
  }

  it('ends with the day of each, however many there are', async () => {
    await keep(2_500, '-1 second');
    await keep(3, '1 hour');
    const failures: unknown[] = [];
    const store = new IdempotencyStore('sample');
    await new IdempotencyRetention(sample.database, store, (error) => failures.push(error)).removeExpired();
    const left = await sample.database.read({ anonymous: true }, (tx) =>
      tx.query<{ count: number }>('SELECT count(*)::int AS count FROM idempotency'),
    );
    expect({ left, failures }).toEqual({ left: [{ count: 3 }], failures: [] });
  });
});
